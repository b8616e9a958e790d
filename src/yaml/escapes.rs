//! Escapes in double quotes (YAML 1.2.2, section 5.7).

use crate::lang::is_odd;

/// The characters that do not belong in a text or cannot be seen, and stand in one between double quotes as escapes.
pub(super) fn odd_escapes(written: &str) -> impl Iterator<Item = char> {
    let mut at = if written.starts_with('"') { 0 } else { written.len() };
    let escapes = std::iter::from_fn(move || {
        let start = at + written.get(at..)?.find('\\')?;
        let (length, character) = escape(written.get(start + 1..)?);
        at = start + 1 + length;
        Some(character)
    });
    escapes.flatten().filter(|c| is_odd(*c))
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
    fn an_escape_of_an_odd_character_is_found() {
        let found = |text| odd_escapes(text).collect::<String>();
        assert_eq!(found(r#""a\0\n\x41日\u202e\L\U000E0041""#), "\0\u{202e}\u{2028}\u{e0041}");
        for plain in [r"'\0'", r"\0", r#""\\0""#, r#""\"#, r#""\u12""#, r#""\日\u日日""#] {
            assert_eq!(found(plain), "", "{plain}");
        }
    }
}
