//! Who took part in a meeting.

use indexmap::IndexMap;

use super::{
    facts::SiteFacts,
    note::shown_files,
    pair::{Files, Pair, Record, Side},
    problems::{Problems, RecordKind},
    registry_file::find,
    yaml_path::YamlPath,
};
use crate::{
    diagnostic::Code,
    id::Id,
    lang::say,
    model::{Delegation, Dialogue, Head, Participation},
    source::input::{HeadInput, MeetingInput, ParticipationInput},
    yaml::{Pointer, Problem, Spot, Step},
};

/// The delegations of a meeting, in the order in which they are written; that of the first file counts.
pub(super) fn participations(
    front: &Pair<'_, MeetingInput>,
    site: &SiteFacts,
    problems: &mut Problems,
) -> Vec<Participation> {
    check_names(front, problems);
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
            let spots =
                front.sides().map(|(_, side)| Spot::Key(side.source, side.yaml_path.pointer(steps())));
            Spot::Either(spots.collect())
        };
        let Some(delegation) = find(&site.delegations, name, RecordKind::DELEGATION, problems, spot) else {
            continue;
        };
        let inner = front.inner(
            |yaml_path| YamlPath::Entry(yaml_path, "delegations", name),
            |it| it.delegations.as_ref()?.get(name)?.as_ref(),
        );
        found.push(if let Some(inner) = inner {
            participation(delegation, &inner, shown_files(front), site, problems)
        } else {
            let (heads, organizations, people) = (Vec::new(), Vec::new(), Vec::new());
            Participation { delegation, heads, organizations, people, others: false }
        });
    }
    found
}

/// Reports delegations of which each file has one that the other does not: one of the two may leave some out.
fn check_names(front: &Pair<'_, MeetingInput>, problems: &mut Problems) {
    let [Some(first), Some(second)] = front.sides.as_refs().into_array() else { return };
    let (Some(there), Some(here)) = (&first.value.delegations, &second.value.delegations) else { return };
    let stray = |names: &ParticipantNames, other: &ParticipantNames| {
        names.keys().find(|name| !other.contains_key(*name)).cloned()
    };
    let strays = (stray(there, here), stray(here, there));
    if let (Some(there), Some(here)) = strays {
        let spot = |side: &Side<'_, MeetingInput>, name: &str| {
            Spot::Key(side.source, side.yaml_path.pointer(["delegations".into(), name.into()]))
        };
        problems.conflict("delegations", spot(second, &here), spot(first, &there));
    }
}

type ParticipantNames = IndexMap<String, Option<ParticipationInput>>;

fn participation(
    delegation: Id<Delegation>,
    pair: &Pair<'_, ParticipationInput>,
    files: Files,
    site: &SiteFacts,
    problems: &mut Problems,
) -> Participation {
    let organizations = pair.list("organizations", problems, |it| it.organizations.as_ref());
    let organizations = organizations.filter_map(|(index, name)| {
        find(&site.organizations, name, RecordKind::ORGANIZATION, problems, || {
            pair.item("organizations", index)
        })
    });
    let organizations = organizations.collect();
    let people = pair.list("people", problems, |it| it.people.as_ref());
    let people = people.filter_map(|(index, name)| {
        find(&site.people, name, RecordKind::PERSON, problems, || pair.item("people", index))
    });
    let people = people.collect();
    let others = pair.fact("others", problems, |it| it.others.as_ref()).copied().unwrap_or(false);
    Participation { delegation, heads: heads(pair, files, site, problems), organizations, people, others }
}

fn heads<'p>(
    pair: &'p Pair<'p, ParticipationInput>,
    files: Files,
    site: &SiteFacts,
    problems: &mut Problems,
) -> Vec<Head> {
    let is_agreed = check_heads(pair, problems);
    let halves = problems.halves.clone();
    let mut known = Problems { halves, ..Problems::default() };
    let [joined, _] =
        pair.records("heads", |it| it.heads.as_ref(), |it: &HeadInput| it.person.as_ref(), &mut known);
    for problem in known.found {
        let message = problem.message.clone().instead("field", "person");
        let spot = match problem.spot {
            Spot::Value(source, Pointer(mut steps)) => {
                steps.pop();
                Spot::Value(source, Pointer(steps).then("person"))
            }
            spot => spot,
        };
        problems.push(Problem { spot, message, ..problem });
    }
    let mut heads = Vec::new();
    for (name, head) in joined {
        let spot = || Spot::Either(head.sides().map(|(_, side)| person_spot(side)).collect());
        if let Some(person) = find(&site.people, name, RecordKind::PERSON, problems, spot) {
            let record = Record { files, name, at: person_spot };
            let as_published = |it: &'p HeadInput| it.office.as_ref();
            let office = if is_agreed {
                head.optional_full_text(&["as"], &record, problems, as_published)
            } else {
                head.optional_text(as_published)
            };
            // Where the files name others, that was reported: which facts go together is not known.
            let (capacity, online) = if is_agreed {
                (
                    head.fact("role", problems, |it| it.capacity.as_ref()).copied(),
                    head.fact("online", problems, |it| it.online.as_ref()).copied().unwrap_or(false),
                )
            } else {
                (None, false)
            };
            heads.push(Head { person, office, capacity, online });
        }
    }
    heads
}

/// Where the person stands: by itself, or beside words.
fn person_spot(side: &Side<'_, HeadInput>) -> Spot {
    side.at(side.value.is_map.then(|| "person".into()))
}

/// Whether the two files name the same people in the same order; where they do not, the first difference is reported.
fn check_heads(pair: &Pair<'_, ParticipationInput>, problems: &mut Problems) -> bool {
    let [Some(first), Some(second)] = pair.sides.as_refs().into_array() else { return true };
    let (Some(there), Some(here)) = (&first.value.heads, &second.value.heads) else { return true };
    let differs = |at: &usize| match (there.get(*at), here.get(*at)) {
        // What was refused was reported.
        (Some(None), _) | (_, Some(None)) => false,
        (Some(Some(there)), Some(Some(here))) => there.person != here.person,
        _ => true,
    };
    let Some(at) = (0..there.len().max(here.len())).find(differs) else { return true };
    let spot = |side: &Side<'_, ParticipationInput>, list: &[Option<HeadInput>]| {
        let head = list.get(at).and_then(Option::as_ref);
        let key = head.filter(|head| head.is_map).map(|_| Step::from("person"));
        side.at([Step::from("heads")].into_iter().chain(head.map(|_| at.into())).chain(key))
    };
    problems.conflict("heads", spot(second, here), spot(first, there));
    false
}

/// Reports a party of the dialogue that is not among the delegations.
pub(super) fn check_parties(
    front: &Pair<'_, MeetingInput>,
    dialogue: Option<Id<Dialogue>>,
    delegations: &[Participation],
    site: &SiteFacts,
    problems: &mut Problems,
) {
    let is_written = front.sides().any(|(_, side)| side.value.delegations.is_some());
    if !is_written {
        problems.missing(front.at("delegations"), "delegations");
        return;
    }
    for party in dialogue.iter().flat_map(|dialogue| site.dialogues[*dialogue].parties) {
        let name = &site.delegations[party].id;
        let may_be_unread = front.sides().any(|(_, side)| problems.is_half(side.source));
        if !may_be_unread && !delegations.iter().any(|there| there.delegation == party) {
            let message = say!("party-missing", name);
            let spot = front.spot(["delegations".into(), name.as_str().into()]);
            problems.push(Problem::new(Code::MissingField, spot, message).help(say!("write-party", name)));
        }
    }
}
