//! The events, by year.

use crate::{
    id::Id,
    model::Event,
    plan::{self, ListKind, PlannedPage},
    render::{
        cards::{EventCard, pick},
        context::LanguageContext,
        groups::part,
        head::PageContent,
        view::{PageTemplate, view},
        years::{YearLinkView, year_heading},
    },
};

view! {
    /// The events.
    struct EventsPage {
        /// The years of the whole list, each with its place in it.
        jump: Vec<YearLinkView>,
        /// The events by year, the newest first.
        years: Vec<EventYearView>,
    }
}

impl PageTemplate for EventsPage {
    const TEMPLATE: &'static str = "events.html";
}

view! {
    /// The events of a year.
    struct EventYearView {
        /// The year.
        year: i64,
        /// The year as the language writes it.
        label: String,
        /// The events.
        events: Vec<EventCard>,
    }
}

impl LanguageContext<'_> {
    pub(super) fn events(&self, page: &PlannedPage) -> PageContent<'_> {
        let newest = &self.lists.events;
        let day = |id: Id<Event>| self.site.events[id].date.start();
        let years = part(&newest.records, page).chunk_by(|a, b| day(*a).year() == day(*b).year());
        let years = years.filter_map(|events| {
            let first = day(*events.first()?);
            let label = self.dates().year(first);
            Some(EventYearView {
                year: i64::from(first.year()),
                label,
                events: pick(&self.cards.events, events),
            })
        });
        let list = plan::address(self.lang, &plan::list_path(ListKind::Events));
        let jump = self.year_links(&newest.years, &list, year_heading);
        self.head_of_list(ListKind::Events).with(EventsPage { jump, years: years.collect() })
    }
}
