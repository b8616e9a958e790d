//! Two bodies side by side: which units of the one stand against which of the other.

use foldhash::{HashMap, HashSet, HashSetExt};
use smol_str::{SmolStr, format_smolstr};
use std::ops::Range;

use super::UnitKind;
use crate::lang::PerLang;

/// The units of two bodies in rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Alignment {
    /// The rows, in order. Every unit of both bodies stands in one.
    pub rows: Vec<Row>,
    /// Whether the two texts say the same. Where they do not, all they have is one row.
    pub is_aligned: bool,
}

/// A row: what stands side by side.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    /// Its anchor, the same in both languages: that of its heading, or its number after one, such as `cloud.2`. No
    /// authored anchor has a dot.
    pub anchor: SmolStr,
    /// Its units in each body.
    pub units: PerLang<Range<usize>>,
    /// Whether it is one unit against one of the same kind.
    pub is_pair: bool,
}

/// What the alignment goes by: the kind of a unit and, of a heading, its anchor and whether it was authored.
#[derive(Clone, Copy, Debug)]
pub struct Shape<'a> {
    /// The unit's kind.
    pub kind: UnitKind,
    /// The anchor of a heading.
    pub anchor: Option<(&'a str, bool)>,
}

impl<'a> Shape<'a> {
    fn authored(&self) -> Option<&'a str> {
        self.anchor.filter(|(_, is_authored)| *is_authored).map(|(anchor, _)| anchor)
    }
}

impl Alignment {
    /// Sets two bodies side by side. Headings with the same authored anchor go together first, in order; between them
    /// the units go one to one where both have the same kinds in the same order, and otherwise all in one row. Nothing
    /// is guessed by length or meaning.
    #[must_use]
    pub fn of<'a>(bodies: PerLang<&'a [Shape<'a>]>) -> Self {
        let bodies = bodies.into_array();
        let done = Vec::with_capacity(bodies[0].len().max(bodies[1].len()));
        let mut rows = Rows { bodies, done, anchors: HashSet::new(), section: "_", number: 0 };
        let mut done = [0, 0];
        for [first, second] in anchored(bodies) {
            rows.between([done[0]..first, done[1]..second]);
            rows.pair([first, second]);
            done = [first + 1, second + 1];
        }
        rows.between([done[0]..bodies[0].len(), done[1]..bodies[1].len()]);
        Self { rows: rows.done, is_aligned: true }
    }

    /// Sets two bodies side by side that do not say the same: everything in one row.
    #[must_use]
    pub fn unaligned(lengths: PerLang<usize>) -> Self {
        let units = lengths.map(|length| 0..length);
        let row = Row { anchor: "_.1".into(), units, is_pair: false };
        let is_empty = lengths.iter().all(|length| *length == 0);
        Self { rows: if is_empty { Vec::new() } else { vec![row] }, is_aligned: false }
    }

    /// The rows whose units could not be paired.
    pub fn unpaired(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| self.is_aligned && !row.is_pair)
    }

    /// The rows of one unit against one.
    pub fn pairs(&self) -> impl Iterator<Item = (&Row, PerLang<usize>)> {
        let pairs = self.rows.iter().filter(|row| self.is_aligned && row.is_pair);
        pairs.map(|row| (row, row.units.each_ref().map(|units| units.start)))
    }
}

/// The headings with the same authored anchor in both bodies: the longest list of them that is in order in both.
fn anchored(bodies: [&[Shape<'_>]; 2]) -> Vec<[usize; 2]> {
    let second = bodies[1].iter().enumerate();
    let second: HashMap<&str, usize> =
        second.filter_map(|(at, shape)| Some((shape.authored()?, at))).collect();
    let first = bodies[0].iter().enumerate();
    let common: Vec<[usize; 2]> =
        first.filter_map(|(at, shape)| Some([at, *second.get(shape.authored()?)?])).collect();
    longest_ordered(&common)
}

/// The longest list of pairs in which both numbers rise; the first ones do already. Of several, the one whose pairs come
/// first. (Patience sorting, from the end.)
fn longest_ordered(pairs: &[[usize; 2]]) -> Vec<[usize; 2]> {
    // For each length, the greatest second number that begins a list of it.
    let mut begins: Vec<usize> = Vec::new();
    let mut lengths = vec![0; pairs.len()];
    for (length, pair) in lengths.iter_mut().zip(pairs).rev() {
        let longer = begins.partition_point(|&begin| begin > pair[1]);
        match begins.get_mut(longer) {
            Some(begin) => *begin = pair[1],
            None => begins.push(pair[1]),
        }
        *length = longer + 1;
    }
    let mut ordered: Vec<[usize; 2]> = Vec::with_capacity(begins.len());
    for (length, pair) in lengths.into_iter().zip(pairs) {
        let is_next = ordered.last().is_none_or(|last| last[1] < pair[1]);
        if is_next && length == begins.len() - ordered.len() {
            ordered.push(*pair);
        }
    }
    ordered
}

struct Rows<'a> {
    bodies: [&'a [Shape<'a>]; 2],
    done: Vec<Row>,
    /// The anchors of headings that rows have.
    anchors: HashSet<&'a str>,
    /// The anchor of the last heading that has a row; before the first, one that no heading has.
    section: &'a str,
    /// How many rows there were since.
    number: usize,
}

impl<'a> Rows<'a> {
    fn between(&mut self, units: [Range<usize>; 2]) {
        let [first, second] = [0, 1].map(|body| &self.bodies[body][units[body].clone()]);
        let is_same =
            first.len() == second.len() && first.iter().zip(second).all(|(a, b)| a.kind.is_like(b.kind));
        if is_same {
            units[0].clone().zip(units[1].clone()).for_each(|(first, second)| self.pair([first, second]));
        } else {
            let anchor = self.numbered();
            self.done.push(Row { anchor, units: units.into(), is_pair: false });
        }
    }

    fn pair(&mut self, units: [usize; 2]) {
        let anchor = self.heading(units).unwrap_or_else(|| self.numbered());
        self.done.push(Row { anchor, units: units.map(|at| at..at + 1).into(), is_pair: true });
    }

    /// The anchor of two headings: the authored one, if there is one. One that an earlier row has is not taken again.
    fn heading(&mut self, units: [usize; 2]) -> Option<SmolStr> {
        let shapes: [&'a Shape<'a>; 2] = [0, 1].map(|body| &self.bodies[body][units[body]]);
        let authored = shapes.iter().find_map(|shape| shape.authored());
        let anchor = authored.or(shapes[0].anchor.map(|(anchor, _)| anchor))?;
        if !self.anchors.insert(anchor) {
            return None;
        }
        self.section = anchor;
        self.number = 0;
        Some(anchor.into())
    }

    fn numbered(&mut self) -> SmolStr {
        self.number += 1;
        format_smolstr!("{}.{}", self.section, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shapes from a line such as `#cloud p li li`: `#id` is a heading with an authored anchor, `h` one without.
    fn shapes(line: &str) -> Vec<Shape<'_>> {
        let shapes = line.split_whitespace().map(|word| match word {
            "p" => Shape { kind: UnitKind::Paragraph, anchor: None },
            "li" => Shape { kind: UnitKind::Item(None), anchor: None },
            "h" => Shape { kind: UnitKind::Heading(0), anchor: Some(("s1", false)) },
            anchor => Shape { kind: UnitKind::Heading(0), anchor: Some((&anchor[1..], true)) },
        });
        shapes.collect()
    }

    /// Each row as `anchor first-units second-units`, with `!` where it is no pair.
    fn rows(first: &str, second: &str) -> Vec<String> {
        let alignment = Alignment::of([shapes(first).as_slice(), &shapes(second)].into());
        let rows = alignment.rows.iter().map(|row| {
            let units =
                row.units.each_ref().map(|units| units.clone().map(|at| at.to_string()).collect::<Vec<_>>());
            let units = units.into_array();
            let sign = if row.is_pair { "" } else { "!" };
            format!("{} {}{sign}={}", row.anchor, units[0].join(","), units[1].join(","))
        });
        rows.collect()
    }

    #[test]
    fn the_same_kinds_go_one_to_one() {
        assert_eq!(
            rows("#cloud p li li", "#cloud p li li"),
            ["cloud 0=0", "cloud.1 1=1", "cloud.2 2=2", "cloud.3 3=3"]
        );
        assert_eq!(rows("p h p", "p h p"), ["_.1 0=0", "s1 1=1", "s1.1 2=2"]);
        assert_eq!(rows("", ""), Vec::<String>::new());
    }

    #[test]
    fn other_kinds_between_anchors_are_one_row() {
        assert_eq!(
            rows("#cloud p li li #sec p", "#cloud p p li li #sec p"),
            ["cloud 0=0", "cloud.1 1,2,3!=1,2,3,4", "sec 4=5", "sec.1 5=6"]
        );
        assert_eq!(rows("#a p", "#a"), ["a 0=0", "a.1 1!="]);
        assert_eq!(rows("", "p"), ["_.1 !=0"]);
    }

    #[test]
    fn anchors_out_of_order_are_not_paired() {
        assert_eq!(
            rows("#a p #b p #c p", "#b p #a p #c p"),
            ["_.1 !=0,1", "a 0=2", "a.1 1,2,3!=3", "c 4=4", "c.1 5=5"]
        );
    }

    #[test]
    fn headings_with_other_anchors_go_by_their_kind() {
        assert_eq!(rows("#a p", "h p"), ["a 0=0", "a.1 1=1"]);
        assert_eq!(rows("h p", "#a p"), ["a 0=0", "a.1 1=1"]);
        assert_eq!(rows("#a p", "#b p"), ["a 0=0", "a.1 1=1"]);
    }

    #[test]
    fn texts_that_say_different_things_are_one_row() {
        let alignment = Alignment::unaligned([2, 3].into());
        assert_eq!(alignment.rows.len(), 1);
        assert_eq!(alignment.unpaired().count(), 0);
        assert_eq!(alignment.pairs().count(), 0);
    }
}
