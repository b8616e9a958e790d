//! The addresses of a site that have something, and the folders that they lie in.
//!
//! Two views: a name is claimed without regard to case, as many systems keep names, and found only as it is written.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};
use std::{borrow::Cow, collections::hash_map::Entry};

use crate::{lang::nfc, path};

/// What is there, by the folded address without a slash at its end: so one look tells of a page, a file and a folder.
pub(super) struct ClaimedAddresses<'s> {
    there: HashMap<&'s str, There>,
    /// How the names are written that are not written as they are folded.
    written: HashMap<&'s str, &'s str>,
    /// Addresses that are found in spite of what `there` says, since they are not written as it has them.
    odd: HashSet<&'s str>,
    /// All addresses that were claimed.
    claimed: Vec<&'s str>,
    /// The folder around the last page, if it is written as it is folded. That of the next is mostly the same, and then
    /// known.
    last: Option<&'s str>,
    /// Whether a folder has the name of a page's file, and so stands in the way of the page of the folder around it.
    has_index_folder: bool,
}

/// What one name stands for.
#[derive(Clone, Copy, Default)]
struct There {
    /// A page, which is the `index.html` of its folder: an address that ends in a slash.
    page: FolderPage,
    /// Any other address.
    file: bool,
    /// A folder around addresses; one that only holds its own page is none.
    folder: bool,
    /// Whether it is not written as it is folded.
    is_odd: bool,
}

impl There {
    fn page() -> Self {
        Self { page: FolderPage::Sound, ..Self::default() }
    }

    fn file() -> Self {
        Self { file: true, ..Self::default() }
    }
}

/// Whether a folder has a page.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum FolderPage {
    #[default]
    None,
    /// Only where its file's name is read without regard to case: `Index.html`.
    Odd,
    Sound,
}

/// Why an address cannot be claimed, or not without a word.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Clash<'s> {
    /// Something has it.
    Same,
    /// It, or a folder around it, is something else on systems that do not tell upper case from lower: how it is written
    /// here, and how there.
    Alike(&'s str, &'s str),
    /// It was claimed, but a folder around it is another one on such systems: how it is written here, and how there.
    Folder(&'s str, &'s str),
}

/// The address of a file, or of a page, as systems compare it that do not tell upper case from lower, nor a composed character from its parts.
pub(super) fn folded(address: &str) -> Cow<'_, str> {
    if address.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return address.into();
    }
    // Through upper case, so that letters with two forms in lower case are one.
    let upper = nfc(address).chars().flat_map(char::to_uppercase).collect::<String>();
    let lower = upper.chars().flat_map(char::to_lowercase).collect::<String>();
    path::address_of(&nfc(&lower)).to_owned().into()
}

impl<'s> ClaimedAddresses<'s> {
    /// Room for as many pages, where these files are there already.
    pub(super) fn new(files: impl IntoIterator<Item = &'s str>, pages: usize) -> Self {
        // A folder around each few pages, and files.
        let room = pages + pages / 4;
        let mut there = HashMap::with_capacity(room);
        let mut claimed = Vec::with_capacity(room);
        for file in files {
            there.insert(file, There::file());
            claimed.push(file);
        }
        Self {
            there,
            written: HashMap::new(),
            odd: HashSet::new(),
            claimed,
            last: None,
            has_index_folder: false,
        }
    }

    /// Takes a folder, of which it is not known what lies in it. It is written as it is folded.
    pub(super) fn claim_folder(&mut self, name: &'s str) {
        self.add(name, name, |there| there.folder = true);
    }

    /// Takes an address, which is given folded too, unless something has it, is a folder in its place, or is a file in
    /// the place of a folder around it.
    pub(super) fn claim(&mut self, address: &'s str, folded: &'s str) -> Result<(), Clash<'s>> {
        let (key, is_page) = parts(folded);
        // A file such as `Index.html` stands in the way of a page.
        let is_odd_page = is_index(folded) && !is_index(address);
        let name =
            if is_odd_page { path::folders_of(address).next().unwrap_or("") } else { parts(address).0 };
        self.has_index_folder |= is_page && is_index_name(key);
        if !is_odd_page && name == key && !self.has_index_folder && path::folders_of(name).next() == self.last
        {
            // What is new in a folder that is known can neither be refused nor be written otherwise.
            if let Entry::Vacant(place) = self.there.entry(key) {
                place.insert(if is_page { There::page() } else { There::file() });
                self.claimed.push(address);
                return Ok(());
            }
        }
        if let Some((folder, file)) = self.file_around(name, key) {
            return Err(self.refuse(address, folder, file));
        }
        let there = self.there.get(key).copied().unwrap_or_default();
        // A page may lie in a folder of more pages.
        let is_taken = there.page != FolderPage::None || there.file || (there.folder && !is_page);
        let is_taken = is_taken || (is_page && self.is_file_of_page(key));
        if is_taken || (is_index(folded) && self.has_index_folder && self.is_folder(&path::file_of(folded))) {
            return Err(self.refuse(address, name, key));
        }
        let clash = self.other_folder(name, key, there.folder);
        let is_odd = self.add(name, key, |there| match (is_page, is_odd_page) {
            (false, _) => there.file = true,
            (true, false) => there.page = FolderPage::Sound,
            (true, true) => there.page = FolderPage::Odd,
        });
        if is_odd || is_odd_page {
            self.odd.insert(address);
        }
        self.claimed.push(address);
        self.add_folders(name, key);
        clash.map_or(Ok(()), |(here, there)| Err(Clash::Folder(here, there)))
    }

    /// Whether an address is claimed, as it is written.
    pub(super) fn has(&self, address: &str) -> bool {
        let (name, is_page) = parts(address);
        let is = |there: &There| {
            !there.is_odd && if is_page { there.page == FolderPage::Sound } else { there.file }
        };
        self.there.get(name).is_some_and(is) || self.odd.contains(address)
    }

    /// The claimed address that is written otherwise, but the same to systems that do not tell upper case from lower.
    pub(super) fn alike(&self, address: &str) -> Option<&'s str> {
        let wanted = folded(address);
        self.there.get(parts(&wanted).0).filter(|there| there.page != FolderPage::None || there.file)?;
        self.iter().find(|claimed| folded(claimed) == wanted)
    }

    /// All addresses, in the order in which they were claimed.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'s str> {
        self.claimed.iter().copied()
    }

    /// What keeps an address from being claimed: that which has a name, or has it folded.
    fn refuse(&mut self, address: &'s str, name: &'s str, key: &str) -> Clash<'s> {
        match self.written_as(key) {
            Some(written) if written != name => {
                // That it cannot be is reported in its own place; links to it are not broken besides.
                self.odd.insert(address);
                Clash::Alike(name, written)
            }
            _ => Clash::Same,
        }
    }

    /// How a name is written that is there.
    fn written_as(&self, key: &str) -> Option<&'s str> {
        let (key, there) = self.there.get_key_value(key)?;
        if there.is_odd { self.written.get(key).copied() } else { Some(key) }
    }

    /// The file in the place of a folder around a name. Where a folder is known, none is around it either.
    fn file_around(&self, name: &'s str, key: &'s str) -> Option<(&'s str, &'s str)> {
        if path::folders_of(name).next() == self.last {
            return None;
        }
        let mut around = folders(name, key).map_while(|(name, key)| {
            let there = self.there.get(key).copied().unwrap_or_default();
            (!there.folder).then_some((name, key, there.file || self.is_file_of_page(key)))
        });
        around.find(|(_, _, is_file)| *is_file).map(|(name, key, _)| (name, key))
    }

    /// Whether a name is that of the file of a page.
    fn is_file_of_page(&self, key: &str) -> bool {
        let folder = key.strip_suffix(path::INDEX);
        let folder = folder.and_then(|it| if it.is_empty() { Some(it) } else { it.strip_suffix('/') });
        folder.and_then(|it| self.there.get(it)).is_some_and(|there| {
            // The page of the root has no folder of its own.
            there.page != FolderPage::None || (there.file && key == path::INDEX)
        })
    }

    /// Whether a name is that of a folder, be it around addresses or that of a page alone.
    fn is_folder(&self, key: &str) -> bool {
        self.there.get(key).is_some_and(|there| there.folder || there.page != FolderPage::None)
    }

    /// The outermost folder around a name that is there and written otherwise, with both ways to write it. The name may
    /// itself be that of a folder.
    fn other_folder(&self, name: &'s str, key: &'s str, is_folder: bool) -> Option<(&'s str, &'s str)> {
        let own = is_folder.then_some((name, key));
        let is_known = path::folders_of(name).next() == self.last;
        let all = own.into_iter().chain(folders(name, key).take_while(|_| !is_known));
        let written = all.filter_map(|(name, key)| Some((name, self.written_as(key)?)));
        written.filter(|(here, there)| here != there).last()
    }

    fn add_folders(&mut self, name: &'s str, key: &'s str) {
        let innermost = path::folders_of(name).next();
        if innermost == self.last {
            return;
        }
        for (name, key) in folders(name, key) {
            if self.there.get(key).is_some_and(|there| there.folder) {
                // Where a folder is known, so are those around it.
                break;
            }
            self.add(name, key, |there| there.folder = true);
            self.has_index_folder |= is_index_name(key);
        }
        self.last = innermost.filter(|name| path::folders_of(key).next() == Some(name));
    }

    /// Adds to what a name stands for, which is written as it was first. Reports whether that is not as it is folded.
    fn add(&mut self, name: &'s str, key: &'s str, change: impl FnOnce(&mut There)) -> bool {
        let there =
            self.there.entry(key).or_insert_with(|| There { is_odd: name != key, ..There::default() });
        change(there);
        if there.is_odd {
            self.written.entry(key).or_insert(name);
        }
        there.is_odd
    }
}

/// The folders around a name, inner before outer, as they are written and folded.
fn folders<'s>(name: &'s str, key: &'s str) -> impl Iterator<Item = (&'s str, &'s str)> {
    path::folders_of(name).zip(path::folders_of(key))
}

/// Whether an address is served from an index.
fn is_index(address: &str) -> bool {
    address.is_empty() || address.ends_with('/')
}

/// Whether a name is the one that the file of a page has in its folder.
fn is_index_name(key: &str) -> bool {
    key.rsplit('/').next() == Some(path::INDEX)
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
        let folded = addresses.map(folded);
        let mut taken = ClaimedAddresses::new(["data/search"], 2);
        let mut at = 0;
        addresses.map(|address| {
            at += 1;
            taken.claim(address, &folded[at - 1]).is_ok()
        })
    }

    /// What was told of the addresses, one after the other, and which of some are there.
    fn reported<const N: usize, const M: usize>(
        addresses: [&'static str; N],
        wanted: [&str; M],
    ) -> (Vec<Clash<'static>>, [bool; M]) {
        // The names live as long as the test.
        let folded = addresses.map(|address| &*String::leak(folded(address).into_owned()));
        let mut taken = ClaimedAddresses::new([], 2);
        let reported =
            addresses.iter().zip(folded).filter_map(|(address, key)| taken.claim(address, key).err());
        let reported = reported.collect();
        (reported, wanted.map(|address| taken.has(address)))
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
    fn a_folder_is_no_file_of_a_page() {
        assert_eq!(claimed(["", "index.html/a/"]), [true, false]);
        assert_eq!(
            claimed(["en/", "en/a/", "en/index.html/b", "en/a/Index.html/c/"]),
            [true, true, false, false]
        );
        assert_eq!(claimed(["en/index.html/b", "en/", "en/a/"]), [true, false, true]);
        assert_eq!(claimed(["index.html/b/", ""]), [true, false]);
        assert_eq!(claimed(["en/", "en/index.html/"]), [true, false]);
        assert_eq!(claimed(["en/index.html/", "en/", "en/a/"]), [true, false, true]);
        assert_eq!(claimed(["", "index.html/"]), [true, false]);
        assert_eq!(claimed(["en/index.htm/b", "en/xindex.html/b", "en/"]), [true, true, true]);
    }

    /// What comes of addresses, one after the other, where the folder of the last is known or forgotten each time.
    fn taken(addresses: &[(&'static str, String)], is_forgotten: bool) -> Vec<String> {
        let mut taken = ClaimedAddresses::new(["data/search"], 2);
        let mut outcomes = Vec::new();
        for (address, key) in addresses {
            if is_forgotten {
                taken.last = None;
            }
            // Of a folder in two cases it is enough to tell once.
            let refused = taken.claim(address, key).err().filter(|clash| !matches!(clash, Clash::Folder(..)));
            outcomes.push(format!("{refused:?}"));
        }
        outcomes.extend(addresses.iter().map(|(address, _)| format!("{address} {}", taken.has(address))));
        outcomes
    }

    #[test]
    fn it_is_the_same_whether_the_folder_is_known() {
        let all =
            ["en/a/", "en/a", "en/b/", "en/A/x", "en/b/Index.html", "en/b/index.html/c", "EN/c/", "en/c/"];
        let all = all.map(|address| (address, folded(address).into_owned()));
        for first in 0..all.len() {
            for step in [1, 3, 5, 7] {
                let order: Vec<_> =
                    (0..all.len()).map(|at| all[(first + at * step) % all.len()].clone()).collect();
                assert_eq!(taken(&order, false), taken(&order, true), "{order:?}");
            }
        }
    }

    #[test]
    fn a_page_may_lie_around_others() {
        assert_eq!(claimed(["en/a/b/", "en/a/", "en/a/c/", "en/a/"]), [true, true, true, false]);
    }

    #[test]
    fn what_could_not_be_claimed_is_not_there() {
        let (reported, there) =
            reported(["en/a", "en/a/b"], ["en/a", "en/a/", "en/a/b", "en", "EN/a", "en/A"]);
        assert_eq!(reported, [Clash::Same]);
        assert_eq!(there, [true, false, false, false, false, false]);
    }

    #[test]
    fn names_are_compared_without_case_and_in_one_form() {
        for (one, other) in [
            ("docs/report.pdf", "docs/Report.pdf"),
            ("Report.pdf", "REPORT.pdf"),
            ("ガ.pdf", "カ\u{3099}.pdf"),
            ("Äa", "a\u{308}A"),
            ("ｒeport", "Ｒeport"),
            ("σ", "ς"),
        ] {
            let (reported, there) = reported([one, other], [one, other, "docs/REPORT.pdf"]);
            assert_eq!(reported, [Clash::Alike(other, one)], "{other}");
            assert_eq!(there, [true, true, false]);
        }
        for (one, other) in [("か", "が"), ("カ", "か"), ("ａ", "a"), ("a-b", "a_b"), ("ｶ", "カ")] {
            assert_eq!(reported([one, other], []), (vec![], []), "{other}");
        }
    }

    #[test]
    fn an_index_in_another_case_stands_in_the_way_of_its_page() {
        assert_eq!(reported(["", "Index.html"], []).0, [Clash::Same]);
        assert_eq!(reported(["en/a/", "en/a/INDEX.html"], []).0, [Clash::Same]);
        assert_eq!(reported(["en/a/", "EN/a/Index.HTML"], []).0, [Clash::Alike("EN/a", "en/a")]);
        let wanted = ["docs/Index.html", "docs/", "docs/index.html", "docs/b"];
        assert_eq!(reported(["docs/Index.html", "docs/b"], wanted), (vec![], [true, false, false, true]));
    }

    #[test]
    fn a_file_in_the_place_of_a_folder_is_reported_whatever_its_case() {
        assert_eq!(reported(["en/a/", "EN"], []).0, [Clash::Alike("EN", "en")]);
        assert_eq!(reported(["Docs", "docs/a.pdf"], []).0, [Clash::Alike("docs", "Docs")]);
        assert_eq!(reported(["Docs", "Docs/a.pdf"], []).0, [Clash::Same]);
        assert_eq!(reported(["en/a/", "en/A"], []).0, [Clash::Alike("en/A", "en/a")]);
    }

    #[test]
    fn a_folder_in_two_cases_is_reported_and_its_files_are_there() {
        let (first, there) = reported(["en/a/", "EN/b.pdf"], ["en/a/", "EN/b.pdf", "en/b.pdf"]);
        assert_eq!((first, there), (vec![Clash::Folder("EN", "en")], [true, true, false]));
        let (second, there) =
            reported(["Docs/A/x", "docs/a/y", "docs/a/z"], ["docs/a/y", "docs/a/z", "Docs/A/x"]);
        assert_eq!((second, there), (vec![Clash::Folder("docs", "Docs")], [true; 3]));
        let (third, there) = reported(["Docs/x", "docs/", "Docs/y"], ["docs/", "Docs/y", "Docs/"]);
        assert_eq!((third, there), (vec![Clash::Folder("docs", "Docs")], [true, true, false]));
    }
}
