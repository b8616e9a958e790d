//! Documents of meetings and of events: `T` is a text, of a note in its own language, of a registry in both.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    forms::{Day, DayOrMonth, Identifier, WebAddress},
    lists::List,
    registries::TextInput,
    texts::{NoteTexts, RegistryTexts, join},
};
use crate::{
    lang::{Lang, PerLang},
    model::{DocumentKind, ReadExtent},
};

/// A document that a record rests on. It has an address, or a file in `static/`, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentInput<T = String> {
    /// Required: its name, unique in the whole archive. Example: `statement-2010`
    #[schemars(with = "Identifier")]
    pub id: Option<String>,
    /// Optional: what it is.
    pub kind: Option<DocumentKind>,
    /// Required: its title; in one of the two files of a meeting or, of an event, in one of the two languages.
    pub title: Option<T>,
    /// Optional: its address. Example: `https://archive.example/statement.html`
    #[schemars(with = "Option<WebAddress>")]
    pub url: Option<String>,
    /// Optional: the file in `static/` that holds it. Example: `statements/2010.pdf`
    pub file: Option<String>,
    /// Optional: who published it.
    pub publisher: Option<T>,
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
    /// Optional: who signed it, in the order of the source. In the second file of a meeting, only the texts, in the same order.
    pub signatories: List<SignatoryInput<T>>,
    /// Optional: the SHA-256 of `file`, in hexadecimal digits; the file is checked against it.
    pub sha256: Option<String>,
}

/// Somebody who signed a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignatoryInput<T = String> {
    /// The id of the person. Required where there is no `name`.
    #[schemars(with = "Option<Identifier>")]
    pub person: Option<String>,
    /// The name of somebody who is not in `people.yaml`.
    pub name: Option<T>,
    /// Required, in one of the two files of a meeting: the id of the delegation for which it was signed.
    #[schemars(with = "Option<Identifier>")]
    pub delegation: Option<String>,
    /// Optional: the office as published. Example: `Minister`
    #[serde(rename = "as")]
    pub office: Option<T>,
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

impl RegistryTexts for DocumentInput<TextInput> {
    fn join_lines(&mut self) {
        self.title.join_lines();
        self.publisher.join_lines();
        for signatory in self.signatories.iter_mut().flatten().flatten() {
            signatory.name.join_lines();
            signatory.office.join_lines();
        }
    }
}

impl DocumentInput<TextInput> {
    /// The document as the two files of a note would have it: the facts in the English one, each text in its own.
    #[must_use]
    pub fn per_language(&self) -> PerLang<DocumentInput> {
        PerLang::of(|lang| {
            let texts = DocumentInput {
                id: self.id.clone(),
                title: text_in(self.title.as_ref(), lang),
                publisher: text_in(self.publisher.as_ref(), lang),
                signatories: self.signatories.as_ref().map(|list| signatories(list, lang)),
                ..DocumentInput::default()
            };
            match lang {
                Lang::En => self.with_facts(texts),
                Lang::Ja => texts,
            }
        })
    }

    fn with_facts(&self, texts: DocumentInput) -> DocumentInput {
        DocumentInput {
            kind: self.kind,
            url: self.url.clone(),
            file: self.file.clone(),
            language: self.language.clone(),
            date: self.date.clone(),
            retrieved: self.retrieved.clone(),
            archived: self.archived.clone(),
            read: self.read,
            sha256: self.sha256.clone(),
            ..texts
        }
    }
}

fn signatories(list: &[Option<SignatoryInput<TextInput>>], lang: Lang) -> Vec<Option<SignatoryInput>> {
    list.iter().map(|it| it.as_ref().map(|it| it.in_language(lang))).collect()
}

fn text_in(text: Option<&TextInput>, lang: Lang) -> Option<String> {
    match text? {
        TextInput::Same(text) => Some(text.clone()),
        TextInput::Each(each) => each.get(lang).map(str::to_owned),
    }
}

impl SignatoryInput<TextInput> {
    fn in_language(&self, lang: Lang) -> SignatoryInput {
        let fact = |value: &Option<String>| value.clone().filter(|_| lang == Lang::En);
        SignatoryInput {
            person: fact(&self.person),
            name: text_in(self.name.as_ref(), lang),
            delegation: fact(&self.delegation),
            office: text_in(self.office.as_ref(), lang),
        }
    }
}
