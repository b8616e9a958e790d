//! What the front matter of meetings and pages shares.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    forms::{Day, Identifier, Language},
    texts::{NoteTexts, join},
};
use crate::{lang::Lang, model::VersionStatus};

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

impl NoteTexts for VersionInput {
    fn join_lines(&mut self, lang: Lang) {
        join(&mut self.by, lang);
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

impl NoteTexts for CorrectionInput {
    fn join_lines(&mut self, lang: Lang) {
        join(&mut self.note, lang);
    }
}
