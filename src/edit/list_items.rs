//! Items come in at the end of a list of maps, written as the items before them are.

use super::{
    lines::{blanks, insertion, line_start, lines_below, with_pair},
    scalars::scalar,
    work_file::Edit,
};
use crate::yaml::{MapEntry, Tree, ValueKind};

/// The keys and values of an item.
pub type ItemPairs = Vec<(&'static str, String)>;

/// The edits that would put items at the end of a list, which stands under a key of a map: those that look best first. Where the
/// key is missing, it comes too.
#[must_use]
pub fn with_items(text: &str, map: &Tree, key: &str, items: &[ItemPairs]) -> Vec<Vec<Edit>> {
    let ValueKind::Map(entries) = &map.kind else { return Vec::new() };
    let in_brackets: Vec<_> = items.iter().map(in_braces).collect();
    let in_brackets = in_brackets.join(", ");
    let Some(entry) = entries.find(key) else {
        let lines = items.iter().flat_map(|item| block("  - ", item));
        let lines: Vec<_> = [format!("{key}:")].into_iter().chain(lines).collect();
        let pair = format!("{key}: [{in_brackets}]");
        let in_one_line = with_pair(text, map, &pair, std::slice::from_ref(&pair));
        return with_pair(text, map, &pair, &lines).into_iter().chain(in_one_line).collect();
    };
    match &entry.value.kind {
        ValueKind::List(there) => behind(text, entry, there, items, &in_brackets),
        _ if entry.value.is_nothing() => behind_colon(text, entry, &in_brackets).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Behind the last item: in lines as its own are, or in brackets.
fn behind(
    text: &str,
    entry: &MapEntry,
    there: &[Tree],
    items: &[ItemPairs],
    in_brackets: &str,
) -> Vec<Vec<Edit>> {
    let whole = &entry.value.span;
    let Some(last) = there.last() else {
        return vec![vec![insertion(whole.start + 1, in_brackets.to_owned())]];
    };
    if text.get(whole.start..).is_some_and(|list| list.starts_with('[')) {
        return vec![vec![insertion(last.span.end, format!(", {in_brackets}"))]];
    }
    let begin = line_start(text, last.span.start);
    let before = text.get(begin..last.span.start).unwrap_or_default();
    let mark = if before.trim() == "-" {
        before.to_owned()
    } else {
        // An anchor or a tag belongs to that item alone, and may stand above it.
        let above = text.get(..last.span.start).unwrap_or_default();
        let line = above.lines().rev().find(|line| line.trim_start().starts_with('-')).unwrap_or_default();
        format!("{}- ", blanks(line.split('-').next().unwrap_or_default()))
    };
    let is_flow = text.get(last.span.start..).is_some_and(|item| item.starts_with('{'));
    let braces: Vec<_> = items.iter().map(|item| format!("{mark}{}", in_braces(item))).collect();
    let blocks: Vec<_> = items.iter().flat_map(|item| block(&mark, item)).collect();
    let [first, second] = if is_flow { [braces, blocks] } else { [blocks, braces] };
    [first, second].map(|lines| vec![lines_below(text, whole.end, &lines)]).into()
}

fn behind_colon(text: &str, entry: &MapEntry, in_brackets: &str) -> Option<Vec<Edit>> {
    let colon = entry.key_span.end + text.get(entry.key_span.end..)?.find(':')? + 1;
    Some(vec![insertion(colon, format!(" [{in_brackets}]"))])
}

fn in_braces(item: &ItemPairs) -> String {
    let pairs: Vec<_> = item.iter().map(|(key, value)| format!("{key}: {}", scalar(value))).collect();
    format!("{{{}}}", pairs.join(", "))
}

/// An item in lines, the first of which begins with a mark such as `  - `.
fn block(mark: &str, item: &ItemPairs) -> Vec<String> {
    if item.is_empty() {
        return vec![format!("{mark}{{}}")];
    }
    let indentation = blanks(mark);
    let pairs = item.iter().enumerate().map(|(at, (key, value))| {
        format!("{}{key}: {}", if at == 0 { mark } else { &indentation }, scalar(value))
    });
    pairs.collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;
    use crate::{diagnostic::SourceFile, edit::WorkFile, yaml::Pointer};

    /// The text with an item more in `l` of `r`, in the first way that would do.
    fn extended(text: &str) -> String {
        let file = WorkFile::new(&SourceFile { path: "x".into(), text: text.into(), yaml: 0..text.len() });
        let tree = file.tree().unwrap();
        let map = tree.at(&Pointer::from(["r"])).unwrap();
        let item = vec![("s", "x".to_owned()), ("n", "a: b".to_owned())];
        let ways = with_items(text, map, "l", &[Vec::new(), item]);
        file.edited(&ways[0]).text
    }

    #[test]
    fn an_item_is_written_as_those_before_it() {
        for (before, after) in [
            ("r:\n  l: [{s: y}]\n", "r:\n  l: [{s: y}, {}, {s: x, n: 'a: b'}]\n"),
            ("r: {l: [], a: 1}\n", "r: {l: [{}, {s: x, n: 'a: b'}], a: 1}\n"),
            ("r:\n  l: # none\n", "r:\n  l: [{}, {s: x, n: 'a: b'}] # none\n"),
            (
                "r:\n  l:\n    - s: y # c\n      n: z\n  b: 1\n",
                "r:\n  l:\n    - s: y # c\n      n: z\n    - {}\n    - s: x\n      n: 'a: b'\n  b: 1\n",
            ),
            (
                "r:\r\n  l:\r\n  - {s: y}\r\n",
                "r:\r\n  l:\r\n  - {s: y}\r\n  - {}\r\n  - {s: x, n: 'a: b'}\r\n",
            ),
            ("r:\n  l:\n  -   s: y\n", "r:\n  l:\n  -   s: y\n  -   {}\n  -   s: x\n      n: 'a: b'\n"),
            ("r:\n  l:\n  - &k\n    s: y\n", "r:\n  l:\n  - &k\n    s: y\n  - {}\n  - s: x\n    n: 'a: b'\n"),
        ] {
            assert_eq!(extended(before), after);
        }
    }

    #[test]
    fn a_list_is_begun_where_there_is_none() {
        for (before, after) in [
            ("r: {a: b} # c\n", "r: {a: b, l: [{}, {s: x, n: 'a: b'}]} # c\n"),
            (
                "r:\n    a: b # c\nq: 1\n",
                "r:\n    a: b # c\n    l:\n      - {}\n      - s: x\n        n: 'a: b'\nq: 1\n",
            ),
            ("r:\n  a: |\n    b\n", "r:\n  a: |\n    b\n  l:\n    - {}\n    - s: x\n      n: 'a: b'\n"),
            ("r:\n  a: b", "r:\n  a: b\n  l:\n    - {}\n    - s: x\n      n: 'a: b'"),
        ] {
            assert_eq!(extended(before), after);
        }
    }
}
