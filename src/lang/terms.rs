//! Terms in running text: where one is a word of its own, and in which forms it counts as said.

use super::{Lang, locale::Words, normal::nfkc, search_key::width_key};

/// The text in its usual width and in lower case; where blanks part words, with hyphens as blanks and one blank
/// between words.
#[must_use]
pub fn levelled(lang: Lang, text: &str) -> String {
    let text = nfkc(text).to_lowercase();
    match lang.locale().words {
        Words::Joined => text,
        Words::Spaced { .. } => {
            let words = text.split(|c: char| c.is_whitespace() || c == '-' || c == '\u{2010}');
            words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
        }
    }
}

/// Where a term ends, with its ending, that may stand at the bytes `start..end` of a text: where blanks part words, whole
/// words count, in the singular or the plural.
#[must_use]
pub fn end_of(lang: Lang, text: &str, start: usize, end: usize) -> Option<usize> {
    let Words::Spaced { endings, .. } = lang.locale().words else { return Some(end) };
    let after = text.get(end..).unwrap_or_default();
    let is_end = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let ending = endings.iter().find(|ending| after.strip_prefix(**ending).is_some_and(is_end))?;
    is_word_start(text, start).then_some(end + ending.len())
}

/// Whether a text has a term in some way: where words have endings, with another one; elsewhere in another width or
/// without the last ー.
#[must_use]
pub fn has(lang: Lang, text: &str, term: &str) -> bool {
    match lang.locale().words {
        Words::Joined => width_key(text).to_lowercase().contains(&width_key(term).to_lowercase()),
        Words::Spaced { weak, .. } => {
            let text = levelled(lang, text);
            let stem = levelled(lang, term);
            let stem = stem.trim_end_matches(weak);
            text.match_indices(stem).any(|(at, _)| is_word_start(&text, at))
        }
    }
}

fn is_word_start(text: &str, at: usize) -> bool {
    !text.get(..at).unwrap_or_default().ends_with(char::is_alphanumeric)
}
