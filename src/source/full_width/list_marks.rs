//! Marks of Japanese lists, `・` and `①` and `（１）`: on lines that follow one another they run together on the page.

use super::{
    super::text_lines::TextBlock,
    Sign,
    numerals::{NumberSeries, digit, number},
};
use crate::lang::{is_east_asian_script, say};

/// Signs before each item of a list.
const BULLETS: &str = "・･•●○■□◆◇▪◦‣＊－＋◎◉※→⇒▶▷►▸★☆✓✔☐☑";

/// What a line begins with that looks like the mark of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ItemMark {
    /// The same sign before each item.
    Bullet(char),
    /// A number, and how it is written.
    Number(NumberForm, u32),
}

/// How the number of an item is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NumberForm {
    Circled,
    Bracketed(NumberSeries),
    Plain(NumberSeries),
}

/// A line that begins with a mark.
struct Marked<'t> {
    mark: ItemMark,
    /// The mark as it is written.
    written: &'t str,
    behind: &'t str,
    /// Where the mark stands.
    start: usize,
    /// Whether it can hardly be anything else: `2．5` may be a number.
    is_clear: bool,
}

impl<'t> Marked<'t> {
    fn new(mark: ItemMark, line: &'t str, length: usize) -> Option<Self> {
        let (written, behind) = line.split_at_checked(length)?;
        Some(Self { mark, written, behind, start: 0, is_clear: true })
    }

    /// Whether another line goes on with the list that this one is of.
    fn is_before(&self, next: &Self) -> bool {
        (self.is_clear || next.is_clear)
            && match (self.mark, next.mark) {
                (ItemMark::Bullet(this), ItemMark::Bullet(next)) => this == next,
                (ItemMark::Number(this, at), ItemMark::Number(other, following)) if this == other => {
                    at + 1 == following || (at < following && self.is_item() && next.is_item())
                }
                _ => false,
            }
    }

    /// Whether it is a circled number alone in its line: words speak of `①` and `②`.
    fn is_item(&self) -> bool {
        matches!(self.mark, ItemMark::Number(NumberForm::Circled, _))
            && !self.behind.contains(|c| circled(c).is_some())
    }

    fn sign(&self) -> Sign {
        let half = match self.mark {
            ItemMark::Bullet(_) => "- ".to_owned(),
            ItemMark::Number(_, number) => format!("{number}. "),
        };
        let message = say!("no-list", mark = self.written);
        let help = say!("write-list", half);
        Sign::new(self.start..self.start + self.written.len(), message, help)
    }
}

/// The first mark of each list of a block whose items run together.
pub(super) fn signs(text: &str, block: &TextBlock) -> Vec<Sign> {
    let mut found = Vec::new();
    let mut above: Option<Marked<'_>> = None;
    let mut is_reported = false;
    for line in &block.lines {
        let marked = line.start.and_then(|start| {
            let rest = text.get(start..)?.lines().next()?;
            let marks = rest.trim_start_matches(['\u{3000}', ' ', '\t']);
            let marked = marked(marks)?;
            Some(Marked { start: start + rest.len() - marks.len(), ..marked })
        });
        let follows = match (&above, &marked) {
            (Some(above), Some(marked)) => !line.is_broken_off && above.is_before(marked),
            _ => false,
        };
        let before = std::mem::replace(&mut above, marked);
        if follows && !is_reported {
            found.extend(before.map(|before| before.sign()));
        }
        is_reported = follows;
    }
    found
}

/// The mark that a line begins with.
fn marked(line: &str) -> Option<Marked<'_>> {
    let first = line.chars().next()?;
    let length = first.len_utf8();
    let next = line.get(length..)?.chars().next()?;
    let is_bullet = match first {
        '–' | '−' => next == ' ',
        '-' | '*' | '+' => next.is_alphabetic() || is_east_asian_script(next),
        _ => BULLETS.contains(first) && next != first,
    };
    if is_bullet {
        return Marked::new(ItemMark::Bullet(first), line, length);
    }
    if let Some(number) = circled(first) {
        return Marked::new(ItemMark::Number(NumberForm::Circled, number), line, length);
    }
    bracketed(line).or_else(|| plain(line))
}

fn circled(c: char) -> Option<u32> {
    let from = |start: char| u32::from(c) - u32::from(start) + 1;
    match c {
        '①'..='⑳' => Some(from('①')),
        '㉑'..='㉟' => Some(from('㉑') + 20),
        '㊱'..='㊿' => Some(from('㊱') + 35),
        '❶'..='❿' => Some(from('❶')),
        '⑴'..='⒇' => Some(from('⑴')),
        '⒈'..='⒛' => Some(from('⒈')),
        'ⓐ'..='ⓩ' => Some(from('ⓐ')),
        '㋐'..='㋾' => Some(from('㋐')),
        _ => None,
    }
}

/// `（１）`, `(１)`, `（一）`, `（ア）`; with half-width signs only before a blank or Japanese.
fn bracketed(line: &str) -> Option<Marked<'_>> {
    let behind = line.strip_prefix(['（', '('])?;
    let (inner, rest) = behind.split_once(['）', ')'])?;
    let (row, number) = number(inner)?;
    let length = line.len() - rest.len();
    let is_half = line.get(..length)?.is_ascii();
    let is_apart = rest.starts_with(|c: char| c == ' ' || is_east_asian_script(c));
    let marked = Marked::new(ItemMark::Number(NumberForm::Bracketed(row), number), line, length);
    marked.filter(|_| !is_half || is_apart)
}

/// `１．`, `1．`, `１）`, `1、`, `一、`, `ア　`, `Ⅰ．`; with half-width signs only right before Japanese.
fn plain(line: &str) -> Option<Marked<'_>> {
    let digits = line.trim_start_matches(|c: char| digit(c).is_some());
    let sign_at = if digits.len() < line.len() {
        line.len() - digits.len()
    } else {
        line.chars().next().map_or(0, char::len_utf8)
    };
    let (inner, behind) = line.split_at_checked(sign_at)?;
    let sign = behind.chars().next().filter(|c| "．.、)）\u{3000}".contains(*c))?;
    let rest = behind.get(sign.len_utf8()..)?;
    let next = rest.chars().next()?;
    let (row, number) = number(inner)?;
    let length = inner.len() + sign.len_utf8();
    let is_number = row == NumberSeries::Digits && digit(next).is_some();
    if line.get(..length)?.is_ascii() && !is_east_asian_script(next) && !is_number {
        return None;
    }
    // `一、二の例` and `Ａ、Ｂ及び` say two things.
    if row != NumberSeries::Digits && sign == '、' && row.begins_with_one(rest) {
        return None;
    }
    let is_decimal = is_number && next.is_ascii() == inner.is_ascii();
    let marked = Marked::new(ItemMark::Number(NumberForm::Plain(row), number), line, length)?;
    Some(Marked { is_clear: !is_decimal, ..marked })
}
