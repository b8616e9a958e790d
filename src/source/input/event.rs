//! Events and their documents in events.yaml.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    document::{DocumentInput, SignatoryInput},
    forms::{Address, Day, DayOrMonth, Identifier, WebAddress},
    lists::List,
    meeting::DateInput,
    registries::TextInput,
    texts::RegistryTexts,
};
use crate::{
    lang::{Lang, PerLang},
    model::{DocumentKind, EventKind, ReadExtent},
};

/// An event: what matters to a dialogue and is no meeting of it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EventInput {
    /// Required: its title. Example: `{en: Launch of the River Partnership, ja: 河川パートナーシップの発足}`
    #[schemars(required)]
    pub title: Option<TextInput>,
    /// Required: the day, or the first and the last, where it was held; a month where the day is not known. Examples:
    /// `2021-05-27`, `{from: 2021-05-27, to: 2021-05-28}`, `2021-05`
    #[schemars(required)]
    pub date: Option<DateInput>,
    /// Optional: what it is. Without it, nothing is said of it.
    pub kind: Option<EventKind>,
    /// Optional: where it was held. Example: `{en: South City, ja: 南市}`
    pub place: Option<TextInput>,
    /// Optional: what it was about, in a sentence or two.
    pub summary: Option<TextInput>,
    /// Optional: the ids of the tracks that it has to do with. Example: `[floods]`
    #[schemars(with = "Option<Vec<Identifier>>")]
    pub tracks: List<String>,
    /// Optional: its documents, with the same keys as those of a meeting.
    pub documents: List<EventDocumentInput>,
    /// Optional: earlier addresses of its page, which lead to it. Example: `[/en/events/river-launch/]`
    #[schemars(with = "Option<Vec<Address>>")]
    pub aliases: List<String>,
}

impl RegistryTexts for EventInput {
    fn join_lines(&mut self) {
        for text in [&mut self.title, &mut self.place, &mut self.summary] {
            text.join_lines();
        }
        self.documents.iter_mut().flatten().flatten().for_each(RegistryTexts::join_lines);
    }
}

/// A document of an event. It has an address, or a file in `static/`, or both.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EventDocumentInput {
    /// Required: its name, unique in the whole archive. Example: `fact-sheet-2021`
    #[schemars(with = "Identifier")]
    pub id: Option<String>,
    /// Optional: what it is.
    pub kind: Option<DocumentKind>,
    /// Required: its title. Examples: `{en: Fact sheet, ja: ファクトシート}`, `{ja: 覚書}`
    #[schemars(required)]
    pub title: Option<TextInput>,
    /// Optional: its address. Example: `https://archive.example/fact-sheet.html`
    #[schemars(with = "Option<WebAddress>")]
    pub url: Option<String>,
    /// Optional: the file in `static/` that holds it. Example: `statements/2021.pdf`
    pub file: Option<String>,
    /// Optional: who published it.
    pub publisher: Option<TextInput>,
    /// Optional: the language it is in, as a code. Examples: `en`, `ja`
    pub language: Option<String>,
    /// Optional: the day of publication, or the month where the day is not known. Examples: `2021-05-27`, `2021-05`
    #[schemars(with = "Option<DayOrMonth>")]
    pub date: Option<String>,
    /// Optional: the day on which somebody last looked at it. Example: `2026-11-22`
    #[schemars(with = "Option<Day>")]
    pub retrieved: Option<String>,
    /// Optional: the address of a copy that an archive of the web keeps. Example:
    /// `https://web.archive.org/web/2026/https://archive.example/fact-sheet.html`
    #[schemars(with = "Option<WebAddress>")]
    pub archived: Option<String>,
    /// Optional: how much of it the archive's editors have read.
    pub read: Option<ReadExtent>,
    /// Optional: who signed it, in the order of the source.
    pub signatories: List<EventSignatoryInput>,
    /// Optional: the SHA-256 of `file`, in hexadecimal digits; the file is checked against it.
    pub sha256: Option<String>,
}

impl EventDocumentInput {
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

fn signatories(list: &[Option<EventSignatoryInput>], lang: Lang) -> Vec<Option<SignatoryInput>> {
    list.iter().map(|it| it.as_ref().map(|it| it.in_language(lang))).collect()
}

fn text_in(text: Option<&TextInput>, lang: Lang) -> Option<String> {
    match text? {
        TextInput::Same(text) => Some(text.clone()),
        TextInput::Each(each) => each.get(lang).map(str::to_owned),
    }
}

impl RegistryTexts for EventDocumentInput {
    fn join_lines(&mut self) {
        self.title.join_lines();
        self.publisher.join_lines();
        for signatory in self.signatories.iter_mut().flatten().flatten() {
            signatory.name.join_lines();
            signatory.office.join_lines();
        }
    }
}

/// Somebody who signed a document of an event.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EventSignatoryInput {
    /// The id of the person. Required where there is no `name`.
    #[schemars(with = "Option<Identifier>")]
    pub person: Option<String>,
    /// The name of somebody who is not in `people.yaml`.
    pub name: Option<TextInput>,
    /// Required: the id of the delegation for which it was signed.
    #[schemars(with = "Identifier")]
    pub delegation: Option<String>,
    /// Optional: the office as published. Example: `{en: Minister, ja: 大臣}`
    #[serde(rename = "as")]
    pub office: Option<TextInput>,
}

impl EventSignatoryInput {
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
