//! What stands at every address of a withdrawn meeting, and in the place of a withdrawn page.

use crate::{
    id::Id,
    model::Meeting,
    plan::{PageKind, PlannedPage},
    render::{
        cards::MeetingCard,
        context::LanguageContext,
        corrections::CorrectionView,
        head::PageContent,
        view::{PageTemplate, view},
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

impl PageTemplate for WithdrawnPage {
    const TEMPLATE: &'static str = "withdrawn.html";
}

impl LanguageContext<'_> {
    /// What stands at the addresses of a withdrawn meeting.
    pub(super) fn withdrawn(&self, id: Id<Meeting>, page: &PlannedPage) -> PageContent<'_> {
        let card = self.cards.meetings[id.index()].clone();
        let meeting = &self.site.meetings[id];
        // Nothing is told of it but which it was.
        let mut head = self.head_of_meeting(meeting);
        if !matches!(page.kind, PageKind::Meeting(_)) {
            head.trail = self.trail_below(meeting);
        }
        let corrections = self.corrections(&meeting.facts.corrections);
        head.with(WithdrawnPage { meeting: Some(card), corrections })
    }
}
