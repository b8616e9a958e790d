//! Every problem is reported in one run, at its exact place, as text and as JSON; and the exit code says how the run ended.

use crate::support::{self, Archive, run};
use serde_json::json;
use std::{fs, time::SystemTime};

const ENGLISH: &str = "\
---
title: First meeting
dialogue: policy
date: 2011-02-30
number: 1
delegations:
  us: {}
  jp: {}
  frace: {}
commitments:
  - id: share-practice
    kind: undertaking
    track: clowd
    delegations: [us, jp]
    text: Share good practice.
  - id: share-practice
    kind: report
    track: open-internet
    delegations: [jp]
    text: Report on it.
---
Text.
";

const JAPANESE: &str = "\
---
title: 第1回会合
number: 2
commitments: [{id: share-practice, text: 好事例を共有する。}]
---
本文。
";

const TEXT: &str = "\
error[invalid-date]: `2011-02-30` is not a date
 --> content/meetings/a.en.md:4:7
  |
4 | date: 2011-02-30
  |       ^^^^^^^^^^
  |
  = help: February 2011 has 28 days

error[unknown-delegation]: no delegation is called `frace`
 --> content/meetings/a.en.md:9:3
  |
9 |   frace: {}
  |   ^^^^^
  |
  = help: add it to content/delegations.yaml

error[unknown-track]: no track is called `clowd`
  --> content/meetings/a.en.md:13:12
   |
13 |     track: clowd
   |            ^^^^^ did you mean `cloud`?

error[duplicate-id]: the id `share-practice` stands twice in this list
  --> content/meetings/a.en.md:16:9
   |
16 |   - id: share-practice
   |         ^^^^^^^^^^^^^^
   |
  ::: content/meetings/a.en.md:11:9
   |
11 |   - id: share-practice
   |         -------------- first here

error[conflicting-fact]: the two language files state `number` differently
 --> content/meetings/a.ja.md:3:9
  |
3 | number: 2
  |         ^
  |
 ::: content/meetings/a.en.md:5:9
  |
5 | number: 1
  |         - the other file says
  |
  = help: a fact is written once, in either file; where it stands in both, it must be the same

";

fn five_mistakes() -> Archive {
    Archive::new().file("content/meetings/a.en.md", ENGLISH).file("content/meetings/a.ja.md", JAPANESE)
}

#[test]
fn five_mistakes_are_reported_in_one_run_as_text() {
    let checked = five_mistakes().run(&["check", "--color", "never"]);
    assert_eq!(checked.stderr, TEXT);
    assert_eq!(checked.stdout, "5 errors, 0 warnings\n");
    assert_eq!(checked.status, 1);
}

#[test]
fn five_mistakes_are_reported_in_one_run_as_json() {
    let checked = five_mistakes().check();
    let help = "a fact is written once, in either file; where it stands in both, it must be the same";
    let english = "content/meetings/a.en.md";
    let expected = [
        json!({"severity": "error", "code": "invalid-date", "path": english, "line": 4, "column": 7,
            "message": "`2011-02-30` is not a date", "help": "February 2011 has 28 days", "related": []}),
        json!({"severity": "error", "code": "unknown-delegation", "path": english, "line": 9, "column": 3,
            "message": "no delegation is called `frace`", "help": "add it to content/delegations.yaml",
            "related": []}),
        json!({"severity": "error", "code": "unknown-track", "path": english, "line": 13, "column": 12,
            "message": "no track is called `clowd`", "help": "did you mean `cloud`?", "related": []}),
        json!({"severity": "error", "code": "duplicate-id", "path": english, "line": 16, "column": 9,
            "message": "the id `share-practice` stands twice in this list", "help": null,
            "related": [{"path": english, "line": 11, "column": 9, "message": "first here"}]}),
        json!({"severity": "error", "code": "conflicting-fact", "path": "content/meetings/a.ja.md", "line": 3,
            "column": 9, "message": "the two language files state `number` differently", "help": help,
            "related": [{"path": english, "line": 5, "column": 9, "message": "the other file says"}]}),
    ];
    assert_eq!(checked.problems(), expected);
    assert_eq!(checked.status, 1);
    assert_eq!(checked.stderr, "5 errors, 0 warnings\n", "what is for people stays out of the JSON");
}

#[test]
fn mistakes_leave_a_published_site_as_it_is() {
    let archive = Archive::new().meeting("a", "date: 2011-02-28");
    let before = archive.build().ok().files();
    let times = times(&archive);
    let archive =
        archive.file("content/meetings/a.en.md", ENGLISH).file("content/meetings/a.ja.md", JAPANESE);
    let failed = archive.build();
    assert_eq!(failed.status, 1);
    assert_eq!(failed.stdout, "nothing was published: 5 errors, 0 warnings\n");
    assert_eq!(failed.files(), before);
    assert_eq!(self::times(&archive), times);
}

#[test]
fn mistakes_in_a_first_build_leave_no_output_at_all() {
    let archive = five_mistakes();
    assert_eq!(archive.build().status, 1);
    assert!(!archive.output().exists());
}

/// When each file of the output was last changed.
fn times(archive: &Archive) -> Vec<(String, SystemTime)> {
    let files = support::files(&archive.output()).into_keys();
    files
        .map(|path| (path.clone(), fs::metadata(archive.output().join(path)).unwrap().modified().unwrap()))
        .collect()
}

#[test]
fn a_sound_archive_is_built_and_checked_with_exit_code_0() {
    let archive = Archive::new().meeting("a", "date: 2010-11-01");
    assert_eq!(archive.build().ok().status, 0);
    let checked = archive.run(&["check"]).ok();
    assert_eq!((checked.status, checked.stdout.as_str()), (0, "0 errors, 0 warnings\n"));
}

#[test]
fn check_writes_nothing() {
    let archive = Archive::new().meeting("a", "date: 2010-11-01");
    let before = support::files(archive.root());
    assert_eq!(archive.run(&["check"]).status, 0);
    assert_eq!(support::files(archive.root()), before);
}

#[test]
fn a_warning_is_reported_and_counts_only_under_strict() {
    let archive = Archive::new().meeting("a", "date: 2010-11-01").without("content/meetings/a.ja.md");
    let built = archive.build_with(&["--strict"]);
    assert_eq!((built.status, built.stdout.as_str()), (1, "nothing was published: 0 errors, 1 warning\n"));
    assert!(!built.output.exists());
    let built = archive.build().published();
    assert!(built.stderr.starts_with("warning[missing-translation]: "), "{}", built.stderr);
    assert_eq!(archive.run(&["check", "--strict"]).status, 1);
    assert_eq!(archive.run(&["check"]).status, 0);
}

#[test]
fn wrong_usage_has_exit_code_2() {
    let archive = Archive::new();
    for arguments in [
        &["build", "--colour"][..],
        &["rebuild"],
        &["build", "--as-of", "2011-02-30"],
        &["check", "--as-of", "today"],
        &["check", "--format", "xml"],
        &["build", "--color", "sometimes"],
    ] {
        let done = archive.run(arguments);
        assert_eq!(done.status, 2, "{arguments:?}: {}", done.stderr);
        assert!(done.stderr.starts_with("error"), "{arguments:?}: {}", done.stderr);
    }
    assert!(!archive.output().exists());
}

#[test]
fn an_option_that_names_what_is_not_there_is_wrong_usage() {
    let archive = Archive::new();
    for arguments in [
        &["build", "--base-url", "nonsense"][..],
        &["build", "--theme", "none"],
        &["check", "--theme", "none"],
    ] {
        let done = archive.run(arguments);
        assert_eq!(done.status, 2, "{arguments:?}: {}", done.stderr);
        assert!(!done.stderr.contains("site.yaml"), "{arguments:?}: {}", done.stderr);
    }
}

#[test]
fn a_folder_without_content_is_wrong_usage() {
    let done = Archive::empty().build();
    assert_eq!(done.status, 2);
    assert!(done.stderr.contains("--root"), "{}", done.stderr);
}

#[test]
fn an_output_that_cannot_be_made_has_exit_code_3() {
    let archive = Archive::new().file("taken", "a file, not a folder");
    let output = archive.root().join("taken");
    let built = archive.build_with(&["--output", output.to_str().unwrap()]);
    assert_eq!(built.status, 3, "{}", built.stderr);
    assert!(built.stderr.contains("taken"), "{}", built.stderr);
}

#[test]
fn help_is_there_for_the_program_and_each_command() {
    for arguments in
        [&["--help"][..], &["build", "--help"], &["check", "--help"], &["ledger", "--help"], &["--version"]]
    {
        let done = run(arguments);
        assert_eq!((done.status, done.stderr.as_str()), (0, ""), "{arguments:?}");
        assert!(done.stdout.contains("taiwa"), "{arguments:?}: {}", done.stdout);
    }
}

#[test]
fn no_command_at_all_is_answered_with_help() {
    let done = run(&[]);
    assert_eq!(done.status, 2);
    assert!(done.stderr.contains("build") && done.stderr.contains("check"), "{}", done.stderr);
}

#[test]
fn a_quiet_build_says_nothing_but_its_problems() {
    let archive = Archive::new().meeting("a", "date: 2010-11-01");
    assert_eq!(archive.build_with(&["--quiet"]).ok().stdout, "");
    let failed = five_mistakes().build_with(&["--quiet", "--color", "never"]);
    assert_eq!((failed.stdout.as_str(), failed.stderr.as_str()), ("", TEXT));
}

#[test]
fn colour_can_be_asked_for() {
    let checked = five_mistakes().run(&["check", "--color", "always"]);
    assert!(checked.stderr.contains("\u{1b}["), "{}", checked.stderr);
}

#[test]
fn columns_count_characters_after_a_byte_order_mark_and_with_crlf() {
    let note = "\u{feff}---\r\ntitle: 会合\r\ndelegations: {us: {organizations: [国]}, jp: {}}\r\ndate: 2010-11-01\r\n---\r\n本文、[[track:x]]\r\n";
    let archive = Archive::new().file("content/meetings/a.ja.md", note);
    assert_eq!(
        archive.check().reported(),
        [
            "meetings/a.ja.md:1:1 missing-translation",
            "meetings/a.ja.md:3:36 unknown-organization",
            "meetings/a.ja.md:6:4 unknown-track",
        ]
    );
}
