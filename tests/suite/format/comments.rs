//! Comments are never published, wherever they begin and end.

use crate::support::Archive;

/// An archive with one meeting whose English notes, from line 6 on, are these.
fn body(text: &str) -> Archive {
    let front = "title: Meeting a\ndelegations: {us: {}, jp: {}}\ndate: 2010-11-01";
    Archive::new().note("a", "en", front, text).note(
        "a",
        "ja",
        "title: 会合a\nversion: {status: summary}",
        "要約。\n",
    )
}

/// Every file of a site made with this text, as one.
#[track_caller]
fn published(text: &str) -> String {
    let files = body(text).build().published().files();
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
fn a_comment_that_is_never_closed_is_told_in_every_block() {
    for (text, place) in [
        ("Text <!-- b\n\nc\n", "6:6"),
        ("* item <!-- b\n\nc\n", "6:8"),
        ("- <!-- b\n\nc\n", "6:3"),
        ("> <!-- b\n\nc\n", "6:3"),
        ("## Head <!-- b\n\nc\n", "6:9"),
        ("a <!-- b\n\nc --> d\n\n漢字 <!-- e\n", "10:4"),
    ] {
        let checked = body(text).check();
        let told: Vec<_> = checked.told().into_iter().filter(|it| it.ends_with("raw-html")).collect();
        assert_eq!(told, [format!("meetings/a.en.md:{place} raw-html")], "{text}");
        assert_eq!(
            checked.problems().iter().filter(|it| it["message"] == "this comment is not closed").count(),
            1
        );
    }
}

#[test]
fn places_behind_a_comment_are_exact() {
    let text = "漢 <!-- b\n\nc --> d [[track:x]]\n\n- e <!-- f\n\n  g --> <b>h</b>\n\n## I {#Bad_1}\n";
    let told: Vec<_> =
        body(text).check().told().into_iter().filter(|it| !it.ends_with("unpaired-block")).collect();
    assert_eq!(
        told,
        [
            "meetings/a.en.md:8:9 unknown-track",
            "meetings/a.en.md:12:9 raw-html",
            "meetings/a.en.md:14:8 invalid-id",
        ]
    );
}
