//! What commitments say of one another, how they are judged, and what each version rests on.

use super::{
    days,
    facts::SiteFacts,
    known::{Known, Resolved},
    linked::Linked,
    naming::{Names, Unshown},
    note::shown_files,
    pair::{Files, Pair, Record},
    problems::{Problems, RecordKind, each},
    registry_file::find,
    versions::versions,
};
use crate::{
    diagnostic::Code,
    id::Id,
    lang::{Date, DateRange, PerLang, say},
    model::{Assessment, Commitment, Document, Kind, Party, Relation, Version},
    source::input::{AssessmentInput, CommitmentInput, List},
    yaml::{Problem, Spot},
};

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
struct StatedLineage<'l> {
    edges: Vec<Edge<'l>>,
    sources: Vec<Id<Document>>,
    assessments: Vec<Assessment>,
    /// What the judgements name, published or not.
    named: Names,
}

/// What commitments say of one another, and how they are judged: lists by their places.
pub(super) struct Lineage {
    /// What each says of others.
    pub(super) relations: Vec<Vec<(Relation, Id<Commitment>)>>,
    /// What others say of each.
    pub(super) backlinks: Vec<Vec<(Relation, Id<Commitment>)>>,
    /// The documents that each names as its sources.
    pub(super) sources: Vec<Vec<Id<Document>>>,
    pub(super) assessments: Vec<Vec<Assessment>>,
}

/// Resolves lineage and assessments, and the versions of each meeting's texts.
pub(super) fn link(
    linked: &[Linked<'_>],
    known: &Known<'_>,
    site: &SiteFacts,
    unshown: &mut Unshown,
    problems: &mut Problems,
) -> (Lineage, Vec<PerLang<Version>>) {
    let said = each(linked, problems, |linked, problems| {
        let versions = versions(&linked.note.front, known, problems, |it| it.version.as_ref());
        let files = shown_files(&linked.note.front);
        let said = linked.commitments.iter().map(|commitment| {
            problems.look_into(commitment.is_whole(), |problems| {
                let pair = &commitment.pair;
                let mut named = Names::default();
                let assessments = assessments(pair, files, linked.date, known, site, &mut named, problems);
                let sources = sources(pair, known, problems);
                for id in &sources {
                    named.add_source(*id, site);
                }
                StatedLineage { edges: edges(pair, known, problems), sources, assessments, named }
            })
        });
        let said: Vec<_> = said.collect();
        (versions, said)
    });
    let (versions, said): (Vec<_>, Vec<_>) = said.into_iter().unzip();
    let mut relations = vec![Vec::new(); site.commitments.len()];
    let mut sources = vec![Vec::new(); site.commitments.len()];
    let mut assessments = vec![Vec::new(); site.commitments.len()];
    let mut edges: Vec<Vec<Edge<'_>>> = Vec::new();
    edges.resize_with(site.commitments.len(), Vec::new);
    for ((linked, versions), said) in linked.iter().zip(&versions).zip(said) {
        let is_withdrawn = linked.meeting.is_some_and(|id| site.meetings[id].facts.is_withdrawn());
        let names = unshown.names(is_withdrawn);
        names.add_versions(versions, site);
        for (commitment, said) in linked.commitments.iter().zip(said) {
            // Where the judgement is published, what it names is named there too.
            names.extend(&said.named);
            let Some(id) = commitment.id else { continue };
            sources[id.index()] = said.sources;
            assessments[id.index()] = said.assessments;
            for edge in said.edges {
                check_edge(id, &edge, site, problems);
                relations[id.index()].push((edge.relation, edge.to));
                if edge.relation != Relation::Related {
                    edges[id.index()].push(edge);
                }
            }
        }
    }
    report_cycles(&edges, site, problems);
    let backlinks = backlinks(&relations, site);
    (Lineage { relations, backlinks, sources, assessments }, versions)
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
        for (index, reference) in pair.list(name, problems, |it| key(it, relation)) {
            let spot = || pair.item(name, index);
            if let Some(Resolved::There(to)) = known.commitment(reference, spot, problems) {
                edges.push(Edge { pair, relation, index, to });
            }
        }
    }
    edges
}

/// The documents that a commitment stands in; one that is not published is none of the site.
fn sources(
    pair: &Pair<'_, CommitmentInput>,
    known: &Known<'_>,
    problems: &mut Problems,
) -> Vec<Id<Document>> {
    let named = pair.list("sources", problems, |it| it.sources.as_ref());
    let found = named.filter_map(|(index, name)| {
        match known.document(name, || pair.item("sources", index), problems) {
            Some(Resolved::There(id)) => Some(id),
            _ => None,
        }
    });
    found.collect()
}

fn check_edge(from: Id<Commitment>, edge: &Edge<'_>, site: &SiteFacts, problems: &mut Problems) {
    let to = edge.to;
    if edge.relation == Relation::Related && to == from {
        let message = say!("relates-to-itself");
        problems.push(Problem::new(Code::InvalidValue, edge.spot(), message).help(say!("delete")));
    }
    let date = |id: Id<Commitment>| site.meetings[site.commitments[id].meeting].facts.date.start();
    // Of two meetings of a month, either may be the earlier one where the day of one is not known.
    if edge.relation != Relation::Related && date(to).first_day() > date(from).last_day() {
        let message = say!("refers-to-later", from = date(from), to = date(to));
        let problem = Problem::new(Code::LineageOrder, edge.spot(), message).help(say!("other-way-round"));
        problems.push(problem);
    }
}

/// Reports each reference that closes a circle. Iterative, since a thread of restatements may be long.
fn report_cycles(edges: &[Vec<Edge<'_>>], site: &SiteFacts, problems: &mut Problems) {
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
                    let message = say!("lineage-circle");
                    problems.push(Problem::new(Code::LineageCycle, edge.spot(), message));
                }
                Mark::Done => {}
            }
        }
    }
}

/// Each relation from the other side; `related` has no sides, and stands once.
fn backlinks(
    relations: &[Vec<(Relation, Id<Commitment>)>],
    site: &SiteFacts,
) -> Vec<Vec<(Relation, Id<Commitment>)>> {
    let mut backlinks = vec![Vec::new(); relations.len()];
    for from in site.commitments.ids() {
        for &(relation, to) in &relations[from.index()] {
            let back = (relation, from);
            let is_mutual = relation == Relation::Related && relations[to.index()].contains(&back);
            if !is_mutual && !backlinks[to.index()].contains(&back) {
                backlinks[to.index()].push(back);
            }
        }
    }
    backlinks
}

fn assessments(
    pair: &Pair<'_, CommitmentInput>,
    files: Files,
    meeting: Option<DateRange>,
    known: &Known<'_>,
    site: &SiteFacts,
    named: &mut Names,
    problems: &mut Problems,
) -> Vec<Assessment> {
    let judged = pair.by_place("assessments", |it| it.assessments.as_ref());
    if !judged.is_empty() {
        report_kind(pair, problems);
    }
    for pair in &judged {
        report_day(pair, meeting, site, problems);
    }
    judged.iter().filter_map(|pair| assessment(pair, files, known, site, named, problems)).collect()
}

/// Reports that a commitment is judged that is of a kind without an outcome.
fn report_kind(pair: &Pair<'_, CommitmentInput>, problems: &mut Problems) {
    let kind = pair.sides().find_map(|(_, side)| side.value.kind);
    let Some(kind) = kind.filter(|kind| !kind.has_outcome()) else { return };
    let message = say!("not-carried-out", kind = kind.name());
    let able = Kind::ALL.iter().filter(|kind| kind.has_outcome()).map(|kind| kind.name());
    let able = able.collect::<Vec<_>>().join(", ");
    let help = say!("able-kinds", kinds = able);
    problems.push(Problem::new(Code::DoubtfulFact, pair.at("assessments"), message).help(help));
}

/// Reports a judgement of a day on which it can hardly have been made.
fn report_day(
    pair: &Pair<'_, AssessmentInput>,
    meeting: Option<DateRange>,
    site: &SiteFacts,
    problems: &mut Problems,
) {
    let written = pair.sides().find_map(|(_, side)| side.value.date.as_ref());
    // What is no date is reported with the rest of the assessment.
    let Some(Ok(day)) = written.map(|day| Date::parse(day)) else { return };
    days::report_early(&say!("assessment-dated"), day, meeting, site, || pair.at("date"), problems);
    days::report_future(&say!("assessment-dated"), day, site, || pair.at("date"), problems);
}

fn assessment(
    pair: &Pair<'_, AssessmentInput>,
    files: Files,
    known: &Known<'_>,
    site: &SiteFacts,
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
        name => find(&site.delegations, name, RecordKind::DELEGATION, problems, || pair.at("by"))
            .map(Party::Delegation),
    });
    let record = Record { files, name: "assessments", at: |side| side.at(["note".into()]) };
    let note = pair.optional_full_text(&["note"], &record, problems, |it| it.note.as_ref());
    named.add_judgement(by, note.as_ref(), site);
    let source = source.and_then(|name| known.document(name, || pair.at("source"), problems));
    // A judgement whose source is not published is not published either.
    let Some(Resolved::There(source)) = source else { return None };
    named.add_source(source, site);
    Some(Assessment { status: *status?, date: date?, by: by?, source, note })
}
