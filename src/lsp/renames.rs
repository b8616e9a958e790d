//! A record gets another id: one edit over all files, by what `taiwa rename` would do.

use lsp_server::ErrorCode;
use lsp_types::WorkspaceEdit;

use super::{answers::Refusal, edits::EditDraft, session::Session};
use crate::{
    pipeline::{self, RenameError},
    rename::{RenamePlan, RenameRefusal, Renaming},
};

/// The edit that gives a record another id.
pub(super) fn edit(session: &mut Session, renaming: &Renaming) -> Result<WorkspaceEdit, Refusal> {
    // What was read last is what is changed.
    if session.archive().is_none() {
        return Err(refused(session.failure().unwrap_or_default()));
    }
    let plan = pipeline::plan_rename(&mut session.workspace, renaming).map_err(|error| refusal(&error))?;
    if !plan.moves.is_empty() && !session.abilities.can_rename {
        return Err(refused(&format!("this editor cannot rename files; run: taiwa rename {renaming}")));
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
fn refusal(error: &RenameError) -> Refusal {
    match error {
        RenameError::Refused(RenameRefusal::Usage(message) | RenameRefusal::Content(message)) => {
            refused(message)
        }
        RenameError::Unread(diagnostics, sources) => {
            let paths = diagnostics.iter().map(|it| sources.path(it.place.source));
            let mut paths: Vec<_> = paths.collect();
            paths.dedup();
            refused(&format!(
                "nothing was renamed: what these files name cannot be read for sure: {}",
                paths.join(", ")
            ))
        }
        RenameError::Unfinished(command) => {
            refused(&format!("another one was begun and is not done; first run: taiwa rename {command}"))
        }
        RenameError::Unreadable(error) => refused(&error.to_string()),
        RenameError::Machine(error) => refused(&error.to_string()),
    }
}

/// That nothing is renamed, and why.
pub(super) fn refused(message: &str) -> Refusal {
    Refusal::new(ErrorCode::RequestFailed, message)
}
