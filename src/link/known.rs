//! The names of everything that notes hold, published or not.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use super::{
    facts::SiteFacts,
    linked::{Linked, LinkedEvent},
    problems::{Problems, RecordKind},
};
use crate::{
    diagnostic::Code,
    id::Id,
    lang::say,
    model::{Commitment, Document, Meeting},
    source::Unread,
    yaml::{Problem, Spot},
};

/// Whether the site has what a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Resolved<T> {
    /// It has.
    There(T),
    /// It is not published.
    Hidden,
    /// It could not be read, or is not whole: that was reported.
    Broken,
}

/// The names of everything that notes hold, published or not.
pub(super) struct Known<'a> {
    unread: &'a Unread,
    meetings: HashMap<&'a str, HashMap<&'a str, Resolved<Id<Commitment>>>>,
    documents: HashMap<&'a str, Resolved<Id<Document>>>,
    /// Meetings that are to be published and are not whole.
    broken: HashSet<&'a str>,
}

fn found<T>(id: Option<T>, is_hidden: bool) -> Resolved<T> {
    match id {
        _ if is_hidden => Resolved::Hidden,
        Some(id) => Resolved::There(id),
        None => Resolved::Broken,
    }
}

impl<'a> Known<'a> {
    /// The names of all linked notes, and of the documents of events.
    pub(super) fn new(
        linked: &[Linked<'a>],
        events: &[LinkedEvent<'a>],
        site: &SiteFacts,
        unread: &'a Unread,
    ) -> Self {
        let mut known =
            Self { unread, meetings: HashMap::new(), documents: HashMap::new(), broken: HashSet::new() };
        for linked in linked {
            // A withdrawn meeting keeps its page and its title; nothing else of it is shown.
            let is_withdrawn = linked.meeting.is_some_and(|id| site.meetings[id].facts.is_withdrawn());
            let is_hidden = is_withdrawn || !linked.is_visible;
            let commitments = linked.commitments.iter().map(|it| (it.name, found(it.id, is_hidden)));
            known.meetings.insert(linked.note.id, commitments.collect());
            let documents = linked.documents.iter().map(|it| (it.name, found(it.id, is_hidden)));
            known.documents.extend(documents);
            if linked.meeting.is_none() && linked.is_visible {
                known.broken.insert(linked.note.id);
            }
        }
        let documents = events.iter().flat_map(|event| &event.documents);
        known.documents.extend(documents.map(|it| (it.name, found(it.id, false))));
        known
    }

    /// Whether a meeting of this name could not be read or is not whole.
    pub(super) fn is_broken(&self, name: &str) -> bool {
        self.unread.has_meeting(name) || self.broken.contains(name)
    }

    /// Whether a meeting lists a commitment that is not whole.
    pub(super) fn is_broken_commitment(&self, meeting: &str, name: &str) -> bool {
        self.meetings.get(meeting).and_then(|it| it.get(name)) == Some(&Resolved::Broken)
    }

    /// A meeting of this name that the site does not have.
    pub(super) fn lacking_meeting(&self, name: &str) -> Option<Resolved<Id<Meeting>>> {
        if self.is_broken(name) {
            return Some(Resolved::Broken);
        }
        self.meetings.contains_key(name).then_some(Resolved::Hidden)
    }

    /// The names of all meetings, in no order.
    pub(super) fn meeting_names(&self) -> impl Iterator<Item = &'a str> {
        self.meetings.keys().copied()
    }

    /// The commitment that `meeting/commitment` means; one that is not there is reported.
    pub(super) fn commitment(
        &self,
        reference: &str,
        spot: impl FnOnce() -> Spot,
        problems: &mut Problems,
    ) -> Option<Resolved<Id<Commitment>>> {
        let Some((meeting, commitment)) = reference.split_once('/') else {
            let message = say!("names-no-commitment", name = reference);
            let problem =
                Problem::new(Code::UnknownCommitment, spot(), message).help(say!("write-meeting-commitment"));
            problems.push(problem);
            return None;
        };
        if self.unread.has_meeting(meeting) {
            return Some(Resolved::Broken);
        }
        let Some(commitments) = self.meetings.get(meeting) else {
            problems.unknown(RecordKind::MEETING, meeting, spot(), self.meeting_names());
            return None;
        };
        let found = commitments.get(commitment).copied();
        if found.is_none() {
            let what = say!("commitment-of", meeting);
            let known = commitments.keys().copied();
            problems.unknown_of(RecordKind::COMMITMENT, &what, commitment, spot(), known);
        }
        found
    }

    /// The document of this name; one that is not there is reported.
    pub(super) fn document(
        &self,
        name: &str,
        spot: impl FnOnce() -> Spot,
        problems: &mut Problems,
    ) -> Option<Resolved<Id<Document>>> {
        let found = self.documents.get(name).copied();
        let is_unread = self.unread.has_meetings() || self.unread.codes.contains(&Code::UnknownEvent);
        if found.is_none() && is_unread {
            return Some(Resolved::Broken);
        }
        if found.is_none() {
            problems.unknown(RecordKind::DOCUMENT, name, spot(), self.documents.keys().copied());
        }
        found
    }
}
