//! The commands: from arguments to an exit code. Here alone it is asked what day it is, and which the current folder.

mod build;
mod check;
mod completions;
mod init;
mod ledger;
mod new;
mod progress;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod stamp;
#[cfg(feature = "serve")]
mod watching;

use anstream::ColorChoice;
use std::{
    io::{self, Write},
    path::{Component, Path, PathBuf, absolute},
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

use crate::{
    cli::{Cli, Command, Common, Format, New},
    config::{AsOf, Options, base_url},
    diagnostic::{
        Diagnostic, Severity, Sources, shown_message, write_github, write_json, write_sarif, write_text,
    },
    lang::Date,
    pipeline::Checked,
    plan::OWN_FOLDER,
    theme,
};

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Well.
    Success,
    /// The content has errors, and nothing was published.
    Content,
    /// The command line asks for something that cannot be.
    Usage,
    /// The machine failed us: disk, permission.
    Machine,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Success => 0,
            Exit::Content => 1,
            Exit::Usage => 2,
            Exit::Machine => 3,
        })
    }
}

/// Why a command ended early: what to print, and how to exit.
struct Stop {
    exit: Exit,
    message: String,
}

impl Stop {
    fn usage(message: impl Into<String>) -> Self {
        Self { exit: Exit::Usage, message: message.into() }
    }

    fn machine(message: impl std::fmt::Display) -> Self {
        Self { exit: Exit::Machine, message: message.to_string() }
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::machine(error)
    }
}

/// Runs a command.
#[must_use]
pub fn run(cli: &Cli) -> Exit {
    match cli.common.color {
        clap::ColorChoice::Always => ColorChoice::Always.write_global(),
        clap::ColorChoice::Never => ColorChoice::Never.write_global(),
        clap::ColorChoice::Auto => ColorChoice::Auto.write_global(),
    }
    let done = match &cli.command {
        Command::Init(args) => init::run(args, &cli.common),
        Command::New(New::Meeting(args)) => new::meeting(args, &cli.common),
        Command::Build(args) => build::run(args, &cli.common),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(args, &cli.common),
        Command::Check => check::run(&cli.common),
        Command::Stamp(args) => stamp::run(args, &cli.common),
        Command::Ledger => ledger::run(&cli.common),
        Command::Schema(args) => schema::run(args),
        Command::Completions(args) => completions::run(args),
    };
    done.unwrap_or_else(|stop| {
        say_problem(Severity::Error, &stop.message);
        stop.exit
    })
}

/// Says on a line of its own what is no diagnostic. It may name a file of any name.
fn say_problem(severity: Severity, message: &str) {
    let (color, word) = match severity {
        Severity::Error => (31, "error"),
        Severity::Warning => (33, "warning"),
    };
    let _ = writeln!(anstream::stderr(), "\u{1b}[1;{color}m{word}\u{1b}[0m: {}", shown_message(message));
}

/// The options of a run, checked.
fn options(common: &Common, force: bool) -> Result<Options, Stop> {
    let as_of = match &common.as_of {
        Some(day) => date("--as-of", day)?.into(),
        None => now(),
    };
    let root = archive(common)?;
    let base = common.base_url.as_ref().map(|url| {
        base_url(url).map_err(|it| Stop::usage(format!("--base-url {url}: {}; {}", it.message, it.help)))
    });
    let base_url = base.transpose()?;
    if let Some(theme) = common.theme.as_ref().filter(|theme| !theme::exists(root, theme)) {
        return Err(Stop::usage(format!("--theme {theme}: there is no folder themes/{theme}/")));
    }
    let output = common.output.clone().unwrap_or_else(|| root.join("output"));
    check_output(&output, root)?;
    Ok(Options {
        root: root.clone(),
        output,
        base_url,
        theme: common.theme.clone(),
        drafts: common.drafts,
        as_of,
        strict: common.strict,
        force,
    })
}

/// Refuses an output among what is read, or among what builds keep for themselves.
fn check_output(output: &Path, root: &Path) -> Result<(), Stop> {
    let place = real(output)?;
    for name in ["content", "themes"] {
        let folder = root.join(name);
        if overlaps(&place, &real(&folder)?) {
            let message =
                format!("the output {} lies at, in or above {}", output.display(), folder.display());
            return Err(Stop::usage(message));
        }
    }
    let root = real(root)?;
    // The archive itself may lie in a folder of any name.
    let below = place.strip_prefix(&root).unwrap_or(Path::new(""));
    if below.components().any(|part| part.as_os_str() == OWN_FOLDER) {
        return Err(Stop::usage(format!(
            "the output {} lies at or in a folder {OWN_FOLDER}/, where builds keep notes of their own; choose another folder",
            output.display()
        )));
    }
    Ok(())
}

/// The day that an option names.
fn date(option: &str, day: &str) -> Result<Date, Stop> {
    Date::parse(day).map_err(|error| Stop::usage(format!("{option} {day} is not a date: {error}")))
}

/// The root, which must hold an archive.
fn archive(common: &Common) -> Result<&PathBuf, Stop> {
    let root = &common.root;
    if root.join("content").is_dir() {
        return Ok(root);
    }
    Err(Stop::usage(format!(
        "{} has no folder content/; name the archive's folder with --root, or make an archive with `taiwa init`",
        root.display()
    )))
}

/// Whether the output would write into a folder that is read: the same, inside it, or around it.
fn overlaps(output: &Path, input: &Path) -> bool {
    output.starts_with(input) || input.starts_with(output)
}

/// Where a path really lies; the part of it that is not there yet is taken as written.
fn real(path: &Path) -> io::Result<PathBuf> {
    let mut there = absolute(path)?;
    let mut rest = Vec::new();
    loop {
        if let Ok(real) = there.canonicalize() {
            let mut path = real;
            for part in rest.iter().rev() {
                match Path::new(part).components().next() {
                    Some(Component::ParentDir) => {
                        path.pop();
                    }
                    _ => path.push(part),
                }
            }
            return Ok(path);
        }
        let Some(part @ (Component::Normal(_) | Component::ParentDir)) = there.components().next_back()
        else {
            return Ok(there);
        };
        rest.push(part.as_os_str().to_owned());
        there.pop();
    }
}

/// What the clock says. Which day that is, the site's time zone decides.
fn now() -> AsOf {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    AsOf::Clock(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}

/// Prints what was found, in the form that was asked for.
fn print_diagnostics(checked: &Checked, common: &Common) -> io::Result<()> {
    print_found(&checked.diagnostics, &checked.sources, common.format)
}

fn print_found(diagnostics: &[Diagnostic], sources: &Sources, format: Format) -> io::Result<()> {
    match format {
        Format::Text => write_text(&mut anstream::stderr().lock(), diagnostics, sources),
        Format::Json => write_json(&mut io::stdout().lock(), diagnostics, sources),
        Format::Github => write_github(&mut io::stdout().lock(), diagnostics, sources),
        Format::Sarif => write_sarif(&mut io::stdout().lock(), diagnostics, sources),
    }
}

/// Prints a line for people: on standard output, or on standard error where that is for machines.
fn say(common: &Common, line: &str) -> io::Result<()> {
    match common.format {
        _ if common.quiet => Ok(()),
        Format::Text => writeln!(anstream::stdout(), "{line}"),
        Format::Json | Format::Github | Format::Sarif => writeln!(anstream::stderr(), "{line}"),
    }
}

/// How many errors and warnings there are, in words.
fn counts(checked: &Checked) -> String {
    let count = |severity| checked.diagnostics.iter().filter(|it| it.severity() == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    format!("{}, {}", numbered(errors, "error"), numbered(warnings, "warning"))
}

/// The option that names the root in a command to be typed; nothing for the current folder.
fn root_option(root: &Path) -> String {
    let text = root.display().to_string();
    match text.as_str() {
        "." | "" => String::new(),
        _ if text.contains(|c: char| c.is_whitespace() || "'\"\\$`&;()<>|*?#".contains(c)) => {
            format!(" --root '{}'", text.replace('\'', r"'\''"))
        }
        text => format!(" --root {text}"),
    }
}

fn numbered(n: usize, word: &str) -> String {
    match word.strip_suffix('s') {
        _ if n == 1 => format!("1 {word}"),
        Some(_) => format!("{n} {word}es"),
        None => format!("{n} {word}s"),
    }
}
