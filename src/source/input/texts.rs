//! The plain texts of records as they are read: each on one line, without blanks at its ends, however it was written.

use super::lists::{List, Registry};
use crate::lang::{self, Lang};

/// A record of a note, whose texts are in the note's language.
pub(in crate::source) trait NoteTexts {
    /// Joins the lines of each text.
    fn join_lines(&mut self, lang: Lang);
}

/// A record of a registry, whose texts say which language they are in.
pub(in crate::source) trait RegistryTexts {
    /// Joins the lines of each text.
    fn join_lines(&mut self);
}

/// Joins the lines of a text.
pub(super) fn join(text: &mut Option<String>, lang: Lang) {
    let Some(text) = text else { return };
    let joined = lang::one_line(text, lang);
    if joined != *text {
        *text = joined.into_owned();
    }
}

/// Joins the lines of each text of a list.
pub(super) fn join_all(texts: &mut List<String>, lang: Lang) {
    texts.iter_mut().flatten().for_each(|text| join(text, lang));
}

impl<T: NoteTexts> NoteTexts for Option<T> {
    fn join_lines(&mut self, lang: Lang) {
        if let Some(it) = self {
            it.join_lines(lang);
        }
    }
}

impl<T: NoteTexts> NoteTexts for Vec<T> {
    fn join_lines(&mut self, lang: Lang) {
        for it in self {
            it.join_lines(lang);
        }
    }
}

impl<T: RegistryTexts> RegistryTexts for Option<T> {
    fn join_lines(&mut self) {
        self.iter_mut().for_each(T::join_lines);
    }
}

impl<T: RegistryTexts> RegistryTexts for Vec<T> {
    fn join_lines(&mut self) {
        self.iter_mut().for_each(T::join_lines);
    }
}

impl<T: RegistryTexts> RegistryTexts for Registry<T> {
    fn join_lines(&mut self) {
        self.values_mut().for_each(RegistryTexts::join_lines);
    }
}
