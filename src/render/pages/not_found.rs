//! What a server shows where nothing is, in both languages.

use crate::render::{
    context::LanguageContext,
    pages::root::OneSiteView,
    view::{Page, PageData, page_data, view},
};

view! {
    /// What a server shows where nothing is, in both languages.
    struct NotFoundPage<'a> {
        /// The site in each language.
        sites: Vec<OneSiteView<'a>>,
    }
}

impl Page for NotFoundPage<'_> {
    const TEMPLATE: &'static str = "not_found.html";
}

impl LanguageContext<'_> {
    pub(in crate::render) fn not_found(&self) -> PageData {
        page_data(NotFoundPage { sites: self.sites() })
    }
}
