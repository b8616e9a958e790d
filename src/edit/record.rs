//! Where the records are in a file.

use crate::yaml::{Pointer, Tree, ValueKind};

/// A record inside of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordInFile {
    /// The note itself.
    Note,
    /// The commitment with this id.
    Commitment(String),
    /// The record of a registry with this id.
    Entry(String),
}

impl RecordInFile {
    /// The records of a file, each with its map.
    #[must_use]
    pub fn all(tree: &Tree, is_note: bool) -> Vec<(Self, &Tree)> {
        let ValueKind::Map(entries) = &tree.kind else { return Vec::new() };
        if !is_note {
            return entries.iter().map(|entry| (Self::Entry(entry.key.clone()), &entry.value)).collect();
        }
        let list = entries.find("commitments").map(|entry| &entry.value.kind);
        let Some(ValueKind::List(items)) = list else { return vec![(Self::Note, tree)] };
        let commitments =
            items.iter().filter_map(|item| Some((Self::Commitment(value(item, "id")?.to_owned()), item)));
        [(Self::Note, tree)].into_iter().chain(commitments).collect()
    }

    /// The record's map.
    #[must_use]
    pub fn find<'t>(&self, tree: &'t Tree) -> Option<&'t Tree> {
        let ValueKind::Map(entries) = &tree.kind else { return None };
        match self {
            Self::Note => Some(tree),
            Self::Entry(id) => entries.find(id).map(|entry| &entry.value),
            Self::Commitment(id) => {
                let list = &entries.find("commitments")?.value;
                list.step(&item_with_id(list, id)?.into())
            }
        }
    }

    /// Whether a record's map holds its facts, rather than texts alone.
    #[must_use]
    pub fn has_facts(&self, record: &Tree) -> bool {
        let ValueKind::Map(entries) = &record.kind else { return false };
        match self {
            Self::Note => entries.find("date").is_some(),
            Self::Commitment(_) => entries.find("kind").is_some(),
            Self::Entry(_) => true,
        }
    }
}

/// The place in a list of the map with this id.
#[must_use]
pub fn item_with_id(list: &Tree, id: &str) -> Option<usize> {
    let ValueKind::List(items) = &list.kind else { return None };
    items.iter().position(|item| value(item, "id") == Some(id))
}

/// Whether a value, or something around it, is repeated elsewhere by an alias: what changes here would change there too.
#[must_use]
pub fn is_repeated(tree: &Tree, place: &Pointer) -> bool {
    let around = (0..=place.0.len()).filter_map(|length| tree.at(&Pointer(place.0[..length].to_vec())));
    let anchors: Vec<_> = around.map(|value| value.anchor).filter(|anchor| *anchor != 0).collect();
    let mut is_repeated = false;
    if !anchors.is_empty() {
        tree.each(&mut |value| {
            is_repeated |= matches!(value.kind, ValueKind::Alias(anchor) if anchors.contains(&anchor));
        });
    }
    is_repeated
}

fn value<'t>(record: &'t Tree, key: &str) -> Option<&'t str> {
    let ValueKind::Map(entries) = &record.kind else { return None };
    match &entries.find(key)?.value.kind {
        ValueKind::Scalar(text, _) => Some(text.trim()),
        _ => None,
    }
}
