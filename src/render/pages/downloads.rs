//! What can be downloaded and subscribed to.

use crate::{
    plan::{
        self, ListKind, PlannedPage,
        files::{self, DownloadList, calendar_address, feed_address, track_feed_address},
    },
    render::{
        context::LanguageContext,
        head::{PageContent, PageHead},
        json_ld::{Node, Value},
        string_keys::{StringKeys, key, keys, listed_keys},
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
        listed_keys(plan::download_keys),
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

impl LanguageContext<'_> {
    pub(super) fn downloads(&self, page: &PlannedPage) -> PageContent<'_> {
        let structured = Some(self.dataset(page));
        let head = PageHead { structured, ..self.head_of_list(ListKind::Downloads) };
        head.with(DownloadsPage {
            whole: self.downloads_in(DownloadList::Archive),
            package: self.download(files::DATA_PACKAGE.to_owned()),
            tables: self.downloads_in(DownloadList::Tables),
            feeds: self.feeds(),
            calendar: calendar_address(self.lang),
            checksums: files::CHECKSUMS,
        })
    }

    fn downloads_in(&self, list: DownloadList) -> Vec<DownloadView> {
        plan::downloads(self.site, list, self.lang).map(|address| self.download(address)).collect()
    }

    fn download(&self, address: String) -> DownloadView {
        let key = plan::download_key(&address);
        DownloadView {
            name: address.rsplit('/').next().map(str::to_owned),
            text: key.map(|key| self.strings.plain(&key).to_owned()).unwrap_or_default(),
            size: self.sizes.get(&address).map(|bytes| self.size(bytes)),
            url: address,
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
        let files = plan::dataset(self.site, self.lang).map(|address| {
            let kind = plan::media_type(&address).map(Into::into);
            Node::new("DataDownload", [("contentUrl", self.url(&address)), ("encodingFormat", kind)])
        });
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
                ("distribution", Some(files.collect())),
            ],
        )
    }
}

fn rounded(bytes: u64, unit: u64) -> u64 {
    (bytes + unit / 2) / unit
}
