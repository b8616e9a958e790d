//! The lists of records.

use strum::{IntoStaticStr, VariantArray, VariantNames};

use crate::{
    id::Id,
    lang::DateRange,
    model::{Commitment, Event, Kind, Meeting},
    site::Site,
};

/// The lists of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, VariantArray, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum ListKind {
    /// Dialogues, where there are several.
    Dialogues,
    /// Meetings, the newest first.
    Meetings,
    /// Commitments, by meeting.
    Commitments,
    /// Tracks.
    Tracks,
    /// Delegations.
    Delegations,
    /// Organizations.
    Organizations,
    /// People.
    People,
    /// Events, the newest first.
    Events,
    /// Meetings and events in time.
    Timeline,
    /// Meetings by tracks.
    Matrix,
    /// Terms.
    Glossary,
    /// What kinds and statuses mean.
    Status,
    /// What there is in each language.
    Coverage,
    /// What was corrected after publication.
    Corrections,
    /// Everything, by its words.
    Search,
    /// What can be downloaded and subscribed to.
    Downloads,
}

impl ListKind {
    /// Every list, in the order of the navigation.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// Their words, in the same order.
    pub const NAMES: &'static [&'static str] = <Self as VariantNames>::VARIANTS;

    /// Its folder below the language, and its name in strings and templates.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether the main navigation leads to it; that of the foot of the page leads to the others.
    #[must_use]
    pub fn is_in_main_navigation(self) -> bool {
        !matches!(
            self,
            Self::People
                | Self::Glossary
                | Self::Status
                | Self::Coverage
                | Self::Corrections
                | Self::Downloads
        )
    }

    /// Whether the site has the list: that of dialogues only where there are several, that of events only where there are
    /// any, all others always.
    #[must_use]
    pub fn is_in(self, site: &Site) -> bool {
        match self {
            Self::Dialogues => site.has_several_dialogues(),
            Self::Events => !site.events.is_empty(),
            _ => true,
        }
    }

    /// How many items it has.
    pub(super) fn length(self, site: &Site) -> usize {
        match self {
            Self::Meetings | Self::Matrix => published(site).count(),
            Self::Events => site.events.len(),
            Self::Timeline => published(site).count() + site.events.len(),
            Self::Commitments => listed_commitments(site).count(),
            Self::Dialogues => site.dialogues.len(),
            Self::Tracks => site.tracks.len(),
            Self::Delegations => site.delegations.len(),
            Self::Organizations => site.organizations.len(),
            Self::People => site.people.len(),
            Self::Glossary => site.terms.len(),
            Self::Status | Self::Search | Self::Downloads => 1,
            Self::Corrections => {
                site.meetings.iter().map(|(_, meeting)| meeting.facts.corrections.len()).sum()
            }
            Self::Coverage => published(site).count() + site.published_pages().count(),
        }
    }
}

/// A record of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimelineRecord {
    /// A meeting.
    Meeting(Id<Meeting>),
    /// An event.
    Event(Id<Event>),
}

impl TimelineRecord {
    /// The days of the record.
    #[must_use]
    pub fn date(self, site: &Site) -> DateRange {
        match self {
            Self::Meeting(id) => site.meetings[id].facts.date,
            Self::Event(id) => site.events[id].date,
        }
    }
}

/// The meetings that lists show and the events, by date; of the same days, the meetings first.
#[must_use]
pub fn timeline(site: &Site) -> Vec<TimelineRecord> {
    let meetings = published(site).map(TimelineRecord::Meeting);
    let mut records: Vec<_> = meetings.chain(site.events.ids().map(TimelineRecord::Event)).collect();
    // What stands in this order already stays as it is.
    records.sort_by_key(|record| record.date(site));
    records
}

/// The meetings that lists and counts show, by date: all but the withdrawn.
#[must_use]
pub fn published(site: &Site) -> impl DoubleEndedIterator<Item = Id<Meeting>> {
    site.meetings.iter().filter(|(_, meeting)| !meeting.is_withdrawn()).map(|(id, _)| id)
}

/// The commitments that lists and counts show, by meeting.
pub fn listed_commitments(site: &Site) -> impl Iterator<Item = Id<Commitment>> {
    published(site).flat_map(|id| site.meetings[id].commitments.iter().copied())
}

/// Those of a kind.
pub fn of_kind(site: &Site, kind: Kind) -> impl Iterator<Item = Id<Commitment>> {
    listed_commitments(site).filter(move |id| site.commitments[*id].facts.kind == kind)
}
