//! Commitments and their tracks.

use std::sync::Arc;

use super::{
    carded::{Carded, Maker},
    kind_counts::KindCountView,
    meetings::MeetingCard,
    organizations::DelegationCard,
    outcomes::OutcomeView,
};
use crate::{
    id::Id,
    model::{Commitment, Kind, Track},
    plan::{ListKind, commitment_address},
    render::{
        lazy::LazyTable,
        string_keys::{StringKeys, key, keys},
        text,
        threads::Standing,
        view::{Card, Html, view},
    },
    site::Site,
};

/// The strings that are asked for here.
pub(in crate::render) const STRINGS: &[StringKeys] = &[key("count-meetings"), keys("kind-{}", Kind::NAMES)];

/// A track as many pages show it.
pub(in crate::render) type TrackCard = Card<TrackView<'static>>;

view! {
    /// A policy track.
    struct TrackView<'a> {
        /// Its id.
        id: &'a str,
        /// The address of its page.
        url: String,
        /// Its title.
        title: Html,
        /// Its title without markup.
        title_plain: String,
        /// What it is about.
        summary: Option<Html>,
        /// How many commitments it has.
        commitments: usize,
        /// How many of each kind.
        kinds: Vec<KindCountView>,
        /// At how many meetings they were made, in words.
        meetings_text: String,
    }
}

impl Carded for Track {
    type Inner = ();
    type View<'a> = TrackView<'a>;

    fn view<'a>(&'a self, _: Id<Self>, (): &Self::Inner, maker: &Maker<'a>) -> Self::View<'a> {
        let mut meetings: Vec<_> =
            self.commitments.iter().map(|id| maker.site.commitments[*id].meeting).collect();
        meetings.dedup();
        TrackView {
            id: self.id.as_str(),
            url: maker.url(ListKind::Tracks, &self.id),
            title: maker.html(&self.title),
            title_plain: text::plain(&self.title, maker.lang),
            summary: maker.optional(self.summary.as_ref()),
            commitments: self.commitments.len(),
            kinds: maker.kind_counts(&self.commitments),
            meetings_text: maker.strings.count("count-meetings", meetings.len()),
        }
    }
}

/// A commitment as many pages show it.
pub(in crate::render) type CommitmentCard = Card<CommitmentView<'static>>;

view! {
    /// A commitment.
    struct CommitmentView<'a> {
        /// Its id, unique in its meeting.
        id: &'a str,
        /// The address of its page.
        url: String,
        /// What it is called: its short name or, where it has none, its text.
        name: Html,
        /// The operative verb, where the page's language has one.
        verb: Option<Html>,
        /// The id of its kind, such as `undertaking`.
        kind_id: &'static str,
        /// Its kind in words.
        kind: &'a str,
        /// Its track, the main one where there are several.
        track: TrackCard,
        /// All its tracks, the main one first.
        tracks: Vec<TrackCard>,
        /// The meeting that made it.
        meeting: MeetingCard,
        /// The delegations that carry it.
        delegations: Vec<DelegationCard>,
        /// Whether these are just the two parties of its dialogue.
        of_both: bool,
        /// What became of it; nothing of a kind that cannot be carried out.
        outcome: Option<OutcomeView<'a>>,
        /// How it stands among the meetings: `taken-up`, `latest` or `once`.
        standing: &'static str,
    }
}

/// The cards that are a part of a commitment's.
pub(super) struct Inner {
    pub(super) tracks: Arc<LazyTable<TrackCard>>,
    pub(super) delegations: Arc<LazyTable<DelegationCard>>,
    pub(super) meetings: Arc<LazyTable<MeetingCard>>,
}

impl Carded for Commitment {
    type Inner = Inner;
    type View<'a> = CommitmentView<'a>;

    fn view<'a>(&'a self, id: Id<Self>, inner: &Self::Inner, maker: &Maker<'a>) -> Self::View<'a> {
        let standing = Standing::of(maker.site, self).name();
        CommitmentView {
            id: self.id.as_str(),
            url: commitment_address(maker.site, id, maker.lang),
            name: maker.html(self.facts.name()),
            verb: self.facts.verb.as_ref().filter(|it| it.get(maker.lang).is_some()).map(|it| maker.html(it)),
            kind_id: self.facts.kind.name(),
            kind: maker.strings.plain(&format!("kind-{}", self.facts.kind.name())),
            track: inner.tracks[self.facts.track.index()].clone(),
            tracks: self.facts.tracks.iter().map(|id| inner.tracks[id.index()].clone()).collect(),
            meeting: inner.meetings[self.meeting.index()].clone(),
            of_both: is_of_both(maker.site, self),
            delegations: self
                .facts
                .delegations
                .iter()
                .map(|id| inner.delegations[id.index()].clone())
                .collect(),
            outcome: maker.outcome(id),
            standing,
        }
    }
}

/// Whether the two parties of the dialogue carry a commitment, and nobody else.
fn is_of_both(site: &Site, commitment: &Commitment) -> bool {
    let parties = &site.dialogues[site.meetings[commitment.meeting].facts.dialogue].parties;
    let carriers = &commitment.facts.delegations;
    carriers.len() == parties.len() && parties.iter().all(|party| carriers.contains(party))
}
