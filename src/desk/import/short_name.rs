//! Short names of proposals and their ids.

use std::collections::BTreeSet;

use crate::{
    id::{is_anchor, made_id},
    lang::Lang,
};

/// The most letters of a short name in each language, about.
const LONGEST_EN: usize = 64;
const LONGEST_JA: usize = 40;

/// Where a noun phrase may end in English.
const ENDS_EN: [&str; 16] = [
    " recognizing",
    " recognising",
    ", ",
    "; ",
    " such as ",
    " including ",
    " with the ",
    " which ",
    " that ",
    " in order to ",
    " on issues",
    " in the fields",
    " as well as ",
    " by the end",
    " with a ",
    " to further ",
];

/// Words with which no name ends.
const LOOSE: [&str; 18] = [
    "of", "the", "a", "an", "and", "or", "in", "on", "for", "to", "with", "by", "from", "as", "at",
    "between", "their", "its",
];

/// The short name of what these words say: they are the sentence behind its verb, or an item.
pub(super) fn short_name(words: &str, lang: Lang) -> String {
    match lang {
        Lang::En => english(words),
        Lang::Ja => japanese(words),
    }
}

fn english(words: &str) -> String {
    let words = words.trim().trim_end_matches(['.', ';', ':', ',']);
    let words = words.strip_prefix("The ").unwrap_or(words);
    let words = ["the ", "following ", "a ", "an ", "that ", "to "]
        .iter()
        .fold(words, |words, article| words.strip_prefix(article).unwrap_or(words));
    let ends = ENDS_EN.iter().filter_map(|end| words.find(end)).filter(|at| *at >= 12);
    let mut name = words[..ends.min().unwrap_or(words.len())].to_owned();
    if name.chars().count() > LONGEST_EN {
        name = name.chars().take(LONGEST_EN).collect();
        // Where a phrase ends, but not at the beginning.
        let phrase = [" and ", " of ", " for ", " to ", " on ", " in "]
            .iter()
            .filter_map(|word| name.rfind(word))
            .max();
        name.truncate(phrase.filter(|at| *at >= 24).or_else(|| name.rfind(' ')).unwrap_or(name.len()));
    }
    let mut parts: Vec<&str> = name.split_whitespace().collect();
    while parts.len() > 1 && parts.last().is_some_and(|last| LOOSE.contains(last)) {
        parts.pop();
    }
    capitalized(parts.join(" ").trim_end_matches([',', ';', ':']))
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The noun phrase before the verb: without a topic, without the particle at its end.
fn japanese(words: &str) -> String {
    let words = words.trim().trim_end_matches(['。', '：', ':', '、']);
    let words = words.split_once("は、").map_or(words, |(_, rest)| rest);
    // Of 会合を2021年に, the time and the place are no part.
    let words = match words.rsplit_once('を') {
        Some((before, rest)) if rest.ends_with(['に', 'で', '中']) && rest.chars().count() <= 12 => before,
        _ => words,
    };
    let ends = [
        "することの",
        "すること",
        "ことを",
        "こと",
        "について",
        "に関し",
        "に向けて",
        "の",
        "を",
        "に",
        "で",
        "が",
        "と",
    ];
    let mut name = words;
    while let Some(shorter) = ends.iter().find_map(|end| name.strip_suffix(end)).filter(|it| !it.is_empty()) {
        name = shorter;
    }
    // What a phrase is about stands at its end.
    for (sign, longest) in
        [("、", 20), ("ための", LONGEST_JA), ("に関する", LONGEST_JA), ("における", LONGEST_JA)]
    {
        if name.chars().count() <= longest {
            break;
        }
        let rest = name.rsplit_once(sign).map(|(_, rest)| rest);
        name = rest.filter(|rest| rest.chars().count() >= 6).unwrap_or(name);
    }
    name.chars().take(LONGEST_JA).collect()
}

/// An id of these words that no other has: of the ASCII words, or else of the place.
pub(super) fn new_id(words: &str, otherwise: &str, taken: &mut BTreeSet<String>) -> String {
    let made = made_id(&words.replace(['\'', '’'], ""));
    let parts: Vec<&str> = made.split('-').filter(|part| is_anchor(part)).collect();
    let ascii = words.chars().filter(char::is_ascii_alphanumeric).count();
    let is_ascii = ascii * 2 > words.chars().filter(|c| c.is_alphanumeric()).count();
    let mut id = String::new();
    for part in parts.iter().filter(|part| is_ascii && !LOOSE.contains(part)) {
        if id.len() + part.len() > 60 {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(part);
    }
    if id.is_empty() {
        otherwise.clone_into(&mut id);
    }
    let mut unique = id.clone();
    let mut count = 1;
    while !crate::id::is_id(&unique) || !taken.insert(unique.clone()) {
        count += 1;
        unique = format!("{id}-{count}");
    }
    unique
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_noun_phrases() {
        for (words, expected) in [
            (
                "the second meeting of this dialogue in 2021, to go on",
                "Second meeting of this dialogue in 2021",
            ),
            (
                "Sharing best practices of use of cloud services in the fields such as care",
                "Sharing best practices of use of cloud services",
            ),
            (
                "Cooperation on security measures and deployment of security technologies for networks",
                "Cooperation on security measures and deployment",
            ),
            (
                "Preservation of the open nature of the global Internet",
                "Preservation of the open nature of the global Internet",
            ),
        ] {
            assert_eq!(short_name(words, Lang::En), expected);
        }
        assert_eq!(short_name("双方は、水位情報の共有の", Lang::Ja), "水位情報の共有");
    }

    #[test]
    fn ids_are_ascii_and_unique() {
        let mut taken = BTreeSet::new();
        assert_eq!(new_id("Sharing of data", "point-1", &mut taken), "sharing-data");
        assert_eq!(new_id("Sharing of data", "point-2", &mut taken), "sharing-data-2");
        assert_eq!(new_id("水位情報の共有", "point-3", &mut taken), "point-3");
        assert_eq!(new_id("5Gの推進に関する協力", "point-4", &mut taken), "point-4");
    }
}
