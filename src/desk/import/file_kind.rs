//! What a file is by its name, and whether its bytes are of that kind.

use super::read_error::ReadError;
use crate::lang::{Message, say};

/// What a file of a statement can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementKind {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A saved page.
    Html,
    /// A Word file.
    Word,
    /// A PDF.
    Pdf,
}

/// How the names of files end, by kind.
const ENDINGS: [(&str, StatementKind); 7] = [
    ("txt", StatementKind::Text),
    ("md", StatementKind::Markdown),
    ("markdown", StatementKind::Markdown),
    ("html", StatementKind::Html),
    ("htm", StatementKind::Html),
    ("docx", StatementKind::Word),
    ("pdf", StatementKind::Pdf),
];

/// What files begin with that are no text, what is said of them, and how the names of those end that can be read.
const SIGNS: [(&[u8], &str, Option<&str>); 5] = [
    (b"PK\x03\x04", "it-is-a-package", Some("docx")),
    (b"%PDF-", "it-is-a-pdf", Some("pdf")),
    (b"\xd0\xcf\x11\xe0", "it-is-old-office", None),
    (b"{\\rtf", "it-is-rich-text", None),
    (b"\x1f\x8b", "it-is-compressed", None),
];

/// The kind of a file.
///
/// # Errors
///
/// [`ReadError`], if its name has no known ending, or its bytes are of another kind.
pub fn file_kind(name: &str, bytes: &[u8]) -> Result<StatementKind, ReadError> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let kind = ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind);
    let Some(kind) = kind else {
        let endings = ENDINGS.map(|(ending, _)| format!(".{ending}")).join(", ");
        return Err(ReadError(say!("statement-ending-unknown", file = name, endings)));
    };
    if bytes.is_empty() {
        return Err(ReadError(say!("statement-file-empty", file = name)));
    }
    let sign = SIGNS.iter().find(|(sign, _, _)| bytes.starts_with(sign));
    let found = match sign {
        Some((_, _, Some(own))) if *own == ending => return Ok(kind),
        Some((_, what, _)) => Message::new(what),
        None if matches!(kind, StatementKind::Word | StatementKind::Pdf) => {
            say!("it-is-no-such-file", ending)
        }
        None => return Ok(kind),
    };
    Err(ReadError(say!("not-what-name-says", file = name, found)))
}
