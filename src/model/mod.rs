//! What is known after linking: records whose references lead somewhere.
//!
//! Nothing here reads files, formats text for a page or knows a template.

mod body;
mod commitment;
mod meeting;
mod registry;
mod text;

pub use body::{Body, FootnoteMark, Heading, Piece, Target, Unit, UnitKind};
pub use commitment::{Assessment, Commitment, Due, Kind, Party, Relation, Status};
pub use meeting::{
    Correction, Document, Head, Meeting, Mode, Page, Participation, Release, Version, VersionStatus,
};
pub use registry::{Delegation, DelegationKind, Dialogue, Former, Organization, Person, Role, Term, Track};
pub use text::Text;
