//! What is wrong with each file of an archive that is open in an editor.

use lsp_types::{Diagnostic, PublishDiagnosticsParams, Range, Uri};
use std::collections::BTreeMap;

use super::{
    diagnostics::{self, FileReport},
    positions::LineIndex,
    session::Session,
};
use crate::{
    diagnostic::{Place, SourceId},
    pipeline::Checked,
};

/// The file that is blamed where no archive is there at all.
const SETTINGS: &str = "content/site.yaml";

/// What the editor has to be told, so that it knows what was found last.
pub(super) fn news(session: &mut Session) -> Vec<PublishDiagnosticsParams> {
    let reports = reports(session);
    session.published.update(reports)
}

fn reports(session: &Session) -> Vec<(Uri, FileReport)> {
    let mut reports: BTreeMap<String, (Uri, FileReport)> = BTreeMap::new();
    for document in session.documents.iter().filter(|document| document.path.is_some()) {
        let report = FileReport { version: Some(document.version), diagnostics: Vec::new() };
        reports.insert(document.uri.as_str().to_owned(), (document.uri.clone(), report));
    }
    let mut add = |path: &str, diagnostic: Diagnostic| {
        let Some(uri) = session.uri(path) else { return };
        let key = uri.as_str().to_owned();
        let (_, report) = reports.entry(key).or_insert_with(|| (uri, FileReport::default()));
        report.diagnostics.push(diagnostic);
    };
    if let Some(message) = session.failure() {
        add(SETTINGS, diagnostics::failure(message));
    }
    for (source, diagnostic) in session.checked().iter().flat_map(|checked| located(session, checked)) {
        let Some(checked) = session.checked() else { continue };
        add(checked.sources.path(source), diagnostic);
    }
    reports.into_values().collect()
}

/// Every diagnostic with its file.
fn located(session: &Session, checked: &Checked) -> Vec<(SourceId, Diagnostic)> {
    let mut ranges = RangeFinder { session, checked, lines: BTreeMap::new() };
    let located = checked.diagnostics.iter().map(|found| {
        let range = ranges.range(&found.place);
        let related = found.related.iter().filter_map(|it| {
            Some((session.uri(checked.sources.path(it.place.source))?, ranges.range(&it.place)))
        });
        let related = related.collect();
        (found.place.source, diagnostics::diagnostic(found, range, related))
    });
    located.collect()
}

/// Finds lines and columns, reading the lines of each file once.
struct RangeFinder<'c> {
    session: &'c Session,
    checked: &'c Checked,
    lines: BTreeMap<SourceId, LineIndex<'c>>,
}

impl RangeFinder<'_> {
    fn range(&mut self, place: &Place) -> Range {
        let (session, file) = (self.session, self.checked.sources.file(place.source));
        let lines = self.lines.entry(place.source);
        lines.or_insert_with(|| session.lines_of(&file.path, &file.text)).range(&place.span)
    }
}
