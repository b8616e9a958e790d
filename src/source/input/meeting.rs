//! The front matter of meetings.
//!
//! The comments on the keys are what an editor shows to those who write notes; `taiwa schema` takes them over. A key
//! is required here only where each of the two language files must have it.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    commitment::CommitmentInput,
    document::DocumentInput,
    forms::{Address, ById, DayOrMonth, Identifier},
    lists::List,
    note::{CorrectionInput, ReleaseInput, VersionInput},
    texts::{NoteTexts, join},
};
use crate::{
    lang::Lang,
    model::{Capacity, Mode},
};

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
    /// Optional: the ids of tracks that were talked about with nothing recorded below. Example: `[ai]`
    #[schemars(with = "Option<Vec<Identifier>>")]
    pub discussed: List<String>,
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

impl NoteTexts for MeetingInput {
    fn join_lines(&mut self, lang: Lang) {
        for text in [&mut self.title, &mut self.summary, &mut self.place] {
            join(text, lang);
        }
        for delegation in self.delegations.iter_mut().flat_map(|map| map.values_mut()) {
            delegation.join_lines(lang);
        }
        self.commitments.join_lines(lang);
        self.documents.join_lines(lang);
        self.version.join_lines(lang);
        self.corrections.join_lines(lang);
    }
}

/// A day or month, or the first and last of several.
#[derive(Clone, Debug)]
pub enum DateInput {
    /// One.
    Single(String),
    /// Several.
    Range(RangeInput),
}

impl DateInput {
    /// The first and the last day or month.
    fn ends(&self) -> [Option<&str>; 2] {
        match self {
            Self::Single(date) => [Some(date), Some(date)],
            Self::Range(range) => [range.from.as_deref(), range.to.as_deref()],
        }
    }
}

/// A day or month is the same as from it to it.
impl PartialEq for DateInput {
    fn eq(&self, other: &Self) -> bool {
        self.ends() == other.ends()
    }
}

impl Eq for DateInput {}

/// The first and last day or month.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RangeInput {
    /// Required: the first day, or the month where the day is not known. Examples: `2011-06-09`, `2012-10`
    #[schemars(with = "DayOrMonth")]
    pub from: Option<String>,
    /// Required: the last day, or the month where the day is not known. Examples: `2011-06-10`, `2012-11`
    #[schemars(with = "DayOrMonth")]
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

impl NoteTexts for ParticipationInput {
    fn join_lines(&mut self, lang: Lang) {
        self.heads.join_lines(lang);
    }
}

/// Who is named first: an id, or an id with the role as published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeadInput {
    /// The person's id.
    pub person: Option<String>,
    /// The office as published.
    pub office: Option<String>,
    /// In what capacity.
    pub capacity: Option<Capacity>,
    /// Whether the person attended online.
    pub online: Option<bool>,
    /// Whether it was written as a map.
    pub is_map: bool,
}

impl NoteTexts for HeadInput {
    fn join_lines(&mut self, lang: Lang) {
        join(&mut self.office, lang);
    }
}
