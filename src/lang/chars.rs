//! Classes of characters that the rules for Japanese text rest on.

use icu_properties::props::{EastAsianWidth, EmojiPresentation, GeneralCategory, Script};
use icu_properties::script::ScriptWithExtensions;
use icu_properties::{CodePointMapData, CodePointSetData};

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
pub(super) fn is_east_asian_script(c: char) -> bool {
    let scripts = ScriptWithExtensions::new().get_script_extensions_val(c);
    [Script::Han, Script::Hiragana, Script::Katakana, Script::Hangul, Script::Bopomofo]
        .iter()
        .any(|script| scripts.contains(script))
}

/// Whether no text may hold the character: a control character, an override of the direction, which makes a text read
/// otherwise than it is written, or one of the two that XML cannot hold.
#[must_use]
pub fn is_forbidden(c: char) -> bool {
    let is_override = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_none = matches!(c, '\u{fffe}' | '\u{ffff}');
    is_override || is_none || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

/// The first such character of a text, and at which byte it stands.
#[must_use]
pub fn find_forbidden(text: &str) -> Option<(usize, char)> {
    // The bytes that one may begin with are few; a text is looked through byte by byte for them.
    let may_begin = |byte: u8| byte < b' ' || matches!(byte, 0x7f | 0xc2 | 0xe2 | 0xef);
    let may_be = text.bytes().enumerate().filter(|(_, byte)| may_begin(*byte));
    let mut chars = may_be.filter_map(|(at, _)| Some((at, text.get(at..)?.chars().next()?)));
    chars.find(|(_, c)| is_forbidden(*c))
}

/// What is said of such a character.
#[must_use]
pub fn tell_forbidden(c: char) -> String {
    format!("the character U+{:04X} does not belong in a text", u32::from(c))
}

/// Whether the character only modifies the one before it or is not seen at all.
pub(super) fn is_unseen(c: char) -> bool {
    let marks = [GeneralCategory::NonspacingMark, GeneralCategory::EnclosingMark, GeneralCategory::Format];
    !c.is_ascii() && marks.contains(&CodePointMapData::<GeneralCategory>::new().get(c))
}

/// The hiragana for a katakana, any other character as it is.
pub(super) fn hiragana(c: char) -> char {
    match c {
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        c => c,
    }
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
    fn a_forbidden_character_is_found_in_a_text() {
        for c in char::MIN..=char::MAX {
            assert_eq!(find_forbidden(&format!("a日{c}")), is_forbidden(c).then_some((4, c)), "{c:?}");
        }
        assert_eq!(find_forbidden(""), None);
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
}
