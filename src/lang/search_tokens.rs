//! What a search key is indexed by, so that every place where a query stands can be found without reading the text:
//! Latin words whole, everything else by overlapping pairs of characters.

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
}

/// The tokens of a search key (see [`search_key`](super::search_key())), each with its place, counted in characters.
///
/// A word of a query stands in a text just where its tokens stand at the same distances: of a run of Latin letters that
/// something follows, the whole word; of one at the end, a word that begins so; of any other character, a pair.
#[must_use]
pub fn search_tokens(key: &str) -> Vec<(u32, SearchToken<'_>)> {
    let mut tokens = Vec::with_capacity(key.len() / 3);
    let mut chars = key.char_indices().peekable();
    let mut place = 0;
    while let Some((start, c)) = chars.next() {
        let at = place;
        place += 1;
        if is_latin(c) {
            while chars.next_if(|(_, next)| is_latin(*next)).is_some() {
                place += 1;
            }
            let end = chars.peek().map_or(key.len(), |(end, _)| *end);
            tokens.push((at, SearchToken::Word(&key[start..end])));
        } else if !c.is_whitespace() {
            let next = chars.peek().map(|(_, next)| *next).filter(|next| !next.is_whitespace());
            tokens.push((at, SearchToken::Pair(c, next.unwrap_or(' '))));
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::{SearchToken::*, *};

    #[test]
    fn latin_stands_by_word_and_the_rest_by_pairs() {
        assert_eq!(
            search_tokens("mic と第2回 u-1"),
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
        assert_eq!(search_tokens(" "), []);
    }
}
