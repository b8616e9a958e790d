//! Full-width signs in the place of Markdown's own: they are shown as they are written, and nobody is reported.

mod line_starts;
mod list_marks;
mod numerals;
mod sign;
mod within_lines;

use super::{
    body_problem::BodyProblem,
    text_lines::{Around, TextBlock},
};
use crate::diagnostic::Code;

pub(super) use line_starts::footnote_label;
pub(super) use within_lines::{begins_reference, is_picture, reference_sign};

use sign::Sign;

/// The full-width signs of a text that were meant for Markdown.
pub(super) fn signs(text: &str, blocks: &[TextBlock]) -> Vec<BodyProblem> {
    let found = blocks.iter().flat_map(|block| signs_of(text, block));
    let reported =
        found.map(|sign| BodyProblem::new(Code::FullWidthSyntax, sign.place, sign.message, Some(sign.help)));
    reported.collect()
}

fn signs_of(text: &str, block: &TextBlock) -> Vec<Sign> {
    let mut found = Vec::new();
    if block.around == Around::Prose {
        found.extend(line_starts::signs(text, block));
        found.extend(list_marks::signs(text, block));
    }
    if block.around == Around::Heading {
        found.extend(within_lines::anchor(text, block));
    }
    found.extend(within_lines::signs(text, block));
    found
}
