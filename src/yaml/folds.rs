//! Line breaks inside of values. YAML takes them for blanks, which Japanese text does not have between its characters: what
//! reads the texts has to know of them.

use super::Tree;
use crate::lang::{self, Lang};

/// A text of which this is the shape, with the breaks that Japanese drops written so that YAML keeps them; `None` where it
/// has no such break. `offset` is where the text begins in its file.
pub(super) fn kept(tree: &Tree, text: &str, offset: usize) -> Option<String> {
    let mut breaks = Vec::new();
    tree.each_scalar(&mut |scalar, _, _| {
        let Some(start) = scalar.span.start.checked_sub(offset) else { return };
        let written = text.get(start..scalar.span.end - offset).unwrap_or_default();
        if written.contains('\n') {
            of_scalar(written, start, &mut breaks);
        }
    });
    if breaks.is_empty() {
        return None;
    }
    let mut kept = String::with_capacity(text.len() + breaks.len());
    let mut start = 0;
    for at in breaks {
        // Of two breaks, YAML keeps one; where it keeps all, one more does no harm.
        kept.extend([text.get(start..at).unwrap_or_default(), "\n"]);
        start = at;
    }
    kept.push_str(text.get(start..).unwrap_or_default());
    Some(kept)
}

fn of_scalar(written: &str, start: usize, breaks: &mut Vec<usize>) {
    let is_quoted = written.starts_with('"');
    let mut end = 0;
    let lines: Vec<_> = written.trim_end().split_inclusive('\n').collect();
    for pair in lines.windows(2) {
        end += pair[0].len();
        let (before, after) = (pair[0].trim(), pair[1].trim());
        // In double quotes, a backslash at the end of a line takes the break out.
        let is_taken_out = is_quoted && before.ends_with('\\');
        if !is_taken_out && lang::is_joined(before, after, Lang::Ja) {
            breaks.push(start + end);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    fn value(text: &str) -> String {
        let tree = Tree::read(text, 0).unwrap().unwrap();
        let kept = kept(&tree, text, 0).unwrap_or_else(|| text.to_owned());
        let map: std::collections::BTreeMap<String, String> = serde_yaml::from_str(&kept).unwrap();
        map["a"].clone()
    }

    #[test]
    fn a_break_beside_a_wide_character_is_kept() {
        for text in [
            "a: 水位の\n  共有\nb: 1\n",
            "a: '水位の\n  共有'\n",
            "a: \"水位の\n  共有\"\n",
            "a: \"水位の\n  共有\" # 注\n",
            "{a: 水位の\n  共有, b: 1}\n",
            "a: 水位の\r\n  共有\r\nb: 1\n",
            "a: >-\n  水位の\n  共有\nb: 1\n",
            "b: &x 1\na: &y >-\n  水位の\n  共有\n",
        ] {
            assert_eq!(value(text), "水位の\n共有", "{text:?}");
        }
    }

    #[test]
    fn other_breaks_are_as_yaml_has_them() {
        assert_eq!(value("a: water\n  levels\n"), "water levels");
        assert_eq!(value("a: \"水位の\\\n  共有\"\n"), "水位の共有");
        assert_eq!(value("a: >-\n  water\n  levels\n"), "water levels");
        assert_eq!(value("a: 水位 共有\nb: 水位\n"), "水位 共有");
    }
}
