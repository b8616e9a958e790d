//! What `serve` and `build --watch` have in common, and `build --watch` itself.

use std::{io, time::Instant};

use super::{
    exit::{CommandError, Exit},
    options::{extras, language, now, options},
    print::{counts, print_found, say, say_problem},
};
use crate::{
    cli::{BuildArgs, Common},
    diagnostic::{Diagnostic, Severity, Sources, write_json},
    lang::{Count, Lang, Message, say},
    pipeline::{self, BuildExtras, Built, Workspace},
    source::Changes,
    watch::{Watch, WatchMethod},
};

/// `taiwa build --watch`: content/ becomes output/, again at every change.
pub(super) fn build(args: &BuildArgs, common: &Common) -> Result<Exit, CommandError> {
    let options = options(common, args.force)?;
    let mut watch = Watch::start(&options.root, watch_method(args.poll), warn(language(common)));
    let mut builder = WatchedBuild {
        reporter: Reporter::new(common),
        workspace: Workspace::new(options),
        extras: extras(args),
    };
    let mut changes = Changes::All;
    loop {
        set_now(&mut builder.workspace, common);
        let start = Instant::now();
        let done = builder.build(&changes)?;
        say(common, round(&changes, &done, start.elapsed().as_secs_f64()))?;
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

struct WatchedBuild<'c> {
    reporter: Reporter<'c>,
    workspace: Workspace,
    extras: BuildExtras,
}

impl WatchedBuild<'_> {
    /// Builds what changed. What was done.
    fn build(&mut self, changes: &Changes) -> Result<Message, CommandError> {
        let options = self.workspace.options().clone();
        let mut checked = match self.workspace.check(changes) {
            Ok(checked) => checked,
            Err(error) => {
                self.reporter.failure(Message::verbatim(error));
                return Ok(say!("nothing-published"));
            }
        };
        let built = pipeline::build(&mut checked, &options, self.extras);
        self.reporter.report(&checked.diagnostics, &checked.sources)?;
        let Built { report, rendered } = match built {
            Ok(Some(built)) => built,
            Ok(None) => return Ok(say!("nothing-published-for", counts = counts(&checked))),
            // Another build, or a file in the way, may be gone the next time.
            Err(error) => {
                self.reporter.failure(error.message());
                return Ok(say!("nothing-published"));
            }
        };
        Ok(say!(
            "rebuilt",
            pages = say!("n-pages", n = Count(rendered)),
            written = say!("n-files", n = Count(report.written)),
            unchanged = report.unchanged,
            removed = report.removed
        ))
    }
}

/// Prints what is wrong, once for as long as it is the same.
pub(super) struct Reporter<'c> {
    common: &'c Common,
    last: Vec<u8>,
}

impl<'c> Reporter<'c> {
    pub(super) fn new(common: &'c Common) -> Self {
        Self { common, last: Vec::new() }
    }

    pub(super) fn report(&mut self, diagnostics: &[Diagnostic], sources: &Sources) -> io::Result<()> {
        let mut now = Vec::new();
        write_json(&mut now, diagnostics, sources)?;
        if now != self.last {
            self.last = now;
            print_found(diagnostics, sources, self.common)?;
        }
        Ok(())
    }

    /// Prints why the archive cannot be read, or published, at all.
    pub(super) fn failure(&mut self, message: impl Into<Message>) {
        let (message, lang) = (message.into(), language(self.common));
        let text = message.text(lang).into_bytes();
        if self.last != text {
            self.last = text;
            say_problem(lang, Severity::Error, message);
        }
    }
}

pub(super) fn watch_method(poll: bool) -> WatchMethod {
    if poll { WatchMethod::Polled } else { WatchMethod::Events }
}

/// Prints a warning about the work itself, not the content.
pub(super) fn warn(lang: Lang) -> impl Fn(&Message) + Copy + Send + 'static {
    move |message| say_problem(lang, Severity::Warning, message)
}

/// What was done for what changed, and how long it took.
pub(super) fn round(changes: &Changes, done: &Message, seconds: f64) -> Message {
    let what = match changes {
        Changes::All => say!("whole-archive"),
        Changes::Paths(paths) => match paths.first() {
            Some(path) if paths.len() == 1 => Message::verbatim(path),
            None => say!("another-day"),
            _ => say!("n-files", n = Count(paths.len())),
        },
    };
    say!("round", what, done, seconds = format!("{seconds:.3}"))
}
