//! What a clerk mistypes in front matter is reported as what was done, in its place, with what to write instead.

use crate::support::Archive;

/// Front matter of a page, and what is told of it: `line:column code`, the message and the suggestion. The line `---` is
/// line 1.
type Case = (&'static str, &'static str, &'static str, &'static str);

/// Asserts what is told of each page alone, and that nothing else is.
#[track_caller]
fn assert_each(cases: &[Case]) {
    let mut archive = Archive::new();
    for (number, (front, ..)) in cases.iter().enumerate() {
        let name = |lang: &str| format!("content/pages/p{number:02}.{lang}.md");
        archive = archive
            .file(&name("en"), format!("---\n{front}\n---\nText.\n"))
            .file(&name("ja"), "---\ntitle: 題\nsummary: 要約\n---\n本文。\n");
    }
    let mut problems = archive.check().problems();
    // What is lost with a line is missing beside the Japanese file too.
    problems.retain(|it| it["code"] != "missing-translation");
    let text = |problem: &serde_json::Value, key: &str| problem[key].as_str().unwrap_or_default().to_owned();
    let reported = problems.iter().map(|it| {
        let file = text(it, "path").rsplit('/').next().unwrap().to_owned();
        let place = format!("{file} {}:{} {}", it["line"], it["column"], text(it, "code"));
        format!("{place}\n  {}\n  {}", text(it, "message"), text(it, "help"))
    });
    let expected = cases.iter().enumerate().map(|(number, (_, place, message, help))| {
        format!("p{number:02}.en.md {place}\n  {message}\n  {help}")
    });
    let (reported, expected): (Vec<_>, Vec<_>) = (reported.collect(), expected.collect());
    for (reported, expected) in reported.iter().zip(&expected) {
        assert_eq!(reported, expected);
    }
    assert_eq!(reported.len(), expected.len(), "{reported:#?}");
}

#[test]
fn colons() {
    let needs_quotes = "a text with a colon and a space in it needs quotes";
    let no_space = "behind this colon a space is missing";
    assert_each(&[
        (
            "title: Cloud: a first look\nsummary: x",
            "2:13 yaml-syntax",
            needs_quotes,
            "put the whole text into quotes: \"Cloud: a first look\"",
        ),
        (
            "title: The \"cloud\": a look",
            "2:19 yaml-syntax",
            needs_quotes,
            "put the whole text into quotes: 'The \"cloud\": a look'",
        ),
        (
            "title: A\nsummary: Topics: cloud\n  and more: less",
            "3:16 yaml-syntax",
            needs_quotes,
            "put the whole text into quotes: \"Topics: cloud\"",
        ),
        (
            "title: 「議題: 一」",
            "2:11 yaml-syntax",
            needs_quotes,
            "put the whole text into quotes: \"「議題: 一」\"",
        ),
        ("title:A\nsummary: b", "2:6 yaml-syntax", no_space, "write `title: A`"),
        ("title: A\nsummary:b", "3:8 yaml-syntax", no_space, "write `summary: b`"),
        (
            "title: A\nrelease: {embargoed-until:2026-12-01}",
            "3:11 unknown-key",
            "the format has no key `embargoed-until:2026-12-01` here",
            "write a space behind the colon",
        ),
    ]);
}

#[test]
fn quotes() {
    let behind = "the text goes on behind its closing quote";
    assert_each(&[
        (
            "title: \"A\nsummary: b",
            "2:8 yaml-syntax",
            "the quote `\"` that begins here is not closed",
            "write `\"` at the end of the text too",
        ),
        (
            "title: \"A\nsummary: \"b\"\nrelease: published",
            "2:8 yaml-syntax",
            "the quote `\"` that begins here is not closed",
            "write `\"` at the end of the text too",
        ),
        (
            "title: A\naliases: ['/en/a/, /en/b/]",
            "3:11 yaml-syntax",
            "the quote `'` that begins here is not closed",
            "write `'` at the end of the text too",
        ),
        ("title: 'It's fine'", "2:12 yaml-syntax", behind, "put the whole text into quotes: \"It's fine\""),
        (
            "title: \"The \"cloud\" talks\"",
            "2:14 yaml-syntax",
            behind,
            "put the whole text into quotes: 'The \"cloud\" talks'",
        ),
        (
            "title: \"Cloud\" and \"trust\"",
            "2:16 yaml-syntax",
            behind,
            "put the whole text into quotes: '\"Cloud\" and \"trust\"'",
        ),
        (
            "title: \"C:\\Users\"",
            "2:8 yaml-syntax",
            "inside double quotes, `\\` has a meaning of its own",
            "write `\\\\` for it, or put the text into single quotes: '…'",
        ),
    ]);
}

#[test]
fn quotes_that_yaml_does_not_know() {
    let write = "write `\"` on both sides of the text; quotes that belong to it may stay inside";
    assert_each(&[
        ("title: ＂Cloud＂", "2:8 full-width-syntax", "YAML does not take `＂` for a quote", write),
        ("title: ＇Cloud＇", "2:8 full-width-syntax", "YAML does not take `＇` for a quote", write),
        ("title: ＂Cloud: a look＂", "2:8 full-width-syntax", "YAML does not take `＂` for a quote", write),
        ("title: “Cloud: a look”", "2:8 full-width-syntax", "YAML does not take `“` for a quote", write),
        (
            "title: “Cloud” talks: a look",
            "2:21 yaml-syntax",
            "a text with a colon and a space in it needs quotes",
            "put the whole text into quotes: \"“Cloud” talks: a look\"",
        ),
        (
            "title: A\nrelease: “published”",
            "3:10 full-width-syntax",
            "`“published”` is none of the values known here",
            "write it without `“…”`: `published`",
        ),
        (
            "title: A\nrelease: 「published」",
            "3:10 full-width-syntax",
            "`「published」` is none of the values known here",
            "write it without `「…」`: `published`",
        ),
    ]);
}

#[test]
fn quotation_marks_of_a_text_are_a_text() {
    assert_each(&[]);
    let archive = Archive::new()
        .file("content/pages/a.en.md", "---\ntitle: “Cloud”\nsummary: ‘It’ and “that”\n---\nText.\n")
        .file("content/pages/a.ja.md", "---\ntitle: 「クラウド」\nsummary: ＂一＂と「二」\n---\n本文。\n");
    let page = archive.build().ok().page("ja/pages/a/");
    assert!(page.contains(">「クラウド」</h1>") && page.contains("＂一＂と「二」"), "{page}");
}

#[test]
fn tabs() {
    let tab = "a tab stands where only spaces may";
    let write = "write two spaces instead of each tab";
    assert_each(&[
        ("title: A\n\tsummary: b", "3:1 yaml-syntax", tab, write),
        ("title: A\nrelease:\n\tembargoed-until: 2026-12-01", "4:1 yaml-syntax", tab, write),
        ("title: A\naliases:\n  - /en/a/\n\t- /en/b/", "5:1 yaml-syntax", tab, write),
        ("title: A\naliases:\n  \t- /en/a/", "4:3 yaml-syntax", tab, write),
        ("title: A\n\t\nsummary: b", "3:1 yaml-syntax", tab, write),
    ]);
}

#[test]
fn lists_and_brackets() {
    let open = "write `]` behind the last item; a text that begins with `[` goes into quotes";
    let no_dash = "this line of a list does not begin with `- `";
    assert_each(&[
        (
            "title: A\naliases: [/en/a/\nsummary: b",
            "3:10 yaml-syntax",
            "the bracket `[` that begins here is not closed",
            open,
        ),
        (
            "title: A\naliases: [/en/a/",
            "3:10 yaml-syntax",
            "the bracket `[` that begins here is not closed",
            open,
        ),
        (
            "title: A\naliases: [/en/a/]]",
            "3:18 yaml-syntax",
            "this bracket closes nothing",
            "delete it; a text that ends with a bracket goes into quotes",
        ),
        (
            "title: A\nrelease: {embargoed-until: 2026-12-01]",
            "3:10 yaml-syntax",
            "the bracket `{` is closed with `]`",
            "write `}` there",
        ),
        (
            "title: [draft] A meeting",
            "2:16 yaml-syntax",
            "the text goes on behind its closing bracket",
            "put the whole text into quotes: \"[draft] A meeting\"",
        ),
        (
            "title: A\naliases: [/en/a/, , /en/b/]",
            "3:19 yaml-syntax",
            "nothing stands before this comma",
            "delete the comma, or write what is missing",
        ),
        (
            "title: A\naliases: [\"/en/a/\" \"/en/b/\"]",
            "3:20 yaml-syntax",
            "inside these brackets, this does not fit",
            "put a comma between the items; a text with a colon, comma, quote or bracket goes into quotes",
        ),
        (
            "title: A\naliases: - /en/a/",
            "3:10 yaml-syntax",
            "a list cannot begin on the line of its key",
            "write each item on a line of its own, beginning with `- `; a text that begins with `- ` goes into quotes",
        ),
        (
            "title: A\naliases:\n  - /en/a/\n  /en/b/",
            "5:3 yaml-syntax",
            no_dash,
            "write `- /en/b/`, or, if it belongs to the item above, set it in as far as the text of that",
        ),
        (
            "title: A\ncorrections:\n  - date: 2020-01-01\n  note: x",
            "5:3 yaml-syntax",
            no_dash,
            "write `- note: x`, or, if it belongs to the item above, set it in as far as the text of that",
        ),
        (
            "title: A\naliases:\n  -/en/a/\n  -/en/b/",
            "4:3 invalid-value",
            "expected a list, found the text \"-/en/a/ -/en/b/\"",
            "write a space behind each `-`",
        ),
        (
            "title: A\naliases: /en/a/",
            "3:10 invalid-value",
            "expected a list, found the text \"/en/a/\"",
            "write `aliases: [/en/a/]`",
        ),
    ]);
}

#[test]
fn columns_and_keys() {
    let no_key = "this line has no key";
    let write = "write `key: value`; a text that goes on from the line above is set in by two spaces";
    let beside = "begin it in the column of the line that it belongs beside";
    assert_each(&[
        (
            "title: A\n  summary: b",
            "3:3 yaml-syntax",
            "this line is set in further than `title` above, which has its value already",
            "begin it in the column of `title`; a text with a colon in it goes into quotes",
        ),
        (
            "title: A\naliases:\n  - /en/a/\n - /en/b/",
            "5:2 yaml-syntax",
            "this line does not line up with those above it",
            beside,
        ),
        (
            "title: A\nrelease:\n    embargoed-until: 2026-12-01\n  other: x",
            "5:3 yaml-syntax",
            "this line does not line up with those above it",
            beside,
        ),
        ("title: A\njust a line\nsummary: b", "3:1 yaml-syntax", no_key, write),
        ("title: A\nsummary = b", "3:1 yaml-syntax", no_key, "write `summary: b`"),
        (
            "title: A\n...\nsummary: b",
            "3:1 yaml-syntax",
            "the facts end at this line, and more stands behind it",
            "delete the line",
        ),
    ]);
}

#[test]
fn signs_that_a_text_cannot_begin_with() {
    let cannot =
        |sign: char| format!("a text without quotes cannot begin with `{sign}`").leak() as &'static str;
    assert_each(&[
        ("title: %5 growth", "2:8 yaml-syntax", cannot('%'), "put the whole text into quotes: \"%5 growth\""),
        ("title: @home", "2:8 yaml-syntax", cannot('@'), "put the whole text into quotes: \"@home\""),
        ("title: `code`", "2:8 yaml-syntax", cannot('`'), "put the whole text into quotes: \"`code`\""),
        (
            "title: *important*",
            "2:8 yaml-syntax",
            cannot('*'),
            "put the whole text into quotes: \"*important*\"",
        ),
        (
            "title: A\naliases:\n  * /en/a/",
            "4:3 yaml-syntax",
            cannot('*'),
            "begin an item of a list with `- `",
        ),
        (
            "title: > folded",
            "2:8 yaml-syntax",
            "behind `>` there is room for no text",
            "write the text on the next lines, set in by two spaces, or put it into quotes",
        ),
        (
            "title: !important meeting",
            "2:8 lost-text",
            "YAML takes `!important` for a mark of its own",
            "put the whole text into quotes",
        ),
        (
            "title: &co",
            "2:1 missing-field",
            "`title` has no value",
            "YAML takes `&co` for a mark of its own; put the text into quotes",
        ),
    ]);
}
