//! The list of the commitments, by meeting.

use crate::{
    plan::{ListKind, PlannedPage, published},
    render::{
        cards::LinkView,
        context::LanguageContext,
        dialogues::DialogueSection,
        groups::MeetingGroupView,
        head::PageContent,
        view::{PageTemplate, view},
    },
};

view! {
    /// The commitments.
    struct CommitmentsPage {
        /// The same of one dialogue, where there are several.
        by_dialogue: Vec<LinkView>,
        /// The commitments by meeting, the newest meeting first.
        groups: Vec<MeetingGroupView>,
    }
}

impl PageTemplate for CommitmentsPage {
    const TEMPLATE: &'static str = "commitments.html";
}

impl LanguageContext<'_> {
    pub(super) fn commitments(&self, page: &PlannedPage) -> PageContent<'_> {
        let all = published(self.site).flat_map(|id| self.site.meetings[id].commitments.iter().copied());
        self.head_of_list(ListKind::Commitments).with(CommitmentsPage {
            by_dialogue: self.by_dialogue(DialogueSection::Commitments),
            groups: self.groups(&all.collect::<Vec<_>>(), page),
        })
    }
}
