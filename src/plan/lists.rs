//! The lists of records.

use strum::{IntoStaticStr, VariantArray, VariantNames};

use crate::{id::Id, model::Meeting, site::Site};

/// The lists of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, VariantArray, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum ListKind {
    /// Dialogues, where there are several.
    Dialogues,
    /// Meetings, the newest first.
    Meetings,
    /// Commitments, by meeting.
    Commitments,
    /// Tracks.
    Tracks,
    /// Delegations.
    Delegations,
    /// Organizations.
    Organizations,
    /// People.
    People,
    /// Meetings in time.
    Timeline,
    /// Meetings by tracks.
    Matrix,
    /// Terms.
    Glossary,
    /// What kinds and statuses mean.
    Status,
    /// What there is in each language.
    Coverage,
    /// What was corrected after publication.
    Corrections,
    /// Everything, by its words.
    Search,
    /// What can be downloaded and subscribed to.
    Downloads,
}

impl ListKind {
    /// Every list, in the order of the navigation.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// Their words, in the same order.
    pub const NAMES: &'static [&'static str] = <Self as VariantNames>::VARIANTS;

    /// Its folder below the language, and its name in strings and templates.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether the main navigation leads to it; that of the foot of the page leads to the others.
    #[must_use]
    pub fn is_in_main_navigation(self) -> bool {
        !matches!(
            self,
            Self::People
                | Self::Glossary
                | Self::Status
                | Self::Coverage
                | Self::Corrections
                | Self::Downloads
        )
    }

    /// The lists that a site has, in the order of the navigation: of dialogues only where there are several.
    pub fn all_in(site: &Site) -> impl Iterator<Item = Self> {
        let has = |list: &Self| *list != Self::Dialogues || site.has_several_dialogues();
        Self::ALL.iter().copied().filter(has)
    }

    /// How many items it has.
    pub(super) fn length(self, site: &Site) -> usize {
        match self {
            Self::Meetings | Self::Timeline | Self::Matrix => published(site).count(),
            Self::Commitments => published(site).map(|id| site.meetings[id].commitments.len()).sum(),
            Self::Dialogues => site.dialogues.len(),
            Self::Tracks => site.tracks.len(),
            Self::Delegations => site.delegations.len(),
            Self::Organizations => site.organizations.len(),
            Self::People => site.people.len(),
            Self::Glossary => site.terms.len(),
            Self::Status | Self::Search | Self::Downloads => 1,
            Self::Corrections => {
                site.meetings.iter().map(|(_, meeting)| meeting.facts.corrections.len()).sum()
            }
            Self::Coverage => published(site).count() + site.published_pages().count(),
        }
    }
}

/// The meetings that lists and counts show, by date: all but the withdrawn.
#[must_use]
pub fn published(site: &Site) -> impl DoubleEndedIterator<Item = Id<Meeting>> {
    site.meetings.iter().filter(|(_, meeting)| !meeting.is_withdrawn()).map(|(id, _)| id)
}
