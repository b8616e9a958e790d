//! A text in one or both languages.

use crate::lang::Lang;

/// A text as authored, in each language that has it. Plain, with ruby only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text {
    versions: [Option<Box<str>>; 2],
}

impl Text {
    /// A text that reads the same in every language.
    #[must_use]
    pub fn same(text: &str) -> Self {
        Self { versions: Lang::ALL.map(|_| Some(text.into())) }
    }

    /// The text with this version set.
    #[must_use]
    pub fn with(mut self, lang: Lang, text: Option<&str>) -> Self {
        self.versions[lang.index()] = text.map(Into::into);
        self
    }

    /// The version in a language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> Option<&str> {
        self.versions[lang.index()].as_deref()
    }

    /// The version in a language or, where there is none, in the other, with the language it is in.
    #[must_use]
    pub fn nearest(&self, lang: Lang) -> Option<(Lang, &str)> {
        [lang, lang.other()].into_iter().find_map(|lang| Some((lang, self.get(lang)?)))
    }

    /// Whether there is no version at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.versions.iter().all(Option::is_none)
    }
}
