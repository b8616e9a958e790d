//! Records as many pages show them: made into values once a language, when the first page shows them.

mod carded;
mod commitments;
mod events;
mod kind_counts;
mod meetings;
mod organizations;
mod outcomes;

pub(super) use commitments::{CommitmentCard, TrackCard};
pub(super) use events::EventCard;
pub(super) use kind_counts::{KindCountView, count_kinds, counted_kinds, kind_counts};
pub(super) use meetings::{DocumentCard, LinkView, MeetingCard};
pub(super) use organizations::{DelegationCard, OrganizationCard, PersonCard, full_name};
pub(super) use outcomes::judge;

use std::sync::Arc;

use super::{lazy::LazyTable, string_keys::StringKeys, view::Card};
use crate::{
    id::{Id, Table},
    lang::Lang,
    site::Site,
    theme::Strings,
};
use carded::{Carded, Maker};
use commitments::Inner;
use meetings::MeetingsShown;

/// The strings that cards ask for.
pub(super) const STRINGS: [&[StringKeys]; 6] = [
    commitments::STRINGS,
    events::STRINGS,
    meetings::STRINGS,
    organizations::STRINGS,
    outcomes::STRINGS,
    kind_counts::STRINGS,
];

/// The cards of a language, by kind and place.
pub(super) struct Cards {
    pub(super) tracks: Arc<LazyTable<TrackCard>>,
    pub(super) delegations: Arc<LazyTable<DelegationCard>>,
    pub(super) organizations: LazyTable<OrganizationCard>,
    pub(super) people: LazyTable<PersonCard>,
    pub(super) meetings: Arc<LazyTable<MeetingCard>>,
    /// As the page of their dialogue shows them.
    pub(super) meetings_of_dialogue: LazyTable<MeetingCard>,
    pub(super) commitments: LazyTable<CommitmentCard>,
    pub(super) documents: LazyTable<DocumentCard>,
    pub(super) events: LazyTable<EventCard>,
}

impl Cards {
    pub(super) fn new(site: &Arc<Site>, lang: Lang, strings: &Strings) -> Self {
        let source = &Source { site: site.clone(), lang, strings: strings.clone() };
        let tracks = Arc::new(source.deck(|site| &site.tracks, ()));
        let delegations = Arc::new(source.deck(|site| &site.delegations, ()));
        let meetings = Arc::new(source.deck(|site| &site.meetings, MeetingsShown::OfAll));
        let meetings_of_dialogue = source.deck(|site| &site.meetings, MeetingsShown::OfDialogue);
        let organizations = source.deck(|site| &site.organizations, delegations.clone());
        let inner =
            Inner { tracks: tracks.clone(), delegations: delegations.clone(), meetings: meetings.clone() };
        let commitments = source.deck(|site| &site.commitments, inner);
        let people = source.deck(|site| &site.people, ());
        let documents = source.deck(|site| &site.documents, ());
        let events = source.deck(|site| &site.events, ());
        Self {
            tracks,
            delegations,
            organizations,
            people,
            meetings,
            meetings_of_dialogue,
            commitments,
            documents,
            events,
        }
    }
}

/// What cards are made from, for as long as any may still be asked for.
#[derive(Clone)]
struct Source {
    site: Arc<Site>,
    lang: Lang,
    strings: Strings,
}

impl Source {
    fn deck<T: Carded>(
        &self,
        table: fn(&Site) -> &Table<T>,
        inner: T::Inner,
    ) -> LazyTable<Card<T::View<'static>>> {
        let length = table(&self.site).len();
        let source = self.clone();
        LazyTable::new(length, move |at| {
            let (id, record) = table(&source.site).nth(at);
            let maker = Maker { site: &source.site, lang: source.lang, strings: &source.strings };
            Card::new(record.view(id, &inner, &maker).into())
        })
    }
}

/// The cards at these places.
pub(super) fn pick<T, V>(cards: &LazyTable<Card<V>>, ids: &[Id<T>]) -> Vec<Card<V>> {
    ids.iter().map(|id| cards[id.index()].clone()).collect()
}
