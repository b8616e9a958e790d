//! Bounds of a text, judged before anything is made of it: beyond them, a small file would take the memory of a machine.

use pulldown_cmark::Event;
use std::ops::Range;

use super::body_problem::BodyProblem;
use crate::diagnostic::Code;
use crate::lang::{Message, say};

/// How many lines and signs of Markdown a text may have.
const MAX_SIGNS: usize = 250_000;

/// How many cells its tables may have.
const MAX_CELLS: usize = 100_000;

/// How deep quotations, lists and all else may stand inside one another.
const MAX_DEPTH: usize = 64;

const LOOK: Message = say!("look-for-paste");

/// The place at which a text goes beyond a bound, as far as its lines tell.
pub(super) fn in_lines(text: &str) -> Option<BodyProblem> {
    let (mut signs, mut cells, mut columns) = (0, 0, 0);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let begin = content(line);
        if let Some(at) = begin.too_deep {
            return Some(too_deep(start + at..start + at + 1));
        }
        let before = signs;
        signs += line.bytes().filter(|byte| is_sign(*byte)).count();
        if signs > MAX_SIGNS
            && let Some(at) = nth_sign(line, MAX_SIGNS - before)
        {
            let message = say!("too-many-signs", most = MAX_SIGNS);
            return Some(too_large(start + at..start + at + 1, message));
        }
        let inner = line.get(begin.at..).unwrap_or_default().trim_end();
        columns = columns_of(inner).unwrap_or(if inner.is_empty() { 0 } else { columns });
        cells += columns;
        if cells > MAX_CELLS {
            let place = start + begin.at..start + begin.at + inner.len();
            return Some(too_large(place, say!("too-many-cells", most = MAX_CELLS)));
        }
        start += line.len();
    }
    None
}

/// The place at which what the parser found stands too deep.
pub(super) fn in_events(events: &[(Event<'_>, Range<usize>)]) -> Option<BodyProblem> {
    let mut depth = 0;
    for (event, span) in events {
        match event {
            Event::Start(_) if depth == MAX_DEPTH => return Some(too_deep(span.start..span.start)),
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    None
}

fn too_deep(place: Range<usize>) -> BodyProblem {
    too_large(place, say!("too-deep", most = MAX_DEPTH))
}

fn too_large(place: Range<usize>, message: Message) -> BodyProblem {
    BodyProblem::new(Code::TooLarge, place, message, Some(LOOK))
}

/// Whether the parser makes a node of a byte.
fn is_sign(byte: u8) -> bool {
    matches!(
        byte,
        b'\n'
            | b'\r'
            | b'*'
            | b'_'
            | b'~'
            | b'^'
            | b'|'
            | b'&'
            | b'\\'
            | b'['
            | b']'
            | b'<'
            | b'>'
            | b'!'
            | b'`'
            | b'{'
            | b'}'
    )
}

/// Where the sign behind the next few stands, if a line has as many.
fn nth_sign(line: &str, few: usize) -> Option<usize> {
    line.bytes().enumerate().filter(|(_, byte)| is_sign(*byte)).nth(few).map(|(at, _)| at)
}

/// Where what a line says begins, behind the marks of quotations, lists and explanations.
struct LineContent {
    at: usize,
    /// The mark that goes too deep.
    too_deep: Option<usize>,
}

fn content(line: &str) -> LineContent {
    let blanks = |at: usize| {
        let rest = line.get(at..).unwrap_or_default();
        at + rest.len() - rest.trim_start_matches([' ', '\t']).len()
    };
    let (mut at, mut depth) = (blanks(0), 0);
    while let Some(length) = mark(line.get(at..).unwrap_or_default()) {
        if depth == MAX_DEPTH {
            // A rule across the page may have as many signs as it likes.
            let is_rule = line.trim().bytes().all(|byte| matches!(byte, b'-' | b'*' | b' '));
            return LineContent { at, too_deep: (!is_rule).then_some(at) };
        }
        depth += 1;
        at = blanks(at + length);
    }
    LineContent { at, too_deep: None }
}

/// How long the mark of a quotation, an item or an explanation is that a text begins with.
fn mark(text: &str) -> Option<usize> {
    if text.starts_with('>') {
        return Some(1);
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let behind =
        text.get(digits..)?.strip_prefix(if digits > 0 { &['.', ')'][..] } else { &['-', '+', '*', ':'] })?;
    (behind.is_empty() || behind.starts_with([' ', '\t', '\r', '\n'])).then_some(digits + 1)
}

/// How many columns a line gives to a table, if it is the one below the head.
fn columns_of(line: &str) -> Option<usize> {
    let is_rule = line.bytes().all(|byte| matches!(byte, b'|' | b':' | b'-' | b' ' | b'\t'));
    (is_rule && line.contains('|') && line.contains('-')).then(|| line.matches('|').count() + 1)
}
