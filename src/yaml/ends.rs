//! Blanks at the ends of a value that stands on one line: a block ends with a line break, which is no part of an address, a
//! day or a word of the format.

use std::ops::Range;

use super::Tree;

/// The text with each such value without them, where it may be taken for no other than it is. All else stays in its place.
/// `offset` is where the text begins in its file.
pub(super) fn trimmed(text: &str, tree: &Tree, offset: usize) -> String {
    let mut trimmed = text.to_owned();
    tree.each_scalar(&mut |scalar, value, is_plain| {
        // Without quotes, YAML leaves the blanks out itself.
        let Some(start) = scalar.span.start.checked_sub(offset).filter(|_| !is_plain) else { return };
        let range = start..scalar.span.end - offset;
        let written = text.get(range.clone()).unwrap_or_default();
        if value.trim() == written.trim() {
            // Without its sign, a block of one line is a value without quotes.
            if let Some(sign) = is_word(value.trim()).then(|| sign_of_block(text, start)).flatten() {
                trimmed.replace_range(sign.clone(), &" ".repeat(sign.len()));
            }
        } else if let Some(new) = quoted(written, value) {
            trimmed.replace_range(range, &new);
        }
    });
    trimmed
}

/// Whether a value on one line is the same without quotes: a text, or a number that is written as numbers are.
#[must_use]
pub fn is_word(word: &str) -> bool {
    if word.is_empty() || word.contains(char::is_control) {
        return false;
    }
    match serde_yaml::from_str(word) {
        Ok(serde_yaml::Value::String(text)) => text == word,
        Ok(serde_yaml::Value::Number(number)) => number.is_u64() && number.to_string() == word,
        _ => false,
    }
}

/// The sign of the block whose text begins at a place, such as `>-`: it ends the line above, but for a comment.
pub(super) fn sign_of_block(text: &str, start: usize) -> Option<Range<usize>> {
    let above = text.get(..start)?.trim_end();
    let line = above.rfind('\n').map_or(0, |at| at + 1);
    let signs = above[line..].match_indices(['|', '>']).map(|(at, _)| line + at);
    let mut signs = signs.filter_map(|at| {
        let rest = &above[at + 1..];
        let behind = rest.trim_start_matches(|c: char| "+-".contains(c) || c.is_ascii_digit());
        let is_last = behind.is_empty() || behind.trim_start().starts_with('#');
        is_last.then(|| at..above.len() - behind.len())
    });
    signs.next()
}

/// A value between quotes without blanks at its ends, in as many bytes; none where it has no such blanks, or several lines.
fn quoted(written: &str, value: &str) -> Option<String> {
    let word = value.trim();
    let is_line = !written.trim_matches(['"', '\'']).trim().contains('\n') && !word.contains('\n');
    if word.is_empty() || !is_line || word.len() == value.len() || !written.starts_with(['"', '\'']) {
        return None;
    }
    let mut new = serde_json::to_string(word).ok()?;
    // Escapes may need more room than there was.
    let rest = written.get(new.len()..)?;
    new.extend(rest.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
    Some(new)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    fn read(text: &str) -> serde_yaml::Value {
        let tree = Tree::read(text, 0).unwrap().unwrap();
        let trimmed = trimmed(text, &tree, 0);
        assert_eq!(trimmed.len(), text.len());
        serde_yaml::from_str(&trimmed).unwrap()
    }

    #[test]
    fn a_value_on_one_line_has_no_blanks_at_its_ends() {
        for written in [
            "|\n  a/b c\n",
            ">\n  a/b c\n",
            ">-\n  a/b c\n",
            "|+\n  a/b c\n\n",
            ">2- # note\n   a/b c\n",
            "\"a/b c \"\n",
            "' a/b c'\n",
            "'\n  a/b c\n  '\n",
            "&x |\n  a/b c\n",
            ">- # a > b | # c\n\n  a/b c\n",
        ] {
            let value = read(&format!("a: {written}b: 1\n"));
            assert_eq!((value["a"].as_str(), value["b"].as_u64()), (Some("a/b c"), Some(1)), "{written:?}");
        }
        let value = read("a:\n  - >-\n    x\n  - {b: 'y ', c: \" z\"}\nd: |\n  7\n");
        assert_eq!(value["a"][0].as_str(), Some("x"));
        assert_eq!((value["a"][1]["b"].as_str(), value["a"][1]["c"].as_str()), (Some("y"), Some("z")));
        assert_eq!(value["d"].as_u64(), Some(7));
        assert_eq!(read("a: |\n  x").get("a").and_then(|it| it.as_str()), Some("x"));
    }

    #[test]
    fn other_values_are_as_they_are_written() {
        for (written, value) in [
            ("|\n  a\n  b\n", "a\nb\n"),
            (">\n  a\n  b\n", "a b\n"),
            ("\"a\n  b \"\n", "a b "),
            ("\"a\\n\\n b\\n\"\n", "a\n\n b\n"),
            ("\"a  b\"\n", "a  b"),
            ("\" \"\n", " "),
            ("\"3\"\n", "3"),
            ("|\n  null\n", "null\n"),
            ("|\n  a: b # c\n", "a: b # c\n"),
            ("|\n  'a'\n", "'a'\n"),
            ("a b\n", "a b"),
        ] {
            assert_eq!(read(&format!("a: {written}b: 1\n"))["a"].as_str(), Some(value), "{written:?}");
        }
    }
}
