//! What is said to people and to machines.

use std::{
    io::{self, Write},
    path::Path,
};

use crate::{
    cli::{Common, ProblemFormat},
    diagnostic::{
        Diagnostic, Severity, Sources, shown_message, write_github, write_json, write_sarif, write_text,
    },
    pipeline::Checked,
};

/// Says on a line of its own what is no diagnostic. It may name a file of any name.
pub(super) fn say_problem(severity: Severity, message: &str) {
    let (color, word) = match severity {
        Severity::Error => (31, "error"),
        Severity::Warning => (33, "warning"),
    };
    let _ = writeln!(anstream::stderr(), "\u{1b}[1;{color}m{word}\u{1b}[0m: {}", shown_message(message));
}

/// Prints what was found, in the form that was asked for.
pub(super) fn print_diagnostics(checked: &Checked, common: &Common) -> io::Result<()> {
    print_found(&checked.diagnostics, &checked.sources, common.format)
}

/// The same of diagnostics with their sources.
pub(super) fn print_found(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    format: ProblemFormat,
) -> io::Result<()> {
    match format {
        ProblemFormat::Text => write_text(&mut anstream::stderr().lock(), diagnostics, sources),
        ProblemFormat::Json => write_json(&mut io::stdout().lock(), diagnostics, sources),
        ProblemFormat::Github => write_github(&mut io::stdout().lock(), diagnostics, sources),
        ProblemFormat::Sarif => write_sarif(&mut io::stdout().lock(), diagnostics, sources),
    }
}

/// Prints a line for people: on standard output, or on standard error where that is for machines.
pub(super) fn say(common: &Common, line: &str) -> io::Result<()> {
    match common.format {
        _ if common.quiet => Ok(()),
        ProblemFormat::Text => writeln!(anstream::stdout(), "{line}"),
        ProblemFormat::Json | ProblemFormat::Github | ProblemFormat::Sarif => {
            writeln!(anstream::stderr(), "{line}")
        }
    }
}

/// How many errors and warnings there are, in words.
pub(super) fn counts(checked: &Checked) -> String {
    let count = |severity| checked.diagnostics.iter().filter(|it| it.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    format!("{}, {}", numbered(errors, "error"), numbered(warnings, "warning"))
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

/// So many of something, in words.
pub(super) fn numbered(n: usize, word: &str) -> String {
    match word.strip_suffix('s') {
        _ if n == 1 => format!("1 {word}"),
        Some(_) => format!("{n} {word}es"),
        None => format!("{n} {word}s"),
    }
}
