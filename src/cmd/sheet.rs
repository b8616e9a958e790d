//! `taiwa sheet`: commitments go out in a spreadsheet, and assessments come back.

use std::{io, path::Path};

use super::{
    exit::{CommandError, Exit},
    office_file::{read_failure, read_office_file, write_office_file},
    options::{language, options, refuse_output_option, refuse_place},
    print::{print_found, say, say_problem},
};
use crate::{
    cli::{Common, ProblemFormat, SheetCommand, SheetExportArgs, SheetImportArgs},
    desk::sheet::{MAX_SHEET, SheetFormat, SheetProblem, SheetReport},
    diagnostic::Severity,
    lang::{Count, Message, say},
    pipeline::{self, SheetError, SheetFailure, SheetImport, SheetInput},
};

pub(super) fn run(command: &SheetCommand, common: &Common) -> Result<Exit, CommandError> {
    refuse_output_option(common)?;
    match command {
        SheetCommand::Export(args) => export(args, common),
        SheetCommand::Import(args) => import(args, common),
    }
}

fn export(args: &SheetExportArgs, common: &Common) -> Result<Exit, CommandError> {
    let options = options(common, false)?;
    let format = format(&args.file)?;
    refuse_place(&args.file, &options)?;
    let (bytes, rows) = match pipeline::export_sheet(&options, format) {
        Ok(sheet) => sheet,
        Err(error) => return refused(error, &args.file, common, say!("no-sheet-written")),
    };
    let (file, rows) = (args.file.display(), say!("n-rows", n = Count(rows)));
    let is_new = write_office_file(&args.file, &bytes, args.force)?;
    say(common, if is_new { say!("sheet-written", file, rows) } else { say!("sheet-there", file, rows) })?;
    Ok(Exit::Success)
}

fn import(args: &SheetImportArgs, common: &Common) -> Result<Exit, CommandError> {
    let options = options(common, false)?;
    let format = format(&args.file)?;
    let bytes = read_office_file(&args.file, MAX_SHEET).map_err(|error| {
        let file = args.file.display();
        CommandError::usage(say!("file-unreadable", file, error = read_failure(&error)))
    })?;
    let imported = pipeline::import_sheet(&options, SheetInput { format, bytes: &bytes }, args.dry_run);
    let import = match imported {
        Ok(import) => import,
        Err(error) => return refused(error, &args.file, common, say!("nothing-added")),
    };
    print_found(&import.warnings, &import.sources, common)?;
    for line in import.remarks.iter().chain(&import.lines) {
        say(common, line)?;
    }
    if let Some(SheetFailure { error, undone }) = &import.failure {
        let (error, undone) = (error.message(), undone.join(", "));
        return Err(CommandError::machine(say!("not-all-added", error, undone)));
    }
    let summary = summary(&import);
    say(common, if args.dry_run { say!("dry-run", summary) } else { summary })?;
    Ok(Exit::Success)
}

fn summary(import: &SheetImport) -> Message {
    let rows = |n| say!("n-rows", n = Count(n));
    say!(
        "assessments-added",
        assessments = say!("n-assessments", n = Count(import.added)),
        files = say!("n-files", n = Count(import.files)),
        known = rows(import.known),
        empty = rows(import.empty)
    )
}

/// What the name of a file says that it is.
fn format(file: &Path) -> Result<SheetFormat, CommandError> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    SheetFormat::of_name(&name)
        .ok_or_else(|| CommandError::usage(say!("no-name-of-sheet", file = file.display())))
}

/// Prints why nothing was done.
fn refused(error: SheetError, file: &Path, common: &Common, nothing: Message) -> Result<Exit, CommandError> {
    match error {
        SheetError::Content(diagnostics, sources) => print_found(&diagnostics, &sources, common)?,
        SheetError::Sheet(problems) => print_problems(&problems, file, common)?,
        SheetError::TooLarge => {
            say_problem(language(common), Severity::Error, say!("archive-beyond-workbook"));
        }
        SheetError::Unreadable(error) => return Err(error.into()),
    }
    say(common, nothing)?;
    Ok(Exit::Content)
}

fn print_problems(problems: &[SheetProblem], file: &Path, common: &Common) -> io::Result<()> {
    let (name, lang) = (file.display().to_string(), language(common));
    let SheetReport { diagnostics, sources } = match common.format {
        ProblemFormat::Text => SheetReport::for_people(&name, problems, lang),
        ProblemFormat::Json | ProblemFormat::Github | ProblemFormat::Sarif => {
            SheetReport::for_machines(&name, problems, lang)
        }
    };
    print_found(&diagnostics, &sources, common)
}
