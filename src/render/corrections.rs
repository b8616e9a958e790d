//! The page of corrections: what was changed in records after they were published.

use std::cmp::Reverse;

use super::{
    LanguageContext,
    records::part,
    text,
    view::{PageData, page_data},
    views::{CorrectedView, CorrectionsPage, LinkView},
};
use crate::{
    model::{Correction, Meeting},
    plan::{PlannedPage, meeting_address},
};

impl LanguageContext<'_> {
    /// All corrections, the newest first. Those of withdrawn records are among them, with what their own pages show: that
    /// a record is gone is the gravest correction.
    pub(super) fn all_corrections<'s>(&'s self, page: &'s PlannedPage) -> PageData {
        let meetings = self.site.meetings.iter().map(|(_, meeting)| meeting);
        let mut corrections: Vec<_> =
            meetings.flat_map(|meeting| meeting.corrections.iter().map(move |it| (meeting, it))).collect();
        corrections.sort_by_key(|(meeting, correction)| Reverse((correction.date, meeting.date)));
        let corrections = part(&corrections, page).iter().map(|(meeting, it)| self.corrected(meeting, it));
        page_data(CorrectionsPage { corrections: corrections.collect() })
    }

    fn corrected(&self, meeting: &Meeting, correction: &Correction) -> CorrectedView {
        CorrectedView {
            correction: self.correction(correction),
            withdrawn: meeting.is_withdrawn(),
            meeting: LinkView {
                url: format!("{}#{}", meeting_address(meeting, self.lang), correction.anchor()),
                title: text::html(&meeting.title, self.lang, self.strings),
            },
        }
    }
}
