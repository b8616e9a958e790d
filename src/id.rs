//! Ids: the rule for authored ones, and typed indexes into the tables of a site.

use crate::lang::{Message, say};
use foldhash::{HashMap, HashMapExt};
use std::{cmp::Ordering, fmt, hash, marker::PhantomData, ops::Index};

/// What an id is, for those who wrote something else.
pub const RULE: Message = say!("id-rule");

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
pub fn rule(text: &str) -> Message {
    if !is_anchor(text) {
        RULE
    } else if text.len() > MAX_LENGTH {
        say!("long-id", most = MAX_LENGTH, count = text.len())
    } else {
        say!("device-id")
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

/// The records of one kind, in their order, found by [`Id`] or by their authored name; or what is known of each before it
/// is made.
#[derive(Debug)]
pub struct Table<T, R = T> {
    records: Vec<R>,
    by_name: HashMap<String, Id<T>>,
}

impl<T, R> Default for Table<T, R> {
    fn default() -> Self {
        Self { records: Vec::new(), by_name: HashMap::new() }
    }
}

impl<T, R> Table<T, R> {
    /// Adds a record under its authored name and returns its place. A name used before then means the new record.
    pub fn push(&mut self, name: String, record: R) -> Id<T> {
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

    fn next_id(&self) -> Id<T> {
        Id::at(self.records.len())
    }

    /// The place of the record with this authored name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Id<T>> {
        self.by_name.get(name).copied()
    }

    /// The records with their places, in order.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Id<T>, &R)> + ExactSizeIterator {
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
    pub fn nth(&self, index: usize) -> (Id<T>, &R) {
        let id = Id::at(index);
        (id, &self[id])
    }

    /// The places of all records, in order.
    #[must_use]
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = Id<T>> + ExactSizeIterator + use<'_, T, R> {
        self.iter().map(|(id, _)| id)
    }

    /// Where each record is once only these are kept.
    #[must_use]
    pub fn kept_ids(&self, is_kept: impl Fn(Id<T>) -> bool) -> KeptIds<T> {
        let mut new_ids = (0..).map(Id::at);
        KeptIds(Some(self.ids().map(|id| if is_kept(id) { new_ids.next() } else { None }).collect()))
    }

    /// The table of what is made of each record that has a place, under the same names.
    #[must_use]
    pub fn make<S>(self, kept: &KeptIds<T>, mut make: impl FnMut(Id<T>, R) -> S) -> Table<T, S> {
        let records = self.records.into_iter().enumerate();
        let records = records.map(|(index, record)| (Id::at(index), record));
        let records = records.filter(|(id, _)| kept.get(*id).is_some());
        let records = records.map(|(id, record)| make(id, record)).collect();
        let by_name = match kept {
            KeptIds(None) => self.by_name,
            kept => self.by_name.into_iter().filter_map(|(name, id)| Some((name, kept.get(id)?))).collect(),
        };
        Table { records, by_name }
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

impl<T, R> Index<Id<T>> for Table<T, R> {
    type Output = R;

    fn index(&self, id: Id<T>) -> &R {
        &self.records[id.index()]
    }
}

/// The new place of each record of a table, once some are left out; nothing where none is.
#[derive(Debug)]
pub struct KeptIds<T>(Option<Vec<Option<Id<T>>>>);

impl<T> KeptIds<T> {
    /// Every record stays where it is.
    #[must_use]
    pub fn all() -> Self {
        Self(None)
    }

    /// Whether every record stays where it is.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.0.is_none()
    }

    /// The new place of a record; none of one that is left out.
    #[must_use]
    pub fn get(&self, id: Id<T>) -> Option<Id<T>> {
        self.0.as_ref().map_or(Some(id), |ids| ids.get(id.index()).copied().flatten())
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
        let mut table = Table::<i32>::default();
        let first = table.push("b".into(), 1);
        let second = table.push("a".into(), 2);
        assert_eq!(table.find("a"), Some(second));
        assert_eq!(table[first], 1);
        assert_eq!(table.ids().collect::<Vec<_>>(), [first, second]);
    }

    #[test]
    fn what_is_made_of_a_table_keeps_the_names_of_what_is_kept() {
        let mut table = Table::<i32>::default();
        let [first, second] = ["a", "b"].map(|name| table.push(name.into(), 1));
        let kept = table.kept_ids(|id| id != first);
        assert_eq!((kept.get(first), kept.get(second)), (None, Some(first)));
        let made = table.make(&kept, |id, number| (id, number + 1));
        assert_eq!((made.find("a"), made.find("b")), (None, Some(first)));
        assert_eq!(made[first], (second, 2));
        let made = made.make(&KeptIds::all(), |_, (_, number)| number);
        assert_eq!((made.find("a"), made.find("b"), made[first]), (None, Some(first), 2));
    }
}
