//! Why a file is no statement that can be read.

use crate::lang::Message;

/// Why a file is no statement that can be read: what is wrong, and the remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError(pub Message);
