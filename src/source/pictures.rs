//! Pictures of a body: their addresses and descriptions.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;

use super::body_problem::BodyProblem;
use crate::{diagnostic::Code, html::escape, lang::say};

/// A picture whose description is being read.
pub(super) struct Picture {
    span: Range<usize>,
    description: String,
    /// How many pictures and links stand open in the description.
    depth: usize,
    is_described: bool,
}

impl Picture {
    /// A picture begins.
    pub(super) fn new(link_type: LinkType, span: Range<usize>) -> Self {
        // Of `![[address]]` the parser makes the address the description.
        let is_described = !matches!(link_type, LinkType::WikiLink { has_pothole: false });
        Self { span, description: String::new(), depth: 0, is_described }
    }

    /// Takes in what an event adds to the description. `true`: it was the picture's end.
    pub(super) fn take(
        &mut self,
        event: &Event<'_>,
        span: Range<usize>,
        problems: &mut Vec<BodyProblem>,
    ) -> bool {
        match event {
            Event::Text(text) | Event::Code(text) => self.description.push_str(text),
            Event::SoftBreak | Event::HardBreak => self.description.push(' '),
            Event::Start(Tag::Image { .. } | Tag::Link { .. }) => {
                if self.depth == 0 {
                    let message = say!("link-in-description");
                    problems.push(BodyProblem::new(Code::InvalidValue, span, message, None));
                }
                self.depth += 1;
            }
            Event::End(TagEnd::Image | TagEnd::Link) => match self.depth.checked_sub(1) {
                Some(depth) => self.depth = depth,
                None => return true,
            },
            _ => {}
        }
        false
    }

    /// What follows the address in the HTML. A picture without a description is reported.
    pub(super) fn end(self, problems: &mut Vec<BodyProblem>) -> String {
        if !self.is_described || self.description.trim().is_empty() {
            let message = say!("no-description");
            let help = say!("write-description");
            problems.push(BodyProblem::new(Code::InvalidValue, self.span, message, Some(help)));
        }
        format!("\" alt=\"{}\">", escape(self.description.trim()))
    }
}
