//! texts/LANG/N.json: the texts of the records in one language, for titles and excerpts.

use super::{entries::IndexedRecord, index::Index};
use crate::lang::Lang;

/// From how many bytes on a part is full: about a meeting with its commitments. A page of results asks for eight.
const PART: usize = 4 * 1024;

/// The texts of a language as far as they are made. Of each record: its address below the language, its title, its text,
/// its date and the title of its meeting, as far as it has them; nothing where it has no text in the language.
pub(super) struct IndexedTexts {
    lang: Lang,
    /// How many records there are.
    records: usize,
    /// The first record of each part.
    firsts: Vec<usize>,
    /// The part that is not full yet.
    open: Vec<u8>,
}

impl IndexedTexts {
    pub(super) fn new(lang: Lang) -> Self {
        Self { lang, records: 0, firsts: Vec::new(), open: Vec::new() }
    }

    pub(super) fn add(&mut self, entry: &IndexedRecord, index: &mut Index<'_>) {
        if self.open.is_empty() {
            self.firsts.push(self.records);
            self.open.push(b'[');
        } else {
            self.open.push(b',');
        }
        let record = entry.versions[self.lang]
            .as_ref()
            .map(|version| (&version.path, &version.title, &version.text, &version.date, &version.meeting));
        // Text always has a form in JSON, and writing to memory cannot fail.
        let _ = serde_json::to_writer(&mut self.open, &record);
        self.records += 1;
        if self.open.len() >= PART {
            self.close(index);
        }
    }

    fn close(&mut self, index: &mut Index<'_>) {
        let mut part = std::mem::take(&mut self.open);
        part.push(b']');
        index.give(&format!("texts/{}/{}.json", self.lang.code(), self.firsts.len() - 1), part);
    }

    /// Gives the last part. Returns the first record of each.
    pub(super) fn finish(mut self, index: &mut Index<'_>) -> Vec<usize> {
        if !self.open.is_empty() {
            self.close(index);
        }
        self.firsts
    }
}
