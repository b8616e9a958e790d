//! Where what is named is declared.

use std::ops::Range;

use super::{
    archive::{ContentFile, FileParts, KnownArchive, OpenDocument, TextPlace},
    blocks::scan_blocks,
    mention::NamedTarget,
    note_text::NoteText,
    scan::PlaceInYaml,
};
use crate::{
    lang::Lang,
    model::DocumentOwner,
    rename::RenameKind,
    source::NoteKind,
    yaml::{Spot, Step},
};

/// The registry of the events.
const EVENTS: &str = "content/events.yaml";

/// The places where something is declared, the most telling first.
pub(super) fn declarations(
    archive: KnownArchive<'_>,
    document: OpenDocument<'_>,
    mention: &NamedTarget,
) -> Vec<TextPlace> {
    let lang = archive.lang_of(document);
    let notes = |kind, id: &str| archive.notes(document, kind, id, lang);
    match mention {
        NamedTarget::Record(RenameKind::Meeting, id) => {
            notes(NoteKind::Meeting, id).iter().map(title).collect()
        }
        NamedTarget::Record(RenameKind::Commitment, id) => {
            let Some((meeting, id)) = id.split_once('/') else { return Vec::new() };
            items(&notes(NoteKind::Meeting, meeting), "commitments", id, &["kind"])
        }
        NamedTarget::Record(kind, id) => {
            let file = kind.registry().and_then(|path| archive.file(document, path));
            file.iter().filter_map(|file| key(file, &[], id)).collect()
        }
        NamedTarget::Document(id) => of_document(archive, document, lang, id),
        NamedTarget::Level(id) => {
            let file = archive.file(document, "content/site.yaml");
            file.iter().filter_map(|file| key(file, &["levels".into()], id)).collect()
        }
        NamedTarget::Page(id) => notes(NoteKind::Page, id).iter().map(title).collect(),
        NamedTarget::Anchor(kind, id, anchor) => {
            notes(*kind, id).iter().filter_map(|note| heading(note, anchor)).collect()
        }
        NamedTarget::File(address) => {
            let file = archive.site.static_file(address);
            let path = file.map(|file| match &file.spot {
                Spot::Bytes(id, _) | Spot::Value(id, _) | Spot::Key(id, _) | Spot::First(id, _) => {
                    archive.sources.path(*id).to_owned()
                }
                Spot::Either(_) | Spot::Within(..) => format!("content/static/{address}"),
            });
            path.into_iter().map(|path| TextPlace { path, range: 0..0 }).collect()
        }
        NamedTarget::Term(at) => term(archive, document, lang, *at).into_iter().collect(),
    }
}

fn place(file: &FileParts<'_>, range: Range<usize>) -> TextPlace {
    TextPlace { path: file.path.to_owned(), range }
}

/// The title of a note; where it has none, its beginning.
fn title(note: &FileParts<'_>) -> TextPlace {
    let mut range = 0..0;
    scan_blocks(note.text, note.yaml.clone(), usize::MAX, &mut |word| {
        if range.is_empty() && word.place != PlaceInYaml::Key && is_way(word.way, &["title"]) {
            range = word.span.clone();
        }
    });
    place(note, range)
}

/// Whether a way has just these keys, and any places in lists between them.
fn is_way(way: &[Step], keys: &[&str]) -> bool {
    let known = way.iter().filter_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Index(_) => None,
    });
    known.eq(keys.iter().copied())
}

/// The key of a map.
fn key(file: &FileParts<'_>, way: &[Step], key: &str) -> Option<TextPlace> {
    let mut found = None;
    scan_blocks(file.text, file.yaml.clone(), usize::MAX, &mut |word| {
        let is_key = word.place == PlaceInYaml::Key && word.way == way;
        if found.is_none() && is_key && file.text.get(word.span.clone()) == Some(key) {
            found = Some(word.span.clone());
        }
    });
    Some(place(file, found?))
}

/// The ids in the items of a list of notes: those of items that have facts, which one of some keys tells, come first.
fn items(notes: &[FileParts<'_>], list: &str, id: &str, facts: &[&str]) -> Vec<TextPlace> {
    let mut found = Vec::new();
    for note in notes {
        let mut at: Option<(Range<usize>, Vec<Step>)> = None;
        let mut keys: Vec<(Vec<Step>, Range<usize>)> = Vec::new();
        scan_blocks(note.text, note.yaml.clone(), usize::MAX, &mut |word| {
            let written = note.text.get(word.span.clone()).unwrap_or_default();
            match (word.place, word.way) {
                (PlaceInYaml::Key, way) if facts.contains(&written) => {
                    keys.push((way.to_vec(), word.span.clone()));
                }
                (PlaceInYaml::Key, _) => {}
                (_, way) if at.is_none() && is_item_id(way, list) && written == id => {
                    at = way.split_last().map(|(_, item)| (word.span.clone(), item.to_vec()));
                }
                _ => {}
            }
        });
        if let Some((span, item)) = at {
            let has_facts = keys.iter().any(|(way, _)| *way == item);
            found.push((!has_facts, place(note, span)));
        }
    }
    found.sort_by_key(|(has_none, _)| *has_none);
    found.into_iter().map(|(_, place)| place).collect()
}

/// Whether a way leads to the id of an item of a list, in a note or in an entry of a registry.
fn is_item_id(way: &[Step], list: &str) -> bool {
    let [.., Step::Key(key), Step::Index(_), Step::Key(id)] = way else { return false };
    way.len() <= 4 && key == list && id == "id"
}

fn of_document(
    archive: KnownArchive<'_>,
    document: OpenDocument<'_>,
    lang: Lang,
    id: &str,
) -> Vec<TextPlace> {
    let facts = ["url", "file"];
    // One that is typed now may not be known yet.
    let own = FileParts::of(document).map(|file| items(&[file], "documents", id, &facts));
    let known = archive.site.documents.find(id).map(|id| archive.site.documents[id].owner);
    let files = match (known, ContentFile::of(document.path)) {
        (Some(DocumentOwner::Meeting(meeting)), _) => {
            let meeting = &archive.site.meetings[meeting];
            archive.notes(document, NoteKind::Meeting, &meeting.id, lang)
        }
        (Some(DocumentOwner::Event(_)), _) => archive.file(document, EVENTS).into_iter().collect(),
        (None, Some(ContentFile::Note(NoteKind::Meeting, meeting, _))) => {
            archive.notes(document, NoteKind::Meeting, meeting, lang)
        }
        (None, _) => Vec::new(),
    };
    let found = items(&files, "documents", id, &facts);
    if found.is_empty() { own.unwrap_or_default() } else { found }
}

fn heading(note: &FileParts<'_>, anchor: &str) -> Option<TextPlace> {
    let headings = NoteText::of(note)?.headings();
    let heading = headings.into_iter().find(|heading| heading.anchor == anchor)?;
    let written = note.text.get(heading.span.clone())?;
    let braces = written.rfind(&format!("#{anchor}")).filter(|_| heading.is_authored);
    let range = match braces {
        Some(at) => heading.span.start + at + 1..heading.span.start + at + 1 + anchor.len(),
        None => heading.span.start..heading.span.start + written.trim_end().len(),
    };
    Some(place(note, range))
}

/// The form of a term in a language.
fn term(archive: KnownArchive<'_>, document: OpenDocument<'_>, lang: Lang, at: usize) -> Option<TextPlace> {
    let form = archive.site.terms.get(at)?.forms.get(lang)?;
    let file = archive.file(document, "content/glossary.yaml")?;
    let mut found = None;
    scan_blocks(file.text, file.yaml.clone(), usize::MAX, &mut |word| {
        let is_form = matches!(word.way, [Step::Index(_), Step::Key(code)] if code == lang.code());
        let written = file.text.get(word.span.clone());
        if found.is_none() && is_form && word.place != PlaceInYaml::Key && written == Some(form) {
            found = Some(word.span.clone());
        }
    });
    Some(place(&file, found?))
}
