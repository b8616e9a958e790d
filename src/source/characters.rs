//! Characters that a body brings in by their number, as `&#x202e;`: what no file may hold, no reference may either.

use pulldown_cmark::{Event, Tag};
use std::ops::Range;

use super::body_problem::BodyProblem;
use crate::{
    diagnostic::Code,
    lang::{describe_odd, is_escaped, is_odd, say},
};

/// The references to characters that do not belong in a text. In code they are what they look like.
pub(super) fn forbidden(text: &str, events: &[(Event<'_>, Range<usize>)]) -> Vec<BodyProblem> {
    let found = text.match_indices("&#").filter_map(|(at, _)| {
        let (length, character) = reference(text.get(at..)?)?;
        (is_odd(character) && !is_escaped(text, at)).then_some((at..at + length, character))
    });
    let found: Vec<_> = found.collect();
    if found.is_empty() {
        return Vec::new();
    }
    let is_code = |event: &Event<'_>| matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_)));
    // They follow one another in the text.
    let code: Vec<_> = events.iter().filter(|(event, _)| is_code(event)).map(|(_, span)| span).collect();
    let is_in_code =
        |at: usize| code.get(code.partition_point(|it| it.end <= at)).is_some_and(|it| it.contains(&at));
    let reported = found.into_iter().filter(|(span, _)| !is_in_code(span.start));
    reported
        .map(|(span, character)| {
            BodyProblem::new(
                Code::of_character(character),
                span,
                describe_odd(character),
                Some(say!("delete")),
            )
        })
        .collect()
}

/// How long a number may be, with the sign behind it: `CommonMark` 0.31.2, section 2.5.
const LONGEST: usize = "1234567;".len();

/// How long the reference is that a text begins with, and its character.
fn reference(text: &str) -> Option<(usize, char)> {
    let behind = text.strip_prefix("&#")?;
    let end = behind.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let number = behind.get(..end)?;
    let (digits, radix) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    if !digits.chars().all(|c| c.is_digit(radix)) {
        return None;
    }
    let character = char::from_u32(u32::from_str_radix(digits, radix).ok()?)?;
    Some(("&#".len() + number.len() + ";".len(), character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_read_as_markdown_reads_it() {
        assert_eq!(reference("&#65;b"), Some((5, 'A')));
        assert_eq!(reference("&#x202E; b"), Some((8, '\u{202e}')));
        for other in ["&#;", "&#x;", "&#6a;", "&#+6;", "&#xd800;", "&#99999999999;", "&#65"] {
            assert_eq!(reference(other), None, "{other}");
        }
    }
}
