//! What YAML takes in silence, or blames on another place: full-width syntax, lost text, empty values, escapes.

use std::collections::BTreeSet;

use super::{
    Problem, Spot, Tree, braces,
    escapes::odd_escapes,
    line::Line,
    meant,
    tree::{Entry, Kind},
};
use crate::{
    diagnostic::{Code, SourceId},
    lang::tell_odd,
};

/// How many characters are looked through for a full-width sign.
const MAX_DISTANCE: usize = 1000;

/// Tells what was read otherwise than it was written: text lost in a comment, and values with nothing in them.
pub(super) fn tell(
    tree: &Tree,
    text: &str,
    offset: usize,
    source: SourceId,
    limit: usize,
    problems: &mut Vec<Problem>,
) {
    let limit = problems.len() + limit;
    Traps { text, offset, source, limit, problems }.tell("", tree);
}

struct Traps<'t, 'p> {
    text: &'t str,
    offset: usize,
    source: SourceId,
    /// How many problems there are when no more are looked for.
    limit: usize,
    problems: &'p mut Vec<Problem>,
}

impl Traps<'_, '_> {
    fn is_full(&self) -> bool {
        self.problems.len() >= self.limit
    }

    /// Looks through the value of a key.
    fn tell(&mut self, key: &str, tree: &Tree) {
        let Self { text, offset, source, .. } = *self;
        match &tree.kind {
            Kind::Map(entries) => {
                let braces = braces::tell(entries, text, offset, source);
                self.problems.extend(braces.problems);
                for (at, entry) in entries.iter().enumerate() {
                    if self.is_full() {
                        return;
                    }
                    if !is_nothing(&entry.value) {
                        self.tell(&entry.key, &entry.value);
                    } else if !entry.key.contains(':') && !braces.told.contains(&at) {
                        self.problems.push(empty(key, entry, text, offset, source));
                    }
                }
            }
            Kind::List(items) => {
                for item in items {
                    if self.is_full() {
                        return;
                    }
                    if is_nothing(item) {
                        let spot = Spot::Bytes(source, item.span.clone());
                        let problem =
                            Problem::new(Code::MissingField, spot, "this item of the list is empty");
                        self.problems.push(problem);
                    } else {
                        self.tell("", item);
                    }
                }
            }
            Kind::Scalar(value, true) => {
                self.problems.extend(meant::tell(value, tree, text, offset, source));
                self.problems.extend(lost(tree, text, offset, source));
                self.problems.extend(lost_mark(tree, text, offset, source));
                // Curly quotes and brackets around a whole text may belong to it; these two are mistyped ASCII quotes.
                if let Some(quote) = ['＂', '＇'].into_iter().find(|quote| is_between(value, *quote, *quote))
                {
                    let start = tree.span.start;
                    self.problems.push(problem(source, start..start + quote.len_utf8(), quote));
                }
            }
            Kind::Scalar(value, false) => {
                self.problems.extend(meant::tell(value, tree, text, offset, source));
                self.problems.extend(escaped(tree, text, offset, source));
            }
            Kind::Alias => {}
        }
    }
}

/// Whether a text could be a key of the format.
pub(super) fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
}

/// Characters that do not belong in a text, or cannot be seen, and stand in quotes as an escape, such as `\0`: each once at
/// its value. Those that stand there as they are were told when the file was read.
fn escaped(tree: &Tree, text: &str, offset: usize, source: SourceId) -> Vec<Problem> {
    let range = tree.span.start.saturating_sub(offset)..tree.span.end.saturating_sub(offset);
    let odd: BTreeSet<char> = odd_escapes(text.get(range).unwrap_or_default()).collect();
    let told = odd.into_iter().map(|odd| {
        let spot = Spot::Bytes(source, tree.span.clone());
        Problem::new(Code::of_character(odd), spot, tell_odd(odd)).help("delete it")
    });
    told.collect()
}

/// Whether YAML reads the value as nothing.
pub(super) fn is_nothing(value: &Tree) -> bool {
    matches!(&value.kind, Kind::Scalar(text, true) if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
}

fn empty(outer: &str, entry: &Entry, text: &str, offset: usize, source: SourceId) -> Problem {
    let spot = Spot::Bytes(source, entry.key_span.clone());
    let problem = Problem::new(Code::MissingField, spot, format!("`{}` has no value", entry.key));
    // Of a line that may hold a hundred thousand keys, what shows how this one was meant.
    let rest = text.get(entry.key_span.end - offset..).unwrap_or_default();
    let rest = rest.get(..rest.floor_char_boundary(MAX_DISTANCE.min(rest.len()))).unwrap_or_default();
    let rest = rest.lines().next().unwrap_or_default();
    let value = rest.trim_start_matches(':').trim();
    match rest.split_once('#') {
        Some((before, comment)) if before.trim() == ":" && !comment.starts_with([' ', '\t']) => {
            problem.help(format!("YAML takes `#{comment}` for a comment; put the text into quotes"))
        }
        _ if value.starts_with(['&', '!']) => {
            problem.help(format!("YAML takes `{value}` for a mark of its own; put the text into quotes"))
        }
        _ if outer == "delegations" => {
            problem.help(format!("where no more is known of a delegation, write `{}: {{}}`", entry.key))
        }
        _ => problem.help("write a value after it; where it may be left out, you can also delete the line"),
    }
}

/// Text behind ` #` right after a value without quotes. A comment proper has a blank behind its `#`.
fn lost(value: &Tree, text: &str, offset: usize, source: SourceId) -> Option<Problem> {
    let end = value.span.end.checked_sub(offset)?;
    let rest = text.get(end..)?;
    // Looked at before the line is: a line may hold a hundred thousand values.
    let behind = rest.trim_start_matches([' ', '\t']);
    let hash = rest.len() - behind.len();
    let comment = behind.strip_prefix('#').filter(|_| hash > 0)?.lines().next()?;
    if comment.is_empty() || comment.starts_with([' ', '\t', '#', '!']) {
        return None;
    }
    let at = offset + end + hash;
    let message = format!("YAML takes `#{}` for a comment", comment.trim_end());
    let help = "put the whole text into quotes; for a comment, write a blank after `#`";
    Some(
        Problem::new(Code::LostText, Spot::Bytes(source, at..at + 1 + comment.trim_end().len()), message)
            .help(help),
    )
}

/// A word with `!` right before a value without quotes, which YAML takes for the name of a type.
fn lost_mark(value: &Tree, text: &str, offset: usize, source: SourceId) -> Option<Problem> {
    let before = text.get(..value.span.start.checked_sub(offset)?)?;
    let before = before.trim_end_matches(' ');
    let mark = before.rsplit(|c: char| c.is_whitespace() || "[{,".contains(c)).next()?;
    if !mark.starts_with('!') || mark.starts_with("!!") {
        return None;
    }
    let end = offset + before.len();
    let message = format!("YAML takes `{mark}` for a mark of its own");
    let spot = Spot::Bytes(source, end - mark.len()..end);
    Some(Problem::new(Code::LostText, spot, message).help("put the whole text into quotes"))
}

/// The full-width character that made a text no YAML, looked for at the place where reading stopped and just before.
pub(super) fn full_width(text: &str, offset: usize, at: usize, source: SourceId) -> Option<Problem> {
    let stopped = at.saturating_sub(offset).min(text.len());
    let stopped = (0..=stopped).rev().find(|at| text.is_char_boundary(*at))?;
    // Reading stops on the line of the mistake or on one of the next; comments between them do not count.
    let stop = Line::at(text, stopped);
    let lines = std::iter::successors(Some(stop), |line| line.above(text)).take(4);
    // Beyond that many characters, a sign has nothing to do with the place.
    let signs =
        lines.flat_map(|line| line.text.char_indices().rev().map(move |(at, c)| (line.start + at, c)));
    let (found, sign) = signs.take(MAX_DISTANCE).find(|(at, c)| match closing_quote(*c) {
        Some(_) => *at >= stop.start && is_syntax(text, *at, *c),
        None => half_width(*c).is_some() && is_syntax(text, *at, *c),
    })?;
    let place = offset + found..offset + found + sign.len_utf8();
    Some(problem(source, place, sign))
}

pub(super) fn problem(source: SourceId, place: std::ops::Range<usize>, sign: char) -> Problem {
    if closing_quote(sign).is_some() {
        let message = format!("YAML does not take `{sign}` for a quote");
        let help = "write `\"` on both sides of the text; quotes that belong to it may stay inside";
        return Problem::new(Code::FullWidthSyntax, Spot::Bytes(source, place), message).help(help);
    }
    let (what, help) = match sign {
        '\u{3000}' => ("a full-width blank".to_owned(), "write ordinary blanks".to_owned()),
        sign => {
            let half = half_width(sign).unwrap_or(sign);
            let blank = if sign == '：' { " and a blank after it" } else { "" };
            (format!("the full-width `{sign}`"), format!("write `{half}`{blank}"))
        }
    };
    let message = format!("{what} stands where YAML has a sign of its own");
    Problem::new(Code::FullWidthSyntax, Spot::Bytes(source, place), message).help(help)
}

/// The quote that closes a text which begins with one that YAML does not know.
fn closing_quote(c: char) -> Option<char> {
    Some(match c {
        '＂' | '＇' => c,
        '“' => '”',
        '‘' => '’',
        _ => return None,
    })
}

fn is_between(text: &str, open: char, close: char) -> bool {
    text.strip_prefix(open).is_some_and(|rest| rest.ends_with(close))
}

/// The sign of YAML that a full-width character looks like.
fn half_width(c: char) -> Option<char> {
    Some(match c {
        '：' => ':',
        '［' => '[',
        '］' => ']',
        '｛' => '{',
        '｝' => '}',
        '，' | '、' => ',',
        '－' => '-',
        '＃' => '#',
        '\u{3000}' => ' ',
        _ => return None,
    })
}

/// Whether a full-width character stands where the half-width one would be syntax, rather than in a text.
fn is_syntax(text: &str, at: usize, c: char) -> bool {
    let line = text[..at].rsplit('\n').next().unwrap_or_default();
    if is_in_comment(line) {
        return false;
    }
    let before = line.trim_start().trim_start_matches("- ").trim_start();
    let key = before.rsplit(['{', '[', ',']).next().unwrap_or_default().trim_start();
    let is_key = is_key(key);
    if let Some(close) = closing_quote(c) {
        let behind = text[at + c.len_utf8()..].lines().next().unwrap_or_default();
        let is_value = before.is_empty() || before.ends_with(": ") || key.is_empty();
        let behind = behind.trim_end_matches([' ', ',', ']', '}']);
        return is_value && behind.ends_with(close);
    }
    match c {
        '：' => is_key,
        '\u{3000}' => before.is_empty() || before.ends_with(':') || line.trim_start() == "-",
        '－' => line.trim().is_empty(),
        // Brackets and commas count where a list or map of this line is open.
        _ => before.contains(['[', '{', '［', '｛']) || before.ends_with(": "),
    }
}

/// Whether what follows this part of a line stands in a comment.
fn is_in_comment(before: &str) -> bool {
    let is_outside = |at: usize| before[..at].matches('"').count().is_multiple_of(2);
    before.trim_start().starts_with('#') || before.match_indices(" #").any(|(at, _)| is_outside(at))
}

/// The plain form of a value that holds full-width letters, digits or signs, or stands in quotes that YAML does not
/// know; with a way out. None where it is plain already, or Japanese.
pub(super) fn narrowed(text: &str) -> Option<String> {
    let pairs = [('＂', '＂'), ('＇', '＇'), ('“', '”'), ('‘', '’'), ('「', '」'), ('『', '』')];
    let pair = pairs.iter().find(|(open, close)| is_between(text, *open, *close));
    let bare = pair.map_or(text, |(open, close)| text.trim_start_matches(*open).trim_end_matches(*close));
    let narrow = bare.chars().map(|c| match c {
        '\u{3000}' => ' ',
        '、' => ',',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    });
    let narrow: String = narrow.collect();
    // What stays Japanese is a text, and no mistyped sign.
    if narrow == text || narrow.is_empty() || !narrow.is_ascii() {
        return None;
    }
    Some(match pair {
        Some((open, close)) => format!("write it without `{open}…{close}`: `{narrow}`"),
        None => format!("write it in half-width: `{narrow}`"),
    })
}
