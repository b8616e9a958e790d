//! What stands in braces without a colon and a value: the rest of a text that its comma ended, or a key with a full-width
//! colon.

use std::{collections::HashSet, ops::Range};

use super::{
    Problem, Spot,
    forms::is_key,
    full_width,
    problem::MAX_REPORTED,
    syntax,
    tree::{MapEntry, ValueKind},
};
use crate::diagnostic::{Code, SourceId};
use crate::lang::say;

/// What was found in one map.
#[derive(Default)]
pub(super) struct Braces {
    pub(super) problems: Vec<Problem>,
    /// Where the keys begin that they are about.
    pub(super) keys: HashSet<usize>,
}

/// Looks through a map that may stand in braces.
pub(super) fn report(entries: &[MapEntry], text: &str, offset: usize, source: SourceId) -> Braces {
    let mut braces = Braces::default();
    let mut at = 0;
    while let Some(entry) = entries.get(at).filter(|_| braces.problems.len() <= MAX_REPORTED) {
        let run = loose(&entries[at..], text, offset);
        if run == 0 {
            at += 1;
            continue;
        }
        let full_width = entry.key.split_once('：').filter(|(key, _)| is_key(key.trim_end()));
        if let Some((key, _)) = full_width {
            let sign = entry.key_span.start + key.len();
            braces.problems.push(full_width::problem(source, sign..sign + '：'.len_utf8(), '：'));
            braces.keys.insert(entry.key_span.start);
            at += 1;
            continue;
        }
        let before = at.checked_sub(1).and_then(|before| entries.get(before));
        let last = &entries[at + run - 1];
        if let Some(problem) = before.and_then(|it| cut(it, entry, last, text, offset, source)) {
            braces.problems.push(problem);
            braces.keys.extend(entries[at..at + run].iter().map(|entry| entry.key_span.start));
        }
        at += run;
    }
    braces
}

/// How many entries in a row have neither a colon nor a value.
fn loose(entries: &[MapEntry], text: &str, offset: usize) -> usize {
    let is_loose = |entry: &&MapEntry| {
        let behind = text.get(entry.key_span.end.saturating_sub(offset)..).unwrap_or_default();
        entry.value.is_nothing() && behind.trim_start_matches(' ').starts_with([',', '}', '\n', '\r'])
    };
    let has_colon = |entry: &MapEntry| entry.key.contains('：');
    let run = entries.iter().take_while(is_loose);
    // A key with a full-width colon is reported by itself.
    let parted = run.enumerate().take_while(|(at, entry)| *at == 0 || !has_colon(entry));
    if entries.first().is_some_and(has_colon) { parted.take(1).count() } else { parted.count() }
}

/// A text that ends at a comma, of which the entries from one to another are the rest.
fn cut(
    before: &MapEntry,
    first: &MapEntry,
    last: &MapEntry,
    text: &str,
    offset: usize,
    source: SourceId,
) -> Option<Problem> {
    let is_text = matches!(before.value.kind, ValueKind::Scalar(_, true)) && !before.value.is_nothing();
    let comma = text.get(..first.key_span.start.checked_sub(offset)?)?.trim_end().strip_suffix(',')?.len();
    let whole = Range { start: before.value.span.start, end: last.key_span.end };
    let whole = text.get(whole.start.checked_sub(offset)?..whole.end.checked_sub(offset)?)?;
    let help = match syntax::in_quotes(whole) {
        Some(quoted) => say!("quote-comma-as", quoted),
        None => say!("quote-comma"),
    };
    let spot = Spot::Bytes(source, offset + comma..offset + comma + 1);
    let problem = Problem::new(Code::YamlSyntax, spot, say!("comma-in-braces"));
    is_text.then(|| problem.help(help))
}
