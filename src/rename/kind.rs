//! The kinds of records whose ids can become others.

use strum::{IntoStaticStr, VariantArray};

use crate::{plan::ListKind, source::ReferenceKind};

/// A kind of record whose id can become another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum RenameKind {
    /// A meeting: the names of its two files.
    Meeting,
    /// A commitment of a meeting.
    Commitment,
    /// A track of tracks.yaml.
    Track,
    /// A delegation of delegations.yaml.
    Delegation,
    /// An organization of organizations.yaml.
    Organization,
    /// A person of people.yaml.
    Person,
    /// A dialogue of dialogues.yaml.
    Dialogue,
    /// An event of events.yaml.
    Event,
}

impl RenameKind {
    /// Every kind.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// The folder of its pages, below the language.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Self::Meeting => ListKind::Meetings.name(),
            Self::Commitment => ListKind::Commitments.name(),
            Self::Track => ListKind::Tracks.name(),
            Self::Delegation => ListKind::Delegations.name(),
            Self::Organization => ListKind::Organizations.name(),
            Self::Person => ListKind::People.name(),
            Self::Dialogue => ListKind::Dialogues.name(),
            Self::Event => ListKind::Events.name(),
        }
    }

    /// The file of its records, unless they are notes or a part of one.
    #[must_use]
    pub fn registry(self) -> Option<&'static str> {
        Some(match self {
            Self::Meeting | Self::Commitment => return None,
            Self::Track => "content/tracks.yaml",
            Self::Delegation => "content/delegations.yaml",
            Self::Organization => "content/organizations.yaml",
            Self::Person => "content/people.yaml",
            Self::Dialogue => "content/dialogues.yaml",
            Self::Event => "content/events.yaml",
        })
    }

    /// The kind of record that a reference names in a text.
    #[must_use]
    pub fn of_reference(kind: ReferenceKind) -> Option<Self> {
        Some(match kind {
            ReferenceKind::Meeting => Self::Meeting,
            ReferenceKind::Commitment => Self::Commitment,
            ReferenceKind::Track => Self::Track,
            ReferenceKind::Delegation => Self::Delegation,
            ReferenceKind::Organization => Self::Organization,
            ReferenceKind::Person => Self::Person,
            ReferenceKind::Event => Self::Event,
            ReferenceKind::Document => return None,
        })
    }
}
