//! Addresses of the site that name a record, wherever they are written, and what they become.

use std::borrow::Cow;

use super::kind::RenameKind;
use crate::{lang::Lang, path, plan};

/// What addresses become that name a record.
#[derive(Clone, Copy)]
pub struct AddressChange<'a> {
    pub(super) kind: RenameKind,
    pub(super) meeting: Option<&'a str>,
    /// The id before and after.
    pub(super) ids: [&'a str; 2],
    /// Where the site stands.
    pub(super) base: Option<&'a str>,
}

impl AddressChange<'_> {
    /// A written address that names the record, as it is to be written; nothing for any other. What stands behind the address
    /// stays.
    #[must_use]
    pub fn address(&self, written: &str) -> Option<String> {
        let before = root_end(written, self.base)?;
        let (start, rest) = written.split_at(before);
        let is_end = |c: char| "?#<>\"')".contains(c) || c.is_whitespace();
        let (steps, rest) = rest.split_at(rest.find(is_end).unwrap_or(rest.len()));
        let mut steps: Vec<_> = steps.split('/').map(Cow::Borrowed).collect();
        let page: Vec<String> = steps.iter().map(|step| path::decoded(step)).collect();
        let page: Vec<&str> = page.iter().map(String::as_str).collect();
        let named = self.named_step(&page);
        if let Some(step) = named.and_then(|at| steps.get_mut(at)) {
            *step = Cow::Borrowed(self.ids[1]);
        }
        let anchor = self.has_anchors(&page).then(|| self.after_query(rest)).flatten();
        if named.is_none() && anchor.is_none() {
            return None;
        }
        Some([start, &steps.join("/"), anchor.as_deref().unwrap_or(rest)].concat())
    }

    /// An anchor that names the record on the page of its meeting.
    #[must_use]
    pub fn anchor(&self, anchor: &str) -> Option<String> {
        let decoded = path::decoded(anchor);
        let [old, new] = self.ids;
        match self.kind {
            RenameKind::Commitment => {
                let known = [plan::commitment_anchor, plan::commitment_title_anchor];
                known.into_iter().find(|made| made(old) == decoded).map(|made| made(new))
            }
            RenameKind::Track => (decoded == format!("track-{old}")).then(|| format!("track-{new}")),
            _ => None,
        }
    }

    /// Whether the page of a meeting may have an anchor of the record.
    #[must_use]
    pub fn is_anchored_at(&self, meeting: &str) -> bool {
        match self.kind {
            RenameKind::Commitment => self.meeting == Some(meeting),
            RenameKind::Track => true,
            _ => false,
        }
    }

    /// Which step of a path from the root is the record's id.
    fn named_step(&self, page: &[&str]) -> Option<usize> {
        let (lang, rest) = page.split_first()?;
        Lang::from_code(lang)?;
        let old = self.ids[0];
        match (self.kind, rest) {
            (RenameKind::Commitment, [folder, meeting, id, ..]) => {
                let is_named = *folder == self.kind.folder() && Some(*meeting) == self.meeting && *id == old;
                is_named.then_some(3)
            }
            (RenameKind::Commitment, _) => None,
            (kind, [folder, id, ..]) => {
                let is_of_meeting = kind == RenameKind::Meeting && *folder == RenameKind::Commitment.folder();
                ((*folder == kind.folder() || is_of_meeting) && *id == old).then_some(2)
            }
            _ => None,
        }
    }

    fn has_anchors(&self, page: &[&str]) -> bool {
        match page {
            [lang, folder, meeting, ..] => {
                let is_meeting = *folder == RenameKind::Meeting.folder() && Lang::from_code(lang).is_some();
                is_meeting && self.is_anchored_at(meeting)
            }
            _ => false,
        }
    }

    /// What stands behind a path, where its anchor names the record.
    fn after_query(&self, rest: &str) -> Option<String> {
        let (before, anchor) = rest.split_at(rest.find('#')? + 1);
        let is_end = |c: char| "<>\"')".contains(c) || c.is_whitespace();
        let (anchor, after) = anchor.split_at(anchor.find(is_end).unwrap_or(anchor.len()));
        Some([before, &self.anchor(anchor)?, after].concat())
    }
}

/// Where the path begins in a written address that counts from the root of the site.
#[must_use]
pub fn root_end(written: &str, base: Option<&str>) -> Option<usize> {
    if written.starts_with('/') {
        return (!written.starts_with("//")).then_some(1);
    }
    let [url, base] = [written, base?].map(without_scheme);
    let (url, base) = (url?, base?.trim_end_matches('/'));
    let start = url.get(..base.len()).filter(|start| start.eq_ignore_ascii_case(base))?;
    let is_inside = url.get(start.len()..)?.starts_with('/');
    is_inside.then(|| written.len() - url.len() + start.len() + 1)
}

fn without_scheme(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(kind: RenameKind, meeting: Option<&'static str>) -> AddressChange<'static> {
        AddressChange { kind, meeting, ids: ["old", "new"], base: Some("https://archive.example/talks/") }
    }

    #[test]
    fn the_step_that_is_the_id_is_changed_and_nothing_else() {
        for (kind, meeting, written, expected) in [
            (RenameKind::Track, None, "/en/tracks/old/", Some("/en/tracks/new/")),
            (
                RenameKind::Track,
                None,
                "/ja/tracks/%6fld/feed.xml?a=old",
                Some("/ja/tracks/new/feed.xml?a=old"),
            ),
            (RenameKind::Track, None, "/en/tracks/older/", None),
            (RenameKind::Track, None, "/en/people/old/", None),
            (RenameKind::Track, None, "/tracks/old/", None),
            (RenameKind::Track, None, "/en/meetings/a/#track-old", Some("/en/meetings/a/#track-new")),
            (RenameKind::Meeting, None, "/en/meetings/old/parallel/", Some("/en/meetings/new/parallel/")),
            (RenameKind::Meeting, None, "/en/commitments/old/old/", Some("/en/commitments/new/old/")),
            (RenameKind::Meeting, None, "/en/meetings/old/#old", Some("/en/meetings/new/#old")),
            (RenameKind::Commitment, Some("a"), "/ja/commitments/a/old/", Some("/ja/commitments/a/new/")),
            (RenameKind::Commitment, Some("a"), "/ja/commitments/b/old/", None),
            (
                RenameKind::Commitment,
                Some("a"),
                "/en/meetings/a/?q#commitment-old \"t\"",
                Some("/en/meetings/a/?q#commitment-new \"t\""),
            ),
            (
                RenameKind::Commitment,
                Some("a"),
                "/en/meetings/a/parallel/#commitment-old.title",
                Some("/en/meetings/a/parallel/#commitment-new.title"),
            ),
            (RenameKind::Commitment, Some("a"), "/en/meetings/b/#commitment-old", None),
            (
                RenameKind::Person,
                None,
                "HTTP://Archive.Example/talks/en/people/old/",
                Some("HTTP://Archive.Example/talks/en/people/new/"),
            ),
            (RenameKind::Person, None, "https://archive.example/talksen/people/old/", None),
            (RenameKind::Person, None, "https://other.example/talks/en/people/old/", None),
            (RenameKind::Person, None, "//archive.example/en/people/old/", None),
            (RenameKind::Dialogue, None, "/en/dialogues/old/", Some("/en/dialogues/new/")),
        ] {
            assert_eq!(change(kind, meeting).address(written).as_deref(), expected, "{written}");
        }
    }
}
