//! What a file is, by its first bytes, and whether a package may be unpacked: what is small may unpack to more than a machine
//! can hold, and numbers in it may make a reader claim as much.

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use std::io::{Cursor, Read};
use zip::ZipArchive;

use super::{
    format::{MAX_SHEET, SheetFormat},
    sheet_problem::SheetProblem,
};
use crate::{
    diagnostic::Code,
    lang::{Message, say},
};

/// How large all parts of a package may be once they are unpacked, in bytes.
const MAX_UNPACKED: u64 = 96 << 20;

/// How large the part with the formats of cells may be: each format may repeat others.
const MAX_STYLES: u64 = 4 << 20;

/// How many parts a package may have.
const MAX_PARTS: usize = 2_000;

/// The largest number that names a formula that cells share.
const MAX_SHARED: u64 = 100_000;

/// How long a format of numbers may be.
const MAX_FORMAT: usize = 1_000;

/// What a file is, by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    /// A package, as new files of offices are.
    Zip,
    /// A file of an old office, or one with a password.
    Compound,
    /// Something else.
    Other,
}

/// What a file is.
pub(super) fn kind(bytes: &[u8]) -> FileKind {
    match bytes {
        [b'P', b'K', 3, 4, ..] => FileKind::Zip,
        [0xd0, 0xcf, 0x11, 0xe0, ..] => FileKind::Compound,
        _ => FileKind::Other,
    }
}

/// What is said of a file that is not what its name says.
pub(super) fn of_another_kind(format: SheetFormat, kind: FileKind) -> SheetProblem {
    let (message, help) = match (format, kind) {
        (_, FileKind::Compound) => (say!("old-workbook"), say!("save-without-password")),
        (SheetFormat::Csv, _) => (say!("csv-is-package"), say!("name-it-xlsx")),
        (SheetFormat::Xlsx, _) => (say!("xlsx-is-no-workbook"), say!("save-as-xlsx-or-csv")),
    };
    SheetProblem::of_file(Code::InvalidValue, message, help)
}

/// What is said of a file that is too large.
pub(super) fn too_large(message: Message) -> SheetProblem {
    SheetProblem::of_file(Code::TooLarge, message, say!("send-back-as-exported"))
}

/// What is said of a package that cannot be read.
pub(super) fn damaged(error: impl std::fmt::Display) -> SheetProblem {
    unreadable(&Message::verbatim(error))
}

fn unreadable(error: &Message) -> SheetProblem {
    SheetProblem::of_file(
        Code::InvalidValue,
        say!("workbook-unreadable", error),
        say!("open-and-save-as-xlsx"),
    )
}

/// Refuses a package that no reader should unpack.
pub(super) fn check(bytes: &[u8]) -> Result<(), SheetProblem> {
    if bytes.len() as u64 > MAX_SHEET {
        return Err(too_large(say!("large-file", limit = MAX_SHEET >> 20)));
    }
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if package.len() > MAX_PARTS {
        return Err(too_large(say!("too-many-parts", most = MAX_PARTS)));
    }
    let mut left = MAX_UNPACKED;
    for index in 0..package.len() {
        let part = package.by_index(index).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.to_lowercase();
        let limit = if name.ends_with("styles.xml") { MAX_STYLES.min(left) } else { left };
        let (mut unpacked, declared) = (Vec::new(), part.size());
        // What a package says of itself need not be so.
        if declared <= limit {
            part.take(limit + 1).read_to_end(&mut unpacked).map_err(damaged)?;
        }
        let length = unpacked.len() as u64;
        if declared > limit || length > limit {
            return Err(too_large(say!("unpacks-to-more", part = name)));
        }
        left -= length;
        check_part(&unpacked)?;
    }
    Ok(())
}

/// Refuses numbers in XML that make a reader claim more memory than the part has letters. What is no XML ends where its reader
/// would end too.
fn check_part(part: &[u8]) -> Result<(), SheetProblem> {
    let mut reader = Reader::from_reader(part);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.check_comments = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) if !is_sound(&element, part.len()) => {
                return Err(unreadable(&say!("number-beyond-sheet")));
            }
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
    }
}

fn is_sound(element: &BytesStart<'_>, length: usize) -> bool {
    let name = element.local_name();
    let name = name.as_ref();
    if !ELEMENTS.contains(&name) {
        return true;
    }
    let mut attributes = element.attributes();
    attributes.with_checks(false).all(|attribute| {
        let Ok(attribute) = attribute else { return false };
        is_sound_value(name, attribute.key.local_name().as_ref(), attribute.value.as_ref(), length)
    })
}

/// The elements whose numbers are looked at.
const ELEMENTS: [&str; 7] = ["sst", "f", "numFmt", "c", "row", "dimension", "mergeCell"];

/// Whether an attribute is as spreadsheets write it.
fn is_sound_value(element: &str, key: &str, value: &str, length: usize) -> bool {
    match (element, key) {
        ("sst", "uniqueCount") => value.parse::<usize>().is_ok_and(|count| count <= length),
        ("f", "si") => value.parse::<u64>().is_ok_and(|number| number <= MAX_SHARED),
        ("numFmt", "formatCode") => value.len() <= MAX_FORMAT,
        ("c" | "row" | "dimension" | "mergeCell" | "f", "r" | "ref") => is_reference(value),
        _ => true,
    }
}

/// Whether a text names a cell or a row that there may be, or two of which neither coordinate of the second is less.
fn is_reference(text: &str) -> bool {
    match text.split_once(':') {
        None => position(text).is_some(),
        Some((first, last)) => match (position(first), position(last)) {
            (Some(first), Some(last)) => first.0 <= last.0 && first.1 <= last.1,
            _ => false,
        },
    }
}

/// The numbers of column and row; of a row alone, no column.
fn position(text: &str) -> Option<(u32, u32)> {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = text.strip_suffix(digits).filter(|letters| letters.len() <= 3)?;
    let number = |column, letter: u8| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    let is_row = digits.len() <= 7 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let row = digits.parse().ok().filter(|_| is_row)?;
    Some((letters.bytes().fold(0, number), row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_references_that_there_may_be_are_sound() {
        for text in ["A1", "XFD1048576", "b2", "7", "A1:C3", "A1:A1", "B2:C2"] {
            assert!(is_reference(text), "{text}");
        }
        for text in ["", "A", "AAAA1", "A12345678", "C3:A1", "A3:C1", "A1:", "A1:B2:C3", "$A$1", "A-1", "é1"]
        {
            assert!(!is_reference(text), "{text}");
        }
    }

    #[test]
    fn numbers_that_claim_memory_are_refused() {
        for (xml, is_refused) in [
            ("<sst uniqueCount='3'>................</sst>", false),
            ("<sst uniqueCount='99999999999'></sst>", true),
            ("<x:sst uniqueCount='99999999999'/>", true),
            ("<f t='shared' si='4294967295'>A1</f>", true),
            ("<c r='AAAAAAAAAA1'/>", true),
            ("<dimension ref='B2:A1'/>", true),
            ("\u{89}PNG <a", false),
        ] {
            assert_eq!(check_part(xml.as_bytes()).is_err(), is_refused, "{xml}");
        }
    }
}
