//! The list of the meetings, the newest first.

use crate::{
    plan::{self, ListKind, PlannedPage},
    render::{
        cards::LinkView,
        context::LanguageContext,
        dialogues::DialogueSection,
        groups::{YearView, part},
        head::PageContent,
        view::{PageTemplate, view},
        years::{YearLinkView, year_heading},
    },
};

view! {
    /// The meetings.
    struct MeetingsPage {
        /// The same of one dialogue, where there are several.
        by_dialogue: Vec<LinkView>,
        /// The years of the whole list, each with its place in it.
        jump: Vec<YearLinkView>,
        /// The meetings by year, the newest first.
        years: Vec<YearView>,
    }
}

impl PageTemplate for MeetingsPage {
    const TEMPLATE: &'static str = "meetings.html";
}

impl LanguageContext<'_> {
    pub(super) fn meetings(&self, page: &PlannedPage) -> PageContent<'_> {
        let newest = &self.lists.meetings;
        let list = plan::address(self.lang, &plan::list_path(ListKind::Meetings));
        self.head_of_list(ListKind::Meetings).with(MeetingsPage {
            jump: self.year_links(&newest.years, &list, year_heading),
            by_dialogue: self.by_dialogue(DialogueSection::Meetings),
            years: self.years(part(&newest.records, page)),
        })
    }
}
