//! The terms of the glossary, to be found in texts.

use aho_corasick::{AhoCorasick, MatchKind};

use super::super::facts::TermFacts;
use crate::lang::{Lang, PerLang, terms};

/// The glossary, ready to be looked for.
pub(super) struct Glossary<'a> {
    terms: &'a [TermFacts],
    finders: PerLang<Option<Finder>>,
}

/// The forms of one language.
struct Finder {
    automaton: AhoCorasick,
    forms: Vec<Form>,
}

/// A form of a term: the preferred one or, by its place in the list, one to be avoided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Form {
    pub(super) term: usize,
    pub(super) avoided: Option<usize>,
}

impl<'a> Glossary<'a> {
    pub(super) fn new(terms: &'a [TermFacts]) -> Self {
        Self { terms, finders: PerLang::of(|lang| Finder::new(terms, lang)) }
    }

    /// The forms that a text has, each once. Of forms that overlap, the first and longest counts.
    pub(super) fn forms_in(&self, text: &str, lang: Lang) -> Vec<Form> {
        let Some(finder) = &self.finders[lang] else { return Vec::new() };
        let text = terms::levelled(lang, text);
        let found = finder.automaton.find_iter(&text);
        let found = found.filter(|found| terms::end_of(lang, &text, found.start(), found.end()).is_some());
        let mut forms: Vec<_> = found.map(|found| finder.forms[found.pattern().as_usize()]).collect();
        forms.sort_unstable();
        forms.dedup();
        forms
    }

    /// The preferred form of a term.
    pub(super) fn preferred(&self, term: usize, lang: Lang) -> Option<&'a str> {
        self.terms.get(term)?.forms.get(lang)
    }

    /// A form as it is written in the glossary.
    pub(super) fn written(&self, form: Form, lang: Lang) -> Option<&'a str> {
        match form.avoided {
            Some(index) => self.terms.get(form.term)?.avoid[lang].get(index).map(String::as_str),
            None => self.preferred(form.term, lang),
        }
    }

    /// Whether a text has the preferred form of a term in some way: in English with another ending, in Japanese in
    /// another width or without the last ー.
    pub(super) fn has_term(&self, term: usize, text: &str, lang: Lang) -> bool {
        self.preferred(term, lang).is_none_or(|preferred| terms::has(lang, text, preferred))
    }
}

impl Finder {
    fn new(terms: &[TermFacts], lang: Lang) -> Option<Self> {
        let mut patterns = Vec::new();
        let mut forms = Vec::new();
        for (term, record) in terms.iter().enumerate() {
            let preferred = record.forms.get(lang).map(|form| (form, None)).into_iter();
            let avoided = record.avoid[lang].iter().enumerate();
            let avoided = avoided.map(|(index, form)| (form.as_str(), Some(index)));
            for (form, avoided) in preferred.chain(avoided).filter(|(form, _)| !form.is_empty()) {
                patterns.push(terms::levelled(lang, form));
                forms.push(Form { term, avoided });
            }
        }
        // More patterns than it takes are more than a person writes.
        let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns).ok()?;
        Some(Self { automaton, forms })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    fn term(en: &str, ja: &str, avoid: &[&str]) -> TermFacts {
        TermFacts {
            forms: Text::default().with(Lang::En, Some(en)).with(Lang::Ja, Some(ja)),
            avoid: [Vec::new(), avoid.iter().map(|form| (*form).to_owned()).collect()].into(),
            note: None,
        }
    }

    fn forms_written(glossary: &Glossary<'_>, text: &str, lang: Lang) -> Vec<String> {
        let forms = glossary.forms_in(text, lang).into_iter();
        forms.filter_map(|form| glossary.written(form, lang)).map(str::to_owned).collect()
    }

    #[test]
    fn the_longest_form_counts() {
        let terms = [
            term("server", "サーバー", &["サーバ"]),
            term("reaffirm", "再確認", &[]),
            term("confirm", "確認", &[]),
        ];
        let glossary = Glossary::new(&terms);
        assert_eq!(forms_written(&glossary, "サーバーを再確認", Lang::Ja), ["サーバー", "再確認"]);
        assert_eq!(forms_written(&glossary, "ｻｰﾊﾞを確認", Lang::Ja), ["サーバ", "確認"]);
        assert_eq!(
            forms_written(&glossary, "Servers, serverless; they re-confirm.", Lang::En),
            ["server", "confirm"]
        );
    }

    #[test]
    fn another_width_or_ending_is_the_same_term() {
        let terms = [term("recognize", "セキュリティー", &[])];
        let glossary = Glossary::new(&terms);
        assert!(glossary.has_term(0, "ｾｷｭﾘﾃｨの", Lang::Ja));
        assert!(!glossary.has_term(0, "せきゅりてぃ", Lang::Ja));
        assert!(glossary.has_term(0, "Recognizing that", Lang::En));
        assert!(!glossary.has_term(0, "unrecognized", Lang::En));
    }
}
