//! Lines that come into a text of YAML, written as those around them.

use super::work_file::Edit;
use crate::yaml::{Tree, ValueKind};

/// Where the line of a place begins.
#[must_use]
pub fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or_default().rfind('\n').map_or(0, |newline| newline + 1)
}

/// The edits that would give a map one more pair, those that look best first: behind the last of a map in braces; below the last of
/// another or, where that cannot be, above the first. In lines of its own, the pair is indented as the map is.
#[must_use]
pub fn with_pair(text: &str, map: &Tree, in_braces: &str, lines: &[String]) -> Vec<Vec<Edit>> {
    let ValueKind::Map(entries) = &map.kind else { return Vec::new() };
    let is_flow = text.get(map.span.start..).is_some_and(|map| map.starts_with('{'));
    match (is_flow, entries.first(), entries.last()) {
        (true, _, Some(last)) => vec![vec![insertion(last.range().end, format!(", {in_braces}"))]],
        (true, ..) => vec![vec![insertion(map.span.start + 1, in_braces.to_owned())]],
        (false, Some(first), Some(last)) => {
            let begin = line_start(text, first.key_span.start);
            // The first key of an item stands behind a hyphen.
            let indentation = blanks(text.get(begin..first.key_span.start).unwrap_or_default());
            let lines: Vec<_> = lines.iter().map(|line| format!("{indentation}{line}")).collect();
            let below = lines_below(text, last.range().end, &lines);
            let end = line_end(text, begin);
            vec![vec![below], vec![insertion(begin, lines.join(end) + end)]]
        }
        _ => Vec::new(),
    }
}

/// As many blanks as a text has characters.
#[must_use]
pub fn blanks(text: &str) -> String {
    text.chars().map(|c| if c.is_whitespace() { c } else { ' ' }).collect()
}

/// What comes in at a place.
#[must_use]
pub fn insertion(place: usize, text: String) -> Edit {
    Edit { span: place..place, text }
}

/// How the lines of a text end, at a place and before it.
fn line_end(text: &str, at: usize) -> &'static str {
    let before = text.get(..at).unwrap_or_default();
    let before = before.rfind('\n').map_or(text, |newline| &text[..=newline]);
    if before.ends_with("\r\n") || (!before.ends_with('\n') && before.contains("\r\n")) {
        "\r\n"
    } else {
        "\n"
    }
}

/// Lines below the one in which a value ends.
#[must_use]
pub fn lines_below(text: &str, value_end: usize, lines: &[String]) -> Edit {
    let value_end = text.get(..value_end).unwrap_or_default().trim_end().len();
    let newline =
        text.get(value_end..).and_then(|rest| rest.find('\n')).map(|newline| value_end + newline + 1);
    let place = newline.unwrap_or(text.len());
    let end = line_end(text, place);
    let mut all = lines.join(end);
    match newline {
        Some(_) => all.push_str(end),
        None => all.insert_str(0, end),
    }
    insertion(place, all)
}
