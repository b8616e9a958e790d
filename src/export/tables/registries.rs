//! The tables of the registries: dialogues, delegations, organizations, people with their roles, and tracks.

use super::table::{Columns, Table};
use crate::{
    model::{Delegation, DelegationKind, Dialogue, Organization, Person, Role, Track},
    site::Site,
};

/// A series of meetings a row.
pub(super) fn dialogues(site: &Site) -> Table {
    let party =
        |at: usize| move |it: &&Dialogue| it.parties.get(at).map(|id| site.delegations[*id].id.as_str());
    Columns::new("dialogues", "Series of meetings between two parties")
        .id("What the dialogue is called in other tables", |it: &&Dialogue| it.id.as_str())
        .text("title", "The present title", |it| Some(&it.title))
        .optional("abbreviation", "A short form", |it| it.abbreviation.as_deref())
        .reference("first_party_id", "delegations", "The party that is shown first", party(0))
        .reference("second_party_id", "delegations", "The party that is shown second", party(1))
        .text("summary", "What the dialogue is", |it| it.summary.as_ref())
        .rows(site.dialogues.iter().map(|(_, it)| it))
}

/// A delegation a row.
pub(super) fn delegations(site: &Site) -> Table {
    let kinds = DelegationKind::NAMES;
    Columns::new("delegations", "The sides of the dialogues, and groups that take part beside them")
        .id("What the delegation is called in other tables", |it: &&Delegation| it.id.as_str())
        .text("name", "The name", |it| Some(&it.name))
        .word("kind", "Whether it speaks for a government", kinds, |it| it.kind.map(DelegationKind::name))
        .optional("country", "The country, by ISO 3166-1", |it| it.country.as_deref())
        .reference("side_id", "delegations", "The delegation that it stands beside", |it| {
            it.side.map(|id| site.delegations[id].id.as_str())
        })
        .rows(site.delegations.iter().map(|(_, it)| it))
}

/// A ministry, agency or association a row.
pub(super) fn organizations(site: &Site) -> Table {
    Columns::new("organizations", "Ministries, agencies and associations")
        .id("What the organization is called in other tables", |it: &&Organization| it.id.as_str())
        .reference("delegation_id", "delegations", "The delegation it belongs to", |it| {
            Some(site.delegations[it.delegation].id.as_str())
        })
        .text("name", "The present name", |it| Some(&it.name))
        .optional("abbreviation", "A short form", |it| it.abbreviation.as_deref())
        .optional("reading", "How the Japanese name is read, in kana", |it| it.reading.as_deref())
        .reference("parent_id", "organizations", "The body it is a part of", |it| {
            it.parent.map(|id| site.organizations[id].id.as_str())
        })
        .optional("url", "Its own address", |it| it.url.as_deref())
        .rows(site.organizations.iter().map(|(_, it)| it))
}

/// A person a row.
pub(super) fn people(site: &Site) -> Table {
    Columns::new("people", "Who took part or is referred to")
        .id("What the person is called in other tables", |it: &&Person| it.id.as_str())
        .text("name", "The name as published", |it| Some(&it.name))
        .text("family", "The family name", |it| it.family.as_ref())
        .text("given", "The given name", |it| it.given.as_ref())
        .optional("reading", "How the Japanese name is read, in kana", |it| it.reading.as_deref())
        .rows(site.people.iter().map(|(_, it)| it))
}

/// A role of a person a row.
pub(super) fn roles(site: &Site) -> Table {
    let roles =
        site.people.iter().flat_map(|(_, person)| person.roles.iter().map(move |role| (person, role)));
    Columns::new("roles", "What people were, and where")
        .reference("person_id", "people", "The person", |(person, _): &(&Person, &Role)| {
            Some(person.id.as_str())
        })
        .reference("organization_id", "organizations", "The body", |(_, role)| {
            role.organization.map(|id| site.organizations[id].id.as_str())
        })
        .text("title", "The title", |(_, role)| Some(&role.title))
        .date("from", "The first day, where it is known", |(_, role)| role.from)
        .date("until", "The last day, where it is known", |(_, role)| role.until)
        .rows(roles)
}

/// A policy track a row.
pub(super) fn tracks(site: &Site) -> Table {
    Columns::new("tracks", "Policy tracks")
        .id("What the track is called in other tables", |it: &&Track| it.id.as_str())
        .text("title", "The title", |it| Some(&it.title))
        .text("summary", "What the track is", |it| it.summary.as_ref())
        .rows(site.tracks.iter().map(|(_, it)| it))
}
