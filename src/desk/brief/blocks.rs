//! A brief as it is, whatever it is written as.

use crate::lang::Lang;

/// A brief.
#[derive(Debug)]
pub struct Brief {
    /// Its text in each language that was asked for.
    pub parts: Vec<BriefPart>,
}

/// A brief in one language.
#[derive(Debug)]
pub struct BriefPart {
    /// The language.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// What every page says where it holds what is not published.
    pub mark: Option<&'static str>,
    /// What it says.
    pub blocks: Vec<BriefBlock>,
}

/// A piece of a brief.
#[derive(Debug)]
pub enum BriefBlock {
    /// A heading, with its level, from 2.
    Heading(usize, String),
    /// A paragraph.
    Paragraph(String),
    /// An item of a list.
    Item(String),
    /// A table.
    Table {
        /// What its columns are.
        head: Vec<&'static str>,
        /// Its rows, each with a cell for every column.
        rows: Vec<Vec<Cell>>,
    },
}

/// A cell of a table.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The language of its text.
    pub lang: Lang,
    /// Its text; it may have several lines.
    pub text: String,
}
