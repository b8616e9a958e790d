//! How the commitments of a track go on from one another, as a picture.

use std::collections::HashMap;

use super::{
    context::LanguageContext,
    picture::{disc, label_width, pixels},
    string_keys::{StringKeys, key, keys},
    text, threads,
    threads::Standing,
    view::view,
};
use crate::{
    id::Id,
    lang::{Lang, Words},
    model::{Commitment, Meeting},
    plan::meeting_address,
};

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] =
    &[key("colon"), keys("standing-{}", &Standing::NAMES), keys("in-language-{}", &Lang::CODES)];

view! {
    /// The picture of a track, in pixels: a column for every meeting, a lane for every line of commitments.
    struct LineageView {
        /// Its width.
        width: i32,
        /// Its height.
        height: i32,
        /// Where the lines of the columns end.
        bottom: i32,
        /// The meetings.
        columns: Vec<ColumnView>,
        /// The lines between commitments, each as the `d` of a path.
        lines: Vec<String>,
        /// The first words of each lane.
        labels: Vec<LabelView>,
        /// The commitments.
        nodes: Vec<NodeView>,
    }
}

view! {
    /// A meeting in the picture.
    struct ColumnView {
        /// Where its line is.
        x: i32,
        /// Where its label begins.
        label_x: i32,
        /// Its year and month.
        label: String,
        /// The address of its page.
        url: String,
        /// Its title.
        title: String,
    }
}

view! {
    /// The first words of a lane.
    struct LabelView {
        /// Where they begin.
        x: i32,
        /// Their line.
        y: i32,
        /// The words.
        text: String,
        /// The code of their language, where it is not the page's.
        lang: Option<&'static str>,
    }
}

view! {
    /// A commitment in the picture.
    struct NodeView {
        /// Its shape, as the `d` of a path.
        d: String,
        /// How it stands: `taken-up`, `latest` or `once`.
        standing: &'static str,
        /// The address of its page.
        url: String,
        /// What it says to those who do not see it.
        label: String,
    }
}

/// The picture in pixels: the ground around it, a meeting's column, a lane, the line of the meetings.
const SIDE: i32 = 16;

const COLUMN: i32 = 112;

const LANE: i32 = 52;

const HEAD: i32 = 36;

/// A commitment in the picture.
#[derive(Clone, Copy)]
struct PictureNode {
    id: Id<Commitment>,
    column: usize,
    lane: usize,
}

impl PictureNode {
    fn x(self) -> i32 {
        SIDE + pixels(self.column, COLUMN) + COLUMN / 4
    }

    fn y(self) -> i32 {
        HEAD + pixels(self.lane, LANE) + 36
    }
}

impl LanguageContext<'_> {
    /// A column for every meeting, a lane for every line of commitments.
    pub(super) fn lineage_picture(&self, threads: &[Vec<Id<Commitment>>]) -> Option<LineageView> {
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
    ) -> (Vec<PictureNode>, usize) {
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
            nodes.push(PictureNode { id: *id, column, lane });
        }
        (nodes, lanes)
    }

    /// The first words of a lane, and where they end.
    fn lane_label(&self, first: PictureNode) -> (i32, LabelView) {
        let length = match self.lang.locale().words {
            Words::Spaced { .. } => 48,
            Words::Joined => 26,
        };
        let words = self.line_of(first.id, length);
        let lang = text::foreign(self.site.commitments[first.id].facts.name(), self.lang);
        let mark = lang.map(|code| self.strings.plain(&format!("in-language-{code}"))).unwrap_or_default();
        let x = first.x() - 8;
        (x + label_width(&format!("{words} {mark}")), LabelView { x, y: first.y() - 16, text: words, lang })
    }

    fn column_head(&self, at: usize, id: Id<Meeting>) -> ColumnView {
        let meeting = &self.site.meetings[id];
        let x = SIDE + pixels(at, COLUMN) + COLUMN / 4;
        let label = self.dates().year_month(meeting.facts.date.start());
        let url = meeting_address(meeting, self.lang);
        ColumnView { x, label_x: x - 8, label, url, title: text::plain(&meeting.facts.title, self.lang) }
    }

    fn drawn(&self, node: PictureNode) -> NodeView {
        let commitment = &self.site.commitments[node.id];
        let date = self.dates().short(self.site.meetings[commitment.meeting].facts.date);
        let standing = Standing::of(self.site, commitment).name();
        let said = [
            date,
            self.strings.plain(&format!("standing-{standing}")).to_owned(),
            text::plain(commitment.facts.name(), self.lang),
        ];
        NodeView {
            d: disc(node.x(), node.y(), 8),
            standing,
            url: self.commitment_url(node.id),
            label: said.join(self.strings.plain("colon")),
        }
    }

    /// A text that may be long, cut for a place where only a line has room.
    fn line_of(&self, id: Id<Commitment>, length: usize) -> String {
        let full = text::plain(self.site.commitments[id].facts.name(), self.lang);
        text::cut(&full, self.lang, length)
    }
}

fn first_of_lanes(nodes: &[PictureNode]) -> impl Iterator<Item = &PictureNode> {
    let mut next = 0;
    nodes.iter().filter(move |node| {
        let is_first = node.lane == next;
        next += usize::from(is_first);
        is_first
    })
}

/// A line between two commitments: straight in a lane, bent between two.
fn line(from: PictureNode, to: PictureNode) -> String {
    let (x, y, end, down) = (from.x(), from.y(), to.x(), to.y());
    if y == down {
        return format!("M{x} {y}H{end}");
    }
    let (bend, middle) = (end - COLUMN / 2, end - COLUMN / 4);
    format!("M{x} {y}H{bend}C{middle} {y} {middle} {down} {end} {down}")
}
