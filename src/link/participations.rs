//! Who took part in a meeting.

use super::{
    Site,
    meetings::list,
    pair::Pair,
    problems::Problems,
    registries::{Kind, find},
    way::Way,
};
use crate::{
    diagnostic::Code,
    id::Id,
    model::{Delegation, Dialogue, Head, Participation},
    source::input::{HeadInput, MeetingInput, ParticipationInput},
    yaml::{Problem, Spot},
};

/// The delegations of a meeting, in the order in which they are written; that of the first file counts.
pub(super) fn participations(
    front: &Pair<'_, MeetingInput>,
    site: &Site,
    problems: &mut Problems,
) -> Vec<Participation> {
    let mut names: Vec<&str> = Vec::new();
    for (_, side) in front.sides() {
        for name in side.value.delegations.iter().flat_map(|map| map.keys()) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
    }
    let mut found = Vec::new();
    for name in names {
        let spot = || {
            let steps = || ["delegations".into(), name.into()];
            let spots = front.sides().map(|(_, side)| Spot::Key(side.source, side.way.pointer(steps())));
            Spot::Either(spots.collect())
        };
        let Some(delegation) = find(&site.delegations, name, Kind::DELEGATION, problems, spot) else {
            continue;
        };
        let inner = front.inner(
            |way| Way::Entry(way, "delegations", name),
            |it| it.delegations.as_ref()?.get(name)?.as_ref(),
        );
        found.push(if let Some(inner) = inner {
            participation(delegation, &inner, site, problems)
        } else {
            let (heads, organizations, people) = (Vec::new(), Vec::new(), Vec::new());
            Participation { delegation, heads, organizations, people, others: false }
        });
    }
    found
}

fn participation(
    delegation: Id<Delegation>,
    pair: &Pair<'_, ParticipationInput>,
    site: &Site,
    problems: &mut Problems,
) -> Participation {
    let organizations = list(pair, "organizations", problems, |it| it.organizations.as_ref());
    let organizations = organizations.filter_map(|(index, name)| {
        find(&site.organizations, name, Kind::ORGANIZATION, problems, || pair.item("organizations", index))
    });
    let organizations = organizations.collect();
    let people = list(pair, "people", problems, |it| it.people.as_ref());
    let people = people.filter_map(|(index, name)| {
        find(&site.people, name, Kind::PERSON, problems, || pair.item("people", index))
    });
    let people = people.collect();
    let others = pair.fact("others", problems, |it| it.others.as_ref()).copied().unwrap_or(false);
    Participation { delegation, heads: heads(pair, site, problems), organizations, people, others }
}

fn heads(pair: &Pair<'_, ParticipationInput>, site: &Site, problems: &mut Problems) -> Vec<Head> {
    let halves = problems.halves.clone();
    let mut known = Problems { halves, ..Problems::default() };
    let joined =
        pair.records("heads", |it| it.heads.as_ref(), |it: &HeadInput| it.person.as_ref(), &mut known);
    for problem in known.found {
        let message = problem.message.replace("`id`", "`person`");
        problems.push(Problem { message, ..problem });
    }
    let mut heads = Vec::new();
    for (name, head) in joined {
        let spot = || {
            let spots = head.sides().map(|(_, side)| side.at(side.value.is_map.then(|| "person".into())));
            Spot::Either(spots.collect())
        };
        if let Some(person) = find(&site.people, name, Kind::PERSON, problems, spot) {
            heads.push(Head { person, role: head.optional_text(|it| it.role.as_ref()) });
        }
    }
    heads
}

/// Tells a party of the dialogue that is not among the delegations.
pub(super) fn check_parties(
    front: &Pair<'_, MeetingInput>,
    dialogue: Option<Id<Dialogue>>,
    delegations: &[Participation],
    site: &Site,
    problems: &mut Problems,
) {
    let is_written = front.sides().any(|(_, side)| side.value.delegations.is_some());
    if !is_written {
        problems.missing(front.at("delegations"), "delegations");
        return;
    }
    for party in dialogue.iter().flat_map(|dialogue| site.dialogues[*dialogue].parties) {
        let name = &site.delegations[party].id;
        if !delegations.iter().any(|there| there.delegation == party) {
            let message = format!("the delegation `{name}`, a party of the dialogue, is missing");
            let spot = front.spot(["delegations".into(), name.as_str().into()]);
            problems.push(
                Problem::new(Code::MissingField, spot, message)
                    .help(format!("write `{name}: {{}}` if no more is known")),
            );
        }
    }
}
