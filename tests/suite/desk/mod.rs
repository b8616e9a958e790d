//! What goes out to offices, and what comes back from them.

mod brief;
