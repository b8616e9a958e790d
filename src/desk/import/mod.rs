//! A statement becomes the draft of a meeting: what it says, and what it may have set down.

mod actors;
mod body;
mod document;
mod docx_file;
mod draft;
mod encoding;
mod file_kind;
mod found_dates;
mod front_matter;
mod html_file;
mod inline;
mod names;
mod numbering;
mod operative;
mod participants;
mod pdf_text;
mod place;
mod plain_text;
mod proposals;
mod read_error;
mod reading;
mod request;
mod scalar;
mod sentences;
mod short_name;
mod structure;
mod tracks;
mod twin;
mod verbs;
mod xml_tree;

pub use document::{StatementBlock, StatementText};
pub use draft::{ArchiveKnowledge, ImportDraft, first_draft, language_of};
pub use file_kind::{StatementKind, file_kind};
pub use read_error::ReadError;
pub use reading::{StatementFile, read};
pub use request::ImportRequest;
pub use twin::{FirstNote, second_draft};
pub use verbs::{DEFAULT_VERBS, VerbTable};

use crate::lang::Lang;

/// Whether import made a note.
#[must_use]
pub fn is_made_by_import(text: &str) -> bool {
    text.lines().nth(1).is_some_and(|line| line.starts_with(front_matter::MARK))
}

/// Whether a note still waits for its language, as import made it.
#[must_use]
pub fn is_waiting(text: &str, id: &str, lang: Lang) -> bool {
    front_matter::is_waiting(text, id, lang)
}
