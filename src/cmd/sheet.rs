//! `taiwa sheet`: commitments go out in a spreadsheet, and assessments come back.

use std::{io, path::Path};

use super::{
    exit::{CommandError, Exit},
    office_file::{read_office_file, write_office_file},
    options::{options, refuse_output_option, refuse_place},
    print::{numbered, print_found, say, say_problem},
};
use crate::{
    cli::{Common, ProblemFormat, SheetCommand, SheetExportArgs, SheetImportArgs},
    desk::sheet::{MAX_SHEET, SheetFormat, SheetProblem, SheetReport},
    diagnostic::{Severity, shown_message},
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
    let name = args.file.display();
    let (bytes, rows) = match pipeline::export_sheet(&options, format) {
        Ok(sheet) => sheet,
        Err(error) => return refused(error, &args.file, common, "no sheet was written"),
    };
    if !write_office_file(&args.file, &bytes, args.force)? {
        say(common, &format!("{name} is there already, with {}", numbered(rows, "row")))?;
        return Ok(Exit::Success);
    }
    say(common, &format!("{name}: {} to be filled in", numbered(rows, "row")))?;
    Ok(Exit::Success)
}

fn import(args: &SheetImportArgs, common: &Common) -> Result<Exit, CommandError> {
    let options = options(common, false)?;
    let format = format(&args.file)?;
    let bytes = read_office_file(&args.file, MAX_SHEET)
        .map_err(|error| CommandError::usage(format!("{} cannot be read: {error}", args.file.display())))?;
    let imported = pipeline::import_sheet(&options, SheetInput { format, bytes: &bytes }, args.dry_run);
    let import = match imported {
        Ok(import) => import,
        Err(error) => return refused(error, &args.file, common, "nothing was added"),
    };
    print_found(&import.warnings, &import.sources, common)?;
    for line in import.remarks.iter().chain(&import.lines) {
        say(common, &shown_message(line))?;
    }
    if let Some(SheetFailure { error, undone }) = &import.failure {
        let undone = undone.join(", ");
        let message =
            format!("{error}; these have no new assessment: {undone}; run the same command again to finish");
        return Err(CommandError::machine(message));
    }
    say(common, &summary(&import, args.dry_run))?;
    Ok(Exit::Success)
}

fn summary(import: &SheetImport, is_dry: bool) -> String {
    let SheetImport { added, files, known, empty, .. } = import;
    let done = if is_dry { "nothing was written, for --dry-run: " } else { "" };
    let [known, empty] = [known, empty].map(|rows| numbered(*rows, "row"));
    let (added, files) = (numbered(*added, "assessment"), numbered(*files, "file"));
    format!("{done}{added} added to {files}; {known} there already, {empty} not filled in")
}

/// What the name of a file says that it is.
fn format(file: &Path) -> Result<SheetFormat, CommandError> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    SheetFormat::of_name(&name).ok_or_else(|| {
        let message = format!("{} is no name of a sheet: it ends in .xlsx or .csv", file.display());
        CommandError::usage(message)
    })
}

/// Prints why nothing was done.
fn refused(error: SheetError, file: &Path, common: &Common, nothing: &str) -> Result<Exit, CommandError> {
    match error {
        SheetError::Content(diagnostics, sources) => print_found(&diagnostics, &sources, common)?,
        SheetError::Sheet(problems) => print_problems(&problems, file, common)?,
        SheetError::TooLarge => say_problem(
            super::options::language(common),
            Severity::Error,
            "the archive has more than a workbook can hold; name a file that ends in .csv",
        ),
        SheetError::Unreadable(error) => return Err(error.into()),
    }
    say(common, nothing)?;
    Ok(Exit::Content)
}

fn print_problems(problems: &[SheetProblem], file: &Path, common: &Common) -> io::Result<()> {
    let name = file.display().to_string();
    let SheetReport { diagnostics, sources } = match common.format {
        ProblemFormat::Text => SheetReport::for_people(&name, problems),
        ProblemFormat::Json | ProblemFormat::Github | ProblemFormat::Sarif => {
            SheetReport::for_machines(&name, problems)
        }
    };
    print_found(&diagnostics, &sources, common)
}
