//! The list of the meetings, the newest first.

use crate::{
    plan::{ListKind, PlannedPage},
    render::{
        context::LanguageContext,
        groups::{YearView, part},
        head::PageContent,
        view::{PageTemplate, view},
    },
};

view! {
    /// The meetings.
    struct MeetingsPage {
        /// The meetings by year, the newest first.
        years: Vec<YearView>,
    }
}

impl PageTemplate for MeetingsPage {
    const TEMPLATE: &'static str = "meetings.html";
}

impl LanguageContext<'_> {
    pub(super) fn meetings(&self, page: &PlannedPage) -> PageContent<'_> {
        self.head_of_list(ListKind::Meetings)
            .with(MeetingsPage { years: self.years(part(&self.newest_first(), page)) })
    }
}
