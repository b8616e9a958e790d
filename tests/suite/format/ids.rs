//! Ids that no file could be called by are refused, of every kind, and readings that are no kana.

use crate::support::{Archive, assert_reported};

#[test]
fn names_of_devices_and_endless_ones_are_no_ids() {
    for id in ["con", "nul", "aux", "prn", "com1", "lpt9", &"a".repeat(101)] {
        let meeting = Archive::new().meeting(id, "date: 2010-11-01");
        let reported = meeting.check().reported();
        assert_eq!(reported, ["en", "ja"].map(|lang| format!("meetings/{id}.{lang}.md:2:1 invalid-id")));
        let track =
            Archive::new().append("content/tracks.yaml", &format!("{id}: {{title: {{en: A, ja: あ}}}}\n"));
        assert_reported(&track, &["tracks.yaml:3:1 invalid-id"]);
        let documents =
            format!("date: 2010-11-01\ndocuments: [{{id: {id}, title: A, url: https://a.example/}}]");
        let reported = Archive::new().meeting("a", &documents).check().reported();
        assert_eq!(reported[0], "meetings/a.en.md:5:18 invalid-id");
        let new = Archive::new().run(&["new", "meeting", id]);
        assert!(new.status != 0 && new.stderr.contains("is not an id: "), "{}", new.stderr);
    }
    for id in ["console", "con-2020", "com10", &"a".repeat(100)] {
        Archive::new().meeting(id, "date: 2010-11-01").build().ok();
    }
    // An anchor is no file.
    let anchored =
        Archive::new().meeting("a", "date: 2010-11-01").append("content/meetings/a.en.md", "## A {#con}\n");
    assert_eq!(anchored.check().problems().iter().filter(|it| it["severity"] == "error").count(), 0);
}

#[test]
fn a_reading_is_kana() {
    let organization = |reading: &str| {
        Archive::new().edit(
            "content/organizations.yaml",
            "reading: そうむしょう",
            &format!("reading: {reading}"),
        )
    };
    for wrong in ["somusho", "総務省", "そうむ省", "'・'"] {
        assert_reported(&organization(wrong), &["organizations.yaml:6:12 invalid-value"]);
    }
    for sound in ["ソウムショウ", "ｿｳﾑｼｮｳ", "そうむ　しょう", "アイティー・せんりゃくしつ", "いすゞ"]
    {
        assert_reported(&organization(sound), &[]);
    }
    let person = Archive::new().edit("content/people.yaml", "reading: やまだたろう", "reading: Yamada");
    assert_reported(&person, &["people.yaml:5:12 invalid-value"]);
}

#[test]
fn a_reading_begins_with_a_kana_that_begins_words() {
    let organization = |reading: &str| {
        let reading = format!("reading: {reading}");
        Archive::new().edit("content/organizations.yaml", "reading: そうむしょう", &reading)
    };
    for wrong in ["ー", "ーかせん", "ヽ", "ㇰ", "ﾞ", "っき", "ャ", "ｯｷ", "・かせん"] {
        let problems = organization(wrong).check().problems();
        assert_eq!(problems.len(), 1, "{wrong}");
        assert_eq!((problems[0]["line"].as_u64(), problems[0]["column"].as_u64()), (Some(6), Some(12)));
        assert_eq!(problems[0]["message"], format!("`{wrong}` begins with a kana that begins no word"));
        let help = "begin it with a kana that has a place in the syllabary, such as `かせんしょう`";
        assert_eq!(problems[0]["help"], help);
    }
    for sound in ["ンゴマ", "ヴェトナム", "ｶﾞｲﾑｼｮｳ", "か\u{3099}いむ", "ゐ", "カー"]
    {
        assert_reported(&organization(sound), &[]);
    }
}
