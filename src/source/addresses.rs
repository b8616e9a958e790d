//! What references and links of a body say, before it is known where they lead.

use std::ops::Range;

use crate::{
    config::{is_web_address, web_address},
    diagnostic::{Code, did_you_mean},
    lang::{Message, say},
};

/// What a `[[…]]` refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The kind of record.
    pub kind: ReferenceKind,
    /// Its id.
    pub id: String,
    /// Where the reference stands, in bytes of the file.
    pub span: Range<usize>,
}

/// The kinds of record that a body can refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceKind {
    /// `[[meeting:…]]`
    Meeting,
    /// `[[commitment:…/…]]`
    Commitment,
    /// `[[track:…]]`
    Track,
    /// `[[delegation:…]]`
    Delegation,
    /// `[[organization:…]]`
    Organization,
    /// `[[person:…]]`
    Person,
    /// `[[document:…]]`
    Document,
    /// `[[event:…]]`
    Event,
}

impl ReferenceKind {
    /// Every kind, with its word.
    pub const ALL: [(Self, &str); 8] = [
        (Self::Meeting, "meeting"),
        (Self::Commitment, "commitment"),
        (Self::Track, "track"),
        (Self::Delegation, "delegation"),
        (Self::Organization, "organization"),
        (Self::Person, "person"),
        (Self::Document, "document"),
        (Self::Event, "event"),
    ];
}

/// Why what stands between `[[` and `]]` cannot be read.
pub(super) struct RefusedReference {
    pub(super) message: Message,
    /// What to write.
    pub(super) help: Option<Message>,
    /// A word in it, and the one that was meant.
    pub(super) meant: Option<Box<(String, &'static str)>>,
}

/// Reads what stands between `[[` and `]]`, or says why it cannot be read and what to write.
pub(super) fn parse_reference(written: &str, span: Range<usize>) -> Result<Reference, RefusedReference> {
    let kinds = ReferenceKind::ALL.map(|(_, word)| word);
    let refused = |message: Message| {
        let help = say!("reference-kinds", kinds = kinds.join(", "));
        RefusedReference { message, help: Some(help), meant: None }
    };
    let Some((word, id)) = written.split_once(':') else {
        return Err(refused(say!("reference-without-kind", written)));
    };
    let (word, id) = (word.trim(), id.trim());
    let Some((kind, _)) = ReferenceKind::ALL.into_iter().find(|(_, known)| *known == word) else {
        let refused = refused(say!("no-kind", word));
        return Err(match did_you_mean(word, kinds) {
            Some(near) => {
                RefusedReference { help: None, meant: Some(Box::new((word.to_owned(), near))), ..refused }
            }
            None => refused,
        });
    };
    if id.is_empty() {
        return Err(refused(say!("reference-without-id", written)));
    }
    Ok(Reference { kind, id: id.to_owned(), span })
}

/// Whether a link may lead there, or why not and what to write.
pub(super) fn check_link(address: &str) -> Result<(), (Code, Message, Message)> {
    if address.starts_with("//") {
        let help = say!("write-scheme");
        let message = say!("no-scheme", address);
        return Err((Code::UnsafeLink, message, help));
    }
    if address.starts_with(['/', '#']) {
        return Ok(());
    }
    if address.is_empty() {
        return Err((Code::BrokenLink, say!("link-without-address"), say!("write-in-brackets")));
    }
    match address.split_once(':') {
        Some((scheme, rest)) if is_scheme(scheme) => {
            let is = |known: &str| scheme.eq_ignore_ascii_case(known);
            let is_odd = || rest.is_empty() || rest.contains(|c: char| c.is_whitespace() || c.is_control());
            if is_web_address(address) {
                web_address(address)
                    .map(|_| ())
                    .map_err(|refused| (refused.code, refused.message, refused.help))
            } else if is("mailto") && !is_odd() {
                Ok(())
            } else if is("http") || is("https") || is("mailto") {
                let help = say!("address-or-mailbox");
                Err((Code::UnsafeLink, say!("not-whole-address", address), help))
            } else {
                let help = say!("link-schemes");
                let message = say!("scheme-not-allowed", scheme = scheme.trim());
                Err((Code::UnsafeLink, message, help))
            }
        }
        _ => {
            let help = say!("address-from-root");
            let message = say!("not-from-root", address);
            Err((Code::BrokenLink, message, help))
        }
    }
}

/// Whether a text before a colon is a scheme, as RFC 3986 has it; blanks and controls, which browsers pass over, count in.
fn is_scheme(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c) || c.is_whitespace() || c.is_control())
}
