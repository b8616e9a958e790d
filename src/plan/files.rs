//! The files of the site's own that are no pages, with their addresses.

use super::{
    addresses::{address, record_address},
    lists::ListKind,
};
use crate::{lang::Lang, model::Track, path, site::Site};

/// The address of everything that is published, in one file.
pub const ARCHIVE: &str = "data/archive.json";

/// The address of the JSON Schema of that file.
pub const ARCHIVE_SCHEMA: &str = "data/archive.schema.json";

/// The address of the description of the tables.
pub const DATA_PACKAGE: &str = "data/datapackage.json";

/// The address of the texts of both languages in pairs.
pub const CORPUS: &str = "data/corpus.tmx";

/// The address of the sums of all files.
pub const CHECKSUMS: &str = "SHA256SUMS";

/// The name of a feed in its folder.
const FEED: &str = "feed.xml";

/// The names of the tables, in the order in which they are described.
pub const TABLES: [&str; 16] = [
    "dialogues",
    "meetings",
    "commitments",
    "carriers",
    "relations",
    "assessments",
    "delegations",
    "organizations",
    "people",
    "roles",
    "tracks",
    "participation",
    "documents",
    "signatories",
    "corrections",
    "withdrawn",
];

/// The address of a table.
#[must_use]
pub fn table_address(name: &str) -> String {
    format!("data/{name}.csv")
}

/// The address of the feed of the whole site in a language.
#[must_use]
pub fn feed_address(lang: Lang) -> String {
    address(lang, FEED)
}

/// The address of the feed of a track in a language.
#[must_use]
pub fn track_feed_address(track: &Track, lang: Lang) -> String {
    feed_of_track(&track.id, lang)
}

fn feed_of_track(id: &str, lang: Lang) -> String {
    record_address(ListKind::Tracks, id, lang) + FEED
}

/// The address of the calendar in a language.
#[must_use]
pub fn calendar_address(lang: Lang) -> String {
    address(lang, "calendar.ics")
}

/// Every file of the site's own that is no page; those that are made only where the site has an address are nobody
/// else's without one either.
#[must_use]
pub fn files(site: &Site) -> Vec<String> {
    let mut files = vec!["sitemap.xml".to_owned(), "robots.txt".to_owned(), CHECKSUMS.to_owned()];
    files.extend(data_files());
    files.extend(Lang::ALL.map(calendar_address));
    files.extend(feeds(site));
    files
}

/// The files whose addresses are to last: those that are cited, downloaded and subscribed to.
#[must_use]
pub fn lasting_files(site: &Site) -> Vec<String> {
    let mut files = data_files();
    files.extend(Lang::ALL.map(calendar_address));
    if site.config.base_url.is_some() {
        files.extend(feeds(site));
    }
    files
}

/// The files that went with withdrawn records: their own, and the pages and feeds of what they alone named.
#[must_use]
pub fn withdrawn_files(site: &Site) -> Vec<String> {
    let names = &site.withdrawn_names;
    let records = [
        (ListKind::Dialogues, &names.dialogues),
        (ListKind::Tracks, &names.tracks),
        (ListKind::Delegations, &names.delegations),
        (ListKind::Organizations, &names.organizations),
        (ListKind::People, &names.people),
    ];
    let records = records.into_iter().flat_map(|(list, ids)| ids.iter().map(move |id| (list, id)));
    let pages = records.flat_map(|(list, id)| Lang::ALL.map(|lang| record_address(list, id, lang)));
    let feeds = names.tracks.iter().flat_map(|id| Lang::ALL.map(|lang| feed_of_track(id, lang)));
    names.files.iter().cloned().chain(pages.map(|page| path::file_of(&page))).chain(feeds).collect()
}

fn data_files() -> Vec<String> {
    let files = [ARCHIVE, ARCHIVE_SCHEMA, DATA_PACKAGE, CORPUS].map(str::to_owned);
    files.into_iter().chain(TABLES.map(table_address)).collect()
}

fn feeds(site: &Site) -> impl Iterator<Item = String> {
    Lang::ALL.into_iter().flat_map(move |lang| {
        let tracks = site.tracks.iter().map(move |(_, track)| track_feed_address(track, lang));
        [feed_address(lang)].into_iter().chain(tracks)
    })
}
