//! Changes of texts and files, as edits that an editor makes.

use lsp_types::{
    CreateFile, DocumentChangeOperation, DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier,
    Position, Range, RenameFile, ResourceOp, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::HashMap;

use super::{positions::LineIndex, session::Session};

/// A change that an editor is asked for, made of changes of single files.
pub(super) struct EditDraft<'s> {
    session: &'s Session,
    operations: Vec<DocumentChangeOperation>,
}

impl<'s> EditDraft<'s> {
    pub(super) fn new(session: &'s Session) -> Self {
        Self { session, operations: Vec::new() }
    }

    /// A file gets another text: the lines that are others.
    pub(super) fn text(&mut self, path: &str, before: &str, after: &str) {
        let edits = changed_lines(before, after, &self.session.lines_of(path, before));
        self.edits(path, edits);
    }

    pub(super) fn edits(&mut self, path: &str, edits: Vec<TextEdit>) {
        let Some(uri) = self.session.uri(path) else { return };
        let version = self.session.documents.at(path).map(|document| document.version);
        let text_document = OptionalVersionedTextDocumentIdentifier { uri, version };
        let edits = edits.into_iter().map(OneOf::Left).collect();
        self.operations.push(DocumentChangeOperation::Edit(TextDocumentEdit { text_document, edits }));
    }

    /// A file is made with a text.
    pub(super) fn create(&mut self, path: &str, text: String) {
        let Some(uri) = self.session.uri(path) else { return };
        let made = CreateFile { uri, options: None, annotation_id: None };
        self.operations.push(DocumentChangeOperation::Op(ResourceOp::Create(made)));
        let start = Position::new(0, 0);
        self.edits(path, vec![TextEdit::new(Range::new(start, start), text)]);
    }

    /// A file gets another name in its folder.
    pub(super) fn rename(&mut self, path: &str, name: &str) {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let uris = (self.session.uri(path), self.session.uri(&format!("{folder}/{name}")));
        let (Some(old_uri), Some(new_uri)) = uris else { return };
        let renamed = RenameFile { old_uri, new_uri, options: None, annotation_id: None };
        self.operations.push(DocumentChangeOperation::Op(ResourceOp::Rename(renamed)));
    }

    /// Whether files are made or renamed.
    pub(super) fn has_operations(&self) -> bool {
        self.operations.iter().any(|it| matches!(it, DocumentChangeOperation::Op(_)))
    }

    /// The change, in the form that the client knows.
    pub(super) fn finish(self) -> WorkspaceEdit {
        if self.session.abilities.has_document_changes {
            let changes = DocumentChanges::Operations(self.operations);
            return WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() };
        }
        #[allow(clippy::mutable_key_type, reason = "the protocol's type: only its parts are read lazily")]
        let mut changes: HashMap<Uri, Vec<TextEdit>> = HashMap::new();
        for operation in self.operations {
            if let DocumentChangeOperation::Edit(edit) = operation {
                let edits = edit.edits.into_iter().filter_map(|edit| match edit {
                    OneOf::Left(edit) => Some(edit),
                    OneOf::Right(_) => None,
                });
                changes.entry(edit.text_document.uri).or_default().extend(edits);
            }
        }
        WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }
    }
}

/// The edits that make one text of another, line by line.
fn changed_lines(before: &str, after: &str, index: &LineIndex<'_>) -> Vec<TextEdit> {
    let [old, new] = [before, after].map(|text| text.split_inclusive('\n').collect::<Vec<_>>());
    // Where each line begins, and the last one ends.
    let mut starts = vec![0];
    starts.extend(old.iter().scan(0, |end, line| {
        *end += line.len();
        Some(*end)
    }));
    let changes = capture_diff_slices(Algorithm::Myers, &old, &new).into_iter();
    let edits = changes.filter(|change| !matches!(change, DiffOp::Equal { .. })).map(|change| {
        let (from, to) = (change.old_range(), change.new_range());
        TextEdit::new(index.range(&(starts[from.start]..starts[from.end])), new[to].concat())
    });
    edits.collect()
}
