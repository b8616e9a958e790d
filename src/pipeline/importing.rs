//! Imports: the statement is read by what the archive knows, and becomes the notes of a meeting.

use std::{io, path::Path};

use crate::{
    desk::import::{
        ArchiveKnowledge, FirstNote, ImportRequest, ReadError, StatementFile, StatementText, VerbTable,
        first_draft, is_made_by_import, is_waiting, read, second_draft,
    },
    diagnostic::{Diagnostic, Sources},
    lang::{Lang, Message, say},
    publish::{self, PublishError},
    scaffold::{WriteError, write_files},
    source::{
        self, Before, Changes, Inventory, NoteKind, NoteSource, RegistryDraft, Unread, input::MeetingInput,
    },
    yaml,
};

/// The most that a draft may have: front matter may have no more, and the text stands below it.
const MAX_NOTE: usize = 1 << 20;

/// What is imported, and how.
#[derive(Clone, Copy, Debug)]
pub struct ImportInput<'a> {
    /// The file.
    pub file: StatementFile<'a>,
    /// The id of the meeting.
    pub meeting: &'a str,
    /// The language, if it is given.
    pub lang: Option<Lang>,
    /// Whether the text is one that the parties treat as theirs.
    pub is_authentic: bool,
    /// The SHA-256 of the file.
    pub sha256: &'a str,
    /// How the name of the file ends that is to be kept in static/, if it is.
    pub kept_ending: Option<&'a str>,
    /// The language in which is said what is wrong.
    pub language: Lang,
}

/// What came of an import.
#[derive(Debug, Default)]
pub struct Import {
    /// What was found and decided, line by line.
    pub lines: Vec<Message>,
    /// The files that were made or filled in.
    pub written: Vec<String>,
    /// The files that were there already, just as they are to be.
    pub unchanged: Vec<String>,
}

/// Why nothing was made.
pub enum ImportError {
    /// The file is no statement that can be read.
    Read(ReadError),
    /// The archive has what stands in the way: what it is, and the remedy.
    Conflict(Message),
    /// content/verbs.yaml is not sound.
    Verbs(Vec<Diagnostic>, Sources),
    /// The content folder cannot be read at all.
    Unreadable(io::Error),
    /// The system refused to write a new file.
    Write(WriteError),
    /// The system refused to write a file that is there.
    Publish(PublishError),
}

/// Makes the draft of a meeting from a statement, or fills in its second language; with `is_dry`, only finds out what there is to
/// do.
///
/// # Errors
///
/// [`ImportError`]: nothing was written then.
pub fn import(root: &Path, input: &ImportInput<'_>, is_dry: bool) -> Result<Import, ImportError> {
    let document = read(input.file, input.lang).map_err(ImportError::Read)?;
    let mut inventory =
        source::walk(root, &Before::default(), &Changes::All).map_err(ImportError::Unreadable)?;
    let mut unread = std::mem::take(&mut inventory.unread);
    // What is wrong elsewhere is for `check` to report; but a registry that is not there would leave out all that it knows.
    let registries = source::parse_registries(&inventory, &mut unread, &mut Vec::new());
    if unread.is_site || !unread.codes.is_empty() {
        return Err(ImportError::Conflict(say!("registry-unread")));
    }
    let verbs = verbs(&inventory, input.language)?;
    // Each language of a meeting has a file of its own.
    let lang = document.lang.code();
    let kept_file = input.kept_ending.map(|ending| format!("statements/{}.{lang}.{ending}", input.meeting));
    let run = ImportRun {
        root,
        input,
        kept_file,
        inventory: &inventory,
        registries: &registries,
        verbs: &verbs,
        is_dry,
    };
    run.import(&document, &unread)
}

/// The verbs of the program and of the archive.
fn verbs(inventory: &Inventory, language: Lang) -> Result<VerbTable, ImportError> {
    let mut problems = Vec::new();
    let verbs = source::parse_verbs(inventory, &mut problems);
    if problems.is_empty() {
        return Ok(VerbTable::of_program().with(verbs));
    }
    let sources = inventory.sources.clone();
    Err(ImportError::Verbs(yaml::locate(problems, &sources, language), sources))
}

struct ImportRun<'a> {
    root: &'a Path,
    input: &'a ImportInput<'a>,
    /// Where in static/ the file is kept, if it is.
    kept_file: Option<String>,
    inventory: &'a Inventory,
    registries: &'a RegistryDraft,
    verbs: &'a VerbTable,
    is_dry: bool,
}

impl ImportRun<'_> {
    fn import(&self, document: &StatementText, unread: &Unread) -> Result<Import, ImportError> {
        let id = self.input.meeting;
        if unread.has_meeting(id) {
            return Err(ImportError::Conflict(say!("meeting-note-unread", meeting = id)));
        }
        let (own, other) = (self.note(document.lang), self.note(document.lang.other()));
        match (own, other) {
            (None, None) => self.first(document),
            (Some(own), Some(other)) if is_waiting(self.text(own), id, document.lang) => {
                self.refuse_foreign(other)?;
                self.second(document, own, other)
            }
            (Some(own), other) => self.again(document, own, other),
            (None, Some(other)) => {
                let (path, lang) = (self.path(other), document.lang.code());
                Err(ImportError::Conflict(say!("note-without-other", path, lang)))
            }
        }
    }

    /// Both notes of a new meeting.
    fn first(&self, document: &StatementText) -> Result<Import, ImportError> {
        let (draft, waiting) = first_draft(document, &self.request(document.lang), self.knowledge());
        if draft.note.len() > MAX_NOTE {
            let (file, most) = (self.input.file.name, MAX_NOTE >> 20);
            return Err(ImportError::Conflict(say!("note-too-large", file, most)));
        }
        let path = |lang: Lang| format!("content/meetings/{}.{}.md", self.input.meeting, lang.code());
        let mut files = vec![
            (path(document.lang), draft.note.into_bytes()),
            (path(document.lang.other()), waiting.into_bytes()),
        ];
        files.extend(self.kept_file());
        self.refuse_kept()?;
        if !self.is_dry {
            write_files(self.root, &files).map_err(ImportError::Write)?;
        }
        let written = files.into_iter().map(|(path, _)| path).collect();
        Ok(Import { lines: draft.lines, written, unchanged: Vec::new() })
    }

    /// The note of the second language, in the place of the one that waits for it.
    fn second(
        &self,
        document: &StatementText,
        own: &NoteSource,
        other: &NoteSource,
    ) -> Result<Import, ImportError> {
        let (text, lines) = self.second_text(document, other)?;
        self.refuse_kept()?;
        let path = self.path(own);
        let mut written = vec![path.to_owned()];
        let kept: Vec<_> = self.kept_file().into_iter().collect();
        written.extend(kept.iter().map(|(path, _)| path.clone()));
        if !self.is_dry {
            write_files(self.root, &kept).map_err(ImportError::Write)?;
            publish::replace(&self.root.join(path), &text).map_err(ImportError::Publish)?;
        }
        Ok(Import { lines, written, unchanged: Vec::new() })
    }

    /// The same statement once more: nothing is to be done, or the note is no longer what import would write.
    fn again(
        &self,
        document: &StatementText,
        own: &NoteSource,
        other: Option<&NoteSource>,
    ) -> Result<Import, ImportError> {
        let (path, text) = (self.path(own), self.text(own));
        if !is_made_by_import(text) {
            return Err(ImportError::Conflict(say!("note-taken", path)));
        }
        let (draft, _) = first_draft(document, &self.request(document.lang), self.knowledge());
        let is_same = draft.note == text
            || match other {
                Some(other) => self.second_text(document, other)?.0 == text,
                None => false,
            };
        if !is_same {
            return Err(ImportError::Conflict(say!("note-edited", path)));
        }
        Ok(Import { lines: Vec::new(), written: Vec::new(), unchanged: vec![path.to_owned()] })
    }

    fn second_text(
        &self,
        document: &StatementText,
        other: &NoteSource,
    ) -> Result<(String, Vec<Message>), ImportError> {
        let file = self.inventory.sources.file(other.source);
        let facts: MeetingInput = yaml::read(other.source, file, &mut Vec::new())
            .ok_or_else(|| ImportError::Conflict(say!("first-note-unread", path = file.path)))?;
        let body = file.text.get(other.body_start..).unwrap_or_default();
        let first = FirstNote { lang: other.lang, facts: &facts, body };
        let draft = second_draft(document, first, &self.request(document.lang), self.knowledge());
        Ok((draft.note, draft.lines))
    }

    fn refuse_foreign(&self, note: &NoteSource) -> Result<(), ImportError> {
        if is_made_by_import(self.text(note)) {
            return Ok(());
        }
        Err(ImportError::Conflict(say!("note-not-by-import", path = self.path(note))))
    }

    /// The file to be kept, if there is one.
    fn kept_file(&self) -> Option<(String, Vec<u8>)> {
        let file = self.kept_file.as_ref()?;
        Some((format!("content/static/{file}"), self.input.file.bytes.to_vec()))
    }

    /// Refuses another file at the place of the one that is to be kept.
    fn refuse_kept(&self) -> Result<(), ImportError> {
        let Some(file) = &self.kept_file else { return Ok(()) };
        let there = self.inventory.statics.iter().find(|there| there.address == *file);
        match there.map(|there| there.file.read()) {
            Some(Ok(bytes)) if bytes == self.input.file.bytes => Ok(()),
            None => Ok(()),
            Some(_) => Err(ImportError::Conflict(say!("kept-file-taken", file))),
        }
    }

    fn request(&self, lang: Lang) -> ImportRequest<'_> {
        ImportRequest {
            id: self.input.meeting,
            suffix: lang.code(),
            file_name: self.input.file.name,
            sha256: self.input.sha256,
            kept_file: self.kept_file.as_deref(),
            is_authentic: self.input.is_authentic,
        }
    }

    fn knowledge(&self) -> ArchiveKnowledge<'_> {
        ArchiveKnowledge { registries: self.registries, verbs: self.verbs }
    }

    fn note(&self, lang: Lang) -> Option<&NoteSource> {
        let is_own = |note: &&NoteSource| {
            note.kind == NoteKind::Meeting && note.id == self.input.meeting && note.lang == lang
        };
        self.inventory.notes.iter().find(is_own)
    }

    fn path(&self, note: &NoteSource) -> &str {
        self.inventory.sources.path(note.source)
    }

    fn text(&self, note: &NoteSource) -> &str {
        &self.inventory.sources.file(note.source).text
    }
}
