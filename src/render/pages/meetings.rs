//! The list of the meetings, the newest first.

use crate::{
    plan::PlannedPage,
    render::{
        context::LanguageContext,
        groups::{YearView, part},
        view::{Page, PageData, page_data, view},
    },
};

view! {
    /// The meetings.
    struct MeetingsPage {
        /// The meetings by year, the newest first.
        years: Vec<YearView>,
    }
}

impl Page for MeetingsPage {
    const TEMPLATE: &'static str = "meetings.html";
}

impl LanguageContext<'_> {
    pub(in crate::render) fn meetings(&self, page: &PlannedPage) -> PageData {
        page_data(MeetingsPage { years: self.years(part(&self.newest_first(), page)) })
    }
}
