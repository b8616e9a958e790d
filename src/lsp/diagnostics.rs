//! What is wrong, as the protocol has it, and what of it the editor knows already.

use lsp_types::{
    Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, NumberOrString,
    PublishDiagnosticsParams, Range, Uri,
};
use std::collections::BTreeMap;

use crate::diagnostic::Severity;

/// Who finds what is wrong.
pub(super) const SOURCE: &str = "taiwa";

/// A place in a file, as the protocol has it.
pub(super) type LocatedRange = (Uri, Range);

/// What is wrong with a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct FileReport {
    /// The version of the text that was checked, where the editor shows it.
    pub(super) version: Option<i32>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// What the editor was told of each file, by address.
#[derive(Debug, Default)]
pub(super) struct Published(BTreeMap<String, (Uri, FileReport)>);

impl Published {
    /// What to tell the editor, so that it knows this and nothing else.
    pub(super) fn update(&mut self, reports: Vec<(Uri, FileReport)>) -> Vec<PublishDiagnosticsParams> {
        let now = reports.into_iter().map(|(uri, report)| (uri.as_str().to_owned(), (uri, report)));
        let mut now: BTreeMap<_, _> = now.collect();
        let mut news = Vec::new();
        for (key, (uri, before)) in &self.0 {
            if !now.contains_key(key) && !before.diagnostics.is_empty() {
                news.push(PublishDiagnosticsParams::new(uri.clone(), Vec::new(), None));
            }
        }
        for (key, (uri, report)) in &now {
            if self.0.get(key).is_none_or(|(_, before)| before != report) {
                let FileReport { version, diagnostics } = report.clone();
                news.push(PublishDiagnosticsParams::new(uri.clone(), diagnostics, version));
            }
        }
        now.retain(|_, (_, report)| report.version.is_some() || !report.diagnostics.is_empty());
        self.0 = now;
        news
    }
}

/// A diagnostic at a range, with the places of what it speaks of besides.
pub(super) fn diagnostic(
    found: &crate::diagnostic::Diagnostic,
    range: Range,
    related: Vec<LocatedRange>,
) -> Diagnostic {
    let messages = found.related.iter().map(|it| it.message.clone());
    let related = related.into_iter().zip(messages).map(|((uri, range), message)| {
        DiagnosticRelatedInformation { location: Location::new(uri, range), message }
    });
    let related: Vec<_> = related.collect();
    Diagnostic {
        range,
        severity: Some(match found.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
        }),
        code: Some(NumberOrString::String(found.code.name().to_owned())),
        source: Some(SOURCE.to_owned()),
        message: match &found.help {
            Some(help) => format!("{}\n{help}", found.message),
            None => found.message.clone(),
        },
        related_information: (!related.is_empty()).then_some(related),
        ..Diagnostic::default()
    }
}

/// That the archive cannot be read at all.
pub(super) fn failure(message: &str) -> Diagnostic {
    Diagnostic {
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some(SOURCE.to_owned()),
        message: message.to_owned(),
        ..Diagnostic::default()
    }
}
