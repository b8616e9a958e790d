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
    lang::Lang,
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
            say(common, &format!("{}: the brief for {meeting}", file.display()))?;
        }
        None => io::stdout().lock().write_all(&bytes)?,
    }
    Ok(Exit::Success)
}

fn format(file: &Path) -> Result<BriefFormat, CommandError> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    BriefFormat::of_name(&name).ok_or_else(|| {
        let message = format!("{} is no name of a brief: it ends in .docx, .html or .md", file.display());
        CommandError::usage(message)
    })
}

/// Prints why there is no brief.
fn refused(error: BriefError, args: &BriefArgs, common: &Common) -> Result<Exit, CommandError> {
    match error {
        BriefError::Content(diagnostics, sources) => {
            print_found(&diagnostics, &sources, common)?;
            say(common, "no brief was made")?;
            Ok(Exit::Content)
        }
        BriefError::UnknownMeeting(near) => {
            let name = args.meeting.as_deref().unwrap_or_default();
            let hint = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "a draft or an embargoed meeting needs --drafts".to_owned(),
            };
            Err(CommandError::usage(format!("no meeting that may be shown is called `{name}`; {hint}")))
        }
        BriefError::NoMeeting => Err(CommandError::usage("the archive has no meeting that may be shown")),
        BriefError::Unwritable => Err(CommandError::machine("the document cannot be written")),
        BriefError::Unreadable(error) => Err(error.into()),
    }
}
