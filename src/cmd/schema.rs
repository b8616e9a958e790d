//! `taiwa schema`: the format of the files, for editors.

use std::io::{self, Write};

use super::{Exit, Stop};
use crate::{cli::SchemaArgs, schema};

pub(super) fn run(args: &SchemaArgs) -> Result<Exit, Stop> {
    let schema = args.kind.map_or_else(schema::of_everything, schema::of);
    writeln!(io::stdout().lock(), "{schema:#}")?;
    Ok(Exit::Success)
}
