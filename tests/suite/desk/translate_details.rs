//! What stands around the commitments of a meeting in both languages: offices, words of due days, forums, notes, signatures.

use super::{
    translate::{JA, exported, path},
    translate_import::{content, import},
};
use crate::support::{Archive, read};

const EN: &str = "content/meetings/a.en.md";

/// A meeting whose Japanese file has its title, one office, and nothing of what the rest says around the commitments.
fn archive() -> Archive {
    let front = "title: Meeting a\ndate: 2010-11-01 # planted\ndelegations:\n  \
                 us: {heads: [{person: jane-doe, as: Ambassador}]}\n  \
                 jp:\n    heads: [{person: taro-yamada, as: Vice-Minister}] # planted\n\
                 commitments:\n  \
                 - id: promise\n    kind: undertaking\n    track: cloud\n    delegations: [us, jp]\n    \
                 text: They promise.\n    due: {text: in 2011, by: 2011-12-31}\n    \
                 forums: [OECD, {en: World Forum}]\n    assessments:\n      \
                 - {status: in-progress, date: 2011-01-01, by: archive, source: minutes}\n      \
                 - {status: fulfilled, date: 2012-01-01, by: archive, source: minutes, note: It was done.}\n\
                 documents:\n  - {id: minutes, title: Minutes, signatories: [{person: jane-doe, delegation: us, as: Envoy}]}\n\
                 corrections:\n  - {date: 2012-02-01, note: A name was wrong.}";
    let ja = "title: 会合\ndelegations:\n  us: {heads: [jane-doe]} # as the source\ncommitments:\n  \
              - {id: promise, text: 双方は約束する。}\nversion: {status: archive-translation, from: en}";
    Archive::new().note("a", "en", front, "").note("a", "ja", ja, "")
}

/// The XLIFF with these translations of the units that have none.
#[track_caller]
fn with_targets(xliff: &str, targets: &[(&str, &str)]) -> String {
    targets.iter().fold(xliff.to_owned(), |xliff, (source, target)| {
        let from = format!("<source>{source}</source>\n");
        assert!(xliff.contains(&from), "{source}: {xliff}");
        let to = format!("{from}    <target state=\"final\">{target}</target>\n");
        xliff.replace(&from, &to)
    })
}

const ALL: [(&str, &str); 7] = [
    ("Ambassador", "大使"),
    ("Vice-Minister", "総務審議官"),
    ("in 2011", "2011年中"),
    ("World Forum", "世界フォーラム"),
    ("It was done.", "実施された。"),
    ("Envoy", "特使"),
    ("A name was wrong.", "名称に誤りがあった。"),
];

#[test]
fn they_go_out_under_names_that_last_and_no_comment_with_them() {
    let text = exported(&archive(), &[]);
    let ids: Vec<_> =
        text.split("<trans-unit id=\"").skip(1).map(|it| it.split('"').next().unwrap()).collect();
    let expected = [
        "_as.us.jane-doe",
        "_as.jp.taro-yamada",
        "commitment-promise.due",
        "commitment-promise.forum-2",
        "commitment-promise.assessment-2",
        "_document.minutes.signatory-1.as",
        "_correction-1",
    ];
    assert_eq!(ids, expected);
    assert!(!text.contains("planted"), "{text}");
}

#[test]
fn they_come_in_where_they_belong_and_the_record_is_stamped() {
    let archive = archive();
    let before = content(&archive);
    let text = with_targets(&exported(&archive, &[]), &ALL);
    let done = import(&archive, &text, &[]).published().stdout;
    assert!(done.contains("content/meetings/a.ja.md: stamped as current\n7 texts changed"), "{done}");
    let english = String::from_utf8(before["meetings/a.en.md"].clone()).unwrap();
    let expected = english.replace("{en: World Forum}", "{en: World Forum, ja: 世界フォーラム}");
    assert_eq!(read(archive.root().join(EN)), expected);
    let japanese = read(archive.root().join(JA));
    let (above, below) = japanese.split_once(", translated_from: ").unwrap();
    let expected = "---\ntitle: 会合\ndelegations:\n  us: {heads: [{person: jane-doe, as: 大使}]} # as the source\n  \
                    jp: {heads: [{person: taro-yamada, as: 総務審議官}]}\ncommitments:\n  \
                    - {id: promise, text: 双方は約束する。, due: {text: 2011年中}, assessments: [{}, {note: 実施された。}]}\n\
                    version: {status: archive-translation, from: en";
    assert_eq!(above, expected);
    let expected = "}\ndocuments:\n  - id: minutes\n    signatories:\n      - {as: 特使}\n\
                    corrections:\n  - {note: 名称に誤りがあった。}\n---\n";
    assert_eq!(&below[64..], expected);
    // Now nothing is missing any more.
    assert!(!archive.check().stdout.contains("missing-translation"));
    assert_eq!(exported(&archive, &[]).matches("<trans-unit").count(), 0);
}

#[test]
fn a_forum_that_both_files_name_is_changed_in_both() {
    let forums = "    forums: [OECD, {en: World Forum}]\n";
    let ja = ", forums: [OECD, {en: World Forum}]}";
    let archive = archive().edit(JA, "約束する。}", &format!("約束する。{ja}"));
    let text = with_targets(&exported(&archive, &[]), &[("World Forum", "世界フォーラム")]);
    import(&archive, &text, &[]).published();
    let both = "[OECD, {en: World Forum, ja: 世界フォーラム}]";
    assert!(read(archive.root().join(EN)).contains(&forums.replace("[OECD, {en: World Forum}]", both)));
    assert!(read(archive.root().join(JA)).contains(&format!("forums: {both}")));
}

#[test]
fn what_the_file_writes_by_an_alias_is_left_to_a_person() {
    let archive = archive().edit(
        JA,
        "  us: {heads: [jane-doe]} # as the source",
        "  us: &us {heads: [jane-doe]}\n  jp: {}",
    );
    let archive = archive.edit(JA, "title: 会合", "title: &t 会合\nsummary: *t");
    let before = content(&archive);
    let text = exported(&archive, &["--all"]).replace("会合</target>", "第1回会合</target>");
    let refused = import(&archive, &text, &[]);
    assert_eq!(refused.status, 1);
    assert!(
        refused.stderr.contains("`_title` is refused: the archive would not read it as this one text"),
        "{}",
        refused.stderr
    );
    assert_eq!(content(&archive), before);
    assert!(path(&archive).ends_with("t.xlf"));
}
