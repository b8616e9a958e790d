//! The pages of single records.

use super::{
    cards::{
        CommitmentCard, DelegationCard, DocumentCard, LinkView, MeetingCard, OrganizationCard, PersonCard,
        TrackCard,
    },
    threads::ThreadView,
};
use crate::render::view::{Html, view};

view! {
    /// A meeting with its notes.
    struct MeetingPage<'a> {
        /// The meeting.
        meeting: MeetingCard,
        /// How it was held, in words: in person, online or both.
        mode: Option<&'a str>,
        /// The level of those who met.
        level: Option<Html>,
        /// The name of the delegation that was the host.
        host: Option<Html>,
        /// The delegations that took part.
        participations: Vec<ParticipationView<'a>>,
        /// The headings of the notes.
        contents: Vec<HeadingView<'a>>,
        /// The notes.
        body: Option<Html>,
        /// Whether texts are missing in the page's language, so that the page shows those of the other.
        fallback: bool,
        /// What the page says of that: of the whole record, or of the part that is missing.
        fallback_notice: Option<&'a str>,
        /// What the page says where its translation is outdated.
        outdated: Option<OutdatedView<'a>>,
        /// The address of the parallel page.
        parallel: Option<String>,
        /// The code of the language of the notes.
        body_lang: &'static str,
        /// What kind of text the notes are; of a meeting that is planned and has none, nothing.
        version: Option<VersionView<'a>>,
        /// The commitments, by track.
        tracks: Vec<TrackGroupView>,
        /// The documents of the meeting.
        documents: Vec<DocumentCard>,
        /// Documents of other meetings that this one rests on or names.
        cited: Vec<DocumentCard>,
        /// What was corrected after publication.
        corrections: Vec<CorrectionView>,
        /// The meeting before.
        previous: Option<MeetingCard>,
        /// The meeting after.
        next: Option<MeetingCard>,
        /// The dialogue.
        dialogue: TitleView,
        /// How to cite the meeting.
        citation: CitationView<'a>,
    }
}

view! {
    /// What stands at every address of a withdrawn meeting, and in the place of a withdrawn page.
    struct WithdrawnPage {
        /// The meeting, if it was one.
        meeting: Option<MeetingCard>,
        /// What was corrected, the withdrawal among it.
        corrections: Vec<CorrectionView>,
    }
}

view! {
    /// A commitment.
    struct CommitmentPage<'a> {
        /// The commitment.
        commitment: CommitmentCard,
        /// The id of its meeting, a slash and its own.
        reference: String,
        /// The operative verb; where the page's language has none, that of the other, marked so.
        verb: Option<Html>,
        /// The organizations that answer for it.
        organizations: Vec<NameView<'a>>,
        /// When it is due, as a date or in the words of its source.
        due: Option<Html>,
        /// Names of forums.
        forums: Vec<&'a str>,
        /// What it goes back to and what goes back to it; nothing where it stands alone.
        thread: Option<ThreadView<'a>>,
        /// Commitments that have to do with it and are no part of the thread.
        related: Vec<CommitmentCard>,
        /// The last meeting that mentioned it.
        last_mention: MeetingCard,
        /// How to cite the commitment.
        citation: CitationView<'a>,
        /// What became of it, as each side sees it.
        assessments: Vec<AssessmentView<'a>>,
        /// Whether its text is missing in the page's language, so that the page shows that of the other.
        fallback: bool,
        /// What the page says of that: of the whole record, or of the part that is missing.
        fallback_notice: Option<&'a str>,
        /// What the page says where its translation is outdated.
        outdated: Option<OutdatedView<'a>>,
        /// What kind of text it is.
        version: VersionView<'a>,
        /// The commitment before in the meeting.
        previous: Option<CommitmentCard>,
        /// The commitment after in the meeting.
        next: Option<CommitmentCard>,
    }
}

view! {
    /// A delegation.
    struct DelegationPage {
        /// The delegation.
        delegation: DelegationCard,
        /// Its organizations.
        organizations: Vec<OrganizationCard>,
        /// The commitments it carries, by meeting, the newest meeting first.
        groups: Vec<MeetingGroupView>,
        /// The meetings it took part in, the newest first.
        meetings: Vec<MeetingCard>,
    }
}

view! {
    /// An organization.
    struct OrganizationPage<'a> {
        /// The organization.
        organization: OrganizationCard,
        /// The names it had before.
        former: Vec<FormerView>,
        /// The organization above it.
        parent: Option<OrganizationCard>,
        /// The organizations below it.
        children: Vec<OrganizationCard>,
        /// The address of its own site.
        website: Option<&'a str>,
        /// Its people.
        people: Vec<PersonCard>,
        /// The meetings it took part in, the newest first.
        meetings: Vec<MeetingCard>,
        /// The commitments it answers for, by meeting, the newest meeting first.
        groups: Vec<MeetingGroupView>,
    }
}

view! {
    /// A person.
    struct PersonPage<'a> {
        /// The person.
        person: PersonCard,
        /// The roles the person had.
        roles: Vec<RoleView<'a>>,
        /// The meetings the person was at, the newest first.
        meetings: Vec<AttendanceView>,
    }
}

view! {
    /// A plain page, such as the one on method.
    struct PlainPage<'a> {
        /// The headings of the text.
        contents: Vec<HeadingView<'a>>,
        /// The text.
        body: Option<Html>,
        /// What the page says where its translation is outdated.
        outdated: Option<OutdatedView<'a>>,
        /// Whether the text is missing in the page's language, so that the page shows that of the other.
        fallback: bool,
        /// What the page says of that: of the whole record, or of the part that is missing.
        fallback_notice: Option<&'a str>,
        /// The code of the language of the text.
        body_lang: &'static str,
        /// What kind of text it is, where that is stated.
        version: Option<VersionView<'a>>,
    }
}

view! {
    /// An earlier address of a record.
    struct AliasPage {
        /// The record.
        target: LinkView,
    }
}

view! {
    /// The way a delegation took part in a meeting.
    struct ParticipationView<'a> {
        /// The delegation.
        delegation: DelegationCard,
        /// Its heads.
        heads: Vec<HeadView>,
        /// Its organizations, under the names they had then.
        organizations: Vec<NameView<'a>>,
        /// Its other people.
        people: Vec<PersonCard>,
        /// Whether there were others whom the source does not name.
        others: bool,
    }
}

view! {
    /// The head of a delegation.
    struct HeadView {
        /// The person.
        person: PersonCard,
        /// The role, as published.
        role: Option<Html>,
    }
}

view! {
    /// An organization as the page names it: in full the first time, short after that.
    struct NameView<'a> {
        /// Its id.
        id: &'a str,
        /// The address of its page.
        url: String,
        /// Its name on the day that counts.
        name: Html,
    }
}

view! {
    /// A heading of a text.
    struct HeadingView<'a> {
        /// Its level, from 2.
        level: u64,
        /// Its id, to link to.
        id: &'a str,
        /// What it says.
        text: &'a str,
    }
}

view! {
    /// A title alone.
    struct TitleView {
        /// The title.
        title: Html,
    }
}

view! {
    /// Commitments of a meeting in one track.
    struct TrackGroupView {
        /// The track.
        track: TrackCard,
        /// The commitments.
        commitments: Vec<CommitmentCard>,
    }
}

view! {
    /// Commitments of one meeting.
    struct MeetingGroupView {
        /// The meeting.
        meeting: MeetingCard,
        /// The commitments.
        commitments: Vec<CommitmentCard>,
    }
}

view! {
    /// What kind of text a text is, and where it comes from.
    struct VersionView<'a> {
        /// The id of the kind, such as `authentic` or `provisional-translation`.
        status_id: &'static str,
        /// The same in words.
        label: &'a str,
        /// What that means.
        definition: &'a str,
        /// The language it was made from, in words.
        from: Option<&'a str>,
        /// Who made it.
        by: Option<&'a str>,
        /// The document it comes from.
        source: Option<DocumentCard>,
    }
}

view! {
    /// What a page says of a translation that is outdated.
    struct OutdatedView<'a> {
        /// That it was made from an earlier text.
        notice: &'a str,
        /// What has changed since; empty where that is not known.
        parts: Vec<ChangedPartView>,
    }
}

view! {
    /// A part of a text that has changed.
    struct ChangedPartView {
        /// What it is called.
        label: Html,
        /// Where it stands in the other language; nothing where it is there no more.
        url: Option<String>,
    }
}

view! {
    /// A correction.
    struct CorrectionView {
        /// The id of its entry; on the page of its record, the first of a day has one.
        anchor: Option<String>,
        /// Its day.
        date: String,
        /// Its day as `2010-11-01`.
        iso: String,
        /// What was corrected.
        note: Html,
    }
}

view! {
    /// What one side says of a commitment.
    struct AssessmentView<'a> {
        /// The id of the status, such as `in-progress`.
        status_id: &'static str,
        /// The same in words.
        status: &'a str,
        /// Its day.
        date: String,
        /// Its day as `2010-11-01`.
        iso: String,
        /// Who says so.
        by: Html,
        /// The address of the page of that delegation.
        by_url: Option<String>,
        /// The document that says so.
        source: DocumentCard,
        /// A note.
        note: Option<Html>,
    }
}

view! {
    /// A name of earlier times.
    struct FormerView {
        /// The name.
        name: Html,
        /// The last day on which it was valid.
        until: String,
    }
}

view! {
    /// A meeting that a person was at.
    struct AttendanceView {
        /// The meeting.
        meeting: MeetingCard,
        /// The role as the head of a delegation, as published.
        role: Option<Html>,
        /// The delegation.
        delegation: DelegationCard,
    }
}

view! {
    /// A role of a person.
    struct RoleView<'a> {
        /// What it is called.
        title: Html,
        /// The organization, under the name it had then.
        organization: Option<NameView<'a>>,
        /// The first day.
        from: Option<String>,
        /// The last day.
        until: Option<String>,
    }
}

view! {
    /// How to cite a record.
    struct CitationView<'a> {
        /// The line to copy.
        text: String,
        /// The address of the record in full, to be shown.
        address: Option<String>,
        /// The address of the record, to link to.
        url: &'a str,
        /// What its text is and rests on, in sentences; empty where nothing is stated.
        version: String,
        /// The title of the record, for programs.
        title: String,
        /// Who publishes the archive.
        publisher: Option<String>,
        /// The first day of the meeting, as `2010-11-01`.
        iso: String,
        /// The code of the language that the text is in.
        language: &'static str,
        /// The same as an entry of BibTeX.
        bibtex: String,
        /// The same as a record of RIS.
        ris: String,
        /// The same as a list of CSL-JSON.
        csl: String,
    }
}
