//! The front matter of meetings and pages.
//!
//! The comments on the keys are what an editor shows to those who write notes; `taiwa schema` takes them over. A key
//! is required here only where each of the two language files must have it.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    List,
    forms::{Address, ById, CommitmentName, Day, Identifier, Language, WebAddress},
};
use crate::model::{Kind, Mode, Status, VersionStatus};

/// The facts of a note.
#[derive(Debug)]
pub enum Front {
    /// Of a meeting.
    Meeting(Box<MeetingInput>),
    /// Of a page.
    Page(Box<PageInput>),
}

/// The facts at the top of a meeting's note. A fact is written once, in either language file; texts stand in each file
/// in its own language.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MeetingInput {
    /// Required in both files: what the meeting is called, in this file's language. Example: `First meeting`
    #[schemars(required)]
    pub title: Option<String>,
    /// Optional: the meeting in a sentence or two, in this file's language.
    pub summary: Option<String>,
    /// The id of a dialogue in `dialogues.yaml`. Optional where the archive has only one. Example: `internet-economy`
    #[schemars(with = "Option<Identifier>")]
    pub dialogue: Option<String>,
    /// Optional: which meeting of the dialogue it was, as a number. Example: `3`
    pub number: Option<u32>,
    /// Optional: the level, as an id that `levels` in `site.yaml` or the theme gives a title. Example:
    /// `director-general`
    #[schemars(with = "Option<Identifier>")]
    pub level: Option<String>,
    /// Required in one of the two files: the day, or the first and the last, where it was held. Examples:
    /// `2010-11-01`, `{from: 2011-06-09, to: 2011-06-10}`
    pub date: Option<DateInput>,
    /// Optional: where it was held, in this file's language. Example: `Tokyo`
    pub place: Option<String>,
    /// Optional: how it was held.
    pub mode: Option<Mode>,
    /// Optional: the id of the delegation that was the host. Example: `jp`
    #[schemars(with = "Option<Identifier>")]
    pub host: Option<String>,
    /// Required in one of the two files: who took part, by the id of each delegation; both parties of the dialogue must
    /// be there. Write `{}` behind one of which no more is known. Example: `jp: {organizations: [mic]}`
    #[schemars(with = "Option<ById<ParticipationInput>>")]
    pub delegations: Option<IndexMap<String, Option<ParticipationInput>>>,
    /// Optional: what the meeting set down, in the order of the source. One file holds the facts; the other the ids
    /// with the texts in its language.
    pub commitments: List<CommitmentInput>,
    /// Optional: the documents that the record rests on.
    pub documents: List<DocumentInput>,
    /// Optional: what the text of this file is, for example a translation.
    pub version: Option<VersionInput>,
    /// Optional: how far the record is published. Without it, it is published.
    pub release: Option<ReleaseInput>,
    /// Optional: earlier addresses of this page, which lead to it. Example: `[/en/2010/first-meeting/]`
    #[schemars(with = "Option<Vec<Address>>")]
    pub aliases: List<String>,
    /// Optional: what was corrected after publication.
    pub corrections: List<CorrectionInput>,
}

/// The facts at the top of a page such as "About".
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PageInput {
    /// Required in both files: what the page is called, in this file's language. Example: `About this archive`
    #[schemars(required)]
    pub title: Option<String>,
    /// Optional: the page in a sentence or two, in this file's language.
    pub summary: Option<String>,
    /// Optional: what the text of this file is, for example a translation.
    pub version: Option<VersionInput>,
    /// Optional: how far the page is published. Without it, it is published.
    pub release: Option<ReleaseInput>,
    /// Optional: earlier addresses of this page, which lead to it. Example: `[/en/about/]`
    #[schemars(with = "Option<Vec<Address>>")]
    pub aliases: List<String>,
}

/// A day, or the first and last of several.
#[derive(Clone, Debug)]
pub enum DateInput {
    /// One day.
    Day(String),
    /// Several.
    Range(RangeInput),
}

impl DateInput {
    /// The first and the last day.
    fn ends(&self) -> [Option<&str>; 2] {
        match self {
            Self::Day(day) => [Some(day), Some(day)],
            Self::Range(range) => [range.from.as_deref(), range.to.as_deref()],
        }
    }
}

/// A day is the same as from that day to that day.
impl PartialEq for DateInput {
    fn eq(&self, other: &Self) -> bool {
        self.ends() == other.ends()
    }
}

impl Eq for DateInput {}

/// The first and last day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RangeInput {
    /// Required: the first day. Example: `2011-06-09`
    #[schemars(with = "Day")]
    pub from: Option<String>,
    /// Required: the last day. Example: `2011-06-10`
    #[schemars(with = "Day")]
    pub to: Option<String>,
}

/// A delegation at a meeting. Write `{}` if no more is known than that it was there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ParticipationInput {
    /// Optional: who is named first. Examples: `[hanako-minami]`, `[{person: hanako-minami, as: Director General}]`
    pub heads: List<HeadInput>,
    /// Optional: the ids of the organizations that were there. Example: `[mic, mofa]`
    #[schemars(with = "Option<Vec<Identifier>>")]
    pub organizations: List<String>,
    /// Optional: the ids of the people who are named besides.
    #[schemars(with = "Option<Vec<Identifier>>")]
    pub people: List<String>,
    /// Optional: `true` if the list in the source ends in "and others".
    pub others: Option<bool>,
}

/// Who is named first: an id, or an id with the role as published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeadInput {
    /// The person's id.
    pub person: Option<String>,
    /// The role as published.
    pub role: Option<String>,
    /// Whether it was written as a map.
    pub is_map: bool,
}

/// Something that a meeting set down.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CommitmentInput {
    /// Required in both files: its name in this meeting, the same in both languages, and a part of its address for good.
    /// Example: `cloud-good-practice`
    #[schemars(with = "Identifier")]
    pub id: Option<String>,
    /// Required in one of the two files: what it is.
    pub kind: Option<Kind>,
    /// Required in one of the two files: the id of its policy track in `tracks.yaml`. Example: `cloud`
    #[schemars(with = "Option<Identifier>")]
    pub track: Option<String>,
    /// Required in one of the two files: the ids of the delegations that carry it. Example: `[us, jp]`
    #[schemars(with = "Option<Vec<Identifier>>")]
    pub delegations: List<String>,
    /// Optional: the ids of the organizations that answer for it. Example: `[mic]`
    #[schemars(with = "Option<Vec<Identifier>>")]
    pub organizations: List<String>,
    /// Optional: the verb of the source, in this file's language. Example: `recognize the importance of`
    pub verb: Option<String>,
    /// Required: what was set down, in this file's language. Where a translation is not there yet, the other language is
    /// shown.
    pub text: Option<String>,
    /// Optional: by when it is to be done. Examples: `2011-12-31`, `{text: in 2011, by: 2011-12-31}`
    pub due: Option<DueInput>,
    /// Optional: where else it is to be pursued, as named in the source. Example: `[APEC, OECD]`
    pub forums: List<String>,
    /// Optional: earlier commitments that this one carries out. Example: `[2010-11-01-tokyo/cloud-good-practice]`
    #[schemars(with = "Option<Vec<CommitmentName>>")]
    pub fulfills: List<String>,
    /// Optional: earlier commitments that this one goes on with. Example: `[2010-11-01-tokyo/cloud-good-practice]`
    #[schemars(with = "Option<Vec<CommitmentName>>")]
    pub continues: List<String>,
    /// Optional: earlier commitments that this one changes. Example: `[2010-11-01-tokyo/cloud-good-practice]`
    #[schemars(with = "Option<Vec<CommitmentName>>")]
    pub revises: List<String>,
    /// Optional: earlier commitments whose place this one takes. Example: `[2010-11-01-tokyo/cloud-good-practice]`
    #[schemars(with = "Option<Vec<CommitmentName>>")]
    pub supersedes: List<String>,
    /// Optional: earlier commitments whose state this one reports. Example: `[2010-11-01-tokyo/cloud-good-practice]`
    #[schemars(with = "Option<Vec<CommitmentName>>")]
    pub reports_on: List<String>,
    /// Optional: earlier commitments that this one answers. Example: `[2010-11-01-tokyo/cloud-good-practice]`
    #[schemars(with = "Option<Vec<CommitmentName>>")]
    pub responds_to: List<String>,
    /// Optional: other commitments that this one has to do with. Example: `[2010-11-01-tokyo/cloud-good-practice]`
    #[schemars(with = "Option<Vec<CommitmentName>>")]
    pub related: List<String>,
    /// Optional: how it was judged, each time with a source. In the second file, only the notes, in the same order.
    pub assessments: List<AssessmentInput>,
}

/// By when: a day, or the source's words with a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DueInput {
    /// A day.
    Day(String),
    /// Words, with or without a day.
    Words(DueWordsInput),
}

/// The source's words and the last day they allow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DueWordsInput {
    /// Optional: the words of the source, in this file's language. Example: `in 2011`
    pub text: Option<String>,
    /// Optional: the last day that these words allow. Example: `2011-12-31`
    #[schemars(with = "Option<Day>")]
    pub by: Option<String>,
}

/// A judgement of how a commitment stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssessmentInput {
    /// Required in one of the two files: how it stands.
    pub status: Option<Status>,
    /// Required in one of the two files: when it was judged. Example: `2011-06-10`
    #[schemars(with = "Option<Day>")]
    pub date: Option<String>,
    /// Required in one of the two files: who judged, as a delegation's id, `archive` or `third-party`.
    #[schemars(with = "Option<Identifier>")]
    pub by: Option<String>,
    /// Required in one of the two files: the id of the document that this rests on, of any meeting.
    #[schemars(with = "Option<Identifier>")]
    pub source: Option<String>,
    /// Optional: what else is to be said, in this file's language.
    pub note: Option<String>,
}

/// A document that a record rests on. It has an address, or a file in `static/`, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentInput {
    /// Required: its name, unique in the whole archive. Example: `statement-2010`
    #[schemars(with = "Identifier")]
    pub id: Option<String>,
    /// Required in one of the two files: its title, in this file's language.
    pub title: Option<String>,
    /// Optional: its address. Example: `https://archive.example/statement.html`
    #[schemars(with = "Option<WebAddress>")]
    pub url: Option<String>,
    /// Optional: the file in `static/` that holds it. Example: `statements/2010.pdf`
    pub file: Option<String>,
    /// Optional: who published it, in this file's language.
    pub publisher: Option<String>,
    /// Optional: the language it is in, as a code. Examples: `en`, `ja`
    pub language: Option<String>,
    /// Optional: the day of publication. Example: `2010-11-01`
    #[schemars(with = "Option<Day>")]
    pub date: Option<String>,
    /// Optional: the day on which somebody last looked at it. Example: `2026-11-22`
    #[schemars(with = "Option<Day>")]
    pub retrieved: Option<String>,
    /// Optional: the address of a copy that an archive of the web keeps. Example:
    /// `https://web.archive.org/web/2026/https://archive.example/statement.html`
    #[schemars(with = "Option<WebAddress>")]
    pub archived: Option<String>,
}

/// What the text of this file is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VersionInput {
    /// Optional: its standing. Without it, `not-stated`.
    pub status: Option<VersionStatus>,
    /// Optional: the language it was translated from; it is the other one. Example: `en`
    #[schemars(with = "Option<Language>")]
    pub from: Option<String>,
    /// Optional: who made it.
    pub by: Option<String>,
    /// Optional: the id of the document that it is, or was made from. Example: `statement-2010`
    #[schemars(with = "Option<Identifier>")]
    pub source: Option<String>,
    /// Optional: the mark of the text that it was translated from. `taiwa stamp` writes it; do not write it by hand.
    pub translated_from: Option<String>,
}

impl VersionInput {
    /// Whether it was made from the other language's text, as far as is said. A summary is no translation, whatever it was
    /// made from.
    #[must_use]
    pub fn is_translation(&self) -> bool {
        if self.status == Some(VersionStatus::Summary) {
            return false;
        }
        let is_made_from = self.from.is_some() || self.translated_from.is_some();
        is_made_from || self.status.is_some_and(VersionStatus::is_translation)
    }
}

/// How far a record is published: a word, or the day of its embargo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReleaseInput {
    /// `draft`, `published` or `withdrawn`.
    Word(ReleaseWord),
    /// From a day on.
    Embargo(EmbargoInput),
}

/// How far a record is published, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReleaseWord {
    /// Not yet; nothing of it is in the site.
    Draft,
    /// For everyone.
    Published,
    /// No longer; a page says so.
    Withdrawn,
}

/// The day from which a record is published. Before it, nothing of the record is in the site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EmbargoInput {
    /// Required: the first day on which it is published. Example: `2026-12-01`
    #[schemars(with = "Day")]
    pub embargoed_until: Option<String>,
}

/// A correction that was made after publication.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectionInput {
    /// Required in one of the two files, which have the corrections in the same order: the day. Example: `2026-11-22`
    #[schemars(with = "Option<Day>")]
    pub date: Option<String>,
    /// Optional: what was corrected, in this file's language.
    pub note: Option<String>,
}
