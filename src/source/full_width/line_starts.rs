//! Signs at the beginning of a line: headings, lists, quotations, tables, code, footnotes.

use super::super::nouns::noun;
use super::{super::text_lines::TextBlock, Sign};
use crate::lang::say;

/// The ideographic space.
const BLANK: char = '\u{3000}';

/// The signs at the beginnings of the lines of a block.
pub(super) fn signs(text: &str, block: &TextBlock) -> Vec<Sign> {
    let mut found = Vec::new();
    let mut is_table_reported = false;
    for (at, line) in block.lines.iter().enumerate() {
        let Some(start) = line.start else { continue };
        let written = text.get(start..).unwrap_or_default().lines().next().unwrap_or_default();
        let sign = if at > 0 { explanation(written) } else { None };
        let sign = sign
            .or_else(|| heading(written))
            .or_else(|| item(written))
            .or_else(|| quotation(written))
            .or_else(|| fence(written))
            .or_else(|| footnote(written))
            .or_else(|| indented(written))
            .or_else(|| table(written).filter(|_| !std::mem::replace(&mut is_table_reported, true)));
        found.extend(sign.map(|sign| sign.moved(start)));
    }
    found
}

/// `##　Heading`, `＃＃ Heading`, `##Heading`.
fn heading(line: &str) -> Option<Sign> {
    let rest = line.trim_start_matches(['#', '＃']);
    let marks = line.get(..line.len() - rest.len())?;
    let count = marks.chars().count();
    let next = rest.chars().next()?;
    if !(1..=6).contains(&count) || rest.trim().is_empty() {
        return None;
    }
    let help = say!("heading-mark", marks = "#".repeat(count.max(2)));
    if let Some(at) = marks.find('＃') {
        let is_meant = count > 1 || next == ' ' || next == BLANK;
        let message = say!("full-width-heading");
        return is_meant.then(|| Sign::new(at..at + '＃'.len_utf8(), message, help));
    }
    if next == BLANK {
        let message = say!("full-width-space-heading");
        return Some(Sign::new(marks.len()..marks.len() + BLANK.len_utf8(), message, help));
    }
    let message = say!("heading-without-space", marks);
    (count > 1).then(|| Sign::new(0..marks.len(), message, help))
}

/// `-　item`, `1.　item`.
fn item(line: &str) -> Option<Sign> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let signs: &[char] = if digits > 0 { &['.', ')'] } else { &['-', '*', '+'] };
    let behind = line.get(digits..)?.strip_prefix(signs)?;
    if digits > 9 || !behind.starts_with(BLANK) {
        return None;
    }
    let mark = line.get(..=digits)?;
    let message = say!("full-width-space-list", mark);
    let escaped = format!("{}\\{}", &mark[..digits], &mark[digits..]);
    let help = say!("list-mark", mark, escaped);
    Some(Sign::new(mark.len()..mark.len() + BLANK.len_utf8(), message, help))
}

/// `　- item`, `　## Heading`, `　> words`: what Markdown knows only behind half-width spaces.
fn indented(line: &str) -> Option<Sign> {
    let rest = line.trim_start_matches([BLANK, ' ', '\t']);
    let (indent, _) = line.split_at_checked(line.len() - rest.len())?;
    let at = indent.find(BLANK)?;
    let (mark, what, escaped) = marked(rest)?;
    let message = say!("full-width-space-before", mark, what = noun(what));
    let help = say!("half-width-spaces", escaped);
    Some(Sign::new(at..at + BLANK.len_utf8(), message, help))
}

/// The mark of Markdown that a line begins with, what it makes, and how the sign itself is written.
fn marked(line: &str) -> Option<(&str, &'static str, String)> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (length, what) = match line.get(digits..)?.chars().next()? {
        '.' | ')' if (1..=9).contains(&digits) => (digits + 1, "list"),
        '-' | '*' | '+' if digits == 0 => (1, "list"),
        '#' if digits == 0 => (line.len() - line.trim_start_matches('#').len(), "heading"),
        '>' if digits == 0 => (1, "quotation"),
        '`' if line.starts_with("```") => (3, "code"),
        _ => return None,
    };
    let (mark, behind) = line.split_at_checked(length)?;
    let is_apart = behind.starts_with([' ', '\t', BLANK]) && !behind.trim().is_empty();
    let is_mark = match what {
        "list" => is_apart,
        "heading" => is_apart && length <= 6,
        "quotation" => !behind.trim().is_empty() && !behind.trim_start().starts_with(char::is_numeric),
        _ => true,
    };
    is_mark.then(|| (mark, what, format!("{}\\{}", &mark[..digits], &mark[digits..])))
}

/// `＞ words`, but not `＞10`.
fn quotation(line: &str) -> Option<Sign> {
    let behind = line.strip_prefix('＞')?.trim_start();
    if behind.is_empty() || behind.starts_with(char::is_numeric) {
        return None;
    }
    Some(Sign::new(0..'＞'.len_utf8(), say!("full-width-quotation"), say!("write-quotation")))
}

/// A line `｀｀｀`.
fn fence(line: &str) -> Option<Sign> {
    let message = say!("full-width-fence");
    line.starts_with("｀｀｀").then(|| Sign::new(0.."｀｀｀".len(), message, say!("write-fence")))
}

/// `：words` below a term.
fn explanation(line: &str) -> Option<Sign> {
    let behind = line.strip_prefix('：')?;
    let message = say!("full-width-explanation");
    (!behind.trim().is_empty()).then(|| Sign::new(0..'：'.len_utf8(), message, say!("write-explanation")))
}

/// `[^a]：words`.
fn footnote(line: &str) -> Option<Sign> {
    let label = footnote_label(line)?;
    let at = "[^]".len() + label.len();
    let message = say!("full-width-footnote", label);
    Some(Sign::new(at..at + '：'.len_utf8(), message, say!("write-footnote", label)))
}

/// `｜a｜b｜`, `| a ｜ b |`, and `|：---|` below the head.
fn table(line: &str) -> Option<Sign> {
    let sign = |at: usize, sign: char, half: char| {
        let message = say!("full-width-table", sign);
        Some(Sign::new(at..at + sign.len_utf8(), message, say!("write", what = half)))
    };
    let bars = line.matches(['|', '｜']).count();
    let row = line.trim_start_matches([BLANK, ' ', '\t']);
    if row.starts_with(['|', '｜']) && bars > 1 {
        if let Some(at) = line.get(..line.len() - row.len()).and_then(|indent| indent.find(BLANK)) {
            return sign(at, BLANK, ' ');
        }
        if let Some(at) = line.find('｜') {
            return sign(at, '｜', '|');
        }
    }
    let is_rule = line.chars().all(|c| "|｜:：-－ー―─ 　\t".contains(c));
    if !is_rule || bars == 0 || !line.contains(['-', '－', 'ー', '―', '─']) {
        return None;
    }
    let (at, found) = line.char_indices().find(|(_, c)| !c.is_ascii())?;
    match found {
        '：' => sign(at, found, ':'),
        '｜' => sign(at, found, '|'),
        BLANK => sign(at, found, ' '),
        _ => sign(at, found, '-'),
    }
}

/// The label of a footnote that a line begins with, with a full-width colon behind it.
pub(in super::super) fn footnote_label(line: &str) -> Option<&str> {
    let (label, behind) = line.strip_prefix("[^")?.split_once(']')?;
    (!label.is_empty() && behind.starts_with('：')).then_some(label)
}
