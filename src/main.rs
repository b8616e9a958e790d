//! The program: reads the command line, runs the command, and alone decides how the process ends.

use clap::Parser;
use mimalloc::MiMalloc;
use std::process::ExitCode;
use taiwa::{cli::Cli, cmd};

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    cmd::run(&Cli::parse()).into()
}
