//! The names of files and folders that some system cannot hold.

use foldhash::{HashSet, HashSetExt};

use super::others::Other;
use crate::{
    diagnostic::Code,
    id::DEVICES,
    lang::{Message, say},
    path::MAX_NAME,
    yaml::{Problem, Spot},
};

/// What Windows takes for something else than a part of a name.
const SIGNS: &str = "<>:\"|?*\\";

/// Tells of such names in static/ and among aliases, a folder at the first file in it.
pub(super) fn problems(others: &[Other<'_>]) -> Vec<Problem> {
    let mut reported = HashSet::new();
    let authored = others.iter().filter_map(|other| Some((other.address, other.spot?)));
    let found = authored.filter_map(|(address, spot)| {
        let ends = address.match_indices('/').map(|(end, _)| end).chain([address.len()]);
        let (path, name, why) = ends.map(|end| &address[..end]).find_map(|path| {
            let name = path.rsplit('/').next()?;
            Some((path, name, trouble(name)?))
        })?;
        reported.insert(path).then(|| problem(name, &why, spot))
    });
    found.collect()
}

fn problem(name: &str, why: &Message, spot: &Spot) -> Problem {
    let message = say!("unportable-name", name);
    Problem::new(Code::UnportableName, spot.clone(), message).help(say!("choose-name-for", why))
}

/// Why some system cannot hold a name.
fn trouble(name: &str) -> Option<Message> {
    if let Some(sign) = name.chars().find(|c| SIGNS.contains(*c)) {
        return Some(say!("windows-sign", sign));
    }
    if name.contains(|c: char| c.is_ascii_control()) {
        return Some(say!("windows-control"));
    }
    if name.ends_with(['.', ' ']) {
        return Some(say!("windows-end"));
    }
    if is_device(name) {
        return Some(say!("windows-device"));
    }
    let bytes = name.len();
    (bytes > MAX_NAME).then(|| say!("long-name", most = MAX_NAME, bytes))
}

/// Whether Windows keeps a name for a device: what stands before its first dot decides, without blanks at its end.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end_matches(' ');
    // The numbers of devices may be small ones, as in ISO 8859-1.
    let stem: String = stem
        .chars()
        .map(|c| match c {
            '¹' => '1',
            '²' => '2',
            '³' => '3',
            c => c.to_ascii_lowercase(),
        })
        .collect();
    DEVICES.contains(&stem.as_str()) || ["conin$", "conout$"].contains(&stem.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_some_system_cannot_hold_are_known() {
        let long = format!("{}.pdf", "あ".repeat(84));
        for bad in [
            "con.txt",
            "CON",
            "aux",
            "nul.tar.gz",
            "Com1.pdf",
            "lpt9",
            "com²",
            "prn .txt",
            "conin$",
            "a.",
            "a ",
            "q?x.pdf",
            "a:b",
            "a\\b",
            "a\"b",
            "a|b",
            "a*",
            "<a>",
            "a\tb",
            &long,
        ] {
            assert!(trouble(bad).is_some(), "{bad}");
        }
        let longest = format!("{}.pdf", "あ".repeat(83));
        for good in [
            "console.txt",
            "a.con",
            "com10",
            "com",
            "lpt",
            "auxiliary",
            ".con",
            "a b.pdf",
            "a'b",
            "議事録？.pdf",
            "a~1#%&.pdf",
            &longest,
        ] {
            assert_eq!(trouble(good), None, "{good}");
        }
    }
}
