//! A sheet in the hands of those who fill it in.

use crate::support::{Archive, Built, write};
use rust_xlsxwriter::{Workbook, Worksheet};
use std::path::PathBuf;

/// The headers, in order.
pub(super) const HEADERS: [&str; 10] =
    ["id", "meeting", "track", "text_en", "text_ja", "status", "date", "by", "source", "note"];

/// A sheet as it was exported, and as it is filled in.
#[derive(Clone)]
pub(super) struct Sheet {
    /// The headers and then the rows.
    pub(super) rows: Vec<Vec<String>>,
}

impl Sheet {
    /// The sheet that the program exports of an archive, drafts included.
    pub(super) fn of(archive: &Archive) -> Self {
        let file = path(archive, "sheet.csv");
        archive.run(&["sheet", "export", &file, "--force", "--drafts"]).published();
        Self::from_csv(&std::fs::read(file).unwrap())
    }

    pub(super) fn from_csv(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
        let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
        Self { rows: rows.collect() }
    }

    /// The same with a cell that says something else. Rows are counted from 1, the headers.
    pub(super) fn cell(mut self, row: usize, header: &str, text: &str) -> Self {
        let at = self.rows[0].iter().position(|known| known == header).unwrap();
        text.clone_into(&mut self.rows[row - 1][at]);
        self
    }

    /// The same with a row that is filled in, but for a remark.
    pub(super) fn filled(self, row: usize, status: &str, date: &str, by: &str, source: &str) -> Self {
        self.cell(row, "status", status)
            .cell(row, "date", date)
            .cell(row, "by", by)
            .cell(row, "source", source)
    }

    pub(super) fn csv(&self) -> Vec<u8> {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer("\u{feff}".as_bytes().to_vec());
        self.rows.iter().for_each(|row| writer.write_record(row).unwrap());
        writer.into_inner().unwrap()
    }

    pub(super) fn xlsx(&self) -> Vec<u8> {
        self.xlsx_with(|_| {})
    }

    /// A workbook whose only sheet was changed after it was filled in.
    pub(super) fn xlsx_with(&self, change: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, cells) in (0..).zip(&self.rows) {
            for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
                sheet.write_string(row, column, text).unwrap();
            }
        }
        change(sheet);
        workbook.save_to_buffer().unwrap()
    }

    /// Imports it as CSV.
    pub(super) fn import(&self, archive: &Archive, arguments: &[&str]) -> Built {
        import(archive, "filled.csv", &self.csv(), arguments)
    }
}

/// The path of a file beside the archive's folders.
pub(super) fn path(archive: &Archive, name: &str) -> String {
    archive.root().join(name).to_str().unwrap().to_owned()
}

/// Imports these bytes under a name.
pub(super) fn import(archive: &Archive, name: &str, bytes: &[u8], arguments: &[&str]) -> Built {
    let file: PathBuf = archive.root().join(name);
    write(&file, bytes);
    archive.run(&[&["sheet", "import", file.to_str().unwrap()], arguments].concat())
}

/// An archive with two meetings of one commitment each, and a document.
pub(super) fn archive() -> Archive {
    let documents = "\ndocuments: [{id: minutes, title: Minutes, kind: minutes, url: 'https://a.example/m'}]";
    let archive = Archive::new().promise("a", "2010-11-01", "").promise("b", "2011-11-01", "");
    archive.edit("content/meetings/b.en.md", "Promise of b", &format!("Promise of b{documents}"))
}

/// What is said of each problem, as `place: message (help)`.
pub(super) fn said(built: &Built) -> Vec<String> {
    let said = built.problems().into_iter().map(|problem| {
        let text = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
        let place = format!("{}:{}", problem["line"], problem["column"]);
        format!("{place} {}: {} ({})", text("code"), text("message"), text("help"))
    });
    said.collect()
}
