//! Whether translations still stand for the text they were made from.

use super::problems::Problems;
use crate::{
    diagnostic::{Code, Fix},
    lang::{Lang, MessageList, PerLang, say},
    model::{Part, TranslationState, VersionStatus},
    source::{NoteDraft, Stamps},
    yaml::{Pointer, Problem, Spot},
};

/// The notes of a record in each language.
type LanguageNotes<'a> = PerLang<Option<&'a NoteDraft>>;

/// How the text of each language stands to the other's; an outdated translation is reported.
pub(super) fn states(
    notes: LanguageNotes<'_>,
    stamps: &Stamps,
    problems: &mut Problems,
) -> PerLang<TranslationState> {
    PerLang::of(|lang| {
        let [own, other] = [lang, lang.other()].map(|lang| notes[lang]);
        let Some(own) = own else { return TranslationState::Missing };
        let alone =
            || if own.is_summary() { TranslationState::Summary } else { TranslationState::NotTranslated };
        let Some(other) = other else { return alone() };
        if own.body.is_missing() && !other.body.units.is_empty() {
            return TranslationState::Missing;
        }
        if own.is_summary() {
            return TranslationState::Summary;
        }
        match own.version().and_then(|version| version.translated_from.as_ref()) {
            Some(stamp) if stamp.eq_ignore_ascii_case(&other.translatable()) => TranslationState::Current,
            Some(stamp) => {
                let earlier = stamps.parts(&own.name(), stamp);
                let changed = earlier.map(|earlier| other.fingerprint().changed_since(earlier));
                let changed = changed.unwrap_or_default();
                problems.push(outdated(own, other, &changed));
                TranslationState::Outdated(changed)
            }
            None if own.is_source_of(other) || is_authentic(own) => TranslationState::NotTranslated,
            None => TranslationState::Unstamped,
        }
    })
}

/// Whether a text is said to be no translation, by its standing alone.
fn is_authentic(note: &NoteDraft) -> bool {
    let status = note.version().and_then(|version| version.status).unwrap_or_default();
    !note.is_translation() && status == VersionStatus::Authentic
}

/// Whether the texts of a record say the same, so that they can be set against each other part by part: a summary does
/// only where the other is a translation of it.
pub(super) fn are_aligned(notes: LanguageNotes<'_>) -> bool {
    let there = || notes.into_iter().flatten();
    !there().any(NoteDraft::is_summary) || there().any(NoteDraft::is_translation)
}

/// The language that the other's text was made from, where only one of the two is a translation.
pub(super) fn source_lang(notes: LanguageNotes<'_>) -> Option<Lang> {
    let [first, second] = notes.both()?.into_array();
    let of = |own: &NoteDraft, other: &NoteDraft| own.is_source_of(other).then_some(own.lang);
    of(first, second).or_else(|| of(second, first))
}

fn outdated(own: &NoteDraft, other: &NoteDraft, changed: &[Part]) -> Problem {
    let stamp = Spot::Value(own.source, Pointer::from(["version", "translated_from"]));
    let message = say!("made-from-earlier", file = other.lang.code());
    let top = Spot::Value(other.source, Pointer::default());
    let since = if changed.is_empty() {
        say!("text-changed")
    } else {
        let names = MessageList(changed.iter().map(Part::message).collect());
        say!("changed-since", names)
    };
    Problem::new(Code::OutdatedTranslation, stamp, message)
        .related(top, since)
        .help(say!("update-and-stamp"))
        .fix(Fix::Stamp)
}
