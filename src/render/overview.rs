//! Where the commitments stand: how many of each kind have an outcome, and how many of each track are open.

use std::{cmp::Reverse, collections::HashMap};

use super::{
    cards::{KindCountView, TrackCard},
    context::LanguageContext,
    view::view,
};
use crate::{model::Outcome, plan};

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
    /// How many commitments there are of each kind: of those that can be carried out by what the archive has on what became
    /// of them, and of the others.
    pub(super) fn kind_outcomes(&self) -> (Vec<KindOutcomesView>, Vec<KindCountView>) {
        let mut found: HashMap<&str, [usize; 3]> = HashMap::new();
        for id in plan::listed_commitments(self.site) {
            let Some(outcome) = self.site.outcome(id) else { continue };
            let of_kind = found.entry(self.site.commitments[id].facts.kind.name()).or_default();
            of_kind[match outcome {
                Outcome::Assessed(_) => 0,
                Outcome::Recorded(_) => 1,
                Outcome::Unknown => 2,
            }] += 1;
        }
        let counts = self.all_kinds();
        let (with, without): (Vec<_>, _) = counts.into_iter().partition(|kind| found.contains_key(kind.id));
        let with = with.into_iter().map(|kind| {
            let [assessed, recorded, unknown] = found.get(kind.id).copied().unwrap_or_default();
            KindOutcomesView { kind, assessed, recorded, unknown }
        });
        (with.collect(), without)
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
        counted.sort_by_key(|(id, open)| (Reverse(*open), *id));
        counted.truncate(limit);
        counted.sort_by_key(|(id, _)| *id);
        let shown = counted
            .into_iter()
            .map(|(id, open)| OpenTrackView { track: self.cards.tracks[id.index()].clone(), open });
        shown.collect()
    }
}
