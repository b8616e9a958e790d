//! `taiwa ledger`: the published addresses go into content/ledger.txt.

use super::{
    exit::{CommandError, Exit},
    options::options,
    print::{counts, numbered, print_diagnostics, say},
};
use crate::{cli::Common, pipeline};

pub(super) fn run(common: &Common) -> Result<Exit, CommandError> {
    if common.drafts {
        let message = "the ledger holds published addresses only; leave --drafts out";
        return Err(CommandError::usage(message));
    }
    let options = options(common, false)?;
    let checked = pipeline::check(&options)?;
    print_diagnostics(&checked, common)?;
    if !checked.is_publishable(options.strict) {
        say(common, &format!("nothing was recorded: {}", counts(&checked)))?;
        return Ok(Exit::Content);
    }
    let recorded = pipeline::record(&checked, &options).map_err(CommandError::machine)?;
    let line = match recorded {
        (0, all) => format!("content/ledger.txt holds all {} already", numbered(all, "address")),
        (new, all) => format!("{new} new of {} recorded in content/ledger.txt", numbered(all, "address")),
    };
    say(common, &line)?;
    Ok(Exit::Success)
}
