//! Meetings: their facts.

use super::{
    aliases::aliases,
    commitments::{self, LinkedCommitment},
    days, drift, duplicates,
    facts::{AliasDraft, PlacedMeeting, SiteFacts},
    linked::Linked,
    naming::Unshown,
    note::{Note, shown_files},
    outsiders,
    pair::{Pair, Record},
    participations::{check_parties, participations},
    problems::{Problems, RecordKind, each},
    registry_file::find,
};
use std::collections::HashSet;

use crate::{
    config::Options,
    diagnostic::Code,
    id::Id,
    lang::{DateRange, say},
    model::{Correction, Dialogue, MeetingFacts, Release, Track},
    site::AliasTarget,
    source::input::{CorrectionInput, DateInput, MeetingInput, ReleaseInput, ReleaseWord},
    yaml::{Problem, Spot, Step},
};

/// What a meeting's draft says, before the meeting has a place.
struct Draft<'a> {
    note: &'a Note<'a, MeetingInput>,
    facts: Option<MeetingFacts>,
    untitled_level: Option<(Spot, String)>,
    aliases: Vec<AliasDraft>,
    is_visible: bool,
}

/// Finds the facts of the meetings and their commitments, and gives those that are published their places, by date.
pub(super) fn link<'a>(
    notes: &'a [Note<'a, MeetingInput>],
    site: &mut SiteFacts,
    options: &Options,
    unshown: &mut Unshown,
    problems: &mut Problems,
) -> Vec<Linked<'a>> {
    let mut drafts = each(notes, problems, |note, problems| draft(note, site, options, problems));
    drafts.sort_by_key(|draft| (draft.facts.as_ref().map(|facts| facts.date), draft.note.id));
    let commitments = each(&drafts, problems, |draft, problems| {
        commitments::link(&draft.note.front, draft.facts.as_ref(), site, problems)
    });
    duplicates::report(drafts.iter().filter_map(|draft| Some((draft.note, draft.facts.as_ref()?))), problems);
    site.commitments.reserve(commitments.iter().map(Vec::len).sum());
    let is_site_read = !problems.unread.is_site;
    let placed = drafts.into_iter().zip(commitments).map(|(mut draft, commitments)| {
        site.untitled_levels.extend(draft.untitled_level.take().filter(|_| is_site_read));
        place(draft, commitments, site, unshown)
    });
    placed.collect()
}

fn place<'a>(
    draft: Draft<'a>,
    mut commitments: Vec<LinkedCommitment<'a>>,
    site: &mut SiteFacts,
    unshown: &mut Unshown,
) -> Linked<'a> {
    let Draft { note, facts, aliases, is_visible, .. } = draft;
    let date = facts.as_ref().map(|facts| facts.date);
    let is_withdrawn = facts.as_ref().is_some_and(MeetingFacts::is_withdrawn);
    if let Some(facts) = facts.as_ref().filter(|_| is_withdrawn || !is_visible) {
        let names = unshown.names(is_withdrawn);
        names.add_meeting(facts, site);
        // One that is not named is the archive's only one.
        let is_named = note.front.sides().any(|(_, side)| side.value.dialogue.is_some());
        names.dialogues.extend(is_named.then_some(facts.dialogue));
        commitments
            .iter()
            .filter_map(LinkedCommitment::unplaced_facts)
            .for_each(|it| names.add_commitment(it, site));
    }
    let meeting = facts.filter(|_| is_visible).map(|facts| {
        let placed = PlacedMeeting { id: note.id.to_owned(), facts };
        let id = site.meetings.push(note.id.to_owned(), placed);
        site.add_aliases(aliases, AliasTarget::Meeting(id));
        id
    });
    if let Some(meeting) = meeting.filter(|_| !is_withdrawn) {
        for commitment in &mut commitments {
            commitment.place(meeting, note.id, site);
        }
    } else if let Some(meeting) = meeting {
        let mut index = 0;
        for commitment in &mut commitments {
            index += usize::from(commitment.keep_aliases(meeting, index, site));
        }
    }
    let is_aligned = drift::are_aligned(note.bodies);
    Linked { note, meeting, date, commitments, documents: Vec::new(), is_aligned, is_visible }
}

fn draft<'a>(
    note: &'a Note<'a, MeetingInput>,
    site: &SiteFacts,
    options: &Options,
    problems: &mut Problems,
) -> Draft<'a> {
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
    let host = host.and_then(|host| {
        find(&site.delegations, host, RecordKind::DELEGATION, problems, || front.at("host"))
    });
    let discussed = discussed(front, site, problems);
    let level = front.fact("level", problems, |it| it.level.as_ref());
    let untitled_level = level.filter(|level| !site.config.levels.contains_key(*level));
    let untitled_level = untitled_level.map(|level| (front.at("level"), level.clone()));
    let number = front.fact("number", problems, |it| it.number.as_ref()).copied();
    let mode = front.fact("mode", problems, |it| it.mode.as_ref()).copied();
    let aliases = aliases(front, problems, |it| it.aliases.as_ref());
    let corrections = corrections(front, date, site, problems);
    let facts = dialogue.zip(date).map(|(dialogue, date)| MeetingFacts {
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
        discussed,
        release,
        corrections,
    });
    if let Some(facts) = &facts {
        days::report_far(&say!("meeting-itself"), facts.date, site, |end| date_spot(front, end), problems);
        days::report_other_id(note.id, facts.date, site, || date_spot(front, "from"), problems);
        outsiders::report_meeting(front, facts, site, problems);
    }
    let is_visible = release.is_visible(site.config.as_of, options.drafts);
    Draft { note, facts, untitled_level, aliases, is_visible }
}

fn dialogue(
    front: &Pair<'_, MeetingInput>,
    site: &SiteFacts,
    problems: &mut Problems,
) -> Option<Id<Dialogue>> {
    match front.fact("dialogue", problems, |it| it.dialogue.as_ref()) {
        Some(name) => find(&site.dialogues, name, RecordKind::DIALOGUE, problems, || front.at("dialogue")),
        None if site.dialogues.len() == 1 => site.dialogues.ids().next(),
        None if problems.is_lacking(Code::UnknownDialogue) => None,
        None => {
            problems.missing(front.at("dialogue"), "dialogue");
            None
        }
    }
}

/// The tracks that were talked about. One of which something is recorded after all is reported.
fn discussed(front: &Pair<'_, MeetingInput>, site: &SiteFacts, problems: &mut Problems) -> Vec<Id<Track>> {
    let recorded = front.sides().flat_map(|(_, side)| side.value.commitments.iter().flatten().flatten());
    let recorded = recorded.filter_map(|it| it.track.as_ref()).flat_map(|it| it.ids.iter().flatten());
    let recorded: HashSet<&str> = recorded.map(String::as_str).collect();
    let names = front.list("discussed", problems, |it| it.discussed.as_ref());
    let found = names.filter_map(|(index, name)| {
        let spot = || front.item("discussed", index);
        let id = find(&site.tracks, name, RecordKind::TRACK, problems, spot)?;
        if !recorded.contains(name.as_str()) {
            return Some(id);
        }
        let message = say!("track-recorded", name);
        let problem = Problem::new(Code::DoubtfulFact, spot(), message);
        problems.push(problem.help(say!("delete-discussed")));
        None
    });
    found.collect()
}

fn date(front: &Pair<'_, MeetingInput>, problems: &mut Problems) -> Option<DateRange> {
    let Some(written) = front.fact("date", problems, |it| it.date.as_ref()) else {
        problems.missing(front.at("date"), "date");
        return None;
    };
    problems.days(written, |end| front.spot(["date"].into_iter().chain(end).map(Step::from)))
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
                // A key that is misspelt was reported.
                problems.missing_unless(Some(front.at("release")), spot(), "embargoed-until");
            }
            // Until its day is known, nothing of it is let out.
            day.map_or(Release::Draft, Release::EmbargoedUntil)
        }
    }
}

/// The corrections, which the two files have in the same order.
fn corrections(
    front: &Pair<'_, MeetingInput>,
    meeting: Option<DateRange>,
    site: &SiteFacts,
    problems: &mut Problems,
) -> Vec<Correction> {
    let mut corrections = Vec::new();
    for pair in front.by_place("corrections", |it| it.corrections.as_ref()) {
        let record =
            Record { files: front.files(), name: "corrections", at: |side| side.at(["date".into()]) };
        let note = pair.full_text(&["note"], &record, problems, |it| it.note.as_ref());
        let reported = problems.found.len();
        let day = pair.fact("date", problems, |it: &CorrectionInput| it.date.as_ref());
        let help = say!("corrections-order");
        let conflict = problems.found.split_off(reported);
        problems.found.extend(conflict.into_iter().map(|conflict| conflict.help(help.clone())));
        if day.is_none() {
            problems.missing(pair.at("date"), "date");
        }
        let date = day.and_then(|day| problems.date(day, || pair.at("date")));
        if let Some(date) = date {
            days::report_early(&say!("correction-dated"), date, meeting, site, || pair.at("date"), problems);
            days::report_future(&say!("correction-dated"), date, site, || pair.at("date"), problems);
        }
        corrections.extend(date.map(|date| Correction { date, note }));
    }
    corrections.sort_by_key(|correction| correction.date);
    corrections
}
