//! Marks of Japanese lists, `・` and `①` and `（１）`: on lines that follow one another they run together on the page.

use super::{super::text_lines::TextBlock, Sign};
use crate::lang::is_east_asian_script;

/// What a line begins with that looks like the mark of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// The same sign before each item.
    Bullet(char),
    /// A number, and how it is written.
    Number(Written, u32),
}

/// How the number of an item is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Circled,
    Bracketed,
    Plain,
}

impl Mark {
    fn is_before(self, next: Self) -> bool {
        match (self, next) {
            (Self::Bullet(this), Self::Bullet(next)) => this == next,
            (Self::Number(this, at), Self::Number(next, following)) => this == next && at + 1 == following,
            _ => false,
        }
    }
}

/// The first mark of each list of a block whose items run together.
pub(super) fn signs(text: &str, block: &TextBlock) -> Vec<Sign> {
    let mut found = Vec::new();
    let mut above: Option<(Mark, Sign)> = None;
    let mut is_told = false;
    for line in &block.lines {
        let mark = line.start.and_then(|start| {
            let rest = text.get(start..).unwrap_or_default().lines().next().unwrap_or_default();
            let (mark, length) = mark_of(rest)?;
            Some((mark, sign(rest.get(..length).unwrap_or_default(), mark).moved(start)))
        });
        let follows = match (&above, &mark) {
            (Some((above, _)), Some((mark, _))) => !line.is_broken_off && above.is_before(*mark),
            _ => false,
        };
        let before = std::mem::replace(&mut above, mark);
        if follows && !is_told {
            found.extend(before.map(|(_, sign)| sign));
        }
        is_told = follows;
    }
    found
}

fn sign(written: &str, mark: Mark) -> Sign {
    let half = match mark {
        Mark::Bullet(_) => "- ".to_owned(),
        Mark::Number(_, number) => format!("{number}. "),
    };
    let message = format!("`{written}` makes no list: these lines run together on the page");
    let help = format!("write `{half}`, or leave an empty line between the lines");
    Sign::new(0..written.len(), message, help)
}

/// The mark that a line begins with, and its length in bytes.
fn mark_of(line: &str) -> Option<(Mark, usize)> {
    let first = line.chars().next()?;
    let rest = line.get(first.len_utf8()..)?;
    let next = rest.chars().next()?;
    let is_bullet = match first {
        '・' | '･' | '•' | '●' | '○' | '■' | '□' | '◆' | '◇' | '▪' | '◦' | '‣' | '＊' | '－' | '＋' => {
            next != first
        }
        '–' | '−' => next == ' ',
        '-' | '*' | '+' => is_east_asian_script(next),
        _ => false,
    };
    if is_bullet {
        return Some((Mark::Bullet(first), first.len_utf8()));
    }
    if let Some(number) = circled(first) {
        return Some((Mark::Number(Written::Circled, number), first.len_utf8()));
    }
    bracketed(line).or_else(|| plain(line))
}

fn circled(c: char) -> Option<u32> {
    let from = |start: char| u32::from(c) - u32::from(start) + 1;
    match c {
        '①'..='⑳' => Some(from('①')),
        '㉑'..='㉟' => Some(from('㉑') + 20),
        '❶'..='❿' => Some(from('❶')),
        '⑴'..='⒇' => Some(from('⑴')),
        '⒈'..='⒛' => Some(from('⒈')),
        _ => None,
    }
}

/// `（１）`, `(１)`, `（一）`, `（ア）`.
fn bracketed(line: &str) -> Option<(Mark, usize)> {
    let behind = line.strip_prefix(['（', '('])?;
    let (inner, _) = behind.split_once(['）', ')'])?;
    let number = number(inner)?;
    let before = line.len() - behind.len();
    let close = behind.get(inner.len()..)?.chars().next()?.len_utf8();
    let length = before + inner.len() + close;
    let is_half = line.get(..length)?.is_ascii();
    (!is_half).then_some((Mark::Number(Written::Bracketed, number), length))
}

/// `１．`, `1．`, `１）`, `1、`; with half-width signs only right before Japanese.
fn plain(line: &str) -> Option<(Mark, usize)> {
    let behind = line.trim_start_matches(|c: char| digit(c).is_some());
    let inner = line.get(..line.len() - behind.len())?;
    let sign = behind.chars().next().filter(|c| "．.、)）".contains(*c))?;
    let next = behind.get(sign.len_utf8()..)?.chars().next()?;
    let length = inner.len() + sign.len_utf8();
    let is_half = line.get(..length)?.is_ascii();
    let is_decimal = digit(next).is_some() && next.is_ascii() == inner.is_ascii();
    if is_decimal || (is_half && !is_east_asian_script(next)) {
        return None;
    }
    Some((Mark::Number(Written::Plain, number(inner)?), length))
}

fn digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => c.to_digit(10),
    }
}

/// A number of at most three digits, or the place of a sign among those that stand for numbers.
fn number(written: &str) -> Option<u32> {
    const ROWS: [&str; 2] = ["一二三四五六七八九十", "アイウエオカキクケコサシスセソタチツテト"];
    let mut chars = written.chars();
    let first = chars.next()?;
    if chars.next().is_none()
        && let Some(place) = ROWS.iter().find_map(|row| row.chars().position(|c| c == first))
    {
        return u32::try_from(place + 1).ok();
    }
    if written.chars().count() > 3 {
        return None;
    }
    written.chars().try_fold(0, |number, c| Some(number * 10 + digit(c)?))
}
