//! Texts as YAML writes them.

use crate::yaml::{Tree, ValueKind};

/// A text as it is written in YAML, on one line, inside of brackets and braces too: without quotes where it may be.
#[must_use]
pub fn scalar(text: &str) -> String {
    let single = format!("'{}'", text.replace('\'', "''"));
    // What JSON writes, YAML reads.
    let double = || serde_json::to_string(text).unwrap_or_default();
    if is_plain(text) {
        text.to_owned()
    } else if says(&single, text) {
        single
    } else {
        double()
    }
}

/// Whether a text may stand without quotes wherever a value can.
fn is_plain(text: &str) -> bool {
    let is_begun_as_word = text.starts_with(|c: char| c.is_alphanumeric());
    let has_sign = text.contains(|c: char| "[]{},".contains(c) || c.is_control());
    let has_mark = text.contains(": ") || text.contains(" #") || text.ends_with(':');
    is_begun_as_word && !has_sign && !has_mark && says(text, text)
}

/// Whether YAML reads a text in this way of writing it.
fn says(written: &str, text: &str) -> bool {
    let value = Tree::read(&format!("[{written}]"), 0).ok().flatten();
    match value.as_ref().map(|tree| &tree.kind) {
        Some(ValueKind::List(items)) => match items.as_slice() {
            [Tree { kind: ValueKind::Scalar(value, _), .. }] => value == text && !items[0].is_nothing(),
            _ => false,
        },
        _ => false,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_has_quotes_where_it_needs_them() {
        for (text, written) in [
            ("fulfilled", "fulfilled"),
            ("2026-11-30", "2026-11-30"),
            ("Done; see page 3 (in part).", "Done; see page 3 (in part)."),
            ("2026年に実施した。", "2026年に実施した。"),
            ("Done, in part", "'Done, in part'"),
            ("It's done: all", "'It''s done: all'"),
            ("「実施」", "'「実施」'"),
            ("null", "'null'"),
            ("- a", "'- a'"),
            ("a #1", "'a #1'"),
            ("a\nb", "\"a\\nb\""),
        ] {
            assert_eq!(scalar(text), written);
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in "[ -~あ#:\\[\\]{}'\"\n]{1,20}") {
            let tree = Tree::read(&format!("- {{a: {}, b: c}}", scalar(&text)), 0).unwrap().unwrap();
            let value = tree.step(&0.into()).and_then(|map| map.step(&"a".into())).unwrap();
            assert!(matches!(&value.kind, ValueKind::Scalar(found, _) if *found == text), "{text:?}");
        }
    }
}
