//! What YAML takes in silence or blames on another place is reported where it stands, with what to write.

use crate::support::{Archive, assert_reported, help};

/// A meeting whose English front matter is this, beside what a meeting must have.
fn meeting(front: &str) -> Archive {
    let required = "delegations: {us: {}, jp: {}}\n";
    Archive::new().note("a", "en", &format!("{required}{front}"), "").note("a", "ja", "title: 会合", "")
}

const DATED: &str = "date: 2020-03-02\ntitle: First meeting\n";

#[test]
fn a_full_width_colon_is_reported_where_it_stands_and_not_on_the_next_line() {
    let archive = meeting("title：First meeting\ndate: 2020-03-02\n");
    assert_reported(&archive, &["meetings/a.en.md:3:6 full-width-syntax"]);
    assert_eq!(help(&archive), "write `:` and a blank after it");
}

#[test]
fn full_width_brackets_and_digits_are_reported_in_their_place() {
    assert_reported(
        &meeting(&format!("{DATED}aliases: ［/en/old/］\n")),
        &["meetings/a.en.md:5:10 full-width-syntax"],
    );
    assert_reported(
        &meeting("title: First meeting\ndate: ２０２０-０３-０２\n"),
        &["meetings/a.en.md:4:7 full-width-syntax"],
    );
    let archive = meeting(&format!("{DATED}number: １\n"));
    assert_reported(&archive, &["meetings/a.en.md:5:9 full-width-syntax"]);
    assert_eq!(help(&archive), "write it in half-width: `1`");
}

#[test]
fn an_ideographic_space_is_reported() {
    let archive = meeting(&format!("{DATED}\u{3000}number: 1\n"));
    assert_reported(&archive, &["meetings/a.en.md:5:1 full-width-syntax"]);
    let archive = meeting("title:\u{3000}First meeting\ndate: 2020-03-02\n");
    assert_reported(&archive, &["meetings/a.en.md:3:7 full-width-syntax"]);
}

#[test]
fn full_width_signs_in_a_text_are_a_text() {
    let archive = meeting(&format!("{DATED}summary: 'A: [b] #c'\n")).file(
        "content/meetings/a.ja.md",
        "---\ntitle: 「第１回」会合：開会、［資料］ ＃１\nsummary: 議題：\u{3000}一、二\n---\n",
    );
    assert_reported(&archive, &[]);
}

#[test]
fn text_behind_a_hash_is_reported_as_lost_and_a_comment_is_not() {
    assert_reported(
        &meeting("title: Meeting #1 of 2\ndate: 2020-03-02 # a comment\n"),
        &["meetings/a.en.md:3:16 lost-text"],
    );
    assert_reported(&meeting("title: \"Meeting #1\"\ndate: 2020-03-02    # or a range\n"), &[]);
    assert_reported(&meeting("title: Meeting#1\ndate: 2020-03-02\n"), &[]);
}

#[test]
fn a_value_of_which_nothing_is_left_is_missing() {
    let archive = meeting("date: 2020-03-02\ntitle: #1 meeting\n").note("a", "ja", "place: ' '", "");
    assert_reported(&archive, &["meetings/a.en.md:4:1 missing-field"]);
    assert_eq!(help(&archive), "YAML takes `#1 meeting` for a comment; put the text into quotes");
}

#[test]
fn an_empty_value_is_reported_whether_it_is_required_or_not() {
    assert_reported(
        &meeting(&format!("{DATED}host:\naliases: [/en/a/, ]\nforums:\n")),
        &[
            "meetings/a.en.md:5:1 missing-field",
            "meetings/a.en.md:7:1 missing-field",
            "meetings/a.en.md:7:1 unknown-key",
        ],
    );
}

#[test]
fn words_that_look_like_other_values_stay_texts_and_yes_is_not_true() {
    let archive = meeting("title: no\nplace: 010\nsummary: 2021-02-03\ndate: 2020-03-02\n")
        .file("content/meetings/a.ja.md", "---\ntitle: 会合\nplace: 東京\nsummary: 要約\n---\n");
    let built = archive.build().ok();
    let page = built.page("en/meetings/a/");
    assert!(page.contains(">no</h1>") && page.contains("010") && page.contains("2021-02-03"), "{page}");
    let archive = Archive::new()
        .note("b", "en", "title: B\ndate: 2020-03-02\ndelegations: {us: {others: yes}, jp: {}}", "")
        .note("b", "ja", "title: 会合", "");
    assert_reported(&archive, &["meetings/b.en.md:4:28 invalid-value"]);
}

#[test]
fn a_title_emptied_in_one_file_is_reported_once() {
    let english = "title: First meeting\ndate: 2020-03-02";
    for (japanese, reported) in [
        ("title:", "meetings/a.ja.md:2:1 missing-field"),
        ("title: \"\"", "meetings/a.ja.md:1:1 missing-translation"),
        ("title: []", "meetings/a.ja.md:2:8 invalid-value"),
    ] {
        assert_reported(&meeting(english).note("a", "ja", japanese, ""), &[reported]);
    }
    let promise = |japanese: &str| {
        Archive::new().promise("b", "2020-03-02", "").note("b", "ja", &format!("title: 会合\n{japanese}"), "")
    };
    assert_reported(
        &promise("commitments:\n  - id: promise\n    text:"),
        &["meetings/b.ja.md:5:5 missing-field"],
    );
}

#[test]
fn a_date_that_does_not_exist_and_a_key_written_twice_are_reported_in_their_places() {
    let archive = meeting("title: First meeting\ndate: 2011-02-29\n");
    assert_reported(&archive, &["meetings/a.en.md:4:7 invalid-date"]);
    assert_eq!(help(&archive), "February 2011 has 28 days");
    let archive = meeting(&format!("{DATED}title: Second meeting\n"));
    assert_reported(&archive, &["meetings/a.en.md:5:1 duplicate-key"]);
    let related = &archive.check().problems()[0]["related"][0];
    assert_eq!((&related["line"], &related["column"]), (&4.into(), &1.into()));
}

#[test]
fn each_of_a_thousand_mistakes_is_reported_at_its_line() {
    let kinds = ["{date: 2020-03-02, colour: red}", "just words", "{date: [2020-03-02]}", "{note: {en: a}}"];
    let items: Vec<_> =
        (0..1000).map(|at| format!("  - {}\n", kinds[at % 4].replace("colour", &format!("k{at}")))).collect();
    let reported = meeting(&format!("{DATED}corrections:\n{}", items.concat())).check().reported();
    let at = |line: usize| match line % 4 {
        2 => format!("meetings/a.en.md:{line}:24 unknown-key"),
        3 => format!("meetings/a.en.md:{line}:5 invalid-value"),
        _ => format!("meetings/a.en.md:{line}:12 invalid-value"),
    };
    let of_form: Vec<_> = reported.into_iter().filter(|it| !it.ends_with("missing-field")).collect();
    assert_eq!(of_form, (6..1006).map(at).collect::<Vec<_>>());
}
