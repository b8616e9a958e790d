//! What rename, init and new say in Japanese.

use super::rename::{archive, published};
use crate::support::{Archive, Built, files, run};
use std::collections::BTreeMap;

/// Runs a command on the archive in Japanese.
fn said(archive: &Archive, arguments: &[&str]) -> Built {
    archive.run(&[arguments, &["--language", "ja", "--color", "never"]].concat())
}

/// Asserts that nothing was done for these reasons, each of which stands for one command.
#[track_caller]
fn assert_refused(archive: &Archive, command: &[&str], cases: &[(&[&str], i32, &str)]) {
    for (arguments, status, reason) in cases {
        let done = said(archive, &[command, arguments].concat());
        let expected = (*status, format!("エラー: {reason}\n"));
        assert_eq!((done.status, done.stderr), expected, "{arguments:?}");
        assert_eq!(done.stdout, "");
    }
}

#[test]
fn what_rename_changes() {
    let archive = published();
    archive.run(&["stamp", "content/meetings/a.ja.md"]).ok();
    let changes = "\
        content/stamps.txt: 訳文の元の文の記録を新しい識別子に変更\n\
        content/meetings/2011/b.en.md:8: a/promise -> a/pledge\n\
        content/meetings/2011/b.en.md:6: a/promise -> a/pledge\n\
        content/meetings/2011/b.ja.md:5: /ja/commitments/a/promise/ -> /ja/commitments/a/pledge/\n\
        content/meetings/a.en.md:20: a/promise -> a/pledge\n\
        content/meetings/a.en.md:20: #commitment-promise -> #commitment-pledge\n\
        content/meetings/a.en.md:20: /en/meetings/a/#commitment-promise -> /en/meetings/a/#commitment-pledge\n\
        content/meetings/a.en.md:10: promise -> pledge\n\
        content/meetings/a.en.md:10: 旧アドレスに追加: /en/commitments/a/promise/, /ja/commitments/a/promise/\n\
        content/meetings/a.ja.md:8: a/promise -> a/pledge\n\
        content/meetings/a.ja.md:8: #commitment-promise -> #commitment-pledge\n\
        content/meetings/a.ja.md:8: /en/meetings/a/#commitment-promise -> /en/meetings/a/#commitment-pledge\n\
        content/meetings/a.ja.md:5: promise -> pledge\n\
        content/meetings/a.ja.md: 訳文はこれまでどおり「最新」\n";
    let command = ["rename", "commitment", "a/promise", "pledge"];
    let foreseen = said(&archive, &[&command[..], &["--dry-run"]].concat()).ok().stdout;
    let end = "--dry-run のため、何も書き込まなかった。識別子 `a/promise` は `pledge` になる。変更 14 件\n";
    assert_eq!(foreseen, format!("{changes}{end}"));
    let done = said(&archive, &command).ok().stdout;
    assert_eq!(done, format!("{changes}識別子 `a/promise` を `pledge` に改めた。変更 14 件\n"));
    let back = said(&archive, &["rename", "track", "cloud", "clouds"]).ok().stdout;
    for line in [
        "/en/tracks/cloud/feed.xml は公開済みだが、サイトからなくなる。ファイルのアドレスは旧アドレスにできない。\
         使う人がいなければ、content/ledger.txt のその行を削除する\n",
        "content/tracks.yaml:1: 旧アドレスに追加: /en/tracks/cloud/, /ja/tracks/cloud/\n",
    ] {
        assert!(back.contains(line), "{back}");
    }
}

#[test]
fn what_rename_refuses() {
    let archive = archive()
        .append("content/tracks.yaml", "old: {title: Old, aliases: [/en/tracks/older/]}\n")
        .file("content/static/ja/tracks/taken/x.txt", "x");
    assert_refused(
        &archive,
        &["rename"],
        &[
            (&["track", "clowd", "x"], 2, "`clowd` という政策分野はない。`cloud` の誤りでは？"),
            (&["event", "summit", "x"], 2, "`summit` という出来事はない"),
            (
                &["commitment", "a/promised", "x"],
                2,
                "会合 `a` に `promised` という事項はない。`promise` の誤りでは？",
            ),
            (
                &["commitment", "promise", "x"],
                2,
                "`promise` は事項を示していない。会合の識別子とともに「会合/事項」の形で書く",
            ),
            (
                &["commitment", "a/promise", "b/promise"],
                2,
                "事項を別の会合に移すことはできない。`b` は `a` ではない",
            ),
            (
                &["track", "cloud", "Cloud"],
                2,
                "`Cloud` は識別子として使えない。識別子は、半角の英小文字と数字を、一つずつのハイフンでつなぐ",
            ),
            (&["track", "cloud", "cloud"], 2, "この政策分野の識別子は、既に `cloud` である"),
            (&["meeting", "a", "b"], 2, "`b` は、別の会合が使っている"),
            (
                &["delegation", "jp", "archive"],
                2,
                "代表団の識別子に `archive` は使えない。評価では、代表団以外の評価者を表す",
            ),
            (
                &["track", "cloud", "older"],
                1,
                "/en/tracks/older/ は、content/tracks.yaml にある別の記録の旧アドレスである。別の識別子にする",
            ),
            (
                &["track", "cloud", "taken"],
                1,
                "ページの置かれる場所に static/ja/tracks/taken/x.txt がある。先にこのファイルを移す",
            ),
        ],
    );
    let twice = archive.file("content/meetings/copy/a.en.md", "---\ntitle: A\n---\n");
    let reason = "content/meetings/a.en.md と content/meetings/copy/a.en.md は、どちらも同じ言語の会合 `a` の\
                  ファイルである。先に一方を別の識別子にする";
    assert_refused(&twice, &["rename"], &[(&["meeting", "a", "c"], 1, reason)]);
    let begun = twice.file("content/.taiwa-rename", "meeting a c\n");
    let root = begun.root().display();
    let reason =
        format!("終わっていない別の変更がある。先に次を実行する: taiwa rename meeting a c --root {root}");
    assert_refused(&begun, &["rename"], &[(&["track", "cloud", "x"], 1, &reason)]);
}

#[test]
fn what_init_says() {
    let archive = Archive::empty();
    let folder = archive.root().join("new");
    let folder = folder.display();
    let made = said(&archive, &["init", "new"]).ok().stdout;
    let expected = format!(
        "{folder} にアーカイブを作った。13 ファイル\n\
         サイトを作る:    taiwa build --root {folder}\n\
         会合を追加する:  taiwa new meeting 2026-03-02-city --root {folder}\n\
         その後、content/site.yaml から始めて、見本を実際の記録に置き換える\n"
    );
    assert_eq!(made, expected);
    let refused = |problem| {
        let help = "新しいアーカイブには専用のフォルダーを指定する。例: `taiwa init my-archive`";
        format!("{}: {problem}。{help}", archive.root().display())
    };
    let reason = refused("フォルダーが空ではない。中にあるもの: new");
    assert_refused(&archive, &["init"], &[(&[], 2, &reason)]);
    let archive = ["a", "b", "c"].into_iter().fold(archive, |archive, name| archive.file(name, ""));
    let reason = "フォルダーが空ではない。中にあるもの: a、b、c ほか 1 件。新しいアーカイブには専用のフォルダーを\
                  指定する。例: `taiwa init my-archive`";
    let reason = format!("{}: {reason}", archive.root().display());
    assert_refused(&archive, &["init"], &[(&[], 2, &reason)]);
    let file = archive.root().join("a");
    let refused = run(&["init", file.to_str().unwrap(), "--language", "ja"]);
    assert!(refused.stderr.contains("/a: フォルダーではなくファイルである。"), "{}", refused.stderr);
}

/// A new archive in a language: its files without notes, and the notes of the registries and of the settings of Git.
fn begun(language: &str) -> (Archive, BTreeMap<String, String>, Vec<String>) {
    let archive = Archive::empty();
    archive.run(&["init", "--quiet", "--language", language]).ok();
    let mut notes = Vec::new();
    let files = files(archive.root()).into_iter().map(|(path, bytes)| {
        let text = String::from_utf8(bytes).unwrap();
        if path.starts_with("content/meetings/") || path.starts_with("content/pages/") {
            return (path, text);
        }
        let lines = text.lines().map(|line| {
            // An example has no blank behind its sign.
            let (rest, note) = line.split_once("# ").unwrap_or((line, ""));
            notes.extend(Some(note.to_owned()).filter(|note| !note.is_empty()));
            format!("{rest}\n")
        });
        let text = lines.collect();
        (path, text)
    });
    let files = files.collect();
    (archive, files, notes)
}

#[test]
fn a_new_archive_has_its_notes_in_the_language_of_the_run_and_is_the_same_else() {
    let ((_, english, in_english), (archive, japanese, in_japanese)) = (begun("en"), begun("ja"));
    assert_eq!(japanese, english);
    let has_kana_or_kanji = |note: &&String| note.contains(|c| matches!(c, 'ぁ'..='ヿ' | '一'..='鿿'));
    assert!(
        in_english.len() > 30 && !in_english.iter().any(|note| has_kana_or_kanji(&note)),
        "{in_english:?}"
    );
    assert!(in_japanese.iter().all(|note| has_kana_or_kanji(&note)), "{in_japanese:?}");
    for notes in [in_english, in_japanese] {
        assert!(notes.iter().all(|note| !note.contains('@')), "{notes:?}");
    }
    assert_eq!(said(&archive, &["check", "--strict"]).ok().stdout, "エラー 0 件、警告 0 件\n");
}

#[test]
fn what_new_says() {
    let archive = Archive::empty();
    archive.run(&["init", "--quiet"]).ok();
    let made = said(&archive, &["new", "meeting", "2026-03-02-city"]).ok().stdout;
    let expected = format!(
        "content/meetings/2026-03-02-city.en.md を作った\n\
         content/meetings/2026-03-02-city.ja.md を作った\n\
         値を書いた後に次を実行する: taiwa check --root {}\n",
        archive.root().display()
    );
    assert_eq!(made, expected);
    let rule = "識別子は、半角の英小文字と数字を、一つずつのハイフンでつなぐ";
    let meant = format!("`2026_03 City` は識別子として使えない。{rule}。`2026-03-city` の誤りでは？");
    assert_refused(
        &archive,
        &["new", "meeting"],
        &[
            (
                &["2026-03-02-city"],
                2,
                "この会合は既に content/meetings/2026-03-02-city.en.md にある。別の識別子にする",
            ),
            (&["2026_03 City"], 2, &meant),
            (&["東京"], 2, &format!("`東京` は識別子として使えない。{rule}")),
            (&["x", "--dialogue", "watr"], 2, "`watr` という対話はない。`water` の誤りでは？"),
            (
                &["x", "--dialogue", "trade"],
                2,
                "`trade` という対話はない。content/dialogues.yaml にある対話: `water`",
            ),
            (
                &["x", "--date", "2026-13"],
                2,
                "--date 2026-13 は日付ではない。13 という月はない。10月は `2026-10`、10月1日は `2026-10-01` と書く",
            ),
        ],
    );
    let several = archive.append(
        "content/dialogues.yaml",
        "ports:\n  title: {en: Ports, ja: 港}\n  parties: [country-b, country-a]\n",
    );
    let reason = "対話が複数ある。--dialogue でいずれかを指定する: `water`、`ports`";
    assert_refused(&several, &["new", "meeting"], &[(&["x"], 2, reason)]);
    let none = several.file("content/dialogues.yaml", "");
    let reason = "content/dialogues.yaml に、会合の属する対話がない。対話を書く";
    assert_refused(&none, &["new", "meeting"], &[(&["x"], 1, reason)]);
}

#[test]
fn what_a_shell_shows_of_the_commands() {
    let script = run(&["completions", "fish", "--language", "ja"]).ok().stdout;
    let line = "-a \"check\" -d '内容の問題を全て示す。ファイルは書かない'\n";
    assert!(script.contains(line), "{script}");
    let english = run(&["completions", "fish"]).ok().stdout;
    assert!(!english.contains('。'), "{english}");
    assert_eq!(english.lines().count(), script.lines().count());
}
