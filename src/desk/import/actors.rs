//! Who acts in a sentence: both sides, one of them, or a body.

use std::collections::BTreeSet;

use super::names::{KnownName, KnownNames};
use crate::lang::Lang;

/// Words for all who met.
const ALL_EN: [&str; 24] = [
    "participants",
    "both sides",
    "two sides",
    "both countries",
    "two countries",
    "both governments",
    "two governments",
    "both parties",
    "two parties",
    "the sides",
    "the parties",
    "the governments",
    "the delegations",
    "both delegations",
    "two delegations",
    "ministers",
    "officials",
    "we",
    "they",
    "co-chairs",
    "delegates",
    "attendees",
    "the meeting",
    "the dialogue",
];
const ALL_JA: [&str; 14] = [
    "双方",
    "両国",
    "両者",
    "両政府",
    "両側",
    "両代表団",
    "参加者",
    "出席者",
    "両省",
    "両当局",
    "両大臣",
    "日米",
    "一同",
    "会合",
];

/// Whether words name somebody who can act.
pub(super) fn is_actor(words: &str, names: &KnownNames, lang: Lang) -> bool {
    means_all(words, lang) || !names.mentions(words).is_empty() || has_group(words, lang)
}

/// Whether words mean all who met.
fn means_all(words: &str, lang: Lang) -> bool {
    match lang {
        Lang::En => {
            let words = format!(
                " {} ",
                words.to_lowercase().replace(|c: char| !c.is_alphanumeric() && c != '-', " ")
            );
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            ALL_EN.iter().any(|all| format!(" {words} ").contains(&format!(" {all} ")))
        }
        Lang::Ja => ALL_JA.iter().any(|all| words.contains(all)),
    }
}

/// Whether words name a group that is in no registry, such as `industry representatives`.
fn has_group(words: &str, lang: Lang) -> bool {
    let groups: &[&str] = match lang {
        Lang::En => &["representatives", "experts", "companies"],
        Lang::Ja => &["産業界", "専門家", "代表"],
    };
    let words = words.to_lowercase();
    groups.iter().any(|group| words.contains(group))
}

/// Who carries what a sentence says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Carriers {
    /// The delegations; empty where the sentence does not say.
    pub(super) delegations: Vec<String>,
    /// The bodies that it names as those who act.
    pub(super) organizations: Vec<String>,
}

/// Who carries what a sentence says whose verb begins at a byte.
pub(super) fn carriers(
    sentence: &str,
    verb: usize,
    parties: &[String],
    names: &KnownNames,
    lang: Lang,
) -> Carriers {
    let before = &sentence[..verb];
    let subject = match lang {
        Lang::En => before,
        Lang::Ja => before.split_once('は').map_or("", |(topic, _)| topic),
    };
    let of = |words: &str| -> (BTreeSet<String>, Vec<String>) {
        let mentions = names.mentions(words);
        let delegations = mentions.iter().filter_map(|mention| mention.delegation.clone()).collect();
        let bodies = mentions.iter().filter(|mention| mention.named == KnownName::Organization);
        (delegations, bodies.map(|mention| mention.id.clone()).collect())
    };
    let (acting, mut organizations) = of(subject);
    let is_of_all = means_all(subject, lang) && acting.len() != 1;
    if is_of_all || acting.len() > 1 {
        return Carriers { delegations: parties.to_vec(), organizations: Vec::new() };
    }
    if let Some(one) = acting.into_iter().next() {
        organizations.dedup();
        return Carriers { delegations: vec![one], organizations };
    }
    let (anywhere, _) = of(sentence);
    let has_all = means_all(sentence, lang) || parties.iter().all(|party| anywhere.contains(party));
    let delegations = if has_all && !parties.is_empty() { parties.to_vec() } else { Vec::new() };
    Carriers { delegations, organizations: Vec::new() }
}
