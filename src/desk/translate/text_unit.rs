//! A text that is translated, and where it stands.

use std::ops::Range;

use super::inline::{Inline, Markup};
use crate::lang::Lang;

/// How a translation stands to its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitState {
    /// There is none.
    New,
    /// It was made from an earlier text.
    Outdated,
    /// It is current, or nothing says what it was made from.
    Translated,
}

/// Where a text stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnitPlace {
    /// In the front matter of the translation, the last step being the key of the text.
    Front(Vec<TextStep>),
    /// Likewise in each file that has what the steps name: a map that has the text in both languages.
    Shared(Vec<TextStep>),
    /// In the body.
    Body {
        /// Its bytes in the file of the source.
        source: Range<usize>,
        /// Its bytes in the file of the translation; nothing where that has no body.
        target: Option<Range<usize>>,
    },
}

/// A step from a map of the front matter to one inside of it, or to its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextStep {
    /// To what this key has.
    Key(String),
    /// The same, where a bare value is short for a map that has it under the second key.
    Map(&'static str, &'static str),
    /// To the item with this id in a list.
    Record(&'static str, String),
    /// To an item of a list by its place, whose facts are in either file.
    Item(&'static str, usize),
    /// To one of the people of a list that both files have in full, or one of them.
    Head(usize, Vec<String>),
}

impl TextStep {
    /// To the text of a language.
    #[must_use]
    pub(super) fn lang(lang: Lang) -> Self {
        Self::Key(lang.code().to_owned())
    }
}

/// A text that is translated.
#[derive(Clone, Debug)]
pub struct TextUnit {
    /// Its name in its record, which lasts.
    pub id: String,
    /// Where it stands.
    pub place: UnitPlace,
    /// How it is written.
    pub markup: Markup,
    /// The source.
    pub source: Vec<Inline>,
    /// The translation.
    pub target: Option<Vec<Inline>>,
    /// How it stands to the source.
    pub state: UnitState,
}
