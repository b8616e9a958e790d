//! The root page: both languages, as equals.

use crate::{
    plan,
    render::{
        context::LanguageContext,
        head::PageContent,
        string_keys::{StringKeys, key},
        text,
        view::{Html, PageTemplate, view},
    },
};

view! {
    /// The door: both languages, as equals.
    struct RootPage<'a> {
        /// The site in each language.
        sites: Vec<OneSiteView<'a>>,
    }
}

impl PageTemplate for RootPage<'_> {
    const TEMPLATE: &'static str = "root.html";
    const STRINGS: &'static [StringKeys] =
        &[key("language-own-name"), key("title-not-found"), key("not-found-text"), key("not-found-home")];
}

view! {
    /// The site in one language.
    struct OneSiteView<'a> {
        /// The code of the language.
        lang: &'static str,
        /// The language's own name.
        name: &'a str,
        /// The title of the site.
        title: Html,
        /// The title without markup.
        title_plain: String,
        /// What the site is.
        description: Option<String>,
        /// The address of the home page.
        url: String,
        /// What the page says where nothing is.
        strings: NotFoundView<'a>,
    }
}

view! {
    /// The words of the page that a server shows where nothing is.
    struct NotFoundView<'a> {
        /// Its title.
        title: &'a str,
        /// Its text.
        text: &'a str,
        /// What the link to the home page says.
        home: &'a str,
    }
}

impl LanguageContext<'_> {
    pub(super) fn root(&self) -> PageContent<'_> {
        self.head_of_site().with(RootPage { sites: self.sites() })
    }

    /// What the pages of both languages show of each.
    pub(super) fn sites(&self) -> Vec<OneSiteView<'_>> {
        let config = &self.site.config;
        let sites = config.languages.iter().map(|lang| {
            let strings = self.both[*lang];
            OneSiteView {
                lang: lang.code(),
                name: strings.plain("language-own-name"),
                title: text::html(&config.title, *lang, strings),
                title_plain: text::plain(&config.title, *lang),
                description: config.description.as_ref().map(|it| text::plain(it, *lang)),
                url: plan::address(*lang, ""),
                strings: NotFoundView {
                    title: strings.plain("title-not-found"),
                    text: strings.plain("not-found-text"),
                    home: strings.plain("not-found-home"),
                },
            }
        });
        sites.collect()
    }
}
