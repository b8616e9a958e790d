//! `taiwa init`: a new archive.

use super::{
    exit::{CommandError, Exit},
    print::{root_option, say},
};
use crate::{
    cli::{Common, InitArgs},
    scaffold::{self, ArchiveError},
};

pub(super) fn run(args: &InitArgs, common: &Common) -> Result<Exit, CommandError> {
    let folder = match &args.dir {
        // Of the current folder nothing need be said.
        Some(dir) if common.root.as_os_str() == "." => dir.clone(),
        Some(dir) => common.root.join(dir),
        None => common.root.clone(),
    };
    let files = scaffold::new_archive(&folder).map_err(|error| match error {
        ArchiveError::Write(error) => CommandError::machine(error),
        error @ (ArchiveError::NotEmpty(_) | ArchiveError::NotAFolder) => CommandError::usage(format!(
            "{}: {error}; a new archive needs a folder of its own, such as `taiwa init my-archive`",
            folder.display()
        )),
    })?;
    let root = root_option(&folder);
    say(common, &format!("made an archive of {files} files in {}", folder.display()))?;
    say(common, &format!("build it:       taiwa build{root}"))?;
    say(common, &format!("add a meeting:  taiwa new meeting 2026-03-02-city{root}"))?;
    say(common, "then put your own records in the place of the examples, beginning with content/site.yaml")?;
    Ok(Exit::Success)
}
