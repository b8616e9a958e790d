//! Statements to be imported, archives that know their records, and what came of them.

use crate::support::{Archive, Built, files, read};
use std::path::{Path, PathBuf};

/// The id of the meeting in most tests.
pub(super) const ID: &str = "2010-11-01-imported";

/// The folder of the statements.
pub(super) fn statement(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/statements").join(name)
}

/// The archive of the repository, whose registries know the bodies and people of the real statement.
pub(super) fn real_archive() -> Archive {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut archive = Archive::empty();
    // Its pages name meetings.
    let is_record = |path: &str| !path.starts_with("meetings/") && !path.starts_with("pages/");
    for (path, bytes) in files(&content).into_iter().filter(|(path, _)| is_record(path)) {
        archive = archive.file(&format!("content/{path}"), bytes);
    }
    archive
}

/// The archive of the invented dialogue.
pub(super) fn water_archive() -> Archive {
    Archive::from(&statement("archive"))
}

/// Runs an import.
pub(super) fn import(archive: &Archive, file: &Path, id: &str, more: &[&str]) -> Built {
    archive.run(&[&["import", file.to_str().unwrap(), "--meeting", id], more].concat())
}

/// Runs an import of a file with this content.
pub(super) fn import_bytes(archive: &Archive, name: &str, bytes: impl AsRef<[u8]>, id: &str) -> Built {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, bytes).unwrap();
    import(archive, &file, id, &[])
}

/// A note of a meeting.
pub(super) fn note(archive: &Archive, id: &str, lang: &str) -> String {
    read(archive.root().join(format!("content/meetings/{id}.{lang}.md")))
}

/// The values of a key in the records of a note, one a record; `-` where a record has none.
pub(super) fn values(note: &str, key: &str) -> Vec<String> {
    let records = note.split("\ncommitments:\n").nth(1).unwrap_or_default();
    let records = records.split("\ndocuments:\n").next().unwrap();
    let start = format!("    {key}: ");
    let value =
        |record: &str| record.lines().find_map(|line| line.strip_prefix(&start)).unwrap_or("-").to_owned();
    records.split("  - id: ").skip(1).map(value).collect()
}

/// The records of a note, each as `kind track [delegations] verb`.
pub(super) fn records(note: &str) -> Vec<String> {
    let [kinds, tracks, delegations, verbs] =
        ["kind", "track", "delegations", "verb"].map(|key| values(note, key));
    let all = kinds.iter().zip(&tracks).zip(&delegations).zip(&verbs);
    all.map(|(((kind, track), delegations), verb)| format!("{kind} {track} {delegations} {verb}")).collect()
}
