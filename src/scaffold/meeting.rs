//! The two files of a new meeting, with what the archive knows already filled in.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::Path,
};

use super::write::{NewFile, WriteError, is_beginning, is_whole, refuse_outside, write_whole};
use crate::{
    diagnostic::{self, Diagnostic, Sources, did_you_mean},
    id::{self, is_id},
    lang::{Lang, Message, MessageList, PartialDate, Precision, date_prefix, say},
    source::{
        self, Before, Changes, Inventory, NoteKind, NoteSource, RegistryDraft,
        input::{DateInput, DialogueInput, MeetingInput, TextInput},
    },
    yaml::{self, Problem},
};

const TEMPLATES: [(Lang, &str); 2] =
    [(Lang::En, include_str!("meeting.en.md")), (Lang::Ja, include_str!("meeting.ja.md"))];

/// What a new meeting is to be.
#[derive(Clone, Copy, Debug)]
pub struct MeetingRequest<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its day or month; without one, that which the id begins with.
    pub date: Option<PartialDate>,
    /// The id of its dialogue; needed only where the archive has several.
    pub dialogue: Option<&'a str>,
    /// The language in which is said what is wrong.
    pub language: Lang,
}

/// Why no meeting was made.
#[derive(Debug)]
pub enum MeetingError {
    /// This is not an id.
    InvalidId(String),
    /// A meeting with this id is there, in this file.
    Exists(String),
    /// So it is, in a folder that cannot be read.
    Unlisted(String),
    /// No dialogue has this id; these have.
    UnknownDialogue(String, Vec<String>),
    /// The archive has several dialogues, with these ids, and none was named.
    SeveralDialogues(Vec<String>),
    /// dialogues.yaml names no dialogue that could be read; this is what is wrong with it.
    NoDialogue(Vec<Diagnostic>, Box<Sources>),
    /// The content folder cannot be read.
    Unreadable(io::Error),
    /// The system refused to write.
    Write(WriteError),
}

impl MeetingError {
    /// Why, in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::InvalidId(written) => {
                let problem = say!("not-an-id-for", id = written, rule = id::rule(written));
                match suggested(written) {
                    Some(meant) => say!("with-help", problem, help = say!("did-you-mean", meant)),
                    None => problem,
                }
            }
            Self::Exists(file) => say!("meeting-exists", file),
            Self::Unlisted(id) => say!("meeting-exists", file = say!("files-of-meeting", id)),
            Self::UnknownDialogue(name, known) => {
                let problem = say!("no-record", what = say!("kind-dialogue"), name);
                let help = match did_you_mean(name, known.iter().map(String::as_str)) {
                    Some(meant) => say!("did-you-mean", meant),
                    None => say!("dialogues-there", ids = listed(known)),
                };
                say!("with-help", problem, help)
            }
            Self::SeveralDialogues(known) => say!("several-dialogues", ids = listed(known)),
            Self::NoDialogue(..) => say!("no-dialogue-for-meeting"),
            Self::Unreadable(error) => Message::verbatim(error),
            Self::Write(error) => error.message(),
        }
    }
}

fn listed(ids: &[String]) -> MessageList {
    MessageList(ids.iter().map(|name| say!("named", name)).collect())
}

/// The id that was probably meant.
fn suggested(written: &str) -> Option<String> {
    let parts: Vec<_> = written
        .split(|c: char| c.is_whitespace() || c.is_ascii_punctuation())
        .filter(|part| !part.is_empty())
        .collect();
    Some(parts.join("-").to_ascii_lowercase()).filter(|id| is_id(id))
}

/// Writes the files of a new meeting, ready to fill in, and returns their paths from the root.
///
/// Mistakes elsewhere in the archive do not matter: only dialogues.yaml must be readable. What a run left that was killed
/// is made whole.
///
/// # Errors
///
/// See [`MeetingError`]; nothing was written then.
pub fn new_meeting(root: &Path, request: &MeetingRequest<'_>) -> Result<[String; 2], MeetingError> {
    if !is_id(request.id) {
        return Err(MeetingError::InvalidId(request.id.to_owned()));
    }
    let mut inventory =
        source::walk(root, &Before::default(), &Changes::All).map_err(MeetingError::Unreadable)?;
    let existing = existing(&inventory, request.id);
    let is_unlisted = existing.is_empty() && inventory.unread.has_meeting(request.id);
    forget(&mut inventory, request.id);
    let made = texts(inventory, request);
    if let Some(first) = existing.first() {
        let is_begun = made.as_ref().is_ok_and(|files| is_begun(root, files, &existing));
        if !is_begun {
            return Err(MeetingError::Exists(first.clone()));
        }
    }
    if is_unlisted {
        return Err(MeetingError::Unlisted(request.id.to_owned()));
    }
    let texts = made?;
    let content = root.join("content");
    refuse_outside(&content.join("meetings"), &content).map_err(MeetingError::Write)?;
    write_whole(root, &new_files(&texts)).map_err(MeetingError::Write)?;
    Ok(texts.map(|(path, _)| path))
}

fn new_files(texts: &[(String, String); 2]) -> [NewFile<'_>; 2] {
    texts.each_ref().map(|(path, text)| (path.clone(), text.as_bytes()))
}

/// Whether the files of a meeting that are there are what a killed run left of these two.
fn is_begun(root: &Path, texts: &[(String, String); 2], existing: &[String]) -> bool {
    let files = new_files(texts);
    let is_left =
        |path: &String| files.iter().any(|file| file.0 == *path && is_beginning(&root.join(path), file.1));
    existing.iter().all(is_left) && !files.iter().all(|file| is_whole(&root.join(&file.0), file.1))
}

/// The two files of a new meeting: their paths from the root, and their texts.
fn texts(
    mut inventory: Inventory,
    request: &MeetingRequest<'_>,
) -> Result<[(String, String); 2], MeetingError> {
    let mut problems = std::mem::take(&mut inventory.problems);
    let mut unread = std::mem::take(&mut inventory.unread);
    let registries = source::parse_registries(&inventory, &mut unread, &mut problems);
    let dialogues = &registries.dialogues.1;
    let known = || dialogues.keys().cloned().collect::<Vec<_>>();
    let (name, dialogue) = match request.dialogue {
        _ if dialogues.is_empty() => return Err(no_dialogue(problems, inventory.sources, request.language)),
        Some(name) => dialogues
            .get_key_value(name)
            .ok_or_else(|| MeetingError::UnknownDialogue(name.to_owned(), known()))?,
        None => dialogues
            .first()
            .filter(|_| dialogues.len() == 1)
            .ok_or_else(|| MeetingError::SeveralDialogues(known()))?,
    };
    let date = request.date.or_else(|| PartialDate::parse(date_prefix(request.id)?).ok());
    let number =
        if unread.has_meetings() { Number::Unknown } else { number(&inventory, &registries, name, date) };
    let draft = MeetingSkeleton {
        id: request.id,
        name,
        dialogue: dialogue.as_ref(),
        date,
        number,
        registries: &registries,
    };
    Ok(TEMPLATES.map(|(lang, template)| (draft.path(lang), draft.text(template, lang))))
}

/// The files of the meeting with this id, wherever below meetings/ they lie.
fn existing(inventory: &Inventory, id: &str) -> Vec<String> {
    let path = |source| inventory.sources.path(source).to_owned();
    let is_own = |note: &&NoteSource| note.kind == NoteKind::Meeting && note.id == id;
    let mut files: Vec<_> = inventory.notes.iter().filter(is_own).map(|note| path(note.source)).collect();
    if inventory.unread.has_meeting(id) {
        let beginning = format!("{id}.");
        let is_named = |path: &str| {
            path.strip_prefix("content/meetings/")
                .and_then(|inner| inner.rsplit('/').next())
                .is_some_and(|name| name.starts_with(&beginning))
        };
        files.extend(inventory.sources.files().iter().map(|it| it.path.clone()).filter(|it| is_named(it)));
    }
    files
}

/// Takes the files of a meeting out of an inventory: a new one is made from what the others say.
fn forget(inventory: &mut Inventory, id: &str) {
    inventory.notes.retain(|note| note.kind != NoteKind::Meeting || note.id != id);
    inventory.unread.notes.remove(&(NoteKind::Meeting, id.to_owned()));
}

/// What is wrong with the file that should name the dialogues.
fn no_dialogue(problems: Vec<Problem>, sources: Sources, language: Lang) -> MeetingError {
    let is_of_file = |problem: &Problem| {
        problem.spot.source().is_some_and(|source| sources.path(source) == "content/dialogues.yaml")
    };
    let problems = problems.into_iter().filter(is_of_file).collect();
    let mut diagnostics = yaml::locate(problems, &sources, language);
    diagnostic::sort(&mut diagnostics, &sources);
    MeetingError::NoDialogue(diagnostics, Box::new(sources))
}

/// What is known of a new meeting's number.
#[derive(Clone, Copy)]
enum Number {
    /// It is probably this.
    Next(u32),
    /// There is one, but which cannot be reported.
    Unknown,
    /// The dialogue's meetings have none.
    None,
}

/// The facts of a meeting, wherever they stand, that its number depends on.
#[derive(Default)]
struct NumberedMeeting {
    dialogue: Option<String>,
    number: Option<u32>,
    date: Option<PartialDate>,
}

/// The number after the last of a dialogue. Of a meeting that is not the latest, it cannot be reported.
fn number(
    inventory: &Inventory,
    registries: &RegistryDraft,
    dialogue: &str,
    date: Option<PartialDate>,
) -> Number {
    let Some(meetings) = meetings(inventory) else { return Number::Unknown };
    let is_only = registries.dialogues.1.len() == 1;
    let is_own =
        |meeting: &&NumberedMeeting| meeting.dialogue.as_deref().map_or(is_only, |own| own == dialogue);
    let own: Vec<_> = meetings.values().filter(is_own).collect();
    if own.is_empty() {
        return Number::Next(1);
    }
    let numbered: Vec<_> = own.iter().filter(|meeting| meeting.number.is_some()).collect();
    let Some(last) = numbered.iter().filter_map(|meeting| meeting.number).max() else { return Number::None };
    let is_later = |meeting: &&&&NumberedMeeting| {
        date.is_some_and(|date| meeting.date.is_some_and(|other| other.first_day() > date.first_day()))
    };
    if numbered.iter().find(is_later).is_some() {
        return Number::Unknown;
    }
    last.checked_add(1).map_or(Number::Unknown, Number::Next)
}

/// The meetings by id; nothing where one could not be read.
fn meetings(inventory: &Inventory) -> Option<BTreeMap<&str, NumberedMeeting>> {
    let mut meetings: BTreeMap<&str, NumberedMeeting> = BTreeMap::new();
    for note in inventory.notes.iter().filter(|note| note.kind == NoteKind::Meeting) {
        // What is wrong with other meetings is for `check` to tell.
        let file = inventory.sources.file(note.source);
        let input: MeetingInput = yaml::read(note.source, file, &mut Vec::new())?;
        let meeting = meetings.entry(&note.id).or_default();
        meeting.dialogue = meeting.dialogue.take().or(input.dialogue);
        meeting.number = meeting.number.or(input.number);
        let date = input.date.and_then(|date| match date {
            DateInput::Single(date) => Some(date),
            DateInput::Range(range) => range.from,
        });
        meeting.date = meeting.date.or_else(|| PartialDate::parse(&date?).ok());
    }
    Some(meetings)
}

/// What the files of a new meeting are made from.
struct MeetingSkeleton<'a> {
    id: &'a str,
    name: &'a str,
    dialogue: Option<&'a DialogueInput>,
    date: Option<PartialDate>,
    number: Number,
    registries: &'a RegistryDraft,
}

impl MeetingSkeleton<'_> {
    fn path(&self, lang: Lang) -> String {
        format!("content/meetings/{}.{}.md", self.id, lang.code())
    }

    fn text(&self, template: &str, lang: Lang) -> String {
        let parties = self.parties();
        let first = |ids: Vec<&str>, otherwise: &str| ids.first().map_or(otherwise, |id| *id).to_owned();
        let track = first(self.tracks(), "…");
        let example = match track.as_str() {
            "…" => "track:…".to_owned(),
            track => format!("track:{track}"),
        };
        let blanks = [
            ("@id@", self.id.to_owned()),
            ("@date@", self.date_line()),
            ("@delegations@", self.delegation_lines()),
            ("@dialogue@", self.dialogue_line()),
            ("@number@", self.number_line()),
            ("@level@", self.level()),
            ("@host@", first(parties.clone(), "…")),
            ("@organizations@", first(self.organizations(&parties), "…")),
            ("@track@", track),
            ("@parties@", if parties.is_empty() { "…".into() } else { parties.join(", ") }),
            ("@example@", example),
            // Last, since titles are anybody's words.
            ("@tracks@", self.track_lines(lang)),
        ];
        blanks.iter().fold(template.to_owned(), |text, (blank, value)| text.replace(blank, value))
    }

    fn date_line(&self) -> String {
        match self.date {
            Some(date) => {
                let several = match date.precision() {
                    Precision::Day => "days",
                    Precision::Month => "months",
                };
                let first = date.to_string();
                format!("date: {first:<28}# of several {several}: {{from: {first}, to: …}}")
            }
            None => "date:                             # such as 2020-03-02, 2020-03, or {from: 2020-03-02, to: 2020-03-03}"
                .to_owned(),
        }
    }

    fn dialogue_line(&self) -> String {
        // One with a mistaken id is the only one, and need not be named.
        if is_id(self.name) { format!("dialogue: {}", self.name) } else { "#dialogue: …".to_owned() }
    }

    fn number_line(&self) -> String {
        match self.number {
            Number::Next(number) => {
                format!("number: {number}                         # the next of the dialogue")
            }
            Number::Unknown => {
                "number:                           # its place in the dialogue, or delete this".to_owned()
            }
            Number::None => "#number: 1".to_owned(),
        }
    }

    fn delegation_lines(&self) -> String {
        let parties = self.parties();
        if parties.is_empty() {
            return "delegations:                      # both parties, such as {north: {}, south: {}}"
                .to_owned();
        }
        let lines: Vec<_> = parties.iter().map(|party| format!("\n  {party}: {{}}")).collect();
        format!("delegations:                      # {{}} if no more is known{}", lines.concat())
    }

    fn level(&self) -> String {
        let mut levels = self.registries.site.1.levels.iter().flatten().map(|(id, _)| id);
        levels.find(|id| is_id(id)).map_or_else(|| "director-general".to_owned(), String::clone)
    }

    /// The parties of the dialogue, each once.
    fn parties(&self) -> Vec<&str> {
        let parties =
            self.dialogue.and_then(|dialogue| dialogue.parties.as_ref()).into_iter().flatten().flatten();
        let mut seen = BTreeSet::new();
        parties.map(String::as_str).filter(|id| is_id(id) && seen.insert(*id)).collect()
    }

    /// The organizations of the first party, the example of what a delegation may hold.
    fn organizations(&self, parties: &[&str]) -> Vec<&str> {
        let own = |delegation: Option<&str>| delegation.is_some() && delegation == parties.first().copied();
        let organizations = self.registries.organizations.1.iter();
        let own = organizations
            .filter(|(_, record)| own(record.as_ref().and_then(|record| record.delegation.as_deref())));
        own.map(|(id, _)| id.as_str()).filter(|id| is_id(id)).collect()
    }

    fn tracks(&self) -> Vec<&str> {
        self.registries.tracks.1.keys().map(String::as_str).filter(|id| is_id(id)).collect()
    }

    /// The tracks with their titles, a line each.
    fn track_lines(&self, lang: Lang) -> String {
        let tracks = self.tracks();
        let width = tracks.iter().map(|id| id.len()).max().unwrap_or_default().max(15);
        let line = |id: &str| {
            let title = self.registries.tracks.1.get(id).and_then(|track| track.as_ref()?.title.as_ref());
            let title = title.and_then(|title| in_language(title, lang)).unwrap_or_default();
            // A comment ends with its line, whatever a title holds.
            let title: Vec<_> = title.split(|c: char| c.is_whitespace() || c.is_control()).collect();
            format!("#   {id:width$}   {}", title.join(" ")).trim_end().to_owned()
        };
        match tracks.as_slice() {
            [] => "#   …".to_owned(),
            tracks => tracks.iter().map(|id| line(id)).collect::<Vec<_>>().join("\n"),
        }
    }
}

fn in_language(text: &TextInput, lang: Lang) -> Option<&str> {
    match text {
        TextInput::Same(text) => Some(text),
        TextInput::Each(each) => each.get(lang).or_else(|| each.get(lang.other())),
    }
}
