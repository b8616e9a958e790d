//! A sign that does not do what it looks like.

use std::ops::Range;

use crate::lang::Message;

/// A sign that does not do what it looks like.
pub(super) struct Sign {
    /// Where it stands, in bytes.
    pub(super) place: Range<usize>,
    pub(super) message: Message,
    pub(super) help: Message,
}

impl Sign {
    pub(super) fn new(place: Range<usize>, message: Message, help: Message) -> Self {
        Self { place, message, help }
    }

    pub(super) fn moved(self, start: usize) -> Self {
        Self { place: self.place.start + start..self.place.end + start, ..self }
    }
}
