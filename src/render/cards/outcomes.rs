//! What became of a commitment, in short, as lists show it.

use super::{carded::Maker, meetings::LinkView};
use crate::{
    id::Id,
    lang::Lang,
    model::{Assessment, Commitment, Document, Outcome, Party, Relation},
    plan::{self, ListKind, commitment_address, document_anchor, owner_address},
    render::{
        string_keys::{StringKeys, key, keys},
        text,
        view::{Html, view},
    },
    site::Site,
    theme::Strings,
};

/// The strings that are asked for here.
pub(in crate::render) const STRINGS: &[StringKeys] =
    &[keys("outcome-{}", &Outcome::SIGNS), key("party-archive"), key("party-third-party")];

/// How many later records lists name for one relation, the newest.
const SHOWN: usize = 3;

view! {
    /// What became of a commitment.
    struct OutcomeView<'a> {
        /// What the archive has: `assessed`, `recorded` or `unknown`.
        basis: &'static str,
        /// What there is: a sign for each who judged it or, where nobody did, for each relation of later records to it.
        signs: Vec<OutcomeSignView<'a>>,
    }
}

view! {
    /// A judgement of a commitment, or what later records are to it.
    struct OutcomeSignView<'a> {
        /// The status, such as `fulfilled`, or the relation, such as `continues`.
        id: &'static str,
        /// The same in words.
        label: &'a str,
        /// Who judged; nothing of later records.
        by: Option<Html>,
        /// When it was judged, in short; nothing of later records.
        date: Option<String>,
        /// The document that a judgement rests on, where this archive lists it.
        source: Option<LinkView>,
        /// The later records, the earliest first, of many the newest; none of a judgement.
        records: Vec<LaterRecordView>,
        /// Whether there are more, earlier ones.
        more: bool,
    }
}

view! {
    /// A later record that goes back to a commitment.
    struct LaterRecordView {
        /// The address of its page.
        url: String,
        /// What it is called, without markup.
        name: String,
        /// The day of its meeting, in short.
        date: String,
        /// The same as `2010-11-01`.
        iso: String,
    }
}

impl<'a> Maker<'a> {
    /// What became of a commitment; nothing of a kind that cannot be carried out.
    pub(super) fn outcome(&self, id: Id<Commitment>) -> Option<OutcomeView<'a>> {
        let outcome = self.site.outcome(id)?;
        let basis = outcome.name();
        let later = outcome.by_relation();
        let later = later.iter().map(|(relation, records)| self.later_records(*relation, records));
        let signs = match &outcome {
            Outcome::Assessed(judgements) => judgements.iter().map(|it| self.judgement(it)).collect(),
            Outcome::Recorded(_) | Outcome::Unknown => later.collect(),
        };
        Some(OutcomeView { basis, signs })
    }

    fn judgement(&self, assessment: &Assessment) -> OutcomeSignView<'a> {
        let id = assessment.status.name();
        OutcomeSignView {
            id,
            label: self.strings.plain(&format!("outcome-{id}")),
            by: Some(judge(self.site, self.lang, self.strings, assessment.by).0),
            date: Some(self.dates().short(assessment.date)),
            source: Some(self.source(assessment.source)),
            records: Vec::new(),
            more: false,
        }
    }

    fn source(&self, id: Id<Document>) -> LinkView {
        let document = &self.site.documents[id];
        let owner = owner_address(self.site, document.owner, self.lang);
        LinkView {
            url: format!("{owner}#{}", document_anchor(&document.id)),
            title: self.html(&document.title),
        }
    }

    /// What later records of one relation are to a commitment.
    fn later_records(&self, relation: Relation, records: &[Id<Commitment>]) -> OutcomeSignView<'a> {
        let hidden = records.len().saturating_sub(SHOWN);
        let id = relation.name();
        OutcomeSignView {
            id,
            label: self.strings.plain(&format!("outcome-{id}")),
            by: None,
            date: None,
            source: None,
            records: records[hidden..].iter().map(|id| self.later_record(*id)).collect(),
            more: hidden > 0,
        }
    }

    fn later_record(&self, id: Id<Commitment>) -> LaterRecordView {
        let commitment = &self.site.commitments[id];
        let date = self.site.meetings[commitment.meeting].facts.date;
        LaterRecordView {
            url: commitment_address(self.site, id, self.lang),
            name: text::plain(commitment.facts.name(), self.lang),
            date: self.dates().short(date),
            iso: date.start().to_string(),
        }
    }
}

/// Who judged, and the address of its page, where it has one.
pub(in crate::render) fn judge(
    site: &Site,
    lang: Lang,
    strings: &Strings,
    party: Party,
) -> (Html, Option<String>) {
    match party {
        Party::Delegation(id) => {
            let delegation = &site.delegations[id];
            let url = plan::record_address(ListKind::Delegations, &delegation.id, lang);
            (text::html(&delegation.name, lang, strings), Some(url))
        }
        Party::Archive => (Html::escaped(strings.plain("party-archive")), None),
        Party::ThirdParty => (Html::escaped(strings.plain("party-third-party")), None),
    }
}
