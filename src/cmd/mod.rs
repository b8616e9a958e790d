//! The commands: from arguments to an exit code. Here alone it is asked what day it is, and which the current folder.

#[cfg(feature = "desk")]
mod brief;
mod build;
mod check;
mod completions;
mod exit;
#[cfg(feature = "desk")]
mod import;
mod init;
mod ledger;
#[cfg(feature = "lsp")]
mod lsp;
mod new;
#[cfg(feature = "desk")]
mod office_file;
mod options;
mod print;
mod progress;
mod rename;
mod schema;
#[cfg(feature = "serve")]
mod serve;
#[cfg(feature = "desk")]
mod sheet;
mod stamp;
#[cfg(feature = "desk")]
mod translate;
#[cfg(feature = "serve")]
mod watching;

pub use exit::Exit;

use anstream::ColorChoice;

use std::ffi::OsString;

use crate::{
    cli::{Cli, Command, New, NoCommand},
    diagnostic::Severity,
    lang::Message,
};

/// Runs the command of a command line.
#[must_use]
pub fn run(args: Vec<OsString>) -> Exit {
    let lang = options::system_language();
    match Cli::read(args, lang) {
        Ok(cli) => run_command(&cli),
        Err(NoCommand::Answered(error)) => {
            let _ = error.print();
            if error.use_stderr() { Exit::Usage } else { Exit::Success }
        }
        Err(NoCommand::Refused(message)) => {
            print::say_problem(lang, Severity::Error, Message::verbatim(message));
            Exit::Usage
        }
    }
}

fn run_command(cli: &Cli) -> Exit {
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
        Command::Rename(args) => rename::run(args, &cli.common),
        #[cfg(feature = "desk")]
        Command::Sheet(command) => sheet::run(command, &cli.common),
        #[cfg(feature = "desk")]
        Command::Translate(command) => translate::run(command, &cli.common),
        #[cfg(feature = "desk")]
        Command::Brief(args) => brief::run(args, &cli.common),
        #[cfg(feature = "desk")]
        Command::Import(args) => import::run(args, &cli.common),
        #[cfg(feature = "lsp")]
        Command::Lsp => lsp::run(&cli.common),
        Command::Ledger => ledger::run(&cli.common),
        Command::Schema(args) => schema::run(args),
        Command::Completions(args) => completions::run(args, &cli.common),
    };
    done.unwrap_or_else(|stop| {
        print::say_problem(options::language(&cli.common), Severity::Error, stop.message);
        stop.exit
    })
}
