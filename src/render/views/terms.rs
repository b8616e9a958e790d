//! The pages on words and texts: the glossary and the coverage.

use super::cards::{CommitmentCard, MeetingCard};
use crate::render::view::{Html, view};

view! {
    /// The glossary.
    struct GlossaryPage<'a> {
        /// The terms.
        terms: Vec<TermView<'a>>,
        /// The address of the corpus for translation tools, where there is one.
        corpus: Option<&'static str>,
    }
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

view! {
    /// What there is in each language.
    struct CoveragePage<'a> {
        /// The names of the languages.
        languages: Vec<&'a str>,
        /// How many records are in which state.
        totals: Vec<StateTotalView<'a>>,
        /// How many rows of notes could not be paired.
        unpaired: usize,
        /// The records.
        rows: Vec<CoverageRowView<'a>>,
    }
}

view! {
    /// How many records are in a state.
    struct StateTotalView<'a> {
        /// The id of the state, such as `current`.
        id: &'static str,
        /// The same in words.
        name: &'a str,
        /// What it means.
        definition: &'a str,
        /// How many, for every language.
        counts: Vec<usize>,
    }
}

view! {
    /// A record with what there is of it.
    struct CoverageRowView<'a> {
        /// Its title.
        title: Html,
        /// The address of its page.
        url: String,
        /// Its state in every language.
        states: Vec<StateView<'a>>,
        /// How many rows of its notes could not be paired, where they were set against each other.
        unpaired: Option<usize>,
        /// The address of its parallel page, where it has one.
        parallel: Option<String>,
    }
}

view! {
    /// The state of a record in a language.
    struct StateView<'a> {
        /// Its id, such as `current`.
        id: &'static str,
        /// The same in words.
        name: &'a str,
        /// The parts that are missing in the language, in words; none where it has no file.
        lacking: Vec<&'a str>,
    }
}
