//! What was corrected in records after they were published.

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
    pub(super) fn corrections_page(&self, page: &PlannedPage) -> PageContent<'_> {
        let corrections = part(&self.lists.corrections, page).iter().map(|listed| {
            let meeting = &self.site.meetings[listed.meeting];
            self.corrected(meeting, &meeting.facts.corrections[listed.place])
        });
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
