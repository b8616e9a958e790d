//! `taiwa build`: content/ becomes output/.

use std::{mem, time::Instant};

use super::{
    exit::{CommandError, Exit},
    options::{extras, language, options},
    print::{counts, print_diagnostics, say},
    progress::Progress,
};
use crate::{
    cli::{BuildArgs, Common},
    lang::{Count, say},
    pipeline::{self, Built},
};

pub(super) fn run(args: &BuildArgs, common: &Common) -> Result<Exit, CommandError> {
    #[cfg(feature = "serve")]
    if args.watch {
        return super::watching::build(args, common);
    }
    let start = Instant::now();
    let options = options(common, args.force)?;
    let progress = Progress::new(&say!("reading"), language(common), common.quiet);
    let mut checked = pipeline::check(&options)?;
    let pages = say!("n-pages", n = Count(checked.pages()));
    progress.stage(&say!("building", pages));
    let built = pipeline::build(&mut checked, &options, extras(args));
    drop(progress);
    print_diagnostics(&checked, common)?;
    let Some(Built { report, .. }) = built.map_err(|error| CommandError::machine(error.message()))? else {
        say(common, say!("nothing-published-for", counts = counts(&checked)))?;
        return Ok(Exit::Content);
    };
    if checked.lacks_base_url() {
        say(common, say!("lacks-base-url"))?;
    }
    let line = say!(
        "built",
        pages,
        written = say!("n-files", n = Count(report.written)),
        unchanged = report.unchanged,
        removed = report.removed,
        seconds = format!("{:.2}", start.elapsed().as_secs_f64())
    );
    say(common, line)?;
    // The process ends: the system takes the memory back faster.
    mem::forget(checked);
    Ok(Exit::Success)
}
