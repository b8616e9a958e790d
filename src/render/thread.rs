//! The thread of a commitment as its page shows it, with the words that changed on the way.

use std::sync::Arc;

use super::{
    LanguageContext,
    changes::{Changes, changes},
    lazy::LazyTable,
    text, threads,
    view::Html,
    views::{ChangesView, CommitmentCard, ContinuedView, EntryLinkView, EntryView, ThreadView},
};
use crate::{
    id::Id,
    lang::{DateRange, Lang, date_text, ruby},
    model::{Commitment, Relation},
    plan::commitment_address,
    site::Site,
};

impl LanguageContext<'_> {
    /// What the commitment goes back to and what goes back to it; nothing where it stands alone.
    pub(super) fn thread(&self, id: Id<Commitment>) -> Option<ThreadView<'_>> {
        let thread = threads::thread(self.site, id);
        if thread.members.len() < 2 {
            return None;
        }
        let entries = thread.members.iter().map(|member| self.entry(*member, Some(id))).collect();
        // Whether the page needs the words that explain the marks.
        let is_marked = |member: &Id<Commitment>| matches!(self.wordings[member.index()], Changes::Marked(_));
        let marks = thread.members.iter().any(is_marked);
        let track = &self.cards.tracks[self.site.commitments[id].track.index()];
        Some(ThreadView { entries, marks, more: thread.has_more, track: track.clone() })
    }

    /// A commitment as an entry of a thread; `own` is the commitment of the page, if it is one's.
    pub(super) fn entry(&self, id: Id<Commitment>, own: Option<Id<Commitment>>) -> EntryView<'_> {
        let commitment = &self.site.commitments[id];
        let links = commitment.lineage.iter().filter(|(relation, _)| *relation != Relation::Related);
        let links = links.map(|(relation, to)| {
            let label = self.strings.plain(&format!("relation-{}", relation.name()));
            let url = (Some(*to) != own).then(|| self.commitment_url(*to));
            EntryLinkView { label, date: date_text::short(self.lang, self.day_of(*to)), url }
        });
        EntryView {
            commitment: self.cards.commitments[id.index()].clone(),
            current: Some(id) == own,
            links: links.collect(),
            changes: self.changes(id),
        }
    }

    /// How the words of a commitment differ from those of the one it restates.
    fn changes(&self, id: Id<Commitment>) -> Option<ChangesView> {
        let before = threads::earlier(&self.site.commitments[id]).next()?;
        let html = match &self.wordings[id.index()] {
            Changes::Apart => return None,
            Changes::None => None,
            Changes::Marked(html) => Some(Html::new(html.as_str())),
        };
        Some(ChangesView { date: date_text::short(self.lang, self.day_of(before)), html })
    }

    /// The day of a commitment's meeting.
    fn day_of(&self, id: Id<Commitment>) -> DateRange {
        self.site.meetings[self.site.commitments[id].meeting].date
    }

    pub(super) fn commitment_url(&self, id: Id<Commitment>) -> String {
        commitment_address(self.site, id, self.lang)
    }

    /// Commitments that have to do with this one and are no part of its thread.
    pub(super) fn related(&self, commitment: &Commitment) -> Vec<CommitmentCard> {
        let links = commitment.lineage.iter().chain(&commitment.backlinks);
        let mut ids: Vec<_> =
            links.filter(|(relation, _)| *relation == Relation::Related).map(|(_, id)| *id).collect();
        ids.sort_unstable();
        ids.dedup();
        super::cards::pick(&self.cards.commitments, &ids)
    }

    /// The commitments that most later meetings took up, the most first; of two alike, the earlier first.
    pub(super) fn most_continued(&self, limit: usize) -> Vec<ContinuedView> {
        let site = self.site;
        let is_first = |it: &Commitment| threads::earlier(it).next().is_none();
        let first = site.commitments.iter().filter(|(_, it)| is_first(it) && !it.backlinks.is_empty());
        let mut counted: Vec<_> =
            first.map(|(id, _)| (threads::meetings_after(site, id), id)).filter(|(n, _)| *n > 0).collect();
        counted.sort_by_key(|(n, id)| (std::cmp::Reverse(*n), *id));
        let most = counted.into_iter().take(limit).map(|(n, id)| ContinuedView {
            commitment: self.cards.commitments[id.index()].clone(),
            meetings_text: self.strings.count("taken-up-at", n),
            last: self.cards.meetings[self.threads.last_mention(id).index()].clone(),
        });
        most.collect()
    }

    /// A text that may be long, cut for a place where only a line has room.
    pub(super) fn line_of(&self, id: Id<Commitment>, length: usize) -> String {
        let full = text::plain(&self.site.commitments[id].text, self.lang);
        super::page::cut(&full, self.lang, length)
    }
}

/// Each commitment's text compared with that of the first it goes back to, where both are in the language and one
/// restates the other. Made once a language: every page of a thread shows them.
pub(super) fn wordings(site: &Arc<Site>, lang: Lang) -> LazyTable<Changes> {
    let source = site.clone();
    LazyTable::new(site.commitments.len(), move |at| {
        wording(&source, lang, source.commitments.nth(at).1).unwrap_or(Changes::Apart)
    })
}

fn wording(site: &Site, lang: Lang, commitment: &Commitment) -> Option<Changes> {
    let before = threads::earlier(commitment).next()?;
    let earlier = ruby::plain(site.commitments[before].text.get(lang)?);
    let later = ruby::plain(commitment.text.get(lang)?);
    Some(changes(lang, &earlier, &later))
}
