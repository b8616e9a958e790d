//! Records as all pages show them: made into values once a language, when the first page shows them.

use std::sync::Arc;

use super::{
    lazy::LazyTable,
    text,
    threads::Standing,
    view::{Card, Html, View},
    views::{
        CommitmentCard, CommitmentView, DelegationCard, DelegationView, DocumentCard, DocumentView, LinkView,
        MeetingCard, MeetingView, OrganizationCard, OrganizationView, PersonCard, PersonView, TrackCard,
        TrackView,
    },
};
use crate::{
    id::{Id, Table},
    lang::{Lang, date_text, names},
    model::{
        Commitment, Delegation, DelegationKind, Document, Meeting, Organization, Person, Status, Text, Track,
    },
    plan::{self, ListKind, commitment_address},
    site::Site,
    theme::Strings,
};

/// The cards of a language, by kind and place.
pub(super) struct Cards {
    pub(super) tracks: Arc<LazyTable<TrackCard>>,
    pub(super) delegations: Arc<LazyTable<DelegationCard>>,
    pub(super) organizations: LazyTable<OrganizationCard>,
    pub(super) people: LazyTable<PersonCard>,
    pub(super) meetings: Arc<LazyTable<MeetingCard>>,
    pub(super) commitments: LazyTable<CommitmentCard>,
    pub(super) documents: LazyTable<DocumentCard>,
}

impl Cards {
    pub(super) fn new(site: &Arc<Site>, lang: Lang, strings: &Strings) -> Self {
        let source = &Source { site: site.clone(), lang, strings: strings.clone() };
        let tracks = Arc::new(source.deck(|site| &site.tracks, ()));
        let delegations = Arc::new(source.deck(|site| &site.delegations, ()));
        let meetings = Arc::new(source.deck(|site| &site.meetings, ()));
        let organizations = source.deck(|site| &site.organizations, delegations.clone());
        let inner =
            Inner { tracks: tracks.clone(), delegations: delegations.clone(), meetings: meetings.clone() };
        let commitments = source.deck(|site| &site.commitments, inner);
        let people = source.deck(|site| &site.people, ());
        let documents = source.deck(|site| &site.documents, ());
        Self { tracks, delegations, organizations, people, meetings, commitments, documents }
    }
}

/// A record that has a card.
trait Carded: Sized + 'static {
    /// The cards that are a part of this one.
    type Inner: Send + Sync + 'static;
    /// What the card shows.
    type View<'a>: View;

    fn view<'a>(&'a self, id: Id<Self>, inner: &Self::Inner, maker: &Maker<'a>) -> Self::View<'a>;
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

/// A person's name as lists have it.
pub(super) fn list_name(person: &Person, lang: Lang, strings: &Strings) -> String {
    let part = |part: &Option<Text>| part.as_ref().and_then(|text| text.get(lang)).map(str::to_owned);
    match person.name.get(lang) {
        Some(full) => {
            let (family, given) = (part(&person.family), part(&person.given));
            text::escape(&names::list_form(lang, family.as_deref(), given.as_deref(), full))
        }
        None => text::markup(&person.name, lang, strings),
    }
}

/// An organization's name in full, with the abbreviation.
pub(super) fn full_name(name: &Text, abbreviation: Option<&str>, lang: Lang, strings: &Strings) -> String {
    let name = text::markup(name, lang, strings);
    match abbreviation {
        Some(abbreviation) => {
            // The name is HTML already, the abbreviation becomes it, and the message is plain text between them.
            let args = [("name", name.into()), ("abbreviation", text::escape(abbreviation).into())];
            strings.get("abbreviation-after-name", &args)
        }
        None => name,
    }
}

/// What the views of cards are made by.
struct Maker<'a> {
    site: &'a Site,
    lang: Lang,
    strings: &'a Strings,
}

impl Maker<'_> {
    fn url(&self, list: ListKind, id: &str) -> String {
        plan::record_address(list, id, self.lang)
    }

    fn html(&self, text: &Text) -> Html {
        text::html(text, self.lang, self.strings)
    }

    fn optional(&self, text: Option<&Text>) -> Option<Html> {
        text.map(|text| self.html(text))
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
            commitments_text: maker.strings.count("count-commitments", self.commitments.len()),
            meetings_text: maker.strings.count("count-meetings", meetings.len()),
        }
    }
}

impl Carded for Delegation {
    type Inner = ();
    type View<'a> = DelegationView<'a>;

    fn view<'a>(&'a self, _: Id<Self>, (): &Self::Inner, maker: &Maker<'a>) -> Self::View<'a> {
        DelegationView {
            id: self.id.as_str(),
            url: maker.url(ListKind::Delegations, &self.id),
            name: maker.html(&self.name),
            kind_id: self.kind.map(DelegationKind::name),
            kind: self.kind.map(|kind| maker.strings.plain(&format!("delegation-kind-{}", kind.name()))),
            country: self.country.as_deref(),
            side: self.side.map(|side| maker.html(&maker.site.delegations[side].name)),
        }
    }
}

impl Carded for Organization {
    type Inner = Arc<LazyTable<DelegationCard>>;
    type View<'a> = OrganizationView<'a>;

    fn view<'a>(&'a self, _: Id<Self>, delegations: &Self::Inner, maker: &Maker<'a>) -> Self::View<'a> {
        let abbreviation = self.abbreviation.as_deref();
        OrganizationView {
            id: self.id.as_str(),
            url: maker.url(ListKind::Organizations, &self.id),
            name: maker.html(&self.name),
            name_full: Html::new(full_name(&self.name, abbreviation, maker.lang, maker.strings)),
            abbreviation,
            delegation: delegations[self.delegation.index()].clone(),
        }
    }
}

impl Carded for Person {
    type Inner = ();
    type View<'a> = PersonView<'a>;

    fn view<'a>(&'a self, _: Id<Self>, (): &Self::Inner, maker: &Maker<'a>) -> Self::View<'a> {
        PersonView {
            id: self.id.as_str(),
            url: maker.url(ListKind::People, &self.id),
            name: Html::new(list_name(self, maker.lang, maker.strings)),
            name_full: maker.html(&self.name),
        }
    }
}

impl Carded for Meeting {
    type Inner = ();
    type View<'a> = MeetingView<'a>;

    fn view<'a>(&'a self, _: Id<Self>, (): &Self::Inner, maker: &Maker<'a>) -> Self::View<'a> {
        let day = self.date.start();
        let number = self.number.map(|n| maker.strings.get("number-of-meeting", &[("n", n.into())]));
        let count = if self.is_withdrawn() { 0 } else { self.commitments.len() };
        MeetingView {
            id: self.id.as_str(),
            url: maker.url(ListKind::Meetings, &self.id),
            title: maker.html(&self.title),
            title_plain: text::plain(&self.title, maker.lang),
            number,
            date: date_text::range(maker.lang, self.date),
            date_short: date_text::short(maker.lang, self.date),
            iso: day.to_string(),
            place: maker.optional(self.place.as_ref()),
            summary: maker.optional(self.summary.as_ref()),
            commitments: count,
            commitments_text: maker.strings.count("count-commitments", count),
            draft: self.is_draft,
            planned: self.is_planned,
            withdrawn: self.is_withdrawn(),
        }
    }
}

/// The cards that are a part of a commitment's.
struct Inner {
    tracks: Arc<LazyTable<TrackCard>>,
    delegations: Arc<LazyTable<DelegationCard>>,
    meetings: Arc<LazyTable<MeetingCard>>,
}

impl Carded for Commitment {
    type Inner = Inner;
    type View<'a> = CommitmentView<'a>;

    fn view<'a>(&'a self, id: Id<Self>, inner: &Self::Inner, maker: &Maker<'a>) -> Self::View<'a> {
        let statuses = self.statuses();
        let label = |status: &Status| maker.strings.plain(&format!("status-{}", status.name()));
        let standing = Standing::of(maker.site, self).name();
        CommitmentView {
            id: self.id.as_str(),
            url: commitment_address(maker.site, id, maker.lang),
            text: maker.html(&self.text),
            verb: self.verb.as_ref().filter(|it| it.get(maker.lang).is_some()).map(|it| maker.html(it)),
            kind_id: self.kind.name(),
            kind: maker.strings.plain(&format!("kind-{}", self.kind.name())),
            track: inner.tracks[self.track.index()].clone(),
            meeting: inner.meetings[self.meeting.index()].clone(),
            delegations: pick(&inner.delegations, &self.delegations),
            status_ids: statuses.iter().map(|status| status.name()).collect(),
            statuses: statuses.iter().map(label).collect(),
            no_evidence: self.lacks_evidence(),
            superseded: self.is_superseded(),
            standing,
            standing_text: maker.strings.plain(&format!("standing-{standing}")),
        }
    }
}

impl Carded for Document {
    type Inner = ();
    type View<'a> = DocumentView<'a>;

    fn view<'a>(&'a self, _: Id<Self>, (): &Self::Inner, maker: &Maker<'a>) -> Self::View<'a> {
        let meeting = &maker.site.meetings[self.meeting];
        let address = maker.url(ListKind::Meetings, &meeting.id);
        let language = self.language.as_deref().map(|code| {
            let key = format!("language-{code}");
            if maker.strings.has(&key) { maker.strings.plain(&key) } else { code }
        });
        DocumentView {
            id: self.id.as_str(),
            anchor: format!("document-{}", self.id),
            url: format!("{address}#document-{}", self.id),
            title: text::as_written(&self.title, maker.lang),
            href: self.url.as_deref().or(self.file.as_deref()),
            external: self.url.is_some(),
            copy: self.url.as_ref().and(self.file.as_deref()),
            publisher: self.publisher.as_ref().map(|it| text::as_written(it, maker.lang)),
            language,
            date: self.date.map(|date| date_text::long(maker.lang, date)),
            iso: self.date.map(|date| date.to_string()),
            retrieved: self.retrieved.map(|date| date_text::long(maker.lang, date)),
            archived: self.archived.as_deref(),
            meeting: LinkView { url: address, title: maker.html(&meeting.title) },
        }
    }
}

/// The cards at these places.
pub(super) fn pick<T, V>(cards: &LazyTable<Card<V>>, ids: &[Id<T>]) -> Vec<Card<V>> {
    ids.iter().map(|id| cards[id.index()].clone()).collect()
}
