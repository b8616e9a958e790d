//! words/N.bin: every token with every place where it stands.

use foldhash::HashMap;
use rayon::prelude::*;
use smol_str::SmolStr;
use xxhash_rust::xxh3::xxh3_64;

use super::{
    bytes::{push_block, push_number},
    entries::{IndexedRecord, IndexedVersion},
    index::Index,
};
use crate::lang::{SearchToken, search_key, search_tokens};

/// From how many bytes on a part is full. One token alone may need more, and then stands alone.
const PART: usize = 12 * 1024;

/// Where the text of a record begins to be counted, so that what stands before is the title. A longer title pushes its
/// text back: the two are never neighbours.
pub(super) const BODY: u32 = 1024;

/// The search keys of a text.
struct Keys {
    /// The place of the text among all: twice its record's, and one more for the second language.
    place: u32,
    title: String,
    body: String,
}

/// Where a token stands: for each text, twice the distance from the one before, and one more where it has one place
/// only; else how many places follow; then their distances.
#[derive(Default)]
struct TokenPlaces {
    bytes: Vec<u8>,
    last: u32,
}

/// Into how many tables the tokens go, by their hashes: as many threads may put them there.
const TABLES: usize = 8;

/// The tokens of the records so far.
#[derive(Default)]
pub(super) struct TokenIndex {
    tables: [HashMap<OwnToken, TokenPlaces>; TABLES],
}

impl TokenIndex {
    /// Adds records, the first of which has this number.
    pub(super) fn add(&mut self, first: usize, entries: &[IndexedRecord]) {
        let keys = entries.par_iter().enumerate().flat_map_iter(|(n, entry)| keys(first + n, entry));
        let keys: Vec<Keys> = keys.collect();
        let tokens: Vec<_> = keys.par_iter().map(|keys| (keys.place, tokens(keys))).collect();
        self.tables.par_iter_mut().enumerate().for_each(|(table, places)| {
            for (text, tokens) in &tokens {
                for same in of_table(tokens, table).chunk_by(|a, b| a.token == b.token) {
                    places.entry(same[0].token.into()).or_default().push(*text, same);
                }
            }
        });
    }

    /// Gives the tokens in parts. Of each: its text and its places, each after its length. Returns the first of each part.
    pub(super) fn finish(self, index: &mut Index<'_>) -> Vec<String> {
        let tokens = self.tables.into_iter().flatten();
        let mut sorted: Vec<(String, TokenPlaces)> =
            tokens.map(|(token, places)| (token.borrowed().chars().collect(), places)).collect();
        sorted.par_sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let mut firsts = Vec::new();
        let mut part = Vec::new();
        for (token, places) in sorted {
            if places.bytes.len() >= PART && !part.is_empty() {
                give(&firsts, &mut part, index);
            }
            if part.is_empty() {
                firsts.push(token.clone());
            }
            push_block(&mut part, token.as_bytes());
            push_block(&mut part, &places.bytes);
            if part.len() >= PART {
                give(&firsts, &mut part, index);
            }
        }
        if !part.is_empty() {
            give(&firsts, &mut part, index);
        }
        firsts
    }
}

/// Gives the part that has the last of the first tokens.
fn give(firsts: &[String], part: &mut Vec<u8>, index: &mut Index<'_>) {
    index.give(&format!("words/{}.bin", firsts.len() - 1), std::mem::take(part));
}

/// A token that outlives its text.
#[derive(PartialEq, Eq, Hash)]
enum OwnToken {
    Word(SmolStr),
    Pair(char, char),
}

impl OwnToken {
    fn borrowed(&self) -> SearchToken<'_> {
        match self {
            Self::Word(word) => SearchToken::Word(word),
            Self::Pair(first, second) => SearchToken::Pair(*first, *second),
        }
    }
}

impl From<SearchToken<'_>> for OwnToken {
    fn from(token: SearchToken<'_>) -> Self {
        match token {
            SearchToken::Word(word) => Self::Word(word.into()),
            SearchToken::Pair(first, second) => Self::Pair(first, second),
        }
    }
}

fn keys(n: usize, entry: &IndexedRecord) -> impl Iterator<Item = Keys> + '_ {
    let versions = entry.versions.iter().enumerate();
    versions.filter_map(move |(lang, version)| {
        let IndexedVersion { title, text, .. } = version.as_ref()?;
        // More than two billion texts do not fit in memory.
        let place = u32::try_from(2 * n + lang).unwrap_or(u32::MAX);
        Some(Keys { place, title: search_key(title), body: search_key(text) })
    })
}

/// A token at a place of a text.
#[derive(Clone, Copy)]
struct TokenSpot<'a> {
    /// Distinguishes most tokens.
    hash: u64,
    token: SearchToken<'a>,
    at: u32,
}

/// The tokens of a text with their places, the same beside each other.
fn tokens(keys: &Keys) -> Vec<TokenSpot<'_>> {
    let title = u32::try_from(keys.title.chars().count()).unwrap_or(u32::MAX);
    let body = BODY.max(title.saturating_add(1));
    let of_title = search_tokens(&keys.title);
    let of_body = search_tokens(&keys.body).into_iter().map(|(at, token)| (at.saturating_add(body), token));
    let spot = |(at, token)| TokenSpot { hash: hash(token), token, at };
    let spots: Vec<TokenSpot<'_>> = of_title.into_iter().chain(of_body).map(spot).collect();
    // To sort numbers takes much less than to sort what has words. They are by place already; which token comes first is no
    // matter.
    let numbered = spots.iter().zip(0..).map(|(spot, n)| u128::from(spot.hash) << 64 | n);
    let mut order: Vec<u128> = numbered.collect();
    order.sort_unstable();
    let place = |number: u128| usize::try_from(number & u128::from(u64::MAX)).unwrap_or_default();
    let mut sorted: Vec<TokenSpot<'_>> = order.into_iter().map(|number| spots[place(number)]).collect();
    for same in sorted.chunk_by_mut(|a, b| a.hash == b.hash) {
        // Stable, so that they stay by place.
        if same.iter().any(|spot| spot.token != same[0].token) {
            same.sort_by_key(|spot| spot.token);
        }
    }
    sorted
}

/// Of tokens sorted by their hashes, those that go into a table.
fn of_table<'t, 'a>(tokens: &'t [TokenSpot<'a>], table: usize) -> &'t [TokenSpot<'a>] {
    let start_of = |table: usize| tokens.partition_point(|spot| spot.table() < table);
    &tokens[start_of(table)..start_of(table + 1)]
}

fn hash(token: SearchToken<'_>) -> u64 {
    match token {
        SearchToken::Word(word) => xxh3_64(word.as_bytes()),
        // By an odd number, no two pairs come to the same; the upper bits are those that differ (Knuth, TAOCP 6.4).
        SearchToken::Pair(first, second) => {
            (u64::from(first) << 32 | u64::from(second)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        }
    }
}

impl TokenSpot<'_> {
    /// The table that the token goes into: the upper bits of its hash.
    fn table(&self) -> usize {
        usize::try_from(self.hash >> (u64::BITS - TABLES.ilog2())).unwrap_or_default()
    }
}

impl TokenPlaces {
    fn push(&mut self, text: u32, same: &[TokenSpot<'_>]) {
        push_number(&mut self.bytes, 2 * (text - self.last) + u32::from(same.len() == 1));
        self.last = text;
        if same.len() > 1 {
            push_number(&mut self.bytes, u32::try_from(same.len()).unwrap_or(u32::MAX));
        }
        let mut before = 0;
        for TokenSpot { at, .. } in same {
            push_number(&mut self.bytes, at - before);
            before = *at;
        }
    }
}
