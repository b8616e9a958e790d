//! Events: what matters to a dialogue and is no meeting of it.

use schemars::JsonSchema;
use serde::Deserialize;
use strum::{IntoStaticStr, VariantNames};

use super::{Commitment, Document, Text, Track};
use crate::{id::Id, lang::DateRange};

/// What matters to a dialogue and is no meeting of it.
#[derive(Debug)]
pub struct Event {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// When it was, by the calendar of the place.
    pub date: DateRange,
    /// What it was, where that is said.
    pub kind: Option<EventKind>,
    /// Where it was.
    pub place: Option<Text>,
    /// What it was about, in a sentence or two.
    pub summary: Option<Text>,
    /// The tracks that it has to do with.
    pub tracks: Vec<Id<Track>>,
    /// Its documents.
    pub documents: Vec<Id<Document>>,
    /// The commitments that stand in its documents.
    pub recorded: Vec<Id<Commitment>>,
    /// The commitments that are judged by its documents.
    pub assessed: Vec<Id<Commitment>>,
    /// Whether its first day is after the site's day.
    pub is_planned: bool,
}

/// What an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema, IntoStaticStr, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum EventKind {
    /// A meeting of heads of state or government.
    Summit,
    /// A meeting of ministers.
    Ministerial,
    /// A meeting of a working group.
    WorkingGroup,
    /// A meeting of companies or their associations.
    Industry,
    /// The beginning of a programme, a partnership or a dialogue.
    Launch,
    /// Something else.
    Other,
}

impl EventKind {
    /// The words of all kinds.
    pub const NAMES: &'static [&'static str] = <Self as VariantNames>::VARIANTS;

    /// The word for it in the registry.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}
