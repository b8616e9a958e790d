//! The stable names of problems.

use crate::lang::{Message, is_forbidden, say};

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published while one stands.
    Error,
    /// Reported, and counted as an error only under `--strict`.
    Warning,
}

impl Severity {
    /// The word for it to people.
    #[must_use]
    pub fn word(self) -> Message {
        match self {
            Self::Error => say!("error"),
            Self::Warning => say!("warning"),
        }
    }

    /// The word for it in diagnostics.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident $meaning:literal,)*) => {
        /// The kind of a problem. Its name is stable: scripts may rely on it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $meaning] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &[Code] = &[$(Code::$variant,)*];

            /// The stable name, such as `unknown-track`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What it means, in a sentence.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning,)* }
            }

            /// Whether it is an error or a warning.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    UnknownTrack "unknown-track" Error "A track that tracks.yaml does not have.",
    UnknownDelegation "unknown-delegation" Error "A delegation that delegations.yaml does not have.",
    UnknownOrganization "unknown-organization" Error "An organization that organizations.yaml does not have.",
    UnknownPerson "unknown-person" Error "A person that people.yaml does not have.",
    UnknownDialogue "unknown-dialogue" Error "A dialogue that dialogues.yaml does not have.",
    UnknownMeeting "unknown-meeting" Error "A meeting that has no note.",
    UnknownCommitment "unknown-commitment" Error "A commitment that its meeting does not list.",
    UnknownDocument "unknown-document" Error "A document that no meeting and no event lists.",
    UnknownEvent "unknown-event" Error "An event that events.yaml does not have.",
    UnknownKey "unknown-key" Error "A key that the format does not have.",
    MissingField "missing-field" Error "A field that a record must have.",
    MissingFrontMatter "missing-front-matter" Error "A note without front matter, or with one that is not closed.",
    InvalidId "invalid-id" Error "An id that is not lower-case ASCII in hyphenated parts.",
    InvalidDate "invalid-date" Error "A date that is not written YYYY-MM-DD or does not exist.",
    InvalidValue "invalid-value" Error "A value of the wrong form.",
    DuplicateId "duplicate-id" Error "An id used twice in its kind.",
    DuplicateKey "duplicate-key" Error "A key written twice in one record.",
    ConflictingFact "conflicting-fact" Error "A fact that the two language files state differently.",
    YamlSyntax "yaml-syntax" Error "Text that is not YAML.",
    FullWidthSyntax "full-width-syntax" Error "A full-width character in the place of a sign of YAML or Markdown.",
    InvalidUtf8 "invalid-utf8" Error "A file that is not UTF-8.",
    TooLarge "too-large" Error "A file, front matter or nesting over the limits.",
    BrokenLink "broken-link" Error "A link to an address that the site does not have.",
    MissingAnchor "missing-anchor" Error "A link to an anchor that the page does not have.",
    RawHtml "raw-html" Error "HTML outside the allowed elements.",
    UnsafeLink "unsafe-link" Error "An address of a scheme that is not allowed.",
    LineageCycle "lineage-cycle" Error "Commitments that continue one another in a circle.",
    LineageOrder "lineage-order" Error "A commitment that refers back to a later meeting.",
    UrlCollision "url-collision" Error "Two things at one address.",
    VanishedAddress "vanished-address" Error "A published address that the site no longer has.",
    OutsideContent "outside-content" Error "A symbolic link that leads out of the content folder.",
    TemplateError "template-error" Error "A template of the theme that does not work.",
    MissingString "missing-string" Error "An interface string that a language of the theme lacks.",
    MissingTranslation "missing-translation" Warning "A text that is there in one language only.",
    OutdatedTranslation "outdated-translation" Warning "A translation made from an earlier text of the other language.",
    UnpairedBlock "unpaired-block" Warning "Text that cannot be set against the other language's block by block.",
    AvoidedTerm "avoided-term" Warning "A form of a term that the glossary avoids.",
    MissingTerm "missing-term" Warning "A term of the glossary that one language of a pair lacks.",
    DoubtfulFact "doubtful-fact" Warning "A fact that can hardly be so.",
    UnsplitName "unsplit-name" Warning "A person whose family and given names are not told apart, as those of others are.",
    LostText "lost-text" Warning "Text that readers do not see, or whose place they cannot find.",
    InvisibleCharacter "invisible-character" Warning "A character that nobody sees.",
    MissingLetter "missing-letter" Warning "A letter that the font of the image for shared links does not have.",
    UnportableName "unportable-name" Warning "The name of a file that some system cannot hold.",
    HostLimit "host-limit" Warning "What the host of `--host` does not heed, since it is too much.",
    AmbiguousEmphasis "ambiguous-emphasis" Warning "Emphasis that stays literal beside Japanese.",
}

impl Code {
    /// Of a character that does not belong in a text, or cannot be seen there.
    #[must_use]
    pub fn of_character(c: char) -> Self {
        if is_forbidden(c) { Self::InvalidValue } else { Self::InvisibleCharacter }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_hyphenated() {
        let mut names: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert!(names.iter().all(|name| crate::id::is_id(name)));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
    }
}
