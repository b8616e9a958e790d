//! Where what is named at the cursor is declared.

use super::{
    archive::{FileParts, KnownArchive, OpenDocument, TextPlace, clamped},
    declarations::declarations,
    mention::named_thing,
};

/// Where what is named at the cursor is declared: of a record with two notes both places. At one of the two, only the other.
#[must_use]
pub fn definitions(archive: &KnownArchive<'_>, document: OpenDocument<'_>, offset: usize) -> Vec<TextPlace> {
    let Some(parts) = FileParts::of(document) else { return Vec::new() };
    let Some(named) = named_thing(*archive, &parts, clamped(document.text, offset)) else {
        return Vec::new();
    };
    let found = declarations(*archive, document, &named.mention);
    let is_here = |place: &TextPlace| place.path == document.path && place.range == named.range;
    let others: Vec<_> = found.iter().filter(|place| !is_here(place)).cloned().collect();
    if others.is_empty() { found } else { others }
}
