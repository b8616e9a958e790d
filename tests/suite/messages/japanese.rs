//! Problems in Japanese: the words are others, and nothing else.

use crate::support::{Archive, run};

const NOTE: &str = "title: Meeting\nplaec: Tokyo\nnumber: four\ndate: 2010-13-01\ncommitments:\n  - {id: c, kind: undertaking, track: clowd, \
    delegations: [us], text: Share., assessments: [{status: fulfilled, date: 2009-01-01, by: us, source: d}]}\n\
    documents: [{id: d, title: Paper}]";

fn archive() -> Archive {
    Archive::new().note("a", "en", NOTE, "See [[track:clowd]] and `_one_`.\n").note(
        "a",
        "ja",
        "title: 会合",
        "本文。\n",
    )
}

/// What check says of the archive in a language.
fn said(language: &str, format: &str) -> String {
    let archive = archive();
    let root = archive.root().to_str().unwrap();
    let done =
        run(&["check", "--root", root, "--language", language, "--format", format, "--color", "never"]);
    assert_eq!(done.status, 1);
    if format == "text" { done.stderr } else { done.stdout }
}

#[test]
fn each_message_and_its_remedy_is_in_japanese() {
    let text = said("ja", "text");
    for line in [
        "エラー[unknown-key]: ここに `plaec` というキーは書けない",
        "`place` の誤りでは？",
        "エラー[invalid-value]: 整数を書く所に、文 \"four\"がある",
        "= ヒント: 数は半角の数字で書く",
        "エラー[invalid-date]: `2010-13-01` は日付として読めない",
        "= ヒント: 13 という月はない",
        "エラー[unknown-track]: `clowd` という政策分野はない",
        "警告[missing-translation]: `c` の `text`がここになく、en.md ファイルにはある",
        "もう一方のファイルの記載",
    ] {
        assert!(text.contains(line), "{line} is not in:\n{text}");
    }
    // What somebody wrote stands as it is; all else is Japanese.
    for word in ["no track", "did you mean", "write ", "the other file"] {
        assert!(!text.contains(word), "{word} is in:\n{text}");
    }
}

#[test]
fn codes_places_and_keys_are_the_same_in_both_languages() {
    let without_words = |language: &str| {
        let lines = said(language, "json");
        let lines = lines.lines().map(|line| {
            let mut problem: serde_json::Value = serde_json::from_str(line).unwrap();
            let problem = problem.as_object_mut().unwrap();
            problem.remove("message");
            let help = problem.remove("help").is_some_and(|help| !help.is_null());
            for related in problem["related"].as_array_mut().unwrap() {
                related.as_object_mut().unwrap().remove("message");
            }
            (problem.clone(), help)
        });
        lines.collect::<Vec<_>>()
    };
    let english = without_words("en");
    assert!(english.len() > 5, "{english:?}");
    // Problems of one place are in the order of their words, of which there are none here.
    assert_eq!(without_words("ja"), english);
}
