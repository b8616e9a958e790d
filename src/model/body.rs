//! The body of a note or page: HTML with holes where a link depends on the page that shows it.

use super::{Commitment, Delegation, Document, Meeting, Organization, Person, Track};
use crate::id::Id;

/// A body in one language.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// What it is made of, in order.
    pub pieces: Vec<Piece>,
    /// Its headings, in order.
    pub headings: Vec<Heading>,
}

/// A part of a body.
#[derive(Clone, Debug)]
pub enum Piece {
    /// Finished HTML.
    Html(Box<str>),
    /// The beginning of a link whose text follows.
    Open(Target),
    /// The end of a link. A link whose target is not published has neither beginning nor end.
    Close,
    /// A link that shows the title of its record.
    Title(Target),
    /// The address of a picture, relative to the page.
    Picture(Box<str>),
    /// A gap in the published text, with what was authored about it.
    Redacted(Box<str>),
    /// The beginning of a table, in a box that can be moved sideways.
    Table,
}

/// Where a link in a body leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A meeting.
    Meeting(Id<Meeting>),
    /// A commitment.
    Commitment(Id<Commitment>),
    /// A track.
    Track(Id<Track>),
    /// A delegation.
    Delegation(Id<Delegation>),
    /// An organization.
    Organization(Id<Organization>),
    /// A person.
    Person(Id<Person>),
    /// A document, in the list of its meeting.
    Document(Id<Document>),
    /// An address of the site from its root, without the leading slash, with its anchor.
    Inside(Box<str>),
    /// An anchor of the same page, without `#`.
    Anchor(Box<str>),
    /// An address elsewhere.
    Outside(Box<str>),
}

/// A heading of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its rank, from 2.
    pub level: u8,
    /// Its anchor: authored, or structural such as `s1-2`.
    pub id: Box<str>,
    /// Its text without markup; of ruby, the base.
    pub text: Box<str>,
}
