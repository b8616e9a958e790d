//! Who took part in a meeting, as far as the statement says so by names that the archive knows.

use indexmap::IndexMap;

use super::{
    document::{StatementBlock, StatementText},
    names::{KnownName, KnownNames, Mention},
    sentences::sentences,
};
use crate::lang::Lang;

/// Of a delegation, who took part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FoundParticipation {
    /// The person named first, with the office that stands beside the name.
    pub(super) head: Option<(String, Option<String>)>,
    /// The bodies, in the order of the statement.
    pub(super) organizations: Vec<String>,
    /// The other people.
    pub(super) people: Vec<String>,
    /// Whether the list ends in "and others".
    pub(super) others: bool,
}

/// Who took part, by delegation: both parties first, even where nothing is known of them.
pub(super) fn participants(
    document: &StatementText,
    parties: &[String],
    names: &KnownNames,
) -> IndexMap<String, FoundParticipation> {
    let mut found: IndexMap<String, FoundParticipation> = IndexMap::new();
    for party in parties {
        found.insert(party.clone(), FoundParticipation::default());
    }
    let (mut is_list, mut is_section) = (false, false);
    for block in &document.blocks {
        let Some(text) = block.text() else { continue };
        is_list = match block {
            StatementBlock::Heading { .. } => {
                is_section = is_label(text, document.lang);
                false
            }
            StatementBlock::Paragraph(_) => is_label(text, document.lang),
            _ => is_list,
        };
        for sentence in sentences(text, document.lang) {
            if is_list || is_section || says_who_came(sentence, document.lang) {
                add(sentence, names, document.lang, &mut found);
            }
        }
    }
    found
}

fn is_label(text: &str, lang: Lang) -> bool {
    let lower = text.to_lowercase();
    let words: &[&str] = match lang {
        Lang::En => &["participants", "attendees", "delegations"],
        Lang::Ja => &["出席者", "参加者"],
    };
    let is_short = text.chars().count() <= 40;
    is_short && words.iter().any(|word| lower.trim_end_matches([':', '：']).ends_with(word))
}

fn says_who_came(sentence: &str, lang: Lang) -> bool {
    let lower = sentence.to_lowercase();
    let words: &[&str] = match lang {
        Lang::En => &[
            "participated",
            "attended",
            "were represented",
            "was represented",
            "headed by",
            "led by",
            "co-chaired",
            "chaired by",
            "took part",
            "delegation consisted",
            "delegation included",
            "participants from",
        ],
        Lang::Ja => &["出席し", "参加し", "出席者", "参加者：", "が出席", "が参加", "共同議長"],
    };
    words.iter().any(|word| lower.contains(word))
}

fn add(sentence: &str, names: &KnownNames, lang: Lang, found: &mut IndexMap<String, FoundParticipation>) {
    let mentions = names.mentions(sentence);
    // A person whose body is not known came for the delegation that the sentence names.
    let sides: Vec<_> =
        mentions.iter().filter(|it| it.named == KnownName::Delegation).map(|it| it.id.clone()).collect();
    let mut covered = 0;
    let others = others(sentence, lang);
    for mention in mentions.iter().filter(|mention| mention.named != KnownName::Delegation) {
        let delegation = mention.delegation.clone().or_else(|| match sides.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        });
        let Some(delegation) = delegation.filter(|_| mention.start >= covered) else { continue };
        let own = found.entry(delegation.clone()).or_default();
        match mention.named {
            KnownName::Person => {
                let (office, end) = office(sentence, mention, lang);
                covered = end;
                if own.head.is_none() && own.people.is_empty() {
                    own.head = Some((mention.id.clone(), office));
                } else if own.head.as_ref().is_none_or(|(head, _)| *head != mention.id) {
                    push(&mut own.people, &mention.id);
                }
            }
            KnownName::Organization => push(&mut own.organizations, &mention.id),
            KnownName::Delegation => {}
        }
        // The words for others stand right behind the last of a list.
        let end = covered.max(mention.end);
        own.others |= others.iter().any(|at| (end..end + NEAR).contains(at));
    }
}

fn push(list: &mut Vec<String>, id: &str) {
    if !list.iter().any(|known| known == id) {
        list.push(id.to_owned());
    }
}

/// How far behind a name the words for others may begin, in bytes.
const NEAR: usize = 4;

/// Where the words for others begin.
fn others(sentence: &str, lang: Lang) -> Vec<usize> {
    let words: &[&str] = match lang {
        Lang::En => &["and others", "among others", "and other officials", "and other representatives"],
        Lang::Ja => &["等", "ほか", "他"],
    };
    words.iter().flat_map(|words| sentence.match_indices(words)).map(|(at, _)| at).collect()
}

/// The office beside a person's name, and where what was read for it ends.
fn office(sentence: &str, mention: &Mention, lang: Lang) -> (Option<String>, usize) {
    let behind = &sentence[mention.end..];
    match lang {
        Lang::En => match apposition(behind) {
            Some(office) => (Some(office.to_owned()), mention.end + 2 + office.len()),
            None => (titles_before(&sentence[..mention.start]), mention.end),
        },
        Lang::Ja => {
            let blanks = behind.len() - behind.trim_start().len();
            let rest = &behind[blanks..];
            let is_part =
                |c: char| c.is_alphanumeric() && !('ぁ'..='ん').contains(&c) || "・（）()".contains(c);
            let office = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
            // 並びに and 及び begin with kanji.
            let is_and = rest[office.len()..].starts_with('び');
            let office = if is_and { office.trim_end_matches(['並', '及']) } else { office };
            let office = office.trim_end_matches('等').trim_end_matches(['（', '(']);
            let is_office = office.chars().count() >= 2;
            (is_office.then(|| office.to_owned()), mention.end + blanks + office.len())
        }
    }
}

/// `, Director General of the Bureau` behind a name.
fn apposition(behind: &str) -> Option<&str> {
    let rest = behind.strip_prefix(", ").filter(|rest| rest.starts_with(char::is_uppercase))?;
    let end = [",", ";", ".", " (", " and officials", " and representatives", " participated", " attended"];
    let end = end.iter().filter_map(|sign| rest.find(sign)).min().unwrap_or(rest.len());
    // What goes on with `and` and another person is no office.
    let office = rest[..end].trim();
    (!office.is_empty() && office.len() <= 120).then_some(office)
}

/// `Ambassador` before a name.
fn titles_before(before: &str) -> Option<String> {
    let clause = before.rsplit([',', ';', ':', '.']).next().unwrap_or(before);
    let words: Vec<_> = clause.split_whitespace().collect();
    let first = words.iter().rposition(|word| !word.starts_with(char::is_uppercase)).map_or(0, |at| at + 1);
    let titles = words[first..].join(" ");
    (!titles.is_empty() && titles != "The" && titles != "On" && titles != "By").then_some(titles)
}
