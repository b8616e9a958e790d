//! What rests on the documents of each event.

use super::{backlinks::push_once, facts::SiteFacts, prune::LinkedNotes};
use crate::{
    id::Id,
    model::{Commitment, Document, DocumentOwner},
    site::sources,
};

/// What was found out of an event beside its facts.
#[derive(Default)]
pub(super) struct EventParts {
    pub(super) documents: Vec<Id<Document>>,
    /// The published commitments that stand in its documents.
    pub(super) recorded: Vec<Id<Commitment>>,
    /// Those that are judged by its documents.
    pub(super) assessed: Vec<Id<Commitment>>,
}

impl EventParts {
    /// Those of all events, in their order.
    pub(super) fn of_all(notes: LinkedNotes<'_>, site: &SiteFacts) -> Vec<Self> {
        let mut parts: Vec<Self> = Vec::new();
        parts.resize_with(site.events.len(), Self::default);
        for event in notes.events {
            let Some(id) = event.id else { continue };
            parts[id.index()].documents = event.documents.iter().filter_map(|it| it.id).collect();
        }
        for (linked, versions) in notes.linked.iter().zip(notes.versions) {
            for id in linked.commitments.iter().filter_map(|it| it.id) {
                for source in sources(&notes.lineage.sources[id.index()], versions) {
                    if let Some(at) = event_of(source, site) {
                        push_once(&mut parts[at].recorded, id);
                    }
                }
                for judged in &notes.lineage.assessments[id.index()] {
                    if let Some(at) = event_of(judged.source, site) {
                        push_once(&mut parts[at].assessed, id);
                    }
                }
            }
        }
        parts
    }
}

/// The place of the event that lists a document.
fn event_of(id: Id<Document>, site: &SiteFacts) -> Option<usize> {
    match site.documents[id].owner {
        DocumentOwner::Event(event) => Some(event.index()),
        DocumentOwner::Meeting(_) => None,
    }
}
