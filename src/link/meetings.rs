//! Meetings: their facts, and what they are linked back from.

use std::collections::HashMap;

use super::{
    Alias, Site,
    commitments::{self, LinkedCommitment},
    notes::Note,
    pair::Pair,
    problems::Problems,
    registries::{Kind, find},
};
use crate::{
    config::Options,
    diagnostic::Code,
    id::Id,
    lang::{Date, DateRange},
    model::{Commitment, Correction, Delegation, Dialogue, Document, Head, Meeting, Participation, Release, Text},
    source::input::{
        CorrectionInput, DateInput, DocumentInput, HeadInput, MeetingInput, ParticipationInput, ReleaseInput,
        ReleaseWord,
    },
    yaml::{Problem, Spot},
};

/// A meeting's draft with the place of its record, if the site has it.
pub(super) struct Linked<'a> {
    pub(super) note: &'a Note<'a, MeetingInput>,
    pub(super) meeting: Option<Id<Meeting>>,
    pub(super) commitments: Vec<LinkedCommitment<'a>>,
    pub(super) documents: Vec<(&'a str, Pair<'a, DocumentInput>, Option<Id<Document>>)>,
}

/// A meeting whose facts are known, before it has a place.
struct Facts<'a> {
    note: &'a Note<'a, MeetingInput>,
    meeting: Option<Meeting>,
    is_visible: bool,
}

/// Puts the meetings with their commitments and documents into the site, by date.
pub(super) fn link<'a>(
    notes: &'a [Note<'a, MeetingInput>],
    site: &mut Site,
    options: &Options,
    problems: &mut Problems,
) -> Vec<Linked<'a>> {
    let mut facts: Vec<_> = notes.iter().map(|note| facts(note, site, options, problems)).collect();
    facts.sort_by_key(|facts| (facts.meeting.as_ref().map(|meeting| meeting.date), facts.note.id));
    let mut linked: Vec<_> = facts.into_iter().map(|facts| place(facts, site, problems)).collect();
    link_documents(&mut linked, site, problems);
    linked
}

fn place<'a>(facts: Facts<'a>, site: &mut Site, problems: &mut Problems) -> Linked<'a> {
    let Facts { note, meeting, is_visible } = facts;
    let mut commitments = commitments::link(&note.front, site, problems);
    let meeting = meeting.filter(|_| is_visible).map(|meeting| {
        let aliases = meeting.aliases.clone();
        let id = site.meetings.push(note.id.to_owned(), meeting);
        for (index, address) in aliases.into_iter().enumerate() {
            let spot = note.front.item("aliases", index);
            site.aliases.push(Alias { address, spot, target: format!("meetings/{}/", note.id) });
        }
        id
    });
    if let Some(meeting) = meeting {
        for commitment in &mut commitments {
            commitment.place(meeting, note.id, site);
        }
        site.meetings.get_mut(meeting).commitments = commitments.iter().filter_map(|it| it.id).collect();
    }
    Linked { note, meeting, commitments, documents: Vec::new() }
}

fn facts<'a>(
    note: &'a Note<'a, MeetingInput>,
    site: &Site,
    options: &Options,
    problems: &mut Problems,
) -> Facts<'a> {
    let front = &note.front;
    let title = front.text(|it| it.title.as_ref());
    if title.is_empty() {
        problems.missing(front.at("title"), "title");
    }
    let dialogue = dialogue(front, site, problems);
    let date = date(front, problems);
    let delegations = participations(front, site, problems);
    check_parties(front, dialogue, &delegations, site, problems);
    let release = release(front, problems);
    let host = front.fact("host", problems, |it| it.host.as_ref());
    let host =
        host.and_then(|host| find(&site.delegations, host, Kind::DELEGATION, problems, || front.at("host")));
    let level = level(front, site, problems);
    let number = front.fact("number", problems, |it| it.number.as_ref()).copied();
    let mode = front.fact("mode", problems, |it| it.mode.as_ref()).copied();
    let aliases = aliases(front, problems);
    let corrections = corrections(front, problems);
    let meeting = dialogue.zip(date).map(|(dialogue, date)| Meeting {
        id: note.id.to_owned(),
        dialogue,
        title,
        summary: front.optional_text(|it| it.summary.as_ref()),
        number,
        level,
        date,
        place: front.optional_text(|it| it.place.as_ref()),
        mode,
        host,
        delegations,
        commitments: Vec::new(),
        documents: Vec::new(),
        versions: Default::default(),
        bodies: [None, None],
        release,
        aliases,
        corrections,
        previous: None,
        next: None,
    });
    Facts { note, meeting, is_visible: release.is_visible(options.as_of, options.drafts) }
}

fn dialogue(front: &Pair<'_, MeetingInput>, site: &Site, problems: &mut Problems) -> Option<Id<Dialogue>> {
    match front.fact("dialogue", problems, |it| it.dialogue.as_ref()) {
        Some(name) => find(&site.dialogues, name, Kind::DIALOGUE, problems, || front.at("dialogue")),
        None if site.dialogues.len() == 1 => site.dialogues.ids().next(),
        None => {
            problems.missing(front.at("dialogue"), "dialogue");
            None
        }
    }
}

fn date(front: &Pair<'_, MeetingInput>, problems: &mut Problems) -> Option<DateRange> {
    match front.fact("date", problems, |it| it.date.as_ref()) {
        None => {
            problems.missing(front.at("date"), "date");
            None
        }
        Some(DateInput::Day(day)) => problems.date(day, || front.at("date")).map(DateRange::from),
        Some(DateInput::Range(range)) => {
            let end = |field: &'static str| front.spot(["date".into(), field.into()]);
            let mut day = |field, day: &Option<String>| match day {
                Some(day) => problems.date(day, || end(field)),
                None => {
                    problems.missing(end(field), field);
                    None
                }
            };
            let (from, to) = (day("from", &range.from), day("to", &range.to));
            let (from, to) = from.zip(to)?;
            DateRange::new(from, to).map_err(|error| {
                let message = format!("the range runs backwards: {error}");
                problems.push(Problem::new(Code::InvalidDate, end("to"), message));
            }).ok()
        }
    }
}

fn release(front: &Pair<'_, MeetingInput>, problems: &mut Problems) -> Release {
    match front.fact("release", problems, |it| it.release.as_ref()) {
        None | Some(ReleaseInput::Word(ReleaseWord::Published)) => Release::Published,
        Some(ReleaseInput::Word(ReleaseWord::Draft)) => Release::Draft,
        Some(ReleaseInput::Word(ReleaseWord::Withdrawn)) => Release::Withdrawn,
        Some(ReleaseInput::Embargo(embargo)) => {
            let spot = || front.spot(["release".into(), "embargoed-until".into()]);
            let day = embargo.embargoed_until.as_ref().and_then(|day| problems.date(day, spot));
            if embargo.embargoed_until.is_none() {
                problems.missing(spot(), "embargoed-until");
            }
            // Until its day is known, nothing of it is let out.
            day.map_or(Release::Draft, Release::EmbargoedUntil)
        }
    }
}

fn level(front: &Pair<'_, MeetingInput>, site: &Site, problems: &mut Problems) -> Option<String> {
    let level = front.fact("level", problems, |it| it.level.as_ref())?;
    if !site.config.levels.contains_key(level) {
        let known = site.config.levels.keys().map(String::as_str);
        problems.unknown(Code::InvalidValue, "level", level, front.at("level"), known);
    }
    Some(level.clone())
}

/// The items of a list of facts, which both files may have.
pub(super) fn list<'a, T, U: PartialEq>(
    pair: &Pair<'a, T>,
    key: &str,
    problems: &mut Problems,
    get: impl Fn(&'a T) -> Option<&'a Vec<Option<U>>>,
) -> Vec<(usize, &'a U)> {
    let list = pair.fact(key, problems, get);
    list.into_iter().flatten().enumerate().filter_map(|(index, item)| Some((index, item.as_ref()?))).collect()
}

fn aliases(front: &Pair<'_, MeetingInput>, problems: &mut Problems) -> Vec<String> {
    let mut aliases = Vec::new();
    for (index, alias) in list(front, "aliases", problems, |it| it.aliases.as_ref()) {
        match alias.strip_prefix('/').filter(|address| is_clean(address)) {
            Some(address) => aliases.push(address.to_owned()),
            None => {
                let spot = front.item("aliases", index);
                let problem = Problem::new(Code::InvalidValue, spot, format!("`{alias}` is not an address of this site"))
                    .help("an alias begins and ends with a slash, such as /en/2010/first-meeting/");
                problems.push(problem);
            }
        }
    }
    aliases
}

/// Whether an address is a folder below the root that a file system and a browser read alike.
fn is_clean(address: &str) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || "-._~".contains(c);
    address.strip_suffix('/').is_some_and(|folders| {
        folders.split('/').all(|part| !part.is_empty() && !part.starts_with('.') && part.chars().all(allowed))
    })
}

fn corrections(front: &Pair<'_, MeetingInput>, problems: &mut Problems) -> Vec<Correction> {
    let mut corrections: Vec<Correction> = Vec::new();
    let sides: Vec<_> = front.sides().collect();
    for (lang, side) in sides {
        for (index, correction) in side.value.corrections.iter().flatten().enumerate() {
            let Some(CorrectionInput { date, note }) = correction else { continue };
            let spot = |field: &str| {
                Spot::Value(side.source, side.pointer.then("corrections").then(index).then(field))
            };
            let Some(date) = date.as_ref().and_then(|date| problems.date(date, || spot("date"))) else {
                if date.is_none() {
                    problems.missing(spot("date"), "date");
                }
                continue;
            };
            let note = note.as_deref();
            match corrections.iter_mut().find(|known| known.date == date && known.note.get(lang).is_none()) {
                Some(known) => known.note = std::mem::take(&mut known.note).with(lang, note),
                None => corrections.push(Correction { date, note: Text::default().with(lang, note) }),
            }
        }
    }
    corrections.sort_by_key(|correction| correction.date);
    corrections
}

fn participations(front: &Pair<'_, MeetingInput>, site: &Site, problems: &mut Problems) -> Vec<Participation> {
    let mut names: Vec<&str> = Vec::new();
    for (_, side) in front.sides() {
        for name in side.value.delegations.iter().flat_map(|map| map.keys()) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
    }
    let mut found = Vec::new();
    for name in names {
        let spots = front.sides().map(|(_, side)| Spot::Key(side.source, side.pointer.then("delegations").then(name)));
        let spot = Spot::Either(spots.collect());
        let Some(delegation) = find(&site.delegations, name, Kind::DELEGATION, problems, || spot) else { continue };
        let inner = front.inner(&["delegations".into(), name.into()], |it| {
            it.delegations.as_ref()?.get(name)?.as_ref()
        });
        found.push(match inner {
            Some(inner) => participation(delegation, &inner, site, problems),
            None => {
                let (heads, organizations, people) = (Vec::new(), Vec::new(), Vec::new());
                Participation { delegation, heads, organizations, people, others: false }
            }
        });
    }
    found
}

fn participation(
    delegation: Id<Delegation>,
    pair: &Pair<'_, ParticipationInput>,
    site: &Site,
    problems: &mut Problems,
) -> Participation {
    let organizations = list(pair, "organizations", problems, |it| it.organizations.as_ref());
    let organizations = organizations.into_iter().filter_map(|(index, name)| {
        find(&site.organizations, name, Kind::ORGANIZATION, problems, || pair.item("organizations", index))
    });
    let organizations = organizations.collect();
    let people = list(pair, "people", problems, |it| it.people.as_ref());
    let people = people.into_iter().filter_map(|(index, name)| {
        find(&site.people, name, Kind::PERSON, problems, || pair.item("people", index))
    });
    let people = people.collect();
    let others = pair.fact("others", problems, |it| it.others.as_ref()).copied().unwrap_or(false);
    Participation { delegation, heads: heads(pair, site, problems), organizations, people, others }
}

fn heads(pair: &Pair<'_, ParticipationInput>, site: &Site, problems: &mut Problems) -> Vec<Head> {
    let mut known = Problems::default();
    let joined = pair.records("heads", |it| it.heads.as_ref(), |it: &HeadInput| it.person.as_ref(), &mut known);
    for problem in known.0 {
        let message = problem.message.replace("`id`", "`person`");
        problems.push(Problem { message, ..problem });
    }
    let mut heads = Vec::new();
    for (name, head) in joined {
        let spots = head.sides().map(|(_, side)| {
            let pointer = if side.value.is_map { side.pointer.then("person") } else { side.pointer.clone() };
            Spot::Value(side.source, pointer)
        });
        let spot = Spot::Either(spots.collect());
        if let Some(person) = find(&site.people, name, Kind::PERSON, problems, || spot) {
            heads.push(Head { person, role: head.optional_text(|it| it.role.as_ref()) });
        }
    }
    heads
}

fn check_parties(
    front: &Pair<'_, MeetingInput>,
    dialogue: Option<Id<Dialogue>>,
    delegations: &[Participation],
    site: &Site,
    problems: &mut Problems,
) {
    let is_written = front.sides().any(|(_, side)| side.value.delegations.is_some());
    if !is_written {
        problems.missing(front.at("delegations"), "delegations");
        return;
    }
    for party in dialogue.iter().flat_map(|dialogue| site.dialogues[*dialogue].parties) {
        let name = &site.delegations[party].id;
        if !delegations.iter().any(|there| there.delegation == party) {
            let message = format!("the delegation `{name}`, a party of the dialogue, is missing");
            let spots = front.sides().map(|(_, side)| Spot::First(side.source, side.pointer.then("delegations")));
            let spot = Spot::Either(spots.collect());
            problems.push(Problem::new(Code::MissingField, spot, message).help(format!("write `{name}: {{}}` if no more is known")));
        }
    }
}

fn link_documents(linked: &mut [Linked<'_>], site: &mut Site, problems: &mut Problems) {
    let mut first: HashMap<&str, Spot> = HashMap::new();
    for linked in linked {
        let front = &linked.note.front;
        let records = front.records("documents", |it| it.documents.as_ref(), |it| it.id.as_ref(), problems);
        for (name, pair) in records {
            problems.check_id(name, || pair.at("id"));
            if let Some(spot) = first.insert(name, pair.at("id")) {
                let message = format!("another document has the id `{name}`");
                let problem = Problem::new(Code::DuplicateId, pair.at("id"), message).related(spot, "first here");
                problems.push(problem);
                continue;
            }
            let document = document(name, &pair, linked.meeting, site, problems);
            let id = document.map(|document| {
                let meeting = document.meeting;
                let id = site.documents.push(name.to_owned(), document);
                site.meetings.get_mut(meeting).documents.push(id);
                id
            });
            linked.documents.push((name, pair, id));
        }
    }
}

fn document(
    name: &str,
    pair: &Pair<'_, DocumentInput>,
    meeting: Option<Id<Meeting>>,
    site: &Site,
    problems: &mut Problems,
) -> Option<Document> {
    let title = pair.text(|it| it.title.as_ref());
    if title.is_empty() {
        problems.missing(pair.at("title"), "title");
    }
    let url = pair.fact("url", problems, |it| it.url.as_ref());
    let url = problems.url(url, || pair.at("url"));
    let file = pair.fact("file", problems, |it| it.file.as_ref());
    let file = file.map(|file| file.trim_start_matches('/'));
    if let Some(file) = file
        && site.statics.binary_search_by(|known| known.address.as_str().cmp(file)).is_err()
    {
        let problem = Problem::new(Code::BrokenLink, pair.at("file"), format!("there is no file static/{file}"));
        problems.push(problem);
    }
    let mut day = |field: &'static str, get: fn(&DocumentInput) -> Option<&String>| {
        let day = pair.fact(field, problems, get)?;
        problems.date(day, || pair.at(field))
    };
    let (date, retrieved): (Option<Date>, Option<Date>) =
        (day("date", |it| it.date.as_ref()), day("retrieved", |it| it.retrieved.as_ref()));
    let language = pair.fact("language", problems, |it| it.language.as_ref()).cloned();
    Some(Document {
        id: name.to_owned(),
        meeting: meeting?,
        title,
        url,
        file: file.map(str::to_owned),
        publisher: pair.optional_text(|it| it.publisher.as_ref()),
        language,
        date,
        retrieved,
    })
}

/// Links everything back: meetings to one another, and each record to the meetings and commitments that name it.
pub(super) fn link_back(site: &mut Site) {
    let meetings: Vec<_> = site.meetings.ids().filter(|id| !site.meetings[*id].is_withdrawn()).collect();
    for &id in &meetings {
        let dialogue = site.meetings[id].dialogue;
        if let Some(&previous) = site.dialogues[dialogue].meetings.last() {
            site.meetings.get_mut(id).previous = Some(previous);
            site.meetings.get_mut(previous).next = Some(id);
        }
        site.dialogues.get_mut(dialogue).meetings.push(id);
        link_participants(site, id);
        for commitment in site.meetings[id].commitments.clone() {
            link_commitment(site, commitment);
        }
    }
    for (id, organization) in site.organizations.iter() {
        site.delegations.get_mut(organization.delegation).organizations.push(id);
    }
}

fn link_participants(site: &mut Site, id: Id<Meeting>) {
    for there in site.meetings[id].delegations.clone() {
        site.delegations.get_mut(there.delegation).meetings.push(id);
        for organization in there.organizations {
            push_once(&mut site.organizations.get_mut(organization).meetings, id);
        }
        for person in there.heads.iter().map(|head| head.person).chain(there.people) {
            push_once(&mut site.people.get_mut(person).meetings, id);
        }
    }
}

fn link_commitment(site: &mut Site, id: Id<Commitment>) {
    let commitment = &site.commitments[id];
    let (track, delegations, organizations) =
        (commitment.track, commitment.delegations.clone(), commitment.organizations.clone());
    site.tracks.get_mut(track).commitments.push(id);
    for delegation in delegations {
        push_once(&mut site.delegations.get_mut(delegation).commitments, id);
    }
    for organization in organizations {
        push_once(&mut site.organizations.get_mut(organization).commitments, id);
    }
}

/// Adds what is not there yet; as everything comes in order, only the last can be the same.
fn push_once<T>(list: &mut Vec<Id<T>>, id: Id<T>) {
    if list.last() != Some(&id) {
        list.push(id);
    }
}
