//! The addresses of pages, from the site's root and without the leading slash. What stands below the language is called a path.

use super::lists::ListKind;
use crate::{
    id::Id,
    lang::Lang,
    model::{Commitment, DocumentOwner, Kind, Meeting, Target},
    site::{Alias, AliasTarget, Site},
};

/// The address of a path in a language; of none, that of the language's home.
#[must_use]
pub fn address(lang: Lang, path: &str) -> String {
    [lang.code(), "/", path].concat()
}

/// The path of a list.
#[must_use]
pub fn list_path(list: ListKind) -> String {
    [list.name(), "/"].concat()
}

/// The path of a record, by the list that it stands in and its id.
#[must_use]
pub fn record_path(list: ListKind, id: &str) -> String {
    [list.name(), "/", id, "/"].concat()
}

/// The address of a record, by the list that it stands in and its id.
#[must_use]
pub fn record_address(list: ListKind, id: &str, lang: Lang) -> String {
    address(lang, &record_path(list, id))
}

/// The address of a kind of commitment.
#[must_use]
pub fn kind_address(kind: Kind, lang: Lang) -> String {
    address(lang, &["kinds/", kind.name(), "/"].concat())
}

/// The path of a plain page, by its id.
#[must_use]
pub fn plain_page_path(id: &str) -> String {
    ["pages/", id, "/"].concat()
}

/// The path of the record that an earlier address leads to.
#[must_use]
pub fn alias_path(site: &Site, alias: &Alias) -> String {
    match alias.target {
        AliasTarget::Meeting(id) => record_path(ListKind::Meetings, &site.meetings[id].id),
        AliasTarget::Commitment(id) => commitment_path(site, id),
        AliasTarget::WithdrawnCommitment(id, index) => {
            let meeting = &site.meetings[id];
            let commitment = meeting.withdrawn_commitments.get(index).map_or("", String::as_str);
            withdrawn_commitment_path(meeting, commitment)
        }
        AliasTarget::Dialogue(id) => record_path(ListKind::Dialogues, &site.dialogues[id].id),
        AliasTarget::Track(id) => record_path(ListKind::Tracks, &site.tracks[id].id),
        AliasTarget::Delegation(id) => record_path(ListKind::Delegations, &site.delegations[id].id),
        AliasTarget::Organization(id) => record_path(ListKind::Organizations, &site.organizations[id].id),
        AliasTarget::Person(id) => record_path(ListKind::People, &site.people[id].id),
        AliasTarget::Event(id) => record_path(ListKind::Events, &site.events[id].id),
        AliasTarget::Page(id) => plain_page_path(&site.pages[id].id),
    }
}

/// The anchor of a term in the glossary, by its place.
#[must_use]
pub fn term_anchor(index: usize) -> String {
    format!("term-{}", index + 1)
}

/// The anchor of a commitment on the pages of its meeting, by its own id.
#[must_use]
pub fn commitment_anchor(id: &str) -> String {
    ["commitment-", id].concat()
}

/// The anchor of a commitment's short name beside its text. No id has a dot.
#[must_use]
pub fn commitment_title_anchor(id: &str) -> String {
    ["commitment-", id, ".title"].concat()
}

/// The address of a meeting.
#[must_use]
pub fn meeting_address(meeting: &Meeting, lang: Lang) -> String {
    record_address(ListKind::Meetings, &meeting.id, lang)
}

/// The address of the record that lists a document.
#[must_use]
pub fn owner_address(site: &Site, owner: DocumentOwner, lang: Lang) -> String {
    match owner {
        DocumentOwner::Meeting(id) => meeting_address(&site.meetings[id], lang),
        DocumentOwner::Event(id) => record_address(ListKind::Events, &site.events[id].id, lang),
    }
}

/// The anchor of a document on the page of the record that lists it, by its id.
#[must_use]
pub fn document_anchor(id: &str) -> String {
    ["document-", id].concat()
}

/// The address of the page that shows a meeting's notes in both languages.
#[must_use]
pub fn parallel_address(meeting: &Meeting, lang: Lang) -> String {
    meeting_address(meeting, lang) + "parallel/"
}

/// The path below which the commitments of a meeting stand.
fn commitments_path(meeting: &Meeting) -> String {
    record_path(ListKind::Commitments, &meeting.id)
}

/// The address of a commitment that a withdrawn meeting had set down, by its id.
#[must_use]
pub fn withdrawn_commitment_address(meeting: &Meeting, commitment: &str, lang: Lang) -> String {
    address(lang, &withdrawn_commitment_path(meeting, commitment))
}

fn withdrawn_commitment_path(meeting: &Meeting, commitment: &str) -> String {
    [&commitments_path(meeting), commitment, "/"].concat()
}

/// The path of a commitment.
#[must_use]
pub fn commitment_path(site: &Site, id: Id<Commitment>) -> String {
    let commitment = &site.commitments[id];
    [&commitments_path(&site.meetings[commitment.meeting]), commitment.id.as_str(), "/"].concat()
}

/// The address of a commitment.
#[must_use]
pub fn commitment_address(site: &Site, id: Id<Commitment>, lang: Lang) -> String {
    address(lang, &commitment_path(site, id))
}

/// The address of a part of a long list.
#[must_use]
pub fn page_address(address: &str, number: usize) -> String {
    if number == 1 { address.to_owned() } else { format!("{address}page/{number}/") }
}

/// The address of the record that a link of a text leads to, with its place there; of terms and other links none.
#[must_use]
pub fn target_address(site: &Site, target: &Target, lang: Lang) -> String {
    match target {
        Target::Meeting(id) => meeting_address(&site.meetings[*id], lang),
        Target::Commitment(id) => commitment_address(site, *id, lang),
        Target::Track(id) => record_address(ListKind::Tracks, &site.tracks[*id].id, lang),
        Target::Delegation(id) => record_address(ListKind::Delegations, &site.delegations[*id].id, lang),
        Target::Organization(id) => {
            record_address(ListKind::Organizations, &site.organizations[*id].id, lang)
        }
        Target::Person(id) => record_address(ListKind::People, &site.people[*id].id, lang),
        Target::Document(id) => {
            let document = &site.documents[*id];
            format!("{}#{}", owner_address(site, document.owner, lang), document_anchor(&document.id))
        }
        Target::Event(id) => record_address(ListKind::Events, &site.events[*id].id, lang),
        Target::Term(_) | Target::Inside(_) | Target::Anchor(_) | Target::Outside(_) => String::new(),
    }
}
