//! What can be found: meetings with their commitments, events, tracks, delegations, organizations, people, terms and pages.

use std::iter;
use strum::VariantNames;

use crate::{
    id::Id,
    lang::{DateRange, Lang, PerLang, names, ruby},
    model::{Body, Commitment, Event, Kind, Meeting, Organization, Outcome, Page, Person, Term, Text},
    plan::{self, ListKind, TimelineRecord, commitment_path, plain_page_path, record_path},
    site::Site,
};

/// A record of the index.
pub(super) struct IndexedRecord {
    pub(super) kind: RecordType,
    /// Of a meeting or an event.
    pub(super) year: u32,
    /// Of a meeting, where there are several dialogues.
    pub(super) dialogue: Option<u32>,
    /// Of a commitment: its kind's place among all.
    pub(super) commitment_kind: u32,
    /// Of a commitment: the signs of its outcome as bits, in their order.
    pub(super) outcomes: u32,
    /// Of a commitment, an event or a track.
    pub(super) tracks: Vec<u32>,
    pub(super) delegations: Vec<u32>,
    /// Its text in each language that it has.
    pub(super) versions: PerLang<Option<IndexedVersion>>,
}

/// A record's text in a language, without markup.
#[derive(Default)]
pub(super) struct IndexedVersion {
    /// Its address below the language.
    pub(super) path: String,
    pub(super) title: String,
    /// What else it is found by.
    pub(super) text: String,
    pub(super) date: String,
    /// The title of its meeting.
    pub(super) meeting: String,
}

/// The types of records.
#[derive(Clone, Copy, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub(super) enum RecordType {
    Meeting,
    Commitment,
    Track,
    Delegation,
    Organization,
    Person,
    Term,
    Page,
    Event,
}

impl RecordType {
    pub(super) const NAMES: &'static [&'static str] = <Self as VariantNames>::VARIANTS;
}

/// Every record, made when its turn comes: the meetings and events by date, each meeting before its commitments, and then
/// the others in the order of their files. Of a withdrawn meeting, nothing.
pub(super) fn entries(site: &Site) -> impl Iterator<Item = IndexedRecord> + '_ {
    let finder = RecordFinder { site };
    let dated = plan::timeline(site).into_iter().flat_map(move |record| {
        let (first, commitments) = match record {
            TimelineRecord::Meeting(id) => (finder.meeting(id), site.meetings[id].commitments.as_slice()),
            TimelineRecord::Event(id) => (event(site, &site.events[id]), [].as_slice()),
        };
        iter::once(first).chain(commitments.iter().map(move |id| finder.commitment(*id)))
    });
    let tracks = site.tracks.iter().map(|(id, track)| {
        let entry =
            named(RecordType::Track, &record_path(ListKind::Tracks, &track.id), &track.title, |lang| {
                plain(track.summary.as_ref(), lang)
            });
        IndexedRecord { tracks: vec![number(id)], ..entry }
    });
    let delegations = site.delegations.iter().map(|(id, it)| {
        let entry =
            named(RecordType::Delegation, &record_path(ListKind::Delegations, &it.id), &it.name, |_| {
                String::new()
            });
        IndexedRecord { delegations: vec![number(id)], ..entry }
    });
    let organizations = site.organizations.iter().map(|(_, it)| organization(it));
    let people = site.people.iter().map(move |(_, person)| finder.person(person));
    let addresses = PerLang::of(|lang| plan::term_paths(site, lang));
    let terms = site.terms.iter().enumerate();
    let terms = terms.map(move |(n, it)| term(it, addresses.each_ref().map(|of_terms| &of_terms[n])));
    let pages = site.published_pages().map(move |page| finder.page(page));
    dated.chain(tracks).chain(delegations).chain(organizations).chain(people).chain(terms).chain(pages)
}

#[derive(Clone, Copy)]
struct RecordFinder<'a> {
    site: &'a Site,
}

impl RecordFinder<'_> {
    fn meeting(self, id: Id<Meeting>) -> IndexedRecord {
        let meeting = &self.site.meetings[id];
        let version = |lang: Lang| {
            let body = meeting.bodies[lang].as_ref()?;
            let notes = self.body(body, lang, Some(meeting));
            Some(IndexedVersion {
                path: record_path(ListKind::Meetings, &meeting.id),
                title: plain(Some(&meeting.facts.title), lang),
                text: lines([
                    plain(meeting.facts.summary.as_ref(), lang),
                    plain(meeting.facts.place.as_ref(), lang),
                    notes,
                ]),
                date: self.site.config.dates(lang).short(meeting.facts.date),
                meeting: String::new(),
            })
        };
        IndexedRecord {
            year: year(meeting.facts.date),
            dialogue: self.site.has_several_dialogues().then(|| number(meeting.facts.dialogue)),
            delegations: meeting.facts.delegations.iter().map(|there| number(there.delegation)).collect(),
            ..IndexedRecord::new(RecordType::Meeting, PerLang::of(version))
        }
    }

    fn commitment(self, id: Id<Commitment>) -> IndexedRecord {
        let commitment = &self.site.commitments[id];
        let meeting = &self.site.meetings[commitment.meeting];
        let version = |lang: Lang| {
            let text = commitment.facts.text.get(lang)?;
            let name = commitment.facts.name().get(lang)?;
            Some(IndexedVersion {
                path: commitment_path(self.site, id),
                title: ruby::plain(name),
                text: lines([
                    if name == text { String::new() } else { ruby::plain(text) },
                    plain(commitment.facts.verb.as_ref(), lang),
                    lines(commitment.facts.forums.iter().map(|forum| plain(Some(forum), lang))),
                ]),
                date: self.site.config.dates(lang).short(meeting.facts.date),
                meeting: plain(Some(&meeting.facts.title), lang),
            })
        };
        let kind = Kind::ALL.iter().position(|it| *it == commitment.facts.kind).unwrap_or_default();
        let signs = self.site.outcome(id).map(|it| it.signs()).unwrap_or_default();
        let places = signs.iter().filter_map(|sign| Outcome::SIGNS.iter().position(|it| it == sign));
        IndexedRecord {
            commitment_kind: u32::try_from(kind).unwrap_or_default(),
            outcomes: places.fold(0, |bits, place| bits | 1 << place),
            tracks: commitment.facts.tracks.iter().map(|id| number(*id)).collect(),
            delegations: commitment.facts.delegations.iter().map(|id| number(*id)).collect(),
            ..IndexedRecord::new(RecordType::Commitment, PerLang::of(version))
        }
    }

    fn person(self, person: &Person) -> IndexedRecord {
        let text = |lang: Lang| {
            let roles = person.roles.iter().map(|role| plain(Some(&role.title), lang));
            let bodies = person.roles.iter().filter_map(|role| role.organization);
            let bodies = bodies.map(|id| plain(Some(&self.site.organizations[id].name), lang));
            let part = |part: &Option<Text>| part.as_ref().and_then(|text| text.get(lang)).map(str::to_owned);
            let full = plain(Some(&person.name), lang);
            let listed = names::list_form(
                lang,
                part(&person.family).as_deref(),
                part(&person.given).as_deref(),
                &full,
            );
            lines([listed, person.reading.clone().unwrap_or_default()].into_iter().chain(roles).chain(bodies))
        };
        named(RecordType::Person, &record_path(ListKind::People, &person.id), &person.name, text)
    }

    fn page(self, page: &Page) -> IndexedRecord {
        let version = |lang: Lang| {
            let body = page.bodies[lang].as_ref()?;
            Some(IndexedVersion {
                path: plain_page_path(&page.id),
                title: plain(Some(&page.title), lang),
                text: lines([plain(page.summary.as_ref(), lang), self.body(body, lang, None)]),
                ..IndexedVersion::default()
            })
        };
        IndexedRecord::new(RecordType::Page, PerLang::of(version))
    }

    /// The text of notes, unit by unit.
    fn body(self, body: &Body, lang: Lang, meeting: Option<&Meeting>) -> String {
        let day = meeting.map(|meeting| meeting.facts.date.first_day());
        body.text(0..body.pieces.len(), |target| plain(self.site.title(target, day), lang))
    }
}

fn event(site: &Site, it: &Event) -> IndexedRecord {
    let version = |lang: Lang| {
        let title = ruby::plain(it.title.get(lang)?);
        Some(IndexedVersion {
            path: record_path(ListKind::Events, &it.id),
            title,
            text: lines([plain(it.summary.as_ref(), lang), plain(it.place.as_ref(), lang)]),
            date: site.config.dates(lang).short(it.date),
            meeting: String::new(),
        })
    };
    IndexedRecord {
        year: year(it.date),
        tracks: it.tracks.iter().map(|id| number(*id)).collect(),
        ..IndexedRecord::new(RecordType::Event, PerLang::of(version))
    }
}

fn organization(it: &Organization) -> IndexedRecord {
    let text = |lang: Lang| {
        let former = it.names.iter().map(|former| plain(Some(&former.name), lang));
        lines([it.abbreviation.clone(), it.reading.clone()].into_iter().flatten().chain(former))
    };
    let entry =
        named(RecordType::Organization, &record_path(ListKind::Organizations, &it.id), &it.name, text);
    IndexedRecord { delegations: vec![number(it.delegation)], ..entry }
}

/// A term is found by its forms in both languages and by those to be avoided.
fn term(term: &Term, addresses: PerLang<&String>) -> IndexedRecord {
    let version = |lang: Lang| {
        let title = term.forms.get(lang)?.to_owned();
        let other = term.forms.get(lang.other()).unwrap_or_default().to_owned();
        let avoided = term.avoid[lang].iter().cloned();
        let text = lines([other, plain(term.note.as_ref(), lang)].into_iter().chain(avoided));
        Some(IndexedVersion { path: addresses[lang].clone(), title, text, ..IndexedVersion::default() })
    };
    IndexedRecord::new(RecordType::Term, PerLang::of(version))
}

/// A record with a name and some more text.
fn named(kind: RecordType, path: &str, name: &Text, text: impl Fn(Lang) -> String) -> IndexedRecord {
    let version = |lang: Lang| {
        let title = ruby::plain(name.get(lang)?);
        Some(IndexedVersion { path: path.to_owned(), title, text: text(lang), ..IndexedVersion::default() })
    };
    IndexedRecord::new(kind, PerLang::of(version))
}

impl IndexedRecord {
    fn new(kind: RecordType, versions: PerLang<Option<IndexedVersion>>) -> Self {
        Self {
            kind,
            year: 0,
            dialogue: None,
            commitment_kind: 0,
            outcomes: 0,
            tracks: Vec::new(),
            delegations: Vec::new(),
            versions,
        }
    }
}

/// The text in a language without readings, or nothing.
fn plain(text: Option<&Text>, lang: Lang) -> String {
    text.and_then(|text| text.get(lang)).map(ruby::plain).unwrap_or_default()
}

/// Texts on lines of their own, without those that are empty.
fn lines(texts: impl IntoIterator<Item = String>) -> String {
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

fn year(date: DateRange) -> u32 {
    u32::try_from(date.start().year()).unwrap_or_default()
}

fn number<T>(id: Id<T>) -> u32 {
    // A table never has more records than this.
    u32::try_from(id.index()).unwrap_or(u32::MAX)
}
