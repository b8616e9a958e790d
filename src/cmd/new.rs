//! `taiwa new`: the files of a new record.

use super::{
    exit::{CommandError, Exit},
    options::{archive, language},
    print::{print_found, root_option, say},
};
use crate::{
    cli::{Common, NewMeetingArgs},
    lang::{Message, PartialDate, read_partial_date},
    scaffold::{self, MeetingError, MeetingRequest},
};

pub(super) fn meeting(args: &NewMeetingArgs, common: &Common) -> Result<Exit, CommandError> {
    let date = args.date.as_deref().map(|it| date(it, common)).transpose()?;
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
        say(common, &format!("made {file}"))?;
    }
    say(common, &format!("fill them in, then run: taiwa check{}", root_option(root)))?;
    Ok(Exit::Success)
}

/// The day or month that `--date` names.
fn date(written: &str, common: &Common) -> Result<PartialDate, CommandError> {
    let refused = |help: Message| {
        let help = help.text(language(common));
        CommandError::usage(format!("--date {written} is not a date: {help}"))
    };
    read_partial_date(written).map_err(refused)
}

fn stop(error: &MeetingError) -> CommandError {
    let exit = match error {
        MeetingError::NoDialogue(..) => Exit::Content,
        MeetingError::Unreadable(_) | MeetingError::Write(_) => Exit::Machine,
        MeetingError::InvalidId(_)
        | MeetingError::Exists(_)
        | MeetingError::UnknownDialogue(..)
        | MeetingError::SeveralDialogues(_) => Exit::Usage,
    };
    CommandError { exit, message: error.to_string().into() }
}
