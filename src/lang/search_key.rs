//! What texts are compared by when one is searched for: width, case, marks and the ways of writing kana are levelled.

use super::{
    chars::{hiragana, is_east_asian_script},
    normal::nfkc,
};

/// The least length of a run of kana whose last ー is dropped: サーバー and サーバ are the same, コピー is not コピ.
const LONG_RUN: usize = 4;

/// The search key of a text: NFKC, lower case, dashes, quotes and 〜 folded, ・ dropped, dots in initialisms dropped,
/// katakana to hiragana, the last ー dropped in runs of kana of four or more.
#[must_use]
pub fn search_key(text: &str) -> String {
    if text.is_ascii() {
        // Nothing else is there to be levelled.
        return without_initials_dots(&text.to_ascii_lowercase());
    }
    let mut levelled = String::with_capacity(text.len());
    for c in nfkc(text).chars() {
        match c {
            '・' => {}
            // They have no case, and a table would be asked for each.
            c if is_plainly_east_asian(c) => levelled.push(hiragana(c)),
            c => levelled.extend(c.to_lowercase().map(folded).map(hiragana)),
        }
    }
    without_last_bars(&without_initials_dots(&levelled), is_kana)
}

/// Whether a text has what is searched for: every word of the query, in any order, by their search keys. A word that
/// begins with a Latin letter or a digit is found at the beginning of a word only: `mic` is not in `atomic`.
///
/// An empty query finds nothing.
#[must_use]
pub fn finds(query: &str, text: &str) -> bool {
    let (query, text) = (search_key(query), search_key(text));
    let mut words = query.split_whitespace().peekable();
    words.peek().is_some() && words.all(|word| stands_in(word, &text))
}

fn stands_in(word: &str, text: &str) -> bool {
    let begins_latin = word.starts_with(is_latin);
    let mut before = None;
    text.char_indices().any(|(at, c)| {
        let may_begin = !begins_latin || !before.is_some_and(is_latin);
        before = Some(c);
        may_begin && text.get(at..).is_some_and(|rest| rest.starts_with(word))
    })
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
        finds: Vec<(String, String)>,
        misses: Vec<(String, String)>,
    }

    fn cases() -> Cases {
        serde_json::from_str(include_str!("../../tests/search/keys.json")).unwrap()
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
    fn a_query_is_found_by_all_its_words_and_nothing_less() {
        for (query, text) in cases().finds {
            assert!(finds(&query, &text), "{query} in {text}");
        }
        for (query, text) in cases().misses {
            assert!(!finds(&query, &text), "{query} in {text}");
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
