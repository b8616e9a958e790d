//! Diagnostics as JSON, one object a line.

use serde::Serialize;
use std::{
    borrow::Cow,
    io::{self, Write},
};

use super::{Diagnostic, Place, Sources, positions::Positions, shown::shown};

#[derive(Serialize)]
struct JsonLine<'a> {
    severity: &'static str,
    code: &'static str,
    path: Cow<'a, str>,
    #[serde(rename = "line")]
    row: usize,
    column: usize,
    message: &'a str,
    help: Option<&'a str>,
    related: Vec<JsonRelated<'a>>,
}

#[derive(Serialize)]
struct JsonRelated<'a> {
    path: Cow<'a, str>,
    line: usize,
    column: usize,
    message: &'a str,
}

/// Writes one object a line.
///
/// # Errors
///
/// Those of the writer.
pub fn write_json(out: &mut impl Write, diagnostics: &[Diagnostic], sources: &Sources) -> io::Result<()> {
    let positions = Positions::of(diagnostics, sources);
    for diagnostic in diagnostics {
        serde_json::to_writer(&mut *out, &line(diagnostic, sources, &positions))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn line<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources, positions: &Positions) -> JsonLine<'a> {
    let at = |place: &Place| {
        let (line, column) = positions.start(place);
        (shown(sources.path(place.source)), line, column)
    };
    let (path, line, column) = at(&diagnostic.place);
    let related = diagnostic.related.iter().map(|related| {
        let (path, line, column) = at(&related.place);
        JsonRelated { path, line, column, message: &related.message }
    });
    JsonLine {
        severity: diagnostic.severity.name(),
        code: diagnostic.code.name(),
        path,
        row: line,
        column,
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        related: related.collect(),
    }
}
