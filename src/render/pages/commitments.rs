//! The list of the commitments, by meeting.

use crate::{
    plan::{PlannedPage, published},
    render::{
        context::LanguageContext,
        groups::MeetingGroupView,
        view::{Page, PageData, page_data, view},
    },
};

view! {
    /// The commitments.
    struct CommitmentsPage {
        /// The commitments by meeting, the newest meeting first.
        groups: Vec<MeetingGroupView>,
    }
}

impl Page for CommitmentsPage {
    const TEMPLATE: &'static str = "commitments.html";
}

impl LanguageContext<'_> {
    pub(in crate::render) fn commitments(&self, page: &PlannedPage) -> PageData {
        let all = published(self.site).flat_map(|id| self.site.meetings[id].commitments.iter().copied());
        page_data(CommitmentsPage { groups: self.groups(&all.collect::<Vec<_>>(), page) })
    }
}
