//! What an import says with `--language ja`; what it writes does not depend on that.

use super::statements::{import, note, statement, water_archive};
use crate::support::{Archive, Built, files};
use std::path::Path;

const RELEASE: &str = "water-release.ja.txt";

fn in_japanese(archive: &Archive, file: &Path, id: &str, more: &[&str]) -> Built {
    import(archive, file, id, &[more, &["--language", "ja"]].concat())
}

/// The same of a file with this content.
fn bytes_in_japanese(archive: &Archive, name: &str, bytes: impl AsRef<[u8]>, id: &str) -> Built {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, bytes).unwrap();
    in_japanese(archive, &file, id, &[])
}

/// Asserts that an import is refused with just these words, and writes nothing.
#[track_caller]
fn assert_refused(archive: &Archive, name: &str, bytes: &[u8], words: &str) {
    let before = files(archive.root());
    let refused = bytes_in_japanese(archive, name, bytes, "refused");
    assert_eq!(refused.stderr, format!("エラー: {words}\n"));
    assert_eq!((refused.status, refused.stdout.as_str()), (1, ""));
    assert_eq!(files(archive.root()), before);
}

#[test]
fn what_was_found_and_written_is_said_in_japanese() {
    let archive = water_archive();
    let made = in_japanese(&archive, &statement(RELEASE), "third", &[]).ok();
    let expected = format!(
        "\
名称: 水対話　第3回会合の結果について
対話: water
日付: 2023-03-06 から 2023-03-07 まで
場所: リバートン
north: ada-north (筆頭) ほか
south: hanako-minami (筆頭) ほか
undertaking point-1: 政策分野は levels、根拠は動詞「共有することで一致した」
undertaking point-2: 政策分野は levels、根拠は動詞「決定した」
continuation point-3: 政策分野は floods、根拠は動詞「継続することを確認した」
welcome point-4: 政策分野は floods、根拠は動詞「歓迎した」
report point-5: 政策分野は floods、根拠は動詞「報告した」
shared-view point-6: 政策分野は reservoirs、根拠は箇条書きの前の動詞「確認しました」
next-meeting point-7: 政策分野は process、根拠は動詞「開催することで一致した」
書き込んだファイル: content/meetings/third.ja.md
書き込んだファイル: content/meetings/third.en.md
下書きができた。一行ずつ確認してから実行する: taiwa check --root {}
",
        archive.root().display()
    );
    assert_eq!(made.stdout, expected);
    // The notes are those of a run in English, which finds nothing to do.
    let before = files(archive.root());
    import(&archive, &statement(RELEASE), "third", &[]).ok();
    let again = in_japanese(&archive, &statement(RELEASE), "third", &[]).ok();
    let same = "content/meetings/third.ja.md は既にあり、書き込む内容と同じである\n何も書き込まなかった\n";
    assert_eq!(again.stdout, same);
    assert_eq!(files(archive.root()), before);
}

#[test]
fn what_is_missing_or_in_doubt_is_said_in_japanese() {
    let archive = water_archive();
    let text = "Notes of the Water Dialogue\n\nLevees will continue to grow. Floods were recognized. \
                Both sides plan to hold a flood drill. They plan to hold the next round. The Ministry of Rivers participated.\n";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.md");
    std::fs::write(&file, text).unwrap();
    let dry = in_japanese(&archive, &file, "drill", &["--dry-run"]).ok();
    let expected = "\
名称: Notes of the Water Dialogue
対話: water
日付: 見つからず、省いた
場所: 見つからず、省いた
north: rivers
south: 登録簿にある人物も機関も見つからなかった
shared-view levees: 政策分野は levees、根拠は動詞「will continue to grow」。文に主体がないため確かではない。この動詞は、表では continuation である
shared-view floods-were: 政策分野は floods、根拠は動詞「recognized」。文に主体がない
undertaking flood-drill: 政策分野は floods、根拠は動詞「plan to hold」。文に会合への言及がない
next-meeting next-round: 政策分野なし、根拠は動詞「plan to hold」
書き込むファイル: content/meetings/drill.en.md
書き込むファイル: content/meetings/drill.ja.md
--dry-run のため、何も書き込まなかった
";
    assert_eq!(dry.stdout, expected);
    // In the note, the same stands in the language of all its comments.
    in_japanese(&archive, &file, "drill", &[]).ok();
    let note = note(&archive, "drill", "en");
    let comment = "  # Kind by the verb “recognized”; nobody acts in the sentence. Track by: flood.\n";
    assert!(note.contains(comment), "{note}");
}

#[test]
fn what_does_not_match_is_said_in_japanese() {
    let archive = water_archive();
    let en = "Notes of the Water Dialogue\n\nBoth sides agreed to share data on floods.\n\n- They welcomed the levees.\n\n\
              ## Levees\n\nBoth sides decided to build levees.\n";
    let ja = "水対話の第5回会合の記録\n\n双方は、洪水の情報を共有することで一致した。\n\n## 堤防\n\n双方は、堤防を築くことを決定した。\n";
    bytes_in_japanese(&archive, "notes.md", en, "fifth").ok();
    let filled = bytes_in_japanese(&archive, "notes-ja.md", ja, "fifth").ok();
    let expected = format!(
        "\
「双方は、洪水の情報を共有することで一致した。」から先を対応させられない。もう一方の文: 段落 1、箇条 1。この文: 段落 1
share-data-floods: この文の同じ位置に、対応する箇所がない。手で書く
levees: この文の同じ位置に、対応する箇所がない。手で書く
build-levees: 堤防を築く
書き込んだファイル: content/meetings/fifth.ja.md
下書きができた。一行ずつ確認してから実行する: taiwa check --root {}
",
        archive.root().display()
    );
    assert_eq!(filled.stdout, expected);

    let ja = "水対話の第6回会合の記録\n\n双方は、堤防を築くことを決定した。\n";
    bytes_in_japanese(&archive, "notes.md", en, "sixth").ok();
    let filled = bytes_in_japanese(&archive, "notes-ja.md", ja, "sixth").ok();
    let first = "見出しの数が、もう一方の文では 1、この文では 0 である。最初の見出しより前だけを対応させた";
    assert_eq!(filled.stdout.lines().next(), Some(first));
}

#[test]
fn files_that_cannot_be_read_are_refused_in_japanese() {
    let archive = water_archive();
    for (name, bytes, words) in [
        (
            "a.txt",
            b"PK\x03\x04".as_slice(),
            "a.txt は、名前の示すとおりのファイルではない。\
             実際は、Word のファイルなど、複数のファイルをまとめたものである。これが声明なら、名前の末尾を .docx にする",
        ),
        (
            "a.docx",
            b"only words",
            "a.docx は、名前の示すとおりのファイルではない。\
             中身が .docx の形式ではない。書式のないテキストなら、名前の末尾を .txt にする",
        ),
        ("a.docx", b"PK\x03\x04", "a.docx: 展開できない。Word で開いて保存し直し、それを読み込む"),
        (
            "a.xlsx",
            b"x",
            "a.xlsx という名前からは、何のファイルか分からない。\
             名前の末尾を次のいずれかにする: .txt, .md, .markdown, .html, .htm, .docx, .pdf",
        ),
        ("a.txt", b"\n \n", "a.txt には文がない。文のあるファイルを指定する"),
        (
            "a.txt",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0",
            "a.txt は、UTF-8、Shift_JIS、EUC-JP、ISO-2022-JP のいずれのテキストでもない。UTF-8 で保存し、もう一度読み込む",
        ),
    ] {
        assert_refused(&archive, name, bytes, words);
    }
}

#[test]
fn what_stands_in_the_way_is_said_in_japanese() {
    let archive = water_archive()
        .meeting("there", "date: 2020-03-02")
        .file("content/meetings/half.en.md", "---\ntitle: Half\n---\n")
        .file("content/static/statements/kept.ja.txt", "another");
    let before = files(archive.root());
    for (id, more, status, words) in [
        (
            "there",
            &[][..],
            1,
            "content/meetings/there.ja.md が既にあり、import が作ったものではない。--meeting で別の識別子を指定する",
        ),
        (
            "half",
            &[],
            1,
            "content/meetings/half.en.md はあるが、import が一緒に作る ja のファイルがない。\
             別の識別子を選ぶか、そのファイルを手で書く",
        ),
        (
            "kept",
            &["--keep-file"],
            1,
            "content/static/statements/kept.ja.txt に、内容の異なるファイルが既にある。\
             移動するか、--keep-file を外す",
        ),
        (
            "No Id",
            &[],
            2,
            "`No Id` は会合の識別子として使えない。\
             識別子は、半角の英小文字と数字を、一つずつのハイフンでつなぐ",
        ),
    ] {
        let refused = in_japanese(&archive, &statement(RELEASE), id, more);
        assert_eq!(refused.stderr, format!("エラー: {words}\n"));
        assert_eq!((refused.status, refused.stdout.as_str()), (status, ""));
    }
    assert_eq!(files(archive.root()), before);
}
