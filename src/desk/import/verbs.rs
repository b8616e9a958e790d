//! The table of operative verbs.

use indexmap::IndexMap;

use crate::{
    diagnostic::{SourceFile, Sources},
    lang::{Lang, PerLang},
    model::Kind,
    source::input::VerbTableInput,
    yaml,
};

/// The table of the program; `content/verbs.yaml` adds to it.
pub const DEFAULT_VERBS: &str = include_str!("verbs.yaml");

/// Operative verbs of both languages.
#[derive(Clone, Debug, Default)]
pub struct VerbTable {
    verbs: PerLang<IndexMap<String, Kind>>,
}

impl VerbTable {
    /// The table of the program.
    #[must_use]
    pub fn of_program() -> Self {
        let mut sources = Sources::default();
        let path = "verbs.yaml".to_owned();
        let file = SourceFile { path, text: DEFAULT_VERBS.into(), yaml: 0..DEFAULT_VERBS.len() };
        let source = sources.add(file);
        let table = yaml::read(source, sources.file(source), &mut Vec::new()).unwrap_or_default();
        Self::default().with(table)
    }

    /// With the verbs of a file; one that is there gets the kind that the file gives it.
    #[must_use]
    pub fn with(mut self, table: VerbTableInput) -> Self {
        for (kind, verbs) in table.into_kinds() {
            for (lang, verbs) in [(Lang::En, verbs.en), (Lang::Ja, verbs.ja)] {
                for verb in verbs.into_iter().flatten().flatten() {
                    match kind {
                        Some(kind) => self.verbs[lang].insert(verb, kind),
                        None => self.verbs[lang].shift_remove(&verb),
                    };
                }
            }
        }
        self
    }

    /// The verbs of a language with their kinds, as written.
    pub fn verbs(&self, lang: Lang) -> impl Iterator<Item = (&str, Kind)> {
        self.verbs[lang].iter().map(|(verb, kind)| (verb.as_str(), *kind))
    }
}
