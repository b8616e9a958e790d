//! Emphasis beside Chinese, Japanese and Korean text, until the Markdown parser has an option for it; then this file
//! goes.
//!
//! `CommonMark` does not open or close `**` between a letter and a punctuation mark on its wrong side, so that
//! `これは**「クラウド」**の` stays literal. The CJK-friendly amendment
//! (<https://github.com/tats-u/markdown-cjk-friendly>) lets a CJK character there count as a word boundary. The
//! parser cannot be reported, so the text is: a private-use character, which it takes for a letter, is put between the run
//! of `*` and the punctuation wherever the two rules differ, and taken out of every event again. Offsets are mapped
//! back to the source. Code, links and escapes are safe, because what is put in anywhere is taken out everywhere.
//!
//! Two things stay as the parser has them: `_`, which is no emphasis beside Japanese, even right inside a remedied
//! run as in `前**_「x」_**後`; and a run that the amendment closes *less* often, after a Latin quotation mark with a
//! variation selector and before a Latin letter.

use std::borrow::Cow;
use std::ops::Range;

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag};

use super::chars::{is_cjk, is_escaped};

/// Where the definition of a link leads, and where it stands.
pub type LinkDefinition = (String, Range<usize>);

/// A Markdown text made fit for the parser.
#[derive(Debug)]
pub struct Remedied<'a> {
    text: Cow<'a, str>,
    /// Where each mark starts in `text`, ascending.
    inserted: Vec<usize>,
    mark: char,
}

/// The text with marks where they are needed; borrowed, after one scan, where there are none.
///
/// A source that already uses every private-use character of the basic plane is left as it is.
#[must_use]
pub fn remedy(source: &str) -> Remedied<'_> {
    let places = places(source);
    let mark = if places.is_empty() { None } else { unused_mark(source) };
    let Some(mark) = mark else {
        return Remedied {
            text: Cow::Borrowed(source),
            inserted: Vec::new(),
            mark: char::REPLACEMENT_CHARACTER,
        };
    };
    let mut text = String::with_capacity(source.len() + places.len() * mark.len_utf8());
    let mut inserted = Vec::with_capacity(places.len());
    let mut done = 0;
    for place in places {
        text.push_str(&source[done..place]);
        inserted.push(text.len());
        text.push(mark);
        done = place;
    }
    text.push_str(&source[done..]);
    Remedied { text: Cow::Owned(text), inserted, mark }
}

impl Remedied<'_> {
    /// The text to parse.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the text is the source itself.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.inserted.is_empty()
    }

    /// The parser's events with their byte ranges in the source, without a trace of the marks.
    #[must_use]
    pub fn events(&self, options: Options) -> Vec<(Event<'_>, Range<usize>)> {
        self.events_and_definitions(options).0
    }

    /// The same, with the definitions of links, used or not: where each leads, and where it stands. In order.
    #[must_use]
    pub fn events_and_definitions(
        &self,
        options: Options,
    ) -> (Vec<(Event<'_>, Range<usize>)>, Vec<LinkDefinition>) {
        let parser = Parser::new_ext(&self.text, options);
        let definitions = parser
            .reference_definitions()
            .iter()
            .map(|(_, it)| (self.strip(it.dest.clone()).into_string(), self.original_range(it.span.clone())));
        let mut definitions: Vec<_> = definitions.collect();
        // They come in no order of their own.
        definitions.sort_unstable_by_key(|(_, span)| span.start);
        (self.stripped(parser.into_offset_iter()), definitions)
    }

    fn stripped<'e>(
        &self,
        events: impl Iterator<Item = (Event<'e>, Range<usize>)>,
    ) -> Vec<(Event<'e>, Range<usize>)> {
        if self.is_unchanged() {
            return events.collect();
        }
        let is_mark = |event: &Event<'_>| matches!(event, Event::Text(text) if text.chars().eq([self.mark]));
        events
            .filter(|(event, _)| !is_mark(event))
            .map(|(event, range)| (self.strip_event(event), self.original_range(range)))
            .collect()
    }

    /// The byte offset in the source for one in the text to parse.
    #[must_use]
    pub fn original_offset(&self, offset: usize) -> usize {
        let marks = self.inserted.partition_point(|&start| start < offset);
        let Some(last) = marks.checked_sub(1) else { return offset };
        let width = self.mark.len_utf8();
        offset.max(self.inserted[last] + width) - marks * width
    }

    /// The byte range in the source for one in the text to parse.
    #[must_use]
    pub fn original_range(&self, range: Range<usize>) -> Range<usize> {
        self.original_offset(range.start)..self.original_offset(range.end)
    }

    /// The string without marks; itself if it has none.
    #[must_use]
    pub fn strip<'e>(&self, text: CowStr<'e>) -> CowStr<'e> {
        if self.is_unchanged() || !text.contains(self.mark) {
            text
        } else {
            text.replace(self.mark, "").into()
        }
    }

    /// The event with every string in it stripped.
    #[must_use]
    pub fn strip_event<'e>(&self, event: Event<'e>) -> Event<'e> {
        match event {
            Event::Start(tag) => Event::Start(self.strip_tag(tag)),
            Event::Text(text) => Event::Text(self.strip(text)),
            Event::Code(text) => Event::Code(self.strip(text)),
            Event::InlineMath(text) => Event::InlineMath(self.strip(text)),
            Event::DisplayMath(text) => Event::DisplayMath(self.strip(text)),
            Event::Html(text) => Event::Html(self.strip(text)),
            Event::InlineHtml(text) => Event::InlineHtml(self.strip(text)),
            Event::FootnoteReference(label) => Event::FootnoteReference(self.strip(label)),
            Event::End(_) | Event::SoftBreak | Event::HardBreak | Event::Rule | Event::TaskListMarker(_) => {
                event
            }
        }
    }

    fn strip_tag<'e>(&self, tag: Tag<'e>) -> Tag<'e> {
        match tag {
            Tag::Heading { level, id, classes, attrs } => Tag::Heading {
                level,
                id: id.map(|id| self.strip(id)),
                classes: classes.into_iter().map(|class| self.strip(class)).collect(),
                attrs: attrs
                    .into_iter()
                    .map(|(name, value)| (self.strip(name), value.map(|value| self.strip(value))))
                    .collect(),
            },
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                Tag::CodeBlock(CodeBlockKind::Fenced(self.strip(info)))
            }
            Tag::FootnoteDefinition(label) => Tag::FootnoteDefinition(self.strip(label)),
            Tag::Link { link_type, dest_url, title, id } => {
                let (dest_url, title, id) = (self.strip(dest_url), self.strip(title), self.strip(id));
                Tag::Link { link_type, dest_url, title, id }
            }
            Tag::Image { link_type, dest_url, title, id } => {
                let (dest_url, title, id) = (self.strip(dest_url), self.strip(title), self.strip(id));
                Tag::Image { link_type, dest_url, title, id }
            }
            other => other,
        }
    }
}

/// What stands on one side of a run of `*`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RunSide {
    Space,
    Punctuation,
    CjkPunctuation,
    Cjk,
    Other,
}

impl RunSide {
    fn of(c: char) -> Self {
        match (c.is_whitespace(), is_punctuation(c), is_cjk(c)) {
            (true, _, _) => Self::Space,
            (_, true, false) => Self::Punctuation,
            (_, true, true) => Self::CjkPunctuation,
            (_, false, true) => Self::Cjk,
            (_, false, false) => Self::Other,
        }
    }

    fn is_punctuation(self) -> bool {
        matches!(self, Self::Punctuation | Self::CjkPunctuation)
    }

    fn is_boundary(self) -> bool {
        self == Self::Space || self.is_punctuation()
    }
}

/// The byte offsets in the source at which a mark is wanted, ascending.
fn places(source: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut from = 0;
    while let Some(found) = source[from..].find('*') {
        let start = from + found;
        let (before, rest) = source.split_at(start);
        if is_escaped(source, start) {
            from = start + 1;
            continue;
        }
        let after = rest.trim_start_matches('*');
        from = source.len() - after.len();
        places.extend(place(before, after).map(|side| if side == Nearer::Before { start } else { from }));
    }
    places
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Nearer {
    Before,
    After,
}

/// Whether a run of `*` opens and whether it closes emphasis.
type Flanks = (bool, bool);

/// Where the run of `*` between the two texts needs a mark. One mark is enough: a run that wrongly does not open has a
/// letter before it, so that it closes by either rule, and the other way round.
fn place(before: &str, after: &str) -> Option<Nearer> {
    let (last, next) = (before.chars().next_back()?, after.chars().next()?);
    if (last.is_ascii() && next.is_ascii()) || starts_block(before) {
        return None;
    }
    let (opens, closes) = by_commonmark(RunSide::of(last), RunSide::of(next));
    match by_amendment(preceding(before, last), RunSide::of(next)) {
        (true, _) if !opens => Some(Nearer::After),
        (_, true) if !closes => Some(Nearer::Before),
        _ => None,
    }
}

fn by_commonmark(before: RunSide, after: RunSide) -> Flanks {
    let opens = after != RunSide::Space && (!after.is_punctuation() || before.is_boundary());
    let closes = before != RunSide::Space && (!before.is_punctuation() || after.is_boundary());
    (opens, closes)
}

fn by_amendment(before: RunSide, after: RunSide) -> Flanks {
    let opens = after != RunSide::Space && (after != RunSide::Punctuation || before != RunSide::Other);
    let closes = before != RunSide::Space && (before != RunSide::Punctuation || after != RunSide::Other);
    (opens, closes)
}

/// The side before a run as the amendment sees it: a variation selector belongs to the character before it, an
/// ideographic one to a Chinese character, and U+FE01 makes a Latin quotation mark full-width.
fn preceding(before: &str, last: char) -> RunSide {
    match last {
        '\u{E0100}'..='\u{E01EF}' => RunSide::Cjk,
        '\u{FE00}'..='\u{FE0E}' => match before.chars().nth_back(1) {
            Some('‘' | '’' | '“' | '”') if last == '\u{FE01}' => RunSide::CjkPunctuation,
            Some(base) if !base.is_whitespace() => RunSide::of(base),
            _ => RunSide::Other,
        },
        _ => RunSide::of(last),
    }
}

/// Whether only marks of quotations and definitions stand before the run on its line: the parser sees a line's start.
fn starts_block(before: &str) -> bool {
    before.ends_with(['>', ':'])
        && before
            .trim_end_matches([' ', '\t', '>', ':'])
            .chars()
            .next_back()
            .is_none_or(|c| matches!(c, '\n' | '\r'))
}

/// Whether the parser takes the character for punctuation: Unicode's punctuation and symbols.
fn is_punctuation(c: char) -> bool {
    const CLASSES: GeneralCategoryGroup =
        GeneralCategoryGroup::Punctuation.union(GeneralCategoryGroup::Symbol);
    if c.is_ascii() {
        return c.is_ascii_punctuation();
    }
    CLASSES.contains(CodePointMapData::<GeneralCategory>::new().get(c))
}

/// A private-use character that the source neither holds nor spells as a numeric reference.
fn unused_mark(source: &str) -> Option<char> {
    let references = source.contains("&#").then(|| source.to_ascii_lowercase());
    let spelled = |code: u32| {
        references
            .as_ref()
            .is_some_and(|text| text.contains(&format!("{code:x}")) || text.contains(&code.to_string()))
    };
    ('\u{E000}'..='\u{F8FF}').find(|&c| !source.contains(c) && !spelled(c.into()))
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test may fail by panicking")]
mod tests;
