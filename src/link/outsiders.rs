//! Who stands where they do not belong: carriers and hosts from outside, bodies and people on the wrong side.

use super::{
    facts::SiteFacts,
    pair::{Pair, Side},
    problems::Problems,
};
use crate::{
    diagnostic::Code,
    id::Id,
    lang::say,
    model::{CommitmentFacts, Delegation, MeetingFacts, Organization, Participation},
    source::input::{CommitmentInput, MeetingInput, ParticipationInput},
    yaml::{Pointer, Problem, Spot, Step},
};

/// Reports a host that neither takes part nor is a party, bodies at the side of another delegation than their own, and people
/// on two sides.
pub(super) fn report_meeting(
    front: &Pair<'_, MeetingInput>,
    meeting: &MeetingFacts,
    site: &SiteFacts,
    problems: &mut Problems,
) {
    if let Some(host) = meeting.host.filter(|host| !belongs(*host, meeting, site)) {
        let name = &site.delegations[host].id;
        let message = say!("foreign-host", name);
        let problem = Problem::new(Code::InvalidValue, front.at("host"), message).may_wait();
        let problem = problem.needs(front.at("delegations"));
        problems.push(problem.help(say!("name-host")));
    }
    for there in &meeting.delegations {
        report_bodies(front, there, site, problems);
    }
    report_people(front, &meeting.delegations, site, problems);
    for there in &meeting.delegations {
        report_heads(front, there, meeting, site, problems);
    }
}

/// Reports carriers from outside, which is an error: a commitment would be laid on somebody who was not there. Reports bodies
/// that belong to none of the carriers.
pub(super) fn report_commitment(
    pair: &Pair<'_, CommitmentInput>,
    commitment: &CommitmentFacts,
    meeting: &MeetingFacts,
    site: &SiteFacts,
    problems: &mut Problems,
) {
    let place = |key: &'static str, name: &str| {
        let list = |side: &Side<'_, CommitmentInput>| {
            let value = side.value;
            let list = if key == "delegations" { &value.delegations } else { &value.organizations };
            place_in(list.as_ref(), name).map(|index| side.at([key.into(), index.into()]))
        };
        pair.sides().find_map(|(_, side)| list(side)).unwrap_or_else(|| pair.at(key))
    };
    for carrier in commitment.delegations.iter().filter(|it| !belongs(**it, meeting, site)) {
        let name = &site.delegations[*carrier].id;
        let message = say!("neither-party", name);
        let there = pair.sides().map(|(_, side)| Spot::Value(side.source, Pointer::from(["delegations"])));
        let problem = Problem::new(Code::InvalidValue, place("delegations", name), message).may_wait();
        let problem = problem.needs(Spot::Either(there.collect()));
        problems.push(problem.help(say!("name-carrier", name)));
    }
    let sides: Vec<_> = commitment.delegations.iter().map(|it| side_of(*it, site)).collect();
    for body in &commitment.organizations {
        let body = &site.organizations[*body];
        if !sides.contains(&side_of(body.delegation, site)) {
            let own = &site.delegations[body.delegation].id;
            let message = say!("body-of-other-side", id = body.id, own);
            let problem = Problem::new(Code::DoubtfulFact, place("organizations", &body.id), message);
            problems.push(problem.help(say!("correct-delegations")));
        }
    }
    report_assessors(pair, meeting, site, problems);
}

/// Reports judgements of a delegation from outside, which is an error: whoever is no side judges as a third party.
fn report_assessors(
    pair: &Pair<'_, CommitmentInput>,
    meeting: &MeetingFacts,
    site: &SiteFacts,
    problems: &mut Problems,
) {
    for judged in pair.by_place("assessments", |it| it.assessments.as_ref()) {
        let by = judged.sides().find_map(|(_, side)| side.value.by.as_deref());
        let by = by.and_then(|name| site.delegations.find(name));
        if let Some(by) = by.filter(|by| !belongs(*by, meeting, site)) {
            let name = &site.delegations[by].id;
            let message = say!("neither-party", name);
            let problem = Problem::new(Code::InvalidValue, judged.at("by"), message).may_wait();
            problems.push(problem.help(say!("write-judge")));
        }
    }
}

/// Reports a delegation that stands beside itself, and takes it for one of its own.
pub(super) fn side_of_another(
    this: Id<Delegation>,
    side: Option<Id<Delegation>>,
    spot: impl FnOnce() -> Spot,
    problems: &mut Problems,
) -> Option<Id<Delegation>> {
    if side == Some(this) {
        let problem = Problem::new(Code::InvalidValue, spot(), say!("beside-itself"));
        problems.push(problem.help(say!("name-side")));
        return None;
    }
    side
}

/// Reports a body that is a part of another side's.
pub(super) fn report_parent(
    this: Id<Organization>,
    parent: Id<Organization>,
    site: &SiteFacts,
    spot: impl FnOnce() -> Spot,
    problems: &mut Problems,
) {
    let [this, parent] = [this, parent].map(|id| &site.organizations[id]);
    if side_of(this.delegation, site) != side_of(parent.delegation, site) {
        let [own, other] = [this, parent].map(|body| &site.delegations[body.delegation].id);
        let message = say!("parent-of-other-side", parent = parent.id, other, id = this.id, own);
        let problem = Problem::new(Code::InvalidValue, spot(), message);
        problems.push(problem.help(say!("correct-parent")));
    }
}

/// The side on which a delegation stands: its own, or that of the delegation beside which it takes part.
fn side_of(delegation: Id<Delegation>, site: &SiteFacts) -> Id<Delegation> {
    let mut at = delegation;
    // Two that each stand beside the other are no reason to go on for ever.
    for _ in 0..site.delegations.len() {
        let Some(next) = site.side(at) else { return at };
        at = next;
    }
    at
}

/// Whether a delegation is a party of the meeting's dialogue, takes part, or stands beside one of these.
fn belongs(delegation: Id<Delegation>, meeting: &MeetingFacts, site: &SiteFacts) -> bool {
    let parties = site.dialogues[meeting.dialogue].parties.into_iter();
    let mut known = parties.chain(meeting.delegations.iter().map(|there| there.delegation));
    known.any(|known| known == delegation || side_of(known, site) == side_of(delegation, site))
}

fn report_bodies(
    front: &Pair<'_, MeetingInput>,
    there: &Participation,
    site: &SiteFacts,
    problems: &mut Problems,
) {
    let listed = &site.delegations[there.delegation].id;
    for body in &there.organizations {
        let body = &site.organizations[*body];
        if side_of(body.delegation, site) != side_of(there.delegation, site) {
            let own = &site.delegations[body.delegation].id;
            let message = say!("belongs-elsewhere", id = body.id, own, listed);
            let spot = place(front, listed, |it| steps_to_body(it, &body.id));
            let problem = Problem::new(Code::InvalidValue, spot, message).may_wait();
            problems.push(problem.help(say!("list-under-own")));
        }
    }
}

fn report_people(
    front: &Pair<'_, MeetingInput>,
    delegations: &[Participation],
    site: &SiteFacts,
    problems: &mut Problems,
) {
    let people = |there: &Participation| {
        let heads: Vec<_> = there.heads.iter().map(|head| head.person).collect();
        heads.into_iter().chain(there.people.clone())
    };
    for (at, there) in delegations.iter().enumerate() {
        let own = side_of(there.delegation, site);
        let others = delegations[..at].iter().filter(|other| side_of(other.delegation, site) != own);
        let others: Vec<_> = others.collect();
        for person in people(there) {
            let Some(other) = others.iter().find(|other| people(other).any(|it| it == person)) else {
                continue;
            };
            let name = &site.people[person].id;
            let [here, there] = [there, other].map(|it| &site.delegations[it.delegation].id);
            let message = say!("on-two-sides", name, there, here);
            let spot = |delegation: &str| place(front, delegation, |it| steps_to_person(it, name));
            let problem = Problem::new(Code::InvalidValue, spot(here), message)
                .may_wait()
                .related(spot(there), say!("on-other-side"));
            problems.push(problem.help(say!("one-side-only")));
        }
    }
}

/// Reports heads who are known for bodies of another side of the meeting alone, and who stand among the people as well.
fn report_heads(
    front: &Pair<'_, MeetingInput>,
    there: &Participation,
    meeting: &MeetingFacts,
    site: &SiteFacts,
    problems: &mut Problems,
) {
    let (listed, own) = (&site.delegations[there.delegation].id, side_of(there.delegation, site));
    let is_other = |delegation| side_of(delegation, site) != own && belongs(delegation, meeting, site);
    for head in &there.heads {
        let person = &site.people[head.person];
        let bodies = person.roles.iter().map(|role| Some(site.organizations[role.organization?].delegation));
        let bodies: Option<Vec<_>> = bodies.collect();
        let bodies = bodies.filter(|bodies| bodies.iter().all(|delegation| is_other(*delegation)));
        if let Some(other) = bodies.as_ref().and_then(|bodies| bodies.first()) {
            let other = &site.delegations[*other].id;
            let message = say!("person-of-other-side", id = person.id, other, listed);
            let spot = place(front, listed, |it| steps_to_head(it, &person.id));
            let problem = Problem::new(Code::DoubtfulFact, spot, message);
            problems.push(problem.help(say!("name-head")));
        }
        if there.people.contains(&head.person) {
            let message = say!("head-and-member", id = person.id, listed);
            let problem = Problem::new(
                Code::DoubtfulFact,
                place(front, listed, |it| steps_to_person(it, &person.id)),
                message,
            );
            let head = place(front, listed, |it| steps_to_head(it, &person.id));
            problems.push(problem.related(head, say!("as-head")).help(say!("name-once")));
        }
    }
}

/// Where a delegation at a meeting names somebody, or something.
fn place(
    front: &Pair<'_, MeetingInput>,
    delegation: &str,
    yaml_path: impl Fn(&ParticipationInput) -> Option<Vec<Step>>,
) -> Spot {
    let found = front.sides().find_map(|(_, side)| {
        let yaml_path = yaml_path(side.value.delegations.as_ref()?.get(delegation)?.as_ref()?)?;
        Some(side.at([Step::from("delegations"), delegation.into()].into_iter().chain(yaml_path)))
    });
    found.unwrap_or_else(|| front.spot(["delegations".into(), delegation.into()]))
}

fn steps_to_body(there: &ParticipationInput, name: &str) -> Option<Vec<Step>> {
    let index = place_in(there.organizations.as_ref(), name)?;
    Some(vec!["organizations".into(), index.into()])
}

fn steps_to_person(there: &ParticipationInput, name: &str) -> Option<Vec<Step>> {
    if let Some(index) = place_in(there.people.as_ref(), name) {
        return Some(vec!["people".into(), index.into()]);
    }
    steps_to_head(there, name)
}

fn steps_to_head(there: &ParticipationInput, name: &str) -> Option<Vec<Step>> {
    let heads = there.heads.iter().flatten().enumerate();
    let mut heads = heads.filter_map(|(index, head)| Some((index, head.as_ref()?)));
    let (index, head) = heads.find(|(_, head)| head.person.as_deref() == Some(name))?;
    let person = head.is_map.then(|| "person".into());
    Some([Step::from("heads"), index.into()].into_iter().chain(person).collect())
}

fn place_in(list: Option<&Vec<Option<String>>>, name: &str) -> Option<usize> {
    list?.iter().position(|it| it.as_deref() == Some(name))
}
