//! Pages: from the plan and the site to finished files, one by one or all in parallel.
//!
//! Records that many pages show (a commitment is on its own page, its meeting's, its track's and its delegations')
//! are turned into template values once a language, and shared.

mod body;
mod cards;
mod changes;
mod citation;
mod corrections;
mod coverage;
mod downloads;
mod drift;
mod glossary;
mod lacking;
mod lazy;
mod lists;
mod mentions;
mod menus;
mod page;
mod parallel;
mod participation;
mod picture;
mod records;
mod renderer;
mod search;
mod structured;
mod text;
mod thread;
mod threads;
mod timeline;
mod track;
mod view;
mod views;

pub use view::{Description, Field, Shape};
pub use views::{Template, shared, templates};

pub use renderer::{Renderer, all, each};

use std::collections::{BTreeMap, HashSet};
use tera::Value;

use crate::{
    config::Config,
    lang::Lang,
    plan::{self, ListKind, PageKind, PlannedPage},
    site::Site,
    theme::{Strings, Theme},
};
use cards::Cards;
use changes::Changes;
use downloads::Sizes;
use lazy::LazyTable;
use menus::{Menus, Place};
use threads::Threads;
use view::{Html, PageData, View, page_data};
use views::{LicenseView, NavView, NotFoundPage, NotFoundView, OneSiteView, RootPage, SharedView, SiteView};

/// What the pages of one language are made from.
struct LanguageContext<'a> {
    lang: Lang,
    site: &'a Site,
    strings: &'a Strings,
    /// The strings of both languages, for a text that is in the other.
    both: [&'a Strings; 2],
    cards: &'a Cards,
    /// The abbreviations that only one organization has.
    own_abbreviations: &'a HashSet<String>,
    /// How commitments go on from one another.
    threads: &'a Threads,
    /// What changed in the words of each commitment.
    wordings: &'a LazyTable<Changes>,
    /// How large the files are that can be downloaded.
    sizes: &'a Sizes,
}

/// What every page of a language is given, and the navigations.
fn globals(site: &Site, lang: Lang, theme: &Theme) -> (BTreeMap<&'static str, Value>, Menus) {
    let config = &site.config;
    let strings = theme.strings(lang);
    let nav = nav(lang, strings, &NAV);
    let mut footer_nav = self::nav(lang, strings, &FOOTER);
    for page in site.published_pages() {
        let label = text::html(&page.title, lang, strings);
        let url = plan::address(lang, &plan::plain_page_path(&page.id));
        footer_nav.push(NavView { key: page.id.clone(), label, url });
    }
    let site = site_view(site, config, lang, strings);
    let menus = Menus::new(nav.iter().chain(&footer_nav));
    let shared = SharedView { lang: lang.code(), site, assets: theme.addresses.clone(), nav, footer_nav };
    let mut globals = BTreeMap::new();
    shared.give(|name, value| {
        globals.insert(name, value);
    });
    (globals, menus)
}

const NAV: [Option<ListKind>; 9] = [
    None,
    Some(ListKind::Meetings),
    Some(ListKind::Commitments),
    Some(ListKind::Tracks),
    Some(ListKind::Delegations),
    Some(ListKind::Organizations),
    Some(ListKind::Timeline),
    Some(ListKind::Matrix),
    Some(ListKind::Search),
];

const FOOTER: [Option<ListKind>; 6] = [
    Some(ListKind::People),
    Some(ListKind::Glossary),
    Some(ListKind::Status),
    Some(ListKind::Coverage),
    Some(ListKind::Corrections),
    Some(ListKind::Downloads),
];

fn nav(lang: Lang, strings: &Strings, items: &[Option<ListKind>]) -> Vec<NavView> {
    let items = items.iter().map(|item| {
        let (key, url) = match item {
            None => ("home", plan::address(lang, "")),
            Some(list) => (list.name(), plan::address(lang, &plan::list_path(*list))),
        };
        NavView { key: key.to_owned(), label: Html::escaped(strings.plain(&format!("nav-{key}"))), url }
    });
    items.collect()
}

fn site_view(site: &Site, config: &Config, lang: Lang, strings: &Strings) -> SiteView {
    let license = config.license.as_ref().map(|license| LicenseView {
        name: text::html(&license.name, lang, strings),
        url: license.url.clone(),
    });
    let favicon = ["favicon.svg", "favicon.ico"].into_iter().find(|name| site.static_file(name).is_some());
    SiteView {
        title: text::html(&config.title, lang, strings),
        title_plain: text::plain(&config.title, lang),
        description: config.description.as_ref().map(|it| text::plain(it, lang)),
        publisher: config.publisher.as_ref().map(|it| text::html(it, lang, strings)),
        license,
        favicon,
        base: config.base_url.clone().unwrap_or_else(|| "/".to_owned()),
        generator: concat!("taiwa ", env!("CARGO_PKG_VERSION")),
    }
}

impl LanguageContext<'_> {
    /// The template of a page, what it is given, and its place in the navigations.
    fn page(&self, page: &PlannedPage, menus: &Menus) -> (PageData, Place) {
        let mut data = match page.kind {
            PageKind::Root => page_data(RootPage { sites: self.sites() }),
            PageKind::NotFound => page_data(NotFoundPage { sites: self.sites() }),
            PageKind::Home => self.home(),
            PageKind::List(list) => self.list(list, page),
            PageKind::Meeting(id) => self.meeting(id, page),
            PageKind::Parallel(id) => self.parallel(id, page),
            PageKind::Commitment(id) => self.commitment(id, page),
            PageKind::TakenBack(id) => self.withdrawn(id),
            PageKind::Track(id) => self.track(id, page),
            PageKind::Delegation(id) => self.delegation(id, page),
            PageKind::Organization(id) => self.organization(id, page),
            PageKind::Person(id) => self.person(id, page),
            PageKind::Page(id) => self.plain_page(id, page),
            PageKind::Alias(index) => self.alias(index),
        };
        let frame = self.frame(page);
        let place = menus.place(&frame);
        data.context.insert_value("page", frame.into());
        (data, place)
    }

    /// What the pages of both languages show of each.
    fn sites(&self) -> Vec<OneSiteView<'_>> {
        let config = &self.site.config;
        let sites = config.languages.iter().map(|lang| {
            let strings = self.both[lang.index()];
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
