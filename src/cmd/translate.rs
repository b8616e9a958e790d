//! `taiwa translate`: texts go to a translator, and finished translations come back.

use std::io::{self, Write};

use super::{
    exit::{CommandError, Exit},
    office_file::{read_failure, read_office_file, write_office_file},
    options::{language, options, refuse_output_option, refuse_place},
    print::{print_found, say, say_problem},
};
use crate::{
    cli::{Common, TranslateCommand, TranslateExportArgs, TranslateImportArgs},
    desk::translate::{MAX_XLIFF, report},
    diagnostic::Severity,
    lang::{Count, Message, say},
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
        Err(error) => return refused(error, ("", &[]), common, &say!("nothing-exported")),
    };
    for remark in &export.remarks {
        say_problem(language(common), Severity::Warning, remark);
    }
    let Some(file) = &args.file else {
        io::stdout().lock().write_all(export.text.as_bytes())?;
        return Ok(Exit::Success);
    };
    write_office_file(file, export.text.as_bytes(), args.force)?;
    let (units, records) = (Count(export.units), Count(export.records));
    let (units, records) = (say!("n-units", n = units), say!("n-records", n = records));
    say(common, say!("units-exported", file = file.display(), units, records))?;
    Ok(Exit::Success)
}

fn import(args: &TranslateImportArgs, common: &Common) -> Result<Exit, CommandError> {
    refuse_output_option(common)?;
    let options = options(common, false)?;
    let name = args.file.display().to_string();
    let bytes = read_office_file(&args.file, MAX_XLIFF).map_err(|error| {
        CommandError::usage(say!("file-unreadable", file = name, error = read_failure(&error)))
    })?;
    let import = match pipeline::import_translations(&options, &bytes, args.dry_run) {
        Ok(import) => import,
        Err(error) => return refused(error, (&name, &bytes), common, &say!("nothing-imported")),
    };
    print_found(&import.warnings, &import.sources, common)?;
    let (diagnostics, sources) = report(&name, &bytes, &import.refused, language(common));
    print_found(&diagnostics, &sources, common)?;
    for line in &import.lines {
        say(common, line)?;
    }
    if let Some(error) = &import.failure {
        return Err(CommandError::machine(say!("import-halfway", error = error.message())));
    }
    say(common, summary(&import, args.dry_run))?;
    Ok(if import.refused.is_empty() { Exit::Success } else { Exit::Content })
}

fn summary(import: &TranslationImport, is_dry: bool) -> Message {
    let texts = say!("n-texts", n = Count(import.changed));
    let unfinished = say!("n-units", n = Count(import.unfinished));
    let refused = say!("n-units", n = Count(import.refused.len()));
    let summary = say!("texts-put-in", texts, unfinished, refused);
    if is_dry { say!("dry-run", summary) } else { summary }
}

/// Prints why nothing was done.
fn refused(
    error: TranslationError,
    (name, bytes): (&str, &[u8]),
    common: &Common,
    nothing: &Message,
) -> Result<Exit, CommandError> {
    match error {
        TranslationError::Content(diagnostics, sources) => {
            print_found(&diagnostics, &sources, common)?;
        }
        TranslationError::File(problems) => {
            let (diagnostics, sources) = report(name, bytes, &problems, language(common));
            print_found(&diagnostics, &sources, common)?;
        }
        TranslationError::UnknownRecord(id, near) => {
            let help = near.map(|meant| say!("did-you-mean", meant));
            let message = match help {
                Some(help) => say!("no-meeting-or-page-but", id, help),
                None => say!("no-meeting-or-page", id),
            };
            return Err(CommandError::usage(message));
        }
        TranslationError::Unreadable(error) => return Err(error.into()),
    }
    // What goes to standard output on export is the file.
    if name.is_empty() {
        say_problem(language(common), Severity::Error, nothing);
    } else {
        say(common, nothing)?;
    }
    Ok(Exit::Content)
}
