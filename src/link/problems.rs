//! The problems found while linking, and the checks that many records share.

use rayon::prelude::*;
use std::collections::HashSet;

use super::untranslated;
use crate::{
    config::{BaseError, web_address},
    diagnostic::{Code, Severity, SourceId, Suggestions},
    id::{self, is_id, made_id},
    lang::{Date, Message, say},
    source::Unread,
    yaml::{Problem, Spot},
};

/// A kind of record, for messages.
#[derive(Clone, Copy)]
pub(super) struct RecordKind {
    /// Of a reference that finds no such record.
    pub(super) code: Code,
    word: &'static str,
    /// The file in which its records stand, unless they are notes or a part of one.
    registry: Option<&'static str>,
}

impl RecordKind {
    pub(super) const DELEGATION: Self =
        Self::new(Code::UnknownDelegation, "kind-delegation", Some("delegations.yaml"));
    pub(super) const ORGANIZATION: Self =
        Self::new(Code::UnknownOrganization, "kind-organization", Some("organizations.yaml"));
    pub(super) const PERSON: Self = Self::new(Code::UnknownPerson, "kind-person", Some("people.yaml"));
    pub(super) const TRACK: Self = Self::new(Code::UnknownTrack, "kind-track", Some("tracks.yaml"));
    pub(super) const EVENT: Self = Self::new(Code::UnknownEvent, "kind-event", Some("events.yaml"));
    pub(super) const DIALOGUE: Self =
        Self::new(Code::UnknownDialogue, "kind-dialogue", Some("dialogues.yaml"));
    pub(super) const MEETING: Self = Self::new(Code::UnknownMeeting, "kind-meeting", None);
    pub(super) const COMMITMENT: Self = Self::new(Code::UnknownCommitment, "kind-commitment", None);
    pub(super) const DOCUMENT: Self = Self::new(Code::UnknownDocument, "kind-document", None);

    const fn new(code: Code, word: &'static str, registry: Option<&'static str>) -> Self {
        Self { code, word, registry }
    }
}

/// Collects problems, but for those that only follow from a file that could not be read.
#[derive(Debug, Default)]
pub(super) struct Problems {
    pub(super) found: Vec<Problem>,
    pub(super) unread: Unread,
    /// The files whose twin in the other language could not be read.
    pub(super) halves: HashSet<SourceId>,
    /// The files in which nothing is translated yet.
    pub(super) untranslated: HashSet<SourceId>,
    /// The files of records that are drafts.
    pub(super) drafts: HashSet<SourceId>,
    /// Records that the site lacks for a mistake of their own, which was reported.
    pub(super) broken: HashSet<(Code, String)>,
    /// Names for mistyped ones.
    pub(super) suggestions: Suggestions,
    /// The day on which is looked, once it is known.
    pub(super) today: Option<Date>,
}

/// Does the same with each record, in parallel where nothing is wrong with it. Where something is, it is done once more, in
/// order: what is reported, and how much is offered, depends on what was reported before.
pub(super) fn each<'r, T: Sync, R: Send>(
    records: &'r [T],
    problems: &mut Problems,
    link: impl Fn(&'r T, &mut Problems) -> R + Sync,
) -> Vec<R> {
    let sound = records.par_iter().map(|record| {
        let mut found =
            Problems { suggestions: Suggestions::none(), today: problems.today, ..Problems::default() };
        let linked = link(record, &mut found);
        found.found.is_empty().then_some(linked)
    });
    let sound: Vec<_> = sound.collect();
    let linked = records.iter().zip(sound);
    linked.map(|(record, linked)| linked.unwrap_or_else(|| link(record, problems))).collect()
}

impl Problems {
    /// What was found. What may wait in a draft is a warning there, so that unfinished work stops nobody else's.
    pub(super) fn into_found(self) -> Vec<Problem> {
        let Self { found, drafts, untranslated, .. } = self;
        let is_of_draft = |problem: &Problem| problem.spot.source().is_some_and(|it| drafts.contains(&it));
        let found = untranslated::fold(found, &untranslated).into_iter().map(|problem| {
            if problem.may_wait && is_of_draft(&problem) {
                Problem { severity: Severity::Warning, ..problem }
            } else {
                problem
            }
        });
        found.collect()
    }

    pub(super) fn push(&mut self, problem: Problem) {
        self.found.push(problem);
    }

    /// Whether the twin of a file in the other language could not be read: what the file lacks may stand there.
    pub(super) fn is_half(&self, source: SourceId) -> bool {
        self.halves.contains(&source)
    }

    /// Looks into a record that cannot be taken over. What it lacks is reported only where it is meant to have all facts.
    pub(super) fn look_into<R>(&mut self, has_facts: bool, look: impl FnOnce(&mut Self) -> R) -> R {
        let before = self.found.len();
        let looked = look(self);
        if !has_facts {
            let found = self.found.split_off(before);
            self.found.extend(found.into_iter().filter(|problem| problem.code != Code::MissingField));
        }
        looked
    }

    /// Reports a field that neither file has.
    pub(super) fn missing(&mut self, spot: Spot, field: &str) {
        self.missing_unless(None, spot, field);
    }

    /// The same, where nothing that was refused stands at a place.
    pub(super) fn missing_unless(&mut self, refused: Option<Spot>, spot: Spot, field: &str) {
        if spot.source().is_some_and(|source| self.halves.contains(&source)) {
            return;
        }
        let problem = Problem::new(Code::MissingField, spot, say!("missing-field", field));
        self.push(match refused {
            Some(refused) => problem.unless_at(refused),
            None => problem,
        });
    }

    /// Reports a fact that the two language files state differently, with both places.
    pub(super) fn conflict(&mut self, key: &str, second: Spot, first: Spot) {
        let message = say!("conflicting-fact", key);
        let problem = Problem::new(Code::ConflictingFact, second, message)
            .related(first, say!("other-file-says"))
            .help(say!("fact-once"));
        self.push(problem);
    }

    /// Whether records of this kind are lacking for mistakes that were reported.
    pub(super) fn is_lacking(&self, code: Code) -> bool {
        self.unread.codes.contains(&code) || self.broken.iter().any(|(broken, _)| *broken == code)
    }

    /// Whether a registry could not be read.
    pub(super) fn has_unread_registry(&self) -> bool {
        !self.unread.codes.is_empty()
    }

    /// Reports an id that is not one.
    pub(super) fn check_id(&mut self, id: &str, spot: impl FnOnce() -> Spot) {
        if !is_id(id) {
            let problem = Problem::new(Code::InvalidId, spot(), say!("not-an-id", id)).help(id::rule(id));
            self.push(problem);
        }
    }

    /// Reports a name that no record has, with the nearest that one has.
    pub(super) fn unknown<'a>(
        &mut self,
        kind: RecordKind,
        name: &str,
        spot: Spot,
        known: impl IntoIterator<Item = &'a str>,
    ) {
        self.unknown_of(kind, &Message::new(kind.word), name, spot, known);
    }

    /// The same of a record that is called otherwise, as one of another record.
    pub(super) fn unknown_of<'a>(
        &mut self,
        kind: RecordKind,
        what: &Message,
        name: &str,
        spot: Spot,
        known: impl IntoIterator<Item = &'a str>,
    ) {
        let RecordKind { code, registry, .. } = kind;
        if self.unread.codes.contains(&code) || self.broken.contains(&(code, name.to_owned())) {
            return;
        }
        let known: Vec<&str> = known.into_iter().collect();
        let made = (!is_id(name)).then(|| made_id(name));
        let as_id = made.and_then(|made| known.iter().copied().find(|known| *known == made));
        let suggestion = as_id.or_else(|| self.suggestions.near(name, known));
        // A record whose own id is none was reported, and is the one that is meant.
        if suggestion.is_some_and(|near| !is_id(near)) {
            return;
        }
        let message = say!("no-record", what, name);
        let problem = Problem::new(code, spot, message);
        let problem = match registry.filter(|_| suggestion.is_none() && is_id(name)) {
            Some(file) => problem.help(say!("add-to-registry", file)),
            None => problem.suggest(name, suggestion),
        };
        self.push(problem.narrowed(name));
    }

    /// Takes an address over, as one that is sound, if a browser may be sent there.
    pub(super) fn url(&mut self, url: Option<&String>, spot: impl FnOnce() -> Spot) -> Option<String> {
        self.address(url, web_address, spot)
    }

    /// Takes an address over as `read` reads it, if it is one.
    pub(super) fn address(
        &mut self,
        written: Option<&String>,
        read: fn(&str) -> Result<String, BaseError>,
        spot: impl FnOnce() -> Spot,
    ) -> Option<String> {
        read(written?)
            .map_err(|refused| {
                self.push(Problem::new(refused.code, spot(), refused.message).help(refused.help));
            })
            .ok()
    }
}
