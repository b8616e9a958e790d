//! Initials that are joined to a name, such as U.S.-Japan: no line is to break in them.

use crate::html::escape;

/// Before the joined name and behind it, in HTML: `style.css` breaks no line between them.
const OPEN: &str = "<span class=\"whole\">";
const CLOSE: &str = "</span>";

/// A text cut into what is joined so, which comes with `true`, and what is not.
#[must_use]
pub fn parts(text: &str) -> Vec<(bool, &str)> {
    let mut parts = Vec::new();
    let mut done = 0;
    for (at, _) in text.match_indices(".-") {
        let (before, after) = (&text[done..=at], &text[at + 2..]);
        let initials = before.trim_end_matches(|c: char| c == '.' || c.is_ascii_uppercase());
        let name = after.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        let start = done + initials.len();
        let end = text.len() - name.len();
        let is_joined = text[start..at].contains('.') && after.starts_with(|c: char| c.is_ascii_uppercase());
        if is_joined && end > at {
            parts.extend([(false, &text[done..start]), (true, &text[start..end])]);
            done = end;
        }
    }
    parts.push((false, &text[done..]));
    parts.retain(|(_, part)| !part.is_empty());
    parts
}

/// A text as HTML: escaped, and with what is joined so whole.
#[must_use]
pub fn html(text: &str) -> String {
    if !text.contains(".-") {
        return escape(text);
    }
    parts(text)
        .into_iter()
        .map(|(is_joined, part)| if is_joined { whole(part) } else { escape(part) })
        .collect()
}

/// What is joined so, as HTML.
#[must_use]
pub fn whole(part: &str) -> String {
    [OPEN, &escape(part), CLOSE].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_with_a_name_are_whole() {
        for (text, expected) in [
            ("The U.S.-Japan Dialogue", "The <span class=\"whole\">U.S.-Japan</span> Dialogue"),
            ("(U.S.-Japan)", "(<span class=\"whole\">U.S.-Japan</span>)"),
            (
                "U.S.-Japan and U.S.-EU",
                "<span class=\"whole\">U.S.-Japan</span> and <span class=\"whole\">U.S.-EU</span>",
            ),
            ("日米（U.S.-Japan）", "日米（<span class=\"whole\">U.S.-Japan</span>）"),
            ("a&b U.N.-Org", "a&amp;b <span class=\"whole\">U.N.-Org</span>"),
        ] {
            assert_eq!(html(text), expected);
        }
        for text in ["No.-1", "the end.-Then", "A.-", "U.S.-led", ".-A", "U.S.- Japan", "", "5.-6"] {
            assert_eq!(html(text), escape(text), "{text}");
        }
    }
}
