//! The help and the refusals of the command line in Japanese. English is where the options are declared.

use clap::{
    Arg, ArgAction, Command, Error,
    error::{ContextKind, ContextValue, ErrorKind},
};
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};

use crate::lang::{Lang, fluent_bundle_of};

/// `about` and `after` of each command, and each option, by the way to it: `sheet-export-force`.
const JAPANESE: &str = include_str!("ja.ftl");

// The headings, which clap takes from the program alone.
const COMMANDS: &str = "コマンド";
const ARGUMENTS: &str = "引数";
const OPTIONS: &str = "オプション";
const COMMON: &str = "共通のオプション";
const TEMPLATE: &str = "{about-with-newline}\n使い方: {usage}\n\n{all-args}{after-help}";

/// The texts in Japanese.
struct JapaneseTexts(FluentBundle<FluentResource>);

impl JapaneseTexts {
    fn new() -> Self {
        Self(fluent_bundle_of(Lang::Ja, &[JAPANESE]))
    }

    fn get(&self, key: &str) -> Option<String> {
        self.with(key, &FluentArgs::new())
    }

    fn with(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.0.get_message(key)?.value()?;
        Some(self.0.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
    }

    fn plain(&self, key: &str) -> String {
        self.get(key).unwrap_or_default()
    }
}

/// The command line with its help in Japanese.
pub(super) fn in_japanese(command: Command) -> Command {
    let texts = JapaneseTexts::new();
    // What every command takes is named by itself alone.
    of_command(command, &[], &texts)
}

fn of_command(command: Command, way: &[&str], texts: &JapaneseTexts) -> Command {
    let key = |what: &str| way.iter().copied().chain([what]).collect::<Vec<_>>().join("-").replace('_', "-");
    let names: Vec<String> = command.get_subcommands().map(|it| it.get_name().to_owned()).collect();
    let ids: Vec<String> = command.get_arguments().map(|it| it.get_id().to_string()).collect();
    let mut command = command.help_template(TEMPLATE).subcommand_help_heading(COMMANDS);
    if let Some(about) = texts.get(&key("about")) {
        command = command.about(about);
    }
    if let Some(after) = texts.get(&key("after")) {
        command = command.after_help(after);
    }
    for id in ids {
        command = command.mut_arg(&id, |arg| of_argument(arg, &key(&id), texts));
    }
    for name in &names {
        let way: Vec<_> = way.iter().copied().chain([name.as_str()]).collect();
        command = command.mut_subcommand(name, |inner| of_command(inner, &way, texts));
    }
    let flag = |id: &'static str, short: char, action| {
        let flag = Arg::new(id).short(short).long(id).action(action).help(texts.plain(id));
        flag.help_heading(OPTIONS)
    };
    // In the place of clap's own, which speak English.
    command = command.disable_help_flag(true).arg(flag("help", 'h', ArgAction::Help));
    if way.is_empty() {
        command = command.disable_version_flag(true).arg(flag("version", 'V', ArgAction::Version));
    }
    command
}

fn of_argument(arg: Arg, key: &str, texts: &JapaneseTexts) -> Arg {
    let Some(mut help) = texts.get(key) else { return arg };
    let heading = match arg.get_help_heading() {
        Some(_) => COMMON,
        None if arg.is_positional() => ARGUMENTS,
        None => OPTIONS,
    };
    let arg = arg.help_heading(heading);
    if !arg.get_action().takes_values() {
        return arg.help(help);
    }
    let values: Vec<_> = arg.get_possible_values().iter().map(|it| it.get_name().to_owned()).collect();
    if !values.is_empty() {
        help.extend(["［", &values.join("、"), "］"]);
    }
    // What clap would add is in English.
    arg.help(help).hide_possible_values(true).hide_default_value(true)
}

/// Why a command line is refused, in Japanese; nothing where it is not known what is wrong.
pub(super) fn refusal(error: &Error) -> Option<String> {
    let texts = JapaneseTexts::new();
    let mut args = FluentArgs::new();
    for (name, kind) in [
        ("argument", ContextKind::InvalidArg),
        ("value", ContextKind::InvalidValue),
        ("command", ContextKind::InvalidSubcommand),
        ("other", ContextKind::PriorArg),
        ("values", ContextKind::ValidValue),
        ("near", ContextKind::SuggestedArg),
        ("near", ContextKind::SuggestedSubcommand),
        ("near", ContextKind::SuggestedValue),
    ] {
        match error.get(kind) {
            Some(ContextValue::String(text)) => args.set(name, text.clone()),
            Some(ContextValue::Strings(list)) => args.set(name, list.join("、")),
            _ => {}
        }
    }
    let key = match error.kind() {
        ErrorKind::UnknownArgument => "unknown-argument",
        ErrorKind::InvalidSubcommand => "unknown-command",
        ErrorKind::MissingRequiredArgument => "missing-argument",
        ErrorKind::MissingSubcommand => "missing-command",
        ErrorKind::ArgumentConflict => "conflicting-arguments",
        ErrorKind::InvalidValue if args.get("value").is_some_and(|it| is_empty(it)) => "missing-value",
        ErrorKind::InvalidValue => "unknown-value",
        ErrorKind::ValueValidation => "invalid-value",
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => "too-many-values",
        _ => return None,
    };
    let mut said = texts.with(key, &args)?;
    if args.get("near").is_some() && args.get("values").is_none() {
        said.push_str(&texts.with("did-you-mean", &args)?);
    }
    Some(said + &texts.plain("more-help"))
}

fn is_empty(value: &fluent_bundle::FluentValue<'_>) -> bool {
    matches!(value, fluent_bundle::FluentValue::String(text) if text.is_empty())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;
    use crate::cli::Cli;
    use clap::CommandFactory;
    use std::collections::BTreeSet;

    /// The keys that the texts of a command have.
    fn keys(command: &Command, way: &[&str], found: &mut BTreeSet<String>) {
        let key = |what: &str| [way, &[what]].concat().join("-").replace('_', "-");
        found.insert(key("about"));
        if command.get_after_help().is_some() {
            found.insert(key("after"));
        }
        found.extend(command.get_arguments().map(|arg| key(arg.get_id().as_str())));
        for inner in command.get_subcommands() {
            keys(inner, &[way, &[inner.get_name()]].concat(), found);
        }
    }

    #[test]
    fn every_command_and_option_has_its_japanese_words_and_none_is_left_over() {
        let mut expected = BTreeSet::new();
        keys(&Cli::command(), &[], &mut expected);
        let is_key = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
        let keys = JAPANESE.split("## 使い方の誤り").next().unwrap().lines().filter(is_key);
        let mut found: BTreeSet<String> =
            keys.map(|line| line.split(" =").next().unwrap().to_owned()).collect();
        assert!(found.remove("help") && found.remove("version"));
        // Without the features of this build, some commands are not there.
        if cfg!(all(feature = "desk", feature = "lsp", feature = "serve")) {
            assert_eq!(found, expected);
        } else {
            assert!(found.is_superset(&expected));
        }
    }

    #[test]
    fn the_japanese_command_line_is_a_sound_one_with_the_same_commands_and_options() {
        let mut japanese = in_japanese(Cli::command());
        japanese.build();
        japanese.clone().debug_assert();
        let (mut theirs, mut ours) = (BTreeSet::new(), BTreeSet::new());
        keys(&japanese, &[], &mut theirs);
        let mut english = Cli::command();
        english.build();
        keys(&english, &[], &mut ours);
        assert_eq!(theirs, ours);
    }

    fn examples(text: &str) -> Vec<String> {
        let lines = text.lines().filter(|line| line.starts_with("  taiwa "));
        lines.map(|line| line.trim().split("  ").next().unwrap().to_owned()).collect()
    }

    fn compare_examples(command: &Command, way: &[&str], texts: &JapaneseTexts) {
        if let Some(after) = command.get_after_help() {
            let key = [way, &["after"]].concat().join("-");
            assert_eq!(examples(&texts.plain(&key)), examples(&after.to_string()), "{key}");
        }
        for inner in command.get_subcommands() {
            compare_examples(inner, &[way, &[inner.get_name()]].concat(), texts);
        }
    }

    #[test]
    fn every_example_stands_in_japanese_too() {
        compare_examples(&Cli::command(), &[], &JapaneseTexts::new());
    }
}
