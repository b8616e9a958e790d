//! Sheets: what ministries are asked, of a checked archive, and what they answer, checked with the whole archive before anything
//! is written.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use super::{checked::Checked, workspace::Workspace};
use crate::{
    config::Options,
    desk::sheet::{self, AssessmentRow, EditedNote, MeetingNote, SheetFormat, SheetProblem, edited_notes},
    diagnostic::{Diagnostic, Severity, Sources},
    lang::{Message, PerLang},
    publish::{self, PublishError},
    source::{Changes, note_name},
};

/// A sheet that came back.
#[derive(Clone, Copy, Debug)]
pub struct SheetInput<'a> {
    /// What its name says that it is.
    pub format: SheetFormat,
    /// All that is in it.
    pub bytes: &'a [u8],
}

/// What came of a sheet.
#[derive(Debug, Default)]
pub struct SheetImport {
    /// What was added, line by line.
    pub lines: Vec<Message>,
    /// What a person may want to know.
    pub remarks: Vec<Message>,
    /// How many assessments.
    pub added: usize,
    /// In how many files.
    pub files: usize,
    /// How many rows say what the archive has already.
    pub known: usize,
    /// How many rows are not filled in.
    pub empty: usize,
    /// What the whole archive is warned of that it was not before.
    pub warnings: Vec<Diagnostic>,
    /// Where that is.
    pub sources: Sources,
    /// Why not all was written.
    pub failure: Option<SheetFailure>,
}

/// Why not all was written.
#[derive(Debug)]
pub struct SheetFailure {
    /// What failed.
    pub error: PublishError,
    /// The files that are as they were.
    pub undone: Vec<String>,
}

/// Why nothing was done.
pub enum SheetError {
    /// The archive has errors, or would have some.
    Content(Vec<Diagnostic>, Sources),
    /// The sheet is not sound: what is wrong with it.
    Sheet(Vec<SheetProblem>),
    /// The archive has more than a workbook can hold.
    TooLarge,
    /// The content folder cannot be read at all.
    Unreadable(io::Error),
}

/// The sheet of an archive: its bytes, and of how many commitments.
///
/// # Errors
///
/// [`SheetError`].
pub fn export_sheet(options: &Options, format: SheetFormat) -> Result<(Vec<u8>, usize), SheetError> {
    let mut checked = super::check(options).map_err(SheetError::Unreadable)?;
    if !checked.is_publishable(options.strict) {
        return Err(content(&mut checked));
    }
    let Some(look) = &checked.look else { return Err(content(&mut checked)) };
    let strings = PerLang::of(|lang| look.renderer.theme().strings(lang));
    let bytes = sheet::written(&checked.site, strings, format).ok_or(SheetError::TooLarge)?;
    Ok((bytes, sheet::rows(&checked.site).len()))
}

/// Adds the assessments of a sheet to the notes; with `is_dry`, only finds out what there is to add. Drafts and embargoed records
/// are assessed like all others: what is written stays in their notes.
///
/// # Errors
///
/// [`SheetError`]: nothing was written then.
pub fn import_sheet(
    options: &Options,
    input: SheetInput<'_>,
    is_dry: bool,
) -> Result<SheetImport, SheetError> {
    let tables =
        sheet::read(input.bytes, input.format).map_err(|problem| SheetError::Sheet(vec![problem]))?;
    let options = Options { drafts: true, ..options.clone() };
    let mut workspace = Workspace::new(options.clone());
    let mut before = workspace.check(&Changes::All).map_err(SheetError::Unreadable)?;
    if !before.is_publishable(false) {
        return Err(content(&mut before));
    }
    let answers = sheet::answers(&tables, &before.site);
    if !answers.problems.is_empty() {
        return Err(SheetError::Sheet(answers.problems));
    }
    let notes = meeting_notes(&before, &answers.new);
    let edited = edited_notes(&notes, &answers.new, &before.site).map_err(SheetError::Sheet)?;
    for EditedNote { path, text, .. } in &edited {
        workspace.set_text(path, Some(text));
    }
    // Nothing is read again: the archive is checked as it was, with these texts in the place of its own.
    let after = workspace.check(&Changes::Paths(BTreeSet::new())).map_err(SheetError::Unreadable)?;
    let warnings = caused(&before, &after);
    if warnings.iter().any(|it| options.strict || it.severity == Severity::Error) {
        return Err(SheetError::Content(warnings, after.sources));
    }
    let unread = sheet::unread(&answers.new, &after.site);
    if !unread.is_empty() {
        return Err(SheetError::Sheet(unread));
    }
    let import = SheetImport {
        remarks: answers.remarks,
        added: answers.new.len(),
        files: edited.len(),
        known: answers.known,
        empty: answers.empty,
        warnings,
        sources: after.sources,
        ..SheetImport::default()
    };
    Ok(if is_dry { foreseen(import, edited) } else { carried_out(import, edited, &options) })
}

/// What is wrong with the content.
fn content(checked: &mut Checked) -> SheetError {
    SheetError::Content(std::mem::take(&mut checked.diagnostics), std::mem::take(&mut checked.sources))
}

/// The files of the meetings that made the commitments.
fn meeting_notes<'a>(checked: &'a Checked, rows: &[AssessmentRow]) -> Vec<MeetingNote<'a>> {
    let site = &checked.site;
    let meetings = rows.iter().map(|row| site.meetings[site.commitments[row.commitment].meeting].id.as_str());
    let meetings: BTreeSet<_> = meetings.collect();
    let files = checked.sources.files().iter().filter(|file| file.path.starts_with("content/meetings/"));
    let notes = files.filter_map(|file| {
        let (id, lang) = note_name(&file.path).filter(|(id, _)| meetings.contains(id))?;
        Some(MeetingNote { id, lang, file })
    });
    notes.collect()
}

/// What is reported of an archive that was not reported before, wherever it stands.
pub(super) fn caused(before: &Checked, after: &Checked) -> Vec<Diagnostic> {
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for it in &before.diagnostics {
        *known.entry(key(it, &before.sources)).or_default() += 1;
    }
    let new = after.diagnostics.iter().filter(|it| match known.get_mut(&key(it, &after.sources)) {
        Some(left) if *left > 0 => {
            *left -= 1;
            false
        }
        _ => true,
    });
    new.cloned().collect()
}

fn key<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> (&'a str, &'static str, &'a str) {
    (sources.path(diagnostic.place.source), diagnostic.code.name(), &diagnostic.message)
}

/// What would be done.
fn foreseen(import: SheetImport, edited: Vec<EditedNote>) -> SheetImport {
    SheetImport { lines: edited.into_iter().flat_map(|note| note.lines).collect(), ..import }
}

/// Writes the notes one by one. Where one fails, the rest is left: the same sheet imported again adds what is missing.
fn carried_out(mut import: SheetImport, edited: Vec<EditedNote>, options: &Options) -> SheetImport {
    let (mut undone, mut error) = (Vec::new(), None);
    for EditedNote { path, text, lines } in edited {
        if error.is_none() {
            error = publish::replace(&options.root.join(&path), &text).err();
        }
        if error.is_some() { undone.push(path) } else { import.lines.extend(lines) }
    }
    import.failure = error.map(|error| SheetFailure { error, undone });
    import
}
