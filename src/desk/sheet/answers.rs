//! The assessments that a sheet brings, each cell checked against the archive.

use super::{
    assessment_row::{AssessmentRow, SheetAnswers},
    cells::{CellPlace, ReadCell, ReadRow, ReadTable},
    column::SheetColumn,
    conflicts,
    headers::{self, Headers},
    row::{name, row, says},
    sheet_problem::SheetProblem,
    values::{self, ValueError, worked_out},
};
use crate::{
    diagnostic::{Code, did_you_mean},
    id::Id,
    lang::{Date, Message, PerLang, say},
    model::Commitment,
    site::Site,
};

/// How many problems are reported at once.
const MAX_PROBLEMS: usize = 1_000;

/// How many rows may be filled in.
const MAX_FILLED: usize = 10_000;

/// What the tables of a file bring to a site.
#[must_use]
pub fn answers(tables: &[ReadTable], site: &Site) -> SheetAnswers {
    let mut answers = SheetAnswers::default();
    let mut rows = Vec::new();
    let mut is_sheet = false;
    for table in tables {
        let Some(headers) = Headers::find(table, &mut answers.problems) else { continue };
        is_sheet = true;
        let reader = TableReader { table, headers: &headers, site };
        reader.report_merged(&mut answers.problems);
        reader.name_others(&mut answers.remarks);
        for (number, row) in table.rows.range(headers.row + 1..) {
            if answers.problems.len() > MAX_PROBLEMS || rows.len() > MAX_FILLED {
                answers.problems.push(too_many(rows.len()));
                return answers;
            }
            match reader.assessment(*number, row, &mut answers.problems) {
                Filled::Empty => answers.empty += 1,
                Filled::Unsound => {}
                Filled::Sound(assessment) => rows.push(*assessment),
            }
        }
    }
    if !is_sheet {
        answers.problems.push(headers::missing());
    }
    conflicts::sort_out(rows, site, &mut answers);
    answers.problems.sort_by(|a, b| a.place.cmp(&b.place));
    answers
}

fn too_many(filled: usize) -> SheetProblem {
    if filled > MAX_FILLED {
        let message = say!("too-many-rows", most = MAX_FILLED);
        SheetProblem::of_file(Code::TooLarge, message, say!("divide-sheet"))
    } else {
        SheetProblem::of_file(Code::InvalidValue, say!("more-problems"), say!("correct-these-first"))
    }
}

/// What came of a row.
enum Filled {
    Empty,
    Unsound,
    Sound(Box<AssessmentRow>),
}

/// A table with what it is read by.
struct TableReader<'a> {
    table: &'a ReadTable,
    headers: &'a Headers,
    site: &'a Site,
}

impl TableReader<'_> {
    fn report_merged(&self, problems: &mut Vec<SheetProblem>) {
        let used = |at: &usize| self.headers.columns.values().any(|column| column == at);
        let of_table = |rows: &std::ops::RangeInclusive<usize>| *rows.end() >= self.headers.row;
        for merged in self.table.merged.iter().filter(|it| of_table(&it.rows)) {
            let Some(column) = merged.columns.clone().take(SheetColumn::ALL.len() * 2).find(used) else {
                continue;
            };
            let place = self.table.place(*merged.rows.start(), column);
            let problem = SheetProblem::at(place, Code::InvalidValue, say!("merged-cells"));
            problems.push(problem.help(say!("split-cells")));
        }
    }

    fn name_others(&self, remarks: &mut Vec<Message>) {
        for (column, header) in &self.headers.others {
            let cell = self.table.place(self.headers.row, *column).message();
            remarks.push(say!("other-column", cell, header));
        }
    }

    fn assessment(&self, number: usize, row: &ReadRow, problems: &mut Vec<SheetProblem>) -> Filled {
        let cell = |column| self.headers.columns.get(&column).and_then(|at| row.get(at));
        let is_filled = SheetColumn::ALL.iter().any(|column| !column.is_fixed() && cell(*column).is_some());
        if !is_filled {
            return if cell(SheetColumn::Id).is_some() { Filled::Empty } else { Filled::Unsound };
        }
        let mut row = RowReader { reader: self, number, row, problems, is_sound: true };
        match row.assessment() {
            Some(assessment) if row.is_sound => Filled::Sound(Box::new(assessment)),
            _ => Filled::Unsound,
        }
    }
}

/// A row with what is wrong with its cells.
struct RowReader<'a> {
    reader: &'a TableReader<'a>,
    number: usize,
    row: &'a ReadRow,
    problems: &'a mut Vec<SheetProblem>,
    is_sound: bool,
}

impl RowReader<'_> {
    fn assessment(&mut self) -> Option<AssessmentRow> {
        let site = self.reader.site;
        let commitment = self.commitment();
        let status = self.value(SheetColumn::Status, |cell| values::status(&worked_out(cell)?.text()));
        let date = self.value(SheetColumn::Date, |cell| values::date(worked_out(cell)?));
        let by = self.value(SheetColumn::By, |cell| values::by(&worked_out(cell)?.text(), site));
        let source = self.value(SheetColumn::Source, |cell| values::source(&worked_out(cell)?.text(), site));
        let note = match self.cell(SheetColumn::Note) {
            Some(_) => self.value(SheetColumn::Note, |cell| values::note(&worked_out(cell)?.text()))?,
            None => PerLang::default(),
        };
        if let (Some(commitment), Some(date)) = (commitment, date) {
            self.check_day(commitment, date);
        }
        let (by, judge) = by?;
        Some(AssessmentRow {
            commitment: commitment?,
            status: status?,
            date: date?,
            by,
            judge,
            source: source?,
            note,
            place: self.place(SheetColumn::Status),
            note_place: self.place(SheetColumn::Note),
        })
    }

    fn cell(&self, column: SheetColumn) -> Option<&ReadCell> {
        self.row.get(self.reader.headers.columns.get(&column)?)
    }

    fn place(&self, column: SheetColumn) -> CellPlace {
        let at = self.reader.headers.columns.get(&column).copied().unwrap_or(1);
        self.reader.table.place(self.number, at)
    }

    fn report(&mut self, column: SheetColumn, error: ValueError) {
        let ValueError { code, message, help } = error;
        self.is_sound = false;
        self.problems.push(SheetProblem { code, place: Some(Box::new(self.place(column))), message, help });
    }

    /// What a cell says that has to be filled in.
    fn value<T>(
        &mut self,
        column: SheetColumn,
        read: impl FnOnce(&ReadCell) -> Result<T, ValueError>,
    ) -> Option<T> {
        let read = match self.cell(column) {
            Some(cell) => read(cell),
            None => Err(ValueError::new(
                Code::MissingField,
                say!("row-without", column = column.name()),
                say!("fill-in-or-empty"),
            )),
        };
        read.map_err(|error| self.report(column, error)).ok()
    }

    /// The commitment of the row, if its cells say what the archive says.
    fn commitment(&mut self) -> Option<Id<Commitment>> {
        let site = self.reader.site;
        let id = self.value(SheetColumn::Id, |cell| commitment(&worked_out(cell)?.text(), site))?;
        let expected = row(site, id);
        for (column, expected) in SheetColumn::ALL.iter().zip(&expected.cells) {
            let found = self.cell(*column);
            let is_formula = found.is_some_and(|cell| cell.is_formula);
            let text = found.map(|cell| cell.value.text()).unwrap_or_default();
            if is_formula || !says(&text, expected) {
                self.report(*column, changed(*column, is_formula));
            }
        }
        let kind = site.commitments[id].facts.kind;
        if !kind.has_outcome() {
            let message = say!("not-assessed", kind = kind.name());
            self.report(SheetColumn::Id, ValueError::new(Code::InvalidValue, message, say!("empty-row")));
        }
        Some(id)
    }

    /// Reports a day on which nobody can have judged.
    fn check_day(&mut self, commitment: Id<Commitment>, date: Date) {
        let site = self.reader.site;
        let held = site.meetings[site.commitments[commitment].meeting].facts.date;
        let message = if date < held.first_day() {
            say!("day-before-meeting", date, meeting = held.start())
        } else if date > site.config.latest_today {
            say!("day-after-today", date, today = site.config.as_of)
        } else {
            return;
        };
        self.report(SheetColumn::Date, ValueError::new(Code::DoubtfulFact, message, say!("correct-date")));
    }
}

fn changed(column: SheetColumn, is_formula: bool) -> ValueError {
    let column = column.name();
    let message =
        if is_formula { say!("formula-in-place", column) } else { say!("differs-from-archive", column) };
    ValueError::new(Code::ConflictingFact, message, say!("put-back-exported"))
}

/// The commitment of an id.
fn commitment(written: &str, site: &Site) -> Result<Id<Commitment>, ValueError> {
    let id = values::word(written);
    if let Some(found) = site.commitments.find(&id) {
        return Ok(found);
    }
    let short = site.commitments.iter().filter(|(_, commitment)| commitment.id == id);
    let same: Vec<_> = short.map(|(id, _)| name(site, id)).collect();
    if same.len() > 1 {
        return Err(ValueError::new(
            Code::UnknownCommitment,
            say!("several-commitments", written),
            say!("write-one-of", names = same.join(", ")),
        ));
    }
    let names: Vec<_> = site.commitments.ids().map(|id| name(site, id)).collect();
    let near =
        same.first().map(String::as_str).or_else(|| did_you_mean(&id, names.iter().map(String::as_str)));
    let help = match near {
        Some(near) => say!("did-you-mean", meant = near),
        None => say!("put-back-id"),
    };
    let message = say!("no-record", what = say!("kind-commitment"), name = written);
    Err(ValueError::new(Code::UnknownCommitment, message, help))
}
