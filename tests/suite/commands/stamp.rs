//! `taiwa stamp`: a translation is marked as current, and is reported when the text it was made from changes.

use crate::support::{self, Archive, assert_reported};
use std::fs;

const EN: &str = "content/meetings/a.en.md";
const JA: &str = "content/meetings/a.ja.md";

/// The front matter of another meeting.
const EN_B: &str = "title: B\ndate: 2011-11-01\ndelegations: {us: {}, jp: {}}";
const JA_B: &str = "title: 乙\nversion: {status: archive-translation, from: en}";

/// A meeting whose Japanese notes are a translation of the English ones.
fn archive() -> Archive {
    let front = "title: Meeting\nsummary: A summary.\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}\n\
                 commitments:\n  - {id: cloud, kind: undertaking, track: cloud, delegations: [us], verb: share, text: Share.}";
    let ja = "title: 会合\nsummary: 要約。\n# 訳者の注\nversion:\n  status: archive-translation # 訳\n  from: en\n\
              commitments: [{id: cloud, verb: 共有する, text: 共有する。}]";
    Archive::new().note("a", "en", front, "Before.\n\n## Cloud {#cloud}\n\nA paragraph.\n").note(
        "a",
        "ja",
        ja,
        "前置き。\n\n## クラウド {#cloud}\n\n段落。\n",
    )
}

fn stamp(archive: &Archive, file: &str) -> support::Built {
    archive.run(&["stamp", file])
}

fn read(archive: &Archive, path: &str) -> String {
    fs::read_to_string(archive.root().join(path)).unwrap()
}

/// The lines that one text has and the other has not.
fn changed<'t>(before: &'t str, after: &'t str) -> (Vec<&'t str>, Vec<&'t str>) {
    let not_in = |text: &'t str, other: &str| {
        text.lines().filter(|line| !other.lines().any(|known| known == *line)).collect()
    };
    (not_in(before, after), not_in(after, before))
}

#[test]
fn a_stamp_is_one_line() {
    let archive = archive();
    let before = read(&archive, JA);
    let done = stamp(&archive, JA).ok();
    assert_eq!(done.stdout, "content/meetings/a.ja.md stamped as current\n");
    let after = read(&archive, JA);
    // SHA-256 of "Meeting\nA summary.\ncloud\tshare\tShare.\nBefore.\n\n## Cloud {#cloud}\n\nA paragraph.\n".
    let hash = "635192a32002098411285a2b370a2634f35d24e6ede45d1901c1db0e0619f4d7";
    let line = format!("  translated_from: {hash}");
    assert_eq!(changed(&before, &after), (vec![], vec![line.as_str()]));
    assert_reported(&archive, &[]);
    let again = stamp(&archive, JA).ok();
    assert_eq!(again.stdout, "content/meetings/a.ja.md is current already\n");
    assert_eq!(read(&archive, JA), after);
}

#[test]
fn a_change_of_the_text_is_reported_and_named_until_the_next_stamp() {
    let archive = archive();
    stamp(&archive, JA).ok();
    let archive = archive
        .edit(EN, "A paragraph.", "Another paragraph.")
        .edit(EN, "text: Share.", "text: Share more.")
        .edit(EN, "A summary.", "A longer summary.");
    assert_reported(&archive, &["meetings/a.ja.md:6:20 outdated-translation"]);
    let problem = &archive.check().problems()[0];
    assert_eq!(problem["related"][0]["path"], EN);
    assert_eq!(
        problem["related"][0]["message"],
        "changed since: the summary, the commitment `cloud`, the section `#cloud`"
    );
    let before = read(&archive, JA);
    stamp(&archive, JA).ok();
    let after = read(&archive, JA);
    let (gone, new) = changed(&before, &after);
    assert_eq!((gone.len(), new.len()), (1, 1), "{gone:?} {new:?}");
    assert_reported(&archive, &[]);
}

#[test]
fn facts_blanks_and_line_ends_are_no_change() {
    let archive = archive();
    stamp(&archive, JA).ok();
    let archive = archive
        .edit(EN, "date: 2010-11-01", "date: 2010-11-02\nplace: Tokyo")
        .edit(JA, "summary: 要約。", "summary: 要約。\nplace: 東京")
        .edit(EN, "Before.\n", "Before.  \r\n");
    assert_reported(&archive, &[]);
}

#[test]
fn without_the_record_of_parts_a_change_is_reported_all_the_same() {
    let archive = archive();
    stamp(&archive, JA).ok();
    fs::remove_file(archive.root().join("content/stamps.txt")).unwrap();
    let archive = archive.edit(EN, "A paragraph.", "Another paragraph.");
    assert_reported(&archive, &["meetings/a.ja.md:6:20 outdated-translation"]);
    let problem = &archive.check().problems()[0];
    assert_eq!(problem["related"][0]["message"], "its text has changed since");
    assert_eq!(problem["message"], "this translation was made from an earlier text of the en.md file");
}

/// As after a kill: the file is stamped, the record is not written yet, and half of it lies beside it.
#[test]
fn what_a_killed_run_left_is_made_whole() {
    let archive = archive();
    stamp(&archive, JA).ok();
    let record = read(&archive, "content/stamps.txt");
    let archive = archive
        .without("content/stamps.txt")
        .file("content/.taiwa-1.new", &record.as_bytes()[..record.len() / 2]);
    assert_reported(&archive, &[]);
    stamp(&archive, JA).ok();
    assert_eq!(read(&archive, "content/stamps.txt"), record);
    assert_reported(&archive, &[]);
}

#[test]
fn a_damaged_record_of_parts_is_reported() {
    let archive = archive().file("content/stamps.txt", "# a comment\n\nmeetings/a.ja 1 whatever\n");
    assert_reported(&archive, &["stamps.txt:3:1 invalid-value"]);
}

#[test]
fn what_is_no_translation_is_not_stamped() {
    let archive = archive();
    let before = read(&archive, EN);
    for (file, status, message) in [
        (
            EN,
            2,
            "content/meetings/a.en.md is the text that content/meetings/a.ja.md was made from; stamp the translation",
        ),
        ("content/tracks.yaml", 2, "content/tracks.yaml is no note of this archive"),
        ("content/meetings/none.ja.md", 2, "there is no file content/meetings/none.ja.md"),
    ] {
        let done = stamp(&archive, file);
        assert_eq!(done.status, status, "{}", done.stderr);
        assert!(done.stderr.contains(message.rsplit('/').next().unwrap()), "{}", done.stderr);
    }
    assert_eq!(read(&archive, EN), before);
    let alone =
        Archive::new().note("a", "en", "title: A\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}", "");
    assert_eq!(stamp(&alone, EN).status, 1);
}

#[test]
fn a_twin_that_cannot_be_read_is_reported_and_nothing_is_written() {
    let archive = archive().edit(EN, "title: Meeting", "title: [Meeting");
    let before = read(&archive, JA);
    let done = stamp(&archive, JA);
    assert_eq!(done.status, 1);
    assert!(done.stderr.contains("error[yaml-syntax]"), "{}", done.stderr);
    assert_eq!(read(&archive, JA), before);
}

#[test]
fn the_record_of_what_cannot_be_read_stays() {
    let archive = archive().note("b", "en", EN_B, "B.\n").note("b", "ja", JA_B, "乙。\n");
    stamp(&archive, "content/meetings/b.ja.md").ok();
    let line = |archive: &Archive| {
        let record = read(archive, "content/stamps.txt");
        record.lines().find(|line| line.starts_with("meetings/b.ja ")).map(str::to_owned)
    };
    let before = line(&archive);
    assert!(before.is_some());
    let archive = archive.edit("content/meetings/b.ja.md", "title: 乙", "title: [乙");
    stamp(&archive, JA).ok();
    assert_eq!(line(&archive), before);
}

#[test]
fn a_damaged_record_of_parts_is_not_written_over() {
    let archive = archive().file("content/stamps.txt", "meetings/b.ja 1 whatever\n");
    let before = read(&archive, JA);
    let done = stamp(&archive, JA);
    assert_eq!(done.status, 1);
    assert!(done.stderr.contains("this line is not as `taiwa stamp` writes it"), "{}", done.stderr);
    assert_eq!(read(&archive, "content/stamps.txt"), "meetings/b.ja 1 whatever\n");
    assert_eq!(read(&archive, JA), before);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_archive_is_not_written_through() {
    let elsewhere = tempfile::tempdir().unwrap();
    let victim = elsewhere.path().join("victim");
    for (name, status) in [("stamps.txt", 1), (".taiwa-1.new", 0), ("meetings/.taiwa-1.new", 0)] {
        fs::write(&victim, "mine").unwrap();
        let archive = archive();
        std::os::unix::fs::symlink(&victim, archive.root().join("content").join(name)).unwrap();
        assert_eq!(stamp(&archive, JA).status, status, "{name}");
        assert_eq!(fs::read_to_string(&victim).unwrap(), "mine", "{name}");
    }
}

#[test]
fn it_speaks_japanese() {
    let archive = archive();
    let stamp = |archive: &Archive, file: &str| archive.run(&["stamp", "--language", "ja", file]);
    assert_eq!(stamp(&archive, JA).ok().stdout, format!("{JA} を「最新」とした\n"));
    assert_eq!(stamp(&archive, JA).ok().stdout, format!("{JA} は既に「最新」である\n"));
    for (file, why) in [
        (EN, "content/meetings/a.en.md は content/meetings/a.ja.md の元の文である。訳文のファイルを指定する"),
        ("content/tracks.yaml", "content/tracks.yaml は、このアーカイブの記録のファイルではない"),
        ("content/none.md", "ファイル content/none.md がない"),
    ] {
        let refused = stamp(&archive, file);
        assert_eq!((refused.status, refused.stderr), (2, format!("エラー: {why}\n")));
    }
    let summary = archive.edit(JA, "status: archive-translation", "status: summary");
    let refused = stamp(&summary, JA);
    assert_eq!(
        (refused.status, refused.stderr.as_str()),
        (
            1,
            "エラー: content/meetings/a.ja.md は要約（`status: summary`）である。要約は訳文ではなく、「最新」とすることはない。\
             訳文であれば、`version` に `status: archive-translation` などと書く\n"
        )
    );
    let unread = summary.edit(EN, "title: Meeting", "title: [Meeting");
    let refused = stamp(&unread, JA);
    assert_eq!((refused.status, refused.stdout.as_str()), (1, "どの訳文も「最新」としなかった\n"));
}
