//! A site that stands, of which pages are rendered when they are asked for.

use rayon::prelude::*;
use std::{collections::HashSet, mem, path::Path, sync::Arc};

use super::{
    checked::{Checked, Look},
    places::{WrittenPlace, places},
};
use crate::{
    artifact::{Artifact, Content},
    diagnostic::{Diagnostic, Sources},
    export,
    folder::InputFile,
    lang::Lang,
    path,
    plan::{self, ListKind, PageKind, PlannedPage},
    publish::{self, Sum},
    render,
    site::Site,
    source,
    theme::ThemeError,
    yaml,
};

/// A checked archive as a site, page by page.
pub struct Preview {
    site: Arc<Site>,
    plan: Arc<Vec<PlannedPage>>,
    look: Look,
    sources: Sources,
    marks_units: bool,
    language: Lang,
}

/// What is wrong with the theme, with the texts to show it.
pub type RenderError = (Vec<Diagnostic>, Sources);

impl Preview {
    /// A checked archive as a site, or the archive itself where it must not be published.
    ///
    /// # Errors
    ///
    /// With the archive, whose diagnostics tell why.
    pub fn new(mut checked: Checked, strict: bool) -> Result<Self, Box<Checked>> {
        let is_publishable = checked.is_publishable(strict);
        match checked.look.take() {
            Some(look) if is_publishable => {
                let Checked { sources, site, plan, language, .. } = checked;
                Ok(Self { site, plan, look, sources, marks_units: false, language })
            }
            _ => Err(Box::new(checked)),
        }
    }

    /// Has pages say which unit of a text is which, so that [`places`](Self::places) can be found in them.
    pub fn mark_units(&mut self) {
        self.marks_units = true;
    }

    /// Where what a page shows is written.
    #[must_use]
    pub fn places(&self, page: &PlannedPage) -> Vec<WrittenPlace> {
        places(&self.site, &self.sources, page)
    }

    /// The path below which the site will stand.
    #[must_use]
    pub fn base_path(&self) -> &str {
        self.site.config.base_path()
    }

    /// All pages, in the order of the plan.
    #[must_use]
    pub fn pages(&self) -> &[PlannedPage] {
        &self.plan
    }

    /// The page of a file, such as `en/index.html`.
    #[must_use]
    pub fn page(&self, file: &str) -> Option<&PlannedPage> {
        // To look through the plan takes less for the few pages that are asked for than an index of all of them.
        let is_it = |page: &&PlannedPage| match file.strip_suffix(path::INDEX) {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => page.address == folder,
            // An address that is a folder's is not the name of its file.
            _ => !file.is_empty() && !file.ends_with('/') && page.address == file,
        };
        self.plan.iter().find(is_it)
    }

    /// The bytes of a page.
    ///
    /// # Errors
    ///
    /// When the theme cannot render it.
    pub fn render(&self, page: &PlannedPage) -> Result<Arc<Vec<u8>>, RenderError> {
        let renderer = &self.look.renderer;
        let bytes = if self.marks_units { renderer.marked_bytes(page) } else { renderer.bytes(page) };
        bytes.map_err(|error| self.reported(&error))
    }

    /// The image for shared links, drawn anew; none where the site has none.
    ///
    /// # Errors
    ///
    /// When the theme cannot draw it.
    pub fn share_image(&self) -> Result<Option<Artifact>, RenderError> {
        let image = self.look.renderer.share_image();
        let drawn = image.and_then(|image| image.map(|image| image.draw()).transpose());
        drawn.map_err(|error| self.reported(&error))
    }

    fn reported(&self, error: &ThemeError) -> RenderError {
        let problem = error.problem(&self.look.files);
        (yaml::locate(vec![problem], &self.sources, self.language), self.sources.clone())
    }

    /// Renders one page of each kind in each language, so that a mistake of the theme shows at once.
    ///
    /// # Errors
    ///
    /// With the first mistake.
    pub fn try_theme(&self) -> Result<(), RenderError> {
        let mut seen = HashSet::new();
        let is_new = |page: &&PlannedPage| {
            let list = if let PageKind::List(list) = page.kind { Some(list.name()) } else { None };
            seen.insert((mem::discriminant(&page.kind), list, page.lang))
        };
        self.plan.iter().filter(is_new).try_for_each(|page| self.render(page).map(|_| ()))?;
        self.share_image().map(|_| ())
    }

    /// Which version of which theme it is shown with.
    #[must_use]
    pub fn theme_version(&self) -> u128 {
        self.look.renderer.theme().version
    }

    /// The addresses of the theme's styles.
    pub fn styles(&self) -> impl Iterator<Item = &str> {
        let addresses = self.look.renderer.theme().addresses.values().map(String::as_str);
        addresses.filter(|address| Path::new(address).extension().is_some_and(|it| it == "css"))
    }

    /// A file of the theme.
    #[must_use]
    pub fn asset(&self, address: &str) -> Option<&Content> {
        let assets = &self.look.renderer.theme().assets;
        assets.iter().find(|asset| asset.path == address).map(|asset| &asset.content)
    }

    /// A file of content/static/.
    #[must_use]
    pub fn static_file(&self, address: &str) -> Option<&InputFile> {
        self.site.static_file(address).map(|file| &file.file)
    }

    /// All files that are no pages, as a build makes them.
    #[must_use]
    pub fn exports(&self) -> Vec<Artifact> {
        export::export(&self.site, &self.plan)
    }

    /// The sums of all files, as a build makes them: every page is rendered for them. `None` where a page cannot be
    /// rendered or a file cannot be read.
    #[must_use]
    pub fn checksums(&self, exports: &[Artifact]) -> Option<Artifact> {
        let renderer = &self.look.renderer;
        let sum = |page: &PlannedPage| renderer.page(page).map(|page| Sum::new(&page));
        let of_pages = render::each(self.plan.par_iter(), sum).ok()?;
        let image = self.share_image().ok()?;
        let files = renderer.theme().assets.par_iter().chain(exports).chain(&image);
        let of_files: Vec<_> = files.map(Sum::new).collect();
        let sums = of_pages.into_iter().chain(of_files).collect::<Result<Vec<_>, _>>().ok()?;
        Some(publish::checksums(&sums))
    }

    /// The address of the page that shows a note, by the note's path from the root.
    #[must_use]
    pub fn page_of_note(&self, path: &str) -> Option<&str> {
        let (folder, _) = path.strip_prefix("content/")?.split_once('/')?;
        let (id, lang) = source::note_name(path)?;
        let below = match folder {
            "meetings" => plan::record_path(ListKind::Meetings, id),
            "pages" => plan::plain_page_path(id),
            _ => return None,
        };
        let page = self.page(&path::file_of(&plan::address(lang, &below)))?;
        Some(&page.address)
    }
}
