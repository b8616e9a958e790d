//! What one language of a record lacks: it is reported at its place, each part once, and what stands in its place is marked.

use crate::support::{Archive, Built, assert_reported};
use scraper::{Html, Selector};

const EN: &str = "content/meetings/a.en.md";
const JA: &str = "content/meetings/a.ja.md";

const ENGLISH: &str = "title: Meeting\nsummary: A summary.\nplace: Tokyo\ndate: 2010-11-01\ndelegations: {us: {heads: \
    [{person: jane-doe, as: Chair}]}, jp: {}}\ncommitments:\n  - {id: c, kind: undertaking, track: cloud, delegations: [us], \
    verb: share, text: Share., due: {text: in 2011, by: 2011-12-31}, assessments: [{status: fulfilled, date: 2011-01-01, \
    by: us, source: d, note: Done.}]}\ndocuments: [{id: d, title: Paper, publisher: Press}]\n\
    corrections: [{date: 2012-01-01, note: The place.}]";
const JAPANESE: &str = "title: 会合\nsummary: 概要。\nplace: 東京\ndelegations: {us: {heads: [{person: jane-doe, as: 議長}]}}\n\
    commitments:\n  - id: c\n    text: 共有する。\n    due: {text: 2011年中}\n    assessments: [{note: 実施。}]\n\
    corrections: [{note: 場所。}]";

/// A meeting of which both files say everything, but what is in the document's own language.
fn archive() -> Archive {
    Archive::new().note("a", "en", ENGLISH, "Notes.\n").note("a", "ja", JAPANESE, "本文。\n")
}

fn without(part: &str) -> Archive {
    archive().edit(JA, part, "")
}

/// The texts of the elements of a page that a selector finds.
fn texts(page: &str, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    Html::parse_document(page).select(&selector).map(|it| it.text().collect::<String>()).collect()
}

/// What stands on a page in the other language and is marked so.
fn marked(page: &str) -> Vec<String> {
    texts(page, "span[lang] + .in-language")
        .into_iter()
        .zip(texts(page, "span[lang]:has(+ .in-language)"))
        .map(|(mark, text)| text + &mark)
        .collect()
}

#[test]
fn a_record_that_lacks_nothing_is_reported_nothing() {
    assert_reported(&archive(), &[]);
}

#[test]
fn each_part_that_a_file_lacks_is_reported_at_its_record() {
    for (part, line, column, what) in [
        ("title: 会合\n", 1, 1, "`title`"),
        ("summary: 概要。\n", 1, 1, "`summary`"),
        ("place: 東京\n", 1, 1, "`place`"),
        ("本文。\n", 1, 1, "the text below the facts"),
        (", as: 議長", 5, 37, "`as` of `jane-doe`"),
        ("delegations: {us: {heads: [{person: jane-doe, as: 議長}]}}\n", 1, 1, "`as` of `jane-doe`"),
        ("    text: 共有する。\n", 7, 9, "`text` of `c`"),
        ("    due: {text: 2011年中}\n", 7, 9, "`text` of `due` of `c`"),
        ("note: 実施。", 10, 19, "`note` of `assessments`"),
        ("corrections: [{note: 場所。}]\n", 1, 1, "`note` of `corrections`"),
    ] {
        let archive = without(part);
        assert_reported(&archive, &[&format!("meetings/a.ja.md:{line}:{column} missing-translation")]);
        let problem = &archive.check().problems()[0];
        assert_eq!(problem["message"], format!("{what} is missing here, and the en.md file has it"));
        assert_eq!(problem["related"][0]["path"], EN);
        assert_eq!(archive.run(&["check", "--strict"]).status, 1);
    }
    let all = Archive::new().note("a", "en", ENGLISH, "Notes.\n").note("a", "ja", "title: 会合", "");
    assert_eq!(all.check().reported(), ["meetings/a.ja.md:1:1 missing-translation"; 8]);
}

#[test]
fn of_a_file_in_which_nothing_is_translated_one_thing_is_said() {
    // As `taiwa import` makes it, for a translator: the ids, and no words.
    let archive =
        Archive::new().note("a", "en", ENGLISH, "Notes.\n").note("a", "ja", "commitments: [{id: c}]", "");
    let checked = archive.check();
    assert_eq!(checked.reported(), ["meetings/a.ja.md:1:1 missing-translation"]);
    let problem = &checked.problems()[0];
    assert_eq!(problem["message"], "nothing is translated here yet: 9 texts of the other file are missing");
    assert_eq!(problem["related"][0]["path"], EN);
    // One word of it, and each of the others is missed by itself.
    let begun = archive.note("a", "ja", "title: 会合\ncommitments: [{id: c}]", "");
    assert_eq!(begun.check().reported().len(), 8);
}

#[test]
fn what_the_english_file_lacks_is_reported_too() {
    assert_reported(
        &archive().edit(EN, "place: Tokyo\n", "").edit(EN, "text: Share., ", ""),
        &["meetings/a.en.md:1:1 missing-translation", "meetings/a.en.md:7:10 missing-translation"],
    );
}

#[test]
fn a_verb_and_what_a_document_calls_itself_may_stand_in_one_language() {
    // A verb is quoted from a source that is in one language; so is the title of a document.
    assert_reported(&archive(), &[]);
    let archive = archive();
    let built = archive.build().ok();
    let list = built.page("ja/tracks/cloud/");
    assert!(list.contains("共有する。") && !list.contains("class=\"verb\""), "{list}");
    assert_eq!(marked(&built.page("ja/commitments/a/c/")), ["share（英語）"]);
    assert_eq!(marked(&built.page("en/commitments/a/c/")), [""; 0]);
    let meeting = built.page("ja/meetings/a/");
    assert!(meeting.contains("<span class=\"what\"><span lang=\"en\">Paper</span></span>"), "{meeting}");
}

#[test]
fn a_withdrawn_record_lacks_nothing_that_is_not_shown() {
    let archive = archive().edit(EN, "title: Meeting\n", "title: Meeting\nrelease: withdrawn\n");
    let archive = archive.note("a", "ja", "title: 会合\ncorrections: [{note: 場所。}]", "");
    assert_reported(&archive, &[]);
}

#[test]
fn a_text_of_a_registry_that_one_language_lacks_is_reported_at_its_key() {
    for (file, text, place) in [
        ("tracks.yaml", "\nx: {title: {ja: 題}}\n", "x: {title"),
        ("tracks.yaml", "\nx:\n  title: X\n  summary:\n    en: About.\n", "summary"),
        ("organizations.yaml", "\nx: {delegation: us, name: {en: X}}\n", "name"),
        ("people.yaml", "\nx: {family: X, name: {en: X}}\n", "name"),
        ("people.yaml", "\nx: {name: X, family: X, roles: [{title: {en: X}}]}\n", "title"),
        (
            "organizations.yaml",
            "\nx: {delegation: us, name: X, names: [{until: 2010-01-01, name: {ja: 名}}]}\n",
            "name: {ja",
        ),
        ("dialogues.yaml", "\nx: {title: {en: X}, parties: [us, jp]}\n", "title"),
        ("delegations.yaml", "\nx: {name: {en: X}}\n", "name"),
        ("site.yaml", "\ndescription: {en: X}\n", "description"),
        ("site.yaml", "\nlevels: {minister: {ja: 大臣級}}\n", "minister"),
    ] {
        let path = format!("content/{file}");
        let archive = Archive::new().append(&path, text);
        let whole = std::fs::read_to_string(archive.root().join(&path)).unwrap();
        let at = whole.len() - text.len() + text.find(place).unwrap() + place.find("title").unwrap_or(0);
        let (line, column) = (whole[..at].matches('\n').count() + 1, at - whole[..at].rfind('\n').unwrap());
        assert_reported(&archive, &[&format!("{file}:{line}:{column} missing-translation")]);
    }
    let glossary =
        Archive::new().file("content/glossary.yaml", "- {en: a, ja: あ, note: {en: Only here.}}\n");
    assert_reported(&glossary, &["glossary.yaml:1:18 missing-translation"]);
}

#[test]
fn what_stands_in_for_a_part_is_marked_wherever_it_stands() {
    let archive = Archive::new()
        .append("content/tracks.yaml", "solo: {title: {ja: 独}}\n")
        .note("a", "en", &ENGLISH.replace("track: cloud", "track: solo"), "Notes.\n")
        .note("a", "ja", "title: 会合\ncommitments: [{id: c}]", "本文。\n");
    let built = archive.build().published();
    let page = built.page("ja/meetings/a/");
    for text in
        ["A summary.（英語）", "Tokyo（英語）", "Chair（英語）", "Share.（英語）", "The place.（英語）"]
    {
        assert!(marked(&page).contains(&text.to_owned()), "{text}: {:?}", marked(&page));
    }
    for (address, text) in [
        ("ja/", "Tokyo（英語）"),
        ("ja/meetings/", "Tokyo（英語）"),
        ("ja/timeline/", "Tokyo（英語）"),
        ("ja/commitments/", "Share.（英語）"),
        ("ja/commitments/a/c/", "in 2011（英語）"),
        ("ja/commitments/a/c/", "Share.（英語）"),
        ("ja/commitments/a/c/", "Done.（英語）"),
        ("ja/delegations/us/", "Share.（英語）"),
        ("ja/people/jane-doe/", "Chair（英語）"),
        ("ja/corrections/", "The place.（英語）"),
        ("en/tracks/", "独(in Japanese)"),
        ("en/tracks/solo/", "独(in Japanese)"),
        ("en/matrix/", "独(in Japanese)"),
        ("en/meetings/a/", "独(in Japanese)"),
    ] {
        let marked = marked(&built.page(address));
        assert!(marked.contains(&text.to_owned()), "{address} {text}: {marked:?}");
    }
    assert!(
        built.page("en/tracks/solo/").contains(
            "<h1><span lang=\"ja\">独</span> <span class=\"in-language\">(in Japanese)</span></h1>"
        )
    );
}

#[test]
fn a_notice_names_the_part_that_is_missing() {
    let notices = |built: &Built, address: &str| texts(&built.page(address), "p.notice");
    let archive = without("本文。\n");
    let built = archive.build().published();
    assert_eq!(notices(&built, "ja/meetings/a/"), ["本文の日本語版はまだない。以下は英語である。"]);
    assert_eq!(notices(&built, "ja/commitments/a/c/"), [""; 0]);
    let archive = without("    text: 共有する。\n");
    let built = archive.build().published();
    assert_eq!(
        notices(&built, "ja/commitments/a/c/"),
        ["この事項の本文の日本語版はまだない。以下は英語である。"]
    );
    assert_eq!(notices(&built, "ja/meetings/a/"), [""; 0]);
    let archive = self::archive().without(JA);
    let built = archive.build().published();
    for address in ["ja/meetings/a/", "ja/commitments/a/c/"] {
        assert_eq!(notices(&built, address), ["日本語版はまだない。以下は英語である。"]);
    }
    for page in built.pages().values() {
        assert!(!page.contains("原文です") && !page.contains("Japanese original"), "{page}");
    }
}

#[test]
fn the_parallel_page_and_the_contents_say_what_is_missing() {
    let archive = without("place: 東京\n").edit(JA, "summary: 概要。\n", "").edit(JA, "本文。\n", "");
    let archive = archive.edit(EN, "Notes.\n", "## One {#one}\n\nNotes.\n");
    let built = archive.build().published();
    let row = "<div class=\"prose\" lang=\"ja\">\n<p class=\"quiet\">なし</p>";
    assert!(built.page("en/meetings/a/parallel/").contains(row), "{}", built.page("en/meetings/a/parallel/"));
    let item = "<a href=\"#one\" lang=\"en\">One</a><span class=\"in-language\">（英語）</span>";
    assert!(built.page("ja/meetings/a/").contains(item), "{}", built.page("ja/meetings/a/"));
}

#[test]
fn coverage_names_the_parts_that_are_missing() {
    let lacking = |archive: &Archive, lang: &str| {
        let built = archive.build().published();
        let cells = texts(&built.page(&format!("{lang}/coverage/")), "tbody td:has(> .tag)");
        cells.into_iter().map(|it| it.replace('\n', "")).collect::<Vec<_>>()
    };
    let archive = without("本文。\n").edit(JA, "place: 東京\n", "");
    assert_eq!(lacking(&archive, "ja"), ["訳出元の記録なし", "一部あり なし：場所、本文"]);
    assert_eq!(lacking(&archive, "en"), ["Not tracked", "Partly available Missing: place, notes"]);
    let archive = without("    text: 共有する。\n").edit(JA, "place: 東京\n", "");
    assert_eq!(lacking(&archive, "ja"), ["訳出元の記録なし", "訳出元の記録なし なし：場所、事項の本文"]);
    assert_eq!(lacking(&self::archive().without(JA), "ja"), ["訳文以外", "なし"]);
    // What is there is not counted as missing.
    let totals =
        texts(&without("本文。\n").build().published().page("ja/coverage/"), "#_states + .scroll tbody tr");
    let totals: Vec<_> = totals.iter().map(|row| row.replace('\n', "")).collect();
    assert!(
        totals.contains(&"一部あり01その言語の本文がまだなく、ほかの部分はあるもの。ない部分を示す。".into()),
        "{totals:?}"
    );
    assert!(totals.contains(&"なし00その言語のものがまだないもの。".into()), "{totals:?}");
}

#[test]
fn a_page_lacks_its_parts_as_a_record_does() {
    let page = |lang: &str, front: &str, body: &str| {
        (format!("content/pages/about.{lang}.md"), format!("---\n{front}\n---\n{body}"))
    };
    let (english, japanese) =
        (page("en", "title: About\nsummary: A page.", "Text.\n"), page("ja", "title: 概要", ""));
    let archive = Archive::new().file(&english.0, english.1).file(&japanese.0, japanese.1);
    assert_eq!(archive.check().reported(), ["pages/about.ja.md:1:1 missing-translation"; 2]);
    let shown = archive.build().published().page("ja/pages/about/");
    assert_eq!(texts(&shown, "p.notice"), ["本文の日本語版はまだない。以下は英語である。"]);
    assert!(shown.contains("<div lang=\"en\" class=\"prose\"><p>Text.</p>"), "{shown}");
}
