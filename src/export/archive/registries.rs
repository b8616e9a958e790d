//! The settings and the registries as the archive has them.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Serialize;

use super::texts::{Both, Day, Plain, optional, text};
use crate::{
    lang::Lang,
    model::{DelegationKind, Former, Role},
    site::Site,
};

/// What the archive is as a whole.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Settings<'a> {
    /// Its title.
    title: Plain,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<Plain>,
    /// Who publishes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Plain>,
    /// Where it stands; addresses of records begin there.
    #[serde(skip_serializing_if = "Option::is_none")]
    base_url: Option<&'a str>,
    /// Its languages, in the order in which they are shown.
    languages: [&'static str; 2],
    /// The license of its texts.
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<License<'a>>,
    /// The titles of the levels of meetings, by id.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    levels: IndexMap<&'a str, Plain>,
}

/// A license.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct License<'a> {
    /// Its name.
    name: Plain,
    /// Its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

pub(super) fn settings(site: &Site) -> Settings<'_> {
    let config = &site.config;
    Settings {
        title: text(&config.title),
        description: optional(config.description.as_ref()),
        publisher: optional(config.publisher.as_ref()),
        base_url: config.base_url.as_deref(),
        languages: config.languages.map(Lang::code),
        license: config.license.as_ref().map(|it| License { name: text(&it.name), url: it.url.as_deref() }),
        levels: config.levels.iter().map(|(id, title)| (id.as_str(), text(title))).collect(),
    }
}

/// A series of meetings between two parties.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct DialogueRecord<'a> {
    /// Its id.
    id: &'a str,
    /// Its present title.
    title: Plain,
    /// A short form.
    #[serde(skip_serializing_if = "Option::is_none")]
    abbreviation: Option<&'a str>,
    /// The ids of the two delegations, in the order in which they are shown.
    parties: [&'a str; 2],
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Plain>,
    /// Earlier titles, the earliest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    names: Vec<FormerName>,
}

/// A name that was given up.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct FormerName {
    /// The last day it was in use.
    until: Day,
    /// The name.
    name: Plain,
}

fn former(names: &[Former]) -> Vec<FormerName> {
    names.iter().map(|it| FormerName { until: it.until.into(), name: text(&it.name) }).collect()
}

pub(super) fn dialogues(site: &Site) -> impl Iterator<Item = DialogueRecord<'_>> {
    site.dialogues.iter().map(|(_, it)| DialogueRecord {
        id: &it.id,
        title: text(&it.title),
        abbreviation: it.abbreviation.as_deref(),
        parties: it.parties.map(|id| site.delegations[id].id.as_str()),
        summary: optional(it.summary.as_ref()),
        names: former(&it.names),
    })
}

/// A side of a dialogue, or a group that takes part beside one.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct DelegationRecord<'a> {
    /// Its id.
    id: &'a str,
    /// Its name.
    name: Plain,
    /// Whether it speaks for a government.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = DelegationKind::NAMES))]
    kind: Option<&'static str>,
    /// Its country, by ISO 3166-1.
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'a str>,
    /// The id of the delegation that it stands beside.
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<&'a str>,
}

pub(super) fn delegations(site: &Site) -> impl Iterator<Item = DelegationRecord<'_>> {
    site.delegations.iter().map(|(_, it)| DelegationRecord {
        id: &it.id,
        name: text(&it.name),
        kind: it.kind.map(DelegationKind::name),
        country: it.country.as_deref(),
        side: it.side.map(|id| site.delegations[id].id.as_str()),
    })
}

/// A ministry, agency or association.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct OrganizationRecord<'a> {
    /// Its id.
    id: &'a str,
    /// The id of the delegation it belongs to.
    delegation: &'a str,
    /// Its present name.
    name: Plain,
    /// A short form.
    #[serde(skip_serializing_if = "Option::is_none")]
    abbreviation: Option<&'a str>,
    /// How its Japanese name is read, in kana.
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<&'a str>,
    /// The id of the organization it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<&'a str>,
    /// Its own address.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    /// Earlier names, the earliest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    names: Vec<FormerName>,
}

pub(super) fn organizations(site: &Site) -> impl Iterator<Item = OrganizationRecord<'_>> {
    site.organizations.iter().map(|(_, it)| OrganizationRecord {
        id: &it.id,
        delegation: &site.delegations[it.delegation].id,
        name: text(&it.name),
        abbreviation: it.abbreviation.as_deref(),
        reading: it.reading.as_deref(),
        parent: it.parent.map(|id| site.organizations[id].id.as_str()),
        url: it.url.as_deref(),
        names: former(&it.names),
    })
}

/// Somebody who took part or is referred to.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct PersonRecord<'a> {
    /// The id.
    id: &'a str,
    /// The name as published.
    name: Plain,
    /// The family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    family: Option<Plain>,
    /// The given name.
    #[serde(skip_serializing_if = "Option::is_none")]
    given: Option<Plain>,
    /// How the Japanese name is read, in kana.
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<&'a str>,
    /// What they were.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    roles: Vec<RoleRecord<'a>>,
}

/// What somebody was, and where.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct RoleRecord<'a> {
    /// The id of the organization.
    #[serde(skip_serializing_if = "Option::is_none")]
    organization: Option<&'a str>,
    /// The title.
    title: Plain,
    /// The first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Day>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Day>,
}

fn role<'a>(site: &'a Site, role: &'a Role) -> RoleRecord<'a> {
    RoleRecord {
        organization: role.organization.map(|id| site.organizations[id].id.as_str()),
        title: text(&role.title),
        from: role.from.map(Day::from),
        until: role.until.map(Day::from),
    }
}

pub(super) fn people(site: &Site) -> impl Iterator<Item = PersonRecord<'_>> {
    site.people.iter().map(|(_, it)| PersonRecord {
        id: &it.id,
        name: text(&it.name),
        family: optional(it.family.as_ref()),
        given: optional(it.given.as_ref()),
        reading: it.reading.as_deref(),
        roles: it.roles.iter().map(|it| role(site, it)).collect(),
    })
}

/// A policy track.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct TrackRecord<'a> {
    /// Its id.
    id: &'a str,
    /// Its title.
    title: Plain,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Plain>,
}

pub(super) fn tracks(site: &Site) -> impl Iterator<Item = TrackRecord<'_>> {
    site.tracks.iter().map(|(_, it)| TrackRecord {
        id: &it.id,
        title: text(&it.title),
        summary: optional(it.summary.as_ref()),
    })
}

/// A term of the glossary.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct TermRecord<'a> {
    /// The preferred form in each language.
    forms: Plain,
    /// Forms to be avoided, in each language.
    #[serde(skip_serializing_if = "Option::is_none")]
    avoid: Option<Both<&'a [String]>>,
    /// More about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Plain>,
}

pub(super) fn terms(site: &Site) -> impl Iterator<Item = TermRecord<'_>> {
    site.terms.iter().map(|it| {
        let avoid = |lang: Lang| Some(it.avoid[lang.index()].as_slice()).filter(|forms| !forms.is_empty());
        let has_any = it.avoid.iter().any(|forms| !forms.is_empty());
        TermRecord {
            forms: text(&it.forms),
            avoid: has_any.then(|| Both::of(avoid)),
            note: optional(it.note.as_ref()),
        }
    })
}
