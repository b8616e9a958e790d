//! Documents in the front matter of meetings.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    forms::{Day, DayOrMonth, Identifier, WebAddress},
    lists::List,
    texts::{NoteTexts, join},
};
use crate::{
    lang::Lang,
    model::{DocumentKind, ReadExtent},
};

/// A document that a record rests on. It has an address, or a file in `static/`, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentInput {
    /// Required: its name, unique in the whole archive. Example: `statement-2010`
    #[schemars(with = "Identifier")]
    pub id: Option<String>,
    /// Optional: what it is.
    pub kind: Option<DocumentKind>,
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
    /// Optional: the day of publication, or the month where the day is not known. Examples: `2010-11-01`, `2010-11`
    #[schemars(with = "Option<DayOrMonth>")]
    pub date: Option<String>,
    /// Optional: the day on which somebody last looked at it. Example: `2026-11-22`
    #[schemars(with = "Option<Day>")]
    pub retrieved: Option<String>,
    /// Optional: the address of a copy that an archive of the web keeps. Example:
    /// `https://web.archive.org/web/2026/https://archive.example/statement.html`
    #[schemars(with = "Option<WebAddress>")]
    pub archived: Option<String>,
    /// Optional: how much of it the archive's editors have read.
    pub read: Option<ReadExtent>,
    /// Optional: who signed it, in the order of the source. In the second file, only the texts, in the same order.
    pub signatories: List<SignatoryInput>,
    /// Optional: the SHA-256 of `file`, in hexadecimal digits; the file is checked against it.
    pub sha256: Option<String>,
}

/// Somebody who signed a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignatoryInput {
    /// The id of the person. Required where there is no `name`.
    #[schemars(with = "Option<Identifier>")]
    pub person: Option<String>,
    /// The name of somebody who is not in `people.yaml`, in this file's language.
    pub name: Option<String>,
    /// Required in one of the two files: the id of the delegation for which it was signed.
    #[schemars(with = "Option<Identifier>")]
    pub delegation: Option<String>,
    /// Optional: the office as published, in this file's language. Example: `Minister`
    #[serde(rename = "as")]
    pub office: Option<String>,
}

impl NoteTexts for SignatoryInput {
    fn join_lines(&mut self, lang: Lang) {
        join(&mut self.name, lang);
        join(&mut self.office, lang);
    }
}

impl NoteTexts for DocumentInput {
    fn join_lines(&mut self, lang: Lang) {
        join(&mut self.title, lang);
        join(&mut self.publisher, lang);
        self.signatories.join_lines(lang);
    }
}
