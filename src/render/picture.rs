//! What the pictures have in common: shapes, drawn as paths around a point.

use crate::model::Mode;

/// The width that a letter of a label takes at the most: of Latin script, and of Japanese.
const LETTER: i32 = 8;
const WIDE_LETTER: i32 = 14;

/// The mark of a meeting by how it was held: a disc in person, a square online, a diamond both, a ring where it is not
/// stated. Shape alone tells them apart.
pub(super) fn mark(mode: Option<Mode>, x: i32, y: i32) -> String {
    match mode {
        Some(Mode::Virtual) => format!("M{} {}h12v12h-12z", x - 6, y - 6),
        Some(Mode::Hybrid) => format!("M{x} {}l8 8l-8 8l-8 -8z", y - 8),
        Some(Mode::InPerson) | None => disc(x, y, 6),
    }
}

/// The mark of an event: a triangle, unlike that of any meeting.
pub(super) fn event_mark(x: i32, y: i32) -> String {
    format!("M{x} {}l7 13h-14z", y - 8)
}

/// A disc.
pub(super) fn disc(x: i32, y: i32, radius: i32) -> String {
    let across = 2 * radius;
    format!("M{} {y}a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0 -{across} 0z", x - radius)
}

/// The word for a mark in style sheets and strings.
pub(super) fn mark_name(mode: Option<Mode>) -> &'static str {
    mode.map_or("not-stated", Mode::name)
}

/// About how wide a label is; more rather than less.
pub(super) fn label_width(text: &str) -> i32 {
    text.chars().map(|c| if c.is_ascii() { LETTER } else { WIDE_LETTER }).sum()
}

/// A number of things as a number of pixels.
pub(super) fn pixels(n: usize, each: i32) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX).saturating_mul(each)
}
