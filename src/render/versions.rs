//! What kind of text a text is, and where it comes from.

use super::{
    string_keys::{StringKeys, keys},
    {cards::DocumentCard, context::LanguageContext, view::view},
};
use crate::{
    lang::Lang,
    model::{Version, VersionStatus},
};

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] = &[
    keys("version-{}", VersionStatus::NAMES),
    keys("version-{}-definition", VersionStatus::NAMES),
    keys("language-{}", &Lang::CODES),
];

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

impl LanguageContext<'_> {
    pub(super) fn version<'v>(&'v self, version: &'v Version) -> VersionView<'v> {
        let status = version.status.name();
        VersionView {
            status_id: status,
            label: self.strings.plain(&format!("version-{status}")),
            definition: self.strings.plain(&format!("version-{status}-definition")),
            from: version.from.map(|lang| self.strings.plain(&format!("language-{}", lang.code()))),
            by: version.by.as_deref(),
            source: version.source.map(|id| self.cards.documents[id.index()].clone()),
        }
    }
}
