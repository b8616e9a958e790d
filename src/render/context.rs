//! What the pages of a language are made from.

use std::collections::HashSet;

use super::{
    cards::{Cards, KindCountView, counted_kinds, kind_counts},
    changes::WordChanges,
    lazy::LazyTable,
    lists::Lists,
    sizes::Sizes,
    threads::Threads,
};
use crate::{
    id::Id,
    lang::{DateFormat, Lang, PerLang},
    model::Commitment,
    site::Site,
    theme::Strings,
};

/// What the pages of one language are made from.
pub(super) struct LanguageContext<'a> {
    pub(super) lang: Lang,
    pub(super) site: &'a Site,
    pub(super) strings: &'a Strings,
    /// The strings of both languages, for a text that is in the other.
    pub(super) both: PerLang<&'a Strings>,
    pub(super) cards: &'a Cards,
    pub(super) lists: &'a Lists,
    /// The abbreviations that only one organization has.
    pub(super) own_abbreviations: &'a HashSet<String>,
    /// The address of each term of the glossary below each language.
    pub(super) term_paths: &'a PerLang<Vec<String>>,
    /// How commitments go on from one another.
    pub(super) threads: &'a Threads,
    /// What changed in the words of each commitment.
    pub(super) wordings: &'a LazyTable<WordChanges>,
    /// How large the files are that can be downloaded.
    pub(super) sizes: &'a Sizes,
    /// Whether the units of texts have marks, by which a preview finds where each is written.
    pub(super) marks_units: bool,
}

impl LanguageContext<'_> {
    /// How many of these commitments are of each kind.
    pub(super) fn kind_counts(
        &self,
        commitments: impl IntoIterator<Item = Id<Commitment>>,
    ) -> Vec<KindCountView> {
        kind_counts(self.site, self.lang, self.strings, commitments)
    }

    /// How many of the commitments that lists show are of each kind.
    pub(super) fn all_kinds(&self) -> Vec<KindCountView> {
        counted_kinds(self.lang, self.strings, &self.lists.kinds)
    }

    /// How dates are written.
    pub(super) fn dates(&self) -> &'static DateFormat {
        self.site.config.dates(self.lang)
    }
}
