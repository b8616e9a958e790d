//! What became of something that was to be carried out, as far as the archive knows.

use strum::{IntoStaticStr, VariantNames};

use super::{Assessment, Commitment, Relation, Status};
use crate::id::Id;

/// What became of a record, by the strongest of what the archive has.
#[derive(Debug, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Outcome<'c> {
    /// The newest judgement of each who judged, in the order in which they judged.
    Assessed(Vec<&'c Assessment>),
    /// What later records say of it, and which.
    Recorded(Vec<(Relation, Id<Commitment>)>),
    /// Nothing here tells.
    Unknown,
}

impl Outcome<'_> {
    /// Every sign of an outcome: a status, the relation of a later record, or that nothing tells; what most archives have
    /// comes first.
    pub const SIGNS: [&'static str; 12] = [
        "unknown",
        "continues",
        "in-progress",
        "fulfilled",
        "reports-on",
        "partly-fulfilled",
        "fulfills",
        "not-started",
        "discontinued",
        "revises",
        "supersedes",
        "responds-to",
    ];

    /// The word for it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.into()
    }

    /// Whether it is known to be carried out, given up or replaced: by all who judged, or by a later record.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        match self {
            Self::Assessed(judgements) => {
                judgements.iter().all(|it| matches!(it.status, Status::Fulfilled | Status::Discontinued))
            }
            Self::Recorded(records) => {
                let closes = |relation| matches!(relation, Relation::Fulfills | Relation::Supersedes);
                records.iter().any(|(relation, _)| closes(*relation))
            }
            Self::Unknown => false,
        }
    }

    /// The later records of each relation, in the order in which relations are explained; none where somebody judged.
    #[must_use]
    pub fn by_relation(&self) -> Vec<(Relation, Vec<Id<Commitment>>)> {
        let Self::Recorded(records) = self else { return Vec::new() };
        let of = |relation: Relation| {
            records.iter().filter(|(it, _)| *it == relation).map(|(_, id)| *id).collect::<Vec<_>>()
        };
        let grouped = Relation::ALL.iter().map(|relation| (*relation, of(*relation)));
        grouped.filter(|(_, ids)| !ids.is_empty()).collect()
    }

    /// Its signs; some may stand there twice.
    #[must_use]
    pub fn signs(&self) -> Vec<&'static str> {
        match self {
            Self::Assessed(judgements) => judgements.iter().map(|it| it.status.name()).collect(),
            Self::Recorded(records) => records.iter().map(|(relation, _)| relation.name()).collect(),
            Self::Unknown => vec![self.name()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_and_relation_is_a_sign() {
        let statuses = Status::NAMES.iter().filter(|name| **name != Status::NoEvidence.name());
        let relations = Relation::NAMES.iter().filter(|name| **name != Relation::Related.name());
        let mut signs: Vec<_> = statuses.chain(relations).copied().chain([Outcome::Unknown.name()]).collect();
        let mut listed = Outcome::SIGNS.to_vec();
        signs.sort_unstable();
        listed.sort_unstable();
        assert_eq!(listed, signs);
    }
}
