//! The list of the meetings, the newest first.

use crate::{
    plan::{ListKind, PlannedPage},
    render::{
        cards::LinkView,
        context::LanguageContext,
        dialogues::DialogueSection,
        groups::{YearView, part},
        head::PageContent,
        view::{PageTemplate, view},
    },
};

view! {
    /// The meetings.
    struct MeetingsPage {
        /// The same of one dialogue, where there are several.
        by_dialogue: Vec<LinkView>,
        /// The meetings by year, the newest first.
        years: Vec<YearView>,
    }
}

impl PageTemplate for MeetingsPage {
    const TEMPLATE: &'static str = "meetings.html";
}

impl LanguageContext<'_> {
    pub(super) fn meetings(&self, page: &PlannedPage) -> PageContent<'_> {
        self.head_of_list(ListKind::Meetings).with(MeetingsPage {
            by_dialogue: self.by_dialogue(DialogueSection::Meetings),
            years: self.years(part(&self.newest_first(), page)),
        })
    }
}
