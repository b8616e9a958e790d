//! What is known after linking: records whose references lead somewhere.
//!
//! Nothing here reads files, formats text for a page or knows a template.

mod alignment;
mod body;
mod commitment;
mod event;
mod fingerprint;
mod meeting;
mod outcome;
mod registry;
mod text;
mod version;

pub use alignment::{Alignment, Row, Shape};
pub use body::{Body, FootnoteMark, Heading, HtmlPart, Piece, Target, Unit, UnitKind, plain_text};
pub use commitment::{Assessment, Commitment, CommitmentFacts, Due, Kind, Party, Relation, Status};
pub use event::{Event, EventKind};
pub use fingerprint::{Fingerprint, Part};
pub use meeting::{
    Capacity, Correction, Document, DocumentKind, DocumentOwner, Head, Meeting, MeetingFacts, Mode, Page,
    Participation, ReadExtent, Release, Signatory, Signer,
};
pub use outcome::Outcome;
pub use registry::{
    Delegation, DelegationKind, Dialogue, Former, Organization, Person, Role, Term, TermUse, Track,
};
pub use text::Text;
pub use version::{TranslationState, Version, VersionStatus};
