//! Which policy track a text belongs to, by the words that they share.

use std::collections::{BTreeMap, BTreeSet};

use super::names::in_language;
use crate::{
    lang::{Lang, SearchToken, search_key, search_tokens},
    source::RegistryDraft,
};

/// Words that say nothing of a subject.
const COMMON: [&str; 47] = [
    "the",
    "and",
    "for",
    "with",
    "from",
    "that",
    "this",
    "these",
    "those",
    "other",
    "their",
    "its",
    "into",
    "both",
    "more",
    "such",
    "including",
    "between",
    "under",
    "over",
    "which",
    "were",
    "was",
    "are",
    "will",
    "not",
    "all",
    "two",
    "new",
    "government",
    "country",
    "countri",
    "side",
    "policy",
    "partnership",
    "response",
    "cooperation",
    "sharing",
    "share",
    "shar",
    "view",
    "importance",
    "recognize",
    "participant",
    "united",
    "state",
    "japan",
];

/// The same of pairs of kanji, which stand in the statements of any dialogue.
const COMMON_PAIRS: [&str; 23] = [
    "両国", "二国", "各国", "諸国", "国連", "政府", "日米", "米国", "日本", "参加", "政策", "協力", "連携",
    "共有", "認識", "重要", "課題", "対応", "推進", "促進", "活用", "取組", "経済",
];

/// What a word counts.
const OF_SUMMARY: f64 = 1.0;
const OF_TITLE: f64 = 3.0;
const OF_GLOSSARY: f64 = 2.0;

/// How near a text is to a track.
#[derive(Clone, Debug, Default)]
struct Nearness {
    score: f64,
    by: BTreeSet<String>,
    /// Whether a word of the title or a term is among those: a summary alone is not enough.
    is_sure: bool,
}

/// The tracks of an archive with the words of each.
#[derive(Debug)]
pub(super) struct Tracks {
    lang: Lang,
    /// The tracks with the weight of each word: more in a title than in a summary.
    weighted: Vec<(String, BTreeMap<String, f64>)>,
    /// The words of the dialogues' titles, which say little of a track.
    of_dialogue: BTreeSet<String>,
    /// In how many tracks a word is.
    spread: BTreeMap<String, f64>,
    /// The terms of the glossary, with the tracks that have them.
    terms: Vec<(String, Vec<usize>)>,
}

/// What was found of a track for a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TrackChoice {
    /// This track, by these words.
    Track(String, Vec<String>),
    /// These are as near as each other.
    Several(Vec<String>),
    /// None has enough in common.
    None,
}

impl Tracks {
    /// The tracks of an archive, in a language.
    pub(super) fn new(registries: &RegistryDraft, lang: Lang) -> Self {
        let mut weighted = Vec::new();
        let mut texts = Vec::new();
        for (id, track) in &registries.tracks.1 {
            let text = |text: Option<&crate::source::input::TextInput>| {
                text.and_then(|text| in_language(text, lang)).unwrap_or_default().to_owned()
            };
            let track = track.as_ref();
            let title = text(track.and_then(|track| track.title.as_ref()));
            let summary = text(track.and_then(|track| track.summary.as_ref()));
            let mut weights: BTreeMap<String, f64> =
                words(&summary, lang).into_iter().map(|it| (it, OF_SUMMARY)).collect();
            weights.extend(words(&title, lang).into_iter().map(|word| (word, OF_TITLE)));
            texts.push(search_key(&format!("{title} {summary}")));
            weighted.push((id.clone(), weights));
        }
        let mut spread: BTreeMap<String, f64> = BTreeMap::new();
        for word in weighted.iter().flat_map(|(_, weights): &(String, BTreeMap<String, f64>)| weights.keys())
        {
            *spread.entry(word.clone()).or_default() += 1.0;
        }
        let terms = registries.glossary.1.iter().flatten();
        let terms = terms.filter_map(|term| term.form(lang)).map(|term| {
            let key = search_key(term);
            let own = texts.iter().enumerate().filter(|(_, text)| text.contains(&key)).map(|(at, _)| at);
            let own = own.collect();
            (key, own)
        });
        let terms = terms.filter(|(_, own): &(String, Vec<usize>)| !own.is_empty()).collect();
        Self { lang, weighted, of_dialogue: of_dialogues(registries, lang), spread, terms }
    }

    /// The track that a text meets best; its heading counts once more.
    pub(super) fn choose(&self, text: &str, heading: Option<&str>) -> TrackChoice {
        let mut found = vec![Nearness::default(); self.weighted.len()];
        self.add(text, 1.0, &mut found);
        if let Some(heading) = heading {
            self.add(heading, 1.5, &mut found);
        }
        let sure = || found.iter().enumerate().filter(|(_, track)| track.is_sure);
        let best = sure().map(|(_, track)| track.score).fold(0.0, f64::max);
        let nearest: Vec<_> = sure().filter(|(_, track)| track.score > best * 0.95).collect();
        let id = |at: usize| self.weighted[at].0.clone();
        match nearest.as_slice() {
            [] => TrackChoice::None,
            [(at, track)] => TrackChoice::Track(id(*at), track.by.iter().cloned().collect()),
            several => TrackChoice::Several(several.iter().map(|(at, _)| id(*at)).collect()),
        }
    }

    /// Counts the words and terms that a text has in common with each track.
    fn add(&self, text: &str, factor: f64, found: &mut [Nearness]) {
        for word in words(text, self.lang) {
            let spread = self.spread.get(&word).copied().unwrap_or(1.0);
            for ((_, weights), track) in self.weighted.iter().zip(found.iter_mut()) {
                let Some(weight) = weights.get(&word) else { continue };
                track.score += factor * weight / spread;
                track.is_sure |= *weight > OF_SUMMARY && !self.of_dialogue.contains(&word);
                track.by.insert(word.clone());
            }
        }
        let key = search_key(text);
        for (term, own) in self.terms.iter().filter(|(term, _)| key.contains(term.as_str())) {
            for at in own {
                let track = &mut found[*at];
                track.score += factor * OF_GLOSSARY;
                track.is_sure = true;
                track.by.insert(term.clone());
            }
        }
    }
}

/// The words of the dialogues' titles but for what a dialogue is called by itself.
fn of_dialogues(registries: &RegistryDraft, lang: Lang) -> BTreeSet<String> {
    let dialogues = registries.dialogues.1.values().flatten();
    let titles = dialogues.flat_map(|dialogue| {
        let earlier = dialogue.names.iter().flatten().flatten().filter_map(|name| name.title.as_ref());
        earlier.chain(&dialogue.title).filter_map(|title| in_language(title, lang))
    });
    let mut found: BTreeSet<String> = titles.flat_map(|title| words(title, lang)).collect();
    found.retain(|word| word != "dialogue" && word != "対話");
    found
}

/// The words of a text that may say what it is about: stems of Latin words, pairs of other letters but hiragana.
fn words(text: &str, lang: Lang) -> BTreeSet<String> {
    let key = search_key(text);
    let tokens = search_tokens(&key).filter_map(|it| match it.token {
        SearchToken::Word(word) => stem(word),
        SearchToken::Pair(first, second) if lang == Lang::Ja => {
            let is_word = |c: char| c.is_alphanumeric() && !('ぁ'..='ん').contains(&c);
            let pair = format!("{first}{second}");
            (is_word(first) && is_word(second) && !COMMON_PAIRS.contains(&pair.as_str())).then_some(pair)
        }
        SearchToken::Pair(..) => None,
    });
    tokens.collect()
}

/// The word without its ending; nothing of a word that says nothing.
fn stem(word: &str) -> Option<String> {
    let is_said = |word: &str| word.len() > 2 && !COMMON.contains(&word);
    if !is_said(word) {
        return (word.len() > 1 && word.bytes().any(|byte| byte.is_ascii_digit())).then(|| word.to_owned());
    }
    let endings = ["ness", "ing", "ed", "es", "s"];
    let stem = endings.iter().find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.len() >= 4));
    let stem = stem.unwrap_or(word);
    is_said(stem).then(|| stem.to_owned())
}
