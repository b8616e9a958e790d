//! The page of what can be downloaded and subscribed to.

use std::collections::HashMap;
use tera::{Map, Value};

use super::{Shelf, text, values};
use crate::{
    artifact::{Artifact, Content},
    plan::{self, calendar_address, feed_address, track_feed_address},
};

/// The sizes of finished files in bytes, by their address.
pub(super) struct Sizes<'a>(HashMap<&'a str, usize>);

impl<'a> Sizes<'a> {
    pub(super) fn of(files: &'a [Artifact]) -> Self {
        let sizes = files.iter().filter_map(|file| match &file.content {
            Content::Bytes(bytes) => Some((file.path.as_str(), bytes.len())),
            Content::Copy(_) => None,
        });
        Self(sizes.collect())
    }
}

/// The files that hold the whole archive, with the keys of what is said of them.
const WHOLE: [(&str, &str); 3] = [
    (plan::ARCHIVE, "download-archive"),
    (plan::ARCHIVE_SCHEMA, "download-archive-schema"),
    (plan::CORPUS, "corpus-text"),
];

impl Shelf<'_> {
    pub(super) fn downloads(&self) -> Map {
        let whole = WHOLE.map(|(address, key)| self.download(address, key));
        let tables = plan::TABLES
            .iter()
            .map(|name| self.download(&plan::table_address(name), &format!("download-table-{name}")));
        values! {
            whole: whole.to_vec(),
            package: self.download(plan::DATA_PACKAGE, "download-package"),
            tables: tables.collect::<Vec<_>>(),
            feeds: self.feeds(),
            calendar: calendar_address(self.lang),
            checksums: plan::CHECKSUMS,
        }
    }

    fn download(&self, address: &str, key: &str) -> Value {
        values! {
            name: address.rsplit('/').next(),
            url: address,
            text: self.strings.plain(key),
            size: self.sizes.0.get(address).map(|bytes| self.size(*bytes)),
        }
        .into()
    }

    /// A number of bytes as people read it.
    fn size(&self, bytes: usize) -> String {
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
    fn feeds(&self) -> Vec<Value> {
        if self.site.config.base_url.is_none() {
            return Vec::new();
        }
        let whole = values! {
            title: Value::safe_string(&text::escape(&self.strings.plain("feed-of-site"))),
            url: feed_address(self.lang),
        };
        let tracks = self.site.tracks.iter().map(|(_, track)| {
            let url = track_feed_address(track, self.lang);
            values! { title: text::html(&track.title, self.lang), url: url }
        });
        [whole].into_iter().chain(tracks).map(Value::from).collect()
    }
}

fn rounded(bytes: usize, unit: usize) -> usize {
    (bytes + unit / 2) / unit
}
