//! XML as a tree, for the parts of Word files: no entity and no link is followed, and what is too deep or too long is refused.

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};

use crate::lang::{Message, say};

/// The most elements and the deepest nesting that are read.
const MOST_ELEMENTS: usize = 1_000_000;
const DEEPEST: usize = 200;

/// An element. Names are without their prefixes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<XmlNode>,
}

/// What is in an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum XmlNode {
    Element(Element),
    Text(String),
}

impl Element {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The elements in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            XmlNode::Element(element) => Some(element),
            XmlNode::Text(_) => None,
        })
    }

    /// The first element of a name in it.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The value of the element at the end of a way of names: what Word writes as `val`.
    pub(super) fn value(&self, way: &[&str]) -> Option<&str> {
        match way {
            [] => self.attribute("val"),
            [first, rest @ ..] => self.child(first)?.value(rest),
        }
    }
}

/// The outermost element of a text, or what is wrong with it.
pub(super) fn parse(text: &str) -> Result<Element, Message> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = vec![Element::default()];
    let mut count = 0;
    loop {
        let event = reader.read_event().map_err(|_| say!("no-sound-xml"))?;
        match event {
            Event::Start(start) => open.push(element(&start)?),
            Event::Empty(start) => {
                let element = element(&start)?;
                push(&mut open, XmlNode::Element(element));
            }
            Event::End(_) => {
                let element = open.pop().ok_or_else(|| say!("no-sound-xml"))?;
                push(&mut open, XmlNode::Element(element));
            }
            Event::Text(text) => push(&mut open, XmlNode::Text(text.to_string())),
            Event::CData(text) => push(&mut open, XmlNode::Text(text.to_string())),
            Event::GeneralRef(name) => push(&mut open, XmlNode::Text(character(&name))),
            Event::DocType(_) => return Err(say!("xml-has-document-type")),
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
        count += 1;
        if count > MOST_ELEMENTS || open.len() > DEEPEST {
            return Err(say!("xml-has-too-many-parts"));
        }
    }
    let outermost = open.pop().filter(|_| open.is_empty()).ok_or_else(|| say!("xml-cut-off"))?;
    outermost.elements().next().cloned().ok_or_else(|| say!("xml-empty"))
}

fn push(open: &mut [Element], node: XmlNode) {
    if let Some(outer) = open.last_mut() {
        outer.children.push(node);
    }
}

fn element(start: &BytesStart<'_>) -> Result<Element, Message> {
    let local = |name: &str| name.rsplit(':').next().unwrap_or(name).to_owned();
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| say!("xml-attribute-unsound"))?;
        let value =
            attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| say!("xml-attribute-unsound"))?;
        attributes.push((local(attribute.key.as_ref()), value.into_owned()));
    }
    Ok(Element { name: local(start.name().as_ref()), attributes, children: Vec::new() })
}

/// The character of `amp` or `#x3042`; any other name stands for nothing.
fn character(name: &str) -> String {
    let number = name.strip_prefix('#').and_then(|digits| match digits.strip_prefix('x') {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => digits.parse().ok(),
    });
    let named = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => number.and_then(char::from_u32),
    };
    named.map(String::from).unwrap_or_default()
}
