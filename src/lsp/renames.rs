//! A record gets another id: one edit over all files, by what `taiwa rename` would do.

use lsp_server::ErrorCode;
use lsp_types::WorkspaceEdit;

use super::{answers::Refusal, edits::EditDraft, session::Session};
use crate::{
    lang::{Message, say},
    pipeline::{self, RenameError},
    rename::{RenamePlan, RenameRefusal, Renaming},
};

/// The edit that gives a record another id.
pub(super) fn edit(session: &mut Session, renaming: &Renaming) -> Result<WorkspaceEdit, Refusal> {
    // What was read last is what is changed.
    if session.archive().is_none() {
        return Err(refused(session, &Message::verbatim(session.failure().unwrap_or_default())));
    }
    let plan = pipeline::plan_rename(&mut session.workspace, renaming);
    let plan = plan.map_err(|error| refused(session, &reason(error)))?;
    if !plan.moves.is_empty() && !session.abilities.can_rename {
        return Err(refused(session, &say!("editor-moves-no-files", command = renaming)));
    }
    Ok(workspace_edit(session, &plan))
}

fn workspace_edit(session: &Session, plan: &RenamePlan) -> WorkspaceEdit {
    let mut edit = EditDraft::new(session);
    let sources = session.checked().map(|checked| &checked.sources);
    for file in &plan.files {
        let before = sources.and_then(|sources| Some(&sources.file(sources.find(&file.path)?).text));
        edit.text(&file.path, before.map_or("", |text| text), &file.text);
    }
    for moved in &plan.moves {
        edit.rename(&moved.path, &moved.name);
    }
    edit.finish()
}

/// Why a record is not renamed, in the words of `taiwa rename`.
fn reason(error: RenameError) -> Message {
    match error {
        RenameError::Refused(RenameRefusal::Usage(message) | RenameRefusal::Content(message)) => message,
        RenameError::Unread(diagnostics, sources) => {
            let paths = diagnostics.iter().map(|it| sources.path(it.place.source));
            let mut paths: Vec<_> = paths.collect();
            paths.dedup();
            say!("names-not-known-in", files = paths.join(", "))
        }
        RenameError::Unfinished(command) => say!("rename-unfinished", command),
        RenameError::Unreadable(error) => Message::verbatim(error),
        RenameError::Machine(error) => error.message(),
    }
}

/// That nothing is renamed, and why.
pub(super) fn refused(session: &Session, why: &Message) -> Refusal {
    Refusal::new(ErrorCode::RequestFailed, why.text(session.language()))
}
