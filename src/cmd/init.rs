//! `taiwa init`: a new archive.

use super::{
    exit::{CommandError, Exit},
    options::language,
    print::{root_option, say},
};
use crate::{
    cli::{Common, InitArgs},
    lang::{Count, say},
    scaffold::{self, ArchiveError},
};

pub(super) fn run(args: &InitArgs, common: &Common) -> Result<Exit, CommandError> {
    let folder = match &args.dir {
        // Of the current folder nothing need be said.
        Some(dir) if common.root.as_os_str() == "." => dir.clone(),
        Some(dir) => common.root.join(dir),
        None => common.root.clone(),
    };
    let files = scaffold::new_archive(&folder, language(common)).map_err(|error| match error {
        ArchiveError::Write(error) => CommandError::machine(error.message()),
        error @ (ArchiveError::NotEmpty(_) | ArchiveError::NotAFolder) => {
            let problem = error.message();
            CommandError::usage(say!("init-refused", folder = folder.display(), problem))
        }
    })?;
    let root = root_option(&folder);
    let files = say!("n-files", n = Count(files));
    for line in [
        say!("archive-made", files, folder = folder.display()),
        say!("build-it", root),
        say!("add-a-meeting", root),
        say!("replace-examples"),
    ] {
        say(common, line)?;
    }
    Ok(Exit::Success)
}
