//! What to write instead of HTML, for each element that people reach for.

/// The elements that a body may hold.
pub(super) const ALLOWED: [&str; 7] = ["sup", "sub", "br", "abbr", "ruby", "rt", "rp"];

const LOOK: &str = "leave it out: the theme decides how the pages look";
const PROGRAM: &str = "leave it out: the pages hold no programs and load nothing from elsewhere";
const FORM: &str = "leave it out: the pages are read, and take nothing in";

/// The form to write, by the names of elements.
const REMEDIES: [(&[&str], &str); 29] = [
    (&["a"], "write `[text](address)`, or `[[kind:id]]` for a record of this site"),
    (&["img", "picture", "figure"], "put the picture into static/ and write `![description](/picture.png)`"),
    (&["figcaption", "caption"], "write it as a paragraph of its own"),
    (&["b", "strong", "mark"], "write `**text**`"),
    (&["i", "em", "cite", "dfn", "var"], "write `*text*`"),
    (&["u"], "write `*text*`: what is underlined looks like a link"),
    (
        &["s", "strike", "del", "ins"],
        "leave it out: what was changed after publication stands under `corrections` in the front matter",
    ),
    (&["code", "tt", "kbd", "samp"], "write `` `text` ``"),
    (&["pre", "xmp", "listing"], "write a line ```` ``` ```` before the text and another after it"),
    (&["h1"], "write `## Heading`: the title of the page is in the front matter"),
    (&["h2"], "write `## Heading`"),
    (&["h3"], "write `### Heading`"),
    (&["h4"], "write `#### Heading`"),
    (&["h5"], "write `##### Heading`"),
    (&["h6"], "write `###### Heading`"),
    (&["ul", "menu", "li"], "write `- item`, each item in a line of its own"),
    (&["ol"], "write `1. item`, each item in a line of its own"),
    (&["dl", "dt", "dd"], "write the term in one line and `: explanation` in the next"),
    (
        &["table", "thead", "tbody", "tfoot", "tr", "th", "td", "colgroup", "col"],
        "write each row as `| one | two |`, with `|---|---|` below the first",
    ),
    (&["blockquote"], "write `> ` before each line"),
    (&["q"], "write quotation marks"),
    (&["hr"], "write `---` between two blank lines"),
    (
        &["p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address"],
        "leave it out: a blank line parts paragraphs, and `## Heading` begins a section",
    ),
    (&["span", "font", "center", "big", "small", "style", "bdo", "bdi", "wbr", "nobr"], LOOK),
    (&["details", "summary"], "write it openly, under a heading of its own such as `### Heading`"),
    (
        &["iframe", "video", "audio", "embed", "object", "source"],
        "put the file into static/ and link to it: `[text](/file.mp4)`; or link to the page that shows it",
    ),
    (&["script", "noscript", "link", "meta", "base", "svg", "math", "canvas", "template"], PROGRAM),
    (&["form", "input", "button", "select", "option", "textarea", "label", "fieldset"], FORM),
    (&["time", "data"], "write the text alone"),
];

/// What to write instead of an element.
pub(super) fn remedy(name: &str) -> String {
    let lower = name.to_ascii_lowercase();
    if name != lower && ALLOWED.contains(&lower.as_str()) {
        return format!("write `<{lower}>`, in lower case");
    }
    let known = REMEDIES.iter().find(|(names, _)| names.contains(&lower.as_str()));
    known.map_or_else(
        || {
            let allowed = ALLOWED.join(", ");
            format!("of HTML, only {allowed} are taken over; for the character itself, write `&lt;`")
        },
        |(_, help)| (*help).to_owned(),
    )
}
