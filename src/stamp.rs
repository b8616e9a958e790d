//! Marks a translation as current: writes the hash of the text it was made from into its front matter.
//!
//! One line is changed or added; comments, order and every other byte of the file stay as they are.

use std::ops::Range;

use crate::yaml::{MapEntry, Pointer, Tree, ValueKind};

/// Where the hash stands: below this key, under the other.
const OUTER: &str = "version";
const KEY: &str = "translated_from";

/// The text of a note with this hash as the stamp of its version. `yaml` is where its front matter stands, in bytes.
///
/// `None` where the front matter is written in a way that one line cannot be put into: it is then changed by hand.
#[must_use]
pub fn stamp(text: &str, yaml: Range<usize>, hash: &str) -> Option<String> {
    let tree = Tree::within(text, &yaml)?;
    let (place, words) = if let Some(entry) = tree.entry(&Pointer::from([OUTER])) {
        let key_end = entry.key_span.end;
        match &entry.value.kind {
            ValueKind::Map(entries) => match entries.find(KEY) {
                Some(entry) => value(text, entry.key_span.end, &entry.value, hash)?,
                None => further_key(text, &entry.value, entries, hash)?,
            },
            ValueKind::Scalar(text_of, true) if matches!(text_of.as_str(), "" | "~" | "null") => {
                value(text, key_end, &entry.value, &format!("{{{KEY}: {hash}}}"))?
            }
            _ => return None,
        }
    } else {
        let line_end = if text[..yaml.end].ends_with("\r\n") { "\r\n" } else { "\n" };
        (yaml.end..yaml.end, format!("{OUTER}: {{{KEY}: {hash}}}{line_end}"))
    };
    let mut stamped = text.to_owned();
    stamped.replace_range(place.clone(), &words);
    let yaml = yaml.start..(yaml.end + words.len()).checked_sub(place.len())?;
    is_only_stamped(&stamped, yaml, &tree, hash).then_some(stamped)
}

/// A value in the place of one that is there, or of none.
fn value(text: &str, key_end: usize, value: &Tree, words: &str) -> Option<(Range<usize>, String)> {
    match &value.kind {
        ValueKind::Scalar(..) if !value.span.is_empty() && value.span.start > key_end => {
            Some((value.span.clone(), words.to_owned()))
        }
        ValueKind::Scalar(..) => {
            let colon = key_end + text.get(key_end..)?.find(':')? + 1;
            Some((colon..colon, format!(" {words}")))
        }
        _ => None,
    }
}

/// The key with its value: after the last of a map in braces, above the first of another.
fn further_key(text: &str, map: &Tree, entries: &[MapEntry], hash: &str) -> Option<(Range<usize>, String)> {
    let written = text.get(map.span.clone())?;
    if written.starts_with('{') {
        let last = entries.last().map(|last| last.key_span.end.max(last.value.span.end));
        let at = last.unwrap_or(map.span.start + 1);
        let separator = if entries.is_empty() { "" } else { ", " };
        return Some((at..at, format!("{separator}{KEY}: {hash}")));
    }
    let first = &entries.first()?.key_span;
    let line_start = text[..first.start].rfind('\n').map_or(0, |newline| newline + 1);
    let indentation = text.get(line_start..first.start)?;
    let line_end = if text[..line_start].ends_with("\r\n") { "\r\n" } else { "\n" };
    Some((line_start..line_start, format!("{indentation}{KEY}: {hash}{line_end}")))
}

/// Whether a front matter is another with the stamp alone changed or added.
fn is_only_stamped(text: &str, yaml: Range<usize>, before: &Tree, hash: &str) -> bool {
    let Some(Ok(Some(after))) = text.get(yaml.clone()).map(|part| Tree::read(part, yaml.start)) else {
        return false;
    };
    let is_stamped = after
        .at(&Pointer::from([OUTER, KEY]))
        .is_some_and(|value| matches!(&value.kind, ValueKind::Scalar(text, _) if text == hash));
    is_stamped && leaves(&after) == leaves(before)
}

/// Every value of a front matter with the way to it, but for the stamp and the map that only it may bring about.
fn leaves(tree: &Tree) -> Vec<(Vec<String>, String)> {
    fn collect(tree: &Tree, way: &mut Vec<String>, found: &mut Vec<(Vec<String>, String)>) {
        match &tree.kind {
            ValueKind::Map(entries) => {
                for entry in entries.iter() {
                    way.push(entry.key.clone());
                    collect(&entry.value, way, found);
                    way.pop();
                }
            }
            ValueKind::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    way.push(index.to_string());
                    collect(item, way, found);
                    way.pop();
                }
            }
            ValueKind::Scalar(text, _) => found.push((way.clone(), text.clone())),
            ValueKind::Alias(_) => found.push((way.clone(), "*".to_owned())),
        }
    }
    let mut found = Vec::new();
    collect(tree, &mut Vec::new(), &mut found);
    found.retain(|(way, _)| way.as_slice() != [OUTER] && way.as_slice() != [OUTER, KEY]);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamped(yaml: &str) -> Option<String> {
        let text = format!("---\n{yaml}---\n本文\n");
        let stamped = stamp(&text, 4..4 + yaml.len(), "abc")?;
        assert!(stamped.starts_with("---\n") && stamped.ends_with("---\n本文\n"), "{stamped}");
        Some(stamped[4..stamped.len() - "---\n本文\n".len()].to_owned())
    }

    #[test]
    fn one_line_is_changed() {
        for (before, after) in [
            ("title: 会合 # a\n", "title: 会合 # a\nversion: {translated_from: abc}\n"),
            ("version: {}\n", "version: {translated_from: abc}\n"),
            ("version:\ntitle: 会合\n", "version: {translated_from: abc}\ntitle: 会合\n"),
            ("version: # of us\n", "version: {translated_from: abc} # of us\n"),
            (
                "version: {status: archive-translation, from: en} # 訳\n",
                "version: {status: archive-translation, from: en, translated_from: abc} # 訳\n",
            ),
            ("version: {by: '訳者', }\n", "version: {by: '訳者', translated_from: abc, }\n"),
            ("version: {translated_from: 0, from: en}\n", "version: {translated_from: abc, from: en}\n"),
            (
                "version:\n    # who\n    by: 訳者\n    from: en\n",
                "version:\n    # who\n    translated_from: abc\n    by: 訳者\n    from: en\n",
            ),
            (
                "version:\n  from: en\n  translated_from: '0' # old\ntitle: a\n",
                "version:\n  from: en\n  translated_from: abc # old\ntitle: a\n",
            ),
            ("version:\n  translated_from:\n  from: en\n", "version:\n  translated_from: abc\n  from: en\n"),
            ("title: a\r\n", "title: a\r\nversion: {translated_from: abc}\r\n"),
            ("version:\r\n  from: en\r\n", "version:\r\n  translated_from: abc\r\n  from: en\r\n"),
        ] {
            assert_eq!(stamped(before).as_deref(), Some(after), "{before}");
        }
    }

    #[test]
    fn what_is_written_in_another_way_is_left_alone() {
        for yaml in ["{title: a}\n", "version: [a]\n", "version: authentic\n", "a: [\n", ""] {
            assert_eq!(stamped(yaml), None, "{yaml:?}");
        }
    }
}
