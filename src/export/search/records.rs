//! records.bin: what each record can be filtered by.

use super::{
    bytes::push_number,
    entries::{IndexedRecord, RecordType},
};

/// The bytes as far as they are made, and the sets of delegations that they refer to by their places.
///
/// Of each record, in order: its type with its languages as bits above (from the fifth), and the place of its set of
/// delegations. Then of a meeting its year and, where there are several dialogues, its own; of an event its year and its
/// tracks; of a commitment its kind, the signs of its outcome as bits and its tracks; of a track its own place, written as one track is.
/// The commitments of a meeting follow it: they have its year and its dialogue, and it has their tracks.
#[derive(Default)]
pub(super) struct Records {
    pub(super) bytes: Vec<u8>,
    pub(super) sets: Vec<Vec<u32>>,
}

impl Records {
    pub(super) fn add(&mut self, entry: &IndexedRecord) {
        let Self { bytes, sets } = self;
        let languages = entry.versions.iter().enumerate().filter(|(_, version)| version.is_some());
        bytes.push(languages.fold(entry.kind as u8, |bits, (n, _)| bits | 16 << n));
        let set = sets.iter().position(|set| *set == entry.delegations).unwrap_or_else(|| {
            sets.push(entry.delegations.clone());
            sets.len() - 1
        });
        push_number(bytes, u32::try_from(set).unwrap_or(u32::MAX));
        match entry.kind {
            RecordType::Meeting => {
                push_number(bytes, entry.year);
                if let Some(dialogue) = entry.dialogue {
                    push_number(bytes, dialogue);
                }
            }
            RecordType::Event => {
                push_number(bytes, entry.year);
                push_numbers(bytes, &entry.tracks);
            }
            RecordType::Commitment => {
                push_number(bytes, entry.commitment_kind);
                push_number(bytes, entry.outcomes);
                push_numbers(bytes, &entry.tracks);
            }
            RecordType::Track => push_numbers(bytes, &entry.tracks),
            _ => {}
        }
    }
}

/// A single number is doubled; before several stands their count, doubled and one more. Most commitments have one track.
fn push_numbers(bytes: &mut Vec<u8>, numbers: &[u32]) {
    if let [number] = numbers {
        push_number(bytes, number << 1);
        return;
    }
    push_number(bytes, u32::try_from(numbers.len()).unwrap_or_default() << 1 | 1);
    for number in numbers {
        push_number(bytes, *number);
    }
}
