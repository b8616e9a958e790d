//! The tables of commitments: the commitments, who carries them, what they say of one another, how they are judged.

use super::table::{Columns, Table};
use crate::{
    export::facts::{commitment_updated, reference},
    id::Id,
    model::{Assessment, Commitment, Kind, Party, Relation, Status},
    plan::commitment_address,
    site::Site,
};

/// What stands between the values of a cell that holds several.
const SEPARATOR: &str = "; ";

fn shown(site: &Site) -> impl Iterator<Item = (Id<Commitment>, &Commitment)> {
    site.commitments.iter().filter(|(_, it)| !site.meetings[it.meeting].is_withdrawn())
}

fn joined<'a>(values: impl Iterator<Item = &'a str>) -> Option<String> {
    let values = values.collect::<Vec<_>>().join(SEPARATOR);
    Some(values).filter(|it| !it.is_empty())
}

type Row<'a> = (Id<Commitment>, &'a Commitment);

/// A commitment a row.
pub(super) fn commitments(site: &Site) -> Table {
    Columns::new("commitments", "What the meetings set down, by meeting and then in the order of the source")
        .id(
            "What the commitment is called in other tables: the meeting, a slash, its own id",
            |(id, _): &Row<'_>| reference(site, *id),
        )
        .reference("meeting_id", "meetings", "The meeting that made it", |(_, it)| {
            Some(site.meetings[it.meeting].id.as_str())
        })
        .required("own_id", "Its id in the meeting", |(_, it)| it.id.as_str())
        .word("kind", "What it is", Kind::NAMES, |(_, it)| Some(it.kind.name()))
        .reference("track_id", "tracks", "The track it belongs to", |(_, it)| {
            Some(site.tracks[it.track].id.as_str())
        })
        .text("verb", "The operative verb of the source", |(_, it)| it.verb.as_ref())
        .text("text", "The text", |(_, it)| Some(&it.text))
        .date("due_by", "The last day by when", |(_, it)| it.due.as_ref().and_then(|due| due.by))
        .text("due", "By when, in the words of the source", |(_, it)| {
            it.due.as_ref().and_then(|due| due.text.as_ref())
        })
        .optional(
            "delegations",
            "Who carries it, as in the table carriers, joined by semicolons",
            |(_, it)| joined(it.delegations.iter().map(|id| site.delegations[*id].id.as_str())),
        )
        .optional("organizations", "Which bodies answer for it, likewise", |(_, it)| {
            joined(it.organizations.iter().map(|id| site.organizations[*id].id.as_str()))
        })
        .optional("forums", "Where else it is to be pursued, joined by semicolons", |(_, it)| {
            joined(it.forums.iter().map(String::as_str))
        })
        .flag("superseded", "Whether a later commitment has taken its place", |(_, it)| it.is_superseded())
        .date("updated", "The last day that the record tells of", |(id, _)| {
            Some(commitment_updated(site, *id))
        })
        .each("page", "The address of its page, from the site’s root", |(id, _), lang| {
            Some(commitment_address(site, *id, lang))
        })
        .rows(shown(site))
}

/// Who carries a commitment, a delegation or organization a row.
struct Carrier<'a> {
    commitment: Id<Commitment>,
    delegation: &'a str,
    organization: Option<&'a str>,
}

/// A delegation that carries a commitment, or an organization that answers for it, a row.
pub(super) fn carriers(site: &Site) -> Table {
    let carriers = shown(site).flat_map(|(commitment, it)| {
        let delegations = it.delegations.iter().map(move |id| Carrier {
            commitment,
            delegation: &site.delegations[*id].id,
            organization: None,
        });
        let organizations = it.organizations.iter().map(move |id| {
            let organization = &site.organizations[*id];
            let delegation = &site.delegations[organization.delegation].id;
            Carrier { commitment, delegation, organization: Some(&organization.id) }
        });
        delegations.chain(organizations)
    });
    Columns::new(
        "carriers",
        "The delegations that carry each commitment, and the organizations that answer for it",
    )
    .reference("commitment_id", "commitments", "The commitment", |it: &Carrier<'_>| {
        Some(reference(site, it.commitment))
    })
    .reference("delegation_id", "delegations", "The delegation; of an organization, its own", |it| {
        Some(it.delegation.to_owned())
    })
    .reference(
        "organization_id",
        "organizations",
        "The organization; none where the row is of the delegation",
        |it| it.organization.map(str::to_owned),
    )
    .rows(carriers)
}

/// What a commitment says of another, a row.
pub(super) fn relations(site: &Site) -> Table {
    let relations = shown(site)
        .flat_map(|(from, it)| it.lineage.iter().map(move |(relation, to)| (from, *relation, *to)));
    Columns::new("relations", "What commitments say of earlier ones; only `related` has no direction")
        .reference(
            "from_id",
            "commitments",
            "The commitment that says it",
            |(from, ..): &(_, Relation, _)| Some(reference(site, *from)),
        )
        .word("relation", "What it says", Relation::NAMES, |(_, relation, _)| Some(relation.name()))
        .reference("to_id", "commitments", "The commitment that it is said of", |(.., to)| {
            Some(reference(site, *to))
        })
        .rows(relations)
}

/// A judgement a row.
pub(super) fn assessments(site: &Site) -> Table {
    let assessments = shown(site).flat_map(|(id, it)| it.assessments.iter().map(move |it| (id, it)));
    Columns::new(
        "assessments",
        "How commitments are judged, side by side; a commitment without a row has no assessment",
    )
    .reference("commitment_id", "commitments", "The commitment", |(id, _): &(_, &Assessment)| {
        Some(reference(site, *id))
    })
    .word("status", "How it stands", Status::NAMES, |(_, it)| Some(it.status.name()))
    .date("date", "When it was judged", |(_, it)| Some(it.date))
    .word("by", "Who judged", Party::NAMES, |(_, it)| Some(it.by.name()))
    .reference("delegation_id", "delegations", "The delegation that judged", |(_, it)| match it.by {
        Party::Delegation(id) => Some(site.delegations[id].id.as_str()),
        Party::Archive | Party::ThirdParty => None,
    })
    .reference("source_id", "documents", "What the judgement rests on", |(_, it)| {
        Some(site.documents[it.source].id.as_str())
    })
    .text("note", "More about it", |(_, it)| it.note.as_ref())
    .rows(assessments)
}
