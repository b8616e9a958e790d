//! What holds of every text, however odd: reading it does not fail, its problems stand inside it, and its HTML has nothing
//! that a page may not have. The fuzz targets include this file too.

use scraper::{ElementRef, Html};
use std::collections::BTreeSet;
use taiwa::{
    diagnostic::{Severity, SourceFile, SourceId, Sources},
    html::escape,
    lang::Lang,
    source::{BodyDraft, NoteKind, NoteSource, PieceDraft, Placeholder, parse_note},
    yaml::locate,
};

/// Every element that a body may have, with its attributes.
const ELEMENTS: [(&str, &[&str]); 37] = [
    ("p", &[]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("em", &[]),
    ("strong", &[]),
    ("a", &["href", "id"]),
    ("code", &["class"]),
    ("pre", &[]),
    ("ul", &[]),
    ("ol", &["start"]),
    ("li", &[]),
    ("blockquote", &[]),
    ("hr", &[]),
    ("br", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("dd", &[]),
    ("table", &[]),
    ("thead", &[]),
    ("tbody", &[]),
    ("tr", &[]),
    ("th", &["class"]),
    ("td", &["class"]),
    ("div", &["class", "id"]),
    ("span", &["class"]),
    ("img", &["src", "alt"]),
    ("sup", &["class"]),
    ("sub", &[]),
    ("abbr", &["title"]),
    ("ruby", &[]),
    ("rt", &[]),
    ("rp", &[]),
    // What the parser puts around a fragment.
    ("html", &[]),
    ("body", &[]),
];

/// Whether a file may hold the text: walking tells control characters, and reading may rely on it.
pub(crate) fn is_file_text(text: &str) -> bool {
    text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'))
}

/// Reads a text as the body of a note, and looks at all that comes of it.
pub(crate) fn check_body(lang: Lang, text: &str) {
    check("title: A\n", lang, text);
}

/// Reads a text as front matter, and looks at all that comes of it.
pub(crate) fn check_front_matter(text: &str) {
    check(text, Lang::En, "Text.\n");
}

fn check(front: &str, lang: Lang, body: &str) {
    let file = format!("---\n{front}\n---\n{body}");
    let yaml = 4..4 + front.len() + 1;
    let body_start = yaml.end + 4;
    let mut sources = Sources::default();
    let source =
        sources.add(SourceFile { path: "content/meetings/a.md".into(), text: file.as_str().into(), yaml });
    for kind in [NoteKind::Meeting, NoteKind::Page] {
        let note = NoteSource { source, kind, id: "a".into(), lang, body_start };
        let (draft, problems) = parse_note(&note, &sources);
        let is_sound = check_problems(source, &sources, problems, body_start);
        let Some(draft) = draft else { continue };
        for unit in &draft.body.units {
            assert!(unit.pieces.start <= unit.pieces.end && unit.pieces.end <= draft.body.pieces.len());
            assert!(file.get(unit.span.clone()).is_some(), "{:?} is no stretch of the file", unit.span);
        }
        check_html(&html(&draft.body), is_sound);
    }
}

/// Asserts that every problem has a place inside the file. Whether none of them is an error of the body.
fn check_problems(
    source: SourceId,
    sources: &Sources,
    problems: Vec<taiwa::yaml::Problem>,
    body_start: usize,
) -> bool {
    let diagnostics = locate(problems, sources, Lang::En);
    for diagnostic in &diagnostics {
        let places = diagnostic.related.iter().map(|related| &related.place);
        for place in places.chain([&diagnostic.place]) {
            assert_eq!(place.source, source);
            let text = &sources.file(source).text;
            assert!(text.get(place.span.clone()).is_some(), "{diagnostic:?} is not inside the file");
        }
        assert!(!diagnostic.message.is_empty());
    }
    let mut out = Vec::new();
    taiwa::diagnostic::write_text(&mut out, &diagnostics, sources, Lang::Ja).unwrap();
    taiwa::diagnostic::write_json(&mut out, &diagnostics, sources).unwrap();
    assert_eq!(out.is_empty(), diagnostics.is_empty());
    let is_of_body = |start: usize| start >= body_start;
    !diagnostics.iter().any(|it| it.severity == Severity::Error && is_of_body(it.place.span.start))
}

/// The HTML with its holes filled as a page fills them.
fn html(body: &BodyDraft) -> String {
    let pieces = body.pieces.iter().map(|piece| match piece {
        PieceDraft::Html(part) => part.of(&body.html).to_owned(),
        PieceDraft::Placeholder(placeholder) => match placeholder {
            Placeholder::Open(_) => "<a href=\"../a/\">".into(),
            Placeholder::Title(_) => "<a href=\"../a/\">A</a>".into(),
            Placeholder::Link(link) => format!("<a href=\"{}\">", escape(&link.address)),
            Placeholder::Close => "</a>".into(),
            Placeholder::Picture(picture) => escape(picture.address.trim_start_matches('/')),
            Placeholder::Redacted(what) => format!("<span class=\"redacted\">{}</span>", escape(what)),
            Placeholder::Table => "<div class=\"scroll\">\n".into(),
            Placeholder::Heading(at) => {
                let heading = &body.headings[*at];
                format!("<h{} id=\"{}\">", heading.level, escape(&heading.id))
            }
            Placeholder::HeadingEnd(at) => format!("</h{}>", body.headings[*at].level),
            Placeholder::FootnoteMark(mark) => format!(
                "<sup class=\"footnote-reference\"><a href=\"#fn-{0}\" id=\"{1}\">{0}</a></sup>",
                mark.number,
                mark.id()
            ),
            Placeholder::Footnote(mark) => {
                format!("<div class=\"footnote\" id=\"fn-{0}\">{0}\n", mark.number)
            }
        },
    });
    pieces.collect()
}

/// Asserts that HTML has only what a page may have and, where the text is sound, that it is well formed, with every
/// anchor once.
pub(crate) fn check_html(html: &str, is_sound: bool) {
    assert!(!html.contains('\0'), "{html}");
    let document = Html::parse_fragment(html);
    let mut ids = BTreeSet::new();
    for element in document.root_element().descendants().filter_map(ElementRef::wrap) {
        let name = element.value().name();
        let known = ELEMENTS.iter().find(|(known, _)| *known == name);
        let Some((_, attributes)) = known else { panic!("<{name}> in {html}") };
        for (attribute, value) in element.value().attrs() {
            assert!(attributes.contains(&attribute), "{attribute} of <{name}> in {html}");
            let is_safe = match attribute {
                "href" => is_safe(value),
                "id" => ids.insert(value.to_owned()) || !is_sound,
                "src" => !value.starts_with("//") && !value.contains(':'),
                _ => true,
            };
            assert!(is_safe, "wrong {attribute}={value} in {html}");
        }
    }
    if is_sound {
        assert!(document.errors.is_empty(), "{:?} in {html}", document.errors);
    }
}

/// Whether a browser goes nowhere but where a link may lead. It passes over blanks and control characters.
fn is_safe(address: &str) -> bool {
    let seen: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let lower = seen.to_ascii_lowercase();
    let is_inside = (seen.starts_with(['/', '#', '.'])) && !seen.starts_with("//");
    is_inside || ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme))
}
