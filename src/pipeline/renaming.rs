//! Gives a record another id: read and parse as ever, find out what is to be changed, and write it file by file.

use std::{collections::BTreeSet, io};

use super::workspace::{Parsed, Workspace};
use crate::{
    config::Options,
    diagnostic::{self, Code, Diagnostic, Severity, Sources},
    lang::Message,
    ledger,
    publish::{self, PublishError, journal},
    rename::{self, MovedFile, ReadArchive, RenamePlan, RenameRefusal, Renaming},
    source::Changes,
    yaml::{self, Problem},
};

/// What was done.
#[derive(Debug, Default)]
pub struct Renamed {
    /// What was done, line by line.
    pub lines: Vec<Message>,
    /// What a person has to see to.
    pub remarks: Vec<Message>,
    /// Why not all was done.
    pub failure: Option<RenameFailure>,
}

/// Why not all was done.
#[derive(Debug)]
pub struct RenameFailure {
    /// What failed.
    pub error: PublishError,
    /// The files that are as they were, or have their old names.
    pub undone: Vec<Message>,
}

/// Why nothing was done.
pub enum RenameError {
    /// Files say what cannot be read: what is wrong with them.
    Unread(Vec<Diagnostic>, Sources),
    /// The content folder cannot be read at all.
    Unreadable(io::Error),
    /// It cannot be.
    Refused(RenameRefusal),
    /// Another renaming was begun and is not done: what its command takes.
    Unfinished(String),
    /// The machine failed.
    Machine(PublishError),
}

/// Gives a record another id; with `is_dry`, only finds out what there is to do. What a run before has left undone is finished.
///
/// # Errors
///
/// [`RenameError`]: nothing was written then.
pub fn rename(options: &Options, renaming: &Renaming, is_dry: bool) -> Result<Renamed, RenameError> {
    let command = renaming.to_string();
    let unfinished = journal::unfinished(&options.root).map_err(RenameError::Machine)?;
    if let Some(other) = unfinished.as_ref().filter(|unfinished| **unfinished != command) {
        return Err(RenameError::Unfinished(other.clone()));
    }
    let mut workspace = Workspace::once(options.clone());
    let plan = planned(&mut workspace, &Changes::All, renaming, unfinished.is_some())?;
    if is_dry {
        return Ok(foreseen(plan));
    }
    if unfinished.is_none() {
        journal::begin(&options.root, &command).map_err(RenameError::Machine)?;
    }
    Ok(carried_out(plan, options))
}

/// What there is to do, so that a record gets another id in an archive that is read again and again, in texts that are not
/// saved as in others.
///
/// # Errors
///
/// [`RenameError`].
pub fn plan_rename(workspace: &mut Workspace, renaming: &Renaming) -> Result<RenamePlan, RenameError> {
    match journal::unfinished(&workspace.options().root).map_err(RenameError::Machine)? {
        Some(other) => Err(RenameError::Unfinished(other)),
        None => planned(workspace, &Changes::Paths(BTreeSet::new()), renaming, false),
    }
}

fn planned(
    workspace: &mut Workspace,
    changes: &Changes,
    renaming: &Renaming,
    is_resumed: bool,
) -> Result<RenamePlan, RenameError> {
    let parsed = workspace.parse(changes).map_err(RenameError::Unreadable)?;
    let hiding: Vec<_> = parsed.problems.iter().filter(|problem| may_hide(problem)).cloned().collect();
    if !hiding.is_empty() {
        let sources = parsed.inventory.sources.clone();
        let mut diagnostics = yaml::locate(hiding, &sources, workspace.options().language);
        diagnostic::sort(&mut diagnostics, &sources);
        return Err(RenameError::Unread(diagnostics, sources));
    }
    plan(&parsed, workspace.options(), renaming, is_resumed).map_err(RenameError::Refused)
}

/// Whether a mistake may hide what a file names.
fn may_hide(problem: &Problem) -> bool {
    let may_hide = matches!(
        problem.code,
        Code::YamlSyntax
            | Code::DuplicateKey
            | Code::FullWidthSyntax
            | Code::InvalidUtf8
            | Code::InvalidValue
            | Code::MissingFrontMatter
            | Code::OutsideContent
            | Code::TooLarge
            | Code::UnknownKey
    );
    may_hide && problem.severity == Severity::Error
}

fn plan(
    parsed: &Parsed,
    options: &Options,
    renaming: &Renaming,
    is_resumed: bool,
) -> Result<RenamePlan, RenameRefusal> {
    let ledger = parsed.inventory.ledger.map(|ledger| &parsed.inventory.sources.file(ledger).text);
    let published = ledger.map_or_else(BTreeSet::new, |ledger| ledger::recorded(ledger));
    let archive = ReadArchive {
        inventory: &parsed.inventory,
        registries: &parsed.registries,
        drafts: &parsed.drafts,
        base: options.base_url.as_deref().or(parsed.registries.site.1.base_url.as_deref()),
        is_resumed,
    };
    rename::plan(renaming, archive, &published)
}

/// What would be done.
fn foreseen(plan: RenamePlan) -> Renamed {
    let moves = plan.moves.iter().map(MovedFile::message);
    let lines = plan.files.into_iter().flat_map(|file| file.lines).chain(moves).collect();
    Renamed { lines, remarks: plan.remarks, failure: None }
}

/// Does it, file by file. Where one fails, the rest is left for a next run.
fn carried_out(plan: RenamePlan, options: &Options) -> Renamed {
    let mut lines = Vec::new();
    let (mut undone, mut error) = (Vec::new(), None);
    for file in plan.files {
        if error.is_none() {
            error = publish::replace(&options.root.join(&file.path), &file.text).err();
        }
        if error.is_some() { undone.push(Message::verbatim(file.path)) } else { lines.extend(file.lines) }
    }
    for moved in plan.moves {
        if error.is_none() {
            error = publish::rename(&options.root.join(&moved.path), &moved.name).err();
        }
        let line = moved.message();
        if error.is_some() { undone.push(line) } else { lines.push(line) }
    }
    let error = error.or_else(|| journal::finish(&options.root).err());
    let failure = error.map(|error| RenameFailure { error, undone });
    Renamed { lines, remarks: plan.remarks, failure }
}
