//! `taiwa brief`: what both sides said last, for those who prepare a meeting.

use std::{
    io::{self, Write},
    path::Path,
};

use super::{
    exit::{CommandError, Exit},
    office_file::write_office_file,
    options::{options, refuse_place},
    print::{print_found, say},
};
use crate::{
    cli::{BriefArgs, BriefLanguages, Common},
    desk::brief::BriefFormat,
    lang::{Lang, say},
    pipeline::{self, BriefError},
};

pub(super) fn run(args: &BriefArgs, common: &Common) -> Result<Exit, CommandError> {
    // Here -o names the file that is written, not the folder of a site.
    let options = options(&Common { output: None, ..common.clone() }, false)?;
    let format = match &args.file {
        Some(file) => {
            refuse_place(file, &options)?;
            format(file)?
        }
        None => BriefFormat::Markdown,
    };
    let langs = match args.lang {
        BriefLanguages::Both => Lang::ALL.to_vec(),
        BriefLanguages::En => vec![Lang::En],
        BriefLanguages::Ja => vec![Lang::Ja],
    };
    let (bytes, meeting) = match pipeline::make_brief(&options, args.meeting.as_deref(), &langs, format) {
        Ok(brief) => brief,
        Err(error) => return refused(error, args, common),
    };
    match &args.file {
        Some(file) => {
            write_office_file(file, &bytes, args.force)?;
            say(common, say!("brief-written", file = file.display(), meeting))?;
        }
        None => io::stdout().lock().write_all(&bytes)?,
    }
    Ok(Exit::Success)
}

fn format(file: &Path) -> Result<BriefFormat, CommandError> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    BriefFormat::of_name(&name)
        .ok_or_else(|| CommandError::usage(say!("no-name-of-brief", file = file.display())))
}

/// Prints why there is no brief.
fn refused(error: BriefError, args: &BriefArgs, common: &Common) -> Result<Exit, CommandError> {
    match error {
        BriefError::Content(diagnostics, sources) => {
            print_found(&diagnostics, &sources, common)?;
            say(common, say!("no-brief-made"))?;
            Ok(Exit::Content)
        }
        BriefError::UnknownMeeting(near) => {
            let name = args.meeting.as_deref().unwrap_or_default();
            let hint = match near {
                Some(near) => say!("did-you-mean", meant = near),
                None => say!("meeting-needs-drafts"),
            };
            Err(CommandError::usage(say!("no-meeting-called", name, hint)))
        }
        BriefError::NoMeeting => Err(CommandError::usage(say!("no-meeting-to-show"))),
        BriefError::Unwritable => Err(CommandError::machine(say!("brief-unwritable"))),
        BriefError::Unreadable(error) => Err(error.into()),
    }
}
