//! `taiwa serve`: the site in a browser, while it is written.

use std::{env, net::IpAddr, path, time::Instant};

use super::{
    exit::{CommandError, Exit},
    options::{language, options},
    print::{counts, print_found, say},
    watching::{Reporter, is_another_day, round, set_now, warn, watch_method},
};
use crate::{
    cli::{Common, ServeArgs},
    lang::{Count, Message, say},
    pipeline::{Preview, Workspace},
    serve::{self, EditorLinks, Server},
    source::Changes,
    watch::Watch,
};

pub(super) fn run(args: &ServeArgs, common: &Common) -> Result<Exit, CommandError> {
    let mut options = options(common, false)?;
    options.drafts = true;
    let lang = language(common);
    let port =
        serve::listen(args.interface, args.port).map_err(|error| CommandError::machine(error.message()))?;
    let address = port.address;
    let mut watch = Watch::start(&options.root, watch_method(args.poll), warn(lang));
    let root = path::absolute(&options.root)?;
    let links = editor_form(args.editor.as_deref())?.map(|form| EditorLinks { form, root: &root });
    let server = Server::start(port, links, Box::new(report(common)))?;
    if let Some(message) = shown_to_others(address.ip()) {
        warn(lang)(&message);
    }
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
            say(common, say!("first-round", done, seconds = format!("{seconds:.2}")))?;
            say(common, say!("preview-at", url))?;
            if args.open && open::that_detached(&url).is_err() {
                warn(lang)(&say!("no-browser"));
            }
            is_first = false;
        } else {
            say(common, round(&changes, &done, seconds))?;
        }
        changes = watch.wait(|| is_another_day(&workspace, common));
    }
}

/// What is said where a preview, with all that is not published yet, is not for this machine alone.
fn shown_to_others(interface: IpAddr) -> Option<Message> {
    (!serve::is_loopback(interface)).then(|| say!("shown-to-others"))
}

/// The form of the addresses that open a file in an editor: the one that is asked for or, if that is known, the editor of
/// `VISUAL` or `EDITOR`.
fn editor_form(asked: Option<&str>) -> Result<Option<&str>, CommandError> {
    match asked {
        None => {
            let mut commands = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| env::var(name).ok());
            let command = commands.find(|command| !command.trim().is_empty());
            Ok(command.and_then(|command| serve::form_of_command(&command)))
        }
        Some("none") => Ok(None),
        Some(name) => serve::editor_form(name).map(Some).ok_or_else(|| {
            let names: Vec<_> = serve::editor_names().collect();
            CommandError::usage(say!("editor-refused", name, names = names.join(", ")))
        }),
    }
}

/// Reads what changed and shows the site, or what is wrong. What was done.
fn rebuild(
    server: &Server,
    workspace: &mut Workspace,
    changes: &Changes,
    reporter: &mut Reporter<'_>,
) -> Result<Message, CommandError> {
    let strict = workspace.options().strict;
    let checked = match workspace.check(changes) {
        Ok(checked) => checked,
        Err(error) => {
            server.fail_whole(&error.to_string());
            reporter.failure(Message::verbatim(error));
            return Ok(say!("nothing-shown"));
        }
    };
    reporter.report(&checked.diagnostics, &checked.sources)?;
    let counts = counts(&checked);
    let preview = match Preview::new(checked, strict) {
        Ok(preview) => preview,
        Err(checked) => {
            server.fail(&checked.diagnostics, &checked.sources);
            return Ok(say!("last-site-stays", counts));
        }
    };
    let pages = preview.pages().iter().filter(|page| !page.is_file_of_page()).count();
    match server.show(preview, changes) {
        Ok(rendered) if *changes == Changes::All => {
            Ok(say!("pages-rendered", pages = say!("n-pages", n = Count(pages)), rendered))
        }
        Ok(rendered) => Ok(say!("n-pages-rendered", pages = say!("n-pages", n = Count(rendered)))),
        Err((diagnostics, sources)) => {
            reporter.report(&diagnostics, &sources)?;
            Ok(say!("last-site-stays-for-theme"))
        }
    }
}

/// Prints what is wrong with the theme, found while a page was rendered.
fn report(
    common: &Common,
) -> impl Fn(&[crate::diagnostic::Diagnostic], &crate::diagnostic::Sources) + Send + Sync + use<> {
    let common = common.clone();
    move |diagnostics, sources| {
        // A terminal that is gone is no reason to stop serving.
        let _ = print_found(diagnostics, sources, &common);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drafts_for_other_machines_are_told() {
        let is_told = |interface: [u8; 4]| shown_to_others(IpAddr::from(interface)).is_some();
        assert!(is_told([0, 0, 0, 0]) && is_told([10, 0, 0, 7]));
        assert!(!is_told([127, 0, 0, 1]));
    }
}
