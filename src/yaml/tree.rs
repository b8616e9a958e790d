//! The shape of a YAML document, with the place of every key and value.

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, options};
use std::{
    collections::HashMap,
    ops::{Deref, Range},
};

use super::{Pointer, Step, syntax};
use crate::diagnostic::Code;

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
    /// A repetition of an anchored value.
    Alias,
}

/// A key and its value.
#[derive(Clone, Debug)]
pub struct MapEntry {
    /// The key's text.
    pub key: String,
    /// Where the key stands.
    pub key_span: Range<usize>,
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
    pub message: String,
    /// A suggestion.
    pub help: Option<String>,
}

impl SyntaxProblem {
    fn too_large(at: usize, message: String) -> Self {
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
            message: "the facts end at this line, and more stands behind it".to_owned(),
            help: Some("delete the line".to_owned()),
        }
    }

    /// Why the text that begins at byte `offset` of its file cannot be read.
    fn new(error: &ScanError, text: &str, offset: usize) -> Self {
        let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
        if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
            let message = format!("lists and maps are nested deeper than {MAX_NESTING}");
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

/// A key that a map has twice: the map, the key, and both places.
#[derive(Clone, Debug)]
pub struct Repeated {
    /// The key's text.
    pub key: String,
    /// Where it stands first.
    pub first: Range<usize>,
    /// Where it stands again.
    pub second: Range<usize>,
    /// The second entry with its value.
    pub entry: Range<usize>,
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

    /// Visits each value that is neither a list nor a map, in the order of the text: with what it means, and whether it stands
    /// without quotes on its lines.
    pub fn each_scalar<'t>(&'t self, take: &mut impl FnMut(&'t Self, &'t str, bool)) {
        match &self.kind {
            ValueKind::Map(entries) => entries.iter().for_each(|entry| entry.value.each_scalar(take)),
            ValueKind::List(items) => items.iter().for_each(|item| item.each_scalar(take)),
            ValueKind::Scalar(value, is_plain) => take(self, value, *is_plain),
            ValueKind::Alias => {}
        }
    }

    /// The keys that stand twice in one map, up to a number of them.
    #[must_use]
    pub fn repeated_keys(&self, limit: usize) -> Vec<Repeated> {
        let mut found = Vec::new();
        self.collect_repeated(&mut found, limit);
        found.truncate(limit);
        found
    }

    fn collect_repeated(&self, found: &mut Vec<Repeated>, limit: usize) {
        if found.len() >= limit {
            return;
        }
        match &self.kind {
            ValueKind::Map(entries) => {
                let mut seen: HashMap<&str, &MapEntry> = HashMap::new();
                for entry in entries.iter() {
                    match seen.get(entry.key.as_str()) {
                        Some(_) if found.len() >= limit => return,
                        Some(first) => found.push(Repeated {
                            key: entry.key.clone(),
                            first: first.key_span.clone(),
                            second: entry.key_span.clone(),
                            entry: entry.key_span.start..entry.value.span.end.max(entry.key_span.end),
                        }),
                        None => {
                            seen.insert(&entry.key, entry);
                        }
                    }
                    entry.value.collect_repeated(found, limit);
                }
            }
            ValueKind::List(items) => items.iter().for_each(|item| item.collect_repeated(found, limit)),
            ValueKind::Scalar(..) | ValueKind::Alias => {}
        }
    }

    fn size(&self) -> usize {
        match &self.kind {
            ValueKind::Map(entries) => 1 + entries.iter().map(|entry| entry.value.size()).sum::<usize>(),
            ValueKind::List(items) => 1 + items.iter().map(Tree::size).sum::<usize>(),
            ValueKind::Scalar(..) | ValueKind::Alias => 1,
        }
    }
}

/// An unfinished list or map.
struct OpenCollection {
    start: Range<usize>,
    anchor: usize,
    content: OpenContent,
}

enum OpenContent {
    List(Vec<Tree>),
    Map(Vec<MapEntry>, Option<(String, Range<usize>)>),
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
            let message = format!("one file holds more than {MAX_VALUES} values");
            return Err(SyntaxProblem::too_large(span.start, message));
        }
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let kind = ValueKind::Scalar(text.to_string(), *style == ScalarStyle::Plain);
                self.close(Tree { span, kind }, *anchor);
            }
            Event::SequenceStart(_, anchor, _) => self.begin(span, *anchor, OpenContent::List(Vec::new())),
            Event::MappingStart(_, anchor, _) => {
                self.begin(span, *anchor, OpenContent::Map(Vec::new(), None));
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(&span),
            Event::Alias(anchor) => self.alias(*anchor, span)?,
            _ => {}
        }
        Ok(())
    }

    fn begin(&mut self, start: Range<usize>, anchor: usize, content: OpenContent) {
        self.open.push(OpenCollection { start, anchor, content });
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
        let tree = Tree { span: open.start.start..end.max(open.start.end), kind };
        self.close(tree, open.anchor);
    }

    fn alias(&mut self, anchor: usize, span: Range<usize>) -> Result<(), SyntaxProblem> {
        let size = self.sizes.get(&anchor).copied().unwrap_or(1);
        self.repeated = self.repeated.saturating_add(size);
        // What holds an alias counts as holding all that it repeats.
        if self.repeated > MAX_REPEATED {
            let message = format!("aliases repeat more than {MAX_REPEATED} values");
            return Err(SyntaxProblem::too_large(span.start, message));
        }
        let kind = ValueKind::Alias;
        self.close(Tree { span, kind }, 0);
        Ok(())
    }

    fn close(&mut self, tree: Tree, anchor: usize) {
        if anchor != 0 {
            self.sizes.insert(anchor, tree.size() + self.repeated);
        }
        match self.open.last_mut().map(|open| &mut open.content) {
            None => self.root = self.root.take().or(Some(tree)),
            Some(OpenContent::List(items)) => items.push(tree),
            Some(OpenContent::Map(entries, key)) => {
                if let Some((key, key_span)) = key.take() {
                    entries.push(MapEntry { key, key_span, value: tree });
                } else {
                    let text = match &tree.kind {
                        ValueKind::Scalar(text, _) => text.clone(),
                        _ => String::new(),
                    };
                    *key = Some((text, tree.span));
                }
            }
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
        let repeated = Tree::read(text, 0).unwrap().unwrap().repeated_keys(9);
        assert_eq!(repeated.len(), 1);
        assert_eq!(
            (repeated[0].key.as_str(), repeated[0].first.start, repeated[0].second.start),
            ("c", 9, 21)
        );
        assert_eq!(&text[repeated[0].entry.clone()], "c: 4");
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
