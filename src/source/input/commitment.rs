//! Commitments in the front matter of meetings.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    forms::{Address, CommitmentName, Day, Identifier},
    lists::List,
    registries::TextInput,
    texts::{NoteTexts, RegistryTexts, join},
};
use crate::{
    lang::Lang,
    model::{Kind, Status},
};

/// Something that a meeting set down.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CommitmentInput {
    /// Required in both files: its name in this meeting, the same in both languages, and a part of its address for good.
    /// Example: `cloud-good-practice`
    #[schemars(with = "Identifier")]
    pub id: Option<String>,
    /// Optional: its short name, in this file's language; lists, headings, citations and search use it. Example:
    /// `Good practice in cloud services`
    pub title: Option<String>,
    /// Required in one of the two files: what it is.
    pub kind: Option<Kind>,
    /// Required in one of the two files: the id of its policy track in `tracks.yaml`, or those of several, the main one
    /// first. Examples: `cloud`, `[cloud, privacy]`
    pub track: Option<TracksInput>,
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
    /// Optional: where else it is to be pursued, as named in the source. Examples: `[APEC, OECD]`,
    /// `[{en: OECD, ja: 経済協力開発機構}]`
    pub forums: List<TextInput>,
    /// Optional: the ids of the documents that it stands in, of any meeting. Without it, the `source` of the note's
    /// `version`. Example: `[joint-statement]`
    #[schemars(with = "Option<Vec<Identifier>>")]
    pub sources: List<String>,
    /// Optional: earlier addresses of its page, which lead to it. Example: `[/en/commitments/2010-11-01-tokyo/clouds/]`
    #[schemars(with = "Option<Vec<Address>>")]
    pub aliases: List<String>,
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

impl NoteTexts for CommitmentInput {
    fn join_lines(&mut self, lang: Lang) {
        for text in [&mut self.title, &mut self.verb, &mut self.text] {
            join(text, lang);
        }
        if let Some(DueInput::Words(due)) = &mut self.due {
            join(&mut due.text, lang);
        }
        self.forums.iter_mut().flatten().flatten().for_each(RegistryTexts::join_lines);
        self.assessments.join_lines(lang);
    }
}

/// One track, or several, the main one first.
#[derive(Clone, Debug, Eq)]
pub struct TracksInput {
    /// Their ids.
    pub ids: Vec<Option<String>>,
    /// Whether they were written as a list.
    pub is_list: bool,
}

/// A track is the same as a list of that track alone.
impl PartialEq for TracksInput {
    fn eq(&self, other: &Self) -> bool {
        self.ids == other.ids
    }
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

impl NoteTexts for AssessmentInput {
    fn join_lines(&mut self, lang: Lang) {
        join(&mut self.note, lang);
    }
}
