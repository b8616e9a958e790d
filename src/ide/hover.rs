//! What is known of what the cursor points at.

use std::ops::Range;

use super::{
    archive::{FileParts, KnownArchive, OpenDocument, clamped},
    mention::named_thing,
    record_cards::card,
    scan::PlaceInYaml,
    schema_place::FileSchema,
    yaml_cursor::YamlCursor,
};
use crate::{lang::Lang, yaml::Step};

/// What is known of what the cursor points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// What it is about.
    pub range: Range<usize>,
    /// Markdown, in a few lines.
    pub markdown: String,
}

/// The record that the cursor points at, with what became of it and how its translations stand; or else what the key or the
/// value means. A record is worded in a language.
#[must_use]
pub fn hover(
    archive: &KnownArchive<'_>,
    document: OpenDocument<'_>,
    offset: usize,
    lang: Lang,
) -> Option<Hover> {
    let parts = FileParts::of(document)?;
    let cursor = clamped(document.text, offset);
    let record = named_thing(*archive, &parts, cursor).and_then(|named| {
        let markdown = card(archive.site, &named.mention, lang)?;
        Some(Hover { range: named.range, markdown })
    });
    record.or_else(|| meaning(&parts, cursor))
}

/// What the format says of a key or a value.
fn meaning(parts: &FileParts<'_>, cursor: usize) -> Option<Hover> {
    if parts.body_start.is_some_and(|start| cursor >= start) {
        return None;
    }
    let at = YamlCursor::at(parts.text, &parts.yaml, cursor).filter(|at| !at.span.is_empty())?;
    let schema = FileSchema::of(parts.file.schema());
    let written = parts.text.get(at.span.clone())?;
    let markdown = if at.place == PlaceInYaml::Key {
        let way: Vec<_> = at.way.iter().cloned().chain([Step::from(written)]).collect();
        schema.description(&way)?.to_owned()
    } else {
        let values = schema.values(&at.way);
        values.into_iter().find(|(value, _)| *value == written)?.1?.to_owned()
    };
    Some(Hover { range: at.span, markdown })
}
