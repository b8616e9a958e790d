//! The files of an archive by their addresses, as an editor names them.

use lsp_types::Uri;
use std::path::{Path, PathBuf};
use url::Url;

use crate::path::joined;

/// The folder that an address names.
pub(super) fn folder(uri: &Uri) -> Option<PathBuf> {
    Url::parse(uri.as_str()).ok()?.to_file_path().ok()
}

/// Whether a folder is the root of an archive.
pub(super) fn holds_archive(folder: &Path) -> bool {
    folder.join("content").is_dir()
}

/// A file's path from the root, with `/` between folders, if it lies there.
pub(super) fn path(root: &Path, uri: &Uri) -> Option<String> {
    let file = folder(uri)?;
    let below = |root: &Path, file: &Path| file.strip_prefix(root).ok().map(joined);
    // An editor may name a file by where it really lies, and the root by a link; the file itself may not be there yet.
    let found = below(root, &file).or_else(|| {
        let folder = file.parent()?.canonicalize().ok()?;
        below(&root.canonicalize().ok()?, &folder.join(file.file_name()?))
    });
    found.filter(|path| !path.is_empty())
}

/// The address of a file by its path from the root.
pub(super) fn uri(root: &Path, path: &str) -> Option<Uri> {
    Url::from_file_path(root.join(path)).ok()?.as_str().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn addresses_are_percent_encoded() {
        let root = Path::new("/tmp/対話 a");
        let address = uri(root, "content/meetings/2010-a.ja.md");
        let encoded = "file:///tmp/%E5%AF%BE%E8%A9%B1%20a/content/meetings/2010-a.ja.md";
        assert_eq!(address.as_ref().map(|it| it.as_str()), Some(encoded));
        assert_eq!(address.and_then(|it| path(root, &it)).as_deref(), Some("content/meetings/2010-a.ja.md"));
        let elsewhere: Vec<Uri> =
            ["file:///tmp/b/c.md", "untitled:Untitled-1", "file:///tmp/%E5%AF%BE%E8%A9%B1%20a"]
                .iter()
                .filter_map(|it| it.parse().ok())
                .collect();
        assert_eq!(elsewhere.iter().filter_map(|it| path(root, it)).count(), 0);
    }

    #[test]
    #[cfg(windows)]
    fn addresses_name_drives() {
        let root = Path::new(r"C:\archive");
        let address = uri(root, "content/site.yaml");
        assert_eq!(address.as_ref().map(|it| it.as_str()), Some("file:///C:/archive/content/site.yaml"));
        let typed: Option<Uri> = "file:///c%3A/archive/content/site.yaml".parse().ok();
        assert_eq!(
            typed.and_then(|it| folder(&it)).as_deref(),
            Some(Path::new(r"c:\archive\content\site.yaml"))
        );
    }
}
