//! Resolves every reference, once everything is read: from drafts to the [`Site`].
//!
//! Nothing here reads a file or formats a text. What is not to be published (drafts, embargoed records before their
//! day) is checked like the rest, and then is not in the site: no later stage can let it out.

mod aliases;
mod alignments;
mod backlinks;
mod bodies;
mod commitments;
mod dates;
mod days;
mod documents;
mod drift;
mod duplicates;
mod event_parts;
mod events;
mod facts;
mod known;
mod lacking;
mod languages;
mod lineage;
mod linked;
mod meetings;
mod misspelt;
mod naming;
mod note;
mod notes;
mod outsiders;
mod own_address;
mod pair;
mod participations;
mod problems;
mod prune;
mod records;
mod regions;
mod registries;
mod registry_file;
mod terms;
mod time_zone;
mod untranslated;
mod versions;
mod yaml_path;

pub use registries::theme_name;

use std::sync::Arc;

use crate::{
    config::Options,
    site::{Site, StaticFile},
    source::{NoteDraft, RegistryDraft, Unread},
    yaml::Problem,
};
use backlinks::Backlinks;
use bodies::LinkContext;
use event_parts::EventParts;
use facts::SiteFacts;
use known::Known;
use naming::Unshown;
use problems::Problems;
use prune::LinkedNotes;
use records::{MeetingParts, RecordParts};

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
    // First every name finds its place, and every record says what it says.
    let mut site = SiteFacts::new(config, statics);
    registries::link(registries, &mut site, &mut problems);
    let notes = notes::pair(drafts, &mut problems);
    let mut unshown = Unshown::default();
    let mut linked = meetings::link(&notes.meetings, &mut site, options, &mut unshown, &mut problems);
    let written = events::documents(registries);
    let events = documents::link(&mut linked, &written, &mut site, &mut problems);
    let unread = problems.unread.clone();
    let known = Known::new(&linked, &events, &site, &unread);
    let (lineage, versions) = lineage::link(&linked, &known, &site, &mut unshown, &mut problems);
    let context = LinkContext { known: &known, stamps: &registries.stamps, options };
    let texts = bodies::link(&linked, &notes.pages, context, &mut site, &mut unshown, &mut problems);
    site.inside_links.retain(|link| !lacking::is_lacking(&link.address, &known, &problems));
    let alignments = alignments::align(&linked, &mut problems);
    let term_uses = terms::link(&linked, &alignments, registries, &site, &mut problems);
    let linked_notes = LinkedNotes {
        linked: &linked,
        events: &events,
        versions: &versions,
        texts: &texts,
        lineage: &lineage,
    };
    let (published, withdrawn_names) = prune::prune(linked_notes, unshown, &mut site);
    let backlinks = Backlinks::new(&linked, &site);
    let events = EventParts::of_all(linked_notes, &site);
    // Then every record is made, with all that is known of it.
    let meetings = linked.iter().zip(versions).zip(texts).zip(alignments);
    let meetings = meetings.filter(|(((linked, _), _), _)| linked.meeting.is_some());
    let meetings = meetings.map(|(((linked, versions), texts), alignment)| {
        MeetingParts::new(linked, versions, texts, alignment)
    });
    let meetings = meetings.collect();
    let parts = RecordParts {
        meetings,
        events,
        lineage,
        backlinks,
        term_uses,
        unknown_languages,
        withdrawn_names,
        published,
    };
    (records::site(site, parts), problems.into_found())
}
