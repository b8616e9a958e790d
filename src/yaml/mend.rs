//! Typed reading that reports every mistake of a file: what a record cannot take is left out, and the rest is read.
//!
//! The records read here must take nothing for any value (`Option` in fields, lists and maps): that is what a
//! refused value becomes.

use serde::de::DeserializeOwned;
use serde_yaml::Value;
use std::{collections::HashSet, ops::Range};

use super::{
    Pointer, Problem, Spot, Tree, breaks, ends, folds, full_width,
    languages::in_language,
    left_out::LeftOut,
    problem::{MAX_REPORTED, more_mistakes},
    shapes, suggestions, syntax, traps,
    tree::MapEntry,
    type_check::{ExpectedType, KnownWords, Mistake, MistakeKind, described, mistakes},
};
use crate::{
    diagnostic::{Code, SourceFile, SourceId},
    lang::{Message, say},
};

/// Reads the YAML of a file as a record, leaving out what is wrong and reporting it in `problems`.
///
/// `None` means that nothing could be read: the text is no YAML, or not of the record's shape at all.
pub fn read<T: DeserializeOwned + Default>(
    source: SourceId,
    file: &SourceFile,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let original = file.text.get(file.yaml.clone())?;
    let offset = file.yaml.start;
    let tree = match Tree::read(original, offset) {
        Ok(Some(tree)) if !original.trim().is_empty() => tree,
        Ok(_) => return Some(T::default()),
        Err(error) => {
            let trap = full_width::report(original, offset, error.at, source);
            problems.push(trap.unwrap_or_else(|| {
                let problem = Problem::new(error.code, Spot::Bytes(source, error.place), error.message);
                Problem { help: error.help, ..problem }
            }));
            return None;
        }
    };
    let before = problems.len();
    let no_keys = traps::report(&tree, original, offset, source, MAX_REPORTED + 1, problems);
    let text = ends::trimmed(original, &tree, offset);
    let mut reading = Reading { source, file, tree, original, text: LeftOut { text, offset }, no_keys };
    reading.drop_repeated_keys(problems);
    let record = if problems.len() - before > MAX_REPORTED { None } else { reading.run(problems) };
    if problems.len() - before > MAX_REPORTED {
        problems.truncate(before + MAX_REPORTED + 1);
        let last = problems.pop().map_or(Spot::Value(source, Pointer::default()), |problem| problem.spot);
        problems.push(more_mistakes(last, MAX_REPORTED));
        return None;
    }
    let record = record?;
    Some(reading.with_breaks().unwrap_or(record))
}

struct Reading<'f> {
    source: SourceId,
    file: &'f SourceFile,
    /// The shape of the file as it is written.
    tree: Tree,
    original: &'f str,
    text: LeftOut,
    /// Where what only looks like a key begins. It was reported.
    no_keys: HashSet<usize>,
}

impl<'f> Reading<'f> {
    fn drop_repeated_keys(&mut self, problems: &mut Vec<Problem>) {
        for [first, second] in self.tree.repeated_keys(MAX_REPORTED + 1) {
            let message = say!("key-twice", key = second.key);
            let problem = self.problem(Code::DuplicateKey, &second.key_span, message, None);
            let first = Spot::Bytes(self.source, first.key_span.clone());
            problems.push(problem.related(first, say!("first-here")));
            self.text.remove(&second.range());
        }
    }

    /// The record, without what it cannot take.
    fn run<T: DeserializeOwned>(&mut self, problems: &mut Vec<Problem>) -> Option<T> {
        if let Ok(record) = self.record() {
            return Some(record);
        }
        let shape = Tree::read(&self.text.text, self.text.offset).ok().flatten();
        let mistakes = shape.as_ref().map(mistakes::<T>).unwrap_or_default();
        for mistake in &mistakes {
            self.leave_out(mistake, problems);
        }
        self.text.blank_aliases(&self.tree);
        if mistakes.len() > MAX_REPORTED || mistakes.iter().any(Mistake::is_of_all) {
            return None;
        }
        self.record().map_err(|error| problems.push(self.unplaced(&error))).ok()
    }

    fn record<T: DeserializeOwned>(&self) -> serde_yaml::Result<T> {
        serde_yaml::from_str(&breaks::quoted(&self.text.text, &self.tree, self.text.offset))
    }

    /// The record with the line breaks that YAML takes for blanks, where it has any.
    fn with_breaks<T: DeserializeOwned>(&self) -> Option<T> {
        let text = folds::kept(&self.tree, &self.text.text, self.text.offset)?;
        serde_yaml::from_str(&text).ok()
    }

    /// Reports a mistake, and takes what is wrong out of the text.
    fn leave_out(&mut self, mistake: &Mistake, problems: &mut Vec<Problem>) {
        let Mistake { pointer, kind } = mistake;
        let Some(value) = self.tree.at(pointer) else { return };
        match kind {
            MistakeKind::UnknownKey(key, known) => {
                let Some(entry) = self.tree.entry(&pointer.then(key.as_str())) else { return };
                problems.extend(self.unknown_key(entry, pointer, known));
                return self.text.remove(&entry.range());
            }
            MistakeKind::UnknownWord(word, known) => {
                problems.push(self.unknown_word(value, pointer, word, known));
            }
            MistakeKind::WrongType(expected, found) => {
                problems.push(self.wrong_type(value, pointer, expected, found));
            }
        }
        self.text.blank(value);
    }

    /// A key that the format does not have there; none where it only looks like a key.
    fn unknown_key(&self, entry: &MapEntry, record: &Pointer, known: KnownWords) -> Option<Problem> {
        let MapEntry { key, key_span, .. } = entry;
        if self.no_keys.contains(&key_span.start) {
            return None;
        }
        let written = self.written(key_span);
        let value = self.written(&(key_span.end..entry.range().end));
        let (help, meant) = suggestions::of_key(key, written, known);
        let message = say!("no-key", key);
        let problem = self.problem(Code::UnknownKey, key_span, message, help);
        let outer = suggestions::whole_form(key, value.trim_start_matches(':').trim(), known);
        // Where a space is missing behind the colon, more than the key is meant.
        let replacing = meant.filter(|_| outer.is_none() && !written.contains(':'));
        let meant = meant.or_else(|| outer.as_ref().and(suggestions::naming_key(known)));
        let problem = replacing.iter().fold(problem, |problem, meant| problem.replace(key, meant));
        let problem = problem.meant(meant.map(|meant| record.then(meant))).narrowed(written);
        Some(Problem { help: outer.or(problem.help), ..problem })
    }

    fn unknown_word(&self, value: &Tree, pointer: &Pointer, word: &str, known: KnownWords) -> Problem {
        let message = say!("no-value", word);
        let embargo = suggestions::embargo(word, pointer);
        let is_embargo = embargo.is_some();
        let (help, meant) = suggestions::of_word(word, known, pointer);
        let meant = meant.filter(|_| !is_embargo);
        let problem = self.problem(Code::InvalidValue, &value.span, message, embargo.or(Some(help)));
        let problem = meant.iter().fold(problem, |problem, meant| problem.replace(word, meant));
        // Half-width signs alone would not be the form that is meant.
        if is_embargo { problem } else { problem.narrowed(self.written(&value.span)) }
    }

    fn wrong_type(&self, value: &Tree, pointer: &Pointer, expected: &ExpectedType, found: &Value) -> Problem {
        let written = self.written(&value.span);
        let help = match (expected, found) {
            (ExpectedType::Text, Value::Mapping(_))
                if let Some(help) = in_language(value, &self.file.path) =>
            {
                Some(help)
            }
            (ExpectedType::Record, Value::String(_))
                if let Some(problem) = self.colon_of_map(value.span.start, written) =>
            {
                return problem;
            }
            _ => shapes::meant(expected, pointer, value, written)
                .or_else(|| suggestions::of_type(expected, found, pointer, written)),
        };
        let message = say!("expected-found", expected = expected.words(), found = described(found));
        self.problem(Code::InvalidValue, &value.span, message, help).narrowed(written)
    }

    /// The colon of a text that was to be a map, and is no colon to YAML.
    fn colon_of_map(&self, start: usize, written: &str) -> Option<Problem> {
        let (key, at, sign) = suggestions::colon_of_map(written)?;
        let rest = written[at + sign.len_utf8()..].lines().next().unwrap_or_default();
        let rest = if sign == ':' && rest.len() <= 60 { rest } else { "" };
        let help = say!("write-pair", key, value = rest);
        let place = start + at..start + at + sign.len_utf8();
        if sign == '：' {
            return Some(full_width::problem(self.source, place, sign).help(help));
        }
        let message = say!("colon-without-space");
        Some(self.problem(Code::YamlSyntax, &place, message, Some(help)))
    }

    fn problem(&self, code: Code, place: &Range<usize>, message: Message, help: Option<Message>) -> Problem {
        Problem { help, ..Problem::new(code, Spot::Bytes(self.source, place.clone()), message) }
    }

    /// What stands at a place, before anything was left out.
    fn written(&self, place: &Range<usize>) -> &'f str {
        let offset = self.text.offset;
        self.original.get(place.start - offset..place.end - offset).unwrap_or_default()
    }

    /// What the reader of shapes takes and the reader of records does not.
    fn unplaced(&self, error: &serde_yaml::Error) -> Problem {
        let at = error.location().map_or(0, |location| location.index());
        let reported = syntax::explain_refusal(self.original, at, error.to_string().contains("tab"));
        let place = self.text.offset + reported.place.start..self.text.offset + reported.place.end;
        self.problem(Code::YamlSyntax, &place, reported.message, Some(reported.help))
    }
}

#[cfg(test)]
mod tests {
    use indexmap::IndexMap;
    use serde::{Deserialize, Deserializer};
    use std::cell::Cell;

    use super::*;
    use crate::{
        diagnostic::Sources,
        lang::Lang,
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
    fn reading<T: DeserializeOwned + Default>(text: &str) -> (Option<T>, Vec<String>) {
        let mut sources = Sources::default();
        let file = SourceFile { path: "a.yaml".into(), text: text.into(), yaml: 0..text.len() };
        let source = sources.add(file.clone());
        let mut problems: Vec<Problem> = Vec::new();
        let record = read(source, &file, &mut problems);
        let reported = locate(problems, &sources, Lang::En).into_iter().map(|diagnostic| {
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
        let (record, reported) = reading::<Record>("title: no\nforums: [on, 010, 2021-02-03, 5]\n");
        assert_eq!(reported, Vec::<String>::new());
        let record = record.unwrap_or_default();
        assert_eq!(record.title.as_deref(), Some("no"));
        assert_eq!(record.forums.unwrap_or_default(), ["on", "010", "2021-02-03", "5"]);
    }

    #[test]
    fn every_mistake_is_reported_in_its_place_and_the_rest_is_read() {
        let (record, reported) = reading::<Record>(
            "titel: a\ntitle: b\nnumber: four\ntitle: c\nitems:\n  - id: x\n    kind: shared-vew\n  - just text\n  \
             - {id: y, colour: red, kind: report}\nforums: {a: b}\n",
        );
        assert_eq!(
            reported,
            [
                "4:1 duplicate-key the key `title` stands twice in one record",
                "1:1 unknown-key the format has no key `titel` here (did you mean `title`?)",
                "3:9 invalid-value expected a whole number, found the text \"four\" (write the number in digits)",
                "7:11 invalid-value `shared-vew` is none of the values known here (did you mean `shared-view`?)",
                "8:5 invalid-value expected a map of keys and values, found the text \"just text\" \
                 (write each fact on a line of its own, as `key: value`)",
                "9:13 unknown-key the format has no key `colour` here (keys here: id, kind)",
                "10:9 invalid-value expected a list, found a map (write `forums: [{a: b}]`)",
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
            reading::<Record>("items:\n  - wrong: 1\nsides:\n  us:\n    heds: []\n  jp: {}\ntitle: t\n");
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

    thread_local! {
        static READ: Cell<usize> = const { Cell::new(0) };
    }

    /// A number that counts how often one is read.
    #[derive(Debug)]
    struct Counted;

    impl<'de> Deserialize<'de> for Counted {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            READ.set(READ.get() + 1);
            u32::deserialize(deserializer).map(|_| Self)
        }
    }

    #[test]
    fn each_value_is_tried_once_however_many_are_wrong() {
        let (record, reported) = reading::<Vec<Option<Counted>>>(&"- four\n".repeat(1000));
        assert_eq!(reported.len(), 1000);
        let last = "1000:3 invalid-value expected a whole number, found the text \"four\" (write the number in digits)";
        assert_eq!(reported[999], last);
        assert_eq!(record.map(|items| items.len()), Some(1000));
        // The reader stops at the first of them, and meets none when it reads again.
        assert_eq!(READ.get(), 1 + 1000);
    }

    #[test]
    fn a_text_that_is_no_yaml_is_one_mistake() {
        let (record, reported) = reading::<Record>("a: [b\nc: d\n");
        assert!(record.is_none());
        assert_eq!(reported.len(), 1);
        assert!(reported[0].contains("yaml-syntax"), "{reported:?}");
    }
}
