//! The glossary: each pair of terms with the records that use it.

use std::cmp::Reverse;

use super::{
    LanguageContext,
    records::part,
    text,
    view::{PageData, page_data},
    views::{FormView, GlossaryPage, TermView, UseView, UsesView},
};
use crate::{
    lang::Lang,
    model::{Term, TermUse},
    plan::{self, PlannedPage},
};

/// How many of the newest records a term lists: a common term has thousands.
const NEWEST: usize = 10;

impl LanguageContext<'_> {
    pub(super) fn glossary(&self, page: &PlannedPage) -> PageData {
        let order = plan::glossary_order(self.site, self.lang);
        let terms = part(&order, page).iter().map(|index| self.term(*index, &self.site.terms[*index]));
        let has_corpus = self.site.meetings.iter().any(|(_, meeting)| meeting.is_paired());
        page_data(GlossaryPage { terms: terms.collect(), corpus: has_corpus.then_some(plan::CORPUS) })
    }

    fn term<'t>(&self, index: usize, term: &'t Term) -> TermView<'t> {
        let said = |lang: Lang, text: &'t str| FormView { lang: lang.code(), text };
        let own = |lang: Lang| term.forms.get(lang).unwrap_or_default();
        let languages = [self.lang, self.lang.other()];
        let forms = languages.map(|lang| said(lang, own(lang)));
        let avoided = |lang: Lang| term.avoid[lang.index()].iter().map(move |form| said(lang, form));
        TermView {
            anchor: plan::term_anchor(index),
            forms: forms.into(),
            avoid: languages.into_iter().flat_map(avoided).collect(),
            note: term.note.as_ref().map(|note| text::html(note, self.lang, self.strings)),
            uses: (!term.uses.is_empty()).then(|| self.uses(&term.uses)),
            en: own(Lang::En),
            ja: own(Lang::Ja),
        }
    }

    /// How many records use a term, and the newest of them.
    fn uses(&self, uses: &[TermUse]) -> UsesView {
        let meetings = uses.iter().filter(|it| matches!(it, TermUse::Meeting(_))).count();
        let commitments = uses.len() - meetings;
        let meeting = |it: &TermUse| match *it {
            TermUse::Meeting(id) => id,
            TermUse::Commitment(id) => self.site.commitments[id].meeting,
        };
        let mut newest = uses.to_vec();
        newest.sort_by_key(|it| (Reverse(meeting(it)), *it));
        newest.truncate(NEWEST);
        let records = newest.iter().map(|it| UseView {
            meeting: self.cards.meetings[meeting(it).index()].clone(),
            commitment: match *it {
                TermUse::Meeting(_) => None,
                TermUse::Commitment(id) => Some(self.cards.commitments[id.index()].clone()),
            },
        });
        let count = |key: &str, n: usize| (n > 0).then(|| self.strings.count(key, n));
        UsesView {
            meetings: count("count-meetings", meetings),
            commitments: count("count-commitments", commitments),
            newest: (uses.len() > NEWEST).then_some(NEWEST),
            records: records.collect(),
        }
    }
}
