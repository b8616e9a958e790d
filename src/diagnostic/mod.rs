//! What went wrong, where, and what to do about it.

mod code;
mod excerpt;
mod github;
mod json;
mod positions;
mod sarif;
mod shown;
mod sources;
mod text;

pub use code::{Code, Severity};
pub use excerpt::{Excerpt, excerpts};
pub use github::write_github;
pub use json::write_json;
pub use sarif::write_sarif;
pub use shown::{shown, shown_message};
pub use sources::{SourceFile, SourceId, Sources};
pub use text::write_text;

use std::{iter, ops::Range};

/// A stretch of a source file, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub source: SourceId,
    /// The stretch; an empty one points at a position.
    pub span: Range<usize>,
}

/// A further place that a diagnostic speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is there.
    pub message: String,
}

/// One problem, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable name of the kind of problem; it decides between error and warning.
    pub code: Code,
    /// Where the offending value stands.
    pub place: Place,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// A way out, where one is known.
    pub help: Option<String>,
    /// Other places that have to do with it.
    pub related: Vec<Related>,
}

impl Diagnostic {
    /// Whether it is an error or a warning.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// Every place that it speaks of.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        iter::once(&self.place).chain(self.related.iter().map(|related| &related.place))
    }
}

/// Puts diagnostics in the order in which they are told: by path, line and column.
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

/// How many comparisons of names one run makes before it offers no more: where thousands of names are unknown, something
/// else is wrong than a slip of the finger.
const MAX_COMPARED: usize = 200_000;

/// Offers names for mistyped ones, without comparing for ever.
#[derive(Debug, Default)]
pub struct Suggestions {
    compared: usize,
}

impl Suggestions {
    /// Offers nothing.
    #[must_use]
    pub fn none() -> Self {
        Self { compared: MAX_COMPARED }
    }

    /// As [`did_you_mean`], as long as not too much was compared before.
    pub fn near<'a>(
        &mut self,
        wrong: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        if self.compared >= MAX_COMPARED {
            return None;
        }
        // All candidates or none: what is offered does not depend on their order.
        did_you_mean(wrong, candidates.into_iter().inspect(|_| self.compared += 1))
    }
}

/// The candidate nearest to a mistyped name, when it is near enough to be meant.
#[must_use]
pub fn did_you_mean<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Of one or two letters, any other two are as near; what is very long was not typed.
    let limit = match wrong.chars().count() {
        0..3 | 200.. => return None,
        length => length / 3,
    };
    candidates
        .into_iter()
        // A character has at most four bytes: what is much longer or shorter is not near.
        .filter(|candidate| {
            candidate.len() <= wrong.len() + 4 * limit && wrong.len() <= candidate.len() + 4 * limit
        })
        .map(|candidate| (strsim::osa_distance(wrong, candidate), candidate))
        .filter(|(distance, _)| (1..=limit).contains(distance))
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_name_is_offered_and_a_far_one_is_not() {
        assert_eq!(did_you_mean("clowd", ["open-internet", "cloud"]), Some("cloud"));
        assert_eq!(did_you_mean("jpn", ["us", "jp"]), Some("jp"));
        assert_eq!(did_you_mean("b", ["a"]), None);
        assert_eq!(did_you_mean("quantum", ["open-internet", "cloud"]), None);
    }
}
