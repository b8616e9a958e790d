//! Renders the pages of a site: one that is asked for, or all in parallel, by the same function.

use rayon::prelude::*;
use std::{collections::HashSet, sync::Arc};
use tera::{Context, Value};

use super::{
    cards::Cards,
    changes::WordChanges,
    context::LanguageContext,
    head::{PageContent, PageForm},
    lazy::LazyTable,
    lists::Lists,
    mentions,
    menus::Menus,
    root::with_ways,
    share_font::ShareFont,
    share_image::{self, ShareImage},
    site::globals,
    sizes::Sizes,
    thread,
    threads::Threads,
};
use crate::{
    artifact::{Artifact, Content},
    html::allowed_in_xml,
    lang::{Lang, PerLang},
    path,
    plan::{self, PageKind, PlannedPage},
    site::Site,
    theme::{Theme, ThemeError},
};

/// A site with a theme, from which any of its pages can be rendered at any time.
pub struct Renderer {
    site: Arc<Site>,
    theme: Arc<Theme>,
    /// What the image for shared links is set in, where there is one.
    share_font: Option<ShareFont>,
    own_abbreviations: HashSet<String>,
    /// The address of each term of the glossary below each language.
    term_paths: PerLang<Vec<String>>,
    threads: Threads,
    lists: Lists,
    caches: PerLang<LanguageCache>,
    sizes: Sizes,
}

/// What the pages of a language have in common.
struct LanguageCache {
    shared: Shared,
    /// What every page is given.
    globals: Vec<(&'static str, Value)>,
    menus: Menus,
}

/// What many pages of a language show, each made when it is first asked for.
struct Shared {
    cards: Cards,
    wordings: LazyTable<WordChanges>,
}

impl Shared {
    fn new(site: &Arc<Site>, lang: Lang, theme: &Theme) -> Self {
        Self { cards: Cards::new(site, lang, theme.strings(lang)), wordings: thread::wordings(site, lang) }
    }
}

impl Renderer {
    /// Gets ready to render. What pages show is made when the first of them asks for it; so are the files that are no
    /// pages, whose sizes are shown.
    #[must_use]
    pub fn new(
        site: Arc<Site>,
        theme: Arc<Theme>,
        share_font: Option<ShareFont>,
        files: impl Fn() -> Vec<Artifact> + Send + Sync + 'static,
    ) -> Self {
        let share_font = share_font.filter(|font| share_image::is_drawn(&site, font));
        let caches = PerLang::of(|lang| {
            let (globals, menus) = globals(&site, lang, &theme, share_font.as_ref());
            LanguageCache { shared: Shared::new(&site, lang, &theme), globals, menus }
        });
        let own_abbreviations = mentions::own_abbreviations(&site);
        let term_paths = PerLang::of(|lang| plan::term_paths(&site, lang));
        let threads = Threads::new(&site);
        let lists = Lists::new(&site);
        Self {
            site,
            theme,
            share_font,
            own_abbreviations,
            term_paths,
            threads,
            lists,
            caches,
            sizes: Sizes::new(files),
        }
    }

    /// The theme.
    #[must_use]
    pub fn theme(&self) -> &Arc<Theme> {
        &self.theme
    }

    /// The image for shared links, ready to be drawn; none where the site has none.
    ///
    /// # Errors
    ///
    /// With the template's error.
    pub fn share_image(&self) -> Result<Option<ShareImage>, ThemeError> {
        let font = self.share_font.as_ref();
        font.map(|font| ShareImage::new(&self.site, font, &self.theme)).transpose()
    }

    /// Takes the sizes of the files that are no pages, by their paths, where these were made already.
    pub fn know_sizes<'f>(&self, files: impl Iterator<Item = (&'f str, u64)>) {
        self.sizes.know(files);
    }

    /// Lets go of what the pages of a language share. A page that is asked for after all makes what it shows again.
    pub fn forget(&mut self, lang: Lang) {
        self.caches[lang].shared = Shared::new(&self.site, lang, &self.theme);
    }

    /// Renders a page.
    ///
    /// # Errors
    ///
    /// With the template's error.
    pub fn page(&self, page: &PlannedPage) -> Result<Artifact, ThemeError> {
        Ok(Artifact { path: path::file_of(&page.address), content: Content::Bytes(self.bytes(page)?) })
    }

    /// The bytes of a page.
    ///
    /// # Errors
    ///
    /// With the template's error.
    pub fn bytes(&self, page: &PlannedPage) -> Result<Arc<Vec<u8>>, ThemeError> {
        self.rendered(page, &self.context(page.lang))
    }

    /// The bytes of a page whose texts have a mark at each unit, `data-unit` with its language and its number from 0: a
    /// preview finds by it where the unit is written. No build has them.
    ///
    /// # Errors
    ///
    /// With the template's error.
    pub fn marked_bytes(&self, page: &PlannedPage) -> Result<Arc<Vec<u8>>, ThemeError> {
        self.rendered(page, &LanguageContext { marks_units: true, ..self.context(page.lang) })
    }

    fn rendered(
        &self,
        page: &PlannedPage,
        context: &LanguageContext<'_>,
    ) -> Result<Arc<Vec<u8>>, ThemeError> {
        let LanguageCache { globals, menus, .. } = &self.caches[page.lang];
        let render = |template: &'static str, mut context: Context| {
            // Not given to the engine: the theme is the same for every site that it shows, and then needs no copy for each.
            for (name, value) in globals {
                context.insert_value(*name, value.clone());
            }
            self.theme.render(page.lang, template, &context)
        };
        let PageContent { head, mut data } = match context.page(page) {
            PageForm::Templated(form) => *form,
            PageForm::Written(text) => return Ok(Arc::new(text.into_bytes())),
        };
        let frame = context.frame(page, head);
        let place = menus.place(&frame);
        data.context.insert_value("page", frame.into());
        for (name, menu) in menus.at(&place, render)? {
            data.context.insert_value(name, menu);
        }
        let bytes = render(data.template, data.context)?;
        Ok(Arc::new(match page.kind {
            PageKind::Picture(_) => in_xml(bytes),
            // A server shows it at any depth.
            PageKind::NotFound => with_ways(&bytes, |address, out| {
                out.extend_from_slice(self.site.config.base_path().as_bytes());
                out.extend_from_slice(address);
            }),
            _ => with_ways(&bytes, |address, out| path::push_way(&page.address, address, out)),
        }))
    }

    fn context(&self, lang: Lang) -> LanguageContext<'_> {
        let cache = &self.caches[lang];
        LanguageContext {
            lang,
            site: &self.site,
            strings: self.theme.strings(lang),
            both: PerLang::of(|lang| self.theme.strings(lang)),
            cards: &cache.shared.cards,
            lists: &self.lists,
            own_abbreviations: &self.own_abbreviations,
            term_paths: &self.term_paths,
            threads: &self.threads,
            wordings: &cache.shared.wordings,
            sizes: &self.sizes,
            marks_units: false,
        }
    }
}

/// XML that holds nothing that XML may not hold.
fn in_xml(bytes: Vec<u8>) -> Vec<u8> {
    match String::from_utf8(bytes) {
        Ok(text) => allowed_in_xml(text).into_owned().into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

/// Makes something of each page; what comes of them comes back in their order.
///
/// # Errors
///
/// With every page's template error, each once.
pub fn each<'p, T: Send>(
    plan: impl IndexedParallelIterator<Item = &'p PlannedPage>,
    make: impl Fn(&'p PlannedPage) -> Result<T, ThemeError> + Sync + Send,
) -> Result<Vec<T>, Vec<ThemeError>> {
    all(plan.map(make).collect())
}

/// Everything, or every error once.
///
/// # Errors
///
/// With the errors.
pub fn all<T>(results: Vec<Result<T, ThemeError>>) -> Result<Vec<T>, Vec<ThemeError>> {
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
