//! The files of the site's own that are no pages: the table of all that is said of them, and their addresses.

use super::{
    addresses::{address, record_address},
    lists::ListKind,
};
use crate::{lang::Lang, model::Track};

/// The address of everything that is published, in one file.
pub const ARCHIVE: &str = "data/archive.json";

/// The address of the JSON Schema of that file.
pub const ARCHIVE_SCHEMA: &str = "data/archive.schema.json";

/// The address of the description of the tables.
pub const DATA_PACKAGE: &str = "data/datapackage.json";

/// The address of the texts of both languages in pairs.
pub const CORPUS: &str = "data/corpus.tmx";

/// The address of the glossary for translation tools.
pub const GLOSSARY: &str = "data/glossary.tbx";

/// The address of the sums of all files.
pub const CHECKSUMS: &str = "SHA256SUMS";

/// The address of the sitemap.
pub const SITEMAP: &str = "sitemap.xml";

/// The address of what crawlers are reported.
pub const ROBOTS: &str = "robots.txt";

/// The address of the image for shared links.
pub const SHARE_IMAGE: &str = "share.png";

/// The folder of the search index; every address in it is the index's.
pub const SEARCH: &str = "data/search";

/// The name of a feed in its folder.
const FEED: &str = "feed.xml";

/// The name of a calendar in its folder.
const CALENDAR: &str = "calendar.ics";

/// The names of the tables, in the order in which they are described.
pub const TABLES: [&str; 17] = [
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
    "events",
    "participation",
    "documents",
    "signatories",
    "corrections",
    "withdrawn",
];

/// Every file that is no page, in the order in which the page of downloads and docs/data.md list them.
pub const FILES: &[SiteFile] = &[
    SiteFile {
        place: FilePlace::Site(ARCHIVE),
        media_type: Some("application/json"),
        download: Some(Download { list: DownloadList::Archive, key: "download-archive" }),
        is_in_dataset: true,
        is_lasting: true,
        needs_base_url: false,
        about: "Everything that is published, in one file",
    },
    SiteFile {
        place: FilePlace::Site(ARCHIVE_SCHEMA),
        media_type: Some("application/json"),
        download: Some(Download { list: DownloadList::Archive, key: "download-archive-schema" }),
        is_in_dataset: false,
        is_lasting: true,
        needs_base_url: false,
        about: "Its JSON Schema: what may stand in it and what each value means",
    },
    SiteFile {
        place: FilePlace::Site(CORPUS),
        media_type: Some("application/x-tmx+xml"),
        download: Some(Download { list: DownloadList::Archive, key: "corpus-text" }),
        is_in_dataset: true,
        is_lasting: true,
        needs_base_url: false,
        about: "The texts of both languages in pairs, for translation tools (TMX 1.4)",
    },
    SiteFile {
        place: FilePlace::Site(GLOSSARY),
        media_type: Some("application/x-tbx+xml"),
        download: Some(Download { list: DownloadList::Archive, key: "download-glossary" }),
        is_in_dataset: true,
        is_lasting: true,
        needs_base_url: false,
        about: "The glossary, for translation tools (TBX version 3)",
    },
    SiteFile {
        place: FilePlace::Site(DATA_PACKAGE),
        media_type: Some("application/json"),
        download: Some(Download { list: DownloadList::Package, key: "download-package" }),
        is_in_dataset: false,
        is_lasting: true,
        needs_base_url: false,
        about: "What every column of the tables is (Data Package, version 2)",
    },
    SiteFile {
        place: FilePlace::Tables,
        media_type: Some("text/csv"),
        download: Some(Download { list: DownloadList::Tables, key: "download-table-{}" }),
        is_in_dataset: true,
        is_lasting: true,
        needs_base_url: false,
        about: "The archive as tables, for spreadsheets",
    },
    SiteFile {
        place: FilePlace::Language(FEED),
        media_type: Some("application/atom+xml"),
        download: None,
        is_in_dataset: false,
        is_lasting: true,
        needs_base_url: true,
        about: "What changed last, for feed readers (Atom)",
    },
    SiteFile {
        place: FilePlace::Track(FEED),
        media_type: Some("application/atom+xml"),
        download: None,
        is_in_dataset: false,
        is_lasting: true,
        needs_base_url: true,
        about: "The same for each track",
    },
    SiteFile {
        place: FilePlace::Language(CALENDAR),
        media_type: Some("text/calendar"),
        download: None,
        is_in_dataset: false,
        is_lasting: true,
        needs_base_url: false,
        about: "The meetings as whole days (iCalendar)",
    },
    SiteFile {
        place: FilePlace::Site(CHECKSUMS),
        media_type: Some("text/plain"),
        download: None,
        is_in_dataset: false,
        is_lasting: false,
        needs_base_url: false,
        about: "The SHA-256 of every file of the site",
    },
    SiteFile {
        place: FilePlace::Site(SITEMAP),
        media_type: Some("text/xml"),
        download: None,
        is_in_dataset: false,
        is_lasting: false,
        needs_base_url: true,
        about: "The pages that search engines are to keep",
    },
    SiteFile {
        place: FilePlace::Site(ROBOTS),
        media_type: Some("text/plain"),
        download: None,
        is_in_dataset: false,
        is_lasting: false,
        needs_base_url: false,
        about: "That crawlers may read everything",
    },
    SiteFile {
        place: FilePlace::ShareImage(SHARE_IMAGE),
        media_type: Some("image/png"),
        download: None,
        is_in_dataset: false,
        is_lasting: false,
        needs_base_url: true,
        about: "The image that is shown with shared links, where site.yaml names a `share_font`",
    },
    SiteFile {
        place: FilePlace::Folder(SEARCH),
        media_type: None,
        download: None,
        is_in_dataset: false,
        is_lasting: false,
        needs_base_url: false,
        about: "The index of the search page, which alone reads it",
    },
];

/// A row of the table: a file, or several that are made alike.
#[derive(Clone, Copy, Debug)]
pub struct SiteFile {
    /// Where it stands.
    pub place: FilePlace,
    /// Its media type; of a folder none, as each file in it goes by the ending of its name.
    pub media_type: Option<&'static str>,
    /// How the page of downloads lists it. What is in no list there, the page names by itself or does not offer.
    pub download: Option<Download>,
    /// Whether search engines are told of it as a part of the dataset: what only describes other files is none.
    pub is_in_dataset: bool,
    /// Whether its address goes into the ledger: what is cited, downloaded or subscribed to has to stay.
    pub is_lasting: bool,
    /// Whether it is made only where the site has an address.
    pub needs_base_url: bool,
    /// What docs/data.md says of it, without a full stop.
    pub about: &'static str,
}

/// Where a file stands, or several of a kind.
#[derive(Clone, Copy, Debug)]
pub enum FilePlace {
    /// One file, at this address.
    Site(&'static str),
    /// A file for each table.
    Tables,
    /// A file of this name in the folder of each language.
    Language(&'static str),
    /// A file of this name in the folder of each track's page.
    Track(&'static str),
    /// One file, at this address, where the site has a font for it.
    ShareImage(&'static str),
    /// All files in this folder.
    Folder(&'static str),
}

/// How the page of downloads lists a file.
#[derive(Clone, Copy, Debug)]
pub struct Download {
    /// The list in which it stands.
    pub list: DownloadList,
    /// The key of the string that tells what is in it; for `{}` stands the name of a table.
    pub key: &'static str,
}

/// The lists of the page of downloads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DownloadList {
    /// The files that hold the whole archive.
    Archive,
    /// What describes the tables, above their list.
    Package,
    /// The tables.
    Tables,
}

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
    track_file_address(&track.id, FEED, lang)
}

/// The address of a file in the folder of a track's page, by the track's id.
pub(super) fn track_file_address(id: &str, name: &str, lang: Lang) -> String {
    record_address(ListKind::Tracks, id, lang) + name
}

/// The address of the calendar in a language.
#[must_use]
pub fn calendar_address(lang: Lang) -> String {
    address(lang, CALENDAR)
}
