//! The way to a record inside its file, from which a pointer is made only where there is something to tell.

use crate::yaml::{Pointer, Step};

/// Hardly any record has a problem: a way is made for each without taking memory of its own.
#[derive(Clone, Copy, Debug)]
pub(super) enum YamlPath<'a> {
    /// The whole document.
    Top,
    /// A record of a registry, by its id.
    Record(&'a str),
    /// An item of the list that a record has under a key.
    Item(&'a YamlPath<'a>, &'a str, usize),
    /// An entry of the map that a record has under a key.
    Entry(&'a YamlPath<'a>, &'a str, &'a str),
}

impl YamlPath<'_> {
    /// The pointer to a value inside the record.
    pub(super) fn pointer(&self, steps: impl IntoIterator<Item = Step>) -> Pointer {
        let mut all = Vec::new();
        self.push_steps(&mut all);
        all.extend(steps);
        Pointer(all)
    }

    fn push_steps(&self, steps: &mut Vec<Step>) {
        match *self {
            Self::Top => {}
            Self::Record(id) => steps.push(id.into()),
            Self::Item(outer, key, index) => {
                outer.push_steps(steps);
                steps.extend([key.into(), index.into()]);
            }
            Self::Entry(outer, key, name) => {
                outer.push_steps(steps);
                steps.extend([key.into(), name.into()]);
            }
        }
    }
}
