//! The body of a note or page: HTML with holes where a link depends on the page that shows it.

use std::{ops::Range, sync::Arc};

use super::{Commitment, Delegation, Document, Event, Meeting, Organization, Person, Track};
use crate::id::Id;

/// A body in one language.
#[derive(Clone, Debug, Default, Hash)]
pub struct Body {
    /// All its HTML, of which pieces are parts.
    pub html: Arc<str>,
    /// What it is made of, in order.
    pub pieces: Vec<Piece>,
    /// Its headings, in order.
    pub headings: Arc<[Heading]>,
    /// Its units, in order: what stands side by side with the same of the other language.
    pub units: Vec<Unit>,
    /// Where each unit begins in its file, in bytes.
    pub begins: Box<[usize]>,
}

impl Body {
    /// The text of some of its pieces without markup, where records are named by these titles.
    #[must_use]
    pub fn text(&self, pieces: Range<usize>, title: impl Fn(&Target) -> String) -> String {
        let mut text = String::new();
        // A hole may lie inside a tag, which ends in the next piece.
        let mut html = String::new();
        for piece in self.pieces.get(pieces).unwrap_or_default() {
            match piece {
                Piece::Html(part) => html.push_str(part.of(&self.html)),
                Piece::Title(target) => {
                    text.push_str(&plain_text(&html));
                    html.clear();
                    text.push_str(&title(target));
                }
                _ => {}
            }
        }
        text.push_str(&plain_text(&html));
        text.trim().to_owned()
    }
}

/// The text of HTML as this program writes it, without tags and without the readings of ruby.
#[must_use]
pub fn plain_text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    let mut is_reading = false;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'<' | b'&')) {
        if !is_reading {
            text.push_str(&rest[..at]);
        }
        rest = &rest[at..];
        let end = if rest.starts_with('<') { '>' } else { ';' };
        let length = rest.find(end).map_or(rest.len(), |end| end + 1);
        let (token, after) = rest.split_at(length);
        match token {
            "<rp>" | "<rt>" => is_reading = true,
            "</rp>" | "</rt>" => is_reading = false,
            "<br />" | "<br>" | "</td>" | "</th>" => text.push(' '),
            "&lt;" => text.push('<'),
            "&gt;" => text.push('>'),
            "&quot;" => text.push('"'),
            "&amp;" => text.push('&'),
            _ => {}
        }
        rest = after;
    }
    if !is_reading {
        text.push_str(rest);
    }
    text
}

/// A unit of a body: a heading, a paragraph, an item of a list, a table, a quotation and the like.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// Its parts among the pieces. Of a heading, what stands inside the element; of others, the whole element, but
    /// for the end of an item that holds a list.
    pub pieces: Range<usize>,
}

/// The kinds of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnitKind {
    /// A heading, with its place among the headings of the body.
    Heading(usize),
    /// A paragraph, or what an item says after a list inside it.
    Paragraph,
    /// An item of a list, with its number, if it has one.
    Item(Option<u64>),
    /// A table.
    Table,
    /// A quotation.
    Quotation,
    /// A block of code.
    Code,
    /// A term of a list of definitions.
    Term,
    /// A definition of such a list.
    Definition,
    /// A footnote.
    Footnote,
}

impl UnitKind {
    /// Whether two units are of the same kind: any heading is a heading, and any item an item.
    #[must_use]
    pub fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

/// A part of a body.
#[derive(Clone, Debug, Hash)]
pub enum Piece {
    /// Finished HTML.
    Html(HtmlPart),
    /// The beginning of a link whose text follows.
    Open(Target),
    /// The end of a link. A link whose target is not published has neither beginning nor end.
    Close,
    /// A link that shows the title of its record.
    Title(Target),
    /// The file that a picture shows, from the site's root.
    Picture(Box<str>),
    /// A gap in the published text, with what was authored about it.
    Redacted(Box<str>),
    /// The beginning of a table, in a box that can be moved sideways.
    Table,
    /// The beginning of a heading, by its place among the headings of the body.
    Heading(usize),
    /// The end of a heading.
    HeadingEnd(usize),
    /// A mark that refers to a footnote.
    FootnoteMark(FootnoteMark),
    /// The beginning of a footnote, with the last mark that refers to it.
    Footnote(FootnoteMark),
}

/// A part of a body's HTML, in bytes. A body has many: they share its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HtmlPart {
    start: u32,
    end: u32,
}

impl HtmlPart {
    /// The part between these bytes.
    #[must_use]
    pub fn new(bytes: Range<usize>) -> Self {
        // A note of eight mebibytes makes no HTML of four gibibytes.
        let [start, end] = [bytes.start, bytes.end].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
        Self { start, end }
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Its words in the HTML of its body.
    #[must_use]
    pub fn of(self, html: &str) -> &str {
        html.get(self.bytes()).unwrap_or_default()
    }
}

/// A mark that refers to a footnote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FootnoteMark {
    /// The footnote's number.
    pub number: usize,
    /// Which of the marks with this number it is, from 1; 0 where there is none.
    pub this: usize,
}

impl FootnoteMark {
    /// The anchor of the mark.
    #[must_use]
    pub fn id(self) -> String {
        let Self { number, this } = self;
        if this <= 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{this}") }
    }
}

/// Where a link in a body leads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A meeting.
    Meeting(Id<Meeting>),
    /// A commitment.
    Commitment(Id<Commitment>),
    /// A track.
    Track(Id<Track>),
    /// A delegation.
    Delegation(Id<Delegation>),
    /// An organization.
    Organization(Id<Organization>),
    /// A person.
    Person(Id<Person>),
    /// A document, in the list of its meeting or event.
    Document(Id<Document>),
    /// An event.
    Event(Id<Event>),
    /// A term of the glossary, by its place.
    Term(usize),
    /// A link from the site's root, without the leading slash, with its anchor: percent-encoded.
    Inside(Box<str>),
    /// An anchor of the same page, without `#`.
    Anchor(Box<str>),
    /// An address elsewhere, as an attribute can hold it.
    Outside(Box<str>),
}

/// A heading of a body.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Heading {
    /// Its rank, from 2.
    pub level: u8,
    /// Its anchor: authored, or structural such as `s1-2`.
    pub id: Box<str>,
    /// Its text without markup; of ruby, the base.
    pub text: Box<str>,
    /// Whether its anchor was authored.
    pub is_authored: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_html_is_what_a_reader_sees() {
        let html = "<p>A &amp; <b class=\"x\">B</b><br />\n<ruby>総務省<rp>（</rp><rt>そうむしょう</rt><rp>）</rp></ruby>は &lt;</p>";
        assert_eq!(plain_text(html), "A & B \n総務省は <");
    }

    #[test]
    fn cells_of_a_table_do_not_run_together() {
        assert_eq!(plain_text("<tr><th>2010</th><td>Tokyo</td></tr>"), "2010 Tokyo ");
    }

    #[test]
    fn a_hole_inside_a_tag_leaves_no_trace() {
        let mut whole = String::new();
        let mut html = |html: &str| {
            let start = whole.len();
            whole.push_str(html);
            Piece::Html(HtmlPart::new(start..whole.len()))
        };
        let pieces = vec![
            html("<blockquote><img src=\""),
            Piece::Picture("a.png".into()),
            html("\" alt=\"A &gt; B\"> by "),
            Piece::Title(Target::Anchor("x".into())),
            html("</blockquote>"),
        ];
        let body = Body { html: whole.into(), pieces, ..Body::default() };
        assert_eq!(body.text(0..5, |_| "<the ministry>".into()), "by <the ministry>");
    }
}
