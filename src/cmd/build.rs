//! `taiwa build`: content/ becomes output/.

use std::time::Instant;

use super::{Exit, Stop, counts, numbered, options, print_diagnostics, progress::Progress, say};
use crate::{
    cli::{BuildArgs, Common},
    pipeline, publish,
};

pub(super) fn run(args: &BuildArgs, common: &Common) -> Result<Exit, Stop> {
    #[cfg(feature = "serve")]
    if args.watch {
        return super::watching::build(args, common);
    }
    let start = Instant::now();
    let options = options(common, args.force)?;
    let progress = Progress::new("Reading …", common.quiet);
    let mut checked = pipeline::check(&options)?;
    progress.stage(format!("Rendering {} …", numbered(checked.pages(), "page")));
    let artifacts = pipeline::render(&mut checked, options.strict);
    drop(progress);
    print_diagnostics(&checked, common)?;
    let Some(mut artifacts) = artifacts else {
        say(common, &format!("nothing was published: {}", counts(&checked)))?;
        return Ok(Exit::Content);
    };
    let progress = Progress::new("Publishing …", common.quiet);
    if args.compress {
        artifacts.extend(publish::compressed(&artifacts).map_err(Stop::machine)?);
    }
    let report = pipeline::publish(&artifacts, &options).map_err(Stop::machine)?;
    drop(progress);
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
    Ok(Exit::Success)
}
