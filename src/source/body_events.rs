//! Rewrites the events of a body: references and links become holes, headings get their ids, raw HTML is checked.

use pulldown_cmark::{Alignment, CowStr, Event, LinkType, Tag, TagEnd};
use std::ops::Range;

use super::{
    addresses::{Reference, check_link, parse_reference},
    body_problem::BodyProblem,
    brackets::LinkTexts,
    footnotes::Footnotes,
    full_width,
    headings::{Headings, Start},
    pictures::Picture,
    raw_html,
    table::TableColumns,
    units::{UnitMark, Units},
};
use crate::{
    diagnostic::Code,
    lang::{Message, initials, ruby, say},
    model::{FootnoteMark, Heading},
};

/// A part of a body that depends on what the site holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placeholder {
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
    /// The beginning of a heading, by its place among the headings.
    Heading(usize),
    /// The end of a heading.
    HeadingEnd(usize),
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

impl Placeholder {
    /// Its place in the file, if it is one that may be reported.
    pub(super) fn place(&mut self) -> Option<&mut Range<usize>> {
        match self {
            Self::Open(reference) | Self::Title(reference) => Some(&mut reference.span),
            Self::Link(address) | Self::Picture(address) => Some(&mut address.span),
            _ => None,
        }
    }
}

/// What [`rewrite`] makes of a body.
#[derive(Default)]
pub(super) struct Rewritten<'e> {
    pub(super) events: Vec<Event<'e>>,
    pub(super) holes: Vec<Placeholder>,
    /// The beginnings and ends of units, in order.
    pub(super) marks: Vec<UnitMark>,
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
        out: Rewritten { events: Vec::with_capacity(events.len()), ..Rewritten::default() },
        links: Vec::new(),
        picture: None,
        link_texts: None,
        headings: Headings::default(),
        footnotes: Footnotes::default(),
        raw: raw_html::Checker::default(),
        table: TableColumns::new(Vec::new()),
        is_code: false,
        is_in_cell: false,
    };
    let mut units = Units::default();
    for (event, span) in events {
        let [before, after] = units.step(&event, &span);
        writer.mark(before);
        writer.take(event, span);
        writer.mark(after);
    }
    writer.problems.extend(writer.footnotes.unused());
    writer.headings.take_footnotes(writer.footnotes.anchors(), writer.problems);
    let mut out = writer.out;
    (out.headings, out.anchors) = writer.headings.finish();
    out
}

struct Writer<'t, 'p, 'e> {
    text: &'t str,
    problems: &'p mut Vec<BodyProblem>,
    out: Rewritten<'e>,
    links: Vec<Link>,
    picture: Option<Picture>,
    link_texts: Option<LinkTexts>,
    headings: Headings,
    footnotes: Footnotes,
    raw: raw_html::Checker,
    table: TableColumns,
    is_code: bool,
    is_in_cell: bool,
}

/// An open link.
enum Link {
    /// Its end is a hole.
    Closed,
    /// Nothing of it is shown but the hole: what stands inside repeats the reference, or is not to be read.
    Swallowed { inner: usize },
    /// It was refused; its text stays.
    Dropped,
}

impl<'e> Writer<'_, '_, 'e> {
    fn take(&mut self, event: Event<'e>, span: Range<usize>) {
        if let Some(picture) = &mut self.picture {
            if picture.take(&event, span, self.problems) {
                self.end_picture();
            }
            return;
        }
        if self.is_swallowed(&event) {
            return;
        }
        self.headings.collect(&event);
        match event {
            Event::Start(Tag::Link { link_type: LinkType::WikiLink { has_pothole }, dest_url, .. }) => {
                self.reference(&dest_url, has_pothole, span);
            }
            Event::Start(Tag::Link { dest_url, link_type, .. }) => self.link(&dest_url, link_type, &span),
            Event::End(TagEnd::Link) => self.end_link(),
            Event::Start(Tag::Image { dest_url, link_type, .. }) => self.picture(&dest_url, link_type, span),
            Event::Start(Tag::Heading { level, id, .. }) => self.heading(level as u8, id.as_deref(), &span),
            Event::End(TagEnd::Heading(_)) => self.end_heading(&span),
            Event::Html(html) => self.html_block(&html, &span),
            Event::InlineHtml(html) => self.inline_html(html, span),
            Event::FootnoteReference(label) => {
                let mark = self.footnotes.reference(&label);
                self.push_placeholder(Placeholder::FootnoteMark(mark));
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let mark = self.footnotes.definition(&label, &span, self.problems);
                self.push_placeholder(Placeholder::Footnote(mark));
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                self.footnotes.end_definition();
                self.push(Event::Html("</div>\n".into()));
            }
            Event::Start(tag @ (Tag::Table(_) | Tag::TableRow | Tag::TableCell)) => {
                self.begin_table_part(tag);
            }
            Event::End(end @ (TagEnd::Table | TagEnd::TableCell)) => self.end_table_part(end),
            Event::Text(text) => {
                self.check_stray_reference(&text, &span);
                self.text(text);
            }
            Event::End(end) => {
                self.end_block(end);
                self.push(Event::End(end));
            }
            event => {
                self.is_code |= matches!(event, Event::Start(Tag::CodeBlock(_)));
                if matches!(event, Event::Start(Tag::Emphasis | Tag::Strong)) {
                    self.raw.begin_markup();
                }
                self.push(event);
            }
        }
    }

    /// Whether an event stands in a link of which nothing is shown but its hole. Links in there end before it does.
    fn is_swallowed(&mut self, event: &Event<'_>) -> bool {
        let Some(Link::Swallowed { inner }) = self.links.last_mut() else { return false };
        match event {
            Event::Start(Tag::Link { .. }) => *inner += 1,
            Event::End(TagEnd::Link) if *inner == 0 => return false,
            Event::End(TagEnd::Link) => *inner -= 1,
            _ => {}
        }
        true
    }

    fn begin_table_part(&mut self, tag: Tag<'e>) {
        match tag {
            Tag::Table(alignments) => {
                self.push_placeholder(Placeholder::Table);
                self.push(Event::Start(Tag::Table(vec![Alignment::None; alignments.len()])));
                self.table = TableColumns::new(alignments);
            }
            Tag::TableCell => {
                self.is_in_cell = true;
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
                self.is_in_cell = false;
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

    /// A text, in which no line breaks between initials and a name.
    fn text(&mut self, text: CowStr<'e>) {
        if self.is_code || !text.contains(".-") {
            return self.push(Event::Text(text));
        }
        for (is_joined, part) in initials::parts(&text) {
            self.push(if is_joined {
                Event::InlineHtml(initials::whole(part).into())
            } else {
                Event::Text(part.to_owned().into())
            });
        }
    }

    /// A hole as it stands in the HTML, until the HTML is cut there.
    fn push_placeholder(&mut self, placeholder: Placeholder) {
        self.push(Event::InlineHtml(format!("\0{}\0", self.out.holes.len()).into()));
        self.out.holes.push(placeholder);
    }

    /// Marks the beginning or the end of a unit. Between lines the mark is a line, so that the HTML writer goes on as
    /// it would without.
    fn mark(&mut self, mark: Option<UnitMark>) {
        let Some(mark) = mark else { return };
        let end = if mark.is_line() { "\n" } else { "" };
        self.push(Event::InlineHtml(format!("\0u{}\0{end}", self.out.marks.len()).into()));
        self.out.marks.push(mark);
    }

    fn report(&mut self, code: Code, span: Range<usize>, message: Message, help: Option<Message>) {
        self.problems.push(BodyProblem::new(code, span, message, help));
    }

    fn reference(&mut self, written: &str, has_text: bool, span: Range<usize>) {
        self.raw.begin_markup();
        // The parser takes the inner link for a link, and the outer one's brackets for text.
        let link_texts = self.link_texts.get_or_insert_with(|| LinkTexts::of(self.text));
        if link_texts.hold(&span) {
            self.report(Code::InvalidValue, span, say!("reference-in-link"), None);
            self.links.push(Link::Dropped);
            return;
        }
        if has_text && self.is_without_text(&span) {
            let help = say!("reference-label");
            self.report(Code::InvalidValue, span, say!("reference-without-text"), Some(help));
            self.links.push(Link::Dropped);
            return;
        }
        // Of a bar in a table, which Markdown wants behind a backslash.
        let written = if has_text { written.strip_suffix('\\').unwrap_or(written) } else { written };
        if let Some(what) = written.strip_prefix("redacted:") {
            if what.trim().is_empty() {
                let help = say!("write-withheld");
                self.report(Code::InvalidValue, span, say!("empty-gap"), Some(help));
            }
            self.push_placeholder(Placeholder::Redacted(what.trim().into()));
            self.links.push(Link::Swallowed { inner: 0 });
            return;
        }
        if let Some((place, half)) = full_width::reference_sign(written) {
            let place = span.start + "[[".len() + place.start..span.start + "[[".len() + place.end;
            let message = say!("full-width-in-reference");
            self.report(Code::FullWidthSyntax, place, message, Some(say!("write", what = half)));
            self.links.push(Link::Dropped);
            return;
        }
        match parse_reference(written, span.clone()) {
            Ok(reference) if has_text => {
                self.push_placeholder(Placeholder::Open(reference));
                self.links.push(Link::Closed);
            }
            Ok(reference) => {
                self.push_placeholder(Placeholder::Title(reference));
                self.links.push(Link::Swallowed { inner: 0 });
            }
            Err(refused) => {
                let problem = BodyProblem::new(Code::InvalidValue, span, refused.message, refused.help);
                self.problems.push(BodyProblem { meant: refused.meant, ..problem });
                self.links.push(Link::Dropped);
            }
        }
    }

    /// Whether nothing stands between the bar of a reference and its end.
    fn is_without_text(&self, span: &Range<usize>) -> bool {
        let written = self.text.get(span.clone()).and_then(|written| written.strip_suffix("]]"));
        let behind = written.and_then(|written| written.split_once('|'));
        behind.is_some_and(|(_, text)| text.trim().is_empty())
    }

    fn link(&mut self, address: &str, link_type: LinkType, span: &Range<usize>) {
        let address = match link_type {
            LinkType::Email => format!("mailto:{address}"),
            _ => address.to_owned(),
        };
        let place = self.place_of(&address, span);
        self.raw.begin_markup();
        if self.links.iter().any(|open| matches!(open, Link::Closed)) {
            self.report(Code::InvalidValue, place, say!("link-in-link"), None);
            self.links.push(Link::Dropped);
            return;
        }
        if full_width::is_picture(&address)
            && self.text.get(..span.start).is_some_and(|it| it.ends_with('！'))
        {
            let sign = span.start - '！'.len_utf8()..span.start;
            let message = say!("full-width-picture");
            let help = say!("write-exclamation");
            self.report(Code::FullWidthSyntax, sign, message, Some(help));
        }
        match check_link(&address) {
            Ok(()) => {
                self.push_placeholder(Placeholder::Link(Address { address: address.into(), span: place }));
                self.links.push(Link::Closed);
            }
            Err((code, message, help)) => {
                self.report(code, place, message, Some(help));
                self.links.push(Link::Dropped);
            }
        }
    }

    fn end_link(&mut self) {
        self.problems.extend(self.raw.end_markup());
        if let Some(Link::Closed) = self.links.pop() {
            self.push_placeholder(Placeholder::Close);
        }
    }

    /// Where an address stands inside its link, also one that is written with entities or backslashes.
    fn place_of(&self, address: &str, span: &Range<usize>) -> Range<usize> {
        let link = self.text.get(span.clone()).unwrap_or_default();
        if let Some(at) = link.rfind(address).filter(|_| !address.is_empty()) {
            return span.start + at..span.start + at + address.len();
        }
        match link.rfind("](") {
            Some(at) if link.ends_with(')') => span.start + at + 2..span.end - 1,
            _ => span.clone(),
        }
    }

    fn picture(&mut self, address: &str, link_type: LinkType, span: Range<usize>) {
        let place = self.place_of(address, &span);
        if address.starts_with('/') && !address.starts_with("//") {
            self.push(Event::InlineHtml("<img src=\"".into()));
            self.push_placeholder(Placeholder::Picture(Address { address: address.into(), span: place }));
        } else {
            let help = say!("picture-into-static");
            self.report(Code::UnsafeLink, place, say!("picture-elsewhere"), Some(help));
            self.push(Event::InlineHtml("<img src=\"".into()));
        }
        self.picture = Some(Picture::new(link_type, span));
    }

    fn end_picture(&mut self) {
        if let Some(picture) = self.picture.take() {
            let html = picture.end(self.problems);
            self.push(Event::InlineHtml(html.into()));
        }
    }

    fn heading(&mut self, level: u8, id: Option<&str>, span: &Range<usize>) {
        let written = self.text.get(span.clone()).unwrap_or_default();
        let heading = self.headings.begin(&Start { level, id, span, written }, self.problems);
        self.push_placeholder(Placeholder::Heading(heading));
    }

    fn end_heading(&mut self, span: &Range<usize>) {
        self.problems.extend(self.raw.end_paragraph());
        if let Some(heading) = self.headings.end(span, self.problems) {
            self.push_placeholder(Placeholder::HeadingEnd(heading));
            self.push(Event::Html("\n".into()));
        }
    }

    fn html_block(&mut self, html: &str, span: &Range<usize>) {
        self.problems.extend(self.raw.block_line(html, span));
    }

    fn inline_html(&mut self, html: CowStr<'e>, span: Range<usize>) {
        if html.starts_with("<ruby>") && ruby::base_of(&html).is_some() {
            self.push(Event::InlineHtml(html));
            return;
        }
        match self.raw.inline(&html, &span) {
            Ok(true) => self.push(Event::InlineHtml(html)),
            Ok(false) => {}
            Err(problem) => self.problems.push(problem),
        }
    }

    fn end_block(&mut self, end: TagEnd) {
        self.is_code &= !matches!(end, TagEnd::CodeBlock);
        match end {
            TagEnd::HtmlBlock => self.raw.end_block(),
            TagEnd::Emphasis | TagEnd::Strong => self.problems.extend(self.raw.end_markup()),
            _ => self.problems.extend(self.raw.end_paragraph()),
        }
    }

    /// Reports a `[[` that the parser did not take for a reference.
    fn check_stray_reference(&mut self, text: &str, span: &Range<usize>) {
        let Some((before, after)) = self.text.split_at_checked(span.start) else { return };
        if self.is_code || !text.starts_with('[') || !after.starts_with("[[") {
            return;
        }
        let is_escaped = before.ends_with('\\');
        // The second bracket of a run was reported with the first.
        let is_second = before.ends_with('[');
        if !is_escaped && !is_second && !full_width::begins_reference(after) {
            let help = if self.is_in_cell { say!("reference-form-in-table") } else { say!("reference-form") };
            self.report(
                Code::InvalidValue,
                span.start..span.start + 2,
                say!("reference-not-whole"),
                Some(help),
            );
        }
    }
}
