//! What a statement is made of: page breaks mended, numbers taken for lists or headings, the title found.

use std::collections::BTreeSet;

use super::{
    document::{StatementBlock, StatementText},
    found_dates::found_dates,
    inline::with_marks,
    numbering::{Marker, MarkerKind, marker},
};
use crate::lang::Lang;

/// The most letters that a heading without a mark of its own has.
const LONGEST_HEADING: usize = 120;

/// How many parts at the top may be before the title.
const MOST_BEFORE_TITLE: usize = 6;

/// The statement that these parts are, as a reader of a file has found them.
pub(super) fn document(blocks: Vec<StatementBlock>, lang: Lang) -> StatementText {
    let blocks = numbered(without_numbers(joined(with_notes(blocks), lang)), lang);
    let (whole_title, mut blocks) = titled(blocks, lang);
    // Of some, only signs were there.
    blocks.retain(|block| block.text().is_none_or(|text| !text.trim().is_empty()));
    let whole_title = with_marks(&whole_title, |_| String::new());
    let title = Some(without_date(&whole_title, lang)).filter(|title| !title.is_empty());
    StatementText { lang, title, whole_title, blocks: levelled(blocks) }
}

/// The statement that the body of a note is, whose parts are what they are.
pub(super) fn written(blocks: Vec<StatementBlock>, lang: Lang) -> StatementText {
    StatementText { lang, title: None, whole_title: String::new(), blocks }
}

/// The parts in which each mark of a footnote has a footnote, and each label one.
fn with_notes(blocks: Vec<StatementBlock>) -> Vec<StatementBlock> {
    let is_label = |label: &str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let mut known = BTreeSet::new();
    // What a note would not read as a footnote is a paragraph, and its marks are no marks.
    let note = |block| match block {
        StatementBlock::Footnote { label, text }
            if text.trim().is_empty() || !is_label(&label) || !known.insert(label.clone()) =>
        {
            StatementBlock::Paragraph(format!("{label}: {text}").trim_end().to_owned())
        }
        block => block,
    };
    let mut blocks: Vec<StatementBlock> = blocks.into_iter().map(note).collect();
    let mark = |label: &str| if known.contains(label) { format!("[^{label}]") } else { format!("[{label}]") };
    for block in &mut blocks {
        match block {
            StatementBlock::Heading { text, .. } => *text = with_marks(text, |_| String::new()),
            StatementBlock::Paragraph(text)
            | StatementBlock::Item { text, .. }
            | StatementBlock::Footnote { text, .. } => {
                *text = with_marks(text, mark);
            }
            StatementBlock::Table(rows) => {
                rows.iter_mut().flatten().for_each(|cell| *cell = with_marks(cell, mark));
            }
        }
    }
    blocks
}

/// The parts with those joined that a page break parted.
fn joined(blocks: Vec<StatementBlock>, lang: Lang) -> Vec<StatementBlock> {
    let mut out: Vec<StatementBlock> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match (out.last_mut(), block) {
            (
                Some(StatementBlock::Paragraph(before) | StatementBlock::Item { text: before, .. }),
                StatementBlock::Paragraph(text),
            ) if goes_on(before, &text, lang) => {
                if lang == Lang::En {
                    before.push(' ');
                }
                before.push_str(&text);
            }
            (_, block) => out.push(block),
        }
    }
    out
}

/// Whether a text goes on with another, from which only the end of a page parts it.
fn goes_on(before: &str, text: &str, lang: Lang) -> bool {
    let is_open = !before.ends_with(['.', ':', '!', '?', ';', '。', '：', '」', '）', ')']);
    match lang {
        Lang::En => is_open && text.starts_with(|c: char| c.is_ascii_lowercase()) && marker(text).is_none(),
        // Without small letters, only a sentence that is clearly unfinished goes on.
        Lang::Ja => before.ends_with('、') && marker(text).is_none(),
    }
}

/// Headings without their numbers, since pages do not count them.
fn without_numbers(blocks: Vec<StatementBlock>) -> Vec<StatementBlock> {
    let heading = |block| match block {
        StatementBlock::Heading { depth, text, id } => {
            let length = marker(&text).map_or(0, |marker| marker.length);
            StatementBlock::Heading { depth, text: ended(&text[length..]), id }
        }
        block => block,
    };
    blocks.into_iter().map(heading).collect()
}

fn ended(text: &str) -> String {
    text.trim().trim_end_matches(['.', ':', '：']).to_owned()
}

/// Numbered paragraphs as the headings or the items that they are.
fn numbered(blocks: Vec<StatementBlock>, lang: Lang) -> Vec<StatementBlock> {
    let markers: Vec<_> = blocks
        .iter()
        .map(|block| match block {
            StatementBlock::Paragraph(text) => marker(text),
            _ => None,
        })
        .collect();
    let kinds: Vec<_> = (0..blocks.len()).map(|at| NumberedLine::of(&blocks, &markers, at)).collect();
    let mut outer: Vec<MarkerKind> = Vec::new();
    let mut lists: Vec<MarkerKind> = Vec::new();
    let mut out = Vec::with_capacity(blocks.len());
    for ((block, marker), kind) in blocks.into_iter().zip(markers).zip(kinds) {
        out.push(match (block, marker, kind) {
            (StatementBlock::Paragraph(text), Some(marker), NumberedLine::Heading) => {
                if !outer.contains(&marker.kind) {
                    outer.push(marker.kind);
                }
                let place = outer.iter().position(|kind| *kind == marker.kind).unwrap_or_default();
                outer.truncate(place + 1);
                lists.clear();
                StatementBlock::Heading { depth: 2 + place, text: ended(&text[marker.length..]), id: None }
            }
            (StatementBlock::Paragraph(text), Some(marker), _) => StatementBlock::Item {
                depth: depth_in(&mut lists, marker.kind),
                number: Some(marker.number),
                text: text[marker.length..].trim().to_owned(),
            },
            (StatementBlock::Item { depth, number, text }, _, _) => {
                StatementBlock::Item { depth: depth + lists.len(), number, text }
            }
            (block, _, _) => {
                lists.clear();
                block
            }
        });
    }
    unmarked(out, lang)
}

/// How many lists with other signs a list is in.
fn depth_in(lists: &mut Vec<MarkerKind>, kind: MarkerKind) -> usize {
    let depth = lists.iter().position(|known| *known == kind).unwrap_or(lists.len());
    lists.truncate(depth);
    lists.push(kind);
    depth
}

/// What a numbered paragraph is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NumberedLine {
    Heading,
    Item,
}

impl NumberedLine {
    /// A number stands for a heading if something else than the next number follows the short text of one in its run.
    fn of(blocks: &[StatementBlock], markers: &[Option<Marker>], at: usize) -> Self {
        let Some(own) = markers[at].filter(|own| own.kind != MarkerKind::Bullet) else { return Self::Item };
        let run = run(markers, at, own);
        let is_short = |at: &usize| {
            blocks[*at].text().is_some_and(|text| {
                text.chars().count() <= LONGEST_HEADING
                    && !text.trim_end_matches('。').contains('。')
                    && !text.ends_with('。')
            })
        };
        let is_followed = |at: usize| {
            let has_other = at + 1 < blocks.len() && !run.contains(&(at + 1));
            has_other && !matches!(blocks[at + 1], StatementBlock::Heading { .. })
        };
        let inner = &run[..run.len().saturating_sub(1)];
        let has_content = match inner {
            [] => is_followed(at),
            inner => inner.iter().any(|at| is_followed(*at)),
        };
        if has_content && run.iter().all(is_short) { Self::Heading } else { Self::Item }
    }
}

/// The places of the paragraphs that count on from, or up to, one.
fn run(markers: &[Option<Marker>], at: usize, own: Marker) -> Vec<usize> {
    let is_same = |place: &usize| markers[*place].is_some_and(|other| other.kind == own.kind);
    let number = |place: usize| markers[place].map_or(0, |marker| marker.number);
    let mut run = vec![at];
    let mut first = own.number;
    for place in (0..at).rev().filter(is_same) {
        if number(place) + 1 != first {
            break;
        }
        first = number(place);
        run.insert(0, place);
    }
    let mut last = own.number;
    for place in (at + 1..markers.len()).filter(is_same) {
        if number(place) != last + 1 {
            break;
        }
        last = number(place);
        run.push(place);
    }
    run
}

/// Headings that have neither mark nor number: short lines without an end, before a text.
fn unmarked(mut blocks: Vec<StatementBlock>, lang: Lang) -> Vec<StatementBlock> {
    if blocks.iter().any(|block| matches!(block, StatementBlock::Heading { .. })) {
        return blocks;
    }
    let is_text = |block: Option<&StatementBlock>| match block {
        Some(StatementBlock::Paragraph(text) | StatementBlock::Item { number: Some(_), text, .. }) => {
            text.ends_with(['.', ':', '。', '：'])
        }
        _ => false,
    };
    // The first is the title.
    for at in 1..blocks.len() {
        let is_followed = is_text(blocks.get(at + 1));
        if let StatementBlock::Paragraph(text) = &blocks[at]
            && is_followed
            && looks_like_heading(text, lang)
        {
            blocks[at] = StatementBlock::Heading { depth: 2, text: text.clone(), id: None };
        }
    }
    blocks
}

fn looks_like_heading(text: &str, lang: Lang) -> bool {
    let is_open = !text.ends_with(['.', ':', ',', ';', '。', '、', '：', '）', ')']);
    let is_short = match lang {
        Lang::En => text.split_whitespace().count() <= 10 && text.starts_with(char::is_uppercase),
        Lang::Ja => text.chars().count() <= 30 && text != "記" && text != "以上",
    };
    is_open && is_short && found_dates(text, lang).is_empty()
}

/// The title with all that it says, and the parts without it.
fn titled(mut blocks: Vec<StatementBlock>, lang: Lang) -> (String, Vec<StatementBlock>) {
    let first_heading = blocks.iter().position(|block| matches!(block, StatementBlock::Heading { .. }));
    let is_title = |block: &StatementBlock| match block {
        StatementBlock::Heading { depth: 2, .. } => true,
        StatementBlock::Paragraph(text) => {
            let words = without_date(text, lang);
            words.chars().count() >= 8
                && text.chars().count() <= 250
                && !text.ends_with(['。', ':', '：'])
                && !text.ends_with(|c| c == '.' && lang == Lang::En)
        }
        _ => false,
    };
    let at = match first_heading {
        Some(0) => Some(0),
        Some(at) if matches!(blocks[at], StatementBlock::Heading { depth: 1, .. }) => Some(at),
        _ => blocks.iter().take(MOST_BEFORE_TITLE).position(is_title),
    };
    match at {
        Some(at) => {
            let title = blocks.remove(at).text().unwrap_or_default().to_owned();
            (title, blocks)
        }
        None => (String::new(), blocks),
    }
}

/// A title without the day at its end.
fn without_date(title: &str, lang: Lang) -> String {
    let Some(found) = found_dates(title, lang).pop() else { return title.trim().to_owned() };
    let start = found.words.split_whitespace().next().unwrap_or_default();
    let place = title.rfind(&found.words).or_else(|| title.rfind(start));
    match place {
        Some(at) if title[at..].chars().count() <= found.words.chars().count() + 8 => {
            title[..at].trim_end_matches(|c: char| c.is_whitespace() || ",、（(–—-:：".contains(c)).to_owned()
        }
        _ => title.trim().to_owned(),
    }
}

/// Headings with 2 as the depth of the main ones, and of any first one: a note begins with no lesser heading.
fn levelled(mut blocks: Vec<StatementBlock>) -> Vec<StatementBlock> {
    let mut least = usize::MAX;
    for block in &mut blocks {
        if let StatementBlock::Heading { depth, .. } = block {
            least = least.min(*depth);
            *depth = (*depth + 2 - least).min(6);
        }
    }
    blocks
}
