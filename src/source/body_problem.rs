//! What is wrong with a body, before it is known where it begins in its file.

use std::ops::Range;

use crate::{
    diagnostic::{Code, SourceId},
    lang::Message,
    yaml::{Problem, Spot},
};

/// A problem of a body, in bytes of the body.
#[derive(Clone, Debug)]
pub(super) struct BodyProblem {
    pub(super) code: Code,
    pub(super) span: Range<usize>,
    pub(super) message: Message,
    pub(super) help: Option<Message>,
    /// A word in the place, and the one that was meant.
    pub(super) meant: Option<Box<(String, &'static str)>>,
}

impl BodyProblem {
    pub(super) fn new(code: Code, span: Range<usize>, message: Message, help: Option<Message>) -> Self {
        Self { code, span, message, help, meant: None }
    }

    /// The problem in its file, where the body begins at a byte.
    pub(super) fn at(self, source: SourceId, offset: usize) -> Problem {
        let span = self.span.start + offset..self.span.end + offset;
        let problem = Problem::new(self.code, Spot::Bytes(source, span), self.message);
        match (self.help, self.meant) {
            (Some(help), _) => problem.help(help),
            (None, Some(meant)) => problem.suggest(&meant.0, Some(meant.1)),
            (None, None) => problem,
        }
    }
}
