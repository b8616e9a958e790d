//! What each file of a site is made from, as hashes: of the same inputs the same program makes the same file.
//!
//! Of the texts of notes, the pages that show them are made, and the files that hold all texts. Everything else is made of
//! facts: front matter, registries, the theme, and of each text what it links to and how it is divided. Where facts change,
//! every page may be another.

use foldhash::HashMap;
use std::{
    hash::{Hash, Hasher},
    mem,
};
use xxhash_rust::xxh3::Xxh3;

use crate::{
    diagnostic::{SourceFile, Sources},
    lang::Lang,
    link::Site,
    model::{Body, Piece, TranslationState},
    plan::{ListKind, PageKind, PlannedPage},
    publish::Stamp,
    theme::Theme,
};

/// The hashes of what the files of a site are made from.
pub(super) struct Inputs {
    facts: u128,
    texts: u128,
    /// Of the texts of each note, by the note's folder and id.
    notes: HashMap<(&'static str, String), u128>,
}

impl Inputs {
    pub(super) fn new(site: &Site, theme: &Theme, sources: &Sources) -> Self {
        let mut facts = Xxh3::new();
        theme.version.hash(&mut facts);
        (&site.config.theme, &site.config.base_url).hash(&mut facts);
        let mut texts = Xxh3::new();
        let mut notes: HashMap<_, Xxh3> = HashMap::default();
        // Files keep their names in a preview, in whatever order they came; one that is gone is empty.
        let mut files: Vec<&SourceFile> =
            sources.files().iter().filter(|file| !file.text.is_empty()).collect();
        files.sort_unstable_by_key(|file| file.path.as_str());
        for file in files {
            let Some(name) = note_name(&file.path) else {
                if file.path != "content/ledger.txt" {
                    (&file.path, &file.text).hash(&mut facts);
                }
                continue;
            };
            let (front, text) = file.text.split_at_checked(file.yaml.end).unwrap_or((&file.text, ""));
            (&file.path, front).hash(&mut facts);
            (&file.path, text).hash(&mut texts);
            (&file.path, text).hash(notes.entry(name).or_default());
        }
        hash_site(site, &mut facts);
        let facts = facts.digest128();
        facts.hash(&mut texts);
        let notes = notes.into_iter().map(|(name, hasher)| (name, hasher.digest128())).collect();
        Self { facts, texts: texts.digest128(), notes }
    }

    /// Of the files that tell facts.
    pub(super) fn facts(&self) -> u128 {
        mixed("facts", &self.facts)
    }

    /// Of the files that hold the texts of all notes.
    pub(super) fn texts(&self) -> u128 {
        mixed("texts", &self.texts)
    }

    /// Of a page.
    pub(super) fn page(&self, page: &PlannedPage, site: &Site) -> u128 {
        let note = match page.kind {
            PageKind::Meeting(id) | PageKind::Parallel(id) => ("meetings", &site.meetings[id].id),
            PageKind::Page(id) => ("pages", &site.pages[id].id),
            // It tells how large the files are that hold the texts.
            PageKind::List(ListKind::Downloads) => return mixed("page", &self.texts),
            _ => return mixed("page", &self.facts),
        };
        let text = self.notes.get(&(note.0, note.1.clone()));
        mixed("page with its text", &(self.facts, text))
    }
}

fn mixed(what: &str, inputs: &impl Hash) -> u128 {
    let mut hasher = Xxh3::new();
    (what, inputs).hash(&mut hasher);
    hasher.digest128()
}

/// The folder and id of a note, by its path.
fn note_name(path: &str) -> Option<(&'static str, String)> {
    let below = path.strip_prefix("content/")?;
    let folder = ["meetings", "pages"].into_iter().find(|folder| below.starts_with(&format!("{folder}/")))?;
    let (id, code) = below.rsplit('/').next()?.strip_suffix(".md")?.rsplit_once('.')?;
    Lang::from_code(code)?;
    Some((folder, id.to_owned()))
}

/// What of a linked site is not in the texts of its front matter and registries: what is published of them, what the texts
/// of notes are but for their words, and which static files there are.
fn hash_site(site: &Site, hasher: &mut Xxh3) {
    for (_, meeting) in site.meetings.iter() {
        (&meeting.id, meeting.is_draft, meeting.is_withdrawn()).hash(hasher);
        meeting.alignment.hash(hasher);
        hash_bodies(&meeting.bodies, &meeting.states, hasher);
    }
    for (_, page) in site.pages.iter() {
        page.id.hash(hasher);
        hash_bodies(&page.bodies, &page.states, hasher);
    }
    for file in &site.statics {
        file.address.hash(hasher);
        // What cannot be read is told when it is copied.
        Stamp::of(&file.file).hash(hasher);
    }
}

fn hash_bodies(bodies: &[Option<Body>; 2], states: &[TranslationState; 2], hasher: &mut Xxh3) {
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
                Piece::Redacted(text) | Piece::Picture(text) | Piece::Anchor(text) => text.hash(hasher),
                Piece::FootnoteMark(mark) | Piece::Footnote(mark) => mark.hash(hasher),
                Piece::Html(_) | Piece::Close | Piece::Table => {}
            }
        }
    }
}
