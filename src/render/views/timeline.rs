//! The picture of the meetings in time.

use crate::render::view::view;

view! {
    /// The meetings in time, in pixels: a lane for every place, a mark for every meeting.
    struct TimelineView {
        /// Its width.
        width: i32,
        /// Its height.
        height: i32,
        /// The years.
        ticks: Vec<TickView>,
        /// The places.
        lanes: Vec<LaneView>,
        /// The marks that the picture has, with their meaning.
        legend: Vec<LegendView>,
        /// Whether earlier meetings were left out.
        left_out: bool,
    }
}

view! {
    /// A year in the picture.
    struct TickView {
        /// The year.
        label: String,
        /// Where it begins.
        x: i32,
    }
}

view! {
    /// A place in the picture.
    struct LaneView {
        /// What it is called; empty where a meeting's place is not known.
        label: String,
        /// The code of the label's language, where it is not the page's.
        lang: Option<&'static str>,
        /// The height of its line.
        y: i32,
        /// The height of its label.
        label_y: i32,
        /// The meetings.
        marks: Vec<MarkView>,
    }
}

view! {
    /// A meeting in the picture.
    struct MarkView {
        /// Its shape, as the `d` of a path.
        d: String,
        /// How it was held: `in-person`, `virtual`, `hybrid` or `not-stated`.
        mode: &'static str,
        /// The address of its page.
        url: String,
        /// What it says to those who do not see it.
        label: String,
    }
}

view! {
    /// A mark with its meaning.
    struct LegendView {
        /// Its shape, as the `d` of a path.
        d: String,
        /// How meetings with this mark were held: `in-person`, `virtual`, `hybrid` or `not-stated`.
        mode: &'static str,
        /// The same in words.
        label: String,
    }
}
