//! Where the commitments stand: how many of each kind have an outcome, and how many of each track are open.

use super::{
    cards::{KindCountView, TrackCard, kind_counts},
    context::LanguageContext,
    view::view,
};
use crate::{
    model::{Kind, Outcome},
    plan,
};

view! {
    /// Where the commitments of a kind that can be carried out stand. Each is counted once.
    struct KindOutcomesView {
        /// The kind, and how many commitments are of it.
        kind: KindCountView,
        /// How many somebody assessed.
        assessed: usize,
        /// How many nobody assessed, but later records go back to.
        recorded: usize,
        /// Of how many the archive has no record of what happened next.
        unknown: usize,
    }
}

view! {
    /// A track with how many of its commitments are open.
    struct OpenTrackView {
        /// The track.
        track: TrackCard,
        /// How many of its commitments can be carried out and are not recorded as carried out, given up or replaced.
        open: usize,
    }
}

impl LanguageContext<'_> {
    /// How many commitments there are of each kind that can be carried out, by what the archive has on what became of them.
    pub(super) fn kind_outcomes(&self) -> Vec<KindOutcomesView> {
        let site = self.site;
        let kinds = Kind::ALL.iter().filter(|kind| kind.has_outcome());
        let shown = kinds.flat_map(|kind| {
            let (mut assessed, mut recorded, mut unknown) = (0, 0, 0);
            for outcome in plan::of_kind(site, *kind).filter_map(|id| site.outcome(id)) {
                match outcome {
                    Outcome::Assessed(_) => assessed += 1,
                    Outcome::Recorded(_) => recorded += 1,
                    Outcome::Unknown => unknown += 1,
                }
            }
            let counts = kind_counts(site, self.lang, &self.strings, plan::of_kind(site, *kind));
            counts.into_iter().map(move |kind| KindOutcomesView { kind, assessed, recorded, unknown })
        });
        shown.collect()
    }

    /// How many commitments there are of each kind that cannot be carried out.
    pub(super) fn kinds_without_outcome(&self) -> Vec<KindCountView> {
        let has_none = |id: &_| !self.site.commitments[*id].facts.kind.has_outcome();
        let commitments = plan::listed_commitments(self.site).filter(has_none);
        kind_counts(self.site, self.lang, &self.strings, commitments)
    }

    /// The tracks that have commitments, each with how many of them are open: all or, of many, those with the most, in the order
    /// of the registry.
    pub(super) fn open_tracks(&self, limit: usize) -> Vec<OpenTrackView> {
        let site = self.site;
        let is_open = |id: &&_| site.outcome(**id).is_some_and(|outcome| !outcome.is_closed());
        let with_commitments = site.tracks.iter().filter(|(_, track)| !track.commitments.is_empty());
        let mut counted: Vec<_> = with_commitments
            .map(|(id, track)| (id, track.commitments.iter().filter(is_open).count()))
            .collect();
        counted.sort_by_key(|(id, open)| (std::cmp::Reverse(*open), *id));
        counted.truncate(limit);
        counted.sort_by_key(|(id, _)| *id);
        let shown = counted
            .into_iter()
            .map(|(id, open)| OpenTrackView { track: self.cards.tracks[id.index()].clone(), open });
        shown.collect()
    }
}
