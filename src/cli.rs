//! The command line, as typed.

use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Turns the notes of a dialogue between two governments into a bilingual static archive.
#[derive(Debug, Parser)]
#[command(name = "taiwa", version, arg_required_else_help = true, disable_help_subcommand = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// What every command takes.
    #[command(flatten)]
    pub common: Common,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Build the site: content/ becomes output/
    Build(BuildArgs),
    /// Tell every problem of the content, and write nothing
    Check,
    /// Record the published addresses in content/ledger.txt: build and check then refuse to lose one
    Ledger,
}

/// What `build` alone takes.
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// Overwrite files in the output that taiwa did not write
    #[arg(long)]
    pub force: bool,
}

/// What every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Common options")]
pub struct Common {
    /// The folder that holds content/, themes/ and output/
    #[arg(long, global = true, value_name = "DIR", default_value = ".", hide_default_value = true)]
    pub root: PathBuf,
    /// Where the site lands [default: output/ in the root]
    #[arg(long, global = true, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// The address where the site will stand, instead of site.yaml's
    #[arg(long, global = true, value_name = "URL")]
    pub base_url: Option<String>,
    /// The theme, instead of site.yaml's
    #[arg(long, global = true, value_name = "NAME")]
    pub theme: Option<String>,
    /// Show drafts and embargoed records
    #[arg(long, global = true)]
    pub drafts: bool,
    /// The day that the site is of, for embargoes [default: today, in UTC]
    #[arg(long, global = true, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Count warnings as errors
    #[arg(long, global = true)]
    pub strict: bool,
    /// Print nothing but problems
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// When to colour what is printed; `NO_COLOR` is honoured
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", hide_default_value = true)]
    pub color: ColorChoice,
    /// How problems are printed
    #[arg(long, global = true, value_name = "FORMAT", default_value = "text", hide_default_value = true)]
    pub format: Format,
}

/// How problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, on standard error
    Text,
    /// One JSON object a line, on standard output
    Json,
    /// Annotations of a GitHub workflow, on standard output
    Github,
    /// A SARIF 2.1.0 log, on standard output
    Sarif,
}
