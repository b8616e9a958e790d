//! The order of lists: Japanese by reading in the order of the syllabary, English by letter, numerals by value.

use std::borrow::Cow;
use std::cmp::Ordering;

use icu_collator::CollatorBorrowed;
use icu_collator::CollatorPreferences;
use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_normalizer::DecomposingNormalizerBorrowed;

use super::{Lang, chars::hiragana, normal::nfkc};

/// The order of one language. To sort many texts, make their keys once.
///
/// Japanese callers pass the reading where there is one. Full-width and half-width forms count as the usual ones.
#[derive(Debug)]
pub struct Collation(CollatorBorrowed<'static>);

impl Collation {
    /// The order of the language.
    ///
    /// # Panics
    ///
    /// If the program was built without collation data, which no input can bring about.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let mut preferences = CollatorPreferences::from(&lang.locale().collation);
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let collator = CollatorBorrowed::try_new(preferences, CollatorOptions::default());
        #[expect(
            clippy::expect_used,
            reason = "the data is compiled in; without it there is nothing to fall back on"
        )]
        let collator = collator.expect("collation data for both languages is compiled in");
        Self(collator)
    }

    /// The order of two texts. `Equal` does not mean the same text: callers that need one order add a tie-breaker.
    #[must_use]
    pub fn compare(&self, left: &str, right: &str) -> Ordering {
        self.0.compare(&compatible(left), &compatible(right))
    }

    /// The sort key: keys of one language compare, byte by byte, as [`Collation::compare`] does. Not to be stored: keys
    /// change with the Unicode version.
    #[must_use]
    pub fn key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::new();
        let Ok(()) = self.0.write_sort_key_to(&compatible(text), &mut key);
        key
    }
}

/// The row of the syllabary (あ か さ た な は ま や ら わ) that the reading begins with, or `None` if it does not begin
/// with kana. Katakana, half-width, small and voiced kana count as the plain ones; ん is in わ's row.
#[must_use]
pub fn index_row_ja(reading: &str) -> Option<&'static str> {
    let mut plain = DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(reading.chars());
    Some(match hiragana(plain.next()?) {
        'ぁ'..='お' => "あ",
        'か'..='ご' | 'ゕ' | 'ゖ' => "か",
        'さ'..='ぞ' => "さ",
        'た'..='ど' => "た",
        'な'..='の' => "な",
        'は'..='ぽ' => "は",
        'ま'..='も' => "ま",
        'ゃ'..='よ' => "や",
        'ら'..='ろ' => "ら",
        'ゎ'..='ん' => "わ",
        _ => return None,
    })
}

fn compatible(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { nfkc(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Asserts that the texts are in ascending order, by comparison and by key.
    fn assert_order(lang: Lang, texts: &[&str]) {
        let collation = Collation::new(lang);
        for pair in texts.windows(2) {
            assert_eq!(collation.compare(pair[0], pair[1]), Ordering::Less, "{pair:?}");
            assert!(collation.key(pair[0]) < collation.key(pair[1]), "keys of {pair:?}");
        }
    }

    #[test]
    fn organizations_stand_by_reading_under_their_rows() {
        let by_reading = [
            ("外務省", "がいむしょう", "か"),
            ("経済産業省", "けいざいさんぎょうしょう", "か"),
            ("国土交通省", "こくどこうつうしょう", "か"),
            ("総務省", "そうむしょう", "さ"),
            ("デジタル庁", "でじたるちょう", "た"),
            ("内閣府", "ないかくふ", "な"),
        ];
        assert_order(Lang::Ja, &by_reading.map(|(_, reading, _)| reading));
        for (name, reading, row) in by_reading {
            assert_eq!(index_row_ja(reading), Some(row), "{name}");
        }
    }

    #[test]
    fn kana_stand_in_the_order_of_the_syllabary() {
        assert_order(Lang::Ja, &["カード", "かいぎ", "がいむしょう", "ハーバード", "はす", "ばす", "パス"]);
    }

    #[test]
    fn numerals_stand_by_value_whatever_their_width() {
        for lang in Lang::ALL {
            assert_order(lang, &["第１回", "第2回", "第10回"]);
            assert_order(lang, &["Meeting 2", "Meeting 9", "Meeting １０", "Meeting 11"]);
        }
    }

    #[test]
    fn english_stands_by_letter() {
        assert_order(Lang::En, &["apple", "Broadband", "cloud", "Zebra"]);
    }

    #[test]
    fn rows_fold_width_size_and_voicing() {
        let rows = [
            ("ｶﾞｲﾑｼｮｳ", "か"),
            ("ヴァージニア", "あ"),
            ("ぁ", "あ"),
            ("ッ", "た"),
            ("ぱ", "は"),
            ("ャ", "や"),
            ("ヶ", "か"),
            ("ゐ", "わ"),
            ("ン", "わ"),
            ("ろ", "ら"),
            ("も", "ま"),
        ];
        for (reading, row) in rows {
            assert_eq!(index_row_ja(reading), Some(row), "{reading}");
        }
        for other in ["", "MIC", "総務省", "ー", "・", "１", "한국"] {
            assert_eq!(index_row_ja(other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn keys_agree_with_comparison(left in "[ぁ-んァ-ヶa-zA-Z0-9０-９ー・ ]{0,8}", right in "\\PC{0,8}") {
            for lang in Lang::ALL {
                let collation = Collation::new(lang);
                prop_assert_eq!(collation.compare(&left, &right), collation.key(&left).cmp(&collation.key(&right)));
            }
        }

        #[test]
        fn any_reading_has_a_row_or_none(reading in "\\PC{0,12}") {
            let _ = index_row_ja(&reading);
        }
    }
}
