//! The id at the cursor that can become another.

use std::ops::Range;

use super::{
    archive::{FileParts, KnownArchive, OpenDocument, clamped},
    mention::{NamedTarget, named_thing},
};
use crate::rename::RenameKind;

/// A record that is named at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedRecord {
    /// What it is.
    pub kind: RenameKind,
    /// Its id; of a commitment MEETING/ID.
    pub id: String,
    /// Where its id stands; of a commitment without the meeting.
    pub range: Range<usize>,
}

/// The record that is named at the cursor, if its id can become another.
#[must_use]
pub fn named_at(
    archive: &KnownArchive<'_>,
    document: OpenDocument<'_>,
    offset: usize,
) -> Option<NamedRecord> {
    let parts = FileParts::of(document)?;
    let named = named_thing(*archive, &parts, clamped(document.text, offset))?;
    match named.mention {
        NamedTarget::Record(kind, id) => Some(NamedRecord { kind, id, range: named.range }),
        _ => None,
    }
}
