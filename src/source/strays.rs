//! What lies in the content folder itself and is read by nothing: a misnamed folder, a note in the wrong place, a
//! registry with another ending.

use super::{
    foreign_settings,
    leavings::is_read,
    misnamed,
    note_file::{NoteKind, note_name},
    registry_names::{REGISTRIES, near, registry, registry_of_stem},
    unread::Unread,
};
use crate::{
    diagnostic::{Code, SourceId},
    lang::{Message, say},
    yaml::{Problem, Spot},
};

/// The folders that are read.
pub(super) const FOLDERS: [&str; 3] = ["meetings", "pages", "static"];

/// The files that are read beside the registries.
const OWN: [&str; 3] = ["ledger.txt", "stamps.txt", "verbs.yaml"];

/// What the names of files begin with that tell people about the folder.
const FOR_PEOPLE: [&str; 5] = ["readme", "license", "licence", "copying", "notice"];

/// Whether an entry of the content folder is neither read nor meant for people.
pub(super) fn is_stray(name: &str, is_folder: bool) -> bool {
    if !is_read(name) || FOLDERS.contains(&name) {
        return false;
    }
    if is_folder {
        return true;
    }
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    !REGISTRIES.contains(&name) && !OWN.contains(&name) && !FOR_PEOPLE.contains(&stem.as_str())
}

/// Tells of such an entry.
pub(super) fn problem(source: SourceId, name: &str, is_folder: bool) -> Problem {
    let reported = |message: Message| Problem::new(Code::InvalidValue, Spot::Bytes(source, 0..0), message);
    if is_folder {
        let near = near(name, &FOLDERS);
        let help = say!("places-of-files");
        let problem = reported(say!("folder-not-read", name)).help(help);
        return renamed(problem, near);
    }
    if misnamed::meant(name, false).is_some() {
        let help = say!("move-note");
        return reported(say!("note-in-content")).help(help);
    }
    if foreign_settings::is_one(name) && registry(name).is_none() {
        let help = say!("settings-place");
        return reported(say!("file-not-read", name)).help(help);
    }
    let known: Vec<&str> = REGISTRIES.into_iter().chain(OWN).collect();
    let help = say!("published-place");
    renamed(reported(say!("file-not-read", name)).help(help), near(name, &known))
}

/// The same, with the name that was meant.
fn renamed(problem: Problem, meant: Option<&str>) -> Problem {
    match meant {
        Some(meant) => problem.help(say!("did-you-mean", meant)).rename_file(meant),
        None => problem,
    }
}

/// Tells of a file in static/ that is meant to be read: it is published as it is, with all that it says. `has_facts` tells
/// whether it begins with facts as a note does.
pub(super) fn in_static(source: SourceId, name: &str, has_facts: impl FnOnce() -> bool) -> Option<Problem> {
    let (message, help) = if let Some(registry) = registry_of_stem(name) {
        let message = say!("registry-in-static", name);
        (message, say!("registry-place-or-name", registry))
    } else if misnamed::is_markdown(name) && has_facts() {
        let message = say!("note-in-static");
        let help = say!("move-note-or-facts");
        (message, help)
    } else {
        return None;
    };
    Some(Problem::new(Code::LostText, Spot::Bytes(source, 0..0), message).help(help))
}

/// Marks as unread what a file that nothing reads would have said.
pub(super) fn mark_unread(name: &str, unread: &mut Unread) {
    if let Some(slot) = registry(name) {
        unread.registry(slot);
    } else if let Some((id, _)) = note_name(name) {
        unread.notes.extend([NoteKind::Meeting, NoteKind::Page].map(|kind| (kind, id.to_owned())));
    } else if let Some(meant) = misnamed::meant(name, false) {
        unread.notes.extend([NoteKind::Meeting, NoteKind::Page].map(|kind| (kind, meant.id.clone())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_or_meant_for_people_is_no_stray() {
        for name in
            ["site.yaml", "ledger.txt", "README.md", "LICENSE", "license.txt", ".gitkeep", "Thumbs.db"]
        {
            assert!(!is_stray(name, false), "{name}");
        }
        for name in ["tracks.yml", "site.YAML", "a.en.md", "readmenot.md", "minutes.docx"] {
            assert!(is_stray(name, false), "{name}");
        }
        assert!(!is_stray("meetings", true) && !is_stray(".git", true) && is_stray("Meetings", true));
    }
}
