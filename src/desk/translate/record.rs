//! The records that are translated, with all their texts.

use super::{body_units::body_units, front_units::front_units, outdated::changed, text_unit::TextUnit};
use crate::{
    diagnostic::Sources,
    lang::{Lang, PerLang},
    source::{NoteDraft, NoteKind, Stamps},
};

/// A record that is translated.
pub struct TranslationRecord<'a> {
    /// The note that is translated.
    pub source: &'a NoteDraft,
    /// The translation.
    pub target: &'a NoteDraft,
    /// Its texts.
    pub units: Vec<TextUnit>,
    /// How many blocks have no counterpart.
    pub unpaired: usize,
}

impl TranslationRecord<'_> {
    /// The path of its source from the root.
    #[must_use]
    pub fn original(&self) -> String {
        original(self.source)
    }
}

/// The path of a note from the root.
#[must_use]
pub fn original(note: &NoteDraft) -> String {
    let folder = match note.kind() {
        NoteKind::Meeting => "meetings",
        NoteKind::Page => "pages",
    };
    format!("content/{folder}/{}.{}.md", note.id, note.lang.code())
}

/// The record of two notes, if the one is or may be a translation of the other.
#[must_use]
pub fn record<'a>(
    source: &'a NoteDraft,
    target: &'a NoteDraft,
    stamps: &Stamps,
    sources: &Sources,
) -> TranslationRecord<'a> {
    let changed = changed(source, target, stamps);
    let mut units = front_units(source, target, &changed);
    let unpaired = body_units(source, target, &changed, sources, &mut units);
    TranslationRecord { source, target, units, unpaired }
}

/// The language that a record is translated into, if it is.
#[must_use]
pub fn target_lang(notes: PerLang<&NoteDraft>, wanted: Option<Lang>, usual: Lang) -> Option<Lang> {
    let is_source = |lang: Lang| {
        let (own, other) = (notes[lang], notes[lang.other()]);
        own.is_source_of(other) || own.is_authentic() || own.is_summary()
    };
    // A summary says the same as the other text only where that is a translation of it.
    let fit =
        |lang: Lang| !is_source(lang) && (!notes[lang.other()].is_summary() || notes[lang].is_translation());
    if let Some(lang) = wanted {
        return Some(lang).filter(|lang| fit(*lang));
    }
    let translated = Lang::ALL.into_iter().find(|lang| notes[lang.other()].is_source_of(notes[*lang]));
    [translated, Some(usual), Some(usual.other())].into_iter().flatten().find(|lang| fit(*lang))
}
