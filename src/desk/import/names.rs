//! The bodies, people and delegations that a text names, by the registries of the archive.

use crate::{
    lang::{Date, Lang, PartialDate},
    source::{
        RegistryDraft,
        input::{OrganizationInput, PersonInput, TextInput},
    },
};

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KnownName {
    Organization,
    Person,
    Delegation,
}

/// A name by which the registries know a record.
#[derive(Clone, Debug)]
struct KnownForm {
    words: String,
    named: KnownName,
    id: String,
    /// The delegation that the record belongs to, if that is known.
    delegation: Option<String>,
}

/// A record that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    /// Where the name stands, in bytes.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// What it is the name of.
    pub(super) named: KnownName,
    /// The id of the record.
    pub(super) id: String,
    /// The delegation that the record belongs to, if that is known.
    pub(super) delegation: Option<String>,
}

/// The names that were in use on a day, in a language.
#[derive(Debug)]
pub(super) struct KnownNames {
    lang: Lang,
    names: Vec<KnownForm>,
}

impl KnownNames {
    /// The names of an archive; those that had gone out of use by the day are left out.
    pub(super) fn new(registries: &RegistryDraft, lang: Lang, day: Option<Date>) -> Self {
        let mut names = Self { lang, names: Vec::new() };
        for (id, organization) in &registries.organizations.1 {
            if let Some(organization) = organization {
                names.add_organization(id, organization, day);
            }
        }
        for (id, person) in &registries.people.1 {
            if let Some(person) = person {
                names.add_person(id, person, registries);
            }
        }
        for (id, delegation) in &registries.delegations.1 {
            let Some(delegation) = delegation else { continue };
            let name = delegation.name.as_ref().and_then(|name| in_language(name, lang));
            let forms = name.into_iter().flat_map(|name| delegation_forms(name, lang));
            let code = delegation.country.as_deref().filter(|_| lang == Lang::En);
            // `US` and `U.S.`; the codes of other countries are not what texts call them.
            let code = code.filter(|code| *code == "US").into_iter();
            let codes = code.flat_map(|_| ["U.S.", "US", "USA", "American"].map(str::to_owned));
            for words in forms.chain(codes) {
                names.add(words, KnownName::Delegation, id, Some(id.clone()));
            }
        }
        // The longest name at a place counts.
        names.names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        names
    }

    fn add(&mut self, words: impl Into<String>, named: KnownName, id: &str, delegation: Option<String>) {
        let words = words.into();
        if words.chars().count() > 1 {
            self.names.push(KnownForm { words, named, id: id.to_owned(), delegation });
        }
    }

    fn add_organization(&mut self, id: &str, organization: &OrganizationInput, day: Option<Date>) {
        let lang = self.lang;
        let is_valid = |until: Option<&String>| {
            let until = until.and_then(|until| PartialDate::parse(until).ok());
            until.zip(day).is_none_or(|(until, day)| until.last_day() >= day)
        };
        let earlier = organization.names.iter().flatten().flatten();
        let earlier = earlier.filter(|former| is_valid(former.until.as_ref()));
        let names = earlier.filter_map(|former| former.name.as_ref()).chain(&organization.name);
        let names = names.filter_map(|name| in_language(name, lang));
        for name in names {
            let bare = name.split(['(', '（']).next().unwrap_or(name).trim();
            self.add(name, KnownName::Organization, id, organization.delegation.clone());
            if bare.len() < name.len() {
                self.add(bare, KnownName::Organization, id, organization.delegation.clone());
            }
        }
        if let Some(short) = &organization.abbreviation {
            self.add(short, KnownName::Organization, id, organization.delegation.clone());
        }
    }

    fn add_person(&mut self, id: &str, person: &PersonInput, registries: &RegistryDraft) {
        let roles = person.roles.iter().flatten().flatten();
        let delegation = roles.filter_map(|role| role.organization.as_ref()).find_map(|organization| {
            registries.organizations.1.get(organization)?.as_ref()?.delegation.clone()
        });
        let lang = self.lang;
        let part = |text: &Option<TextInput>| {
            text.as_ref().and_then(|text| in_language(text, lang)).map(str::to_owned)
        };
        let (name, family, given) = (part(&person.name), part(&person.family), part(&person.given));
        // Japanese releases part the names by a blank.
        let parted = family.zip(given).filter(|_| lang == Lang::Ja).into_iter();
        let parted = parted
            .flat_map(|(family, given)| [' ', '\u{3000}'].map(|blank| format!("{family}{blank}{given}")));
        for words in name.into_iter().chain(parted) {
            self.add(words, KnownName::Person, id, delegation.clone());
        }
    }

    /// The records that a text names, in order; names within longer ones do not count.
    pub(super) fn mentions(&self, text: &str) -> Vec<Mention> {
        let mut found: Vec<Mention> = Vec::new();
        for name in &self.names {
            for (start, _) in text.match_indices(name.words.as_str()) {
                let end = start + name.words.len();
                let is_free = !found.iter().any(|other| start < other.end && other.start < end);
                if is_free && self.is_name(text, start, end) {
                    let (id, delegation) = (name.id.clone(), name.delegation.clone());
                    found.push(Mention { start, end, named: name.named, id, delegation });
                }
            }
        }
        found.sort_by_key(|mention| mention.start);
        found
    }

    /// Whether a name stands for itself there, and is no part of a longer word.
    fn is_name(&self, text: &str, start: usize, end: usize) -> bool {
        let is_letter = |c: char| match self.lang {
            Lang::En => c.is_alphanumeric(),
            Lang::Ja => c.is_ascii_alphanumeric(),
        };
        let edge = |c: Option<char>| c.is_some_and(is_letter);
        let begins_with = edge(text[start..].chars().next());
        let ends_with = edge(text[start..end].chars().next_back());
        let is_begun = begins_with && text[..start].ends_with(is_letter);
        let goes_on = ends_with && text[end..].starts_with(is_letter);
        !is_begun && !goes_on
    }
}

/// The text of a language; one for both languages counts in each.
pub(super) fn in_language(text: &TextInput, lang: Lang) -> Option<&str> {
    match text {
        TextInput::Same(text) => Some(text),
        TextInput::Each(each) => each.get(lang),
    }
}

/// What a delegation is called in sentences: `Japan`, `Japanese`; 日本, 日本側, 米側.
fn delegation_forms(name: &str, lang: Lang) -> Vec<String> {
    match lang {
        Lang::En => {
            let endings = ["", "ese", "n", "an", "ian", "ern"];
            endings.iter().map(|ending| format!("{name}{ending}")).collect()
        }
        Lang::Ja => {
            let first: String = name.chars().take(1).collect();
            vec![name.to_owned(), format!("{name}側"), format!("{first}側")]
        }
    }
}
