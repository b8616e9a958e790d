//! The program: reads the command line, runs the command, and alone decides how the process ends.

use mimalloc::MiMalloc;
use std::{env, process::ExitCode};
use taiwa::cmd;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    cmd::run(env::args_os().collect()).into()
}
