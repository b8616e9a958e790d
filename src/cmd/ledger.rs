//! `taiwa ledger`: the published addresses go into content/ledger.txt.

use super::{
    exit::{CommandError, Exit},
    options::options,
    print::{counts, print_diagnostics, say},
};
use crate::{
    cli::Common,
    lang::{Count, say},
    pipeline,
};

pub(super) fn run(common: &Common) -> Result<Exit, CommandError> {
    if common.drafts {
        return Err(CommandError::usage(say!("ledger-without-drafts")));
    }
    let options = options(common, false)?;
    let checked = pipeline::check(&options)?;
    print_diagnostics(&checked, common)?;
    if !checked.is_publishable(options.strict) {
        say(common, say!("nothing-recorded", counts = counts(&checked)))?;
        return Ok(Exit::Content);
    }
    let recorded =
        pipeline::record(&checked, &options).map_err(|error| CommandError::machine(error.message()))?;
    let (new, all) = recorded;
    let addresses = say!("n-addresses", n = Count(all));
    let line = match new {
        0 => say!("ledger-has-all", addresses),
        _ => say!("ledger-recorded", new, addresses),
    };
    say(common, line)?;
    Ok(Exit::Success)
}
