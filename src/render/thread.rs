//! The thread of a commitment as its page shows it, with the words that changed on the way.

use std::sync::Arc;

use super::{
    cards::{CommitmentCard, TrackCard},
    changes::{WordChanges, changes},
    context::LanguageContext,
    lazy::LazyTable,
    string_keys::{StringKeys, keys},
    threads,
    view::{Html, view},
};
use crate::{
    id::Id,
    lang::{DateRange, Lang, ruby},
    model::{Commitment, Relation},
    plan::commitment_address,
    site::Site,
};

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] = &[keys("relation-{}", Relation::NAMES)];

view! {
    /// A commitment with those it goes back to and those that go back to it.
    struct ThreadView<'a> {
        /// All of them, the earliest meeting first.
        entries: Vec<EntryView<'a>>,
        /// Whether changed words are marked somewhere.
        marks: bool,
        /// Whether there are more, farther away.
        more: bool,
        /// The track, where all are listed.
        track: TrackCard,
    }
}

view! {
    /// A commitment in a thread.
    struct EntryView<'a> {
        /// The commitment.
        commitment: CommitmentCard,
        /// Whether it is the one of the page.
        current: bool,
        /// What it has to do with earlier ones.
        links: Vec<EntryLinkView<'a>>,
        /// How its words differ from those of the commitment it restates.
        changes: Option<ChangesView>,
    }
}

view! {
    /// What a commitment has to do with an earlier one.
    struct EntryLinkView<'a> {
        /// The relation, in words.
        label: &'a str,
        /// The day of the earlier one's meeting, in short.
        date: String,
        /// The address of the earlier one; nothing where it is the one of the page.
        url: Option<String>,
    }
}

view! {
    /// A wording beside the one before.
    struct ChangesView {
        /// The day of the wording before, in short.
        date: String,
        /// The text with its changes marked by `<ins>` and `<del>`; nothing where the words are the same.
        html: Option<Html>,
    }
}

impl LanguageContext<'_> {
    /// What the commitment goes back to and what goes back to it; nothing where it stands alone.
    pub(super) fn thread(&self, id: Id<Commitment>) -> Option<ThreadView<'_>> {
        let thread = threads::thread(self.site, id);
        if thread.members.len() < 2 {
            return None;
        }
        let entries = thread.members.iter().map(|member| self.entry(*member, Some(id))).collect();
        // Whether the page needs the words that explain the marks.
        let is_marked =
            |member: &Id<Commitment>| matches!(self.wordings[member.index()], WordChanges::Marked(_));
        let marks = thread.members.iter().any(is_marked);
        let track = &self.cards.tracks[self.site.commitments[id].facts.track.index()];
        Some(ThreadView { entries, marks, more: thread.has_more, track: track.clone() })
    }

    /// A commitment as an entry of a thread; `own` is the commitment of the page, if it is one's.
    pub(super) fn entry(&self, id: Id<Commitment>, own: Option<Id<Commitment>>) -> EntryView<'_> {
        let commitment = &self.site.commitments[id];
        let links = commitment.lineage.iter().filter(|(relation, _)| *relation != Relation::Related);
        let links = links.map(|(relation, to)| {
            let label = self.strings.plain(&format!("relation-{}", relation.name()));
            let url = (Some(*to) != own).then(|| self.commitment_url(*to));
            EntryLinkView { label, date: self.dates().short(self.day_of(*to)), url }
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
            WordChanges::Apart => return None,
            WordChanges::None => None,
            WordChanges::Marked(html) => Some(Html::new(html.as_str())),
        };
        Some(ChangesView { date: self.dates().short(self.day_of(before)), html })
    }

    /// The day of a commitment's meeting.
    fn day_of(&self, id: Id<Commitment>) -> DateRange {
        self.site.meetings[self.site.commitments[id].meeting].facts.date
    }

    pub(super) fn commitment_url(&self, id: Id<Commitment>) -> String {
        commitment_address(self.site, id, self.lang)
    }
}

/// Each commitment's text compared with that of the first it goes back to, where both are words of a government in the
/// language and one restates the other. Made once a language: every page of a thread shows them.
pub(super) fn wordings(site: &Arc<Site>, lang: Lang) -> LazyTable<WordChanges> {
    let source = site.clone();
    LazyTable::new(site.commitments.len(), move |at| {
        wording(&source, lang, source.commitments.nth(at).1).unwrap_or(WordChanges::Apart)
    })
}

fn wording(site: &Site, lang: Lang, commitment: &Commitment) -> Option<WordChanges> {
    let before = threads::earlier(commitment).next()?;
    // Two summaries would be compared as if the sides had changed their words.
    let is_official = |it: &Commitment| site.meetings[it.meeting].versions[lang].status.is_official();
    if !is_official(commitment) || !is_official(&site.commitments[before]) {
        return None;
    }
    let earlier = ruby::plain(site.commitments[before].facts.text.get(lang)?);
    let later = ruby::plain(commitment.facts.text.get(lang)?);
    Some(changes(lang, &earlier, &later))
}
