//! What a server shows where nothing is, in both languages.

use crate::render::{
    context::LanguageContext,
    head::{PageContent, PageHead},
    pages::root::OneSiteView,
    string_keys::{StringKeys, key},
    view::{PageTemplate, view},
};

view! {
    /// What a server shows where nothing is, in both languages.
    struct NotFoundPage<'a> {
        /// The site in each language.
        sites: Vec<OneSiteView<'a>>,
    }
}

impl PageTemplate for NotFoundPage<'_> {
    const TEMPLATE: &'static str = "not_found.html";
    const STRINGS: &'static [StringKeys] = &[key("title-not-found")];
}

impl LanguageContext<'_> {
    pub(super) fn not_found(&self) -> PageContent<'_> {
        PageHead::new(self.strings.plain("title-not-found"), "").with(NotFoundPage { sites: self.sites() })
    }
}
