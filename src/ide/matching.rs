//! Which candidates fit what is typed, the best first.

use super::candidates::Candidate;
use crate::lang::{ruby, search_key};

/// How many are offered: nobody reads more, and one more letter brings others.
pub(super) const MOST: usize = 300;

/// How many Latin letters mean something within a word.
const TELLING: usize = 3;

/// The candidates that fit, the best first, and those that fit alike in their own order.
pub(super) fn fitting<'a>(
    candidates: impl IntoIterator<Item = Candidate<'a>>,
    typed: &str,
) -> Vec<Candidate<'a>> {
    let typed = typed.trim();
    let key = search_key(typed);
    let ranked = candidates.into_iter().filter_map(|it| Some((rank(&it, typed, &key)?, it)));
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.truncate(MOST);
    ranked.into_iter().map(|(_, candidate)| candidate).collect()
}

/// How well a candidate fits; nothing where it does not.
fn rank(candidate: &Candidate<'_>, typed: &str, key: &str) -> Option<u8> {
    if typed.is_empty() {
        return Some(0);
    }
    let id = candidate.id.as_ref();
    if id == typed {
        return Some(0);
    }
    let by_id = fit(id, key).map(|fit| if fit == Fit::Begins { 1 } else { 3 });
    if by_id == Some(1) || key.is_empty() {
        return by_id;
    }
    let words = candidate.titles.iter().chain(&candidate.also).filter(|word| may_hold(word, key));
    let by_words = words.filter_map(|word| fit(&search_key(&ruby::plain(word)), key)).min();
    let by_words = by_words.map(|fit| if fit == Fit::Begins { 2 } else { 4 });
    by_id.into_iter().chain(by_words).min()
}

/// Whether a word may hold what is typed, by its script alone: most titles need not be levelled.
fn may_hold(word: &str, key: &str) -> bool {
    let is_latin = |c: char| !('\u{2e80}'..'\u{ff00}').contains(&c);
    if key.is_ascii() { word.contains(is_latin) } else { !word.is_ascii() }
}

/// How a word fits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Begins,
    Contains,
}

/// What is typed begins a word or a part of it, or stands anywhere in it if it is long enough to mean something.
fn fit(word: &str, key: &str) -> Option<Fit> {
    let at = word.find(key)?;
    let before = word.get(..at).unwrap_or_default().chars().next_back();
    let begins_part = before.is_some_and(|c| !c.is_ascii_alphanumeric());
    let is_telling = !key.is_ascii() || key.len() >= TELLING;
    match at {
        0 => Some(Fit::Begins),
        _ => (begins_part || is_telling).then_some(Fit::Contains),
    }
}

/// Words that fit what is typed, those that begin with it first.
pub(super) fn fitting_words<'w, T>(
    words: impl IntoIterator<Item = T>,
    typed: &str,
    word: impl Fn(&T) -> &'w str,
) -> Vec<T> {
    let typed = typed.trim().to_lowercase();
    let ranked = words.into_iter().filter_map(|it| Some((fit(word(&it), &typed)?, it)));
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_by_key(|(fit, _)| *fit);
    ranked.into_iter().map(|(_, word)| word).collect()
}
