//! What was corrected in records after they were published.

use std::cmp::Reverse;

use crate::{
    model::{Correction, Meeting},
    plan::{ListKind, PlannedPage, meeting_address},
    render::{
        cards::LinkView,
        context::LanguageContext,
        corrections::CorrectionView,
        groups::part,
        head::PageContent,
        text,
        view::{PageTemplate, view},
    },
};

view! {
    /// What was corrected after publication.
    struct CorrectionsPage {
        /// The corrections of all meetings, the newest first; those of withdrawn meetings are among them.
        corrections: Vec<CorrectedView>,
    }
}

impl PageTemplate for CorrectionsPage {
    const TEMPLATE: &'static str = "corrections.html";
}

view! {
    /// A correction with its meeting.
    struct CorrectedView {
        /// The correction.
        correction: CorrectionView,
        /// Whether the meeting was withdrawn.
        withdrawn: bool,
        /// The meeting, with the address of the correction on its page.
        meeting: LinkView,
    }
}

impl LanguageContext<'_> {
    /// All corrections, the newest first. Those of withdrawn records are among them, with what their own pages show: that
    /// a record is gone is the gravest correction.
    pub(super) fn corrections_page(&self, page: &PlannedPage) -> PageContent<'_> {
        let meetings = self.site.meetings.iter().map(|(_, meeting)| meeting);
        let mut corrections: Vec<_> = meetings
            .flat_map(|meeting| meeting.facts.corrections.iter().map(move |it| (meeting, it)))
            .collect();
        corrections.sort_by_key(|(meeting, correction)| Reverse((correction.date, meeting.facts.date)));
        let corrections = part(&corrections, page).iter().map(|(meeting, it)| self.corrected(meeting, it));
        self.head_of_list(ListKind::Corrections).with(CorrectionsPage { corrections: corrections.collect() })
    }

    fn corrected(&self, meeting: &Meeting, correction: &Correction) -> CorrectedView {
        CorrectedView {
            correction: self.correction(correction),
            withdrawn: meeting.is_withdrawn(),
            meeting: LinkView {
                url: format!("{}#{}", meeting_address(meeting, self.lang), correction.anchor()),
                title: text::html(&meeting.facts.title, self.lang, self.strings),
            },
        }
    }
}
