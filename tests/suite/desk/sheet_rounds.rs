//! Sheets of random archives go out and come back: untouched, they change no byte; filled in, they add assessments and nothing
//! else.

use super::sheet::Sheet;
use crate::support::{Archive, files, workspace};
use proptest::{prelude::*, sample::Index};
use serde_yaml::Value;
use std::collections::BTreeMap;
use taiwa::{
    desk::sheet::SheetFormat,
    pipeline::{self, SheetImport, SheetInput},
};

/// How a commitment is written.
#[derive(Clone, Debug)]
struct Written {
    kind: &'static str,
    text: String,
    /// In braces, in lines, or in lines that stand further in.
    style: u8,
    /// Assessments that are there already: none, an empty list, or one in braces or in lines.
    judged: u8,
}

fn written() -> impl Strategy<Value = Written> {
    let kinds =
        vec!["undertaking", "continuation", "shared-view", "welcome", "recommendation", "next-meeting"];
    let texts = prop_oneof!["[a-z=+@ -]{1,20}[a-z]", "[あ-ん、漢字カガ']{1,9}", Just("=1+1".to_owned())];
    (prop::sample::select(kinds), texts, 0..3_u8, 0..4_u8).prop_map(|(kind, text, style, judged)| Written {
        kind,
        text,
        style,
        judged,
    })
}

impl Written {
    fn yaml(&self, id: usize) -> String {
        let quoted = self.text.replace('\'', "''");
        let judged = match self.judged {
            0 => "",
            1 => "[]",
            _ => "[{status: in-progress, date: 2012-01-01, by: archive, source: minutes}]",
        };
        let pairs = [
            format!("id: c{id}"),
            format!("kind: {}", self.kind),
            "track: cloud".to_owned(),
            "delegations: [us, jp]".to_owned(),
            format!("text: '{quoted}'"),
        ];
        let is_able = !["shared-view", "welcome"].contains(&self.kind);
        let mut pairs = pairs.to_vec();
        let lines = "assessments:\n      - status: in-progress # so far\n        date: 2012-01-01\n        by: archive\n        source: minutes";
        match (self.judged, is_able) {
            (0, _) | (_, false) => {}
            (3, _) if self.style > 0 => pairs.push(lines.to_owned()),
            _ => pairs.push(format!("assessments: {judged}")),
        }
        match self.style {
            0 => format!("  - {{{}}} # c{id}\n", pairs.join(", ")),
            1 => format!("  - {}\n", pairs.join("\n    ")),
            _ => format!(
                "  # on c{id}\n  - {}\n\n",
                pairs.join(" # ?\n    ").replace("assessments: # ?", "assessments:")
            ),
        }
    }
}

fn archive(meetings: &[Vec<Written>], is_crlf: bool) -> Archive {
    let mut archive = Archive::new();
    for (meeting, commitments) in meetings.iter().enumerate() {
        let all: String = commitments.iter().enumerate().map(|(id, it)| it.yaml(id)).collect();
        let documents = if meeting == 0 { "documents: [{id: minutes, title: Minutes}]\n" } else { "" };
        let front = format!("date: 201{meeting}-11-01\n{documents}commitments:\n{all}release: published");
        archive = archive.meeting(&format!("m{meeting}"), &front);
        if is_crlf {
            let path = format!("content/meetings/m{meeting}.en.md");
            let text = crate::support::read(archive.root().join(&path));
            archive = archive.file(&path, format!("\u{feff}{}", text.replace('\n', "\r\n")));
        }
    }
    archive
}

fn import(archive: &Archive, bytes: &[u8], format: SheetFormat) -> SheetImport {
    let options = workspace::options(archive.root());
    let imported = pipeline::import_sheet(&options, SheetInput { format, bytes }, false);
    imported.unwrap_or_else(|_| panic!("the sheet was refused"))
}

fn content(archive: &Archive) -> BTreeMap<String, Vec<u8>> {
    files(&archive.root().join("content"))
}

/// The front matter of a note without assessments, and how many assessments there are.
fn without_assessments(note: &[u8]) -> (Value, usize) {
    let text = String::from_utf8(note.to_vec()).unwrap().replace("\r\n", "\n");
    let front = text.trim_start_matches('\u{feff}').strip_prefix("---\n").unwrap();
    let mut front: Value = serde_yaml::from_str(&front[..front.find("\n---").unwrap()]).unwrap();
    let mut count = 0;
    let commitments = front.get_mut("commitments").and_then(Value::as_sequence_mut);
    for commitment in commitments.into_iter().flatten() {
        let list = commitment.as_mapping_mut().unwrap().remove("assessments");
        count += list.and_then(|list| list.as_sequence().map(Vec::len)).unwrap_or_default();
    }
    (front, count)
}

/// Asserts that a note is an earlier one with lines, or parts of lines, come in between.
fn assert_only_added(before: &[u8], after: &[u8]) {
    let mut rest = after.iter();
    assert!(before.iter().all(|byte| rest.any(|other| other == byte)), "bytes were taken away");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn sheets_go_out_and_come_back(
        meetings in prop::collection::vec(prop::collection::vec(written(), 1..6), 1..4),
        is_crlf in any::<bool>(),
        is_xlsx in any::<bool>(),
        filled in prop::collection::vec((any::<Index>(), 0..5_usize, 0..3_usize, "[a-z:#' あ]{0,12}"), 0..6),
    ) {
        let archive = archive(&meetings, is_crlf);
        let before = content(&archive);
        let options = workspace::options(archive.root());
        for format in [SheetFormat::Xlsx, SheetFormat::Csv] {
            let (bytes, rows) = pipeline::export_sheet(&options, format).unwrap_or_else(|_| panic!("no sheet"));
            prop_assert_eq!(import(&archive, &bytes, format).empty, rows);
            prop_assert_eq!(&content(&archive), &before);
        }
        let (bytes, rows) = pipeline::export_sheet(&options, SheetFormat::Csv).unwrap_or_else(|_| panic!("no sheet"));
        let mut sheet = Sheet::from_csv(&bytes);
        for (at, status, by, note) in filled.iter().filter(|_| rows > 0) {
            let row = at.index(rows) + 2;
            let status = ["not-started", "in-progress", "partly-fulfilled", "fulfilled", "discontinued"][*status];
            let by = ["us", "jp", "archive"][*by];
            sheet = sheet.filled(row, status, "令和2年1月31日", by, "minutes").cell(row, "note", note);
        }
        let count = sheet.rows.iter().skip(1).filter(|row| !row[5].is_empty()).count();
        let (bytes, format) = if is_xlsx { (sheet.xlsx(), SheetFormat::Xlsx) } else { (sheet.csv(), SheetFormat::Csv) };
        // A remark in Japanese has no place where the Japanese file does not have the commitment.
        prop_assume!(sheet.rows.iter().skip(1).all(|row| row[9].is_ascii()));
        let done = import(&archive, &bytes, format);
        prop_assert_eq!(done.added, count);
        let after = content(&archive);
        let mut added = 0;
        for (path, text) in &before {
            if path.starts_with("meetings/") {
                let (expected, there) = without_assessments(text);
                let (found, now) = without_assessments(&after[path]);
                prop_assert_eq!(found, expected);
                added += now - there;
                assert_only_added(text, &after[path]);
            } else {
                prop_assert_eq!(text, &after[path]);
            }
        }
        prop_assert_eq!(added, count);
        prop_assert_eq!(import(&archive, &bytes, format).known, count);
        prop_assert_eq!(content(&archive), after);
    }
}
