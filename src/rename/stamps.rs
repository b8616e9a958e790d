//! Translations stay as current as they were: what a text was when it was translated is told by what names the record too.

use std::collections::BTreeMap;

use super::{kind::RenameKind, renaming::Renaming};
use crate::{
    lang::Lang,
    model::{Fingerprint, Part},
    source::{NoteKind, Stamps},
};

/// A note by its kind, its id before and its language.
pub(super) type NoteKey = (NoteKind, String, Lang);

/// A text from which another is translated, before and after.
pub(super) struct ChangedText {
    pub(super) before: Fingerprint,
    pub(super) after: Fingerprint,
    /// Whether the translation was made from the text as it was before.
    pub(super) was_current: bool,
}

/// The record of stamps as it is to be. The texts are given by their translations.
pub(super) fn renamed(
    stamps: &Stamps,
    renaming: &Renaming,
    texts: &BTreeMap<NoteKey, ChangedText>,
) -> Stamps {
    let mut new = Stamps::default();
    for (name, recorded) in stamps.iter() {
        let is_own = renaming.meeting.as_deref() == Some(name.1.as_str()) && name.0 == NoteKind::Meeting;
        let parts = recorded.parts.iter().map(|(part, hash)| {
            let text = texts.get(name);
            let part_after = if is_own { part_of(part, renaming) } else { part.clone() };
            let hash = text.and_then(|text| unchanged(text, part, hash, &part_after)).unwrap_or(hash);
            (part_after, hash.clone())
        });
        let recorded = Fingerprint { whole: recorded.whole.clone(), parts: parts.collect() };
        new.insert(renamed_note(name, renaming), recorded);
    }
    for (name, text) in texts.iter().filter(|(_, text)| text.was_current) {
        new.insert(renamed_note(name, renaming), text.after.clone());
    }
    new
}

/// The hash that a part has now, if it had the recorded one before.
fn unchanged<'t>(text: &'t ChangedText, part: &Part, recorded: &str, after: &Part) -> Option<&'t String> {
    let is_same = text.before.parts.iter().any(|(known, hash)| known == part && hash == recorded);
    let now = text.after.parts.iter().find(|(known, _)| known == after).map(|(_, hash)| hash);
    now.filter(|_| is_same)
}

fn part_of(part: &Part, renaming: &Renaming) -> Part {
    match part {
        Part::Commitment(id) if *id == renaming.old => Part::Commitment(renaming.new.clone()),
        part => part.clone(),
    }
}

/// What a note is called after it.
pub(super) fn renamed_note(name: &NoteKey, renaming: &Renaming) -> NoteKey {
    let (kind, id, lang) = name;
    let is_old = renaming.kind == RenameKind::Meeting && *kind == NoteKind::Meeting && *id == renaming.old;
    (*kind, if is_old { renaming.new.clone() } else { id.clone() }, *lang)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    fn print(whole: &str, parts: &[(&str, &str)]) -> Fingerprint {
        let part = |id: &&str| Part::Commitment((*id).to_owned());
        let parts = parts.iter().map(|(id, hash)| (part(id), (*hash).to_owned())).collect();
        Fingerprint { whole: whole.into(), parts }
    }

    fn key(id: &str) -> NoteKey {
        (NoteKind::Meeting, id.into(), Lang::Ja)
    }

    #[test]
    fn what_was_current_is_and_what_had_changed_has() {
        let renaming = Renaming::new(RenameKind::Commitment, "a/x", "z").unwrap();
        let mut stamps = Stamps::default();
        stamps.insert(key("a"), print("0", &[("x", "x0"), ("y", "y0")]));
        stamps.insert(key("b"), print("5", &[("x", "x5")]));
        let before = print("1", &[("x", "x0"), ("y", "y1")]);
        let after = print("2", &[("y", "y1"), ("z", "z0")]);
        let text = |was_current| {
            let (before, after) = (before.clone(), after.clone());
            [(key("a"), ChangedText { before, after, was_current })].into()
        };
        let outdated = renamed(&stamps, &renaming, &text(false));
        let parts = outdated.parts(&key("a"), "0").unwrap();
        assert_eq!(parts, print("", &[("z", "z0"), ("y", "y0")]).parts);
        assert_eq!(after.changed_since(parts), [Part::Commitment("y".into())]);
        assert_eq!(outdated.parts(&key("b"), "5").unwrap(), print("", &[("x", "x5")]).parts);
        let current = renamed(&stamps, &renaming, &text(true));
        assert_eq!(current.parts(&key("a"), "2").unwrap(), after.parts);
    }

    #[test]
    fn a_note_is_told_by_its_new_name() {
        let renaming = Renaming::new(RenameKind::Meeting, "a", "b").unwrap();
        let mut stamps = Stamps::default();
        stamps.insert(key("a"), print("0", &[("a", "1")]));
        let new = renamed(&stamps, &renaming, &BTreeMap::new());
        assert_eq!(new.parts(&key("b"), "0").unwrap(), print("", &[("a", "1")]).parts);
        assert_eq!(new.parts(&key("a"), "0"), None);
    }
}
