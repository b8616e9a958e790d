//! The documents of a record: under what they are, and as search engines are told of them.

use super::{
    cards::{DocumentCard, pick},
    context::LanguageContext,
    string_keys::{StringKeys, keys},
    view::view,
};
use crate::{
    id::Id,
    model::{Document, DocumentKind},
};

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] = &[keys("document-kind-{}", DocumentKind::NAMES)];

view! {
    /// Documents of one kind.
    struct DocumentGroupView<'a> {
        /// What they are; nothing where of no document of the record it is said.
        title: Option<&'a str>,
        /// The documents.
        documents: Vec<DocumentCard>,
    }
}

impl LanguageContext<'_> {
    /// Documents under what they are, in the order of the kinds. Those of which it is not said stand among the others.
    pub(super) fn by_kind(&self, documents: &[Id<Document>]) -> Vec<DocumentGroupView<'_>> {
        let kind = |id: &Id<Document>| self.site.documents[*id].kind;
        if documents.iter().all(|id| kind(id).is_none()) {
            let documents = pick(&self.cards.documents, documents);
            let is_there = !documents.is_empty();
            return is_there.then_some(DocumentGroupView { title: None, documents }).into_iter().collect();
        }
        let kind = |id: &Id<Document>| kind(id).unwrap_or(DocumentKind::Other);
        let mut sorted = documents.to_vec();
        sorted.sort_by_key(kind);
        let groups = sorted.chunk_by(|one, other| kind(one) == kind(other)).map(|group| {
            let name = group.first().map_or(DocumentKind::Other, kind).name();
            let title = Some(self.strings.plain(&format!("document-kind-{name}")));
            DocumentGroupView { title, documents: pick(&self.cards.documents, group) }
        });
        groups.collect()
    }
}
