//! The key `aliases` goes with the last of its addresses, where nothing else would change with it.

use std::ops::Range;

use crate::{
    edit::{Edit, line_start},
    yaml::{Map, MapEntry, Tree},
};

/// The key gone with its list: on lines of its own, or behind another pair of a map in braces. It is right where nothing is
/// left in the list. Where a comment tells of the key, both stay.
pub(super) fn without_key(text: &str, record: &Tree, entries: &Map, entry: &MapEntry) -> Option<Edit> {
    let pair = entry.range();
    let value_end = text.get(..pair.end)?.trim_end().len();
    let line = line_start(text, pair.start)..line_end(text, value_end);
    let is_blank = |range: Range<usize>| text.get(range).is_some_and(|part| part.trim().is_empty());
    let is_flow = text.get(record.span.start..)?.starts_with('{');
    let span = if is_flow {
        let before = entries.iter().take_while(|it| it.key_span.start < pair.start).last()?;
        let span = before.range().end..pair.end;
        // A comment at the end of its line would come to stand behind another pair.
        let begins_line = text.get(span.clone())?.contains('\n');
        (!begins_line || !has_comment(text.get(pair.end..line.end)?)).then_some(span)?
    } else {
        let is_alone = is_blank(line.start..pair.start) && is_blank(value_end..line.end);
        (is_alone && !is_below_comment(text, line.start)).then(|| whole_lines(text, line))?
    };
    let is_whole = !has_comment(text.get(span.clone())?);
    is_whole.then_some(Edit { span, text: String::new() })
}

/// Where the line of a place ends, with its line break.
fn line_end(text: &str, at: usize) -> usize {
    let newline = text.get(at..).and_then(|rest| rest.find('\n'));
    newline.map_or(text.len(), |newline| at + newline + 1)
}

/// The lines with one line break: the last line of a file may have none, and then the one above has none either.
fn whole_lines(text: &str, lines: Range<usize>) -> Range<usize> {
    let above = text.get(..lines.start).unwrap_or_default();
    let is_unended = !text.get(lines.clone()).unwrap_or_default().ends_with('\n');
    let start = if is_unended { above.trim_end_matches(['\r', '\n']).len() } else { lines.start };
    start..lines.end
}

/// Whether there is a comment in a part of YAML that holds no more than addresses.
fn has_comment(part: &str) -> bool {
    part.char_indices().any(|(at, c)| c == '#' && !part[..at].ends_with(|c: char| !c.is_whitespace()))
}

fn is_below_comment(text: &str, line: usize) -> bool {
    let above = text.get(..line).unwrap_or_default().trim_end_matches(['\r', '\n']);
    above.get(line_start(above, above.len())..).is_some_and(|line| line.trim_start().starts_with('#'))
}
