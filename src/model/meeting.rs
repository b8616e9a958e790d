//! Meetings, their documents, and plain pages.

use schemars::JsonSchema;
use serde::Deserialize;
use strum::{IntoStaticStr, VariantNames};

use super::{
    Alignment, Body, Commitment, Delegation, Dialogue, Event, Organization, Person, Text, Track,
    TranslationState, Version,
};
use crate::{
    id::Id,
    lang::{Date, DateRange, Lang, PartialDate, PerLang},
};

/// A meeting of a dialogue.
#[derive(Debug)]
pub struct Meeting {
    /// Its id.
    pub id: String,
    /// What its note says of it.
    pub facts: MeetingFacts,
    /// What it set down, in the order of the source.
    pub commitments: Vec<Id<Commitment>>,
    /// Where it was withdrawn, the ids of what it had set down: their addresses stay.
    pub withdrawn_commitments: Vec<String>,
    /// Its documents.
    pub documents: Vec<Id<Document>>,
    /// What each language's text is.
    pub versions: PerLang<Version>,
    /// How each language's text stands to the other's.
    pub states: PerLang<TranslationState>,
    /// The notes in each language; `None` where there is no file in it.
    pub bodies: PerLang<Option<Body>>,
    /// Whether the texts of the two languages say the same, so that they can be set against each other.
    pub is_aligned: bool,
    /// The notes side by side, where they are there in both languages.
    pub alignment: Option<Alignment>,
    /// Whether it is here only for those who prepare the site: not published yet on the site's day.
    pub is_draft: bool,
    /// Whether its first day is after the site's day.
    pub is_planned: bool,
    /// The meeting of the same dialogue before it.
    pub previous: Option<Id<Meeting>>,
    /// The meeting of the same dialogue after it.
    pub next: Option<Id<Meeting>>,
}

/// What a note says of its meeting.
#[derive(Debug)]
pub struct MeetingFacts {
    /// The dialogue it belongs to.
    pub dialogue: Id<Dialogue>,
    /// Its title.
    pub title: Text,
    /// What it was, in a sentence or two.
    pub summary: Option<Text>,
    /// Its number in the dialogue.
    pub number: Option<u32>,
    /// The id of its level.
    pub level: Option<String>,
    /// When it was held, by the calendar of the place.
    pub date: DateRange,
    /// Where it was held.
    pub place: Option<Text>,
    /// How it was held.
    pub mode: Option<Mode>,
    /// Who hosted it.
    pub host: Option<Id<Delegation>>,
    /// Who took part, in the order in which they are written.
    pub delegations: Vec<Participation>,
    /// Tracks that were talked about, of which nothing is recorded.
    pub discussed: Vec<Id<Track>>,
    /// How far it is published.
    pub release: Release,
    /// What was corrected after publication.
    pub corrections: Vec<Correction>,
}

impl MeetingFacts {
    /// Its texts, in which something may be named.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let texts = [Some(&self.title), self.summary.as_ref(), self.place.as_ref()];
        texts.into_iter().flatten().chain(self.corrections.iter().map(|correction| &correction.note))
    }

    /// Whether it was withdrawn after publication.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        self.release == Release::Withdrawn
    }
}

impl Meeting {
    /// Whether there is a note in this language.
    #[must_use]
    pub fn has(&self, lang: Lang) -> bool {
        self.bodies[lang].is_some()
    }

    /// Whether it can be read in both languages side by side: there are files in both, and more than titles in them.
    #[must_use]
    pub fn has_parallel(&self) -> bool {
        Lang::ALL.into_iter().all(|lang| self.has(lang)) && !self.is_only_planned()
    }

    /// Whether it is one of the past: neither withdrawn nor still to come.
    #[must_use]
    pub fn is_held(&self) -> bool {
        !self.is_withdrawn() && !self.is_planned
    }

    /// Whether it is still to come and there is no text of it yet.
    #[must_use]
    pub fn is_only_planned(&self) -> bool {
        let has_text = self.bodies.iter().flatten().any(|body| !body.units.is_empty());
        self.is_planned && !has_text && self.commitments.is_empty()
    }

    /// Whether its texts are shown and say the same in both languages, so that they make pairs.
    #[must_use]
    pub fn is_paired(&self) -> bool {
        self.is_aligned && self.has_parallel() && !self.is_withdrawn()
    }

    /// Whether it was withdrawn after publication.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        self.facts.is_withdrawn()
    }
}

/// How a meeting was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, JsonSchema, IntoStaticStr, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Mode {
    /// In one room.
    InPerson,
    /// By video alone.
    Virtual,
    /// Both.
    Hybrid,
}

impl Mode {
    /// The words of all modes, in the order in which they are explained.
    pub const NAMES: &'static [&'static str] = <Self as VariantNames>::VARIANTS;

    /// The word for it in front matter.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A delegation at a meeting.
#[derive(Clone, Debug)]
pub struct Participation {
    /// The delegation.
    pub delegation: Id<Delegation>,
    /// Who is named first.
    pub heads: Vec<Head>,
    /// The bodies that were there.
    pub organizations: Vec<Id<Organization>>,
    /// Who else is named.
    pub people: Vec<Id<Person>>,
    /// Whether the source's list ends in "and others".
    pub others: bool,
}

/// Somebody who is named first for a delegation.
#[derive(Clone, Debug)]
pub struct Head {
    /// Who.
    pub person: Id<Person>,
    /// The office as published.
    pub office: Option<Text>,
    /// In what capacity, where the source says it.
    pub capacity: Option<Capacity>,
    /// Whether the person attended online, as the source says.
    pub online: bool,
}

/// In what capacity somebody headed a delegation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema, IntoStaticStr, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Capacity {
    /// Together with the head of another delegation, as a chair of the meeting.
    CoChair,
    /// In the place of whoever holds the office.
    Acting,
}

impl Capacity {
    /// The words for all of them.
    pub const NAMES: &'static [&'static str] = <Self as VariantNames>::VARIANTS;

    /// The word for it in front matter.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What lists a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentOwner {
    /// A meeting.
    Meeting(Id<Meeting>),
    /// An event.
    Event(Id<Event>),
}

/// A document of a meeting or of an event.
#[derive(Debug)]
pub struct Document {
    /// Its id, unique over the site.
    pub id: String,
    /// What lists it.
    pub owner: DocumentOwner,
    /// Its title.
    pub title: Text,
    /// Its address elsewhere.
    pub url: Option<String>,
    /// Its file in static/, as a link from the site's root: percent-encoded.
    pub file: Option<String>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// The language it is in, as a language tag.
    pub language: Option<String>,
    /// When it was published.
    pub date: Option<PartialDate>,
    /// When it was last looked at.
    pub retrieved: Option<Date>,
    /// The address of a copy that an archive of the web keeps.
    pub archived: Option<String>,
    /// What it is.
    pub kind: Option<DocumentKind>,
    /// How much of it the editors of the archive have read.
    pub read: Option<ReadExtent>,
    /// Who signed it.
    pub signatories: Vec<Signatory>,
    /// The SHA-256 that its file is to have, in lower-case hexadecimal digits.
    pub sha256: Option<String>,
}

/// What a document is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema, IntoStaticStr, VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum DocumentKind {
    /// A statement of both sides.
    JointStatement,
    /// A press release.
    PressRelease,
    /// A fact sheet.
    FactSheet,
    /// A memorandum that the sides signed.
    Memorandum,
    /// An annex to another document.
    Annex,
    /// Minutes.
    Minutes,
    /// A report.
    Report,
    /// An article of the news.
    News,
    /// Something else.
    Other,
}

impl DocumentKind {
    /// The words of all kinds, in the order in which documents are grouped.
    pub const NAMES: &'static [&'static str] = <Self as VariantNames>::VARIANTS;

    /// The word for it in front matter.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// How much of a document was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema, IntoStaticStr, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ReadExtent {
    /// All of it.
    Whole,
    /// A part.
    Part,
    /// Nothing.
    None,
}

impl ReadExtent {
    /// The words for all of them.
    pub const NAMES: &'static [&'static str] = <Self as VariantNames>::VARIANTS;

    /// The word for it in front matter.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// Somebody who signed a document.
#[derive(Clone, Debug)]
pub struct Signatory {
    /// Who.
    pub who: Signer,
    /// For which delegation.
    pub delegation: Id<Delegation>,
    /// The office as published.
    pub office: Option<Text>,
}

/// Who signed.
#[derive(Clone, Debug)]
pub enum Signer {
    /// Somebody of whom there is a record.
    Person(Id<Person>),
    /// Somebody else, by name.
    Named(Text),
}

/// How far a record is published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Release {
    /// For everyone.
    #[default]
    Published,
    /// Not yet.
    Draft,
    /// From this day on.
    EmbargoedUntil(Date),
    /// No longer; a page says so.
    Withdrawn,
}

impl Release {
    /// Whether a site of this day holds the record.
    #[must_use]
    pub fn is_visible(self, as_of: Date, drafts: bool) -> bool {
        match self {
            Self::Published | Self::Withdrawn => true,
            Self::Draft => drafts,
            Self::EmbargoedUntil(day) => drafts || day <= as_of,
        }
    }
}

/// A correction made after publication.
#[derive(Clone, Debug)]
pub struct Correction {
    /// When.
    pub date: Date,
    /// What.
    pub note: Text,
}

impl Correction {
    /// The anchor on the page of the record, which the first correction of a day has. No anchor of an author begins so.
    #[must_use]
    pub fn anchor(&self) -> String {
        format!("_correction-{}", self.date)
    }
}

/// A page that is no record: about, method and the like.
#[derive(Debug, Default)]
pub struct Page {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Whether a page says so in its place.
    pub is_withdrawn: bool,
    /// What it is about.
    pub summary: Option<Text>,
    /// What each language's text is.
    pub versions: PerLang<Version>,
    /// How each language's text stands to the other's.
    pub states: PerLang<TranslationState>,
    /// The text in each language; `None` where there is no file in it.
    pub bodies: PerLang<Option<Body>>,
}
