//! Templates: the engine, and the check that every string they use is there.

use std::{
    collections::{BTreeSet, HashSet},
    ops::Range,
    sync::{Arc, OnceLock},
};
use tera::{Context, ErrorKind, ReportError, Tera};

use super::{
    constants::{Constants, TemplateSource, TemplateSources},
    files::{REPLACED, ThemeFiles},
    strings::{Strings, variable},
};
use crate::{
    diagnostic::{Code, SourceId},
    lang::{Lang, Message, PerLang, say},
    yaml::{Problem, Spot},
};

/// A template that could not be rendered.
#[derive(Clone, Debug)]
pub struct ThemeError {
    /// The template's name and the bytes in it, where they are known.
    pub place: Option<(String, Range<usize>)>,
    /// What went wrong.
    pub message: String,
}

impl ThemeError {
    /// The error as a problem in the theme's file.
    #[must_use]
    pub fn problem(&self, files: &ThemeFiles) -> Problem {
        let place =
            self.place.as_ref().and_then(|(name, span)| Some((files.templates.get(name)?.source, span)));
        let spot = match place {
            Some((source, span)) => Spot::Bytes(source, span.clone()),
            None => Spot::Bytes(SourceId::default(), 0..0),
        };
        Problem::new(Code::TemplateError, spot, Message::verbatim(&self.message))
    }
}

/// What the engine says of an error, with its place.
#[must_use]
pub fn describe(error: &tera::Error) -> ThemeError {
    let placed = |report: &ReportError| ThemeError {
        place: Some((report.filename().to_owned(), report.span().range.clone())),
        message: report.message().to_owned(),
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => placed(report),
        _ => ThemeError { place: None, message: error.to_string() },
    }
}

/// The templates of a language, ready to render.
pub(super) struct Templates {
    /// With what all pages have alike written into them.
    filled: Tera,
    /// As they are written, for the places of errors; made for the first.
    as_written: OnceLock<Result<Tera, ThemeError>>,
    sources: Arc<TemplateSources>,
    strings: Strings,
}

impl Templates {
    /// Gets templates ready, into which these constants are written.
    ///
    /// # Errors
    ///
    /// With the place in a template that does not parse.
    pub(super) fn new(
        sources: &Arc<TemplateSources>,
        strings: &Strings,
        constants: &Constants,
    ) -> Result<Self, ThemeError> {
        let filled = constants.fill(sources);
        let filled = match engine(filled.iter().map(|(name, text)| (*name, text.as_str())), strings) {
            Ok(engine) => engine,
            Err(_) => engine_as_written(sources, strings)?,
        };
        Ok(Self { filled, as_written: OnceLock::new(), sources: sources.clone(), strings: strings.clone() })
    }

    /// Renders a template.
    ///
    /// # Errors
    ///
    /// With the place in the template where rendering failed.
    pub(super) fn render(&self, template: &str, context: &Context) -> Result<Vec<u8>, ThemeError> {
        render(&self.filled, template, context).or_else(|_| {
            let as_written = self.as_written.get_or_init(|| engine_as_written(&self.sources, &self.strings));
            render(as_written.as_ref().map_err(ThemeError::clone)?, template, context)
        })
    }
}

fn render(engine: &Tera, template: &str, context: &Context) -> Result<Vec<u8>, ThemeError> {
    // What most pages need, so that they seldom have to be moved while they grow.
    let mut bytes = Vec::with_capacity(1 << 15);
    engine.render_to(template, context, &mut bytes).map_err(|error| describe(&error))?;
    Ok(bytes)
}

fn engine_as_written(sources: &TemplateSources, strings: &Strings) -> Result<Tera, ThemeError> {
    engine(sources.all.iter().map(|it| (it.name.as_str(), it.text.as_str())), strings)
}

/// The engine with these templates, each with its name, and these strings.
fn engine<'t>(
    templates: impl Iterator<Item = (&'t str, &'t str)>,
    strings: &Strings,
) -> Result<Tera, ThemeError> {
    let mut engine = Tera::default();
    // Of a component that is there twice, the one of the replaced template gives way.
    engine.set_fallback_prefixes([REPLACED]).map_err(|error| describe(&error))?;
    engine.autoescape_on(vec![".html", ".svg"]);
    strings.install(&mut engine);
    engine.add_raw_templates(templates).map_err(|error| describe(&error))?;
    Ok(engine)
}

/// Reports every string that the templates use or that is required, and that a language lacks.
pub(super) fn check_strings(
    files: &ThemeFiles,
    sources: &TemplateSources,
    strings: &PerLang<Strings>,
    required: &BTreeSet<String>,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for lang in Lang::ALL {
        let strings = &strings[lang];
        let variables: HashSet<_> = strings.keys().map(variable).collect();
        for (file, source) in files.templates.values().zip(&sources.all) {
            for (name, start) in used(source) {
                if !strings.has(name) && !variables.contains(name) {
                    let message = say!("missing-string", key = name, file = lang.code());
                    let spot = Spot::Bytes(file.source, start..start + name.len());
                    problems.push(Problem::new(Code::MissingString, spot, message));
                }
            }
        }
        let spot = files.strings.get(lang.code()).and_then(|files| files.last());
        let spot = Spot::Bytes(spot.map(|file| file.source).unwrap_or_default(), 0..0);
        for key in required.iter().filter(|key| !strings.has(key)) {
            let message = say!("missing-string", key, file = lang.code());
            problems.push(Problem::new(Code::MissingString, spot.clone(), message));
        }
    }
    problems
}

/// The strings that a template names as `s.name` or `t(key="name")`, with their place.
fn used(template: &TemplateSource) -> Vec<(&str, usize)> {
    let mut found = Vec::new();
    for tag in &template.tags {
        names_in(&template.text, tag.clone(), &mut found);
    }
    found
}

fn names_in<'a>(text: &'a str, tag: Range<usize>, found: &mut Vec<(&'a str, usize)>) {
    let (start, code) = (tag.start, &text[tag]);
    for mark in ["s.", "key=\""] {
        for (at, _) in code.match_indices(mark) {
            let is_inside = code[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || "_.\"'".contains(c));
            let name = &code[at + mark.len()..];
            let length = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'));
            let name = &name[..length.unwrap_or(name.len())];
            if !is_inside && !name.is_empty() {
                found.push((name, start + at + mark.len()));
            }
        }
    }
}
