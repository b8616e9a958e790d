//! What is wrong with an XLIFF that came back, by its lines.

use crate::{
    diagnostic::{Code, Diagnostic, Place, SourceFile, Sources},
    lang::{Lang, Message},
};

/// What is wrong with a line or, without one, with the whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TranslationProblem {
    /// The kind of problem.
    pub code: Code,
    /// The line, from 1.
    pub line: Option<usize>,
    /// What is wrong, in a sentence without a full stop.
    pub message: Message,
    /// A suggestion.
    pub help: Option<Message>,
}

impl TranslationProblem {
    /// A problem of the whole file.
    pub(super) fn of_file(code: Code, message: Message) -> Self {
        Self { code, line: None, message, help: None }
    }

    /// A problem of a line.
    pub(super) fn at(line: usize, code: Code, message: Message) -> Self {
        Self { code, line: Some(line), message, help: None }
    }

    /// The same with a suggestion.
    pub(super) fn help(self, help: Message) -> Self {
        Self { help: Some(help), ..self }
    }
}

/// The problems of a file as diagnostics, in a language, with the lines that they are about.
#[must_use]
pub fn report(
    name: &str,
    bytes: &[u8],
    problems: &[TranslationProblem],
    lang: Lang,
) -> (Vec<Diagnostic>, Sources) {
    let text = String::from_utf8_lossy(bytes);
    let starts: Vec<usize> = [0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let mut sources = Sources::default();
    let source = sources.add(SourceFile { path: name.to_owned(), text: text.as_ref().into(), yaml: 0..0 });
    let diagnostics = problems.iter().map(|problem| {
        let start = problem.line.and_then(|line| starts.get(line.saturating_sub(1))).copied().unwrap_or(0);
        let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let begin = start + line.len() - line.trim_start().len();
        let span = if problem.line.is_some() { begin..start + line.len() } else { 0..0 };
        Diagnostic {
            code: problem.code,
            severity: problem.code.severity(),
            place: Place { source, span },
            message: problem.message.text(lang),
            help: problem.help.as_ref().map(|help| help.text(lang)),
            is_suggestion: false,
            related: Vec::new(),
            fixes: Vec::new(),
        }
    });
    (diagnostics.collect(), sources)
}
