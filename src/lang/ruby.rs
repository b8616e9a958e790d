//! Ruby: `{総務省|そうむしょう}` puts the reading over the base text.
//!
//! Braces that hold no base, no reading, a second bar, another brace or a line break stay literal, as do braces and
//! bars behind a backslash. In a table a bar is written `\|`, as everywhere in Markdown, and still divides.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::{chars::is_escaped, initials};
use crate::html::escape;

/// A piece of a text with ruby.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Segment {
    /// Text without ruby.
    Text(String),
    /// Text with its reading.
    Ruby {
        /// What is read.
        base: String,
        /// How it is read.
        reading: String,
    },
}

impl Segment {
    /// The text without the reading.
    #[must_use]
    pub fn base(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Ruby { base, .. } => base,
        }
    }

    /// The escaped HTML, with the reading in brackets where ruby is not known.
    #[must_use]
    pub fn html(&self) -> String {
        match self {
            Self::Text(text) => initials::html(text),
            Self::Ruby { base, reading } => {
                format!("{OPEN}{}{MIDDLE}{}</rt><rp>）</rp></ruby>", escape(base), escape(reading))
            }
        }
    }
}

const OPEN: &str = "<ruby>";
const MIDDLE: &str = "<rp>（</rp><rt>";

/// The pieces of a plain text (a title, a name), in order.
#[must_use]
pub fn segments(text: &str) -> Vec<Segment> {
    if is_plain(text) {
        return vec![Segment::Text(text.to_owned())];
    }
    split(&plain_glyphs(text)).into_iter().map(|(segment, _)| segment).collect()
}

/// Whether a text has neither ruby nor a backslash, as most have.
fn is_plain(text: &str) -> bool {
    // One byte at a time is looked for a word at a time.
    !text.as_bytes().contains(&b'{') && !text.as_bytes().contains(&b'\\')
}

/// The plain text as escaped HTML.
#[must_use]
pub fn html(text: &str) -> String {
    if is_plain(text) {
        return initials::html(text);
    }
    segments(text).iter().map(Segment::html).collect()
}

/// The plain text without readings, for titles, contents lists and search; not escaped.
#[must_use]
pub fn plain(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    segments(text).iter().map(Segment::base).collect()
}

/// The base text of inline HTML made by this module, not escaped; `None` for other HTML.
#[must_use]
pub fn base_of(html: &str) -> Option<String> {
    let (base, _) = html.strip_prefix(OPEN)?.split_once(MIDDLE)?;
    Some(base.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&"))
}

/// The events of a body with each ruby as one [`Event::InlineHtml`]. Code stays as it is; of ruby in an image's
/// description the base text remains.
///
/// `source` is the text whose byte ranges the events carry.
#[must_use]
pub fn in_events<'e>(source: &str, events: Vec<(Event<'e>, Range<usize>)>) -> Vec<(Event<'e>, Range<usize>)> {
    if !source.contains('{') {
        return events;
    }
    let mut body = RubyText {
        source,
        out: Vec::with_capacity(events.len()),
        run: Vec::new(),
        context: Context::default(),
    };
    for (event, range) in events {
        if matches!(event, Event::Text(_)) && !body.context.code {
            body.run.push((event, range));
        } else {
            body.end_run();
            body.context.follow(&event);
            body.out.push((event, range));
        }
    }
    body.end_run();
    body.out
}

/// A body on its way from events to events with ruby.
struct RubyText<'s, 'e> {
    source: &'s str,
    out: Vec<(Event<'e>, Range<usize>)>,
    /// The text events since the last event of another kind: the parser may cut a ruby anywhere.
    run: Vec<(Event<'e>, Range<usize>)>,
    context: Context,
}

/// Where in the body the reader is.
#[derive(Default)]
struct Context {
    code: bool,
    table: bool,
    images: usize,
}

impl Context {
    fn follow(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => self.code = true,
            Event::End(TagEnd::CodeBlock) => self.code = false,
            Event::Start(Tag::Table(_)) => self.table = true,
            Event::End(TagEnd::Table) => self.table = false,
            Event::Start(Tag::Image { .. }) => self.images += 1,
            Event::End(TagEnd::Image) => self.images = self.images.saturating_sub(1),
            _ => {}
        }
    }
}

impl RubyText<'_, '_> {
    /// Moves the run into the output, with ruby if it holds any.
    fn end_run(&mut self) {
        let holds = |c: char| {
            self.run.iter().any(|(event, _)| matches!(event, Event::Text(text) if text.contains(c)))
        };
        if !(holds('{') && holds('|') && holds('}')) {
            self.out.append(&mut self.run);
            return;
        }
        let glyphs = self.run_glyphs();
        let pieces = split(&glyphs);
        if pieces.iter().all(|(segment, _)| matches!(segment, Segment::Text(_))) {
            self.out.append(&mut self.run);
            return;
        }
        self.run.clear();
        let plain = self.context.images > 0;
        self.out.extend(pieces.into_iter().map(|(segment, place)| {
            let range = glyphs[place.start].at.start..glyphs[place.end - 1].at.end;
            (event(segment, plain), range)
        }));
    }

    fn run_glyphs(&self) -> Vec<Glyph> {
        let mut glyphs = Vec::new();
        for (event, range) in &self.run {
            let Event::Text(text) = event else { continue };
            let verbatim = self.source.get(range.clone()) == Some(&**text);
            let escaped = text.starts_with(['{', '|', '}']) && is_escaped(self.source, range.start);
            glyphs.extend(text.char_indices().map(|(offset, c)| {
                let live = verbatim && (offset > 0 || !escaped || (c == '|' && self.context.table));
                let start = range.start + offset;
                Glyph { c, live, at: if verbatim { start..start + c.len_utf8() } else { range.clone() } }
            }));
        }
        glyphs
    }
}

fn event<'e>(segment: Segment, plain: bool) -> Event<'e> {
    match segment {
        Segment::Ruby { base, .. } if plain => Event::Text(CowStr::from(base)),
        Segment::Ruby { .. } => Event::InlineHtml(CowStr::from(segment.html())),
        Segment::Text(text) => Event::Text(CowStr::from(text)),
    }
}

/// A character, whether it may be a brace or bar of a ruby, and its bytes in the source.
struct Glyph {
    c: char,
    live: bool,
    at: Range<usize>,
}

impl Glyph {
    fn is(&self, c: char) -> bool {
        self.live && self.c == c
    }
}

/// The characters of a plain text, the backslash before a brace or bar left out.
fn plain_glyphs(text: &str) -> Vec<Glyph> {
    let mut glyphs: Vec<Glyph> = Vec::new();
    for (start, c) in text.char_indices() {
        let escaped = matches!(c, '{' | '|' | '}') && glyphs.last().is_some_and(|glyph| glyph.is('\\'));
        if escaped {
            glyphs.pop();
        }
        glyphs.push(Glyph { c, live: !escaped, at: start..start + c.len_utf8() });
    }
    glyphs
}

/// The segments, none empty, with their places among the glyphs.
fn split(glyphs: &[Glyph]) -> Vec<(Segment, Range<usize>)> {
    let text = |place: Range<usize>| glyphs[place].iter().map(|glyph| glyph.c).collect::<String>();
    let mut pieces = Vec::new();
    let (mut done, mut at) = (0, 0);
    while at < glyphs.len() {
        let Some((bar, close)) = ruby_at(glyphs, at) else {
            at += 1;
            continue;
        };
        if done < at {
            pieces.push((Segment::Text(text(done..at)), done..at));
        }
        let (base, reading) = (text(at + 1..bar), text(bar + 1..close));
        pieces.push((Segment::Ruby { base, reading }, at..close + 1));
        at = close + 1;
        done = at;
    }
    if done < at {
        pieces.push((Segment::Text(text(done..at)), done..at));
    }
    pieces
}

/// The places of the bar and the closing brace of the ruby that opens here.
fn ruby_at(glyphs: &[Glyph], open: usize) -> Option<(usize, usize)> {
    if !glyphs[open].is('{') {
        return None;
    }
    let mut bar = None;
    for (place, glyph) in glyphs.iter().enumerate().skip(open + 1) {
        if glyph.is('|') && bar.is_none() {
            bar = Some(place);
        } else if glyph.is('}') {
            let filled = |place: Range<usize>| glyphs[place].iter().any(|glyph| !glyph.c.is_whitespace());
            return bar
                .filter(|&bar| filled(open + 1..bar) && filled(bar + 1..place))
                .map(|bar| (bar, place));
        } else if glyph.is('|') || glyph.is('{') || glyph.c == '\n' {
            return None;
        }
    }
    None
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::panic, reason = "a test may fail by panicking")]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Options, Parser};

    const RUBY: &str = "<ruby>総務省<rp>（</rp><rt>そうむしょう</rt><rp>）</rp></ruby>";

    fn body(source: &str) -> String {
        let events = Parser::new_ext(source, Options::ENABLE_TABLES).into_offset_iter().collect();
        let mut out = String::new();
        pulldown_cmark::html::push_html(
            &mut out,
            in_events(source, events).into_iter().map(|(event, _)| event),
        );
        out.trim_end().to_owned()
    }

    #[test]
    fn a_reading_stands_over_its_base() {
        assert_eq!(html("{総務省|そうむしょう}は"), format!("{RUBY}は"));
        assert_eq!(plain("{総務省|そうむしょう}は"), "総務省は");
        assert_eq!(body("{総務省|そうむしょう}は"), format!("<p>{RUBY}は</p>"));
    }

    #[test]
    fn html_is_escaped_and_its_base_comes_back() {
        let made = html("{A&B|<b>}");
        assert_eq!(made, "<ruby>A&amp;B<rp>（</rp><rt>&lt;b&gt;</rt><rp>）</rp></ruby>");
        assert_eq!(base_of(&made).as_deref(), Some("A&B"));
        assert_eq!(base_of("<b>"), None);
        assert_eq!(html("a < b"), "a &lt; b");
    }

    #[test]
    fn malformed_braces_stay_literal() {
        for text in
            ["{総務省}", "{|よみ}", "{総務省|}", "{a|b|c}", "{総務省|そう", "a|b}", "{a\n|b}", "{ | }", "{}"]
        {
            assert_eq!(plain(text), text);
        }
        assert_eq!(plain("{a{総務省|そうむしょう}"), "{a総務省");
    }

    #[test]
    fn escaped_braces_stay_literal() {
        assert_eq!(plain(r"\{総務省|そうむしょう}"), "{総務省|そうむしょう}");
        assert_eq!(plain(r"C:\path"), r"C:\path");
        assert_eq!(body(r"\{総務省|そうむしょう}"), "<p>{総務省|そうむしょう}</p>");
        assert_eq!(body(r"{総務省\|そうむしょう}"), "<p>{総務省|そうむしょう}</p>");
        assert_eq!(body("&#123;総務省|そうむしょう}"), "<p>{総務省|そうむしょう}</p>");
    }

    #[test]
    fn code_is_untouched() {
        assert_eq!(body("`{総務省|そうむしょう}`"), "<p><code>{総務省|そうむしょう}</code></p>");
        assert_eq!(body("    {a|b}"), "<pre><code>{a|b}</code></pre>");
    }

    #[test]
    fn a_table_divides_by_the_escaped_bar() {
        assert!(body("| a |\n|---|\n| {総務省\\|そうむしょう}は |").contains(&format!("<td>{RUBY}は</td>")));
    }

    #[test]
    fn a_description_of_an_image_keeps_the_base() {
        assert_eq!(body("![{総務省|そうむしょう}](a)"), "<p><img src=\"a\" alt=\"総務省\" /></p>");
    }

    #[test]
    fn ranges_point_at_the_braces() {
        let source = r"前\*{総務省|そうむしょう}[後](b)";
        let events = in_events(source, Parser::new(source).into_offset_iter().collect());
        let ruby = events.iter().find(|(event, _)| matches!(event, Event::InlineHtml(_))).expect("a ruby");
        assert_eq!(&source[ruby.1.clone()], "{総務省|そうむしょう}");
    }

    proptest! {
        #[test]
        fn text_without_ruby_is_the_text(text in "[^{}|\\\\]{0,20}") {
            prop_assert_eq!(plain(&text), text);
        }

        #[test]
        fn any_braces_are_read(source in r"[{}|\\a日 `!\[\]()*\n&#;]{0,24}") {
            let _ = (html(&source), body(&source));
        }
    }
}
