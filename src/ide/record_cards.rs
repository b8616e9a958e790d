//! Records in a few lines of Markdown.

use super::{candidates::titles, mention::NamedTarget};
use crate::{
    id::Id,
    lang::{DateRange, PerLang, ruby},
    model::{Commitment, DocumentOwner, Meeting, Outcome, Party, Text, TranslationState},
    rename::RenameKind,
    site::Site,
};

/// What is known of something that is named; nothing of what the site has not.
pub(super) fn card(site: &Site, mention: &NamedTarget) -> Option<String> {
    match mention {
        NamedTarget::Record(kind, id) => record(site, *kind, id),
        NamedTarget::Document(id) => document(site, id),
        NamedTarget::Level(id) => {
            Some(RecordCard::new(site, site.config.levels.get(id)?, "level").markdown())
        }
        NamedTarget::Page(id) => {
            let page = &site.pages[site.pages.find(id)?];
            let card = RecordCard::new(site, &page.title, "page").line(summary(site, page.summary.as_ref()));
            Some(card.line(states(&page.states)).markdown())
        }
        NamedTarget::Term(at) => {
            let term = site.terms.get(*at)?;
            let note = summary(site, term.note.as_ref());
            Some(RecordCard::new(site, &term.forms, "term").line(note).markdown())
        }
        NamedTarget::File(address) => {
            let file = site.static_file(address)?;
            Some(format!("`/{}`", file.address))
        }
        NamedTarget::Anchor(..) => None,
    }
}

fn record(site: &Site, kind: RenameKind, id: &str) -> Option<String> {
    let card = match kind {
        RenameKind::Meeting => meeting(site, &site.meetings[site.meetings.find(id)?]),
        RenameKind::Commitment => commitment(site, find_commitment(site, id)?),
        RenameKind::Track => {
            let track = &site.tracks[site.tracks.find(id)?];
            let count = format!("{} commitments", track.commitments.len());
            RecordCard::new(site, &track.title, "track")
                .line(summary(site, track.summary.as_ref()))
                .line(Some(count))
        }
        RenameKind::Delegation => {
            let delegation = &site.delegations[site.delegations.find(id)?];
            let kind = delegation.kind.map_or("delegation", |kind| kind.name());
            RecordCard::new(site, &delegation.name, &words(kind))
        }
        RenameKind::Organization => {
            let organization = &site.organizations[site.organizations.find(id)?];
            let delegation = &site.delegations[organization.delegation].name;
            let card = RecordCard::new(site, &organization.name, "organization");
            card.line(organization.abbreviation.clone()).line(Some(joined(site, delegation)))
        }
        RenameKind::Person => {
            let person = &site.people[site.people.find(id)?];
            let role = person.roles.last().map(|role| joined(site, &role.title));
            RecordCard::new(site, &person.name, "person").line(role)
        }
        RenameKind::Dialogue => {
            let dialogue = &site.dialogues[site.dialogues.find(id)?];
            let count = format!("{} meetings", dialogue.meetings.len());
            let card = RecordCard::new(site, &dialogue.title, "dialogue");
            card.line(summary(site, dialogue.summary.as_ref())).line(Some(count))
        }
        RenameKind::Event => {
            let event = &site.events[site.events.find(id)?];
            let kind = event.kind.map_or("event", |kind| kind.name());
            let card = RecordCard::new(site, &event.title, &words(kind)).on(event.date);
            card.line(summary(site, event.summary.as_ref()))
        }
    };
    Some(card.markdown())
}

fn meeting(site: &Site, meeting: &Meeting) -> RecordCard {
    let facts = &meeting.facts;
    let card = RecordCard::new(site, &facts.title, "meeting").on(facts.date);
    card.line(summary(site, facts.summary.as_ref())).line(states(&meeting.states))
}

fn commitment(site: &Site, id: Id<Commitment>) -> RecordCard {
    let commitment = &site.commitments[id];
    let meeting = &site.meetings[commitment.meeting];
    let facts = &commitment.facts;
    let tracks: Vec<_> = facts.tracks.iter().map(|id| joined(site, &site.tracks[*id].title)).collect();
    let text = facts.title.as_ref().map(|_| joined(site, &facts.text));
    RecordCard::new(site, facts.name(), &words(facts.kind.name()))
        .on(meeting.facts.date)
        .line(text)
        .line(Some(tracks.join("; ")))
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
fn outcome_words(site: &Site, outcome: &Outcome<'_>) -> String {
    let named = |id: Id<Commitment>| {
        let commitment = &site.commitments[id];
        format!("`{}/{}`", site.meetings[commitment.meeting].id, commitment.id)
    };
    let parts: Vec<_> = match outcome {
        Outcome::Assessed(judgements) => {
            let by = |party: Party| match party {
                Party::Delegation(id) => site.delegations[id].id.clone(),
                party => party.name().to_owned(),
            };
            let judgements = judgements.iter();
            judgements.map(|it| format!("{} ({}, {})", words(it.status.name()), by(it.by), it.date)).collect()
        }
        Outcome::Recorded(_) => {
            let relations = outcome.by_relation().into_iter();
            relations
                .map(|(relation, ids)| {
                    let ids: Vec<_> = ids.into_iter().map(named).collect();
                    format!("{} ← {}", words(relation.name()), ids.join(", "))
                })
                .collect()
        }
        Outcome::Unknown => vec!["nothing in the archive tells".to_owned()],
    };
    format!("Outcome: {}", parts.join("; "))
}

fn document(site: &Site, id: &str) -> Option<String> {
    let document = &site.documents[site.documents.find(id)?];
    let owner = match document.owner {
        DocumentOwner::Meeting(id) => &site.meetings[id].facts.title,
        DocumentOwner::Event(id) => &site.events[id].title,
    };
    let kind = document.kind.map_or("document", |kind| kind.name());
    let place = document.url.clone().or(document.file.as_ref().map(|file| format!("/{file}")));
    let mut card = RecordCard::new(site, &document.title, &words(kind));
    if let Some(date) = document.date {
        card.head = format!("{} · {date}", card.head);
    }
    Some(card.line(Some(joined(site, owner))).line(place).markdown())
}

/// How the text of each language stands to the other's.
fn states(states: &PerLang<TranslationState>) -> Option<String> {
    let named = states.entries().filter_map(|(lang, state)| {
        let words = match state {
            TranslationState::NotTranslated => return None,
            TranslationState::Unstamped => "translation not tracked".to_owned(),
            TranslationState::Current | TranslationState::Outdated(_) => {
                format!("translation {}", state.name())
            }
            TranslationState::Missing | TranslationState::Summary => state.name().to_owned(),
        };
        Some(format!("{}: {words}", lang.code()))
    });
    let named: Vec<_> = named.collect();
    (!named.is_empty()).then(|| named.join("; "))
}

fn summary(site: &Site, text: Option<&Text>) -> Option<String> {
    text.map(|text| joined(site, text))
}

/// A text in each language, in one line.
fn joined(site: &Site, text: &Text) -> String {
    let titles = titles(site, text).into_iter().map(|title| escaped(&ruby::plain(title)));
    titles.collect::<Vec<_>>().join(" · ")
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

fn words(name: &str) -> String {
    name.replace('-', " ")
}

/// A title, what it is of, and a few lines.
struct RecordCard {
    title: String,
    head: String,
    lines: Vec<String>,
}

impl RecordCard {
    fn new(site: &Site, title: &Text, kind: &str) -> Self {
        Self { title: joined(site, title), head: kind.to_owned(), lines: Vec::new() }
    }

    fn on(mut self, date: DateRange) -> Self {
        let (start, end) = (date.start(), date.end());
        let days = if start == end { start.to_string() } else { format!("{start} – {end}") };
        self.head = format!("{} · {days}", self.head);
        self
    }

    fn line(mut self, line: Option<String>) -> Self {
        self.lines.extend(line.filter(|line| !line.is_empty()));
        self
    }

    /// Each line is a paragraph.
    fn markdown(self) -> String {
        let Self { title, head, lines } = self;
        let first = format!("**{title}**");
        [first, head].into_iter().chain(lines).collect::<Vec<_>>().join("\n\n")
    }
}
