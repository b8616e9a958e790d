//! What is renamed, and what a value that names it becomes.

use std::fmt;

use super::{addresses::AddressChange, kind::RenameKind};
use crate::lang::{Message, say};

/// An id that becomes another.
#[derive(Clone, Debug)]
pub struct Renaming {
    /// The kind of the record.
    pub kind: RenameKind,
    /// The meeting of a commitment.
    pub(super) meeting: Option<String>,
    pub(super) old: String,
    pub(super) new: String,
}

/// How a value names a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameForm {
    /// By the id of a record of a kind.
    Id(RenameKind),
    /// By the id of a delegation, or a word for somebody else.
    Judge,
    /// By the ids of a meeting and a commitment.
    Commitment,
    /// By the id that a commitment has in its own meeting.
    OwnCommitment,
    /// By the id of a document, which stays as it is.
    Document,
    /// By the id that a document has in the list of its meeting or event.
    OwnDocument,
    /// By the id of a level, which stays as it is.
    Level,
    /// A static file, by its name.
    File,
    /// By an address in full.
    Web,
}

/// Words for those who judge and are no delegation.
pub const JUDGES: [&str; 2] = ["archive", "third-party"];

impl Renaming {
    /// What two ids as they are typed mean. A commitment is written with its meeting; the new id of it may stand alone.
    ///
    /// # Errors
    ///
    /// What to write, where that is not what was written.
    pub fn new(kind: RenameKind, old: &str, new: &str) -> Result<Self, Message> {
        if kind != RenameKind::Commitment {
            return Ok(Self { kind, meeting: None, old: old.to_owned(), new: new.to_owned() });
        }
        let Some((meeting, id)) = old.split_once('/') else {
            let problem = say!("names-no-commitment", name = old);
            return Err(say!("with-help", problem, help = say!("write-with-meeting")));
        };
        let new = match new.split_once('/') {
            Some((same, id)) if same == meeting => id,
            Some((other, _)) => return Err(say!("commitment-stays", other, meeting)),
            None => new,
        };
        Ok(Self { kind, meeting: Some(meeting.to_owned()), old: id.to_owned(), new: new.to_owned() })
    }

    /// The whole name of the record that has an id.
    pub(super) fn name(&self, id: &str) -> String {
        match &self.meeting {
            Some(meeting) => format!("{meeting}/{id}"),
            None => id.to_owned(),
        }
    }

    /// What a value becomes that names the record; nothing for any other. `own` is the meeting in whose note it stands.
    #[must_use]
    pub fn renamed(&self, form: NameForm, value: &str, own: Option<&str>) -> Option<String> {
        let is_old = value == self.old;
        match form {
            NameForm::Id(kind) => (kind == self.kind && is_old).then(|| self.new.clone()),
            NameForm::Judge if JUDGES.contains(&value) => None,
            NameForm::Judge => (self.kind == RenameKind::Delegation && is_old).then(|| self.new.clone()),
            NameForm::Commitment => {
                let (meeting, id) = value.split_once('/')?;
                let is_of_meeting = self.kind == RenameKind::Meeting && meeting == self.old;
                let is_commitment = self.meeting.as_deref() == Some(meeting) && id == self.old;
                match (is_of_meeting, is_commitment) {
                    (true, _) => Some(format!("{}/{id}", self.new)),
                    (_, true) => Some(self.name(&self.new)),
                    _ => None,
                }
            }
            NameForm::OwnCommitment => {
                let is_own = self.meeting.is_some() && self.meeting.as_deref() == own;
                (is_own && is_old).then(|| self.new.clone())
            }
            NameForm::Document | NameForm::OwnDocument | NameForm::Level | NameForm::File | NameForm::Web => {
                None
            }
        }
    }

    /// What addresses of the site become that name the record.
    #[must_use]
    pub fn addresses<'a>(&'a self, base: Option<&'a str>) -> AddressChange<'a> {
        AddressChange { kind: self.kind, meeting: self.meeting.as_deref(), ids: [&self.old, &self.new], base }
    }
}

impl fmt::Display for Renaming {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.kind.word(), self.name(&self.old), self.new)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_commitment_is_written_with_its_meeting() {
        let renamed = |old, new| Renaming::new(RenameKind::Commitment, old, new).map(|it| it.to_string());
        assert_eq!(renamed("a/x", "y").unwrap(), "commitment a/x y");
        assert_eq!(renamed("a/x", "a/y").unwrap(), "commitment a/x y");
        assert!(renamed("x", "y").is_err() && renamed("a/x", "b/y").is_err());
    }

    #[test]
    fn only_what_names_the_record_is_renamed() {
        let meeting = Renaming::new(RenameKind::Meeting, "a", "b").unwrap();
        let commitment = Renaming::new(RenameKind::Commitment, "a/x", "y").unwrap();
        let side = Renaming::new(RenameKind::Delegation, "archive", "keepers").unwrap();
        for (renaming, form, value, own, expected) in [
            (&meeting, NameForm::Id(RenameKind::Meeting), "a", None, Some("b")),
            (&meeting, NameForm::Id(RenameKind::Track), "a", None, None),
            (&meeting, NameForm::Commitment, "a/x", None, Some("b/x")),
            (&meeting, NameForm::Commitment, "c/a", None, None),
            (&meeting, NameForm::OwnCommitment, "a", Some("a"), None),
            (&commitment, NameForm::Commitment, "a/x", None, Some("a/y")),
            (&commitment, NameForm::Commitment, "b/x", None, None),
            (&commitment, NameForm::OwnCommitment, "x", Some("a"), Some("y")),
            (&commitment, NameForm::OwnCommitment, "x", Some("b"), None),
            (&side, NameForm::Judge, "archive", None, None),
            (&side, NameForm::Id(RenameKind::Delegation), "archive", None, Some("keepers")),
        ] {
            assert_eq!(renaming.renamed(form, value, own).as_deref(), expected, "{form:?} {value}");
        }
    }
}
