//! Texts as a diagnostic shows them: what cannot be seen is escaped, and of a very long line a part stands for the whole.
//!
//! A line break in a value could begin a line of the output with anything, a command of a workflow for instance; an
//! escape sequence could rewrite a terminal.

use std::{borrow::Cow, fmt::Write, ops::Range};

use crate::lang::is_hidden;

/// The text with each character that cannot be seen, or that turns the text around, as its escape: `\n`, `\u{202e}`.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    if text.contains(is_hidden) { Cow::Owned(escaped(text, is_hidden)) } else { Cow::Borrowed(text) }
}

/// How many bytes of a message are shown: it may quote a value of any length.
const MAX_MESSAGE: usize = 1000;

/// A message as it is shown.
#[must_use]
pub fn shown_message(text: &str) -> String {
    if text.len() <= MAX_MESSAGE {
        return shown(text).into_owned();
    }
    let (start, end) =
        (text.floor_char_boundary(MAX_MESSAGE / 2), text.ceil_char_boundary(text.len() - MAX_MESSAGE / 2));
    format!("{} … {}", shown(&text[..start]), shown(&text[end..]))
}

fn escaped(text: &str, is_escaped: impl Fn(char) -> bool) -> String {
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_escaped(c) {
            // Writing to a string never fails.
            let _ = write!(shown, "{}", c.escape_default());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// How many bytes of a line are shown before, in and behind what is meant.
const MAX_PART: usize = 300;

/// The line that a place begins in, without its line break, in three parts of which the middle one is meant. A place over
/// several lines is shown by its first.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ShownLine {
    pub(super) before: String,
    pub(super) marked: String,
    pub(super) after: String,
    /// Whether it begins as it stands in the file, so that columns can be counted in it.
    pub(super) begins_as_written: bool,
}

impl ShownLine {
    /// The line of a place. It costs the same however long the line is: thousands of places may lie in one.
    pub(super) fn of(text: &str, span: &Range<usize>) -> Self {
        let start = text.floor_char_boundary(span.start.min(text.len()));
        let (before, is_cut_before) = last_line(&text[..start]);
        let (rest, is_cut_behind) = first_line(&text[start..], MAX_PART * 2);
        let meant = span.end.saturating_sub(start).min(rest.len()).min(MAX_PART);
        let (marked, after) = rest.split_at(rest.floor_char_boundary(meant));
        let behind = after.floor_char_boundary(MAX_PART.min(after.len()));
        let is_cut_behind = is_cut_behind || behind < after.len();
        let [before, marked, after] = [before, marked, &after[..behind]]
            .map(|part| (part, escaped(part, |c| c != '\t' && is_hidden(c))));
        Self {
            begins_as_written: !is_cut_before && before.0 == before.1,
            before: if is_cut_before { format!("…{}", before.1) } else { before.1 },
            marked: marked.1,
            after: if is_cut_behind { after.1 + "…" } else { after.1 },
        }
    }
}

/// What a text has behind its last line break, and whether something of that is left out.
fn last_line(text: &str) -> (&str, bool) {
    let from = text.ceil_char_boundary(text.len().saturating_sub(MAX_PART));
    let part = &text[from..];
    match part.rfind('\n') {
        Some(newline) => (&part[newline + 1..], false),
        None if from == 0 => (part.trim_start_matches('\u{feff}'), false),
        None => (part, true),
    }
}

/// What a text has before its first line break, and whether something of that is left out.
fn first_line(text: &str, limit: usize) -> (&str, bool) {
    let part = &text[..text.floor_char_boundary(limit.min(text.len()))];
    match part.find('\n') {
        Some(newline) => (part[..newline].trim_end_matches('\r'), false),
        None => (part.trim_end_matches('\r'), part.len() < text.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        assert_eq!(shown("a 日本 “b”"), "a 日本 “b”");
        assert_eq!(shown("a\n::b\r\t\u{1b}[31m"), r"a\n::b\r\t\u{1b}[31m");
        assert_eq!(
            shown("\u{202e}\u{2066}\u{e0041}\u{200b}\u{2028}"),
            r"\u{202e}\u{2066}\u{e0041}\u{200b}\u{2028}"
        );
    }

    #[test]
    fn of_a_message_that_nobody_could_read_both_ends_are_shown() {
        let reported = shown_message(&format!("`{}` is not an id", "日".repeat(1_000_000)));
        assert!(
            reported.starts_with("`日")
                && reported.contains("日 … 日")
                && reported.ends_with("日` is not an id"),
            "{reported}"
        );
        assert!(reported.len() < MAX_MESSAGE + 10);
    }

    fn parts(text: &str, span: Range<usize>) -> (String, String, String, bool) {
        let line = ShownLine::of(text, &span);
        (line.before, line.marked, line.after, line.begins_as_written)
    }

    #[test]
    fn a_line_is_cut_around_what_is_meant() {
        let part = |a: &str, b: &str, c: &str, whole| (a.to_owned(), b.to_owned(), c.to_owned(), whole);
        assert_eq!(parts("a\nb: c d\r\ne", 5..6), part("b: ", "c", " d", true));
        assert_eq!(parts("\u{feff}b: c", 6..99), part("b: ", "c", "", true));
        assert_eq!(parts("日本", 1..4), part("", "日", "本", true));
        assert_eq!(parts("\u{200b}a", 3..4), part(r"\u{200b}", "a", "", false));
        let long = format!("{}clowd{}", "あ".repeat(1000), "い".repeat(1000));
        let (before, marked, after, is_whole) = parts(&long, 3000..3005);
        assert_eq!(before, format!("…{}", "あ".repeat(100)));
        assert_eq!((marked.as_str(), is_whole), ("clowd", false));
        assert_eq!(after, format!("{}…", "い".repeat(100)));
        assert_eq!(parts("", 0..0), part("", "", "", true));
    }
}
