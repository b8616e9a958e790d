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
    /// Where the body begins to be counted.
    body_start: u32,
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
        let tokens: Vec<_> = keys.par_iter().map(|keys| (keys, keys.tokens())).collect();
        self.tables.par_iter_mut().enumerate().for_each(|(table, places)| {
            for (keys, spots) in &tokens {
                for same in of_table(spots, table).chunk_by(|a, b| a.hash() == b.hash()) {
                    keys.each_of(same, |token, spots| {
                        places.entry(token.into()).or_default().push(keys.place, spots);
                    });
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
        let (title, body) = (search_key(title), search_key(text));
        let length = u32::try_from(title.chars().count()).unwrap_or(u32::MAX);
        Some(Keys { place, title, body, body_start: BODY.max(length.saturating_add(1)) })
    })
}

/// A place of a token in a text, as a number, so that places are sorted by token: the token's hash, the place counted in
/// characters and the byte in the title or body, from which the token can be read again. Texts are shorter than 4 GiB.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct TokenSpot(u128);

impl TokenSpot {
    fn new(token: SearchToken<'_>, place: u32, start: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        Self(u128::from(hash(token)) << 64 | u128::from(place) << 32 | u128::from(start))
    }

    /// Distinguishes most tokens.
    fn hash(self) -> u64 {
        u64::try_from(self.0 >> 64).unwrap_or_default()
    }

    fn place(self) -> u32 {
        u32::try_from(self.0 >> 32 & u128::from(u32::MAX)).unwrap_or_default()
    }

    fn start(self) -> usize {
        usize::try_from(self.0 & u128::from(u32::MAX)).unwrap_or_default()
    }

    /// The table that the token goes into: the upper bits of its hash.
    fn table(self) -> usize {
        usize::try_from(self.hash() >> (u64::BITS - TABLES.ilog2())).unwrap_or_default()
    }
}

impl Keys {
    /// The places of the tokens, those of the same token beside each other and in their order.
    fn tokens(&self) -> Vec<TokenSpot> {
        let of_title = search_tokens(&self.title).map(|it| TokenSpot::new(it.token, it.place, it.start));
        let of_body = search_tokens(&self.body)
            .map(|it| TokenSpot::new(it.token, it.place.saturating_add(self.body_start), it.start));
        let mut spots: Vec<_> = of_title.chain(of_body).collect();
        spots.sort_unstable();
        spots
    }

    /// The key from a place on.
    fn from(&self, spot: TokenSpot) -> &str {
        let text = if spot.place() < self.body_start { &self.title } else { &self.body };
        text.get(spot.start()..).unwrap_or_default()
    }

    /// The token at a place.
    fn token(&self, spot: TokenSpot) -> SearchToken<'_> {
        search_tokens(self.from(spot)).next().map_or(SearchToken::Word(""), |it| it.token)
    }

    /// Each token among places of the same hash, with its places.
    fn each_of(&self, spots: &[TokenSpot], mut give: impl FnMut(SearchToken<'_>, &[TokenSpot])) {
        let first = self.token(spots[0]);
        if spots[1..].iter().all(|spot| first.begins(self.from(*spot))) {
            return give(first, spots);
        }
        // Stable, so that they stay by place.
        let mut sorted = spots.to_vec();
        sorted.sort_by_key(|spot| self.token(*spot));
        for same in sorted.chunk_by(|a, b| self.token(*a) == self.token(*b)) {
            give(self.token(same[0]), same);
        }
    }
}

/// Of tokens sorted by their hashes, those that go into a table.
fn of_table(spots: &[TokenSpot], table: usize) -> &[TokenSpot] {
    let start_of = |table: usize| spots.partition_point(|spot| spot.table() < table);
    &spots[start_of(table)..start_of(table + 1)]
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

impl TokenPlaces {
    fn push(&mut self, text: u32, same: &[TokenSpot]) {
        push_number(&mut self.bytes, 2 * (text - self.last) + u32::from(same.len() == 1));
        self.last = text;
        if same.len() > 1 {
            push_number(&mut self.bytes, u32::try_from(same.len()).unwrap_or(u32::MAX));
        }
        let mut before = 0;
        for spot in same {
            push_number(&mut self.bytes, spot.place() - before);
            before = spot.place();
        }
    }
}
