//! The site: everything that is published, linked. `link` makes it, and what comes after only reads it.

use foldhash::HashSet;
use std::{collections::BTreeMap, ops::RangeBounds};

use crate::{
    config::Config,
    folder::InputFile,
    id::{Id, Table},
    lang::{Date, PerLang},
    model::{
        Commitment, Delegation, Dialogue, Document, Event, Meeting, Organization, Outcome, Page, Person,
        Relation, Target, Term, Text, Track, Version,
    },
    yaml::Spot,
};

/// Everything that is published, linked. Immutable from here on.
#[derive(Debug)]
pub struct Site {
    /// The settings.
    pub config: Config,
    /// The dialogues, in the order of their file.
    pub dialogues: Table<Dialogue>,
    /// The delegations, in the order of their file.
    pub delegations: Table<Delegation>,
    /// The organizations, in the order of their file.
    pub organizations: Table<Organization>,
    /// The people, in the order of their file.
    pub people: Table<Person>,
    /// The tracks, in the order of their file.
    pub tracks: Table<Track>,
    /// The events, by date.
    pub events: Table<Event>,
    /// The terms, in the order of their file.
    pub terms: Vec<Term>,
    /// The meetings, by date.
    pub meetings: Table<Meeting>,
    /// The commitments, by meeting and then in the order of the source.
    pub commitments: Table<Commitment>,
    /// The documents, by meeting and then by event.
    pub documents: Table<Document>,
    /// The plain pages, by id.
    pub pages: Table<Page>,
    /// The files that are copied as they are, by address.
    pub statics: Vec<StaticFile>,
    /// What went with withdrawn records.
    pub withdrawn_names: WithdrawnNames,
    /// Links to addresses of the site, each with its place, to be checked against the plan.
    pub inside_links: Vec<InsideLink>,
    /// The sums that files of documents are to have.
    pub file_sums: Vec<FileSum>,
    /// Levels that site.yaml gives no title, each with its place, to be looked up in the theme's strings.
    pub untitled_levels: Vec<(Spot, String)>,
    /// Languages of site.yaml that the program does not know, each with its place, to be looked up in the theme.
    pub unknown_languages: Vec<(Spot, String)>,
    /// Addresses given up for others, each with its place.
    pub aliases: Vec<Alias>,
}

impl Site {
    /// Whether it has several dialogues: then each has a page, and every meeting says to which it belongs.
    #[must_use]
    pub fn has_several_dialogues(&self) -> bool {
        self.dialogues.len() > 1
    }

    /// The static file at an address, which is its name.
    #[must_use]
    pub fn static_file(&self, address: &str) -> Option<&StaticFile> {
        file_at(&self.statics, address)
    }

    /// The pages that were not withdrawn.
    pub fn published_pages(&self) -> impl Iterator<Item = &Page> {
        self.pages.iter().map(|(_, page)| page).filter(|page| !page.is_withdrawn)
    }

    /// The documents that a commitment stands in: those that its note names for it or, where it names none, those that the
    /// texts of its meeting are, or were made from.
    #[must_use]
    pub fn sources(&self, id: Id<Commitment>) -> Vec<Id<Document>> {
        let commitment = &self.commitments[id];
        sources(&commitment.sources, &self.meetings[commitment.meeting].versions)
    }

    /// Of some meetings, those at which an organization took part, by date. Where a body that is a part of it was there, it was
    /// there too.
    #[must_use]
    pub fn attendance(
        &self,
        id: Id<Organization>,
        meetings_asked: impl RangeBounds<Id<Meeting>>,
    ) -> Vec<Attendance> {
        let mut meetings: BTreeMap<Id<Meeting>, Vec<Id<Organization>>> = BTreeMap::new();
        let mut seen = HashSet::from_iter([id]);
        let mut bodies = vec![id];
        while let Some(body) = bodies.pop() {
            let organization = &self.organizations[body];
            for meeting in organization.meetings.iter().filter(|it| meetings_asked.contains(it)) {
                meetings.entry(*meeting).or_default().push(body);
            }
            bodies.extend(organization.children.iter().copied().filter(|child| seen.insert(*child)));
        }
        let attendance = meetings.into_iter().map(|(meeting, mut through)| {
            through.sort_unstable();
            // What was there itself needs nobody to have been there for it.
            if through.contains(&id) {
                through.clear();
            }
            Attendance { meeting, through }
        });
        attendance.collect()
    }

    /// What became of a record; nothing of a kind that cannot be carried out.
    ///
    /// Judgements stand above what later records say. What is said at a meeting to come is not said yet, and what the record's
    /// own meeting says is no outcome of it.
    #[must_use]
    pub fn outcome(&self, id: Id<Commitment>) -> Option<Outcome<'_>> {
        let commitment = &self.commitments[id];
        if !commitment.facts.kind.has_outcome() {
            return None;
        }
        let judgements = commitment.judgements();
        if !judgements.is_empty() {
            return Some(Outcome::Assessed(judgements));
        }
        let is_later = |(relation, by): &&(Relation, Id<Commitment>)| {
            let meeting = self.commitments[*by].meeting;
            *relation != Relation::Related
                && meeting != commitment.meeting
                && self.meetings[meeting].is_held()
        };
        let records: Vec<_> = commitment.backlinks.iter().filter(is_later).copied().collect();
        Some(if records.is_empty() { Outcome::Unknown } else { Outcome::Recorded(records) })
    }

    /// The title that a reference without words of its own shows: of an organization, the name on a day. An address has
    /// none.
    #[must_use]
    pub fn title(&self, target: &Target, day: Option<Date>) -> Option<&Text> {
        Some(match target {
            Target::Meeting(id) => &self.meetings[*id].facts.title,
            Target::Commitment(id) => self.commitments[*id].facts.name(),
            Target::Track(id) => &self.tracks[*id].title,
            Target::Delegation(id) => &self.delegations[*id].name,
            Target::Organization(id) => self.organizations[*id].name_at(day),
            Target::Person(id) => &self.people[*id].name,
            Target::Document(id) => &self.documents[*id].title,
            Target::Event(id) => &self.events[*id].title,
            Target::Term(at) => &self.terms.get(*at)?.forms,
            Target::Inside(_) | Target::Anchor(_) | Target::Outside(_) => return None,
        })
    }
}

/// That an organization took part in a meeting.
#[derive(Debug, PartialEq, Eq)]
pub struct Attendance {
    /// The meeting.
    pub meeting: Id<Meeting>,
    /// The bodies below it that were there; none where the organization itself was.
    pub through: Vec<Id<Organization>>,
}

/// The documents that a commitment stands in, of those that are named for it and those of its meeting's texts.
#[must_use]
pub fn sources(named: &[Id<Document>], versions: &PerLang<Version>) -> Vec<Id<Document>> {
    if !named.is_empty() {
        return named.to_vec();
    }
    let mut sources: Vec<_> = versions.iter().filter_map(|version| version.source).collect();
    sources.dedup();
    sources
}

/// The sum that the file of a document is to have.
#[derive(Debug)]
pub struct FileSum {
    /// Where the sum is written.
    pub spot: Spot,
    /// The name of the file in static/.
    pub file: String,
    /// The SHA-256, in lower-case hexadecimal digits.
    pub sha256: String,
}

/// A link to an address of the site.
#[derive(Debug)]
pub struct InsideLink {
    /// Where it is written.
    pub spot: Spot,
    /// Where it leads, from the site's root, without the leading slash.
    pub address: String,
    /// The place there; of a link to the whole, empty.
    pub anchor: String,
}

/// An earlier address of a record.
#[derive(Debug)]
pub struct Alias {
    /// The earlier address, from the site's root, without the leading slash.
    pub address: String,
    /// Where it is written.
    pub spot: Spot,
    /// The record.
    pub target: AliasTarget,
}

/// A record that has an earlier address.
#[derive(Clone, Copy, Debug)]
pub enum AliasTarget {
    /// A meeting.
    Meeting(Id<Meeting>),
    /// A commitment.
    Commitment(Id<Commitment>),
    /// What a withdrawn meeting had set down: its place among what is left of it.
    WithdrawnCommitment(Id<Meeting>, usize),
    /// A dialogue.
    Dialogue(Id<Dialogue>),
    /// A track.
    Track(Id<Track>),
    /// A delegation.
    Delegation(Id<Delegation>),
    /// An organization.
    Organization(Id<Organization>),
    /// A person.
    Person(Id<Person>),
    /// An event.
    Event(Id<Event>),
    /// A plain page.
    Page(Id<Page>),
}

/// What withdrawn records alone named, and the site has no more: files by their addresses, and records by their ids.
#[derive(Debug, Default)]
pub struct WithdrawnNames {
    /// Static files.
    pub files: Vec<String>,
    /// Dialogues.
    pub dialogues: Vec<String>,
    /// Tracks.
    pub tracks: Vec<String>,
    /// Events.
    pub events: Vec<String>,
    /// Delegations.
    pub delegations: Vec<String>,
    /// Organizations.
    pub organizations: Vec<String>,
    /// People.
    pub people: Vec<String>,
    /// Earlier addresses of such records.
    pub aliases: Vec<String>,
}

/// A file that is copied as it is.
#[derive(Debug)]
pub struct StaticFile {
    /// Its address from the site's root, without the leading slash: its name there, composed.
    pub address: String,
    /// Where it lies.
    pub file: InputFile,
    /// The file, to point at.
    pub spot: Spot,
}

/// The file at an address, of files in the order of their addresses.
#[must_use]
pub fn file_at<'f>(files: &'f [StaticFile], address: &str) -> Option<&'f StaticFile> {
    let at = files.binary_search_by(|file| file.address.as_str().cmp(address)).ok()?;
    files.get(at)
}
