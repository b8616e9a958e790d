//! `taiwa brief`: what both sides said last, for those who prepare a meeting.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use super::{
    exit::{CommandError, Exit},
    options::{options, refuse_place},
    print::{print_found, say},
};
use crate::{
    cli::{BriefArgs, BriefLanguages, Common},
    desk::brief::BriefFormat,
    lang::Lang,
    pipeline::{self, BriefError},
    publish,
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
            write(file, &bytes, args.force)?;
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

/// Writes the file, but not over another one that somebody may have worked on.
fn write(file: &Path, bytes: &[u8], force: bool) -> Result<(), CommandError> {
    let there = fs::read(file);
    if there.as_ref().is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    if !force && !matches!(&there, Err(error) if error.kind() == io::ErrorKind::NotFound) {
        let message = format!(
            "{} is there already, and somebody may have changed it; name another file, or use --force",
            file.display()
        );
        return Err(CommandError::usage(message));
    }
    publish::replace(file, bytes).map_err(CommandError::machine)
}

/// Prints why there is no brief.
fn refused(error: BriefError, args: &BriefArgs, common: &Common) -> Result<Exit, CommandError> {
    match error {
        BriefError::Content(diagnostics, sources) => {
            print_found(&diagnostics, &sources, common.format)?;
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
