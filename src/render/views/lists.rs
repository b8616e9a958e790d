//! The home page, the lists, and the pages of both languages.

use super::{
    cards::{CommitmentCard, DelegationCard, LinkView, MeetingCard, OrganizationCard, PersonCard, TrackCard},
    records::{CorrectionView, FormerView, MeetingGroupView},
    threads::ContinuedView,
    timeline::TimelineView,
};
use crate::render::view::{Html, view};

view! {
    /// The door: both languages, as equals.
    struct RootPage<'a> {
        /// The site in each language.
        sites: Vec<OneSiteView<'a>>,
    }
}

view! {
    /// What a server shows where nothing is, in both languages.
    struct NotFoundPage<'a> {
        /// The site in each language.
        sites: Vec<OneSiteView<'a>>,
    }
}

view! {
    /// The site in one language.
    struct OneSiteView<'a> {
        /// The code of the language.
        lang: &'static str,
        /// The language's own name.
        name: &'a str,
        /// The title of the site.
        title: Html,
        /// The title without markup.
        title_plain: String,
        /// What the site is.
        description: Option<String>,
        /// The address of the home page.
        url: String,
        /// What the page says where nothing is.
        strings: NotFoundView<'a>,
    }
}

view! {
    /// The words of the page that a server shows where nothing is.
    struct NotFoundView<'a> {
        /// Its title.
        title: &'a str,
        /// Its text.
        text: &'a str,
        /// What the link to the home page says.
        home: &'a str,
    }
}

view! {
    /// The home page.
    struct HomePage<'a> {
        /// The dialogues.
        dialogues: Vec<DialogueView<'a>>,
        /// How much there is of what.
        counts: Vec<CountView>,
        /// The meetings whose day is still to come, the next first.
        planned: Vec<MeetingCard>,
        /// The newest meetings of those that were held, the newest first.
        recent: Vec<MeetingCard>,
        /// The same by tracks, with some more.
        matrix: MatrixView,
        /// The newest of them.
        latest: Option<LatestView>,
        /// The meetings in time, as a picture.
        timeline: Option<TimelineView>,
        /// The commitments that most later meetings took up.
        continued: Vec<ContinuedView>,
    }
}

view! {
    /// A dialogue.
    struct DialogueView<'a> {
        /// Its title.
        title: Html,
        /// Its abbreviation.
        abbreviation: Option<&'a str>,
        /// What it is about.
        summary: Option<Html>,
        /// The titles it had before.
        former: Vec<FormerView>,
        /// How many meetings it has, in words.
        meetings_text: String,
        /// Its two parties.
        parties: Vec<DelegationCard>,
    }
}

view! {
    /// How much there is of something.
    struct CountView {
        /// Of what: `meetings`, `commitments`, `tracks` or `organizations`.
        key: &'static str,
        /// How many, in words.
        text: String,
        /// The address of their list.
        url: String,
    }
}

view! {
    /// The newest meeting.
    struct LatestView {
        /// The meeting.
        meeting: MeetingCard,
        /// Its first commitments.
        commitments: Vec<CommitmentCard>,
    }
}

view! {
    /// The meetings.
    struct MeetingsPage {
        /// The meetings by year, the newest first.
        years: Vec<YearView>,
    }
}

view! {
    /// The meetings of a year.
    struct YearView {
        /// The year.
        year: i64,
        /// The year as the language writes it.
        label: String,
        /// The meetings.
        meetings: Vec<MeetingCard>,
    }
}

view! {
    /// The commitments.
    struct CommitmentsPage {
        /// The commitments by meeting, the newest meeting first.
        groups: Vec<MeetingGroupView>,
    }
}

view! {
    /// The tracks.
    struct TracksPage {
        /// The tracks.
        tracks: Vec<TrackCard>,
    }
}

view! {
    /// The delegations.
    struct DelegationsPage {
        /// The delegations.
        delegations: Vec<DelegationCard>,
    }
}

view! {
    /// The organizations.
    struct OrganizationsPage {
        /// The organizations, in Japanese under the rows of the syllabary.
        sections: Vec<OrganizationSectionView>,
        /// Which of them took part in which meetings.
        participation: Option<ParticipationTableView>,
    }
}

view! {
    /// A row of the syllabary with its organizations; in English the whole list.
    struct OrganizationSectionView {
        /// The row.
        heading: Option<String>,
        /// The organizations.
        items: Vec<OrganizationCard>,
    }
}

view! {
    /// What was corrected after publication.
    struct CorrectionsPage {
        /// The corrections of all meetings, the newest first; those of withdrawn meetings are among them.
        corrections: Vec<CorrectedView>,
    }
}

view! {
    /// A correction with its meeting.
    struct CorrectedView {
        /// The correction.
        correction: CorrectionView,
        /// Whether the meeting was withdrawn.
        withdrawn: bool,
        /// The meeting, with the address of the correction on its page.
        meeting: LinkView,
    }
}

view! {
    /// The people.
    struct PeoplePage {
        /// The people, in Japanese under the rows of the syllabary.
        sections: Vec<PeopleSectionView>,
    }
}

view! {
    /// A row of the syllabary with its people; in English the whole list.
    struct PeopleSectionView {
        /// The row.
        heading: Option<String>,
        /// The people.
        items: Vec<ListedPersonView>,
    }
}

view! {
    /// A person in a list.
    struct ListedPersonView {
        /// The person.
        person: PersonCard,
        /// What the person's roles are called, in one line.
        roles: Option<Html>,
    }
}

view! {
    /// The meetings in time.
    struct TimelinePage {
        /// The meetings by year, the earliest first.
        years: Vec<YearView>,
        /// The meetings as a picture; only on the first page.
        picture: Option<TimelineView>,
    }
}

view! {
    /// The meetings by tracks.
    struct MatrixPage {
        /// The table.
        matrix: MatrixView,
    }
}

view! {
    /// A table of meetings by tracks.
    struct MatrixView {
        /// The columns.
        tracks: Vec<TrackCard>,
        /// The rows, the newest meeting first.
        rows: Vec<MatrixRowView>,
    }
}

view! {
    /// A meeting in the table.
    struct MatrixRowView {
        /// The meeting.
        meeting: MeetingCard,
        /// A cell for every track.
        cells: Vec<MatrixCellView>,
        /// How many commitments the meeting made.
        total: usize,
    }
}

view! {
    /// The commitments of a meeting in a track.
    struct MatrixCellView {
        /// How many there are.
        n: usize,
        /// The address of their list on the meeting's page, where there are any.
        url: Option<String>,
    }
}

view! {
    /// Which organizations took part in which meetings.
    struct ParticipationTableView {
        /// How many columns the table has.
        span: usize,
        /// The organizations by delegation.
        groups: Vec<ParticipationGroupView>,
        /// The meetings, the earliest first.
        meetings: Vec<MeetingCard>,
        /// Whether earlier meetings were left out.
        left_out: bool,
    }
}

view! {
    /// The organizations of a delegation in the table.
    struct ParticipationGroupView {
        /// The delegation.
        delegation: DelegationCard,
        /// The organizations.
        rows: Vec<ParticipationRowView>,
    }
}

view! {
    /// An organization in the table.
    struct ParticipationRowView {
        /// The organization.
        organization: OrganizationCard,
        /// Whether it took part, for every meeting.
        cells: Vec<bool>,
        /// At how many meetings it was in all.
        total: usize,
    }
}

view! {
    /// What the words for kinds, statuses, versions and relations mean.
    struct StatusPage<'a> {
        /// The kinds of commitments.
        kinds: Vec<DefinitionView<'a>>,
        /// The statuses of commitments.
        statuses: Vec<DefinitionView<'a>>,
        /// The kinds of texts.
        versions: Vec<DefinitionView<'a>>,
        /// The relations between commitments.
        relations: Vec<DefinitionView<'a>>,
    }
}

view! {
    /// A word with its meaning.
    struct DefinitionView<'a> {
        /// The id of what it stands for.
        id: &'static str,
        /// The word.
        name: &'a str,
        /// What it means.
        definition: &'a str,
    }
}
