//! Whether translations still stand for the text they were made from.

use super::{notes::Note, pair::Pair, problems::Problems};
use crate::{
    diagnostic::Code,
    lang::Lang,
    model::{Part, TranslationState, VersionStatus},
    source::{
        NoteDraft, Stamps,
        input::{MeetingInput, VersionInput},
    },
    yaml::{Pointer, Problem, Spot},
};

/// How the text of each language stands to the other's; an outdated translation is told.
pub(super) fn states<T>(
    note: &Note<'_, T>,
    version: impl Fn(&T) -> Option<&VersionInput>,
    stamps: &Stamps,
    problems: &mut Problems,
) -> [TranslationState; 2] {
    let nothing_said = VersionInput::default();
    let sides = note.front.sides.each_ref();
    let versions =
        sides.map(|side| side.as_ref().and_then(|side| version(side.value)).unwrap_or(&nothing_said));
    Lang::ALL.map(|lang| {
        let [own, other] = [lang, lang.other()].map(|lang| note.bodies[lang.index()]);
        let Some(own) = own else { return TranslationState::Missing };
        let Some(other) = other else { return TranslationState::NotTranslated };
        if own.body.units.is_empty() && !other.body.units.is_empty() {
            return TranslationState::Missing;
        }
        match &versions[lang.index()].translated_from {
            Some(stamp) if stamp.eq_ignore_ascii_case(&other.fingerprint.whole) => TranslationState::Current,
            Some(stamp) => {
                let earlier = stamps.parts(&own.name(), stamp);
                let changed = earlier.map(|earlier| other.fingerprint.changed_since(earlier));
                problems.push(outdated(own, other, changed.as_deref()));
                TranslationState::Outdated(changed)
            }
            None if is_ground(versions[lang.index()], versions[lang.other().index()]) => {
                TranslationState::NotTranslated
            }
            None => TranslationState::Unstamped,
        }
    })
}

/// Whether the texts of a meeting say the same, so that they can be set against each other part by part: a summary
/// that neither was translated nor is the ground of a translation stands alone.
pub(super) fn are_aligned(front: &Pair<'_, MeetingInput>) -> bool {
    let versions = || front.sides().filter_map(|(_, side)| side.value.version.as_ref());
    let is_summary = versions().any(|version| version.status == Some(VersionStatus::Summary));
    !is_summary || versions().any(VersionInput::is_translation)
}

/// The language that the other's text of a meeting was made from, where only one of the two is a translation.
pub(super) fn ground(front: &Pair<'_, MeetingInput>) -> Option<Lang> {
    let is_made = |lang: Lang| {
        let side = front.sides[lang.index()].as_ref();
        side.and_then(|side| side.value.version.as_ref()).is_some_and(VersionInput::is_translation)
    };
    Lang::ALL.into_iter().find(|lang| !is_made(*lang) && is_made(lang.other()))
}

/// Whether a text was not made from the other, as far as is said.
fn is_ground(own: &VersionInput, other: &VersionInput) -> bool {
    if own.is_translation() {
        return false;
    }
    let status = own.status.unwrap_or_default();
    other.is_translation() || matches!(status, VersionStatus::Authentic | VersionStatus::Summary)
}

fn outdated(own: &NoteDraft, other: &NoteDraft, changed: Option<&[Part]>) -> Problem {
    let stamp = Spot::Value(own.source, Pointer::from(["version", "translated_from"]));
    let message =
        format!("this translation was made from an earlier text of the {}.md file", other.lang.code());
    let top = Spot::Value(other.source, Pointer::default());
    let since = match changed {
        Some(parts) if !parts.is_empty() => {
            let names: Vec<_> = parts.iter().map(Part::to_string).collect();
            format!("changed since: {}", names.join(", "))
        }
        _ => "its text has changed since".to_owned(),
    };
    Problem::new(Code::OutdatedTranslation, stamp, message)
        .related(top, since)
        .help("bring the translation up to date, then run `taiwa stamp` with this file")
}
