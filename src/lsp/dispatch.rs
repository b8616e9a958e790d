//! Which message is answered by what.

use lsp_server::ErrorCode;
use lsp_types::{
    DidChangeWatchedFilesParams, DidCloseTextDocumentParams, notification as note,
    notification::Notification, request as ask, request::Request,
};
use serde_json::Value;

use super::{
    actions,
    answers::{Refusal, params, value},
    features, places,
    session::Session,
};
use crate::source::Changes;

/// The answer to a request.
pub(super) fn answer(session: &mut Session, method: &str, given: Value) -> Result<Value, Refusal> {
    match method {
        ask::Completion::METHOD => value(features::completions(session, &params(given)?)),
        ask::HoverRequest::METHOD => value(features::hover(session, &params(given)?)),
        ask::GotoDefinition::METHOD => value(features::definitions(session, &params(given)?)),
        ask::References::METHOD => value(features::references(session, &params(given)?)),
        ask::DocumentSymbolRequest::METHOD => value(features::document_symbols(session, &params(given)?)),
        ask::WorkspaceSymbolRequest::METHOD => value(features::workspace_symbols(session, &params(given)?)),
        ask::PrepareRenameRequest::METHOD => value(features::prepare_rename(session, &params(given)?)),
        ask::Rename::METHOD => value(features::rename(session, &params(given)?)?),
        ask::CodeActionRequest::METHOD => value(actions::actions(session, &params(given)?)),
        _ => Err(Refusal::new(ErrorCode::MethodNotFound, format!("there is no method {method} here"))),
    }
}

/// Takes note of what the editor tells. What is not known is passed over, as the protocol wants it.
pub(super) fn notice(session: &mut Session, method: &str, given: Value) -> Result<(), Refusal> {
    match method {
        note::DidOpenTextDocument::METHOD => session.open(params(given)?),
        note::DidChangeTextDocument::METHOD => {
            let given = params(given)?;
            if !session.change(&given) {
                let message = format!("{} is not open", given.text_document.uri.as_str());
                return Err(Refusal::new(ErrorCode::InvalidParams, message));
            }
        }
        note::DidCloseTextDocument::METHOD => {
            let given: DidCloseTextDocumentParams = params(given)?;
            session.close(&given.text_document.uri);
        }
        note::DidSaveTextDocument::METHOD if !session.is_watched => session.changed(Changes::All),
        note::DidChangeWatchedFiles::METHOD => {
            let given: DidChangeWatchedFilesParams = params(given)?;
            let paths = given.changes.iter().filter_map(|change| places::path(&session.root, &change.uri));
            let paths = paths.filter(|path| Session::is_input(path)).collect();
            session.changed(Changes::Paths(paths));
        }
        _ => {}
    }
    Ok(())
}
