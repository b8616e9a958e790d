//! The threads that a run shares.

/// Does something on a thread of the pool. From outside, each step that its threads share would wait for one to wake.
pub(super) fn in_pool<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    rayon::scope(|_| work())
}
