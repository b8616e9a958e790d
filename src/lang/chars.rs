//! Classes of characters that the rules for Japanese text rest on.

use icu_properties::props::{
    DefaultIgnorableCodePoint, EastAsianWidth, EmojiPresentation, GeneralCategory, GeneralCategoryGroup,
    Script,
};
use icu_properties::script::ScriptWithExtensions;
use icu_properties::{CodePointMapData, CodePointSetData};

use super::{Message, nfkc, say};

/// Whether the character is wide or full-width and not Hangul (Korean puts spaces between words).
pub(super) fn is_wide(c: char) -> bool {
    !c.is_ascii() && matches!(width(c), EastAsianWidth::Wide | EastAsianWidth::Fullwidth) && !is_hangul(c)
}

/// Whether the character is Chinese, Japanese or Korean: wide, full-width or half-width and no emoji, or Hangul.
pub(super) fn is_cjk(c: char) -> bool {
    if c.is_ascii() {
        return false;
    }
    let east_asian =
        matches!(width(c), EastAsianWidth::Wide | EastAsianWidth::Fullwidth | EastAsianWidth::Halfwidth);
    (east_asian && !CodePointSetData::new::<EmojiPresentation>().contains(c)) || is_hangul(c)
}

/// Whether the character is used to write Chinese, Japanese or Korean (Unicode's property `Script_Extensions`).
#[must_use]
pub fn is_east_asian_script(c: char) -> bool {
    let scripts = ScriptWithExtensions::new().get_script_extensions_val(c);
    [Script::Han, Script::Hiragana, Script::Katakana, Script::Hangul, Script::Bopomofo]
        .iter()
        .any(|script| scripts.contains(script))
}

/// Whether a backslash makes the sign at a place of a text stand for itself; one behind another stands for itself.
#[must_use]
pub fn is_escaped(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
}

/// Whether no text may hold the character: a control character, an override of the direction, which makes a text read
/// otherwise than it is written, a tag, which is a letter that nobody sees, or one of the two that XML cannot hold.
#[must_use]
pub fn is_forbidden(c: char) -> bool {
    let is_override = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_tag = matches!(c, '\u{e0000}'..='\u{e007f}');
    let is_none = matches!(c, '\u{fffe}' | '\u{ffff}');
    is_override || is_tag || is_none || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

/// Whether a text may hold the character, and nobody sees that it does: a blank without width, a mark of direction, or a
/// line break that no editor shows as one.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2028}' | '\u{2029}')
}

/// Whether the character is not seen as what it is where it is printed as it stands.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control() || is_forbidden(c) || is_invisible(c) || c == '\u{feff}'
}

/// The first character of a text that does not belong there or cannot be seen, and at which byte it stands.
#[must_use]
pub fn find_odd(text: &str) -> Option<(usize, char)> {
    // The bytes that one may begin with are few. Without a jump for each byte, processors look at many at once.
    let may_begin =
        |byte: u8| (byte < b' ' && byte != b'\n') | matches!(byte, 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef | 0xf3);
    let chunks = text.as_bytes().chunks(64).enumerate();
    let chunks = chunks.filter(|(_, chunk)| chunk.iter().fold(false, |any, byte| any | may_begin(*byte)));
    let may_be = chunks.flat_map(|(n, chunk)| {
        let places = (n * 64..).zip(chunk);
        places.filter(|(_, byte)| may_begin(**byte)).map(|(at, _)| at)
    });
    let mut chars = may_be.filter_map(|at| Some((at, text.get(at..)?.chars().next()?)));
    chars.find(|(_, c)| is_odd(*c))
}

/// Whether the character does not belong in a text or cannot be seen.
#[must_use]
pub fn is_odd(c: char) -> bool {
    is_forbidden(c) || is_invisible(c)
}

/// What is said of such a character.
#[must_use]
pub fn describe_odd(c: char) -> Message {
    let code = format!("{:04X}", u32::from(c));
    if is_forbidden(c) {
        return say!("odd-character", code);
    }
    let what = match c {
        '\u{200b}' => say!("blank-without-width"),
        '\u{2028}' | '\u{2029}' => say!("hidden-line-break"),
        _ => say!("direction-mark"),
    };
    say!("unseen-character", code, what)
}

/// Whether the character only modifies the one before it or is not seen at all.
pub(super) fn is_unseen(c: char) -> bool {
    let marks = [GeneralCategory::NonspacingMark, GeneralCategory::EnclosingMark, GeneralCategory::Format];
    !c.is_ascii() && marks.contains(&CodePointMapData::<GeneralCategory>::new().get(c))
}

/// Whether a text is how a Japanese name is read: kana of any width, with the marks that stand among them.
#[must_use]
pub fn is_reading(text: &str) -> bool {
    let is_kana =
        |c: char| matches!(c, 'ぁ'..='ゖ' | '\u{3099}'..='ゟ' | 'ァ'..='ヿ' | 'ㇰ'..='ㇿ' | '･'..='ﾟ');
    let is_between = |c: char| matches!(c, ' ' | '\u{3000}' | '・' | '･' | '゠');
    text.chars().any(|c| is_kana(c) && !is_between(c)) && text.chars().all(|c| is_kana(c) || is_between(c))
}

/// Whether a reading begins with a kana that a word can begin with, and that has a place in the syllabary: no long mark, no
/// mark of repetition or voicing, and none of the small kana that only follow others.
#[must_use]
pub fn begins_word(reading: &str) -> bool {
    let first = nfkc(reading).chars().next().map(hiragana);
    first.is_some_and(|c| {
        let is_small =
            matches!(c, 'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' | 'ゕ' | 'ゖ');
        matches!(c, 'ぁ'..='ゖ' | 'ヷ'..='ヺ') && !is_small
    })
}

/// Whether the character has no form of its own: a soft hyphen, a sign of no width, a selector of another form of the
/// character before it (Unicode's property `Default_Ignorable_Code_Point`).
#[must_use]
pub fn is_ignorable(c: char) -> bool {
    !c.is_ascii() && CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
}

/// Whether the character is a mark on the one before it.
pub(super) fn is_mark(c: char) -> bool {
    !c.is_ascii() && is_of(c, GeneralCategoryGroup::Mark)
}

/// Whether the character is a sign between words or sentences.
pub(super) fn is_punctuation(c: char) -> bool {
    is_of(c, GeneralCategoryGroup::Punctuation)
}

/// Whether the character is a sign of mathematics, money or another kind, such as `→` or `®`.
pub(super) fn is_symbol(c: char) -> bool {
    is_of(c, GeneralCategoryGroup::Symbol)
}

/// Whether the character is a Latin letter, with marks or without.
pub(super) fn is_latin_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || !c.is_ascii() && CodePointMapData::<Script>::new().get(c) == Script::Latin
}

/// The hiragana for a katakana, any other character as it is.
pub(super) fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        c => c,
    }
}

fn is_of(c: char, group: GeneralCategoryGroup) -> bool {
    group.contains(CodePointMapData::<GeneralCategory>::new().get(c))
}

fn width(c: char) -> EastAsianWidth {
    CodePointMapData::<EastAsianWidth>::new().get(c)
}

fn is_hangul(c: char) -> bool {
    CodePointMapData::<Script>::new().get(c) == Script::Hangul
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_odd_character_is_found_in_a_text() {
        for c in char::MIN..=char::MAX {
            assert_eq!(find_odd(&format!("a日{c}")), is_odd(c).then_some((4, c)), "{c:?}");
        }
        assert_eq!(find_odd(""), None);
        for before in 0..200 {
            let text = format!("{}\n日本\u{200b}語\u{7f}", "a".repeat(before));
            assert_eq!(find_odd(&text), Some((before + 7, '\u{200b}')));
        }
    }

    #[test]
    fn a_reading_is_kana() {
        for reading in [
            "そうむしょう",
            "サイバースペース・デジタルせいさくきょく",
            "とねがわ はじめ",
            "ｶｾﾝｼｮｳ",
            "か\u{3099}",
            "いすゞ",
            "ヴ",
        ] {
            assert!(is_reading(reading), "{reading}");
        }
        for other in ["kasen", "河川", "かせん省", "", " ", "・", "かせん(しょう)", "ＩＴ", "5じ"]
        {
            assert!(!is_reading(other), "{other}");
        }
    }

    #[test]
    fn kana_kanji_and_full_width_forms_are_wide() {
        for c in ['日', 'か', 'カ', '、', '「', '　', 'Ａ', '（', '〜'] {
            assert!(is_wide(c) && is_cjk(c), "{c}");
        }
    }

    #[test]
    fn hangul_is_cjk_without_counting_as_wide() {
        for c in ['한', 'ㄱ', 'ᄀ'] {
            assert!(is_cjk(c) && !is_wide(c), "{c}");
        }
    }

    #[test]
    fn latin_half_width_and_emoji_differ() {
        for c in ['a', '…', 'é', '“'] {
            assert!(!is_wide(c) && !is_cjk(c), "{c}");
        }
        assert!(is_cjk('ｶ') && !is_wide('ｶ'));
        assert!(!is_cjk('😀'));
    }

    #[test]
    fn a_backslash_before_a_sign_counts_once() {
        assert!(is_escaped(r"a\&", 2));
        assert!(!is_escaped(r"a\\&", 3));
    }
}
