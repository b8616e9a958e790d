//! What `serve` and `build --watch` have in common, and `build --watch` itself.

use std::{io, time::Instant};

use super::{
    exit::{Exit, Stop},
    options::{now, options},
    print::{counts, numbered, print_found, say, say_problem},
};
use crate::{
    cli::{BuildArgs, Common},
    diagnostic::{Diagnostic, Severity, Sources, write_json},
    pipeline::{self, Built, Workspace},
    source::Changes,
    watch::{Watch, Way},
};

/// `taiwa build --watch`: content/ becomes output/, again at every change.
pub(super) fn build(args: &BuildArgs, common: &Common) -> Result<Exit, Stop> {
    let options = options(common, args.force)?;
    let mut watch = Watch::start(&options.root, way(args.poll), warn);
    let mut builder =
        Builder { teller: Teller::new(common), workspace: Workspace::new(options), compress: args.compress };
    let mut changes = Changes::All;
    loop {
        set_now(&mut builder.workspace, common);
        let start = Instant::now();
        let done = builder.build(&changes)?;
        say(common, &format!("{}: {done}, in {:.3} s", what(&changes), start.elapsed().as_secs_f64()))?;
        changes = watch.wait(|| is_another_day(&builder.workspace, common));
    }
}

/// The next round is of the day that it is by then: it may be days later.
pub(super) fn set_now(workspace: &mut Workspace, common: &Common) {
    if common.as_of.is_none() {
        workspace.set_as_of(now());
    }
}

/// Whether a day has begun that was not named on the command line: what is embargoed until it is published now.
pub(super) fn is_another_day(workspace: &Workspace, common: &Common) -> bool {
    common.as_of.is_none() && workspace.is_another_day(now())
}

struct Builder<'c> {
    teller: Teller<'c>,
    workspace: Workspace,
    compress: bool,
}

impl Builder<'_> {
    /// Builds what changed. What was done, in words.
    fn build(&mut self, changes: &Changes) -> Result<String, Stop> {
        let options = self.workspace.options().clone();
        let mut checked = match self.workspace.check(changes) {
            Ok(checked) => checked,
            Err(error) => {
                self.teller.whole(&error.to_string());
                return Ok("nothing was published".to_owned());
            }
        };
        let built = pipeline::build(&mut checked, &options, self.compress);
        self.teller.tell(&checked.diagnostics, &checked.sources)?;
        let Built { report, rendered } = match built {
            Ok(Some(built)) => built,
            Ok(None) => return Ok(format!("nothing was published: {}", counts(&checked))),
            // Another build, or a file in the way, may be gone the next time.
            Err(error) => {
                self.teller.whole(&error.to_string());
                return Ok("nothing was published".to_owned());
            }
        };
        Ok(format!(
            "{} rendered; {} written, {} unchanged, {} removed",
            numbered(rendered, "page"),
            numbered(report.written, "file"),
            report.unchanged,
            report.removed
        ))
    }
}

/// Prints what is wrong, once for as long as it is the same.
pub(super) struct Teller<'c> {
    common: &'c Common,
    told: Vec<u8>,
}

impl<'c> Teller<'c> {
    pub(super) fn new(common: &'c Common) -> Self {
        Self { common, told: Vec::new() }
    }

    pub(super) fn tell(&mut self, diagnostics: &[Diagnostic], sources: &Sources) -> io::Result<()> {
        let mut now = Vec::new();
        write_json(&mut now, diagnostics, sources)?;
        if now != self.told {
            self.told = now;
            print_found(diagnostics, sources, self.common.format)?;
        }
        Ok(())
    }

    /// Prints why the archive cannot be read, or published, at all.
    pub(super) fn whole(&mut self, message: &str) {
        if self.told != message.as_bytes() {
            self.told = message.as_bytes().to_vec();
            say_problem(Severity::Error, message);
        }
    }
}

pub(super) fn way(poll: bool) -> Way {
    if poll { Way::Polled } else { Way::Told }
}

/// Prints a warning about the work itself, not the content.
pub(super) fn warn(message: &str) {
    say_problem(Severity::Warning, message);
}

/// What changed, in words.
pub(super) fn what(changes: &Changes) -> String {
    match changes {
        Changes::All => "the archive".to_owned(),
        Changes::Paths(paths) => match paths.first() {
            Some(path) if paths.len() == 1 => path.clone(),
            None => "another day".to_owned(),
            _ => numbered(paths.len(), "file"),
        },
    }
}
