//! Commitments: their facts.

use std::mem;

use super::{
    aliases::aliases,
    days,
    facts::{AliasDraft, PlacedCommitment, SiteFacts},
    note::shown_files,
    outsiders,
    pair::{Files, Pair, Record, Side},
    problems::{Problems, RecordKind},
    registry_file::{find, items, text, tracks},
};
use crate::{
    diagnostic::Code,
    id::{Id, is_id},
    lang::{Lang, say},
    model::{Commitment, CommitmentFacts, Due, Meeting, MeetingFacts, Text},
    site::AliasTarget,
    source::input::{CommitmentInput, DueInput, DueWordsInput, MeetingInput},
    yaml::{Problem, Spot, Step},
};

/// A commitment's draft with the place of its record, if the site has it.
pub(super) struct LinkedCommitment<'a> {
    pub(super) name: &'a str,
    pub(super) pair: Pair<'a, CommitmentInput>,
    /// In a box, which is gone when the record has its place; the rest stays until all is linked.
    facts: Option<Box<CommitmentFacts>>,
    pub(super) id: Option<Id<Commitment>>,
    /// Earlier addresses, as long as they lead nowhere.
    aliases: Vec<AliasDraft>,
    /// Whether another of its list has its id.
    is_repeated: bool,
}

impl LinkedCommitment<'_> {
    /// The ids of its tracks, as written.
    pub(super) fn tracks(&self) -> impl Iterator<Item = &str> {
        let written = self.pair.sides().find_map(|(_, side)| side.value.track.as_ref());
        written.into_iter().flat_map(|tracks| &tracks.ids).flatten().map(String::as_str)
    }

    /// Whether what it lacks is missing: of one that repeats an id, the facts may be those of the other.
    pub(super) fn is_whole(&self) -> bool {
        !self.is_repeated || has_facts(&self.pair)
    }

    /// What it says, as long as it has no place.
    pub(super) fn unplaced_facts(&self) -> Option<&CommitmentFacts> {
        self.facts.as_deref()
    }

    /// Gives the commitment its place, below its meeting.
    pub(super) fn place(&mut self, meeting: Id<Meeting>, meeting_name: &str, site: &mut SiteFacts) {
        if let Some(facts) = self.facts.take() {
            let placed = PlacedCommitment { id: self.name.to_owned(), meeting, facts: *facts };
            let id = site.commitments.push([meeting_name, "/", self.name].concat(), placed);
            self.id = Some(id);
            site.add_aliases(mem::take(&mut self.aliases), AliasTarget::Commitment(id));
        }
    }

    /// Lets its earlier addresses lead to what is left of it in a withdrawn meeting, where it has this place among the
    /// commitments, if it is one.
    pub(super) fn keep_aliases(&mut self, meeting: Id<Meeting>, index: usize, site: &mut SiteFacts) -> bool {
        if self.facts.is_some() {
            let target = AliasTarget::WithdrawnCommitment(meeting, index);
            site.add_aliases(mem::take(&mut self.aliases), target);
        }
        self.facts.is_some()
    }
}

/// Reads the commitments of a meeting.
pub(super) fn link<'a>(
    front: &'a Pair<'a, MeetingInput>,
    meeting: Option<&MeetingFacts>,
    site: &SiteFacts,
    problems: &mut Problems,
) -> Vec<LinkedCommitment<'a>> {
    let [records, repeated] =
        front.records("commitments", |it| it.commitments.as_ref(), |it| it.id.as_ref(), problems);
    let names: Vec<_> = records.iter().filter(|(_, pair)| has_facts(pair)).map(|(name, _)| *name).collect();
    // What repeats an id is looked into all the same, and then is no record.
    let repeated = repeated.into_iter().map(|(name, pair)| {
        let has_facts = has_facts(&pair);
        problems.look_into(has_facts, |problems| facts(name, &pair, Files::default(), site, problems));
        LinkedCommitment { name, pair, facts: None, id: None, aliases: Vec::new(), is_repeated: true }
    });
    let mut linked: Vec<_> = repeated.collect();
    let records = records.into_iter().map(|(name, pair)| {
        let facts = if !has_facts(&pair) && !names.is_empty() {
            let may_be_unread = pair.sides().any(|(_, side)| problems.is_half(side.source));
            // An id that is none was reported, and may be the one that is meant.
            if !may_be_unread && names.iter().all(|name| is_id(name)) {
                report_stray(name, &pair, &names, problems);
            }
            None
        } else {
            facts(name, &pair, shown_files(front), site, problems)
        };
        if let (Some(facts), Some(meeting)) = (&facts, meeting) {
            outsiders::report_commitment(&pair, facts, meeting, site, problems);
            report_early_due(&pair, facts, meeting, site, problems);
        }
        let aliases = aliases(&pair, problems, |it| it.aliases.as_ref());
        LinkedCommitment { name, pair, facts: facts.map(Box::new), id: None, aliases, is_repeated: false }
    });
    linked.extend(records);
    linked
}

fn has_facts(pair: &Pair<'_, CommitmentInput>) -> bool {
    pair.sides().any(|(_, side)| {
        let value = side.value;
        value.kind.is_some() || value.track.is_some() || value.delegations.is_some()
    })
}

/// A text without facts whose id no commitment with facts has: most often a mistyped id.
fn report_stray(name: &str, pair: &Pair<'_, CommitmentInput>, names: &[&str], problems: &mut Problems) {
    let message = say!("no-own-commitment", name);
    let near = problems.suggestions.near(name, names.iter().copied());
    let problem = Problem::new(Code::UnknownCommitment, pair.at("id"), message).suggest(name, near);
    problems.push(match near {
        Some(_) => problem,
        None => problem.help(say!("facts-of-commitment")),
    });
}

fn facts(
    name: &str,
    pair: &Pair<'_, CommitmentInput>,
    files: Files,
    site: &SiteFacts,
    problems: &mut Problems,
) -> Option<CommitmentFacts> {
    problems.check_id(name, || pair.at("id"));
    let kind = pair.fact("kind", problems, |it| it.kind.as_ref()).copied();
    if kind.is_none() {
        problems.missing(pair.at("kind"), "kind");
    }
    let track = pair.fact("track", problems, |it| it.track.as_ref());
    if track.is_none_or(|tracks| tracks.ids.is_empty()) {
        problems.missing(pair.at("track"), "track");
    }
    let is_list = track.is_some_and(|tracks| tracks.is_list);
    let track_spot = |index| if is_list { pair.item("track", index) } else { pair.at("track") };
    let tracks = tracks(items(track.map(|tracks| &tracks.ids)), site, problems, track_spot);
    let mut delegations = pair.list("delegations", problems, |it| it.delegations.as_ref()).peekable();
    if delegations.peek().is_none() {
        problems.missing(pair.at("delegations"), "delegations");
    }
    let delegations = delegations.filter_map(|(index, name)| {
        find(&site.delegations, name, RecordKind::DELEGATION, problems, || pair.item("delegations", index))
    });
    let delegations = delegations.collect();
    let organizations = pair.list("organizations", problems, |it| it.organizations.as_ref());
    let organizations = organizations.filter_map(|(index, name)| {
        find(&site.organizations, name, RecordKind::ORGANIZATION, problems, || {
            pair.item("organizations", index)
        })
    });
    let organizations = organizations.collect();
    let files = if is_id(name) { files } else { Files::default() };
    let record = Record { files, name, at: |side| side.at(["id".into()]) };
    let text = pair.full_text(&["text"], &record, problems, |it| it.text.as_ref());
    if text.is_empty() {
        problems.missing(pair.at("text"), "text");
    }
    let title = pair.optional_full_text(&["title"], &record, problems, |it| it.title.as_ref());
    let due = due(pair, &record, problems);
    let forums = forums(pair, problems);
    Some(CommitmentFacts {
        titled: title.as_ref().map(|title| title.or(&text)),
        title,
        kind: kind?,
        track: *tracks.first()?,
        tracks,
        delegations,
        organizations,
        verb: pair.optional_text(|it| it.verb.as_ref()),
        text,
        due,
        forums,
    })
}

fn forums(pair: &Pair<'_, CommitmentInput>, problems: &mut Problems) -> Vec<Text> {
    let forums = pair.list("forums", problems, |it| it.forums.as_ref());
    let forums = forums.filter_map(|(index, input)| {
        let forum = text(Some(input))?;
        for lang in Lang::ALL.into_iter().filter(|lang| forum.get(*lang).is_none()) {
            let message = say!("forum-missing", lang = lang.code());
            let problem = Problem::new(Code::MissingTranslation, pair.item("forums", index), message);
            problems.push(problem.help(say!("write-both")));
        }
        Some(forum)
    });
    forums.collect()
}

fn due<'a>(
    pair: &Pair<'a, CommitmentInput>,
    record: &Record<'_, CommitmentInput>,
    problems: &mut Problems,
) -> Option<Due> {
    let words_of = |it: &'a CommitmentInput| match &it.due {
        Some(DueInput::Words(words)) => words.text.as_ref(),
        _ => None,
    };
    let text = pair.optional_full_text(&["due", "text"], record, problems, words_of);
    let mut due = Due { text, by: None };
    let mut first: Option<(&str, &Side<'_, CommitmentInput>)> = None;
    for (_, side) in pair.sides() {
        let by = match &side.value.due {
            None => continue,
            Some(DueInput::Day(day)) => Some(day),
            Some(DueInput::Words(DueWordsInput { by, .. })) => by.as_ref(),
        };
        match (first, by) {
            (Some((first, there)), Some(by)) if first != by => {
                problems.conflict("due", day_spot(side), day_spot(there));
            }
            (None, Some(by)) => {
                let is_beside = matches!(side.value.due, Some(DueInput::Words(_)));
                due.by = problems.due(by, is_beside, || day_spot(side));
                first = Some((by, side));
            }
            _ => {}
        }
    }
    (due.text.is_some() || due.by.is_some()).then_some(due)
}

fn report_early_due(
    pair: &Pair<'_, CommitmentInput>,
    commitment: &CommitmentFacts,
    meeting: &MeetingFacts,
    site: &SiteFacts,
    problems: &mut Problems,
) {
    let Some(by) = commitment.due.as_ref().and_then(|due| due.by) else { return };
    let has_day = |side: &&Side<'_, CommitmentInput>| match &side.value.due {
        Some(DueInput::Words(words)) => words.by.is_some(),
        due => due.is_some(),
    };
    let spot = || pair.sides().map(|(_, side)| side).find(has_day).map_or(pair.at("due"), day_spot);
    days::report_early(&say!("due-day-is"), by, Some(meeting.date), site, spot, problems);
}

/// Where the day of a `due` stands: by itself, or beside words.
fn day_spot(side: &Side<'_, CommitmentInput>) -> Spot {
    let is_beside = matches!(side.value.due, Some(DueInput::Words(_)));
    side.at(["due"].into_iter().chain(is_beside.then_some("by")).map(Step::from))
}
