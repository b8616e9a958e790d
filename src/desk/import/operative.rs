//! Where the operative verb of a sentence stands.

use super::verbs::VerbTable;
use crate::{lang::Lang, model::Kind};

/// An operative verb in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OperativeVerb {
    /// Where it stands, in bytes.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// The kind that the table gives it.
    pub(super) kind: Kind,
    /// Whether somebody acts, as far as can be seen.
    pub(super) has_actor: bool,
}

/// The operative verb of a sentence: in English the first whose subject acts, in Japanese that at the end.
pub(super) fn operative_verb(
    sentence: &str,
    lang: Lang,
    table: &VerbTable,
    is_actor: &dyn Fn(&str) -> bool,
) -> Option<OperativeVerb> {
    match lang {
        Lang::En => {
            let all = english(sentence, table, is_actor);
            all.iter().find(|verb| verb.has_actor).or_else(|| all.first()).cloned()
        }
        Lang::Ja => japanese(sentence, table, is_actor),
    }
}

/// The operative verbs of an English sentence, in order; of those at one place the longest.
fn english(sentence: &str, table: &VerbTable, is_actor: &dyn Fn(&str) -> bool) -> Vec<OperativeVerb> {
    let lower = sentence.to_ascii_lowercase();
    let mut found: Vec<OperativeVerb> = Vec::new();
    for (verb, kind) in table.verbs(Lang::En) {
        let (verb, takes_next) = match verb.strip_suffix(" *") {
            Some(verb) => (verb, true),
            None => (verb, false),
        };
        for form in forms(verb) {
            for (start, _) in lower.match_indices(&form) {
                let end = start + form.len();
                if !is_whole(&lower, start, end) {
                    continue;
                }
                let end = if takes_next { next_word(sentence, end) } else { end };
                let has_actor = acts(&sentence[..start], is_actor);
                found.push(OperativeVerb { start, end, kind, has_actor });
            }
        }
    }
    found.sort_by_key(|verb| (verb.start, std::cmp::Reverse(verb.end)));
    found.dedup_by(|later, first| later.start < first.end);
    found
}

fn is_whole(text: &str, start: usize, end: usize) -> bool {
    !text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '-')
        && !text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '-')
}

fn next_word(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let word = rest.trim_start();
    let length = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
    end + (rest.len() - word.len()) + length
}

/// The forms of a verb, whose first word is its plain form.
fn forms(verb: &str) -> Vec<String> {
    let (first, rest) = verb.split_once(' ').map_or((verb, ""), |(first, rest)| (first, rest));
    let mut stems = vec![first.to_owned()];
    stems.extend(first.strip_suffix("ize").map(|stem| format!("{stem}ise")));
    let inflected = stems.iter().flat_map(|stem| {
        let is_modal = ["will", "shall"].contains(&stem.as_str());
        let past = match stem.strip_suffix('y') {
            Some(start) if !start.ends_with(['a', 'e', 'o']) => {
                [format!("{start}ies"), format!("{start}ied")]
            }
            _ if stem.ends_with('e') => [format!("{stem}s"), format!("{stem}d")],
            _ if stem.ends_with("ss") => [format!("{stem}es"), format!("{stem}ed")],
            _ => [format!("{stem}s"), format!("{stem}ed")],
        };
        std::iter::once(stem.clone()).chain(past.into_iter().filter(move |_| !is_modal))
    });
    inflected.map(|word| format!("{word} {rest}").trim_end().to_owned()).collect()
}

/// Whether one of the clauses before a verb begins with somebody who acts.
fn acts(before: &str, is_actor: &dyn Fn(&str) -> bool) -> bool {
    const HEAD_ENDS: [&str; 9] =
        [" of ", " between ", " on ", " for ", " by ", " to ", " in ", " from ", " at "];
    before.split([',', ';', ':']).any(|clause| {
        let clause = format!(" {} ", clause.trim());
        // `the importance of cooperation between both sides` begins with no actor.
        let end = HEAD_ENDS.iter().filter_map(|word| clause.find(word)).filter(|at| *at > 0).min();
        is_actor(&clause[..end.unwrap_or(clause.len())])
    })
}

/// The verb at the end of a Japanese sentence.
fn japanese(sentence: &str, table: &VerbTable, is_actor: &dyn Fn(&str) -> bool) -> Option<OperativeVerb> {
    let body = sentence.trim_end_matches(['。', '．', '.', '：', ':', '」']);
    let (start, kind) = table
        .verbs(Lang::Ja)
        .filter_map(|(verb, kind)| {
            let start = body.rfind(verb)?;
            let rest = &body[start + verb.len()..];
            let is_verb = !rest.is_empty() || verb.ends_with(is_ending) || takes_object(&body[..start], verb);
            (is_verb && rest.chars().all(is_ending)).then_some((start, kind))
        })
        .min_by_key(|(start, _)| *start)?;
    let topic = body[..start].split_once('は').map(|(topic, _)| topic);
    let has_actor = topic.is_none_or(is_actor);
    Some(OperativeVerb { start, end: body.len(), kind, has_actor })
}

/// Whether a noun such as 確認 stands for the verb, since it has an object.
fn takes_object(before: &str, verb: &str) -> bool {
    verb.contains('を') || before.ends_with('を')
}

/// Whether a verb may end with this letter.
fn is_ending(c: char) -> bool {
    ('ぁ'..='ん').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verb(sentence: &str, lang: Lang) -> Option<(&str, Kind, bool)> {
        let is_actor = |words: &str| ["participants", "sides", "双方"].iter().any(|it| words.contains(it));
        let found = operative_verb(sentence, lang, &VerbTable::of_program(), &is_actor)?;
        Some((&sentence[found.start..found.end], found.kind, found.has_actor))
    }

    #[test]
    fn the_first_verb_of_somebody_who_acts_counts() {
        for (sentence, expected) in [
            (
                "The participants recognised the importance of trade.",
                ("recognised the importance of", Kind::SharedView, true),
            ),
            ("Recognizing trade, both sides agreed to share data.", ("agreed to", Kind::Undertaking, true)),
            ("The two sides will publish a list.", ("will publish", Kind::Undertaking, true)),
            (
                "The importance of trade between both sides will continue to grow.",
                ("will continue to grow", Kind::Continuation, false),
            ),
        ] {
            assert_eq!(verb(sentence, Lang::En), Some(expected), "{sentence}");
        }
        assert_eq!(verb("The meeting was held in Riverton.", Lang::En), None);
    }

    #[test]
    fn the_verb_at_the_end_counts_in_japanese() {
        for (sentence, expected) in [
            ("双方は、水位情報の共有の重要性を認識した。", ("重要性を認識した", Kind::SharedView, true)),
            (
                "次回会合を2021年に開催することで一致した。",
                ("開催することで一致した", Kind::NextMeeting, true),
            ),
            ("観測の継続は、北国の予算で実施する。", ("実施する", Kind::Undertaking, false)),
        ] {
            assert_eq!(verb(sentence, Lang::Ja), Some(expected), "{sentence}");
        }
        for sentence in ["会合は東京で行われた。", "ベストプラクティスの共有"] {
            assert_eq!(verb(sentence, Lang::Ja), None, "{sentence}");
        }
    }
}
