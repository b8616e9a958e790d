//! `taiwa translate`: texts go to a translator, and finished translations come back.

use std::io::{self, Write};

use super::{
    exit::{CommandError, Exit},
    office_file::{read_office_file, write_office_file},
    options::{options, refuse_output_option, refuse_place},
    print::{numbered, print_found, say, say_problem},
};
use crate::{
    cli::{Common, TranslateCommand, TranslateExportArgs, TranslateImportArgs},
    desk::translate::{MAX_XLIFF, report},
    diagnostic::{Severity, shown_message},
    pipeline::{self, TranslationChoice, TranslationError, TranslationImport},
};

pub(super) fn run(command: &TranslateCommand, common: &Common) -> Result<Exit, CommandError> {
    match command {
        TranslateCommand::Export(args) => export(args, common),
        TranslateCommand::Import(args) => import(args, common),
    }
}

fn export(args: &TranslateExportArgs, common: &Common) -> Result<Exit, CommandError> {
    // Here -o names the file that is written, not the folder of a site.
    let options = options(&Common { output: None, ..common.clone() }, false)?;
    if let Some(file) = &args.file {
        refuse_place(file, &options)?;
    }
    let choice = TranslationChoice { to: args.to, ids: args.ids.clone(), is_all: args.all };
    let export = match pipeline::export_translations(&options, &choice) {
        Ok(export) => export,
        Err(error) => return refused(error, ("", &[]), common, "nothing was exported"),
    };
    for remark in &export.remarks {
        say_problem(super::options::language(common), Severity::Warning, remark);
    }
    let Some(file) = &args.file else {
        io::stdout().lock().write_all(export.text.as_bytes())?;
        return Ok(Exit::Success);
    };
    write_office_file(file, export.text.as_bytes(), args.force)?;
    let (units, records) = (numbered(export.units, "unit"), numbered(export.records, "record"));
    say(common, &format!("{}: {units} of {records} to be translated", file.display()))?;
    Ok(Exit::Success)
}

fn import(args: &TranslateImportArgs, common: &Common) -> Result<Exit, CommandError> {
    refuse_output_option(common)?;
    let options = options(common, false)?;
    let name = args.file.display().to_string();
    let bytes = read_office_file(&args.file, MAX_XLIFF)
        .map_err(|error| CommandError::usage(format!("{name} cannot be read: {error}")))?;
    let import = match pipeline::import_translations(&options, &bytes, args.dry_run) {
        Ok(import) => import,
        Err(error) => return refused(error, (&name, &bytes), common, "nothing was changed"),
    };
    print_found(&import.warnings, &import.sources, common)?;
    let (diagnostics, sources) = report(&name, &bytes, &import.refused);
    print_found(&diagnostics, &sources, common)?;
    for line in &import.lines {
        say(common, &shown_message(line))?;
    }
    if let Some(error) = &import.failure {
        let message = format!("{error}; run the same command again to finish");
        return Err(CommandError::machine(message));
    }
    say(common, &summary(&import, args.dry_run))?;
    Ok(if import.refused.is_empty() { Exit::Success } else { Exit::Content })
}

fn summary(import: &TranslationImport, is_dry: bool) -> String {
    let done = if is_dry { "nothing was written, for --dry-run: " } else { "" };
    let (changed, unfinished) = (numbered(import.changed, "text"), numbered(import.unfinished, "unit"));
    let refused = numbered(import.refused.len(), "unit");
    format!("{done}{changed} changed; {unfinished} not finished, {refused} refused")
}

/// Prints why nothing was done.
fn refused(
    error: TranslationError,
    (name, bytes): (&str, &[u8]),
    common: &Common,
    nothing: &str,
) -> Result<Exit, CommandError> {
    match error {
        TranslationError::Content(diagnostics, sources) => {
            print_found(&diagnostics, &sources, common)?;
        }
        TranslationError::File(problems) => {
            let (diagnostics, sources) = report(name, bytes, &problems);
            print_found(&diagnostics, &sources, common)?;
        }
        TranslationError::UnknownRecord(id, near) => {
            let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            return Err(CommandError::usage(format!("no meeting or page is called `{id}`{hint}")));
        }
        TranslationError::Unreadable(error) => return Err(error.into()),
    }
    // What goes to standard output on export is the file.
    if name.is_empty() {
        say_problem(super::options::language(common), Severity::Error, nothing);
    } else {
        say(common, nothing)?;
    }
    Ok(Exit::Content)
}
