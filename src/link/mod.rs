//! Resolves every reference, once everything is read: from drafts to the [`Site`].
//!
//! Nothing here reads a file or formats a text. What is not to be published (drafts, embargoed records before their
//! day) is checked like the rest, and then is not in the site: no later stage can let it out.

mod alignments;
mod backlinks;
mod bodies;
mod commitments;
mod days;
mod documents;
mod drift;
mod lacking;
mod languages;
mod lineage;
mod meetings;
mod misspelt;
mod naming;
mod notes;
mod outsiders;
mod own_address;
mod pair;
mod participations;
mod problems;
mod prune;
mod registries;
mod terms;
mod time_zone;
mod twins;
mod versions;
mod way;

pub use registries::theme_name;

use bodies::Ground;
use lineage::Known;
use naming::Unshown;
use problems::Problems;
use std::{collections::BTreeSet, sync::Arc};

use crate::{
    config::Options,
    id::Table,
    site::{Site, StaticFile},
    source::{NoteDraft, RegistryDraft, Unread},
    yaml::Problem,
};

/// Links drafts into a site, telling every problem. The site is whole only where no problem is an error.
#[must_use]
pub fn link(
    registries: &RegistryDraft,
    drafts: &[Arc<NoteDraft>],
    statics: Vec<StaticFile>,
    unread: Unread,
    options: &Options,
) -> (Site, Vec<Problem>) {
    let mut problems = Problems { unread, ..Problems::default() };
    let (config, unknown_languages) = registries::config(registries, options, &mut problems);
    problems.today = Some(config.as_of);
    let mut site = Site {
        config,
        dialogues: Table::default(),
        delegations: Table::default(),
        organizations: Table::default(),
        people: Table::default(),
        tracks: Table::default(),
        terms: Vec::new(),
        meetings: Table::default(),
        commitments: Table::default(),
        documents: Table::default(),
        pages: Table::default(),
        statics,
        withdrawn_addresses: BTreeSet::new(),
        inside_links: Vec::new(),
        untitled_levels: Vec::new(),
        unknown_languages,
        aliases: Vec::new(),
    };
    registries::link(registries, &mut site, &mut problems);
    let notes = notes::pair(drafts, &mut problems);
    let mut unshown = Unshown::default();
    let linked = meetings::link(&notes.meetings, &mut site, options, &mut unshown, &mut problems);
    let unread = problems.unread.clone();
    let known = Known::new(&linked, &site, &unread);
    lineage::link(&linked, &known, &mut site, &mut unshown, &mut problems);
    let ground = Ground { known: &known, stamps: &registries.stamps, options };
    bodies::link(&linked, &notes.pages, ground, &mut site, &mut unshown, &mut problems);
    site.inside_links.retain(|link| !lacking::is_lacking(&link.address, &known, &problems));
    let alignments = alignments::align(&linked, &mut problems);
    terms::link(&linked, &alignments, &mut site, &mut problems);
    alignments::place(&linked, alignments, &mut site);
    prune::prune(&linked, unshown, &mut site);
    backlinks::link(&mut site);
    (site, problems.found)
}
