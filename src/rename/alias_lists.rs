//! Aliases come into the list of a record, or go from it: one line, or a part of one, is changed.

use super::alias_key::without_key;
use crate::{
    edit::{Edit, WorkFile, insertion, leaves, line_start, lines_below, with_pair},
    lang::{Message, say},
    path,
    yaml::{MapEntry, Tree, ValueKind},
};

const KEY: &str = "aliases";

/// How a list of aliases is to change. Addresses are written without the leading slash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct AliasChange {
    /// What comes into it, unless it is there.
    pub(super) added: Vec<String>,
    /// What goes from it: every address that begins so.
    pub(super) gone: Vec<String>,
}

impl AliasChange {
    fn is_gone(&self, address: &str) -> bool {
        self.gone.iter().any(|start| address.starts_with(start))
    }
}

/// The addresses in the list of a record.
pub(super) fn aliases(record: &Tree) -> Vec<String> {
    let ValueKind::Map(entries) = &record.kind else { return Vec::new() };
    let list = entries.find(KEY).map(|entry| &entry.value.kind);
    let Some(ValueKind::List(items)) = list else { return Vec::new() };
    items.iter().filter_map(address).collect()
}

fn address(item: &Tree) -> Option<String> {
    match &item.kind {
        ValueKind::Scalar(text, _) => text.trim().strip_prefix('/').map(path::decoded),
        _ => None,
    }
}

/// Whether a record has the key.
pub(super) fn has_list(record: &Tree) -> bool {
    matches!(&record.kind, ValueKind::Map(entries) if entries.find(KEY).is_some())
}

/// The file with the list of a record changed; nothing where it is as it should be. An error where it is written in a way that
/// cannot be changed. `find` finds the record in the file.
pub(super) fn changed(
    file: &WorkFile,
    find: impl Fn(&Tree) -> Option<&Tree>,
    change: &AliasChange,
) -> Result<Option<WorkFile>, Message> {
    let Some(tree) = file.tree() else { return Ok(None) };
    let Some(record) = find(&tree) else { return Ok(None) };
    let there = aliases(record);
    let mut expected: Vec<_> = there.iter().filter(|address| !change.is_gone(address)).cloned().collect();
    let added: Vec<_> = change.added.iter().filter(|address| !there.contains(address)).cloned().collect();
    expected.extend(added.iter().cloned());
    expected.sort_unstable();
    if added.is_empty() && expected.len() == there.len() {
        return Ok(None);
    }
    let rest = leaves(&tree, &[], Some(KEY));
    let is_right = |edited: &WorkFile| {
        let tree = edited.tree();
        let record = tree.as_ref().and_then(&find);
        let mut found = record.map(aliases).unwrap_or_default();
        found.sort_unstable();
        found == expected && tree.as_ref().is_some_and(|tree| leaves(tree, &[], Some(KEY)) == rest)
    };
    for edits in ways(&file.text, record, &added, change) {
        let mut edited = file.edited(&edits);
        if is_right(&edited) {
            let at = find(&tree).map_or(0, |record| record.span.start);
            let gone: Vec<_> = there.iter().filter(|address| change.is_gone(address)).collect();
            let (path, line) = (&file.path, file.line(at));
            if !gone.is_empty() {
                edited.lines.push(say!("alias-gone", path, line, addresses = listed(gone)));
            }
            if !added.is_empty() {
                edited.lines.push(say!("alias-added", path, line, addresses = listed(&added)));
            }
            return Ok(Some(edited));
        }
    }
    let (path, line) = (&file.path, file.line(record.span.start));
    Err(say!("aliases-unchangeable", path, line, aliases = listed(&expected)))
}

/// The edits that would do, those that look best first.
fn ways(text: &str, record: &Tree, added: &[String], change: &AliasChange) -> Vec<Vec<Edit>> {
    let ValueKind::Map(entries) = &record.kind else { return Vec::new() };
    let Some(entry) = entries.find(KEY) else {
        let pair = format!("{KEY}: {}", list_of(added));
        return with_pair(text, record, &pair, std::slice::from_ref(&pair));
    };
    match &entry.value.kind {
        ValueKind::List(items) => {
            let changed = in_list(text, entry, items, added, change);
            let gone = without_key(text, record, entries, entry).map(|gone| vec![gone]);
            gone.into_iter().chain([changed]).collect()
        }
        _ if entry.value.is_nothing() => in_nothing(text, entry, added).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// What goes gives its place to what comes. What is left of either is put behind the last item, or the whole list is written
/// anew.
fn in_list(
    text: &str,
    entry: &MapEntry,
    items: &[Tree],
    added: &[String],
    change: &AliasChange,
) -> Vec<Edit> {
    let is_gone = |item: &&Tree| address(item).is_some_and(|address| change.is_gone(&address));
    let mut edits = Vec::new();
    let mut added = added.iter();
    let mut left = 0;
    for item in items.iter().filter(is_gone) {
        match added.next() {
            Some(address) => edits.push(Edit { span: item.span.clone(), text: written(address) }),
            None => left += 1,
        }
    }
    let whole = &entry.value.span;
    if left > 0 {
        let kept = items.iter().filter(|item| !is_gone(item)).filter_map(|item| text.get(item.span.clone()));
        let taken = edits.into_iter().map(|edit| edit.text);
        let all: Vec<_> = kept.map(str::to_owned).chain(taken).collect();
        return vec![Edit { span: whole.clone(), text: format!("[{}]", all.join(", ")) }];
    }
    let more: Vec<_> = added.map(|address| written(address)).collect();
    let is_flow = text.get(whole.start..).is_some_and(|list| list.starts_with('['));
    match items.last() {
        _ if more.is_empty() => {}
        Some(last) if is_flow => edits.push(insertion(last.span.end, format!(", {}", more.join(", ")))),
        None => edits.push(insertion(whole.start + 1, more.join(", "))),
        Some(last) => {
            let begin = line_start(text, last.span.start);
            let mark = text.get(begin..last.span.start).unwrap_or_default();
            let lines = more.iter().map(|item| format!("{mark}{item}"));
            edits.push(lines_below(text, last.span.end, &lines.collect::<Vec<_>>()));
        }
    }
    edits
}

/// The list behind a key without a value.
fn in_nothing(text: &str, entry: &MapEntry, added: &[String]) -> Option<Vec<Edit>> {
    let colon = entry.key_span.end + text.get(entry.key_span.end..)?.find(':')? + 1;
    Some(vec![insertion(colon, format!(" {}", list_of(added)))])
}

fn list_of(addresses: &[String]) -> String {
    format!("[{}]", listed(addresses))
}

fn listed<'a>(addresses: impl IntoIterator<Item = &'a String>) -> String {
    addresses.into_iter().map(|address| written(address)).collect::<Vec<_>>().join(", ")
}

fn written(address: &str) -> String {
    format!("/{address}")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;
    use crate::{diagnostic::SourceFile, yaml::Pointer};

    #[track_caller]
    fn assert_changed(change: &AliasChange, cases: &[(&str, &str)]) {
        for (before, after) in cases {
            let file = SourceFile { path: "x".into(), text: (*before).into(), yaml: 0..before.len() };
            let find = |tree: &Tree| tree.at(&Pointer::from(["r"])).map(|it| it.span.clone());
            let changed = changed(
                &WorkFile::new(&file),
                |tree| find(tree).and_then(|_| tree.at(&Pointer::from(["r"]))),
                change,
            );
            assert_eq!(changed.unwrap().map_or((*before).to_owned(), |file| file.text), *after, "{before}");
        }
    }

    fn change(added: &[&str], gone: &[&str]) -> AliasChange {
        let owned = |list: &[&str]| list.iter().map(|it| (*it).to_owned()).collect();
        AliasChange { added: owned(added), gone: owned(gone) }
    }

    #[test]
    fn a_list_is_begun_where_the_record_ends() {
        assert_changed(
            &change(&["en/a/", "ja/a/"], &[]),
            &[
                ("r:\n  a: b # c\nq: 1\n", "r:\n  a: b # c\n  aliases: [/en/a/, /ja/a/]\nq: 1\n"),
                ("r:\r\n  a: b\r\n", "r:\r\n  a: b\r\n  aliases: [/en/a/, /ja/a/]\r\n"),
                ("r:\n  a: b", "r:\n  a: b\n  aliases: [/en/a/, /ja/a/]"),
                ("r: {a: b} # c\n", "r: {a: b, aliases: [/en/a/, /ja/a/]} # c\n"),
                ("r: { a: {b: c}, }\n", "r: { a: {b: c}, aliases: [/en/a/, /ja/a/], }\n"),
                (
                    "r:\n  a:\n    - b: |\n        c\n\n# d\nq: 1\n",
                    "r:\n  a:\n    - b: |\n        c\n  aliases: [/en/a/, /ja/a/]\n\n# d\nq: 1\n",
                ),
                ("r:\n  a:\nq: 1\n", "r:\n  a:\n  aliases: [/en/a/, /ja/a/]\nq: 1\n"),
                (
                    "r:\n    a: |+\n      b\n\n    c: |+\n      d\n\n\nq: 1\n",
                    "r:\n    aliases: [/en/a/, /ja/a/]\n    a: |+\n      b\n\n    c: |+\n      d\n\n\nq: 1\n",
                ),
            ],
        );
    }

    #[test]
    fn a_list_is_extended_where_it_ends() {
        assert_changed(
            &change(&["en/a/", "ja/a/"], &[]),
            &[
                ("r: {aliases: [/x/]}\n", "r: {aliases: [/x/, /en/a/, /ja/a/]}\n"),
                ("r: {aliases: [/x/, /en/a/, /%6aa/a/]}\n", "r: {aliases: [/x/, /en/a/, /%6aa/a/]}\n"),
                ("r:\n  aliases: []\n", "r:\n  aliases: [/en/a/, /ja/a/]\n"),
                ("r:\n  aliases: # none\n  a: b\n", "r:\n  aliases: [/en/a/, /ja/a/] # none\n  a: b\n"),
                (
                    "r:\n  aliases:\n  - /x/ # y\n  a: b\n",
                    "r:\n  aliases:\n  - /x/ # y\n  - /en/a/\n  - /ja/a/\n  a: b\n",
                ),
                (
                    "r:\n  aliases:\n    - '/x/'\n    - /en/a/\n",
                    "r:\n  aliases:\n    - '/x/'\n    - /en/a/\n    - /ja/a/\n",
                ),
            ],
        );
    }

    #[test]
    fn what_goes_gives_its_place_to_what_comes() {
        assert_changed(
            &change(&["en/a/"], &["en/b/", "ja/b/"]),
            &[
                ("r: {aliases: [/x/, /en/b/]}\n", "r: {aliases: [/x/, /en/a/]}\n"),
                ("r:\n  aliases:\n    - /en/b/ # c\n", "r:\n  aliases:\n    - /en/a/ # c\n"),
                ("r: {aliases: [/en/b/, '/x/', /ja/b/c/]}\n", "r: {aliases: ['/x/', /en/a/]}\n"),
            ],
        );
        assert_changed(
            &change(&[], &["en/b/"]),
            &[
                ("r: {aliases: [/en/b/]}\n", "r: {aliases: []}\n"),
                ("r: {a: b, aliases: [/en/b/], c: d}\n", "r: {a: b, c: d}\n"),
                ("r:\n  a: b\n  aliases: [/en/b/]\n  c: d\n", "r:\n  a: b\n  c: d\n"),
                ("r:\n  a: b\n  aliases:\n    - /en/b/\n    - /en/b/c/\nq: 1\n", "r:\n  a: b\nq: 1\n"),
                ("r:\n  a: b\n  aliases: [/en/b/, /en/c/]\n", "r:\n  a: b\n  aliases: [/en/c/]\n"),
                ("r:\r\n  a: b\r\n  aliases: [/en/b/]\r\nq: 1\r\n", "r:\r\n  a: b\r\nq: 1\r\n"),
                ("r:\n  a: b # c\n  aliases: [/en/b/]", "r:\n  a: b # c"),
                ("r: {a: b, aliases: [/en/b/]} # why\n", "r: {a: b} # why\n"),
                ("r:\n  aliases: [/en/b/]\n  # on d\n  c: d\n", "r:\n  # on d\n  c: d\n"),
                ("r: {a: b,\n  aliases: [/en/b/],\n  c: d} # why\n", "r: {a: b,\n  c: d} # why\n"),
            ],
        );
    }

    #[test]
    fn the_key_stays_where_a_comment_tells_of_it() {
        assert_changed(
            &change(&[], &["en/b/"]),
            &[
                ("r:\n  aliases: [/en/b/] # why\n  a: b\n", "r:\n  aliases: [] # why\n  a: b\n"),
                ("r:\n  a: b\n  aliases: [/en/b/] # why\n", "r:\n  a: b\n  aliases: [] # why\n"),
                ("r:\n  a: b\n  # why\n  aliases: [/en/b/]\n", "r:\n  a: b\n  # why\n  aliases: []\n"),
                ("r:\n  a: b\n  aliases: # why\n    - /en/b/\n", "r:\n  a: b\n  aliases: # why\n    []\n"),
                ("r:\n  a: b\n  aliases:\n    - /en/b/ # why\n", "r:\n  a: b\n  aliases:\n    [] # why\n"),
                ("r: {a: b, # c\n  aliases: [/en/b/], c: d}\n", "r: {a: b, # c\n  aliases: [], c: d}\n"),
                (
                    "r: {a: b,\n  aliases: [/en/b/], # d\n  c: d}\n",
                    "r: {a: b,\n  aliases: [], # d\n  c: d}\n",
                ),
            ],
        );
    }
}
