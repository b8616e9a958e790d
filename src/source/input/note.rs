//! The front matter of meetings and pages.

use indexmap::IndexMap;
use serde::Deserialize;

use super::List;
use crate::model::{Kind, Mode, Status, VersionStatus};

/// The front matter of a meeting.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the keys are the format's own; docs/content.md explains them")]
pub struct MeetingInput {
    pub title: Option<String>,
    pub summary: Option<String>,
    pub dialogue: Option<String>,
    pub number: Option<u32>,
    pub level: Option<String>,
    pub date: Option<DateInput>,
    pub place: Option<String>,
    pub mode: Option<Mode>,
    pub host: Option<String>,
    pub delegations: Option<IndexMap<String, Option<ParticipationInput>>>,
    pub commitments: List<CommitmentInput>,
    pub documents: List<DocumentInput>,
    pub version: Option<VersionInput>,
    pub release: Option<ReleaseInput>,
    pub aliases: List<String>,
    pub corrections: List<CorrectionInput>,
}

/// The front matter of a page.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct PageInput {
    pub title: Option<String>,
    pub summary: Option<String>,
    pub version: Option<VersionInput>,
    pub release: Option<ReleaseInput>,
    pub aliases: List<String>,
}

/// A day, or the first and last of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateInput {
    /// One day.
    Day(String),
    /// Several.
    Range(RangeInput),
}

/// The first and last day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct RangeInput {
    pub from: Option<String>,
    pub to: Option<String>,
}

/// A delegation at a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct ParticipationInput {
    pub heads: List<HeadInput>,
    pub organizations: List<String>,
    pub people: List<String>,
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

/// A commitment.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct CommitmentInput {
    pub id: Option<String>,
    pub kind: Option<Kind>,
    pub track: Option<String>,
    pub delegations: List<String>,
    pub organizations: List<String>,
    pub verb: Option<String>,
    pub text: Option<String>,
    pub due: Option<DueInput>,
    pub forums: List<String>,
    pub fulfills: List<String>,
    pub continues: List<String>,
    pub revises: List<String>,
    pub supersedes: List<String>,
    pub reports_on: List<String>,
    pub responds_to: List<String>,
    pub related: List<String>,
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct DueWordsInput {
    pub text: Option<String>,
    pub by: Option<String>,
}

/// A judgement of a commitment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct AssessmentInput {
    pub status: Option<Status>,
    pub date: Option<String>,
    pub by: Option<String>,
    pub source: Option<String>,
    pub note: Option<String>,
}

/// A document of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct DocumentInput {
    pub id: Option<String>,
    pub title: Option<String>,
    pub url: Option<String>,
    pub file: Option<String>,
    pub publisher: Option<String>,
    pub language: Option<String>,
    pub date: Option<String>,
    pub retrieved: Option<String>,
}

/// What a language's text is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct VersionInput {
    pub status: Option<VersionStatus>,
    pub from: Option<String>,
    pub by: Option<String>,
    pub source: Option<String>,
    pub translated_from: Option<String>,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the values are the format's own")]
pub enum ReleaseWord {
    Draft,
    Published,
    Withdrawn,
}

/// The day from which a record is published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct EmbargoInput {
    pub embargoed_until: Option<String>,
}

/// A correction.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct CorrectionInput {
    pub date: Option<String>,
    pub note: Option<String>,
}
