//! Quick fixes: the changes that mend what is wrong at a place.

use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, Diagnostic, Range, TextEdit,
    WorkspaceEdit,
};

use super::{diagnostics, edits::EditDraft, session::Session};
use crate::{
    diagnostic::Fix,
    lang::say,
    pipeline::{self, StampPlan},
};

/// A problem at the place that is asked for, with what would mend it.
struct MendableProblem {
    diagnostic: Diagnostic,
    /// What is written there.
    written: String,
    fixes: Vec<Fix>,
}

/// The quick fixes for a stretch of a document.
pub(super) fn actions(session: &mut Session, params: &CodeActionParams) -> Vec<CodeActionOrCommand> {
    let wanted = params.context.only.as_deref();
    if wanted.is_some_and(|only| {
        !only.iter().any(|kind| *kind == CodeActionKind::QUICKFIX || *kind == CodeActionKind::EMPTY)
    }) {
        return Vec::new();
    }
    let document = session.documents.find(&params.text_document.uri);
    let Some(path) = document.and_then(|document| document.path.clone()) else { return Vec::new() };
    let mut actions = Vec::new();
    for problem in problems(session, &path, params.range) {
        for fix in &problem.fixes {
            let Some((title, edit)) = change(session, &path, &problem, fix) else { continue };
            actions.push(CodeActionOrCommand::CodeAction(CodeAction {
                title,
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: Some(vec![problem.diagnostic.clone()]),
                edit: Some(edit),
                is_preferred: Some(problem.fixes.len() == 1),
                ..CodeAction::default()
            }));
        }
    }
    actions
}

/// The problems in a stretch of a file that something would mend.
fn problems(session: &mut Session, path: &str, range: Range) -> Vec<MendableProblem> {
    session.archive();
    let Some(checked) = session.checked() else { return Vec::new() };
    let Some(source) = checked.sources.find(path) else { return Vec::new() };
    let text = &checked.sources.file(source).text;
    let lines = session.lines_of(path, text);
    let wanted = lines.bytes(range);
    let found = checked.diagnostics.iter().filter(|found| {
        let place = &found.place;
        let is_touched = place.span.start <= wanted.end && wanted.start <= place.span.end;
        place.source == source && is_touched && !found.fixes.is_empty()
    });
    let problems = found.map(|found| MendableProblem {
        diagnostic: diagnostics::diagnostic(found, lines.range(&found.place.span), Vec::new()),
        written: text.get(found.place.span.clone()).unwrap_or_default().to_owned(),
        fixes: found.fixes.clone(),
    });
    problems.collect()
}

/// What a fix is called, and the change that it makes; nothing where the client cannot make it.
fn change(
    session: &mut Session,
    path: &str,
    problem: &MendableProblem,
    fix: &Fix,
) -> Option<(String, WorkspaceEdit)> {
    let lang = session.language();
    match fix {
        Fix::Replace { written, meant } => {
            let text = replaced(&problem.written, written, meant)?;
            let mut edit = EditDraft::new(session);
            edit.edits(path, vec![TextEdit::new(problem.diagnostic.range, text)]);
            Some((say!("fix-replace", meant).text(lang), edit.finish()))
        }
        Fix::RenameFile(name) => {
            let mut edit = EditDraft::new(session);
            edit.rename(path, name);
            session.abilities.can_rename.then(|| (say!("fix-rename-file", name).text(lang), edit.finish()))
        }
        Fix::MakeTranslation => {
            let (file, text) = pipeline::translation_file(&mut session.workspace, path).ok()??;
            let mut edit = EditDraft::new(session);
            edit.create(&file, text);
            let name = file.rsplit('/').next().unwrap_or(&file);
            session
                .abilities
                .can_create
                .then(|| (say!("fix-make-translation", name).text(lang), edit.finish()))
        }
        Fix::Stamp => {
            let plan = pipeline::plan_stamp(&mut session.workspace, &[path.to_owned()]).ok()?;
            let edit = stamp(session, plan)?;
            Some((say!("fix-stamp").text(lang), edit))
        }
    }
}

/// What stands at a place, with one word of it replaced; nothing where it is not there, or twice.
fn replaced(text: &str, written: &str, meant: &str) -> Option<String> {
    let is_once = text.matches(written).count() == 1;
    is_once.then(|| text.replacen(written, meant, 1))
}

fn stamp(session: &Session, plan: StampPlan) -> Option<WorkspaceEdit> {
    let sources = &session.checked()?.sources;
    let mut edit = EditDraft::new(session);
    for (path, text) in plan.texts {
        match sources.find(&path).map(|source| &sources.file(source).text) {
            Some(before) => edit.text(&path, before, &text),
            None => edit.create(&path, text),
        }
    }
    let is_possible = session.abilities.can_create || !edit.has_operations();
    is_possible.then(|| edit.finish())
}
