//! What the client can, and what the server offers it.

use lsp_types::{
    ClientCapabilities, CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CompletionOptions,
    HoverProviderCapability, InitializeParams, MarkupKind, OneOf, PositionEncodingKind, RenameOptions,
    ResourceOperationKind, SaveOptions, ServerCapabilities, TextDocumentSyncCapability, TextDocumentSyncKind,
    TextDocumentSyncOptions, TextDocumentSyncSaveOptions, WorkDoneProgressOptions,
};

use super::positions::ColumnUnit;

/// What the client can.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is an ability of its own in the protocol")]
pub(super) struct ClientAbilities {
    pub(super) unit: ColumnUnit,
    /// Edits with the versions of documents, and files made and renamed among them.
    pub(super) has_document_changes: bool,
    pub(super) can_create: bool,
    pub(super) can_rename: bool,
    /// What it shows beside a completion, and where the cursor points.
    pub(super) documentation: MarkupKind,
    pub(super) hover: MarkupKind,
    /// Whether it tells what changes on the disk.
    pub(super) can_watch: bool,
}

impl ClientAbilities {
    pub(super) fn new(params: &InitializeParams) -> Self {
        let ClientCapabilities { workspace, text_document, general, .. } = &params.capabilities;
        let offered = general.as_ref().and_then(|it| it.position_encodings.as_deref());
        let edits = workspace.as_ref().and_then(|it| it.workspace_edit.as_ref());
        let has_document_changes = edits.and_then(|it| it.document_changes).unwrap_or_default();
        let operations = edits.and_then(|it| it.resource_operations.as_deref()).unwrap_or_default();
        let can = |operation| has_document_changes && operations.contains(&operation);
        let text = text_document.as_ref();
        let item = text.and_then(|it| it.completion.as_ref()).and_then(|it| it.completion_item.as_ref());
        let hover = text.and_then(|it| it.hover.as_ref());
        let watched = workspace.as_ref().and_then(|it| it.did_change_watched_files);
        Self {
            unit: ColumnUnit::of(offered),
            has_document_changes,
            can_create: can(ResourceOperationKind::Create),
            can_rename: can(ResourceOperationKind::Rename),
            documentation: markup(item.and_then(|it| it.documentation_format.as_deref())),
            hover: markup(hover.and_then(|it| it.content_format.as_deref())),
            can_watch: watched.and_then(|it| it.dynamic_registration).unwrap_or_default(),
        }
    }
}

/// Markdown, where the client takes it.
fn markup(taken: Option<&[MarkupKind]>) -> MarkupKind {
    let is_markdown = taken.is_some_and(|taken| taken.contains(&MarkupKind::Markdown));
    if is_markdown { MarkupKind::Markdown } else { MarkupKind::PlainText }
}

/// What the server offers.
pub(super) fn offered(encoding: PositionEncodingKind) -> ServerCapabilities {
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
        ..TextDocumentSyncOptions::default()
    };
    let actions = CodeActionOptions {
        code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]),
        ..CodeActionOptions::default()
    };
    ServerCapabilities {
        position_encoding: Some(encoding),
        text_document_sync: Some(TextDocumentSyncCapability::Options(sync)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some([":", "[", "/", "#", "|", " ", ",", "{"].map(str::to_owned).into()),
            ..CompletionOptions::default()
        }),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        workspace_symbol_provider: Some(OneOf::Left(true)),
        code_action_provider: Some(CodeActionProviderCapability::Options(actions)),
        rename_provider: Some(OneOf::Right(RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: WorkDoneProgressOptions::default(),
        })),
        ..ServerCapabilities::default()
    }
}
