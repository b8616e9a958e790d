//! Templates: the engine, and the check that every string they use is there.

use std::collections::BTreeSet;
use tera::{ErrorKind, ReportError, Tera};

use super::{
    files::{REPLACED, ThemeFiles, ThemeText},
    strings::{Strings, variable},
};
use crate::{
    diagnostic::{Code, SourceId},
    lang::{Lang, Message, PerLang, say},
    yaml::{Problem, Spot},
};

/// A template that could not be rendered.
#[derive(Clone, Debug)]
pub struct ThemeError {
    /// The template's name and the bytes in it, where they are known.
    pub place: Option<(String, std::ops::Range<usize>)>,
    /// What went wrong.
    pub message: String,
}

impl ThemeError {
    /// The error as a problem in the theme's file.
    #[must_use]
    pub fn problem(&self, files: &ThemeFiles) -> Problem {
        let place =
            self.place.as_ref().and_then(|(name, span)| Some((files.templates.get(name)?.source, span)));
        let spot = match place {
            Some((source, span)) => Spot::Bytes(source, span.clone()),
            None => Spot::Bytes(SourceId::default(), 0..0),
        };
        Problem::new(Code::TemplateError, spot, Message::verbatim(&self.message))
    }
}

/// What the engine says of an error, with its place.
#[must_use]
pub fn describe(error: &tera::Error) -> ThemeError {
    let placed = |report: &ReportError| ThemeError {
        place: Some((report.filename().to_owned(), report.span().range.clone())),
        message: report.message().to_owned(),
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => placed(report),
        _ => ThemeError { place: None, message: error.to_string() },
    }
}

/// The engine with all templates.
pub(super) fn engine(files: &ThemeFiles) -> Result<Tera, ThemeError> {
    let mut engine = Tera::default();
    // Of a component that is there twice, the one of the replaced template gives way.
    engine.set_fallback_prefixes([REPLACED]).map_err(|error| describe(&error))?;
    engine.autoescape_on(vec![".html", ".svg"]);
    // The real function is set for each language; templates only have to know of it.
    engine.register_function("t", |_: tera::Kwargs, _: &tera::State<'_>| String::new());
    let templates = files.templates.iter().map(|(name, file)| (name.as_str(), file.text.as_str()));
    match engine.add_raw_templates(templates) {
        Ok(()) => Ok(engine),
        Err(error) => Err(describe(&error)),
    }
}

/// Reports every string that the templates use or that is required, and that a language lacks.
pub(super) fn check_strings(
    files: &ThemeFiles,
    strings: &PerLang<Strings>,
    required: &BTreeSet<String>,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for lang in Lang::ALL {
        let strings = &strings[lang];
        let variables: Vec<_> = strings.keys().map(variable).collect();
        for file in files.templates.values() {
            for (name, start) in used(file) {
                if !strings.has(name) && !variables.iter().any(|variable| variable == name) {
                    let message = say!("missing-string", key = name, file = lang.code());
                    let spot = Spot::Bytes(file.source, start..start + name.len());
                    problems.push(Problem::new(Code::MissingString, spot, message));
                }
            }
        }
        let spot = files.strings.get(lang.code()).and_then(|files| files.last());
        let spot = Spot::Bytes(spot.map(|file| file.source).unwrap_or_default(), 0..0);
        for key in required.iter().filter(|key| !strings.has(key)) {
            let message = say!("missing-string", key, file = lang.code());
            problems.push(Problem::new(Code::MissingString, spot.clone(), message));
        }
    }
    problems
}

/// The strings that a template names as `s.name` or `t(key="name")`, with their place.
fn used(file: &ThemeText) -> Vec<(&str, usize)> {
    let mut found = Vec::new();
    let text = file.text.as_str();
    let mut at = 0;
    while let Some(open) = text[at..].find("{{").into_iter().chain(text[at..].find("{%")).min() {
        let start = at + open;
        let end = text[start..].find(['}', '%'].as_slice()).map_or(text.len(), |_| {
            let close = if text[start..].starts_with("{{") { "}}" } else { "%}" };
            text[start..].find(close).map_or(text.len(), |close| start + close)
        });
        names_in(text, start, end, &mut found);
        at = end.max(start + 2).min(text.len());
    }
    found
}

fn names_in<'a>(text: &'a str, start: usize, end: usize, found: &mut Vec<(&'a str, usize)>) {
    let code = &text[start..end];
    for mark in ["s.", "key=\""] {
        for (at, _) in code.match_indices(mark) {
            let is_inside = code[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || "_.\"'".contains(c));
            let name = &code[at + mark.len()..];
            let length = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'));
            let name = &name[..length.unwrap_or(name.len())];
            if !is_inside && !name.is_empty() {
                found.push((name, start + at + mark.len()));
            }
        }
    }
}
