//! What the pages of records are called.

use crate::{model::Text, plan::PageKind, site::Site};

/// The title of the record that a page shows; lists and the like have none.
pub(super) fn page_title(site: &Site, kind: PageKind) -> Option<&Text> {
    Some(match kind {
        PageKind::Dialogue(id) => &site.dialogues[id].title,
        PageKind::Meeting(id) | PageKind::Parallel(id) => &site.meetings[id].facts.title,
        PageKind::Commitment(id) => site.commitments[id].facts.name(),
        PageKind::Track(id) => &site.tracks[id].title,
        PageKind::Event(id) => &site.events[id].title,
        PageKind::Delegation(id) => &site.delegations[id].name,
        PageKind::Organization(id) => &site.organizations[id].name,
        PageKind::Person(id) => &site.people[id].name,
        PageKind::Page(id) => &site.pages[id].title,
        _ => return None,
    })
}
