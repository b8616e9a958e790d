//! The page on method of the archive of this repository lists the operative verbs of its records, with the kinds of the points
//! that have them.
//!
//! `UPDATE_EXPECT=1 cargo test --test suite house::verbs` writes the tables; read each change before you keep it.

use crate::support::records::{self, Commitment};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::Path,
};

/// The kinds in the order of the page.
const KINDS: [&str; 7] =
    ["undertaking", "continuation", "shared-view", "welcome", "report", "recommendation", "next-meeting"];

/// The words of a table in one language.
struct TableWords {
    lang: &'static str,
    head: &'static str,
    /// What stands in the place of a verb that is not known.
    without_verb: &'static str,
}

const TABLES: [TableWords; 2] = [
    TableWords {
        lang: "en",
        head: "| Operative verb | Kind | Points |\n|---|---|---:|\n",
        without_verb: "(none known in English)",
    },
    TableWords {
        lang: "ja",
        head: "| 原文の表現 | 種別 | 件数 |\n|---|---|---:|\n",
        without_verb: "（日本語では不明）",
    },
];

#[test]
fn the_page_on_method_lists_the_verbs_of_the_records_with_their_kinds_and_numbers() {
    let points: Vec<_> =
        records::meetings(Path::new("content")).into_iter().flat_map(|meeting| meeting.commitments).collect();
    assert!(points.len() > 90 && points.iter().all(|point| KINDS.contains(&point.kind.as_str())));
    for words in TABLES {
        let file = format!("content/pages/method.{}.md", words.lang);
        let page = fs::read_to_string(&file).unwrap();
        let (before, rest) = page.split_once(words.head).unwrap();
        let (_, after) = rest.split_once("\n\n").unwrap();
        let expected = [before, words.head, &table(&points, &words), "\n", after].concat();
        if env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&file, &expected).unwrap();
        }
        assert!(fs::read_to_string(&file).unwrap() == expected, "{file} has another table than\n{expected}");
    }
}

/// The rows, one for each verb of a kind: by kind, number and alphabet. The last are those without a verb.
fn table(points: &[Commitment], words: &TableWords) -> String {
    let titles = kind_titles(words.lang);
    let mut counts: BTreeMap<(Option<&str>, usize), usize> = BTreeMap::new();
    for point in points {
        let verb = point.verbs.get(words.lang).map(String::as_str);
        let kind = KINDS.iter().position(|kind| *kind == point.kind).unwrap();
        *counts.entry((verb, kind)).or_default() += 1;
    }
    let rows = counts.into_iter().map(|((verb, kind), count)| (verb.is_none(), kind, Reverse(count), verb));
    let rows: BTreeSet<_> = rows.collect();
    let rows = rows.into_iter().map(|(_, kind, Reverse(count), verb)| {
        format!("| {} | {} | {count} |\n", verb.unwrap_or(words.without_verb), titles[kind])
    });
    rows.collect()
}

/// What pages call each kind.
fn kind_titles(lang: &str) -> [String; 7] {
    let strings = fs::read_to_string(format!("themes/default/strings/{lang}.ftl")).unwrap();
    KINDS.map(|kind| {
        let key = format!("kind-{kind} = ");
        strings.lines().find_map(|line| line.strip_prefix(&key)).unwrap().to_owned()
    })
}
