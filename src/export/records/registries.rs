//! The settings and the registries.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    declaration::record,
    values::{Both, EnumWord, ForeignKey, PartialDay, Plain, optional, text},
};
use crate::{
    lang::Lang,
    model::{Delegation, DelegationKind, Dialogue, Former, Organization, Role},
    site::Site,
};

/// What the archive is as a whole.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(in crate::export) struct Settings<'a> {
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
    license: Option<LicenseRecord<'a>>,
    /// Where readers report a mistake.
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<&'a str>,
    /// The titles of the levels of meetings, by id.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    levels: IndexMap<&'a str, Plain>,
}

/// A license.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "License")]
struct LicenseRecord<'a> {
    /// Its name.
    name: Plain,
    /// Its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

pub(in crate::export) fn settings(site: &Site) -> Settings<'_> {
    let config = &site.config;
    Settings {
        title: text(&config.title),
        description: optional(config.description.as_ref()),
        publisher: optional(config.publisher.as_ref()),
        base_url: config.base_url.as_deref(),
        languages: config.languages.map(Lang::code),
        license: config
            .license
            .as_ref()
            .map(|it| LicenseRecord { name: text(&it.name), url: it.url.as_deref() }),
        contact: config.contact.as_deref(),
        levels: config.levels.iter().map(|(id, title)| (id.as_str(), text(title))).collect(),
    }
}

record! {
    /// A series of meetings between two parties.
    struct DialogueRecord<'a> {
        /// Its id.
        id: &'a str,
        /// Its present title.
        title: Plain,
        /// A short form.
        abbreviation?: &'a str,
        /// The ids of the two delegations, in the order in which they are shown.
        parties: [ForeignKey<'a, Delegation>; 2] as "party",
        /// What it is.
        summary?: Plain,
        /// Earlier titles, the earliest first.
        names*: FormerName as _,
        /// The id of the dialogue that it is a part of.
        part_of?: ForeignKey<'a, Dialogue>,
    }
}

/// A name that was given up.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(in crate::export) struct FormerName {
    /// The last day on which it was in use, or the month where the day is not known.
    until: PartialDay,
    /// The name.
    name: Plain,
}

fn former(names: &[Former]) -> Vec<FormerName> {
    names.iter().map(|it| FormerName { until: it.until.into(), name: text(&it.name) }).collect()
}

pub(in crate::export) fn dialogues(site: &Site) -> impl Iterator<Item = DialogueRecord<'_>> {
    site.dialogues.iter().map(|(_, it)| DialogueRecord {
        id: &it.id,
        title: text(&it.title),
        abbreviation: it.abbreviation.as_deref(),
        parties: it.parties.map(|id| ForeignKey::to(&site.delegations[id].id)),
        summary: optional(it.summary.as_ref()),
        names: former(&it.names),
        part_of: it.part_of.map(|whole| ForeignKey::to(&site.dialogues[whole].id)),
    })
}

record! {
    /// A side of a dialogue, or a group that takes part beside one.
    struct DelegationRecord<'a> {
        /// Its id.
        id: &'a str,
        /// Its name.
        name: Plain,
        /// Whether it speaks for a government.
        kind?: EnumWord<DelegationKind>,
        /// Its country, by ISO 3166-1.
        country?: &'a str,
        /// The id of the delegation that it stands beside.
        side?: ForeignKey<'a, Delegation>,
    }
}

pub(in crate::export) fn delegations(site: &Site) -> impl Iterator<Item = DelegationRecord<'_>> {
    site.delegations.iter().map(|(_, it)| DelegationRecord {
        id: &it.id,
        name: text(&it.name),
        kind: it.kind.as_ref().map(EnumWord::of),
        country: it.country.as_deref(),
        side: it.side.map(|id| ForeignKey::to(&site.delegations[id].id)),
    })
}

record! {
    /// A ministry, agency or association.
    struct OrganizationRecord<'a> {
        /// Its id.
        id: &'a str,
        /// The id of the delegation it belongs to.
        delegation: ForeignKey<'a, Delegation>,
        /// Its present name.
        name: Plain,
        /// A short form.
        abbreviation?: &'a str,
        /// How its Japanese name is read, in kana.
        reading?: &'a str,
        /// The id of the organization it is a part of.
        parent?: ForeignKey<'a, Organization>,
        /// Its own address.
        url?: &'a str,
        /// Earlier names, the earliest first.
        names*: FormerName as _,
    }
}

pub(in crate::export) fn organizations(site: &Site) -> impl Iterator<Item = OrganizationRecord<'_>> {
    site.organizations.iter().map(|(_, it)| OrganizationRecord {
        id: &it.id,
        delegation: ForeignKey::to(&site.delegations[it.delegation].id),
        name: text(&it.name),
        abbreviation: it.abbreviation.as_deref(),
        reading: it.reading.as_deref(),
        parent: it.parent.map(|id| ForeignKey::to(&site.organizations[id].id)),
        url: it.url.as_deref(),
        names: former(&it.names),
    })
}

record! {
    /// Somebody who took part or is referred to.
    struct PersonRecord<'a> {
        /// The id.
        id: &'a str,
        /// The name as published.
        name: Plain,
        /// The family name.
        family?: Plain,
        /// The given name.
        given?: Plain,
        /// How the Japanese name is read, in kana.
        reading?: &'a str,
        /// What they were.
        roles*: RoleRecord<'a> as _,
    }
}

record! {
    /// What somebody was, and where.
    struct RoleRecord<'a> {
        /// The id of the organization.
        organization?: ForeignKey<'a, Organization>,
        /// The title.
        title: Plain,
        /// The first day, or the month where the day is not known.
        from?: PartialDay,
        /// The last day, or the month where the day is not known.
        until?: PartialDay,
    }
}

fn role<'a>(site: &'a Site, role: &'a Role) -> RoleRecord<'a> {
    RoleRecord {
        organization: role.organization.map(|id| ForeignKey::to(&site.organizations[id].id)),
        title: text(&role.title),
        from: role.from.map(PartialDay::from),
        until: role.until.map(PartialDay::from),
    }
}

pub(in crate::export) fn people(site: &Site) -> impl Iterator<Item = PersonRecord<'_>> {
    site.people.iter().map(|(_, it)| PersonRecord {
        id: &it.id,
        name: text(&it.name),
        family: optional(it.family.as_ref()),
        given: optional(it.given.as_ref()),
        reading: it.reading.as_deref(),
        roles: it.roles.iter().map(|it| role(site, it)).collect(),
    })
}

record! {
    /// A policy track.
    struct TrackRecord<'a> {
        /// Its id.
        id: &'a str,
        /// Its title.
        title: Plain,
        /// What it is.
        summary?: Plain,
    }
}

pub(in crate::export) fn tracks(site: &Site) -> impl Iterator<Item = TrackRecord<'_>> {
    site.tracks.iter().map(|(_, it)| TrackRecord {
        id: &it.id,
        title: text(&it.title),
        summary: optional(it.summary.as_ref()),
    })
}

/// A term of the glossary.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(in crate::export) struct TermRecord<'a> {
    /// The preferred form in each language.
    forms: Plain,
    /// Forms to be avoided, in each language.
    #[serde(skip_serializing_if = "Option::is_none")]
    avoid: Option<Both<&'a [String]>>,
    /// More about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Plain>,
}

pub(in crate::export) fn terms(site: &Site) -> impl Iterator<Item = TermRecord<'_>> {
    site.terms.iter().map(|it| {
        let avoid = |lang: Lang| Some(it.avoid[lang].as_slice()).filter(|forms| !forms.is_empty());
        let has_any = it.avoid.iter().any(|forms| !forms.is_empty());
        TermRecord {
            forms: text(&it.forms),
            avoid: has_any.then(|| Both::of(avoid)),
            note: optional(it.note.as_ref()),
        }
    })
}
