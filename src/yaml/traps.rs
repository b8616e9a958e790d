//! What YAML takes in silence, or blames on another place: full-width syntax, lost text, empty values.

use super::{
    Problem, Spot, Tree,
    tree::{Entry, Kind},
};
use crate::diagnostic::{Code, SourceId};

/// Tells what was read otherwise than it was written: text lost in a comment, and values with nothing in them.
pub(super) fn tell(tree: &Tree, text: &str, offset: usize, source: SourceId, problems: &mut Vec<Problem>) {
    tell_in("", tree, text, offset, source, problems);
}

/// The same for the value of a key.
fn tell_in(key: &str, tree: &Tree, text: &str, offset: usize, source: SourceId, problems: &mut Vec<Problem>) {
    match &tree.kind {
        Kind::Map(entries) => {
            for entry in entries {
                if is_nothing(&entry.value) {
                    problems.push(empty(key, entry, text, offset, source));
                } else {
                    tell_in(&entry.key, &entry.value, text, offset, source, problems);
                }
            }
        }
        Kind::List(items) => {
            for item in items {
                if is_nothing(item) {
                    let spot = Spot::Bytes(source, item.span.clone());
                    problems.push(Problem::new(Code::MissingField, spot, "this item of the list is empty"));
                } else {
                    tell_in("", item, text, offset, source, problems);
                }
            }
        }
        Kind::Scalar(_, true) => problems.extend(lost(tree, text, offset, source)),
        Kind::Scalar(..) | Kind::Alias => {}
    }
}

/// Whether YAML reads the value as nothing.
pub(super) fn is_nothing(value: &Tree) -> bool {
    matches!(&value.kind, Kind::Scalar(text, true) if matches!(text.as_str(), "" | "~" | "null"))
}

fn empty(outer: &str, entry: &Entry, text: &str, offset: usize, source: SourceId) -> Problem {
    let spot = Spot::Bytes(source, entry.key_span.clone());
    let problem = Problem::new(Code::MissingField, spot, format!("`{}` has no value", entry.key));
    let rest = text.get(entry.key_span.end - offset..).unwrap_or_default().lines().next().unwrap_or_default();
    match rest.split_once('#') {
        Some((before, comment)) if before.trim() == ":" && !comment.starts_with([' ', '\t']) => {
            problem.help(format!("YAML takes `#{comment}` for a comment; put the text into quotes"))
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
    let rest = text.get(end..)?.lines().next()?;
    let hash = rest.find('#')?;
    let comment = &rest[hash + 1..];
    let is_behind_blank = hash > 0 && rest[..hash].trim().is_empty();
    if !is_behind_blank || comment.is_empty() || comment.starts_with([' ', '\t', '#', '!']) {
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

/// The full-width character that made a text no YAML, looked for at the place where reading stopped and just before.
pub(super) fn full_width(text: &str, offset: usize, at: usize, source: SourceId) -> Option<Problem> {
    let stopped = at.saturating_sub(offset).min(text.len());
    let stopped = (0..=stopped).rev().find(|at| text.is_char_boundary(*at))?;
    let end = text[stopped..].find('\n').map_or(text.len(), |newline| stopped + newline);
    // Reading stops on the line of the mistake or on one of the next.
    let start = text[..stopped].rmatch_indices('\n').nth(2).map_or(0, |(newline, _)| newline + 1);
    let mut signs = text[start..end].char_indices().rev().map(|(at, c)| (start + at, c));
    let (found, sign) = signs.find(|(at, c)| half_width(*c).is_some() && is_syntax(text, *at, *c))?;
    let place = offset + found..offset + found + sign.len_utf8();
    Some(problem(source, place, sign))
}

fn problem(source: SourceId, place: std::ops::Range<usize>, sign: char) -> Problem {
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
    let before = line.trim_start().trim_start_matches("- ").trim_start();
    let key = before.rsplit(['{', '[', ',']).next().unwrap_or_default().trim_start();
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    match c {
        '：' => is_key,
        '\u{3000}' => before.is_empty() || before.ends_with(':') || line.trim_start() == "-",
        '－' => line.trim().is_empty(),
        // Brackets and commas count where a list or map of this line is open.
        _ => before.contains(['[', '{', '［', '｛']) || before.ends_with(": "),
    }
}

/// The half-width form of a value that holds full-width letters, digits or signs, if it differs.
pub(super) fn narrowed(text: &str) -> Option<String> {
    let narrow = text.chars().map(|c| match c {
        '\u{3000}' => ' ',
        '、' => ',',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    });
    let narrow: String = narrow.collect();
    // What stays Japanese is a text, and no mistyped sign.
    (narrow != text && narrow.is_ascii()).then_some(narrow)
}
