//! What is known of each meeting's draft, with the places of its records, until all is linked.

use super::{commitments::LinkedCommitment, note::Note};
use crate::{
    id::Id,
    lang::DateRange,
    model::{Document, Event, Meeting, Signatory, Text},
    source::input::MeetingInput,
};

/// A meeting's draft with the place of its record, if the site has it.
pub(super) struct Linked<'a> {
    pub(super) note: &'a Note<'a, MeetingInput>,
    pub(super) meeting: Option<Id<Meeting>>,
    /// When it was held, published or not.
    pub(super) date: Option<DateRange>,
    pub(super) commitments: Vec<LinkedCommitment<'a>>,
    pub(super) documents: Vec<LinkedDocument<'a>>,
    /// Whether its texts say the same in both languages.
    pub(super) is_aligned: bool,
    /// Whether it is to be published.
    pub(super) is_visible: bool,
}

/// An event's documents, with the place of its record, if the site has it.
pub(super) struct LinkedEvent<'a> {
    pub(super) id: Option<Id<Event>>,
    pub(super) documents: Vec<LinkedDocument<'a>>,
}

/// A document's name and file, with the place of its record, if the site has it.
pub(super) struct LinkedDocument<'a> {
    pub(super) name: &'a str,
    pub(super) id: Option<Id<Document>>,
    /// Its file in static/.
    pub(super) file: Option<String>,
    /// Its addresses elsewhere, as they are written.
    pub(super) urls: [Option<&'a str>; 2],
    pub(super) title: Text,
    pub(super) signatories: Vec<Signatory>,
}
