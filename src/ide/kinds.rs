//! What completions and symbols are, for the signs that editors show beside them.

use crate::rename::RenameKind;

/// A kind of what has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedKind {
    /// A record whose id can become another.
    Record(RenameKind),
    /// A document.
    Document,
    /// A level of meetings.
    Level,
    /// A term of the glossary.
    Term,
    /// A plain page, or another page of the site.
    Page,
}

impl From<RenameKind> for NamedKind {
    fn from(kind: RenameKind) -> Self {
        Self::Record(kind)
    }
}

/// What a completion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionKind {
    /// The name of something.
    Name(NamedKind),
    /// A key of a map.
    Key,
    /// One of the values that a key takes.
    Value,
    /// A kind of record, in a reference.
    Reference,
    /// A place in a note.
    Anchor,
    /// A static file.
    File,
}

/// What a symbol is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SymbolKind {
    /// Something that has a name.
    Named(NamedKind),
    /// A heading.
    Heading,
    /// A setting of site.yaml.
    Setting,
}
