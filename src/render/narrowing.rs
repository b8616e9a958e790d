//! The ways from a list of commitments to a part of it, which need no script: to the pages of kinds, tracks and sides, and
//! to a year of the list.

use super::{
    cards::{DelegationCard, KindCountView, TrackCard},
    context::LanguageContext,
    lists::Dated,
    view::view,
    years::{YearLinkView, year_anchor},
};
use crate::{id::Id, model::Commitment, plan::PAGE_LENGTH};

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
    /// The ways from a list at an address.
    pub(super) fn narrowing(&self, list: &Dated<Id<Commitment>>, address: &str) -> NarrowingView {
        NarrowingView {
            kinds: self.all_kinds(),
            tracks: self.cards.tracks.range(0..PAGE_LENGTH).cloned().collect(),
            delegations: self.cards.delegations.range(0..PAGE_LENGTH).cloned().collect(),
            years: self.year_links(&list.years, address, year_anchor),
        }
    }
}
