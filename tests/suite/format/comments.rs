//! Comments are never published, wherever they begin and end.

use crate::support::Archive;

/// Every file of a site made with this text, as one.
#[track_caller]
fn published(text: &str) -> String {
    let files = Archive::notes(text).build().published().files();
    files.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect()
}

#[test]
fn a_comment_that_ends_in_another_block_is_dropped() {
    for text in [
        "Text <!-- secret\n\nsecret --> end.\n",
        "* item <!-- secret\n\n  secret -->\n* end.\n",
        "- <!-- secret\n\nsecret --> end.\n",
        "| a | b |\n|---|---|\n| x <!-- secret | secret --> | y |\n\nend.\n",
        "## Head <!-- secret\nsecret -->\n\nend.\n",
        "> quoted <!-- secret\n\nsecret --> end.\n",
        "> <!-- secret\n\nsecret --> end.\n",
        "a[^1] end.\n\n[^1]: note <!-- secret\n\nsecret -->\n",
        "a **b** <!-- **secret\n\n`secret` -->\n\nend.\n",
        "Term\n: explained <!-- secret\n\nsecret -->\n\nend.\n",
        "[[redacted: 1 line <!-- secret\n\nsecret --> x]] end.\n",
        "a <!-- secret\n\n```\nsecret --> b <!-- secret\n\n## secret -->\n\nend.\n",
        "a <!-- secret\n\n<!-- secret --> end.\n",
    ] {
        let site = published(text);
        assert!(!site.contains("secret"), "{text}");
        assert!(site.contains("end."), "{text}");
    }
}

#[test]
fn in_code_and_behind_a_backslash_it_is_text() {
    for text in [
        "`<!-- shown`\n\n-->\n",
        "    <!-- shown\n\nb -->\n",
        "```\n<!-- shown\n\n```\n\n-->\n",
        "\\<!-- shown\n\n-->\n",
    ] {
        assert!(published(text).contains("&lt;!-- shown"), "{text}");
    }
}

#[test]
fn a_comment_that_is_never_closed_is_reported_in_every_block() {
    for (text, place) in [
        ("Text <!-- b\n\nc\n", "6:6"),
        ("* item <!-- b\n\nc\n", "6:8"),
        ("- <!-- b\n\nc\n", "6:3"),
        ("> <!-- b\n\nc\n", "6:3"),
        ("## Head <!-- b\n\nc\n", "6:9"),
        ("a <!-- b\n\nc --> d\n\n漢字 <!-- e\n", "10:4"),
    ] {
        let checked = Archive::notes(text).check();
        let reported: Vec<_> = checked.reported().into_iter().filter(|it| it.ends_with("raw-html")).collect();
        assert_eq!(reported, [format!("meetings/a.en.md:{place} raw-html")], "{text}");
        assert_eq!(
            checked.problems().iter().filter(|it| it["message"] == "this comment is not closed").count(),
            1
        );
    }
}

#[test]
fn places_behind_a_comment_are_exact() {
    let text = "漢 <!-- b\n\nc --> d [[track:x]]\n\n- e <!-- f\n\n  g --> <b>h</b>\n\n## I {#Bad_1}\n";
    let reported: Vec<_> = Archive::notes(text)
        .check()
        .reported()
        .into_iter()
        .filter(|it| !it.ends_with("unpaired-block"))
        .collect();
    assert_eq!(
        reported,
        [
            "meetings/a.en.md:8:9 unknown-track",
            "meetings/a.en.md:12:9 raw-html",
            "meetings/a.en.md:14:8 invalid-id",
        ]
    );
}

#[test]
fn a_comment_in_a_text_of_a_record_is_reported() {
    let reported = |archive: Archive| {
        let problems = archive.check().problems();
        let said = problems.iter().map(|it| {
            let word = |key: &str| it[key].as_str().unwrap_or_default().to_owned();
            format!(
                "{}:{} {}: {} ({})",
                it["line"],
                it["column"],
                word("code"),
                word("message"),
                word("help")
            )
        });
        said.collect::<Vec<_>>()
    };
    let summary = |written: &str| {
        let front = format!(
            "title: Meeting a\ndelegations: {{us: {{}}, jp: {{}}}}\ndate: 2010-11-01\nsummary: {written}"
        );
        let ja = "title: 会合a\nsummary: 要約。\nversion: {status: summary}";
        Archive::new().note("a", "en", &front, "Text.\n").note("a", "ja", ja, "要約。\n")
    };
    let help = "(write it behind `# ` in a line of its own, or delete it)";
    let plain =
        format!("raw-html: a comment is not left out of this text: it is shown as it is written {help}");
    for (written, at) in [
        ("Shared <!-- SECRET --> levels.", "5:17"),
        ("\"Shared <!-- SECRET --> levels.\"", "5:18"),
        ("'<!--SECRET'", "5:11"),
        (">-\n  Shared\n  <!-- SECRET -->", "7:3"),
        ("\"Shared \\x3c!-- SECRET -->\"", "5:10"),
    ] {
        assert_eq!(reported(summary(written)), [format!("{at} {plain}")], "{written}");
    }
    for sign in ["＜!--", "<！－－", "<!—", "<!-"] {
        let message = format!("full-width-syntax: `{sign}` begins no comment: what follows is published");
        assert_eq!(reported(summary(&format!("Shared {sign} SECRET"))), [format!("5:17 {message} {help}")]);
    }
    let registry = Archive::new().edit("content/tracks.yaml", "Open Internet", "Open <!-- SECRET -->");
    assert_eq!(reported(registry), [format!("2:34 {plain}")]);
    for sound in ["Levels < 5!", "a <- b --> c!", "Shared levels. # <!-- SECRET -->"] {
        assert_eq!(reported(summary(sound)), [""; 0], "{sound}");
    }
}

#[test]
fn a_comment_whose_beginning_stands_in_code_is_reported() {
    for (text, place) in
        [("a ` b <!-- SECRETA ` SECRETB --> c\n", "6:30"), ("- a `<!-- b` *c\n  d* -->\n", "7:6")]
    {
        let checked = Archive::notes(text).check();
        let reported: Vec<_> = checked.reported().into_iter().filter(|it| it.ends_with("raw-html")).collect();
        assert_eq!(reported, [format!("meetings/a.en.md:{place} raw-html")], "{text}");
        let message = "this ends no comment: its `<!--` stands in code, and all of it is published";
        assert_eq!(checked.problems()[0]["message"], message);
    }
    for text in [
        "`<!--` begins and `-->` ends it, a --> b.\n",
        "a --> b and `<!--`.\n",
        "`<!-- a` and \\-->.\n",
        "`<!-- a`\n\nb -->\n",
    ] {
        let checked = Archive::notes(text).check();
        assert_eq!(checked.reported(), [""; 0], "{text}");
    }
}
