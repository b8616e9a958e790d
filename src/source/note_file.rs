//! The file of a note: what its path says of it.

use crate::{diagnostic::SourceId, lang::Lang};

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// A meeting.
    Meeting,
    /// A page beside the records.
    Page,
}

/// A note or page that was read.
#[derive(Debug)]
pub struct NoteSource {
    /// The file.
    pub source: SourceId,
    /// Whether it is a meeting or a page.
    pub kind: NoteKind,
    /// Its id, from the file's name.
    pub id: String,
    /// Its language, from the file's name.
    pub lang: Lang,
    /// Where its body begins, in bytes.
    pub body_start: usize,
}

/// The id and language of a note, from its path.
#[must_use]
pub fn note_name(path: &str) -> Option<(&str, Lang)> {
    let name = path.rsplit('/').next()?.strip_suffix(".md")?;
    let (id, code) = name.rsplit_once('.')?;
    Some((id, Lang::from_code(code)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_named_by_id_and_language() {
        assert_eq!(note_name("content/meetings/2010/a-b.en.md"), Some(("a-b", Lang::En)));
        assert_eq!(note_name("a.b.ja.md"), Some(("a.b", Lang::Ja)));
        for other in ["a.md", "a.fr.md", "en.md", "a.en.txt", "a.en"] {
            assert_eq!(note_name(other), None, "{other}");
        }
    }
}
