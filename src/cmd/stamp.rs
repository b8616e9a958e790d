//! `taiwa stamp`: marks translations as current.

use std::path::{Path, absolute};

use super::{
    exit::{CommandError, Exit},
    options::options,
    print::{print_found, say},
};
use crate::{
    cli::{Common, StampArgs},
    lang::say,
    path::joined,
    pipeline::{self, StampError, Stamped},
};

pub(super) fn run(args: &StampArgs, common: &Common) -> Result<Exit, CommandError> {
    let options = options(common, false)?;
    let files: Vec<String> = args.files.iter().map(|file| found(file, common)).collect::<Result<_, _>>()?;
    let stamped = match pipeline::stamp(&options, &files) {
        Ok(stamped) => stamped,
        Err(StampError::Unread(diagnostics, sources)) => {
            print_found(&diagnostics, &sources, common)?;
            say(common, say!("nothing-stamped"))?;
            return Ok(Exit::Content);
        }
        Err(StampError::Usage(message)) => return Err(CommandError::usage(message)),
        Err(StampError::Content(message)) => return Err(CommandError::content(message)),
        Err(StampError::Unreadable(error)) => return Err(error.into()),
        Err(StampError::Machine(error)) => return Err(CommandError::machine(error.message())),
    };
    for Stamped { path, is_new } in stamped {
        let said = if is_new {
            say!("stamped-as-current", file = path)
        } else {
            say!("current-already", file = path)
        };
        say(common, said)?;
    }
    Ok(Exit::Success)
}

/// The way from the root to a file, which is named from the current folder or from the root.
fn found(file: &Path, common: &Common) -> Result<String, CommandError> {
    let places = [file.to_owned(), common.root.join(file)];
    let Some(place) = places.iter().find(|place| place.exists()) else {
        return Err(CommandError::usage(say!("no-file-to-stamp", file = file.display())));
    };
    // A link inside of the archive goes by its own name; a way to the archive through links by where it leads.
    let paths =
        [(absolute(place), absolute(&common.root)), (place.canonicalize(), common.root.canonicalize())];
    let inside = paths.iter().find_map(|path| match path {
        (Ok(place), Ok(root)) => place.strip_prefix(root).ok(),
        _ => None,
    });
    Ok(joined(inside.unwrap_or(file)))
}
