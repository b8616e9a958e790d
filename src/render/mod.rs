//! Pages: from the plan and the site to finished files, in parallel.
//!
//! Records that many pages show (a commitment is on its own page, its meeting's, its track's and its delegations')
//! are turned into template values once a language, and shared.

mod body;
mod cards;
mod changes;
mod citation;
mod coverage;
mod drift;
mod glossary;
mod lists;
mod mentions;
mod page;
mod parallel;
mod participation;
mod picture;
mod records;
mod structured;
mod text;
mod thread;
mod threads;
mod timeline;
mod track;

use rayon::prelude::*;
use std::collections::{BTreeMap, HashSet};
use tera::{Context, Value};

use crate::{
    artifact::Artifact,
    config::Config,
    lang::Lang,
    link::Site,
    path,
    plan::{ListKind, PageKind, PlannedPage},
    theme::{Strings, Theme, ThemeError},
};
use cards::Cards;
use threads::Threads;

/// Builds a map for templates.
macro_rules! values {
    ($($key:ident: $value:expr),* $(,)?) => {{
        let mut map = tera::Map::with_capacity(24);
        $(map.insert(stringify!($key).into(), tera::Value::from($value));)*
        map
    }};
}
pub(crate) use values;

/// What the pages of one language are made from.
struct Shelf<'a> {
    lang: Lang,
    site: &'a Site,
    strings: &'a Strings,
    /// The strings of both languages, for a text that is in the other.
    both: [&'a Strings; 2],
    cards: Cards,
    /// The abbreviations that only one organization has.
    own_abbreviations: &'a HashSet<String>,
    /// How commitments go on from one another.
    threads: &'a Threads,
    /// What changed in the words of each commitment.
    wordings: Vec<Option<thread::Wording>>,
}

/// Renders every page of the plan, in its order.
///
/// # Errors
///
/// With every page's template error, each once.
pub fn render<'p>(
    site: &Site,
    plan: impl IndexedParallelIterator<Item = &'p PlannedPage>,
    theme: &mut Theme,
) -> Result<Vec<Artifact>, Vec<ThemeError>> {
    for lang in Lang::ALL {
        let globals = globals(site, lang, theme);
        theme.set_globals(lang, globals);
    }
    let theme = &*theme;
    let own_abbreviations = &mentions::own_abbreviations(site);
    let threads = &Threads::new(site);
    let shelves = Lang::ALL.map(|lang| {
        let strings = theme.strings(lang);
        let both = Lang::ALL.map(|lang| theme.strings(lang));
        let wordings = thread::wordings(site, lang);
        let cards = Cards::new(site, lang, strings);
        Shelf { lang, site, strings, both, cards, own_abbreviations, threads, wordings }
    });
    let rendered: Vec<_> = plan
        .map(|page| {
            let (template, context) = shelves[page.lang.index()].page(page);
            let html = theme.render(page.lang, template, &context)?;
            Ok::<_, ThemeError>(Artifact { path: path::file_of(&page.address), content: html.into() })
        })
        .collect();
    let mut artifacts = Vec::with_capacity(rendered.len());
    let mut errors: Vec<ThemeError> = Vec::new();
    for result in rendered {
        match result {
            Ok(artifact) => artifacts.push(artifact),
            // The same mistake of a template shows on many pages.
            Err(error) if errors.iter().any(|known| known.place == error.place) => {}
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(artifacts) } else { Err(errors) }
}

/// What every page of a language is given.
fn globals(site: &Site, lang: Lang, theme: &Theme) -> BTreeMap<&'static str, Value> {
    let config = &site.config;
    let strings = theme.strings(lang);
    let nav: Vec<Value> = nav(lang, strings, &NAV);
    let mut footer = self::nav(lang, strings, &FOOTER);
    for (_, page) in site.pages.iter() {
        let label = text::html(&page.title, lang);
        let url = format!("{}/pages/{}/", lang.code(), page.id);
        footer.push(values! { key: page.id.as_str(), label: label, url: url }.into());
    }
    BTreeMap::from([
        ("lang", Value::from(lang.code())),
        ("site", site_value(site, config, lang)),
        ("assets", Value::from(theme.addresses.clone())),
        ("nav", nav.into()),
        ("footer_nav", footer.into()),
    ])
}

const NAV: [Option<ListKind>; 8] = [
    None,
    Some(ListKind::Meetings),
    Some(ListKind::Commitments),
    Some(ListKind::Tracks),
    Some(ListKind::Delegations),
    Some(ListKind::Organizations),
    Some(ListKind::Timeline),
    Some(ListKind::Matrix),
];

const FOOTER: [Option<ListKind>; 4] =
    [Some(ListKind::People), Some(ListKind::Glossary), Some(ListKind::Status), Some(ListKind::Coverage)];

fn nav(lang: Lang, strings: &Strings, items: &[Option<ListKind>]) -> Vec<Value> {
    let items = items.iter().map(|item| {
        let (key, url) = match item {
            None => ("home", format!("{}/", lang.code())),
            Some(list) => (list.name(), format!("{}/{}/", lang.code(), list.name())),
        };
        values! { key: key, label: strings.plain(&format!("nav-{key}")), url: url }.into()
    });
    items.collect()
}

fn site_value(site: &Site, config: &Config, lang: Lang) -> Value {
    let license = config.license.as_ref().map(|license| {
        values! { name: text::html(&license.name, lang), url: license.url.clone() }
    });
    let favicon = ["favicon.svg", "favicon.ico"]
        .into_iter()
        .find(|name| site.statics.iter().any(|file| file.address == *name));
    values! {
        title: text::html(&config.title, lang),
        title_plain: text::plain(&config.title, lang),
        description: config.description.as_ref().map(|it| text::plain(it, lang)),
        publisher: config.publisher.as_ref().map(|it| text::html(it, lang)),
        license: license.map(Value::from),
        favicon: favicon,
        base: config.base_url.clone().unwrap_or_else(|| "/".to_owned()),
        generator: concat!("taiwa ", env!("CARGO_PKG_VERSION")),
    }
    .into()
}

impl Shelf<'_> {
    fn page(&self, page: &PlannedPage) -> (&'static str, Context) {
        let (template, given) = match page.kind {
            PageKind::Root => ("root.html", self.sites()),
            PageKind::NotFound => ("not_found.html", self.sites()),
            PageKind::Home => ("home.html", self.home()),
            PageKind::List(list) => self.list(list, page),
            PageKind::Meeting(id) => self.meeting(id, page),
            PageKind::Parallel(id) => self.parallel(id, page),
            PageKind::Commitment(id) => self.commitment(id, page),
            PageKind::Track(id) => ("track.html", self.track(id, page)),
            PageKind::Delegation(id) => ("delegation.html", self.delegation(id, page)),
            PageKind::Organization(id) => ("organization.html", self.organization(id, page)),
            PageKind::Person(id) => ("person.html", self.person(id, page)),
            PageKind::Page(id) => ("page.html", self.plain_page(id, page)),
            PageKind::Alias(index) => ("alias.html", self.alias(index)),
        };
        let mut context = Context::new();
        for (key, value) in given {
            context.insert_value(key.to_string(), value);
        }
        context.insert_value("page", self.frame(page));
        (template, context)
    }

    /// What the pages of both languages show of each.
    fn sites(&self) -> tera::Map {
        let config = &self.site.config;
        let sites: Vec<Value> = config
            .languages
            .iter()
            .map(|lang| {
                let strings = self.both[lang.index()];
                let said = values! {
                    title: strings.plain("title-not-found"),
                    text: strings.plain("not-found-text"),
                    home: strings.plain("not-found-home"),
                };
                values! {
                    lang: lang.code(),
                    name: strings.plain("language-own-name"),
                    title: text::html(&config.title, *lang),
                    title_plain: text::plain(&config.title, *lang),
                    description: config.description.as_ref().map(|it| text::plain(it, *lang)),
                    url: format!("{}/", lang.code()),
                    strings: Value::from(said),
                }
                .into()
            })
            .collect();
        values! { sites: sites }
    }
}
