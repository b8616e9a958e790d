//! The list of the commitments, by meeting.

use crate::{
    plan::{self, ListKind, PlannedPage},
    render::{
        cards::LinkView,
        context::LanguageContext,
        dialogues::DialogueSection,
        groups::MeetingGroupView,
        head::PageContent,
        narrowing::NarrowingView,
        view::{PageTemplate, view},
    },
};

view! {
    /// The commitments.
    struct CommitmentsPage {
        /// The same of one dialogue, where there are several.
        by_dialogue: Vec<LinkView>,
        /// The ways from here to a part of the list.
        narrowing: NarrowingView,
        /// The commitments by meeting, the newest meeting first.
        groups: Vec<MeetingGroupView>,
    }
}

impl PageTemplate for CommitmentsPage {
    const TEMPLATE: &'static str = "commitments.html";
}

impl LanguageContext<'_> {
    pub(super) fn commitments(&self, page: &PlannedPage) -> PageContent<'_> {
        let address = plan::address(self.lang, &plan::list_path(ListKind::Commitments));
        self.head_of_list(ListKind::Commitments).with(CommitmentsPage {
            by_dialogue: self.by_dialogue(DialogueSection::Commitments),
            narrowing: self.narrowing(&self.lists.commitments, &address),
            groups: self.groups(&self.lists.commitments.records, page),
        })
    }
}
