//! `taiwa stamp`: marks translations as current.

use std::path::PathBuf;

use super::{Exit, Stop, options, print_found, say};
use crate::{
    cli::{Common, StampArgs},
    pipeline::{self, StampError, Stamped},
};

pub(super) fn run(args: &StampArgs, common: &Common) -> Result<Exit, Stop> {
    let options = options(common, false)?;
    let files: Vec<PathBuf> = args.files.iter().map(|file| found(file, common)).collect::<Result<_, _>>()?;
    let stamped = match pipeline::stamp(&options, &files) {
        Ok(stamped) => stamped,
        Err(StampError::Unread(diagnostics, sources)) => {
            print_found(&diagnostics, &sources, common)?;
            say(common, "nothing was stamped")?;
            return Ok(Exit::Content);
        }
        Err(StampError::Usage(message)) => return Err(Stop::usage(message)),
        Err(StampError::Content(message)) => return Err(Stop { exit: Exit::Content, message }),
        Err(StampError::Machine(error)) => return Err(Stop::machine(error)),
    };
    for Stamped { path, is_new } in stamped {
        let said = if is_new { "stamped as current" } else { "is current already" };
        say(common, &format!("{path} {said}"))?;
    }
    Ok(Exit::Success)
}

/// Where a file lies: below the current folder or below the root.
fn found(file: &PathBuf, common: &Common) -> Result<PathBuf, Stop> {
    let places = [file.clone(), common.root.join(file)];
    let there = places.iter().find_map(|place| place.canonicalize().ok());
    there.ok_or_else(|| Stop::usage(format!("there is no file {}", file.display())))
}
