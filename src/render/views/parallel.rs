//! The page that shows both languages side by side.

use std::borrow::Cow;

use super::{cards::MeetingCard, records::VersionView};
use crate::render::view::{Html, view};

view! {
    /// A meeting in both languages side by side.
    struct ParallelPage<'a> {
        /// The meeting.
        meeting: MeetingCard,
        /// The languages, the page's own first.
        sides: Vec<SideView<'a>>,
        /// The row of the title.
        title: RowView<'a>,
        /// The row of the summary.
        summary: Option<RowView<'a>>,
        /// The rows of the notes.
        notes: Vec<RowView<'a>>,
        /// Whether the notes are no translations of each other, and so stand side by side as they are.
        unaligned: bool,
        /// The rows of the commitments.
        commitments: Vec<RowView<'a>>,
    }
}

view! {
    /// A language of a parallel page.
    struct SideView<'a> {
        /// Its code.
        lang: &'static str,
        /// Its own name.
        name: &'a str,
        /// What kind of text its text is.
        version: VersionView<'a>,
    }
}

view! {
    /// A row: what says the same in both languages.
    struct RowView<'a> {
        /// Its id, to link to.
        anchor: Cow<'a, str>,
        /// The languages, the page's own first.
        cells: Vec<CellView<'a>>,
        /// Whether one block stands beside one block.
        paired: bool,
        /// The address of the same row on the page of the other language.
        twin: String,
        /// The address of the commitment, in the row of one.
        url: Option<String>,
    }
}

view! {
    /// One language of a row.
    struct CellView<'a> {
        /// Its code.
        lang: &'static str,
        /// Its own name.
        name: &'a str,
        /// The text; empty where this language has none.
        html: Html,
    }
}
