//! The text of a note below its front matter, parsed as a build does it.

use std::ops::Range;

use super::archive::{ContentFile, FileParts};
use crate::{
    diagnostic::{SourceFile, Sources},
    model::UnitKind,
    rename::{NameInBody, names_in_body},
    source::{NoteDraft, NoteKind, NoteSource, parse_note},
};

/// Facts that can be read: those of a note that somebody is typing often cannot.
const FRONT_MATTER: &str = "---\ntitle: a\n---\n";

/// The text of a note.
pub(super) struct NoteText {
    draft: NoteDraft,
    /// With facts of its own before it.
    text: String,
    body_start: usize,
}

/// A heading of a note.
#[derive(Clone, Debug)]
pub(super) struct NoteHeading {
    pub(super) level: u8,
    pub(super) anchor: String,
    pub(super) text: String,
    pub(super) is_authored: bool,
    /// Where it stands in the file.
    pub(super) span: Range<usize>,
}

impl NoteText {
    pub(super) fn of(parts: &FileParts<'_>) -> Option<Self> {
        let body_start = parts.body_start?;
        let lang = parts.file.lang()?;
        let ContentFile::Note(_, id, _) = parts.file else { return None };
        let text = [FRONT_MATTER, parts.text.get(body_start..)?].concat();
        let mut sources = Sources::default();
        let yaml = "---\n".len()..FRONT_MATTER.len() - "---\n".len();
        let file = SourceFile { path: parts.path.to_owned(), text: text.as_str().into(), yaml };
        let source = sources.add(file);
        let (kind, body_start_there) = (NoteKind::Page, FRONT_MATTER.len());
        let note = NoteSource { source, kind, id: id.to_owned(), lang, body_start: body_start_there };
        let draft = parse_note(&note, &sources).0?;
        Some(Self { draft, text, body_start })
    }

    fn moved(&self, span: &Range<usize>) -> Range<usize> {
        let moved = |at: usize| (at + self.body_start).saturating_sub(FRONT_MATTER.len());
        moved(span.start)..moved(span.end)
    }

    /// What the text names, with its places in the file.
    pub(super) fn names(&self) -> Vec<NameInBody<'_>> {
        let mut names = names_in_body(&self.text, &self.draft);
        for name in &mut names {
            name.span = self.moved(&name.span);
        }
        names
    }

    pub(super) fn headings(&self) -> Vec<NoteHeading> {
        let body = &self.draft.body;
        let headings = body.units.iter().filter_map(|unit| {
            let UnitKind::Heading(at) = unit.kind else { return None };
            let heading = body.headings.get(at)?;
            Some(NoteHeading {
                level: heading.level,
                anchor: heading.id.to_string(),
                text: heading.text.to_string(),
                is_authored: heading.is_authored,
                span: self.moved(&unit.span),
            })
        });
        headings.collect()
    }
}
