//! The signs that lists and headings begin with: `(1)`, `（１）`, `①`, `1.`, `１　`, `・`, `•`.

/// A sign at the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// What it looks like.
    pub(super) kind: MarkerKind,
    /// Its number; 0 where it has none.
    pub(super) number: u32,
    /// How many bytes it takes, with the blanks behind it.
    pub(super) length: usize,
}

/// What a sign looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkerKind {
    /// `・`, `•`, `- `.
    Bullet,
    /// `(1)`, `（１）`, `1)`, `(a)`, `（ア）`.
    Parenthesized,
    /// `1.`, `１．`, `１　`.
    Dotted,
    /// `①`.
    Circled,
}

const BULLETS: &str = "・•‣◦●○■□◆◇▪➢✓※";

/// The sign that a text begins with.
pub(super) fn marker(text: &str) -> Option<Marker> {
    let first = text.chars().next()?;
    let (kind, number, length) = bullet(text, first)
        .or_else(|| circled(first))
        .or_else(|| parenthesized(text))
        .or_else(|| dotted(text))?;
    let rest = text.get(length..)?;
    let blanks = rest.len() - rest.trim_start().len();
    (blanks < rest.len()).then_some(Marker { kind, number, length: length + blanks })
}

fn bullet(text: &str, first: char) -> Option<(MarkerKind, u32, usize)> {
    let is_dash = "-*+–—".contains(first) && text.chars().nth(1).is_some_and(char::is_whitespace);
    (is_dash || BULLETS.contains(first)).then_some((MarkerKind::Bullet, 0, first.len_utf8()))
}

fn circled(first: char) -> Option<(MarkerKind, u32, usize)> {
    let number = u32::from(first).checked_sub(0x2460).filter(|number| *number < 20)? + 1;
    Some((MarkerKind::Circled, number, first.len_utf8()))
}

fn parenthesized(text: &str) -> Option<(MarkerKind, u32, usize)> {
    let inner = text.strip_prefix(['(', '（']).unwrap_or(text);
    let is_open = inner.len() < text.len();
    let (label, _) = inner.split_once([')', '）'])?;
    let number = number(label)?;
    // A letter without the first bracket, such as `a)`, may be a word.
    let is_digit = label.chars().all(|c| digit(c).is_some());
    let close = inner.get(label.len()..)?.chars().next()?.len_utf8();
    (is_open || is_digit).then_some((
        MarkerKind::Parenthesized,
        number,
        text.len() - inner.len() + label.len() + close,
    ))
}

fn dotted(text: &str) -> Option<(MarkerKind, u32, usize)> {
    let label: String = text.chars().take_while(|c| digit(*c).is_some()).collect();
    let number = number(&label).filter(|_| label.chars().count() <= 2)?;
    let mut rest = text.get(label.len()..)?.chars();
    let sign = rest.next()?;
    let next = rest.next()?;
    let is_end = match sign {
        '.' => next.is_whitespace(),
        '．' | '、' => digit(next).is_none(),
        '\u{3000}' => true,
        _ => false,
    };
    is_end.then_some((MarkerKind::Dotted, number, label.len() + sign.len_utf8()))
}

const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
const KANA: &str = "アイウエオカキクケコ";

/// The number that a label has: digits of either width, a letter, a kana, a small Roman number.
fn number(label: &str) -> Option<u32> {
    let chars: Vec<char> = label.chars().collect();
    if chars.is_empty() || chars.len() > 4 {
        return None;
    }
    if let Some(digits) = chars.iter().map(|c| digit(*c)).collect::<Option<Vec<_>>>() {
        return Some(digits.iter().fold(0, |sum, digit| sum * 10 + digit));
    }
    let place = |at: usize| u32::try_from(at + 1).ok();
    let lower = label.to_lowercase();
    if let Some(at) = ROMAN.iter().position(|roman| *roman == lower) {
        return place(at);
    }
    match chars.as_slice() {
        [c] if c.is_ascii_alphabetic() => place((c.to_ascii_lowercase() as usize) - ('a' as usize)),
        [c] => KANA.chars().position(|kana| kana == *c).and_then(place),
        _ => None,
    }
}

/// The value of a digit of either width.
pub(super) fn digit(c: char) -> Option<u32> {
    let full = u32::from(c).checked_sub(0xFF10).filter(|digit| *digit < 10);
    c.to_digit(10).or(full)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::{MarkerKind::*, *};

    #[test]
    fn signs_are_read_in_every_form() {
        for (text, kind, number) in [
            ("(1) Cloud", Parenthesized, 1),
            ("（１）クラウド", Parenthesized, 1),
            ("（ア）情報", Parenthesized, 1),
            ("(ii) second", Parenthesized, 2),
            ("３）情報", Parenthesized, 3),
            ("1. Cloud", Dotted, 1),
            ("１．クラウド", Dotted, 1),
            ("２　会合の結果", Dotted, 2),
            ("③情報", Circled, 3),
            ("・情報", Bullet, 0),
            ("•  Sharing", Bullet, 0),
            ("- Sharing", Bullet, 0),
        ] {
            let found = marker(text).unwrap();
            assert_eq!((found.kind, found.number), (kind, number), "{text}");
            assert!(!text[found.length..].starts_with(char::is_whitespace), "{text}");
        }
        for text in
            ["1.5 million", "2010年", "(see below) and", "-", "a) word", "", "2020　年", "（参考）資料"]
        {
            assert_eq!(marker(text), None, "{text}");
        }
    }
}
