//! data/search/: the index of the search page, in parts small enough that a query moves only a little.
//!
//! Four kinds of files, read by the theme's search.js alone:
//!
//! - `index.json` names everything else: the first token of each part of the words, the first record of each part of the
//!   texts, the names that numbers stand for, and a version that changes with any byte of the index.
//! - `records.bin` says of each record what it can be filtered by.
//! - `words/N.bin` has the tokens ([`search_tokens`](crate::lang::search_tokens)) with every place where they stand.
//! - `texts/LANG/N.json` has the texts as authored, for titles and excerpts, by language.
//!
//! A record stands in the index once, and its text once in each language that it has; a page that only falls back to the
//! other language is no text of its own.

mod bytes;
mod entries;
mod index;
mod records;
mod texts;
mod words;

use serde::Serialize;

use super::out::Out;
use crate::{
    lang::Lang,
    model::{Kind, Outcome},
    site::Site,
};
use entries::{IndexedRecord, RecordType};
use index::{AT_ONCE, Index};
use records::Records;
use texts::IndexedTexts;
use words::TokenIndex;

/// What index.json holds.
#[derive(Serialize)]
struct Manifest<'a> {
    version: String,
    /// From which place on a text is no title.
    body: u32,
    types: &'static [&'static str],
    kinds: &'static [&'static str],
    outcomes: [&'static str; 12],
    tracks: Vec<&'a str>,
    delegations: Vec<&'a str>,
    /// Where there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dialogues: Vec<&'a str>,
    /// The sets of delegations that records refer to.
    sides: Vec<Vec<u32>>,
    languages: [&'static str; 2],
    words: Vec<String>,
    texts: [Vec<usize>; 2],
}

/// Hands out the files of the index.
pub(super) fn search(site: &Site, out: Out<'_>) {
    let mut index = Index::new(out);
    let mut words = TokenIndex::default();
    let mut texts = Lang::ALL.map(IndexedTexts::new);
    let mut records = Records::default();
    let mut entries = entries::entries(site);
    let mut next = || -> Vec<IndexedRecord> { entries.by_ref().take(AT_ONCE).collect() };
    let mut first = 0;
    let mut some = next();
    while !some.is_empty() {
        // To put tokens into the index is no work that can be shared: the rest is done beside it.
        let ((), after) = rayon::join(
            || words.add(first, &some),
            || {
                for entry in &some {
                    records.add(entry);
                    for texts in &mut texts {
                        texts.add(entry, &mut index);
                    }
                }
                next()
            },
        );
        first += some.len();
        some = after;
    }
    let texts = texts.map(|texts| texts.finish(&mut index));
    let words = words.finish(&mut index);
    index.give("records.bin", records.bytes);
    let dialogues = site.dialogues.iter().filter(|_| site.has_several_dialogues());
    let manifest = Manifest {
        version: index.version(),
        body: words::BODY,
        types: RecordType::NAMES,
        kinds: Kind::NAMES,
        outcomes: Outcome::SIGNS,
        tracks: site.tracks.iter().map(|(_, track)| track.id.as_str()).collect(),
        delegations: site.delegations.iter().map(|(_, delegation)| delegation.id.as_str()).collect(),
        dialogues: dialogues.map(|(_, dialogue)| dialogue.id.as_str()).collect(),
        sides: records.sets,
        languages: Lang::ALL.map(Lang::code),
        words,
        texts,
    };
    // Text and numbers always have a form in JSON.
    index.give("index.json", serde_json::to_vec(&manifest).unwrap_or_default());
    index.finish();
}
