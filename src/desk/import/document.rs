//! A statement as its file holds it: headings, paragraphs, items, tables and footnotes, in order.

use crate::lang::{Lang, Message, say};

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementText {
    /// The language it is in.
    pub lang: Lang,
    /// What it is called, without a day at the end.
    pub title: Option<String>,
    /// The title with all that it says.
    pub whole_title: String,
    /// What it says below the title.
    pub blocks: Vec<StatementBlock>,
}

/// A part of a statement. Every text is plain and on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatementBlock {
    /// A heading without its number; 2 is the depth of the main ones.
    Heading {
        /// How deep it is.
        depth: usize,
        /// Its words.
        text: String,
        /// Its id, where the file gives one.
        id: Option<String>,
    },
    /// A paragraph.
    Paragraph(String),
    /// An item of a list.
    Item {
        /// How many lists it is in, beside the outermost.
        depth: usize,
        /// Its number, if it has one; 0 goes on counting.
        number: Option<u32>,
        /// Its words.
        text: String,
    },
    /// The rows of a table; the first is its head.
    Table(Vec<Vec<String>>),
    /// A footnote.
    Footnote {
        /// What the text refers to it by.
        label: String,
        /// Its words.
        text: String,
    },
}

impl StatementBlock {
    /// The words of a heading, a paragraph, an item or a footnote.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Heading { text, .. }
            | Self::Paragraph(text)
            | Self::Item { text, .. }
            | Self::Footnote { text, .. } => Some(text),
            Self::Table(_) => None,
        }
    }

    /// What it is, in a word.
    #[must_use]
    pub fn name(&self) -> Message {
        match self {
            Self::Heading { .. } => say!("block-heading"),
            Self::Paragraph(_) => say!("block-paragraph"),
            Self::Item { .. } => say!("block-item"),
            Self::Table(_) => say!("block-table"),
            Self::Footnote { .. } => say!("block-footnote"),
        }
    }
}
