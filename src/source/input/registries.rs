//! site.yaml and the records of the registries.

use serde::Deserialize;

use super::{List, Registry};
use crate::model::DelegationKind;

/// A text of a registry: one for both languages, or one for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextInput {
    /// The same in both.
    Same(String),
    /// Each its own.
    Each(EachInput),
}

/// A text in each language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the languages")]
pub struct EachInput {
    pub en: Option<String>,
    pub ja: Option<String>,
}

/// site.yaml.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct SiteInput {
    pub title: Option<TextInput>,
    pub description: Option<TextInput>,
    pub publisher: Option<TextInput>,
    pub base_url: Option<String>,
    pub languages: List<String>,
    pub theme: Option<String>,
    pub license: Option<LicenseInput>,
    pub levels: Option<Registry<TextInput>>,
}

/// The license of the archive's texts.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct LicenseInput {
    pub name: Option<TextInput>,
    pub url: Option<String>,
}

/// A dialogue.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct DialogueInput {
    pub title: Option<TextInput>,
    pub abbreviation: Option<String>,
    pub parties: List<String>,
    pub summary: Option<TextInput>,
    pub names: List<FormerTitleInput>,
}

/// An earlier title of a dialogue.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct FormerTitleInput {
    pub until: Option<String>,
    pub title: Option<TextInput>,
}

/// A delegation.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct DelegationInput {
    pub name: Option<TextInput>,
    pub kind: Option<DelegationKind>,
    pub country: Option<String>,
    pub side: Option<String>,
}

/// An organization.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct OrganizationInput {
    pub delegation: Option<String>,
    pub name: Option<TextInput>,
    pub abbreviation: Option<String>,
    pub reading: Option<String>,
    pub parent: Option<String>,
    pub url: Option<String>,
    pub names: List<FormerNameInput>,
}

/// An earlier name of an organization.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct FormerNameInput {
    pub until: Option<String>,
    pub name: Option<TextInput>,
}

/// A person.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct PersonInput {
    pub name: Option<TextInput>,
    pub family: Option<TextInput>,
    pub given: Option<TextInput>,
    pub reading: Option<String>,
    pub roles: List<RoleInput>,
}

/// A role of a person.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct RoleInput {
    pub organization: Option<String>,
    pub title: Option<TextInput>,
    pub from: Option<String>,
    pub until: Option<String>,
}

/// A track.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct TrackInput {
    pub title: Option<TextInput>,
    pub summary: Option<TextInput>,
}

/// A term of the glossary.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the format's own")]
pub struct TermInput {
    pub en: Option<String>,
    pub ja: Option<String>,
    pub avoid: Option<AvoidInput>,
    pub note: Option<TextInput>,
}

/// Forms to be avoided.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the keys are the languages")]
pub struct AvoidInput {
    pub en: List<String>,
    pub ja: List<String>,
}
