//! What is said to people and to machines.

use std::{
    io::{self, Write},
    path::Path,
};

use super::options::language;
use crate::{
    cli::{Common, ProblemFormat},
    diagnostic::{
        Diagnostic, Severity, Sources, shown_message, write_github, write_json, write_sarif, write_text,
    },
    lang::{Count, Lang, Message, say},
    pipeline::Checked,
};

/// Says on a line of its own what is no diagnostic. It may name a file of any name.
pub(super) fn say_problem(lang: Lang, severity: Severity, message: impl Into<Message>) {
    let color = match severity {
        Severity::Error => 31,
        Severity::Warning => 33,
    };
    let (word, message) = (severity.word().text(lang), message.into().text(lang));
    let _ = writeln!(anstream::stderr(), "\u{1b}[1;{color}m{word}\u{1b}[0m: {}", shown_message(&message));
}

/// Prints what was found, in the form that was asked for.
pub(super) fn print_diagnostics(checked: &Checked, common: &Common) -> io::Result<()> {
    print_found(&checked.diagnostics, &checked.sources, common)
}

/// The same of diagnostics with their sources.
pub(super) fn print_found(diagnostics: &[Diagnostic], sources: &Sources, common: &Common) -> io::Result<()> {
    match common.format {
        ProblemFormat::Text => {
            write_text(&mut anstream::stderr().lock(), diagnostics, sources, language(common))
        }
        ProblemFormat::Json => write_json(&mut io::stdout().lock(), diagnostics, sources),
        ProblemFormat::Github => write_github(&mut io::stdout().lock(), diagnostics, sources),
        ProblemFormat::Sarif => write_sarif(&mut io::stdout().lock(), diagnostics, sources),
    }
}

/// Prints a line for people: on standard output, or on standard error where that is for machines.
pub(super) fn say(common: &Common, line: impl Into<Message>) -> io::Result<()> {
    let line = shown_message(&line.into().text(language(common)));
    match common.format {
        _ if common.quiet => Ok(()),
        ProblemFormat::Text => writeln!(anstream::stdout(), "{line}"),
        ProblemFormat::Json | ProblemFormat::Github | ProblemFormat::Sarif => {
            writeln!(anstream::stderr(), "{line}")
        }
    }
}

/// How many errors and warnings there are.
pub(super) fn counts(checked: &Checked) -> Message {
    let count = |severity| Count(checked.diagnostics.iter().filter(|it| it.severity == severity).count());
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    say!(
        "errors-and-warnings",
        errors = say!("n-errors", n = errors),
        warnings = say!("n-warnings", n = warnings)
    )
}

/// The option that names the root in a command to be typed; nothing for the current folder.
pub(super) fn root_option(root: &Path) -> String {
    let text = root.display().to_string();
    match text.as_str() {
        "." | "" => String::new(),
        _ if text.contains(|c: char| c.is_whitespace() || "'\"\\$`&;()<>|*?#".contains(c)) => {
            format!(" --root '{}'", text.replace('\'', r"'\''"))
        }
        text => format!(" --root {text}"),
    }
}
