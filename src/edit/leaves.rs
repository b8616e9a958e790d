//! What a document of YAML says, to be compared with what it is to say.

use crate::yaml::{Tree, ValueKind};

/// A value with the way to it.
pub type Leaf = (Vec<String>, String);

/// Every value with the way to it, but for what stands under a key that is left out; the values and keys that begin at one of
/// these places as they are to be.
#[must_use]
pub fn leaves(tree: &Tree, values: &[(usize, String)], left_out: Option<&str>) -> Vec<Leaf> {
    let mut found = Vec::new();
    collect(tree, (values, left_out), &mut Vec::new(), &mut found);
    found
}

fn collect(
    tree: &Tree,
    (values, left_out): (&[(usize, String)], Option<&str>),
    way: &mut Vec<String>,
    found: &mut Vec<Leaf>,
) {
    let as_changed = |at: usize, text: &str| {
        let changed = values.iter().find(|(start, _)| *start == at);
        changed.map_or_else(|| text.to_owned(), |(_, value)| value.clone())
    };
    match &tree.kind {
        ValueKind::Map(entries) => {
            found.push((way.clone(), "{}".to_owned()));
            for entry in entries.iter().filter(|entry| Some(entry.key.as_str()) != left_out) {
                way.push(as_changed(entry.key_span.start, &entry.key));
                collect(&entry.value, (values, left_out), way, found);
                way.pop();
            }
        }
        ValueKind::List(items) => {
            found.push((way.clone(), "[]".to_owned()));
            for (index, item) in items.iter().enumerate() {
                way.push(index.to_string());
                collect(item, (values, left_out), way, found);
                way.pop();
            }
        }
        // A block ends with a line break, which is no part of a name.
        ValueKind::Scalar(text, _) => {
            let changed = as_changed(tree.span.start, text);
            let is_changed = values.iter().any(|(start, _)| *start == tree.span.start);
            let end = text.get(text.trim_end().len()..).filter(|_| is_changed).unwrap_or_default();
            let start = text.get(..text.len() - text.trim_start().len()).filter(|_| is_changed);
            found.push((way.clone(), [start.unwrap_or_default(), &changed, end].concat()));
        }
        ValueKind::Alias(_) => found.push((way.clone(), "*".to_owned())),
    }
}
