//! A problem with its places, as it is reported in every form.

use std::iter;

use super::{
    code::{Code, Severity},
    sources::{Place, Sources},
};

/// A further place that a diagnostic speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is there.
    pub message: String,
}

/// A change that mends a problem, where what was meant is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fix {
    /// What is written at the place of the diagnostic, or in it, becomes what was meant.
    Replace {
        /// What is written.
        written: String,
        /// What was meant.
        meant: String,
    },
    /// The file gets this name in its folder.
    RenameFile(String),
    /// The record's file in the other language is made.
    MakeTranslation,
    /// The translation in the file is marked as current, once it is.
    Stamp,
}

/// One problem, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable name of the kind of problem.
    pub code: Code,
    /// Whether it is an error or a warning: as its code says, but for what may wait in a draft.
    pub severity: Severity,
    /// Where the offending value stands.
    pub place: Place,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// A suggestion, where one is known.
    pub help: Option<String>,
    /// Whether that is what was probably meant, and stands beside what is written.
    pub is_suggestion: bool,
    /// Other places that have to do with it.
    pub related: Vec<Related>,
    /// What would mend it.
    pub fixes: Vec<Fix>,
}

impl Diagnostic {
    /// Every place that it speaks of.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        iter::once(&self.place).chain(self.related.iter().map(|related| &related.place))
    }
}

/// Puts diagnostics in the order in which they are reported: by path, line and column.
pub fn sort(diagnostics: &mut [Diagnostic], sources: &Sources) {
    diagnostics.sort_by(|a, b| {
        let key = |d: &Diagnostic| (d.place.span.start, d.code.name());
        sources
            .path(a.place.source)
            .cmp(sources.path(b.place.source))
            .then_with(|| key(a).cmp(&key(b)))
            .then_with(|| a.message.cmp(&b.message))
    });
}
