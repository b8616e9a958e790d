//! Nodes of JSON-LD, in the order in which their properties are given.

use serde::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeSeq},
};
use std::borrow::Cow;

/// A thing of a type, with those of its properties that there are.
pub(super) struct Node {
    pub(super) kind: &'static str,
    properties: Vec<(&'static str, Value)>,
}

/// The value of a property.
pub(super) enum Value {
    Text(Cow<'static, str>),
    Number(usize),
    YesNo(bool),
    List(Vec<Self>),
    Node(Node),
}

/// A property, with its value if it has one.
pub(super) type Property = (&'static str, Option<Value>);

impl Node {
    pub(super) fn new(kind: &'static str, properties: impl IntoIterator<Item = Property>) -> Self {
        let properties = properties.into_iter().filter_map(|(name, value)| Some((name, value?)));
        Self { kind, properties: properties.collect() }
    }

    /// Adds a property.
    pub(super) fn add(&mut self, name: &'static str, value: Value) {
        self.properties.push((name, value));
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1 + self.properties.len()))?;
        map.serialize_entry("@type", self.kind)?;
        for (name, value) in &self.properties {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => number.serialize(serializer),
            Self::YesNo(is_so) => serializer.serialize_bool(*is_so),
            Self::List(values) => {
                let mut list = serializer.serialize_seq(Some(values.len()))?;
                for value in values {
                    list.serialize_element(value)?;
                }
                list.end()
            }
            Self::Node(node) => node.serialize(serializer),
        }
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Self {
        Self::Text(text.into())
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Self {
        Self::Node(node)
    }
}

impl<T: Into<Self>> FromIterator<T> for Value {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}
