//! What the table of files says: of a site, of one address, and for the page of downloads.

use super::{
    addresses::{address, record_address},
    files::{DownloadList, FILES, FilePlace, SiteFile, TABLES, table_address, track_file_address},
    lists::ListKind,
};
use crate::{lang::Lang, path, site::Site};

/// Every file of the site's own that is no page, but for those of folders; those that are made only where the site has an
/// address are nobody else's without one either.
#[must_use]
pub fn site_files(site: &Site) -> Vec<String> {
    FILES.iter().flat_map(|file| file.place.addresses(site)).collect()
}

/// The files whose addresses are to last, as far as they are made.
#[must_use]
pub fn lasting_files(site: &Site) -> Vec<String> {
    made(site).filter(|file| file.is_lasting).flat_map(|file| file.place.addresses(site)).collect()
}

/// The rows of the table that a site has.
fn made(site: &Site) -> impl Iterator<Item = &'static SiteFile> {
    let has_base_url = site.config.base_url.is_some();
    FILES.iter().filter(move |file| has_base_url || !file.needs_base_url)
}

/// The folders in which every address is the site's own.
pub(super) fn folders() -> impl Iterator<Item = &'static str> {
    FILES.iter().filter_map(|file| match file.place {
        FilePlace::Folder(folder) => Some(folder),
        _ => None,
    })
}

/// The files that went with withdrawn records: their own, and the pages and files of what they alone named.
#[must_use]
pub fn withdrawn_files(site: &Site) -> Vec<String> {
    let names = &site.withdrawn_names;
    let records = [
        (ListKind::Dialogues, &names.dialogues),
        (ListKind::Tracks, &names.tracks),
        (ListKind::Events, &names.events),
        (ListKind::Delegations, &names.delegations),
        (ListKind::Organizations, &names.organizations),
        (ListKind::People, &names.people),
    ];
    let records = records.into_iter().flat_map(|(list, ids)| ids.iter().map(move |id| (list, id)));
    let pages = records.flat_map(|(list, id)| Lang::ALL.map(|lang| record_address(list, id, lang)));
    let ids = names.tracks.iter().map(String::as_str);
    let of_tracks = FILES.iter().flat_map(|file| file.place.of_tracks(ids.clone()));
    let pages = pages.chain(names.aliases.iter().cloned()).map(|page| path::file_of(&page));
    names.files.iter().cloned().chain(pages).chain(of_tracks).collect()
}

/// The row of the table for what may stand at an address; none for pages, static files and the theme's.
#[must_use]
pub fn file_at(address: &str) -> Option<&'static SiteFile> {
    FILES.iter().find(|file| file.place.has(address))
}

/// The media type of the file at an address, unless it is none of the site's own or goes by the ending of its name.
#[must_use]
pub fn media_type(address: &str) -> Option<&'static str> {
    file_at(address)?.media_type
}

/// The addresses of the files of text that the site has, with the media type of each; in those that each track has, a word
/// stands for its id.
pub fn text_types(site: &Site, any: &'static str) -> impl Iterator<Item = (String, &'static str)> {
    let typed = made(site).filter_map(|file| Some((file, file.media_type.filter(|it| is_text(it))?)));
    typed.flat_map(move |(file, media_type)| {
        let addresses = match file.place {
            FilePlace::Track(_) => file.place.of_tracks([any].into_iter()),
            place => place.addresses(site),
        };
        addresses.into_iter().map(move |address| (address, media_type))
    })
}

/// Whether files of a media type are text.
#[must_use]
pub fn is_text(media_type: &str) -> bool {
    const TEXTS: [&str; 3] = ["application/json", "application/xml", "application/javascript"];
    media_type.starts_with("text/")
        || TEXTS.contains(&media_type)
        || media_type.ends_with("+xml")
        || media_type.ends_with("+json")
}

/// The addresses of a list of the page of downloads in a language, in its order.
pub fn downloads(site: &Site, list: DownloadList, lang: Lang) -> impl Iterator<Item = String> {
    let listed = made(site).filter(move |file| file.download.is_some_and(|it| it.list == list));
    listed.flat_map(move |file| file.place.in_language(lang))
}

/// The key of the string that tells what is in the file at an address, where the page of downloads lists it.
#[must_use]
pub fn download_key(address: &str) -> Option<String> {
    let download = file_at(address)?.download?;
    let table = TABLES.iter().find(|name| table_address(name) == address);
    Some(download.key.replace("{}", table.unwrap_or(&"")))
}

/// The keys of all such strings.
#[must_use]
pub fn download_keys() -> Vec<String> {
    let places = FILES.iter().filter(|file| file.download.is_some()).map(|file| file.place);
    places.flat_map(|place| place.in_language(Lang::ALL[0])).filter_map(|it| download_key(&it)).collect()
}

/// The addresses of the files in a language that search engines are told of as the dataset.
pub fn dataset(site: &Site, lang: Lang) -> impl Iterator<Item = String> {
    let files = made(site).filter(|file| file.is_in_dataset);
    files.flat_map(move |file| file.place.in_language(lang))
}

impl FilePlace {
    /// The addresses in a site.
    fn addresses(self, site: &Site) -> Vec<String> {
        match self {
            Self::Language(_) => Lang::ALL.into_iter().flat_map(|lang| self.in_language(lang)).collect(),
            Self::Track(_) => self.of_tracks(site.tracks.iter().map(|(_, track)| track.id.as_str())),
            Self::ShareImage(file) => site.config.share_font.iter().map(|_| file.to_owned()).collect(),
            // The same in both languages.
            Self::Site(_) | Self::Tables | Self::Folder(_) => self.in_language(Lang::ALL[0]),
        }
    }

    /// The addresses of what a language has, or both together, but for what each track has.
    fn in_language(self, lang: Lang) -> Vec<String> {
        match self {
            Self::Site(file) => vec![file.to_owned()],
            Self::Tables => TABLES.map(table_address).into(),
            Self::Language(name) => vec![address(lang, name)],
            Self::Track(_) | Self::ShareImage(_) | Self::Folder(_) => Vec::new(),
        }
    }

    /// The addresses of what these tracks have, by their ids.
    fn of_tracks<'t>(self, ids: impl Iterator<Item = &'t str>) -> Vec<String> {
        let Self::Track(name) = self else { return Vec::new() };
        ids.flat_map(|id| Lang::ALL.map(|lang| track_file_address(id, name, lang))).collect()
    }

    /// Whether a file stands there.
    fn has(self, file: &str) -> bool {
        match self {
            Self::Site(_) | Self::Tables | Self::Language(_) => {
                Lang::ALL.into_iter().any(|lang| self.in_language(lang).iter().any(|it| it == file))
            }
            Self::Track(_) => file.split('/').nth(2).is_some_and(|id| {
                let files = self.of_tracks([id].into_iter());
                files.iter().any(|it| it == file)
            }),
            Self::ShareImage(image) => file == image,
            Self::Folder(folder) => file.strip_prefix(folder).is_some_and(|below| below.starts_with('/')),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_found_by_any_of_its_addresses() {
        let about = |address| file_at(address).map(|file| file.about).unwrap_or_default();
        assert_eq!(about("data/people.csv"), "The archive as tables, for spreadsheets");
        assert_eq!(about("ja/feed.xml"), "What changed last, for feed readers (Atom)");
        assert_eq!(about("ja/tracks/cloud/feed.xml"), "The same for each track");
        assert_eq!(
            about("data/search/texts/ja/0.json"),
            "The index of the search page, which alone reads it"
        );
    }

    #[test]
    fn what_only_looks_like_a_file_of_the_site_has_no_row() {
        for address in
            ["", "feed.xml", "fr/feed.xml", "en/tracks/feed.xml", "data/other.csv", "data/searches/a"]
        {
            assert!(file_at(address).is_none(), "{address}");
        }
    }
}
