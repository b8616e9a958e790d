//! Notes whose id is misspelt in one of the two languages: this is told once, and not what each of the two then lacks.

use std::collections::HashSet;

use super::{note::Note, pair, problems::Problems};
use crate::{
    diagnostic::{Code, SourceId},
    id::is_id,
    lang::Lang,
    source::{
        NoteKind,
        input::{MeetingInput, PageInput},
    },
    yaml::Problem,
};

/// How many letters of two whole notes' names may differ.
const MAX_DISTANCE: usize = 2;

/// What one language file says of a record.
pub(super) trait Half {
    /// Its kind.
    const KIND: NoteKind;

    /// Whether it may stand without a file in the other language.
    fn is_whole(&self) -> bool;

    /// Whether both speak of one record, as far as both say.
    fn may_go_with(&self, other: &Self) -> bool;
}

impl Half for MeetingInput {
    const KIND: NoteKind = NoteKind::Meeting;

    fn is_whole(&self) -> bool {
        let mut commitments = self.commitments.iter().flatten().flatten();
        self.date.is_some() && self.delegations.is_some() && commitments.all(|it| it.kind.is_some())
    }

    fn may_go_with(&self, other: &Self) -> bool {
        self.date.is_none() || other.date.is_none() || self.date == other.date
    }
}

impl Half for PageInput {
    const KIND: NoteKind = NoteKind::Page;

    fn is_whole(&self) -> bool {
        true
    }

    fn may_go_with(&self, _: &Self) -> bool {
        true
    }
}

/// A note without a file in the other language.
struct Lone<'n, 'a, T> {
    note: &'n Note<'a, T>,
    lang: Lang,
    front: &'a T,
}

/// Tells each note without a twin that has nearly the name of one in the other language: the files of both. Where one says
/// too little to stand alone, both count as halves from there on, and what they lack is not told.
pub(super) fn tell<T: Half>(notes: &[Note<'_, T>], problems: &mut Problems) -> HashSet<SourceId> {
    let mut told = HashSet::new();
    let lone = notes.iter().filter_map(|note| {
        let mut sides = note.front.sides();
        let (lang, side) = sides.next()?;
        let is_lone = sides.next().is_none() && !problems.is_half(side.source);
        is_lone.then_some(Lone { note, lang, front: side.value })
    });
    // Those that say the least first: they are the ones that belong to another.
    let mut lone: Vec<_> = lone.collect();
    lone.sort_by_key(|it| (it.front.is_whole(), it.lang == Lang::En));
    for at in 0..lone.len() {
        let own = &lone[at];
        if told.contains(&source(own)) {
            continue;
        }
        let others = lone.iter().filter(|it| {
            it.lang != own.lang && !told.contains(&source(it)) && own.front.may_go_with(it.front)
        });
        let others: Vec<_> = others.collect();
        let near = problems.suggestions.near(own.note.id, others.iter().map(|it| it.note.id));
        let Some(other) = near.and_then(|near| others.iter().find(|it| it.note.id == near)) else { continue };
        let is_whole = own.front.is_whole() && other.front.is_whole();
        if !is_whole || strsim::osa_distance(own.note.id, other.note.id) <= MAX_DISTANCE {
            tell_one(own, other, is_whole, problems);
            told.extend([own, other].map(source));
        }
    }
    told
}

fn source<T>(lone: &Lone<'_, '_, T>) -> SourceId {
    lone.note.front.sides[lone.lang].as_ref().map(|side| side.source).unwrap_or_default()
}

fn tell_one<T: Half>(
    own: &Lone<'_, '_, T>,
    other: &Lone<'_, '_, T>,
    is_whole: bool,
    problems: &mut Problems,
) {
    let (here, there) = (source(own), source(other));
    for (note, source) in [(own.note, here), (other.note, there)] {
        if !is_whole {
            problems.halves.insert(source);
            problems.unread.notes.insert((T::KIND, note.id.to_owned()));
        }
    }
    // A name that is no id was told.
    if is_id(own.note.id) && is_id(other.note.id) {
        let code = if is_whole { Code::MissingTranslation } else { Code::InvalidValue };
        let message = format!("there is no `{}.{}.md`", own.note.id, other.lang.code());
        let problem = Problem::new(code, pair::top(here), message)
            .related(pair::top(there), "this note too has no file in the other language")
            .help(format!("did you mean `{}.{}.md`?", other.note.id, own.lang.code()));
        problems.push(problem);
    }
}
