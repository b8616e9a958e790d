//! texts/LANG/N.json: the texts of the records in one language, for titles and excerpts.

use super::entries::Entry;
use crate::lang::Lang;

/// From how many bytes on a part is full: about a meeting with its commitments. A page of results asks for eight.
const PART: usize = 4 * 1024;

/// The parts of a language, each with its first record. Of each record: its address below the language, its title, its
/// text, its date and the title of its meeting, as far as it has them; nothing where it has no text in the language.
pub(super) fn parts(entries: &[Entry], lang: Lang) -> Vec<(usize, Vec<u8>)> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut part = Vec::new();
    for (n, entry) in entries.iter().enumerate() {
        part.push(if part.is_empty() { b'[' } else { b',' });
        let record = entry.versions[lang.index()]
            .as_ref()
            .map(|version| (&version.path, &version.title, &version.text, &version.date, &version.meeting));
        // Text always has a form in JSON, and writing to memory cannot fail.
        let _ = serde_json::to_writer(&mut part, &record);
        if part.len() >= PART || n + 1 == entries.len() {
            part.push(b']');
            parts.push((start, std::mem::take(&mut part)));
            start = n + 1;
        }
    }
    parts
}
