//! A text in one or both languages.

use crate::lang::{Lang, PerLang};

/// A text as authored, in each language that has it. Plain, with ruby only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text {
    versions: PerLang<Option<Box<str>>>,
}

impl Text {
    /// A text that reads the same in every language.
    #[must_use]
    pub fn same(text: &str) -> Self {
        Self { versions: PerLang::of(|_| Some(text.into())) }
    }

    /// The text with this version set.
    #[must_use]
    pub fn with(mut self, lang: Lang, text: Option<&str>) -> Self {
        self.versions[lang] = text.map(Into::into);
        self
    }

    /// The version in a language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> Option<&str> {
        self.versions[lang].as_deref()
    }

    /// The version in a language or, where there is none, in the other, with the language it is in.
    #[must_use]
    pub fn nearest(&self, lang: Lang) -> Option<(Lang, &str)> {
        [lang, lang.other()].into_iter().find_map(|lang| Some((lang, self.get(lang)?)))
    }

    /// The text with the versions of another in the languages in which it has none.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        Self {
            versions: PerLang::of(|lang| {
                self.versions[lang].as_ref().or(other.versions[lang].as_ref()).cloned()
            }),
        }
    }

    /// Whether there is no version at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.versions.iter().all(Option::is_none)
    }
}
