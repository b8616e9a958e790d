//! Tables of a body: alignment as a class.

use pulldown_cmark::{Alignment, CowStr};

/// The columns of an open table. Their alignment becomes a class: a style of its own is nothing a page may have.
pub(super) struct TableColumns {
    alignments: Vec<Alignment>,
    next: usize,
    cell: &'static str,
}

impl TableColumns {
    /// The columns of a table that begins, with its head.
    pub(super) fn new(alignments: Vec<Alignment>) -> Self {
        Self { alignments, next: 0, cell: "th" }
    }

    /// A row of the table's body begins.
    pub(super) fn begin_row(&mut self) {
        self.next = 0;
        self.cell = "td";
    }

    /// The beginning of the next cell.
    pub(super) fn open(&mut self) -> CowStr<'static> {
        let alignment = self.alignments.get(self.next).copied().unwrap_or(Alignment::None);
        self.next += 1;
        let class = match alignment {
            Alignment::None | Alignment::Left => "",
            Alignment::Center => " class=\"center\"",
            Alignment::Right => " class=\"right\"",
        };
        format!("<{}{class}>", self.cell).into()
    }

    /// The end of a cell.
    pub(super) fn close(&self) -> CowStr<'static> {
        format!("</{}>", self.cell).into()
    }
}
