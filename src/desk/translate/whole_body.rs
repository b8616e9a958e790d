//! The notes of a record come into a file that has none: the blocks of the source with the words of the translation.

use super::{
    inline::{CodeKind, Inline, Markup, inlines},
    record::TranslationRecord,
    text_unit::{TextUnit, UnitPlace},
};
use crate::{
    diagnostic::SourceFile,
    edit::{Edit, WorkFile, insertion},
    source::NoteSource,
};

/// The file with all blocks of the source's notes, each in the words of the translation. `None` if they would not be read as
/// the same blocks.
pub(super) fn with_body(
    file: &WorkFile,
    record: &TranslationRecord<'_>,
    (note, yaml_end): (&NoteSource, usize),
    (source, source_start): (&SourceFile, usize),
    words: &[(&TextUnit, String)],
) -> Option<WorkFile> {
    let edits = words.iter().filter_map(|(unit, text)| match &unit.place {
        UnitPlace::Body { source, .. } => Some(Edit { span: source.clone(), text: text.clone() }),
        _ => None,
    });
    let edits: Vec<_> = edits.collect();
    let translated = WorkFile::new(source).edited(&edits);
    let body = translated.text.get(source_start..)?;
    let end = if file.text.ends_with('\n') { "\n" } else { "\n\n" };
    let body = format!("{end}{}", without_comments(body).trim_start());
    let edited = file.edited(&[insertion(file.text.len(), body)]);
    let (before, after) = (&record.source.body.units, edited.note(note, yaml_end)?.body.units);
    let is_same = before.len() == after.len() && before.iter().zip(&after).all(|(a, b)| a.kind == b.kind);
    is_same.then_some(edited)
}

/// Comments of the source are about its own words.
fn without_comments(text: &str) -> String {
    let parts = inlines(text, Markup::Markdown).into_iter().map(|part| match part {
        Inline::Code(CodeKind::Comment, _) => String::new(),
        Inline::Text(text) | Inline::Code(_, text) => text,
    });
    parts.collect()
}
