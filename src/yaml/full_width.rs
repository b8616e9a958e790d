//! Full-width signs in the place of those of YAML.

use super::{Problem, Spot, forms::is_key, line::Line};
use crate::diagnostic::{Code, SourceId};
use crate::lang::{Message, say};

/// How many characters are looked through for a full-width sign.
pub(super) const MAX_DISTANCE: usize = 1000;

/// The full-width character that made a text no YAML, looked for at the place where reading stopped and just before.
pub(super) fn report(text: &str, offset: usize, at: usize, source: SourceId) -> Option<Problem> {
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

/// The problem of such a sign.
pub(super) fn problem(source: SourceId, place: std::ops::Range<usize>, sign: char) -> Problem {
    if closing_quote(sign).is_some() {
        let message = say!("no-yaml-quote", sign);
        let help = say!("write-quotes");
        return Problem::new(Code::FullWidthSyntax, Spot::Bytes(source, place), message).help(help);
    }
    let (what, help) = match sign {
        '\u{3000}' => (say!("full-width-blank"), say!("write-blanks")),
        sign => {
            let half = half_width(sign).unwrap_or(sign);
            let blank = if sign == '：' { say!("and-blank-after") } else { Message::verbatim("") };
            (say!("the-full-width", sign), say!("write-half", half, blank))
        }
    };
    let message = say!("full-width-for-yaml", what);
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
