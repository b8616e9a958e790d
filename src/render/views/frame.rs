//! What every page gets: the site, the navigation and what the page says of itself.

use std::{borrow::Cow, collections::BTreeMap};

use crate::render::view::{Html, view};

view! {
    /// What every page of a language is given.
    struct SharedView {
        /// The code of the page's language, `en` or `ja`.
        lang: &'static str,
        /// The site.
        site: SiteView,
        /// The addresses of the files in the theme's `static/`, by name.
        assets: BTreeMap<String, String>,
        /// The main navigation.
        nav: Vec<NavView>,
        /// The navigation of the foot of the page.
        footer_nav: Vec<NavView>,
    }
}

view! {
    /// The site, from site.yaml.
    struct SiteView {
        /// Its title.
        title: Html,
        /// Its title without markup.
        title_plain: String,
        /// What it is.
        description: Option<String>,
        /// Who publishes it.
        publisher: Option<Html>,
        /// The license of its content.
        license: Option<LicenseView>,
        /// The address of its icon: favicon.svg or favicon.ico in `content/static/`.
        favicon: Option<&'static str>,
        /// Its base address or, where it has none, `/`.
        base: String,
        /// The program that made it, with its version.
        generator: &'static str,
    }
}

view! {
    /// A license.
    struct LicenseView {
        /// Its name.
        name: Html,
        /// Where it can be read, on another site.
        url: Option<String>,
    }
}

view! {
    /// An entry of a navigation.
    struct NavView {
        /// What it is called in `page.section`; of a plain page, its id.
        key: String,
        /// What it says.
        label: Html,
        /// Where it leads.
        url: String,
    }
}

view! {
    /// The navigations, finished.
    struct MenusView {
        /// The main navigation, made by `menu.html`.
        menu: Html,
        /// The navigation of the foot of the page, made by `footer_menu.html`.
        footer_menu: Html,
    }
}

view! {
    /// The main navigation. It is made once for all pages that have it alike, so it gets less of them than others do.
    struct MenuPage<'a> {
        /// The place of the pages.
        page: PlaceView<'a>,
    }
}

view! {
    /// The navigation of the foot of the page. It is made once for all pages that have it alike, too.
    struct FooterMenuPage<'a> {
        /// The place of the pages.
        page: PlaceView<'a>,
    }
}

view! {
    /// Where pages stand, as far as their navigations show it.
    struct PlaceView<'a> {
        /// The way from them to the site's root, such as `../../`.
        root: &'a str,
        /// The `key` of the entry of `nav` they belong to; an empty text where there is none.
        section: &'static str,
        /// The address of the page, if a navigation leads to it; else an empty text.
        url: &'a str,
    }
}

view! {
    /// What the page says of itself.
    struct FrameView<'a> {
        /// Its address.
        url: Cow<'a, str>,
        /// The way from the page to the site's root, such as `../../`: it goes before every address of the site.
        root: String,
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
        /// Its language for Open Graph, `en_US` or `ja_JP`.
        og_locale: &'static str,
        /// The other language for Open Graph.
        og_locale_alternate: &'static str,
        /// What search engines are told of it, for a `script` of the type `application/ld+json`.
        structured: Option<Html>,
        /// Its address for Open Graph, in full.
        og_url: Option<String>,
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

view! {
    /// A feed, for `<link rel="alternate">`.
    struct FeedLinkView {
        /// What it tells of, without markup.
        title: String,
        /// Its address.
        url: String,
    }
}
