//! The command line, as typed.

mod help;
mod japanese;

use clap::{
    Args, ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum,
    builder::PossibleValue,
    error::{Error, ErrorKind},
};
#[cfg(feature = "serve")]
use std::net::IpAddr;
use std::{ffi::OsString, path::PathBuf};

use crate::{export::Host, lang::Lang, rename::RenameKind, schema};

/// Turns the notes of a dialogue between two governments into a bilingual static archive.
#[derive(Debug, Parser)]
#[command(name = "taiwa", version, arg_required_else_help = true, disable_help_subcommand = true)]
#[command(after_help = help::TOP)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// What every command takes.
    #[command(flatten)]
    pub common: Common,
}

/// Why there is nothing to run.
#[derive(Debug)]
pub enum NoCommand {
    /// Something was asked for that the command line answers by itself, such as its help.
    Answered(Error),
    /// It is wrong, and this is what is said about it.
    Refused(String),
}

impl Cli {
    /// The commands and options, with their help in a language.
    #[must_use]
    pub fn command_in(lang: Lang) -> clap::Command {
        match lang {
            Lang::En => Self::command(),
            Lang::Ja => japanese::in_japanese(Self::command()),
        }
    }

    /// Reads a command line. Its help and what is said about mistakes are in this language, unless it names another itself.
    ///
    /// # Errors
    ///
    /// Where help is asked for, and where the command line is wrong.
    pub fn read(args: Vec<OsString>, system: Lang) -> Result<Self, NoCommand> {
        let lang = asked_language(&args).unwrap_or(system);
        let read = Self::command_in(lang)
            .try_get_matches_from(args)
            .and_then(|matches| Self::from_arg_matches(&matches));
        read.map_err(|error| match error.kind() {
            ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => NoCommand::Answered(error),
            _ => {
                let refused =
                    Some(lang).filter(|lang| *lang == Lang::Ja).and_then(|_| japanese::refusal(&error));
                refused.map_or(NoCommand::Answered(error), NoCommand::Refused)
            }
        })
    }
}

/// The language that a command line names, before anything else of it is read.
fn asked_language(args: &[OsString]) -> Option<Lang> {
    let mut words = args.iter().filter_map(|arg| arg.to_str()).take_while(|arg| *arg != "--");
    let word = words.by_ref().find_map(|word| word.strip_prefix("--language"))?;
    Lang::from_code(word.strip_prefix('=').or_else(|| words.next())?)
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new archive with an example meeting, ready to build
    #[command(after_help = help::INIT)]
    Init(InitArgs),
    /// Make the files of a new record, ready to fill in
    #[command(subcommand, disable_help_subcommand = true, after_help = help::NEW)]
    New(New),
    /// Build the site: content/ becomes output/
    #[command(after_help = help::BUILD)]
    Build(BuildArgs),
    /// Show the site in a browser while it is written: every save is there at once
    #[cfg(feature = "serve")]
    #[command(alias = "server", after_help = help::SERVE)]
    Serve(ServeArgs),
    /// Report every problem of the content, and write nothing
    #[command(after_help = help::CHECK)]
    Check,
    /// Mark translations as current: made from the other language's text as it is now
    #[command(after_help = help::STAMP)]
    Stamp(StampArgs),
    /// Give a record another id, in its files and wherever it is named; an address that was published leads on
    #[command(after_help = help::RENAME)]
    Rename(RenameArgs),
    /// Make the draft of a meeting from a statement
    #[cfg(feature = "desk")]
    #[command(after_help = help::IMPORT)]
    Import(ImportArgs),
    /// Send commitments to ministries in a spreadsheet, and take their assessments back
    #[cfg(feature = "desk")]
    #[command(subcommand, disable_help_subcommand = true, after_help = help::SHEET)]
    Sheet(SheetCommand),
    /// Send texts to a translator as XLIFF, and take finished translations back
    #[cfg(feature = "desk")]
    #[command(subcommand, disable_help_subcommand = true, after_help = help::TRANSLATE)]
    Translate(TranslateCommand),
    /// Write what both sides said last, for those who prepare a meeting
    #[cfg(feature = "desk")]
    #[command(after_help = help::BRIEF)]
    Brief(BriefArgs),
    /// Record the published addresses in content/ledger.txt: build and check then refuse to lose one
    #[command(after_help = help::LEDGER)]
    Ledger,
    /// Answer an editor by the Language Server Protocol: problems, completion, renaming while you write
    #[cfg(feature = "lsp")]
    #[command(after_help = help::LSP)]
    Lsp,
    /// Print JSON Schemas of the files, for completion and checks in an editor
    #[command(after_help = help::SCHEMA)]
    Schema(SchemaArgs),
    /// Print what lets a shell complete commands and options
    #[command(after_help = help::COMPLETIONS)]
    Completions(CompletionsArgs),
}

/// What `stamp` alone takes.
#[derive(Debug, Args)]
pub struct StampArgs {
    /// The notes that hold the translations, such as content/meetings/2026-03-02-city.ja.md
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// What `rename` alone takes.
#[derive(Debug, Args)]
pub struct RenameArgs {
    /// What the record is
    #[arg(value_enum)]
    pub kind: RenameKind,
    /// Its id; that of a commitment with its meeting, as MEETING/ID
    pub old: String,
    /// The id that it gets
    pub new: String,
    /// Show what would be done, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

impl ValueEnum for RenameKind {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()))
    }
}

/// Which way a sheet goes.
#[cfg(feature = "desk")]
#[derive(Debug, Subcommand)]
pub enum SheetCommand {
    /// Write a sheet of the commitments that can be carried out, to be filled in
    #[command(after_help = help::SHEET_EXPORT)]
    Export(SheetExportArgs),
    /// Add the assessments of a sheet that was filled in to the notes
    #[command(after_help = help::SHEET_IMPORT)]
    Import(SheetImportArgs),
}

/// What `sheet export` alone takes.
#[cfg(feature = "desk")]
#[derive(Debug, Args)]
pub struct SheetExportArgs {
    /// The file to be written, whose name ends in .xlsx or .csv
    pub file: PathBuf,
    /// Overwrite the file if it is there: what was filled in is lost
    #[arg(long)]
    pub force: bool,
}

/// What `sheet import` alone takes.
#[cfg(feature = "desk")]
#[derive(Debug, Args)]
pub struct SheetImportArgs {
    /// The file that was filled in, whose name ends in .xlsx or .csv
    pub file: PathBuf,
    /// Show what would be added, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// What `import` alone takes.
#[cfg(feature = "desk")]
#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option of the command line")]
pub struct ImportArgs {
    /// The statement: a file whose name ends in .docx, .html, .md, .txt or .pdf
    pub file: PathBuf,
    /// The id of the meeting, new or that of a draft that import made
    #[arg(long, value_name = "ID")]
    pub meeting: String,
    /// The language of the statement [default: that of its letters]
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub lang: Option<Lang>,
    /// The text is one that the parties treat as theirs
    #[arg(long)]
    pub authentic: bool,
    /// Keep the file itself in content/static/statements/
    #[arg(long)]
    pub keep_file: bool,
    /// Show what would be made, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Which way translations go.
#[cfg(feature = "desk")]
#[derive(Debug, Subcommand)]
pub enum TranslateCommand {
    /// Write what is to be translated as XLIFF 1.2
    #[command(after_help = help::TRANSLATE_EXPORT)]
    Export(TranslateExportArgs),
    /// Put finished translations into the language files
    #[command(after_help = help::TRANSLATE_IMPORT)]
    Import(TranslateImportArgs),
}

/// What `translate export` alone takes.
#[cfg(feature = "desk")]
#[derive(Debug, Args)]
pub struct TranslateExportArgs {
    /// The ids of meetings and pages [default: all]
    pub ids: Vec<String>,
    /// The language of the translation [default: what each record is translated into]
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub to: Option<Lang>,
    /// Export what is current too
    #[arg(long)]
    pub all: bool,
    /// The file to be written [default: standard output]
    #[arg(id = "output", short = 'o', value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Overwrite the file if it is there: what was translated is lost
    #[arg(long)]
    pub force: bool,
}

/// What `translate import` alone takes.
#[cfg(feature = "desk")]
#[derive(Debug, Args)]
pub struct TranslateImportArgs {
    /// The XLIFF that came back
    pub file: PathBuf,
    /// Show what would be changed, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// What `brief` alone takes.
#[cfg(feature = "desk")]
#[derive(Debug, Args)]
pub struct BriefArgs {
    /// The id of the meeting that is prepared [default: the first to come or, where none is, the newest]
    pub meeting: Option<String>,
    /// The languages of the brief
    #[arg(long, value_name = "LANG", default_value = "both", hide_default_value = true)]
    pub lang: BriefLanguages,
    /// The file to be written, whose name ends in .docx, .html or .md [default: Markdown on standard output]
    #[arg(id = "output", short = 'o', value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Overwrite the file if it is there
    #[arg(long)]
    pub force: bool,
}

/// The languages of a brief.
#[cfg(feature = "desk")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum BriefLanguages {
    /// English
    En,
    /// Japanese
    Ja,
    /// English and Japanese, one after the other
    Both,
}

/// The language of a code.
fn language(code: &str) -> Result<Lang, String> {
    Lang::from_code(code).ok_or_else(|| "write en or ja".to_owned())
}

/// What `schema` alone takes.
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// What the schema describes [default: everything, each kind under `$defs` of one schema]
    #[arg(value_enum)]
    pub kind: Option<schema::SchemaKind>,
}

impl ValueEnum for schema::SchemaKind {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).help(self.title()))
    }
}

/// What `init` alone takes.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The folder of the new archive, made if it is not there [default: the root]
    pub dir: Option<PathBuf>,
}

/// What can be made.
#[derive(Debug, Subcommand)]
pub enum New {
    /// Make the two files of a new meeting, in English and Japanese
    #[command(after_help = help::NEW_MEETING)]
    Meeting(NewMeetingArgs),
}

/// What `new meeting` alone takes.
#[derive(Debug, Args)]
pub struct NewMeetingArgs {
    /// Its id, which becomes its address: lower-case letters and digits, joined by hyphens
    pub id: String,
    /// The day it was held, or the month where the day is not known [default: the date that the id begins with]
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// The id of its dialogue, where the archive has several
    #[arg(long, value_name = "ID")]
    pub dialogue: Option<String>,
}

/// What `completions` alone takes.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell
    pub shell: Shell,
}

/// A shell that can complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs, reason = "the names are the shells'")]
pub enum Shell {
    Bash,
    Zsh,
    Fish,
}

/// What `build` alone takes.
#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option of the command line")]
pub struct BuildArgs {
    /// Overwrite files in the output that taiwa did not write
    #[arg(long)]
    pub force: bool,
    /// Write a .gz and a .br beside each text file, for servers that hand them out
    #[arg(long)]
    pub compress: bool,
    /// Write `_redirects` and `_headers`, which this host reads
    #[arg(long, value_enum, value_name = "HOST")]
    pub host: Option<Host>,
    /// Go on, and build again at every change
    #[cfg(feature = "serve")]
    #[arg(long)]
    pub watch: bool,
    /// Look through the folders again and again, where saves go unnoticed
    #[cfg(feature = "serve")]
    #[arg(long, requires = "watch")]
    pub poll: bool,
}

impl ValueEnum for Host {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// What `serve` alone takes.
#[cfg(feature = "serve")]
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// The port; 0 for any that is free
    #[arg(long, short, value_name = "NUMBER", default_value_t = 8010)]
    pub port: u16,
    /// The interface; 0.0.0.0 for all: others can reach it then
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub interface: IpAddr,
    /// Let the pages lead to their lines in an editor: its name, an address with {path}, or none [default: that
    /// of VISUAL or EDITOR]
    #[arg(long, value_name = "EDITOR")]
    pub editor: Option<String>,
    /// Open the site in the browser
    #[arg(long, short = 'O')]
    pub open: bool,
    /// Look through the folders again and again, where saves go unnoticed
    #[arg(long)]
    pub poll: bool,
}

/// What every command takes.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Common options")]
pub struct Common {
    /// The folder that holds content/, themes/ and output/
    #[arg(long, global = true, value_name = "DIR", default_value = ".", hide_default_value = true)]
    pub root: PathBuf,
    /// Where the site lands [default: output/ in the root]
    #[arg(long, short, alias = "destination", short_alias = 'd', global = true, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// The address where the site will stand, instead of site.yaml's
    #[arg(long, short = 'u', global = true, value_name = "URL")]
    pub base_url: Option<String>,
    /// The theme, instead of site.yaml's
    #[arg(long, global = true, value_name = "NAME")]
    pub theme: Option<String>,
    /// Show drafts and embargoed records
    #[arg(long, short = 'D', global = true)]
    pub drafts: bool,
    /// The day that the site is of, for embargoes [default: today, in the time zone of site.yaml]
    #[arg(long, global = true, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Count warnings as errors
    #[arg(long, global = true)]
    pub strict: bool,
    /// Print nothing but problems
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// When to use colours; `NO_COLOR` is honoured
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", hide_default_value = true)]
    pub color: ColorChoice,
    /// How problems are printed
    #[arg(long, global = true, value_name = "FORMAT", default_value = "text", hide_default_value = true)]
    pub format: ProblemFormat,
    /// The language of help and messages, en or ja [default: that of the system]
    #[arg(long, global = true, value_name = "LANG", value_parser = language)]
    pub language: Option<Lang>,
}

/// How problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ProblemFormat {
    /// For people, on standard error
    Text,
    /// One JSON object a line, on standard output
    Json,
    /// Annotations of a GitHub workflow, on standard output
    Github,
    /// A SARIF 2.1.0 log, on standard output
    Sarif,
}
