//! The table of the languages: everything in which they differ, in one row each.
//!
//! Code elsewhere asks the table and never for a particular language. To add one, give it a variant of [`super::Lang`]
//! and a row here, and a file of strings in the theme; docs/architecture.md tells the rest.

use icu_locale_core::locale;

use super::{Lang, date_text, date_text::DateFormat, order};

/// What is particular to a language.
#[derive(Debug)]
pub struct Locale {
    /// The code used in addresses, file names and the `lang` and `hreflang` attributes.
    pub code: &'static str,
    /// The language in its own words, for the switcher.
    pub own_name: &'static str,
    /// The region whose way of writing it is the default.
    pub region: Region,
    /// The others that may be chosen.
    pub further_regions: &'static [Region],
    /// How texts are ordered.
    pub(super) collation: icu_locale_core::Locale,
    /// Beside which characters a line break of the source shows nothing.
    pub(super) line_breaks: LineBreaks,
    /// How a person's name stands in a list.
    pub(super) list_names: ListNames,
    /// What records are sorted by.
    pub sorted_by: SortedBy,
    /// The heading that a record of a list stands under, by the text it is sorted by; `None` where lists have none.
    pub index_row: Option<fn(&str) -> Option<&'static str>>,
    /// What stands between the items of a list whose items may hold commas.
    pub separator: &'static str,
    /// How many characters of a long text a title takes.
    pub title_length: usize,
    /// How an organization is named once it was named in full with its abbreviation.
    pub later_mentions: LaterMentions,
    /// How words stand in a text, and end.
    pub words: Words,
}

/// What is particular to a language in one of its regions.
#[derive(Debug)]
pub struct Region {
    /// The language tag with the region, as site.yaml names it.
    pub tag: &'static str,
    /// The Open Graph locale: language and country.
    pub open_graph: &'static str,
    /// How dates are written.
    pub dates: DateFormat,
}

/// Beside which characters a line break of the source is dropped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum LineBreaks {
    /// Where either neighbour is wide.
    DroppedBesideWide,
    /// Only where both are.
    DroppedBetweenWide,
}

/// How a person's name stands in a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ListNames {
    /// The family name first, in capitals, then the given name.
    FamilyInCapitals,
    /// Family and given name written together.
    Joined,
}

/// What records with a name are sorted by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SortedBy {
    /// The name as written; of people, the family name first.
    Name,
    /// The reading, where one is known.
    Reading,
}

/// How an organization is named after its first mention.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LaterMentions {
    /// By its abbreviation, where no other organization has the same: MIC.
    Abbreviation,
    /// By its name without the abbreviation: 総務省.
    Name,
}

/// How words stand in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Words {
    /// With blanks between them, and with endings.
    Spaced {
        /// What a term of the glossary may end in beside its own last letter.
        endings: &'static [&'static str],
        /// Last letters that give way to an ending.
        weak: &'static [char],
    },
    /// With nothing between them.
    Joined,
}

/// The rows, in the order of [`Lang::ALL`].
static LOCALES: [Locale; Lang::ALL.len()] = [
    Locale {
        code: "en",
        own_name: "English",
        region: Region { tag: "en-US", open_graph: "en_US", dates: date_text::ENGLISH_US },
        further_regions: &[Region { tag: "en-GB", open_graph: "en_GB", dates: date_text::ENGLISH_GB }],
        collation: locale!("en"),
        line_breaks: LineBreaks::DroppedBetweenWide,
        list_names: ListNames::FamilyInCapitals,
        sorted_by: SortedBy::Name,
        index_row: None,
        separator: "; ",
        title_length: 70,
        later_mentions: LaterMentions::Abbreviation,
        words: Words::Spaced { endings: &["", "s", "es"], weak: &['e', 'y'] },
    },
    Locale {
        code: "ja",
        own_name: "日本語",
        region: Region { tag: "ja-JP", open_graph: "ja_JP", dates: date_text::JAPANESE },
        further_regions: &[],
        collation: locale!("ja"),
        line_breaks: LineBreaks::DroppedBesideWide,
        list_names: ListNames::Joined,
        sorted_by: SortedBy::Reading,
        index_row: Some(order::index_row_ja),
        separator: "、",
        title_length: 36,
        later_mentions: LaterMentions::Name,
        words: Words::Joined,
    },
];

impl Lang {
    /// What is particular to the language.
    #[must_use]
    pub const fn locale(self) -> &'static Locale {
        &LOCALES[self.index()]
    }
}

impl Locale {
    /// Its regions, the default first.
    pub fn regions(&'static self) -> impl Iterator<Item = &'static Region> {
        [&self.region].into_iter().chain(self.further_regions)
    }
}
