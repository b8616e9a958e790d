//! Where the cursor stands in YAML, also in a half-typed one.

use std::{collections::HashSet, ops::Range};

use super::{blocks::scan_blocks, scan::PlaceInYaml};
use crate::yaml::Step;

/// The key or the value at the cursor, or the place for one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct YamlCursor {
    /// The way to the value; of a key, to its map.
    pub(super) way: Vec<Step>,
    pub(super) place: PlaceInYaml,
    /// What stands there, without its quotes.
    pub(super) span: Range<usize>,
    pub(super) is_quoted: bool,
    /// Whether a blank must come before it.
    pub(super) is_at_colon: bool,
}

impl YamlCursor {
    /// What is at a place.
    pub(super) fn at(text: &str, yaml: &Range<usize>, cursor: usize) -> Option<Self> {
        let mut found = None;
        scan_blocks(text, yaml.clone(), cursor, &mut |word| {
            if found.is_none() && word.span.start <= cursor && cursor <= word.span.end {
                found = Some(Self {
                    way: word.way.to_vec(),
                    place: word.place,
                    span: word.span.clone(),
                    is_quoted: word.is_quoted,
                    is_at_colon: word.is_at_colon,
                });
            }
        });
        found
    }

    /// The keys that the map at the cursor has beside what is typed.
    pub(super) fn other_keys<'t>(&self, text: &'t str, yaml: &Range<usize>) -> HashSet<&'t str> {
        let mut keys = HashSet::new();
        scan_blocks(text, yaml.clone(), usize::MAX, &mut |word| {
            if word.place == PlaceInYaml::Key && word.way == self.way && word.span != self.span {
                keys.extend(text.get(word.span.clone()));
            }
        });
        keys
    }
}

/// The values in YAML at the ways that a test takes, as they are written.
pub(super) fn values<'t>(
    text: &'t str,
    yaml: &Range<usize>,
    mut is_wanted: impl FnMut(&[Step]) -> bool,
) -> Vec<(&'t str, Range<usize>)> {
    let mut found = Vec::new();
    scan_blocks(text, yaml.clone(), usize::MAX, &mut |word| {
        if word.place != PlaceInYaml::Key && is_wanted(word.way) {
            found.extend(text.get(word.span.clone()).map(|written| (written, word.span.clone())));
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the cursor `‸` stands: the way, the place and what is written there.
    fn at(marked: &str) -> String {
        let cursor = marked.find('‸').unwrap_or(marked.len());
        let text = marked.replace('‸', "");
        let Some(found) = YamlCursor::at(&text, &(0..text.len()), cursor) else { return "-".into() };
        let way = found.way.iter().map(|step| match step {
            Step::Key(key) => key.to_string(),
            Step::Index(index) => index.to_string(),
        });
        let way = way.collect::<Vec<_>>().join(".");
        let place = format!("{:?}", found.place).to_lowercase();
        format!("{way} {place} `{}`", text.get(found.span).unwrap_or_default()).trim().to_owned()
    }

    #[test]
    fn blocks_go_by_their_indentation() {
        for (marked, expected) in [
            ("‸", "either ``"),
            ("ti‸", "either `ti`"),
            ("title: a\nda‸\nplace: b\n", "key `da`"),
            ("title: a\n‸\nplace: b\n", "key ``"),
            ("host: ‸", "host value ``"),
            ("host:‸\ntitle: a\n", "host value ``"),
            ("host: so‸uth # a\n", "host value `south`"),
            ("host:\n  so‸\n", "host either `so`"),
            ("host: 'so‸uth'\n", "host value `south`"),
            ("host: \"so‸\ntitle: a\n", "host value `so`"),
            ("host: a # ‸\n", "-"),
            ("delegations:\n  so‸\n", "delegations either `so`"),
            ("delegations:\n  a: {}\n  so‸\n", "delegations key `so`"),
            ("delegations:\n  a:\n    ‸\n", "delegations.a either ``"),
            ("commitments:\n- id: x\n  tr‸\n", "commitments.0 key `tr`"),
            ("commitments:\n  - id: x\n    kind: a\n  - tr‸\n", "commitments.1 either `tr`"),
            ("commitments:\n  - id: x\n  - ‸\n", "commitments.1 either ``"),
            ("commitments:\n  - id: x\n    track: ‸\n    kind: b\n", "commitments.0.track value ``"),
            ("commitments:\n  - id: x\n    ‸\n  - id: y\n", "commitments.0 key ``"),
            ("commitments:\n  - id: x\n‸\n", "key ``"),
            ("commitments:\n  - id: x\n    sources:\n      - ‸", "commitments.0.sources.0 either ``"),
            (
                "commitments:\n  - id: x\n    sources:\n    - a\n    - b‸",
                "commitments.0.sources.1 either `b`",
            ),
            ("text: >-\n  a\n  b‸\n\n  c: d\nti‸", "-"),
            ("text: >-\n  a\n\n  c: d\nti‸", "key `ti`"),
            ("text: a\n  b‸\n", "-"),
            ("- en: a\n  j‸", "0 key `j`"),
            ("a: 1\r\nb: ‸\r\nc: 2\r\n", "b value ``"),
            ("題: あ‸い\n", "題 value `あい`"),
            ("a: &x b‸\n", "a value `b`"),
            ("\ta: b‸\n", "a value `b`"),
        ] {
            assert_eq!(at(marked), expected, "{marked}");
        }
    }

    #[test]
    fn brackets_may_be_open() {
        for (marked, expected) in [
            ("a: {‸", "a key ``"),
            ("a: {en: b, j‸", "a key `j`"),
            ("a: {en: b, ja: ‸}\nc: d\n", "a.ja value ``"),
            ("a: {en: b, ja:‸}\n", "a.ja value ``"),
            ("a: {en: b,‸\nc: d\n", "a key ``"),
            ("a: {en: b ‸}\n", "-"),
            ("a: [‸]\n", "a.0 value ``"),
            ("a: [mic, ‸\nb: [c]\n", "a.1 value ``"),
            ("a: [mic, ‸]\n", "a.1 value ``"),
            ("a: [mic, 総‸]\n", "a.1 value `総`"),
            ("a: [mic, \"総‸\nb: c\n", "a.1 value `総`"),
            ("a: [{b: c, d: [e, f‸]}, g]\n", "a.0.d.1 value `f`"),
            ("a: [{b: c}, {‸}]\n", "a.1 key ``"),
            ("a: [x,\n  y,\n  ‸\n]\nb: c\n", "a.2 value ``"),
            ("a: [x\nb: c‸\n", "b value `c`"),
            ("- {id: a, track: ‸}\n- {id: b}\n", "0.track value ``"),
            ("a: {b: https://x.example/‸}\n", "a.b value `https://x.example/`"),
            ("a: {'b': c‸}\n", "a.b value `c`"),
            ("a: {b: c} ‸\n", "-"),
            ("a: [b]]‸ c\nd: e\n", "-"),
        ] {
            assert_eq!(at(marked), expected, "{marked}");
        }
    }

    #[test]
    fn the_keys_beside_it_are_known() {
        let text = "a: {b: c}\nd: [e]\nf:\n  g: h\nx\n";
        let cursor = YamlCursor::at(text, &(0..text.len()), text.len() - 1);
        let keys = cursor.map(|cursor| cursor.other_keys(text, &(0..text.len())));
        assert_eq!(keys, Some(HashSet::from(["a", "d", "f"])));
    }
}
