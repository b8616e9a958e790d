//! What a brief is written as.

/// What a brief is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BriefFormat {
    /// A document of Word.
    Docx,
    /// A page that stands alone.
    Html,
    /// Markdown.
    Markdown,
}

impl BriefFormat {
    /// The format that the name of a file says.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "docx" => Some(Self::Docx),
            "html" => Some(Self::Html),
            "md" => Some(Self::Markdown),
            _ => None,
        }
    }
}
