//! The records of the site, each made once and whole: of its facts, and of what others say of it.

use std::mem;

use super::{
    backlinks::{Backlinks, DelegationBacklinks, DialogueBacklinks, OrganizationBacklinks, TrackBacklinks},
    bodies::LinkedBodies,
    event_parts::EventParts,
    facts::{
        DelegationFacts, DialogueFacts, EventFacts, OrganizationFacts, PersonFacts, PlacedCommitment,
        PlacedMeeting, SiteFacts, TrackFacts,
    },
    lineage::Lineage,
    linked::Linked,
    prune::{PublishedIds, all_shown, of_shown},
};
use crate::{
    config::Config,
    id::{Id, KeptIds, Table},
    lang::PerLang,
    model::{
        Alignment, Assessment, Commitment, CommitmentFacts, Delegation, Dialogue, Document, DocumentOwner,
        Event, Head, Meeting, MeetingFacts, Organization, Page, Participation, Party, Person, Role,
        Signatory, Signer, Term, TermUse, Track, Version,
    },
    site::{Alias, AliasTarget, Site, WithdrawnNames},
    yaml::Spot,
};

/// What was found out of a meeting beside its facts.
#[derive(Default)]
pub(super) struct MeetingParts {
    commitments: Vec<Id<Commitment>>,
    /// The ids of those that have no place: the meeting was withdrawn.
    withdrawn_commitments: Vec<String>,
    documents: Vec<Id<Document>>,
    versions: PerLang<Version>,
    texts: LinkedBodies,
    is_aligned: bool,
    alignment: Option<Alignment>,
}

impl MeetingParts {
    /// Those of a meeting with what was found out of its texts.
    pub(super) fn new(
        linked: &Linked<'_>,
        versions: PerLang<Version>,
        texts: LinkedBodies,
        alignment: Option<Alignment>,
    ) -> Self {
        let unplaced = linked.commitments.iter().filter(|it| it.unplaced_facts().is_some());
        Self {
            commitments: linked.commitments.iter().filter_map(|it| it.id).collect(),
            withdrawn_commitments: unplaced.map(|it| it.name.to_owned()).collect(),
            documents: linked.documents.iter().filter_map(|it| it.id).collect(),
            versions,
            texts,
            is_aligned: linked.is_aligned,
            alignment,
        }
    }
}

/// What the records are made of, beside their facts.
pub(super) struct RecordParts {
    /// Of the meetings of the site, in their order.
    pub(super) meetings: Vec<MeetingParts>,
    /// Of all events, in their order.
    pub(super) events: Vec<EventParts>,
    pub(super) lineage: Lineage,
    pub(super) backlinks: Backlinks,
    /// The records that use each term.
    pub(super) term_uses: Vec<Vec<TermUse>>,
    pub(super) unknown_languages: Vec<(Spot, String)>,
    pub(super) withdrawn_names: WithdrawnNames,
    pub(super) published: PublishedIds,
}

/// Makes the site.
pub(super) fn site(facts: SiteFacts, parts: RecordParts) -> Site {
    let RecordParts { meetings: meeting_parts, lineage, mut backlinks, published, .. } = parts;
    let neighbours = mem::take(&mut backlinks.neighbours);
    let uses = facts.terms.into_iter().zip(parts.term_uses);
    let terms = uses.map(|(it, uses)| Term { forms: it.forms, avoid: it.avoid, note: it.note, uses });
    let dialogues = dialogues(facts.dialogues, &facts.wholes, backlinks.dialogues, &published);
    let aliases = facts.aliases.into_iter().filter_map(|it| alias(it, &published));
    Site {
        delegations: delegations(facts.delegations, &facts.sides, backlinks.delegations, &published),
        organizations: organizations(
            facts.organizations,
            &facts.parents,
            backlinks.organizations,
            &published,
        ),
        people: people(facts.people, backlinks.people, &published),
        tracks: tracks(facts.tracks, backlinks.tracks, &published),
        events: events(facts.events, parts.events, &facts.config, &published),
        terms: terms.collect(),
        meetings: meetings(facts.meetings, meeting_parts, &neighbours, &facts.config, &published),
        commitments: commitments(facts.commitments, lineage, &published),
        documents: documents(facts.documents, &published),
        pages: pages(facts.pages, &published),
        config: facts.config,
        statics: facts.statics,
        withdrawn_names: parts.withdrawn_names,
        inside_links: facts.inside_links,
        file_sums: facts.file_sums,
        untitled_levels: facts.untitled_levels,
        unknown_languages: parts.unknown_languages,
        aliases: aliases.filter(|it| has_page(it.target, &dialogues)).collect(),
        dialogues,
    }
}

/// Whether the record that an alias leads to has a page: a single dialogue has none.
fn has_page(target: AliasTarget, dialogues: &Table<Dialogue>) -> bool {
    !matches!(target, AliasTarget::Dialogue(_)) || dialogues.len() > 1
}

fn dialogues(
    facts: Table<Dialogue, DialogueFacts>,
    wholes: &[Option<Id<Dialogue>>],
    mut backlinks: Vec<DialogueBacklinks>,
    published: &PublishedIds,
) -> Table<Dialogue> {
    facts.make(&published.dialogues, |id, it| {
        let back = mem::take(&mut backlinks[id.index()]);
        Dialogue {
            id: it.id,
            title: it.title,
            abbreviation: it.abbreviation,
            parties: it.parties.map(|party| of_shown(&published.delegations, party)),
            summary: it.summary,
            names: it.names,
            part_of: wholes[id.index()].and_then(|whole| published.dialogues.get(whole)),
            parts: all_shown(&published.dialogues, back.parts),
            meetings: back.meetings,
        }
    })
}

fn delegations(
    facts: Table<Delegation, DelegationFacts>,
    sides: &[Option<Id<Delegation>>],
    mut backlinks: Vec<DelegationBacklinks>,
    published: &PublishedIds,
) -> Table<Delegation> {
    facts.make(&published.delegations, |id, it| {
        let back = mem::take(&mut backlinks[id.index()]);
        Delegation {
            id: it.id,
            name: it.name,
            kind: it.kind,
            country: it.country,
            side: sides[id.index()].and_then(|side| published.delegations.get(side)),
            meetings: back.meetings,
            commitments: back.commitments,
            organizations: all_shown(&published.organizations, back.organizations),
        }
    })
}

fn organizations(
    facts: Table<Organization, OrganizationFacts>,
    parents: &[Option<Id<Organization>>],
    mut backlinks: Vec<OrganizationBacklinks>,
    published: &PublishedIds,
) -> Table<Organization> {
    facts.make(&published.organizations, |id, it| {
        let back = mem::take(&mut backlinks[id.index()]);
        Organization {
            id: it.id,
            delegation: of_shown(&published.delegations, it.delegation),
            name: it.name,
            abbreviation: it.abbreviation,
            reading: it.reading,
            parent: parents[id.index()].and_then(|parent| published.organizations.get(parent)),
            url: it.url,
            names: it.names,
            meetings: back.meetings,
            commitments: back.commitments,
            people: all_shown(&published.people, back.people),
            children: all_shown(&published.organizations, back.children),
        }
    })
}

fn people(
    facts: Table<Person, PersonFacts>,
    mut meetings: Vec<Vec<Id<Meeting>>>,
    published: &PublishedIds,
) -> Table<Person> {
    let role = |role: Role| {
        let organization = role.organization.and_then(|id| published.organizations.get(id));
        Role { organization, ..role }
    };
    facts.make(&published.people, |id, it| Person {
        id: it.id,
        name: it.name,
        family: it.family,
        given: it.given,
        reading: it.reading,
        roles: it.roles.into_iter().map(role).collect(),
        meetings: mem::take(&mut meetings[id.index()]),
    })
}

fn tracks(
    facts: Table<Track, TrackFacts>,
    mut backlinks: Vec<TrackBacklinks>,
    published: &PublishedIds,
) -> Table<Track> {
    facts.make(&published.tracks, |id, it| {
        let back = mem::take(&mut backlinks[id.index()]);
        Track {
            id: it.id,
            title: it.title,
            summary: it.summary,
            commitments: back.commitments,
            discussed: back.discussed,
            events: all_shown(&published.events, back.events),
        }
    })
}

fn events(
    facts: Table<Event, EventFacts>,
    mut parts: Vec<EventParts>,
    config: &Config,
    published: &PublishedIds,
) -> Table<Event> {
    facts.make(&published.events, |id, it| {
        let EventParts { documents, recorded, assessed } = mem::take(&mut parts[id.index()]);
        Event {
            id: it.id,
            title: it.title,
            is_planned: it.date.first_day() > config.as_of,
            date: it.date,
            kind: it.kind,
            place: it.place,
            summary: it.summary,
            tracks: all_shown(&published.tracks, it.tracks),
            documents: all_shown(&published.documents, documents),
            recorded,
            assessed,
        }
    })
}

fn meetings(
    facts: Table<Meeting, PlacedMeeting>,
    mut parts: Vec<MeetingParts>,
    neighbours: &[[Option<Id<Meeting>>; 2]],
    config: &Config,
    published: &PublishedIds,
) -> Table<Meeting> {
    facts.make(&KeptIds::all(), |id, it| {
        meeting(it, mem::take(&mut parts[id.index()]), neighbours[id.index()], config, published)
    })
}

fn meeting(
    it: PlacedMeeting,
    parts: MeetingParts,
    [previous, next]: [Option<Id<Meeting>>; 2],
    config: &Config,
    published: &PublishedIds,
) -> Meeting {
    let PlacedMeeting { id, facts } = it;
    Meeting {
        id,
        commitments: parts.commitments,
        withdrawn_commitments: parts.withdrawn_commitments,
        documents: all_shown(&published.documents, parts.documents),
        versions: published.versions(parts.versions),
        states: parts.texts.states,
        bodies: published.bodies(parts.texts.bodies),
        is_aligned: parts.is_aligned,
        alignment: parts.alignment,
        is_draft: !facts.release.is_visible(config.as_of, false),
        is_planned: facts.date.first_day() > config.as_of,
        facts: meeting_facts(facts, published),
        previous,
        next,
    }
}

fn meeting_facts(it: MeetingFacts, published: &PublishedIds) -> MeetingFacts {
    // Of what was withdrawn its addresses alone are left: it names nothing any more.
    let is_withdrawn = it.is_withdrawn();
    let delegations = it.delegations.into_iter().filter(|_| !is_withdrawn);
    MeetingFacts {
        dialogue: of_shown(&published.dialogues, it.dialogue),
        host: it.host.filter(|_| !is_withdrawn).and_then(|host| published.delegations.get(host)),
        delegations: delegations.map(|there| participation(there, published)).collect(),
        discussed: if is_withdrawn { Vec::new() } else { all_shown(&published.tracks, it.discussed) },
        ..it
    }
}

fn participation(there: Participation, published: &PublishedIds) -> Participation {
    let head = |head: Head| Head { person: of_shown(&published.people, head.person), ..head };
    Participation {
        delegation: of_shown(&published.delegations, there.delegation),
        heads: there.heads.into_iter().map(head).collect(),
        organizations: all_shown(&published.organizations, there.organizations),
        people: all_shown(&published.people, there.people),
        others: there.others,
    }
}

fn commitments(
    facts: Table<Commitment, PlacedCommitment>,
    mut lineage: Lineage,
    published: &PublishedIds,
) -> Table<Commitment> {
    facts.make(&KeptIds::all(), |id, it| {
        let assessments = mem::take(&mut lineage.assessments[id.index()]);
        let sources = mem::take(&mut lineage.sources[id.index()]);
        Commitment {
            id: it.id,
            meeting: it.meeting,
            facts: commitment_facts(it.facts, published),
            sources: all_shown(&published.documents, sources),
            lineage: mem::take(&mut lineage.relations[id.index()]),
            backlinks: mem::take(&mut lineage.backlinks[id.index()]),
            assessments: assessments.into_iter().map(|it| assessment(it, published)).collect(),
        }
    })
}

fn commitment_facts(it: CommitmentFacts, published: &PublishedIds) -> CommitmentFacts {
    CommitmentFacts {
        track: of_shown(&published.tracks, it.track),
        tracks: all_shown(&published.tracks, it.tracks),
        delegations: all_shown(&published.delegations, it.delegations),
        organizations: all_shown(&published.organizations, it.organizations),
        ..it
    }
}

fn assessment(it: Assessment, published: &PublishedIds) -> Assessment {
    let by = match it.by {
        Party::Delegation(id) => Party::Delegation(of_shown(&published.delegations, id)),
        by => by,
    };
    Assessment { by, source: of_shown(&published.documents, it.source), ..it }
}

fn documents(facts: Table<Document>, published: &PublishedIds) -> Table<Document> {
    let signatory = |it: Signatory| Signatory {
        who: match it.who {
            Signer::Person(id) => Signer::Person(of_shown(&published.people, id)),
            Signer::Named(name) => Signer::Named(name),
        },
        delegation: of_shown(&published.delegations, it.delegation),
        ..it
    };
    let owner = |owner| match owner {
        DocumentOwner::Event(id) => DocumentOwner::Event(of_shown(&published.events, id)),
        DocumentOwner::Meeting(_) => owner,
    };
    facts.make(&published.documents, |_, it| Document {
        owner: owner(it.owner),
        signatories: it.signatories.into_iter().map(signatory).collect(),
        ..it
    })
}

fn pages(facts: Table<Page>, published: &PublishedIds) -> Table<Page> {
    facts.make(&KeptIds::all(), |_, page| Page {
        versions: published.versions(page.versions),
        bodies: published.bodies(page.bodies),
        ..page
    })
}

/// The alias as the site has it, unless its record is not published.
fn alias(alias: Alias, published: &PublishedIds) -> Option<Alias> {
    let target = match alias.target {
        AliasTarget::Dialogue(id) => AliasTarget::Dialogue(published.dialogues.get(id)?),
        AliasTarget::Track(id) => AliasTarget::Track(published.tracks.get(id)?),
        AliasTarget::Delegation(id) => AliasTarget::Delegation(published.delegations.get(id)?),
        AliasTarget::Organization(id) => AliasTarget::Organization(published.organizations.get(id)?),
        AliasTarget::Person(id) => AliasTarget::Person(published.people.get(id)?),
        AliasTarget::Event(id) => AliasTarget::Event(published.events.get(id)?),
        target @ (AliasTarget::Meeting(_)
        | AliasTarget::Commitment(_)
        | AliasTarget::WithdrawnCommitment(..)
        | AliasTarget::Page(_)) => target,
    };
    Some(Alias { target, ..alias })
}
