//! Records as many pages show them.

use crate::render::view::{Card, Html, view};

/// Cards: made once a language, shared by all pages that show them.
pub(in crate::render) type TrackCard = Card<TrackView<'static>>;
pub(in crate::render) type DelegationCard = Card<DelegationView<'static>>;
pub(in crate::render) type OrganizationCard = Card<OrganizationView<'static>>;
pub(in crate::render) type PersonCard = Card<PersonView<'static>>;
pub(in crate::render) type MeetingCard = Card<MeetingView<'static>>;
pub(in crate::render) type CommitmentCard = Card<CommitmentView<'static>>;
pub(in crate::render) type DocumentCard = Card<DocumentView<'static>>;

view! {
    /// A policy track.
    struct TrackView<'a> {
        /// Its id.
        id: &'a str,
        /// The address of its page.
        url: String,
        /// Its title.
        title: Html,
        /// Its title without markup.
        title_plain: String,
        /// What it is about.
        summary: Option<Html>,
        /// How many commitments it has.
        commitments: usize,
        /// The same in words, such as `3 commitments`.
        commitments_text: String,
        /// At how many meetings they were made, in words.
        meetings_text: String,
    }
}

view! {
    /// A delegation.
    struct DelegationView<'a> {
        /// Its id.
        id: &'a str,
        /// The address of its page.
        url: String,
        /// Its name.
        name: Html,
        /// `government` or `private`, where it is said.
        kind_id: Option<&'static str>,
        /// The same in words.
        kind: Option<&'a str>,
        /// The code of its country.
        country: Option<&'a str>,
        /// The name of the delegation on whose side it sits.
        side: Option<Html>,
    }
}

view! {
    /// An organization.
    struct OrganizationView<'a> {
        /// Its id.
        id: &'a str,
        /// The address of its page.
        url: String,
        /// Its name.
        name: Html,
        /// Its name with the abbreviation.
        name_full: Html,
        /// Its abbreviation.
        abbreviation: Option<&'a str>,
        /// The delegation it belongs to.
        delegation: DelegationCard,
    }
}

view! {
    /// A person.
    struct PersonView<'a> {
        /// The person's id.
        id: &'a str,
        /// The address of the person's page.
        url: String,
        /// The name as lists have it: in English the family name first, in capitals.
        name: Html,
        /// The name as it is written elsewhere.
        name_full: Html,
    }
}

view! {
    /// A meeting.
    struct MeetingView<'a> {
        /// Its id.
        id: &'a str,
        /// The address of its page.
        url: String,
        /// Its title.
        title: Html,
        /// Its title without markup.
        title_plain: String,
        /// Its number, in words.
        number: Option<String>,
        /// The day or days in full.
        date: String,
        /// The day or days in short.
        date_short: String,
        /// The first day as `2010-11-01`, for `<time datetime>`.
        iso: String,
        /// Where it was held.
        place: Option<Html>,
        /// What it was about.
        summary: Option<Html>,
        /// How many commitments it made.
        commitments: usize,
        /// The same in words, such as `3 commitments`.
        commitments_text: String,
        /// Whether it is shown only because drafts were asked for.
        draft: bool,
        /// Whether its day is still to come.
        planned: bool,
        /// Whether it was withdrawn.
        withdrawn: bool,
    }
}

view! {
    /// A commitment.
    struct CommitmentView<'a> {
        /// Its id, unique in its meeting.
        id: &'a str,
        /// The address of its page.
        url: String,
        /// Its text.
        text: Html,
        /// The operative verb, where the page's language has one.
        verb: Option<Html>,
        /// The id of its kind, such as `undertaking`.
        kind_id: &'static str,
        /// Its kind in words.
        kind: &'a str,
        /// Its track.
        track: TrackCard,
        /// The meeting that made it.
        meeting: MeetingCard,
        /// The delegations that carry it.
        delegations: Vec<DelegationCard>,
        /// The ids of the statuses that its assessments give it, such as `fulfilled`; each once.
        status_ids: Vec<&'static str>,
        /// The same in words, in the same order.
        statuses: Vec<&'a str>,
        /// Whether nothing tells what happened next, where something could.
        no_evidence: bool,
        /// Whether a later commitment supersedes it.
        superseded: bool,
        /// How it stands among the meetings: `taken-up`, `latest` or `once`.
        standing: &'static str,
        /// The same in words.
        standing_text: &'a str,
    }
}

view! {
    /// A document of a meeting.
    struct DocumentView<'a> {
        /// Its id.
        id: &'a str,
        /// The id of its entry on the page of its meeting.
        anchor: String,
        /// The address of that entry.
        url: String,
        /// Its title.
        title: Html,
        /// Where the document itself is: an address elsewhere or, where `external` is not so, in this site.
        href: Option<&'a str>,
        /// Whether `href` leads out of this site.
        external: bool,
        /// The address of the archive's own file of it, where `href` leads elsewhere.
        copy: Option<&'a str>,
        /// Who published it.
        publisher: Option<Html>,
        /// The language it is in, in words.
        language: Option<&'a str>,
        /// Its date.
        date: Option<String>,
        /// Its date as `2010-11-01`.
        iso: Option<String>,
        /// The day on which it was last looked up.
        retrieved: Option<String>,
        /// The address of a copy that an archive of the web keeps.
        archived: Option<&'a str>,
        /// Its meeting.
        meeting: LinkView,
    }
}

view! {
    /// A record of which nothing more is shown than a link.
    struct LinkView {
        /// The address of its page.
        url: String,
        /// Its title.
        title: Html,
    }
}
