//! `taiwa build`: content/ becomes output/.

use std::{mem, time::Instant};

use super::{
    exit::{CommandError, Exit},
    options::{extras, options},
    print::{counts, numbered, print_diagnostics, say},
    progress::Progress,
};
use crate::{
    cli::{BuildArgs, Common},
    pipeline::{self, Built},
};

pub(super) fn run(args: &BuildArgs, common: &Common) -> Result<Exit, CommandError> {
    #[cfg(feature = "serve")]
    if args.watch {
        return super::watching::build(args, common);
    }
    let start = Instant::now();
    let options = options(common, args.force)?;
    let progress = Progress::new("Reading …", common.quiet);
    let mut checked = pipeline::check(&options)?;
    progress.stage(format!("Building {} …", numbered(checked.pages(), "page")));
    let built = pipeline::build(&mut checked, &options, extras(args));
    drop(progress);
    print_diagnostics(&checked, common)?;
    let Some(Built { report, .. }) = built.map_err(CommandError::machine)? else {
        say(common, &format!("nothing was published: {}", counts(&checked)))?;
        return Ok(Exit::Content);
    };
    if checked.lacks_base_url() {
        say(
            common,
            "without base_url there are no canonical addresses, no language alternates, no sitemap and no feeds",
        )?;
    }
    let line = format!(
        "{} in 2 languages: {} written, {} unchanged, {} removed, in {:.2} s",
        numbered(checked.pages(), "page"),
        numbered(report.written, "file"),
        report.unchanged,
        report.removed,
        start.elapsed().as_secs_f64()
    );
    say(common, &line)?;
    // The process ends: the system takes the memory back faster.
    mem::forget(checked);
    Ok(Exit::Success)
}
