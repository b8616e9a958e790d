//! What is wrong with a sheet, by its cells.

use std::collections::BTreeMap;

use super::cells::CellPlace;
use crate::{
    diagnostic::{Code, Diagnostic, Place, SourceFile, Sources},
    lang::{Lang, Message, say},
};

/// What is wrong with a cell or, without a place, with the whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetProblem {
    /// The kind of problem.
    pub code: Code,
    /// The cell; boxed, since a problem is what many functions return.
    pub place: Option<Box<CellPlace>>,
    /// What is wrong, in a sentence without a full stop.
    pub message: Message,
    /// A suggestion.
    pub help: Option<Message>,
}

impl SheetProblem {
    /// A problem of the whole file.
    pub(super) fn of_file(code: Code, message: Message, help: Message) -> Self {
        Self { code, place: None, message, help: Some(help) }
    }

    /// A problem of a cell.
    pub(super) fn at(place: CellPlace, code: Code, message: Message) -> Self {
        Self { code, place: Some(Box::new(place)), message, help: None }
    }

    /// The same with a suggestion.
    pub(super) fn help(self, help: Message) -> Self {
        Self { help: Some(help), ..self }
    }
}

/// Problems of a sheet as diagnostics, worded in a language.
pub struct SheetReport {
    /// The problems, in the order of the cells.
    pub diagnostics: Vec<Diagnostic>,
    /// Where they are.
    pub sources: Sources,
}

impl SheetReport {
    /// For people: each problem names the file and its cell, as `answers.xlsx Sheet1!F7`.
    #[must_use]
    pub fn for_people(file: &str, problems: &[SheetProblem], lang: Lang) -> Self {
        Self::new(problems, lang, |problem, sources| {
            let path = match &problem.place {
                Some(place) => format!("{file} {}", place.message().text(lang)),
                None => file.to_owned(),
            };
            Place { source: sources.add(SourceFile { path, text: "".into(), yaml: 0..0 }), span: 0..0 }
        })
    }

    /// For machines: the line is the number of the row and the column that of the column. The message begins with the cell's
    /// name, if it is one of a workbook.
    #[must_use]
    pub fn for_machines(file: &str, problems: &[SheetProblem], lang: Lang) -> Self {
        let grid = Grid::new(problems);
        Self::new(problems, lang, |problem, sources| {
            let path = file.to_owned();
            let file = SourceFile { path, text: grid.text.as_str().into(), yaml: 0..0 };
            let at = problem.place.as_ref().map_or(0, |place| grid.at(place));
            let source = sources.find(&file.path).unwrap_or_else(|| sources.add(file));
            Place { source, span: at..at }
        })
        .with_cells(problems, lang)
    }

    fn new(
        problems: &[SheetProblem],
        lang: Lang,
        mut place: impl FnMut(&SheetProblem, &mut Sources) -> Place,
    ) -> Self {
        let mut sources = Sources::default();
        let diagnostics = problems.iter().map(|problem| Diagnostic {
            code: problem.code,
            severity: problem.code.severity(),
            place: place(problem, &mut sources),
            message: problem.message.text(lang),
            help: problem.help.as_ref().map(|help| help.text(lang)),
            is_suggestion: false,
            related: Vec::new(),
            fixes: Vec::new(),
        });
        Self { diagnostics: diagnostics.collect(), sources }
    }

    fn with_cells(mut self, problems: &[SheetProblem], lang: Lang) -> Self {
        for (diagnostic, problem) in self.diagnostics.iter_mut().zip(problems) {
            if let Some(place) = problem.place.as_ref().filter(|place| place.sheet.is_some()) {
                let cell = place.message();
                diagnostic.message = say!("at-cell", cell, problem = problem.message).text(lang);
            }
        }
        self
    }
}

/// A text with a line for each row, in which each column is a letter: as long as the last column that is named in it.
struct Grid {
    text: String,
    /// Where the lines begin of the rows that are named.
    starts: BTreeMap<usize, usize>,
}

impl Grid {
    fn new(problems: &[SheetProblem]) -> Self {
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        for place in problems.iter().filter_map(|problem| problem.place.as_ref()) {
            let width = widths.entry(place.row).or_default();
            *width = place.column.max(*width);
        }
        let mut grid = Self { text: String::new(), starts: BTreeMap::new() };
        let mut line = 1;
        for (row, width) in widths {
            grid.text.extend(std::iter::repeat_n('\n', row.saturating_sub(line)));
            line = row;
            grid.starts.insert(row, grid.text.len());
            grid.text.extend(std::iter::repeat_n(' ', width));
        }
        grid
    }

    fn at(&self, place: &CellPlace) -> usize {
        self.starts.get(&place.row).copied().unwrap_or_default() + place.column.saturating_sub(1)
    }
}
