//! Every mistake of a text that a record cannot take, found in one pass over its shape.
//!
//! serde drives the pass: it asks for each value as the record's type has it. A value that does not fit is noted, and serde
//! is given an empty one in its place, so that it never stops; what it makes is thrown away. Which values fit is said as
//! `serde_yaml` says it, which reads the record.

use crate::lang::{Message, say};
use serde::{
    Deserializer,
    de::{
        DeserializeOwned, Expected, IntoDeserializer, Unexpected, Visitor,
        value::{Error, MapDeserializer, SeqDeserializer, StrDeserializer},
    },
    forward_to_deserialize_any,
};
use serde_yaml::{
    Mapping, Value,
    value::{Tag, TaggedValue},
};
use std::{cell::RefCell, collections::HashMap};

use super::{Pointer, Step, Tree, problem::MAX_REPORTED, tree::ValueKind};

/// The keys of a record, or the words of an enum.
pub(super) type KnownWords = &'static [&'static str];

/// A value or key that a record cannot take.
pub(super) struct Mistake {
    /// The value; of a key, the map that it stands in.
    pub(super) pointer: Pointer,
    pub(super) kind: MistakeKind,
}

impl Mistake {
    /// Whether the whole text is of another type.
    pub(super) fn is_of_all(&self) -> bool {
        self.pointer.0.is_empty() && !matches!(self.kind, MistakeKind::UnknownKey(..))
    }
}

pub(super) enum MistakeKind {
    UnknownKey(String, KnownWords),
    UnknownWord(String, KnownWords),
    WrongType(ExpectedType, Value),
}

/// What a record has in a place, in the words of somebody who writes notes.
#[derive(Clone, PartialEq)]
pub(super) enum ExpectedType {
    List,
    Record,
    Map,
    Key,
    Text,
    Number,
    Boolean,
    /// One of these.
    Word(KnownWords),
    /// One of several, as the type itself says.
    Described(String),
}

impl ExpectedType {
    /// What is expected, in words.
    pub(super) fn words(&self) -> Message {
        match self {
            Self::List => say!("a-list"),
            Self::Record => say!("a-record"),
            Self::Map => say!("a-map"),
            Self::Key => say!("a-key"),
            Self::Text => say!("a-text"),
            Self::Number => say!("a-whole-number"),
            Self::Boolean => say!("true-or-false"),
            Self::Word(_) => say!("a-word"),
            Self::Described(form) => form_of(form),
        }
    }
}

/// What a type that has several forms says of itself.
fn form_of(form: &str) -> Message {
    match form {
        "a date such as 2020-03-02, or {from: …, to: …}" => say!("a-date-or-range"),
        "a date such as 2020-12-31, or {text: …, by: …}" => say!("a-date-or-words"),
        "a text, or {en: …, ja: …}" => say!("a-text-or-both"),
        "draft, published, withdrawn or {embargoed-until: …}" => say!("a-release"),
        "a person's id, or {person: …, as: …}" => say!("a-person-or-head"),
        "a track's id, or a list of them" => say!("a-track-or-list"),
        form => Message::verbatim(form),
    }
}

/// What was written, in the same words.
pub(super) fn described(found: &Value) -> Message {
    match found {
        Value::Null => say!("nothing"),
        Value::String(text) => say!("the-text", text = format!("{text:?}")),
        Value::Sequence(_) => say!("a-list"),
        Value::Mapping(_) => say!("a-map"),
        Value::Tagged(tagged) if tagged.value.is_null() => Message::verbatim(Unexpected::Enum),
        Value::Tagged(tagged) => say!("tagged", value = described(&tagged.value), tag = tagged.tag),
        Value::Bool(value) => say!("the-word", value),
        Value::Number(number) if number.is_f64() => say!("the-decimal", number = decimal(number)),
        Value::Number(number) => say!("the-number", number),
    }
}

/// A number with a decimal point, as serde writes it.
fn decimal(number: &serde_yaml::Number) -> String {
    let said = Unexpected::Float(number.as_f64().unwrap_or_default()).to_string();
    said.split('`').nth(1).unwrap_or_default().to_owned()
}

/// The mistakes of a text that is to be read as a record: in each map the keys, then the values, as they are written.
pub(super) fn mistakes<T: DeserializeOwned>(tree: &Tree) -> Vec<Mistake> {
    let found = RefCell::default();
    let anchored = tree.anchored();
    let pointer = Some(Pointer::default());
    // Nothing is refused that the pass could end at.
    let _ = T::deserialize(TypeCheck {
        found: &found,
        anchored: &anchored,
        tree,
        pointer,
        is_alias: false,
        form: None,
    });
    found.into_inner()
}

/// One value, to be read as some type.
struct TypeCheck<'c, 't> {
    found: &'c RefCell<Vec<Mistake>>,
    anchored: &'c HashMap<usize, &'t Tree>,
    /// The value; of an alias, the one that it repeats.
    tree: &'t Tree,
    /// Where it stands; nowhere inside of what an alias repeats, since it is mended where it is written.
    pointer: Option<Pointer>,
    is_alias: bool,
    /// What is expected where a text would do as well.
    form: Option<ExpectedType>,
}

impl<'t> TypeCheck<'_, 't> {
    /// A value inside of this one.
    fn inner(&self, tree: &'t Tree, step: impl Into<Step>) -> Self {
        let pointer = self.pointer.as_ref().filter(|_| !self.is_alias).map(|pointer| pointer.then(step));
        let is_alias = matches!(tree.kind, ValueKind::Alias(_));
        Self { tree: self.repeated(tree), pointer, is_alias, form: None, ..*self }
    }

    /// The value itself; of an alias, the one that it repeats.
    fn repeated(&self, tree: &'t Tree) -> &'t Tree {
        match tree.kind {
            ValueKind::Alias(anchor) => self.anchored.get(&anchor).copied().unwrap_or(tree),
            _ => tree,
        }
    }

    fn note(&self, kind: MistakeKind) {
        let mut found = self.found.borrow_mut();
        if let Some(pointer) = self.pointer.clone().filter(|_| found.len() <= MAX_REPORTED) {
            found.push(Mistake { pointer, kind });
        }
    }

    /// Whether the value is of a type. One that is not is noted.
    fn is(&self, expected: ExpectedType) -> bool {
        let is_tagged = self.form.is_some() && self.own_tag().is_some();
        let fits = match (&expected, &self.tree.kind) {
            _ if is_tagged => false,
            (ExpectedType::List, ValueKind::List(_))
            | (ExpectedType::Record | ExpectedType::Map, ValueKind::Map(_))
            | (ExpectedType::Text | ExpectedType::Word(_), ValueKind::Scalar(..)) => true,
            (ExpectedType::Number, ValueKind::Scalar(text, true)) => {
                serde_yaml::from_str::<u32>(text).is_ok()
            }
            (ExpectedType::Boolean, ValueKind::Scalar(text, true)) => {
                serde_yaml::from_str::<bool>(text).is_ok()
            }
            (ExpectedType::List | ExpectedType::Record | ExpectedType::Map, _) => {
                matches!(&self.tree.kind, ValueKind::Scalar(text, true) if text.is_empty())
            }
            _ => false,
        };
        if !fits {
            let tagged = || Value::Tagged(Box::new(TaggedValue { tag: Tag::new("!"), value: Value::Null }));
            let found = if is_tagged { tagged() } else { value(self.tree) };
            self.note(MistakeKind::WrongType(self.form.clone().unwrap_or(expected), found));
        }
        fits
    }

    /// The entries whose keys the record has. The others are mistakes.
    fn entries(&self, expected: ExpectedType, known: Option<KnownWords>) -> Vec<(&'t str, Self)> {
        let expected_key = if known.is_some() { ExpectedType::Key } else { ExpectedType::Text };
        let (true, ValueKind::Map(map)) = (self.is(expected), &self.tree.kind) else { return Vec::new() };
        let mut entries = Vec::with_capacity(map.len());
        for entry in map.iter() {
            let key = match entry.odd_key.as_ref().map(|key| self.repeated(key)) {
                None => entry.key.as_str(),
                Some(Tree { kind: ValueKind::Scalar(key, _), .. }) => key,
                Some(odd) => {
                    // The whole map is left out.
                    self.note(MistakeKind::WrongType(expected_key, value(odd)));
                    break;
                }
            };
            match known.filter(|known| !known.contains(&key)) {
                None => entries.push((key, self.inner(&entry.value, key))),
                Some(known) if !self.is_alias => self.note(MistakeKind::UnknownKey(key.to_owned(), known)),
                Some(_) => {}
            }
        }
        entries
    }

    /// The name of a type that YAML does not have, such as `mine` in `!mine`.
    fn own_tag(&self) -> Option<&'t str> {
        self.tree.tag.as_deref()?.strip_prefix('!')
    }
}

/// What YAML takes a value for. A text that is not what its tag says keeps the tag.
fn value(tree: &Tree) -> Value {
    let (text, is_plain) = match &tree.kind {
        ValueKind::List(_) => return Value::Sequence(Vec::new()),
        ValueKind::Map(_) => return Value::Mapping(Mapping::new()),
        ValueKind::Alias(_) => return Value::Null,
        ValueKind::Scalar(text, is_plain) => (text, *is_plain),
    };
    let string = Value::String(text.clone());
    match tree.tag.as_deref().and_then(|tag| tag.strip_prefix("tag:yaml.org,2002:")) {
        Some(name) => {
            let written = format!("!!{name} {}", serde_json::to_string(text).unwrap_or_default());
            let tagged = TaggedValue { tag: Tag::new(format!("!{name}")), value: string };
            serde_yaml::from_str(&written).unwrap_or_else(|_| Value::Tagged(Box::new(tagged)))
        }
        None if tree.is_nothing() => Value::Null,
        None if is_plain => match serde_yaml::from_str(text) {
            Ok(value @ (Value::Bool(_) | Value::Number(_))) => value,
            Ok(_) => string,
            // A number of more digits than others may have.
            Err(_) => text.parse::<f64>().map_or(string, Value::from),
        },
        None => string,
    }
}

impl<'de> Deserializer<'de> for TypeCheck<'_, '_> {
    type Error = Error;

    /// Of a type that takes a text or number, and a list or a map as well. Its visitor says which, since it reads the value
    /// itself.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let form = Some(ExpectedType::Described((&visitor as &dyn Expected).to_string()));
        match value(self.tree) {
            Value::String(_) if self.own_tag().is_none() => visitor.visit_some(self),
            Value::Number(number) if number.is_u64() && self.own_tag().is_none() => visitor.visit_some(self),
            _ => visitor.visit_newtype_struct(Self { form, ..self }),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.is(ExpectedType::Boolean);
        visitor.visit_bool(false)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.is(ExpectedType::Number);
        visitor.visit_u32(0)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.is(ExpectedType::Text);
        visitor.visit_str("")
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let is_tagged = self.tree.tag.as_deref().is_some_and(|tag| !tag.ends_with(":null"));
        let is_nothing = self.tree.is_nothing() && !is_tagged;
        if is_nothing { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let items = match (self.is(ExpectedType::List), &self.tree.kind) {
            (true, ValueKind::List(items)) => items.as_slice(),
            _ => &[],
        };
        let items = items.iter().enumerate().map(|(index, item)| self.inner(item, index));
        visitor.visit_seq(SeqDeserializer::new(items))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(MapDeserializer::new(self.entries(ExpectedType::Map, None).into_iter()))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: KnownWords,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_map(MapDeserializer::new(self.entries(ExpectedType::Record, Some(known)).into_iter()))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: KnownWords,
        visitor: V,
    ) -> Result<V::Value, Error> {
        let word = match &self.tree.kind {
            ValueKind::Scalar(text, _) => self.own_tag().or(Some(text)),
            _ => self.own_tag(),
        };
        match word {
            Some(word) if known.contains(&word) => {}
            Some(word) => self.note(MistakeKind::UnknownWord(word.to_owned(), known)),
            None => drop(self.is(ExpectedType::Word(known))),
        }
        visitor.visit_enum(StrDeserializer::new(known.first().copied().unwrap_or_default()))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 u8 u16 u64 f32 f64 char str bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct
        identifier ignored_any
    }
}

impl IntoDeserializer<'_> for TypeCheck<'_, '_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::lang::Lang;

    #[derive(Deserialize)]
    #[allow(dead_code, reason = "what is read is thrown away")]
    struct Item {
        text: Option<String>,
        number: Option<u32>,
        is_open: Option<bool>,
        mode: Option<Mode>,
        parts: Option<Vec<Option<String>>>,
        inner: Option<HashMap<String, Option<Item>>>,
    }

    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Mode {
        InPerson,
        Virtual,
    }

    /// What is found in an item, each as `pointer: what`.
    #[track_caller]
    fn assert_found(text: &str, expected: &[&str]) {
        let found = mistakes::<Item>(&Tree::read(text, 0).unwrap().unwrap());
        let shown = found.iter().map(|Mistake { pointer, kind }| match kind {
            MistakeKind::UnknownKey(key, known) => format!("{pointer}: key {key} of {}", known.len()),
            MistakeKind::UnknownWord(word, known) => {
                format!("{pointer}: word {word} of {}", known.join(", "))
            }
            MistakeKind::WrongType(expected, found) => {
                format!("{pointer}: {}, {}", expected.words().text(Lang::En), described(found).text(Lang::En))
            }
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn the_pass_goes_on_behind_each_mistake() {
        assert_found(
            "text: [a]\nnumber: '5'\nis_open: yes\nmode: in-persn\ncolour: {number: x}\nparts: {a: b}\n\
             inner: {a: [], b: {size: 1, number: -5}, c: word}\n",
            &[
                ": key colour of 6",
                "/text: a text, a list",
                "/number: a whole number, the text \"5\"",
                "/is_open: `true` or `false`, the text \"yes\"",
                "/mode: word in-persn of in-person, virtual",
                "/parts: a list, a map",
                "/inner/a: a map of keys and values, a list",
                "/inner/b: key size of 6",
                "/inner/b/number: a whole number, integer `-5`",
                "/inner/c: a map of keys and values, the text \"word\"",
            ],
        );
        assert_found("[a]", &[": a map of keys and values, a list"]);
    }

    #[test]
    fn what_the_reader_takes_is_no_mistake() {
        for text in [
            "text: 5\nnumber: 0x10\nis_open: True\nmode: 'virtual'\nparts: [~, no, 1.5]\ninner: {}",
            "text: ~\nnumber:\nis_open: null\nmode: ~\nparts: ~\ninner: {a: ~}",
            "text: !mine a\nnumber: !!str 5\nmode: !virtual\nparts: !mine []\nis_open: !!null ~",
            "text: &a word\nparts: &b [*a]\ninner: {x: &c {parts: *b}, y: *c}",
        ] {
            assert!(serde_yaml::from_str::<Item>(text).is_ok(), "{text}");
            assert_found(text, &[]);
        }
    }

    #[test]
    fn aliases_and_tags_and_odd_keys_are_read_through() {
        assert_found("text: &a word\nnumber: *a", &["/number: a whole number, the text \"word\""]);
        // What an alias repeats is mended where it is written.
        assert_found(
            "inner: {x: &a {size: 1, parts: 5}, y: *a}",
            &["/inner/x: key size of 6", "/inner/x/parts: a list, integer `5`"],
        );
        assert_found("mode: !mine virtual", &["/mode: word mine of in-person, virtual"]);
        assert_found("number: !!int 'x'", &["/number: a whole number, the text \"x\" behind `!!int`"]);
        assert_found(
            "inner: {[a]: {}}\ntext: {? {a: b} : c}",
            &["/inner: a text, a list", "/text: a text, a map"],
        );
    }
}
