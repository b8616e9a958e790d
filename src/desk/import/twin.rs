//! The second language of a meeting, matched to the first by order and structure alone.

use super::{
    body::body,
    document::{StatementBlock, StatementText},
    draft::{ArchiveKnowledge, ImportDraft},
    front_matter::{self, SecondCommitment, SecondWords},
    names::KnownNames,
    participants::{FoundParticipation, participants},
    place::held,
    plain_text,
    proposals::{Proposal, ProposalContext, proposals},
    request::ImportRequest,
    sentences::sentences,
    structure,
    tracks::Tracks,
};
use crate::{
    lang::{DateRange, Lang, Message, MessageList, say},
    source::input::MeetingInput,
};

/// The note of a meeting's first language, as it is now.
#[derive(Clone, Copy, Debug)]
pub struct FirstNote<'a> {
    /// Its language.
    pub lang: Lang,
    /// Its facts.
    pub facts: &'a MeetingInput,
    /// Its text.
    pub body: &'a str,
}

/// The note of a meeting's second language.
#[must_use]
pub fn second_draft(
    document: &StatementText,
    first: FirstNote<'_>,
    request: &ImportRequest<'_>,
    archive: ArchiveKnowledge<'_>,
) -> ImportDraft {
    let first_document = structure::written(plain_text::blocks_of_note(first.body, first.lang), first.lang);
    let parties: Vec<String> = first.facts.delegations.iter().flat_map(|map| map.keys().cloned()).collect();
    let held = held(document);
    let day = held.date.map(DateRange::first_day);
    let names = KnownNames::new(archive.registries, document.lang, day);
    let made = |document: &StatementText| {
        let names = KnownNames::new(archive.registries, document.lang, day);
        let tracks = Tracks::new(archive.registries, document.lang);
        let reading = ProposalContext {
            verbs: archive.verbs,
            names: &names,
            tracks: &tracks,
            parties: &parties,
            day: None,
        };
        proposals(document, &reading)
    };
    let (matched, mut lines) = matched(&first_document, document);
    let twins = Twins {
        first: &first_document,
        second: document,
        matched,
        own: made(&first_document),
        found: made(document),
    };
    let mut commitments = Vec::new();
    for commitment in first.facts.commitments.iter().flatten().flatten() {
        let Some(id) = commitment.id.clone() else { continue };
        let words = twins.words(commitment.text.as_deref().unwrap_or_default());
        lines.push(match &words {
            Some(words) => say!("commitment-words", id, title = words.title),
            None => say!("commitment-without-words", id),
        });
        commitments.push(SecondCommitment { id, words });
    }
    let offices = offices(document, first.facts, &parties, &names);
    let place = held.place.as_deref().filter(|_| first.facts.place.is_some());
    let front = front_matter::second(document, place, &offices, &commitments, request);
    let ids = twins.heading_ids();
    ImportDraft { note: front + &body(document, &ids, &names), lines }
}

/// The offices of the heads, where the same people are named.
fn offices(
    document: &StatementText,
    facts: &MeetingInput,
    parties: &[String],
    names: &KnownNames,
) -> Vec<(String, Vec<(String, String)>)> {
    let found = participants(document, parties, names);
    let office = |(delegation, own): (&String, &FoundParticipation)| {
        let (person, office) = own.head.clone()?;
        let listed = facts.delegations.as_ref()?.get(delegation)?.as_ref()?.heads.as_ref()?;
        let [Some(head)] = listed.as_slice() else { return None };
        let is_same = head.person.as_deref() == Some(person.as_str());
        Some((delegation.clone(), vec![(person, office?)])).filter(|_| is_same)
    };
    found.iter().filter_map(office).collect()
}

/// For each block of the first text, that of the second at the same place; and what does not match.
fn matched(first: &StatementText, second: &StatementText) -> (Vec<Option<usize>>, Vec<Message>) {
    let mut matched = vec![None; first.blocks.len()];
    let mut lines = Vec::new();
    let (own, other) = (sections(first), sections(second));
    if own.len() != other.len() {
        let (first, second) = (own.len() - 1, other.len() - 1);
        lines.push(say!("numbers-of-headings-differ", first, second));
    }
    let pairs = if own.len() == other.len() { own.len() } else { 1 };
    for (own, other) in own.into_iter().zip(other).take(pairs) {
        let kinds = |document: &StatementText, range: &std::ops::Range<usize>| {
            document.blocks[range.clone()].iter().map(StatementBlock::name).collect::<Vec<_>>()
        };
        let (own_kinds, other_kinds) = (kinds(first, &own), kinds(second, &other));
        if own_kinds == other_kinds {
            own.zip(other).for_each(|(own, other)| matched[own] = Some(other));
            continue;
        }
        let is_headed = |document: &StatementText, range: &std::ops::Range<usize>| {
            !range.is_empty() && matches!(document.blocks[range.start], StatementBlock::Heading { .. })
        };
        if is_headed(first, &own) && is_headed(second, &other) {
            matched[own.start] = Some(other.start);
        }
        let title = second.blocks.get(other.start).and_then(|block| block.text()).unwrap_or_default();
        let title: String = title.chars().take(40).collect();
        let [first, second] = [own_kinds, other_kinds].map(listed);
        lines.push(say!("blocks-not-matched", title, first, second));
    }
    (matched, lines)
}

fn listed(kinds: Vec<Message>) -> MessageList {
    let mut counts: Vec<(Message, usize)> = Vec::new();
    for kind in kinds {
        match counts.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((kind, 1)),
        }
    }
    if counts.is_empty() {
        return MessageList(vec![say!("no-blocks")]);
    }
    MessageList(counts.into_iter().map(|(block, n)| say!("several-of-block", n, block)).collect())
}

/// What stands before the first heading, and each heading with what follows it.
fn sections(document: &StatementText) -> Vec<std::ops::Range<usize>> {
    let is_heading = |at: &usize| matches!(document.blocks[*at], StatementBlock::Heading { .. });
    let mut starts = vec![0];
    starts.extend((0..document.blocks.len()).filter(is_heading));
    let ends = starts[1..].iter().copied().chain([document.blocks.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

struct Twins<'a> {
    first: &'a StatementText,
    second: &'a StatementText,
    matched: Vec<Option<usize>>,
    /// What the first text gives, to find where each record stands.
    own: Vec<Proposal>,
    /// What the second text gives.
    found: Vec<Proposal>,
}

impl Twins<'_> {
    /// What the second text says at the place of a record of the first.
    fn words(&self, text: &str) -> Option<SecondWords> {
        let origin = self.own.iter().find(|proposal| proposal.text == text)?.origin;
        let block = self.matched.get(origin.block).copied().flatten()?;
        let text = self.second.blocks[block].text()?;
        if let Some(place) = origin.sentence {
            let count = |document: &StatementText, at: usize| {
                sentences(document.blocks[at].text().unwrap_or_default(), document.lang).len()
            };
            if count(self.first, origin.block) != count(self.second, block) {
                return None;
            }
            let sentence = *sentences(text, self.second.lang).get(place)?;
            return Some(self.taken(block, Some(place)).unwrap_or_else(|| self.bare(sentence)));
        }
        Some(self.taken(block, None).unwrap_or_else(|| self.bare(text)))
    }

    fn taken(&self, block: usize, sentence: Option<usize>) -> Option<SecondWords> {
        let found =
            self.found.iter().find(|it| it.origin.block == block && it.origin.sentence == sentence)?;
        Some(SecondWords {
            title: found.title.clone(),
            verb: Some(found.verb.clone()),
            text: found.text.clone(),
            due: found.due.as_ref().map(|due| due.words.clone()),
        })
    }

    /// Words without a verb that the table knows.
    fn bare(&self, text: &str) -> SecondWords {
        let text = &super::inline::with_marks(text, |_| String::new());
        let title = super::short_name::short_name(text, self.second.lang);
        SecondWords { title, verb: None, text: text.to_owned(), due: None }
    }

    /// The ids of the second text's headings: those of the first at the same place.
    fn heading_ids(&self) -> Vec<String> {
        let mut ids = super::body::heading_ids(self.second);
        let first = super::body::heading_ids(self.first);
        if first.len() == ids.len() {
            ids.clone_from(&first);
        }
        ids
    }
}
