//! Records as template values, made once a language and shared by all pages that show them.

use std::sync::Arc;

use super::{
    deck::Deck,
    text,
    threads::Standing,
    view::{Card, Html},
    views::{
        CommitmentCard, CommitmentView, DelegationCard, DelegationView, DocumentCard, DocumentView, LinkView,
        MeetingCard, MeetingView, OrganizationCard, OrganizationView, PersonCard, PersonView, TrackCard,
        TrackView,
    },
};
use crate::{
    id::{Id, Table},
    lang::{Lang, date_text, names},
    link::Site,
    model::{Commitment, Delegation, Document, Meeting, Organization, Person, Status, Text, Track},
    plan::commitment_address,
    theme::Strings,
};

/// The cards of a language, by kind and place.
pub(super) struct Cards {
    pub(super) tracks: Arc<Deck<TrackCard>>,
    pub(super) delegations: Arc<Deck<DelegationCard>>,
    pub(super) organizations: Deck<OrganizationCard>,
    pub(super) people: Deck<PersonCard>,
    pub(super) meetings: Arc<Deck<MeetingCard>>,
    pub(super) commitments: Deck<CommitmentCard>,
    pub(super) documents: Deck<DocumentCard>,
}

impl Cards {
    pub(super) fn new(site: &Arc<Site>, lang: Lang, strings: &Strings) -> Self {
        let source = &Source { site: site.clone(), lang, strings: strings.clone() };
        let tracks = Arc::new(source.deck(|site| &site.tracks, |maker, _, it| maker.track(it)));
        let delegations =
            Arc::new(source.deck(|site| &site.delegations, |maker, _, it| maker.delegation(it)));
        let meetings = Arc::new(source.deck(|site| &site.meetings, |maker, _, it| maker.meeting(it)));
        let sides = delegations.clone();
        let organizations =
            source.deck(|site| &site.organizations, move |maker, _, it| maker.organization(it, &sides));
        let inner = (tracks.clone(), delegations.clone(), meetings.clone());
        let commitments = source.deck(
            |site| &site.commitments,
            move |maker, id, it| maker.commitment(id, it, &inner.0, &inner.1, &inner.2),
        );
        let people = source.deck(|site| &site.people, |maker, _, it| maker.person(it));
        let documents = source.deck(|site| &site.documents, |maker, _, it| maker.document(it));
        Self { tracks, delegations, organizations, people, meetings, commitments, documents }
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
    fn deck<T: 'static, C>(
        &self,
        table: fn(&Site) -> &Table<T>,
        make: impl Fn(Maker<'_>, Id<T>, &T) -> C + Send + Sync + 'static,
    ) -> Deck<C> {
        let source = self.clone();
        Deck::new(table(&self.site).len(), move |at| {
            let Source { site, lang, strings } = &source;
            let (id, record) = table(site).nth(at);
            make(Maker { site, lang: *lang, strings }, id, record)
        })
    }
}

/// A person's name as lists have it.
pub(super) fn list_name(person: &Person, lang: Lang) -> String {
    let part = |part: &Option<Text>| part.as_ref().and_then(|text| text.get(lang)).map(str::to_owned);
    match person.name.get(lang) {
        Some(full) => {
            let (family, given) = (part(&person.family), part(&person.given));
            text::escape(&names::list_form(lang, family.as_deref(), given.as_deref(), full))
        }
        None => text::markup(&person.name, lang),
    }
}

/// An organization's name in full, with the abbreviation.
pub(super) fn full_name(name: &Text, abbreviation: Option<&str>, lang: Lang, strings: &Strings) -> String {
    let name = text::markup(name, lang);
    match abbreviation {
        Some(abbreviation) => {
            // The name is HTML already, the abbreviation becomes it, and the message is plain text between them.
            let args = [("name", name.into()), ("abbreviation", text::escape(abbreviation).into())];
            strings.get("abbreviation-after-name", &args)
        }
        None => name,
    }
}

struct Maker<'a> {
    site: &'a Site,
    lang: Lang,
    strings: &'a Strings,
}

impl Maker<'_> {
    fn url(&self, kind: &str, id: &str) -> String {
        format!("{}/{kind}/{id}/", self.lang.code())
    }

    fn html(&self, text: &Text) -> Html {
        text::html(text, self.lang)
    }

    fn optional(&self, text: Option<&Text>) -> Option<Html> {
        text.map(|text| self.html(text))
    }

    fn track(&self, track: &Track) -> TrackCard {
        let mut meetings: Vec<_> =
            track.commitments.iter().map(|id| self.site.commitments[*id].meeting).collect();
        meetings.dedup();
        Card::new(TrackView {
            id: track.id.as_str(),
            url: self.url("tracks", &track.id),
            title: self.html(&track.title),
            title_plain: text::plain(&track.title, self.lang),
            summary: self.optional(track.summary.as_ref()),
            commitments: track.commitments.len(),
            commitments_text: self.strings.count("count-commitments", track.commitments.len()),
            meetings_text: self.strings.count("count-meetings", meetings.len()),
        })
    }

    fn delegation(&self, delegation: &Delegation) -> DelegationCard {
        Card::new(DelegationView {
            id: delegation.id.as_str(),
            url: self.url("delegations", &delegation.id),
            name: self.html(&delegation.name),
            kind_id: delegation.kind.name(),
            kind: self.strings.plain(&format!("delegation-kind-{}", delegation.kind.name())),
            country: delegation.country.as_deref(),
            side: delegation.side.map(|side| self.html(&self.site.delegations[side].name)),
        })
    }

    fn organization(
        &self,
        organization: &Organization,
        delegations: &Deck<DelegationCard>,
    ) -> OrganizationCard {
        let abbreviation = organization.abbreviation.as_deref();
        Card::new(OrganizationView {
            id: organization.id.as_str(),
            url: self.url("organizations", &organization.id),
            name: self.html(&organization.name),
            name_full: Html::new(&full_name(&organization.name, abbreviation, self.lang, self.strings)),
            abbreviation,
            delegation: delegations[organization.delegation.index()].clone(),
        })
    }

    fn person(&self, person: &Person) -> PersonCard {
        Card::new(PersonView {
            id: person.id.as_str(),
            url: self.url("people", &person.id),
            name: Html::new(&list_name(person, self.lang)),
            name_full: self.html(&person.name),
        })
    }

    fn meeting(&self, meeting: &Meeting) -> MeetingCard {
        let day = meeting.date.start();
        let number = meeting.number.map(|n| self.strings.get("number-of-meeting", &[("n", n.into())]));
        let count = if meeting.is_withdrawn() { 0 } else { meeting.commitments.len() };
        Card::new(MeetingView {
            id: meeting.id.as_str(),
            url: self.url("meetings", &meeting.id),
            title: self.html(&meeting.title),
            title_plain: text::plain(&meeting.title, self.lang),
            number,
            date: date_text::range(self.lang, meeting.date),
            date_short: date_text::short(self.lang, meeting.date),
            iso: day.to_string(),
            place: self.optional(meeting.place.as_ref()),
            summary: self.optional(meeting.summary.as_ref()),
            commitments: count,
            commitments_text: self.strings.count("count-commitments", count),
            draft: meeting.is_draft,
            withdrawn: meeting.is_withdrawn(),
        })
    }

    fn commitment(
        &self,
        id: Id<Commitment>,
        commitment: &Commitment,
        tracks: &Deck<TrackCard>,
        delegations: &Deck<DelegationCard>,
        meetings: &Deck<MeetingCard>,
    ) -> CommitmentCard {
        let mut statuses: Vec<Status> = commitment.assessments.iter().map(|it| it.status).collect();
        statuses.sort_unstable();
        statuses.dedup();
        let label = |status: &Status| self.strings.plain(&format!("status-{}", status.name()));
        let standing = Standing::of(self.site, commitment).name();
        Card::new(CommitmentView {
            id: commitment.id.as_str(),
            url: commitment_address(self.site, id, self.lang),
            text: self.html(&commitment.text),
            verb: self.optional(commitment.verb.as_ref()),
            kind_id: commitment.kind.name(),
            kind: self.strings.plain(&format!("kind-{}", commitment.kind.name())),
            track: tracks[commitment.track.index()].clone(),
            meeting: meetings[commitment.meeting.index()].clone(),
            delegations: pick(delegations, &commitment.delegations),
            status_ids: statuses.iter().map(|status| status.name()).collect(),
            statuses: statuses.iter().map(label).collect(),
            superseded: commitment.is_superseded(),
            standing,
            standing_text: self.strings.plain(&format!("standing-{standing}")),
        })
    }

    fn document(&self, document: &Document) -> DocumentCard {
        let meeting = &self.site.meetings[document.meeting];
        let address = self.url("meetings", &meeting.id);
        let language = document.language.as_deref().map(|code| {
            let key = format!("language-{code}");
            if self.strings.has(&key) { self.strings.plain(&key) } else { code }
        });
        Card::new(DocumentView {
            id: document.id.as_str(),
            anchor: format!("document-{}", document.id),
            url: format!("{address}#document-{}", document.id),
            title: self.html(&document.title),
            href: document.url.as_deref().or(document.file.as_deref()),
            external: document.url.is_some(),
            copy: document.url.as_ref().and(document.file.as_deref()),
            publisher: self.optional(document.publisher.as_ref()),
            language,
            date: document.date.map(|date| date_text::long(self.lang, date)),
            iso: document.date.map(|date| date.to_string()),
            retrieved: document.retrieved.map(|date| date_text::long(self.lang, date)),
            archived: document.archived.as_deref(),
            meeting: LinkView { url: address, title: self.html(&meeting.title) },
        })
    }
}

/// The cards at these places.
pub(super) fn pick<T, V>(cards: &Deck<Card<V>>, ids: &[Id<T>]) -> Vec<Card<V>> {
    ids.iter().map(|id| cards[id.index()].clone()).collect()
}
