//! One file with thirteen mistakes, twelve of them different: thirteen diagnostics in one run, each in its place, in all four formats.

use crate::support::{Archive, Built};
use serde_json::Value;

const ENGLISH: &str = "\
---
title: First meeting
tilte: First
date: 2011-02-30
mode: in-persn
number: one
delegations:
  us: {organizations: [stat]}
  jp: {heads: [nobody]}
commitments:
  - id: Share_practice
    kind: undertaking
    track: clowd
    delegations: [us, jp]
    text: Share good practice.
  - id: report
    kind: report
    track: cloud
    delegations: [jp]
documents:
  - {id: paper, title: Paper, url: \"javascript:alert(1)\"}
---
## The [[meeting:b]] and <b>more</b>

See [the page](/en/nothing/).
";

/// Each mistake: line, column and code, in the order in which it is reported.
const MISTAKES: [(usize, usize, &str); 13] = [
    (3, 1, "unknown-key"),
    (4, 7, "invalid-date"),
    (5, 7, "invalid-value"),
    (6, 9, "invalid-value"),
    (8, 24, "unknown-organization"),
    (9, 16, "unknown-person"),
    (11, 9, "invalid-id"),
    (13, 12, "unknown-track"),
    (16, 5, "missing-field"),
    (21, 36, "unsafe-link"),
    (23, 8, "unknown-meeting"),
    (23, 26, "raw-html"),
    (25, 16, "broken-link"),
];

fn checked(format: &str) -> Built {
    let archive = Archive::new().file("content/meetings/a.en.md", ENGLISH).file(
        "content/meetings/a.ja.md",
        "---\ntitle: 会合\nversion: {status: summary}\ncommitments: [{id: Share_practice, text: 共有する。}]\n---\n要約。\n",
    );
    let built = archive.run(&["check", "--format", format, "--color", "never"]);
    assert_eq!(built.status, 1);
    built
}

fn expected() -> Vec<(usize, usize, String)> {
    MISTAKES.iter().map(|(line, column, code)| (*line, *column, (*code).to_owned())).collect()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

#[test]
fn as_text() {
    let built = checked("text");
    let heads = built.stderr.lines().filter_map(|line| line.split_once('[')?.1.split_once("]: "));
    let codes = heads.map(|(code, _)| code.to_owned());
    let places = built.stderr.lines().filter_map(|line| {
        let (_, place) = line.split_once("--> content/meetings/a.en.md:")?;
        let (line, column) = place.split_once(':')?;
        Some((line.parse().unwrap(), column.parse().unwrap()))
    });
    let reported: Vec<(usize, usize, String)> =
        places.zip(codes).map(|((line, column), code)| (line, column, code)).collect();
    assert_eq!(reported, expected(), "{}", built.stderr);
    assert_eq!(built.stdout, "13 errors, 0 warnings\n");
}

#[test]
fn as_json() {
    let built = checked("json");
    let reported = built.problems();
    let reported = reported.iter().map(|problem| {
        assert_eq!(problem["path"], "content/meetings/a.en.md");
        (number(&problem["line"]), number(&problem["column"]), problem["code"].as_str().unwrap().to_owned())
    });
    assert_eq!(reported.collect::<Vec<_>>(), expected(), "{}", built.stdout);
}

#[test]
fn as_annotations_of_a_workflow() {
    let built = checked("github");
    let reported = built.stdout.lines().map(|line| {
        let (properties, message) =
            line.strip_prefix("::error file=content/meetings/a.en.md,").unwrap().split_once("::").unwrap();
        assert!(!message.is_empty());
        let value = |name: &str| {
            properties.split(',').find_map(|property| property.strip_prefix(name)).unwrap().to_owned()
        };
        (value("line=").parse().unwrap(), value("col=").parse().unwrap(), value("title="))
    });
    assert_eq!(reported.collect::<Vec<_>>(), expected(), "{}", built.stdout);
}

#[test]
fn as_sarif() {
    let built = checked("sarif");
    let log: Value = serde_json::from_str(&built.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let reported = run["results"].as_array().unwrap().iter().map(|result| {
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "content/meetings/a.en.md");
        let rule = number(&result["ruleIndex"]);
        assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], result["ruleId"]);
        let region = &place["region"];
        let code = result["ruleId"].as_str().unwrap().to_owned();
        (number(&region["startLine"]), number(&region["startColumn"]), code)
    });
    assert_eq!(reported.collect::<Vec<_>>(), expected(), "{}", built.stdout);
}

#[test]
fn without_a_problem_a_sarif_log_is_still_a_log() {
    let built = Archive::new().run(&["check", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&built.stdout).unwrap();
    assert_eq!(log["runs"][0]["results"], Value::Array(Vec::new()));
    assert_eq!(built.status, 0);
}

#[test]
fn an_annotation_keeps_its_way_out_and_its_other_place() {
    let archive = Archive::new().promise("a", "2020-03-02", "").edit(
        "content/meetings/a.ja.md",
        "---\ntitle:",
        "---\nnumber: 1\nnumber: 2\ntitle:",
    );
    let built = archive.run(&["check", "--format", "github"]);
    let first = built.stdout.lines().next().unwrap();
    assert!(first.starts_with("::error file=content/meetings/a.ja.md,line="), "{first}");
    assert!(first.contains(",title=duplicate-key::"), "{first}");
    assert!(first.contains("%0Afirst here: content/meetings/a.ja.md:"), "{first}");
}
