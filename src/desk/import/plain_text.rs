//! Reads plain text and Markdown: which lines belong together, and what Markdown says that they are.

use super::{
    body::INDENT,
    document::StatementBlock,
    inline::plain,
    numbering::{MarkerKind, digit, marker},
};
use crate::lang::{Lang, one_line, written_date};

/// A line with fewer letters was not broken for want of room.
const SHORT_LINE: usize = 25;

/// The parts of a text, in order. What a number at the beginning means is not decided yet.
pub(super) fn blocks(text: &str, lang: Lang) -> Vec<StatementBlock> {
    read(text, lang, false)
}

/// The parts of a note that import made, in which every number stands for an item.
pub(super) fn blocks_of_note(text: &str, lang: Lang) -> Vec<StatementBlock> {
    read(text, lang, true)
}

fn read(text: &str, lang: Lang, is_note: bool) -> Vec<StatementBlock> {
    // A form feed ends a page.
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\u{c}', "\n\n");
    let mut reader =
        TextReader { is_note, lang, lines: Vec::new(), indent: 0, table: Vec::new(), blocks: Vec::new() };
    for line in text.lines() {
        reader.line(line);
    }
    reader.end_table();
    reader.end();
    reader.blocks
}

struct TextReader<'t> {
    /// Whether the text is the body of a note.
    is_note: bool,
    lang: Lang,
    lines: Vec<&'t str>,
    indent: usize,
    table: Vec<Vec<String>>,
    blocks: Vec<StatementBlock>,
}

impl<'t> TextReader<'t> {
    fn line(&mut self, line: &'t str) {
        let words = line.trim();
        if words.starts_with('|') {
            self.end();
            self.table.extend(table_row(words));
            return;
        }
        self.end_table();
        let is_alone = self.lines.is_empty();
        if words.is_empty() || (is_alone && is_page_number(words)) {
            self.end();
        } else if is_day(words) {
            // A day on a line of its own is no part of a sentence.
            self.end();
            self.lines.push(words);
            self.end();
        } else if let Some((depth, text)) = heading(words) {
            self.end();
            self.push_heading(depth, text);
        } else if self.lines.len() == 1 && is_rule(words) {
            let text = self.lines.remove(0);
            self.push_heading(if words.starts_with('=') { 1 } else { 2 }, text);
        } else if is_rule(words) {
            self.end();
        } else {
            // In Japanese, a full-width blank begins a paragraph.
            let is_indented = self.lang == Lang::Ja && line.starts_with('\u{3000}') && self.is_done();
            if is_indented || marker(words).is_some() || words.starts_with("[^") {
                self.end();
            }
            if self.lines.is_empty() {
                self.indent = line.len() - line.trim_start_matches([' ', '\t']).len();
            }
            self.lines.push(words);
        }
    }

    /// Whether the lines so far may be all of their part: lists have their further lines indented too.
    fn is_done(&self) -> bool {
        let (Some(first), Some(last)) = (self.lines.first(), self.lines.last()) else { return true };
        marker(first).is_none() || last.ends_with('。') || last.chars().count() <= SHORT_LINE
    }

    fn push_heading(&mut self, depth: usize, text: &str) {
        let (text, id) = match text.trim_end().strip_suffix('}').and_then(|text| text.rsplit_once("{#")) {
            Some((text, id)) => (text, Some(id.to_owned())),
            None => (text.trim_end_matches(['#', ' ']), None),
        };
        self.blocks.push(StatementBlock::Heading { depth, text: plain(text), id });
    }

    fn end(&mut self) {
        let lines = std::mem::take(&mut self.lines).join("\n");
        let text = one_line(&lines, self.lang).into_owned();
        if text.is_empty() {
            return;
        }
        if let Some((label, text)) = text.strip_prefix("[^").and_then(|rest| rest.split_once("]:")) {
            self.blocks.push(StatementBlock::Footnote { label: label.to_owned(), text: plain(text.trim()) });
            return;
        }
        let is_item = |kind| kind == MarkerKind::Bullet || (self.is_note && kind == MarkerKind::Dotted);
        let block = match marker(&text).filter(|marker| is_item(marker.kind)) {
            Some(marker) => StatementBlock::Item {
                depth: if self.is_note { self.indent / INDENT } else { usize::from(self.indent >= 2) },
                number: (marker.kind == MarkerKind::Dotted).then_some(marker.number),
                text: plain(&text[marker.length..]),
            },
            None => StatementBlock::Paragraph(plain(&text)),
        };
        self.blocks.push(block);
    }

    fn end_table(&mut self) {
        let rows = std::mem::take(&mut self.table);
        if !rows.is_empty() {
            self.blocks.push(StatementBlock::Table(rows));
        }
    }
}

/// The depth and the words of a Markdown heading.
fn heading(line: &str) -> Option<(usize, &str)> {
    let text = line.trim_start_matches('#');
    let depth = line.len() - text.len();
    let is_heading = (1..=6).contains(&depth) && text.starts_with(' ');
    is_heading.then(|| (depth, text.trim()))
}

/// A day and nothing else.
fn is_day(line: &str) -> bool {
    written_date(line).is_some_and(|date| date.day().is_some())
}

/// A line of `---` or `===`.
fn is_rule(line: &str) -> bool {
    line.len() >= 3 && (line.bytes().all(|byte| byte == b'-') || line.bytes().all(|byte| byte == b'='))
}

/// The number of a page, alone on its line: `3`, `- 3 -`, `３`.
fn is_page_number(line: &str) -> bool {
    let inner = line.trim_matches(|c: char| c.is_whitespace() || "-–—－".contains(c));
    (1..=3).contains(&inner.chars().count()) && inner.chars().all(|c| digit(c).is_some())
}

/// The cells of a line of a table; nothing of the line that parts head and body.
fn table_row(line: &str) -> Option<Vec<String>> {
    let inner = line.strip_prefix('|')?;
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    if inner.chars().all(|c| "-: |".contains(c)) {
        return None;
    }
    let mut cells = vec![String::new()];
    let mut is_escaped = false;
    for c in inner.chars() {
        match c {
            '|' if !is_escaped => cells.push(String::new()),
            _ => cells.iter_mut().last().into_iter().for_each(|cell| cell.push(c)),
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    Some(cells.iter().map(|cell| plain(cell.trim())).collect())
}
