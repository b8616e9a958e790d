//! Where what a page shows is written: for links that open an editor at its line.

use serde::Serialize;
use std::collections::HashSet;

use crate::{
    diagnostic::{SourceFile, Sources, positions},
    edit::RecordInFile,
    lang::{Lang, PerLang},
    model::{Body, UnitKind},
    plan::{PageKind, PlannedPage, commitment_anchor, document_anchor},
    site::Site,
    source::note_name,
    yaml::{Tree, ValueKind},
};

/// How many places are told of one page: each is a link on it.
const MAX_PLACES: usize = 5000;

/// The heading of a page, as CSS selects it.
const HEADING: &str = "main h1";

/// What of a meeting's page shows which of its keys.
const SHOWN: [(&str, &str); 7] = [
    ("title", HEADING),
    ("date", ".facts time"),
    ("commitments", "#_commitments"),
    ("discussed", "#_discussed"),
    ("delegations", "#_participants"),
    ("documents", "#_documents"),
    ("corrections", "#_corrections"),
];

/// Where what an element of a page shows is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WrittenPlace {
    /// The element, as CSS selects it.
    pub element: String,
    /// The file, from the root of the archive.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
}

/// The places of what a page shows.
pub(super) fn places(site: &Site, sources: &Sources, page: &PlannedPage) -> Vec<WrittenPlace> {
    let mut found = UnitPlaces { sources, places: Vec::new(), elements: HashSet::new() };
    match page.kind {
        PageKind::Meeting(id) | PageKind::Parallel(id) => {
            let meeting = &site.meetings[id];
            found.note("content/meetings/", &meeting.id, &meeting.bodies, page.lang);
        }
        PageKind::Page(id) => {
            let page_of_site = &site.pages[id];
            found.note("content/pages/", &page_of_site.id, &page_of_site.bodies, page.lang);
        }
        PageKind::Commitment(id) => {
            let commitment = &site.commitments[id];
            let record = RecordInFile::Commitment(commitment.id.clone());
            found.commitment(&site.meetings[commitment.meeting].id, &record, page.lang);
        }
        PageKind::Root | PageKind::Home => found.entry("site.yaml", "title"),
        PageKind::Dialogue(id) => found.entry("dialogues.yaml", &site.dialogues[id].id),
        PageKind::Track(id) => found.entry("tracks.yaml", &site.tracks[id].id),
        PageKind::Event(id) => found.entry("events.yaml", &site.events[id].id),
        PageKind::Delegation(id) => found.entry("delegations.yaml", &site.delegations[id].id),
        PageKind::Organization(id) => found.entry("organizations.yaml", &site.organizations[id].id),
        PageKind::Person(id) => found.entry("people.yaml", &site.people[id].id),
        PageKind::NotFound
        | PageKind::List(_)
        | PageKind::WithdrawnCommitment(_)
        | PageKind::Kind(_)
        | PageKind::Picture(_)
        | PageKind::Citations(_)
        | PageKind::Alias(_) => {}
    }
    found.places
}

struct UnitPlaces<'s> {
    sources: &'s Sources,
    places: Vec<WrittenPlace>,
    /// The elements that have a place: what stands in both languages has that of the page's.
    elements: HashSet<String>,
}

impl<'s> UnitPlaces<'s> {
    /// The facts and units of a note.
    fn note(&mut self, folder: &str, id: &str, bodies: &PerLang<Option<Body>>, lang: Lang) {
        for (lang, file) in self.files(folder, id, lang) {
            self.facts(file);
            if let Some(body) = &bodies[lang] {
                self.units(file, lang, body);
            }
        }
    }

    /// The files of a note, that of a language first.
    fn files(&self, folder: &str, id: &str, first: Lang) -> Vec<(Lang, &'s SourceFile)> {
        let file = |lang: Lang| {
            let is_it = |file: &&SourceFile| {
                // One that is gone keeps its name in a preview, and has no text.
                file.path.starts_with(folder)
                    && !file.text.is_empty()
                    && note_name(&file.path) == Some((id, lang))
            };
            Some((lang, self.sources.files().iter().find(is_it)?))
        };
        [first, first.other()].into_iter().filter_map(file).collect()
    }

    fn facts(&mut self, file: &SourceFile) {
        let Some(tree) = Tree::within(&file.text, &file.yaml) else { return };
        let ValueKind::Map(entries) = &tree.kind else { return };
        let mut found = Vec::new();
        for (key, element) in SHOWN {
            found.extend(entries.find(key).map(|entry| (element.to_owned(), entry.key_span.start)));
        }
        for (record, tree) in RecordInFile::all(&tree, true) {
            if let RecordInFile::Commitment(id) = record {
                found.push((format!("#{}", commitment_anchor(&id)), tree.span.start));
            }
        }
        let documents = entries.find("documents").map(|entry| &entry.value.kind);
        if let Some(ValueKind::List(items)) = documents {
            let with_id = items.iter().filter_map(|item| {
                let ValueKind::Map(entries) = &item.kind else { return None };
                let ValueKind::Scalar(id, _) = &entries.find("id")?.value.kind else { return None };
                Some((format!("#{}", document_anchor(id.trim())), item.span.start))
            });
            found.extend(with_id);
        }
        // Of what is no id, CSS might select something else. It was reported.
        found.retain(|(element, _)| element.starts_with(['m', '.']) || is_plain(element));
        self.add(file, found);
    }

    fn units(&mut self, file: &SourceFile, lang: Lang, body: &Body) {
        let units = body.units.iter().zip(&body.begins).enumerate();
        let found = units.filter_map(|(number, (unit, begin))| {
            let element = match unit.kind {
                UnitKind::Heading(at) => format!("#{}", body.headings.get(at)?.id),
                _ => format!("[data-unit=\"{}-{number}\"]", lang.code()),
            };
            Some((element, *begin))
        });
        let found = found.collect();
        self.add(file, found);
    }

    /// The record of a commitment, at the heading of its page.
    fn commitment(&mut self, meeting: &str, record: &RecordInFile, lang: Lang) {
        for (_, file) in self.files("content/meetings/", meeting, lang) {
            let tree = Tree::within(&file.text, &file.yaml);
            let begin = tree.as_ref().and_then(|tree| Some(record.find(tree)?.span.start));
            self.add(file, begin.map(|begin| (HEADING.to_owned(), begin)).into_iter().collect());
        }
    }

    /// An entry of a registry, at the heading of its page.
    fn entry(&mut self, registry: &str, key: &str) {
        let file = self.sources.find(&format!("content/{registry}")).map(|id| self.sources.file(id));
        let Some(file) = file else { return };
        let Some(tree) = Tree::within(&file.text, &file.yaml) else { return };
        let ValueKind::Map(entries) = &tree.kind else { return };
        let begin = entries.find(key).map(|entry| (HEADING.to_owned(), entry.key_span.start));
        self.add(file, begin.into_iter().collect());
    }

    /// Adds elements of which none had a place, each with the byte of the file at which it is written.
    fn add(&mut self, file: &SourceFile, mut found: Vec<(String, usize)>) {
        found.retain(|(element, _)| self.elements.insert(element.clone()));
        found.truncate(MAX_PLACES.saturating_sub(self.places.len()));
        found.sort_by_key(|(_, begin)| *begin);
        let at = positions(&file.text, found.iter().map(|(_, begin)| *begin));
        let places = found.into_iter().zip(at).map(|((element, _), (line, column))| WrittenPlace {
            element,
            path: file.path.clone(),
            line,
            column,
        });
        self.places.extend(places);
    }
}

/// Whether a selector is one id of letters that need no escape.
fn is_plain(element: &str) -> bool {
    let id = element.strip_prefix('#').unwrap_or_default();
    id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}
