//! A checked archive becomes the files of its site, in the output folder: those that an earlier build made of the same
//! inputs are kept.

use rayon::prelude::*;
use std::{collections::HashSet, sync::Arc};

use super::{
    checked::{Checked, Look},
    inputs::Inputs,
    pool::in_pool,
};
use crate::{
    artifact::{Artifact, sha256},
    config::Options,
    diagnostic::{Diagnostic, Sources},
    export::{self, Format, Host},
    path,
    plan::{PlannedPage, files::SHARE_IMAGE},
    publish::{self, Output, PublishError, Report, Staged},
    render::{self, Renderer},
    site::Site,
    theme::{Theme, ThemeError},
};

/// How many pages a thread takes at a time: at the end, the others wait for no more than these.
const PAGES: usize = 64;

/// What a build writes beside the site itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct BuildExtras {
    /// Smaller copies of text files.
    pub compress: bool,
    /// The files that this host reads.
    pub host: Option<Host>,
}

/// What a build did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Built {
    /// What became of the files.
    pub report: Report,
    /// How many pages were rendered. The others are as they were.
    pub rendered: usize,
}

/// Builds the site of a checked archive: each file is put aside in the output folder as soon as it is made, and all take
/// their places when every one of them is there. `None` where it must not be published: the diagnostics tell why.
///
/// # Errors
///
/// Those of [`Output`].
pub fn build(
    checked: &mut Checked,
    options: &Options,
    extras: BuildExtras,
) -> Result<Option<Built>, PublishError> {
    in_pool(|| built(checked, options, extras))
}

fn built(
    checked: &mut Checked,
    options: &Options,
    extras: BuildExtras,
) -> Result<Option<Built>, PublishError> {
    let of_host = extras.host.map(|host| export::host_files(host, &checked.site, &checked.plan));
    let (of_host, problems) = of_host.unwrap_or_default();
    checked.report(problems);
    let compress = extras.compress;
    if !checked.is_publishable(options.strict) {
        return Ok(None);
    }
    let Some(look) = &mut checked.look else { return Ok(None) };
    let (plan, theme) = (checked.plan.clone(), look.renderer.theme().clone());
    let output = publish::OutputOptions {
        folder: &options.output,
        root: &options.root,
        maker: maker(&checked.site, compress),
        force: options.force,
    };
    let (output, inputs) =
        rayon::join(|| Output::open(output), || Inputs::new(&checked.site, &theme, &checked.sources));
    forget_texts(&mut checked.sources, &checked.diagnostics);
    let builder = SiteBuild { site: checked.site.clone(), inputs, output: output?, compress };
    let (files, (image, ())) = rayon::join(
        || builder.files(&theme, &plan),
        || {
            let folders = || builder.output.make_folders(plan.iter().map(|page| page.address.as_str()));
            rayon::join(|| builder.share_image(&look.renderer), folders)
        },
    );
    let (mut files, image) = (files?, image?);
    for file in &of_host {
        // Not compressed: the host reads them, and no browser.
        files.push(builder.output.stage(file, None)?);
    }
    look.renderer.know_sizes(files.iter().map(|file| (file.path(), file.length())));
    let mut pages = builder.pages_by_language(look, &plan)?;
    pages.insert(0, image);
    match render::all(pages) {
        Ok(pages) => {
            let rendered = pages.iter().filter(|page| page.is_rendered).count();
            // Styles stand before the pages that name them.
            let staged: Vec<_> =
                files.into_iter().chain(pages.into_iter().flat_map(|page| page.files)).collect();
            Ok(Some(Built { report: builder.output.publish(&staged)?, rendered }))
        }
        Err(errors) => {
            let problems = errors.iter().map(|error| error.problem(&look.files)).collect();
            checked.report(problems);
            Ok(None)
        }
    }
}

/// Lets go of the texts that no diagnostic shows. One of a template may yet come.
fn forget_texts(sources: &mut Sources, diagnostics: &[Diagnostic]) {
    let places = diagnostics.iter().flat_map(Diagnostic::places);
    let shown: HashSet<_> = places.map(|place| place.source).collect();
    sources.retain(|id, file| shown.contains(&id) || file.path.starts_with("themes/"));
}

/// Names the program and what it was asked for besides: another one makes other files of the same inputs.
fn maker(site: &Site, compress: bool) -> String {
    let mut maker = [env!("CARGO_PKG_VERSION"), env!("TAIWA_CODE")].join(" ");
    if compress {
        // Where an author's own file has the name of a smaller copy, none is made.
        let taken = site.statics.iter().filter(|file| publish::is_smaller(&file.address));
        let names: String = taken.flat_map(|file| [file.address.as_str(), "/"]).collect();
        maker.extend([" compressed but for ", &sha256(&names)]);
    }
    maker
}

struct SiteBuild {
    site: Arc<Site>,
    inputs: Inputs,
    output: Output,
    compress: bool,
}

/// A page with the smaller copies of it.
struct RenderedPage {
    files: Vec<Staged>,
    is_rendered: bool,
}

impl SiteBuild {
    /// The files that are no pages.
    fn files(&self, theme: &Theme, plan: &Arc<Vec<PlannedPage>>) -> Result<Vec<Staged>, PublishError> {
        let mut staged = self.stage_all(&theme.assets, None)?;
        let (facts, texts) = rayon::join(
            || self.renewed(self.inputs.facts(), export::OF_FACTS, plan),
            || self.renewed(self.inputs.texts(), export::OF_TEXTS, plan),
        );
        staged.extend(facts?);
        staged.extend(texts?);
        Ok(staged)
    }

    /// The files of formats that are made of the same inputs; made only if they are not there. What a format
    /// hands out is out of memory before it makes more.
    fn renewed(
        &self,
        inputs: u128,
        formats: &[Format],
        plan: &Arc<Vec<PlannedPage>>,
    ) -> Result<Vec<Staged>, PublishError> {
        if let Some(kept) = self.output.keep_all(inputs) {
            return Ok(kept);
        }
        let made = |format: &Format| {
            let mut staged = Vec::new();
            format(&self.site, plan, &mut |files| {
                staged.push(self.stage_all(&files, Some(inputs)));
            });
            staged.into_iter().collect::<Result<Vec<_>, _>>()
        };
        let staged = formats.par_iter().with_max_len(1).map(made).collect::<Result<Vec<_>, _>>()?;
        Ok(staged.into_iter().flatten().flatten().collect())
    }

    fn stage_all(&self, files: &[Artifact], inputs: Option<u128>) -> Result<Vec<Staged>, PublishError> {
        let staged = files.par_iter().map(|file| self.stage(file, inputs));
        Ok(staged.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    }

    /// Puts a file aside, with the smaller copies of it.
    fn stage(&self, file: &Artifact, inputs: Option<u128>) -> Result<Vec<Staged>, PublishError> {
        let mut staged = vec![self.output.stage(file, inputs)?];
        if self.compress {
            let is_taken = |path: &str| self.site.static_file(path).is_some();
            for smaller in publish::smaller(file, is_taken)? {
                staged.push(self.output.stage(&smaller, inputs)?);
            }
        }
        Ok(staged)
    }

    /// The image for shared links: the one that stands, if it was made of the same inputs.
    fn share_image(&self, renderer: &Renderer) -> Result<Result<RenderedPage, ThemeError>, PublishError> {
        let files = match renderer.share_image() {
            Ok(None) => Vec::new(),
            Ok(Some(image)) => match self.output.kept(SHARE_IMAGE, image.inputs()) {
                Some(kept) => kept,
                None => match image.draw() {
                    Ok(drawn) => self.stage(&drawn, Some(image.inputs()))?,
                    Err(error) => return Ok(Err(error)),
                },
            },
            Err(error) => return Ok(Err(error)),
        };
        Ok(Ok(RenderedPage { files, is_rendered: false }))
    }

    /// Pages, those of one language after those of the other: what the first share is out of memory then.
    fn pages_by_language(
        &self,
        look: &mut Look,
        plan: &[PlannedPage],
    ) -> Result<Vec<Result<RenderedPage, ThemeError>>, PublishError> {
        let mut made = Vec::with_capacity(plan.len());
        for lang in self.site.config.languages {
            let pages: Vec<_> = plan.iter().filter(|page| page.lang == lang).collect();
            let pages = pages.par_iter().with_max_len(PAGES).map(|page| self.page(look, page));
            made.extend(pages.collect::<Result<Vec<_>, _>>()?);
            look.renderer.forget(lang);
        }
        Ok(made)
    }

    /// A page: the one that stands, if it was made of the same inputs. A mistake of a template is reported beside those of the
    /// other pages; where the system refuses a file, there is nothing to go on for.
    fn page(
        &self,
        look: &Look,
        page: &PlannedPage,
    ) -> Result<Result<RenderedPage, ThemeError>, PublishError> {
        let path = path::file_of(&page.address);
        let inputs = self.inputs.page(page, &self.site);
        if let Some(files) = self.output.kept(&path, inputs) {
            return Ok(Ok(RenderedPage { files, is_rendered: false }));
        }
        match look.renderer.page(page) {
            Ok(page) => Ok(Ok(RenderedPage { files: self.stage(&page, Some(inputs))?, is_rendered: true })),
            Err(error) => Ok(Err(error)),
        }
    }
}
