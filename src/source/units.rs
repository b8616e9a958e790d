//! Finds the units of a body: what stands side by side with the same of the other language.
//!
//! Headings, paragraphs, items of lists, tables and quotations, and what else Markdown has of blocks. A quotation, a
//! table and a footnote are one unit with all they hold. An item that holds a list is a unit without that list, whose
//! items are units of their own.

use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

use crate::model::UnitKind;

/// A unit as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitDraft {
    /// What it is.
    pub kind: UnitKind,
    /// Its parts among the pieces of the body.
    pub pieces: Range<usize>,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
}

/// The beginning or the end of a unit, between two events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum UnitMark {
    Begin(UnitKind, Range<usize>),
    /// The end, and whether the HTML goes on within the same line.
    End {
        is_inside: bool,
    },
}

impl UnitMark {
    /// Whether it stands between two lines of HTML.
    pub(super) fn is_line(&self) -> bool {
        !matches!(self, Self::End { is_inside: true } | Self::Begin(UnitKind::Heading(_), _))
    }
}

/// Follows the events, and says where units begin and end.
#[derive(Default)]
pub(super) struct Units {
    /// The elements that are open.
    frames: Vec<Frame>,
    /// The place of the open unit among them.
    unit: Option<usize>,
    /// How many headings there were, inside of units as well.
    headings: usize,
}

/// An open element.
enum Frame {
    /// An item of a list.
    Item,
    /// A list, with the number of its next item, if they are numbered.
    List(Option<u64>),
    /// Any other.
    Other,
}

impl Units {
    /// The marks before and after an event.
    pub(super) fn step(&mut self, event: &Event<'_>, span: &Range<usize>) -> [Option<UnitMark>; 2] {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(end) => self.end(*end),
            Event::Rule | Event::Html(_) => [None, None],
            _ => [self.go_on(span), None],
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: &Range<usize>) -> [Option<UnitMark>; 2] {
        let frame = match tag {
            Tag::List(first) => Frame::List(*first),
            Tag::Item => Frame::Item,
            _ => Frame::Other,
        };
        let depth = self.frames.len();
        let is_of_item = matches!(tag, Tag::List(_)) && self.is_in_item();
        let kind = if self.unit.is_none() { self.kind(tag) } else { None };
        let marks = match kind {
            _ if is_of_item && self.unit.is_some() => {
                self.unit = None;
                [Some(UnitMark::End { is_inside: true }), None]
            }
            Some(kind) => {
                self.unit = Some(depth);
                let begin = Some(UnitMark::Begin(kind, span.clone()));
                if matches!(kind, UnitKind::Heading(_)) { [None, begin] } else { [begin, None] }
            }
            None if is_block(tag) => [None, None],
            None => [self.go_on(span), None],
        };
        self.frames.push(frame);
        self.headings += usize::from(matches!(tag, Tag::Heading { .. }));
        marks
    }

    fn end(&mut self, end: TagEnd) -> [Option<UnitMark>; 2] {
        self.frames.pop();
        if self.unit != Some(self.frames.len()) {
            return [None, None];
        }
        self.unit = None;
        match end {
            TagEnd::Heading(_) => [Some(UnitMark::End { is_inside: true }), None],
            _ => [None, Some(UnitMark::End { is_inside: false })],
        }
    }

    /// What an item says after a list inside it is a unit of its own.
    fn go_on(&mut self, span: &Range<usize>) -> Option<UnitMark> {
        if self.unit.is_some() || !matches!(self.frames.last(), Some(Frame::Item)) {
            return None;
        }
        self.unit = Some(self.frames.len() - 1);
        Some(UnitMark::Begin(UnitKind::Paragraph, span.clone()))
    }

    /// Whether the open unit is the innermost item, or there is none in it.
    fn is_in_item(&self) -> bool {
        let innermost = self.frames.len().checked_sub(1);
        matches!(self.frames.last(), Some(Frame::Item)) && (self.unit.is_none() || self.unit == innermost)
    }

    /// What kind of unit an element is, where none is open.
    fn kind(&mut self, tag: &Tag<'_>) -> Option<UnitKind> {
        Some(match tag {
            Tag::Heading { .. } => UnitKind::Heading(self.headings),
            Tag::Paragraph => UnitKind::Paragraph,
            Tag::Item => UnitKind::Item(self.next_number()),
            Tag::Table(_) => UnitKind::Table,
            Tag::BlockQuote(_) => UnitKind::Quotation,
            Tag::CodeBlock(_) => UnitKind::Code,
            Tag::DefinitionListTitle => UnitKind::Term,
            Tag::DefinitionListDefinition => UnitKind::Definition,
            Tag::FootnoteDefinition(_) => UnitKind::Footnote,
            _ => return None,
        })
    }

    fn next_number(&mut self) -> Option<u64> {
        let Some(Frame::List(Some(next))) = self.frames.last_mut() else { return None };
        let number = *next;
        *next = next.saturating_add(1);
        Some(number)
    }
}

/// Whether an element is no unit itself and begins none.
fn is_block(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::List(_) | Tag::DefinitionList | Tag::HtmlBlock)
}

#[cfg(test)]
mod tests {
    use super::super::body;
    use crate::{lang::Lang, model::UnitKind, source::PieceDraft};

    /// Each unit as its kind and HTML.
    fn units(text: &str) -> Vec<(UnitKind, String)> {
        let (body, _) = body::parse(text, Lang::En);
        let units = body.units.iter().map(|unit| {
            let html = body.pieces[unit.pieces.clone()].iter().map(|piece| match piece {
                PieceDraft::Html(part) => part.of(&body.html),
                PieceDraft::Placeholder(_) => "…",
            });
            (unit.kind, html.collect())
        });
        units.collect()
    }

    #[test]
    fn headings_paragraphs_and_items_are_units() {
        let expected = [
            (UnitKind::Heading(0), "Cloud"),
            (UnitKind::Paragraph, "<p>One …two….</p>\n"),
            (UnitKind::Item(None), "<li>a</li>\n"),
            (UnitKind::Item(None), "<li>b</li>\n"),
            (UnitKind::Item(Some(3)), "<li>c</li>\n"),
            (UnitKind::Item(Some(4)), "<li>d</li>\n"),
        ];
        let text = "## Cloud {#cloud}\n\nOne [two](#x).\n\n- a\n- b\n\n3. c\n4. d\n";
        assert_eq!(units(text), expected.map(|(kind, html)| (kind, html.to_owned())));
    }

    #[test]
    fn blocks_with_blocks_inside_are_one_unit() {
        let text = "> - a\n>\n> b\n\n| A |\n|---|\n| 1 |\n\nT\n: D\n\n```\nx\n```\n\n[^1]: N\n";
        let kinds: Vec<_> = units(text).into_iter().map(|(kind, _)| kind).collect();
        let expected = [
            UnitKind::Quotation,
            UnitKind::Table,
            UnitKind::Term,
            UnitKind::Definition,
            UnitKind::Code,
            UnitKind::Footnote,
        ];
        assert_eq!(kinds, expected);
    }

    #[test]
    fn a_list_inside_an_item_has_units_of_its_own() {
        let expected = [
            (UnitKind::Item(None), "<li>a"),
            (UnitKind::Item(None), "<li>b</li>\n"),
            (UnitKind::Item(None), "<li>c</li>\n"),
        ];
        assert_eq!(units("- a\n  - b\n- c\n"), expected.map(|(kind, html)| (kind, html.to_owned())));
    }

    #[test]
    fn an_item_goes_on_after_its_list() {
        let units = units("- a\n\n  - b\n\n  *c* d\n\n  e\n- f\n");
        let expected = [
            (UnitKind::Item(None), "<li>\n<p>a</p>\n"),
            (UnitKind::Item(None), "<li>b</li>\n"),
            (UnitKind::Paragraph, "<p><em>c</em> d</p>\n"),
            (UnitKind::Paragraph, "<p>e</p>\n"),
            (UnitKind::Item(None), "<li>\n<p>f</p>\n</li>\n"),
        ];
        assert_eq!(units, expected.map(|(kind, html)| (kind, html.to_owned())));
    }
}
