//! What in a text was meant to be more than words, and is shown as it is written: comments, and full-width ruby.

use std::ops::Range;

use super::{Problem, Spot, Tree};
use crate::{
    diagnostic::{Code, SourceId},
    lang::{Message, mistyped, say},
};

/// What is told of a value, at the place where it is written; where it stands there in escapes, at the whole value.
pub(super) fn report(value: &str, tree: &Tree, text: &str, offset: usize, source: SourceId) -> Vec<Problem> {
    let written = text.get(tree.span.start.saturating_sub(offset)..tree.span.end.saturating_sub(offset));
    let written = written.unwrap_or_default();
    let spot = |place: Option<Range<usize>>| {
        let place = place.map(|it| tree.span.start + it.start..tree.span.start + it.end);
        Spot::Bytes(source, place.unwrap_or_else(|| tree.span.clone()))
    };
    let mut reported = Vec::new();
    if value.contains(['!', '！'])
        && let Some(place) = mistyped::comments(value).into_iter().next()
    {
        let (code, message) = comment(value.get(place).unwrap_or_default());
        let problem = Problem::new(code, spot(mistyped::comments(written).into_iter().next()), message);
        reported.push(problem.help(say!("comment-in-own-line")));
    }
    if value.contains(['|', '｜']) {
        let mut places = mistyped::ruby(written).into_iter().map(|ruby| ruby.place);
        reported.extend(mistyped::ruby(value).into_iter().map(|ruby| {
            let message = mistyped::of_ruby(ruby.sign);
            let problem = Problem::new(Code::FullWidthSyntax, spot(places.next()), message);
            problem.help(say!("write", what = ruby.meant))
        }));
    }
    reported
}

fn comment(written: &str) -> (Code, Message) {
    if written == mistyped::COMMENT {
        let message = say!("comment-shown");
        return (Code::RawHtml, message);
    }
    (Code::FullWidthSyntax, mistyped::of_comment(written))
}
