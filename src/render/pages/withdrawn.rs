//! What stands at every address of a withdrawn meeting, and in the place of a withdrawn page.

use crate::{
    id::Id,
    model::Meeting,
    render::{
        cards::MeetingCard,
        context::LanguageContext,
        corrections::CorrectionView,
        view::{Page, PageData, page_data, view},
    },
};

view! {
    /// What stands at every address of a withdrawn meeting, and in the place of a withdrawn page.
    struct WithdrawnPage {
        /// The meeting, if it was one.
        meeting: Option<MeetingCard>,
        /// What was corrected, the withdrawal among it.
        corrections: Vec<CorrectionView>,
    }
}

impl Page for WithdrawnPage {
    const TEMPLATE: &'static str = "withdrawn.html";
}

impl LanguageContext<'_> {
    /// What stands at the addresses of a withdrawn meeting.
    pub(in crate::render) fn withdrawn(&self, id: Id<Meeting>) -> PageData {
        let card = self.cards.meetings[id.index()].clone();
        let corrections = self.corrections(&self.site.meetings[id].corrections);
        page_data(WithdrawnPage { meeting: Some(card), corrections })
    }
}
