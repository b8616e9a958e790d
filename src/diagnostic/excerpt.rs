//! Diagnostics with the line that each points at, for a page that shows them.

use serde::Serialize;

use super::{
    Diagnostic, Place, Severity, Sources,
    positions::Positions,
    shown::{self, shown},
};
use std::borrow::Cow;

/// A diagnostic with its line.
#[derive(Debug, Serialize)]
pub struct Excerpt<'a> {
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(flatten)]
    line: ExcerptLine<'a>,
    related: Vec<RelatedLine<'a>>,
}

impl Excerpt<'_> {
    /// Whether it is an error rather than a warning.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error.name()
    }
}

#[derive(Debug, Serialize)]
struct RelatedLine<'a> {
    message: &'a str,
    #[serde(flatten)]
    line: ExcerptLine<'a>,
}

/// A line of a file in three parts, of which the middle one is meant; empty ones of a file without text.
#[derive(Debug, Serialize)]
struct ExcerptLine<'a> {
    path: Cow<'a, str>,
    #[serde(rename = "line")]
    row: usize,
    column: usize,
    before: String,
    marked: String,
    after: String,
}

/// The diagnostics with their lines.
#[must_use]
pub fn excerpts<'a>(diagnostics: &'a [Diagnostic], sources: &'a Sources) -> Vec<Excerpt<'a>> {
    let positions = Positions::of(diagnostics, sources);
    let excerpts = diagnostics.iter().map(|diagnostic| Excerpt {
        severity: diagnostic.severity.name(),
        code: diagnostic.code.name(),
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        line: line(&diagnostic.place, sources, &positions),
        related: diagnostic
            .related
            .iter()
            .map(|it| RelatedLine { message: &it.message, line: line(&it.place, sources, &positions) })
            .collect(),
    });
    excerpts.collect()
}

fn line<'a>(place: &Place, sources: &'a Sources, positions: &Positions) -> ExcerptLine<'a> {
    let file = sources.file(place.source);
    let (row, column) = positions.start(place);
    let shown::ShownLine { before, marked, after, .. } = shown::ShownLine::of(&file.text, &place.span);
    ExcerptLine { path: shown(&file.path), row, column, before, marked, after }
}
