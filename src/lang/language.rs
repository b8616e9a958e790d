//! The two languages and the marks they go by.

/// A language of the site. Neither is the original and neither the translation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Lang {
    /// English.
    En,
    /// Japanese.
    Ja,
}

impl Lang {
    /// Both languages, in the order of their codes.
    pub const ALL: [Self; 2] = [Self::En, Self::Ja];

    /// The code used in addresses and in the `lang` and `hreflang` attributes: `en` or `ja`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ja => "ja",
        }
    }

    /// The Open Graph locale: `en_US` or `ja_JP`.
    #[must_use]
    pub const fn og_locale(self) -> &'static str {
        match self {
            Self::En => "en_US",
            Self::Ja => "ja_JP",
        }
    }

    /// The counterpart.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Ja,
            Self::Ja => Self::En,
        }
    }

    /// The language with exactly this code, or `None`; `EN` and `en-US` are none.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The place in [`Lang::ALL`], to index a table with one entry a language.
    #[must_use]
    pub const fn index(self) -> usize {
        match self {
            Self::En => 0,
            Self::Ja => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_places_lead_back_to_the_language() {
        for (place, lang) in Lang::ALL.into_iter().enumerate() {
            assert_eq!(Lang::from_code(lang.code()), Some(lang));
            assert_eq!(lang.index(), place);
            assert_eq!(lang.other().other(), lang);
            assert_ne!(lang.other(), lang);
        }
    }

    #[test]
    fn only_the_exact_code_is_known() {
        for code in ["", "EN", "en-US", "jp", "日本語"] {
            assert_eq!(Lang::from_code(code), None);
        }
    }
}
