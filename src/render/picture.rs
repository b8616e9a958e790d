//! What the pictures have in common: their axis of time, and shapes, drawn as paths around a point.

use super::view::view;
use crate::{
    lang::{self, Date},
    model::Mode,
};

/// The width that a letter of a label takes at the most, in pixels; a wide character takes two.
pub(super) const LETTER: i32 = 7;

/// How wide a picture is at least where its years leave room: about what a page shows of it at once.
pub(super) const VIEW: i32 = 1040;

/// The ground before the first year.
pub(super) const LEFT: i32 = 20;

view! {
    /// A year in a picture.
    struct TickView {
        /// The year.
        label: String,
        /// Where it begins.
        x: i32,
    }
}

/// From days to the picture.
pub(super) struct Scale {
    first: i16,
    years: i32,
    year: i32,
}

impl Scale {
    /// From the first year to the last: as wide as a page, unless that leaves a year less room than it needs, or more
    /// than it can use.
    pub(super) fn new(first: i16, last: i16, needed: i32) -> Self {
        let years = i32::from(last - first) + 1;
        let year = (VIEW / years.max(1)).clamp(68, 240).max(needed.min(1200));
        Self { first, years, year }
    }

    /// Where a day is.
    pub(super) fn x(&self, date: Date) -> i32 {
        let years = i32::from(date.year() - self.first);
        // Months as twelfths and days as parts of 31 keep the order, and no eye sees the difference.
        let day = (i32::from(date.month()) - 1) * 31 + i32::from(date.day()) - 1;
        LEFT + years.saturating_mul(self.year) + day * self.year / 372
    }

    /// Where the last year ends.
    pub(super) fn end(&self) -> i32 {
        LEFT + self.years.saturating_mul(self.year)
    }

    /// The years.
    pub(super) fn ticks(&self) -> Vec<TickView> {
        let tick =
            |n: i32| TickView { label: (i32::from(self.first) + n).to_string(), x: LEFT + n * self.year };
        (0..self.years).map(tick).collect()
    }
}

/// How many of these years, which come in order, are the same at the most.
pub(super) fn crowd(years: &[i16]) -> usize {
    years.chunk_by(|a, b| a == b).map(<[_]>::len).max().unwrap_or_default()
}

/// The mark of a meeting by how it was held: a disc in person, a square online, a diamond both, a ring where it is not
/// stated. Shape alone tells them apart; those of one radius cover about the same area.
pub(super) fn mark(mode: Option<Mode>, x: i32, y: i32, radius: i32) -> String {
    match mode {
        Some(Mode::Virtual) => {
            let side = 2 * half_side(radius);
            format!("M{} {}h{side}v{side}h-{side}z", x - side / 2, y - side / 2)
        }
        Some(Mode::Hybrid) => {
            let half = half_diagonal(radius);
            format!("M{x} {}l{half} {half}-{half} {half}-{half}-{half}z", y - half)
        }
        Some(Mode::InPerson) | None => disc(x, y, radius),
    }
}

fn half_side(radius: i32) -> i32 {
    radius * 89 / 100
}

fn half_diagonal(radius: i32) -> i32 {
    radius * 125 / 100
}

/// How far a mark of any shape reaches from its middle.
pub(super) fn reach(radius: i32) -> i32 {
    half_diagonal(radius) + 2
}

/// The mark of an event: a triangle, unlike that of any meeting.
pub(super) fn event_mark(x: i32, y: i32, radius: i32) -> String {
    let height = radius * 2;
    format!("M{x} {}l{radius} {height}h-{height}z", y - radius)
}

/// A disc.
pub(super) fn disc(x: i32, y: i32, radius: i32) -> String {
    let across = 2 * radius;
    format!("M{} {y}a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0-{across} 0z", x - radius)
}

/// The word for a mark in style sheets and strings.
pub(super) fn mark_name(mode: Option<Mode>) -> &'static str {
    mode.map_or("not-stated", Mode::name)
}

/// About how wide a label is; more rather than less.
pub(super) fn label_width(text: &str) -> i32 {
    pixels(lang::width(text), LETTER)
}

/// A number of things as a number of pixels.
pub(super) fn pixels(n: usize, each: i32) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX).saturating_mul(each)
}
