//! A value for each of the two languages.

use std::ops::{Index, IndexMut};

use super::Lang;

/// A value for each of the two languages, found by the language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PerLang<T>([T; 2]);

impl<T> PerLang<T> {
    /// The value of each language, made in the order of [`Lang::ALL`].
    pub fn of(make: impl FnMut(Lang) -> T) -> Self {
        Self(Lang::ALL.map(make))
    }

    /// Each value made into another.
    pub fn map<U>(self, make: impl FnMut(T) -> U) -> PerLang<U> {
        PerLang(self.0.map(make))
    }

    /// A reference to each value.
    #[must_use]
    pub fn each_ref(&self) -> PerLang<&T> {
        PerLang(self.0.each_ref())
    }

    /// The values in the order of [`Lang::ALL`].
    #[must_use]
    pub fn into_array(self) -> [T; 2] {
        self.0
    }

    /// The values in the order of [`Lang::ALL`].
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// The languages with their values, in the order of [`Lang::ALL`].
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = (Lang, &T)> {
        Lang::ALL.into_iter().zip(&self.0)
    }
}

impl<T> PerLang<Option<T>> {
    /// A reference to each value that there is.
    #[must_use]
    pub fn as_refs(&self) -> PerLang<Option<&T>> {
        self.each_ref().map(Option::as_ref)
    }

    /// Both values, where both languages have one.
    #[must_use]
    pub fn both(self) -> Option<PerLang<T>> {
        let [Some(first), Some(second)] = self.0 else { return None };
        Some(PerLang([first, second]))
    }
}

/// The values in the order of [`Lang::ALL`].
impl<T> From<[T; 2]> for PerLang<T> {
    fn from(values: [T; 2]) -> Self {
        Self(values)
    }
}

impl<T> Index<Lang> for PerLang<T> {
    type Output = T;

    fn index(&self, lang: Lang) -> &T {
        &self.0[lang.index()]
    }
}

impl<T> IndexMut<Lang> for PerLang<T> {
    fn index_mut(&mut self, lang: Lang) -> &mut T {
        &mut self.0[lang.index()]
    }
}

impl<T> IntoIterator for PerLang<T> {
    type Item = T;
    type IntoIter = std::array::IntoIter<T, 2>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a PerLang<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
