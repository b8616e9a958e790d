//! The few HTML elements that a body may hold: `sup sub br abbr ruby rt rp`, without attributes but `title` on `abbr`.

use std::ops::Range;

const ALLOWED: [&str; 7] = ["sup", "sub", "br", "abbr", "ruby", "rt", "rp"];

/// Follows the raw HTML of a body and keeps its elements balanced.
#[derive(Default)]
pub(super) struct Checker {
    open: Vec<(String, Range<usize>)>,
    refused: Vec<String>,
    in_comment: bool,
}

impl Checker {
    /// Whether a line of an HTML block belongs to a comment, which is dropped.
    pub(super) fn is_in_comment(&mut self, line: &str) -> bool {
        let mut rest = line;
        if !self.in_comment {
            match rest.trim_start().strip_prefix("<!--") {
                Some(after) => {
                    self.in_comment = true;
                    rest = after;
                }
                None => return rest.trim().is_empty(),
            }
        }
        if let Some((_, after)) = rest.split_once("-->") {
            self.in_comment = false;
            return after.trim().is_empty() || self.is_in_comment(after);
        }
        true
    }

    /// The HTML block is over.
    pub(super) fn end_block(&mut self) {
        self.in_comment = false;
    }

    /// Whether a piece of inline HTML is kept (`false`: a comment, dropped), or why it is refused and what to write.
    pub(super) fn inline(&mut self, html: &str, span: &Range<usize>) -> Result<bool, (String, String)> {
        if html.starts_with("<!--") {
            return Ok(false);
        }
        let Some(inner) = html.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) else {
            return Err(refusal("", html));
        };
        if let Some(name) = inner.strip_prefix('/') {
            return self.close(name.trim(), html);
        }
        let inner = inner.trim_end_matches('/').trim_end();
        let (name, attributes) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
        if !ALLOWED.contains(&name) {
            self.refused.push(name.to_owned());
            return Err(refusal(name, html));
        }
        let is_plain = attributes.is_empty() || (name == "abbr" && is_title(attributes));
        if !is_plain {
            return Err((format!("`<{name}>` takes no attribute here"), format!("write `<{name}>`")));
        }
        if name != "br" {
            self.open.push((name.to_owned(), span.clone()));
        }
        Ok(true)
    }

    fn close(&mut self, name: &str, html: &str) -> Result<bool, (String, String)> {
        match self.open.last() {
            Some((open, _)) if open == name => {
                self.open.pop();
                Ok(true)
            }
            // It was told where it began.
            _ if self.refused.last().is_some_and(|refused| refused == name) => {
                self.refused.pop();
                Ok(false)
            }
            _ if ALLOWED.contains(&name) => {
                Err((format!("`{html}` closes nothing that is open"), format!("write `<{name}>` before it")))
            }
            _ => Err(refusal(name, html)),
        }
    }

    /// The elements that a block left open.
    pub(super) fn unclosed(&mut self) -> Vec<(String, Range<usize>)> {
        self.refused.clear();
        std::mem::take(&mut self.open)
    }
}

/// Whether attributes are just `title="…"` with text that is already escaped.
fn is_title(attributes: &str) -> bool {
    attributes
        .trim()
        .strip_prefix("title=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .is_some_and(|title| !title.contains(['"', '<', '>']))
}

fn refusal(name: &str, html: &str) -> (String, String) {
    let help = match name.to_ascii_lowercase().as_str() {
        "b" | "strong" => "write `**text**`".to_owned(),
        "i" | "em" => "write `*text*`".to_owned(),
        "a" => "write `[text](address)`".to_owned(),
        "img" => "write `![description](/picture.png)`".to_owned(),
        "code" | "tt" | "kbd" => "write `` `text` ``".to_owned(),
        "p" | "div" | "span" => "leave it out; a blank line parts paragraphs".to_owned(),
        _ => format!(
            "of HTML, only {} are taken over; for the characters themselves, write `&lt;`",
            ALLOWED.join(", ")
        ),
    };
    (format!("`{html}` is not allowed"), help)
}
