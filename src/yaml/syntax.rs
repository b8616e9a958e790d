//! What made a text no YAML, reported as what its author did rather than where the parser stood.

use crate::lang::{Message, say};
use granit_parser::ErrorKind;
use std::ops::Range;

use super::{
    forms::{in_map, is_key},
    line::Line,
};

/// A place in the text, what is wrong there, and a suggestion.
#[derive(Clone, Debug)]
pub(super) struct Explained {
    pub(super) place: Range<usize>,
    pub(super) message: Message,
    pub(super) help: Message,
}

/// A suggestion is written out up to this many characters.
const MAX_SUGGESTION: usize = 60;

/// Signs that a text without quotes cannot begin with.
const SIGNS: &str = "%@`*&!|>?";

/// Why reading stopped at a byte of a text.
pub(super) fn explain(text: &str, at: usize, kind: &ErrorKind) -> Explained {
    let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let stop = ParserStop { text, at, kind, line: Line::at(text, at) };
    let rules: [fn(&ParserStop<'_>) -> Option<Explained>; 13] = [
        tab,
        quote,
        open_bracket,
        in_brackets,
        bracket,
        first_sign,
        glued_hyphen,
        hyphen,
        list_behind_key,
        colon,
        no_key,
        alignment,
        colon_above,
    ];
    let explained = rules
        .iter()
        .find_map(|rule| rule(&stop))
        .unwrap_or_else(|| explained(stop.rest(), say!("yaml-unreadable"), say!("yaml-look")));
    // The end of the text may be the place, and has no character of its own.
    let end = explained.place.end.min(text.len());
    Explained { place: explained.place.start.min(end)..end, ..explained }
}

fn explained(place: Range<usize>, message: Message, help: Message) -> Explained {
    Explained { place, message, help }
}

/// Why a text that looks like YAML is refused, at a byte or, for a tab, near it.
pub(super) fn explain_refusal(text: &str, at: usize, is_tab: bool) -> Explained {
    explain(text, at, if is_tab { &ErrorKind::TabInPlainScalar } else { &ErrorKind::UnexpectedEof })
}

/// Where the parser stopped, and why.
struct ParserStop<'t> {
    text: &'t str,
    at: usize,
    kind: &'t ErrorKind,
    line: Line<'t>,
}

impl<'t> ParserStop<'t> {
    /// From the stop to the end of its line.
    fn rest(&self) -> Range<usize> {
        self.at..(self.line.start + self.line.text.len()).max(self.at)
    }

    /// What the line holds, without its indentation.
    fn content(&self) -> Range<usize> {
        self.line.start + self.line.content()..self.line.start + self.line.text.len()
    }

    /// Where in its line the stop is.
    fn column(&self) -> usize {
        self.at - self.line.start
    }

    fn sign(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    fn above(&self) -> Option<Line<'t>> {
        self.line.above(self.text)
    }
}

fn tab(stop: &ParserStop<'_>) -> Option<Explained> {
    let is_reported = matches!(
        stop.kind,
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::InvalidBlockEntryWhitespace
            | ErrorKind::InvalidMappingValueWhitespace
    );
    let rest = stop.text.get(stop.line.start..)?;
    // The parser may stop on the line before the one that is set in with a tab.
    let mut start = stop.line.start;
    for line in rest.split_inclusive('\n').take(2) {
        let blank = &line[..line.len() - line.trim_start().len()];
        if let Some(at) = blank.find('\t') {
            return Some(tab_at(stop, start + at));
        }
        start += line.len();
    }
    let at = is_reported.then(|| rest.find('\t')).flatten()?;
    Some(tab_at(stop, stop.line.start + at))
}

fn tab_at(stop: &ParserStop<'_>, at: usize) -> Explained {
    let tabs = stop.text[at..].len() - stop.text[at..].trim_start_matches('\t').len();
    explained(at..at + tabs, say!("tab-for-spaces"), say!("spaces-for-tab"))
}

/// A quote that is not closed, or text behind a closing quote.
fn quote(stop: &ParserStop<'_>) -> Option<Explained> {
    let quote = match stop.kind {
        ErrorKind::InvalidTrailingSingleQuotedScalar => '\'',
        ErrorKind::InvalidTrailingDoubleQuotedScalar => '"',
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::DocumentIndicatorInQuotedScalar => return Some(unclosed(stop.at, stop.sign()?)),
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape => {
            return Some(explained(stop.at..stop.at, say!("backslash-in-quotes"), say!("double-backslash")));
        }
        _ => return None,
    };
    let opening = stop.line.value_start();
    let value = stop.line.value();
    if !value.starts_with(quote) || stop.column() <= opening + 1 {
        return open_quote(stop, quote);
    }
    let help = match in_quotes(value) {
        Some(text) => say!("quote-whole-as", text),
        None => say!("quote-whole-escaped"),
    };
    Some(explained(stop.rest(), say!("text-behind-quote"), help))
}

/// The quote on a line above that the one at the stop was taken to close.
fn open_quote(stop: &ParserStop<'_>, quote: char) -> Option<Explained> {
    let mut line = stop.above()?;
    loop {
        let starts = [line.value_start(), line.content()];
        let found =
            starts.into_iter().find(|at| line.text.get(*at..).is_some_and(|it| it.starts_with(quote)));
        if let Some(at) = found {
            return Some(unclosed(line.start + at, quote));
        }
        line = line.above(stop.text)?;
    }
}

fn unclosed(at: usize, quote: char) -> Explained {
    let message = say!("quote-not-closed", quote);
    explained(at..at + quote.len_utf8(), message, say!("close-quote", quote))
}

/// The innermost bracket that is open at the stop, written on a line above or never closed.
fn open_bracket(stop: &ParserStop<'_>) -> Option<Explained> {
    let at = innermost_bracket(stop.text.get(..stop.at)?, stop.text)?;
    let is_open = matches!(stop.kind, ErrorKind::UnclosedFlowCollection { .. });
    if !is_open && at >= stop.line.start {
        return None;
    }
    let (open, close) = if stop.text[at..].starts_with('{') { ('{', '}') } else { ('[', ']') };
    let message = say!("bracket-not-closed", open);
    let help = say!("close-bracket", close, open);
    Some(explained(at..at + 1, message, help))
}

/// Where the innermost bracket of a list or map is that is still open at the end of `before`; where none is, the one
/// that begins right there.
fn innermost_bracket(before: &str, text: &str) -> Option<usize> {
    let mut open = Vec::new();
    let mut quote = None;
    // A bracket or quote counts where a value may begin; elsewhere it is a part of a text.
    let mut is_start = true;
    let mut last = '\n';
    for (at, c) in before.char_indices() {
        match (quote, c) {
            (Some(own), c) if c == own => quote = None,
            (None, '[' | '{') if is_start => open.push(at),
            (None, '"' | '\'') if is_start => quote = Some(c),
            (None, ']' | '}') => {
                open.pop();
            }
            _ => {}
        }
        is_start = match c {
            '\n' | '[' | '{' | ',' => true,
            ' ' | '\t' => is_start || matches!(last, ':' | '-'),
            _ => false,
        };
        last = c;
    }
    open.pop().or_else(|| text.get(before.len()..)?.starts_with(['[', '{']).then_some(before.len()))
}

/// Commas and colons inside brackets.
fn in_brackets(stop: &ParserStop<'_>) -> Option<Explained> {
    innermost_bracket(stop.text.get(..stop.at)?, "")?;
    let before = stop.text.get(..stop.at)?.trim_end();
    if stop.sign() == Some(',') && before.ends_with([',', '[', '{']) {
        let message = say!("nothing-before-comma");
        return Some(explained(stop.at..stop.at + 1, message, say!("delete-comma")));
    }
    match stop.kind {
        ErrorKind::BlockEntryInFlowCollection | ErrorKind::PlainScalarStartsWithDashFlowIndicator => {
            Some(explained(stop.at..stop.at + 1, say!("hyphen-in-brackets"), say!("commas-between")))
        }
        _ if stop.sign().is_some_and(|sign| SIGNS.contains(sign)) => None,
        _ => Some(explained(
            stop.at..stop.at + stop.sign().map_or(0, char::len_utf8),
            say!("unfit-in-brackets"),
            say!("comma-or-quotes"),
        )),
    }
}

/// A bracket that closes nothing, or text behind one.
fn bracket(stop: &ParserStop<'_>) -> Option<Explained> {
    if matches!(stop.kind, ErrorKind::MisplacedFlowCollectionEnd) {
        let help = say!("delete-bracket");
        return Some(explained(stop.at..stop.at + 1, say!("bracket-closes-nothing"), help));
    }
    if let ErrorKind::MismatchedFlowCollectionEnd { open, close } = stop.kind {
        let message = say!("brackets-differ", open, close);
        let help = say!("write-there", what = if *open == '[' { ']' } else { '}' });
        return Some(explained(stop.at..stop.at + 1, message, help));
    }
    let value = stop.line.value();
    if !value.starts_with(['[', '{']) || stop.column() <= stop.line.value_start() {
        return None;
    }
    Some(explained(stop.rest(), say!("text-behind-bracket"), quotes(value)))
}

/// A text that begins with a sign of YAML's own.
fn first_sign(stop: &ParserStop<'_>) -> Option<Explained> {
    let is_sign = |c: &char| SIGNS.contains(*c);
    let value = stop.line.value();
    let (at, sign) = match stop.sign().filter(is_sign) {
        Some(sign) => (stop.at, sign),
        None => (stop.line.start + stop.line.value_start(), value.chars().next().filter(is_sign)?),
    };
    let is_whole = at == stop.line.start + stop.line.value_start();
    let place = at..at + 1;
    if matches!(sign, '|' | '>') {
        let help = say!("text-on-next-lines");
        return Some(explained(place, say!("no-text-behind", sign), help));
    }
    let help = match sign {
        '*' if value.starts_with("* ") => say!("begin-item"),
        _ if is_whole => quotes(value),
        _ => say!("quote-text"),
    };
    Some(explained(place, say!("text-begins-with", sign), help))
}

fn list_behind_key(stop: &ParserStop<'_>) -> Option<Explained> {
    matches!(stop.kind, ErrorKind::BlockSequenceEntryNotAllowed)
        .then(|| explained(stop.at..stop.at + 1, say!("list-on-key-line"), say!("items-on-lines")))
}

/// A colon without its space, or one inside a text.
fn colon(stop: &ParserStop<'_>) -> Option<Explained> {
    if !matches!(
        stop.kind,
        ErrorKind::MappingValueNotAllowed
            | ErrorKind::InvalidColonPlacement
            | ErrorKind::SimpleKeyExpected
            | ErrorKind::InvalidSimpleKey
    ) {
        return None;
    }
    let is_first = stop.line.key().is_some_and(|key| stop.line.content() + key.len() >= stop.column());
    let above = stop.above();
    let glued = [Some(stop.line), above.filter(|_| is_first)];
    if let Some(explained) = glued.into_iter().flatten().find_map(glued_colon) {
        return Some(explained);
    }
    if stop.sign() != Some(':') {
        return None;
    }
    let in_text = above.filter(|line| is_first && line.key().is_some() && line.value().contains(": "));
    let line = if is_first { in_text? } else { stop.line };
    let at = match in_text {
        Some(line) => line.start + line.value_start() + line.value().find(": ")?,
        None => stop.at,
    };
    if let Some(help) = line.key().and_then(|key| in_map(key, line.value())) {
        return Some(explained(at..at + 1, say!("key-on-key-line"), help));
    }
    let help = match line.key() {
        Some(_) => quotes(line.value()),
        None => say!("quote-from-first-line"),
    };
    Some(explained(at..at + 1, say!("colon-needs-quotes"), help))
}

fn glued_colon(line: Line<'_>) -> Option<Explained> {
    let colon = line.glued_colon()?;
    let (key, value) = (&line.text[line.content()..colon], &line.text[colon + 1..]);
    let at = line.start + colon;
    let help = match short(value) {
        Some(value) => say!("write-pair", key, value),
        None => say!("space-behind-key", key),
    };
    Some(explained(at..at + 1, say!("colon-without-space"), help))
}

/// A first key without the space behind its colon, which makes a text of it that a comment ends.
fn colon_above(stop: &ParserStop<'_>) -> Option<Explained> {
    let is_first = stop.column() <= stop.line.content();
    stop.above().filter(|_| is_first).and_then(glued_colon)
}

/// A line that has no key and is no item of a list.
fn no_key(stop: &ParserStop<'_>) -> Option<Explained> {
    let is_missing = matches!(stop.kind, ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey);
    let is_in_list = matches!(stop.kind, ErrorKind::ExpectedBlockSequenceEntry);
    if !is_missing && !is_in_list {
        return None;
    }
    let content = &stop.text[stop.content()];
    let above = stop.above()?;
    if is_in_list || (above.is_item() && above.key().is_none() && above.indent() == stop.line.indent()) {
        let help = match short(content) {
            Some(item) => say!("write-item-or-indent", item),
            None => say!("write-hyphen-or-indent"),
        };
        return Some(explained(stop.content(), say!("item-without-hyphen"), help));
    }
    let help = match content.split_once('=') {
        Some((key, value)) if !key.trim().is_empty() && !key.trim().contains(' ') => {
            say!("write-pair", key = key.trim(), value = value.trim())
        }
        _ => say!("write-key-value"),
    };
    Some(explained(stop.content(), say!("line-without-key"), help))
}

/// A hyphen without its space: `-id: first`.
fn glued_hyphen(stop: &ParserStop<'_>) -> Option<Explained> {
    let find = |line: Line<'_>| {
        let item = line.text.trim_start().strip_prefix('-')?.split(" #").next()?.trim_end();
        let (key, _) = item.split_once(": ")?;
        let at = line.start + line.indent();
        let is_item = is_key(key) && !key.starts_with('-');
        is_item.then(|| {
            explained(at..at + 1, say!("hyphen-without-space"), say!("write", what = format!("- {item}")))
        })
    };
    [Some(stop.line), stop.above()].into_iter().flatten().find_map(find)
}

/// The keys below which a list of records stands.
const LISTS: [&str; 7] =
    ["commitments", "documents", "assessments", "corrections", "heads", "roles", "names"];

/// An item of a list that begins without its hyphen: below a key that has a list, its first line is set in less than
/// those that follow.
fn hyphen(stop: &ParserStop<'_>) -> Option<Explained> {
    // The parser stops at the first line of the item, at its comment, or at the second line.
    let mut item = stop.line;
    let mut next = item.below(stop.text).unwrap_or(item);
    if next.indent() <= item.indent() {
        (item, next) = (item.above(stop.text)?, item);
    }
    let is_first = item.above(stop.text).and_then(Line::key).is_some_and(|key| LISTS.contains(&key));
    let is_item = is_first || item.key() == Some("id");
    if !is_item
        || item.is_item()
        || next.is_item()
        || next.indent() <= item.indent()
        || item.value().is_empty()
        || next.key().is_none()
    {
        return None;
    }
    let start = item.start + item.indent();
    let content = item.text.trim_start().split(" #").next().unwrap_or_default().trim_end();
    let message = say!("hyphen-missing");
    Some(explained(start..start + content.len(), message, say!("write", what = format!("- {content}"))))
}

/// A line that begins in a column where no line above it does.
fn alignment(stop: &ParserStop<'_>) -> Option<Explained> {
    let is_of_columns = matches!(
        stop.kind,
        ErrorKind::MappingValueNotAllowed
            | ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::InvalidIndentation
            | ErrorKind::InvalidBlockScalarIndent
    );
    let above = stop.above().filter(|_| is_of_columns)?;
    let start = stop.line.start + stop.line.indent();
    let end = start + stop.line.text.trim_start().len();
    if stop.line.indent() > above.content()
        && let (Some(key), false) = (above.key(), above.value().is_empty())
    {
        let message = say!("indented-too-far", key);
        let help = say!("column-of-key", key);
        return Some(explained(start..end, message, help));
    }
    let help = say!("column-of-line");
    Some(explained(start..end, say!("not-aligned"), help))
}

/// How to put a text into quotes.
fn quotes(value: &str) -> Message {
    match in_quotes(value) {
        Some(text) => say!("quote-whole-as", text),
        None => say!("quote-whole"),
    }
}

/// A text in quotes that need nothing else; none where the text is long or has both kinds.
pub(super) fn in_quotes(value: &str) -> Option<String> {
    let value = short(value)?;
    let inner = ['"', '\''].into_iter().find_map(|quote| {
        let inner = value.strip_prefix(quote)?.strip_suffix(quote)?;
        // `"one" and "two"` begins and ends with quotes that are no pair.
        let (_, behind) = inner.split_once(quote)?;
        (!behind.starts_with(' ')).then_some(inner)
    });
    let value = inner.unwrap_or(value);
    if !value.contains(['"', '\\']) {
        Some(format!("\"{value}\""))
    } else if !value.contains('\'') {
        Some(format!("'{value}'"))
    } else {
        None
    }
}

fn short(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty() && text.chars().count() <= MAX_SUGGESTION)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::yaml::Tree;

    proptest! {
        /// Fragments that people write, in an order that nobody would.
        #[test]
        fn any_text_is_read_or_reported_at_a_place_in_it(
            parts in prop::collection::vec("[ \t\n]|[-:?,#&*!|>'\"%@`{}\\[\\]\\\\]|題|“|：|  - |: |a|key: |\n  b: ", 0..24)
        ) {
            let text = parts.concat();
            if let Err(problem) = Tree::read(&text, 3) {
                prop_assert!(problem.place.start >= 3 && problem.place.end <= text.len() + 3, "{problem:?}");
                let place = problem.place.start - 3..problem.place.end - 3;
                prop_assert!(text.get(place).is_some(), "{problem:?} in {text:?}");
            }
        }
    }
}
