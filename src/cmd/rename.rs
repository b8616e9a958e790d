//! `taiwa rename`: a record gets another id.

use super::{
    exit::{CommandError, Exit},
    options::options,
    print::{print_found, root_option, say},
};
use crate::{
    cli::{Common, RenameArgs},
    lang::{Count, Message, MessageList, say},
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
            say(common, say!("names-not-known"))?;
            return Ok(Exit::Content);
        }
        Err(RenameError::Refused(refusal)) => return Err(refused(refusal)),
        Err(RenameError::Unfinished(command)) => return Err(unfinished(&command, common)),
        Err(RenameError::Unreadable(error)) => return Err(error.into()),
        Err(RenameError::Machine(error)) => return Err(CommandError::machine(error.message())),
    };
    let Renamed { lines, remarks, failure } = renamed;
    for line in lines.iter().chain(&remarks) {
        say(common, line)?;
    }
    if let Some(failure) = failure {
        return Err(CommandError::machine(failed(failure)));
    }
    let (old, new) = (&args.old, &args.new);
    let changes = say!("n-changes", n = Count(lines.len()));
    let done = if args.dry_run {
        say!("rename-foreseen", old, new, changes)
    } else {
        say!("renamed", old, new, changes)
    };
    say(common, done)?;
    Ok(Exit::Success)
}

fn refused(refusal: RenameRefusal) -> CommandError {
    match refusal {
        RenameRefusal::Usage(message) => CommandError::usage(message),
        RenameRefusal::Content(message) => CommandError::content(message),
    }
}

fn unfinished(command: &str, common: &Common) -> CommandError {
    let command = format!("{command}{}", root_option(&common.root));
    CommandError::content(say!("rename-unfinished", command))
}

fn failed(failure: RenameFailure) -> Message {
    let RenameFailure { error, undone } = failure;
    let left = match undone.as_slice() {
        [] => say!("all-else-renamed"),
        _ => say!("not-renamed", undone = MessageList(undone)),
    };
    say!("rename-stopped", error = error.message(), left)
}
