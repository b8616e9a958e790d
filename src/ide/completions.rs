//! What is offered at a place of a file.

use super::{
    archive::{FileParts, KnownArchive, OpenDocument, clamped},
    body_completions::body_completions,
    completion::Completion,
    yaml_completions::yaml_completions,
};

/// What may be written at the cursor, the best first.
#[must_use]
pub fn completions(archive: &KnownArchive<'_>, document: OpenDocument<'_>, offset: usize) -> Vec<Completion> {
    let Some(parts) = FileParts::of(document) else { return Vec::new() };
    let cursor = clamped(document.text, offset);
    match parts.body_start {
        Some(start) if cursor >= start => body_completions(*archive, document, &parts, start, cursor),
        _ => yaml_completions(*archive, document, &parts, cursor),
    }
}
