//! `taiwa sheet import`: what comes into the notes, and that every other byte stays.

use super::sheet::{Sheet, archive, import, path};
use crate::support::{Archive, assert_reported, files, read};

const A: &str = "content/meetings/a.en.md";
const A_JA: &str = "content/meetings/a.ja.md";

fn text(archive: &Archive, path: &str) -> String {
    read(archive.root().join(path))
}

/// The sheet with the row of the first meeting filled in.
fn filled(archive: &Archive) -> Sheet {
    Sheet::of(archive).filled(2, "fulfilled", "2012-01-31", "us", "minutes")
}

const ITEM: &str = "    assessments:\n      - status: fulfilled\n        date: 2012-01-31\n        by: us\n        source: minutes\n";

#[test]
fn a_row_becomes_an_assessment() {
    let archive = archive();
    let before = text(&archive, A);
    let done = filled(&archive).import(&archive, &[]).ok();
    assert_eq!(
        done.stdout,
        "content/meetings/a.en.md:11: a/promise: status: fulfilled, date: 2012-01-31, by: us, source: minutes \
         (line 2, column 6)\n\
         1 assessment added to 1 file; 0 rows there already, 1 row not filled in\n"
    );
    assert_eq!(text(&archive, A), before.replace("Promise of a\n", &format!("Promise of a\n{ITEM}")));
    assert_reported(&archive, &[]);
}

#[test]
fn a_second_import_changes_nothing_and_a_dry_run_neither() {
    let archive = archive();
    let sheet = filled(&archive);
    let content = || files(&archive.root().join("content"));
    let before = content();
    let dry = sheet.import(&archive, &["--dry-run"]).ok();
    assert_eq!(content(), before);
    let done = sheet.import(&archive, &[]).ok();
    assert_eq!(dry.stdout.replace("nothing was written, for --dry-run: ", ""), done.stdout);
    let after = content();
    assert_ne!(after, before);
    let again = import(&archive, "again.xlsx", &sheet.xlsx(), &[]).ok();
    assert_eq!(again.stdout, "0 assessments added to 0 files; 1 row there already, 1 row not filled in\n");
    assert_eq!(content(), after);
}

/// Front matter of a meeting as people write it, and the same with the assessment.
#[track_caller]
fn assert_added(before: &str, after: &str) {
    let archive = archive().file(A, before);
    filled(&archive).import(&archive, &[]).ok();
    assert_eq!(text(&archive, A), after);
    assert_reported(&archive, &[]);
}

#[test]
fn every_other_byte_stays() {
    const FLOW: &str = "{status: fulfilled, date: 2012-01-31, by: us, source: minutes}";
    let head = "---\ntitle: Meeting a # the first\ndate: '2010-11-01'\ndelegations: {us: {}, jp: {}}\ncommitments:\n";
    let facts = "kind: undertaking, track: cloud, delegations: [us, jp]";
    let note = |commitment: &str| format!("{head}{commitment}\n# end\n---\n \n");
    assert_added(
        &note(&format!("- {{id: promise, {facts}, text: \"A\"}} # c")),
        &note(&format!("- {{id: promise, {facts}, text: \"A\", assessments: [{FLOW}]}} # c")),
    );
    assert_added(
        &note(&format!("- {{id: promise, {facts}, text: A, assessments: []}}")),
        &note(&format!("- {{id: promise, {facts}, text: A, assessments: [{FLOW}]}}")),
    );
    let block = "- id: promise\n  # on the kind\n  kind: undertaking\n  track: cloud\n  delegations:\n  - us\n  - jp\n  text: |\n    A\n\n    b\n";
    let item = |indentation: &str| ITEM.replace("\n  ", &format!("\n{indentation}"));
    assert_added(&note(block), &note(&block.replace("    b\n", &format!("    b\n{}", &item("")[2..]))));
    let judged = format!(
        "{block}  assessments:\n  - status: in-progress # then\n    date: 2011-05-01\n    by: archive\n    source: >- # of b\n\n      minutes\n  # end of the list"
    );
    assert_added(
        &note(&judged),
        &note(&judged.replace(
            "\n      minutes\n",
            "\n      minutes\n  - status: fulfilled\n    date: 2012-01-31\n    by: us\n    source: minutes\n",
        )),
    );
    let crlf = |text: String| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_added(
        &crlf(note(block)),
        &crlf(note(&block.replace("    b\n", &format!("    b\n{}", &item("")[2..])))),
    );
}

#[test]
fn a_remark_goes_to_the_file_of_its_language() {
    let archive = archive();
    let ja = text(&archive, A_JA);
    let sheet = filled(&archive).cell(2, "note", "Done, in part: see page 3.\n3頁に記載がある。");
    sheet.import(&archive, &[]).ok();
    let en = text(&archive, A);
    assert!(en.contains(&format!("{ITEM}        note: 'Done, in part: see page 3.'\n")), "{en}");
    assert_eq!(
        text(&archive, A_JA),
        ja.replace("aの約束}", "aの約束, assessments: [{note: 3頁に記載がある。}]}")
    );
    assert_reported(&archive, &[]);
    // One more with a remark in Japanese alone, behind one without.
    let more = Sheet::of(&archive).filled(2, "fulfilled", "2013-01-31", "jp", "minutes");
    more.import(&archive, &[]).ok();
    let more =
        Sheet::of(&archive).filled(2, "fulfilled", "2014-01-31", "jp", "minutes").cell(2, "note", "完了");
    let done = more.import(&archive, &[]).published();
    assert!(done.stderr.contains("missing-translation"), "{}", done.stderr);
    assert!(text(&archive, A_JA).contains("[{note: 3頁に記載がある。}, {}, {note: 完了}]"));
    assert_reported(&archive, &["meetings/a.en.md:21:9 missing-translation"]);
}

#[test]
fn a_remark_in_the_other_language_needs_the_commitment_there() {
    let archive = archive().edit(A_JA, "commitments: [{id: promise, text: aの約束}]", "summary: 要約");
    let sheet = filled(&archive).cell(2, "note", "完了");
    let refused = sheet.import(&archive, &["--format", "json"]);
    assert_eq!(refused.status, 1);
    assert_eq!(
        super::sheet::said(&refused),
        [
            "2:10 invalid-value: the note is in `ja`, and the ja.md file does not have the commitment (write the note in \
          `en`, or add the commitment to the other file first)"
        ]
    );
    assert!(!text(&archive, A).contains("assessments"));
}

#[test]
fn facts_in_the_japanese_file_are_added_to_there() {
    let [en, ja] = ["en", "ja"].map(|lang| format!("content/meetings/a.{lang}.md"));
    let facts = "title: 会合a\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}\ncommitments:\n  - id: promise\n    kind: undertaking\n    track: cloud\n    delegations: [us]\n    text: aの約束";
    let archive = archive()
        .file(&en, "---\ntitle: Meeting a\ncommitments: [{id: promise, text: Promise of a}]\n---\n")
        .file(&ja, format!("---\n{facts}\n---\n"));
    filled(&archive).import(&archive, &[]).ok();
    assert_eq!(text(&archive, &ja), format!("---\n{facts}\n{ITEM}---\n"));
}

#[test]
fn translations_stay_current() {
    let archive = archive().edit(
        A_JA,
        "title: 会合a",
        "title: 会合a\nversion: {status: archive-translation, from: en}",
    );
    archive.run(&["stamp", A_JA]).ok();
    let sheet = filled(&archive).cell(2, "note", "Done.\n実施した。");
    sheet.import(&archive, &[]).ok();
    assert_reported(&archive, &[]);
}

#[test]
fn rows_may_be_sorted_left_out_empty_or_further_down() {
    let archive = archive();
    let mut sheet = filled(&archive).filled(3, "in-progress", "2012-02-29", "archive", "minutes");
    sheet.rows.swap(1, 2);
    sheet.rows.insert(2, Vec::new());
    sheet.rows.push(vec![String::new(), "Seen by the ministry".into()]);
    for row in sheet.rows.iter_mut().filter(|row| !row.is_empty()) {
        row.insert(0, "7".into());
        row.resize(11, String::new());
        row.swap(2, 4);
    }
    sheet.rows[0][0] = "number".into();
    sheet.rows.insert(0, vec!["What became of it".into()]);
    let done = import(&archive, "s.xlsx", &sheet.xlsx(), &[]).ok();
    let lines: Vec<_> = done.stdout.lines().collect();
    assert_eq!(lines[0], "Sheet1!A2: the column `number` is none of this sheet and is passed over");
    assert!(lines[1].starts_with("content/meetings/a.en.md:11: a/promise: status: fulfilled"), "{lines:?}");
    assert!(lines[1].ends_with("(Sheet1!G5)"), "{lines:?}");
    assert!(lines[2].starts_with("content/meetings/b.en.md:11: b/promise: status: in-progress"), "{lines:?}");
    assert_eq!(lines[3], "2 assessments added to 2 files; 0 rows there already, 0 rows not filled in");
    assert_reported(&archive, &[]);
}

#[test]
fn a_draft_is_assessed_in_its_note() {
    let archive = archive().edit(A, "date: 2010", "release: draft\ndate: 2010");
    let done = filled(&archive).import(&archive, &[]).ok();
    assert!(done.stdout.contains("1 assessment added"), "{}", done.stdout);
}

#[test]
fn two_assessments_of_one_note_are_added_in_the_order_of_the_sheet() {
    let archive = archive();
    let mut sheet = filled(&archive).cell(2, "status", "in-progress").cell(2, "date", "2011-01-31");
    let mut second = sheet.rows[1].clone();
    second[5] = "fulfilled".into();
    second[6] = "2012-01-31".into();
    sheet.rows.push(second.clone());
    sheet.rows.push(second);
    let done = sheet.import(&archive, &[]).ok();
    assert!(
        done.stdout.ends_with("2 assessments added to 1 file; 1 row there already, 1 row not filled in\n")
    );
    let item = ITEM.strip_prefix("    assessments:\n").unwrap();
    let first = item.replace("fulfilled", "in-progress").replace("2012", "2011");
    assert!(text(&archive, A).contains(&format!("    assessments:\n{first}{item}")), "{}", text(&archive, A));
}

#[test]
fn a_remark_that_differs_from_the_archives_is_told_and_left() {
    let archive = archive();
    filled(&archive).import(&archive, &[]).ok();
    let done = filled(&archive).cell(2, "note", "Another.").import(&archive, &[]).ok();
    let line =
        "line 2, column 10: the assessment is there already, with another note, which stays as it is\n";
    assert!(done.stdout.starts_with(line), "{}", done.stdout);
}

#[test]
fn what_the_archive_would_be_warned_of_is_said_and_refused_with_strict() {
    let archive = archive();
    let sheet = filled(&archive).cell(2, "note", "Done.");
    let before = files(&archive.root().join("content"));
    let refused = sheet.import(&archive, &["--strict", "--format", "json"]);
    assert_eq!(refused.status, 1);
    assert_eq!(refused.reported(), ["meetings/a.ja.md:1:1 missing-translation"]);
    assert_eq!(refused.stderr, "nothing was added\n");
    assert_eq!(files(&archive.root().join("content")), before);
    let done = sheet.import(&archive, &[]).published();
    assert!(done.stderr.contains("missing-translation"), "{}", done.stderr);
}

#[test]
fn what_would_be_an_error_is_refused_with_its_place_in_the_note() {
    let archive = archive().append("content/delegations.yaml", "fr: {name: {en: France, ja: フランス}}\n");
    let before = files(&archive.root().join("content"));
    let refused = filled(&archive).cell(2, "by", "fr").import(&archive, &["--format", "json"]);
    assert_eq!(
        (refused.status, refused.reported()),
        (1, vec!["meetings/a.en.md:14:13 invalid-value".to_owned()])
    );
    assert_eq!(files(&archive.root().join("content")), before);
}

#[test]
fn an_archive_with_errors_takes_no_sheet() {
    let archive = archive();
    let sheet = filled(&archive);
    let archive = archive.edit(A, "track: cloud", "track: clowd");
    let refused = sheet.import(&archive, &[]);
    assert_eq!((refused.status, refused.stdout.as_str()), (1, "nothing was added\n"));
    assert!(refused.stderr.contains("unknown-track"), "{}", refused.stderr);
}

#[test]
fn anchors_are_extended_and_what_repeats_them_is_left_to_a_person() {
    const FLOW: &str = "{status: fulfilled, date: 2012-01-31, by: us, source: minutes}";
    let facts = "kind: undertaking, track: cloud, delegations: [us, jp], text: A";
    let head = "title: A\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}";
    let old = "{status: in-progress, date: 2011-01-31, by: us, source: minutes}";
    let list = |list: &str| format!("---\n{head}\ncommitments: [{list}]\n---\n");
    let archive = archive().file(A, list(&format!("&x {{id: promise, {facts}, assessments: &y []}}")));
    filled(&archive).import(&archive, &[]).ok();
    assert_eq!(text(&archive, A), list(&format!("&x {{id: promise, {facts}, assessments: &y [{FLOW}]}}")));
    let repeated = list(&format!(
        "{{id: other, {facts}, assessments: &y [{old}]}}, {{id: promise, {facts}, assessments: *y}}"
    ));
    let archive =
        archive.file(A, &repeated).edit(A_JA, "[{id: promise", "[{id: other, text: 甲}, {id: promise");
    let sheet = Sheet::of(&archive).filled(3, "fulfilled", "2012-01-31", "us", "minutes");
    let refused = sheet.import(&archive, &["--format", "json"]);
    assert_eq!(refused.status, 1);
    assert_eq!(
        super::sheet::said(&refused),
        [
            "5:6 invalid-value: the assessment of `a/promise` cannot be added: it is written in a way that cannot be \
          extended (add it to the note by hand, and empty the row)"
        ]
    );
    assert_eq!(text(&archive, A), repeated);
}

#[test]
fn the_file_is_a_plain_one() {
    let archive = archive();
    for (name, message) in [
        ("no.csv", "cannot be read"),
        ("content", "it ends in .xlsx or .csv"),
        ("x.ods", "it ends in .xlsx or .csv"),
    ] {
        let refused = archive.run(&["sheet", "import", &path(&archive, name)]);
        assert_eq!(refused.status, 2, "{name}");
        assert!(refused.stderr.contains(message), "{}", refused.stderr);
    }
    std::fs::create_dir(archive.root().join("folder.csv")).unwrap();
    assert_eq!(archive.run(&["sheet", "import", &path(&archive, "folder.csv")]).status, 2);
}
