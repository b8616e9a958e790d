//! Lists and maps in which what is refused leaves a gap.

use indexmap::IndexMap;

/// A list in which a refused item leaves a gap, so that the others keep their place.
pub type List<T> = Option<Vec<Option<T>>>;

/// A map from id to record, in the order of the file.
pub type Registry<T> = IndexMap<String, Option<T>>;
