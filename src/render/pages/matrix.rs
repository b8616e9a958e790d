//! The meetings by tracks.

use crate::{
    plan::{ListKind, PlannedPage},
    render::{
        cards::LinkView,
        context::LanguageContext,
        dialogues::DialogueSection,
        groups::part,
        head::PageContent,
        matrix::MatrixView,
        view::{PageTemplate, view},
    },
};

view! {
    /// The meetings by tracks.
    struct MatrixPage {
        /// The same of one dialogue, where there are several.
        by_dialogue: Vec<LinkView>,
        /// The table.
        matrix: MatrixView,
    }
}

impl PageTemplate for MatrixPage {
    const TEMPLATE: &'static str = "matrix.html";
}

impl LanguageContext<'_> {
    pub(super) fn matrix_page(&self, page: &PlannedPage) -> PageContent<'_> {
        self.head_of_list(ListKind::Matrix).with(MatrixPage {
            by_dialogue: self.by_dialogue(DialogueSection::Matrix),
            matrix: self.matrix(part(&self.lists.meetings.records, page)),
        })
    }
}
