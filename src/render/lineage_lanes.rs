//! The lanes of a track's picture: each with its name above it, whole and in lines, and the threads beside each other
//! where there is room.

use std::ops::Range;

use super::{
    context::LanguageContext,
    picture::{LEFT, VIEW, label_width},
    string_keys::{StringKeys, keys},
    text,
    view::view,
};
use crate::{
    id::Id,
    lang::{Lang, Words, lines},
    model::Commitment,
};

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] = &[keys("in-language-{}", &Lang::CODES)];

view! {
    /// The name of a lane: the short name of its first commitment or, without one, the first words of its text.
    struct LabelView {
        /// Where its lines begin.
        x: i32,
        /// The name, in lines.
        lines: Vec<LabelLineView>,
        /// The code of its language, where it is not the page's.
        lang: Option<&'static str>,
    }
}

view! {
    /// A line of a name.
    struct LabelLineView {
        /// Its height.
        y: i32,
        /// The words.
        text: String,
    }
}

/// The radius of a commitment in pixels, which fingers can still touch.
pub(super) const RADIUS: i32 = 11;
/// A line of a name, the ground below the name, and the ground between two threads beside each other.
const LINE: i32 = 18;
const BELOW: i32 = 10;
const APART: i32 = 24;
/// How wide the lines of a name are, in letters.
const LETTERS: usize = 48;

/// A commitment in the picture.
#[derive(Clone, Copy)]
pub(super) struct PictureNode {
    pub(super) id: Id<Commitment>,
    pub(super) x: i32,
    /// Its lane, and the thread of that: both are counted in the order of the commitments.
    pub(super) lane: usize,
    pub(super) thread: usize,
}

/// A lane with its name.
pub(super) struct NamedLane {
    pub(super) label: LabelView,
    /// The middle of its commitments.
    pub(super) y: i32,
    /// From where to where it reaches with its name.
    reach: Range<i32>,
    thread: usize,
}

impl LanguageContext<'_> {
    /// The width that the names of lanes need.
    pub(super) fn widest_name(&self, nodes: &[PictureNode]) -> i32 {
        let names = first_of_lanes(nodes).map(|node| self.name_of_lane(node.id).width);
        names.max().unwrap_or_default() + LEFT
    }

    /// The lanes of commitments below a height, and where they end. A name begins above the first commitment of its lane
    /// or, if that is far from the newest, where it is in view with it.
    pub(super) fn named_lanes(&self, nodes: &[PictureNode], top: i32, width: i32) -> (Vec<NamedLane>, i32) {
        let mut lanes: Vec<NamedLane> = Vec::new();
        for first in first_of_lanes(nodes) {
            // The lanes of a thread are below each other.
            let above = lanes.last().filter(|lane| lane.thread == first.thread);
            let y = above.map_or(0, |lane| lane.y + RADIUS);
            let in_lane = nodes.iter().filter(|node| node.thread == first.thread && node.lane == first.lane);
            let end = in_lane.map(|node| node.x).max().unwrap_or(first.x);
            lanes.push(self.named_lane(*first, end, y, width));
        }
        let bottom = pack(&mut lanes, top);
        (lanes, bottom)
    }

    fn named_lane(&self, first: PictureNode, end: i32, top: i32, width: i32) -> NamedLane {
        let name = self.name_of_lane(first.id);
        let x = (first.x.max(end.min(width - VIEW)) - RADIUS).min(width - LEFT - name.width);
        let mut y = top;
        let line = |text| {
            y += LINE;
            LabelLineView { y, text }
        };
        let lines = name.lines.into_iter().map(line).collect();
        NamedLane {
            label: LabelView { x, lines, lang: name.lang },
            y: y + BELOW + RADIUS,
            reach: x.min(first.x - RADIUS)..(x + name.width).max(end + RADIUS),
            thread: first.thread,
        }
    }

    /// The name of the lane that begins with a commitment.
    fn name_of_lane(&self, id: Id<Commitment>) -> LaneName {
        let facts = &self.site.commitments[id].facts;
        let mut name = text::plain(facts.name(), self.lang);
        if facts.title.is_none() {
            let length = match self.lang.locale().words {
                Words::Spaced { .. } => 2 * LETTERS - 8,
                Words::Joined => LETTERS - 4,
            };
            name = text::cut(&name, self.lang, length);
        }
        let lines: Vec<_> = lines(&name, LETTERS).into_iter().map(str::to_owned).collect();
        let lang = text::foreign(facts.name(), self.lang);
        let mark = lang.map(|code| self.strings.plain(&format!("in-language-{code}"))).unwrap_or_default();
        // The mark of the other language stands behind the last line.
        let last = lines.last().map_or(0, |last| label_width(&format!("{last} {mark}")));
        let width = lines.iter().map(|line| label_width(line)).max().unwrap_or_default().max(last);
        LaneName { lines, lang, width }
    }
}

/// The name of a lane in lines, as wide as the widest of them.
struct LaneName {
    lines: Vec<String>,
    lang: Option<&'static str>,
    width: i32,
}

/// The first commitment of each lane, in the order of the lanes.
fn first_of_lanes(nodes: &[PictureNode]) -> impl Iterator<Item = &PictureNode> {
    let mut next = 0;
    nodes.iter().filter(move |node| {
        let is_first = node.lane == next;
        next += usize::from(is_first);
        is_first
    })
}

/// Threads beside each other.
struct Band {
    taken: Vec<Range<i32>>,
    height: i32,
    /// The lanes of each thread on it, by their places among all.
    lanes: Vec<Range<usize>>,
}

/// Moves each thread down to where it has room: beside others if none of them is in the way. Tells where the last ends.
fn pack(lanes: &mut [NamedLane], top: i32) -> i32 {
    let mut bands: Vec<Band> = Vec::new();
    let mut at = 0;
    for thread in lanes.chunk_by(|a, b| a.thread == b.thread) {
        let start = thread.iter().map(|lane| lane.reach.start).min().unwrap_or_default();
        let end = thread.iter().map(|lane| lane.reach.end).max().unwrap_or_default();
        let height = thread.last().map_or(0, |lane| lane.y + RADIUS);
        let has_room =
            |band: &Band| band.taken.iter().all(|it| end + APART <= it.start || it.end + APART <= start);
        let found = bands.iter().position(has_room).unwrap_or_else(|| {
            bands.push(Band { taken: Vec::new(), height: 0, lanes: Vec::new() });
            bands.len() - 1
        });
        let band = &mut bands[found];
        band.taken.push(start..end);
        band.height = band.height.max(height);
        band.lanes.push(at..at + thread.len());
        at += thread.len();
    }
    let mut y = top;
    for band in bands {
        for lane in band.lanes.into_iter().flatten() {
            lanes[lane].move_down(y);
        }
        y += band.height + BELOW;
    }
    y
}

impl NamedLane {
    fn move_down(&mut self, by: i32) {
        self.y += by;
        self.label.lines.iter_mut().for_each(|line| line.y += by);
    }
}
