//! `taiwa import`: a statement becomes the draft of a meeting.

use std::{
    io::{self, Read},
    path::{Path, absolute},
    process::{Command, Stdio},
};

use super::{
    exit::{CommandError, Exit},
    office_file::{read_failure, read_office_file},
    options::{archive, language},
    print::{print_found, root_option, say},
};
use crate::{
    artifact::sha256,
    cli::{Common, ImportArgs},
    desk::import::{ReadError, StatementFile, StatementKind, file_kind},
    id::{self, is_id},
    lang::say,
    pipeline::{self, Import, ImportError, ImportInput},
};

/// The most that a statement's file may have.
const MAX_FILE: u64 = 32 << 20;

pub(super) fn run(args: &ImportArgs, common: &Common) -> Result<Exit, CommandError> {
    if !is_id(&args.meeting) {
        let (written, rule) = (&args.meeting, id::rule(&args.meeting));
        return Err(CommandError::usage(say!("not-a-meeting-id", written, rule)));
    }
    let root = archive(common)?;
    let bytes = read(&args.file)?;
    let name = args.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let pdf_text = match file_kind(&name, &bytes) {
        Ok(StatementKind::Pdf) => Some(pdf_text(&args.file)?),
        _ => None,
    };
    let kept_ending = args.keep_file.then(|| ending(&name));
    let input = ImportInput {
        file: StatementFile { name: &name, bytes: &bytes, pdf_text: pdf_text.as_deref() },
        meeting: &args.meeting,
        lang: args.lang,
        is_authentic: args.authentic,
        sha256: &sha256(&bytes),
        kept_ending: kept_ending.as_deref(),
        language: language(common),
    };
    match pipeline::import(root, &input, args.dry_run) {
        Ok(import) => report(&import, args, common),
        Err(error) => refused(error, common),
    }
}

fn report(import: &Import, args: &ImportArgs, common: &Common) -> Result<Exit, CommandError> {
    for line in &import.lines {
        say(common, line)?;
    }
    for file in &import.written {
        let line = if args.dry_run { say!("file-to-write", file) } else { say!("file-written", file) };
        say(common, line)?;
    }
    for file in &import.unchanged {
        say(common, say!("file-as-it-would-be", file))?;
    }
    let end = match (args.dry_run, import.written.is_empty()) {
        (true, _) => say!("no-file-written-for-dry-run"),
        (false, true) => say!("no-file-written"),
        (false, false) => say!("draft-made", root = root_option(&common.root)),
    };
    say(common, end)?;
    Ok(Exit::Success)
}

fn refused(error: ImportError, common: &Common) -> Result<Exit, CommandError> {
    Err(match error {
        ImportError::Verbs(diagnostics, sources) => {
            print_found(&diagnostics, &sources, common)?;
            return Ok(Exit::Content);
        }
        ImportError::Read(ReadError(message)) | ImportError::Conflict(message) => {
            CommandError::content(message)
        }
        ImportError::Unreadable(error) => error.into(),
        ImportError::Write(error) => CommandError::machine(error.message()),
        ImportError::Publish(error) => CommandError::machine(error.message()),
    })
}

/// How the name of a kept file ends.
fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or("txt", |(_, ending)| ending);
    let is_plain = (1..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_plain { ending.to_ascii_lowercase() } else { "txt".to_owned() }
}

/// All that is in a file, if it is a plain one.
fn read(file: &Path) -> Result<Vec<u8>, CommandError> {
    let failed = |error: io::Error| {
        let error = read_failure(&error);
        CommandError::usage(say!("statement-unreadable", file = file.display(), error))
    };
    let bytes = read_office_file(file, MAX_FILE).map_err(failed)?;
    if bytes.len() as u64 > MAX_FILE {
        let (file, most) = (file.display(), MAX_FILE >> 20);
        return Err(CommandError::content(say!("statement-file-too-large", file, most)));
    }
    Ok(bytes)
}

/// The text of a PDF, by the program of poppler.
fn pdf_text(file: &Path) -> Result<String, CommandError> {
    // A path from the root cannot be taken for an option.
    let path = absolute(file)?;
    let program = Command::new("pdftotext")
        .args(["-q", "-layout", "-enc", "UTF-8"])
        .arg(path)
        .arg("-")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut program = program.map_err(|error| CommandError::content(say!("no-pdftotext", error)))?;
    let mut bytes = Vec::new();
    if let Some(output) = program.stdout.take() {
        output.take(MAX_FILE).read_to_end(&mut bytes)?;
    }
    let is_read = program.wait()?.success();
    if !is_read {
        return Err(CommandError::content(say!("pdf-unreadable", file = file.display())));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
