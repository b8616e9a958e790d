//! What may be named somewhere, with the words by which people look for it.

use std::borrow::Cow;

use super::kinds::NamedKind;
use crate::{
    id::Table,
    lang::{Lang, ruby},
    model::{Document, Text},
    rename::{NameForm, RenameKind},
    site::Site,
};

/// Something that may be named.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'a> {
    /// How it is named.
    pub(super) id: Cow<'a, str>,
    pub(super) kind: NamedKind,
    /// Its title in each language that has one, in the order of the site.
    pub(super) titles: Vec<&'a str>,
    /// Short forms and readings.
    pub(super) also: Vec<&'a str>,
    /// A day or month, where it has one.
    pub(super) day: Option<String>,
}

impl<'a> Candidate<'a> {
    fn new(site: &'a Site, id: impl Into<Cow<'a, str>>, kind: NamedKind, title: &'a Text) -> Self {
        Self { id: id.into(), kind, titles: titles(site, title), also: Vec::new(), day: None }
    }

    /// Something of which nothing but its id is known.
    pub(super) fn unknown(id: impl Into<Cow<'a, str>>, kind: NamedKind) -> Self {
        Self { id: id.into(), kind, titles: Vec::new(), also: Vec::new(), day: None }
    }

    fn also(mut self, words: [Option<&'a String>; 2]) -> Self {
        self.also.extend(words.into_iter().flatten().map(String::as_str));
        self
    }

    fn on(mut self, day: Option<impl ToString>) -> Self {
        self.day = day.map(|day| day.to_string());
        self
    }

    /// Its day and its titles in one line.
    pub(super) fn detail(&self) -> Option<String> {
        let titles = self.titles.iter().map(|title| ruby::plain(title));
        let parts: Vec<_> = self.day.iter().cloned().chain(titles).collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }
}

/// A text in each language, in the order of the site; once where both are the same.
pub(super) fn titles<'a>(site: &Site, text: &'a Text) -> Vec<&'a str> {
    let mut titles: Vec<_> = site.config.languages.iter().filter_map(|lang| text.get(*lang)).collect();
    titles.dedup();
    titles
}

/// What a value of a form may name, in the order of the site; meetings and their commitments from the newest on.
pub(super) fn candidates(site: &Site, form: NameForm) -> Vec<Candidate<'_>> {
    match form {
        NameForm::Id(kind) => records(site, kind),
        NameForm::Judge => records(site, RenameKind::Delegation),
        NameForm::Commitment => records(site, RenameKind::Commitment),
        NameForm::Document => documents(site),
        NameForm::Level => {
            let levels = site.config.levels.iter();
            levels.map(|(id, title)| Candidate::new(site, id, NamedKind::Level, title)).collect()
        }
        NameForm::OwnCommitment | NameForm::OwnDocument | NameForm::File | NameForm::Web => Vec::new(),
    }
}

/// The records of a kind.
pub(super) fn records(site: &Site, kind: RenameKind) -> Vec<Candidate<'_>> {
    let named = NamedKind::Record(kind);
    match kind {
        RenameKind::Meeting => of(&site.meetings, true, |it| {
            Candidate::new(site, &it.id, named, &it.facts.title).on(Some(it.facts.date.start()))
        }),
        RenameKind::Commitment => of(&site.commitments, true, |it| {
            let meeting = &site.meetings[it.meeting];
            let id = format!("{}/{}", meeting.id, it.id);
            Candidate::new(site, id, named, it.facts.name()).on(Some(meeting.facts.date.start()))
        }),
        RenameKind::Track => of(&site.tracks, false, |it| Candidate::new(site, &it.id, named, &it.title)),
        RenameKind::Delegation => {
            of(&site.delegations, false, |it| Candidate::new(site, &it.id, named, &it.name))
        }
        RenameKind::Organization => of(&site.organizations, false, |it| {
            let words = [it.abbreviation.as_ref(), it.reading.as_ref()];
            Candidate::new(site, &it.id, named, &it.name).also(words)
        }),
        RenameKind::Person => of(&site.people, false, |it| {
            Candidate::new(site, &it.id, named, &it.name).also([it.reading.as_ref(), None])
        }),
        RenameKind::Dialogue => of(&site.dialogues, false, |it| {
            Candidate::new(site, &it.id, named, &it.title).also([it.abbreviation.as_ref(), None])
        }),
        RenameKind::Event => of(&site.events, true, |it| {
            Candidate::new(site, &it.id, named, &it.title).on(Some(it.date.start()))
        }),
    }
}

/// The documents of all meetings and events.
pub(super) fn documents(site: &Site) -> Vec<Candidate<'_>> {
    of(&site.documents, false, |it: &Document| {
        Candidate::new(site, &it.id, NamedKind::Document, &it.title).on(it.date)
    })
}

/// The terms of the glossary, by the form of a language.
pub(super) fn terms(site: &Site, lang: Lang) -> Vec<Candidate<'_>> {
    let terms = site.terms.iter();
    terms
        .filter_map(|it| Some(Candidate::new(site, it.forms.get(lang)?, NamedKind::Term, &it.forms)))
        .collect()
}

/// The plain pages.
pub(super) fn pages(site: &Site) -> Vec<Candidate<'_>> {
    of(&site.pages, false, |it| Candidate::new(site, &it.id, NamedKind::Page, &it.title))
}

fn of<'a, T>(
    table: &'a Table<T>,
    is_newest_first: bool,
    candidate: impl Fn(&'a T) -> Candidate<'a>,
) -> Vec<Candidate<'a>> {
    let mut found: Vec<_> = table.iter().map(|(_, record)| candidate(record)).collect();
    if is_newest_first {
        found.reverse();
    }
    found
}
