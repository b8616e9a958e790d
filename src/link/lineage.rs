//! What commitments say of one another, how they are judged, and what each version rests on.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use super::{
    days,
    meetings::{Linked, list},
    naming::{Names, Unshown},
    notes::shown_files,
    pair::{Files, Pair, Record},
    problems::{Kind, Problems, each},
    registries::find,
    versions::versions,
};
use crate::{
    diagnostic::Code,
    id::Id,
    lang::{Date, DateRange},
    model::{Assessment, Commitment, Document, Meeting, Party, Relation},
    site::Site,
    source::{
        Unread,
        input::{AssessmentInput, CommitmentInput, List},
    },
    yaml::{Problem, Spot},
};

/// Whether the site has what a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Resolved<T> {
    /// It has.
    There(T),
    /// It is not published.
    Hidden,
    /// It could not be read, or is not whole: that was told.
    Broken,
}

/// The names of everything that notes hold, published or not.
pub(super) struct Known<'a> {
    unread: &'a Unread,
    meetings: HashMap<&'a str, HashMap<&'a str, Resolved<Id<Commitment>>>>,
    documents: HashMap<&'a str, Resolved<Id<Document>>>,
    /// Meetings that are to be published and are not whole.
    broken: HashSet<&'a str>,
}

fn found<T>(id: Option<T>, is_hidden: bool) -> Resolved<T> {
    match id {
        _ if is_hidden => Resolved::Hidden,
        Some(id) => Resolved::There(id),
        None => Resolved::Broken,
    }
}

impl<'a> Known<'a> {
    /// The names of all linked notes.
    pub(super) fn new(linked: &[Linked<'a>], site: &Site, unread: &'a Unread) -> Self {
        let mut known =
            Self { unread, meetings: HashMap::new(), documents: HashMap::new(), broken: HashSet::new() };
        for linked in linked {
            // A withdrawn meeting keeps its page and its title; nothing else of it is shown.
            let is_withdrawn = linked.meeting.is_some_and(|id| site.meetings[id].is_withdrawn());
            let is_hidden = is_withdrawn || !linked.is_visible;
            let commitments = linked.commitments.iter().map(|it| (it.name, found(it.id, is_hidden)));
            known.meetings.insert(linked.note.id, commitments.collect());
            let documents = linked.documents.iter().map(|it| (it.name, found(it.id, is_hidden)));
            known.documents.extend(documents);
            if linked.meeting.is_none() && linked.is_visible {
                known.broken.insert(linked.note.id);
            }
        }
        known
    }

    /// Whether a meeting of this name could not be read or is not whole.
    pub(super) fn is_broken(&self, name: &str) -> bool {
        self.unread.has_meeting(name) || self.broken.contains(name)
    }

    /// Whether a meeting lists a commitment that is not whole.
    pub(super) fn is_broken_commitment(&self, meeting: &str, name: &str) -> bool {
        self.meetings.get(meeting).and_then(|it| it.get(name)) == Some(&Resolved::Broken)
    }

    /// A meeting of this name that the site does not have.
    pub(super) fn lacking_meeting(&self, name: &str) -> Option<Resolved<Id<Meeting>>> {
        if self.is_broken(name) {
            return Some(Resolved::Broken);
        }
        self.meetings.contains_key(name).then_some(Resolved::Hidden)
    }

    /// The names of all meetings, in no order.
    pub(super) fn meeting_names(&self) -> impl Iterator<Item = &'a str> {
        self.meetings.keys().copied()
    }

    /// The commitment that `meeting/commitment` means; one that is not there is told.
    pub(super) fn commitment(
        &self,
        reference: &str,
        spot: impl FnOnce() -> Spot,
        problems: &mut Problems,
    ) -> Option<Resolved<Id<Commitment>>> {
        let Some((meeting, commitment)) = reference.split_once('/') else {
            let message = format!("`{reference}` names no commitment");
            let problem =
                Problem::new(Code::UnknownCommitment, spot(), message).help("write <meeting>/<commitment>");
            problems.push(problem);
            return None;
        };
        if self.unread.has_meeting(meeting) {
            return Some(Resolved::Broken);
        }
        let Some(commitments) = self.meetings.get(meeting) else {
            problems.unknown(Kind::MEETING, meeting, spot(), self.meeting_names());
            return None;
        };
        let found = commitments.get(commitment).copied();
        if found.is_none() {
            let what = format!("commitment of `{meeting}`");
            let known = commitments.keys().copied();
            problems.unknown_of(Kind::COMMITMENT, &what, commitment, spot(), known);
        }
        found
    }

    /// The document of this name; one that is not there is told.
    pub(super) fn document(
        &self,
        name: &str,
        spot: impl FnOnce() -> Spot,
        problems: &mut Problems,
    ) -> Option<Resolved<Id<Document>>> {
        let found = self.documents.get(name).copied();
        if found.is_none() && self.unread.has_meetings() {
            return Some(Resolved::Broken);
        }
        if found.is_none() {
            problems.unknown(Kind::DOCUMENT, name, spot(), self.documents.keys().copied());
        }
        found
    }
}

/// A reference from one commitment to another.
struct Edge<'l> {
    pair: &'l Pair<'l, CommitmentInput>,
    relation: Relation,
    /// Its place among the references of its kind.
    index: usize,
    to: Id<Commitment>,
}

impl Edge<'_> {
    fn spot(&self) -> Spot {
        self.pair.item(self.relation.name(), self.index)
    }
}

/// What a commitment says of others, and how it is judged.
struct Said<'l> {
    edges: Vec<Edge<'l>>,
    assessments: Vec<Assessment>,
    /// What the judgements name, published or not.
    named: Names,
}

/// Resolves lineage, assessments and the sources of versions.
pub(super) fn link(
    linked: &[Linked<'_>],
    known: &Known<'_>,
    site: &mut Site,
    unshown: &mut Unshown,
    problems: &mut Problems,
) {
    let said = each(linked, problems, |linked, problems| {
        let versions = versions(&linked.note.front, known, problems, |it| it.version.as_ref());
        let files = shown_files(&linked.note.front);
        let said = linked.commitments.iter().map(|commitment| {
            problems.look_into(commitment.is_whole(), |problems| {
                let pair = &commitment.pair;
                let mut named = Names::default();
                let assessments = assessments(pair, files, linked.date, known, site, &mut named, problems);
                Said { edges: edges(pair, known, problems), assessments, named }
            })
        });
        let said: Vec<_> = said.collect();
        (versions, said)
    });
    let mut edges: Vec<Vec<Edge<'_>>> = Vec::new();
    edges.resize_with(site.commitments.len(), Vec::new);
    for (linked, (versions, said)) in linked.iter().zip(said) {
        if let Some(meeting) = linked.meeting {
            site.meetings.get_mut(meeting).versions = versions;
        }
        let is_withdrawn = linked.meeting.is_some_and(|id| site.meetings[id].is_withdrawn());
        let names = unshown.names(is_withdrawn);
        for (commitment, said) in linked.commitments.iter().zip(said) {
            // Where the judgement is published, what it names is named there too.
            names.extend(&said.named);
            let Some(id) = commitment.id else { continue };
            site.commitments.get_mut(id).assessments = said.assessments;
            for edge in said.edges {
                check_edge(id, &edge, site, problems);
                site.commitments.get_mut(id).lineage.push((edge.relation, edge.to));
                if edge.relation != Relation::Related {
                    edges[id.index()].push(edge);
                }
            }
        }
    }
    tell_cycles(&edges, site, problems);
    link_back(site);
}

fn key(input: &CommitmentInput, relation: Relation) -> Option<&Vec<Option<String>>> {
    let list: &List<String> = match relation {
        Relation::Fulfills => &input.fulfills,
        Relation::Continues => &input.continues,
        Relation::Revises => &input.revises,
        Relation::Supersedes => &input.supersedes,
        Relation::ReportsOn => &input.reports_on,
        Relation::RespondsTo => &input.responds_to,
        Relation::Related => &input.related,
    };
    list.as_ref()
}

fn edges<'l>(
    pair: &'l Pair<'l, CommitmentInput>,
    known: &Known<'_>,
    problems: &mut Problems,
) -> Vec<Edge<'l>> {
    let mut edges = Vec::new();
    for &relation in Relation::ALL {
        let name = relation.name();
        for (index, reference) in list(pair, name, problems, |it| key(it, relation)) {
            let spot = || pair.item(name, index);
            if let Some(Resolved::There(to)) = known.commitment(reference, spot, problems) {
                edges.push(Edge { pair, relation, index, to });
            }
        }
    }
    edges
}

fn check_edge(from: Id<Commitment>, edge: &Edge<'_>, site: &Site, problems: &mut Problems) {
    let to = edge.to;
    if edge.relation == Relation::Related && to == from {
        let message = "a commitment has to do with itself in any case";
        problems.push(Problem::new(Code::InvalidValue, edge.spot(), message).help("delete it"));
    }
    let day = |id: Id<Commitment>| site.meetings[site.commitments[id].meeting].date.start();
    if edge.relation != Relation::Related && day(to) > day(from) {
        let message = format!("a commitment of {} cannot refer back to one of {}", day(from), day(to));
        let problem = Problem::new(Code::LineageOrder, edge.spot(), message)
            .help("write it the other way round, in the later meeting; it is shown in both");
        problems.push(problem);
    }
}

/// Tells each reference that closes a circle. Iterative, since a thread of restatements may be long.
fn tell_cycles(edges: &[Vec<Edge<'_>>], site: &Site, problems: &mut Problems) {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Done,
    }
    let mut marks = vec![Mark::New; site.commitments.len()];
    for start in site.commitments.ids() {
        if marks[start.index()] != Mark::New {
            continue;
        }
        let mut path = vec![(start, 0)];
        marks[start.index()] = Mark::Open;
        while let Some((at, next)) = path.pop() {
            let Some(edge) = edges[at.index()].get(next) else {
                marks[at.index()] = Mark::Done;
                continue;
            };
            path.push((at, next + 1));
            match marks[edge.to.index()] {
                Mark::New => {
                    marks[edge.to.index()] = Mark::Open;
                    path.push((edge.to, 0));
                }
                Mark::Open => {
                    let message = "this reference closes a circle: the commitments refer back to one another";
                    problems.push(Problem::new(Code::LineageCycle, edge.spot(), message));
                }
                Mark::Done => {}
            }
        }
    }
}

/// Shows each relation from the other side too; `related` has no sides, and stands once.
fn link_back(site: &mut Site) {
    let relations: Vec<_> = site
        .commitments
        .iter()
        .filter(|(_, commitment)| !site.meetings[commitment.meeting].is_withdrawn())
        .flat_map(|(from, commitment)| {
            commitment.lineage.iter().map(move |&(relation, to)| (from, relation, to))
        })
        .collect();
    for (from, relation, to) in relations {
        let there = site.commitments.get_mut(to);
        let is_mutual = relation == Relation::Related && there.lineage.contains(&(relation, from));
        if !is_mutual && !there.backlinks.contains(&(relation, from)) {
            there.backlinks.push((relation, from));
        }
    }
}

fn assessments(
    pair: &Pair<'_, CommitmentInput>,
    files: Files,
    meeting: Option<DateRange>,
    known: &Known<'_>,
    site: &Site,
    named: &mut Names,
    problems: &mut Problems,
) -> Vec<Assessment> {
    let judged = pair.by_place("assessments", |it| it.assessments.as_ref());
    for pair in &judged {
        tell_day(pair, meeting, site, problems);
    }
    judged.iter().filter_map(|pair| assessment(pair, files, known, site, named, problems)).collect()
}

/// Tells a judgement of a day on which it can hardly have been made.
fn tell_day(
    pair: &Pair<'_, AssessmentInput>,
    meeting: Option<DateRange>,
    site: &Site,
    problems: &mut Problems,
) {
    let written = pair.sides().find_map(|(_, side)| side.value.date.as_ref());
    // What is no date is told with the rest of the assessment.
    let Some(Ok(day)) = written.map(|day| Date::parse(day)) else { return };
    days::tell_early("the assessment is dated", day, meeting, site, || pair.at("date"), problems);
    days::tell_future("the assessment is dated", day, site, || pair.at("date"), problems);
}

fn assessment(
    pair: &Pair<'_, AssessmentInput>,
    files: Files,
    known: &Known<'_>,
    site: &Site,
    named: &mut Names,
    problems: &mut Problems,
) -> Option<Assessment> {
    let status = pair.fact("status", problems, |it| it.status.as_ref());
    let date = pair.fact("date", problems, |it| it.date.as_ref());
    let by = pair.fact("by", problems, |it| it.by.as_ref());
    let source = pair.fact("source", problems, |it| it.source.as_ref());
    for (field, is_missing) in [
        ("status", status.is_none()),
        ("date", date.is_none()),
        ("by", by.is_none()),
        ("source", source.is_none()),
    ] {
        if is_missing {
            problems.missing(pair.at(field), field);
        }
    }
    let date = date.and_then(|date| problems.date(date, || pair.at("date")));
    let by = by.and_then(|by| match by.as_str() {
        "archive" => Some(Party::Archive),
        "third-party" => Some(Party::ThirdParty),
        name => {
            find(&site.delegations, name, Kind::DELEGATION, problems, || pair.at("by")).map(Party::Delegation)
        }
    });
    let record = Record { files, name: "assessments", at: |side| side.at(["note".into()]) };
    let note = pair.optional_full_text(&["note"], &record, problems, |it| it.note.as_ref());
    named.add_judgement(by, note.as_ref(), site);
    let source = source.and_then(|name| known.document(name, || pair.at("source"), problems));
    // A judgement whose source is not published is not published either.
    let Some(Resolved::There(source)) = source else { return None };
    Some(Assessment { status: *status?, date: date?, by: by?, source, note })
}
