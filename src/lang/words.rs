//! Words of a running text, for comparing two wordings: where blanks part words, by them; elsewhere by runs of one
//! script.

use icu_properties::{CodePointMapData, props::Script};

use super::{Lang, locale::Words};

/// A word or a sign of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// Its letters.
    pub text: &'a str,
    /// Whether a blank stands before it.
    pub after_blank: bool,
}

/// The words of a text in a language, and each sign between them on its own.
#[must_use]
pub fn words(lang: Lang, text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let is_spaced = matches!(lang.locale().words, Words::Spaced { .. });
    for (at, part) in text.split_whitespace().enumerate() {
        let before = words.len();
        if is_spaced {
            spaced(part, &mut words);
        } else {
            joined(part, &mut words);
        }
        if let Some(first) = words.get_mut(before) {
            first.after_blank = at > 0;
        }
    }
    words
}

/// A word with the signs around it; hyphens and apostrophes inside it are its own.
fn spaced<'a>(part: &'a str, words: &mut Vec<Word<'a>>) {
    let core = part.trim_matches(|c: char| !c.is_alphanumeric());
    let start = part.find(core).unwrap_or_default();
    let (before, rest) = part.split_at(start);
    let (core, after) = rest.split_at(core.len());
    words.extend(signs(before));
    words.extend((!core.is_empty()).then_some(Word { text: core, after_blank: false }));
    words.extend(signs(after));
}

fn signs(text: &str) -> impl Iterator<Item = Word<'_>> {
    text.char_indices()
        .filter_map(|(at, c)| Some(Word { text: text.get(at..at + c.len_utf8())?, after_blank: false }))
}

/// Runs of characters of one class.
fn joined<'a>(part: &'a str, words: &mut Vec<Word<'a>>) {
    let (mut start, mut open) = (0, None);
    for (at, c) in part.char_indices() {
        let class = class(c);
        if open.is_some_and(|open| open != class || class == Class::Sign) {
            words.extend(part.get(start..at).map(|text| Word { text, after_blank: false }));
            start = at;
        }
        open = Some(class);
    }
    words.extend(
        part.get(start..).filter(|text| !text.is_empty()).map(|text| Word { text, after_blank: false }),
    );
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Han,
    Hiragana,
    Katakana,
    Other,
    Sign,
}

fn class(c: char) -> Class {
    match CodePointMapData::<Script>::new().get(c) {
        Script::Han => Class::Han,
        Script::Hiragana => Class::Hiragana,
        Script::Katakana => Class::Katakana,
        // The long vowel belongs to both syllabaries; in running text it stands in katakana.
        _ if c == 'ー' => Class::Katakana,
        _ if c.is_alphanumeric() => Class::Other,
        _ => Class::Sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lang: Lang, text: &str) -> Vec<&str> {
        words(lang, text).iter().map(|word| word.text).collect()
    }

    #[test]
    fn english_words_leave_the_signs_around_them() {
        let text = "A “free-flow” of information, in both countries’ interest.";
        let expected = [
            "A",
            "“",
            "free-flow",
            "”",
            "of",
            "information",
            ",",
            "in",
            "both",
            "countries",
            "’",
            "interest",
            ".",
        ];
        assert_eq!(texts(Lang::En, text), expected);
        assert_eq!(texts(Lang::En, "up to 5% — at most"), ["up", "to", "5", "%", "—", "at", "most"]);
    }

    #[test]
    fn japanese_is_reported_apart_by_script() {
        let text = "クラウドコンピューティングの利用を、IPv6と促進する。";
        let expected =
            ["クラウドコンピューティング", "の", "利用", "を", "、", "IPv6", "と", "促進", "する", "。"];
        assert_eq!(texts(Lang::Ja, text), expected);
    }

    #[test]
    fn blanks_are_remembered() {
        let blanks: Vec<_> =
            words(Lang::En, " Share  (good) ").iter().map(|word| (word.text, word.after_blank)).collect();
        assert_eq!(blanks, [("Share", false), ("(", true), ("good", false), (")", false)]);
    }
}
