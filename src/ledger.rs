//! The addresses that were published for good: content/ledger.txt, and what the site must still have of it.

use std::{borrow::Cow, collections::BTreeSet, ops::Range};

use crate::{
    diagnostic::{Code, SourceFile, SourceId},
    lang::{Message, nfc, say},
    path,
    plan::{self, PageKind, PlannedPage},
    site::Site,
    yaml::{self, Problem, Spot},
};

/// What a new ledger begins with.
const HEADER: &str = "\
# The addresses that this archive has published. `taiwa ledger` adds the new ones; build and check refuse to lose one.
# このファイルには、公開したページとファイルのアドレスを記録しています。新しいアドレスは `taiwa ledger` で追加されます。
# ここにあるアドレスがサイトから失われると、build と check はエラーになります。
";

/// Files for the server rather than for readers.
const SETTINGS: [&str; 3] = ["CNAME", "_headers", "_redirects"];

/// Reports the addresses of a ledger that the site has no more, each at its line.
#[must_use]
pub fn report_vanished(
    source: SourceId,
    file: &SourceFile,
    site: &Site,
    pages: &[PlannedPage],
) -> Vec<Problem> {
    let mut there: BTreeSet<String> = pages.iter().map(|page| path::file_of(&page.address)).collect();
    there.extend(plan::site_files(site));
    there.extend(site.statics.iter().map(|file| file.address.clone()));
    there.extend(plan::withdrawn_files(site));
    let vanished = lines(&file.text).filter_map(|line| {
        let address = line.address?;
        let has = |address: &str| there.contains(&path::file_of(address));
        (!has(&meant(address, has))).then_some((line.span, address))
    });
    let problems = vanished.map(|(span, address)| {
        let message = say!("vanished", address);
        Problem::new(Code::VanishedAddress, Spot::Bytes(source, span), message).help(way_back(address))
    });
    yaml::shown(problems)
}

/// The address that a line means: the name as it stands there, where there is one, or else read as links are.
fn meant(line: &str, has: impl Fn(&str) -> bool) -> String {
    let name = nfc(line);
    if has(&name) { name.into_owned() } else { path::decoded(line) }
}

/// What may be done about an address that is gone, by what stood there.
fn way_back(address: &str) -> Message {
    let alias = format!("`aliases: [/{address}]`");
    let help = match address.split('/').nth(1) {
        _ if !address.ends_with('/') => say!("put-file-back"),
        Some("meetings" | "pages") => say!("bring-note-back", alias),
        Some("commitments") => say!("bring-commitment-back", alias),
        _ => say!("bring-record-back", alias),
    };
    say!("delete-ledger-line", help)
}

/// Reports the lines of a ledger that are no addresses.
#[must_use]
pub fn report_malformed(source: SourceId, file: &SourceFile) -> Vec<Problem> {
    let malformed = lines(&file.text).filter(|line| line.is_entry && line.address.is_none());
    let problems = malformed.map(|line| {
        let text = file.text.get(line.span.clone()).unwrap_or_default();
        let message = say!("not-own-address", address = text);
        Problem::new(Code::InvalidValue, Spot::Bytes(source, line.span), message).help(say!("ledger-line"))
    });
    yaml::shown(problems)
}

/// The addresses that a ledger holds, without the leading slash and decoded.
#[must_use]
pub fn recorded(text: &str) -> BTreeSet<String> {
    lines(text).filter_map(|line| line.address).map(path::decoded).collect()
}

/// The addresses that a reader may have linked to, sorted: pages, earlier addresses, data, feeds and static files, but not
/// the later parts of long lists, which shrink, nor parallel pages, pictures and citations, which stand and fall with
/// what they repeat.
#[must_use]
pub fn addresses(site: &Site, pages: &[PlannedPage]) -> BTreeSet<String> {
    let is_lasting = |page: &&PlannedPage| {
        page.number == 1
            && !page.is_file_of_page()
            && !matches!(page.kind, PageKind::NotFound | PageKind::Parallel(_))
    };
    let pages = pages.iter().filter(is_lasting).map(|page| page.address.clone());
    let is_readable = |address: &str| {
        let is_hidden = address.split('/').any(|part| part.starts_with('.'));
        !is_hidden && !SETTINGS.contains(&address) && is_address(address)
    };
    let statics = site.statics.iter().map(|file| file.address.clone()).filter(|it| is_readable(it));
    pages.chain(plan::lasting_files(site)).chain(statics).collect()
}

/// The ledger's text with all of these addresses, and how many of them it had not; lines that are there stay as they
/// are.
#[must_use]
pub fn extended(text: Option<&str>, addresses: &BTreeSet<String>) -> (String, usize) {
    let text = text.unwrap_or(HEADER);
    let known = lines(text).filter_map(|line| line.address);
    let known: BTreeSet<String> = known.map(|line| meant(line, |name| addresses.contains(name))).collect();
    let mut new = addresses.difference(&known).map(|address| written(address)).peekable();
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut out = String::with_capacity(text.len());
    let mut added = 0;
    // Comments right above an address stay with it; those above the first are about the file.
    let mut comments = String::new();
    let mut is_first = true;
    for line in lines(text) {
        if let Some(address) = line.address {
            if is_first {
                out.push_str(&std::mem::take(&mut comments));
            }
            is_first = false;
            while let Some(before) = new.next_if(|new| new.as_ref() < address) {
                out.extend(["/", &before, end]);
                added += 1;
            }
        }
        comments.push_str(text.get(line.whole).unwrap_or_default());
        if line.address.is_some() {
            out.push_str(&std::mem::take(&mut comments));
        }
    }
    out.push_str(&comments);
    if !out.is_empty() && !out.ends_with('\n') && new.peek().is_some() {
        out.push_str(end);
    }
    for address in new {
        out.extend(["/", &address, end]);
        added += 1;
    }
    (out, added)
}

/// The name as a line holds it: as it is, so that people can read it, unless its end would be lost.
fn written(address: &str) -> Cow<'_, str> {
    if address.trim() == address { address.into() } else { path::encoded(address) }
}

/// A line of a ledger.
struct LedgerLine<'t> {
    /// With its end.
    whole: Range<usize>,
    /// What it says, without blanks around it.
    span: Range<usize>,
    /// Whether it is neither empty nor a comment.
    is_entry: bool,
    /// Its address, without the leading slash.
    address: Option<&'t str>,
}

fn lines(text: &str) -> impl Iterator<Item = LedgerLine<'_>> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let whole = at..at + line.len();
        at = whole.end;
        let inner = line.trim_start_matches('\u{feff}').trim();
        let start = whole.start + line.find(inner).unwrap_or_default();
        let is_entry = !inner.is_empty() && !inner.starts_with('#');
        let address = inner.strip_prefix('/').filter(|address| is_entry && is_address(address));
        LedgerLine { whole, span: start..start + inner.len(), is_entry, address }
    })
}

/// Whether a text can be an address of the site, written without its leading slash.
fn is_address(text: &str) -> bool {
    let is_plain = |part: &str| !matches!(part, "" | "." | "..");
    let parts = text.strip_suffix('/').unwrap_or(text);
    (text.is_empty() || parts.split('/').all(is_plain)) && !text.contains(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(text: Option<&str>, addresses: &[&str]) -> (String, usize) {
        extended(text, &addresses.iter().map(|it| (*it).to_owned()).collect())
    }

    #[test]
    fn new_addresses_come_in_order_below_the_header() {
        let (text, added) = with(None, &["en/", "", "b.pdf"]);
        assert_eq!((text, added), (format!("{HEADER}/\n/b.pdf\n/en/\n"), 3));
    }

    #[test]
    fn what_is_there_stays_with_its_comments_and_line_ends() {
        let old = "\u{feff}# About this file\r\n/b/\r\n# Moved once\r\n/d/  \r\n";
        let expected =
            "\u{feff}# About this file\r\n/a/\r\n/b/\r\n/c/\r\n# Moved once\r\n/d/  \r\n/e/\r\n".to_owned();
        assert_eq!(with(Some(old), &["a/", "b/", "c/", "e/"]), (expected, 3));
        assert_eq!(with(Some(old), &["d/", "b/"]), (old.to_owned(), 0));
        assert_eq!(with(Some("/a/"), &["b/"]), ("/a/\n/b/\n".to_owned(), 1));
    }
}
