//! texts/LANG/N.json: the texts of the records in one language, for titles and excerpts.

use super::entries::Entry;
use crate::lang::Lang;

/// From how many bytes on a part is full: about a meeting with its commitments. A page of results asks for eight.
const PART: usize = 4 * 1024;

/// The parts of a language as far as they are made. Of each record: its address below the language, its title, its text,
/// its date and the title of its meeting, as far as it has them; nothing where it has no text in the language.
pub(super) struct Texts {
    lang: Lang,
    /// Each with its first record.
    parts: Vec<(usize, Vec<u8>)>,
    /// The part that is not full yet.
    open: Vec<u8>,
    /// The first record of that part, and the next.
    first: usize,
    next: usize,
}

impl Texts {
    pub(super) fn new(lang: Lang) -> Self {
        Self { lang, parts: Vec::new(), open: Vec::new(), first: 0, next: 0 }
    }

    pub(super) fn add(&mut self, entry: &Entry) {
        self.open.push(if self.open.is_empty() { b'[' } else { b',' });
        let record = entry.versions[self.lang.index()]
            .as_ref()
            .map(|version| (&version.path, &version.title, &version.text, &version.date, &version.meeting));
        // Text always has a form in JSON, and writing to memory cannot fail.
        let _ = serde_json::to_writer(&mut self.open, &record);
        self.next += 1;
        if self.open.len() >= PART {
            self.close();
        }
    }

    fn close(&mut self) {
        self.open.push(b']');
        let mut part = std::mem::take(&mut self.open);
        part.shrink_to_fit();
        self.parts.push((self.first, part));
        self.first = self.next;
    }

    /// All parts.
    pub(super) fn finish(mut self) -> Vec<(usize, Vec<u8>)> {
        if !self.open.is_empty() {
            self.close();
        }
        self.parts
    }
}
