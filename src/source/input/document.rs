//! Documents in the front matter of meetings.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    forms::{Day, Identifier, WebAddress},
    texts::{NoteTexts, join},
};
use crate::lang::Lang;

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

impl NoteTexts for DocumentInput {
    fn join_lines(&mut self, lang: Lang) {
        join(&mut self.title, lang);
        join(&mut self.publisher, lang);
    }
}
