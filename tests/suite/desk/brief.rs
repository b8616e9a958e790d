//! `taiwa brief`: what both sides said last, in Markdown, as a page and for Word.

use crate::support::{Archive, Built};
use std::{fs, io::Read};

const DAY: [&str; 2] = ["--as-of", "2021-05-31"];

/// Two meetings, of which the second takes up a point of the first, and one to come.
fn archive() -> Archive {
    Archive::new()
        .meeting(
            "first",
            "date: 2010-11-01\nplace: Tokyo\ncommitments:\n  \
             - {id: plan, title: Plan for the cloud, kind: undertaking, track: cloud, delegations: [us, jp], verb: concurred on, text: \
             Both sides set a plan., due: {text: in 2011, by: 2011-12-31}}\n  \
             - {id: view, kind: shared-view, track: open-internet, delegations: [us, jp], text: The Internet stays open.}",
        )
        .note(
            "first",
            "ja",
            "title: 第1回会合\nplace: 東京\ncommitments: [{id: plan, title: クラウドの計画, text: 双方は計画を定める。}, {id: view, text: インターネットを開かれたものに保つ。}]",
            "",
        )
        .note(
            "second",
            "en",
            "title: Second meeting\nsummary: They met again.\ndate: {from: 2012-03-01, to: 2012-03-02}\ndelegations:\n  \
             us: {heads: [{person: jane-doe, as: Ambassador, role: co-chair}], organizations: [state], others: true}\n  jp: {organizations: [mic]}\n\
             commitments:\n  - {id: go-on, kind: continuation, track: cloud, delegations: [us, jp], text: 'Work | on the cloud *goes on*.', continues: [first/plan]}\n\
             version: {status: summary}",
            "",
        )
        .note(
            "second",
            "ja",
            "title: 第2回会合\nsummary: 再び会合した。\ncommitments: [{id: go-on, verb: 一致, text: クラウドの取組を続ける。}]",
            "",
        )
        .note("third", "en", "title: Third meeting\ndate: 2021-06-01\ndelegations: {us: {}, jp: {}}", "")
        .note("third", "ja", "title: 第3回会合", "")
}

fn brief(archive: &Archive, more: &[&str]) -> Built {
    archive.run(&[&["brief"], more, &DAY].concat())
}

#[test]
fn it_says_by_track_what_was_said_last_what_changed_and_what_is_open() {
    let english = brief(&archive(), &["--lang", "en"]).published().stdout;
    assert_eq!(
        english,
        "\
# Brief for Third meeting

June 1, 2021

Made from Test archive as it stood on May 31, 2021. It holds what the meetings recorded, as far as their sources could be read.

## The last meeting

Second meeting, March 1–2, 2012

They met again.

### Who came, as the sources name them

- United States: Jane Doe (Ambassador, Co-chair), Department of State, and others
- Japan: Ministry of Internal Affairs and Communications (MIC)

## Due

| Due | Point | Policy track | Meeting |
| --- | --- | --- | --- |
| in 2011 | Plan for the cloud | Cloud computing | Meeting first, Nov 1, 2010 |

## By policy track

Open: What can be carried out, and is not recorded as carried out, stopped or replaced.

### Cloud computing

#### Last said, at Second meeting, Mar 1–2, 2012

Text: Summary. A summary in this archive’s own words. It is not a translation of an official text.

| Point | Kind | Operative verb | Text |
| --- | --- | --- | --- |
| Work \\| on the cloud \\*goes on\\*. | Continuation |  | Work \\| on the cloud \\*goes on\\*. |

#### What changed

| Point | Link to an earlier point |
| --- | --- |
| Work \\| on the cloud \\*goes on\\*. | Continues: Plan for the cloud, Meeting first, Nov 1, 2010 |

#### Open

| Point | Kind | Meeting | What became of it |
| --- | --- | --- | --- |
| Work \\| on the cloud \\*goes on\\*. | Continuation | Second meeting, Mar 1–2, 2012 | No record |
| Plan for the cloud | Undertaking | Meeting first, Nov 1, 2010 | Continued, Mar 1–2, 2012 |

### Open Internet

#### Last said, at Meeting first, Nov 1, 2010

Text: Status of text not stated. It is not stated what status this text has.

| Point | Kind | Operative verb | Text |
| --- | --- | --- | --- |
| The Internet stays open. | Shared view |  | The Internet stays open. |
"
    );
    let japanese = brief(&archive(), &["third", "--lang", "ja"]).published().stdout;
    for line in [
        "# 第3回会合に向けた資料",
        "「試験アーカイブ」（2021年（令和3年）5月31日（月）現在）から作成。会合で記録された事項を、資料を確認できた範囲で収める。",
        "- 日本：総務省（MIC）",
        "#### 直近の記録（第2回会合、2012年3月1日〜2日）",
        "| クラウドの取組を続ける。 | 継続 | 一致 | クラウドの取組を続ける。 |",
        "| クラウドの計画 | 実施事項 | 第1回会合、2010年11月1日 | 後に継続、2012年3月1日〜2日 |",
    ] {
        assert!(japanese.lines().any(|it| it == line), "{line}\n{japanese}");
    }
    let both = brief(&archive(), &[]).published().stdout;
    assert_eq!(both, [english, japanese].join("\n"));
}

#[test]
fn one_for_a_meeting_that_was_held_goes_up_to_it() {
    let first = brief(&archive(), &["first", "--lang", "en"]).published().stdout;
    assert!(first.starts_with("# Brief after Meeting first\n"), "{first}");
    assert!(
        first.contains("Both sides set a plan.") && !first.contains("#### Last said, at Second"),
        "{first}"
    );
    // With no meeting to come, the newest.
    let newest = archive().run(&["brief", "--lang", "en", "--as-of", "2022-01-01"]).published().stdout;
    assert!(newest.starts_with("# Brief after Third meeting\n"), "{newest}");
}

#[test]
fn earlier_words_are_set_beside_only_where_both_are_a_governments_own() {
    let status = |first: &str, second: &str| {
        let archive = Archive::new()
            .promise("one", "2010-11-01", "")
            .promise("two", "2011-11-01", "continues: [one/promise]")
            .edit("content/meetings/one.en.md", "date:", &format!("version: {{status: {first}}}\ndate:"))
            .edit("content/meetings/two.en.md", "date:", &format!("version: {{status: {second}}}\ndate:"));
        brief(&archive, &["--lang", "en"]).published().stdout.contains("| Earlier official text |")
    };
    assert!(status("authentic", "official-translation"));
    assert!(!status("authentic", "summary") && !status("archive-translation", "authentic"));
}

#[test]
fn what_is_not_published_goes_in_only_with_drafts_and_every_page_says_so() {
    let secret = "title: Fourth meeting\ndate: 2013-01-01\nrelease: draft\ndelegations: {us: {}, jp: {}}\ncommitments:\n  \
         - {id: secret, kind: undertaking, track: cloud, delegations: [us], text: Planted word.}";
    let archive = archive()
        .note("fourth", "en", secret, "[[redacted: Planted gap]] Planted gap of notes.\n")
        .note("fourth", "ja", "title: 第4回会合", "");
    let folder = tempfile::tempdir().unwrap();
    for name in ["brief.md", "brief.html", "brief.docx"] {
        let file = folder.path().join(name);
        let path = file.to_str().unwrap();
        brief(&archive, &["-o", path]).published();
        let text = text_of(&file);
        assert!(!text.contains("Planted") && !text.contains("Draft:"), "{name}");
        brief(&archive, &["-o", path, "--drafts", "--force"]).published();
        let text = text_of(&file);
        assert!(text.contains("Planted word.") && !text.contains("Planted gap"), "{name}");
        for mark in ["Draft: holds records that are not published", "下書き：未公開の記録を含む"]
        {
            assert!(text.contains(mark), "{name}: {mark}");
        }
    }
}

/// The text of a file; of a document of Word, all that is in it.
fn text_of(file: &std::path::Path) -> String {
    let bytes = fs::read(file).unwrap();
    if file.extension().is_none_or(|it| it != "docx") {
        return String::from_utf8(bytes).unwrap();
    }
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for at in 0..archive.len() {
        archive.by_index(at).unwrap().read_to_string(&mut text).unwrap();
    }
    text
}

#[test]
fn the_same_archive_gives_the_same_file_and_another_is_not_overwritten() {
    let archive = archive();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("brief.docx");
    let path = file.to_str().unwrap();
    brief(&archive, &["-o", path]).ok();
    let bytes = fs::read(&file).unwrap();
    brief(&archive, &["-o", path]).ok();
    assert_eq!(fs::read(&file).unwrap(), bytes);
    fs::write(&file, "notes of somebody").unwrap();
    let refused = brief(&archive, &["-o", path]);
    assert_eq!((refused.status, fs::read_to_string(&file).unwrap().as_str()), (2, "notes of somebody"));
    brief(&archive, &["-o", path, "--force"]).ok();
    assert_eq!(fs::read(&file).unwrap(), bytes);
}

#[test]
fn what_cannot_be_is_a_wrong_usage() {
    let archive = archive();
    let inside = archive.root().join("content/brief.md");
    for (arguments, message) in [
        (vec!["-o", inside.to_str().unwrap()], "would be read or published"),
        (vec!["-o", "brief.pdf"], "it ends in .docx, .html or .md"),
        (vec!["thrid"], "did you mean `third`?"),
        (vec!["hidden-away"], "needs --drafts"),
        (vec!["--output", "brief.md"], "unexpected argument"),
    ] {
        let refused = brief(&archive, &arguments);
        assert_eq!(refused.status, 2, "{arguments:?}");
        assert!(refused.stderr.contains(message), "{}", refused.stderr);
    }
    let empty = brief(&Archive::new(), &[]);
    assert_eq!(empty.status, 2, "{}", empty.stdout);
    let broken = brief(&archive.append("content/tracks.yaml", "cloudy: {}\n"), &[]);
    assert_eq!((broken.status, broken.stdout.as_str()), (1, "no brief was made\n"));
}

#[test]
fn what_was_made_or_cannot_be_is_told_in_japanese() {
    let archive = archive();
    let folder = tempfile::tempdir().unwrap();
    let [file, pdf] = ["brief.html", "brief.pdf"].map(|name| folder.path().join(name));
    let [path, pdf] = [&file, &pdf].map(|file| file.to_str().unwrap());
    let said = |archive: &Archive, arguments: &[&str]| {
        let built = brief(archive, &[arguments, &["--language", "ja"]].concat());
        (built.status, built.stdout, built.stderr)
    };
    let refused = |reason: &str| (2, String::new(), format!("エラー: {reason}\n"));
    assert_eq!(said(&archive, &["-o", path]), (0, format!("{path}: 会合 third の資料\n"), String::new()));
    fs::write(&file, "notes of somebody").unwrap();
    for (arguments, reason) in [
        (
            vec!["-o", path],
            format!(
                "{path} は既にあり、誰かが手を加えた可能性がある。ほかのファイルを指定するか、--force で上書きする"
            ),
        ),
        (
            vec!["-o", pdf],
            format!("{pdf} は資料のファイルの名前ではない。名前の末尾は .docx、.html 又は .md とする"),
        ),
        (vec!["thrid"], "表示できる会合に `thrid` というものはない。`third` の誤りでは？".to_owned()),
        (
            vec!["hidden-away"],
            "表示できる会合に `hidden-away` というものはない。下書きと公開日前の会合には --drafts を付ける"
                .to_owned(),
        ),
    ] {
        assert_eq!(said(&archive, &arguments), refused(&reason));
    }
    assert_eq!(said(&Archive::new(), &[]), refused("アーカイブに、表示できる会合がない"));
    let broken = said(&archive.append("content/tracks.yaml", "cloudy: {}\n"), &[]);
    assert_eq!((broken.0, broken.1.as_str()), (1, "資料を作らなかった\n"));
}
