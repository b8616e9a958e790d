//! Where the files of a format go.

use crate::artifact::Artifact;

/// What takes the files of a format, some at a time: where they are many, all of them would take more memory than anything
/// else.
pub type Out<'o> = &'o mut (dyn FnMut(Vec<Artifact>) + Send);
