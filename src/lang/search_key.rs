//! What texts are compared by when one is searched for: width, case, marks and the ways of writing kana are levelled.

use std::borrow::Cow;

use super::{
    chars::{hiragana, is_east_asian_script, is_ignorable, is_latin_letter, is_mark},
    normal::{base_letter, nfkc},
};

/// The least length of a run of kana whose last ー is dropped: サーバー and サーバ are the same, コピー is not コピ.
const LONG_RUN: usize = 4;

/// The search key of a text: signs without a form of their own dropped, NFKC, lower case, marks over Latin letters dropped
/// and letters that hold another as that one, dashes, quotes and 〜 folded, ・ dropped, dots in initialisms dropped, katakana
/// to hiragana, the last ー dropped in runs of kana of four or more.
#[must_use]
pub fn search_key(text: &str) -> String {
    if text.is_ascii() {
        // Nothing else is there to be levelled.
        return without_initials_dots(&text.to_ascii_lowercase());
    }
    let mut levelled = String::with_capacity(text.len());
    for c in nfkc(&without_ignorable(text)).chars() {
        match c {
            '・' => {}
            c if c.is_ascii() => levelled.push(c.to_ascii_lowercase()),
            // They have no case, and a table would be asked for each.
            c if is_plainly_east_asian(c) => levelled.push(hiragana(c)),
            c => c.to_lowercase().for_each(|c| push_levelled(c, &mut levelled)),
        }
    }
    without_last_bars(&without_initials_dots(&levelled), is_kana)
}

/// The text without the signs that have no form of their own: one that is not seen makes no difference. Before anything is
/// composed, since such a sign may stand between a letter and its mark.
fn without_ignorable(text: &str) -> Cow<'_, str> {
    let is_dropped = |c: char| !(c.is_ascii() || is_plainly_east_asian(c)) && is_ignorable(c);
    if text.contains(is_dropped) { text.chars().filter(|c| !is_dropped(*c)).collect() } else { text.into() }
}

/// Adds a small letter, a Latin one without its marks.
fn push_levelled(c: char, levelled: &mut String) {
    if is_mark(c) && levelled.ends_with(is_latin_letter) {
        return;
    }
    match if is_latin_letter(c) { base_letter(c) } else { c } {
        // Letters that Unicode does not decompose, as one writes them who has not got them on the keyboard.
        'ß' => levelled.push_str("ss"),
        'æ' => levelled.push_str("ae"),
        'œ' => levelled.push_str("oe"),
        'þ' => levelled.push_str("th"),
        'ø' => levelled.push('o'),
        'đ' | 'ð' => levelled.push('d'),
        'ł' => levelled.push('l'),
        'ħ' => levelled.push('h'),
        'ŧ' => levelled.push('t'),
        'ı' => levelled.push('i'),
        c => levelled.push(hiragana(folded(c))),
    }
}

/// Whether the character belongs to a word in a script that puts blanks between words. By properties of Unicode alone,
/// which the script of the search page can ask for too.
pub(super) fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || !(c.is_ascii() || is_plainly_east_asian(c)) && c.is_alphanumeric() && !is_east_asian_script(c)
}

/// Whether the character is kana or a common ideograph: most of a Japanese text is known so without a table.
fn is_plainly_east_asian(c: char) -> bool {
    matches!(c, 'ぁ'..='ん' | 'ァ'..='ヺ' | '一'..='鿿')
}

/// The text in its usual width, without the last ー in runs of katakana of four or more: what is left of the
/// differences between two ways to write the same Japanese term. Everything else stays.
#[must_use]
pub fn width_key(text: &str) -> String {
    without_last_bars(&nfkc(text), is_katakana)
}

/// Dashes, quotes and wave dashes as one of each, and a small sigma wherever it stands.
fn folded(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' => '-',
        '\u{2018}'..='\u{201b}' | '\u{2032}' => '\'',
        '\u{201c}'..='\u{201f}' | '\u{2033}' => '"',
        '〜' => '~',
        'ς' => 'σ',
        c => c,
    }
}

/// The text without the dots that follow a letter standing alone: `u.s.` is `us`, and `5.1` stays.
fn without_initials_dots(text: &str) -> String {
    without(text, '.', |before, _| {
        let mut before = before.chars().rev();
        before.next().is_some_and(char::is_alphabetic) && !before.next().is_some_and(char::is_alphanumeric)
    })
}

/// The text without a character where it is dropped, by what stands before and behind it.
fn without(text: &str, dropped: char, is_dropped: impl Fn(&str, &str) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, found) in text.match_indices(dropped) {
        let after = at + found.len();
        if is_dropped(&text[..at], &text[after..]) {
            out.push_str(&text[done..at]);
            done = after;
        }
    }
    out.push_str(&text[done..]);
    out
}

fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー' | 'ヽ' | 'ヾ')
}

fn is_kana(c: char) -> bool {
    is_katakana(c) || matches!(c, 'ぁ'..='ゖ' | 'ゝ' | 'ゞ')
}

/// The text without the ー at the end of long runs of such characters.
fn without_last_bars(text: &str, is_of_run: impl Fn(char) -> bool) -> String {
    without(text, 'ー', |before, behind| {
        let run = before.chars().rev().take(LONG_RUN - 1).take_while(|c| is_of_run(*c)).count();
        run + 1 == LONG_RUN && !behind.starts_with(&is_of_run)
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;
    use serde::Deserialize;

    /// The cases that the script of the search page is held to as well.
    #[derive(Deserialize)]
    struct Cases {
        keys: Vec<(String, String)>,
        same: Vec<Vec<String>>,
        different: Vec<(String, String)>,
    }

    fn cases() -> Cases {
        serde_json::from_str(include_str!("../../tests/tools/search/keys.json")).unwrap()
    }

    #[test]
    fn width_case_and_kana_are_levelled() {
        for (text, key) in cases().keys {
            assert_eq!(search_key(&text), key, "{text}");
        }
    }

    #[test]
    fn ways_of_writing_the_same_have_one_key() {
        for words in cases().same {
            let keys: Vec<_> = words.iter().map(|word| search_key(word)).collect();
            assert!(keys.iter().all(|key| *key == keys[0]), "{keys:?}");
        }
        for (a, b) in cases().different {
            assert_ne!(search_key(&a), search_key(&b));
        }
    }

    #[test]
    fn a_term_differs_by_width_and_the_last_bar_alone() {
        assert_eq!(width_key("サーバーと"), width_key("ｻｰﾊﾞと"));
        assert_eq!(width_key("ＩＣＴ政策"), "ICT政策");
        assert_ne!(width_key("クラウド・コンピューティング"), width_key("クラウドコンピューティング"));
        assert_ne!(width_key("くらうど"), width_key("クラウド"));
        assert_ne!(width_key("コピー"), width_key("コピ"));
    }

    #[test]
    fn what_is_plainly_east_asian_is_so_by_its_script() {
        for c in (char::MIN..=char::MAX).filter(|c| is_plainly_east_asian(*c)) {
            assert!(is_east_asian_script(c), "{c}");
        }
    }
}
