//! The addresses of a site that are none of its pages.

use std::borrow::Cow;

use super::claimed::folded;
use crate::{path, site::Site, yaml::Spot};

/// An address that is none of the site's pages.
pub(super) struct Other<'s> {
    pub(super) address: &'s str,
    pub(super) folded: Cow<'s, str>,
    /// Where it stands, unless it is the site's own.
    pub(super) spot: Option<&'s Spot>,
}

/// The files and aliases, in the order in which they are claimed.
pub(super) fn others<'s>(site: &'s Site, files: &'s [String]) -> Vec<Other<'s>> {
    let own = files.iter().map(|file| (file.as_str(), None));
    let statics = site.statics.iter().map(|file| (path::address_of(&file.address), Some(&file.spot)));
    let aliases = site.aliases.iter().map(|alias| (alias.address.as_str(), Some(&alias.spot)));
    let all = own.chain(statics).chain(aliases);
    all.map(|(address, spot)| Other { address, folded: folded(address), spot }).collect()
}
