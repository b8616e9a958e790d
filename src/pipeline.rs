//! The one way from a folder of notes to a site: walk, parse, link, plan, export, render, publish.
//!
//! `check` goes the same way and stops before rendering; there is no second path, neither for a preview nor for a build
//! that watches: they keep a [`Workspace`], which does again only what its input asks for.

#[cfg(feature = "desk")]
mod briefs;
mod building;
mod checked;
#[cfg(feature = "desk")]
mod importing;
mod inputs;
mod places;
mod pool;
mod preview;
mod renaming;
mod share_font;
#[cfg(feature = "desk")]
mod sheets;
mod stamping;
mod translation_file;
#[cfg(feature = "desk")]
mod translations;
mod workspace;

#[cfg(feature = "desk")]
pub use briefs::{BriefError, make_brief};
pub use building::{BuildExtras, Built, build};
pub use checked::Checked;
#[cfg(feature = "desk")]
pub use importing::{Import, ImportError, ImportInput, import};
pub use places::WrittenPlace;
pub use preview::{Preview, RenderError};
pub use renaming::{RenameError, RenameFailure, Renamed, plan_rename, rename};
#[cfg(feature = "desk")]
pub use sheets::{SheetError, SheetFailure, SheetImport, SheetInput, export_sheet, import_sheet};
pub use stamping::{StampError, StampPlan, Stamped, plan_stamp, stamp};
pub use translation_file::translation_file;
#[cfg(feature = "desk")]
pub use translations::{
    TranslationChoice, TranslationError, TranslationExport, TranslationImport, export_translations,
    import_translations,
};
pub use workspace::Workspace;

use std::io;

use crate::{
    config::Options,
    ledger,
    publish::{self, PublishError},
    source::Changes,
};

/// Reads, parses, links and plans an archive.
///
/// # Errors
///
/// When the content folder or the theme cannot be read at all.
pub fn check(options: &Options) -> io::Result<Checked> {
    Workspace::once(options.clone()).check(&Changes::All)
}

/// Adds the addresses of a checked archive to content/ledger.txt: how many were new, of how many.
///
/// # Errors
///
/// When the file cannot be written.
pub fn record(checked: &Checked, options: &Options) -> Result<(usize, usize), PublishError> {
    let addresses = ledger::addresses(&checked.site, &checked.plan);
    let text = checked.ledger.map(|ledger| checked.sources.file(ledger).text.as_ref());
    let (text, new) = ledger::extended(text, &addresses);
    if new > 0 {
        publish::replace(&options.root.join("content/ledger.txt"), &text)?;
    }
    Ok((new, addresses.len()))
}
