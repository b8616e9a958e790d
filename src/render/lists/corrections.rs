//! The corrections of all records.

use std::cmp::Reverse;

use crate::{id::Id, model::Meeting, site::Site};

/// A correction of the list.
pub(in crate::render) struct ListedCorrection {
    pub(in crate::render) meeting: Id<Meeting>,
    /// Its place among those of the meeting.
    pub(in crate::render) place: usize,
}

impl ListedCorrection {
    /// All corrections, the newest first. Those of withdrawn records are among them, with what their own pages show: that
    /// a record is gone is the gravest correction.
    pub(in crate::render) fn all(site: &Site) -> Vec<Self> {
        let of_meeting = |meeting: Id<Meeting>| {
            let corrections = 0..site.meetings[meeting].facts.corrections.len();
            corrections.map(move |place| Self { meeting, place })
        };
        let mut all: Vec<_> = site.meetings.ids().flat_map(of_meeting).collect();
        all.sort_by_key(|listed| {
            let facts = &site.meetings[listed.meeting].facts;
            Reverse((facts.corrections[listed.place].date, facts.date))
        });
        all
    }
}
