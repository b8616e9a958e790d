//! Parses a note: its front matter into a record of strings, its body into HTML with references.

use std::sync::Arc;

use super::{
    body::{self, BodyDraft},
    input::{Front, MeetingInput, NoteTexts, PageInput, VersionInput},
    note_file::{NoteKind, NoteSource},
    translatable,
};
use crate::{
    diagnostic::{Code, SourceId, Sources},
    id::{self, is_id},
    lang::{Lang, say},
    model::{Fingerprint, VersionStatus},
    yaml::{self, Pointer, Problem, Spot},
};

/// A note as it is written, in one language.
#[derive(Debug)]
pub struct NoteDraft {
    /// The file.
    pub source: SourceId,
    /// Its id, from the file's name.
    pub id: String,
    /// Its language.
    pub lang: Lang,
    /// Its facts.
    pub front: Front,
    /// Its text.
    pub body: BodyDraft,
    /// All that is in the file, and where its text begins below the front matter.
    file: Arc<str>,
    body_start: usize,
}

impl NoteDraft {
    /// The SHA-256 of what of it can be translated, in hexadecimal digits.
    #[must_use]
    pub fn translatable(&self) -> String {
        translatable::whole(&self.front, self.file.get(self.body_start..).unwrap_or_default())
    }

    /// That, with what tells a change of each part.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let parts = translatable::parts(&self.front, &self.file, self.body_start, &self.body);
        Fingerprint { whole: self.translatable(), parts }
    }

    /// What it is called: its kind, its id and its language.
    #[must_use]
    pub fn name(&self) -> (NoteKind, String, Lang) {
        (self.kind(), self.id.clone(), self.lang)
    }

    /// What its text is, as far as is said.
    #[must_use]
    pub fn version(&self) -> Option<&VersionInput> {
        match &self.front {
            Front::Meeting(meeting) => meeting.version.as_ref(),
            Front::Page(page) => page.version.as_ref(),
        }
    }

    /// Whether it was made from the other language's text, as far as is said.
    #[must_use]
    pub fn is_translation(&self) -> bool {
        self.version().is_some_and(VersionInput::is_translation)
    }

    /// Whether it is a summary, which is no translation, whatever it was made from.
    #[must_use]
    pub fn is_summary(&self) -> bool {
        self.version().is_some_and(|version| version.status == Some(VersionStatus::Summary))
    }

    /// Whether it is a text that the parties themselves treat as theirs.
    #[must_use]
    pub fn is_authentic(&self) -> bool {
        self.version().is_some_and(|version| version.status == Some(VersionStatus::Authentic))
    }

    /// Whether the text of the other language was made from it, as far as is said.
    #[must_use]
    pub fn is_source_of(&self, other: &Self) -> bool {
        other.is_translation() && !self.is_translation()
    }

    /// What it is about.
    #[must_use]
    pub fn kind(&self) -> NoteKind {
        match self.front {
            Front::Meeting(_) => NoteKind::Meeting,
            Front::Page(_) => NoteKind::Page,
        }
    }
}

/// Parses one note. What is wrong is in the problems; the rest is read all the same.
#[must_use]
pub fn parse_note(note: &NoteSource, sources: &Sources) -> (Option<NoteDraft>, Vec<Problem>) {
    let mut problems = Vec::new();
    let file = sources.file(note.source);
    if !is_id(&note.id) {
        problems.push(invalid_file_name(note));
    }
    let front = match note.kind {
        NoteKind::Meeting => {
            yaml::read(note.source, file, &mut problems).map(|mut it: MeetingInput| {
                // They are large, and the list had room for more.
                it.commitments.iter_mut().for_each(Vec::shrink_to_fit);
                it.join_lines(note.lang);
                Front::Meeting(Box::new(it))
            })
        }
        NoteKind::Page => yaml::read(note.source, file, &mut problems).map(|mut it: PageInput| {
            it.join_lines(note.lang);
            Front::Page(Box::new(it))
        }),
    };
    let text = &file.text[note.body_start..];
    let (body, body_problems) = body::parse(text, note.lang);
    problems.extend(body_problems.into_iter().map(|problem| problem.at(note.source, note.body_start)));
    let draft = front.map(|front| NoteDraft {
        source: note.source,
        id: note.id.clone(),
        lang: note.lang,
        front,
        body: body.shifted(note.body_start),
        file: file.text.clone(),
        body_start: note.body_start,
    });
    (draft, problems)
}

fn invalid_file_name(note: &NoteSource) -> Problem {
    let message = say!("file-name-not-id", id = note.id);
    Problem::new(Code::InvalidId, Spot::Value(note.source, Pointer::default()), message)
        .help(id::rule(&note.id))
}
