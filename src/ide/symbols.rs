//! What a file holds, as a list with levels.

use std::ops::Range;

use super::{
    archive::{ContentFile, FileParts, OpenDocument},
    blocks::scan_blocks,
    kinds::{NamedKind, SymbolKind},
    note_text::{NoteHeading, NoteText},
    scan::{PlaceInYaml, YamlWord},
};
use crate::{lang::ruby, rename::RenameKind, schema::SchemaKind, yaml::Step};

/// Something that a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// What it is called.
    pub name: String,
    /// More about it.
    pub detail: Option<String>,
    /// What it is.
    pub kind: SymbolKind,
    /// All of it.
    pub range: Range<usize>,
    /// Its name, to go to.
    pub selection: Range<usize>,
    /// What it holds.
    pub children: Vec<Symbol>,
}

/// What a file holds: a note its commitments, documents and headings, a registry its entries.
#[must_use]
pub fn document_symbols(document: OpenDocument<'_>) -> Vec<Symbol> {
    let Some(parts) = FileParts::of(document) else { return Vec::new() };
    match parts.file {
        ContentFile::Note(..) => {
            let mut symbols = items(&parts);
            let headings = NoteText::of(&parts).map(|text| text.headings()).unwrap_or_default();
            let end = parts.text.len();
            symbols.extend(nested(parts.text, &headings, end));
            symbols
        }
        ContentFile::Registry(_, kind) => entries(&parts, kind),
    }
}

/// A record of YAML as it is met.
struct Entry {
    way: Vec<Step>,
    kind: SymbolKind,
    id: Option<Range<usize>>,
    titles: Vec<Range<usize>>,
    range: Range<usize>,
}

impl Entry {
    fn new(way: &[Step], kind: SymbolKind, word: &YamlWord<'_>) -> Self {
        Self { way: way.to_vec(), kind, id: None, titles: Vec::new(), range: word.span.clone() }
    }

    fn take(&mut self, word: &YamlWord<'_>, is_title: bool, is_id: bool) {
        self.range.end = self.range.end.max(word.span.end);
        if is_title {
            self.titles.push(word.span.clone());
        }
        if is_id {
            self.id = Some(word.span.clone());
        }
    }

    /// A symbol that has its title for a name, or else its id.
    fn symbol(self, text: &str) -> Option<Symbol> {
        let written = |span: &Range<usize>| ruby::plain(text.get(span.clone()).unwrap_or_default());
        let mut titles: Vec<_> = self.titles.iter().map(written).filter(|it| !it.is_empty()).collect();
        titles.dedup();
        let id = self.id.as_ref().map(written);
        let name = if titles.is_empty() { id.clone()? } else { titles.join(" · ") };
        let detail = id.filter(|id| *id != name);
        let selection = self.id.or(self.titles.first().cloned())?;
        let range = self.range.start.min(selection.start)..self.range.end.max(selection.end);
        Some(Symbol { name, detail, kind: self.kind, range, selection, children: Vec::new() })
    }
}

/// The commitments and documents of a note.
fn items(parts: &FileParts<'_>) -> Vec<Symbol> {
    let mut entries: Vec<Entry> = Vec::new();
    scan_blocks(parts.text, parts.yaml.clone(), usize::MAX, &mut |word| {
        let [Step::Key(list), Step::Index(_), rest @ ..] = word.way else { return };
        let kind = match list.as_str() {
            "commitments" => NamedKind::Record(RenameKind::Commitment),
            "documents" => NamedKind::Document,
            _ => return,
        };
        let item = word.way.get(..2).unwrap_or_default();
        if entries.last().is_none_or(|entry| entry.way != item) {
            entries.push(Entry::new(item, SymbolKind::Named(kind), word));
        }
        let is_value = word.place != PlaceInYaml::Key;
        let is = |key: &str| is_value && matches!(rest, [Step::Key(known)] if known == key);
        if let Some(entry) = entries.last_mut() {
            // Few commitments have a short name; the text comes behind it.
            let is_title = is("title") || (is("text") && entry.titles.is_empty());
            entry.take(word, is_title, is("id"));
        }
    });
    entries.into_iter().filter_map(|entry| entry.symbol(parts.text)).collect()
}

/// The entries of a registry.
fn entries(parts: &FileParts<'_>, kind: SchemaKind) -> Vec<Symbol> {
    let symbol_kind = kind_of_entries(kind);
    let mut entries: Vec<Entry> = Vec::new();
    scan_blocks(parts.text, parts.yaml.clone(), usize::MAX, &mut |word| {
        let is_key = word.place == PlaceInYaml::Key;
        if word.way.is_empty() && is_key {
            let name = parts.text.get(word.span.clone()).unwrap_or_default();
            let mut entry = Entry::new(&[Step::from(name)], symbol_kind, word);
            entry.id = Some(word.span.clone());
            return entries.push(entry);
        }
        let (Some(first), rest) = (word.way.first(), word.way.get(1..).unwrap_or_default()) else { return };
        if entries.last().is_none_or(|entry| entry.way.first() != Some(first)) {
            entries.push(Entry::new(std::slice::from_ref(first), symbol_kind, word));
        }
        let is_title = !is_key && is_title_of_entry(kind, rest);
        if let Some(entry) = entries.last_mut() {
            entry.take(word, is_title, false);
        }
    });
    entries.into_iter().filter_map(|entry| entry.symbol(parts.text)).collect()
}

/// Whether a value is the title of an entry, in either language.
fn is_title_of_entry(kind: SchemaKind, rest: &[Step]) -> bool {
    let is_code = |step: &Step| matches!(step, Step::Key(key) if key == "en" || key == "ja");
    match (kind, rest) {
        (SchemaKind::Site, _) => false,
        (SchemaKind::Glossary, [code]) => is_code(code),
        (_, [Step::Key(key)]) => key == "title" || key == "name",
        (_, [Step::Key(key), code]) => (key == "title" || key == "name") && is_code(code),
        _ => false,
    }
}

/// What the entries of a registry are.
fn kind_of_entries(kind: SchemaKind) -> SymbolKind {
    let record = |kind| SymbolKind::Named(NamedKind::Record(kind));
    match kind {
        SchemaKind::Site | SchemaKind::Verbs | SchemaKind::Meeting | SchemaKind::Page => SymbolKind::Setting,
        SchemaKind::Dialogues => record(RenameKind::Dialogue),
        SchemaKind::Delegations => record(RenameKind::Delegation),
        SchemaKind::Organizations => record(RenameKind::Organization),
        SchemaKind::People => record(RenameKind::Person),
        SchemaKind::Tracks => record(RenameKind::Track),
        SchemaKind::Events => record(RenameKind::Event),
        SchemaKind::Glossary => SymbolKind::Named(NamedKind::Term),
    }
}

/// Headings with those below them; the section of each ends where the next of its rank begins.
fn nested(text: &str, headings: &[NoteHeading], end: usize) -> Vec<Symbol> {
    let mut symbols = Vec::new();
    let mut rest = headings;
    while let Some((heading, after)) = rest.split_first() {
        let inner = after.iter().take_while(|it| it.level > heading.level).count();
        let (below, next) = after.split_at(inner);
        let section_end = next.first().map_or(end, |next| next.span.start);
        let written = text.get(heading.span.clone()).unwrap_or_default().trim_end();
        symbols.push(Symbol {
            name: heading.text.clone(),
            detail: heading.is_authored.then(|| format!("#{}", heading.anchor)),
            kind: SymbolKind::Heading,
            range: heading.span.start..section_end.max(heading.span.end),
            selection: heading.span.start..heading.span.start + written.len(),
            children: nested(text, below, section_end),
        });
        rest = next;
    }
    symbols
}
