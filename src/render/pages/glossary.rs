//! The glossary: each pair of terms with the records that use it.

use std::cmp::Reverse;

use crate::{
    lang::Lang,
    model::{Term, TermUse},
    plan::{self, ListKind, PlannedPage},
    render::{
        cards::{CommitmentCard, MeetingCard},
        context::LanguageContext,
        groups::part,
        head::PageContent,
        string_keys::{StringKeys, key},
        text,
        view::{Html, PageTemplate, view},
    },
};

view! {
    /// The glossary.
    struct GlossaryPage<'a> {
        /// The terms.
        terms: Vec<TermView<'a>>,
        /// The address of the corpus for translation tools, where there is one.
        corpus: Option<&'static str>,
    }
}

impl PageTemplate for GlossaryPage<'_> {
    const TEMPLATE: &'static str = "glossary.html";
    const STRINGS: &'static [StringKeys] = &[key("count-meetings"), key("count-commitments")];
}

view! {
    /// A term in both languages.
    struct TermView<'a> {
        /// Its id, to link to.
        anchor: String,
        /// The term in both languages, the page's own first.
        forms: Vec<FormView<'a>>,
        /// Forms to be avoided.
        avoid: Vec<FormView<'a>>,
        /// A note.
        note: Option<Html>,
        /// The records that use the term.
        uses: Option<UsesView>,
        /// The term in English.
        en: &'a str,
        /// The term in Japanese.
        ja: &'a str,
    }
}

view! {
    /// A term in one language.
    struct FormView<'a> {
        /// The code of the language.
        lang: &'static str,
        /// The term.
        text: &'a str,
    }
}

view! {
    /// The records that use a term.
    struct UsesView {
        /// How many meetings, in words.
        meetings: Option<String>,
        /// How many commitments, in words.
        commitments: Option<String>,
        /// How many are listed, where not all are.
        newest: Option<usize>,
        /// The records, the newest first.
        records: Vec<UseView>,
    }
}

view! {
    /// A record that uses a term.
    struct UseView {
        /// The meeting.
        meeting: MeetingCard,
        /// The commitment; nothing where the meeting's own texts use the term.
        commitment: Option<CommitmentCard>,
    }
}

/// How many of the newest records a term lists: a common term has thousands.
const NEWEST: usize = 10;

impl LanguageContext<'_> {
    pub(super) fn glossary(&self, page: &PlannedPage) -> PageContent<'_> {
        let terms = part(&self.lists.terms[self.lang], page)
            .iter()
            .map(|index| self.term(*index, &self.site.terms[*index]));
        let has_corpus = self.site.meetings.iter().any(|(_, meeting)| meeting.is_paired());
        self.head_of_list(ListKind::Glossary)
            .with(GlossaryPage { terms: terms.collect(), corpus: has_corpus.then_some(plan::files::CORPUS) })
    }

    fn term<'t>(&self, index: usize, term: &'t Term) -> TermView<'t> {
        let said = |lang: Lang, text: &'t str| FormView { lang: lang.code(), text };
        let own = |lang: Lang| term.forms.get(lang).unwrap_or_default();
        let languages = [self.lang, self.lang.other()];
        let forms = languages.map(|lang| said(lang, own(lang)));
        let avoided = |lang: Lang| term.avoid[lang].iter().map(move |form| said(lang, form));
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
