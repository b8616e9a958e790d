//! Records in a few lines of Markdown.

use super::{candidates::titles, mention::NamedTarget};
use crate::{
    id::Id,
    lang::{Count, DateRange, Lang, Message, PerLang, ruby, say},
    model::{Commitment, DocumentOwner, Meeting, Outcome, Party, Text, TranslationState},
    rename::RenameKind,
    site::Site,
};

/// What is known of something that is named, worded in a language; nothing of what the site has not.
pub(super) fn card(site: &Site, mention: &NamedTarget, lang: Lang) -> Option<String> {
    let card = match mention {
        NamedTarget::Record(kind, id) => record(site, *kind, id)?,
        NamedTarget::Document(id) => document(site, id)?,
        NamedTarget::Level(id) => RecordCard::new(site, site.config.levels.get(id)?, say!("kind-level")),
        NamedTarget::Page(id) => {
            let page = &site.pages[site.pages.find(id)?];
            let card = RecordCard::new(site, &page.title, say!("kind-page"));
            card.line(summary(site, page.summary.as_ref())).line(states(&page.states))
        }
        NamedTarget::Term(at) => {
            let term = site.terms.get(*at)?;
            let note = summary(site, term.note.as_ref());
            RecordCard::new(site, &term.forms, say!("block-term")).line(note)
        }
        NamedTarget::File(address) => {
            let file = site.static_file(address)?;
            return Some(format!("`/{}`", file.address));
        }
        NamedTarget::Anchor(..) => return None,
    };
    Some(card.markdown(lang))
}

fn record(site: &Site, kind: RenameKind, id: &str) -> Option<RecordCard> {
    Some(match kind {
        RenameKind::Meeting => meeting(site, &site.meetings[site.meetings.find(id)?]),
        RenameKind::Commitment => commitment(site, find_commitment(site, id)?),
        RenameKind::Track => {
            let track = &site.tracks[site.tracks.find(id)?];
            let count = say!("n-commitments", n = Count(track.commitments.len()));
            RecordCard::new(site, &track.title, say!("kind-track"))
                .line(summary(site, track.summary.as_ref()))
                .line(Some(count))
        }
        RenameKind::Delegation => {
            let delegation = &site.delegations[site.delegations.find(id)?];
            let kind = delegation.kind;
            let kind =
                kind.map_or(say!("kind-delegation"), |it| say!("card-kind-of-delegation", kind = it.name()));
            RecordCard::new(site, &delegation.name, kind)
        }
        RenameKind::Organization => {
            let organization = &site.organizations[site.organizations.find(id)?];
            let delegation = &site.delegations[organization.delegation].name;
            let card = RecordCard::new(site, &organization.name, say!("kind-organization"));
            card.line(organization.abbreviation.as_ref().map(Message::verbatim))
                .line(Some(joined(site, delegation)))
        }
        RenameKind::Person => {
            let person = &site.people[site.people.find(id)?];
            let role = person.roles.last().map(|role| joined(site, &role.title));
            RecordCard::new(site, &person.name, say!("kind-person")).line(role)
        }
        RenameKind::Dialogue => {
            let dialogue = &site.dialogues[site.dialogues.find(id)?];
            let count = say!("n-meetings", n = Count(dialogue.meetings.len()));
            let card = RecordCard::new(site, &dialogue.title, say!("kind-dialogue"));
            card.line(summary(site, dialogue.summary.as_ref())).line(Some(count))
        }
        RenameKind::Event => {
            let event = &site.events[site.events.find(id)?];
            let kind =
                event.kind.map_or(say!("kind-event"), |it| say!("card-kind-of-event", kind = it.name()));
            let card = RecordCard::new(site, &event.title, kind).on(event.date);
            card.line(summary(site, event.summary.as_ref()))
        }
    })
}

fn meeting(site: &Site, meeting: &Meeting) -> RecordCard {
    let facts = &meeting.facts;
    let card = RecordCard::new(site, &facts.title, say!("kind-meeting")).on(facts.date);
    card.line(summary(site, facts.summary.as_ref())).line(states(&meeting.states))
}

fn commitment(site: &Site, id: Id<Commitment>) -> RecordCard {
    let commitment = &site.commitments[id];
    let meeting = &site.meetings[commitment.meeting];
    let facts = &commitment.facts;
    let tracks: Vec<_> = facts.tracks.iter().map(|id| joined(site, &site.tracks[*id].title)).collect();
    let text = facts.title.as_ref().map(|_| joined(site, &facts.text));
    let kind = say!("card-kind-of-commitment", kind = facts.kind.name());
    RecordCard::new(site, facts.name(), kind)
        .on(meeting.facts.date)
        .line(text)
        .line(Some(in_one_line(tracks)).filter(|_| !facts.tracks.is_empty()))
        .line(site.outcome(id).map(|outcome| outcome_words(site, &outcome)))
        .line(states(&meeting.states))
}

/// A commitment by MEETING/ID.
fn find_commitment(site: &Site, name: &str) -> Option<Id<Commitment>> {
    let (meeting, id) = name.split_once('/')?;
    let meeting = &site.meetings[site.meetings.find(meeting)?];
    meeting.commitments.iter().copied().find(|known| site.commitments[*known].id == id)
}

/// What became of a commitment.
fn outcome_words(site: &Site, outcome: &Outcome<'_>) -> Message {
    let named = |id: Id<Commitment>| {
        let commitment = &site.commitments[id];
        format!("`{}/{}`", site.meetings[commitment.meeting].id, commitment.id)
    };
    let parts: Vec<_> = match outcome {
        Outcome::Assessed(judgements) => {
            let by = |party: Party| match party {
                Party::Delegation(id) => Message::verbatim(&site.delegations[id].id),
                party => say!("card-party", party = party.name()),
            };
            let judgements = judgements.iter();
            let said = judgements.map(|it| {
                let status = say!("card-status", status = it.status.name());
                say!("card-assessed", status, by = by(it.by), date = it.date)
            });
            said.collect()
        }
        Outcome::Recorded(_) => {
            let relations = outcome.by_relation().into_iter();
            relations
                .map(|(relation, ids)| {
                    let ids: Vec<_> = ids.into_iter().map(named).collect();
                    let relation = say!("card-relation", relation = relation.name());
                    say!("card-recorded", relation, ids = ids.join(", "))
                })
                .collect()
        }
        Outcome::Unknown => vec![say!("card-unknown")],
    };
    say!("card-outcome", outcome = in_one_line(parts))
}

fn document(site: &Site, id: &str) -> Option<RecordCard> {
    let document = &site.documents[site.documents.find(id)?];
    let owner = match document.owner {
        DocumentOwner::Meeting(id) => &site.meetings[id].facts.title,
        DocumentOwner::Event(id) => &site.events[id].title,
    };
    let kind =
        document.kind.map_or(say!("kind-document"), |it| say!("card-kind-of-document", kind = it.name()));
    let place = document.url.clone().or(document.file.as_ref().map(|file| format!("/{file}")));
    let mut card = RecordCard::new(site, &document.title, kind);
    if let Some(date) = document.date {
        card.head = say!("card-head", kind = card.head, date);
    }
    Some(card.line(Some(joined(site, owner))).line(place.map(Message::verbatim)))
}

/// How the text of each language stands to the other's.
fn states(states: &PerLang<TranslationState>) -> Option<Message> {
    let known = states.entries().filter(|(_, state)| !matches!(state, TranslationState::NotTranslated));
    let known: Vec<_> =
        known.map(|(lang, state)| say!("card-state", lang = lang.code(), state = state.name())).collect();
    (!known.is_empty()).then(|| in_one_line(known))
}

fn summary(site: &Site, text: Option<&Text>) -> Option<Message> {
    text.map(|text| joined(site, text))
}

/// A text in each language, in one line.
fn joined(site: &Site, text: &Text) -> Message {
    let titles = titles(site, text).into_iter().map(|title| escaped(&ruby::plain(title)));
    Message::verbatim(titles.collect::<Vec<_>>().join(" · "))
}

/// Several things, one behind the other.
fn in_one_line(messages: Vec<Message>) -> Message {
    let mut messages = messages.into_iter();
    let first = messages.next().unwrap_or_else(|| Message::verbatim(""));
    messages.fold(first, |first, next| say!("card-and", first, next))
}

/// A text that Markdown shows as it is.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '*' | '_' | '`' | '[' | ']' | '<' | '>' | '\\' | '#' | '|' | '~') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A title, what it is of, and a few lines.
struct RecordCard {
    title: Message,
    head: Message,
    lines: Vec<Message>,
}

impl RecordCard {
    fn new(site: &Site, title: &Text, kind: Message) -> Self {
        Self { title: joined(site, title), head: kind, lines: Vec::new() }
    }

    fn on(mut self, date: DateRange) -> Self {
        let (start, end) = (date.start(), date.end());
        let days = if start == end { start.to_string() } else { format!("{start} – {end}") };
        self.head = say!("card-head", kind = self.head, date = days);
        self
    }

    fn line(mut self, line: Option<Message>) -> Self {
        self.lines.extend(line);
        self
    }

    /// Each line is a paragraph.
    fn markdown(self, lang: Lang) -> String {
        let Self { title, head, lines } = self;
        let first = format!("**{}**", title.text(lang));
        let others = [head].into_iter().chain(lines).map(|line| line.text(lang));
        [first].into_iter().chain(others.filter(|line| !line.is_empty())).collect::<Vec<_>>().join("\n\n")
    }
}
