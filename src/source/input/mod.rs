//! The records as they are written, before anything is known of what they refer to.
//!
//! Every value may be absent: what is required is checked after both language files are together, and what serde
//! refuses becomes nothing. In notes a text is a plain string in the file's language; in registries it may be
//! `{en: …, ja: …}`.

mod forms;
mod lists;
mod note;
mod registries;
mod text_or_map;
mod texts;

pub use forms::ById;
pub use lists::{List, Registry};
pub use note::{
    AssessmentInput, CommitmentInput, CorrectionInput, DateInput, DocumentInput, DueInput, DueWordsInput,
    EmbargoInput, Front, HeadInput, MeetingInput, PageInput, ParticipationInput, RangeInput, ReleaseInput,
    ReleaseWord, VersionInput,
};
pub use registries::{
    AvoidInput, DelegationInput, DialogueInput, EachInput, FormerNameInput, FormerTitleInput, LicenseInput,
    OrganizationInput, PersonInput, RoleInput, SiteInput, TermInput, TextInput, TrackInput,
};

pub(in crate::source) use texts::{NoteTexts, RegistryTexts};
