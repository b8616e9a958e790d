//! What the text of a language is, and how it stands to the other.

use schemars::JsonSchema;
use serde::Deserialize;
use strum::{IntoStaticStr, VariantNames};

use super::{Document, Part};
use crate::{id::Id, lang::Lang};

/// What the text of one language is.
#[derive(Clone, Debug, Default)]
pub struct Version {
    /// Its standing.
    pub status: VersionStatus,
    /// The language it was made from.
    pub from: Option<Lang>,
    /// Who made it.
    pub by: Option<String>,
    /// The document it is, or was made from.
    pub source: Option<Id<Document>>,
    /// The hash of the other version's text when this one was made from it.
    pub translated_from: Option<String>,
}

impl Version {
    /// Whether it says of itself that it was made from the text of this language.
    #[must_use]
    pub fn is_made_from(&self, lang: Lang) -> bool {
        match self.from {
            _ if self.status == VersionStatus::Summary => false,
            Some(from) => from == lang,
            None => self.status.is_translation() || self.translated_from.is_some(),
        }
    }
}

/// The standing of a text.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, JsonSchema, IntoStaticStr, VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum VersionStatus {
    /// The text that counts.
    Authentic,
    /// A translation that its government stands for.
    OfficialTranslation,
    /// A translation published as provisional.
    ProvisionalTranslation,
    /// A summary in other words.
    Summary,
    /// A translation made for the archive.
    ArchiveTranslation,
    /// A translation made by a machine.
    MachineTranslation,
    /// Nothing is said.
    #[default]
    NotStated,
}

impl VersionStatus {
    /// Whether its words are those of a government.
    #[must_use]
    pub fn is_official(self) -> bool {
        matches!(self, Self::Authentic | Self::OfficialTranslation | Self::ProvisionalTranslation)
    }

    /// The words of all standings, in the order in which they are explained.
    pub const NAMES: &'static [&'static str] = <Self as VariantNames>::VARIANTS;

    /// Whether such a text was made from another.
    #[must_use]
    pub fn is_translation(self) -> bool {
        matches!(
            self,
            Self::OfficialTranslation
                | Self::ProvisionalTranslation
                | Self::ArchiveTranslation
                | Self::MachineTranslation
        )
    }

    /// The word for it in front matter.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// How the text of a language stands to the other's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum TranslationState {
    /// It was made from the other as that is now.
    Current,
    /// It was made from an earlier text of the other; what has changed since, nothing where that is not known.
    Outdated(Vec<Part>),
    /// Nothing says which text of the other it was made from.
    Unstamped,
    /// It is not there.
    Missing,
    /// It is a summary in other words, and no translation.
    Summary,
    /// It was not made from the other, as far as is said.
    #[default]
    NotTranslated,
}

impl TranslationState {
    /// The words of all states, in the order in which they are explained.
    pub const NAMES: &'static [&'static str] = <Self as VariantNames>::VARIANTS;

    /// The word for it in strings and templates.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.into()
    }
}
