//! `taiwa sheet` in Japanese.

use super::sheet::{Sheet, archive, import, path};
use crate::support::{Archive, Built, write};

const JAPANESE: [&str; 2] = ["--language", "ja"];

fn export(archive: &Archive, name: &str) -> Built {
    archive.run(&[&["sheet", "export", &path(archive, name)], &JAPANESE[..]].concat())
}

/// What a run printed, where it ended so.
#[track_caller]
fn assert_said(built: &Built, status: i32, stdout: &str, stderr: &str) {
    assert_eq!((built.status, built.stdout.as_str(), built.stderr.as_str()), (status, stdout, stderr));
}

fn filled(archive: &Archive) -> Sheet {
    Sheet::of(archive).filled(2, "fulfilled", "2012-01-31", "us", "minutes")
}

#[test]
fn what_went_out_is_told() {
    let archive = archive();
    let file = path(&archive, "s.csv");
    assert_said(&export(&archive, "s.csv"), 0, &format!("{file}: 記入の対象は 2 行\n"), "");
    assert_said(&export(&archive, "s.csv"), 0, &format!("{file} は同じ内容で既にある (2 行)\n"), "");
    write(&archive.root().join("s.csv"), b"filled in");
    let refused = format!(
        "エラー: {file} は既にあり、誰かが手を加えた可能性がある。ほかのファイルを指定するか、--force で上書きする\n"
    );
    assert_said(&export(&archive, "s.csv"), 2, "", &refused);
    let file = path(&archive, "s.ods");
    let refused =
        format!("エラー: {file} は表のファイルの名前ではない。名前の末尾は .xlsx 又は .csv とする\n");
    assert_said(&export(&archive, "s.ods"), 2, "", &refused);
}

#[test]
fn what_came_in_is_told() {
    let archive = archive();
    let mut sheet = filled(&archive);
    sheet.rows[0].push("number".into());
    let added = "content/meetings/a.en.md:11: a/promise: status: fulfilled, date: 2012-01-31, by: us, source: minutes";
    let lines = |how: &str| {
        format!(
            "1 行目 11 列目: 列 `number` はこの表のものではないため、読まない\n\
             {added} (2 行目 6 列目)\n\
             {how}1 ファイルに評価 1 件を追加。記録済み 0 行、未記入 1 行\n"
        )
    };
    let dry = sheet.import(&archive, &[&JAPANESE[..], &["--dry-run"]].concat());
    assert_said(&dry, 0, &lines("--dry-run のため、何も書き込まなかった。付けない場合: "), "");
    assert_said(&sheet.import(&archive, &JAPANESE), 0, &lines(""), "");
    let again = filled(&archive).cell(2, "note", "Another.").import(&archive, &JAPANESE);
    let kept = "2 行目 10 列目: この評価は既にあり、備考が異なる。記録の備考はそのまま残る\n\
                0 ファイルに評価 0 件を追加。記録済み 1 行、未記入 1 行\n";
    assert_said(&again, 0, kept, "");
}

#[test]
fn each_cell_that_is_not_sound_is_told() {
    let archive = archive();
    let sheet = filled(&archive).cell(2, "status", "fullfilled").cell(2, "date", "31.1.2012");
    let sheet = sheet.cell(2, "text_en", "else").cell(3, "by", "nobody");
    let file = path(&archive, "s.xlsx");
    let expected = format!(
        "\
エラー[conflicting-fact]: `text_en` が、この事項についてのアーカイブの記載と異なる
--> {file} Sheet1!D2
 = ヒント: 書き出した内容に戻す。その後にアーカイブが変わったなら、表を書き出し直す

エラー[invalid-value]: `fullfilled` という状況はない
--> {file} Sheet1!F2
 = ヒント: `fulfilled` の誤りでは？

エラー[invalid-date]: `31.1.2012` は日付として読めない
--> {file} Sheet1!G2
 = ヒント: 日付は YYYY-MM-DD の形で書く。例: 2026-11-30

エラー[missing-field]: 記入のある行に `status` がない
--> {file} Sheet1!F3
 = ヒント: 記入するか、その行のほかのセルを空にする

エラー[missing-field]: 記入のある行に `date` がない
--> {file} Sheet1!G3
 = ヒント: 記入するか、その行のほかのセルを空にする

エラー[unknown-delegation]: `nobody` という評価者はない
--> {file} Sheet1!H3
 = ヒント: 次のいずれかを書く: us, jp, archive, third-party

エラー[missing-field]: 記入のある行に `source` がない
--> {file} Sheet1!I3
 = ヒント: 記入するか、その行のほかのセルを空にする

"
    );
    assert_said(&import(&archive, "s.xlsx", &sheet.xlsx(), &JAPANESE), 1, "何も加えなかった\n", &expected);
    let json = import(&archive, "s.xlsx", &sheet.xlsx(), &[&JAPANESE[..], &["--format", "json"]].concat());
    assert_eq!(json.stderr, "何も加えなかった\n");
    assert_eq!(
        super::sheet::said(&json)[1],
        "2:6 invalid-value: Sheet1!F2: `fullfilled` という状況はない (`fulfilled` の誤りでは？)"
    );
}

#[test]
fn rows_that_contradict_each_other_are_told() {
    let archive = archive();
    let mut sheet = filled(&archive);
    let mut other = sheet.rows[1].clone();
    other[5] = "in-progress".into();
    sheet.rows.push(other);
    let said = |sheet: &Sheet| {
        super::sheet::said(&sheet.import(&archive, &["--language", "ja", "--format", "json"]))
    };
    let help = "どちらか一方だけを残すか、日付を別にする";
    assert_eq!(
        said(&sheet),
        [format!(
            "8:6 conflicting-fact: 同じ日に、`us` がこの事項を `fulfilled` と評価している (2 行目 6 列目) ({help})"
        )]
    );
    filled(&archive).import(&archive, &[]).ok();
    assert_eq!(
        said(&filled(&archive).cell(2, "status", "discontinued")),
        [format!(
            "2:6 conflicting-fact: 同じ日に、`us` がこの事項を `fulfilled` と評価している (会合の記録) ({help})"
        )]
    );
}

#[test]
fn what_is_no_sheet_is_told() {
    let archive = archive();
    let file = path(&archive, "s.xlsx");
    let expected = format!(
        "エラー[invalid-value]: 名前の末尾は .xlsx だが、ブックではない\n--> {file}\n \
         = ヒント: Excel ブック (.xlsx) として保存する。文字だけの表なら、名前の末尾を .csv にする\n\n"
    );
    let refused = import(&archive, "s.xlsx", &filled(&archive).csv(), &JAPANESE);
    assert_said(&refused, 1, "何も加えなかった\n", &expected);
    std::fs::create_dir(archive.root().join("folder.csv")).unwrap();
    let file = path(&archive, "folder.csv");
    let refused = archive.run(&[&["sheet", "import", &file], &JAPANESE[..]].concat());
    assert_said(&refused, 2, "", &format!("エラー: {file} を読めない: 通常のファイルではない\n"));
}
