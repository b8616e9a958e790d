//! How to cite a record: one line of plain text, with the record's address where the site has one.

use super::{Shelf, page::shortened, text, views::CitationView};
use crate::{
    id::Id,
    lang::date_text,
    model::{Commitment, Meeting},
    plan::PlannedPage,
};

impl Shelf<'_> {
    pub(super) fn cite_meeting<'p>(&self, id: Id<Meeting>, page: &'p PlannedPage) -> CitationView<'p> {
        let text = self.strings.get("citation-meeting", &self.of_meeting(id));
        self.citation(text, page)
    }

    pub(super) fn cite_commitment<'p>(&self, id: Id<Commitment>, page: &'p PlannedPage) -> CitationView<'p> {
        let commitment = &self.site.commitments[id];
        let mut args = self.of_meeting(commitment.meeting);
        let full = text::plain(&commitment.text, self.lang);
        let words = shortened(full.trim_end_matches(['.', '。']), self.lang);
        let reference = format!("{}/{}", self.site.meetings[commitment.meeting].id, commitment.id);
        args.extend([("text", words.into()), ("reference", reference.into())]);
        let text = self.strings.get("citation-commitment", &args);
        self.citation(text, page)
    }

    fn of_meeting(&self, id: Id<Meeting>) -> Vec<(&'static str, fluent_bundle::FluentValue<'static>)> {
        let meeting = &self.site.meetings[id];
        let dialogue = self.site.dialogues[meeting.dialogue].title_on(meeting.date.start());
        let plain = |it| text::plain(it, self.lang);
        vec![
            ("meeting", plain(&meeting.title).into()),
            ("dialogue", plain(dialogue).into()),
            ("date", date_text::range(self.lang, meeting.date).into()),
            ("site", plain(&self.site.config.title).into()),
        ]
    }

    /// The address is shown in full; its link stays inside the site.
    fn citation<'p>(&self, text: String, page: &'p PlannedPage) -> CitationView<'p> {
        CitationView { text, address: self.site.config.absolute(&page.address), url: page.address.as_str() }
    }
}
