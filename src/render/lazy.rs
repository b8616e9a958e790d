//! Values that are made when they are first asked for.

use std::{
    ops::{Deref, Index, Range},
    sync::OnceLock,
};

/// A value that is made when it is first asked for, once, whoever asks.
pub(super) struct Lazy<T> {
    cell: OnceLock<T>,
    make: Box<dyn Fn() -> T + Send + Sync>,
}

impl<T> Lazy<T> {
    pub(super) fn new(make: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self { cell: OnceLock::new(), make: Box::new(make) }
    }
}

impl<T> Deref for Lazy<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.cell.get_or_init(|| (self.make)())
    }
}

/// A value for each record of a kind: `table[7]`. Each is made once, whoever asks first, and is the same for all: a page
/// that is rendered alone pays for what it shows and no more.
pub(super) struct LazyTable<T> {
    cells: Vec<OnceLock<T>>,
    make: Box<dyn Fn(usize) -> T + Send + Sync>,
}

impl<T> LazyTable<T> {
    pub(super) fn new(length: usize, make: impl Fn(usize) -> T + Send + Sync + 'static) -> Self {
        Self { cells: (0..length).map(|_| OnceLock::new()).collect(), make: Box::new(make) }
    }

    /// Those at these places, as far as there are any.
    pub(super) fn range(&self, places: Range<usize>) -> impl Iterator<Item = &T> {
        (places.start..places.end.min(self.cells.len())).map(|at| &self[at])
    }
}

impl<T> Index<usize> for LazyTable<T> {
    type Output = T;

    fn index(&self, at: usize) -> &T {
        self.cells[at].get_or_init(|| (self.make)(at))
    }
}
