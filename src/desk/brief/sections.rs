//! The parts of a brief, one after the other.

use super::{
    blocks::{BriefBlock, BriefPart},
    records::BriefContext,
    words::{BriefWords, filled},
};
use crate::{
    id::Id,
    lang::Lang,
    model::{Commitment, Meeting},
    site::Site,
    theme::Strings,
};

/// The brief for a meeting in one language.
pub(super) fn part(site: &Site, strings: &Strings, meeting: Id<Meeting>, lang: Lang) -> BriefPart {
    let words = BriefWords::of(lang);
    let context = BriefContext { site, strings, words, lang };
    let meetings = meetings_until(site, meeting);
    let is_draft = meetings.iter().chain([&meeting]).any(|id| site.meetings[*id].is_draft);
    let title = if site.meetings[meeting].is_held() { words.title_held } else { words.title_to_come };
    BriefPart {
        lang,
        title: filled(title, &[&context.plain(&site.meetings[meeting].facts.title)]),
        mark: is_draft.then_some(words.draft),
        blocks: context.blocks(meeting, &meetings),
    }
}

/// The meetings of the same dialogue that were held up to a meeting, that among them, in the order of time.
fn meetings_until(site: &Site, meeting: Id<Meeting>) -> Vec<Id<Meeting>> {
    let dialogue = site.meetings[meeting].facts.dialogue;
    let held = site.meetings.iter().filter(|(_, it)| it.is_held() && it.facts.dialogue == dialogue);
    held.map(|(id, _)| id).filter(|id| *id <= meeting).collect()
}

impl BriefContext<'_> {
    fn blocks(&self, meeting: Id<Meeting>, meetings: &[Id<Meeting>]) -> Vec<BriefBlock> {
        let title = self.plain(&self.site.config.title);
        let day = self.dates().long(self.site.config.as_of);
        let mut blocks = vec![
            BriefBlock::Paragraph(self.days_and_place(meeting)),
            BriefBlock::Paragraph(filled(self.words.origin, &[&title, &day])),
            BriefBlock::Heading(2, self.words.last_meeting.to_owned()),
        ];
        let Some(last) = meetings.last() else {
            blocks.push(BriefBlock::Paragraph(self.words.no_meeting.to_owned()));
            return blocks;
        };
        blocks.extend(self.last_meeting(*last));
        blocks.extend(self.due_points(meetings));
        let tracks: Vec<_> = self.site.tracks.ids().flat_map(|track| self.track(track, meetings)).collect();
        if !tracks.is_empty() {
            blocks.push(BriefBlock::Heading(2, self.words.tracks.to_owned()));
            blocks.push(BriefBlock::Paragraph(
                [self.words.open, self.strings.plain("colon"), self.words.open_note].concat(),
            ));
            blocks.extend(tracks);
        }
        blocks
    }

    fn days_and_place(&self, id: Id<Meeting>) -> String {
        let facts = &self.site.meetings[id].facts;
        let place = facts.place.as_ref().map(|place| self.plain(place));
        self.joined([self.dates().long(facts.date)].into_iter().chain(place))
    }

    fn last_meeting(&self, id: Id<Meeting>) -> Vec<BriefBlock> {
        let facts = &self.site.meetings[id].facts;
        let title = self.joined([self.plain(&facts.title), self.days_and_place(id)]);
        let mut blocks = vec![BriefBlock::Paragraph(title)];
        blocks.extend(facts.summary.as_ref().map(|summary| BriefBlock::Paragraph(self.plain(summary))));
        let attendance = self.attendance(id);
        if !attendance.is_empty() {
            blocks.push(BriefBlock::Heading(3, self.words.attendance.to_owned()));
            blocks.extend(attendance);
        }
        blocks
    }

    /// The open points that are due by some day, the earliest first; those without a day last.
    fn due_points(&self, meetings: &[Id<Meeting>]) -> Vec<BriefBlock> {
        let commitments = &self.site.commitments;
        let is_due = |id: &Id<Commitment>| {
            let commitment = &commitments[*id];
            commitment.facts.due.is_some() && meetings.contains(&commitment.meeting) && self.is_open(*id)
        };
        let mut due: Vec<_> = commitments.ids().filter(is_due).collect();
        due.sort_by_key(|id| {
            let by = commitments[*id].facts.due.as_ref().and_then(|due| due.by);
            (by.is_none(), by, *id)
        });
        let rows = due.iter().map(|id| {
            let commitment = &commitments[*id];
            let track = self.cell(&self.site.tracks[commitment.facts.track].title);
            vec![self.due(*id), self.name(*id), track, self.own(self.meeting(commitment.meeting))]
        });
        let head = vec![self.words.due, self.words.point, self.words.track, self.words.meeting];
        let table = if due.is_empty() {
            BriefBlock::Paragraph(self.words.nothing_due.to_owned())
        } else {
            BriefBlock::Table { head, rows: rows.collect() }
        };
        vec![BriefBlock::Heading(2, self.words.due.to_owned()), table]
    }
}
