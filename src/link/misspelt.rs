//! Notes whose id is misspelt in one of the two languages: this is reported once, and not what each of the two then lacks.

use std::collections::HashSet;

use super::{note::Note, pair, problems::Problems};
use crate::{
    diagnostic::{Code, SourceId},
    id::is_id,
    lang::{Lang, say},
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
struct Unpaired<'n, 'a, T> {
    note: &'n Note<'a, T>,
    lang: Lang,
    front: &'a T,
}

/// Reports each note without a twin that has nearly the name of one in the other language: the files of both. Where one says
/// too little to stand alone, both count as halves from there on, and what they lack is not reported.
pub(super) fn report<T: Half>(notes: &[Note<'_, T>], problems: &mut Problems) -> HashSet<SourceId> {
    let mut reported = HashSet::new();
    let unpaired = notes.iter().filter_map(|note| {
        let mut sides = note.front.sides();
        let (lang, side) = sides.next()?;
        let is_unpaired = sides.next().is_none() && !problems.is_half(side.source);
        is_unpaired.then_some(Unpaired { note, lang, front: side.value })
    });
    // Those that say the least first: they are the ones that belong to another.
    let mut unpaired: Vec<_> = unpaired.collect();
    unpaired.sort_by_key(|it| (it.front.is_whole(), it.lang == Lang::En));
    for at in 0..unpaired.len() {
        let own = &unpaired[at];
        if reported.contains(&source(own)) {
            continue;
        }
        let others = unpaired.iter().filter(|it| {
            it.lang != own.lang && !reported.contains(&source(it)) && own.front.may_go_with(it.front)
        });
        let others: Vec<_> = others.collect();
        let near = problems.suggestions.near(own.note.id, others.iter().map(|it| it.note.id));
        let Some(other) = near.and_then(|near| others.iter().find(|it| it.note.id == near)) else { continue };
        let is_whole = own.front.is_whole() && other.front.is_whole();
        if !is_whole || strsim::osa_distance(own.note.id, other.note.id) <= MAX_DISTANCE {
            report_one(own, other, is_whole, problems);
            reported.extend([own, other].map(source));
        }
    }
    reported
}

fn source<T>(unpaired: &Unpaired<'_, '_, T>) -> SourceId {
    unpaired.note.front.sides[unpaired.lang].as_ref().map(|side| side.source).unwrap_or_default()
}

fn report_one<T: Half>(
    own: &Unpaired<'_, '_, T>,
    other: &Unpaired<'_, '_, T>,
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
    // A name that is no id was reported.
    if is_id(own.note.id) && is_id(other.note.id) {
        let code = if is_whole { Code::MissingTranslation } else { Code::InvalidValue };
        let message = say!("no-twin", id = own.note.id, lang = other.lang.code());
        let meant = format!("{}.{}.md", other.note.id, own.lang.code());
        let problem = Problem::new(code, pair::top(here), message)
            .related(pair::top(there), say!("no-twin-either"))
            .help(say!("did-you-mean", meant))
            .rename_file(meant);
        problems.push(problem);
    }
}
