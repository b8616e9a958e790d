//! What a search key is indexed by, so that every place where a query stands can be found without reading the text:
//! Latin words whole, everything else by overlapping pairs of characters.

use std::iter;

use super::search_key::is_latin;

/// What stands at one place of a search key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SearchToken<'a> {
    /// A whole word of letters and digits in a script that puts blanks between words, at its beginning.
    Word(&'a str),
    /// Any other character with the one after it; a blank where a blank or nothing follows.
    Pair(char, char),
}

impl SearchToken<'_> {
    /// The characters of the token, by which the index is sorted.
    pub fn chars(&self) -> impl Iterator<Item = char> + '_ {
        let (word, pair) = match self {
            Self::Word(word) => (*word, None),
            Self::Pair(first, second) => ("", Some([*first, *second])),
        };
        word.chars().chain(pair.into_iter().flatten())
    }

    /// Whether it is the first token of a key.
    #[must_use]
    pub fn begins(&self, key: &str) -> bool {
        match self {
            Self::Word(word) => key.strip_prefix(word).is_some_and(|rest| !rest.starts_with(is_latin)),
            Self::Pair(first, second) => {
                let mut chars = key.chars();
                chars.next() == Some(*first) && second_of_pair(chars.next()) == *second
            }
        }
    }
}

/// A blank where a blank or nothing follows.
fn second_of_pair(next: Option<char>) -> char {
    next.filter(|next| !next.is_whitespace()).unwrap_or(' ')
}

/// A token where it stands in a search key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedToken<'a> {
    /// Before which character.
    pub place: u32,
    /// Before which byte.
    pub start: usize,
    /// What stands there.
    pub token: SearchToken<'a>,
}

/// The tokens of a search key (see [`search_key`](super::search_key())), in their order.
///
/// A word of a query stands in a text just where its tokens stand at the same distances: of a run of Latin letters that
/// something follows, the whole word; of one at the end, a word that begins so; of any other character, a pair.
pub fn search_tokens(key: &str) -> impl Iterator<Item = PlacedToken<'_>> {
    let mut chars = key.char_indices().peekable();
    let mut next_place = 0;
    iter::from_fn(move || {
        loop {
            let (start, c) = chars.next()?;
            let place = next_place;
            next_place += 1;
            if is_latin(c) {
                while chars.next_if(|(_, next)| is_latin(*next)).is_some() {
                    next_place += 1;
                }
                let end = chars.peek().map_or(key.len(), |(end, _)| *end);
                return Some(PlacedToken { place, start, token: SearchToken::Word(&key[start..end]) });
            }
            if !c.is_whitespace() {
                let token = SearchToken::Pair(c, second_of_pair(chars.peek().map(|(_, next)| *next)));
                return Some(PlacedToken { place, start, token });
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{SearchToken::*, *};

    #[test]
    fn latin_stands_by_word_and_the_rest_by_pairs() {
        let found = |key| search_tokens(key).map(|it| (it.place, it.token)).collect::<Vec<_>>();
        assert_eq!(
            found("mic と第2回 u-1"),
            [
                (0, Word("mic")),
                (4, Pair('と', '第')),
                (5, Pair('第', '2')),
                (6, Word("2")),
                (7, Pair('回', ' ')),
                (9, Word("u")),
                (10, Pair('-', '1')),
                (11, Word("1")),
            ]
        );
        assert_eq!(found(" "), []);
    }

    #[test]
    fn the_text_from_a_token_on_begins_with_it() {
        let key = "mic と第2回 u-1";
        let all: Vec<_> = search_tokens(key).collect();
        for PlacedToken { start, token, .. } in &all {
            let rest = &key[*start..];
            assert_eq!(search_tokens(rest).next().map(|it| it.token), Some(*token));
            for PlacedToken { token: other, .. } in &all {
                assert_eq!(other.begins(rest), other == token, "{other:?} {rest}");
            }
        }
    }
}
