//! The records of the registries: dialogues, delegations, organizations, people, tracks and terms.

use schemars::JsonSchema;
use serde::Deserialize;
use strum::{IntoStaticStr, VariantNames};

use super::{Commitment, Event, Meeting, Text};
use crate::{
    id::Id,
    lang::{Date, PartialDate, PerLang},
};

/// A series of meetings between two parties.
#[derive(Debug)]
pub struct Dialogue {
    /// Its id.
    pub id: String,
    /// Its present title.
    pub title: Text,
    /// A short form.
    pub abbreviation: Option<String>,
    /// The two parties, in the order in which they are shown.
    pub parties: [Id<Delegation>; 2],
    /// What it is.
    pub summary: Option<Text>,
    /// Earlier titles, the earliest first.
    pub names: Vec<Former>,
    /// The dialogue that it is a part of.
    pub part_of: Option<Id<Dialogue>>,
    /// The dialogues that are a part of it, in the order of their file.
    pub parts: Vec<Id<Dialogue>>,
    /// Its meetings, the earliest first.
    pub meetings: Vec<Id<Meeting>>,
}

impl Dialogue {
    /// What lists call it on a day: its abbreviation or, where it has none, the title of that day.
    #[must_use]
    pub fn short_title_on(&self, day: Date) -> Text {
        self.abbreviation.as_deref().map_or_else(|| self.title_on(day).clone(), Text::same)
    }

    /// The title on a day.
    #[must_use]
    pub fn title_on(&self, day: Date) -> &Text {
        Former::name_on(&self.names, &self.title, day)
    }
}

/// A name that was given up.
#[derive(Clone, Debug)]
pub struct Former {
    /// The last day or month in which it was in use.
    pub until: PartialDate,
    /// The name.
    pub name: Text,
}

impl Former {
    /// The name on a day, of the former ones and the present one.
    #[must_use]
    pub fn name_on<'a>(former: &'a [Self], present: &'a Text, day: Date) -> &'a Text {
        former.iter().find(|former| day <= former.until.last_day()).map_or(present, |former| &former.name)
    }
}

/// A side of a dialogue, or a group that takes part beside one.
#[derive(Debug)]
pub struct Delegation {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What it is, where that is said.
    pub kind: Option<DelegationKind>,
    /// Its country, as an ISO 3166-1 code of two letters, or `EU`.
    pub country: Option<String>,
    /// The delegation that it stands beside.
    pub side: Option<Id<Delegation>>,
    /// Where it took part.
    pub meetings: Vec<Id<Meeting>>,
    /// What it carries.
    pub commitments: Vec<Id<Commitment>>,
    /// Its bodies.
    pub organizations: Vec<Id<Organization>>,
}

/// What a delegation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema, IntoStaticStr, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum DelegationKind {
    /// It speaks for a government.
    Government,
    /// It speaks for companies.
    Private,
    /// It is, or speaks for, an organization of states.
    InternationalOrganization,
    /// It speaks for citizens.
    CivilSociety,
    /// It speaks for universities or research.
    Academia,
}

impl DelegationKind {
    /// The words of all kinds.
    pub const NAMES: &'static [&'static str] = <Self as VariantNames>::VARIANTS;

    /// The word for it in the registry.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A ministry, agency or association.
#[derive(Debug)]
pub struct Organization {
    /// Its id.
    pub id: String,
    /// The delegation it belongs to.
    pub delegation: Id<Delegation>,
    /// Its present name.
    pub name: Text,
    /// A short form.
    pub abbreviation: Option<String>,
    /// How its Japanese name is read, in kana.
    pub reading: Option<String>,
    /// The body it is a part of.
    pub parent: Option<Id<Organization>>,
    /// Its own address.
    pub url: Option<String>,
    /// Earlier names, the earliest first.
    pub names: Vec<Former>,
    /// Where it took part.
    pub meetings: Vec<Id<Meeting>>,
    /// What it answers for.
    pub commitments: Vec<Id<Commitment>>,
    /// Who has or had a role in it.
    pub people: Vec<Id<Person>>,
    /// The bodies that are a part of it.
    pub children: Vec<Id<Organization>>,
}

impl Organization {
    /// The name on a day; without a day, the present one.
    #[must_use]
    pub fn name_at(&self, day: Option<Date>) -> &Text {
        day.map_or(&self.name, |day| Former::name_on(&self.names, &self.name, day))
    }
}

/// Somebody who took part or is referred to.
#[derive(Debug)]
pub struct Person {
    /// The id.
    pub id: String,
    /// The name as published.
    pub name: Text,
    /// The family name.
    pub family: Option<Text>,
    /// The given name.
    pub given: Option<Text>,
    /// How the Japanese name is read, in kana.
    pub reading: Option<String>,
    /// What they were.
    pub roles: Vec<Role>,
    /// Where they took part.
    pub meetings: Vec<Id<Meeting>>,
}

/// What somebody was, and where.
#[derive(Clone, Debug)]
pub struct Role {
    /// The body.
    pub organization: Option<Id<Organization>>,
    /// The title.
    pub title: Text,
    /// The first day or month.
    pub from: Option<PartialDate>,
    /// The last day or month.
    pub until: Option<PartialDate>,
}

/// A policy track.
#[derive(Debug)]
pub struct Track {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What it is.
    pub summary: Option<Text>,
    /// Its commitments, by meeting.
    pub commitments: Vec<Id<Commitment>>,
    /// The meetings that talked about it with nothing recorded.
    pub discussed: Vec<Id<Meeting>>,
    /// The events that have to do with it, the earliest first.
    pub events: Vec<Id<Event>>,
}

/// A term of the glossary.
#[derive(Debug)]
pub struct Term {
    /// The preferred form in each language.
    pub forms: Text,
    /// Forms to be avoided, in each language.
    pub avoid: PerLang<Vec<String>>,
    /// More about it.
    pub note: Option<Text>,
    /// The records whose text has it in either language, by meeting.
    pub uses: Vec<TermUse>,
}

/// A record that uses a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermUse {
    /// A meeting: its title, its summary or its notes.
    Meeting(Id<Meeting>),
    /// A commitment.
    Commitment(Id<Commitment>),
}
