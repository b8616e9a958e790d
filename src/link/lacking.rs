//! Addresses of records that could not be read or are not whole: links to them are not broken, what is wrong was reported.

use super::{known::Known, problems::Problems};
use crate::{diagnostic::Code, source::NoteKind};

/// Whether an address of the site, without its leading slash, is one that the site lacks for a mistake that was reported.
pub(super) fn is_lacking(address: &str, known: &Known<'_>, problems: &Problems) -> bool {
    let mut parts = address.split('/').skip(1);
    let (Some(folder), Some(id)) = (parts.next(), parts.next().filter(|id| !id.is_empty())) else {
        return false;
    };
    let code = match folder {
        "commitments" if parts.next().is_some_and(|name| known.is_broken_commitment(id, name)) => {
            return true;
        }
        "meetings" | "commitments" => return known.is_broken(id) || problems.has_unread_registry(),
        "pages" => return problems.unread.notes.contains(&(NoteKind::Page, id.to_owned())),
        "tracks" => Code::UnknownTrack,
        "delegations" => Code::UnknownDelegation,
        "organizations" => Code::UnknownOrganization,
        "events" => Code::UnknownEvent,
        "people" => Code::UnknownPerson,
        "dialogues" => Code::UnknownDialogue,
        _ => return false,
    };
    problems.unread.codes.contains(&code) || problems.broken.contains(&(code, id.to_owned()))
}
