//! Escapes in double quotes (YAML 1.2.2, section 5.7).

use std::ops::Range;

use crate::lang::is_odd;

/// The escapes in a text between double quotes that stand for a character which does not belong in a text or cannot be
/// seen, with their places.
pub(super) fn odd_escapes(written: &str) -> impl Iterator<Item = (Range<usize>, char)> {
    let mut at = if written.starts_with('"') { 0 } else { written.len() };
    let escapes = std::iter::from_fn(move || {
        let start = at + written.get(at..)?.find('\\')?;
        let (length, character) = escape(written.get(start + 1..)?);
        at = start + 1 + length;
        Some((start..at, character))
    });
    escapes.filter_map(|(place, character)| Some((place, character.filter(|c| is_odd(*c))?)))
}

/// How long what stands behind a backslash is, and the character that it stands for, where that may be an odd one.
fn escape(behind: &str) -> (usize, Option<char>) {
    let Some(sign) = behind.chars().next() else { return (0, None) };
    let digits = match sign {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => return (sign.len_utf8(), named(sign)),
    };
    match behind.get(1..=digits).and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
        Some(number) => (1 + digits, char::from_u32(number)),
        None => (1, None),
    }
}

fn named(sign: char) -> Option<char> {
    Some(match sign {
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        'v' => '\u{b}',
        'f' => '\u{c}',
        'e' => '\u{1b}',
        'N' => '\u{85}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escape_is_found_with_its_place() {
        let found = |text| odd_escapes(text).collect::<Vec<_>>();
        assert_eq!(
            found(r#""a\0\n\x41\u202e\L""#),
            [(2..4, '\0'), (10..16, '\u{202e}'), (16..18, '\u{2028}')]
        );
        assert_eq!(found(r#""日\U000E0041""#), [(4..14, '\u{e0041}')]);
        for plain in [r"'\0'", r"\0", r#""\\0""#, r#""\"#, r#""\u12""#, r#""\日\u日日""#] {
            assert_eq!(found(plain), [], "{plain}");
        }
    }
}
