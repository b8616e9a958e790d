//! A plain page, such as the one on method.

use crate::{
    id::Id,
    model,
    plan::PlannedPage,
    render::{
        body::HeadingView,
        context::LanguageContext,
        drift::OutdatedView,
        head::{PageContent, PageHead},
        json_ld::Node,
        mentions::Mentions,
        pages::withdrawn::WithdrawnPage,
        versions::VersionView,
        view::{Html, PageTemplate, view},
    },
};

view! {
    /// A plain page, such as the one on method.
    struct PlainPage<'a> {
        /// The headings of the text.
        contents: Vec<HeadingView<'a>>,
        /// The text.
        body: Option<Html>,
        /// What the page says where its translation is outdated.
        outdated: Option<OutdatedView<'a>>,
        /// Whether the text is missing in the page's language, so that the page shows that of the other.
        fallback: bool,
        /// What the page says of that: of the whole record, or of the part that is missing.
        fallback_notice: Option<&'a str>,
        /// The code of the language of the text.
        body_lang: &'static str,
        /// What kind of text it is, where that is stated.
        version: Option<VersionView<'a>>,
    }
}

impl PageTemplate for PlainPage<'_> {
    const TEMPLATE: &'static str = "page.html";
}

impl LanguageContext<'_> {
    pub(super) fn plain_page(&self, id: Id<model::Page>, page: &PlannedPage) -> PageContent<'_> {
        let record = &self.site.pages[id];
        let head = PageHead {
            description: self.description(record.summary.as_ref()),
            trail: self.trail(None),
            structured: self.about(page, || self.plain_page_node(record, page)),
            ..self.head_of(&record.title, "")
        };
        if record.is_withdrawn {
            return head.with(WithdrawnPage { meeting: None, corrections: Vec::new() });
        }
        let shown = self.shown(&record.bodies);
        let body_lang = shown.map_or(self.lang, |(lang, _)| lang);
        let version = &record.versions[body_lang];
        let is_stated = version.status != model::VersionStatus::NotStated;
        head.with(PlainPage {
            contents: shown.map(|(_, body)| Self::contents(body)).unwrap_or_default(),
            body: shown.map(|(lang, body)| self.body_of(lang, body, None, &Mentions::default())),
            outdated: self.outdated_page(id),
            fallback: body_lang != self.lang,
            fallback_notice: self.fallback_notice(&record.bodies, body_lang, "text"),
            body_lang: body_lang.code(),
            version: is_stated.then(|| self.version(version)),
        })
    }

    fn plain_page_node(&self, record: &model::Page, page: &PlannedPage) -> Node {
        let mut node = self.web_page(&record.title, &record.versions, page);
        if let Some(summary) = self.own(record.summary.as_ref()) {
            node.add("description", summary);
        }
        node
    }
}
