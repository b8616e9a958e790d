//! A text of the front matter gets other words, written as it was; every other byte stays.

use super::text_unit::UnitPlace;
use crate::{
    edit::{Edit, Leaf, RecordInFile, WorkFile, leaves, scalar, with_items, with_pair},
    yaml::{MapEntry, Tree, ValueKind},
};

const COMMITMENTS: &str = "commitments";

/// The file with a text, in the first way in which YAML reads just what was there and this text. `None` where it is written
/// in a way that cannot be changed so, and for a place in the body.
#[must_use]
pub(super) fn with_text(file: &WorkFile, place: &UnitPlace, text: &str) -> Option<WorkFile> {
    let tree = file.tree()?;
    let expected = expected(&tree, place, text)?;
    let ways = ways(file, &tree, place, text)?;
    ways.into_iter()
        .map(|edits| file.edited(&edits))
        .find(|edited| edited.tree().is_some_and(|tree| sorted(leaves(&tree, &[], None)) == expected))
}

/// All that the file is to say.
fn expected(tree: &Tree, place: &UnitPlace, text: &str) -> Option<Vec<Leaf>> {
    let mut expected = leaves(tree, &[], None);
    let way: Vec<String> = match place {
        UnitPlace::Note(key) => vec![(*key).to_owned()],
        UnitPlace::Commitment(id, key) => {
            let list = vec![COMMITMENTS.to_owned()];
            let (index, is_new) = index(tree, id);
            let item = [list.as_slice(), &[index.to_string()]].concat();
            if is_new {
                expected.retain(|(way, _)| *way != list);
                expected.extend([(list, "[]".to_owned()), (item.clone(), "{}".to_owned())]);
                expected.push(([item.as_slice(), &["id".to_owned()]].concat(), id.clone()));
            }
            [item.as_slice(), &[(*key).to_owned()]].concat()
        }
        UnitPlace::Body { .. } => return None,
    };
    expected.retain(|(known, _)| *known != way);
    expected.push((way, text.to_owned()));
    Some(sorted(expected))
}

fn sorted(mut leaves: Vec<Leaf>) -> Vec<Leaf> {
    leaves.sort();
    leaves
}

/// The place of a commitment in the list, and whether it is still to come there.
fn index(tree: &Tree, id: &str) -> (usize, bool) {
    let found = RecordInFile::Commitment(id.to_owned()).find(tree).map(|item| item.span.start);
    let list = tree.step(&COMMITMENTS.into()).map(|list| &list.kind);
    let Some(ValueKind::List(items)) = list else { return (0, true) };
    let at = items.iter().position(|item| Some(item.span.start) == found);
    (at.unwrap_or(items.len()), at.is_none())
}

fn ways(file: &WorkFile, tree: &Tree, place: &UnitPlace, text: &str) -> Option<Vec<Vec<Edit>>> {
    let (record, key) = match place {
        UnitPlace::Note(key) => (Some(tree), *key),
        UnitPlace::Commitment(id, key) => (RecordInFile::Commitment(id.clone()).find(tree), *key),
        UnitPlace::Body { .. } => return None,
    };
    let Some(record) = record else {
        let UnitPlace::Commitment(id, _) = place else { return None };
        let item = vec![("id", id.clone()), (key, text.to_owned())];
        return Some(with_items(&file.text, tree, COMMITMENTS, &[item]));
    };
    let ValueKind::Map(entries) = &record.kind else { return None };
    if let Some(entry) = entries.find(key) {
        return Some(in_place(file, entry, text));
    }
    let pair = format!("{key}: {}", scalar(text));
    Some(with_pair(&file.text, record, &pair, std::slice::from_ref(&pair)))
}

/// In the place of the text that is there: with its quotes, if they do.
fn in_place(file: &WorkFile, entry: &MapEntry, text: &str) -> Vec<Vec<Edit>> {
    let span = &entry.value.span;
    let written = file.text.get(span.clone()).unwrap_or_default();
    let single = format!("'{}'", text.replace('\'', "''"));
    let double = serde_json::to_string(text).unwrap_or_default();
    let forms = match written.chars().next() {
        Some('\'') => vec![single, double],
        Some('"') => vec![double],
        _ => vec![text.to_owned(), scalar(text), single, double],
    };
    let colon = file.text.get(entry.key_span.end..).and_then(|rest| rest.find(':'));
    let begin = colon.map_or(span.start, |colon| entry.key_span.end + colon + 1);
    let before = file.text.get(begin..span.start).unwrap_or_default();
    // A block stands below its sign, and ends with its line.
    let is_block = before.contains(['|', '>']) || written.starts_with(['|', '>']);
    let end = if written.ends_with('\n') { "\n" } else { "" };
    forms
        .into_iter()
        .map(|form| {
            let (start, form) = if is_block || span.is_empty() || span.start < begin {
                (begin, format!(" {form}{end}"))
            } else {
                (span.start, form)
            };
            vec![Edit { span: start..span.end.max(start), text: form }]
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;
    use crate::diagnostic::SourceFile;

    #[track_caller]
    fn assert_edited(before: &str, place: &UnitPlace, text: &str, after: &str) {
        let file =
            WorkFile::new(&SourceFile { path: "x".into(), text: before.into(), yaml: 0..before.len() });
        assert_eq!(with_text(&file, place, text).unwrap().text, after);
    }

    #[test]
    fn a_text_is_written_as_it_was() {
        let title = UnitPlace::Note("title");
        for (before, text, after) in [
            ("title: A # c\n", "B, b", "title: B, b # c\n"),
            ("title: A\n", "B: b", "title: 'B: b'\n"),
            ("title: 'A'\n", "B's", "title: 'B''s'\n"),
            ("title: \"A\" # c\n", "B", "title: \"B\" # c\n"),
            ("title: >\n  A\n  a\nx: y\n", "B", "title: B\nx: y\n"),
            ("{title: A, x: y}\n", "B, b", "{title: 'B, b', x: y}\n"),
            ("x: y\n", "B", "x: y\ntitle: B\n"),
        ] {
            assert_edited(before, &title, text, after);
        }
    }

    #[test]
    fn a_commitment_gets_a_text_or_comes_with_it() {
        let text = |id: &str| UnitPlace::Commitment(id.into(), "text");
        let before = "commitments:\n  - id: a\n    text: A\n  - {id: b}\nx: y\n";
        let [one, two] = ["  - id: a\n    text: 'C: c'\n", "  - {id: b, text: C}\n"];
        assert_edited(before, &text("a"), "C: c", &before.replace("  - id: a\n    text: A\n", one));
        assert_edited(before, &text("b"), "C", &before.replace("  - {id: b}\n", two));
        assert_edited("x: y\n", &text("b"), "C", "x: y\ncommitments:\n  - id: b\n    text: C\n");
    }
}
