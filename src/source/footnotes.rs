//! Footnotes of a body: numbers in the order of their first mention, and links both ways.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::FootnoteMark;

/// The footnotes met so far.
#[derive(Default)]
pub(super) struct Footnotes {
    /// By label: the number, and how often it was referred to.
    known: BTreeMap<String, (usize, usize)>,
    /// The labels whose text stands already.
    defined: BTreeSet<String>,
}

impl Footnotes {
    fn get(&mut self, label: &str) -> &mut (usize, usize) {
        let next = self.known.len() + 1;
        self.known.entry(label.to_owned()).or_insert((next, 0))
    }

    /// The mark that refers to a footnote.
    pub(super) fn reference(&mut self, label: &str) -> FootnoteMark {
        let (number, uses) = self.get(label);
        *uses += 1;
        FootnoteMark { number: *number, this: *uses }
    }

    /// The beginning of a footnote, with the number of marks that refer to it.
    pub(super) fn definition(&mut self, label: &str) -> FootnoteMark {
        let (number, uses) = *self.get(label);
        FootnoteMark { number, this: uses }
    }

    /// Whether the text of a footnote begins for the first time.
    pub(super) fn is_first(&mut self, label: &str) -> bool {
        self.defined.insert(label.to_owned())
    }

    /// The anchors of all marks and footnotes.
    pub(super) fn anchors(&self) -> Vec<String> {
        let anchors = self.known.values().flat_map(|&(number, uses)| {
            let marks = (1..=uses).map(move |this| FootnoteMark { number, this }.id());
            marks.chain([format!("fn-{number}")])
        });
        anchors.collect()
    }
}
