//! What is open in the editor.

use lsp_types::{
    DidChangeTextDocumentParams, DidOpenTextDocumentParams, TextDocumentContentChangeEvent, Uri,
};
use std::{collections::BTreeMap, path::Path};

use super::{
    places,
    positions::{ColumnUnit, LineIndex},
};

/// A text that the editor shows.
#[derive(Debug)]
pub(super) struct ShownDocument {
    pub(super) uri: Uri,
    /// Its path from the root, if it lies there.
    pub(super) path: Option<String>,
    pub(super) version: i32,
    pub(super) text: String,
}

/// All that is open, by address.
#[derive(Debug, Default)]
pub(super) struct ShownDocuments(BTreeMap<String, ShownDocument>);

impl ShownDocuments {
    pub(super) fn open(&mut self, root: &Path, opened: DidOpenTextDocumentParams) -> &ShownDocument {
        let item = opened.text_document;
        let key = item.uri.as_str().to_owned();
        let path = places::path(root, &item.uri);
        let document = ShownDocument { uri: item.uri, path, version: item.version, text: item.text };
        self.0.entry(key).insert_entry(document).into_mut()
    }

    /// Makes the changes of a text; nothing comes of those of one that is not open.
    pub(super) fn change(
        &mut self,
        changed: &DidChangeTextDocumentParams,
        unit: ColumnUnit,
    ) -> Option<&ShownDocument> {
        let document = self.0.get_mut(changed.text_document.uri.as_str())?;
        for change in &changed.content_changes {
            document.change(change, unit);
        }
        document.version = changed.text_document.version;
        Some(document)
    }

    pub(super) fn close(&mut self, uri: &Uri) -> Option<ShownDocument> {
        self.0.remove(uri.as_str())
    }

    pub(super) fn find(&self, uri: &Uri) -> Option<&ShownDocument> {
        self.0.get(uri.as_str())
    }

    /// The document with this path from the root.
    pub(super) fn at(&self, path: &str) -> Option<&ShownDocument> {
        self.0.values().find(|document| document.path.as_deref() == Some(path))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &ShownDocument> {
        self.0.values()
    }
}

impl ShownDocument {
    fn change(&mut self, change: &TextDocumentContentChangeEvent, unit: ColumnUnit) {
        match change.range {
            Some(range) => {
                let bytes = LineIndex::of_buffer(&self.text, unit).bytes(range);
                self.text.replace_range(bytes, &change.text);
            }
            None => self.text.clone_from(&change.text),
        }
    }
}
