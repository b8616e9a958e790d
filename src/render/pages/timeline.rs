//! The meetings in time.

use crate::{
    plan::{ListKind, PlannedPage, published},
    render::{
        cards::LinkView,
        context::LanguageContext,
        dialogues::DialogueSection,
        groups::{YearView, part},
        head::PageContent,
        timeline_picture::{PICTURED, TimelineView},
        view::{PageTemplate, view},
    },
};

view! {
    /// The meetings in time.
    struct TimelinePage {
        /// The same of one dialogue, where there are several.
        by_dialogue: Vec<LinkView>,
        /// The meetings by year, the earliest first.
        years: Vec<YearView>,
        /// The meetings as a picture; only on the first page.
        picture: Option<TimelineView>,
    }
}

impl PageTemplate for TimelinePage {
    const TEMPLATE: &'static str = "timeline.html";
}

impl LanguageContext<'_> {
    pub(super) fn timeline(&self, page: &PlannedPage) -> PageContent<'_> {
        let meetings: Vec<_> = published(self.site).collect();
        let years = self.years(part(&meetings, page));
        let picture = (page.number == 1).then(|| self.timeline_picture(&meetings, PICTURED));
        let by_dialogue = self.by_dialogue(DialogueSection::Timeline);
        let timeline = TimelinePage { by_dialogue, years, picture: picture.flatten() };
        self.head_of_list(ListKind::Timeline).with(timeline)
    }
}
