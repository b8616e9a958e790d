//! What was said last in a track, what of it is open, and what changed.

use super::{
    blocks::{BriefBlock, Cell},
    records::BriefContext,
    words::filled,
};
use crate::{
    id::Id,
    lang::ruby,
    model::{Commitment, Meeting, Relation, Track},
};

impl BriefContext<'_> {
    /// What the brief says of a track, of what some meetings, in the order of time, made in it. Nothing where they made
    /// nothing.
    pub(super) fn track(&self, id: Id<Track>, meetings: &[Id<Meeting>]) -> Vec<BriefBlock> {
        let track = &self.site.tracks[id];
        let meeting_of = |id: &Id<Commitment>| self.site.commitments[*id].meeting;
        let made: Vec<_> =
            track.commitments.iter().copied().filter(|id| meetings.contains(&meeting_of(id))).collect();
        let Some(last) = made.iter().map(meeting_of).max() else { return Vec::new() };
        let said: Vec<_> = made.iter().copied().filter(|id| meeting_of(id) == last).collect();
        let mut blocks = vec![BriefBlock::Heading(3, self.plain(&track.title))];
        blocks.extend(self.last_said(last, &said));
        blocks.extend(self.changes(&said));
        let open: Vec<_> = made.into_iter().filter(|id| self.is_open(*id)).collect();
        blocks.extend(self.open(&open));
        blocks
    }

    fn last_said(&self, last: Id<Meeting>, said: &[Id<Commitment>]) -> Vec<BriefBlock> {
        let rows = said.iter().map(|id| {
            let facts = &self.site.commitments[*id].facts;
            vec![self.name(*id), self.kind(facts.kind), self.verb(*id), self.cell(&facts.text)]
        });
        let head = vec![self.words.point, self.words.kind, self.words.verb, self.words.text];
        vec![
            BriefBlock::Heading(4, filled(self.words.last_said, &[&self.meeting(last)])),
            BriefBlock::Paragraph(self.status_of_text(last)),
            BriefBlock::Table { head, rows: rows.collect() },
        ]
    }

    /// What points say of earlier ones. Texts are set beside each other only where both are a government's own.
    fn changes(&self, said: &[Id<Commitment>]) -> Vec<BriefBlock> {
        let rows = said.iter().flat_map(|id| {
            let lineage = self.site.commitments[*id].lineage.iter();
            let earlier = lineage.filter(|(relation, _)| *relation != Relation::Related);
            earlier.map(|(relation, earlier)| self.change(*id, *relation, *earlier))
        });
        let mut rows: Vec<_> = rows.collect();
        if rows.is_empty() {
            return Vec::new();
        }
        let mut head = vec![self.words.point, self.words.relation, self.words.earlier_text];
        if rows.iter().all(|row| row.last().is_none_or(|cell| cell.text.is_empty())) {
            head.pop();
            for row in &mut rows {
                row.truncate(head.len());
            }
        }
        vec![BriefBlock::Heading(4, self.words.changed.to_owned()), BriefBlock::Table { head, rows }]
    }

    fn change(&self, id: Id<Commitment>, relation: Relation, earlier: Id<Commitment>) -> Vec<Cell> {
        let sign = self.strings.plain(&format!("relation-{}", relation.name()));
        let before = self.site.commitments[earlier].meeting;
        let named = self.joined([self.name(earlier).text, self.meeting(before)]);
        let link = [sign, self.strings.plain("colon"), &named].concat();
        let text = self.official(id).and_then(|_| self.official(earlier)).unwrap_or_default();
        vec![self.name(id), self.own(link), self.own(ruby::plain(text))]
    }

    /// Whether a point can be carried out, and nothing here records it as carried out, given up or replaced.
    pub(super) fn is_open(&self, id: Id<Commitment>) -> bool {
        self.site.outcome(id).is_some_and(|outcome| !outcome.is_closed())
    }

    fn open(&self, open: &[Id<Commitment>]) -> Vec<BriefBlock> {
        if open.is_empty() {
            return Vec::new();
        }
        let rows = open.iter().rev().map(|id| {
            let commitment = &self.site.commitments[*id];
            let meeting = self.own(self.meeting(commitment.meeting));
            vec![self.name(*id), self.kind(commitment.facts.kind), meeting, self.outcome(*id)]
        });
        let head = vec![self.words.point, self.words.kind, self.words.meeting, self.words.outcome];
        vec![
            BriefBlock::Heading(4, self.words.open.to_owned()),
            BriefBlock::Table { head, rows: rows.collect() },
        ]
    }
}
