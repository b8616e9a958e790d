//! The shape of a YAML document, with the place of every key and value.

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Tag, options};
use std::{
    borrow::Cow,
    collections::HashMap,
    ops::{Deref, Range},
};

use super::{Pointer, Step, syntax};
use crate::diagnostic::Code;
use crate::lang::{Message, say};

/// How deep lists and maps may be nested.
pub const MAX_NESTING: usize = 64;

/// How many values one text may hold, keys among them: each takes a hundred times the memory of the two bytes that it is
/// written with.
const MAX_VALUES: usize = 400_000;

/// How many values aliases may repeat.
const MAX_REPEATED: usize = 10_000;

/// A value and its place, in bytes of the file.
#[derive(Clone, Debug)]
pub struct Tree {
    /// Where the value stands.
    pub span: Range<usize>,
    /// What it is.
    pub kind: ValueKind,
    /// The number of its anchor; 0 where it has none.
    pub anchor: usize,
    /// Its tag, such as `!mine` or `tag:yaml.org,2002:int`.
    pub tag: Option<Box<str>>,
}

/// What a value is.
#[derive(Clone, Debug)]
pub enum ValueKind {
    /// A single value: its text, and whether it stands without quotes.
    Scalar(String, bool),
    /// A list.
    List(Vec<Tree>),
    /// A map, in the order of the file.
    Map(Map),
    /// A repetition of the value with this anchor.
    Alias(usize),
}

/// A key and its value.
#[derive(Clone, Debug)]
pub struct MapEntry {
    /// The key's text.
    pub key: String,
    /// Where the key stands.
    pub key_span: Range<usize>,
    /// What stands in place of its text.
    pub odd_key: Option<Box<Tree>>,
    /// The value.
    pub value: Tree,
}

/// Why a text is no YAML document.
#[derive(Clone, Debug)]
pub struct SyntaxProblem {
    /// `yaml-syntax` or `too-large`.
    pub code: Code,
    /// Where reading stopped, in bytes of the file.
    pub at: usize,
    /// What is wrong, in bytes of the file.
    pub place: Range<usize>,
    /// The reason.
    pub message: Message,
    /// A suggestion.
    pub help: Option<Message>,
}

impl SyntaxProblem {
    fn too_large(at: usize, message: Message) -> Self {
        Self { code: Code::TooLarge, at, place: at..at, message, help: None }
    }

    /// At the line `---` or `...` above what would be a document of its own.
    fn second_document(text: &str, at: usize, offset: usize) -> Self {
        let lines = text.split_inclusive('\n').scan(0, |end, line| {
            *end += line.len();
            Some((*end - line.len(), line.trim_end()))
        });
        let is_mark = |line: &str| line.starts_with("---") || line.starts_with("...");
        let mark = lines.take_while(|(start, _)| *start <= at).filter(|(_, line)| is_mark(line)).last();
        let (start, line) = mark.unwrap_or((at, ""));
        let at = offset + start;
        Self {
            code: Code::YamlSyntax,
            at,
            place: at..at + line.len(),
            message: say!("facts-end"),
            help: Some(say!("delete-line")),
        }
    }

    /// Why the text that begins at byte `offset` of its file cannot be read.
    fn new(error: &ScanError, text: &str, offset: usize) -> Self {
        let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
        if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
            let message = say!("nested-too-deep", most = MAX_NESTING);
            return Self::too_large(offset + at, message);
        }
        let reported = syntax::explain(text, at, error.kind());
        Self {
            code: Code::YamlSyntax,
            at: offset + at,
            place: offset + reported.place.start..offset + reported.place.end,
            message: reported.message,
            help: Some(reported.help),
        }
    }
}

/// The entries of a map, in the order in which they are written.
#[derive(Clone, Debug)]
pub struct Map {
    entries: Vec<MapEntry>,
    /// Of a large map, their places in the order of their keys.
    by_key: Vec<usize>,
}

/// From how many entries on a map is large.
const LARGE: usize = 32;

impl Map {
    fn new(entries: Vec<MapEntry>) -> Self {
        let mut by_key: Vec<usize> =
            if entries.len() < LARGE { Vec::new() } else { (0..entries.len()).collect() };
        by_key.sort_by_key(|at| &entries[*at].key);
        Self { entries, by_key }
    }

    /// The first entry with this key.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&MapEntry> {
        if self.by_key.is_empty() {
            return self.entries.iter().find(|entry| entry.key == key);
        }
        let at = self.by_key.partition_point(|at| self.entries[*at].key.as_str() < key);
        self.by_key.get(at).map(|at| &self.entries[*at]).filter(|entry| entry.key == key)
    }
}

impl Deref for Map {
    type Target = [MapEntry];

    fn deref(&self) -> &[MapEntry] {
        &self.entries
    }
}

impl MapEntry {
    fn new(key: Tree, value: Tree) -> Self {
        let key_span = key.span.clone();
        match key.kind {
            ValueKind::Scalar(key, _) => Self { key, key_span, odd_key: None, value },
            _ => Self { key: String::new(), key_span, odd_key: Some(Box::new(key)), value },
        }
    }

    /// The key with its value.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.key_span.start..self.value.span.end.max(self.key_span.end)
    }
}

impl Tree {
    /// Reads the shape of a text that begins at byte `offset` of its file. An empty text has none.
    ///
    /// # Errors
    ///
    /// Where the text is not YAML, is nested deeper than [`MAX_NESTING`], or repeats too much by aliases.
    pub fn read(text: &str, offset: usize) -> Result<Option<Self>, SyntaxProblem> {
        let options = options! {
            emit_comments: false,
            flow_nesting_limit: MAX_NESTING,
            block_nesting_limit: MAX_NESTING,
        };
        let mut builder = TreeBuilder::default();
        let mut documents = 0;
        for event in Parser::new_from_str_with_options(text, options) {
            let (event, span) = event.map_err(|error| SyntaxProblem::new(&error, text, offset))?;
            let range = span.byte_range().unwrap_or(0..0);
            documents += usize::from(matches!(event, Event::DocumentStart(..)));
            if documents > 1 {
                return Err(SyntaxProblem::second_document(text, range.start, offset));
            }
            builder.take(&event, range.start + offset..range.end + offset)?;
        }
        Ok(builder.root)
    }

    /// Reads the shape of the YAML that is this part of a text; nothing where there is none, or it cannot be read.
    #[must_use]
    pub fn within(text: &str, yaml: &Range<usize>) -> Option<Self> {
        Self::read(text.get(yaml.clone())?, yaml.start).ok().flatten()
    }

    /// The value at the end of a path.
    #[must_use]
    pub fn at(&self, pointer: &Pointer) -> Option<&Tree> {
        pointer.0.iter().try_fold(self, |tree, step| tree.step(step))
    }

    /// The entry of a map at the end of a way that ends in a key.
    #[must_use]
    pub fn entry(&self, pointer: &Pointer) -> Option<&MapEntry> {
        let (map, last) = pointer.split_last()?;
        match (&self.at(&map)?.kind, last) {
            (ValueKind::Map(map), Step::Key(key)) => map.find(key),
            _ => None,
        }
    }

    /// The value one step further in.
    #[must_use]
    pub fn step(&self, step: &Step) -> Option<&Tree> {
        match (&self.kind, step) {
            (ValueKind::Map(map), Step::Key(key)) => map.find(key).map(|entry| &entry.value),
            (ValueKind::List(items), Step::Index(index)) => items.get(*index),
            _ => None,
        }
    }

    /// Whether YAML reads it as nothing.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        matches!(&self.kind, ValueKind::Scalar(text, true) if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// Visits each value, in the order of the text.
    pub fn each<'t>(&'t self, visit: &mut impl FnMut(&'t Self)) {
        visit(self);
        match &self.kind {
            ValueKind::Map(entries) => entries.iter().for_each(|entry| entry.value.each(visit)),
            ValueKind::List(items) => items.iter().for_each(|item| item.each(visit)),
            ValueKind::Scalar(..) | ValueKind::Alias(_) => {}
        }
    }

    /// Visits each value that is neither a list nor a map, in the order of the text: with what it means, and whether it stands
    /// without quotes on its lines.
    pub fn each_scalar<'t>(&'t self, visit: &mut impl FnMut(&'t Self, &'t str, bool)) {
        self.each(&mut |value| {
            if let ValueKind::Scalar(text, is_plain) = &value.kind {
                visit(value, text, *is_plain);
            }
        });
    }

    /// The values that aliases may repeat, by the numbers of their anchors.
    #[must_use]
    pub fn anchored(&self) -> HashMap<usize, &Self> {
        let mut anchored = HashMap::new();
        self.each(&mut |value| {
            anchored.insert(value.anchor, value);
        });
        anchored
    }

    /// The entries with a key that their map has already, up to a number of them: each behind the first with that key.
    #[must_use]
    pub fn repeated_keys(&self, limit: usize) -> Vec<[&MapEntry; 2]> {
        let mut found = Vec::new();
        self.each(&mut |value| {
            let ValueKind::Map(entries) = &value.kind else { return };
            let mut seen: HashMap<&str, &MapEntry> = HashMap::new();
            for entry in entries.iter() {
                match seen.get(entry.key.as_str()) {
                    Some(first) if found.len() < limit => found.push([*first, entry]),
                    Some(_) => return,
                    None => drop(seen.insert(&entry.key, entry)),
                }
            }
        });
        found
    }

    fn size(&self) -> usize {
        let mut size = 0;
        self.each(&mut |_| size += 1);
        size
    }
}

/// An unfinished list or map.
struct OpenCollection {
    start: Range<usize>,
    anchor: usize,
    tag: Option<Box<str>>,
    content: OpenContent,
}

enum OpenContent {
    List(Vec<Tree>),
    Map(Vec<MapEntry>, Option<Tree>),
}

#[derive(Default)]
struct TreeBuilder {
    open: Vec<OpenCollection>,
    root: Option<Tree>,
    sizes: HashMap<usize, usize>,
    repeated: usize,
    values: usize,
}

impl TreeBuilder {
    fn take(&mut self, event: &Event<'_>, span: Range<usize>) -> Result<(), SyntaxProblem> {
        self.values += 1;
        if self.values > MAX_VALUES {
            let message = say!("too-many-values", most = MAX_VALUES);
            return Err(SyntaxProblem::too_large(span.start, message));
        }
        let tag = |tag: &Option<Cow<'_, Tag>>| {
            tag.as_ref().map(|tag| [tag.handle(), tag.suffix()].concat().into_boxed_str())
        };
        match event {
            Event::Scalar(text, style, anchor, written) => {
                let kind = ValueKind::Scalar(text.to_string(), *style == ScalarStyle::Plain);
                self.close(Tree { span, kind, anchor: *anchor, tag: tag(written) });
            }
            Event::SequenceStart(_, anchor, written) => {
                let content = OpenContent::List(Vec::new());
                self.open.push(OpenCollection { start: span, anchor: *anchor, tag: tag(written), content });
            }
            Event::MappingStart(_, anchor, written) => {
                let content = OpenContent::Map(Vec::new(), None);
                self.open.push(OpenCollection { start: span, anchor: *anchor, tag: tag(written), content });
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(&span),
            Event::Alias(anchor) => self.alias(*anchor, span)?,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, span: &Range<usize>) {
        let Some(open) = self.open.pop() else { return };
        let (kind, last) = match open.content {
            OpenContent::List(items) => {
                let last = items.last().map(|item| item.span.end);
                (ValueKind::List(items), last)
            }
            OpenContent::Map(entries, _) => {
                let last = entries.last().map(|entry| entry.value.span.end.max(entry.key_span.end));
                (ValueKind::Map(Map::new(entries)), last)
            }
        };
        // A flow collection ends with its bracket; a block ends where its last value does.
        let end = if span.is_empty() { last.unwrap_or(span.end) } else { span.end };
        let span = open.start.start..end.max(open.start.end);
        self.close(Tree { span, kind, anchor: open.anchor, tag: open.tag });
    }

    fn alias(&mut self, anchor: usize, span: Range<usize>) -> Result<(), SyntaxProblem> {
        let size = self.sizes.get(&anchor).copied().unwrap_or(1);
        self.repeated = self.repeated.saturating_add(size);
        // What holds an alias counts as holding all that it repeats.
        if self.repeated > MAX_REPEATED {
            let message = say!("too-many-repeated", most = MAX_REPEATED);
            return Err(SyntaxProblem::too_large(span.start, message));
        }
        self.close(Tree { span, kind: ValueKind::Alias(anchor), anchor: 0, tag: None });
        Ok(())
    }

    fn close(&mut self, tree: Tree) {
        if tree.anchor != 0 {
            self.sizes.insert(tree.anchor, tree.size() + self.repeated);
        }
        match self.open.last_mut().map(|open| &mut open.content) {
            None => self.root = self.root.take().or(Some(tree)),
            Some(OpenContent::List(items)) => items.push(tree),
            Some(OpenContent::Map(entries, key)) => match key.take() {
                Some(key) => entries.push(MapEntry::new(key, tree)),
                None => *key = Some(tree),
            },
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    fn slice<'a>(text: &'a str, steps: &[Step]) -> &'a str {
        let tree = Tree::read(text, 0).unwrap().unwrap();
        &text[tree.at(&Pointer(steps.to_vec())).unwrap().span.clone()]
    }

    #[test]
    fn every_value_has_its_place() {
        let text =
            "題: あ\nlist:\n  - id: a\n    track: cloud\n  - {id: b, forums: [APEC, '国連']}\nlast: 1\n";
        assert_eq!(slice(text, &["題".into()]), "あ");
        assert_eq!(slice(text, &["list".into(), 0.into(), "track".into()]), "cloud");
        assert_eq!(slice(text, &["list".into(), 1.into()]), "{id: b, forums: [APEC, '国連']}");
        assert_eq!(slice(text, &["list".into(), 1.into(), "forums".into(), 1.into()]), "'国連'");
        assert_eq!(slice(text, &["list".into(), 0.into()]), "id: a\n    track: cloud");
    }

    #[test]
    fn a_repeated_key_is_found_with_both_places() {
        let text = "a: 1\nb: {c: 2, d: 3, c: 4}\n";
        let tree = Tree::read(text, 0).unwrap().unwrap();
        let repeated = tree.repeated_keys(9);
        assert_eq!(repeated.len(), 1);
        assert_eq!(repeated[0].map(|entry| &text[entry.range()]), ["c: 2", "c: 4"]);
    }

    #[test]
    fn deep_nesting_and_alias_bombs_are_refused_at_once() {
        let deep = "[".repeat(100_000);
        assert_eq!(Tree::read(&deep, 0).unwrap_err().code, Code::TooLarge);
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for level in 1..12 {
            let before = format!("*a{}", level - 1);
            let line = format!("a{level}: &a{level} [{}]\n", [before.as_str(); 9].join(", "));
            bomb.push_str(&line);
        }
        assert_eq!(Tree::read(&bomb, 0).unwrap_err().code, Code::TooLarge);
    }
}
