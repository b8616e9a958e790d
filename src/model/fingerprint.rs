//! What a text was when a translation was made from it.
use crate::lang::{Message, say};

/// The hashes of a text that can be translated: of the whole, and of each part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint {
    /// The SHA-256 of the whole, in hexadecimal digits.
    pub whole: String,
    /// The beginning of the SHA-256 of each part, in the order of the text.
    pub parts: Vec<(Part, String)>,
}

/// A part of a text that can be translated.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The title.
    Title,
    /// The summary.
    Summary,
    /// The commitment with this id.
    Commitment(String),
    /// The section of the notes below the heading with this anchor; what stands before the first heading has none.
    Section(String),
}

impl Part {
    /// What it is called.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Title => say!("part-title"),
            Self::Summary => say!("part-summary"),
            Self::Commitment(id) => say!("part-commitment", id),
            Self::Section(anchor) if anchor.is_empty() => say!("part-beginning"),
            Self::Section(anchor) => say!("part-section", anchor),
        }
    }
}

impl Fingerprint {
    /// The parts that are not the same in an earlier text, gone ones last.
    #[must_use]
    pub fn changed_since(&self, earlier: &[(Part, String)]) -> Vec<Part> {
        let changed = self.parts.iter().filter(|part| !earlier.contains(part)).map(|(part, _)| part);
        let is_gone = |part: &Part| !self.parts.iter().any(|(known, _)| known == part);
        let gone = earlier.iter().map(|(part, _)| part).filter(|part| is_gone(part));
        changed.chain(gone).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_added_and_removed_parts_are_named() {
        let part = |name: &str, hash: &str| (Part::Section(name.into()), hash.to_owned());
        let earlier = [(Part::Title, "1".into()), part("a", "2"), part("b", "3"), part("c", "4")];
        let now = Fingerprint {
            whole: String::new(),
            parts: vec![(Part::Title, "1".into()), part("a", "5"), part("c", "4"), part("d", "6")],
        };
        let names = ["a", "d", "b"].map(|name| Part::Section(name.into()));
        assert_eq!(now.changed_since(&earlier), names);
    }
}
