//! Comments that begin in one block of a text and end in another. Markdown ends a paragraph, an item or a cell inside of
//! them, so that the parser takes their beginning for text: they are taken out before it reads the text.

use pulldown_cmark::{Event, Parser, Tag};
use std::{borrow::Cow, ops::Range};

use super::{body_problem::BodyProblem, markdown::MARKDOWN};
use crate::{
    diagnostic::Code,
    lang::{Message, is_escaped, say},
};

const BEGIN: &str = "<!--";
const END: &str = "-->";

/// How many bytes are parsed in search of comments: each that is taken out may change how the rest is read.
const MAX_WORK: usize = 32 << 20;

/// A text without the comments that go from one block into another.
pub(super) struct Uncommented<'t> {
    pub(super) text: Cow<'t, str>,
    /// What was taken out of the text as it is written, in order.
    cuts: Vec<Range<usize>>,
    /// What is wrong with a comment, in bytes of the text as it is written.
    pub(super) problem: Option<BodyProblem>,
}

/// Takes the comments out that go from one block into another.
pub(super) fn uncomment(text: &str) -> Uncommented<'_> {
    let mut out = Uncommented { text: text.into(), cuts: Vec::new(), problem: None };
    if !text.contains(BEGIN) {
        return out;
    }
    let mut work = 0;
    while let Some(at) = loose_beginning(&out.text) {
        let begin = out.original(at);
        work += out.text.len();
        if work > MAX_WORK {
            let message = say!("comment-beyond-block");
            let help = say!("end-comment-in-block");
            out.problem = Some(problem(begin, message, help));
            return out;
        }
        let Some(end) = end_of(text, begin) else {
            let help = say!("end-comment");
            out.problem = Some(problem(begin, say!("comment-not-closed"), help));
            out.cut(text, begin..text.len());
            return out;
        };
        out.cut(text, without_blanks(text, begin..end));
    }
    out
}

fn problem(begin: usize, message: Message, help: Message) -> BodyProblem {
    BodyProblem::new(Code::RawHtml, begin..begin + BEGIN.len(), message, Some(help))
}

impl Uncommented<'_> {
    /// A place in the text as it is written.
    pub(super) fn original_range(&self, span: &Range<usize>) -> Range<usize> {
        let start = self.original(span.start);
        let end = if span.is_empty() { start } else { self.original(span.end - 1) + 1 };
        start..end
    }

    fn original(&self, at: usize) -> usize {
        let mut at = at;
        for cut in &self.cuts {
            if cut.start > at {
                break;
            }
            at += cut.len();
        }
        at
    }

    fn cut(&mut self, text: &str, span: Range<usize>) {
        self.cuts.push(span);
        self.cuts.sort_unstable_by_key(|cut| cut.start);
        let mut kept = String::with_capacity(text.len());
        let mut done = 0;
        for cut in &self.cuts {
            kept.push_str(text.get(done..cut.start).unwrap_or_default());
            done = cut.end;
        }
        kept.push_str(text.get(done..).unwrap_or_default());
        self.text = kept.into();
    }
}

/// Where the comment that begins at a place ends: `<!-->` is one too.
fn end_of(text: &str, begin: usize) -> Option<usize> {
    let from = begin + BEGIN.len() - 2;
    text.get(from..)?.find(END).map(|at| from + at + END.len())
}

/// A comment at the end of a line, with the blanks before it: two of them would break the line.
fn without_blanks(text: &str, comment: Range<usize>) -> Range<usize> {
    let behind = text.get(comment.end..).unwrap_or_default();
    if !behind.is_empty() && !behind.starts_with(['\r', '\n']) {
        return comment;
    }
    let before = text.get(..comment.start).unwrap_or_default();
    before.trim_end_matches([' ', '\t']).len()..comment.end
}

/// The first `<!--` that stands in no code and begins no comment that Markdown takes out.
fn loose_beginning(text: &str) -> Option<usize> {
    let known = Parser::new_ext(text, MARKDOWN).into_offset_iter();
    // They follow one another in the text.
    let known: Vec<_> = known.filter_map(|(event, span)| known_part(text, &event, span)).collect();
    let is_known =
        |at: usize| known.get(known.partition_point(|it| it.end <= at)).is_some_and(|it| it.contains(&at));
    let beginnings = text.match_indices(BEGIN).map(|(at, _)| at);
    beginnings.filter(|at| !is_escaped(text, *at)).find(|at| !is_known(*at))
}

/// What of an event is code or HTML; of a block of HTML only what stands before a comment that the block does not end.
fn known_part(text: &str, event: &Event<'_>, span: Range<usize>) -> Option<Range<usize>> {
    match event {
        Event::Code(_) | Event::InlineHtml(_) | Event::Start(Tag::CodeBlock(_)) => Some(span),
        Event::Start(Tag::HtmlBlock) => {
            let block = text.get(span.clone()).unwrap_or_default();
            let mut done = 0;
            while let Some(begin) = block.get(done..).and_then(|rest| rest.find(BEGIN)).map(|at| done + at) {
                match end_of(block, begin) {
                    Some(end) => done = end,
                    None => return Some(span.start..span.start + begin),
                }
            }
            Some(span)
        }
        _ => None,
    }
}

/// What ends a comment whose beginning stands in code of the same block: what lies between them is published.
pub(super) fn open_in_code(text: &str, events: &[(Event<'_>, Range<usize>)]) -> Vec<BodyProblem> {
    let mut found = Vec::new();
    if !text.contains(BEGIN) {
        return found;
    }
    let mut is_open = false;
    for (event, span) in events {
        match event {
            Event::Code(code) => {
                let begin = code.rfind(BEGIN);
                let end = code.rfind(END);
                is_open = begin.is_some() && end < begin || is_open && end.is_none();
            }
            Event::Text(_) if is_open => {
                let words = text.get(span.clone()).unwrap_or_default();
                let ends = words.match_indices(END).map(|(at, _)| span.start + at);
                if let Some(at) = ends.into_iter().find(|at| !is_escaped(text, *at)) {
                    let message = say!("comment-in-code");
                    let help = say!("comment-outside-code");
                    found.push(BodyProblem::new(Code::RawHtml, at..at + END.len(), message, Some(help)));
                    is_open = false;
                }
            }
            Event::Start(tag) if !is_within_words(tag) => is_open = false,
            _ => {}
        }
    }
    found
}

fn is_within_words(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_text_as_it_is_written() {
        let text = "a <!-- b\n\nc --> d <!-- e\n\nf --> g";
        let cut = uncomment(text);
        assert_eq!(cut.text, "a  d  g");
        for word in ["a", "d", "g"] {
            let at = cut.text.find(word).unwrap_or_default();
            assert_eq!(text.get(cut.original_range(&(at..at + 1))), Some(word));
        }
        assert_eq!(cut.original_range(&(0..7)), 0..text.len());
    }

    #[test]
    fn comments_that_markdown_sees_stay() {
        for text in
            ["a <!-- b --> c", "<!-- a\n\nb -->\n\nc", "`<!--` a\n\n`-->`", "    <!-- a\n\nb", r"\<!-- a"]
        {
            assert_eq!(uncomment(text).text, text);
        }
    }
}
