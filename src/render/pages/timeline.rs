//! The meetings in time.

use crate::{
    plan::{ListKind, PlannedPage, published},
    render::{
        context::LanguageContext,
        groups::{YearView, part},
        head::PageContent,
        timeline_picture::TimelineView,
        view::{PageTemplate, view},
    },
};

view! {
    /// The meetings in time.
    struct TimelinePage {
        /// The meetings by year, the earliest first.
        years: Vec<YearView>,
        /// The meetings as a picture; only on the first page.
        picture: Option<TimelineView>,
    }
}

impl PageTemplate for TimelinePage {
    const TEMPLATE: &'static str = "timeline.html";
}

/// How many of the newest meetings the picture shows.
const PICTURED: usize = 1000;

impl LanguageContext<'_> {
    pub(super) fn timeline(&self, page: &PlannedPage) -> PageContent<'_> {
        let meetings: Vec<_> = published(self.site).collect();
        let years = self.years(part(&meetings, page));
        let picture = (page.number == 1).then(|| self.timeline_picture(&meetings, PICTURED));
        self.head_of_list(ListKind::Timeline).with(TimelinePage { years, picture: picture.flatten() })
    }
}
