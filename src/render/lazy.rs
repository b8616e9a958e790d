//! Values that are made when they are first asked for.

use std::{ops::Index, sync::OnceLock};

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

    /// All of them, in order.
    pub(super) fn all(&self) -> Vec<T>
    where
        T: Clone,
    {
        (0..self.cells.len()).map(|at| self[at].clone()).collect()
    }
}

impl<T> Index<usize> for LazyTable<T> {
    type Output = T;

    fn index(&self, at: usize) -> &T {
        self.cells[at].get_or_init(|| (self.make)(at))
    }
}
