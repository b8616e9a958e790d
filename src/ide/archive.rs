//! What the language features work on: an archive as it was checked last, and the text that somebody is typing.

use std::ops::Range;

use crate::{
    diagnostic::Sources,
    lang::Lang,
    plan::PlannedPage,
    rename::NamingFile,
    schema::SchemaKind,
    site::Site,
    source::{NoteKind, note_name, unfinished_parts},
};

/// An archive as it was checked last. It may be older than the text being typed.
#[derive(Clone, Copy)]
pub struct KnownArchive<'a> {
    /// Its records.
    pub site: &'a Site,
    /// Its texts.
    pub sources: &'a Sources,
    /// Its pages.
    pub plan: &'a [PlannedPage],
}

/// A text as it stands in the editor.
#[derive(Clone, Copy, Debug)]
pub struct OpenDocument<'a> {
    /// Relative to the root, with `/` between folders.
    pub path: &'a str,
    /// All of it.
    pub text: &'a str,
}

/// A stretch of a file, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPlace {
    /// Relative to the root, with `/` between folders.
    pub path: String,
    /// The stretch; an empty one points at a position.
    pub range: Range<usize>,
}

/// What a file of the archive is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ContentFile<'p> {
    Note(NoteKind, &'p str, Lang),
    Registry(&'p str, SchemaKind),
}

/// The parts of a file.
#[derive(Clone, Debug)]
pub(super) struct FileParts<'a> {
    pub(super) path: &'a str,
    pub(super) text: &'a str,
    pub(super) file: ContentFile<'a>,
    pub(super) yaml: Range<usize>,
    /// Where the text begins below the front matter.
    pub(super) body_start: Option<usize>,
}

impl<'p> ContentFile<'p> {
    /// What the file of a path is.
    pub(super) fn of(path: &'p str) -> Option<Self> {
        let inner = path.strip_prefix("content/")?;
        let note = |kind| note_name(inner).map(|(id, lang)| Self::Note(kind, id, lang));
        match inner.split_once('/') {
            Some(("meetings", _)) => note(NoteKind::Meeting),
            Some(("pages", _)) => note(NoteKind::Page),
            Some(_) => None,
            None => {
                let stem = inner.strip_suffix(".yaml")?;
                let is_registry = |kind: SchemaKind| !matches!(kind, SchemaKind::Meeting | SchemaKind::Page);
                let kind = SchemaKind::ALL.iter().copied().find(|kind| kind.name() == stem)?;
                is_registry(kind).then_some(Self::Registry(path, kind))
            }
        }
    }

    pub(super) fn schema(self) -> SchemaKind {
        match self {
            Self::Note(NoteKind::Meeting, ..) => SchemaKind::Meeting,
            Self::Note(NoteKind::Page, ..) => SchemaKind::Page,
            Self::Registry(_, kind) => kind,
        }
    }

    /// Where its YAML names records.
    pub(super) fn naming(self) -> NamingFile<'p> {
        match self {
            Self::Note(NoteKind::Meeting, ..) => NamingFile::Meeting,
            Self::Note(NoteKind::Page, ..) => NamingFile::Page,
            Self::Registry(path, _) => NamingFile::Registry(path),
        }
    }

    /// The meeting whose note it is.
    pub(super) fn meeting(self) -> Option<&'p str> {
        match self {
            Self::Note(NoteKind::Meeting, id, _) => Some(id),
            _ => None,
        }
    }

    pub(super) fn lang(self) -> Option<Lang> {
        match self {
            Self::Note(_, _, lang) => Some(lang),
            Self::Registry(..) => None,
        }
    }
}

impl<'a> FileParts<'a> {
    /// The parts of a text, finished or not.
    pub(super) fn of(document: OpenDocument<'a>) -> Option<Self> {
        let OpenDocument { path, text } = document;
        let file = ContentFile::of(path)?;
        let (yaml, body_start) = match file {
            ContentFile::Note(..) => unfinished_parts(text),
            ContentFile::Registry(..) => {
                let mark = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
                (mark..text.len(), None)
            }
        };
        Some(Self { path, text, file, yaml, body_start })
    }
}

impl<'a> KnownArchive<'a> {
    /// Every file with records, with the text that is typed in the place of that which was checked.
    pub(super) fn files(self, document: OpenDocument<'a>) -> impl Iterator<Item = FileParts<'a>> {
        let files = self.sources.files().iter().filter(|file| !file.text.is_empty());
        let others = files.map(|file| OpenDocument { path: &file.path, text: &file.text });
        let others = others.filter(move |file| file.path != document.path);
        std::iter::once(document).chain(others).filter_map(FileParts::of)
    }

    /// The notes with an id, the one in a language first.
    pub(super) fn notes(
        self,
        document: OpenDocument<'a>,
        kind: NoteKind,
        id: &str,
        first: Lang,
    ) -> Vec<FileParts<'a>> {
        let files = self.sources.files().iter().filter(|file| !file.text.is_empty());
        let others = files.map(|file| OpenDocument { path: &file.path, text: &file.text });
        let others = others.filter(|file| file.path != document.path);
        // Most files are others: they are told by their names alone.
        let is_note = |file: &OpenDocument<'a>| matches!(ContentFile::of(file.path), Some(ContentFile::Note(known, name, _)) if known == kind && name == id);
        let files = std::iter::once(document).chain(others).filter(is_note);
        let mut notes: Vec<_> = files.filter_map(FileParts::of).collect();
        notes.sort_by_key(|note| note.file.lang() != Some(first));
        notes
    }

    /// The file of a path.
    pub(super) fn file(self, document: OpenDocument<'a>, path: &str) -> Option<FileParts<'a>> {
        if document.path == path {
            return FileParts::of(document);
        }
        let file = self.sources.file(self.sources.find(path)?);
        FileParts::of(OpenDocument { path: &file.path, text: &file.text })
    }

    /// The language in which somebody writes a file: of a registry, the first of the site.
    pub(super) fn lang_of(self, document: OpenDocument<'_>) -> Lang {
        let lang = ContentFile::of(document.path).and_then(ContentFile::lang);
        lang.unwrap_or(self.site.config.languages[0])
    }
}

/// The nearest place at a character that is not behind one.
pub(super) fn clamped(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset.min(text.len()))
}
