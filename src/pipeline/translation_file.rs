//! The beginning of a record's file in the other language, made from what was read.

use std::{collections::BTreeSet, io};

use super::workspace::Workspace;
use crate::{scaffold, source::Changes};

/// The path and the text of the file in the other language for the note with this path from the root; nothing where it is no
/// note that can be read, or has that file.
///
/// # Errors
///
/// When the content folder cannot be read at all.
pub fn translation_file(workspace: &mut Workspace, path: &str) -> io::Result<Option<(String, String)>> {
    let parsed = workspace.parse(&Changes::Paths(BTreeSet::new()))?;
    let inventory = &parsed.inventory;
    let note = inventory.notes.iter().find(|note| inventory.sources.path(note.source) == path);
    let Some(note) = note else { return Ok(None) };
    let is_there = inventory
        .notes
        .iter()
        .any(|other| other.kind == note.kind && other.id == note.id && other.lang == note.lang.other());
    let draft = parsed.drafts.iter().find(|draft| draft.source == note.source).filter(|_| !is_there);
    Ok(draft.and_then(|draft| scaffold::translation_file(draft, path)))
}
