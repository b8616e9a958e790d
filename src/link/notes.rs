//! Joins the language files of each record.

use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

use super::{
    misspelt,
    note::{Note, NoteInput, shown_files},
    pair::{self, Pair, Side},
    problems::Problems,
    yaml_path::YamlPath,
};
use crate::{
    diagnostic::{Code, Fix, SourceId},
    lang::{PerLang, say},
    source::{
        Front, NoteDraft,
        input::{MeetingInput, PageInput, ReleaseInput, ReleaseWord},
    },
    yaml::{Pointer, Problem, Spot},
};

/// All notes, by id.
pub(super) struct NotesById<'a> {
    pub(super) meetings: Vec<Note<'a, MeetingInput>>,
    pub(super) pages: Vec<Note<'a, PageInput>>,
}

/// Joins the language files of each record; a second file of the same language is reported.
pub(super) fn pair<'a>(drafts: &'a [Arc<NoteDraft>], problems: &mut Problems) -> NotesById<'a> {
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
    let notes =
        NotesById { meetings: meetings.into_values().collect(), pages: pages.into_values().collect() };
    problems.drafts = drafts_of(&notes.meetings).chain(drafts_of(&notes.pages)).collect();
    let mut reported = misspelt::report(&notes.meetings, problems);
    reported.extend(misspelt::report(&notes.pages, problems));
    notes.meetings.iter().for_each(|note| report_missing(note, &reported, problems));
    notes.pages.iter().for_each(|note| report_missing(note, &reported, problems));
    notes
}

/// The files of the records that are drafts.
fn drafts_of<'n, T: NoteInput>(notes: &'n [Note<'_, T>]) -> impl Iterator<Item = SourceId> + 'n {
    let is_draft = |note: &&Note<'_, T>| {
        let draft = ReleaseInput::Word(ReleaseWord::Draft);
        note.front.sides().any(|(_, side)| side.value.release() == Some(&draft))
    };
    notes.iter().filter(is_draft).flat_map(|note| note.front.sides().map(|(_, side)| side.source))
}

fn join<'a, T>(
    notes: &mut BTreeMap<&'a str, Note<'a, T>>,
    draft: &'a NoteDraft,
    front: &'a T,
    problems: &mut Problems,
) {
    let note = notes.entry(&draft.id).or_insert_with(|| Note {
        id: &draft.id,
        front: Pair { sides: PerLang::default() },
        bodies: PerLang::default(),
    });
    if let Some(first) = &note.front.sides[draft.lang] {
        let message = say!("second-file", id = draft.id);
        let top = |source| Spot::Value(source, Pointer::default());
        let problem = Problem::new(Code::DuplicateId, pair::top(draft.source), message)
            .related(top(first.source), say!("the-first"));
        problems.push(problem);
        return;
    }
    note.front.sides[draft.lang] =
        Some(Side { source: draft.source, yaml_path: YamlPath::Top, value: front });
    note.bodies[draft.lang] = Some(draft);
}

/// Reports a language that has no file, where that was not reported, or no text below the facts.
fn report_missing<T: NoteInput>(note: &Note<'_, T>, reported: &HashSet<SourceId>, problems: &mut Problems) {
    if let (Some(notes), Some(_)) = (note.bodies.both(), shown_files(&note.front).both()) {
        let [first, second] = notes.into_array();
        for (own, other) in [(first, second), (second, first)] {
            if own.body.is_missing() && !other.body.units.is_empty() {
                let title = note.front.sides[own.lang].as_ref().and_then(|side| side.value.title());
                if title.is_none() {
                    problems.untranslated.insert(own.source);
                }
                let text = Spot::Within(Box::new(Spot::Bytes(other.source, beginning(other))), String::new());
                let problem = pair::missing(pair::top(own.source), &say!("text-below-facts"), own.lang);
                problems.push(problem.related(text, say!("other-file-says")));
            }
        }
    }
    let mut sides = note.front.sides();
    if let (Some((lang, side)), None) = (sides.next(), sides.next())
        && !problems.halves.contains(&side.source)
        && !reported.contains(&side.source)
    {
        let other = lang.other();
        let message = say!("no-other-language", id = note.id);
        let problem = Problem::new(Code::MissingTranslation, pair::top(side.source), message)
            .help(say!("other-file-name", id = note.id, lang = other.code()))
            .fix(Fix::MakeTranslation);
        problems.push(problem);
    }
}

/// Where the text below the facts begins.
fn beginning(note: &NoteDraft) -> std::ops::Range<usize> {
    note.body.units.first().map_or(0..0, |unit| unit.span.clone())
}
