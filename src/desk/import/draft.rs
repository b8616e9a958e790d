//! The two notes that a statement becomes, and what is said of them line by line.

use indexmap::IndexMap;

use super::{
    body::{body, heading_ids},
    document::StatementText,
    front_matter::{self, Facts, track, word},
    names::{KnownNames, in_language},
    participants::{FoundParticipation, participants},
    place::held,
    proposals::{Proposal, ProposalContext, proposals},
    request::ImportRequest,
    tracks::Tracks,
    verbs::VerbTable,
};
use crate::{
    lang::{DateRange, Lang, Message, MessageList, say, search_key},
    source::{RegistryDraft, input::TextInput},
};

/// What an import makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportDraft {
    /// The note in the language of the statement.
    pub note: String,
    /// What was done and decided, line by line.
    pub lines: Vec<Message>,
}

/// What the archive knows that a statement is read by.
#[derive(Clone, Copy, Debug)]
pub struct ArchiveKnowledge<'a> {
    /// Its registries.
    pub registries: &'a RegistryDraft,
    /// Its operative verbs.
    pub verbs: &'a VerbTable,
}

/// The first note of a meeting, and the one that waits for the other language.
#[must_use]
pub fn first_draft(
    document: &StatementText,
    request: &ImportRequest<'_>,
    archive: ArchiveKnowledge<'_>,
) -> (ImportDraft, String) {
    let lang = document.lang;
    let held = held(document);
    let day = held.date.map(DateRange::last_day);
    let names = KnownNames::new(archive.registries, lang, held.date.map(DateRange::first_day));
    let (dialogue, parties) = dialogue(document, archive.registries);
    let tracks = Tracks::new(archive.registries, lang);
    let reading =
        ProposalContext { verbs: archive.verbs, names: &names, tracks: &tracks, parties: &parties, day };
    let proposals = proposals(document, &reading);
    let delegations = participants(document, &parties, &names);
    let facts = Facts {
        document,
        dialogue: dialogue.as_deref(),
        held: &held,
        delegations: &delegations,
        proposals: &proposals,
    };
    let front = front_matter::first(&facts, request);
    let note = front + &body(document, &heading_ids(document), &names);
    let ids = proposals.iter().map(|proposal| proposal.id.as_str());
    let waiting = front_matter::waiting(request.id, lang.other(), ids);
    (ImportDraft { note, lines: lines(&facts) }, waiting)
}

/// The dialogue of a statement, the only one or the one that it names, and its parties.
fn dialogue(document: &StatementText, registries: &RegistryDraft) -> (Option<String>, Vec<String>) {
    let all = &registries.dialogues.1;
    let words = document.blocks.iter().filter_map(|block| block.text());
    let text = words.fold(document.whole_title.clone(), |text, words| text + "\n" + words);
    let key = search_key(&text);
    let is_named = |title: &TextInput| {
        in_language(title, document.lang).is_some_and(|title| key.contains(&search_key(title)))
    };
    let found = if all.len() == 1 {
        all.first()
    } else {
        all.iter().find(|(_, dialogue)| {
            dialogue.as_ref().is_some_and(|dialogue| {
                let earlier =
                    dialogue.names.iter().flatten().flatten().filter_map(|name| name.title.as_ref());
                earlier.chain(&dialogue.title).any(is_named)
            })
        })
    };
    let Some((id, dialogue)) = found else { return (None, Vec::new()) };
    let parties = dialogue.iter().flat_map(|it| it.parties.iter().flatten().flatten()).cloned();
    (Some(id.clone()), parties.collect())
}

/// What was found, line by line.
fn lines(facts: &Facts<'_>) -> Vec<Message> {
    let found = |what: Message, value: Option<Message>| match value {
        Some(value) => say!("fact-found", what, value),
        None => say!("fact-not-found", what),
    };
    let date = facts.held.date.map(|date| match date.single() {
        Some(day) => Message::verbatim(day),
        None => say!("from-to", from = date.start(), to = date.end()),
    });
    let place = facts.held.place.as_deref().map(Message::verbatim);
    let place = place.or_else(|| facts.held.is_virtual.then(|| say!("held-over-distance")));
    let mut lines = vec![
        found(say!("fact-title"), facts.document.title.as_deref().map(Message::verbatim)),
        found(say!("fact-dialogue"), facts.dialogue.map(Message::verbatim)),
        found(say!("fact-date"), date),
        found(say!("fact-place"), place),
    ];
    lines.extend(participation_lines(facts.delegations));
    lines.extend(facts.proposals.iter().map(proposal_line));
    lines
}

fn participation_lines(delegations: &IndexMap<String, FoundParticipation>) -> Vec<Message> {
    let line = |(delegation, found): (&String, &FoundParticipation)| {
        let head = found.head.iter().map(|(person, _)| say!("person-named-first", person));
        let names = head.chain(found.people.iter().chain(&found.organizations).map(Message::verbatim));
        let names = MessageList(names.collect());
        if names.0.is_empty() {
            say!("no-participant-found", delegation)
        } else if found.others {
            say!("participants-found-with-others", delegation, names)
        } else {
            say!("participants-found", delegation, names)
        }
    };
    delegations.iter().map(line).collect()
}

fn proposal_line(proposal: &Proposal) -> Message {
    let Proposal { id, reason, .. } = proposal;
    let kind = word(proposal.kind);
    match track(&proposal.track) {
        (Some(track), _) => say!("proposal-found", kind, id, track, reason),
        (None, _) => say!("proposal-found-without-track", kind, id, reason),
    }
}

/// The language that a text is in, by its letters.
#[must_use]
pub fn language_of(text: &str) -> Lang {
    let is_japanese = |c: char| ('ぁ'..='ヿ').contains(&c) || ('一'..='鿿').contains(&c);
    let japanese = text.chars().filter(|c| is_japanese(*c)).count();
    let latin = text.chars().filter(char::is_ascii_alphabetic).count();
    // A word takes some five Latin letters, and two of these.
    if japanese * 2 > latin { Lang::Ja } else { Lang::En }
}
