//! Rows of tables as they are written: cells for which there is no column, and bars that divide what they should not.

use pulldown_cmark::{Event, Tag};
use std::ops::Range;

use super::nouns::noun;
use super::{
    body_problem::BodyProblem,
    text_lines::{Around, TextBlock},
};
use crate::diagnostic::Code;
use crate::lang::say;

const FULL_BAR: char = '｜';

const LONGEST_ADDRESS: usize = 2000;

/// What of the tables of a text is not shown as it was meant.
pub(super) fn lost(
    text: &str,
    blocks: &[TextBlock],
    events: &[(Event<'_>, Range<usize>)],
) -> Vec<BodyProblem> {
    let mut found = Vec::new();
    let mut columns = 0;
    for (event, span) in events {
        match event {
            Event::Start(Tag::Table(alignments)) => columns = alignments.len(),
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                found.extend(TableRow::at(text, span).and_then(|row| row.problem(columns)));
            }
            _ => {}
        }
    }
    if text.contains('|') {
        let prose = blocks.iter().filter(|block| block.around == Around::Prose);
        found.extend(prose.filter_map(|block| no_table(text, block)));
    }
    found
}

/// A row between its outer bars.
struct TableRow<'t> {
    text: &'t str,
    start: usize,
    /// The bars between its cells.
    bars: Vec<usize>,
}

/// What a bar cuts in two.
enum Divided {
    Part(usize, &'static str),
    /// The writer of references tells it.
    Reference,
}

impl<'t> TableRow<'t> {
    fn at(text: &'t str, span: &Range<usize>) -> Option<Self> {
        let line = text.get(span.clone())?.lines().next()?;
        let inner = line.trim_start();
        let inner = inner.strip_prefix('|').unwrap_or(inner);
        let start = span.start + line.len() - inner.len();
        let inner = inner.trim_end();
        let inner = inner.strip_suffix('|').filter(|before| !before.ends_with('\\')).unwrap_or(inner);
        let bars = inner.match_indices('|').map(|(at, _)| at);
        let bars = bars.filter(|at| !inner.get(..*at).is_some_and(|before| before.ends_with('\\')));
        Some(Self { text: inner, start, bars: bars.collect() })
    }

    fn problem(&self, columns: usize) -> Option<BodyProblem> {
        let (at, what) = match self.divided() {
            Some(Divided::Reference) => return None,
            Some(Divided::Part(at, what)) => (at, what),
            None => return self.full_width(columns).or_else(|| self.beyond(columns)),
        };
        let message = say!("bar-in-cell", what = noun(what));
        let place = self.start + at..self.start + at + 1;
        Some(BodyProblem::new(Code::LostText, place, message, Some(say!("write-bar-escaped"))))
    }

    /// The full-width bar in the place of one that is missing.
    fn full_width(&self, columns: usize) -> Option<BodyProblem> {
        let is_short = self.bars.len() + 1 < columns;
        let begins = self.text.starts_with(FULL_BAR) && self.text.matches(FULL_BAR).count() > 1;
        if !is_short && !begins {
            return None;
        }
        let code: Vec<_> = self.code().collect();
        let is_bar = |at: &usize| {
            let (before, after) = (self.text.get(..*at), self.text.get(at + FULL_BAR.len_utf8()..));
            // Of ruby it is reported as such.
            let is_ruby = before.zip(after).is_some_and(|(before, after)| is_open(before, after, "{", "}"));
            let next = code.get(code.partition_point(|it| it.end <= *at));
            !is_ruby && !next.is_some_and(|it| it.contains(at))
        };
        let at = self.text.match_indices(FULL_BAR).map(|(at, _)| at).find(is_bar)?;
        let message = say!("full-width-bar");
        let place = self.start + at..self.start + at + FULL_BAR.len_utf8();
        Some(BodyProblem::new(Code::FullWidthSyntax, place, message, Some(say!("write-bar"))))
    }

    /// The first text for which there is no column.
    fn beyond(&self, columns: usize) -> Option<BodyProblem> {
        let last = self.bars.get(columns.checked_sub(1)?)?;
        let mut ends = self.bars.iter().skip(columns).copied().chain([self.text.len()]);
        let mut start = last + 1;
        let (start, cell) = loop {
            let end = ends.next()?;
            let cell = self.text.get(start..end)?;
            if !cell.trim().is_empty() {
                break (start + cell.len() - cell.trim_start().len(), cell.trim());
            }
            start = end + 1;
        };
        let message = say!("lost-cell");
        let help = say!("add-column");
        let place = self.start + start..self.start + start + cell.len();
        Some(BodyProblem::new(Code::LostText, place, message, Some(help)))
    }

    /// The first bar that stands inside something.
    fn divided(&self) -> Option<Divided> {
        let code: Vec<_> = self.code().collect();
        let starts = [0].into_iter().chain(self.bars.iter().map(|bar| bar + 1));
        let ends = self.bars.iter().skip(1).copied().chain([self.text.len()]);
        starts.zip(&self.bars).zip(ends).find_map(|((start, &bar), end)| {
            let (before, after) = (self.text.get(start..bar)?, self.text.get(bar + 1..end)?);
            if is_open(before, after, "[[", "]]") {
                return Some(Divided::Reference);
            }
            if code.get(code.partition_point(|it| it.end <= bar)).is_some_and(|it| it.contains(&bar)) {
                return Some(Divided::Part(bar, "code"));
            }
            if is_open(before, after, "{", "}") {
                return Some(Divided::Part(bar, "ruby"));
            }
            if before.contains('`') || after.contains('`') {
                return None;
            }
            link(before, self.text.get(bar + 1..)?)
                .or_else(|| emphasis(before, after))
                .map(|what| Divided::Part(bar, what))
        })
    }

    /// Code as it would be without bars.
    fn code(&self) -> impl Iterator<Item = Range<usize>> {
        let mut at = 0;
        std::iter::from_fn(move || {
            loop {
                let rest = self.text.get(at..)?;
                let start = at + rest.find('`')?;
                let length = run(self.text, start);
                at = start + length;
                if let Some(end) = self.close(at, length) {
                    let code = start..end;
                    at = end;
                    return Some(code);
                }
            }
        })
    }

    /// Where code ends that runs of so many signs close.
    fn close(&self, from: usize, length: usize) -> Option<usize> {
        let mut at = from;
        loop {
            let start = at + self.text.get(at..)?.find('`')?;
            let run = run(self.text, start);
            at = start + run;
            if run == length {
                return Some(at);
            }
        }
    }
}

fn run(text: &str, start: usize) -> usize {
    text.bytes().skip(start).take_while(|byte| *byte == b'`').count()
}

/// Whether a sign opens before a bar that another closes behind it, with words in between.
fn is_open(before: &str, after: &str, open: &str, close: &str) -> bool {
    let Some((outer, base)) = before.rsplit_once(open) else { return false };
    let Some((reading, _)) = after.split_once(close) else { return false };
    let is_whole = |part: &str| !part.trim().is_empty() && !part.contains([open, close].map(first));
    !outer.ends_with('\\') && is_whole(base) && is_whole(reading)
}

/// The link or picture that a bar cuts in two.
fn link(before: &str, after: &str) -> Option<&'static str> {
    let (outer, words) = before.rsplit_once('[').filter(|(outer, _)| !outer.ends_with('\\'))?;
    let what = if outer.ends_with('!') { "picture" } else { "link" };
    let is_in_address = words.split_once("](").is_some_and(|(_, address)| !address.contains(')'));
    let is_whole = if is_in_address {
        ends_address(after)
    } else {
        let rest = after.find(['[', ']']).and_then(|end| after.get(end..)?.strip_prefix("]("));
        !words.contains(']') && rest.is_some_and(ends_address)
    };
    is_whole.then_some(what)
}

/// Whether a bracket ends an address that a text begins with. What is longer is none, and would be looked through again
/// and again.
fn ends_address(text: &str) -> bool {
    text.chars().take(LONGEST_ADDRESS).any(|c| c == ')')
}

/// The emphasis that a bar cuts in two.
fn emphasis(before: &str, after: &str) -> Option<&'static str> {
    let is_cut = |sign: char| {
        let (opening, closing) = (runs(before, sign), runs(after, sign));
        let (Some(open), Some(close)) = (opening.last(), closing.first()) else { return false };
        let is_odd = opening.len() % 2 == 1 && closing.len() % 2 == 1;
        let is_letter = |c: char| c.is_alphanumeric() || c == '\\';
        let begins = before.get(open.end..).is_some_and(|it| it.starts_with(char::is_alphabetic))
            && !before
                .get(..open.start)
                .is_some_and(|it| it.ends_with(|c: char| c.is_ascii() && is_letter(c)));
        let ends = after.get(..close.start).is_some_and(|it| it.ends_with(char::is_alphabetic))
            && !after
                .get(close.end..)
                .is_some_and(|it| it.starts_with(|c: char| c.is_ascii() && is_letter(c)));
        is_odd && begins && ends && open.len() == close.len()
    };
    ['*', '_'].into_iter().any(is_cut).then_some("emphasis")
}

/// Where runs of a sign stand.
fn runs(text: &str, sign: char) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, found) in text.match_indices(sign) {
        match runs.last_mut() {
            Some(last) if last.end == at => last.end += found.len(),
            _ => runs.push(at..at + found.len()),
        }
    }
    runs
}

fn first(sign: &str) -> char {
    sign.chars().next().unwrap_or_default()
}

/// Lines of a paragraph that look like the head of a table and the line below it, but do not match.
fn no_table(text: &str, block: &TextBlock) -> Option<BodyProblem> {
    let lines = block.lines.iter().map(|line| {
        let start = line.start?;
        Some((start, text.get(start..)?.lines().next()?.trim_end()))
    });
    let lines: Vec<_> = lines.collect();
    let rule = |line: &str| {
        line.contains("--") && line.contains('|') && line.bytes().all(|it| b"|:- \t".contains(&it))
    };
    let two = lines.windows(2).find(|two| two[1].is_some_and(|(_, line)| rule(line)))?;
    let (start, line) = two[1]?;
    let cells = |start: usize, line: &str| {
        TableRow::at(text, &(start..start + line.len())).map(|row| row.bars.len() + 1)
    };
    let (head, below) = (two[0].and_then(|(start, line)| cells(start, line)), cells(start, line)?);
    let message = match head {
        Some(head) if head != below => {
            say!("cells-differ", head, below)
        }
        _ => say!("no-table"),
    };
    let help = say!("write-table-head");
    Some(BodyProblem::new(Code::InvalidValue, start..start + line.len(), message, Some(help)))
}
