//! `taiwa serve`: the site in a browser, while it is written.

use std::time::Instant;

use super::{
    exit::{CommandError, Exit},
    options::options,
    print::{counts, numbered, print_found, say},
    watching::{Reporter, described, is_another_day, set_now, warn, watch_method},
};
use crate::{
    cli::{Common, ServeArgs},
    pipeline::{Preview, Workspace},
    serve::{self, Server},
    source::Changes,
    watch::Watch,
};

pub(super) fn run(args: &ServeArgs, common: &Common) -> Result<Exit, CommandError> {
    let mut options = options(common, false)?;
    options.drafts = true;
    let port = serve::listen(args.interface, args.port).map_err(CommandError::machine)?;
    let address = port.address;
    let mut watch = Watch::start(&options.root, watch_method(args.poll), warn);
    let server = Server::start(port, Box::new(report(common)))?;
    let mut reporter = Reporter::new(common);
    let mut workspace = Workspace::new(options);
    let mut changes = Changes::All;
    let mut is_first = true;
    loop {
        set_now(&mut workspace, common);
        let start = Instant::now();
        let done = rebuild(&server, &mut workspace, &changes, &mut reporter)?;
        let seconds = start.elapsed().as_secs_f64();
        if is_first {
            let url = format!("http://{address}{}", server.base_path());
            say(common, &format!("{done}, in {seconds:.2} s\n{url}  (Ctrl-C ends the preview)"))?;
            if args.open && open::that_detached(&url).is_err() {
                warn("no browser could be opened");
            }
            is_first = false;
        } else {
            say(common, &format!("{}: {done}, in {seconds:.3} s", described(&changes)))?;
        }
        changes = watch.wait(|| is_another_day(&workspace, common));
    }
}

/// Reads what changed and shows the site, or what is wrong. What was done, in words.
fn rebuild(
    server: &Server,
    workspace: &mut Workspace,
    changes: &Changes,
    reporter: &mut Reporter<'_>,
) -> Result<String, CommandError> {
    let strict = workspace.options().strict;
    let checked = match workspace.check(changes) {
        Ok(checked) => checked,
        Err(error) => {
            server.fail_whole(&error.to_string());
            reporter.failure(&error.to_string());
            return Ok("nothing can be shown".to_owned());
        }
    };
    reporter.report(&checked.diagnostics, &checked.sources)?;
    let counts = counts(&checked);
    let preview = match Preview::new(checked, strict) {
        Ok(preview) => preview,
        Err(checked) => {
            server.fail(&checked.diagnostics, &checked.sources);
            return Ok(format!("{counts}; the last good site stays"));
        }
    };
    let pages = preview.pages().iter().filter(|page| !page.is_picture()).count();
    match server.show(preview, changes) {
        Ok(rendered) if *changes == Changes::All => {
            Ok(format!("{} ({} rendered)", numbered(pages, "page"), rendered))
        }
        Ok(rendered) => Ok(format!("{} rendered", numbered(rendered, "page"))),
        Err((diagnostics, sources)) => {
            reporter.report(&diagnostics, &sources)?;
            Ok("the theme has an error; the last good site stays".to_owned())
        }
    }
}

/// Prints what is wrong with the theme, found while a page was rendered.
fn report(
    common: &Common,
) -> impl Fn(&[crate::diagnostic::Diagnostic], &crate::diagnostic::Sources) + Send + Sync + use<> {
    let format = common.format;
    move |diagnostics, sources| {
        // A terminal that is gone is no reason to stop serving.
        let _ = print_found(diagnostics, sources, format);
    }
}
