//! What a file is by its name, and whether its bytes are of that kind.

use super::read_error::ReadError;

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

/// What files begin with that are no text, and the remedy for those that cannot be read.
const SIGNS: [(&[u8], &str, Option<&str>); 5] = [
    (b"PK\x03\x04", "a Word file or another package", Some("docx")),
    (b"%PDF-", "a PDF", Some("pdf")),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file; save it as .docx", None),
    (b"{\\rtf", "a file in rich text; save it as .docx", None),
    (b"\x1f\x8b", "a compressed file; unpack it first", None),
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
        let known = ENDINGS.map(|(ending, _)| format!(".{ending}")).join(", ");
        return Err(ReadError(format!(
            "the name of {name} says nothing that can be read; it must end in one of {known}"
        )));
    };
    if bytes.is_empty() {
        return Err(ReadError(format!("{name} is empty; name a file that holds the statement")));
    }
    let sign = SIGNS.iter().find(|(sign, _, _)| bytes.starts_with(sign));
    let found = match sign {
        Some((_, _, Some(own))) if *own == ending => return Ok(kind),
        Some((_, what, Some(own))) => {
            format!("it is {what}; if it is the statement, give it a name that ends in .{own}")
        }
        Some((_, what, None)) => format!("it is {what}"),
        None if matches!(kind, StatementKind::Word | StatementKind::Pdf) => {
            format!("it is no .{ending}; if it is plain text, give it a name that ends in .txt")
        }
        None => return Ok(kind),
    };
    Err(ReadError(format!("{name} is not what its name says: {found}")))
}
