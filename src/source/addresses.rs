//! What references and links of a body say, before it is known where they lead.

use std::ops::Range;

use crate::{
    config::{is_web_address, web_address},
    diagnostic::{Code, did_you_mean},
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
    pub(super) message: String,
    /// What to write.
    pub(super) help: Option<String>,
    /// A word in it, and the one that was meant.
    pub(super) meant: Option<(String, &'static str)>,
}

/// Reads what stands between `[[` and `]]`, or says why it cannot be read and what to write.
pub(super) fn parse_reference(written: &str, span: Range<usize>) -> Result<Reference, RefusedReference> {
    let kinds = ReferenceKind::ALL.map(|(_, word)| word);
    let refused = |message: String| {
        let help = format!("write [[kind:id]], where kind is one of: {}", kinds.join(", "));
        RefusedReference { message, help: Some(help), meant: None }
    };
    let Some((word, id)) = written.split_once(':') else {
        return Err(refused(format!("`[[{written}]]` names no kind of record")));
    };
    let (word, id) = (word.trim(), id.trim());
    let Some((kind, _)) = ReferenceKind::ALL.into_iter().find(|(_, known)| *known == word) else {
        let refused = refused(format!("`{word}` is no kind of record"));
        return Err(match did_you_mean(word, kinds) {
            Some(near) => RefusedReference { help: None, meant: Some((word.to_owned(), near)), ..refused },
            None => refused,
        });
    };
    if id.is_empty() {
        return Err(refused(format!("`[[{written}]]` names no record")));
    }
    Ok(Reference { kind, id: id.to_owned(), span })
}

/// Whether a link may lead there, or why not and what to write.
pub(super) fn check_link(address: &str) -> Result<(), (Code, String, String)> {
    if address.starts_with("//") {
        let help = "write https: before it, or a single / for an address of this site";
        let message = format!("`{address}` leads to another host without a scheme");
        return Err((Code::UnsafeLink, message, help.to_owned()));
    }
    if address.starts_with(['/', '#']) {
        return Ok(());
    }
    if address.is_empty() {
        return Err((
            Code::BrokenLink,
            "this link has no address".to_owned(),
            "write it between the brackets".to_owned(),
        ));
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
                let help = "an address begins with https://, http:// or mailto: and has no blanks";
                Err((Code::UnsafeLink, format!("`{address}` is not a whole address"), help.to_owned()))
            } else {
                let help = "links begin with http:, https: or mailto:";
                let message = format!("links with `{}:` are not allowed", scheme.trim());
                Err((Code::UnsafeLink, message, help.to_owned()))
            }
        }
        _ => {
            let help =
                "write [[kind:id]] for a record, and an address from the root (/…) for other pages and files";
            let message = format!("`{address}` is not an address from the site's root");
            Err((Code::BrokenLink, message, help.to_owned()))
        }
    }
}

/// Whether a text before a colon is a scheme, as RFC 3986 has it; blanks and controls, which browsers pass over, count in.
fn is_scheme(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c) || c.is_whitespace() || c.is_control())
}
