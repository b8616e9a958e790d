//! Records sorted by name, in Japanese under the rows of the syllabary.

use super::{
    string_keys::{StringKeys, key},
    {context::LanguageContext, text},
};
use crate::{
    id::Id,
    lang::{SortedBy, order::Collation},
    model::Text,
};

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] = &[key("other-rows")];

/// A record in its place, with its row of the syllabary.
pub(super) struct Sorted<T> {
    pub(super) id: Id<T>,
    pub(super) row: Option<&'static str>,
}

impl LanguageContext<'_> {
    /// What a name is sorted by.
    pub(super) fn sort_text(&self, name: &Text, reading: Option<&str>) -> String {
        match (self.lang.locale().sorted_by, reading) {
            (SortedBy::Reading, Some(reading)) => reading.to_owned(),
            _ => text::plain(name, self.lang),
        }
    }

    pub(super) fn sorted<T>(&self, records: impl Iterator<Item = (Id<T>, String, bool)>) -> Vec<Sorted<T>> {
        let collation = Collation::new(self.lang);
        let index_row = self.lang.locale().index_row;
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

    /// Under the rows of the syllabary in Japanese; one list in a language without rows.
    pub(super) fn sections<T, I>(
        &self,
        sorted: &[Sorted<T>],
        card: impl Fn(Id<T>) -> I,
    ) -> impl Iterator<Item = (Option<String>, Vec<I>)> {
        let mut sections: Vec<(Option<&str>, Vec<I>)> = Vec::new();
        for record in sorted {
            match sections.last_mut() {
                Some((row, list)) if *row == record.row => list.push(card(record.id)),
                _ => sections.push((record.row, vec![card(record.id)])),
            }
        }
        let other = self.strings.plain("other-rows");
        let has_rows = self.lang.locale().index_row.is_some();
        sections
            .into_iter()
            .map(move |(row, items)| (has_rows.then(|| row.unwrap_or(other).to_owned()), items))
    }
}
