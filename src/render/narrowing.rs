//! The ways from a list of commitments to a part of it, which need no script: to the pages of kinds, tracks and sides, and
//! to a year of the list.

use super::{
    cards::{DelegationCard, KindCountView, TrackCard},
    context::LanguageContext,
    view::view,
};
use crate::{
    id::Id,
    model::Commitment,
    plan::{PAGE_LENGTH, listed_commitments, page_address},
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
        years: Vec<ListYearView>,
    }
}

view! {
    /// A year of a list.
    struct ListYearView {
        /// The year, in Japanese with its era.
        label: String,
        /// Where it begins in the list.
        url: String,
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

    fn years_of(&self, commitments: &[Id<Commitment>], address: &str) -> Vec<ListYearView> {
        let meeting = |id: &Id<Commitment>| self.site.commitments[*id].meeting;
        let mut years: Vec<(i16, ListYearView)> = Vec::new();
        let mut place = 0;
        for group in commitments.chunk_by(|a, b| meeting(a) == meeting(b)).rev() {
            let Some(first) = group.first() else { continue };
            let day = self.site.meetings[meeting(first)].facts.date.start();
            if years.last().is_none_or(|(year, _)| *year != day.year()) {
                let page = page_address(address, place / PAGE_LENGTH + 1);
                let url = format!("{page}#{}", year_anchor(day.year()));
                years.push((day.year(), ListYearView { label: self.dates().year(day), url }));
            }
            place += group.len();
        }
        years.into_iter().map(|(_, year)| year).collect()
    }
}

/// The place of a year in a list of commitments.
pub(super) fn year_anchor(year: i16) -> String {
    format!("y{year}")
}
