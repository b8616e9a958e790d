//! Problems whose place is still a way into a document.

use std::ops::Range;

use super::{Pointer, narrowed::narrowed};
use crate::diagnostic::{Code, Fix, Severity, SourceId};
use crate::lang::{Message, say};

/// Where something stands, before it is looked up.
#[derive(Clone, Debug, PartialEq)]
pub enum Spot {
    /// At these bytes of the file.
    Bytes(SourceId, Range<usize>),
    /// At this value of the file's YAML; where the way ends early, at what is nearest.
    Value(SourceId, Pointer),
    /// At this key of the file's YAML.
    Key(SourceId, Pointer),
    /// At the first key of this map or list of the file's YAML.
    First(SourceId, Pointer),
    /// At the first of these that exists.
    Either(Vec<Spot>),
    /// At these words of what stands there or, where they are not there as such, at its first line.
    Within(Box<Spot>, String),
}

/// How many problems of one kind are told of one file: each is reported in hundreds of bytes.
pub(super) const MAX_REPORTED: usize = 50_000;

/// The problems of a file that are shown: of very many the first, and that there are more.
#[must_use]
pub fn shown(mut problems: impl Iterator<Item = Problem>) -> Vec<Problem> {
    let mut shown: Vec<_> = problems.by_ref().take(MAX_REPORTED).collect();
    shown.extend(problems.next().map(|next| more_mistakes(next.spot, MAX_REPORTED)));
    shown
}

/// What is reported at the first mistake that is not.
pub(super) fn more_mistakes(spot: Spot, shown: usize) -> Problem {
    let message = say!("more-mistakes", count = shown);
    Problem::new(Code::InvalidValue, spot, message).help(say!("mend-first"))
}

/// A problem that was found.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Its kind.
    pub code: Code,
    /// Where.
    pub spot: Spot,
    /// What is wrong.
    pub message: Message,
    /// A suggestion.
    pub help: Option<Message>,
    /// What would mend it.
    pub fixes: Vec<Fix>,
    /// Other places, each with what is there.
    pub related: Vec<(Spot, Message)>,
    /// Where something stands that was refused when it was read: then that was reported, and this is not.
    pub unless: Option<Box<Spot>>,
    /// Where what it rests on stands: where that was not read, this is not reported.
    pub needs: Option<Box<Spot>>,
    /// Of a misspelt key, the one that is meant: what stands there is not missed.
    pub meant: Option<Box<Pointer>>,
    /// Whether it is an error or a warning.
    pub severity: Severity,
    /// Whether it is only a warning in a record that is a draft, which is still being written.
    pub may_wait: bool,
}

impl Spot {
    /// The file it is in; of a choice, the first.
    #[must_use]
    pub fn source(&self) -> Option<SourceId> {
        match self {
            Self::Bytes(source, _)
            | Self::Value(source, _)
            | Self::Key(source, _)
            | Self::First(source, _) => Some(*source),
            Self::Either(spots) => spots.first().and_then(Self::source),
            Self::Within(spot, _) => spot.source(),
        }
    }
}

impl Problem {
    /// A problem with its place and message.
    #[must_use]
    pub fn new(code: Code, spot: Spot, message: Message) -> Self {
        Self {
            code,
            spot,
            message,
            help: None,
            fixes: Vec::new(),
            related: Vec::new(),
            unless: None,
            needs: None,
            meant: None,
            severity: code.severity(),
            may_wait: code == Code::MissingField,
        }
    }

    /// The same, only a warning in a record that is a draft.
    #[must_use]
    pub fn may_wait(mut self) -> Self {
        self.may_wait = true;
        self
    }

    /// The same, with a suggestion.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// The same, with what was meant by what is written, where that is known.
    #[must_use]
    pub fn suggest(self, written: &str, meant: Option<&str>) -> Self {
        match meant {
            Some(meant) => self.help(say!("did-you-mean", meant)).replace(written, meant),
            None => self,
        }
    }

    /// The same, mended where what is written becomes what was meant.
    #[must_use]
    pub fn replace(self, written: &str, meant: &str) -> Self {
        self.fix(Fix::Replace { written: written.to_owned(), meant: meant.to_owned() })
    }

    /// The same, mended where the file gets another name.
    #[must_use]
    pub fn rename_file(self, name: impl Into<String>) -> Self {
        self.fix(Fix::RenameFile(name.into()))
    }

    /// The same, with what would mend it.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// The same or, where what was written holds full-width letters, digits or signs, a problem of those.
    #[must_use]
    pub fn narrowed(self, written: &str) -> Self {
        match narrowed(written) {
            Some(help) => Self {
                code: Code::FullWidthSyntax,
                severity: Code::FullWidthSyntax.severity(),
                help: Some(help),
                fixes: Vec::new(),
                ..self
            },
            None => self,
        }
    }

    /// The same, reported only where nothing stands at a place: what stands there was refused when it was read.
    #[must_use]
    pub fn unless_at(mut self, spot: Spot) -> Self {
        self.unless = Some(Box::new(spot));
        self
    }

    /// The same, reported only where what stands at a place was read.
    #[must_use]
    pub fn needs(mut self, spot: Spot) -> Self {
        self.needs = Some(Box::new(spot));
        self
    }

    /// The same, of a key that was meant to be another.
    #[must_use]
    pub fn meant(mut self, pointer: Option<Pointer>) -> Self {
        self.meant = pointer.map(Box::new);
        self
    }

    /// The same, with a further place.
    #[must_use]
    pub fn related(mut self, spot: Spot, message: Message) -> Self {
        self.related.push((spot, message));
        self
    }
}
