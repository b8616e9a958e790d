//! records.bin: what each record can be filtered by.

use super::{
    bytes::push_number,
    entries::{Entry, RecordType},
};

/// The bytes, and the sets of delegations that they refer to by their places.
///
/// Of each record, in order: its type with its languages as bits above (from the fourth), and the place of its set of
/// delegations. Then of a meeting its year; of a commitment its kind, its statuses as bits and its track; of a track its
/// own place. The commitments of a meeting follow it: they have its year, and it has their tracks.
pub(super) fn records(entries: &[Entry]) -> (Vec<u8>, Vec<&[u32]>) {
    let mut bytes = Vec::with_capacity(entries.len() * 6);
    let mut sets: Vec<&[u32]> = Vec::new();
    for entry in entries {
        let languages = entry.versions.iter().enumerate().filter(|(_, version)| version.is_some());
        bytes.push(languages.fold(entry.kind as u8, |bits, (n, _)| bits | 8 << n));
        let set = sets.iter().position(|set| *set == entry.delegations).unwrap_or_else(|| {
            sets.push(&entry.delegations);
            sets.len() - 1
        });
        push_number(&mut bytes, u32::try_from(set).unwrap_or(u32::MAX));
        match entry.kind {
            RecordType::Meeting => push_number(&mut bytes, entry.year),
            RecordType::Commitment => {
                push_number(&mut bytes, entry.commitment_kind);
                push_number(&mut bytes, entry.statuses);
                push_number(&mut bytes, entry.track);
            }
            RecordType::Track => push_number(&mut bytes, entry.track),
            _ => {}
        }
    }
    (bytes, sets)
}
