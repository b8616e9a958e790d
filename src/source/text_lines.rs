//! The lines of a text as far as they are words: without markup, code, addresses and what a backslash protects.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// What lines stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Around {
    /// A paragraph, an item or an explanation: marks at the beginning of a line may have been meant for one.
    Prose,
    /// A heading.
    Heading,
    /// A cell and whatever else.
    Other,
}

/// The lines that stand together in a block.
#[derive(Debug)]
pub(super) struct TextBlock {
    pub(super) around: Around,
    pub(super) lines: Vec<TextLine>,
}

/// A line of a block.
#[derive(Debug, Default)]
pub(super) struct TextLine {
    /// Where it begins, if it begins with words.
    pub(super) start: Option<usize>,
    /// Whether it is a line on the page too.
    pub(super) is_broken_off: bool,
    /// Its stretches of words, in bytes of the text.
    pub(super) words: Vec<Range<usize>>,
    is_begun: bool,
}

impl TextBlock {
    /// The words of all lines, in order.
    pub(super) fn words(&self) -> impl Iterator<Item = &Range<usize>> {
        self.lines.iter().flat_map(|line| &line.words)
    }
}

/// The blocks of a text, by the parser's events with their places.
pub(super) fn blocks(text: &str, events: &[(Event<'_>, Range<usize>)]) -> Vec<TextBlock> {
    let open = new_block(Around::Other);
    let mut reader =
        Reader { text, done: Vec::new(), open, before: 0, is_verbatim: false, is_behind_break: false };
    for (event, span) in events {
        reader.take(event, span);
    }
    reader.end_block(Around::Other);
    reader.done
}

fn new_block(around: Around) -> TextBlock {
    TextBlock { around, lines: vec![TextLine::default()] }
}

struct Reader<'t> {
    text: &'t str,
    done: Vec<TextBlock>,
    open: TextBlock,
    /// Where the words before end.
    before: usize,
    /// Whether code or an address is being read.
    is_verbatim: bool,
    /// Whether nothing has been shown since a `<br>`.
    is_behind_break: bool,
}

impl Reader<'_> {
    fn take(&mut self, event: &Event<'_>, span: &Range<usize>) {
        let is_behind_break = match event {
            Event::InlineHtml(html) => html.starts_with("<br") || self.is_behind_break,
            Event::Text(words) => self.is_behind_break && words.trim().is_empty(),
            _ => false,
        };
        let is_broken_off = std::mem::replace(&mut self.is_behind_break, is_behind_break);
        match event {
            Event::Text(words) if !self.is_verbatim => self.words(words, span),
            Event::SoftBreak => self.open.lines.push(TextLine { is_broken_off, ..TextLine::default() }),
            Event::HardBreak => {
                self.open.lines.push(TextLine { is_broken_off: true, ..TextLine::default() });
            }
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(*end),
            _ => self.markup(),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Link { link_type, .. } => {
                self.is_verbatim = matches!(
                    link_type,
                    LinkType::Autolink | LinkType::Email | LinkType::WikiLink { has_pothole: false }
                );
                self.markup();
            }
            Tag::Emphasis | Tag::Strong | Tag::Image { .. } => self.markup(),
            Tag::CodeBlock(_) => {
                self.end_block(Around::Other);
                self.is_verbatim = true;
            }
            Tag::Paragraph | Tag::Item | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                self.end_block(Around::Prose);
            }
            Tag::Heading { .. } => self.end_block(Around::Heading),
            _ => self.end_block(Around::Other),
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Image => self.markup(),
            TagEnd::Link => {
                self.is_verbatim = false;
                self.markup();
            }
            // What an item says may go on behind a list or paragraph inside it.
            TagEnd::List(_) | TagEnd::Paragraph => self.end_block(Around::Prose),
            _ => {
                self.is_verbatim = false;
                self.end_block(Around::Other);
            }
        }
    }

    fn end_block(&mut self, next: Around) {
        let block = std::mem::replace(&mut self.open, new_block(next));
        if block.words().next().is_some() {
            self.done.push(block);
        }
    }

    /// Something else than words: they are not looked at across it.
    fn markup(&mut self) {
        if let Some(line) = self.open.lines.last_mut() {
            line.is_begun = true;
        }
    }

    fn words(&mut self, words: &str, span: &Range<usize>) {
        let Some(line) = self.open.lines.last_mut() else { return };
        let before = std::mem::replace(&mut self.before, span.end);
        let is_first = !std::mem::replace(&mut line.is_begun, true);
        // A character that is written by its number, or behind a backslash, stands for itself.
        if self.text.get(span.clone()) != Some(words) {
            return;
        }
        // The parser leaves out the backslash of a sign that stands for itself.
        let is_escaped = before != span.start
            && words.starts_with(|c: char| c.is_ascii_punctuation())
            && self.text.get(..span.start).is_some_and(|before| before.ends_with('\\'));
        let start = span.start + usize::from(is_escaped);
        if is_first && start == span.start {
            line.start = Some(start);
        }
        match line.words.last_mut() {
            Some(last) if last.end == start => last.end = span.end,
            _ if start < span.end => line.words.push(start..span.end),
            _ => {}
        }
    }
}
