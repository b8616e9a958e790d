//! Commitments: what they are, who carries them, what they say of one another, how they are judged.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

use super::{
    column::{Cells, Column, Columns},
    declaration::record,
    values::{Both, Day, EnumWord, ForeignKey, Plain, optional, text},
};
use crate::{
    export::facts::{commitment_updated, reference},
    id::Id,
    model::{
        Assessment, Commitment, Delegation, Document, Due, Kind, Meeting, Organization, Outcome, Party,
        Relation, Status, Track,
    },
    plan::commitment_address,
    site::Site,
};

record! {
    /// Something that a meeting set down.
    struct CommitmentRecord<'a> {
        /// Its id: the meeting’s, a slash, its own.
        id: String,
        /// The id of the meeting that made it.
        meeting: ForeignKey<'a, Meeting>,
        /// Its id in the meeting.
        column own_id: &'a str,
        /// What it is.
        kind: EnumWord<Kind>,
        /// The id of the track it belongs to, the main one where there are several.
        track: ForeignKey<'a, Track>,
        /// The ids of all tracks it belongs to, the main one first.
        tracks: Vec<ForeignKey<'a, Track>>,
        /// The ids of the delegations that carry it.
        delegations: Vec<ForeignKey<'a, Delegation>>,
        /// The ids of the organizations that answer for it.
        organizations*: ForeignKey<'a, Organization>,
        /// Its short name.
        title?: Plain,
        /// The operative verb of the source.
        verb?: Plain,
        /// The text.
        text: Plain,
        /// By when it is to be done.
        due?: DueRecord,
        /// Where else it is to be pursued, as named.
        forums*: Plain,
        /// The ids of the documents that it stands in.
        sources*: ForeignKey<'a, Document>,
        /// What it says of other commitments.
        relations*: RelationRecord<'a> as _,
        /// Whether a later commitment has taken its place.
        superseded: bool,
        /// What tells what became of it: `assessed` by somebody, `recorded` by a later record that goes back to it, or `unknown`;
        /// nothing of a kind that cannot be carried out.
        outcome?: EnumWord<Outcome<'a>>,
        /// How it is judged, side by side; nothing where no evidence was found.
        assessments*: AssessmentRecord<'a> as _,
        /// The last day that the record tells of.
        updated: Day,
        /// The address of its page, from the site’s root.
        addresses: Both<String> as "page",
    }
}

record! {
    /// By when something is to be done.
    struct DueRecord {
        /// By when, in the words of the source, where they are not just the day.
        text?: Plain as "",
        /// The last day by when.
        by?: Day,
    }
}

record! {
    /// What a commitment says of another.
    struct RelationRecord<'a> {
        /// What it says of the other; `related` alone has no direction.
        relation: EnumWord<Relation>,
        /// The id of the commitment that it is said of.
        to: ForeignKey<'a, Commitment>,
    }
}

record! {
    /// A judgement of how a commitment stands.
    struct AssessmentRecord<'a> {
        /// How it stands.
        status: EnumWord<Status>,
        /// When it was judged.
        date: Day,
        /// Who judged: the id of a delegation, `archive` or `third-party`.
        by: Judge<'a>,
        /// The id of the document that it rests on.
        source: ForeignKey<'a, Document>,
        /// More about it.
        note?: Plain,
    }
}

/// Who judged: in a table, the word for what they are and, of a delegation, its id.
pub(in crate::export) struct Judge<'a> {
    word: EnumWord<Party>,
    delegation: Option<ForeignKey<'a, Delegation>>,
}

impl Serialize for Judge<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.delegation {
            Some(delegation) => delegation.serialize(serializer),
            None => self.word.serialize(serializer),
        }
    }
}

impl JsonSchema for Judge<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Judge".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        str::json_schema(generator)
    }
}

impl Columns for Judge<'_> {
    fn columns(of: &Column) -> Vec<Column> {
        let delegation = Column::new("delegation", "The id of the delegation that judged");
        let by = Column::new(&of.name, "Who judged");
        [EnumWord::<Party>::columns(&by), Option::<ForeignKey<'_, Delegation>>::columns(&delegation)].concat()
    }

    fn cells<'v>(value: Option<&'v Self>, row: &mut Cells<'v>) {
        EnumWord::cells(value.map(|judge| &judge.word), row);
        Option::cells(value.map(|judge| &judge.delegation), row);
    }
}

pub(in crate::export) fn commitments(site: &Site) -> impl Iterator<Item = CommitmentRecord<'_>> {
    shown(site).map(|(id, it)| commitment(site, id, it))
}

fn shown(site: &Site) -> impl Iterator<Item = (Id<Commitment>, &Commitment)> {
    site.commitments.iter().filter(|(_, it)| !site.meetings[it.meeting].is_withdrawn())
}

fn commitment<'a>(site: &'a Site, id: Id<Commitment>, it: &'a Commitment) -> CommitmentRecord<'a> {
    let (facts, relations) = (&it.facts, it.lineage.iter());
    CommitmentRecord {
        id: reference(site, id),
        meeting: ForeignKey::to(&site.meetings[it.meeting].id),
        own_id: &it.id,
        kind: EnumWord::of(&facts.kind),
        track: ForeignKey::to(&site.tracks[facts.track].id),
        tracks: facts.tracks.iter().map(|id| ForeignKey::to(&site.tracks[*id].id)).collect(),
        delegations: facts.delegations.iter().map(|id| ForeignKey::to(&site.delegations[*id].id)).collect(),
        organizations: facts
            .organizations
            .iter()
            .map(|id| ForeignKey::to(&site.organizations[*id].id))
            .collect(),
        title: optional(facts.title.as_ref()),
        verb: optional(facts.verb.as_ref()),
        text: text(&facts.text),
        due: facts.due.as_ref().map(due),
        forums: facts.forums.iter().map(text).collect(),
        sources: site.sources(id).into_iter().map(|id| ForeignKey::to(&site.documents[id].id)).collect(),
        relations: relations
            .map(|(relation, to)| RelationRecord {
                relation: EnumWord::of(relation),
                to: ForeignKey::to(reference(site, *to)),
            })
            .collect(),
        superseded: it.is_superseded(),
        outcome: site.outcome(id).map(|outcome| EnumWord::of(&outcome)),
        assessments: it.assessments.iter().map(|it| assessment(site, it)).collect(),
        updated: commitment_updated(site, id).into(),
        addresses: Both::of(|lang| Some(commitment_address(site, id, lang))),
    }
}

fn due(due: &Due) -> DueRecord {
    DueRecord { text: optional(due.text.as_ref()), by: due.by.map(Day::from) }
}

fn assessment<'a>(site: &'a Site, it: &'a Assessment) -> AssessmentRecord<'a> {
    AssessmentRecord {
        status: EnumWord::of(&it.status),
        date: it.date.into(),
        by: judge(site, it.by),
        source: ForeignKey::to(&site.documents[it.source].id),
        note: optional(it.note.as_ref()),
    }
}

fn judge(site: &Site, by: Party) -> Judge<'_> {
    let delegation = match by {
        Party::Delegation(id) => Some(ForeignKey::to(&site.delegations[id].id)),
        Party::Archive | Party::ThirdParty => None,
    };
    Judge { word: EnumWord::of(&by), delegation }
}

record! {
    /// A delegation that carries a commitment, or an organization that answers for it.
    struct CarrierRecord<'a> {
        /// The id of the commitment.
        commitment: ForeignKey<'a, Commitment>,
        /// The id of the delegation; of an organization, its own.
        delegation: ForeignKey<'a, Delegation>,
        /// The id of the organization; none where the row is of the delegation.
        organization?: ForeignKey<'a, Organization>,
    }
}

/// Who carries each commitment. archive.json has them as lists of the commitment.
pub(in crate::export) fn carriers(site: &Site) -> impl Iterator<Item = CarrierRecord<'_>> {
    shown(site).flat_map(move |(id, it)| {
        let record = move |delegation, organization| CarrierRecord {
            commitment: ForeignKey::to(reference(site, id)),
            delegation: ForeignKey::to(&site.delegations[delegation].id),
            organization,
        };
        let delegations = it.facts.delegations.iter().map(move |id| record(*id, None));
        let organizations = it.facts.organizations.iter().map(move |id| {
            let organization = &site.organizations[*id];
            record(organization.delegation, Some(ForeignKey::to(&organization.id)))
        });
        delegations.chain(organizations)
    })
}
