//! What can be downloaded and subscribed to.

use crate::{
    plan::{self, ListKind, PlannedPage, calendar_address, feed_address, track_feed_address},
    render::{
        context::LanguageContext,
        head::{PageContent, PageHead},
        json_ld::{Node, Value},
        string_keys::{StringKeys, key, keys},
        text,
        view::{Html, PageTemplate, view},
    },
};

view! {
    /// The page of what can be downloaded and subscribed to.
    struct DownloadsPage {
        /// The files that hold the whole archive.
        whole: Vec<DownloadView>,
        /// The file that describes the tables.
        package: DownloadView,
        /// The tables.
        tables: Vec<DownloadView>,
        /// The feeds, the whole archive's first; none without a base address.
        feeds: Vec<FeedView>,
        /// The address of the calendar.
        calendar: String,
        /// The address of the sums of all files.
        checksums: &'static str,
    }
}

impl PageTemplate for DownloadsPage {
    const TEMPLATE: &'static str = "downloads.html";
    const STRINGS: &'static [StringKeys] = &[
        key("download-archive"),
        key("download-archive-schema"),
        key("corpus-text"),
        key("download-package"),
        keys("download-table-{}", &plan::TABLES),
        keys("size-{}", &["bytes", "kilobytes", "megabytes"]),
        key("feed-of-site"),
    ];
}

view! {
    /// A file to download.
    struct DownloadView {
        /// Its name.
        name: Option<String>,
        /// Its address.
        url: String,
        /// What is in it.
        text: String,
        /// How large it is.
        size: Option<String>,
    }
}

view! {
    /// A feed.
    struct FeedView {
        /// What it tells of.
        title: Html,
        /// Its address.
        url: String,
    }
}

/// The files that hold the whole archive, with the keys of what is said of them.
const WHOLE: [(&str, &str); 3] = [
    (plan::ARCHIVE, "download-archive"),
    (plan::ARCHIVE_SCHEMA, "download-archive-schema"),
    (plan::CORPUS, "corpus-text"),
];

impl LanguageContext<'_> {
    pub(super) fn downloads(&self, page: &PlannedPage) -> PageContent<'_> {
        let whole = WHOLE.map(|(address, key)| self.download(address, key));
        let tables = plan::TABLES
            .iter()
            .map(|name| self.download(&plan::table_address(name), &format!("download-table-{name}")));
        let structured = Some(self.dataset(page));
        let head = PageHead { structured, ..self.head_of_list(ListKind::Downloads) };
        head.with(DownloadsPage {
            whole: whole.into(),
            package: self.download(plan::DATA_PACKAGE, "download-package"),
            tables: tables.collect(),
            feeds: self.feeds(),
            calendar: calendar_address(self.lang),
            checksums: plan::CHECKSUMS,
        })
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

    /// The archive as data, on the page from which it can be downloaded.
    fn dataset(&self, page: &PlannedPage) -> Node {
        let config = &self.site.config;
        let file = |address: &str, kind: &'static str| {
            Node::new(
                "DataDownload",
                [("contentUrl", self.url(address)), ("encodingFormat", Some(kind.into()))],
            )
        };
        let tables = plan::TABLES.map(|name| file(&plan::table_address(name), "text/csv"));
        let files = [file(plan::ARCHIVE, "application/json"), file(plan::CORPUS, "application/x-tmx+xml")];
        let languages = config.languages.iter().map(|lang| lang.code());
        Node::new(
            "Dataset",
            [
                ("@id", self.fragment(&page.address, "dataset")),
                ("url", self.url(&page.address)),
                ("name", Some(self.plain(&config.title))),
                ("description", config.description.as_ref().map(|it| self.plain(it))),
                ("inLanguage", Some(languages.collect())),
                ("creator", self.organization_named(config.publisher.as_ref())),
                ("license", self.license()),
                ("isAccessibleForFree", Some(Value::YesNo(true))),
                ("distribution", Some(files.into_iter().chain(tables).collect())),
            ],
        )
    }
}

fn rounded(bytes: u64, unit: u64) -> u64 {
    (bytes + unit / 2) / unit
}
