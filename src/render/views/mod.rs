//! What templates see: a view for each thing that pages show, and the data of each template.

mod cards;
mod downloads;
mod frame;
mod lists;
mod parallel;
mod records;
mod search;
mod terms;
mod threads;
mod timeline;

pub(super) use cards::*;
pub(super) use downloads::*;
pub(super) use frame::*;
pub(super) use lists::*;
pub(super) use parallel::*;
pub(super) use records::*;
pub(super) use search::*;
pub(super) use terms::*;
pub(super) use threads::*;
pub(super) use timeline::*;

use super::view::{Description, Field, Page, Shown, View};

/// A template of a theme with the data that it is given.
#[derive(Clone, Debug)]
pub struct Template {
    /// The template, such as `meeting.html`.
    pub name: &'static str,
    /// What it is given besides what every page gets.
    pub data: Description,
}

/// What every page gets, besides the strings.
#[must_use]
pub fn shared() -> Vec<Field> {
    let mut fields = SharedView::describe().fields;
    let text = "What the page says of itself.";
    fields.push(Field { name: "page", shape: FrameView::shape(), text });
    fields.extend(MenusView::describe().fields);
    fields
}

/// Says which template shows which page: once, for those who render and for those who read of it.
macro_rules! pages {
    ($($template:literal: $page:ty,)+) => {
        $(impl Page for $page {
            const TEMPLATE: &'static str = $template;
        })+

        /// Every template that pages are made with, and its data.
        #[must_use]
        pub fn templates() -> Vec<Template> {
            vec![$(Template { name: $template, data: <$page as View>::describe() }),+]
        }
    };
}

pages! {
    "menu.html": MenuPage<'_>,
    "footer_menu.html": FooterMenuPage<'_>,
    "root.html": RootPage<'_>,
    "home.html": HomePage<'_>,
    "meetings.html": MeetingsPage,
    "meeting.html": MeetingPage<'_>,
    "parallel.html": ParallelPage<'_>,
    "withdrawn.html": WithdrawnPage,
    "commitments.html": CommitmentsPage,
    "commitment.html": CommitmentPage<'_>,
    "tracks.html": TracksPage,
    "track.html": TrackPage<'_>,
    "delegations.html": DelegationsPage,
    "delegation.html": DelegationPage,
    "organizations.html": OrganizationsPage,
    "organization.html": OrganizationPage<'_>,
    "people.html": PeoplePage,
    "person.html": PersonPage<'_>,
    "timeline.html": TimelinePage,
    "matrix.html": MatrixPage,
    "glossary.html": GlossaryPage<'_>,
    "status.html": StatusPage<'_>,
    "coverage.html": CoveragePage<'_>,
    "corrections.html": CorrectionsPage,
    "search.html": SearchPage,
    "downloads.html": DownloadsPage,
    "page.html": PlainPage<'_>,
    "alias.html": AliasPage,
    "not_found.html": NotFoundPage<'_>,
}
