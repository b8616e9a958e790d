//! `taiwa rename`: a record gets another id.

use super::{
    exit::{CommandError, Exit},
    options::options,
    print::{numbered, print_found, root_option, say},
};
use crate::{
    cli::{Common, RenameArgs},
    pipeline::{self, RenameError, RenameFailure, Renamed},
    rename::{RenameRefusal, Renaming},
};

pub(super) fn run(args: &RenameArgs, common: &Common) -> Result<Exit, CommandError> {
    let options = options(common, false)?;
    let renaming = Renaming::new(args.kind, &args.old, &args.new).map_err(CommandError::usage)?;
    let renamed = match pipeline::rename(&options, &renaming, args.dry_run) {
        Ok(renamed) => renamed,
        Err(RenameError::Unread(diagnostics, sources)) => {
            print_found(&diagnostics, &sources, common)?;
            say(common, "nothing was renamed: what these files name cannot be read for sure")?;
            return Ok(Exit::Content);
        }
        Err(RenameError::Refused(refusal)) => return Err(refused(refusal)),
        Err(RenameError::Unfinished(command)) => return Err(unfinished(&command, common)),
        Err(RenameError::Unreadable(error)) => return Err(error.into()),
        Err(RenameError::Machine(error)) => return Err(CommandError::machine(error)),
    };
    let Renamed { lines, remarks, failure } = renamed;
    for line in lines.iter().chain(&remarks) {
        say(common, line)?;
    }
    if let Some(failure) = failure {
        return Err(CommandError::machine(failed(&failure)));
    }
    let changes = numbered(lines.len(), "change");
    let done = if args.dry_run { "nothing was written, for --dry-run: " } else { "" };
    say(common, &format!("{done}{} is now `{}`, by {changes}", args.old, args.new))?;
    Ok(Exit::Success)
}

fn refused(refusal: RenameRefusal) -> CommandError {
    match refusal {
        RenameRefusal::Usage(message) => CommandError::usage(message),
        RenameRefusal::Content(message) => CommandError::content(message),
    }
}

fn unfinished(command: &str, common: &Common) -> CommandError {
    let root = root_option(&common.root);
    let message = format!("another one was begun and is not done; first run: taiwa rename {command}{root}");
    CommandError::content(message)
}

fn failed(failure: &RenameFailure) -> String {
    let RenameFailure { error, undone } = failure;
    let left = match undone.as_slice() {
        [] => "all else is done".to_owned(),
        undone => format!("these are not done: {}", undone.join(", ")),
    };
    format!("{error}; {left}; run the same command again to finish")
}
