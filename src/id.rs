//! Ids: the rule for authored ones, and typed indexes into the tables of a site.

use foldhash::{HashMap, HashMapExt};
use std::{cmp::Ordering, fmt, hash, marker::PhantomData, ops::Index};

/// What an id is, for those who wrote something else.
pub const RULE: &str = "an id has lower-case letters a–z and digits, in parts joined by single hyphens";

/// How many letters an id may have: with what is added to it, a file system holds 255 bytes in a name.
pub const MAX_LENGTH: usize = 100;

/// Names that Windows keeps for devices: no file can have one, whatever its ending.
pub const DEVICES: [&str; 22] = [
    "aux", "con", "nul", "prn", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Whether a text is an id: lower-case ASCII letters and digits, in parts joined by single hyphens, which every system can
/// have as the name of a file.
#[must_use]
pub fn is_id(text: &str) -> bool {
    is_anchor(text) && text.len() <= MAX_LENGTH && !DEVICES.contains(&text)
}

/// What is wrong with a text that is no id.
#[must_use]
pub fn rule(text: &str) -> String {
    if !is_anchor(text) {
        RULE.to_owned()
    } else if text.len() > MAX_LENGTH {
        format!("an id has {MAX_LENGTH} letters at most; this one has {}", text.len())
    } else {
        "Windows keeps this name for a device and can have no file of it; choose a longer one".to_owned()
    }
}

/// Whether a text is made as ids are, and may name a place in a page.
#[must_use]
pub fn is_anchor(text: &str) -> bool {
    !text.is_empty()
        && text.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

/// The id that a text would make: `Dam Report` and `dam_report` make `dam-report`.
#[must_use]
pub fn made_id(text: &str) -> String {
    let lower = text.to_lowercase();
    let parts = lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}

/// The place of a record in the table of its kind. An organization's id cannot index meetings.
pub struct Id<T> {
    index: u32,
    kind: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// More than four billion records do not fit in memory.
    fn at(index: usize) -> Self {
        Self { index: u32::try_from(index).unwrap_or(u32::MAX), kind: PhantomData }
    }

    /// The position in the table.
    #[must_use]
    pub fn index(self) -> usize {
        self.index as usize
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.index.cmp(&other.index)
    }
}

impl<T> hash::Hash for Id<T> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index)
    }
}

/// The records of one kind, in their order, found by [`Id`] or by their authored name.
#[derive(Debug)]
pub struct Table<T> {
    records: Vec<T>,
    by_name: HashMap<String, Id<T>>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { records: Vec::new(), by_name: HashMap::new() }
    }
}

impl<T> Table<T> {
    /// Adds a record under its authored name and returns its place. A name used before then means the new record.
    pub fn push(&mut self, name: String, record: T) -> Id<T> {
        let id = self.next_id();
        self.records.push(record);
        self.by_name.insert(name, id);
        id
    }

    /// Makes room for more records.
    pub fn reserve(&mut self, more: usize) {
        self.records.reserve(more);
        self.by_name.reserve(more);
    }

    /// The place that the next record will have.
    #[must_use]
    pub fn next_id(&self) -> Id<T> {
        Id::at(self.records.len())
    }

    /// The place of the record with this authored name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Id<T>> {
        self.by_name.get(name).copied()
    }

    /// The records with their places, in order.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Id<T>, &T)> + ExactSizeIterator {
        self.records.iter().enumerate().map(|(index, record)| {
            let id = Id::at(index);
            (id, record)
        })
    }

    /// The record at a position, with its place.
    ///
    /// # Panics
    ///
    /// Where the table has no such position.
    #[must_use]
    pub fn nth(&self, index: usize) -> (Id<T>, &T) {
        let id = Id::at(index);
        (id, &self[id])
    }

    /// The places of all records, in order.
    #[must_use]
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = Id<T>> + ExactSizeIterator + use<'_, T> {
        self.iter().map(|(id, _)| id)
    }

    /// The record at a place, to be changed while the site is being linked.
    pub fn get_mut(&mut self, id: Id<T>) -> &mut T {
        &mut self.records[id.index()]
    }

    /// All records, to be changed while the site is being linked.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.records.iter_mut()
    }

    /// Takes out the records that are not to be kept, and returns where each is now.
    pub fn retain(&mut self, is_kept: impl Fn(Id<T>) -> bool) -> Vec<Option<Id<T>>> {
        let mut kept = 0;
        let moved: Vec<_> = (0..self.records.len())
            .map(|index| {
                is_kept(Id::at(index)).then(|| {
                    kept += 1;
                    Id::at(kept - 1)
                })
            })
            .collect();
        let mut places = moved.iter();
        self.records.retain(|_| places.next().is_some_and(Option::is_some));
        self.by_name.retain(|_, id| match moved[id.index()] {
            Some(place) => {
                *id = place;
                true
            }
            None => false,
        });
        moved
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is no record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}

impl<T> Index<Id<T>> for Table<T> {
    type Output = T;

    fn index(&self, id: Id<T>) -> &T {
        &self.records[id.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_lower_case_ascii_in_hyphenated_parts() {
        for good in ["a", "2010-11-01-tokyo", "cloud", "5g"] {
            assert!(is_id(good), "{good}");
        }
        for good in
            ["console", "con-2020", "com10", "com0"].map(str::to_owned).into_iter().chain(["a".repeat(100)])
        {
            assert!(is_id(&good), "{good}");
        }
        for bad in ["con", "nul", "aux", "prn", "com1", "lpt9"]
            .map(str::to_owned)
            .into_iter()
            .chain(["a".repeat(101)])
        {
            assert!(!is_id(&bad) && is_anchor(&bad) && rule(&bad) != RULE, "{bad}");
        }
        for bad in ["", "-", "a-", "-a", "a--b", "Cloud", "Cloud_1", "総務省", "a b", "é"] {
            assert!(!is_id(bad), "{bad}");
        }
    }

    #[test]
    fn a_table_keeps_the_order_and_finds_by_name() {
        let mut table = Table::default();
        let first = table.push("b".into(), 1);
        let second = table.push("a".into(), 2);
        assert_eq!(table.find("a"), Some(second));
        assert_eq!(table[first], 1);
        assert_eq!(table.ids().collect::<Vec<_>>(), [first, second]);
    }
}
