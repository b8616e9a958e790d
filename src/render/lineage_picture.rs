//! How the commitments of a track go on from one another, as a picture: a column for every meeting at its day, a lane for
//! every line of commitments, named whole.

use std::collections::HashMap;

use super::{
    context::LanguageContext,
    lineage_lanes::{LabelView, NamedLane, PictureNode, RADIUS},
    picture::{LEFT, Scale, TickView, crowd, disc, label_width, pixels},
    string_keys::{StringKeys, key, keys},
    text, threads,
    threads::Standing,
    view::view,
};
use crate::{
    id::Id,
    lang::Date,
    model::{Commitment, Meeting},
    plan::meeting_address,
};

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] = &[key("colon"), keys("standing-{}", &Standing::NAMES)];

view! {
    /// The picture of a track, in pixels: a column for every meeting, a lane for every line of commitments.
    struct LineageView {
        /// Its width.
        width: i32,
        /// Its height.
        height: i32,
        /// Where the lines of the columns begin.
        top: i32,
        /// Where they end.
        bottom: i32,
        /// The years.
        ticks: Vec<TickView>,
        /// The meetings.
        columns: Vec<ColumnView>,
        /// The lines between commitments, each as the `d` of a path.
        lines: Vec<String>,
        /// The names of the lanes.
        labels: Vec<LabelView>,
        /// The commitments.
        nodes: Vec<NodeView>,
        /// The address of the same picture as a file.
        file: String,
    }
}

view! {
    /// A meeting in the picture.
    struct ColumnView {
        /// Where its line is.
        x: i32,
        /// Where its label begins.
        label_x: i32,
        /// The line of its label.
        label_y: i32,
        /// Its year and month.
        label: String,
        /// The address of its page.
        url: String,
        /// Its title.
        title: String,
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

/// The picture in pixels: the line of the years, and one of labels of meetings.
const YEARS: i32 = 26;
const HEAD: i32 = 20;
/// How far apart two meetings are at least, and two labels of meetings.
const COLUMN: i32 = 30;
const GAP: i32 = 12;
impl LanguageContext<'_> {
    /// A column for every meeting, a lane for every line of commitments. `file` is the address of the picture as a file.
    pub(super) fn lineage_picture(
        &self,
        threads: &[Vec<Id<Commitment>>],
        file: String,
    ) -> Option<LineageView> {
        let meeting = |id: Id<Commitment>| self.site.commitments[id].meeting;
        let mut meetings: Vec<Id<Meeting>> = threads.iter().flatten().map(|id| meeting(*id)).collect();
        meetings.sort_unstable();
        meetings.dedup();
        let years: Vec<i16> = meetings.iter().map(|id| self.day(*id).year()).collect();
        let scale = Scale::new(*years.first()?, *years.last()?, pixels(crowd(&years), COLUMN));
        let columns = self.columns(&meetings, &scale);
        let nodes = self.placed(threads, &columns);
        let right = columns.values().copied().max().unwrap_or_default() + RADIUS;
        let width = scale.end().max(right).max(self.widest_name(&nodes)) + LEFT;
        let (heads, top) = self.column_heads(&meetings, &columns, width);
        let (lanes, bottom) = self.named_lanes(&nodes, top, width);
        let at: HashMap<_, _> = nodes.iter().map(|node| (node.id, *node)).collect();
        let links = nodes.iter().flat_map(|node| {
            let before = threads::earlier(&self.site.commitments[node.id]).filter_map(|id| at.get(&id));
            before.map(|before| line(*before, *node, &lanes)).collect::<Vec<_>>()
        });
        Some(LineageView {
            width,
            height: bottom + LEFT,
            top,
            bottom,
            ticks: scale.ticks(),
            columns: heads,
            lines: links.collect(),
            nodes: nodes.iter().map(|node| self.drawn(*node, lanes[node.lane].y)).collect(),
            labels: lanes.into_iter().map(|lane| lane.label).collect(),
            file,
        })
    }

    fn day(&self, id: Id<Meeting>) -> Date {
        self.site.meetings[id].facts.date.first_day()
    }

    /// Where the meetings are: at their days, but not on each other.
    fn columns(&self, meetings: &[Id<Meeting>], scale: &Scale) -> HashMap<Id<Meeting>, i32> {
        let mut next = LEFT + RADIUS;
        let columns = meetings.iter().map(|id| {
            let x = scale.x(self.day(*id)).max(next);
            next = x + COLUMN;
            (*id, x)
        });
        columns.collect()
    }

    /// Each commitment in its place. The first to go on from the last of a lane stays in
    /// it; others branch off into lanes of their own.
    fn placed(
        &self,
        threads: &[Vec<Id<Commitment>>],
        columns: &HashMap<Id<Meeting>, i32>,
    ) -> Vec<PictureNode> {
        let mut nodes = Vec::new();
        let mut lanes = 0;
        let mut ends: HashMap<Id<Commitment>, usize> = HashMap::new();
        let of_threads = threads.iter().enumerate();
        for (thread, id) in of_threads.flat_map(|(at, thread)| thread.iter().map(move |id| (at, id))) {
            let commitment = &self.site.commitments[*id];
            let is_later =
                |before: &Id<Commitment>| self.site.commitments[*before].meeting < commitment.meeting;
            let kept = threads::earlier(commitment).filter(is_later).find_map(|before| ends.remove(&before));
            let lane = kept.unwrap_or_else(|| {
                lanes += 1;
                lanes - 1
            });
            ends.insert(*id, lane);
            let x = columns.get(&commitment.meeting).copied().unwrap_or_default();
            nodes.push(PictureNode { id: *id, x, lane, thread });
        }
        nodes
    }

    /// The labels of the meetings, each in the first line where it has room, and where those lines end.
    fn column_heads(
        &self,
        meetings: &[Id<Meeting>],
        columns: &HashMap<Id<Meeting>, i32>,
        width: i32,
    ) -> (Vec<ColumnView>, i32) {
        let mut ends: Vec<i32> = Vec::new();
        let heads = meetings.iter().map(|id| {
            let meeting = &self.site.meetings[*id];
            let x = columns.get(id).copied().unwrap_or_default();
            let label = self.dates().year_month(meeting.facts.date.start());
            let own = label_width(&label);
            let label_x = (x - RADIUS).min(width - own);
            let free = ends.iter().position(|end| *end + GAP <= label_x);
            let row = free.unwrap_or_else(|| {
                ends.push(0);
                ends.len() - 1
            });
            ends[row] = label_x + own;
            let url = meeting_address(meeting, self.lang);
            let title = text::plain(&meeting.facts.title, self.lang);
            ColumnView { x, label_x, label_y: YEARS + pixels(row + 1, HEAD) - 4, label, url, title }
        });
        let heads = heads.collect();
        (heads, YEARS + pixels(ends.len(), HEAD) + 4)
    }

    fn drawn(&self, node: PictureNode, y: i32) -> NodeView {
        let commitment = &self.site.commitments[node.id];
        let date = self.dates().short(self.site.meetings[commitment.meeting].facts.date);
        let standing = Standing::of(self.site, commitment).name();
        let said = [
            date,
            self.strings.plain(&format!("standing-{standing}")).to_owned(),
            text::plain(commitment.facts.name(), self.lang),
        ];
        NodeView {
            d: disc(node.x, y, RADIUS),
            standing,
            url: self.commitment_url(node.id),
            label: said.join(self.strings.plain("colon")),
        }
    }
}

/// A line between two commitments: straight in a lane, bent between two.
fn line(from: PictureNode, to: PictureNode, lanes: &[NamedLane]) -> String {
    let (x, end) = (from.x, to.x);
    let (y, down) = (lanes[from.lane].y, lanes[to.lane].y);
    if y == down {
        return format!("M{x} {y}H{end}");
    }
    // Close to its end, so that it crosses as few names as possible.
    let bend = (end - 2 * COLUMN).max(x);
    let middle = end.midpoint(bend);
    format!("M{x} {y}H{bend}C{middle} {y} {middle} {down} {end} {down}")
}
