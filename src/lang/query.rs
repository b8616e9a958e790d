//! The words of a query, and whether a text has them.

use super::{
    chars::is_punctuation,
    search_key::{is_latin, search_key},
};

/// The words of a query, by their search keys: what stands between blanks and signs. Quotes, brackets, commas and the like
/// are no part of a word, as in `(share)` or 「水位」. A sign that joins stays where it does: `us-japan`, `5.1`, `r&d`, `1,000`;
/// one that belongs to a name does too: `c++`, `c#`, `50%`. What is only such signs counts where there is nothing else.
#[must_use]
pub fn query_words(query: &str) -> Vec<String> {
    let key: Vec<char> = search_key(query).chars().collect();
    let neighbour = |at: Option<usize>| at.and_then(|at| key.get(at).copied());
    let spaced: String = key
        .iter()
        .enumerate()
        .map(
            |(at, c)| {
                if is_of_word(*c, neighbour(at.checked_sub(1)), neighbour(Some(at + 1))) { *c } else { ' ' }
            },
        )
        .collect();
    let words = spaced.split_whitespace().map(str::to_owned);
    let (words, signs): (Vec<_>, Vec<_>) = words.partition(|word| word.contains(char::is_alphanumeric));
    if words.is_empty() { signs } else { words }
}

/// Whether a text has what is searched for: every word of the query, in any order, by their search keys. A word that
/// begins with a Latin letter or a digit is found at the beginning of a word only: `mic` is not in `atomic`.
///
/// A query without a word finds nothing.
#[must_use]
pub fn finds(query: &str, text: &str) -> bool {
    let (words, text) = (query_words(query), search_key(text));
    !words.is_empty() && words.iter().all(|word| stands_in(word, &text))
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

/// Whether a character of a key is part of a word, by what stands beside it.
fn is_of_word(c: char, before: Option<char>, after: Option<char>) -> bool {
    let both = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
    match c {
        '#' | '%' => true,
        '-' | '\'' | '.' | '&' | '@' | '_' | '~' => both(char::is_alphanumeric),
        ',' | ':' | '/' => both(char::is_numeric),
        '<' | '>' | '|' | '`' => false,
        c => !is_punctuation(c),
    }
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
