//! The few HTML elements that a body may hold: `sup sub br abbr ruby rt rp`, without attributes but `title` on `abbr`.

use std::ops::Range;

use super::{
    body_problem::BodyProblem,
    remedies::{ALLOWED, remedy},
};
use crate::diagnostic::Code;
use crate::lang::{Message, say};

/// Follows the raw HTML of a body and keeps its elements balanced.
#[derive(Default)]
pub(super) struct Checker {
    open: Vec<Open>,
    refused: Vec<String>,
    is_comment: bool,
    is_block_reported: bool,
}

/// What is open around a piece of inline HTML.
enum Open {
    Element(String, Range<usize>),
    /// Emphasis or a link of Markdown: HTML begins and ends on the same side of it.
    Markdown,
}

impl Checker {
    /// A line of an HTML block: only comments may stand there. The first other line of a block is reported.
    pub(super) fn block_line(&mut self, line: &str, span: &Range<usize>) -> Option<BodyProblem> {
        let at = self.after_comments(line)?;
        if std::mem::replace(&mut self.is_block_reported, true) {
            return None;
        }
        let rest = line.get(at..).unwrap_or_default().trim_end();
        let place = span.start + at..span.start + at + rest.len();
        let Some((tag, name)) = tag_in(rest) else {
            let (message, help) = if rest.starts_with('<') {
                (say!("no-html-here"), remedy(""))
            } else {
                (say!("text-beside-comment"), say!("below-blank-line"))
            };
            return Some(BodyProblem::new(Code::RawHtml, place, message, Some(help)));
        };
        if ALLOWED.contains(&name) {
            let help = say!("html-within-line");
            let message = say!("tag-alone", tag);
            return Some(BodyProblem::new(Code::RawHtml, place, message, Some(help)));
        }
        Some(refusal(name, tag, place))
    }

    /// Where in a line something else than comments and blanks begins.
    fn after_comments(&mut self, line: &str) -> Option<usize> {
        let mut rest = line;
        loop {
            if !self.is_comment {
                rest = rest.trim_start();
                let at = line.len() - rest.len();
                let Some(after) = rest.strip_prefix("<!--") else {
                    return (!rest.is_empty()).then_some(at);
                };
                self.is_comment = true;
                rest = after;
            }
            rest = rest.split_once("-->")?.1;
            self.is_comment = false;
        }
    }

    /// The HTML block is over, and with it its comments.
    pub(super) fn end_block(&mut self) {
        self.is_block_reported = false;
        self.is_comment = false;
    }

    /// Whether a piece of inline HTML is kept (`false`: a comment, dropped), or why it is refused.
    pub(super) fn inline(&mut self, html: &str, span: &Range<usize>) -> Result<bool, BodyProblem> {
        if html.starts_with("<!--") {
            return Ok(false);
        }
        let Some(inner) = html.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) else {
            return Err(refusal("", html, span.clone()));
        };
        if let Some(name) = inner.strip_prefix('/') {
            return self.close(name.trim(), html, span);
        }
        let inner = inner.trim_end_matches('/').trim_end();
        let (name, attributes) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
        if !ALLOWED.contains(&name) {
            self.refused.push(name.to_owned());
            return Err(refusal(name, html, span.clone()));
        }
        self.check_attributes(name, attributes, span)?;
        if name != "br" {
            self.open.push(Open::Element(name.to_owned(), span.clone()));
        }
        Ok(true)
    }

    fn check_attributes(&self, name: &str, attributes: &str, span: &Range<usize>) -> Result<(), BodyProblem> {
        let report = |message: Message, help: Message| {
            Err(BodyProblem::new(Code::RawHtml, span.clone(), message, Some(help)))
        };
        let is_outside = matches!(name, "rt" | "rp")
            && !matches!(self.open.last(), Some(Open::Element(around, _)) if around == "ruby");
        if is_outside {
            return report(say!("outside-ruby", name), say!("write-ruby"));
        }
        match (name, attributes) {
            (_, "") => Ok(()),
            ("abbr", title) if is_title(title) => Ok(()),
            ("abbr", _) => report(say!("abbr-attribute"), say!("write-abbr")),
            _ => report(say!("no-attribute", name), say!("write", what = format!("<{name}>"))),
        }
    }

    fn close(&mut self, name: &str, html: &str, span: &Range<usize>) -> Result<bool, BodyProblem> {
        let is_named = |open: &Open| matches!(open, Open::Element(known, _) if known == name);
        if self.open.last().is_some_and(is_named) {
            self.open.pop();
            return Ok(true);
        }
        // It was reported where it began.
        if self.refused.last().is_some_and(|refused| refused == name) {
            self.refused.pop();
            return Ok(false);
        }
        if !ALLOWED.contains(&name) {
            return Err(refusal(name, html, span.clone()));
        }
        let report = |message: Message, help: Message| {
            BodyProblem::new(Code::RawHtml, span.clone(), message, Some(help))
        };
        if let Some(at) = self.open.iter().rposition(is_named) {
            self.open.remove(at);
            let help = say!("end-inner-first", name);
            return Err(report(say!("crossed-tags", html, name), help));
        }
        let help = if name == "br" { say!("write-break") } else { say!("write-tag-before", name) };
        Err(report(say!("closes-nothing", html), help))
    }

    /// Emphasis or a link begins.
    pub(super) fn begin_markup(&mut self) {
        self.open.push(Open::Markdown);
    }

    /// Emphasis or a link ends: the elements that it leaves open.
    pub(super) fn end_markup(&mut self) -> Vec<BodyProblem> {
        let Some(begin) = self.open.iter().rposition(|open| matches!(open, Open::Markdown)) else {
            return Vec::new();
        };
        unclosed(self.open.drain(begin..), &say!("emphasis-or-link"))
    }

    /// A block ends: the elements that it leaves open.
    pub(super) fn end_paragraph(&mut self) -> Vec<BodyProblem> {
        self.refused.clear();
        unclosed(self.open.drain(..), &say!("block-paragraph"))
    }
}

fn unclosed(open: impl Iterator<Item = Open>, what: &Message) -> Vec<BodyProblem> {
    let problems = open.filter_map(|open| {
        let Open::Element(name, span) = open else { return None };
        let message = say!("tag-not-closed", name, what);
        let help = say!("write-end-tag", name);
        Some(BodyProblem::new(Code::RawHtml, span, message, Some(help)))
    });
    problems.collect()
}

/// Whether attributes are just `title="…"` with text that is already escaped.
fn is_title(attributes: &str) -> bool {
    attributes
        .trim()
        .strip_prefix("title=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .is_some_and(|title| !title.contains(['"', '<', '>']))
}

/// The tag that a text begins with, and its name.
fn tag_in(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('<')?;
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let length = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(inner.len());
    let name = inner.get(..length).filter(|name| !name.is_empty())?;
    let end = text.find('>').map_or(text.len(), |end| end + 1);
    Some((text.get(..end)?, name))
}

fn refusal(name: &str, html: &str, span: Range<usize>) -> BodyProblem {
    BodyProblem::new(Code::RawHtml, span, say!("html-not-allowed", html), Some(remedy(name)))
}
