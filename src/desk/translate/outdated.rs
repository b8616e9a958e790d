//! What of a translation was made from an earlier text.

use super::text_unit::UnitState;
use crate::{
    model::Part,
    source::{NoteDraft, Stamps},
};

/// What is outdated in a translation.
pub(super) enum Changed {
    Nothing,
    Everything,
    Parts(Vec<Part>),
}

impl Changed {
    /// How a text of a part stands, by whether it has a translation.
    pub(super) fn state(&self, part: &Part, has_target: bool) -> UnitState {
        match self {
            _ if !has_target => UnitState::New,
            Self::Everything => UnitState::Outdated,
            Self::Parts(parts) if parts.contains(part) => UnitState::Outdated,
            Self::Nothing | Self::Parts(_) => UnitState::Translated,
        }
    }
}

/// What is outdated in a translation, by its stamp.
#[must_use]
pub(super) fn changed(source: &NoteDraft, target: &NoteDraft, stamps: &Stamps) -> Changed {
    let Some(stamp) = target.version().and_then(|version| version.translated_from.as_ref()) else {
        return Changed::Nothing;
    };
    if stamp.eq_ignore_ascii_case(&source.translatable()) {
        return Changed::Nothing;
    }
    let earlier = stamps.parts(&target.name(), stamp);
    let parts = earlier.map(|earlier| source.fingerprint().changed_since(earlier)).unwrap_or_default();
    if parts.is_empty() { Changed::Everything } else { Changed::Parts(parts) }
}
