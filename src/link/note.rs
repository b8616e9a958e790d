//! A record with its language files.

use super::pair::{Files, Pair};
use crate::{
    lang::{Lang, PerLang},
    source::{
        BodyDraft, NoteDraft,
        input::{MeetingInput, PageInput, ReleaseInput, ReleaseWord},
    },
};

/// A record with its language files.
pub(super) struct Note<'a, T> {
    pub(super) id: &'a str,
    pub(super) front: Pair<'a, T>,
    pub(super) bodies: PerLang<Option<&'a NoteDraft>>,
}

impl<T> Note<'_, T> {
    /// The body in a language.
    pub(super) fn body(&self, lang: Lang) -> Option<&BodyDraft> {
        self.bodies[lang].map(|draft| &draft.body)
    }
}

/// What every record says of itself, in one of its files.
pub(super) trait NoteInput {
    /// Its title.
    fn title(&self) -> Option<&String>;

    /// How far it is published, if it says so.
    fn release(&self) -> Option<&ReleaseInput>;
}

impl NoteInput for MeetingInput {
    fn title(&self) -> Option<&String> {
        self.title.as_ref()
    }

    fn release(&self) -> Option<&ReleaseInput> {
        self.release.as_ref()
    }
}

impl NoteInput for PageInput {
    fn title(&self) -> Option<&String> {
        self.title.as_ref()
    }

    fn release(&self) -> Option<&ReleaseInput> {
        self.release.as_ref()
    }
}

/// The files of which everything is shown: of a withdrawn record none, since only its title and corrections are.
pub(super) fn shown_files<T: NoteInput>(front: &Pair<'_, T>) -> Files {
    let withdrawn = ReleaseInput::Word(ReleaseWord::Withdrawn);
    let is_withdrawn = front.sides().any(|(_, side)| side.value.release() == Some(&withdrawn));
    if is_withdrawn { Files::default() } else { front.files() }
}
