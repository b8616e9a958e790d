//! The frame of a page, the same for all kinds: addresses, language versions, the way from home, the parts of a list.

use std::borrow::Cow;

use super::{
    context::LanguageContext,
    head::{FeedLinkView, PageHead, TrailStep},
    root::ROOT,
    string_keys::{StringKeys, key},
    view::{Html, view},
};
use crate::{
    lang::Lang,
    path,
    plan::{self, PageKind, PlannedPage, page_address},
};

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] = &[key("title-page-n")];

view! {
    /// What the page says of itself.
    struct FrameView<'a> {
        /// Its address.
        url: Cow<'a, str>,
        /// What goes before every address of the site: each becomes the shortest way from the page, such as `../b/`.
        root: &'static str,
        /// Its title without markup, for `<title>`.
        title: String,
        /// Its title, for `<h1>`.
        heading: Html,
        /// A sentence on what it shows.
        description: Option<String>,
        /// The `key` of the entry of `nav` it belongs to; an empty text where there is none.
        section: &'static str,
        /// Its canonical address, in full.
        canonical: Option<String>,
        /// The page in each language, where it is there in both.
        alternates: Vec<AlternateView>,
        /// The address for those who read neither language, in full; on the root and the home pages alone.
        x_default: Option<String>,
        /// Whether search engines are to leave it out.
        noindex: bool,
        /// Its language for Open Graph, such as `en_US`, `en_GB` or `ja_JP`.
        og_locale: &'static str,
        /// What search engines are told of it, for a `script` of the type `application/ld+json`.
        structured: Option<Html>,
        /// The same page in the other language.
        other: CounterpartView,
        /// The way from home down to the page, without the page itself.
        crumbs: Vec<CrumbView>,
        /// The feed that tells of what the page shows.
        feed: Option<FeedLinkView>,
        /// The parts of a list that is too long for one page.
        pager: Option<PagerView>,
    }
}

view! {
    /// A version of the page, for `<link rel="alternate">`.
    struct AlternateView {
        /// The code of its language.
        lang: &'static str,
        /// Its address, in full.
        href: String,
    }
}

view! {
    /// The page in the other language.
    struct CounterpartView {
        /// The code of the language.
        lang: &'static str,
        /// The language's own name.
        name: &'static str,
        /// Its address.
        url: String,
    }
}

view! {
    /// A page above the page.
    struct CrumbView {
        /// Its title.
        title: Html,
        /// Its address.
        url: String,
    }
}

view! {
    /// The parts of a long list.
    struct PagerView {
        /// The number of this part.
        page: usize,
        /// How many parts there are.
        pages: usize,
        /// The address of the part before.
        previous: Option<String>,
        /// The address of the part after.
        next: Option<String>,
        /// The first part, the last and those near this one.
        links: Vec<PagerLinkView>,
    }
}

view! {
    /// A part of a long list.
    struct PagerLinkView {
        /// Its number.
        n: usize,
        /// Its address.
        url: String,
        /// Whether it is this page.
        current: bool,
    }
}

impl LanguageContext<'_> {
    /// The `page` of a template.
    pub(super) fn frame<'p>(&self, page: &'p PlannedPage, head: PageHead<'_>) -> FrameView<'p> {
        let config = &self.site.config;
        let own = if page.has_version(self.site, page.lang) {
            page.address.clone()
        } else {
            in_lang(&page.address, page.lang.other())
        };
        let is_listed = page.is_listed(self.site);
        let canonical = if is_listed { config.absolute(&own) } else { None };
        let is_entrance = matches!(page.kind, PageKind::Root | PageKind::Home);
        let title = self.numbered(head.title, page);
        let crumbs = self.crumbs(&head.trail);
        let structured = self.structured(page, &title, &head.trail, head.structured);
        FrameView {
            url: path::encoded(&page.address),
            root: ROOT,
            title,
            heading: head.heading,
            description: head.description,
            section: head.section,
            canonical,
            alternates: self.alternates(page),
            x_default: if is_entrance { config.absolute("") } else { None },
            noindex: !is_listed,
            og_locale: config.regions[page.lang].open_graph,
            structured,
            other: self.counterpart(page),
            crumbs,
            feed: head.feed,
            pager: Self::pager(page),
        }
    }

    /// The page in each language, where it is there in both.
    fn alternates(&self, page: &PlannedPage) -> Vec<AlternateView> {
        let is_whole = Lang::ALL.into_iter().all(|lang| page.has_version(self.site, lang));
        if !is_whole || !self.is_pair(page) {
            return Vec::new();
        }
        let config = &self.site.config;
        let addresses = config.languages.iter().filter_map(|lang| {
            let href = config.absolute(&in_lang(&page.address, *lang))?;
            Some(AlternateView { lang: lang.code(), href })
        });
        addresses.collect()
    }

    /// The switcher: the same page in the other language. An earlier address has none there; its record has.
    fn counterpart(&self, page: &PlannedPage) -> CounterpartView {
        let other = page.lang.other();
        let url = match page.kind {
            PageKind::Alias(index) => {
                plan::address(other, &plan::alias_path(self.site, &self.site.aliases[index]))
            }
            _ => in_lang(&page.address, other),
        };
        CounterpartView { lang: other.code(), name: other.locale().own_name, url }
    }

    /// Whether the page stands in both languages at the same address below them.
    fn is_pair(&self, page: &PlannedPage) -> bool {
        !matches!(
            page.kind,
            PageKind::Root
                | PageKind::NotFound
                | PageKind::Alias(_)
                | PageKind::Parallel(_)
                | PageKind::Picture(_)
                | PageKind::Citations(_)
        ) && !page.is_withdrawn(self.site)
    }

    /// The title of a part of a long list says which.
    fn numbered(&self, title: String, page: &PlannedPage) -> String {
        if page.number == 1 {
            return title;
        }
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).into();
        let args = [("title", title.into()), ("n", number(page.number)), ("of", number(page.of))];
        self.strings.get("title-page-n", &args)
    }

    fn crumbs(&self, trail: &[TrailStep<'_>]) -> Vec<CrumbView> {
        let crumb = |step: &TrailStep<'_>| CrumbView {
            title: step.title.html(self.lang, self.strings),
            url: step.url.clone(),
        };
        trail.iter().map(crumb).collect()
    }

    fn pager(page: &PlannedPage) -> Option<PagerView> {
        if page.of == 1 {
            return None;
        }
        let suffix = if page.number == 1 { String::new() } else { format!("page/{}/", page.number) };
        let base = page.address.strip_suffix(&suffix).unwrap_or(&page.address);
        // The first, the last and those near: a link to every part on every part would grow with the square.
        let near = page.number.saturating_sub(2)..=page.number + 2;
        let shown = (1..=page.of).filter(|n| *n == 1 || *n == page.of || near.contains(n));
        let link = |n| PagerLinkView { n, url: page_address(base, n), current: n == page.number };
        Some(PagerView {
            page: page.number,
            pages: page.of,
            previous: (page.number > 1).then(|| page_address(base, page.number - 1)),
            next: (page.number < page.of).then(|| page_address(base, page.number + 1)),
            links: shown.map(link).collect(),
        })
    }
}

/// The same address in a language. An address outside the languages leads to that language's home.
pub(super) fn in_lang(address: &str, lang: Lang) -> String {
    match address.split_once('/') {
        Some((first, rest)) if Lang::from_code(first).is_some() => plan::address(lang, rest),
        _ => plan::address(lang, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_its_twin() {
        assert_eq!(in_lang("en/meetings/a/", Lang::Ja), "ja/meetings/a/");
        assert_eq!(in_lang("ja/", Lang::En), "en/");
        assert_eq!(in_lang("", Lang::En), "en/");
    }
}
