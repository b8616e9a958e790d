//! What each file of a site is made from, as hashes: of the same inputs the same program makes the same file.
//!
//! Of the texts of notes, the pages that show them are made, the glossary, which says where its terms stand, and the files
//! that hold all texts. Everything else is made of facts: front matter, registries, the theme, and of each text what it
//! links to and how it is divided. Where facts change, every page may be another.

use foldhash::HashMap;
use std::{
    hash::{Hash, Hasher},
    mem,
};
use xxhash_rust::xxh3::Xxh3;

use crate::{
    diagnostic::{SourceFile, Sources},
    id::Table,
    lang::PerLang,
    model::{Body, Piece, TranslationState},
    plan::{CitationFile, CitedThing, ListKind, PageKind, PlannedPage},
    site::Site,
    source::note_name,
    theme::Theme,
};

/// The hashes of what the files of a site are made from.
pub(super) struct Inputs {
    facts: u128,
    texts: u128,
    /// Of the pages that say where terms are used: the words of notes tell that.
    terms: u128,
    /// Of the pages that show each note, by its id: of meetings, and of plain pages.
    notes: [HashMap<String, u128>; 2],
}

/// The folders of notes.
const FOLDERS: [&str; 2] = ["content/meetings/", "content/pages/"];

impl Inputs {
    pub(super) fn new(site: &Site, theme: &Theme, sources: &Sources) -> Self {
        let mut facts = Xxh3::new();
        theme.version.hash(&mut facts);
        (&site.config.theme, &site.config.base_url).hash(&mut facts);
        let mut texts = Xxh3::new();
        let mut notes: [HashMap<String, Xxh3>; 2] = Default::default();
        // Files keep their names in a preview, in whatever order they came; one that is gone is empty.
        let mut files: Vec<&SourceFile> =
            sources.files().iter().filter(|file| !file.text.is_empty()).collect();
        files.sort_unstable_by_key(|file| file.path.as_str());
        for file in files {
            let folder = FOLDERS.iter().position(|folder| file.path.starts_with(folder));
            let (Some(folder), Some((id, _))) = (folder, note_name(&file.path)) else {
                if file.path != "content/ledger.txt" {
                    (&file.path, &file.text).hash(&mut facts);
                }
                continue;
            };
            let (front, text) = file.text.split_at_checked(file.yaml.end).unwrap_or((&file.text, ""));
            (&file.path, front).hash(&mut facts);
            (&file.path, text).hash(&mut texts);
            (&file.path, text).hash(notes[folder].entry(id.to_owned()).or_default());
        }
        hash_site(site, &mut facts);
        let facts = facts.digest128();
        facts.hash(&mut texts);
        let mut terms = Xxh3::new();
        facts.hash(&mut terms);
        site.terms.iter().for_each(|term| term.uses.hash(&mut terms));
        let with_facts = |(id, mut text): (String, Xxh3)| {
            facts.hash(&mut text);
            (id, text.digest128())
        };
        let notes = notes.map(|notes| notes.into_iter().map(with_facts).collect());
        Self { facts, texts: texts.digest128(), terms: terms.digest128(), notes }
    }

    /// Of the files that tell facts.
    pub(super) fn facts(&self) -> u128 {
        of_files(self.facts)
    }

    /// Of the files that hold the texts of all notes.
    pub(super) fn texts(&self) -> u128 {
        of_files(self.texts)
    }

    /// Of a page.
    pub(super) fn page(&self, page: &PlannedPage, site: &Site) -> u128 {
        let [meetings, pages] = &self.notes;
        let note = match page.kind {
            PageKind::Meeting(id)
            | PageKind::Parallel(id)
            | PageKind::Citations(CitationFile { of: CitedThing::Meeting(id), .. }) => {
                meetings.get(&site.meetings[id].id)
            }
            PageKind::Page(id) => pages.get(&site.pages[id].id),
            // It tells how large the files are that hold the texts.
            PageKind::List(ListKind::Downloads) => Some(&self.texts),
            PageKind::List(ListKind::Glossary) => Some(&self.terms),
            _ => None,
        };
        *note.unwrap_or(&self.facts)
    }
}

/// Another hash than that of the pages that are made from the same: such files are kept, or made, all together.
fn of_files(inputs: u128) -> u128 {
    let mut hasher = Xxh3::new();
    ("files", inputs).hash(&mut hasher);
    hasher.digest128()
}

/// What of a linked site is not in the texts of its front matter and registries: what is published of them, what the texts
/// of notes are but for their words, and which static files there are.
fn hash_site(site: &Site, hasher: &mut Xxh3) {
    for (_, meeting) in site.meetings.iter() {
        (&meeting.id, meeting.is_draft, meeting.is_planned, meeting.is_withdrawn()).hash(hasher);
        meeting.alignment.hash(hasher);
        hash_bodies(&meeting.bodies, &meeting.states, hasher);
    }
    for (_, page) in site.pages.iter() {
        page.id.hash(hasher);
        hash_bodies(&page.bodies, &page.states, hasher);
    }
    // What only unpublished records name, also in their words, is not there.
    hash_ids(&site.dialogues, |it| &it.id, hasher);
    hash_ids(&site.delegations, |it| &it.id, hasher);
    hash_ids(&site.organizations, |it| &it.id, hasher);
    hash_ids(&site.people, |it| &it.id, hasher);
    hash_ids(&site.tracks, |it| &it.id, hasher);
    hash_ids(&site.events, |it| &it.id, hasher);
    site.events.iter().for_each(|(_, event)| event.is_planned.hash(hasher));
    for file in &site.statics {
        file.address.hash(hasher);
        // What cannot be read is reported when it is copied.
        file.file.state().hash(hasher);
    }
}

fn hash_ids<T>(table: &Table<T>, id: impl Fn(&T) -> &str, hasher: &mut Xxh3) {
    hasher.write_usize(table.len());
    table.iter().for_each(|(_, record)| id(record).hash(hasher));
}

fn hash_bodies(bodies: &PerLang<Option<Body>>, states: &PerLang<TranslationState>, hasher: &mut Xxh3) {
    states.hash(hasher);
    for body in bodies {
        let Some(body) = body else {
            hasher.write_u8(0);
            continue;
        };
        body.headings.hash(hasher);
        body.units.hash(hasher);
        for piece in &body.pieces {
            mem::discriminant(piece).hash(hasher);
            match piece {
                Piece::Open(target) | Piece::Title(target) => target.hash(hasher),
                Piece::Redacted(text) | Piece::Picture(text) => text.hash(hasher),
                Piece::FootnoteMark(mark) | Piece::Footnote(mark) => mark.hash(hasher),
                // Each heading was hashed.
                Piece::Heading(_) | Piece::HeadingEnd(_) | Piece::Html(_) | Piece::Close | Piece::Table => {}
            }
        }
    }
}
