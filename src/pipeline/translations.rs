//! Translations: the texts of an archive as XLIFF, and what came back, checked with the whole archive before anything is written.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    sync::Arc,
};

use super::{
    sheets::caused,
    workspace::{Parsed, Workspace},
};
use crate::{
    config::Options,
    desk::translate::{
        self, ReturnedFile, TextUnit, TranslationProblem, TranslationRecord, UnitState, finish_record,
    },
    diagnostic::{Code, Diagnostic, Severity, Sources, did_you_mean},
    edit::WorkFile,
    lang::{Count, Lang, Message, PerLang, say},
    model::Fingerprint,
    publish::{self, PublishError},
    source::{Changes, NoteDraft, NoteKind, Stamps},
    stamp,
};

/// The record of what translations were made from.
const STAMPS: &str = "content/stamps.txt";

/// What is exported.
#[derive(Clone, Debug, Default)]
pub struct TranslationChoice {
    /// The language of the translation; the usual one of each record without it.
    pub to: Option<Lang>,
    /// The ids of the records; all without any.
    pub ids: Vec<String>,
    /// Whether what is current is exported too.
    pub is_all: bool,
}

/// What was exported.
pub struct TranslationExport {
    /// The XLIFF.
    pub text: String,
    /// How many units it has.
    pub units: usize,
    /// In how many records.
    pub records: usize,
    /// What a person may want to know.
    pub remarks: Vec<Message>,
}

/// What came of an XLIFF.
#[derive(Debug, Default)]
pub struct TranslationImport {
    /// What was done, line by line.
    pub lines: Vec<Message>,
    /// How many units have new words.
    pub changed: usize,
    /// How many are not finished.
    pub unfinished: usize,
    /// The units that were refused.
    pub refused: Vec<TranslationProblem>,
    /// What the whole archive is warned of that it was not before.
    pub warnings: Vec<Diagnostic>,
    /// Where that is.
    pub sources: Sources,
    /// What could not be written.
    pub failure: Option<PublishError>,
}

/// Why nothing was done.
pub enum TranslationError {
    /// The archive has errors, or would have some.
    Content(Vec<Diagnostic>, Sources),
    /// The file is not sound.
    File(Vec<TranslationProblem>),
    /// No record has this id; perhaps that of another is meant.
    UnknownRecord(String, Option<String>),
    /// The content folder cannot be read at all.
    Unreadable(io::Error),
}

/// An archive without errors, as it is written.
struct Archive {
    workspace: Workspace,
    checked: super::Checked,
    parsed: Parsed,
}

impl Archive {
    fn read(options: &Options) -> Result<Self, TranslationError> {
        let mut workspace = Workspace::new(Options { drafts: true, ..options.clone() });
        let mut checked = workspace.check(&Changes::All).map_err(TranslationError::Unreadable)?;
        if !checked.is_publishable(false) {
            let diagnostics = std::mem::take(&mut checked.diagnostics);
            return Err(TranslationError::Content(diagnostics, std::mem::take(&mut checked.sources)));
        }
        let parsed =
            workspace.parse(&Changes::Paths(BTreeSet::new())).map_err(TranslationError::Unreadable)?;
        Ok(Self { workspace, checked, parsed })
    }

    /// The notes of each record.
    fn notes(&self) -> impl Iterator<Item = PerLang<Option<&NoteDraft>>> {
        let mut notes: BTreeMap<(NoteKind, &str), PerLang<Option<&NoteDraft>>> = BTreeMap::new();
        for draft in self.parsed.drafts.iter().map(Arc::as_ref) {
            notes.entry((draft.kind(), draft.id.as_str())).or_default()[draft.lang] = Some(draft);
        }
        notes.into_values()
    }

    /// The notes of each record that has both.
    fn pairs(&self) -> Vec<PerLang<&NoteDraft>> {
        self.notes().filter_map(PerLang::both).collect()
    }

    /// The notes of the records that have one alone.
    fn alone(&self) -> Vec<&NoteDraft> {
        let alone = self.notes().filter(|notes| notes.both().is_none());
        alone.flat_map(|notes| notes.into_array().into_iter().flatten()).collect()
    }

    fn record<'a>(&'a self, notes: PerLang<&'a NoteDraft>, to: Lang) -> TranslationRecord<'a> {
        let stamps = &self.parsed.registries.stamps;
        translate::record(notes[to.other()], notes[to], stamps, &self.parsed.inventory.sources)
    }
}

/// The texts of an archive that are to be translated, drafts among them.
///
/// # Errors
///
/// [`TranslationError`].
pub fn export_translations(
    options: &Options,
    choice: &TranslationChoice,
) -> Result<TranslationExport, TranslationError> {
    let archive = Archive::read(options)?;
    let usual = archive.checked.site.config.languages.get(1).copied().unwrap_or(Lang::Ja);
    let ids: BTreeSet<&str> = archive.parsed.drafts.iter().map(|draft| draft.id.as_str()).collect();
    if let Some(id) = choice.ids.iter().find(|id| !ids.contains(id.as_str())) {
        let near = did_you_mean(id, ids.iter().copied()).map(ToString::to_string);
        return Err(TranslationError::UnknownRecord(id.clone(), near));
    }
    let is_chosen = |id: &String| choice.ids.is_empty() || choice.ids.contains(id);
    let mut remarks = Vec::new();
    let mut records = Vec::new();
    for notes in archive.pairs() {
        let target = translate::target_lang(notes, choice.to, usual);
        let Some(to) = target.filter(|_| is_chosen(&notes[Lang::En].id)) else { continue };
        let record = archive.record(notes, to);
        if record.unpaired > 0 {
            let blocks = say!("n-blocks", n = Count(record.unpaired));
            remarks.push(say!("blocks-left-out", file = record.original(), blocks));
        }
        records.push(record);
    }
    for draft in archive.alone().into_iter().filter(|draft| is_chosen(&draft.id)) {
        let other = format!("{}.{}.md", draft.id, draft.lang.other().code());
        remarks.push(say!("record-left-out", file = translate::original(draft), other));
    }
    let chosen: Vec<_> = records
        .iter()
        .map(|record| {
            let units = record.units.iter();
            let units = units.filter(|unit| choice.is_all || unit.state != UnitState::Translated);
            (record, units.collect::<Vec<&TextUnit>>())
        })
        .collect();
    let units = chosen.iter().map(|(_, units)| units.len()).sum();
    let count = chosen.iter().filter(|(_, units)| !units.is_empty()).count();
    let text = translate::written(chosen, &archive.checked.site);
    Ok(TranslationExport { text, units, records: count, remarks })
}

/// Puts the finished translations of a file into the notes; with `is_dry`, only finds out what there is to put.
///
/// # Errors
///
/// [`TranslationError`]: nothing was written then.
pub fn import_translations(
    options: &Options,
    bytes: &[u8],
    is_dry: bool,
) -> Result<TranslationImport, TranslationError> {
    let files = translate::read(bytes).map_err(|problem| TranslationError::File(vec![problem]))?;
    let mut archive = Archive::read(options)?;
    let known = known(&archive, &files)?;
    let mut import = TranslationImport::default();
    let mut texts = Vec::new();
    let mut stamps: Vec<(TranslatedNote, Fingerprint)> = Vec::new();
    for (record, file) in known {
        put(&archive, &record, file, &mut import, &mut texts, &mut stamps);
    }
    for (path, text) in &texts {
        archive.workspace.set_text(path, Some(text));
    }
    let after =
        archive.workspace.check(&Changes::Paths(BTreeSet::new())).map_err(TranslationError::Unreadable)?;
    import.warnings = caused(&archive.checked, &after);
    if import.warnings.iter().any(|it| options.strict || it.severity == Severity::Error) {
        return Err(TranslationError::Content(import.warnings, after.sources));
    }
    import.sources = after.sources;
    if !stamps.is_empty() {
        let mut all: Stamps = std::mem::take(&mut archive.parsed.registries.stamps);
        for (name, fingerprint) in stamps {
            all.insert(name, fingerprint);
        }
        texts.push((STAMPS.to_owned(), all.to_string()));
    }
    if !is_dry {
        let mut written = texts.iter().map(|(path, text)| publish::replace(&options.root.join(path), text));
        import.failure = written.find_map(Result::err);
    }
    Ok(import)
}

/// The name of a note.
type TranslatedNote = (NoteKind, String, Lang);

/// The record of each file.
fn known<'a>(
    archive: &'a Archive,
    files: &'a [ReturnedFile],
) -> Result<Vec<(TranslationRecord<'a>, &'a ReturnedFile)>, TranslationError> {
    let pairs = archive.pairs();
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    let mut seen = BTreeSet::new();
    for file in files {
        let place = |notes: &PerLang<&NoteDraft>| {
            let source =
                Lang::ALL.into_iter().find(|lang| translate::original(notes[*lang]) == file.original)?;
            (file.target_lang == source.other().code()).then_some(source.other())
        };
        match pairs.iter().find_map(|notes| Some((*notes, place(notes)?))) {
            Some((notes, to)) if seen.insert(&file.original) => found.push((archive.record(notes, to), file)),
            Some(_) => {
                problems.push(file.problem(Code::DuplicateKey, say!("record-twice-in-file")));
            }
            None => problems
                .push(file.problem(Code::InvalidValue, say!("no-record-in-both", path = file.original))),
        }
    }
    if problems.is_empty() { Ok(found) } else { Err(TranslationError::File(problems)) }
}

/// Puts what is finished into the text of a record.
fn put(
    archive: &Archive,
    record: &TranslationRecord<'_>,
    file: &ReturnedFile,
    import: &mut TranslationImport,
    texts: &mut Vec<(String, String)>,
    stamps: &mut Vec<(TranslatedNote, Fingerprint)>,
) {
    let sources = &archive.parsed.inventory.sources;
    let note = |draft: &NoteDraft| {
        let note = archive.parsed.inventory.notes.iter().find(|note| note.source == draft.source)?;
        Some((note, sources.file(note.source)))
    };
    let (Some(source), Some(target)) = (note(record.source), note(record.target)) else { return };
    let mut finished = finish_record(record, file, [source, target]);
    import.refused.append(&mut finished.refused);
    import.unfinished += finished.unfinished;
    if finished.changed == 0 {
        return;
    }
    import.changed += finished.changed;
    import.lines.append(&mut finished.lines);
    if finished.source.text != source.1.text.as_ref() {
        texts.push((finished.source.path, finished.source.text));
    }
    let WorkFile { path, text, yaml, .. } = finished.file;
    let fingerprint = record.source.fingerprint();
    if let Some(stamped) = stamp::stamp(&text, yaml, &fingerprint.whole).filter(|_| finished.is_whole) {
        import.lines.push(say!("stamped-in-import", file = path));
        stamps.push((record.target.name(), fingerprint));
        texts.push((path, stamped));
        return;
    }
    import.lines.push(if finished.is_whole {
        say!("not-stamped-in-import", file = path)
    } else {
        say!("not-stamped-unfinished", file = path)
    });
    texts.push((path, text));
}
