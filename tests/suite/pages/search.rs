//! The index of the search page: what stands in it, by record and language, and what does not.

use crate::support::{Archive, Built, assert_reported};
use serde_json::{Value, json};

/// The texts of a language, of every part, in the order of the records.
fn texts(built: &Built, lang: &str) -> Vec<Value> {
    let folder = format!("data/search/texts/{lang}");
    let manifest: Value = serde_json::from_str(&built.page("data/search/index.json")).unwrap();
    let at = usize::from(lang == "ja");
    let parts = manifest["texts"][at].as_array().unwrap().len();
    let parts = (0..parts).map(|n| built.page(&format!("{folder}/{n}.json")));
    parts.flat_map(|part| serde_json::from_str::<Vec<Value>>(&part).unwrap()).collect()
}

/// The titles that can be found in a language.
fn titles(built: &Built, lang: &str) -> Vec<String> {
    let titles = texts(built, lang).into_iter().filter(|text| !text.is_null());
    titles.map(|text| text[1].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_meeting_stands_with_its_commitments_in_both_languages() {
    let front = "title: First talks\nplace: Tokyo\nsummary: What they said.\ndate: 2010-11-01\n\
                 delegations: {us: {}, jp: {}}\ncommitments:\n  - {id: share, kind: undertaking, track: cloud, \
                 delegations: [us, jp], verb: will share, text: Share practice, forums: [OECD]}";
    let archive = Archive::new()
        .note("first", "en", front, "## Cloud {#cloud}\n\nThey met [[organization:mic]] [[redacted: a line; them]].\n")
        .note(
            "first",
            "ja",
            "title: 第{1|いっ}回会合\nplace: 東京\ncommitments: [{id: share, verb: 共有する, text: 実践例の共有}]",
            "## クラウド {#cloud}\n\n本文\n",
        );
    let built = archive.build().published();
    let english = texts(&built, "en");
    assert_eq!(
        english[0],
        json!([
            "meetings/first/",
            "First talks",
            "What they said.\nTokyo\nCloud\nThey met Ministry of Internal Affairs and Communications .",
            "Nov 1, 2010",
            ""
        ])
    );
    assert_eq!(
        english[1],
        json!([
            "commitments/first/share/",
            "Share practice",
            "will share\nOECD",
            "Nov 1, 2010",
            "First talks"
        ])
    );
    let japanese = texts(&built, "ja");
    assert_eq!(
        japanese[0],
        json!(["meetings/first/", "第1回会合", "東京\nクラウド\n本文", "2010年11月1日", ""])
    );
    assert_eq!(
        japanese[1],
        json!(["commitments/first/share/", "実践例の共有", "共有する\nOECD", "2010年11月1日", "第1回会合"])
    );
}

#[test]
fn a_page_that_falls_back_to_the_other_language_is_not_in_the_index() {
    let front = "title: Alone\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}";
    let archive = Archive::new().note("alone", "en", front, "Text.\n");
    let built = archive.build().published();
    assert!(titles(&built, "en").contains(&"Alone".to_owned()));
    assert!(built.has("ja/meetings/alone/"));
    assert_eq!(texts(&built, "ja")[0], Value::Null);
    assert!(!titles(&built, "ja").contains(&"Alone".to_owned()));
}

#[test]
fn a_withdrawn_record_cannot_be_found() {
    let archive = Archive::new().promise("kept", "2010-11-01", "").promise("gone", "2011-11-01", "").edit(
        "content/meetings/gone.en.md",
        "title: Meeting gone\n",
        "title: Meeting gone\nrelease: withdrawn\n",
    );
    let built = archive.build().published();
    let titles = titles(&built, "en");
    assert!(titles.contains(&"Promise of kept".to_owned()));
    assert!(!titles.iter().any(|title| title.contains("gone")), "{titles:?}");
}

#[test]
fn the_folder_of_the_index_is_nobody_elses() {
    let archive = Archive::new().file("content/static/data/search/own.json", "{}");
    assert_reported(&archive, &["static/data/search/own.json:1:1 url-collision"]);
}
