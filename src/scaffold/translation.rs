//! The beginning of a record's file in the other language: a place for each text that the first file has.

use std::fmt::Write;

use crate::source::{Front, NoteDraft};

/// The path from the root and the text of the file in the other language, made from a note and its path.
#[must_use]
pub fn translation_file(note: &NoteDraft, path: &str) -> Option<(String, String)> {
    let (own, other) = (note.lang.code(), note.lang.other().code());
    let stem = path.strip_suffix(&format!(".{own}.md"))?;
    let mut front = String::from("title:\n");
    if let Front::Meeting(meeting) = &note.front {
        let texts = [("summary", &meeting.summary), ("place", &meeting.place)];
        for (key, _) in texts.into_iter().filter(|(_, text)| text.is_some()) {
            front.push_str(key);
            front.push_str(":\n");
        }
        let commitments = meeting.commitments.iter().flatten().flatten();
        list(&mut front, "commitments", "text", commitments.filter_map(|it| it.id.as_deref()));
        let documents = meeting.documents.iter().flatten().flatten();
        list(&mut front, "documents", "title", documents.filter_map(|it| it.id.as_deref()));
    }
    // Which of two texts is the translation is for a person to say, where the first file is one itself.
    if !note.is_translation() {
        // Writing to a text does not fail.
        let _ = writeln!(front, "version: {{status: archive-translation, from: {own}}}");
    }
    Some((format!("{stem}.{other}.md"), format!("---\n{front}---\n")))
}

fn list<'i>(front: &mut String, key: &str, text: &str, ids: impl Iterator<Item = &'i str>) {
    for (index, id) in ids.enumerate() {
        if index == 0 {
            front.push_str(key);
            front.push_str(":\n");
        }
        let _ = writeln!(front, "  - id: {id}\n    {text}:");
    }
}
