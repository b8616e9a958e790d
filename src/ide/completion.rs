//! What is offered at the cursor.

use std::ops::Range;

use super::{candidates::Candidate, kinds::CompletionKind};

/// Something that is offered at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What it is called.
    pub label: String,
    /// The rest of the line: titles in both languages.
    pub detail: Option<String>,
    /// What it means.
    pub documentation: Option<String>,
    /// What it is.
    pub kind: CompletionKind,
    /// What it takes the place of.
    pub replaced: Range<usize>,
    /// What stands there then.
    pub inserted: String,
}

impl Completion {
    /// A name, which is written as it is called.
    pub(super) fn name(candidate: &Candidate<'_>, replaced: &Range<usize>, inserted: String) -> Self {
        Self {
            label: candidate.id.to_string(),
            detail: candidate.detail(),
            documentation: None,
            kind: CompletionKind::Name(candidate.kind),
            replaced: replaced.clone(),
            inserted,
        }
    }
}
