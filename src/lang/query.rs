//! The words of a query, and whether a text has them.

use super::{
    chars::{is_punctuation, is_symbol},
    search_key::{is_latin, search_key},
};

/// The words of a query, by their search keys: what stands between blanks and signs. Quotes, brackets, commas, arrows and the
/// like are no part of a word, as in `(share)`, 「水位」 or `水位→共有`. A sign that joins stays where it does: `us-japan`, `5.1`,
/// `r&d`, `1,000`; one that belongs to a name does too: `c++`, `c#`, `50%`. Where there is nothing else, signs count. Words
/// between two quotes are one, with blanks in it.
#[must_use]
pub fn query_words(query: &str) -> Vec<String> {
    let key = search_key(query);
    let parts: Vec<Vec<char>> = key.split('"').map(|part| part.chars().collect()).collect();
    // A quote that is never closed means nothing.
    let is_quoted = |at: usize| at % 2 == 1 && at + 1 < parts.len();
    let mut named = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let mut words = kept(part, |at, _| is_of_word(part, at));
        words.retain(|word| word.contains(char::is_alphanumeric));
        if is_quoted(at) && !words.is_empty() {
            words = vec![words.join(" ")];
        }
        named.extend(words);
    }
    if named.is_empty() {
        parts.iter().flat_map(|part| kept(part, |_, c| is_of_signs(c))).collect()
    } else {
        named
    }
}

/// The words of some characters, without those that count for nothing.
fn kept(chars: &[char], is_kept: impl Fn(usize, char) -> bool) -> Vec<String> {
    let spaced = chars.iter().enumerate().map(|(at, c)| if is_kept(at, *c) { *c } else { ' ' });
    spaced.collect::<String>().split_whitespace().map(str::to_owned).collect()
}

/// Whether a text has what is searched for: every word of the query, in any order, by their search keys. A word that
/// begins with a Latin letter or a digit is found at the beginning of a word only: `mic` is not in `atomic`. A phrase between
/// quotes, and a Latin word of up to three letters, is found as it is: `ai` is not in `aim`.
///
/// A query without a word finds nothing.
#[must_use]
pub fn finds(query: &str, text: &str) -> bool {
    let (words, text) = (query_words(query), search_key(text));
    !words.is_empty() && words.iter().all(|word| stands_in(word, &text))
}

fn stands_in(word: &str, text: &str) -> bool {
    let begins_latin = word.starts_with(is_latin);
    let is_exact = word.contains(' ') || word.chars().count() <= 3 && word.chars().all(is_latin);
    let ends_latin = is_exact && word.ends_with(is_latin);
    let mut before = None;
    text.char_indices().any(|(at, c)| {
        let may_begin = !begins_latin || !before.is_some_and(is_latin);
        before = Some(c);
        let rest = text.get(at..).and_then(|rest| without_word(rest, word)).filter(|_| may_begin);
        rest.is_some_and(|rest| !(ends_latin && rest.starts_with(is_latin)))
    })
}

/// What stands behind a word at the beginning of a text. A blank of the word is any sign or blank of the text.
fn without_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    word.chars().try_fold(text, |rest, wanted| {
        let found = rest.chars().next()?;
        let is_same = found == wanted || wanted == ' ' && !is_latin(found);
        is_same.then(|| &rest[found.len_utf8()..])
    })
}

/// Whether a character of a key is part of a word, by what stands beside it.
fn is_of_word(key: &[char], at: usize) -> bool {
    let is = |at: Option<usize>, is: fn(char) -> bool| at.and_then(|at| key.get(at)).is_some_and(|c| is(*c));
    let (before, after) = (at.checked_sub(1), Some(at + 1));
    let both = |wanted: fn(char) -> bool| is(before, wanted) && is(after, wanted);
    // A letter that stands alone beside the sign.
    let is_initial =
        |at: Option<usize>, beyond: Option<usize>| is(at, is_latin) && !is(beyond, char::is_alphanumeric);
    match key[at] {
        '#' | '%' => true,
        '+' => ends_name(key, at),
        '&' => {
            let alone = is_initial(before, at.checked_sub(2)) || is_initial(after, Some(at + 2));
            alone && both(char::is_alphanumeric)
        }
        '-' | '\'' | '.' | '@' | '_' => both(char::is_alphanumeric),
        '~' | ',' | ':' | '/' => both(char::is_numeric),
        c => !is_punctuation(c) && !is_symbol(c),
    }
}

/// Whether a plus is one of several at the end of a name in Latin letters, as in `c++`.
fn ends_name(key: &[char], at: usize) -> bool {
    let before = key[..at].iter().rev().take_while(|c| **c == '+').count();
    let after = key[at..].iter().take_while(|c| **c == '+').count();
    let is_named = at.checked_sub(before + 1).is_some_and(|at| is_latin(key[at]));
    before + after > 1 && is_named && !key.get(at + after).is_some_and(|c| c.is_alphanumeric())
}

/// Whether a character counts in a query of signs alone.
fn is_of_signs(c: char) -> bool {
    matches!(c, '#' | '%') || !is_punctuation(c) && !matches!(c, '<' | '>' | '|' | '`')
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;
    use serde::Deserialize;

    /// The cases that the script of the search page is held to as well.
    #[derive(Deserialize)]
    struct Cases {
        words: Vec<(String, Vec<String>)>,
        finds: Vec<(String, String)>,
        misses: Vec<(String, String)>,
    }

    fn cases() -> Cases {
        serde_json::from_str(include_str!("../../tests/tools/search/keys.json")).unwrap()
    }

    #[test]
    fn signs_around_and_between_words_are_no_part_of_them() {
        for (query, words) in cases().words {
            assert_eq!(query_words(&query), words, "{query}");
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
}
