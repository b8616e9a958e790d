//! Meetings: who took part, their documents and corrections, and those that were withdrawn.

use strum::{IntoStaticStr, VariantNames};

use super::{
    declaration::record,
    notes::{Notes, VersionRecord, versions},
    values::{Both, Day, EnumWord, ForeignKey, PartialDay, Plain, optional, text},
};
use crate::{
    export::facts::meeting_updated,
    lang::Precision,
    model::{
        Capacity, Delegation, Dialogue, Document, DocumentKind, DocumentOwner, Event, Meeting, Mode,
        Organization, Participation, Person, ReadExtent, Signatory, Signer, Track,
    },
    plan::{meeting_address, published},
    site::Site,
};

record! {
    /// A meeting.
    struct MeetingRecord<'a> {
        /// Its id.
        id: &'a str,
        /// The id of the dialogue it belongs to.
        dialogue: ForeignKey<'a, Dialogue>,
        /// Its number in the dialogue.
        number?: u32,
        /// The first day, by the calendar of the place, or the month where the day is not known.
        from: PartialDay,
        /// The last day, or the month; of a meeting of one day or month, the same.
        to: PartialDay,
        /// How much is known of its dates: `month` where of one of them the day is not known.
        precision: EnumWord<Precision>,
        /// Its title.
        title: Plain,
        /// What it was, in a sentence or two.
        summary?: Plain,
        /// Where it was held.
        place?: Plain,
        /// How it was held.
        mode?: EnumWord<Mode>,
        /// The id of its level.
        level?: &'a str,
        /// The id of the delegation that hosted it.
        host?: ForeignKey<'a, Delegation>,
        /// Who took part, in the order of the source.
        delegations: Vec<ParticipationRecord<'a>> as _,
        /// The ids of the tracks that were talked about with nothing recorded.
        discussed*: ForeignKey<'a, Track>,
        /// What the text of each language is.
        versions: Both<VersionRecord<'a>> as "",
        /// The notes.
        notes: Notes<'a> as _,
        /// What was corrected after publication.
        corrections*: CorrectionRecord as _,
        /// The last day that the record tells of.
        updated: Day,
        /// The address of its page, from the site’s root.
        addresses: Both<String> as "page",
    }
}

record! {
    /// A delegation at a meeting.
    struct ParticipationRecord<'a> {
        /// The id of the delegation.
        delegation: ForeignKey<'a, Delegation>,
        /// Who is named first.
        heads*: HeadRecord<'a> as _,
        /// The ids of the organizations that were there.
        organizations*: ForeignKey<'a, Organization>,
        /// The ids of the people who are named besides.
        people*: ForeignKey<'a, Person>,
        /// Whether the source’s list ends in “and others”.
        others: bool,
    }
}

record! {
    /// Somebody who is named first for a delegation.
    struct HeadRecord<'a> {
        /// The id of the person.
        person: ForeignKey<'a, Person>,
        /// The office as published.
        role?: Plain,
        /// In what capacity, where the source says it.
        capacity?: EnumWord<Capacity>,
        /// Whether the person attended online, as the source says.
        online?: bool,
    }
}

record! {
    /// A correction made after publication.
    struct CorrectionRecord {
        /// When.
        date: Day,
        /// What.
        note: Plain,
    }
}

pub(in crate::export) fn meetings(site: &Site) -> impl Iterator<Item = MeetingRecord<'_>> {
    published(site).map(|id| meeting(site, &site.meetings[id]))
}

fn meeting<'a>(site: &'a Site, it: &'a Meeting) -> MeetingRecord<'a> {
    let corrections = it.facts.corrections.iter();
    MeetingRecord {
        id: &it.id,
        dialogue: ForeignKey::to(&site.dialogues[it.facts.dialogue].id),
        number: it.facts.number,
        from: it.facts.date.start().into(),
        to: it.facts.date.end().into(),
        precision: EnumWord::of(&it.facts.date.precision()),
        title: text(&it.facts.title),
        summary: optional(it.facts.summary.as_ref()),
        place: optional(it.facts.place.as_ref()),
        mode: it.facts.mode.as_ref().map(EnumWord::of),
        level: it.facts.level.as_deref(),
        host: it.facts.host.map(|id| ForeignKey::to(&site.delegations[id].id)),
        delegations: it.facts.delegations.iter().map(|it| participation(site, it)).collect(),
        discussed: it.facts.discussed.iter().map(|id| ForeignKey::to(&site.tracks[*id].id)).collect(),
        versions: versions(site, &it.versions, &it.states, |lang| it.has(lang)),
        notes: Notes::new(site, &it.bodies, Some(it.facts.date.first_day())),
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
        delegation: ForeignKey::to(&site.delegations[it.delegation].id),
        heads: heads
            .map(|it| HeadRecord {
                person: ForeignKey::to(&site.people[it.person].id),
                role: optional(it.office.as_ref()),
                capacity: it.capacity.as_ref().map(EnumWord::of),
                online: it.online.then_some(true),
            })
            .collect(),
        organizations: it
            .organizations
            .iter()
            .map(|id| ForeignKey::to(&site.organizations[*id].id))
            .collect(),
        people: it.people.iter().map(|id| ForeignKey::to(&site.people[*id].id)).collect(),
        others: it.others,
    }
}

record! {
    /// A delegation, an organization or a person at a meeting.
    struct PresenceRecord<'a> {
        /// The id of the meeting.
        meeting: ForeignKey<'a, Meeting>,
        /// The id of the delegation.
        delegation: ForeignKey<'a, Delegation>,
        /// What the row names: the delegation, an organization, who is named first, or who else.
        part: EnumWord<PresencePart>,
        /// The id of the organization.
        organization?: ForeignKey<'a, Organization>,
        /// The id of the person.
        person?: ForeignKey<'a, Person>,
        /// The office as published.
        role?: Plain,
        /// In what capacity, where the source says it.
        capacity?: EnumWord<Capacity>,
        /// Whether the person attended online, as the source says.
        online?: bool,
        /// Whether the source’s list of the delegation ends in “and others”.
        others: bool,
    }
}

/// The ways to be there.
#[derive(Clone, Copy, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub(in crate::export) enum PresencePart {
    Delegation,
    Organization,
    Head,
    Member,
}

/// Who was there, one by one. archive.json has them as lists of the meeting.
pub(in crate::export) fn presences(site: &Site) -> impl Iterator<Item = PresenceRecord<'_>> {
    let meetings = published(site).map(|id| &site.meetings[id]);
    meetings.flat_map(|meeting| {
        meeting.facts.delegations.iter().flat_map(|here| presences_of(site, meeting, here))
    })
}

fn presences_of<'a>(
    site: &'a Site,
    meeting: &'a Meeting,
    here: &'a Participation,
) -> impl Iterator<Item = PresenceRecord<'a>> {
    let record = |part| PresenceRecord {
        meeting: ForeignKey::to(&meeting.id),
        delegation: ForeignKey::to(&site.delegations[here.delegation].id),
        part: EnumWord::of(&part),
        organization: None,
        person: None,
        role: None,
        capacity: None,
        online: None,
        others: false,
    };
    let person = |id| Some(ForeignKey::to(&site.people[id].id));
    let own = PresenceRecord { others: here.others, ..record(PresencePart::Delegation) };
    let organizations = here.organizations.iter().map(move |id| PresenceRecord {
        organization: Some(ForeignKey::to(&site.organizations[*id].id)),
        ..record(PresencePart::Organization)
    });
    let heads = here.heads.iter().map(move |it| PresenceRecord {
        person: person(it.person),
        role: optional(it.office.as_ref()),
        capacity: it.capacity.as_ref().map(EnumWord::of),
        online: it.online.then_some(true),
        ..record(PresencePart::Head)
    });
    let members = here
        .people
        .iter()
        .map(move |id| PresenceRecord { person: person(*id), ..record(PresencePart::Member) });
    [own].into_iter().chain(organizations).chain(heads).chain(members)
}

record! {
    /// A document of a meeting or of an event.
    struct DocumentRecord<'a> {
        /// Its id.
        id: &'a str,
        /// The id of the meeting that lists it; none where an event does.
        meeting?: ForeignKey<'a, Meeting>,
        /// The id of the event that lists it; none where a meeting does.
        event?: ForeignKey<'a, Event>,
        /// What it is.
        kind?: EnumWord<DocumentKind>,
        /// Its title.
        title: Plain,
        /// Who published it.
        publisher?: Plain,
        /// The language it is in, as a language tag.
        language?: &'a str,
        /// When it was published: the day, or the month where the day is not known.
        date?: PartialDay,
        /// How much is known of that date.
        precision?: EnumWord<Precision>,
        /// Its address elsewhere.
        url?: &'a str,
        /// Its copy in this site, as a link from the site’s root: percent-encoded.
        file?: &'a str,
        /// When it was last looked at.
        retrieved?: Day,
        /// The address of a copy that an archive of the web keeps.
        archived?: &'a str,
        /// How much of it the editors of the archive have read.
        read?: EnumWord<ReadExtent>,
        /// Who signed it.
        signatories*: SignatoryRecord<'a> as _,
        /// The SHA-256 of its copy in this site, in hexadecimal digits, where the record names it.
        sha256?: &'a str,
    }
}

record! {
    /// Somebody who signed a document.
    struct SignatoryRecord<'a> {
        /// The id of the person; none of somebody of whom there is no record.
        person?: ForeignKey<'a, Person>,
        /// The name of somebody of whom there is no record.
        name?: Plain,
        /// The id of the delegation for which it was signed.
        delegation: ForeignKey<'a, Delegation>,
        /// The office as published.
        role?: Plain,
    }
}

fn signatory<'a>(site: &'a Site, it: &'a Signatory) -> SignatoryRecord<'a> {
    let (person, name) = match &it.who {
        Signer::Person(id) => (Some(ForeignKey::to(&site.people[*id].id)), None),
        Signer::Named(name) => (None, Some(text(name))),
    };
    let delegation = ForeignKey::to(&site.delegations[it.delegation].id);
    SignatoryRecord { person, name, delegation, role: optional(it.office.as_ref()) }
}

pub(in crate::export) fn documents(site: &Site) -> impl Iterator<Item = DocumentRecord<'_>> {
    let documents = site.documents.iter().map(|(_, it)| it);
    documents.filter_map(|it| match it.owner {
        DocumentOwner::Meeting(id) if site.meetings[id].is_withdrawn() => None,
        DocumentOwner::Meeting(id) => {
            let meeting = Some(ForeignKey::to(&site.meetings[id].id));
            Some(DocumentRecord { meeting, ..document(site, it) })
        }
        DocumentOwner::Event(id) => {
            let event = Some(ForeignKey::to(&site.events[id].id));
            Some(DocumentRecord { event, ..document(site, it) })
        }
    })
}

/// A document without what lists it.
fn document<'a>(site: &'a Site, it: &'a Document) -> DocumentRecord<'a> {
    DocumentRecord {
        id: &it.id,
        meeting: None,
        event: None,
        kind: it.kind.as_ref().map(EnumWord::of),
        title: text(&it.title),
        publisher: optional(it.publisher.as_ref()),
        language: it.language.as_deref(),
        date: it.date.map(PartialDay::from),
        precision: it.date.map(|date| EnumWord::of(&date.precision())),
        url: it.url.as_deref(),
        file: it.file.as_deref(),
        retrieved: it.retrieved.map(Day::from),
        archived: it.archived.as_deref(),
        read: it.read.as_ref().map(EnumWord::of),
        signatories: it.signatories.iter().map(|it| signatory(site, it)).collect(),
        sha256: it.sha256.as_deref(),
    }
}

record! {
    /// A meeting that was withdrawn: nothing is told of it but which it was.
    struct WithdrawnRecord<'a> {
        /// The id of the meeting, by which its address still says that it was withdrawn.
        id: &'a str,
    }
}

/// The meetings that were withdrawn. archive.json has only their ids.
pub(in crate::export) fn withdrawn(site: &Site) -> impl Iterator<Item = WithdrawnRecord<'_>> {
    let meetings = site.meetings.iter().map(|(_, it)| it);
    meetings.filter(|it| it.is_withdrawn()).map(|it| WithdrawnRecord { id: &it.id })
}
