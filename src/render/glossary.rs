//! The glossary: each pair of terms with the records that use it.

use std::cmp::Reverse;
use tera::{Map, Value};

use super::{Shelf, records::part, text, values};
use crate::{
    lang::Lang,
    model::{Term, TermUse},
    plan::{self, PlannedPage},
};

/// How many of the newest records a term lists: a common term has thousands.
const NEWEST: usize = 10;

impl Shelf<'_> {
    pub(super) fn glossary(&self, page: &PlannedPage) -> Map {
        let order = plan::glossary_order(self.site, self.lang);
        let terms = part(&order, page).iter().map(|index| self.term(*index, &self.site.terms[*index]));
        let has_corpus = self.site.meetings.iter().any(|(_, meeting)| meeting.is_paired());
        values! {
            terms: terms.collect::<Vec<_>>(),
            corpus: has_corpus.then_some(plan::CORPUS),
        }
    }

    fn term(&self, index: usize, term: &Term) -> Value {
        let said = |lang: Lang, text: &str| Value::from(values! { lang: lang.code(), text: text });
        let own = |lang: Lang| term.forms.get(lang).unwrap_or_default();
        let languages = [self.lang, self.lang.other()];
        let forms = languages.map(|lang| said(lang, own(lang)));
        let avoided = |lang: Lang| term.avoid[lang.index()].iter().map(move |form| said(lang, form));
        let mut value = values! {
            anchor: plan::term_anchor(index),
            forms: forms.to_vec(),
            avoid: languages.into_iter().flat_map(avoided).collect::<Vec<Value>>(),
            note: term.note.as_ref().map(|note| text::html(note, self.lang)),
            uses: (!term.uses.is_empty()).then(|| self.uses(&term.uses)),
        };
        for lang in languages {
            value.insert(lang.code().into(), own(lang).into());
        }
        value.into()
    }

    /// How many records use a term, and the newest of them.
    fn uses(&self, uses: &[TermUse]) -> Value {
        let meetings = uses.iter().filter(|it| matches!(it, TermUse::Meeting(_))).count();
        let commitments = uses.len() - meetings;
        let meeting = |it: &TermUse| match *it {
            TermUse::Meeting(id) => id,
            TermUse::Commitment(id) => self.site.commitments[id].meeting,
        };
        let mut newest = uses.to_vec();
        newest.sort_by_key(|it| (Reverse(meeting(it)), *it));
        newest.truncate(NEWEST);
        let records = newest.iter().map(|it| {
            let record = match *it {
                TermUse::Meeting(_) => Value::none(),
                TermUse::Commitment(id) => self.cards.commitments[id.index()].clone(),
            };
            Value::from(values! {
                meeting: self.cards.meetings[meeting(it).index()].clone(),
                commitment: record,
            })
        });
        let count = |key: &str, n: usize| (n > 0).then(|| self.strings.count(key, n));
        values! {
            meetings: count("count-meetings", meetings),
            commitments: count("count-commitments", commitments),
            newest: (uses.len() > NEWEST).then_some(NEWEST),
            records: records.collect::<Vec<_>>(),
        }
        .into()
    }
}
