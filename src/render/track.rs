//! A track: which of its commitments were taken up again, and how they go on from one another, as a picture.

use std::collections::HashMap;

use super::{
    LanguageContext,
    picture::{disc, label_width, pixels},
    text, threads,
    threads::Standing,
    view::{PageData, page_data},
    views::{ColumnView, LabelView, LineageView, NodeView, StandingView, ThreadListView, TrackPage},
};
use crate::{
    id::Id,
    lang::{Words, date_text},
    model::{Commitment, Meeting, Track},
    plan::{PlannedPage, meeting_address},
};

/// The picture in pixels: the ground around it, a meeting's column, a lane, the line of the meetings.
const SIDE: i32 = 16;
const COLUMN: i32 = 112;
const LANE: i32 = 52;
const HEAD: i32 = 36;
/// How many threads the picture and its list have at the most, the newest.
const THREADS: usize = 300;

/// A commitment in the picture.
#[derive(Clone, Copy)]
struct Node {
    id: Id<Commitment>,
    column: usize,
    lane: usize,
}

impl Node {
    fn x(self) -> i32 {
        SIDE + pixels(self.column, COLUMN) + COLUMN / 4
    }

    fn y(self) -> i32 {
        HEAD + pixels(self.lane, LANE) + 36
    }
}

impl LanguageContext<'_> {
    pub(super) fn track(&self, id: Id<Track>, page: &PlannedPage) -> PageData {
        let track = &self.site.tracks[id];
        let standings: Vec<_> =
            track.commitments.iter().map(|id| Standing::of(self.site, &self.site.commitments[*id])).collect();
        // Where nothing goes on from anything, there is nothing to be told apart.
        let goes_on = standings.iter().any(|standing| *standing != Standing::Once);
        let told = [Standing::TakenUp, Standing::Latest, Standing::Once];
        let counts = told.into_iter().filter(|_| goes_on).filter_map(|standing| {
            let n = standings.iter().filter(|it| **it == standing).count();
            let name = standing.name();
            let (label, text) = (
                self.strings.plain(&format!("standing-{name}")).to_owned(),
                self.strings.count("count-commitments", n),
            );
            (n > 0).then_some(StandingView { name, label, text, n })
        });
        let threads = if page.number == 1 { self.threads_of(track) } else { Vec::new() };
        page_data(TrackPage {
            track: self.cards.tracks[id.index()].clone(),
            counts: counts.collect(),
            picture: self.picture(&threads),
            threads: threads.iter().map(|thread| self.thread_list(thread)).collect(),
            groups: self.groups(&track.commitments, page),
        })
    }

    /// The commitments of a track that go on from one another, by thread, the thread that began first foremost.
    fn threads_of(&self, track: &Track) -> Vec<Vec<Id<Commitment>>> {
        let own: HashMap<_, usize> = track.commitments.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let mut heads: Vec<usize> = (0..track.commitments.len()).collect();
        for (at, id) in track.commitments.iter().enumerate() {
            for before in threads::earlier(&self.site.commitments[*id]).filter_map(|id| own.get(&id)) {
                let (one, other) = (head(&mut heads, at), head(&mut heads, *before));
                heads[one.max(other)] = one.min(other);
            }
        }
        let mut threads: Vec<Vec<Id<Commitment>>> = vec![Vec::new(); heads.len()];
        for (at, id) in track.commitments.iter().enumerate() {
            threads[head(&mut heads, at)].push(*id);
        }
        threads.retain(|thread| thread.len() > 1);
        threads.drain(..threads.len().saturating_sub(THREADS));
        threads
    }

    fn thread_list(&self, thread: &[Id<Commitment>]) -> ThreadListView<'_> {
        ThreadListView { entries: thread.iter().map(|id| self.entry(*id, None)).collect() }
    }

    /// A column for every meeting, a lane for every line of commitments.
    fn picture(&self, threads: &[Vec<Id<Commitment>>]) -> Option<LineageView> {
        let meeting = |id: Id<Commitment>| self.site.commitments[id].meeting;
        let mut meetings: Vec<Id<Meeting>> = threads.iter().flatten().map(|id| meeting(*id)).collect();
        meetings.sort_unstable();
        meetings.dedup();
        if meetings.is_empty() {
            return None;
        }
        let columns: HashMap<_, _> = meetings.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let (nodes, lanes) = self.placed(threads, &columns);
        let at: HashMap<_, _> = nodes.iter().map(|node| (node.id, *node)).collect();
        let links = nodes.iter().flat_map(|node| {
            let before = threads::earlier(&self.site.commitments[node.id]).filter_map(|id| at.get(&id));
            before.map(|before| line(*before, *node)).collect::<Vec<_>>()
        });
        let labels = first_of_lanes(&nodes).map(|node| self.lane_label(*node));
        let (ends, labels): (Vec<i32>, Vec<LabelView>) = labels.unzip();
        let label_end = ends.into_iter().max().unwrap_or_default();
        let heads = meetings.iter().enumerate().map(|(at, id)| self.column_head(at, *id));
        let height = HEAD + pixels(lanes, LANE) + SIDE;
        Some(LineageView {
            width: (2 * SIDE + pixels(meetings.len(), COLUMN)).max(label_end + SIDE),
            height,
            bottom: height - SIDE,
            columns: heads.collect(),
            lines: links.collect(),
            labels,
            nodes: nodes.iter().map(|node| self.drawn(*node)).collect(),
        })
    }

    /// Each commitment in its place, and how many lanes there are. The first to go on from the last of a lane stays in
    /// it; others branch off into lanes of their own.
    fn placed(
        &self,
        threads: &[Vec<Id<Commitment>>],
        columns: &HashMap<Id<Meeting>, usize>,
    ) -> (Vec<Node>, usize) {
        let mut nodes = Vec::new();
        let mut lanes = 0;
        let mut ends: HashMap<Id<Commitment>, usize> = HashMap::new();
        for id in threads.iter().flatten() {
            let commitment = &self.site.commitments[*id];
            let is_later =
                |before: &Id<Commitment>| self.site.commitments[*before].meeting < commitment.meeting;
            let kept = threads::earlier(commitment).filter(is_later).find_map(|before| ends.remove(&before));
            let lane = kept.unwrap_or_else(|| {
                lanes += 1;
                lanes - 1
            });
            ends.insert(*id, lane);
            let column = columns.get(&commitment.meeting).copied().unwrap_or_default();
            nodes.push(Node { id: *id, column, lane });
        }
        (nodes, lanes)
    }

    /// The first words of a lane, and where they end.
    fn lane_label(&self, first: Node) -> (i32, LabelView) {
        let length = match self.lang.locale().words {
            Words::Spaced { .. } => 48,
            Words::Joined => 26,
        };
        let words = self.line_of(first.id, length);
        let lang = text::foreign(&self.site.commitments[first.id].text, self.lang);
        let mark = lang.map(|code| self.strings.plain(&format!("in-language-{code}"))).unwrap_or_default();
        let x = first.x() - 8;
        (x + label_width(&format!("{words} {mark}")), LabelView { x, y: first.y() - 16, text: words, lang })
    }

    fn column_head(&self, at: usize, id: Id<Meeting>) -> ColumnView {
        let meeting = &self.site.meetings[id];
        let x = SIDE + pixels(at, COLUMN) + COLUMN / 4;
        let label = date_text::year_month(self.lang, meeting.date.start());
        let url = meeting_address(meeting, self.lang);
        ColumnView { x, label_x: x - 8, label, url, title: text::plain(&meeting.title, self.lang) }
    }

    fn drawn(&self, node: Node) -> NodeView {
        let commitment = &self.site.commitments[node.id];
        let date = date_text::short(self.lang, self.site.meetings[commitment.meeting].date);
        let standing = Standing::of(self.site, commitment).name();
        let said = [
            date,
            self.strings.plain(&format!("standing-{standing}")).to_owned(),
            text::plain(&commitment.text, self.lang),
        ];
        NodeView {
            d: disc(node.x(), node.y(), 8),
            standing,
            url: self.commitment_url(node.id),
            label: said.join(self.strings.plain("colon")),
        }
    }
}

/// The place that stands for a whole thread: the earliest of it.
fn head(heads: &mut [usize], mut at: usize) -> usize {
    while heads[at] != at {
        heads[at] = heads[heads[at]];
        at = heads[at];
    }
    at
}

fn first_of_lanes(nodes: &[Node]) -> impl Iterator<Item = &Node> {
    let mut next = 0;
    nodes.iter().filter(move |node| {
        let is_first = node.lane == next;
        next += usize::from(is_first);
        is_first
    })
}

/// A line between two commitments: straight in a lane, bent between two.
fn line(from: Node, to: Node) -> String {
    let (x, y, end, down) = (from.x(), from.y(), to.x(), to.y());
    if y == down {
        return format!("M{x} {y}H{end}");
    }
    let (bend, middle) = (end - COLUMN / 2, end - COLUMN / 4);
    format!("M{x} {y}H{bend}C{middle} {y} {middle} {down} {end} {down}")
}
