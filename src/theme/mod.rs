//! The look of a site: templates, interface strings and files, from the binary and from themes/.
//!
//! The default theme is inside the binary; a file of the same name in `themes/<name>/` takes the place of one.

mod constants;
mod files;
mod languages;
mod strings;
mod tags;
mod templates;

pub use files::{ThemeFiles, exists, read};
pub use languages::unknown_language;
pub use strings::{Strings, level_key, variable};
pub use templates::{ThemeError, describe};

use constants::{Constants, TemplateSources};
use templates::Templates;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};
use tera::Context;
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
    templates: PerLang<Templates>,
    strings: PerLang<Strings>,
    /// The theme's own files, under names that change with their content.
    pub assets: Vec<Artifact>,
    /// The addresses of those files, by the name that each has in the theme.
    pub addresses: BTreeMap<String, String>,
    /// The version of the files that it was made from.
    pub version: u128,
}

impl Theme {
    /// Builds a theme from its files. Beside the strings that its templates use, it must have those that are required. Some
    /// expressions of templates have one value on all pages, which `constants` gives.
    ///
    /// # Errors
    ///
    /// With the problems of the templates and strings: a template that does not parse, a string that a language lacks.
    pub fn new(
        files: &ThemeFiles,
        required: &BTreeSet<String>,
        constants: &[(&str, &str)],
    ) -> Result<Self, Vec<Problem>> {
        let (strings, mut problems) = strings::load(files);
        let sources = files.templates.iter().map(|(name, file)| (name.as_str(), file.text.as_str()));
        let sources = Arc::new(TemplateSources::new(sources));
        problems.extend(templates::check_strings(files, &sources, &strings, required));
        let (assets, addresses) = assets(files);
        let templates = PerLang::of(|lang| {
            let constants = known_constants(lang, &strings[lang], &addresses, constants);
            Templates::new(&sources, &strings[lang], &constants)
        });
        match templates.into_array() {
            [Ok(first), Ok(second)] if problems.iter().all(|problem| problem.severity != Severity::Error) => {
                let templates = [first, second].into();
                Ok(Self { templates, strings, assets, addresses, version: files.version() })
            }
            // A mistake is in the templates of both languages.
            [Err(error), _] | [_, Err(error)] => {
                problems.push(error.problem(files));
                Err(problems)
            }
            _ => Err(problems),
        }
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
        self.templates[lang].render(template, context)
    }
}

/// The expressions that have one value on all pages of a language: those that are given, strings, and the addresses of files.
fn known_constants(
    lang: Lang,
    strings: &Strings,
    addresses: &BTreeMap<String, String>,
    given: &[(&str, &str)],
) -> Constants {
    let mut known = Constants::default();
    known.add("lang".to_owned(), lang.code());
    for (expression, text) in given {
        known.add((*expression).to_owned(), text);
    }
    // In a text between quotes, these two are written otherwise.
    for (name, address) in addresses.iter().filter(|(name, _)| !name.contains(['"', '\\'])) {
        known.add(format!("assets[\"{name}\"]"), address);
    }
    for (name, text) in strings.variables() {
        known.add(format!("s.{name}"), text);
    }
    known
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
