//! The page of what can be downloaded and subscribed to.

use crate::render::view::{Html, view};

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
