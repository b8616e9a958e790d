//! Renders the pages of a site: one that is asked for, or all in parallel, by the same function.

use rayon::prelude::*;
use std::{
    collections::{BTreeMap, HashSet},
    hash::{Hash, Hasher},
    sync::Arc,
};
use tera::{Context, Map, Value};
use xxhash_rust::xxh3::Xxh3;

use super::{
    Shelf,
    cards::Cards,
    deck::Deck,
    downloads::Sizes,
    globals, mentions,
    thread::{self, Wording},
    threads::Threads,
    view::Values,
};
use crate::{
    artifact::{Artifact, Content},
    lang::Lang,
    link::Site,
    path,
    plan::PlannedPage,
    theme::{Theme, ThemeError},
};

/// A site with a theme, from which any of its pages can be rendered at any time.
pub struct Renderer {
    site: Arc<Site>,
    theme: Arc<Theme>,
    own_abbreviations: HashSet<String>,
    threads: Threads,
    stocks: [Stock; 2],
    sizes: Sizes,
}

/// What the pages of a language have in common.
struct Stock {
    cards: Cards,
    wordings: Deck<Option<Wording>>,
    /// A hash of what every page is given, and of the theme.
    common: u128,
}

/// A page as it was rendered, with a hash of everything it shows.
#[derive(Clone)]
pub struct Kept {
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    shown: u128,
}

impl Renderer {
    /// Gets ready to render. What pages show is made when the first of them asks for it; so are the files that are no
    /// pages, whose sizes are shown.
    #[must_use]
    pub fn new(
        site: Arc<Site>,
        mut theme: Arc<Theme>,
        files: impl Fn() -> Vec<Artifact> + Send + Sync + 'static,
    ) -> Self {
        let stocks = Lang::ALL.map(|lang| {
            let globals = globals(&site, lang, &theme);
            let common = hash_of_globals(&globals, &theme);
            // They are seldom others than the last time: then the theme, which is large, is not copied.
            if !theme.gives(lang, common) {
                Arc::make_mut(&mut theme).set_globals(lang, globals, common);
            }
            let cards = Cards::new(&site, lang, theme.strings(lang));
            Stock { cards, wordings: thread::wordings(&site, lang), common }
        });
        let own_abbreviations = mentions::own_abbreviations(&site);
        let threads = Threads::new(&site);
        Self { site, theme, own_abbreviations, threads, stocks, sizes: Sizes::new(files) }
    }

    /// The theme, with what every page is given.
    #[must_use]
    pub fn theme(&self) -> &Arc<Theme> {
        &self.theme
    }

    /// Takes the sizes of the files that are no pages, where these were made already.
    pub fn know_sizes(&self, files: &[Artifact]) {
        self.sizes.know(files);
    }

    /// Renders a page.
    ///
    /// # Errors
    ///
    /// With the template's error.
    pub fn page(&self, page: &PlannedPage) -> Result<Artifact, ThemeError> {
        let (template, given) = self.shelf(page.lang).page(page);
        let bytes = self.render(page, template, given)?;
        Ok(artifact(page, bytes))
    }

    /// Renders a page, unless it would show nothing but what one that was kept shows.
    ///
    /// # Errors
    ///
    /// With the template's error.
    pub fn renew(&self, page: &PlannedPage, kept: Option<&Kept>) -> Result<Kept, ThemeError> {
        let (template, given) = self.shelf(page.lang).page(page);
        let shown = self.hash(page.lang, template, &given);
        match kept {
            Some(kept) if kept.shown == shown => Ok(kept.clone()),
            _ => Ok(Kept { bytes: self.render(page, template, given)?, shown }),
        }
    }

    /// Renders pages and hands each on as soon as it is made; what comes of them comes back in their order.
    ///
    /// # Errors
    ///
    /// With every page's template error, each once.
    pub fn pages<'p, T: Send>(
        &self,
        plan: impl IndexedParallelIterator<Item = &'p PlannedPage>,
        take: impl Fn(Artifact) -> T + Sync,
    ) -> Result<Vec<T>, Vec<ThemeError>> {
        all(plan.map(|page| self.page(page).map(&take)).collect())
    }

    /// Renders pages, in their order, but for those that show what they showed when they were kept; keeps them all. How
    /// many were rendered comes with them.
    ///
    /// # Errors
    ///
    /// With every page's template error, each once.
    pub fn renewed<'p>(
        &self,
        plan: impl IndexedParallelIterator<Item = &'p PlannedPage>,
        kept: &mut BTreeMap<String, Kept>,
    ) -> Result<(Vec<Artifact>, usize), Vec<ThemeError>> {
        let renewed = plan.map(|page| Ok((page, self.renew(page, kept.get(&page.address))?)));
        let renewed = all(renewed.collect())?;
        let is_kept = |page: &PlannedPage, new: &Kept| {
            kept.get(&page.address).is_some_and(|old| Arc::ptr_eq(&old.bytes, &new.bytes))
        };
        let rendered = renewed.iter().filter(|(page, new)| !is_kept(page, new)).count();
        let artifacts = renewed.iter().map(|(page, new)| artifact(page, new.bytes.clone())).collect();
        *kept = renewed.into_iter().map(|(page, new)| (page.address.clone(), new)).collect();
        Ok((artifacts, rendered))
    }

    fn shelf(&self, lang: Lang) -> Shelf<'_> {
        let stock = &self.stocks[lang.index()];
        Shelf {
            lang,
            site: &self.site,
            strings: self.theme.strings(lang),
            both: Lang::ALL.map(|lang| self.theme.strings(lang)),
            cards: &stock.cards,
            own_abbreviations: &self.own_abbreviations,
            threads: &self.threads,
            wordings: &stock.wordings,
            sizes: &self.sizes,
        }
    }

    fn render(&self, page: &PlannedPage, template: &str, given: Values) -> Result<Arc<[u8]>, ThemeError> {
        let mut context = Context::new();
        for (name, value) in given {
            context.insert_value(name, value);
        }
        Ok(self.theme.render(page.lang, template, &context)?.into())
    }

    fn hash(&self, lang: Lang, template: &str, given: &Values) -> u128 {
        let mut hasher = Xxh3::new();
        hasher.update(&self.stocks[lang.index()].common.to_le_bytes());
        template.hash(&mut hasher);
        for (name, value) in given {
            name.hash(&mut hasher);
            hash_value(value, &mut hasher);
        }
        hasher.digest128()
    }
}

fn artifact(page: &PlannedPage, bytes: Arc<[u8]>) -> Artifact {
    Artifact { path: path::file_of(&page.address), content: Content::Bytes(bytes) }
}

/// Everything, or every error once.
fn all<T>(results: Vec<Result<T, ThemeError>>) -> Result<Vec<T>, Vec<ThemeError>> {
    let mut made = Vec::with_capacity(results.len());
    let mut errors: Vec<ThemeError> = Vec::new();
    for result in results {
        match result {
            Ok(one) => made.push(one),
            // The same mistake of a template shows on many pages.
            Err(error) if errors.iter().any(|known| known.place == error.place) => {}
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(made) } else { Err(errors) }
}

fn hash_of_globals(globals: &BTreeMap<&'static str, Value>, theme: &Theme) -> u128 {
    let mut hasher = Xxh3::new();
    hasher.update(&theme.version.to_le_bytes());
    for (key, value) in globals {
        key.hash(&mut hasher);
        hash_value(value, &mut hasher);
    }
    hasher.digest128()
}

/// Hashes a value with its kind: text that is HTML already is another value than the same as plain text.
fn hash_value(value: &Value, hasher: &mut Xxh3) {
    value.kind().hash(hasher);
    if let Some(text) = value.as_str() {
        (value.is_safe(), text).hash(hasher);
    } else if let Some(map) = value.as_map() {
        hash_map(map, hasher);
    } else if let Some(items) = value.as_array() {
        hasher.write_usize(items.len());
        for item in items {
            hash_value(item, hasher);
        }
    } else {
        value.to_string().hash(hasher);
    }
}

fn hash_map(map: &Map, hasher: &mut Xxh3) {
    hasher.write_usize(map.len());
    // A map keeps no order of its own.
    let mut entries: Vec<_> = map.iter().collect();
    entries.sort_unstable_by_key(|(key, _)| *key);
    for (key, value) in entries {
        key.hash(hasher);
        hash_value(value, hasher);
    }
}
