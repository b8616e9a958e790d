//! Links from texts to the glossary: from the first use, in a text, of each term that the glossary explains.

use aho_corasick::{AhoCorasick, MatchKind};
use std::{collections::HashSet, ops::Range};

use super::super::facts::TermFacts;
use crate::{
    html::escape,
    lang::{Lang, PerLang, ruby, terms},
    model::{HtmlPart, Piece, Target},
};

/// The terms as HTML has them, ready to be looked for.
pub(in crate::link) struct TermLinks {
    finders: PerLang<Option<TermFinder>>,
}

/// The terms of one language.
struct TermFinder {
    automaton: AhoCorasick,
    /// For each pattern the place of its term, if that has a note to be read.
    explained: Vec<Option<usize>>,
}

impl TermLinks {
    pub(in crate::link) fn new(terms: &[TermFacts]) -> Self {
        Self { finders: PerLang::of(|lang| TermFinder::new(terms, lang)) }
    }

    /// The first uses in a text of a language.
    pub(in crate::link) fn first_uses(&self, lang: Lang) -> FirstUses<'_> {
        FirstUses {
            lang,
            finder: self.finders[lang].as_ref(),
            used: HashSet::new(),
            is_in_heading: false,
            is_in_tag: false,
            kept: 0,
        }
    }
}

impl TermFinder {
    fn new(terms: &[TermFacts], lang: Lang) -> Option<Self> {
        let mut patterns = Vec::new();
        let mut explained = Vec::new();
        // The others are looked for as well: a term inside a longer one is no use of it.
        for (at, term) in terms.iter().enumerate() {
            if let Some(form) = term.forms.get(lang).map(ruby::plain).filter(|form| !form.is_empty()) {
                patterns.push(escape(&form));
                explained.push(term.note.is_some().then_some(at));
            }
        }
        if explained.iter().all(Option::is_none) {
            return None;
        }
        let mut builder = AhoCorasick::builder();
        builder.match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(true);
        Some(Self { automaton: builder.build(patterns).ok()?, explained })
    }

    /// The explained terms in a text without tags, with their places.
    fn terms_in(&self, text: &str, lang: Lang) -> Vec<(usize, Range<usize>)> {
        // A term may go on in the next line.
        let text = text.replace('\n', " ");
        let found = self.automaton.find_iter(&text).filter_map(|found| {
            let end = terms::end_of(lang, &text, found.start(), found.end())?;
            Some((self.explained[found.pattern().as_usize()]?, found.start()..end))
        });
        found.collect()
    }
}

/// The elements whose text stays as it is.
const KEPT: &[&str] = &["code", "pre", "ruby"];

/// Cuts the HTML of a text where its first uses of terms become links.
pub(in crate::link) struct FirstUses<'t> {
    lang: Lang,
    finder: Option<&'t TermFinder>,
    used: HashSet<usize>,
    /// Whether what comes stands in a heading, where nothing becomes a link.
    pub(in crate::link) is_in_heading: bool,
    is_in_tag: bool,
    /// How many elements are open whose text stays as it is.
    kept: usize,
}

impl FirstUses<'_> {
    /// Adds the pieces of the next part of the text's HTML.
    pub(in crate::link) fn push(&mut self, part: HtmlPart, html: &str, pieces: &mut Vec<Piece>) {
        let Some(finder) = self.finder else {
            pieces.push(Piece::Html(part));
            return;
        };
        let Range { start: mut written, end: last } = part.bytes();
        for text in self.texts(part.of(html)) {
            let begin = part.bytes().start + text.start;
            for (term, place) in finder.terms_in(part.of(html).get(text).unwrap_or_default(), self.lang) {
                if !self.used.insert(term) {
                    continue;
                }
                let Range { start, end } = begin + place.start..begin + place.end;
                pieces.push(Piece::Html(HtmlPart::new(written..start)));
                pieces.push(Piece::Open(Target::Term(term)));
                pieces.push(Piece::Html(HtmlPart::new(start..end)));
                pieces.push(Piece::Close);
                written = end;
            }
        }
        pieces.push(Piece::Html(HtmlPart::new(written..last)));
    }

    /// The parts of some HTML that are text in which there may be links. A tag may end in the next part.
    fn texts(&mut self, html: &str) -> Vec<Range<usize>> {
        let mut texts = Vec::new();
        let mut at = 0;
        while at < html.len() {
            let rest = &html[at..];
            let sign = if self.is_in_tag { '>' } else { '<' };
            let end = rest.find(sign).map_or(html.len(), |length| at + length);
            if self.is_in_tag {
                self.is_in_tag = end == html.len();
                at = end + 1;
                continue;
            }
            if self.kept == 0 && !self.is_in_heading && end > at {
                texts.push(at..end);
            }
            self.is_in_tag = end < html.len();
            self.heed_tag(html.get(end + 1..).unwrap_or_default());
            at = end + 1;
        }
        texts
    }

    /// Counts what a tag opens or closes.
    fn heed_tag(&mut self, tag: &str) {
        let (name, is_end) = tag.strip_prefix('/').map_or((tag, false), |name| (name, true));
        let length = name.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(name.len());
        if KEPT.contains(&&name[..length]) {
            self.kept = if is_end { self.kept.saturating_sub(1) } else { self.kept + 1 };
        }
    }
}
