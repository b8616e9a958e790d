//! `taiwa lsp`: answers an editor while an archive is written.

use std::{io, path::absolute};
#[cfg(feature = "serve")]
use std::{path::PathBuf, thread};

#[cfg(feature = "serve")]
use super::watching::warn;
use super::{
    exit::{CommandError, Exit},
    options::{date, now, unchecked_options},
};
use crate::{
    cli::Common,
    lang::Message,
    lsp::{self, LspEnd, LspSetup, StartWatch},
};
#[cfg(feature = "serve")]
use crate::{
    lang::Lang,
    lsp::ChangeReport,
    watch::{Watch, WatchMethod},
};

pub(super) fn run(common: &Common) -> Result<Exit, CommandError> {
    let mut options = unchecked_options(common)?;
    #[cfg(feature = "serve")]
    let lang = options.language;
    options.root = absolute(&options.root)?;
    let day = common.as_of.as_ref().map(|day| date("--as-of", day)).transpose()?;
    let as_of = Box::new(move || day.map_or_else(now, Into::into));
    #[cfg(feature = "serve")]
    let watch: Option<StartWatch> = Some(Box::new(move |root, report| watch(root, report, lang)));
    #[cfg(not(feature = "serve"))]
    let watch: Option<StartWatch> = None;
    let setup = LspSetup { options, as_of, is_locale_heard: common.language.is_none(), watch };
    let end = lsp::run(setup, io::stdin(), io::stdout())
        .map_err(|error| CommandError { exit: Exit::Protocol, message: Message::verbatim(error) })?;
    Ok(match end {
        LspEnd::Ended => Exit::Success,
        LspEnd::ExitWithoutShutdown => Exit::Protocol,
    })
}

/// Watches the files of an archive, for an editor that does not.
#[cfg(feature = "serve")]
fn watch(root: PathBuf, report: ChangeReport, lang: Lang) {
    thread::spawn(move || {
        let mut watch = Watch::start(&root, WatchMethod::Events, warn(lang));
        while report(watch.wait(|| false)) {}
    });
}
