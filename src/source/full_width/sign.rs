//! A sign that does not do what it looks like.

use std::ops::Range;

/// A sign that does not do what it looks like.
pub(super) struct Sign {
    /// Where it stands, in bytes.
    pub(super) place: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
}

impl Sign {
    pub(super) fn new(place: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { place, message: message.into(), help: help.into() }
    }

    pub(super) fn moved(self, start: usize) -> Self {
        Self { place: self.place.start + start..self.place.end + start, ..self }
    }
}
