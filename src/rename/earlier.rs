//! The addresses that a record had: which become aliases of it, and which cannot.

use std::collections::BTreeSet;

use super::{alias_lists::AliasChange, archive::ReadArchive, kind::RenameKind, renaming::Renaming};
use crate::{edit::RecordInFile, lang::Lang};

/// What the aliases of the records are to be.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct EarlierAddresses {
    /// The records, by the ids that they get, each with the change of its aliases.
    pub(super) records: Vec<(RecordInFile, AliasChange)>,
    /// Published addresses that no alias can be.
    pub(super) lost: Vec<String>,
}

/// The addresses below a language and a folder.
fn addresses(steps: &[&str]) -> [String; 2] {
    Lang::ALL.map(|lang| format!("{}/{}/", lang.code(), steps.join("/")))
}

/// The addresses that the record gets, and that nothing else may have.
pub(super) fn new_addresses(renaming: &Renaming, archive: ReadArchive<'_>) -> Vec<String> {
    let Renaming { kind, meeting, old, new } = renaming;
    if let Some(meeting) = meeting {
        return addresses(&[kind.folder(), meeting, new]).into();
    }
    let mut all: Vec<_> = addresses(&[kind.folder(), new]).into();
    if *kind == RenameKind::Meeting {
        let commitments = archive.commitments_of(old).into_iter();
        let folder = RenameKind::Commitment.folder();
        all.extend(commitments.flat_map(|id| addresses(&[folder, new, id])));
    }
    all
}

/// The aliases that the record gets, of the addresses that the archive has published.
pub(super) fn of(
    renaming: &Renaming,
    archive: ReadArchive<'_>,
    published: &BTreeSet<String>,
) -> EarlierAddresses {
    let Renaming { kind, meeting, old, new } = renaming;
    let mut earlier = EarlierAddresses::default();
    match (kind, meeting) {
        (RenameKind::Commitment, Some(meeting)) => {
            let record = RecordInFile::Commitment(new.clone());
            let [before, after] = [old, new].map(|id| addresses(&[kind.folder(), meeting, id]));
            earlier.add(record, &before, after.into(), published);
        }
        (RenameKind::Meeting, _) => {
            let [before, after] = [old, new].map(|id| addresses(&[kind.folder(), id]));
            // Those of commitments may be aliases of their meeting.
            let gone = after.into_iter().chain(new_addresses(renaming, archive)).collect();
            earlier.add(RecordInFile::Note, &before, gone, published);
            let folder = RenameKind::Commitment.folder();
            let ids = archive.commitments_of(old).into_iter().chain(archive.commitments_of(new));
            for id in ids.collect::<BTreeSet<_>>() {
                let [before, after] = [old, new].map(|meeting| addresses(&[folder, meeting, id]));
                earlier.add(RecordInFile::Commitment(id.to_owned()), &before, after.into(), published);
            }
        }
        _ => {
            let [before, after] = [old, new].map(|id| addresses(&[kind.folder(), id]));
            earlier.add(RecordInFile::Entry(new.clone()), &before, after.into(), published);
        }
    }
    earlier
}

impl EarlierAddresses {
    /// Adds a record. Where one of its addresses was published, both become aliases, and so does every published page below.
    fn add(
        &mut self,
        record: RecordInFile,
        before: &[String; 2],
        gone: Vec<String>,
        published: &BTreeSet<String>,
    ) {
        let is_published = before.iter().any(|address| published.contains(address));
        let below = |address: &str| before.iter().any(|start| address.starts_with(start));
        let (pages, files): (Vec<_>, Vec<_>) =
            published.iter().filter(|address| below(address)).partition(|address| address.ends_with('/'));
        self.lost.extend(files.into_iter().cloned());
        let mut added: Vec<_> = before.iter().filter(|_| is_published).cloned().collect();
        added.extend(pages.into_iter().filter(|page| !before.contains(page)).cloned());
        self.records.push((record, AliasChange { added, gone }));
    }
}
