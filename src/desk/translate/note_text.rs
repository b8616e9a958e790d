//! A text of the front matter gets other words, written as it was; every other byte stays.

use super::text_unit::TextStep;
use crate::{
    edit::{Edit, Leaf, WorkFile, is_repeated, item_with_id, leaves, scalar, with_items, with_pair},
    yaml::{MapEntry, Pointer, Step, Tree, ValueKind},
};

/// The file with a text, in the first way in which YAML reads just what was there and this text; what is missing around it comes too.
/// `None` where it is written in a way that cannot be changed so.
#[must_use]
pub(super) fn with_text(file: &WorkFile, way: &[TextStep], text: &str) -> Option<WorkFile> {
    let (last, around) = way.split_last()?;
    let (mut file, mut place) = (file.clone(), Pointer::default());
    for step in around {
        (file, place) = opened(&file, &place, step)?;
    }
    let TextStep::Key(key) = last else { return None };
    Spelling::new(&file, &place)?.with(key, text)
}

/// Whether a file has what the steps lead to, but for the last.
#[must_use]
pub(super) fn has_place(file: &WorkFile, way: &[TextStep]) -> bool {
    let is_there = || {
        let tree = file.tree()?;
        let mut place = Pointer::default();
        for step in way.split_last()?.1 {
            place = there(tree.at(&place)?, &place, step)?;
        }
        tree.at(&place).map(|_| ())
    };
    is_there().is_some()
}

/// The place that a step leads to, which need not be there.
fn there(map: &Tree, place: &Pointer, step: &TextStep) -> Option<Pointer> {
    Some(match step {
        TextStep::Key(key) => place.then(key.as_str()),
        TextStep::Map(key, _) => place.then(*key),
        TextStep::Record(list, id) => {
            let found = map.step(&(*list).into()).and_then(|list| item_with_id(list, id));
            place.then(*list).then(found?)
        }
        TextStep::Item(list, at) => place.then(*list).then(*at),
        TextStep::Head(at, _) => place.then(HEADS).then(*at),
    })
}

const HEADS: &str = "heads";

/// The file with the map that a step leads to, and the place of that map.
fn opened(file: &WorkFile, place: &Pointer, step: &TextStep) -> Option<(WorkFile, Pointer)> {
    let spelling = Spelling::new(file, place)?;
    let map = spelling.map()?;
    let found = there(map, place, step).filter(|found| spelling.tree.at(found).is_some());
    let Some(found) = found else {
        let file = spelling.begun(step)?;
        let place = there(file.tree()?.at(place)?, place, step)?;
        return Some((file, place));
    };
    let inner = match step {
        TextStep::Map(_, inner) => Some(*inner),
        TextStep::Head(..) => Some("person"),
        _ => None,
    };
    match (&spelling.tree.at(&found)?.kind, inner) {
        (ValueKind::Map(_), _) => Some((file.clone(), found)),
        (ValueKind::Scalar(..), Some(inner)) => Some((spelling.wrapped(&found, inner)?, found)),
        _ => None,
    }
}

/// A map of a file in which something is to be written.
struct Spelling<'f> {
    file: &'f WorkFile,
    tree: Tree,
    place: &'f Pointer,
}

impl<'f> Spelling<'f> {
    fn new(file: &'f WorkFile, place: &'f Pointer) -> Option<Self> {
        Some(Self { file, tree: file.tree()?, place })
    }

    fn map(&self) -> Option<&Tree> {
        self.tree.at(self.place).filter(|map| matches!(map.kind, ValueKind::Map(_)))
    }

    fn entry(&self, key: &str) -> Option<&MapEntry> {
        match &self.map()?.kind {
            ValueKind::Map(entries) => entries.find(key),
            _ => None,
        }
    }

    /// The file in the first way in which it says what it said, but for this place, and these values.
    fn first(&self, ways: Vec<Vec<Edit>>, place: &Pointer, with: Vec<(Pointer, String)>) -> Option<WorkFile> {
        // Elsewhere it would be read too.
        if is_repeated(&self.tree, place) {
            return None;
        }
        let before = names(place);
        let mut expected: Vec<Leaf> = leaves(&self.tree, &[], None);
        expected.retain(|(way, _)| *way != before);
        expected.extend(with.into_iter().map(|(place, value)| (names(&place), value)));
        let sorted = |mut leaves: Vec<Leaf>| {
            leaves.sort();
            leaves
        };
        let expected = sorted(expected);
        let mut edited = ways.into_iter().map(|edits| self.file.edited(&edits));
        edited.find(|file| file.tree().is_some_and(|tree| sorted(leaves(&tree, &[], None)) == expected))
    }

    /// With a text under a key of the map.
    fn with(&self, key: &str, text: &str) -> Option<WorkFile> {
        let ways = if let Some(entry) = self.entry(key) {
            in_place(self.file, entry, text)
        } else {
            let pair = format!("{key}: {}", scalar(text));
            with_pair(&self.file.text, self.map()?, &pair, std::slice::from_ref(&pair))
        };
        let place = self.place.then(key);
        self.first(ways, &place, vec![(place.clone(), text.to_owned())])
    }

    /// With the map that a step leads to, which is empty but for what names it.
    fn begun(&self, step: &TextStep) -> Option<WorkFile> {
        let of = |key: &'static str, value: &String| vec![(key, value.clone())];
        let (list, items) = match step {
            TextStep::Key(key) => return self.with_map(key),
            TextStep::Map(key, _) => return self.with_map(key),
            TextStep::Record(list, id) => (*list, vec![of("id", id)]),
            TextStep::Item(list, at) => (*list, vec![Vec::new(); (at + 1).checked_sub(self.length(list))?]),
            TextStep::Head(_, people) if self.entry(HEADS).is_none() => {
                (HEADS, people.iter().map(|it| of("person", it)).collect())
            }
            TextStep::Head(..) => return None,
        };
        let place = self.place.then(list);
        let mut with = vec![(place.clone(), "[]".to_owned())];
        for (at, item) in items.iter().enumerate() {
            let place = place.then(self.length(list) + at);
            with.extend(item.iter().map(|(key, value)| (place.then(*key), value.clone())));
            with.push((place, "{}".to_owned()));
        }
        self.first(with_items(&self.file.text, self.map()?, list, &items), &place, with)
    }

    fn with_map(&self, key: &str) -> Option<WorkFile> {
        if self.entry(key).is_some() {
            return None;
        }
        let pair = format!("{key}: {{}}");
        let ways = with_pair(&self.file.text, self.map()?, &pair, std::slice::from_ref(&pair));
        let place = self.place.then(key);
        self.first(ways, &place, vec![(place.clone(), "{}".to_owned())])
    }

    /// How many items a list has.
    fn length(&self, list: &str) -> usize {
        match self.entry(list).map(|entry| &entry.value.kind) {
            Some(ValueKind::List(items)) => items.len(),
            _ => 0,
        }
    }

    /// With a map in the place of a value, which has it under a key.
    fn wrapped(&self, found: &Pointer, key: &str) -> Option<WorkFile> {
        let value = self.tree.at(found)?;
        let ValueKind::Scalar(text, _) = &value.kind else { return None };
        let written = self.file.text.get(value.span.clone())?;
        let ways = [written, &scalar(text.trim())]
            .map(|written| vec![Edit { span: value.span.clone(), text: format!("{{{key}: {written}}}") }]);
        let with = vec![(found.clone(), "{}".to_owned()), (found.then(key), text.clone())];
        self.first(ways.into(), found, with)
    }
}

/// The names of the steps to a place.
fn names(place: &Pointer) -> Vec<String> {
    let names = place.0.iter().map(|step| match step {
        Step::Key(key) => key.to_string(),
        Step::Index(index) => index.to_string(),
    });
    names.collect()
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
    // A block stands below its sign, and the blanks before what follows are none of it.
    let is_block = before.contains(['|', '>']) || written.starts_with(['|', '>']);
    let end = if is_block { span.start + written.trim_end().len() } else { span.end };
    let sign = file.text.get(begin..).and_then(|rest| rest.lines().next()).filter(|_| is_block);
    let comment = sign.and_then(|sign| sign.get(sign.find(" #")?..)).unwrap_or_default();
    forms
        .into_iter()
        .map(|form| {
            let (start, form) = if is_block || span.is_empty() || span.start < begin {
                (begin, format!(" {form}{comment}"))
            } else {
                (span.start, form)
            };
            vec![Edit { span: start..end.max(start), text: form }]
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;
    use crate::diagnostic::SourceFile;

    fn edited(before: &str, way: &[TextStep], text: &str) -> Option<String> {
        let file =
            WorkFile::new(&SourceFile { path: "x".into(), text: before.into(), yaml: 0..before.len() });
        with_text(&file, way, text).map(|file| file.text)
    }

    fn key(key: &str) -> TextStep {
        TextStep::Key(key.into())
    }

    #[test]
    fn a_text_is_written_as_it_was() {
        for (before, text, after) in [
            ("title: A # c\n", "B, b", "title: B, b # c\n"),
            ("title: A\n", "B: b", "title: 'B: b'\n"),
            ("title: 'A'\n", "B's", "title: 'B''s'\n"),
            ("title: \"A\" # c\n", "B", "title: \"B\" # c\n"),
            ("title: >\n  A\n  a\nx: y\n", "B", "title: B\nx: y\n"),
            ("title: >- # c\n  A\nx: y\n", "B", "title: B # c\nx: y\n"),
            ("title: |\n  A\n\n# c\nx: y\n", "B", "title: B\n\n# c\nx: y\n"),
            ("{title: A, x: y}\n", "B, b", "{title: 'B, b', x: y}\n"),
            ("x: y\n", "B", "x: y\ntitle: B\n"),
        ] {
            assert_eq!(edited(before, &[key("title")], text).unwrap(), after);
        }
    }

    #[test]
    fn a_commitment_gets_a_text_or_comes_with_it() {
        let text = |id: &str| [TextStep::Record("commitments", id.into()), key("text")];
        let before = "commitments:\n  - id: a\n    text: A\n  - {id: b}\nx: y\n";
        let [one, two] = ["  - id: a\n    text: 'C: c'\n", "  - {id: b, text: C}\n"];
        let given = |id: &str, text_: &str| edited(before, &text(id), text_).unwrap();
        assert_eq!(given("a", "C: c"), before.replace("  - id: a\n    text: A\n", one));
        let block = "commitments:\n  - id: a\n    text: >-\n      A\n      a\n\n  # b\n  - {id: b}\n";
        let after = "commitments:\n  - id: a\n    text: C\n\n  # b\n  - {id: b}\n";
        assert_eq!(edited(block, &text("a"), "C").unwrap(), after);
        assert_eq!(given("b", "C"), before.replace("  - {id: b}\n", two));
        let begun = edited("x: y\n", &text("b"), "C").unwrap();
        assert_eq!(begun, "x: y\ncommitments:\n  - id: b\n    text: C\n");
    }

    #[test]
    fn an_office_comes_with_all_who_are_named() {
        let people = vec!["a".to_owned(), "b".to_owned()];
        let way = [key("delegations"), key("us"), TextStep::Head(1, people), key("as")];
        for (before, after) in [
            ("x: y\n", "x: y\ndelegations: {us: {heads: [{person: a}, {person: b, as: C}]}}\n"),
            (
                "delegations:\n  jp: {} # c\n",
                "delegations:\n  jp: {} # c\n  us: {heads: [{person: a}, {person: b, as: C}]}\n",
            ),
            ("delegations: {us: {heads: [a, b]}}\n", "delegations: {us: {heads: [a, {person: b, as: C}]}}\n"),
            (
                "delegations:\n  us:\n    heads:\n      - a\n      - b # c\n",
                "delegations:\n  us:\n    heads:\n      - a\n      - {person: b, as: C} # c\n",
            ),
            (
                "delegations:\n  us:\n    heads:\n      - person: a\n      - person: b\n        as: D # d\n",
                "delegations:\n  us:\n    heads:\n      - person: a\n      - person: b\n        as: C # d\n",
            ),
        ] {
            assert_eq!(edited(before, &way, "C").unwrap(), after);
        }
        assert_eq!(edited("delegations:\n  us:\n", &way, "C"), None);
    }

    #[test]
    fn words_of_a_day_and_notes_of_items_come_in_where_they_belong() {
        let record = || TextStep::Record("commitments", "a".into());
        let due = [record(), TextStep::Map("due", "by"), key("text")];
        let note = [record(), TextStep::Item("assessments", 1), key("note")];
        let lines = "commitments:\n  - id: a\n    due: 2010-01-01 # d\n";
        let after = "commitments:\n  - id: a\n    due: {by: 2010-01-01, text: in 2010} # d\n";
        assert_eq!(edited(lines, &due, "in 2010").unwrap(), after);
        let begun = edited("x: y\n", &due, "in 2010").unwrap();
        assert_eq!(begun, "x: y\ncommitments:\n  - id: a\n    due: {text: in 2010}\n");
        let begun = edited("commitments: [{id: a}]\n", &note, "N").unwrap();
        assert_eq!(begun, "commitments: [{id: a, assessments: [{}, {note: N}]}]\n");
        let lines = "commitments:\n  - id: a\n    assessments:\n      - {note: M} # m\n";
        assert_eq!(edited(lines, &note, "N").unwrap(), format!("{lines}      - {{note: N}}\n"));
    }

    #[test]
    fn what_an_alias_repeats_is_not_changed() {
        let way = [TextStep::Record("commitments", "a".into()), key("text")];
        assert_eq!(edited("commitments: [&a {id: a, text: A}]\nx: *a\n", &way, "B"), None);
        assert_eq!(edited("commitments: [{id: a, text: &t A}]\nx: *t\n", &way, "B"), None);
    }
}
