//! Texts in HTML and XML.

use std::borrow::Cow;

/// The text with `&`, `<`, `>` and `"` as entities: for the content of elements and for values of attributes, in HTML as
/// in XML.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        out.extend([&text[done..at], entity]);
        done = at + 1;
    }
    out.push_str(&text[done..]);
    out
}

/// The text without the characters that XML has no place for. Notes that hold one are refused; this makes sure.
#[must_use]
pub fn allowed_in_xml<'t>(text: impl Into<Cow<'t, str>>) -> Cow<'t, str> {
    let text = text.into();
    let is_allowed =
        |c: char| matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    // Most texts have neither a control nor the byte that those last two begin with.
    let is_simple = text.bytes().filter(|byte| *byte < b' ' || *byte == 0xef).count() == 0;
    if is_simple || text.chars().all(is_allowed) {
        text
    } else {
        text.chars().filter(|c| is_allowed(*c)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_markup_is_escaped() {
        assert_eq!(
            escape("<a href=\"?b&c\">それ's</a>"),
            "&lt;a href=&quot;?b&amp;c&quot;&gt;それ's&lt;/a&gt;"
        );
        assert_eq!(escape("総務省"), "総務省");
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(allowed_in_xml("a\u{1}b\u{ffff}c\td\u{b}"), "abc\td");
        assert_eq!(allowed_in_xml("総務省\n"), "総務省\n");
    }
}
