//! Records sorted by name, in Japanese under the rows of the syllabary.

use super::{
    string_keys::{StringKeys, key},
    {context::LanguageContext, lists::Sorted},
};
use crate::id::Id;

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] = &[key("other-rows")];

impl LanguageContext<'_> {
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
