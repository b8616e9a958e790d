//! site.yaml and the records of the registries.
//!
//! The comments on the keys are what an editor shows to those who write them; `taiwa schema` takes them over.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    List, Registry,
    forms::{
        Address, BaseAddress, ById, ContactAddress, DayOrMonth, EnglishRegion, Identifier, JapaneseRegion,
        Language, Parties, WebAddress,
    },
    texts::{RegistryTexts, join, join_all},
};
use crate::{
    lang::{self, Lang},
    model::DelegationKind,
};

/// A text of a registry: one for both languages, or one for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextInput {
    /// The same in both.
    Same(String),
    /// Each its own.
    Each(EachInput),
}

impl RegistryTexts for TextInput {
    fn join_lines(&mut self) {
        match self {
            Self::Same(text) => {
                let [en, ja] = Lang::ALL.map(|lang| lang::one_line(text, lang).into_owned());
                *self = if en == ja {
                    Self::Same(en)
                } else {
                    // A line break in it reads otherwise in each language.
                    Self::Each(EachInput { en: Some(en), ja: Some(ja) })
                };
            }
            Self::Each(each) => {
                join(&mut each.en, Lang::En);
                join(&mut each.ja, Lang::Ja);
            }
        }
    }
}

/// A text in each language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EachInput {
    /// In English.
    pub en: Option<String>,
    /// In Japanese.
    pub ja: Option<String>,
}

impl EachInput {
    /// The text in a language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::En => self.en.as_deref(),
            Lang::Ja => self.ja.as_deref(),
        }
    }
}

/// What the archive is called, and how it is shown.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SiteInput {
    /// Required: what the archive is called. Example: `{en: Archive of the Talks, ja: 対話の記録}`
    #[schemars(required)]
    pub title: Option<TextInput>,
    /// Optional: what it is, in a sentence or two.
    pub description: Option<TextInput>,
    /// Optional: who publishes it.
    pub publisher: Option<TextInput>,
    /// Optional: the address where the site will stand. Example: `https://archive.example/dialogue/`
    #[schemars(with = "Option<BaseAddress>")]
    pub base_url: Option<String>,
    /// Optional: both languages, in the order in which they are shown. Examples: `[en, ja]`, `[ja, en]`
    #[schemars(with = "Option<Vec<Language>>")]
    pub languages: List<String>,
    /// Optional: as which region writes a language; its dates follow it. Without it, `en-US`. Example: `{en: en-GB}`
    pub locales: Option<LocalesInput>,
    /// Optional: the time zone whose day ends an embargo, by its name in the IANA database. Without it, UTC. Example:
    /// `Asia/Tokyo`
    pub time_zone: Option<String>,
    /// Optional: the theme, a folder in `themes/`. Without it, `default`.
    pub theme: Option<String>,
    /// Optional: the font in which the image for shared links is set, a file in `static/` of the content or the theme.
    /// Without it, there is no image. Example: `fonts/share.otf`
    pub share_font: Option<String>,
    /// Optional: the license of the archive's own texts.
    pub license: Option<LicenseInput>,
    /// Optional: where readers report a mistake. Examples: `https://archive.example/report/`,
    /// `mailto:editors@archive.example`
    #[schemars(with = "Option<ContactAddress>")]
    pub contact: Option<String>,
    /// Optional: what the levels of meetings are called. Example: `director-general: {en: Director General, ja: 局長級}`
    #[schemars(with = "Option<ById<TextInput>>")]
    pub levels: Option<Registry<TextInput>>,
}

impl RegistryTexts for SiteInput {
    fn join_lines(&mut self) {
        self.title.join_lines();
        self.description.join_lines();
        self.publisher.join_lines();
        self.levels.join_lines();
        if let Some(license) = &mut self.license {
            license.name.join_lines();
        }
    }
}

/// As which region writes each language.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LocalesInput {
    /// Optional: of English, `en-US` (April 30, 2024) or `en-GB` (30 April 2024). Example: `en-GB`
    #[schemars(with = "Option<EnglishRegion>")]
    pub en: Option<String>,
    /// Optional: of Japanese, `ja-JP`, which needs not be written.
    #[schemars(with = "Option<JapaneseRegion>")]
    pub ja: Option<String>,
}

impl LocalesInput {
    /// The tag of a language, as written.
    #[must_use]
    pub fn get(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::En => self.en.as_deref(),
            Lang::Ja => self.ja.as_deref(),
        }
    }
}

/// The license of the archive's own texts.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LicenseInput {
    /// What it is called. Example: `CC BY 4.0`
    pub name: Option<TextInput>,
    /// Optional: where it can be read. Example: `https://creativecommons.org/licenses/by/4.0/`
    #[schemars(with = "Option<WebAddress>")]
    pub url: Option<String>,
}

/// A dialogue: a series of meetings between two parties.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DialogueInput {
    /// Required: its present title. Example: `{en: Water Dialogue, ja: 水に関する対話}`
    #[schemars(required)]
    pub title: Option<TextInput>,
    /// Optional: a short form. Example: `WD`
    pub abbreviation: Option<String>,
    /// Required: the ids of its two delegations, in the order in which they are shown. Example: `[north, south]`
    #[schemars(with = "Parties")]
    pub parties: List<String>,
    /// Optional: what it is, in a sentence or two.
    pub summary: Option<TextInput>,
    /// Optional: earlier titles, each with its last day.
    pub names: List<FormerTitleInput>,
    /// Optional: the id of the dialogue that it is a part of. Example: `partnership`
    #[schemars(with = "Option<Identifier>")]
    pub part_of: Option<String>,
    /// Optional: earlier addresses of its page, which lead to it. Example: `[/en/dialogues/rivers/]`
    #[schemars(with = "Option<Vec<Address>>")]
    pub aliases: List<String>,
}

impl RegistryTexts for DialogueInput {
    fn join_lines(&mut self) {
        self.title.join_lines();
        self.summary.join_lines();
        join(&mut self.abbreviation, Lang::En);
        self.names.iter_mut().flatten().flatten().for_each(|former| former.title.join_lines());
    }
}

/// An earlier title of a dialogue.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormerTitleInput {
    /// Required: the last day on which it was in use, or the month where the day is not known. Examples: `2014-12-31`,
    /// `2014-12`
    #[schemars(with = "DayOrMonth")]
    pub until: Option<String>,
    /// Required: the title.
    #[schemars(required)]
    pub title: Option<TextInput>,
}

/// A delegation: a party of a dialogue, or a group that takes part beside one.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DelegationInput {
    /// Required: its name. Example: `{en: North, ja: 北国}`
    #[schemars(required)]
    pub name: Option<TextInput>,
    /// Optional: what it is. Without it, nothing is said of it.
    pub kind: Option<DelegationKind>,
    /// Optional: its country, as a code of two letters (ISO 3166-1). Example: `JP`
    pub country: Option<String>,
    /// Optional: the id of the delegation beside which it takes part. Example: `us`
    #[schemars(with = "Option<Identifier>")]
    pub side: Option<String>,
    /// Optional: earlier addresses of its page, which lead to it. Example: `[/en/delegations/industry/]`
    #[schemars(with = "Option<Vec<Address>>")]
    pub aliases: List<String>,
}

impl RegistryTexts for DelegationInput {
    fn join_lines(&mut self) {
        self.name.join_lines();
    }
}

/// An organization: a ministry, an agency, a bureau, an association.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganizationInput {
    /// Required: the id of its delegation. Example: `jp`
    #[schemars(with = "Identifier")]
    pub delegation: Option<String>,
    /// Required: its present name. Example: `{en: Ministry of Rivers, ja: 河川省}`
    #[schemars(required)]
    pub name: Option<TextInput>,
    /// Optional: a short form. Example: `MOR`
    pub abbreviation: Option<String>,
    /// Optional: how the Japanese name is read, in kana; Japanese lists follow it. Example: `かせんしょう`
    pub reading: Option<String>,
    /// Optional: the id of the organization that it is a part of.
    #[schemars(with = "Option<Identifier>")]
    pub parent: Option<String>,
    /// Optional: the address of its own site. Example: `https://rivers.example/`
    #[schemars(with = "Option<WebAddress>")]
    pub url: Option<String>,
    /// Optional: earlier names, each with its last day.
    pub names: List<FormerNameInput>,
    /// Optional: earlier addresses of its page, which lead to it. Example: `[/en/organizations/water/]`
    #[schemars(with = "Option<Vec<Address>>")]
    pub aliases: List<String>,
}

impl RegistryTexts for OrganizationInput {
    fn join_lines(&mut self) {
        self.name.join_lines();
        join(&mut self.abbreviation, Lang::En);
        join(&mut self.reading, Lang::Ja);
        self.names.iter_mut().flatten().flatten().for_each(|former| former.name.join_lines());
    }
}

/// An earlier name of an organization.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormerNameInput {
    /// Required: the last day on which it was in use, or the month where the day is not known. Examples: `2014-12-31`,
    /// `2014-12`
    #[schemars(with = "DayOrMonth")]
    pub until: Option<String>,
    /// Required: the name.
    #[schemars(required)]
    pub name: Option<TextInput>,
}

/// A person, in the public role that a source gives.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonInput {
    /// Required: the whole name, as published. Example: `{en: Hanako Minami, ja: 南花子}`
    #[schemars(required)]
    pub name: Option<TextInput>,
    /// Optional: the family name. Example: `{en: Minami, ja: 南}`
    pub family: Option<TextInput>,
    /// Optional: the given name. Example: `{en: Hanako, ja: 花子}`
    pub given: Option<TextInput>,
    /// Optional: how the Japanese name is read, in kana; Japanese lists follow it. Example: `みなみはなこ`
    pub reading: Option<String>,
    /// Optional: what the person was, and where.
    pub roles: List<RoleInput>,
    /// Optional: earlier addresses of the person's page, which lead to it. Example: `[/en/people/h-minami/]`
    #[schemars(with = "Option<Vec<Address>>")]
    pub aliases: List<String>,
}

impl RegistryTexts for PersonInput {
    fn join_lines(&mut self) {
        for name in [&mut self.name, &mut self.family, &mut self.given] {
            name.join_lines();
        }
        join(&mut self.reading, Lang::Ja);
        self.roles.iter_mut().flatten().flatten().for_each(|role| role.title.join_lines());
    }
}

/// What a person was, and where.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleInput {
    /// Optional: the organization's id. Example: `mic`
    #[schemars(with = "Option<Identifier>")]
    pub organization: Option<String>,
    /// Required: the title of the role. Example: `{en: Director General, ja: 局長}`
    #[schemars(required)]
    pub title: Option<TextInput>,
    /// Optional: the first day, or the month where the day is not known. Examples: `2013-04-01`, `2013-04`
    #[schemars(with = "Option<DayOrMonth>")]
    pub from: Option<String>,
    /// Optional: the last day, or the month where the day is not known. Examples: `2015-03-31`, `2015-03`
    #[schemars(with = "Option<DayOrMonth>")]
    pub until: Option<String>,
}

/// A policy track: a subject that goes through several meetings.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrackInput {
    /// Required: its title. Example: `{en: Floods, ja: 洪水}`
    #[schemars(required)]
    pub title: Option<TextInput>,
    /// Optional: what it is about, in a sentence or two.
    pub summary: Option<TextInput>,
    /// Optional: earlier addresses of its page, which lead to it. Example: `[/en/tracks/high-water/]`
    #[schemars(with = "Option<Vec<Address>>")]
    pub aliases: List<String>,
}

impl RegistryTexts for TrackInput {
    fn join_lines(&mut self) {
        self.title.join_lines();
        self.summary.join_lines();
    }
}

/// A term in both languages.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermInput {
    /// Required: the English form. Example: `flood plain`
    #[schemars(required)]
    pub en: Option<String>,
    /// Required: the Japanese form. Example: `氾濫原`
    #[schemars(required)]
    pub ja: Option<String>,
    /// Optional: forms that are not to be used. Example: `{ja: [はんらん原]}`
    pub avoid: Option<AvoidInput>,
    /// Optional: what else is to be said of it.
    pub note: Option<TextInput>,
}

impl TermInput {
    /// The form to use in a language.
    #[must_use]
    pub fn form(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::En => self.en.as_deref(),
            Lang::Ja => self.ja.as_deref(),
        }
    }

    /// The forms to be avoided in a language; one that was refused is left out.
    pub fn avoided(&self, lang: Lang) -> impl Iterator<Item = &str> {
        let lists = self.avoid.iter().filter_map(move |avoid| match lang {
            Lang::En => avoid.en.as_ref(),
            Lang::Ja => avoid.ja.as_ref(),
        });
        lists.flatten().flatten().map(String::as_str)
    }
}

impl RegistryTexts for TermInput {
    fn join_lines(&mut self) {
        join(&mut self.en, Lang::En);
        join(&mut self.ja, Lang::Ja);
        if let Some(avoid) = &mut self.avoid {
            join_all(&mut avoid.en, Lang::En);
            join_all(&mut avoid.ja, Lang::Ja);
        }
        self.note.join_lines();
    }
}

/// Forms that are not to be used.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AvoidInput {
    /// In English.
    pub en: List<String>,
    /// In Japanese.
    pub ja: List<String>,
}
