//! `taiwa new`: the files of a new record.

use super::{
    exit::{CommandError, Exit},
    options::{archive, language},
    print::{print_found, root_option, say},
};
use crate::{
    cli::{Common, NewMeetingArgs},
    lang::{Message, PartialDate, read_partial_date, say},
    scaffold::{self, MeetingError, MeetingRequest},
};

pub(super) fn meeting(args: &NewMeetingArgs, common: &Common) -> Result<Exit, CommandError> {
    let date = args.date.as_deref().map(date).transpose()?;
    let root = archive(common)?;
    let request =
        MeetingRequest { id: &args.id, date, dialogue: args.dialogue.as_deref(), language: language(common) };
    let files = match scaffold::new_meeting(root, &request) {
        Ok(files) => files,
        Err(MeetingError::NoDialogue(diagnostics, sources)) if !diagnostics.is_empty() => {
            print_found(&diagnostics, &sources, common)?;
            return Ok(Exit::Content);
        }
        Err(error) => return Err(stop(&error)),
    };
    for file in &files {
        say(common, say!("made-file", file))?;
    }
    say(common, say!("fill-in-and-check", root = root_option(root)))?;
    Ok(Exit::Success)
}

/// The day or month that `--date` names.
fn date(written: &str) -> Result<PartialDate, CommandError> {
    let refused = |problem: Message| {
        CommandError::usage(say!("option-not-a-date", option = "--date", day = written, problem))
    };
    read_partial_date(written).map_err(refused)
}

fn stop(error: &MeetingError) -> CommandError {
    let exit = match error {
        MeetingError::NoDialogue(..) => Exit::Content,
        MeetingError::Unreadable(_) | MeetingError::Write(_) => Exit::Machine,
        MeetingError::InvalidId(_)
        | MeetingError::Exists(_)
        | MeetingError::Unlisted(_)
        | MeetingError::UnknownDialogue(..)
        | MeetingError::SeveralDialogues(_) => Exit::Usage,
    };
    CommandError { exit, message: error.message() }
}
