//! Interface strings: Fluent messages, one file a language.

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::{collections::BTreeMap, sync::Arc};
use tera::{Kwargs, State, Tera, Value};

use super::files::ThemeFiles;
use crate::{
    diagnostic::Code,
    lang::{Lang, PerLang, fluent_bundle, say},
    yaml::{Problem, Spot},
};

/// The strings of one language.
#[derive(Clone)]
pub struct Strings {
    bundle: Arc<FluentBundle<FluentResource>>,
    messages: Arc<BTreeMap<String, ThemeString>>,
}

/// A message.
struct ThemeString {
    /// Where its key stands.
    spot: Spot,
    /// What it says without arguments; the key, where it says nothing.
    text: String,
    /// Whether it says that because it takes none.
    is_plain: bool,
}

/// The name by which templates call a message without arguments: `nav-meetings` is `s.nav_meetings`.
#[must_use]
pub fn variable(key: &str) -> String {
    key.replace('-', "_")
}

/// The key of a level's title.
#[must_use]
pub fn level_key(level: &str) -> String {
    format!("level-{level}")
}

impl Strings {
    /// The message of this key with its arguments. That every key is there is checked before a page is rendered; one
    /// that is not comes back as itself, to be seen.
    #[must_use]
    pub fn get(&self, key: &str, args: &[(&'static str, FluentValue<'_>)]) -> String {
        let args: FluentArgs<'_> = args.iter().cloned().collect();
        self.format(key, &args)
    }

    /// As [`get`](Self::get), with arguments that several messages have in common.
    #[must_use]
    pub fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
        self.formatted(key, args).unwrap_or_else(|| key.to_owned())
    }

    /// The message of this key, which takes no argument. Every key that is asked for is there.
    #[must_use]
    pub fn plain(&self, key: &str) -> &str {
        self.messages.get(key).map_or("", |message| &message.text)
    }

    /// How many: the message with the number `n`.
    #[must_use]
    pub fn count(&self, key: &str, n: usize) -> String {
        // Fluent writes a large float without its last digits; counts stay far below that.
        self.get(key, &[("n", FluentValue::from(u32::try_from(n).unwrap_or(u32::MAX)))])
    }

    /// Whether there is a message of this key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.messages.contains_key(key)
    }

    /// The keys of all messages, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }

    fn formatted(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned())
    }

    /// The messages without arguments, by the names by which templates call them.
    pub(super) fn variables(&self) -> impl Iterator<Item = (String, &str)> {
        let plain = self.messages.iter().filter(|(_, message)| message.is_plain);
        plain.map(|(key, message)| (variable(key), message.text.as_str()))
    }

    /// Gives a template engine the messages: those without arguments as `s.…`, all as `t(key="…")`.
    pub(super) fn install(&self, engine: &mut Tera) {
        let plain: BTreeMap<String, Value> =
            self.variables().map(|(name, text)| (name, text.into())).collect();
        engine.global_context().insert_value("s", Value::from(plain));
        let strings = self.clone();
        engine.register_function("t", move |kwargs: Kwargs, _: &State| strings.call(&kwargs));
    }

    fn call(&self, kwargs: &Kwargs) -> tera::TeraResult<String> {
        let key: &str = kwargs.must_get("key")?;
        let mut args = FluentArgs::new();
        for (name, value) in kwargs.iter() {
            let name = name.to_string();
            match value.as_i64() {
                Some(number) => args.set(name, number),
                None => args.set(name, value.to_string()),
            }
        }
        self.formatted(key, &args).ok_or_else(|| tera::Error::message(format!("there is no string `{key}`")))
    }
}

/// Reads the strings of both languages. What one language has, the other must have.
pub(super) fn load(files: &ThemeFiles) -> (PerLang<Strings>, Vec<Problem>) {
    let mut problems = Vec::new();
    let strings = PerLang::of(|lang| load_one(files, lang, &mut problems));
    for lang in Lang::ALL {
        let (own, other) = (&strings[lang], &strings[lang.other()]);
        for (key, there) in other.messages.iter().filter(|(key, _)| !own.has(key)) {
            let message = say!("missing-string", key, file = lang.code());
            problems.push(Problem::new(Code::MissingString, there.spot.clone(), message));
        }
    }
    (strings, problems)
}

fn load_one(files: &ThemeFiles, lang: Lang, problems: &mut Vec<Problem>) -> Strings {
    let mut bundle = fluent_bundle(lang);
    let mut spots = BTreeMap::new();
    for file in files.strings.get(lang.code()).into_iter().flatten() {
        let resource = match FluentResource::try_new(file.text.clone()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    let spot = Spot::Bytes(file.source, error.pos);
                    problems.push(Problem::new(
                        Code::TemplateError,
                        spot,
                        say!("not-fluent", error = error.kind),
                    ));
                }
                resource
            }
        };
        for (key, start) in message_keys(&file.text) {
            spots.insert(key.to_owned(), Spot::Bytes(file.source, start..start + key.len()));
        }
        bundle.add_resource_overriding(resource);
    }
    let messages = spots.into_iter().map(|(key, spot)| {
        let message = message(&bundle, &key, spot);
        (key, message)
    });
    Strings { messages: Arc::new(messages.collect()), bundle: Arc::new(bundle) }
}

fn message(bundle: &FluentBundle<FluentResource>, key: &str, spot: Spot) -> ThemeString {
    let mut errors = Vec::new();
    let pattern = bundle.get_message(key).and_then(|message| message.value());
    let text = pattern.map(|pattern| bundle.format_pattern(pattern, None, &mut errors).into_owned());
    let is_plain = text.is_some() && errors.is_empty();
    ThemeString { spot, text: text.unwrap_or_else(|| key.to_owned()), is_plain }
}

/// The keys of a Fluent file with the byte where each stands.
fn message_keys(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        let (key, _) = line.split_once('=')?;
        let key = key.trim_end();
        let is_key = key.starts_with(|c: char| c.is_ascii_alphabetic())
            && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        is_key.then_some((key, start))
    })
}
