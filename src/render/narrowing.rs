//! The ways from a list of commitments to a part of it, which need no script: to the pages of kinds, tracks and sides, and
//! to a year of the list.

use super::{
    cards::{DelegationCard, KindCountView, TrackCard},
    context::LanguageContext,
    view::view,
    years::{YearLinkView, year_anchor},
};
use crate::{
    id::Id,
    model::Commitment,
    plan::{PAGE_LENGTH, listed_commitments},
};

view! {
    /// The ways from a list of commitments to a part of it.
    struct NarrowingView {
        /// The kinds of all commitments, each with how many there are.
        kinds: Vec<KindCountView>,
        /// The tracks, up to 200.
        tracks: Vec<TrackCard>,
        /// The delegations, up to 200.
        delegations: Vec<DelegationCard>,
        /// The years of the list, the newest first, each with its first place in it.
        years: Vec<YearLinkView>,
    }
}

impl LanguageContext<'_> {
    /// The ways from a list at an address, of commitments in the order of the meetings, whose newest stands first.
    pub(super) fn narrowing(&self, commitments: &[Id<Commitment>], address: &str) -> NarrowingView {
        NarrowingView {
            kinds: self.kind_counts(listed_commitments(self.site)),
            tracks: self.cards.tracks.all().into_iter().take(PAGE_LENGTH).collect(),
            delegations: self.cards.delegations.all().into_iter().take(PAGE_LENGTH).collect(),
            years: self.years_of(commitments, address),
        }
    }

    fn years_of(&self, commitments: &[Id<Commitment>], address: &str) -> Vec<YearLinkView> {
        let meeting = |id: &Id<Commitment>| self.site.commitments[*id].meeting;
        let by_meeting = commitments.chunk_by(|a, b| meeting(a) == meeting(b)).rev();
        let days = by_meeting.flatten().map(|id| self.site.meetings[meeting(id)].facts.date.start());
        self.year_links(days, address, year_anchor)
    }
}
