//! The look of a site: templates, interface strings and files, from the binary and from themes/.
//!
//! The default theme is inside the binary; a file of the same name in `themes/<name>/` takes the place of one.

mod files;
mod languages;
mod strings;
mod templates;

pub use files::{ThemeFiles, exists, read};
pub use languages::unknown_language;
pub use strings::{Strings, level_key, variable};
pub use templates::{ThemeError, describe};

use std::collections::{BTreeMap, BTreeSet};
use tera::{Context, Tera};
use xxhash_rust::xxh3::xxh3_128;

use crate::{
    artifact::Artifact,
    diagnostic::Severity,
    lang::{Lang, PerLang},
    plan::ASSETS,
    yaml::Problem,
};

/// A theme, ready to render.
pub struct Theme {
    engines: PerLang<Tera>,
    strings: PerLang<Strings>,
    /// The theme's own files, under names that change with their content.
    pub assets: Vec<Artifact>,
    /// The addresses of those files, by the name that each has in the theme.
    pub addresses: BTreeMap<String, String>,
    /// The version of the files that it was made from.
    pub version: u128,
}

impl Theme {
    /// Builds a theme from its files. Beside the strings that its templates use, it must have those that are required.
    ///
    /// # Errors
    ///
    /// With the problems of the templates and strings: a template that does not parse, a string that a language lacks.
    pub fn new(files: &ThemeFiles, required: &BTreeSet<String>) -> Result<Self, Vec<Problem>> {
        let (strings, mut problems) = strings::load(files);
        problems.extend(templates::check_strings(files, &strings, required));
        let engine = match templates::engine(files) {
            Ok(engine) => engine,
            Err(error) => {
                problems.push(error.problem(files));
                Tera::default()
            }
        };
        if problems.iter().any(|problem| problem.severity == Severity::Error) {
            return Err(problems);
        }
        let (assets, addresses) = assets(files);
        let engines = strings.each_ref().map(|strings| {
            let mut engine = engine.clone();
            strings.install(&mut engine);
            engine
        });
        Ok(Self { engines, strings, assets, addresses, version: files.version() })
    }

    /// The strings of a language.
    #[must_use]
    pub fn strings(&self, lang: Lang) -> &Strings {
        &self.strings[lang]
    }

    /// Renders a template.
    ///
    /// # Errors
    ///
    /// With the place in the template where rendering failed.
    pub fn render(&self, lang: Lang, template: &str, context: &Context) -> Result<Vec<u8>, ThemeError> {
        // What most pages need, so that they seldom have to be moved while they grow.
        let mut bytes = Vec::with_capacity(1 << 15);
        let engine = &self.engines[lang];
        engine.render_to(template, context, &mut bytes).map_err(|error| describe(&error))?;
        Ok(bytes)
    }
}

/// The theme's files for the site: `style.css` becomes `assets/style.<hash>.css`, and so the others.
fn assets(files: &ThemeFiles) -> (Vec<Artifact>, BTreeMap<String, String>) {
    let mut addresses = BTreeMap::new();
    let assets = files.statics.iter().map(|(name, bytes)| {
        let hash = format!("{:032x}", xxh3_128(bytes));
        let address = match name.rsplit_once('.') {
            Some((stem, extension)) => format!("{ASSETS}/{stem}.{}.{extension}", &hash[..10]),
            None => format!("{ASSETS}/{name}.{}", &hash[..10]),
        };
        addresses.insert(name.clone(), address.clone());
        Artifact { path: address, content: bytes.clone().into() }
    });
    let assets = assets.collect();
    (assets, addresses)
}
