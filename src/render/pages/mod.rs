//! The pages: a file for each kind, which holds what its template is given and the function that makes it.

mod alias;
mod commitment;
mod commitments;
mod corrections;
mod coverage;
mod delegation;
mod delegations;
mod dialogue;
mod dialogues;
mod downloads;
mod event;
mod events;
mod glossary;
mod home;
mod kind;
mod matrix;
mod meeting;
mod meetings;
mod not_found;
mod organization;
mod organizations;
mod page;
mod parallel;
mod people;
mod person;
mod picture;
mod root;
mod search;
mod status;
mod timeline;
mod track;
mod tracks;
mod withdrawn;

use std::collections::BTreeSet;

use super::{
    body, cards, citation,
    context::LanguageContext,
    dialogues as dialogue_views, documents, drift, frame, head,
    head::{PageContent, PageForm},
    lineage_lanes, lineage_picture, matrix as matrices, menus, sections, share_image, site,
    string_keys::StringKeys,
    text, thread, timeline_lanes, timeline_picture, timeline_words, versions,
    view::{Description, PageTemplate, View},
};
use crate::plan::{ListKind, PageKind, PlannedPage};

/// A template of a theme with the data that it is given.
#[derive(Clone, Debug)]
pub struct Template {
    /// The template, such as `meeting.html`.
    pub name: &'static str,
    /// What it is given besides what every page gets.
    pub data: Description,
}

/// What the code asks for that pages have in common.
const SHARED_STRINGS: [&[StringKeys]; 18] = [
    body::STRINGS,
    citation::STRINGS,
    dialogue_views::STRINGS,
    documents::STRINGS,
    drift::STRINGS,
    frame::STRINGS,
    head::STRINGS,
    lineage_lanes::STRINGS,
    lineage_picture::STRINGS,
    matrices::STRINGS,
    sections::STRINGS,
    site::STRINGS,
    text::STRINGS,
    thread::STRINGS,
    timeline_lanes::STRINGS,
    timeline_picture::STRINGS,
    timeline_words::STRINGS,
    versions::STRINGS,
];

/// Lists the kinds of pages by what their templates are given.
macro_rules! pages {
    ($($page:ty,)+) => {
        /// Every template that pages are made with, and its data.
        #[must_use]
        pub fn templates() -> Vec<Template> {
            vec![$(Template { name: <$page as PageTemplate>::TEMPLATE, data: <$page as View>::describe() }),+]
        }

        /// The keys of all strings that the program asks a theme for; templates ask for more.
        #[must_use]
        pub fn required_strings() -> BTreeSet<String> {
            let of_pages = [$(<$page as PageTemplate>::STRINGS),+];
            let all = of_pages.into_iter().chain(SHARED_STRINGS).chain(cards::STRINGS);
            all.flatten().flat_map(|keys| keys.all()).collect()
        }
    };
}

pages! {
    menus::MenuPage<'_>,
    menus::FooterMenuPage<'_>,
    share_image::SharePicture,
    root::RootPage<'_>,
    home::HomePage<'_>,
    dialogues::DialoguesPage<'_>,
    dialogue::DialoguePage<'_>,
    meetings::MeetingsPage,
    meeting::MeetingPage<'_>,
    parallel::ParallelPage<'_>,
    withdrawn::WithdrawnPage,
    commitments::CommitmentsPage,
    commitment::CommitmentPage<'_>,
    kind::KindPage<'_>,
    tracks::TracksPage,
    track::TrackPage<'_>,
    delegations::DelegationsPage,
    delegation::DelegationPage,
    organizations::OrganizationsPage,
    organization::OrganizationPage<'_>,
    people::PeoplePage,
    person::PersonPage<'_>,
    events::EventsPage,
    event::EventPage<'_>,
    timeline::TimelinePage,
    matrix::MatrixPage,
    glossary::GlossaryPage<'_>,
    status::StatusPage<'_>,
    coverage::CoveragePage<'_>,
    corrections::CorrectionsPage,
    search::SearchPage,
    downloads::DownloadsPage,
    page::PlainPage<'_>,
    picture::PicturePage,
    alias::AliasPage,
    not_found::NotFoundPage<'_>,
}

impl LanguageContext<'_> {
    /// What a page says of itself and what its template is given, or the text of a file that has no template.
    pub(super) fn page(&self, page: &PlannedPage) -> PageForm<'_> {
        PageForm::Templated(Box::new(match page.kind {
            PageKind::Root => self.root(),
            PageKind::NotFound => self.not_found(),
            PageKind::Home => self.home(),
            PageKind::List(list) => self.list(list, page),
            PageKind::Dialogue(id) => self.dialogue(id, page),
            PageKind::Meeting(id) => self.meeting(id, page),
            PageKind::Parallel(id) => self.parallel(id, page),
            PageKind::Commitment(id) => self.commitment(id, page),
            PageKind::WithdrawnCommitment(id) => self.withdrawn(id, page),
            PageKind::Kind(kind) => self.kind(kind, page),
            PageKind::Track(id) => self.track(id, page),
            PageKind::Event(id) => self.event(id, page),
            PageKind::Delegation(id) => self.delegation(id, page),
            PageKind::Organization(id) => self.organization(id, page),
            PageKind::Person(id) => self.person(id, page),
            PageKind::Page(id) => self.plain_page(id, page),
            PageKind::Picture(picture) => self.picture_page(picture, page),
            PageKind::Alias(index) => self.alias(index),
            PageKind::Citations(file) => return PageForm::Written(self.citations(file)),
        }))
    }

    fn list(&self, list: ListKind, page: &PlannedPage) -> PageContent<'_> {
        match list {
            ListKind::Dialogues => self.dialogues(page),
            ListKind::Meetings => self.meetings(page),
            ListKind::Commitments => self.commitments(page),
            ListKind::Tracks => self.tracks(page),
            ListKind::Delegations => self.delegations(page),
            ListKind::Organizations => self.organizations(page),
            ListKind::People => self.people(page),
            ListKind::Events => self.events(page),
            ListKind::Timeline => self.timeline(page),
            ListKind::Matrix => self.matrix_page(page),
            ListKind::Glossary => self.glossary(page),
            ListKind::Status => self.status(),
            ListKind::Coverage => self.coverage(page),
            ListKind::Corrections => self.corrections_page(page),
            ListKind::Search => self.search(page),
            ListKind::Downloads => self.downloads(page),
        }
    }
}
