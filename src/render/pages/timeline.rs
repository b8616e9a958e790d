//! The meetings and events in time.

use crate::{
    plan::{self, ListKind, PictureFile, PlannedPage, TimelineRecord, picture_address},
    render::{
        cards::{EventCard, LinkView, MeetingCard},
        context::LanguageContext,
        dialogues::DialogueSection,
        groups::part,
        head::PageContent,
        string_keys::{StringKeys, key},
        timeline_picture::{PICTURED, TimelineView},
        view::{PageTemplate, view},
        years::{YearLinkView, year_heading},
    },
};

view! {
    /// The meetings and events in time.
    struct TimelinePage {
        /// The same of one dialogue, where there are several.
        by_dialogue: Vec<LinkView>,
        /// The years of the whole timeline, each with its place in it.
        jump: Vec<YearLinkView>,
        /// The meetings and events by year, the earliest first.
        years: Vec<TimelineYearView>,
        /// The same as a picture; only on the first page.
        picture: Option<TimelineView>,
    }
}

impl PageTemplate for TimelinePage {
    const TEMPLATE: &'static str = "timeline.html";
    const STRINGS: &'static [StringKeys] = &[key("description-timeline-events")];
}

view! {
    /// What there was in a year.
    struct TimelineYearView {
        /// The year.
        year: i64,
        /// The year as the language writes it.
        label: String,
        /// The meetings and events, by date.
        records: Vec<DatedView>,
    }
}

view! {
    /// A meeting or an event.
    struct DatedView {
        /// The meeting; nothing of an event.
        meeting: Option<MeetingCard>,
        /// The event; nothing of a meeting.
        event: Option<EventCard>,
    }
}

impl LanguageContext<'_> {
    pub(super) fn timeline(&self, page: &PlannedPage) -> PageContent<'_> {
        let records = &self.lists.timeline;
        let years = self.timeline_years(part(&records.records, page));
        let picture = (page.number == 1).then(|| self.whole_timeline());
        let mut head = self.head_of_list(ListKind::Timeline);
        if ListKind::Events.is_in(self.site) {
            head.description = Some(self.of_dialogues("description-timeline-events"));
        }
        let by_dialogue = self.by_dialogue(DialogueSection::Timeline);
        let list = plan::address(self.lang, &plan::list_path(ListKind::Timeline));
        let jump = self.year_links(&records.years, &list, year_heading);
        head.with(TimelinePage { by_dialogue, jump, years, picture: picture.flatten() })
    }

    /// The picture of the newest of all meetings and events.
    pub(super) fn whole_timeline(&self) -> Option<TimelineView> {
        let file = picture_address(self.site, PictureFile::Timeline, self.lang);
        let picture = self.timeline_picture(&self.lists.timeline.records, PICTURED)?;
        Some(TimelineView { file: Some(file), ..picture })
    }

    /// Records under their years, the earliest first.
    fn timeline_years(&self, records: &[TimelineRecord]) -> Vec<TimelineYearView> {
        let day = |record: &TimelineRecord| record.date(self.site).start();
        let years = records.chunk_by(|a, b| day(a).year() == day(b).year());
        let years = years.filter_map(|records| {
            // The year of a change of era shows the era of its first record.
            let first = day(records.first()?);
            let label = self.dates().year(first);
            let records = records.iter().map(|record| self.dated(*record)).collect();
            Some(TimelineYearView { year: i64::from(first.year()), label, records })
        });
        years.collect()
    }

    fn dated(&self, record: TimelineRecord) -> DatedView {
        match record {
            TimelineRecord::Meeting(id) => {
                DatedView { meeting: Some(self.cards.meetings[id.index()].clone()), event: None }
            }
            TimelineRecord::Event(id) => {
                DatedView { meeting: None, event: Some(self.cards.events[id.index()].clone()) }
            }
        }
    }
}
