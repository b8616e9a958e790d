//! The records as they are written, before anything is known of what they refer to.
//!
//! Every value may be absent: what is required is checked after both language files are together, and what serde
//! refuses becomes nothing. In notes a text is a plain string in the file's language; in registries it may be
//! `{en: …, ja: …}`.

mod commitment;
mod document;
mod event;
mod forms;
mod lists;
mod meeting;
mod note;
mod page;
mod registries;
mod text_or_map;
mod texts;
mod verbs;

pub use commitment::{AssessmentInput, CommitmentInput, DueInput, DueWordsInput, TracksInput};
pub use document::{DocumentInput, SignatoryInput};
pub use event::EventInput;
pub use forms::ById;
pub use lists::{List, Registry};
pub use meeting::{DateInput, HeadInput, MeetingInput, ParticipationInput, RangeInput};
pub use note::{CorrectionInput, EmbargoInput, ReleaseInput, ReleaseWord, VersionInput};
pub use page::PageInput;
pub use registries::{
    AvoidInput, DelegationInput, DialogueInput, EachInput, FormerNameInput, FormerTitleInput, LicenseInput,
    LocalesInput, OrganizationInput, PersonInput, RoleInput, SiteInput, TermInput, TextInput, TrackInput,
};
pub use verbs::{VerbTableInput, VerbsInput};

pub(in crate::source) use texts::{NoteTexts, RegistryTexts};

/// The facts of a note.
#[derive(Debug)]
pub enum Front {
    /// Of a meeting.
    Meeting(Box<MeetingInput>),
    /// Of a page.
    Page(Box<PageInput>),
}
