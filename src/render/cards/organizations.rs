//! Delegations, their organizations and people.

use std::sync::Arc;

use super::{
    carded::{Carded, Maker},
    kind_counts::KindCountView,
};
use crate::{
    id::Id,
    lang::{Lang, names},
    model::{Delegation, DelegationKind, Organization, Person, Text},
    plan::ListKind,
    render::{
        lazy::LazyTable,
        string_keys::{StringKeys, key, keys},
        text,
        view::{Card, Html, view},
    },
    theme::Strings,
};

/// The strings that are asked for here.
pub(in crate::render) const STRINGS: &[StringKeys] =
    &[keys("delegation-kind-{}", DelegationKind::NAMES), key("abbreviation-after-name")];

/// A delegation as many pages show it.
pub(in crate::render) type DelegationCard = Card<DelegationView<'static>>;

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
        /// How many commitments of each kind it carries.
        kinds: Vec<KindCountView>,
    }
}

impl Carded for Delegation {
    type Inner = ();
    type View<'a> = DelegationView<'a>;

    fn view<'a>(&'a self, _: Id<Self>, (): &Self::Inner, maker: &Maker<'a>) -> Self::View<'a> {
        DelegationView {
            id: self.id.as_str(),
            url: maker.url(ListKind::Delegations, &self.id),
            name: maker.html(&self.name),
            kind_id: self.kind.map(DelegationKind::name),
            kind: self.kind.map(|kind| maker.strings.plain(&format!("delegation-kind-{}", kind.name()))),
            country: self.country.as_deref(),
            side: self.side.map(|side| maker.html(&maker.site.delegations[side].name)),
            kinds: maker.kind_counts(&self.commitments),
        }
    }
}

/// An organization as many pages show it.
pub(in crate::render) type OrganizationCard = Card<OrganizationView<'static>>;

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

impl Carded for Organization {
    type Inner = Arc<LazyTable<DelegationCard>>;
    type View<'a> = OrganizationView<'a>;

    fn view<'a>(&'a self, _: Id<Self>, delegations: &Self::Inner, maker: &Maker<'a>) -> Self::View<'a> {
        let abbreviation = self.abbreviation.as_deref();
        OrganizationView {
            id: self.id.as_str(),
            url: maker.url(ListKind::Organizations, &self.id),
            name: maker.html(&self.name),
            name_full: Html::new(full_name(&self.name, abbreviation, maker.lang, maker.strings)),
            abbreviation,
            delegation: delegations[self.delegation.index()].clone(),
        }
    }
}

/// An organization's name in full, with the abbreviation.
pub(in crate::render) fn full_name(
    name: &Text,
    abbreviation: Option<&str>,
    lang: Lang,
    strings: &Strings,
) -> String {
    let name = text::markup(name, lang, strings);
    match abbreviation {
        Some(abbreviation) => {
            // The name is HTML already, the abbreviation becomes it, and the message is plain text between them.
            let args = [("name", name.into()), ("abbreviation", text::escape(abbreviation).into())];
            strings.get("abbreviation-after-name", &args)
        }
        None => name,
    }
}

/// A person as many pages show one.
pub(in crate::render) type PersonCard = Card<PersonView<'static>>;

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

impl Carded for Person {
    type Inner = ();
    type View<'a> = PersonView<'a>;

    fn view<'a>(&'a self, _: Id<Self>, (): &Self::Inner, maker: &Maker<'a>) -> Self::View<'a> {
        PersonView {
            id: self.id.as_str(),
            url: maker.url(ListKind::People, &self.id),
            name: Html::new(list_name(self, maker.lang, maker.strings)),
            name_full: maker.html(&self.name),
        }
    }
}

/// A person's name as lists have it.
fn list_name(person: &Person, lang: Lang, strings: &Strings) -> String {
    let part = |part: &Option<Text>| part.as_ref().and_then(|text| text.get(lang)).map(str::to_owned);
    match person.name.get(lang) {
        Some(full) => {
            let (family, given) = (part(&person.family), part(&person.given));
            text::escape(&names::list_form(lang, family.as_deref(), given.as_deref(), full))
        }
        None => text::markup(&person.name, lang, strings),
    }
}
