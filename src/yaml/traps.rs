//! What YAML takes in silence, or blames on another place: full-width syntax, lost text, empty values, escapes.

use std::collections::{BTreeSet, HashSet};

use super::{
    Problem, Spot, Tree, braces,
    escapes::odd_escapes,
    full_width::{self, MAX_DISTANCE},
    meant,
    narrowed::is_between,
    tree::{MapEntry, ValueKind},
};
use crate::{
    diagnostic::{Code, SourceId},
    lang::{describe_odd, say},
};

/// Reports what was read otherwise than it was written: text lost in a comment, and values with nothing in them. Returns
/// where the keys begin that were reported for what they are: they only look like keys.
pub(super) fn report(
    tree: &Tree,
    text: &str,
    offset: usize,
    source: SourceId,
    limit: usize,
    problems: &mut Vec<Problem>,
) -> HashSet<usize> {
    let limit = problems.len() + limit;
    let mut traps = Traps { text, offset, source, limit, problems, no_keys: HashSet::new() };
    traps.report("", tree);
    traps.no_keys
}

struct Traps<'t, 'p> {
    text: &'t str,
    offset: usize,
    source: SourceId,
    /// How many problems there are when no more are looked for.
    limit: usize,
    problems: &'p mut Vec<Problem>,
    no_keys: HashSet<usize>,
}

impl Traps<'_, '_> {
    fn is_full(&self) -> bool {
        self.problems.len() >= self.limit
    }

    /// Looks through the value of a key.
    fn report(&mut self, key: &str, tree: &Tree) {
        let Self { text, offset, source, .. } = *self;
        match &tree.kind {
            ValueKind::Map(entries) => {
                let braces = braces::report(entries, text, offset, source);
                self.problems.extend(braces.problems);
                self.no_keys.extend(braces.keys);
                for entry in entries.iter() {
                    if self.is_full() {
                        return;
                    }
                    if !entry.value.is_nothing() {
                        self.report(&entry.key, &entry.value);
                    } else if !entry.key.contains(':') && !self.no_keys.contains(&entry.key_span.start) {
                        self.problems.push(empty(key, entry, text, offset, source));
                    }
                }
            }
            ValueKind::List(items) => {
                for item in items {
                    if self.is_full() {
                        return;
                    }
                    if item.is_nothing() {
                        let spot = Spot::Bytes(source, item.span.clone());
                        let problem = Problem::new(Code::MissingField, spot, say!("empty-item"));
                        self.problems.push(problem);
                    } else {
                        self.report("", item);
                    }
                }
            }
            ValueKind::Scalar(value, true) => {
                self.problems.extend(meant::report(value, tree, text, offset, source));
                self.problems.extend(lost(tree, text, offset, source));
                self.problems.extend(lost_mark(tree, text, offset, source));
                // Curly quotes and brackets around a whole text may belong to it; these two are mistyped ASCII quotes.
                if let Some(quote) = ['＂', '＇'].into_iter().find(|quote| is_between(value, *quote, *quote))
                {
                    let start = tree.span.start;
                    self.problems.push(full_width::problem(source, start..start + quote.len_utf8(), quote));
                }
            }
            ValueKind::Scalar(value, false) => {
                self.problems.extend(meant::report(value, tree, text, offset, source));
                self.problems.extend(escaped(tree, text, offset, source));
            }
            ValueKind::Alias(_) => {}
        }
    }
}

/// Characters that do not belong in a text, or cannot be seen, and stand in quotes as an escape, such as `\0`: each once at
/// its value. Those that stand there as they are were reported when the file was read.
fn escaped(tree: &Tree, text: &str, offset: usize, source: SourceId) -> Vec<Problem> {
    let range = tree.span.start.saturating_sub(offset)..tree.span.end.saturating_sub(offset);
    let odd: BTreeSet<char> = odd_escapes(text.get(range).unwrap_or_default()).collect();
    let reported = odd.into_iter().map(|odd| {
        let spot = Spot::Bytes(source, tree.span.clone());
        Problem::new(Code::of_character(odd), spot, describe_odd(odd)).help(say!("delete"))
    });
    reported.collect()
}

fn empty(outer: &str, entry: &MapEntry, text: &str, offset: usize, source: SourceId) -> Problem {
    let spot = Spot::Bytes(source, entry.key_span.clone());
    let problem = Problem::new(Code::MissingField, spot, say!("key-without-value", key = entry.key));
    // Of a line that may hold a hundred thousand keys, what shows how this one was meant.
    let rest = text.get(entry.key_span.end - offset..).unwrap_or_default();
    let rest = rest.get(..rest.floor_char_boundary(MAX_DISTANCE.min(rest.len()))).unwrap_or_default();
    let rest = rest.lines().next().unwrap_or_default();
    let value = rest.trim_start_matches(':').trim();
    match rest.split_once('#') {
        Some((before, comment)) if before.trim() == ":" && !comment.starts_with([' ', '\t']) => {
            problem.help(say!("quote-comment", comment))
        }
        _ if value.starts_with(['&', '!']) => problem.help(say!("quote-mark", value)),
        _ if outer == "delegations" => problem.help(say!("empty-delegation", key = entry.key)),
        _ => problem.help(say!("write-value")),
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
    let message = say!("yaml-comment", comment = comment.trim_end());
    let help = say!("quote-or-comment");
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
    let message = say!("yaml-mark", mark);
    let spot = Spot::Bytes(source, end - mark.len()..end);
    Some(Problem::new(Code::LostText, spot, message).help(say!("quote-whole")))
}
