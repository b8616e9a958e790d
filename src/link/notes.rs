//! Joins the language files of each record.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    pair::{Pair, Side},
    problems::Problems,
    way::Way,
};
use crate::{
    diagnostic::Code,
    lang::Lang,
    source::{
        BodyDraft, Front, NoteDraft,
        input::{MeetingInput, PageInput},
    },
    yaml::{Pointer, Problem, Spot},
};

/// A record with its language files.
pub(super) struct Note<'a, T> {
    pub(super) id: &'a str,
    pub(super) front: Pair<'a, T>,
    pub(super) bodies: [Option<&'a NoteDraft>; 2],
}

impl<T> Note<'_, T> {
    /// The body in a language.
    pub(super) fn body(&self, lang: Lang) -> Option<&BodyDraft> {
        self.bodies[lang.index()].map(|draft| &draft.body)
    }
}

/// All notes, by id.
pub(super) struct Notes<'a> {
    pub(super) meetings: Vec<Note<'a, MeetingInput>>,
    pub(super) pages: Vec<Note<'a, PageInput>>,
}

/// Joins the language files of each record; a second file of the same language is told.
pub(super) fn pair<'a>(drafts: &'a [Arc<NoteDraft>], problems: &mut Problems) -> Notes<'a> {
    let mut meetings = BTreeMap::new();
    let mut pages = BTreeMap::new();
    for draft in drafts {
        match &draft.front {
            Front::Meeting(front) => join(&mut meetings, draft, front.as_ref(), problems),
            Front::Page(front) => join(&mut pages, draft, front.as_ref(), problems),
        }
    }
    let unread = &problems.unread.notes;
    let is_half = |draft: &&Arc<NoteDraft>| unread.contains(&(draft.kind(), draft.id.clone()));
    problems.halves = drafts.iter().filter(is_half).map(|draft| draft.source).collect();
    let notes = Notes { meetings: meetings.into_values().collect(), pages: pages.into_values().collect() };
    notes.meetings.iter().for_each(|note| tell_missing(note, problems));
    notes.pages.iter().for_each(|note| tell_missing(note, problems));
    notes
}

fn join<'a, T>(
    notes: &mut BTreeMap<&'a str, Note<'a, T>>,
    draft: &'a NoteDraft,
    front: &'a T,
    problems: &mut Problems,
) {
    let note = notes.entry(&draft.id).or_insert_with(|| Note {
        id: &draft.id,
        front: Pair { sides: [None, None] },
        bodies: [None, None],
    });
    let slot = draft.lang.index();
    if let Some(first) = &note.front.sides[slot] {
        let message = format!("a second file has the id `{}` in this language", draft.id);
        let top = |source| Spot::Value(source, Pointer::default());
        let problem =
            Problem::new(Code::DuplicateId, file_top(draft), message).related(top(first.source), "the first");
        problems.push(problem);
        return;
    }
    note.front.sides[slot] = Some(Side { source: draft.source, way: Way::Top, value: front });
    note.bodies[slot] = Some(draft);
}

fn file_top(draft: &NoteDraft) -> Spot {
    Spot::Bytes(draft.source, 0..3)
}

fn tell_missing<T>(note: &Note<'_, T>, problems: &mut Problems) {
    let mut sides = note.front.sides();
    if let (Some((lang, side)), None) = (sides.next(), sides.next())
        && !problems.halves.contains(&side.source)
    {
        let other = lang.other();
        let message = format!("`{}` has no file in the other language", note.id);
        let problem = Problem::new(Code::MissingTranslation, Spot::Bytes(side.source, 0..3), message)
            .help(format!("the other file is called {}.{}.md", note.id, other.code()));
        problems.push(problem);
    }
}
