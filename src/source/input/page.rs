//! The front matter of pages such as "About".

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    forms::Address,
    lists::List,
    note::{ReleaseInput, VersionInput},
    texts::{NoteTexts, join},
};
use crate::lang::Lang;

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

impl NoteTexts for PageInput {
    fn join_lines(&mut self, lang: Lang) {
        join(&mut self.title, lang);
        join(&mut self.summary, lang);
        self.version.join_lines(lang);
    }
}
