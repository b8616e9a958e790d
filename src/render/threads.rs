//! Threads: how commitments go on from one another through the meetings. One has to do with time: `related` does not
//! belong here.

use foldhash::HashSet;

use crate::{
    id::Id,
    model::{Commitment, Meeting, Piece, Relation, Target},
    site::Site,
};

/// How many commitments a thread shows on either side, beside those that its commitment names or is named by.
const SHOWN: usize = 40;

/// What is known of all threads at once.
pub(super) struct Threads {
    last: Vec<Id<Meeting>>,
}

/// A commitment with what it goes back to and what goes back to it.
pub(super) struct Thread {
    /// By meeting, the commitment itself among them.
    pub(super) members: Vec<Id<Commitment>>,
    /// Whether there are more, farther away.
    pub(super) has_more: bool,
}

/// How a commitment stands among the meetings, by the links between commitments alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// A later meeting took it up.
    TakenUp,
    /// It takes up an earlier one, and no later meeting took it up.
    Latest,
    /// It is linked to no other meeting.
    Once,
}

impl Standing {
    /// The words for all of them.
    pub(super) const NAMES: [&'static str; 3] =
        [Self::TakenUp.name(), Self::Latest.name(), Self::Once.name()];

    pub(super) fn of(site: &Site, commitment: &Commitment) -> Self {
        let elsewhere = |id: &Id<Commitment>| site.commitments[*id].meeting != commitment.meeting;
        // What is to be taken up at a meeting to come is not taken up yet.
        let is_held = |id: &Id<Commitment>| site.meetings[site.commitments[*id].meeting].is_held();
        if later(commitment).any(|id| elsewhere(&id) && is_held(&id)) {
            Self::TakenUp
        } else if earlier(commitment).any(|id| elsewhere(&id)) {
            Self::Latest
        } else {
            Self::Once
        }
    }

    /// The word for it in strings and templates.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::TakenUp => "taken-up",
            Self::Latest => "latest",
            Self::Once => "once",
        }
    }
}

/// What a commitment goes back to.
pub(super) fn earlier(commitment: &Commitment) -> impl Iterator<Item = Id<Commitment>> {
    directed(&commitment.lineage)
}

/// What goes back to a commitment.
pub(super) fn later(commitment: &Commitment) -> impl Iterator<Item = Id<Commitment>> {
    directed(&commitment.backlinks)
}

fn directed(links: &[(Relation, Id<Commitment>)]) -> impl Iterator<Item = Id<Commitment>> {
    links.iter().filter(|(relation, _)| *relation != Relation::Related).map(|(_, id)| *id)
}

impl Threads {
    /// Looks at every commitment and every note once.
    pub(super) fn new(site: &Site) -> Self {
        let mut last = mentions(site);
        // From the ends of the threads backwards: each commitment once everything that goes back to it is known.
        let mut open: Vec<usize> = vec![0; site.commitments.len()];
        for (_, commitment) in held(site) {
            for id in earlier(commitment) {
                open[id.index()] += 1;
            }
        }
        let mut ready: Vec<_> = held(site).map(|(id, _)| id).filter(|id| open[id.index()] == 0).collect();
        while let Some(id) = ready.pop() {
            for before in earlier(&site.commitments[id]) {
                last[before.index()] = last[before.index()].max(last[id.index()]);
                open[before.index()] -= 1;
                if open[before.index()] == 0 {
                    ready.push(before);
                }
            }
        }
        Self { last }
    }

    /// The latest meeting that names the commitment or one that goes back to it, in a commitment or in its notes; its
    /// own where none does.
    pub(super) fn last_mention(&self, id: Id<Commitment>) -> Id<Meeting> {
        self.last[id.index()]
    }
}

/// The commitments of meetings that were held.
fn held(site: &Site) -> impl Iterator<Item = (Id<Commitment>, &Commitment)> {
    site.commitments.iter().filter(|(_, commitment)| site.meetings[commitment.meeting].is_held())
}

/// Of each commitment, the latest meeting that names it directly, or its own.
fn mentions(site: &Site) -> Vec<Id<Meeting>> {
    let mut last: Vec<_> = site.commitments.iter().map(|(_, commitment)| commitment.meeting).collect();
    for (id, commitment) in held(site) {
        let others = commitment.backlinks.iter().map(|(_, other)| site.commitments[*other].meeting);
        let latest = others.filter(|meeting| site.meetings[*meeting].is_held()).max();
        last[id.index()] = last[id.index()].max(latest.unwrap_or(commitment.meeting));
    }
    for (id, meeting) in site.meetings.iter().filter(|(_, meeting)| meeting.is_held()) {
        for piece in meeting.bodies.iter().flatten().flat_map(|body| &body.pieces) {
            if let Piece::Open(Target::Commitment(named)) | Piece::Title(Target::Commitment(named)) = piece {
                last[named.index()] = last[named.index()].max(id);
            }
        }
    }
    last
}

/// The thread of a commitment: everything in a straight line before and after it, the nearest first where there is too
/// much to show.
pub(super) fn thread(site: &Site, id: Id<Commitment>) -> Thread {
    let mut seen = HashSet::from_iter([id]);
    let mut members = vec![id];
    let more_before = walk(site, id, earlier, &mut seen, &mut members);
    let more_after = walk(site, id, later, &mut seen, &mut members);
    members.sort_by_key(|id| (site.commitments[*id].meeting, *id));
    Thread { members, has_more: more_before || more_after }
}

/// Adds what can be reached in one direction, and tells whether there is more.
fn walk<'s, I: Iterator<Item = Id<Commitment>>>(
    site: &'s Site,
    start: Id<Commitment>,
    step: impl Fn(&'s Commitment) -> I,
    seen: &mut HashSet<Id<Commitment>>,
    members: &mut Vec<Id<Commitment>>,
) -> bool {
    let mut reached: Vec<_> = step(&site.commitments[start]).filter(|id| seen.insert(*id)).collect();
    let room = SHOWN.max(reached.len());
    let mut has_more = false;
    let mut at = 0;
    while let Some(&id) = reached.get(at) {
        at += 1;
        for next in step(&site.commitments[id]) {
            if seen.contains(&next) {
                continue;
            }
            if reached.len() < room {
                seen.insert(next);
                reached.push(next);
            } else {
                has_more = true;
            }
        }
    }
    members.extend(reached);
    has_more
}

/// How many later meetings took a commitment up, in a straight line from it. Up to some number that no page needs.
pub(super) fn meetings_after(site: &Site, id: Id<Commitment>) -> usize {
    let own = site.commitments[id].meeting;
    let mut after = Vec::new();
    walk(site, id, later, &mut HashSet::from_iter([id]), &mut after);
    let meetings: HashSet<_> = after.into_iter().map(|id| site.commitments[id].meeting).collect();
    meetings.into_iter().filter(|meeting| *meeting != own && site.meetings[*meeting].is_held()).count()
}
