//! Lists by name.

use crate::{
    id::Id,
    lang::{Lang, SortedBy, order::Collation},
    model::{Organization, Person, Text},
    render::text,
    site::Site,
};

/// A record in its place, with its row of the syllabary.
pub(in crate::render) struct Sorted<T> {
    pub(in crate::render) id: Id<T>,
    pub(in crate::render) row: Option<&'static str>,
}

/// The people, as a language sorts them.
pub(in crate::render) fn sorted_people(site: &Site, lang: Lang) -> Vec<Sorted<Person>> {
    let people = site.people.iter();
    sorted(lang, people.map(|(id, it)| (id, person_sort_text(it, lang), it.reading.is_some())))
}

/// The organizations, as a language sorts them.
pub(in crate::render) fn sorted_organizations(site: &Site, lang: Lang) -> Vec<Sorted<Organization>> {
    let organizations = site.organizations.iter().map(|(id, it)| {
        let reading = it.reading.as_deref();
        (id, sort_text(lang, &it.name, reading), reading.is_some())
    });
    sorted(lang, organizations)
}

/// Where no reading counts, the family name does.
fn person_sort_text(person: &Person, lang: Lang) -> String {
    let part = |part: &Option<Text>| part.as_ref().and_then(|text| text.get(lang)).map(str::to_owned);
    match (lang.locale().sorted_by, part(&person.family), part(&person.given)) {
        (SortedBy::Name, Some(family), Some(given)) => format!("{family} {given}"),
        _ => sort_text(lang, &person.name, person.reading.as_deref()),
    }
}

/// What a name is sorted by.
fn sort_text(lang: Lang, name: &Text, reading: Option<&str>) -> String {
    match (lang.locale().sorted_by, reading) {
        (SortedBy::Reading, Some(reading)) => reading.to_owned(),
        _ => text::plain(name, lang),
    }
}

fn sorted<T>(lang: Lang, records: impl Iterator<Item = (Id<T>, String, bool)>) -> Vec<Sorted<T>> {
    let collation = Collation::new(lang);
    let index_row = lang.locale().index_row;
    let mut sorted: Vec<_> = records
        .map(|(id, sort_text, has_reading)| {
            // Without a reading only kana tell their row.
            let row = index_row.and_then(|index_row| index_row(&sort_text));
            let is_last = index_row.is_some() && row.is_none() && !has_reading;
            (is_last, collation.key(&sort_text), Sorted { id, row })
        })
        .collect();
    sorted.sort_by(|a, b| (a.0, &a.1, a.2.id).cmp(&(b.0, &b.1, b.2.id)));
    sorted.into_iter().map(|(_, _, sorted)| sorted).collect()
}
