//! Texts that no careful person writes: too deep, too many, never closed. Each gets its diagnostic or just works, within
//! 320 MiB of memory, and none hangs.

use crate::support::{
    Archive,
    limits::{assert_many, assert_reported, check},
};
use std::fmt::Write;

const FRONT: &str = "title: Meeting a\ndelegations: {us: {}, jp: {}}\ndate: 2010-11-01";

fn front(front: &str) -> Archive {
    Archive::new().note("a", "en", front, "").note("a", "ja", "title: 会合a", "")
}

/// The lines of a list, each made from its number.
fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut text, number| {
        writeln!(text, "{}", line(number)).unwrap();
        text
    })
}

/// Front matter with this number of commitments.
fn commitments(count: usize, more: impl Fn(usize) -> String) -> String {
    let line = |number| {
        let more = more(number);
        format!("  - {{id: c-{number}, kind: report, track: cloud, delegations: [us], text: Text{more}}}")
    };
    format!("{FRONT}\ncommitments:\n{}", lines(count, line))
}

#[test]
fn nesting_without_end_is_too_large() {
    const DEEP: usize = 100_000;
    for (text, column) in [
        (format!("title: {}", "[".repeat(DEEP)), 72),
        (format!("title: {}", "{a: ".repeat(DEEP)), 264),
        ("- ".repeat(DEEP), 129),
        ("? ".repeat(DEEP), 129),
    ] {
        assert_reported(&front(&text), &[&format!("meetings/a.en.md:2:{column} too-large")]);
    }
    let steps: String = lines(1000, |depth| format!("{}a:", " ".repeat(depth)));
    assert_reported(&front(&steps), &["meetings/a.en.md:66:65 too-large"]);
    let sites = Archive::new().file("content/tracks.yaml", "[".repeat(DEEP));
    assert_reported(&sites, &["tracks.yaml:1:65 too-large"]);
}

#[test]
fn alias_bombs_are_too_large() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let before = format!("*a{}", level - 1);
        writeln!(bomb, "a{level}: &a{level} [{}]", [before.as_str(); 9].join(", ")).unwrap();
    }
    assert_reported(&front(&bomb), &["meetings/a.en.md:6:10 too-large"]);
}

#[test]
fn an_alias_of_what_holds_it_is_an_invalid_value() {
    let reported = check(&front(&FRONT.replace("Meeting a", "&a [*a]"))).reported();
    assert_eq!(reported, ["meetings/a.en.md:2:11 invalid-value"]);
    let reported = check(&front(&FRONT.replace("Meeting a", "*a"))).reported();
    assert_eq!(reported, ["meetings/a.en.md:2:8 yaml-syntax"]);
}

#[test]
fn front_matter_of_a_million_bytes_is_read() {
    assert_read(&front(&format!("{FRONT}\nsummary: {}", "x".repeat(1_000_000))));
    assert_read(&front(&format!("{FRONT}\nsummary:\n{}", "  x\n".repeat(250_000))));
    assert_reported(&front(&format!("{}{FRONT}", "# a\n".repeat(200_000))), &[]);
    let forums = format!("{FRONT}\naliases: [{}]", "a,".repeat(100_000));
    assert_many(&front(&forums), 100_000, "meetings/a.en.md:5:11 invalid-value");
}

#[test]
fn ten_thousand_commitments_are_read() {
    let japanese = lines(10_000, |number| format!("  - {{id: c-{number}, text: 本文}}"));
    let archive = front(&commitments(10_000, |_| String::new()));
    let archive = archive.note("a", "ja", &format!("title: 会合a\ncommitments:\n{japanese}"), "");
    assert_reported(&archive, &[]);
}

#[test]
fn thousands_of_unknown_names_are_reported() {
    let archive = front(&commitments(3000, |number| format!(", related: [a/d-{number}]")));
    let archive = archive.without("content/meetings/a.ja.md");
    let reported = check(&archive).reported();
    assert_eq!(reported.len(), 3001, "with one for the Japanese file");
    assert_eq!(reported[1], "meetings/a.en.md:6:84 unknown-commitment");
}

#[test]
fn thousands_of_wrong_keys_are_reported() {
    let unknown = lines(30_000, |number| format!("k{number}: x"));
    assert_many(&front(&format!("{FRONT}\n{unknown}")), 30_000, "meetings/a.en.md:5:1 unknown-key");
    // Beyond some number the rest is not reported, and nothing is read again for it.
    let unknown = lines(60_000, |number| format!("k{number}: x"));
    let reported = check(&front(&format!("{FRONT}\n{unknown}")));
    let problems = reported.problems();
    assert_eq!(problems.len(), 50_001);
    assert_eq!(
        problems[50_000]["message"], "this file has more mistakes than the 50000 that are shown",
        "{}",
        reported.stderr
    );
    let twice = "title: x\n".repeat(30_000);
    assert_many(&front(&format!("{FRONT}\n{twice}")), 30_000, "meetings/a.en.md:5:1 duplicate-key");
    let pairs = "a: b, ".repeat(30_000);
    let reported = check(&front(&format!("{FRONT}\nversion: {{{pairs}}}"))).reported();
    assert_eq!(reported.len(), 30_000);
    assert_eq!(reported[..2], ["meetings/a.en.md:5:11 unknown-key", "meetings/a.en.md:5:17 duplicate-key"]);
}

/// Text that is read without a word.
#[track_caller]
fn assert_fine(text: &str) {
    assert_read(&Archive::notes(text));
}

/// An archive that is read without a word, but that of what one language lacks beside the other.
#[track_caller]
fn assert_read(archive: &Archive) {
    let mut reported = archive.check().reported();
    reported.retain(|reported| !reported.ends_with(" missing-translation"));
    assert_eq!(reported, [""; 0]);
}

#[test]
fn long_runs_of_marks_are_text() {
    const MANY: usize = 100_000;
    for run in ["*", "`", "<", "&", "~", "{", "_", "!["] {
        assert_fine(&run.repeat(MANY));
    }
    for run in ["**a ", "*a **b ", "**「あ」", "[a](", "`a`` ", "{漢|か}", "{a|", "a <? ", "a <![CDATA[ "]
    {
        assert_fine(&run.repeat(MANY / 5));
    }
    assert_fine(&(1..400).fold(String::new(), |text, length| text + &"`".repeat(length) + " "));
    assert_reported(&Archive::notes(&"[".repeat(MANY)), &["meetings/a.en.md:6:1 invalid-value"]);
    let around = format!("{}a{}", "[".repeat(MANY), "]".repeat(MANY));
    let reported = check(&Archive::notes(&around)).reported();
    assert_eq!(reported[0], "meetings/a.en.md:6:1 invalid-value");
}

#[test]
fn quotations_and_lists_without_end_are_too_large() {
    const DEEP: usize = 10_000;
    for (text, place) in [
        (format!("{} a\n", ">".repeat(DEEP)), "6:65"),
        (format!("{}a\n", "- ".repeat(DEEP)), "6:129"),
        (format!("{}a\n", "1. ".repeat(DEEP)), "6:193"),
        (format!("{}a\n", "> - ".repeat(DEEP / 2)), "6:129"),
        (format!("a\n{}b\n", ": ".repeat(DEEP)), "7:129"),
        (lines(1000, |depth| format!("{}- a", "  ".repeat(depth))), "38:65"),
        (format!("{} a\n", ">".repeat(1000)).repeat(200), "6:65"),
        (format!("{}a{}\n", "*".repeat(DEEP), "*".repeat(DEEP)), "6:127"),
    ] {
        assert_reported(&Archive::notes(&text), &[&format!("meetings/a.en.md:{place} too-large")]);
    }
    assert_fine(&format!("{}a{}\n", "<sup>".repeat(DEEP), "</sup>".repeat(DEEP)));
    assert_fine(&format!("{} a\n\n{}\n\nb\n", ">".repeat(60), "- ".repeat(DEEP)));
}

#[test]
fn tables_without_end_are_too_large() {
    assert_fine(&format!("|a|b|\n|-|-|\n{}", "|c|d|\n".repeat(20_000)));
    assert_fine(&format!("{}|\n{}|\n{}|\n", "|a".repeat(5000), "|-".repeat(5000), "|b".repeat(5000)));
    // Each short row is filled up to the width of the head.
    let table = |rows| format!("{}|\n{}|\n{}", "|a".repeat(2000), "|-".repeat(2000), "|b|\n".repeat(rows));
    assert_fine(&table(45));
    assert_reported(&Archive::notes(&table(200)), &["meetings/a.en.md:56:1 too-large"]);
}

#[test]
fn files_of_eight_mebibytes_are_refused_at_the_sign_that_goes_too_far() {
    const BYTES: usize = 8_300_000;
    for (run, place) in [
        ("[[", "6:250001"),
        ("[", "6:250001"),
        ("<", "6:250001"),
        ("|", "6:250001"),
        ("*a_ ", "6:500001"),
        ("[a](", "6:500001"),
        ("{a|", "6:375001"),
        ("<!-- ", "6:625001"),
        ("&amp;", "6:1250001"),
        ("a\n\n", "125256:1"),
        ("###### a\n", "250006:9"),
        ("|1|2|\n", "62506:1"),
    ] {
        let reported = check(&Archive::notes(&run.repeat(BYTES / run.len()))).reported();
        assert_eq!(reported.len(), 1, "{run}: {reported:?}");
        assert!(reported[0].ends_with(" too-large"), "{run}: {reported:?}");
        if !run.contains('\n') {
            assert_eq!(reported, [format!("meetings/a.en.md:{place} too-large")], "{run}");
        }
    }
}

#[test]
fn thousands_of_footnotes_are_read() {
    assert_fine(&lines(5000, |number| format!("a[^{number}]\n\n[^{number}]: Note.\n")));
    assert_fine(&format!("{}\n\n[^a]: Note.\n", "[^a] ".repeat(20_000)));
    assert_fine(&"[^a".repeat(20_000));
    assert_many(
        &Archive::notes(&format!("[^a]\n\n{}", "[^a]: ".repeat(20_000))),
        19_999,
        "meetings/a.en.md:8:7 duplicate-id",
    );
}

#[test]
fn many_references_of_links_are_read() {
    assert_fine(&lines(50_000, |number| format!("[a{number}]: https://a.example/{number}")));
    let used = lines(3000, |number| format!("[a{number}]"));
    assert_fine(&format!(
        "{}\n{used}",
        lines(3000, |number| format!("[a{number}]: https://a.example/{number}"))
    ));
    // The parser stops at an expansion far longer than the text.
    let bomb = format!("[a]: https://a.example/{}\n\n{}", "x".repeat(100_000), "[a] ".repeat(20_000));
    assert_fine(&bomb);
}

#[test]
fn thousands_of_references_and_links_are_checked() {
    assert_fine(&"[[track:cloud]] ".repeat(20_000));
    assert_fine(&"[a](/en/status/#kinds) ".repeat(20_000));
    let wrong = lines(3000, |number| format!("[a](/en/meetigs/{number}/)"));
    assert_many(&Archive::notes(&wrong), 3000, "meetings/a.en.md:6:5 broken-link");
    assert_many(
        &Archive::notes(&"[[track:x]] ".repeat(20_000)),
        20_000,
        "meetings/a.en.md:6:1 unknown-track",
    );
    assert_many(
        &Archive::notes(&"x [[track:cloud ".repeat(20_000)),
        20_000,
        "meetings/a.en.md:6:3 invalid-value",
    );
}

#[test]
fn thousands_of_mistakes_in_a_text_are_reported() {
    assert_many(&Archive::notes(&"a\n=\n".repeat(20_000)), 20_000, "meetings/a.en.md:6:1 invalid-value");
    assert_many(&Archive::notes(&"<b>".repeat(20_000)), 20_000, "meetings/a.en.md:6:1 raw-html");
    assert_many(
        &Archive::notes(&format!("a{}", "<sup>".repeat(20_000))),
        20_000,
        "meetings/a.en.md:6:2 raw-html",
    );
    let warned = check(&Archive::notes(&"前_二_後".repeat(20_000)));
    assert_eq!((warned.status, warned.problems().len()), (0, 20_000));
}

#[test]
fn long_texts_are_read() {
    assert_fine(&"a\n".repeat(100_000));
    assert_fine(&"あ\n".repeat(100_000));
    assert_fine(&"## a\n\n".repeat(20_000));
    assert_fine(&"```\n".repeat(50_001));
    assert_fine(&"\t".repeat(100_000));
    assert_fine(&"\\".repeat(200_001));
    assert_fine(&"&amp;".repeat(100_000));
    assert_fine(&"<https://a.example> ".repeat(20_000));
    assert_fine(&"Plain words of a long text in one paragraph.\n\n".repeat(100_000));
}
