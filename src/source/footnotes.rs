//! Footnotes of a body: numbers in the order of their first mention, and links both ways.

use std::collections::BTreeMap;

/// The footnotes met so far.
#[derive(Default)]
pub(super) struct Footnotes {
    /// By label: the number, and how often it was referred to.
    known: BTreeMap<String, (usize, usize)>,
}

impl Footnotes {
    fn get(&mut self, label: &str) -> &mut (usize, usize) {
        let next = self.known.len() + 1;
        self.known.entry(label.to_owned()).or_insert((next, 0))
    }

    /// The mark that refers to a footnote.
    pub(super) fn reference(&mut self, label: &str) -> String {
        let (number, uses) = self.get(label);
        *uses += 1;
        let id = mark(*number, *uses);
        format!("<sup class=\"footnote-reference\"><a href=\"#fn-{number}\" id=\"{id}\">{number}</a></sup>")
    }

    /// The beginning of a footnote, with the way back to its first mark.
    pub(super) fn definition(&mut self, label: &str) -> String {
        let (number, uses) = *self.get(label);
        let back =
            if uses == 0 { number.to_string() } else { format!("<a href=\"#fnref-{number}\">{number}</a>") };
        format!("<div class=\"footnote\" id=\"fn-{number}\">{back}\n")
    }

    /// The anchors of all marks and footnotes.
    pub(super) fn anchors(&self) -> Vec<String> {
        let anchors = self.known.values().flat_map(|&(number, uses)| {
            (1..=uses).map(move |this| mark(number, this)).chain([format!("fn-{number}")])
        });
        anchors.collect()
    }
}

fn mark(number: usize, this: usize) -> String {
    if this == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{this}") }
}
