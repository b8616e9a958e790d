//! Typed reading that tells every mistake of a file: what serde refuses is reported, blanked, and the rest read again.
//!
//! The records read here must take nothing for any value (`Option` in fields, lists and maps): that is what a
//! refused value becomes.

use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;
use std::{collections::HashSet, ops::Range};

use super::{
    Pointer, Problem, Spot, Step, Tree, braces, breaks, ends, folds,
    forms::{self, quoted, reword},
    full_width,
    languages::in_language,
    problem::{MAX_REPORTED, more_mistakes},
    syntax, traps,
    tree::ValueKind,
};
use crate::diagnostic::{Code, SourceFile, SourceId, did_you_mean};

/// How many mistakes of one file are reported before reading it is given up.
const MAX_MISTAKES: usize = 200;

/// How many bytes of one file are read again for its mistakes: of a very large file, fewer are reported.
const MAX_REREAD: usize = 16 << 20;

/// How many mistakes are told of any file, however large.
const MIN_MISTAKES: usize = 20;

/// Reads the YAML of a file as a record, leaving out what is wrong and telling it in `problems`.
///
/// `None` means that nothing could be read: the text is no YAML, or not of the record's shape at all.
pub fn read<T: DeserializeOwned + Default>(
    source: SourceId,
    file: &SourceFile,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let text = file.text.get(file.yaml.clone())?;
    let offset = file.yaml.start;
    let tree = match Tree::read(text, offset) {
        Ok(Some(tree)) => tree,
        Ok(None) => return Some(T::default()),
        Err(error) => {
            let trap = full_width::report(text, offset, error.at, source);
            problems.push(trap.unwrap_or_else(|| {
                let problem = Problem::new(error.code, Spot::Bytes(source, error.place), error.message);
                Problem { help: error.help, ..problem }
            }));
            return None;
        }
    };
    let reported = problems.len();
    traps::report(&tree, text, offset, source, MAX_REPORTED + 1, problems);
    let trimmed = ends::trimmed(text, &tree, offset);
    let mut reading =
        Reading { source, file, offset, tree, original: text, text: trimmed, blanked: Vec::new() };
    reading.drop_repeated_keys(problems);
    let record = if problems.len() - reported > MAX_REPORTED { None } else { reading.run(problems) };
    if problems.len() - reported > MAX_REPORTED {
        problems.truncate(reported + MAX_REPORTED + 1);
        let last = problems.pop().map_or(Spot::Value(source, Pointer::default()), |problem| problem.spot);
        problems.push(more_mistakes(last, MAX_REPORTED));
        return None;
    }
    let record = record?;
    Some(reading.with_breaks().unwrap_or(record))
}

struct Reading<'t> {
    source: SourceId,
    file: &'t SourceFile,
    offset: usize,
    tree: Tree,
    original: &'t str,
    text: String,
    blanked: Vec<Range<usize>>,
}

impl Reading<'_> {
    fn drop_repeated_keys(&mut self, problems: &mut Vec<Problem>) {
        for repeated in self.tree.repeated_keys(MAX_REPORTED + 1) {
            let message = format!("the key `{}` stands twice in one record", repeated.key);
            let problem =
                Problem::new(Code::DuplicateKey, Spot::Bytes(self.source, repeated.second), message)
                    .related(Spot::Bytes(self.source, repeated.first), "first here");
            problems.push(problem);
            self.remove(&repeated.entry);
        }
    }

    fn run<T: DeserializeOwned + Default>(&mut self, problems: &mut Vec<Problem>) -> Option<T> {
        if self.text.trim().is_empty() {
            return Some(T::default());
        }
        let before = problems.len();
        let limit = (MAX_REREAD / self.text.len()).clamp(MIN_MISTAKES, MAX_MISTAKES);
        for reported in 0..=limit {
            let text = breaks::quoted(&self.text, &self.tree, self.offset);
            let document = serde_yaml::Deserializer::from_str(&text);
            let error = match serde_path_to_error::deserialize(document) {
                Ok(record) => return Some(record),
                Err(error) => error,
            };
            let pointer = pointer_of(error.path());
            let inner = error.into_inner();
            let mistake = Mistake::of(&inner, pointer, &self.tree);
            let Some(range) = mistake.range(&self.tree) else {
                problems.push(self.unplaced(&inner));
                return None;
            };
            let written = self.written(&range);
            let mistake = mistake.with_form(&written).with_languages(&self.tree, self.file);
            if !mistake.is_of_types {
                problems.push(self.unplaced(&inner));
                return None;
            }
            if mistake.pointer.0.is_empty() {
                problems.push(mistake.problem_of(self.source, range, &written));
                return None;
            }
            if reported == limit {
                problems.push(more_mistakes(Spot::Bytes(self.source, range), limit));
                return None;
            }
            if mistake.code == Code::UnknownKey {
                self.drop_unknown_keys(&mistake, problems);
                if problems.len() - before > MAX_REPORTED {
                    // Keys that are not reported are still there, and would be found again each time.
                    return None;
                }
            } else if self.blanked.contains(&range) {
                // What was blanked before and is refused again cannot be left out by itself.
                return None;
            } else {
                self.blank(range.clone());
                problems.push(mistake.problem_of(self.source, range, &written));
            }
        }
        None
    }

    /// The record with the line breaks that YAML takes for blanks, where it has any.
    fn with_breaks<T: DeserializeOwned>(&self) -> Option<T> {
        let text = folds::kept(&self.tree, &self.text, self.offset)?;
        serde_yaml::from_str(&text).ok()
    }

    /// Reports every key of a record that the format does not have there, and takes them out.
    fn drop_unknown_keys(&mut self, mistake: &Mistake, problems: &mut Vec<Problem>) {
        let Some((record, _)) = mistake.pointer.split_last() else { return };
        let Some(ValueKind::Map(entries)) = self.tree.at(&record).map(|record| &record.kind) else { return };
        // A key that stands twice was reported, and the second taken out, before.
        let mut seen = HashSet::new();
        let unknown = entries.iter().enumerate();
        let unknown = unknown.filter(|(_, it)| !mistake.known.contains(&it.key) && seen.insert(&it.key));
        let unknown: Vec<_> =
            unknown.map(|(at, it)| (at, it.key.clone(), it.key_span.clone(), it.range())).collect();
        // What only looks like a key was reported for what it is.
        let braces = braces::report(entries, self.original, self.offset, self.source);
        for (at, key, place, range) in unknown.into_iter().take(MAX_REPORTED + 1) {
            if !braces.reported.contains(&at) {
                let reported = Mistake::unknown_key(&key, record.then(key.as_str()), mistake.known.clone());
                let written = self.written(&place);
                let value = self.written(&(place.end..range.end));
                let outer = forms::outer_form(&key, value.trim_start_matches(':'), &mistake.known);
                let reported = reported.with_form(&written).problem(self.source, place).narrowed(&written);
                problems.push(Problem { help: outer.or(reported.help), ..reported });
            }
            self.remove(&range);
        }
    }

    /// What stands at a place, before anything was blanked.
    fn written(&self, range: &Range<usize>) -> String {
        self.original.get(range.start - self.offset..range.end - self.offset).unwrap_or_default().to_owned()
    }

    /// What the reader of shapes takes and the reader of records does not.
    fn unplaced(&self, error: &serde_yaml::Error) -> Problem {
        let at = error.location().map_or(0, |location| location.index());
        let reported = syntax::explain_refusal(self.original, at, error.to_string().contains("tab"));
        let place = self.offset + reported.place.start..self.offset + reported.place.end;
        Problem::new(Code::YamlSyntax, Spot::Bytes(self.source, place), reported.message).help(reported.help)
    }

    /// Puts YAML's word for nothing in the place of a value, so that no index of a list shifts.
    fn blank(&mut self, range: Range<usize>) {
        let inner = range.start - self.offset..range.end - self.offset;
        let mut blank = spaces(&self.text[inner.clone()]);
        if !blank.is_empty() {
            blank.replace_range(0..1, "~");
            self.text.replace_range(inner, &blank);
        }
        self.blanked.push(range);
    }

    /// Takes an entry of a map out: in a flow collection, with the comma that parts it from the next.
    fn remove(&mut self, range: &Range<usize>) {
        let mut start = range.start - self.offset;
        let mut end = range.end - self.offset;
        // Of a key without a value, the colon; in brackets there may be none.
        let behind = self.text[end..].trim_start_matches(' ');
        if behind.starts_with(':') {
            end = self.text.len() - behind.len() + 1;
        }
        let after = self.text[end..].trim_start();
        if after.starts_with(',') {
            end = self.text.len() - after.len() + 1;
        } else if after.starts_with([']', '}']) {
            let before = self.text[..start].trim_end();
            start = before.strip_suffix(',').map_or(start, str::len);
        }
        let blank = spaces(&self.text[start..end]);
        self.text.replace_range(start..end, &blank);
    }
}

/// As many bytes of blanks, with the line breaks left in place.
fn spaces(text: &str) -> String {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}

/// A value or key that serde refused.
struct Mistake {
    code: Code,
    pointer: Pointer,
    message: String,
    suggestion: Option<String>,
    /// Whether a value is of the wrong type, rather than the text no YAML.
    is_of_types: bool,
    /// The keys that the format has in the place of an unknown one.
    known: Vec<String>,
    /// The one of these that it was meant to be.
    meant: Option<Pointer>,
}

impl Mistake {
    fn of(error: &serde_yaml::Error, pointer: Pointer, tree: &Tree) -> Self {
        let text = without_location(&error.to_string());
        if let Some((_, rest)) = text.split_once("unknown field `") {
            let (key, known) = rest.split_once('`').unwrap_or((rest, ""));
            let ends_in_key = pointer.split_last().is_some_and(|(_, last)| *last == Step::from(key));
            let is_there = ends_in_key && tree.entry(&pointer).is_some();
            let pointer = if is_there { pointer } else { pointer.then(key) };
            return Self::unknown_key(key, pointer, quoted(known).into_iter().map(str::to_owned).collect());
        }
        let said = ["unknown variant ", "invalid type: ", "invalid value: ", "invalid length "]
            .iter()
            .find_map(|start| text.find(start));
        let (message, suggestion) = reword(said.map_or(text.as_str(), |at| &text[at..]));
        // The reader's own words for a text that is no YAML; it has no other way to tell them from refused values.
        let of_parser = ["found ", "did not find ", "could not find ", "block ", "mapping ", "control "];
        let is_of_parser = text.contains("while ") || of_parser.iter().any(|start| text.starts_with(start));
        let is_of_types = said.is_some() || !(pointer.0.is_empty() || is_of_parser);
        Self {
            code: Code::InvalidValue,
            pointer,
            message,
            suggestion,
            is_of_types,
            known: Vec::new(),
            meant: None,
        }
    }

    /// The same, with a suggestion where what was written shows what its author did.
    fn with_form(self, written: &str) -> Self {
        let help = forms::suggestion(self.code, &self.message, &self.pointer, written);
        Self { suggestion: help.or(self.suggestion), ..self }
    }

    /// The same, with a suggestion where a text in both languages stands for one in one.
    fn with_languages(self, tree: &Tree, file: &SourceFile) -> Self {
        if !self.message.starts_with("expected a text, found a map") {
            return self;
        }
        let help = tree.at(&self.pointer).and_then(|value| in_language(value, &file.path));
        Self { suggestion: help.or(self.suggestion), ..self }
    }

    fn unknown_key(key: &str, pointer: Pointer, known: Vec<String>) -> Self {
        let near = did_you_mean(key, known.iter().map(String::as_str));
        let meant = near.and_then(|near| Some(pointer.split_last()?.0.then(near)));
        let suggestion = near
            .map(|near| format!("did you mean `{near}`?"))
            .or_else(|| (!known.is_empty()).then(|| format!("keys here: {}", known.join(", "))));
        let message = format!("the format has no key `{key}` here");
        Self { code: Code::UnknownKey, pointer, message, suggestion, is_of_types: true, known, meant }
    }

    fn range(&self, tree: &Tree) -> Option<Range<usize>> {
        match self.code {
            Code::UnknownKey => tree.entry(&self.pointer).map(|entry| entry.key_span.clone()),
            _ => tree.at(&self.pointer).map(|value| value.span.clone()),
        }
    }

    /// What is told of a refused value: of one that was to be a map, that its colon is none.
    fn problem_of(&self, source: SourceId, range: Range<usize>, written: &str) -> Problem {
        let is_map = self.message.starts_with("expected a map of keys and values, found the text");
        if let Some((key, at, sign)) = forms::colon_of_map(written).filter(|_| is_map) {
            let start = range.start + at;
            let rest = written[at + sign.len_utf8()..].lines().next().unwrap_or_default();
            let rest = if sign == ':' && rest.len() <= 60 { rest } else { "" };
            let help = format!("write `{key}: {rest}`");
            let place = start..start + sign.len_utf8();
            if sign == '：' {
                return full_width::problem(source, place, sign).help(help);
            }
            let message = "behind this colon a space is missing";
            return Problem::new(Code::YamlSyntax, Spot::Bytes(source, place), message).help(help);
        }
        let problem = self.problem(source, range);
        // Half-width signs alone would not be the form that is meant.
        let is_formed = self.suggestion.as_ref().is_some_and(|help| help.starts_with("write it in braces"));
        if is_formed { problem } else { problem.narrowed(written) }
    }

    fn problem(&self, source: SourceId, range: Range<usize>) -> Problem {
        let problem = Problem::new(self.code, Spot::Bytes(source, range), &self.message);
        let problem = problem.meant(self.meant.clone());
        match &self.suggestion {
            Some(help) => problem.help(help),
            None => problem,
        }
    }
}

fn pointer_of(path: &serde_path_to_error::Path) -> Pointer {
    let steps = path.iter().filter_map(|segment| match segment {
        Segment::Seq { index } => Some(Step::Index(*index)),
        Segment::Map { key } => Some(Step::from(key.as_str())),
        Segment::Enum { .. } | Segment::Unknown => None,
    });
    Pointer(steps.collect())
}

fn without_location(message: &str) -> String {
    match message.rfind(" at line ") {
        Some(at) => message[..at].to_owned(),
        None => message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use indexmap::IndexMap;
    use serde::Deserialize;

    use super::*;
    use crate::{
        diagnostic::Sources,
        yaml::{locate, problem::Problem},
    };

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Record {
        title: Option<String>,
        number: Option<u32>,
        forums: Option<Vec<String>>,
        items: Option<Vec<Option<Item>>>,
        sides: Option<IndexMap<String, Option<Item>>>,
    }

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Item {
        id: Option<String>,
        kind: Option<ValueKind>,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "kebab-case")]
    enum ValueKind {
        SharedView,
        Report,
    }

    /// What was read, and each mistake as `line:column code message (help)`.
    fn reading(text: &str) -> (Option<Record>, Vec<String>) {
        let mut sources = Sources::default();
        let file = SourceFile { path: "a.yaml".into(), text: text.into(), yaml: 0..text.len() };
        let source = sources.add(file.clone());
        let mut problems: Vec<Problem> = Vec::new();
        let record = read(source, &file, &mut problems);
        let reported = locate(problems, &sources).into_iter().map(|diagnostic| {
            let before = &text[..diagnostic.place.span.start];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            let help = diagnostic.help.map(|help| format!(" ({help})")).unwrap_or_default();
            format!("{line}:{column} {} {}{help}", diagnostic.code.name(), diagnostic.message)
        });
        let reported = reported.collect();
        (record, reported)
    }

    #[test]
    fn words_that_look_like_other_types_stay_texts() {
        let (record, reported) = reading("title: no\nforums: [on, 010, 2021-02-03, 5]\n");
        assert_eq!(reported, Vec::<String>::new());
        let record = record.unwrap_or_default();
        assert_eq!(record.title.as_deref(), Some("no"));
        assert_eq!(record.forums.unwrap_or_default(), ["on", "010", "2021-02-03", "5"]);
    }

    #[test]
    fn every_mistake_is_reported_in_its_place_and_the_rest_is_read() {
        let (record, reported) = reading(
            "titel: a\ntitle: b\nnumber: four\ntitle: c\nitems:\n  - id: x\n    kind: shared-vew\n  - just text\n  \
             - {id: y, colour: red, kind: report}\nforums: {a: b}\n",
        );
        assert_eq!(
            reported,
            [
                "4:1 duplicate-key the key `title` stands twice in one record",
                "1:1 unknown-key the format has no key `titel` here (did you mean `title`?)",
                "3:9 invalid-value expected a whole number, found the text \"four\"",
                "7:11 invalid-value `shared-vew` is none of the values known here (did you mean `shared-view`?)",
                "8:5 invalid-value expected a map of keys and values, found the text \"just text\" \
                 (write each fact on a line of its own, as `key: value`)",
                "9:13 unknown-key the format has no key `colour` here (keys here: id, kind)",
                "10:9 invalid-value expected a list, found a map",
            ]
        );
        let record = record.unwrap_or_default();
        assert_eq!(record.title.as_deref(), Some("b"));
        let items = record.items.unwrap_or_default();
        assert_eq!(items[0], Some(Item { id: Some("x".into()), kind: None }));
        assert_eq!(items[1], None, "a wrong item keeps its place, so that the next keeps its index");
        assert_eq!(items[2], Some(Item { id: Some("y".into()), kind: Some(ValueKind::Report) }));
    }

    #[test]
    fn what_is_left_of_a_wholly_wrong_record_is_not_reported_again() {
        let (record, reported) =
            reading("items:\n  - wrong: 1\nsides:\n  us:\n    heds: []\n  jp: {}\ntitle: t\n");
        assert_eq!(
            reported,
            [
                "2:5 unknown-key the format has no key `wrong` here (keys here: id, kind)",
                "5:5 unknown-key the format has no key `heds` here (keys here: id, kind)",
            ]
        );
        let record = record.unwrap_or_default();
        assert_eq!(record.title.as_deref(), Some("t"));
        assert_eq!(record.sides.map(|sides| sides.len()), Some(2));
    }

    #[test]
    fn a_text_that_is_no_yaml_is_one_mistake() {
        let (record, reported) = reading("a: [b\nc: d\n");
        assert!(record.is_none());
        assert_eq!(reported.len(), 1);
        assert!(reported[0].contains("yaml-syntax"), "{reported:?}");
    }
}
