//! `taiwa check`: every problem in one run, nothing written.

use super::{
    exit::{CommandError, Exit},
    options::options,
    print::{counts, print_diagnostics, say},
};
use crate::{cli::Common, pipeline};

pub(super) fn run(common: &Common) -> Result<Exit, CommandError> {
    let options = options(common, false)?;
    let checked = pipeline::check(&options)?;
    print_diagnostics(&checked, common)?;
    say(common, counts(&checked))?;
    Ok(if checked.is_publishable(options.strict) { Exit::Success } else { Exit::Content })
}
