//! The pictures that stand in files of their own, so that they can be saved.

use super::{
    addresses::{address, list_path, record_address},
    lists::{ListKind, timeline},
};
use crate::{
    id::Id,
    lang::Lang,
    model::{Dialogue, Relation, Track},
    site::Site,
};

/// A picture with a file of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFile {
    /// The meetings and events in time.
    Timeline,
    /// The meetings of a dialogue in time.
    Dialogue(Id<Dialogue>),
    /// How the commitments of a track go on from one another.
    Track(Id<Track>),
}

/// The names of the files.
const TIMELINE: &str = "timeline.svg";
const LINEAGE: &str = "lineage.svg";

/// The pictures of a site.
pub(super) fn pictures(site: &Site) -> impl Iterator<Item = PictureFile> {
    let whole = (timeline(site).len() > 1).then_some(PictureFile::Timeline);
    let dialogues = site.dialogues.iter().filter(|_| site.has_several_dialogues());
    let dialogues = dialogues.filter(|(_, dialogue)| dialogue.meetings.len() > 1);
    let dialogues = dialogues.map(|(id, _)| PictureFile::Dialogue(id));
    let tracks = site.tracks.iter().filter(|(_, track)| has_thread(site, track));
    let tracks = tracks.map(|(id, _)| PictureFile::Track(id));
    whole.into_iter().chain(dialogues).chain(tracks)
}

/// Whether a commitment of a track goes on from another of it.
fn has_thread(site: &Site, track: &Track) -> bool {
    track.commitments.iter().any(|id| {
        let lineage = site.commitments[*id].lineage.iter();
        let earlier = lineage.filter(|(relation, _)| *relation != Relation::Related);
        // They stand in the order of all commitments.
        earlier.into_iter().any(|(_, before)| track.commitments.binary_search(before).is_ok())
    })
}

/// The address of a picture in a language.
#[must_use]
pub fn picture_address(site: &Site, picture: PictureFile, lang: Lang) -> String {
    match picture {
        PictureFile::Timeline => address(lang, &list_path(ListKind::Timeline)) + TIMELINE,
        PictureFile::Dialogue(id) => {
            record_address(ListKind::Dialogues, &site.dialogues[id].id, lang) + TIMELINE
        }
        PictureFile::Track(id) => record_address(ListKind::Tracks, &site.tracks[id].id, lang) + LINEAGE,
    }
}
