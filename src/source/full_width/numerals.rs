//! Numbers of items, and the signs that stand for them: `１`, `一`, `ア`, `ａ`, `Ⅰ`.

/// What a number is written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberSeries {
    Digits,
    Kanji,
    Katakana,
    Small,
    Capital,
    Roman,
    SmallRoman,
}

/// The signs that stand for numbers, in order.
const ROWS: [(NumberSeries, &str); 8] = [
    (NumberSeries::Kanji, "一二三四五六七八九十"),
    (NumberSeries::Katakana, "アイウエオカキクケコサシスセソタチツテト"),
    (NumberSeries::Small, "abcdefghijklmnopqrstuvwxyz"),
    (NumberSeries::Small, "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"),
    (NumberSeries::Capital, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    (NumberSeries::Capital, "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"),
    (NumberSeries::Roman, "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"),
    (NumberSeries::SmallRoman, "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ"),
];

impl NumberSeries {
    /// Whether a text begins with a single sign of the row, and no word that goes on with letters like it.
    pub(super) fn begins_with_one(self, text: &str) -> bool {
        let mut chars = text.chars();
        let is_one = chars.next().is_some_and(|c| place(c).is_some_and(|(row, _)| row == self));
        let goes_on = chars.next().is_some_and(|c| match self {
            Self::Katakana => matches!(c, 'ァ'..='ヺ' | 'ー'),
            Self::Small | Self::Capital => {
                c.is_ascii_alphanumeric() || matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
            }
            _ => false,
        });
        is_one && !goes_on
    }
}

fn place(c: char) -> Option<(NumberSeries, u32)> {
    ROWS.iter().find_map(|(row, signs)| {
        let at = signs.chars().position(|sign| sign == c)?;
        Some((*row, u32::try_from(at + 1).ok()?))
    })
}

pub(super) fn digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => c.to_digit(10),
    }
}

/// A number of at most three digits, or the place of a sign among those that stand for numbers.
pub(super) fn number(written: &str) -> Option<(NumberSeries, u32)> {
    let mut chars = written.chars();
    let first = chars.next()?;
    if chars.next().is_none()
        && let Some(known) = place(first)
    {
        return Some(known);
    }
    if written.chars().count() > 3 {
        return None;
    }
    let number = written.chars().try_fold(0, |number, c| Some(number * 10 + digit(c)?))?;
    Some((NumberSeries::Digits, number))
}
