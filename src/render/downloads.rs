//! The page of what can be downloaded and subscribed to.

use std::{collections::HashMap, sync::OnceLock};

use super::{
    LanguageContext, text,
    view::Html,
    views::{DownloadView, DownloadsPage, FeedView},
};
use crate::{
    artifact::{Artifact, Content},
    plan::{self, calendar_address, feed_address, track_feed_address},
};

/// The sizes of the files that are no pages, in bytes by their address. Where nobody has told them, the files are made
/// when the first page asks.
pub(super) struct Sizes {
    known: OnceLock<HashMap<String, u64>>,
    files: Box<dyn Fn() -> Vec<Artifact> + Send + Sync>,
}

impl Sizes {
    pub(super) fn new(files: impl Fn() -> Vec<Artifact> + Send + Sync + 'static) -> Self {
        Self { known: OnceLock::new(), files: Box::new(files) }
    }

    /// Takes the sizes of files that were made.
    pub(super) fn know<'f>(&self, files: impl Iterator<Item = (&'f str, u64)>) {
        // What is known already is the same.
        let _ = self.known.set(files.map(|(path, size)| (path.to_owned(), size)).collect());
    }

    fn get(&self, address: &str) -> Option<u64> {
        self.known.get_or_init(|| sizes_of(&(self.files)())).get(address).copied()
    }
}

fn sizes_of(files: &[Artifact]) -> HashMap<String, u64> {
    let sizes = files.iter().filter_map(|file| match &file.content {
        Content::Bytes(bytes) => Some((file.path.clone(), bytes.len() as u64)),
        Content::Large(large) => Some((file.path.clone(), large.bytes().len() as u64)),
        Content::Copy(_) => None,
    });
    sizes.collect()
}

/// The files that hold the whole archive, with the keys of what is said of them.
const WHOLE: [(&str, &str); 3] = [
    (plan::ARCHIVE, "download-archive"),
    (plan::ARCHIVE_SCHEMA, "download-archive-schema"),
    (plan::CORPUS, "corpus-text"),
];

impl LanguageContext<'_> {
    pub(super) fn downloads(&self) -> DownloadsPage {
        let whole = WHOLE.map(|(address, key)| self.download(address, key));
        let tables = plan::TABLES
            .iter()
            .map(|name| self.download(&plan::table_address(name), &format!("download-table-{name}")));
        DownloadsPage {
            whole: whole.into(),
            package: self.download(plan::DATA_PACKAGE, "download-package"),
            tables: tables.collect(),
            feeds: self.feeds(),
            calendar: calendar_address(self.lang),
            checksums: plan::CHECKSUMS,
        }
    }

    fn download(&self, address: &str, key: &str) -> DownloadView {
        DownloadView {
            name: address.rsplit('/').next().map(str::to_owned),
            url: address.to_owned(),
            text: self.strings.plain(key).to_owned(),
            size: self.sizes.get(address).map(|bytes| self.size(bytes)),
        }
    }

    /// A number of bytes as people read it.
    fn size(&self, bytes: u64) -> String {
        let (key, n) = match bytes {
            0..1_000 => ("size-bytes", bytes.to_string()),
            1_000..999_500 => ("size-kilobytes", rounded(bytes, 1_000).to_string()),
            _ => {
                let tenths = rounded(bytes, 100_000);
                ("size-megabytes", format!("{}.{}", tenths / 10, tenths % 10))
            }
        };
        self.strings.get(key, &[("n", n.into())])
    }

    /// The feeds, the whole site's first; none without a base address.
    fn feeds(&self) -> Vec<FeedView> {
        if self.site.config.base_url.is_none() {
            return Vec::new();
        }
        let title = Html::escaped(self.strings.plain("feed-of-site"));
        let whole = FeedView { title, url: feed_address(self.lang) };
        let tracks = self.site.tracks.iter().map(|(_, track)| FeedView {
            title: text::html(&track.title, self.lang, self.strings),
            url: track_feed_address(track, self.lang),
        });
        [whole].into_iter().chain(tracks).collect()
    }
}

fn rounded(bytes: u64, unit: u64) -> u64 {
    (bytes + unit / 2) / unit
}
