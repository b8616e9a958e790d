//! The two languages and the marks they go by.

use super::normal::nfkc;

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

    /// Their codes, in the same order.
    pub const CODES: [&'static str; 2] = [Self::En.code(), Self::Ja.code()];

    /// The code used in addresses and in the `lang` and `hreflang` attributes: `en` or `ja`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.locale().code
    }

    /// The counterpart.
    #[must_use]
    pub const fn other(self) -> Self {
        Self::ALL[1 - self.index()]
    }

    /// The language with exactly this code, or `None`; `EN` and `en-US` are none.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The language of a locale, such as `ja_JP.UTF-8` or `ja-JP`; English where it is none of ours.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let code = locale.split(['-', '_', '.']).next().unwrap_or_default();
        Self::from_code(&code.to_ascii_lowercase()).unwrap_or(Self::En)
    }

    /// The language that somebody means who writes `EN`, `en-US`, `English` or the code of the country for it.
    #[must_use]
    pub fn meant_by(written: &str) -> Option<Self> {
        let written = nfkc(written.trim()).to_lowercase();
        let code = written.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| {
            let locale = lang.locale();
            let mut countries = locale.regions().filter_map(|it| Some(it.tag.rsplit_once('-')?.1));
            code == locale.code
                || written == locale.own_name.to_lowercase()
                || countries.any(|country| written == country.to_lowercase())
        })
    }

    /// The place in [`Lang::ALL`], to index a table with one entry a language.
    #[must_use]
    pub(super) const fn index(self) -> usize {
        self as usize
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

    #[test]
    fn what_is_meant_is_guessed_from_other_writings() {
        for (written, lang) in
            [("EN", Lang::En), ("en_GB", Lang::En), ("english", Lang::En), ("us", Lang::En)]
        {
            assert_eq!(Lang::meant_by(written), Some(lang), "{written}");
        }
        for written in ["JA", "ｊａ", "ja-JP", "jp", "日本語"] {
            assert_eq!(Lang::meant_by(written), Some(Lang::Ja), "{written}");
        }
        for written in ["", "ko", "eng-ish", "fr-JP"] {
            assert_eq!(Lang::meant_by(written), None, "{written}");
        }
    }
}
