//! What to write instead of HTML, for each element that people reach for.
use crate::lang::{Message, say};

/// The elements that a body may hold.
pub(super) const ALLOWED: [&str; 7] = ["sup", "sub", "br", "abbr", "ruby", "rt", "rp"];

const LOOK: Message = say!("theme-decides");
const PROGRAM: Message = say!("no-programs");
const FORM: Message = say!("no-input");

/// The form to write, by the names of elements.
static REMEDIES: [(&[&str], Message); 29] = [
    (&["a"], say!("write-as-link")),
    (&["img", "picture", "figure"], say!("write-as-picture")),
    (&["figcaption", "caption"], say!("write-as-paragraph")),
    (&["b", "strong", "mark"], say!("write-strong")),
    (&["i", "em", "cite", "dfn", "var"], say!("write-emphasis")),
    (&["u"], say!("write-not-underlined")),
    (&["s", "strike", "del", "ins"], say!("no-deletions")),
    (&["code", "tt", "kbd", "samp"], say!("write-code")),
    (&["pre", "xmp", "listing"], say!("write-code-block")),
    (&["h1"], say!("write-heading-of-title")),
    (&["h2"], say!("write-heading-2")),
    (&["h3"], say!("write-heading-3")),
    (&["h4"], say!("write-heading-4")),
    (&["h5"], say!("write-heading-5")),
    (&["h6"], say!("write-heading-6")),
    (&["ul", "menu", "li"], say!("write-items")),
    (&["ol"], say!("write-numbered-items")),
    (&["dl", "dt", "dd"], say!("write-definition")),
    (&["table", "thead", "tbody", "tfoot", "tr", "th", "td", "colgroup", "col"], say!("write-table")),
    (&["blockquote"], say!("write-quoted-lines")),
    (&["q"], say!("write-quotation-marks")),
    (&["hr"], say!("write-rule")),
    (
        &["p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address"],
        say!("no-division"),
    ),
    (&["span", "font", "center", "big", "small", "style", "bdo", "bdi", "wbr", "nobr"], LOOK),
    (&["details", "summary"], say!("write-openly")),
    (&["iframe", "video", "audio", "embed", "object", "source"], say!("write-as-file")),
    (&["script", "noscript", "link", "meta", "base", "svg", "math", "canvas", "template"], PROGRAM),
    (&["form", "input", "button", "select", "option", "textarea", "label", "fieldset"], FORM),
    (&["time", "data"], say!("write-text-alone")),
];

/// What to write instead of an element.
pub(super) fn remedy(name: &str) -> Message {
    let lower = name.to_ascii_lowercase();
    if name != lower && ALLOWED.contains(&lower.as_str()) {
        return say!("write-lower", lower);
    }
    let known = REMEDIES.iter().find(|(names, _)| names.contains(&lower.as_str()));
    known.map_or_else(
        || {
            let allowed = ALLOWED.join(", ");
            say!("html-allowed", allowed)
        },
        |(_, help)| help.clone(),
    )
}
