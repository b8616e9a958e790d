//! What a brief says of single records.

use super::{
    blocks::Cell,
    words::{BriefWords, filled},
};
use crate::{
    id::Id,
    lang::{DateFormat, Lang, ruby},
    model::{Commitment, Kind, Meeting, Outcome, Party, Text, VersionStatus},
    site::Site,
    theme::Strings,
};

/// What a brief in one language is made from.
#[derive(Clone, Copy)]
pub(super) struct BriefContext<'a> {
    pub(super) site: &'a Site,
    pub(super) strings: &'a Strings,
    pub(super) words: &'static BriefWords,
    pub(super) lang: Lang,
}

impl<'a> BriefContext<'a> {
    pub(super) fn dates(&self) -> &'static DateFormat {
        self.site.config.dates(self.lang)
    }

    /// A text in the brief's language or, where there is none, in the other.
    pub(super) fn cell(&self, text: &Text) -> Cell {
        let (lang, text) = text.nearest(self.lang).unwrap_or((self.lang, ""));
        Cell { lang, text: ruby::plain(text) }
    }

    pub(super) fn own(&self, text: impl Into<String>) -> Cell {
        Cell { lang: self.lang, text: text.into() }
    }

    /// The same without its language, for a sentence.
    pub(super) fn plain(&self, text: &Text) -> String {
        self.cell(text).text
    }

    pub(super) fn joined(&self, items: impl IntoIterator<Item = String>) -> String {
        items.into_iter().collect::<Vec<_>>().join(self.words.separator)
    }

    /// A meeting with its days.
    pub(super) fn meeting(&self, id: Id<Meeting>) -> String {
        let facts = &self.site.meetings[id].facts;
        self.joined([self.plain(&facts.title), self.dates().short(facts.date)])
    }

    pub(super) fn name(&self, id: Id<Commitment>) -> Cell {
        self.cell(self.site.commitments[id].facts.name())
    }

    pub(super) fn kind(&self, kind: Kind) -> Cell {
        self.own(self.strings.plain(&format!("kind-{}", kind.name())))
    }

    /// The operative verb, where it is known in the brief's language: one of the other language stands on the page of the
    /// point.
    pub(super) fn verb(&self, id: Id<Commitment>) -> Cell {
        let verb = self.site.commitments[id].facts.verb.as_ref().and_then(|verb| verb.get(self.lang));
        self.own(verb.map(ruby::plain).unwrap_or_default())
    }

    /// What became of a point that can be carried out.
    pub(super) fn outcome(&self, id: Id<Commitment>) -> Cell {
        let lines = match self.site.outcome(id) {
            None => Vec::new(),
            Some(Outcome::Unknown) => vec![self.strings.plain("outcome-unknown").to_owned()],
            Some(Outcome::Assessed(judgements)) => {
                let judged = judgements.iter().map(|it| {
                    let status = self.strings.plain(&format!("outcome-{}", it.status.name()));
                    self.joined([status.to_owned(), self.party(it.by), self.dates().short(it.date)])
                });
                judged.collect()
            }
            Some(outcome @ Outcome::Recorded(_)) => {
                let later = outcome.by_relation().into_iter().map(|(relation, records)| {
                    let sign = self.strings.plain(&format!("outcome-{}", relation.name()));
                    let days = records.iter().map(|id| {
                        self.dates().short(self.site.meetings[self.site.commitments[*id].meeting].facts.date)
                    });
                    self.joined([sign.to_owned()].into_iter().chain(days))
                });
                later.collect()
            }
        };
        self.own(lines.join("\n"))
    }

    fn party(&self, party: Party) -> String {
        match party {
            Party::Delegation(id) => self.plain(&self.site.delegations[id].name),
            Party::Archive | Party::ThirdParty => {
                self.strings.plain(&format!("party-{}", party.name())).to_owned()
            }
        }
    }

    /// By when, in the source's words.
    pub(super) fn due(&self, id: Id<Commitment>) -> Cell {
        let Some(due) = &self.site.commitments[id].facts.due else { return self.own("") };
        match (&due.text, due.by) {
            (Some(text), _) => self.cell(text),
            (None, Some(by)) => self.own(self.dates().short(by)),
            (None, None) => self.own(""),
        }
    }

    /// The text of a point, if it is a government's own: the text that counts, or a translation that it published.
    pub(super) fn official(&self, id: Id<Commitment>) -> Option<&'a str> {
        let commitment = &self.site.commitments[id];
        let status = self.site.meetings[commitment.meeting].versions[self.lang].status;
        let is_official = matches!(
            status,
            VersionStatus::Authentic
                | VersionStatus::OfficialTranslation
                | VersionStatus::ProvisionalTranslation
        );
        commitment.facts.text.get(self.lang).filter(|_| is_official)
    }

    /// What the texts of a meeting are, so that a summary is not taken for a government's words.
    pub(super) fn status_of_text(&self, id: Id<Meeting>) -> String {
        let meeting = &self.site.meetings[id];
        let lang = if meeting.has(self.lang) { self.lang } else { self.lang.other() };
        let key = format!("version-{}", meeting.versions[lang].status.name());
        let definition = self.strings.plain(&format!("{key}-definition"));
        filled(self.words.status_of_text, &[self.strings.plain(&key), definition])
    }
}
