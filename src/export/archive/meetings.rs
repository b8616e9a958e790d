//! Meetings, commitments, documents and pages as the archive has them.

use schemars::JsonSchema;
use serde::Serialize;

use super::texts::{Block, Both, Day, Plain, VersionRecord, notes, optional, text, versions};
use crate::{
    export::facts::{commitment_updated, meeting_updated, reference},
    id::Id,
    model::{Assessment, Commitment, Due, Kind, Meeting, Mode, Participation, Party, Relation, Status},
    plan::{commitment_address, meeting_address, published},
    site::Site,
};

/// A meeting.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct MeetingRecord<'a> {
    /// Its id.
    id: &'a str,
    /// The id of the dialogue it belongs to.
    dialogue: &'a str,
    /// Its number in the dialogue.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u32>,
    /// The first day, by the calendar of the place.
    from: Day,
    /// The last day; of a meeting of one day, the same.
    to: Day,
    /// Its title.
    title: Plain,
    /// What it was, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Plain>,
    /// Where it was held.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Plain>,
    /// How it was held.
    #[schemars(extend("enum" = Mode::NAMES))]
    #[serde(skip_serializing_if = "Option::is_none")]
    mode: Option<&'static str>,
    /// The id of its level.
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'a str>,
    /// The id of the delegation that hosted it.
    #[serde(skip_serializing_if = "Option::is_none")]
    host: Option<&'a str>,
    /// Who took part, in the order of the source.
    delegations: Vec<ParticipationRecord<'a>>,
    /// What the text of each language is.
    versions: Both<VersionRecord<'a>>,
    /// The notes.
    notes: Both<Vec<Block<'a>>>,
    /// What was corrected after publication.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    corrections: Vec<CorrectionRecord>,
    /// The last day that the record tells of.
    updated: Day,
    /// The addresses of its pages, from the site’s root.
    addresses: Both<String>,
}

/// A delegation at a meeting.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct ParticipationRecord<'a> {
    /// The id of the delegation.
    delegation: &'a str,
    /// Who is named first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    heads: Vec<HeadRecord<'a>>,
    /// The ids of the organizations that were there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    organizations: Vec<&'a str>,
    /// The ids of the people who are named besides.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    people: Vec<&'a str>,
    /// Whether the source’s list ends in “and others”.
    others: bool,
}

/// Somebody who is named first for a delegation.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct HeadRecord<'a> {
    /// The id of the person.
    person: &'a str,
    /// The role as published.
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<Plain>,
}

/// A correction made after publication.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct CorrectionRecord {
    /// When.
    date: Day,
    /// What.
    note: Plain,
}

pub(super) fn meetings(site: &Site) -> impl Iterator<Item = MeetingRecord<'_>> {
    published(site).map(|id| meeting(site, &site.meetings[id]))
}

fn meeting<'a>(site: &'a Site, it: &'a Meeting) -> MeetingRecord<'a> {
    let corrections = it.corrections.iter();
    MeetingRecord {
        id: &it.id,
        dialogue: &site.dialogues[it.dialogue].id,
        number: it.number,
        from: it.date.start().into(),
        to: it.date.end().into(),
        title: text(&it.title),
        summary: optional(it.summary.as_ref()),
        place: optional(it.place.as_ref()),
        mode: it.mode.map(Mode::name),
        level: it.level.as_deref(),
        host: it.host.map(|id| site.delegations[id].id.as_str()),
        delegations: it.delegations.iter().map(|it| participation(site, it)).collect(),
        versions: versions(site, &it.versions, &it.states),
        notes: notes(site, &it.bodies, Some(it.date.start())),
        corrections: corrections
            .map(|it| CorrectionRecord { date: it.date.into(), note: text(&it.note) })
            .collect(),
        updated: meeting_updated(site, it).into(),
        addresses: Both::of(|lang| Some(meeting_address(it, lang))),
    }
}

fn participation<'a>(site: &'a Site, it: &'a Participation) -> ParticipationRecord<'a> {
    let heads = it.heads.iter();
    ParticipationRecord {
        delegation: &site.delegations[it.delegation].id,
        heads: heads
            .map(|it| HeadRecord { person: &site.people[it.person].id, role: optional(it.role.as_ref()) })
            .collect(),
        organizations: it.organizations.iter().map(|id| site.organizations[*id].id.as_str()).collect(),
        people: it.people.iter().map(|id| site.people[*id].id.as_str()).collect(),
        others: it.others,
    }
}

/// Something that a meeting set down.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct CommitmentRecord<'a> {
    /// Its id: the meeting’s, a slash, its own.
    id: String,
    /// The id of the meeting that made it.
    meeting: &'a str,
    /// What it is.
    #[schemars(extend("enum" = Kind::NAMES))]
    kind: &'static str,
    /// The id of the track it belongs to.
    track: &'a str,
    /// The ids of the delegations that carry it.
    delegations: Vec<&'a str>,
    /// The ids of the organizations that answer for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    organizations: Vec<&'a str>,
    /// The operative verb of the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    verb: Option<Plain>,
    /// The text.
    text: Plain,
    /// By when it is to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<DueRecord>,
    /// Where else it is to be pursued, as named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    forums: Vec<&'a str>,
    /// What it says of other commitments.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    relations: Vec<RelationRecord>,
    /// Whether a later commitment has taken its place.
    superseded: bool,
    /// How it is judged, side by side; nothing where no evidence was found.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    assessments: Vec<AssessmentRecord<'a>>,
    /// The last day that the record tells of.
    updated: Day,
    /// The addresses of its pages, from the site’s root.
    addresses: Both<String>,
}

/// By when something is to be done.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct DueRecord {
    /// The words of the source, where they are not just the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Plain>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<Day>,
}

/// What a commitment says of another.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct RelationRecord {
    /// What it says; `related` alone has no direction.
    #[schemars(extend("enum" = Relation::NAMES))]
    relation: &'static str,
    /// The id of the other.
    to: String,
}

/// A judgement of how a commitment stands.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct AssessmentRecord<'a> {
    /// How it stands.
    #[schemars(extend("enum" = Status::NAMES))]
    status: &'static str,
    /// When it was judged.
    date: Day,
    /// Who judged: the id of a delegation, `archive` or `third-party`.
    by: &'a str,
    /// The id of the document that it rests on.
    source: &'a str,
    /// More about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Plain>,
}

pub(super) fn commitments(site: &Site) -> impl Iterator<Item = CommitmentRecord<'_>> {
    let shown = site.commitments.iter().filter(|(_, it)| !site.meetings[it.meeting].is_withdrawn());
    shown.map(|(id, it)| commitment(site, id, it))
}

fn commitment<'a>(site: &'a Site, id: Id<Commitment>, it: &'a Commitment) -> CommitmentRecord<'a> {
    let relations = it.lineage.iter();
    CommitmentRecord {
        id: reference(site, id),
        meeting: &site.meetings[it.meeting].id,
        kind: it.kind.name(),
        track: &site.tracks[it.track].id,
        delegations: it.delegations.iter().map(|id| site.delegations[*id].id.as_str()).collect(),
        organizations: it.organizations.iter().map(|id| site.organizations[*id].id.as_str()).collect(),
        verb: optional(it.verb.as_ref()),
        text: text(&it.text),
        due: it.due.as_ref().map(due),
        forums: it.forums.iter().map(String::as_str).collect(),
        relations: relations
            .map(|(relation, to)| RelationRecord { relation: relation.name(), to: reference(site, *to) })
            .collect(),
        superseded: it.is_superseded(),
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
        status: it.status.name(),
        date: it.date.into(),
        by: match it.by {
            Party::Delegation(id) => &site.delegations[id].id,
            by @ (Party::Archive | Party::ThirdParty) => by.name(),
        },
        source: &site.documents[it.source].id,
        note: optional(it.note.as_ref()),
    }
}

/// A document of a meeting.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct DocumentRecord<'a> {
    /// Its id.
    id: &'a str,
    /// The id of the meeting that lists it.
    meeting: &'a str,
    /// Its title.
    title: Plain,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Plain>,
    /// The language it is in, as a language tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Day>,
    /// Its address elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    /// Its copy in this site, as a link from the site’s root: percent-encoded.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    /// When it was last looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    retrieved: Option<Day>,
    /// The address of a copy that an archive of the web keeps.
    #[serde(skip_serializing_if = "Option::is_none")]
    archived: Option<&'a str>,
}

pub(super) fn documents(site: &Site) -> impl Iterator<Item = DocumentRecord<'_>> {
    let documents = site.documents.iter().map(|(_, it)| it);
    documents.filter(|it| !site.meetings[it.meeting].is_withdrawn()).map(|it| DocumentRecord {
        id: &it.id,
        meeting: &site.meetings[it.meeting].id,
        title: text(&it.title),
        publisher: optional(it.publisher.as_ref()),
        language: it.language.as_deref(),
        date: it.date.map(Day::from),
        url: it.url.as_deref(),
        file: it.file.as_deref(),
        retrieved: it.retrieved.map(Day::from),
        archived: it.archived.as_deref(),
    })
}

/// A page that is no record: about, method and the like.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct PageRecord<'a> {
    /// Its id.
    id: &'a str,
    /// Its title.
    title: Plain,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Plain>,
    /// What the text of each language is.
    versions: Both<VersionRecord<'a>>,
    /// The text.
    notes: Both<Vec<Block<'a>>>,
}

pub(super) fn pages(site: &Site) -> impl Iterator<Item = PageRecord<'_>> {
    site.published_pages().map(|it| PageRecord {
        id: &it.id,
        title: text(&it.title),
        summary: optional(it.summary.as_ref()),
        versions: versions(site, &it.versions, &it.states),
        notes: notes(site, &it.bodies, None),
    })
}

/// The ids of the meetings that were withdrawn: nothing else is told of them.
pub(super) fn withdrawn(site: &Site) -> impl Iterator<Item = &str> {
    site.meetings.iter().filter(|(_, it)| it.is_withdrawn()).map(|(_, it)| it.id.as_str())
}
