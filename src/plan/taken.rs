//! The addresses of a site that have something, and the folders that they lie in.

use foldhash::{HashMap, HashMapExt};

use crate::path;

/// What is there, by the address without a slash at its end: so one look tells of a page, a file and a folder.
pub(super) struct Taken<'s> {
    there: HashMap<&'s str, There>,
    /// All addresses that were claimed.
    claimed: Vec<&'s str>,
    /// The folder around the last page. That of the next is mostly the same, and then known.
    last: Option<&'s str>,
}

/// What one name stands for.
#[derive(Clone, Copy, Default)]
struct There {
    /// A page, which is the `index.html` of its folder: an address that ends in a slash.
    page: bool,
    /// Any other address.
    file: bool,
    /// A folder around addresses; one that only holds its own page is none.
    folder: bool,
}

impl<'s> Taken<'s> {
    /// Room for as many pages, where these files are there already.
    pub(super) fn new(files: impl IntoIterator<Item = &'s str>, pages: usize) -> Self {
        // A folder around each few pages, and files.
        let room = pages + pages / 4;
        let mut there = HashMap::with_capacity(room);
        let mut claimed = Vec::with_capacity(room);
        for file in files {
            there.insert(file, There { file: true, ..There::default() });
            claimed.push(file);
        }
        Self { there, claimed, last: None }
    }

    /// Takes an address, unless something has it, is a folder in its place, or is a file in the place of a folder
    /// around it.
    pub(super) fn claim(&mut self, address: &'s str) -> bool {
        let (name, is_page) = parts(address);
        if !self.has_way(name) {
            return false;
        }
        let there = self.there.entry(name).or_default();
        // A page may lie in a folder of more pages.
        if there.page || there.file || (there.folder && !is_page) {
            return false;
        }
        (there.page, there.file) = (is_page, !is_page);
        self.claimed.push(address);
        self.add_folders(name);
        true
    }

    /// Whether an address is claimed.
    pub(super) fn has(&self, address: &str) -> bool {
        let (name, is_page) = parts(address);
        self.there.get(name).is_some_and(|there| if is_page { there.page } else { there.file })
    }

    /// All addresses, in the order in which they were claimed.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'s str> {
        self.claimed.iter().copied()
    }

    /// Whether no file is in the place of a folder around a name. Where a folder is known, none is around it either.
    fn has_way(&self, name: &str) -> bool {
        if path::folders_of(name).next() == self.last {
            return true;
        }
        let mut around = path::folders_of(name).map_while(|folder| {
            let there = self.there.get(folder).copied().unwrap_or_default();
            (!there.folder).then_some(there)
        });
        !around.any(|there| there.file)
    }

    fn add_folders(&mut self, name: &'s str) {
        let innermost = path::folders_of(name).next();
        if innermost == self.last {
            return;
        }
        for folder in path::folders_of(name) {
            let there = self.there.entry(folder).or_default();
            if there.folder {
                // Where a folder is known, so are those around it.
                break;
            }
            there.folder = true;
        }
        self.last = innermost;
    }
}

/// An address without its slash, and whether it is a page's.
fn parts(address: &str) -> (&str, bool) {
    address.strip_suffix('/').map_or((address, false), |name| (name, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which of the addresses could be claimed, one after the other.
    fn claimed<const N: usize>(addresses: [&str; N]) -> [bool; N] {
        let mut taken = Taken::new(["data/search"], 2);
        addresses.map(|address| taken.claim(address))
    }

    #[test]
    fn one_address_is_for_one_thing() {
        assert_eq!(claimed(["", "en/", "404.html", "en/"]), [true, true, true, false]);
        assert_eq!(claimed(["", ""]), [true, false]);
        assert_eq!(claimed(["data/search", "data/search/"]), [false, false]);
    }

    #[test]
    fn a_file_is_no_folder() {
        assert_eq!(claimed(["en/a", "en/a/b/", "en/a/", "en/b/"]), [true, false, false, true]);
        assert_eq!(claimed(["en/a/b/", "en/a"]), [true, false]);
        assert_eq!(claimed(["en/a/", "en/a"]), [true, false]);
        assert_eq!(claimed(["data/search/x.json", "data/x.json"]), [false, true]);
    }

    #[test]
    fn a_page_may_lie_around_others() {
        assert_eq!(claimed(["en/a/b/", "en/a/", "en/a/c/", "en/a/"]), [true, true, true, false]);
    }

    #[test]
    fn what_could_not_be_claimed_is_not_there() {
        let mut taken = Taken::new([], 2);
        assert!(taken.claim("en/a") && !taken.claim("en/a/b"));
        assert!(taken.has("en/a") && !taken.has("en/a/") && !taken.has("en/a/b") && !taken.has("en"));
        assert_eq!(taken.iter().collect::<Vec<_>>(), ["en/a"]);
    }
}
