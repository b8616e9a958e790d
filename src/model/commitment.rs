//! Commitments: what a meeting set down, who carries it, and how it hangs together with others.

use schemars::JsonSchema;
use serde::Deserialize;
use strum::{IntoStaticStr, VariantArray, VariantNames};

use super::{Delegation, Document, Meeting, Organization, Text, Track};
use crate::{id::Id, lang::Date};

/// Something that a meeting set down.
#[derive(Debug)]
pub struct Commitment {
    /// Its id, unique in its meeting.
    pub id: String,
    /// The meeting that made it.
    pub meeting: Id<Meeting>,
    /// What its note says of it.
    pub facts: CommitmentFacts,
    /// The documents that its note names as its sources.
    pub sources: Vec<Id<Document>>,
    /// What it says of earlier commitments, as authored.
    pub lineage: Vec<(Relation, Id<Commitment>)>,
    /// What other commitments say of it.
    pub backlinks: Vec<(Relation, Id<Commitment>)>,
    /// How it is judged, side by side.
    pub assessments: Vec<Assessment>,
}

/// What a note says of a commitment itself.
#[derive(Debug)]
pub struct CommitmentFacts {
    /// Its short name.
    pub title: Option<Text>,
    /// Its short name and, in a language without one, its text; nothing of a commitment without a short name.
    pub titled: Option<Text>,
    /// What it is.
    pub kind: Kind,
    /// The policy track it belongs to, the main one where there are several.
    pub track: Id<Track>,
    /// All tracks it belongs to, the main one first.
    pub tracks: Vec<Id<Track>>,
    /// Who carries it.
    pub delegations: Vec<Id<Delegation>>,
    /// Which bodies answer for it.
    pub organizations: Vec<Id<Organization>>,
    /// The operative verb of the source.
    pub verb: Option<Text>,
    /// The text.
    pub text: Text,
    /// By when.
    pub due: Option<Due>,
    /// Where else it is to be pursued, as named.
    pub forums: Vec<Text>,
}

impl CommitmentFacts {
    /// What it is called: its short name and, in a language without one, its text.
    #[must_use]
    pub fn name(&self) -> &Text {
        self.titled.as_ref().unwrap_or(&self.text)
    }

    /// Its texts, in which something may be named.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let due = self.due.as_ref().and_then(|due| due.text.as_ref());
        let texts = [Some(&self.text), self.title.as_ref(), self.verb.as_ref(), due];
        texts.into_iter().flatten().chain(&self.forums)
    }
}

impl Commitment {
    /// The newest judgement of each who judged, but those that found nothing: another record may tell.
    #[must_use]
    pub fn judgements(&self) -> Vec<&Assessment> {
        let mut newest: Vec<&Assessment> = Vec::new();
        for judged in self.assessments.iter().filter(|it| it.status != Status::NoEvidence) {
            match newest.iter_mut().find(|it| it.is_by_same(judged)) {
                Some(before) if before.date <= judged.date => *before = judged,
                Some(_) => {}
                None => newest.push(judged),
            }
        }
        newest.sort_by_key(|it| it.date);
        newest
    }

    /// Whether a later commitment has taken this one's place.
    #[must_use]
    pub fn is_superseded(&self) -> bool {
        self.backlinks.iter().any(|(relation, _)| *relation == Relation::Supersedes)
    }
}

/// What a commitment is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Deserialize,
    JsonSchema,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Kind {
    /// Something to be done.
    Undertaking,
    /// Something under way that is to go on.
    Continuation,
    /// A view that the sides hold together.
    SharedView,
    /// Something that the sides received well.
    Welcome,
    /// Something that was reported as done.
    Report,
    /// Something that was asked of the governments.
    Recommendation,
    /// The plan of a next meeting.
    NextMeeting,
}

impl Kind {
    /// Every kind, in the order in which they are explained.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// Their words, in the same order.
    pub const NAMES: &'static [&'static str] = <Self as VariantNames>::VARIANTS;

    /// Whether it can be carried out, so that something may tell what became of it.
    #[must_use]
    pub fn has_outcome(self) -> bool {
        match self {
            Self::Undertaking | Self::Continuation | Self::Recommendation | Self::NextMeeting => true,
            Self::SharedView | Self::Welcome | Self::Report => false,
        }
    }

    /// The word for it in front matter.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What one commitment says of an earlier one.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, VariantArray, VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Relation {
    /// It does what the other set out to do.
    Fulfills,
    /// It goes on with the other.
    Continues,
    /// It changes the other.
    Revises,
    /// It takes the other's place.
    Supersedes,
    /// It tells how the other stands.
    ReportsOn,
    /// It answers the other.
    RespondsTo,
    /// It has to do with the other; this alone has no direction in time.
    Related,
}

impl Relation {
    /// Every relation, in the order in which they are shown.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// Their words, in the same order.
    pub const NAMES: &'static [&'static str] = <Self as VariantNames>::VARIANTS;

    /// The key of front matter.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// By when something is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The words of the source, where they are not just the day.
    pub text: Option<Text>,
    /// The last day.
    pub by: Option<Date>,
}

/// A judgement of how a commitment stands.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// How it stands.
    pub status: Status,
    /// When it was judged.
    pub date: Date,
    /// Who judged.
    pub by: Party,
    /// What the judgement rests on.
    pub source: Id<Document>,
    /// More about it.
    pub note: Option<Text>,
}

impl Assessment {
    /// Whether two were made by the same. Of third parties, nothing tells but the document that each rests on.
    fn is_by_same(&self, other: &Self) -> bool {
        self.by == other.by && (self.by != Party::ThirdParty || self.source == other.source)
    }
}

/// Who judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Party {
    /// A delegation.
    Delegation(Id<Delegation>),
    /// Those who keep the archive.
    Archive,
    /// Somebody else.
    ThirdParty,
}

impl Party {
    /// The words for who may judge.
    pub const NAMES: &'static [&'static str] = <Self as VariantNames>::VARIANTS;

    /// The word for what kind of party it is.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// How a commitment stands. The default is never written.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Deserialize,
    JsonSchema,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Status {
    /// Nothing was found that tells.
    #[default]
    NoEvidence,
    /// A source says it was not begun.
    NotStarted,
    /// A source says it is under way.
    InProgress,
    /// A source says a part was done.
    PartlyFulfilled,
    /// A source says it was done.
    Fulfilled,
    /// A source says it was given up.
    Discontinued,
}

impl Status {
    /// Every status, in the order in which they are explained.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// Their words, in the same order.
    pub const NAMES: &'static [&'static str] = <Self as VariantNames>::VARIANTS;

    /// The word for it in front matter.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}
