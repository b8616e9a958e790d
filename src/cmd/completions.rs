//! `taiwa completions`: what a shell needs to complete commands and options.

use std::io::{self, Write};

use super::{
    exit::{CommandError, Exit},
    options::language,
};
use crate::cli::{Cli, Common, CompletionsArgs, Shell};

pub(super) fn run(args: &CompletionsArgs, common: &Common) -> Result<Exit, CommandError> {
    let shell = match args.shell {
        Shell::Bash => clap_complete::Shell::Bash,
        Shell::Zsh => clap_complete::Shell::Zsh,
        Shell::Fish => clap_complete::Shell::Fish,
    };
    // In memory first: the generator panics where writing fails.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command_in(language(common)), "taiwa", &mut script);
    match io::stdout().lock().write_all(&script) {
        // Who reads only the beginning has what they want.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(Exit::Success),
    }
}
