//! `taiwa schema`: the format of the files, for editors.

use std::io::{self, Write};

use super::exit::{CommandError, Exit};
use crate::{cli::SchemaArgs, schema};

pub(super) fn run(args: &SchemaArgs) -> Result<Exit, CommandError> {
    let schema = args.kind.map_or_else(schema::of_everything, schema::of);
    match writeln!(io::stdout().lock(), "{schema:#}") {
        // Who reads only the beginning has what they want.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(Exit::Success),
    }
}
