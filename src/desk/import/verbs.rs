//! The table of operative verbs.

use indexmap::IndexMap;
use serde::Deserialize;

use crate::{
    diagnostic::{Code, SourceFile, SourceId, Sources},
    lang::{Lang, PerLang},
    model::Kind,
    source::input::List,
    yaml::{self, Pointer, Problem, Spot},
};

/// The table of the program; `content/verbs.yaml` adds to it.
pub const DEFAULT_VERBS: &str = include_str!("verbs.yaml");

/// The kind that takes a verb out of the table.
const NONE: &str = "none";

/// Operative verbs of both languages.
#[derive(Clone, Debug, Default)]
pub struct VerbTable {
    verbs: PerLang<IndexMap<String, Kind>>,
}

/// The verbs of a kind, as they are written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct VerbsInput {
    en: List<String>,
    ja: List<String>,
}

/// A table as it is written: verbs by kind.
type TableInput = IndexMap<String, Option<VerbsInput>>;

impl VerbTable {
    /// The table of the program.
    #[must_use]
    pub fn of_program() -> Self {
        let mut sources = Sources::default();
        let path = "verbs.yaml".to_owned();
        let file = SourceFile { path, text: DEFAULT_VERBS.into(), yaml: 0..DEFAULT_VERBS.len() };
        let source = sources.add(file);
        let mut table = Self::default();
        table.extend(source, sources.file(source), &mut Vec::new());
        table
    }

    /// Adds the verbs of a file; one that is there gets the kind that the file gives it.
    pub fn extend(&mut self, source: SourceId, file: &SourceFile, problems: &mut Vec<Problem>) {
        let input: TableInput = yaml::read(source, file, problems).unwrap_or_default();
        for (word, verbs) in input {
            let kind = Kind::ALL.iter().zip(Kind::NAMES).find(|(_, name)| **name == word);
            if kind.is_none() && word != NONE {
                problems.push(unknown_kind(source, &word));
                continue;
            }
            let VerbsInput { en, ja } = verbs.unwrap_or_default();
            for (lang, verbs) in [(Lang::En, en), (Lang::Ja, ja)] {
                for verb in verbs.into_iter().flatten().flatten() {
                    match kind {
                        Some((kind, _)) => self.verbs[lang].insert(verb, *kind),
                        None => self.verbs[lang].shift_remove(&verb),
                    };
                }
            }
        }
    }

    /// The verbs of a language with their kinds, as written.
    pub fn verbs(&self, lang: Lang) -> impl Iterator<Item = (&str, Kind)> {
        self.verbs[lang].iter().map(|(verb, kind)| (verb.as_str(), *kind))
    }
}

fn unknown_kind(source: SourceId, word: &str) -> Problem {
    let spot = Spot::Value(source, Pointer::from([word]));
    Problem::new(Code::InvalidValue, spot, format!("`{word}` is no kind of record"))
        .help(format!("write {} or {NONE}", Kind::NAMES.join(", ")))
}
