//! What could not be read at all. It was reported once; what it would have said is not missed elsewhere.

use std::collections::HashSet;

use super::note_file::NoteKind;
use crate::diagnostic::Code;

/// The files of an archive that say nothing, since they could not be read.
#[derive(Clone, Debug, Default)]
pub struct Unread {
    /// Notes and pages of which at least one language file could not be read.
    pub notes: HashSet<(NoteKind, String)>,
    /// The codes of references into registries that could not be read.
    pub codes: HashSet<Code>,
    /// Whether site.yaml could not be read.
    pub is_site: bool,
}

impl Unread {
    /// The registry of this place could not be read.
    pub fn registry(&mut self, slot: usize) {
        let codes: &[Code] = match slot {
            0 => {
                self.is_site = true;
                &[]
            }
            1 => &[Code::UnknownDialogue],
            // Without delegations no dialogue has its parties, and no organization its delegation.
            2 => &[Code::UnknownDelegation, Code::UnknownDialogue, Code::UnknownOrganization],
            3 => &[Code::UnknownOrganization],
            4 => &[Code::UnknownPerson],
            5 => &[Code::UnknownTrack],
            6 => &[Code::UnknownEvent],
            _ => &[],
        };
        self.codes.extend(codes);
    }

    /// Whether a file of this meeting could not be read.
    #[must_use]
    pub fn has_meeting(&self, id: &str) -> bool {
        self.notes.contains(&(NoteKind::Meeting, id.to_owned()))
    }

    /// Whether any file of a meeting could not be read.
    #[must_use]
    pub fn has_meetings(&self) -> bool {
        self.notes.iter().any(|(kind, _)| *kind == NoteKind::Meeting)
    }
}
