//! Meetings: their facts, and what they are linked back from.

use super::{
    commitments::{self, LinkedCommitment},
    days, documents, drift,
    naming::Unshown,
    notes::{Note, shown_files},
    outsiders,
    pair::{Pair, Record},
    participations::{check_parties, participations},
    problems::{Kind, Problems, each},
    registries::find,
    twins,
};
use crate::{
    config::Options,
    diagnostic::Code,
    id::Id,
    lang::{DateRange, written_range},
    model::{Correction, Dialogue, Document, Meeting, Release, Text},
    path,
    site::{Alias, Site},
    source::input::{CorrectionInput, DateInput, MeetingInput, ReleaseInput, ReleaseWord},
    yaml::{Problem, Spot},
};

/// A meeting's draft with the place of its record, if the site has it.
pub(super) struct Linked<'a> {
    pub(super) note: &'a Note<'a, MeetingInput>,
    pub(super) meeting: Option<Id<Meeting>>,
    /// When it was held, published or not.
    pub(super) date: Option<DateRange>,
    pub(super) commitments: Vec<LinkedCommitment<'a>>,
    pub(super) documents: Vec<LinkedDocument<'a>>,
    /// Whether its texts say the same in both languages.
    pub(super) is_aligned: bool,
    /// Whether it is to be published.
    pub(super) is_visible: bool,
}

/// A document's name and file, with the place of its record, if the site has it.
pub(super) struct LinkedDocument<'a> {
    pub(super) name: &'a str,
    pub(super) id: Option<Id<Document>>,
    /// Its file in static/.
    pub(super) file: Option<String>,
    /// Its addresses elsewhere, as they are written.
    pub(super) urls: [Option<&'a str>; 2],
    pub(super) title: Text,
}

/// A meeting whose facts are known, before it has a place.
struct Facts<'a> {
    note: &'a Note<'a, MeetingInput>,
    meeting: Option<Meeting>,
    untitled_level: Option<(Spot, String)>,
    aliases: Vec<Alias>,
    is_visible: bool,
}

/// Puts the meetings with their commitments and documents into the site, by date.
pub(super) fn link<'a>(
    notes: &'a [Note<'a, MeetingInput>],
    site: &mut Site,
    options: &Options,
    unshown: &mut Unshown,
    problems: &mut Problems,
) -> Vec<Linked<'a>> {
    let mut facts = each(notes, problems, |note, problems| facts(note, site, options, problems));
    facts.sort_by_key(|facts| (facts.meeting.as_ref().map(|meeting| meeting.date), facts.note.id));
    let commitments = each(&facts, problems, |facts, problems| {
        commitments::link(&facts.note.front, facts.meeting.as_ref(), site, problems)
    });
    let written = facts.iter().filter_map(|facts| Some((facts.note, facts.meeting.as_ref()?)));
    twins::tell(written, problems);
    if !problems.unread.is_site {
        site.untitled_levels.extend(facts.iter_mut().filter_map(|facts| facts.untitled_level.take()));
    }
    site.commitments.reserve(commitments.iter().map(Vec::len).sum());
    let placed = facts.into_iter().zip(commitments);
    let place = |(facts, commitments)| place(facts, commitments, site, unshown);
    let mut linked: Vec<_> = placed.map(place).collect();
    documents::link(&mut linked, site, problems);
    linked
}

fn place<'a>(
    facts: Facts<'a>,
    mut commitments: Vec<LinkedCommitment<'a>>,
    site: &mut Site,
    unshown: &mut Unshown,
) -> Linked<'a> {
    let Facts { note, mut meeting, aliases, is_visible, .. } = facts;
    let date = meeting.as_ref().map(|meeting| meeting.date);
    let is_withdrawn = meeting.as_ref().is_some_and(Meeting::is_withdrawn);
    if let Some(meeting) = meeting.as_mut().filter(|_| is_withdrawn || !is_visible) {
        let names = unshown.names(is_withdrawn);
        names.add_meeting(meeting, site);
        // One that is not named is the archive's only one.
        let is_named = note.front.sides().any(|(_, side)| side.value.dialogue.is_some());
        names.dialogues.extend(is_named.then_some(meeting.dialogue));
        commitments.iter().filter_map(LinkedCommitment::facts).for_each(|it| names.add_commitment(it, site));
        meeting.take_back(commitments.iter().filter_map(LinkedCommitment::facts).map(|it| it.id.clone()));
    }
    let meeting = meeting.filter(|_| is_visible).map(|meeting| {
        let id = site.meetings.push(note.id.to_owned(), meeting);
        site.aliases.extend(aliases);
        id
    });
    if let Some(meeting) = meeting.filter(|_| !is_withdrawn) {
        for commitment in &mut commitments {
            commitment.place(meeting, note.id, site);
        }
        site.meetings.get_mut(meeting).commitments = commitments.iter().filter_map(|it| it.id).collect();
    }
    let is_aligned = drift::are_aligned(note.bodies);
    Linked { note, meeting, date, commitments, documents: Vec::new(), is_aligned, is_visible }
}

fn facts<'a>(
    note: &'a Note<'a, MeetingInput>,
    site: &Site,
    options: &Options,
    problems: &mut Problems,
) -> Facts<'a> {
    let front = &note.front;
    let title = front.full_text(&["title"], &Record::note(front.files()), problems, |it| it.title.as_ref());
    if title.is_empty() {
        problems.missing(front.at("title"), "title");
    }
    let record = Record::note(shown_files(front));
    let summary = front.optional_full_text(&["summary"], &record, problems, |it| it.summary.as_ref());
    let place = front.optional_full_text(&["place"], &record, problems, |it| it.place.as_ref());
    let dialogue = dialogue(front, site, problems);
    let date = date(front, problems);
    let delegations = participations(front, site, problems);
    check_parties(front, dialogue, &delegations, site, problems);
    let release = release(front, problems, |it| it.release.as_ref());
    let host = front.fact("host", problems, |it| it.host.as_ref());
    let host =
        host.and_then(|host| find(&site.delegations, host, Kind::DELEGATION, problems, || front.at("host")));
    let level = front.fact("level", problems, |it| it.level.as_ref());
    let untitled_level = level.filter(|level| !site.config.levels.contains_key(*level));
    let untitled_level = untitled_level.map(|level| (front.at("level"), level.clone()));
    let number = front.fact("number", problems, |it| it.number.as_ref()).copied();
    let mode = front.fact("mode", problems, |it| it.mode.as_ref()).copied();
    let target = format!("meetings/{}/", note.id);
    let aliases = aliases(front, &target, problems, |it| it.aliases.as_ref());
    let corrections = corrections(front, date, site, problems);
    let meeting = dialogue.zip(date).map(|(dialogue, date)| Meeting {
        id: note.id.to_owned(),
        dialogue,
        title,
        summary,
        number,
        level: level.cloned(),
        date,
        place,
        mode,
        host,
        delegations,
        commitments: Vec::new(),
        taken_back: Vec::new(),
        documents: Vec::new(),
        versions: Default::default(),
        states: Default::default(),
        bodies: [None, None],
        is_aligned: true,
        alignment: None,
        release,
        is_draft: !release.is_visible(site.config.as_of, false),
        is_planned: date.start() > site.config.as_of,
        corrections,
        previous: None,
        next: None,
    });
    if let Some(meeting) = &meeting {
        days::tell_far(meeting.date, site, |end| date_spot(front, end), problems);
        days::tell_other_id(note.id, meeting.date, site, || date_spot(front, "from"), problems);
        outsiders::tell_meeting(front, meeting, site, problems);
    }
    Facts {
        note,
        meeting,
        untitled_level,
        aliases,
        is_visible: release.is_visible(site.config.as_of, options.drafts),
    }
}

fn dialogue(front: &Pair<'_, MeetingInput>, site: &Site, problems: &mut Problems) -> Option<Id<Dialogue>> {
    match front.fact("dialogue", problems, |it| it.dialogue.as_ref()) {
        Some(name) => find(&site.dialogues, name, Kind::DIALOGUE, problems, || front.at("dialogue")),
        None if site.dialogues.len() == 1 => site.dialogues.ids().next(),
        None if problems.is_lacking(Code::UnknownDialogue) => None,
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
        Some(DateInput::Day(day)) => match written_range(day) {
            Some((from, to)) => {
                let problem =
                    Problem::new(Code::InvalidDate, front.at("date"), format!("`{day}` is not a date"));
                problems.push(problem.help(format!("write `{{from: {from}, to: {to}}}`")));
                None
            }
            None => problems.date(day, || front.at("date")).map(DateRange::from),
        },
        Some(DateInput::Range(range)) => {
            let end = |field: &'static str| front.spot(["date".into(), field.into()]);
            let mut day = |field, day: &Option<String>| {
                if let Some(day) = day {
                    problems.date(day, || end(field))
                } else {
                    problems.missing(end(field), field);
                    None
                }
            };
            let (from, to) = (day("from", &range.from), day("to", &range.to));
            let (from, to) = from.zip(to)?;
            DateRange::new(from, to)
                .map_err(|error| {
                    let message = format!("the range runs backwards: {error}");
                    problems.push(Problem::new(Code::InvalidDate, end("to"), message));
                })
                .ok()
        }
    }
}

/// Where a day of the date stands: of a range, at this end.
fn date_spot(front: &Pair<'_, MeetingInput>, end: &'static str) -> Spot {
    let is_range = front.sides().any(|(_, side)| matches!(side.value.date, Some(DateInput::Range(_))));
    front.spot(["date".into()].into_iter().chain(is_range.then(|| end.into())))
}

/// How far a record is published.
pub(super) fn release<'a, T>(
    front: &Pair<'a, T>,
    problems: &mut Problems,
    get: impl Fn(&'a T) -> Option<&'a ReleaseInput>,
) -> Release {
    match front.fact("release", problems, get) {
        None | Some(ReleaseInput::Word(ReleaseWord::Published)) => Release::Published,
        Some(ReleaseInput::Word(ReleaseWord::Draft)) => Release::Draft,
        Some(ReleaseInput::Word(ReleaseWord::Withdrawn)) => Release::Withdrawn,
        Some(ReleaseInput::Embargo(embargo)) => {
            let spot = || front.spot(["release".into(), "embargoed-until".into()]);
            let day = embargo
                .embargoed_until
                .as_ref()
                .and_then(|day| problems.date_ahead(day, days::FAR_YEARS, spot));
            if embargo.embargoed_until.is_none() {
                // A key that is misspelt was told.
                problems.missing_unless(Some(front.at("release")), spot(), "embargoed-until");
            }
            // Until its day is known, nothing of it is let out.
            day.map_or(Release::Draft, Release::EmbargoedUntil)
        }
    }
}

/// The items of a list of facts, which both files may have.
pub(super) fn list<'a, T, U: PartialEq + 'a, G: Fn(&'a T) -> Option<&'a Vec<Option<U>>>>(
    pair: &Pair<'a, T>,
    key: &str,
    problems: &mut Problems,
    get: G,
) -> impl Iterator<Item = (usize, &'a U)> + use<'a, T, U, G> {
    // What was refused was told: a list with a gap is not set against the other.
    let mut lists = pair.sides().filter_map(|(_, side)| get(side.value));
    let list = if lists.all(|list| list.iter().all(Option::is_some)) {
        pair.fact(key, problems, get)
    } else {
        pair.sides().find_map(|(_, side)| get(side.value))
    };
    list.into_iter().flatten().enumerate().filter_map(|(index, item)| Some((index, item.as_ref()?)))
}

/// The earlier addresses of a record, whose address below the language is the target.
pub(super) fn aliases<'a, T>(
    front: &Pair<'a, T>,
    target: &str,
    problems: &mut Problems,
    get: impl Fn(&'a T) -> Option<&'a Vec<Option<String>>>,
) -> Vec<Alias> {
    let mut aliases = Vec::new();
    for (index, alias) in list(front, "aliases", problems, get) {
        let spot = front.item("aliases", index);
        if let Some(address) = alias.strip_prefix('/').map(path::decoded).filter(|address| is_clean(address))
        {
            aliases.push(Alias { address, spot, target: target.to_owned() });
        } else {
            let message = format!("`{alias}` is not an address of this site");
            let problem = Problem::new(Code::InvalidValue, spot, message)
                .help("an alias begins and ends with a slash, such as /en/2010/first-meeting/");
            problems.push(problem);
        }
    }
    aliases
}

/// Whether an address is a folder below the root that a file system and a browser read alike.
fn is_clean(address: &str) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || "-._~".contains(c);
    address.strip_suffix('/').is_some_and(|folders| {
        folders.split('/').all(|part| {
            !part.is_empty()
                && part.len() <= path::MAX_NAME
                && !part.starts_with('.')
                && part.chars().all(allowed)
        })
    })
}

/// The corrections, which the two files have in the same order.
fn corrections(
    front: &Pair<'_, MeetingInput>,
    meeting: Option<DateRange>,
    site: &Site,
    problems: &mut Problems,
) -> Vec<Correction> {
    let mut corrections = Vec::new();
    for pair in front.by_place("corrections", |it| it.corrections.as_ref()) {
        let record =
            Record { files: front.files(), name: "corrections", at: |side| side.at(["date".into()]) };
        let note = pair.full_text(&["note"], &record, problems, |it| it.note.as_ref());
        let told = problems.found.len();
        let day = pair.fact("date", problems, |it: &CorrectionInput| it.date.as_ref());
        if let Some(conflict) = problems.found.get_mut(told) {
            let help = "both files have the corrections in the same order; the day is the same in both, or stands in one";
            conflict.help = Some(help.to_owned());
        }
        if day.is_none() {
            problems.missing(pair.at("date"), "date");
        }
        let date = day.and_then(|day| problems.date(day, || pair.at("date")));
        if let Some(date) = date {
            days::tell_early("the correction is dated", date, meeting, site, || pair.at("date"), problems);
            days::tell_future("the correction is dated", date, site, || pair.at("date"), problems);
        }
        corrections.extend(date.map(|date| Correction { date, note }));
    }
    corrections.sort_by_key(|correction| correction.date);
    corrections
}
