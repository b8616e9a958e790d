//! What is asked of an import.

/// What is asked of an import.
#[derive(Clone, Copy, Debug)]
pub struct ImportRequest<'a> {
    /// The id of the meeting.
    pub id: &'a str,
    /// The language of the statement, as a code; it is part of the id of the document where it is not the first.
    pub suffix: &'a str,
    /// The name of the statement's file, without its folder.
    pub file_name: &'a str,
    /// The SHA-256 of the file, in hexadecimal digits.
    pub sha256: &'a str,
    /// Where in static/ the file is kept, if it is.
    pub kept_file: Option<&'a str>,
    /// Whether the text is one that the parties treat as theirs.
    pub is_authentic: bool,
}

impl ImportRequest<'_> {
    /// The id of the document: unique, since meetings' ids are.
    pub(super) fn document_id(&self) -> String {
        format!("{}-statement-{}", self.id, self.suffix)
    }
}
