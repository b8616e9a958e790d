//! Reads Word files (.docx): headings, numbering, tables and footnotes, with tracked changes taken as accepted.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};
use zip::ZipArchive;

use super::{
    document::StatementBlock,
    numbering::marker,
    xml_tree::{Element, XmlNode, parse},
};
use crate::lang::{Message, say};

/// The most that a part and all parts together may have once they are unpacked, and the most parts.
const MAX_PART: u64 = 24 << 20;
const MAX_ALL: u64 = 256 << 20;
const MAX_PARTS: usize = 4096;

/// The parts of a statement in a Word file, in order.
pub(super) fn blocks(bytes: &[u8]) -> Result<Vec<StatementBlock>, Message> {
    let mut package = WordPackage::open(bytes)?;
    let Some(document) = package.part("word/document.xml")? else {
        return Err(say!("package-without-word-text"));
    };
    let mut word = WordReader::default();
    if let Some(styles) = package.part("word/styles.xml")? {
        word.read_styles(&styles);
    }
    if let Some(numbering) = package.part("word/numbering.xml")? {
        word.read_numbering(&numbering);
    }
    let notes = package.part("word/footnotes.xml")?;
    let body = document.child("body").cloned().unwrap_or_default();
    word.read_all(&body);
    word.end_deleted();
    if let Some(notes) = notes {
        word.read_notes(&notes);
    }
    Ok(word.blocks)
}

struct WordPackage<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
}

impl<'b> WordPackage<'b> {
    fn open(bytes: &'b [u8]) -> Result<Self, Message> {
        let damaged = |_| say!("package-damaged");
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > MAX_PARTS {
            return Err(say!("package-too-large"));
        }
        let mut all: u64 = 0;
        for at in 0..archive.len() {
            all = all.saturating_add(archive.by_index(at).map_err(damaged)?.size());
        }
        if all > MAX_ALL { Err(say!("package-too-large")) } else { Ok(Self { archive }) }
    }

    /// A part as a tree, if it is there. What the package says of its size is not relied on.
    fn part(&mut self, part: &str) -> Result<Option<Element>, Message> {
        let Ok(packed) = self.archive.by_name(part) else { return Ok(None) };
        let mut bytes = Vec::new();
        packed.take(MAX_PART + 1).read_to_end(&mut bytes).map_err(|_| say!("part-damaged", part))?;
        if bytes.len() as u64 > MAX_PART {
            return Err(say!("part-too-large", part, most = MAX_PART >> 20));
        }
        let text = String::from_utf8(bytes).map_err(|_| say!("part-not-utf8", part))?;
        let text = text.trim_start_matches('\u{feff}');
        parse(text).map(Some).map_err(|problem| say!("part-unreadable", part, problem))
    }
}

/// What a Word file says of its styles and lists, and the parts as far as they are read.
#[derive(Default)]
struct WordReader {
    /// The depth of headings by the id of their style.
    headings: BTreeMap<String, usize>,
    /// Whether the lists count, by their number and level.
    counted: BTreeMap<(String, String), bool>,
    blocks: Vec<StatementBlock>,
    /// The words of paragraphs whose end is deleted: they go on in the next.
    open: String,
}

impl WordReader {
    fn read_styles(&mut self, styles: &Element) {
        for style in styles.elements().filter(|element| element.name == "style") {
            let Some(id) = style.attribute("styleId") else { continue };
            let name = style.value(&["name"]).unwrap_or_default().to_lowercase();
            let outline = style.value(&["pPr", "outlineLvl"]).and_then(|level| level.parse::<usize>().ok());
            let of_name = ["heading ", "見出し "]
                .iter()
                .find_map(|word| name.strip_prefix(word)?.parse::<usize>().ok());
            let depth = if name == "title" { Some(1) } else { of_name.map(|depth| depth + 1) };
            let depth = depth.or(outline.filter(|level| *level < 6).map(|level| level + 2));
            if let Some(depth) = depth {
                self.headings.insert(id.to_owned(), depth);
            }
        }
    }

    fn read_numbering(&mut self, numbering: &Element) {
        let mut levels: BTreeMap<&str, Vec<(&str, bool)>> = BTreeMap::new();
        for list in numbering.elements().filter(|element| element.name == "abstractNum") {
            let own = list
                .elements()
                .filter(|element| element.name == "lvl")
                .filter_map(|level| Some((level.attribute("ilvl")?, level.value(&["numFmt"])? != "bullet")));
            levels.insert(list.attribute("abstractNumId").unwrap_or_default(), own.collect());
        }
        for list in numbering.elements().filter(|element| element.name == "num") {
            let id = list.attribute("numId").unwrap_or_default();
            let of = list.value(&["abstractNumId"]).unwrap_or_default();
            for (level, is_counted) in levels.get(of).into_iter().flatten() {
                self.counted.insert((id.to_owned(), (*level).to_owned()), *is_counted);
            }
        }
    }

    fn read_all(&mut self, outer: &Element) {
        for element in outer.elements() {
            match element.name.as_str() {
                "p" => self.read_paragraph(element),
                "tbl" => self.read_table(element),
                // Content controls and kept insertions hold paragraphs.
                "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" => self.read_all(element),
                _ => {}
            }
        }
    }

    fn read_paragraph(&mut self, paragraph: &Element) {
        let mut text = std::mem::take(&mut self.open);
        add_words(paragraph, &mut text);
        let properties = paragraph.child("pPr");
        let is_end_deleted =
            properties.and_then(|it| it.child("rPr")).is_some_and(|it| it.child("del").is_some());
        if is_end_deleted {
            self.open = text;
            return;
        }
        let text = one_line(&text);
        if text.is_empty() {
            return;
        }
        let value = |way: &[&str]| properties.and_then(|properties| properties.value(way));
        let outline =
            value(&["outlineLvl"]).and_then(|level| level.parse::<usize>().ok()).filter(|level| *level < 6);
        let heading = value(&["pStyle"]).and_then(|style| self.headings.get(style).copied());
        let list = value(&["numPr", "numId"]).filter(|id| *id != "0");
        let level = value(&["numPr", "ilvl"]).unwrap_or("0");
        self.blocks.push(match (heading.or(outline.map(|level| level + 2)), list) {
            (Some(depth), _) => StatementBlock::Heading { depth, text, id: None },
            (None, Some(list)) => StatementBlock::Item {
                depth: level.parse().unwrap_or(0).min(5),
                number: self
                    .counted
                    .get(&(list.to_owned(), level.to_owned()))
                    .filter(|is_counted| **is_counted)
                    .map(|_| 0),
                text,
            },
            (None, None) => unmarked(text),
        });
    }

    /// Words whose paragraph's end was deleted and that nothing follows.
    fn end_deleted(&mut self) {
        let text = one_line(&std::mem::take(&mut self.open));
        if !text.is_empty() {
            self.blocks.push(unmarked(text));
        }
    }

    fn read_table(&mut self, table: &Element) {
        let rows: Vec<&Element> = table.elements().filter(|element| element.name == "tr").collect();
        let cells =
            |row: &&Element| row.elements().filter(|cell| cell.name == "tc").cloned().collect::<Vec<_>>();
        let rows: Vec<Vec<Element>> = rows.iter().map(cells).collect();
        if rows.iter().all(|row| row.len() < 2) {
            // A table of one column is a frame around paragraphs.
            rows.iter().flatten().for_each(|cell| self.read_all(cell));
            return;
        }
        let words = |cell: &Element| {
            let mut text = String::new();
            add_words(cell, &mut text);
            one_line(&text)
        };
        let rows = rows.iter().map(|row| row.iter().map(words).collect());
        self.blocks.push(StatementBlock::Table(rows.collect()));
    }

    fn read_notes(&mut self, notes: &Element) {
        for note in
            notes.elements().filter(|note| note.name == "footnote" && note.attribute("type").is_none())
        {
            let mut text = String::new();
            add_words(note, &mut text);
            let (text, label) = (one_line(&text), label(note));
            if !text.is_empty() && !label.is_empty() {
                self.blocks.push(StatementBlock::Footnote { label, text });
            }
        }
    }
}

/// What a footnote and the reference to it are called.
fn label(note: &Element) -> String {
    let id = note.attribute("id").unwrap_or_default();
    id.chars().filter(char::is_ascii_alphanumeric).take(20).collect()
}

/// A paragraph without a style: one with a bullet typed before it is an item.
fn unmarked(text: String) -> StatementBlock {
    match marker(&text).filter(|marker| marker.number == 0) {
        Some(marker) => {
            StatementBlock::Item { depth: 0, number: None, text: text[marker.length..].to_owned() }
        }
        None => StatementBlock::Paragraph(text),
    }
}

/// Adds the words in an element: insertions are kept; deletions, readings and drawings are not.
fn add_words(element: &Element, out: &mut String) {
    for child in element.elements() {
        match child.name.as_str() {
            "t" => out.extend(child.children.iter().filter_map(|node| match node {
                XmlNode::Text(text) => Some(text.as_str()),
                XmlNode::Element(_) => None,
            })),
            "tab" | "br" | "cr" => out.push(' '),
            "noBreakHyphen" => out.push('-'),
            "footnoteReference" => {
                out.push_str("[^");
                out.push_str(&label(child));
                out.push(']');
            }
            "del" | "moveFrom" | "rt" | "pPr" | "rPr" | "Fallback" | "txbxContent" | "drawing" | "pict"
            | "instrText" => {}
            "p" if !out.is_empty() && !out.ends_with(' ') => {
                out.push(' ');
                add_words(child, out);
            }
            _ => add_words(child, out),
        }
    }
}

fn one_line(text: &str) -> String {
    let text: String = text.chars().filter(|c| !crate::lang::is_odd(*c)).collect();
    text.split(|c: char| c.is_whitespace() && c != '\u{3000}')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
        .trim()
        .to_owned()
}
