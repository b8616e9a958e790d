//! Rewrites the events of a body: references and links become holes, headings get their ids, raw HTML is checked.

use pulldown_cmark::{Alignment, CowStr, Event, LinkType, Tag, TagEnd};
use std::{collections::HashMap, ops::Range};

use super::{
    addresses::{check_link, parse_reference},
    body::{BodyProblem, Reference},
    footnotes::Footnotes,
    raw_html,
    table::Columns,
    units::{Mark, Units},
};
use crate::{
    diagnostic::Code,
    id::is_id,
    lang::ruby,
    model::{FootnoteMark, Heading},
};

/// A part of a body that depends on what the site holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hole {
    /// The beginning of a link to a record; its text follows.
    Open(Reference),
    /// A link that shows the title of its record.
    Title(Reference),
    /// The beginning of a link to an address.
    Link(Address),
    /// The end of a link.
    Close,
    /// The address of a picture.
    Picture(Address),
    /// A gap in the published text, with what was authored about it.
    Redacted(Box<str>),
    /// The beginning of a table, which may be wider than a page.
    Table,
    /// The anchor of a heading.
    Anchor(Box<str>),
    /// A mark that refers to a footnote.
    FootnoteMark(FootnoteMark),
    /// The beginning of a footnote.
    Footnote(FootnoteMark),
}

/// An address as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The address.
    pub address: Box<str>,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
}

impl Hole {
    /// Counts its place from the beginning of the file.
    pub(super) fn shift(&mut self, offset: usize) {
        let span = match self {
            Self::Open(reference) | Self::Title(reference) => &mut reference.span,
            Self::Link(address) | Self::Picture(address) => &mut address.span,
            _ => return,
        };
        *span = span.start + offset..span.end + offset;
    }
}

/// What [`rewrite`] makes of a body.
#[derive(Default)]
pub(super) struct Rewritten<'e> {
    pub(super) events: Vec<Event<'e>>,
    pub(super) holes: Vec<Hole>,
    /// The beginnings and ends of units, in order.
    pub(super) marks: Vec<Mark>,
    pub(super) headings: Vec<Heading>,
    pub(super) anchors: Vec<(String, Range<usize>)>,
}

/// Rewrites the events of a body for the HTML writer.
pub(super) fn rewrite<'e>(
    text: &str,
    events: Vec<(Event<'e>, Range<usize>)>,
    problems: &mut Vec<BodyProblem>,
) -> Rewritten<'e> {
    let mut writer = Writer {
        text,
        problems,
        out: Rewritten::default(),
        links: Vec::new(),
        heading: None,
        picture: None,
        sections: [0; 5],
        anchors: HashMap::new(),
        footnotes: Footnotes::default(),
        raw: raw_html::Checker::default(),
        table: Columns::new(Vec::new()),
        is_code: false,
    };
    let mut units = Units::default();
    for (event, span) in events {
        let [before, after] = units.step(&event, &span);
        writer.mark(before);
        writer.take(event, span);
        writer.mark(after);
    }
    writer.take_footnotes();
    let mut out = writer.out;
    out.anchors = writer.anchors.into_iter().collect();
    out.anchors.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    out
}

struct Writer<'t, 'p, 'e> {
    text: &'t str,
    problems: &'p mut Vec<BodyProblem>,
    out: Rewritten<'e>,
    links: Vec<Link>,
    heading: Option<OpenHeading>,
    picture: Option<String>,
    sections: [u32; 5],
    anchors: HashMap<String, Range<usize>>,
    footnotes: Footnotes,
    raw: raw_html::Checker,
    table: Columns,
    is_code: bool,
}

/// An open link.
enum Link {
    /// Its end is a hole.
    Closed,
    /// Nothing of it is shown but the hole: what stands inside repeats the reference.
    Swallowed,
    /// It was refused; its text stays.
    Dropped,
}

struct OpenHeading {
    at: usize,
    level: u8,
    id: String,
    text: String,
    is_authored: bool,
}

impl<'e> Writer<'_, '_, 'e> {
    fn take(&mut self, event: Event<'e>, span: Range<usize>) {
        if self.picture.is_some() && !matches!(event, Event::End(TagEnd::Image)) {
            self.describe_picture(&event);
            return;
        }
        if matches!(self.links.last(), Some(Link::Swallowed)) && !matches!(event, Event::End(TagEnd::Link)) {
            return;
        }
        self.collect_heading_text(&event);
        match event {
            Event::Start(Tag::Link { link_type: LinkType::WikiLink { has_pothole }, dest_url, .. }) => {
                self.reference(&dest_url, has_pothole, span);
            }
            Event::Start(Tag::Link { dest_url, link_type, .. }) => self.link(&dest_url, link_type, &span),
            Event::End(TagEnd::Link) => self.end_link(),
            Event::Start(Tag::Image { dest_url, .. }) => self.picture(&dest_url, &span),
            Event::End(TagEnd::Image) => self.end_picture(),
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                if !(classes.is_empty() && attrs.is_empty()) {
                    let message = "a heading takes `{#id}` and nothing else";
                    self.tell(Code::InvalidValue, span.clone(), message, None);
                }
                self.heading(level as u8, id, span);
            }
            Event::End(TagEnd::Heading(_)) => self.end_heading(span),
            Event::Html(html) => self.html_block(&html, &span),
            Event::InlineHtml(html) => self.inline_html(html, span),
            Event::FootnoteReference(label) => {
                let mark = self.footnotes.reference(&label);
                self.push_hole(Hole::FootnoteMark(mark));
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let mark = self.footnotes.definition(&label);
                self.push_hole(Hole::Footnote(mark));
            }
            Event::End(TagEnd::FootnoteDefinition) => self.push(Event::Html("</div>\n".into())),
            Event::Start(tag @ (Tag::Table(_) | Tag::TableRow | Tag::TableCell)) => {
                self.begin_table_part(tag);
            }
            Event::End(end @ (TagEnd::Table | TagEnd::TableCell)) => self.end_table_part(end),
            Event::Text(text) => {
                self.check_stray_reference(&text, &span);
                self.push(Event::Text(text));
            }
            Event::End(end) => {
                self.end_block(end);
                self.push(Event::End(end));
            }
            event => {
                self.is_code |= matches!(event, Event::Start(Tag::CodeBlock(_)));
                self.push(event);
            }
        }
    }

    fn begin_table_part(&mut self, tag: Tag<'e>) {
        match tag {
            Tag::Table(alignments) => {
                self.push_hole(Hole::Table);
                self.push(Event::Start(Tag::Table(vec![Alignment::None; alignments.len()])));
                self.table = Columns::new(alignments);
            }
            Tag::TableCell => {
                let cell = self.table.open();
                self.push(Event::Html(cell));
            }
            row => {
                self.table.begin_row();
                self.push(Event::Start(row));
            }
        }
    }

    fn end_table_part(&mut self, end: TagEnd) {
        self.end_block(end);
        match end {
            TagEnd::TableCell => {
                let cell = self.table.close();
                self.push(Event::Html(cell));
            }
            end => {
                self.push(Event::End(end));
                self.push(Event::Html("</div>\n".into()));
            }
        }
    }

    fn push(&mut self, event: Event<'e>) {
        self.out.events.push(event);
    }

    fn push_hole(&mut self, hole: Hole) {
        let hole = self.hole(hole);
        self.push(Event::InlineHtml(hole.into()));
    }

    /// A hole as it stands in the HTML, until the HTML is cut there.
    fn hole(&mut self, hole: Hole) -> String {
        self.out.holes.push(hole);
        format!("\0{}\0", self.out.holes.len() - 1)
    }

    /// Marks the beginning or the end of a unit. Between lines the mark is a line, so that the HTML writer goes on as
    /// it would without.
    fn mark(&mut self, mark: Option<Mark>) {
        let Some(mark) = mark else { return };
        let end = if mark.is_line() { "\n" } else { "" };
        self.push(Event::InlineHtml(format!("\0u{}\0{end}", self.out.marks.len()).into()));
        self.out.marks.push(mark);
    }

    fn tell(&mut self, code: Code, span: Range<usize>, message: impl Into<String>, help: Option<&str>) {
        self.problems.push(BodyProblem::new(code, span, message, help));
    }

    fn reference(&mut self, written: &str, has_text: bool, span: Range<usize>) {
        // The parser takes the inner link for a link, and the outer one's brackets for text.
        if self.is_inside_brackets(&span) {
            self.tell(Code::InvalidValue, span, "a reference cannot stand inside a link", None);
            self.links.push(Link::Dropped);
            return;
        }
        if let Some(what) = written.strip_prefix("redacted:") {
            self.push_hole(Hole::Redacted(what.trim().into()));
            self.links.push(Link::Swallowed);
            return;
        }
        match parse_reference(written, span.clone()) {
            Ok(reference) if has_text => {
                self.push_hole(Hole::Open(reference));
                self.links.push(Link::Closed);
            }
            Ok(reference) => {
                self.push_hole(Hole::Title(reference));
                self.links.push(Link::Swallowed);
            }
            Err((message, help)) => {
                self.tell(Code::InvalidValue, span, message, Some(&help));
                self.links.push(Link::Dropped);
            }
        }
    }

    /// Whether a reference stands between `[` and `](` of its own paragraph.
    fn is_inside_brackets(&self, span: &Range<usize>) -> bool {
        let before = self.text[..span.start].rsplit("\n\n").next().unwrap_or_default();
        let after = self.text[span.end..].split("\n\n").next().unwrap_or_default();
        let mut open = 0_usize;
        for (at, c) in before.char_indices() {
            let is_escaped = before[..at].ends_with('\\');
            match c {
                '[' if !is_escaped => open += 1,
                ']' if !is_escaped => open = open.saturating_sub(1),
                _ => {}
            }
        }
        let mut inner = 0_usize;
        for (at, c) in after.char_indices() {
            match c {
                '[' => inner += 1,
                ']' if inner > 0 => inner -= 1,
                ']' => return open > 0 && after[at + 1..].starts_with('('),
                _ => {}
            }
        }
        false
    }

    fn link(&mut self, address: &str, link_type: LinkType, span: &Range<usize>) {
        let address = match link_type {
            LinkType::Email => format!("mailto:{address}"),
            _ => address.to_owned(),
        };
        let place = self.place_of(&address, span);
        match check_link(&address) {
            Ok(()) => {
                self.push_hole(Hole::Link(Address { address: address.into(), span: place }));
                self.links.push(Link::Closed);
            }
            Err((code, message, help)) => {
                self.tell(code, place, message, Some(help));
                self.links.push(Link::Dropped);
            }
        }
    }

    fn end_link(&mut self) {
        if let Some(Link::Closed) = self.links.pop() {
            self.push_hole(Hole::Close);
        }
    }

    /// Where an address stands inside its link.
    fn place_of(&self, address: &str, span: &Range<usize>) -> Range<usize> {
        let found = self.text.get(span.clone()).and_then(|link| link.rfind(address));
        match found {
            Some(at) if !address.is_empty() => span.start + at..span.start + at + address.len(),
            _ => span.clone(),
        }
    }

    fn picture(&mut self, address: &str, span: &Range<usize>) {
        let place = self.place_of(address, span);
        if address.starts_with('/') && !address.starts_with("//") {
            self.push(Event::InlineHtml("<img src=\"".into()));
            self.push_hole(Hole::Picture(Address { address: address.into(), span: place }));
        } else {
            let help =
                "put the picture into static/ and write its address from the root, such as /pictures/a.png";
            self.tell(Code::UnsafeLink, place, "a picture must be in static/", Some(help));
            self.push(Event::InlineHtml("<img src=\"".into()));
        }
        self.picture = Some(String::new());
    }

    fn describe_picture(&mut self, event: &Event<'_>) {
        let Some(description) = &mut self.picture else { return };
        match event {
            Event::Text(text) | Event::Code(text) => description.push_str(text),
            Event::SoftBreak | Event::HardBreak => description.push(' '),
            _ => {}
        }
    }

    fn end_picture(&mut self) {
        let description = self.picture.take().unwrap_or_default();
        let mut html = String::from("\" alt=\"");
        // Writing to a string cannot fail.
        let _ = pulldown_cmark_escape::escape_html(&mut html, &description);
        html.push_str("\">");
        self.push(Event::InlineHtml(html.into()));
    }

    fn heading(&mut self, level: u8, id: Option<CowStr<'e>>, span: Range<usize>) {
        let level = level.max(2);
        let slot = usize::from(level - 2);
        self.sections[slot] += 1;
        self.sections[slot + 1..].fill(0);
        let id = match id {
            Some(id) => self.authored_id(&id, &span),
            None => None,
        };
        let is_authored = id.is_some();
        let id = id.unwrap_or_else(|| {
            let numbers: Vec<_> = self.sections[..=slot].iter().map(u32::to_string).collect();
            format!("s{}", numbers.join("-"))
        });
        self.remember_anchor(&id, &span);
        self.heading =
            Some(OpenHeading { at: self.out.events.len(), level, id, text: String::new(), is_authored });
    }

    fn authored_id(&mut self, id: &str, span: &Range<usize>) -> Option<String> {
        if is_id(id) {
            return Some(id.to_owned());
        }
        let place = self.anchor_place(id, span);
        let help = "an anchor has lower-case letters a–z and digits, in parts joined by single hyphens";
        self.tell(Code::InvalidId, place, format!("`{id}` is not an id"), Some(help));
        None
    }

    fn anchor_place(&self, id: &str, span: &Range<usize>) -> Range<usize> {
        let heading = self.text.get(span.clone()).unwrap_or_default();
        match heading.rfind(&format!("#{id}")) {
            Some(at) => span.start + at + 1..span.start + at + 1 + id.len(),
            None => span.clone(),
        }
    }

    fn remember_anchor(&mut self, id: &str, span: &Range<usize>) {
        let place = self.anchor_place(id, span);
        if self.anchors.insert(id.to_owned(), place.clone()).is_some() {
            self.tell(Code::DuplicateId, place, format!("the anchor `{id}` stands twice in this text"), None);
        }
    }

    fn end_heading(&mut self, span: Range<usize>) {
        let Some(heading) = self.heading.take() else { return };
        self.check_raw_end();
        let level = heading.level;
        let anchor = self.hole(Hole::Anchor(heading.id.as_str().into()));
        let open = format!("<h{level}{anchor}>");
        self.out.events.insert(heading.at, Event::InlineHtml(open.into()));
        self.push(Event::Html(format!("</h{level}>\n").into()));
        let text = heading.text.trim();
        if text.is_empty() {
            self.tell(Code::InvalidValue, span, "this heading is empty", None);
        }
        let is_authored = heading.is_authored;
        self.out.headings.push(Heading { level, id: heading.id.into(), text: text.into(), is_authored });
    }

    fn collect_heading_text(&mut self, event: &Event<'_>) {
        let Some(heading) = &mut self.heading else { return };
        match event {
            Event::Text(text) | Event::Code(text) => heading.text.push_str(text),
            Event::InlineHtml(html) => heading.text.push_str(&ruby::base_of(html).unwrap_or_default()),
            Event::SoftBreak | Event::HardBreak => heading.text.push(' '),
            _ => {}
        }
    }

    fn html_block(&mut self, html: &str, span: &Range<usize>) {
        if !self.raw.is_in_comment(html) {
            let help = "write Markdown instead: HTML blocks are not taken over";
            self.tell(Code::RawHtml, span.clone(), "HTML is not allowed here", Some(help));
        }
    }

    fn inline_html(&mut self, html: CowStr<'e>, span: Range<usize>) {
        if html.starts_with("<ruby>") && ruby::base_of(&html).is_some() {
            self.push(Event::InlineHtml(html));
            return;
        }
        match self.raw.inline(&html, &span) {
            Ok(true) => self.push(Event::InlineHtml(html)),
            Ok(false) => {}
            Err((message, help)) => self.tell(Code::RawHtml, span, message, Some(&help)),
        }
    }

    fn end_block(&mut self, end: TagEnd) {
        let is_block = !matches!(
            end,
            TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Superscript
                | TagEnd::Subscript
        );
        self.is_code &= !matches!(end, TagEnd::CodeBlock);
        if matches!(end, TagEnd::HtmlBlock) {
            self.raw.end_block();
        } else if is_block {
            self.check_raw_end();
        }
    }

    fn check_raw_end(&mut self) {
        for (name, span) in self.raw.unclosed() {
            let message = format!("`<{name}>` is not closed in its paragraph");
            self.tell(Code::RawHtml, span, message, Some(&format!("write `</{name}>` where it ends")));
        }
    }

    /// Takes the anchors of footnotes among the others; a heading that has one of them is told.
    fn take_footnotes(&mut self) {
        for id in self.footnotes.anchors() {
            if let Some(place) = self.anchors.get(&id).cloned() {
                self.tell(Code::DuplicateId, place, format!("a footnote has the anchor `{id}`"), None);
            }
            self.anchors.entry(id).or_insert(0..0);
        }
    }

    /// Tells a `[[` that the parser did not take for a reference.
    fn check_stray_reference(&mut self, text: &str, span: &Range<usize>) {
        if self.is_code || !text.starts_with('[') || !self.text[span.start..].starts_with("[[") {
            return;
        }
        let is_escaped = self.text[..span.start].ends_with('\\');
        // The second bracket of a run was told with the first.
        let is_second = self.text[..span.start].ends_with('[');
        if !is_escaped && !is_second {
            let help = "write [[kind:id]] or [[kind:id|text]]; for the characters themselves, \\[[";
            self.tell(
                Code::InvalidValue,
                span.start..span.start + 2,
                "this reference is not whole",
                Some(help),
            );
        }
    }
}
