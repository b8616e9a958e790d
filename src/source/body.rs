//! Parses a body: Markdown into HTML with holes where a link depends on what it refers to.

use pulldown_cmark::{Event, html};
use std::{ops::Range, sync::Arc};

use super::{
    body_events::{Address, Placeholder, rewrite},
    body_limits,
    body_problem::BodyProblem,
    characters, comments, footnotes, full_width, headings,
    markdown::MARKDOWN,
    table_rows, text_lines,
    units::{UnitDraft, UnitMark},
};
use crate::{
    diagnostic::Code,
    lang::{Lang, breaks, emphasis, ruby, say, underscores},
    model::{Heading, HtmlPart, Shape, UnitKind},
};

/// A body as it is written.
#[derive(Clone, Debug, Default)]
pub struct BodyDraft {
    /// All its HTML, of which pieces are parts.
    pub html: Arc<str>,
    /// What it is made of, in order.
    pub pieces: Vec<PieceDraft>,
    /// Its headings, in order.
    pub headings: Arc<[Heading]>,
    /// Its units, in order.
    pub units: Vec<UnitDraft>,
    /// Every anchor that a link may name, sorted: headings, with their place in bytes, and footnotes.
    pub anchors: Vec<(String, Range<usize>)>,
    /// The definitions of links, used or not: where each leads, and the place of the whole.
    pub definitions: Vec<Address>,
    /// Whether it goes beyond the bounds, so that nothing of it was read.
    pub is_too_large: bool,
}

/// A part of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PieceDraft {
    /// Finished HTML.
    Html(HtmlPart),
    /// The beginning of a link, or what stands in its place.
    Placeholder(Placeholder),
}

impl BodyDraft {
    /// Whether there is no text, for all that could be read.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.units.is_empty() && !self.is_too_large
    }

    /// What its alignment with the other language's body goes by.
    #[must_use]
    pub fn shapes(&self) -> Vec<Shape<'_>> {
        let shapes = self.units.iter().map(|unit| {
            let heading = match unit.kind {
                UnitKind::Heading(at) => self.headings.get(at),
                _ => None,
            };
            Shape { kind: unit.kind, anchor: heading.map(|it| (it.id.as_ref(), it.is_authored)) }
        });
        shapes.collect()
    }

    /// Whether the text has this anchor.
    #[must_use]
    pub fn has_anchor(&self, name: &str) -> bool {
        self.anchors.binary_search_by(|(known, _)| known.as_str().cmp(name)).is_ok()
    }

    /// The body with its places counted from the beginning of the file.
    #[must_use]
    pub(super) fn shifted(mut self, offset: usize) -> Self {
        self.move_places(|span| span.start + offset..span.end + offset);
        self
    }

    fn move_places(&mut self, moved: impl Fn(&Range<usize>) -> Range<usize>) {
        let holes = self.pieces.iter_mut().filter_map(|piece| match piece {
            PieceDraft::Placeholder(placeholder) => placeholder.place(),
            PieceDraft::Html(_) => None,
        });
        let anchors = self.anchors.iter_mut().map(|(_, span)| span);
        let units = self.units.iter_mut().map(|unit| &mut unit.span);
        let definitions = self.definitions.iter_mut().map(|definition| &mut definition.span);
        for span in anchors.chain(units).chain(holes).chain(definitions) {
            *span = moved(span);
        }
    }
}

/// Parses a body in a language. Of one that goes beyond the bounds only that is reported.
pub(super) fn parse(text: &str, lang: Lang) -> (BodyDraft, Vec<BodyProblem>) {
    if let Some(problem) = body_limits::in_lines(text) {
        return too_large(problem);
    }
    let uncommented = comments::uncomment(text);
    let (mut body, mut problems) = parse_uncommented(&uncommented.text, lang);
    body.move_places(|span| uncommented.original_range(span));
    for problem in &mut problems {
        problem.span = uncommented.original_range(&problem.span);
    }
    problems.extend(uncommented.problem);
    (body, problems)
}

fn too_large(problem: BodyProblem) -> (BodyDraft, Vec<BodyProblem>) {
    (BodyDraft { is_too_large: true, ..BodyDraft::default() }, vec![problem])
}

fn parse_uncommented(text: &str, lang: Lang) -> (BodyDraft, Vec<BodyProblem>) {
    let remedied = emphasis::remedy(text);
    let (events, definitions) = remedied.events_and_definitions(MARKDOWN);
    let mut problems = Vec::new();
    let events = headings::with_braces(text, events, &mut problems);
    if let Some(problem) = body_limits::in_events(&events) {
        return too_large(problem);
    }
    problems.extend(literal_emphasis(text, &events));
    problems.extend(characters::forbidden(text, &events));
    let blocks = text_lines::blocks(text, &events);
    problems.extend(full_width::signs(text, &blocks));
    problems.extend(comments::open_in_code(text, &events));
    problems.extend(footnotes::without_text(text, &blocks, &events));
    problems.extend(footnotes::empty(&events));
    problems.extend(table_rows::lost(text, &blocks, &events));
    drop(blocks);
    let events = breaks::join_lines(ruby::in_events(text, events), lang);
    let rewritten = rewrite(text, events, &mut problems);
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, rewritten.events.into_iter());
    let Cut { html, mut pieces, mut units } = cut(&out, &rewritten.holes, &rewritten.marks);
    let headings = rewritten.headings.into();
    pieces.shrink_to_fit();
    units.shrink_to_fit();
    let anchors = rewritten.anchors;
    let definitions = definitions.into_iter();
    let definitions = definitions.map(|(address, span)| Address { address: address.into(), span }).collect();
    (
        BodyDraft { html: html.into(), pieces, headings, units, anchors, definitions, is_too_large: false },
        problems,
    )
}

fn literal_emphasis(text: &str, events: &[(Event<'_>, Range<usize>)]) -> Vec<BodyProblem> {
    let message = say!("underscore-emphasis");
    let found = underscores::ambiguous(text, events).into_iter();
    found
        .map(|span| {
            BodyProblem::new(Code::AmbiguousEmphasis, span, message.clone(), Some(say!("write-asterisk")))
        })
        .collect()
}

/// HTML without what stood for its holes and units, with the parts between them.
#[derive(Default)]
struct Cut {
    html: String,
    pieces: Vec<PieceDraft>,
    units: Vec<UnitDraft>,
}

/// Cuts the HTML at its holes and at the beginnings and ends of units. Each is its number between two NUL characters,
/// which no text can hold.
fn cut(html: &str, holes: &[Placeholder], marks: &[UnitMark]) -> Cut {
    let Cut { html: mut whole, mut pieces, mut units } = Cut::default();
    let mut is_after_line = false;
    for (at, part) in html.split('\0').enumerate() {
        if at % 2 == 0 {
            let part = if is_after_line { part.strip_prefix('\n').unwrap_or(part) } else { part };
            is_after_line = false;
            if !part.is_empty() {
                let start = whole.len();
                whole.push_str(part);
                pieces.push(PieceDraft::Html(HtmlPart::new(start..whole.len())));
            }
            continue;
        }
        if let Some(mark) = part.strip_prefix('u').and_then(|number| marks.get(number.parse::<usize>().ok()?))
        {
            match mark {
                UnitMark::Begin(kind, span) => {
                    let pieces = pieces.len()..pieces.len();
                    units.push(UnitDraft { kind: *kind, pieces, span: span.clone() });
                }
                UnitMark::End { .. } => {
                    units.last_mut().into_iter().for_each(|it| it.pieces.end = pieces.len());
                }
            }
            is_after_line = mark.is_line();
        } else if let Some(placeholder) = part.parse::<usize>().ok().and_then(|number| holes.get(number)) {
            pieces.push(PieceDraft::Placeholder(placeholder.clone()));
        }
    }
    Cut { html: whole, pieces, units }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The HTML with each hole as `{…}`, and the problems as `byte code`.
    fn parsed(lang: Lang, text: &str) -> (String, Vec<String>) {
        let (body, problems) = parse(text, lang);
        let html = body.pieces.iter().map(|piece| match piece {
            PieceDraft::Html(part) => part.of(&body.html).to_owned(),
            PieceDraft::Placeholder(Placeholder::Close) => "{/}".into(),
            PieceDraft::Placeholder(Placeholder::Open(reference)) => {
                format!("{{{} {:?}}}", reference.id, reference.kind)
            }
            PieceDraft::Placeholder(Placeholder::Title(reference)) => format!("{{{}}}", reference.id),
            PieceDraft::Placeholder(Placeholder::Link(link) | Placeholder::Picture(link)) => {
                format!("{{{}}}", link.address)
            }
            PieceDraft::Placeholder(Placeholder::Redacted(what)) => format!("{{redacted {what}}}"),
            PieceDraft::Placeholder(Placeholder::Table) => "<div>".into(),
            PieceDraft::Placeholder(Placeholder::Heading(at)) => {
                let Heading { level, id, .. } = &body.headings[*at];
                format!("<h{level} id=\"{id}\">")
            }
            PieceDraft::Placeholder(Placeholder::HeadingEnd(at)) => {
                format!("</h{}>", body.headings[*at].level)
            }
            PieceDraft::Placeholder(Placeholder::FootnoteMark(mark)) => format!("{{{}}}", mark.id()),
            PieceDraft::Placeholder(Placeholder::Footnote(mark)) => {
                format!("{{fn-{} {}}}", mark.number, mark.id())
            }
        });
        let reported =
            problems.iter().map(|problem| format!("{} {}", problem.span.start, problem.code.name()));
        (html.collect::<String>().trim_end().to_owned(), reported.collect())
    }

    fn html(lang: Lang, text: &str) -> String {
        let (html, problems) = parsed(lang, text);
        assert_eq!(problems, Vec::<String>::new(), "{text}");
        html
    }

    #[test]
    fn emphasis_beside_japanese_is_strong() {
        assert_eq!(
            html(Lang::Ja, "これは**「クラウド」**の定義です。"),
            "<p>これは<strong>「クラウド」</strong>の定義です。</p>"
        );
        assert_eq!(html(Lang::Ja, "**総務省（MIC）**は"), "<p><strong>総務省（MIC）</strong>は</p>");
        assert_eq!(
            html(Lang::Ja, "前**「一」**中**「二」**後"),
            "<p>前<strong>「一」</strong>中<strong>「二」</strong>後</p>"
        );
    }

    #[test]
    fn underscores_beside_japanese_stay_and_are_reported() {
        let (html, problems) = parsed(Lang::Ja, "_「強調」_の");
        assert_eq!(html, "<p>_「強調」_の</p>");
        assert_eq!(problems, ["0 ambiguous-emphasis"]);
    }

    #[test]
    fn line_breaks_between_japanese_are_dropped() {
        for (lang, text, expected) in [
            (Lang::Ja, "日本語の\n改行", "日本語の改行"),
            (Lang::Ja, "参加者は、\nICT分野", "参加者は、ICT分野"),
            (Lang::Ja, "2010年\n11月", "2010年11月"),
            (Lang::Ja, "会議は\n**MIC**と", "会議は<strong>MIC</strong>と"),
            (Lang::Ja, "Japan\nUS", "Japan\nUS"),
            (Lang::En, "MIC\n総務省 note", "MIC\n総務省 note"),
            (Lang::Ja, "一行目  \n二行目", "一行目<br />\n二行目"),
        ] {
            assert_eq!(html(lang, text), format!("<p>{expected}</p>"));
        }
    }

    #[test]
    fn headings_have_authored_or_structural_ids() {
        assert_eq!(html(Lang::Ja, "## クラウド技術 {#cloud}"), "<h2 id=\"cloud\">クラウド技術</h2>");
        assert_eq!(html(Lang::En, "## Cloud {#cloud}"), "<h2 id=\"cloud\">Cloud</h2>");
        let two = "## A\n\n### B\n\n### C\n\n## D\n\n### E\n";
        let (body, _) = parse(two, Lang::En);
        let ids: Vec<_> = body.headings.iter().map(|heading| heading.id.as_ref()).collect();
        assert_eq!(ids, ["s1", "s1-1", "s1-2", "s2", "s2-1"]);
    }

    #[test]
    fn a_wrong_or_repeated_anchor_is_reported() {
        assert_eq!(parsed(Lang::Ja, "## 概要 {#総務省}").1, ["12 invalid-id"]);
        assert_eq!(parsed(Lang::En, "## Cloud {#Cloud_1}").1, ["11 invalid-id"]);
        assert_eq!(parsed(Lang::En, "## A {#a}\n\n## B {#a}\n").1, ["18 duplicate-id"]);
        assert_eq!(parsed(Lang::En, "## A {.wide}\n").1, ["5 invalid-value"]);
    }

    #[test]
    fn references_become_holes() {
        assert_eq!(
            html(Lang::En, "See [[track:cloud]] and [[organization:mic|the **Ministry**]]."),
            "<p>See {cloud} and {mic Organization}the <strong>Ministry</strong>{/}.</p>"
        );
        assert_eq!(
            html(Lang::Ja, "[[commitment:2010-11-01-tokyo/a|成果]]を`[[track:x]]`と書く。"),
            "<p>{2010-11-01-tokyo/a Commitment}成果{/}を<code>[[track:x]]</code>と書く。</p>"
        );
        assert_eq!(
            html(Lang::En, "[[redacted: 2 lines; authority]]"),
            "<p>{redacted 2 lines; authority}</p>"
        );
    }

    #[test]
    fn malformed_references_are_reported() {
        for (text, at) in [
            ("a [[]] b", 2),
            ("a [[cloud]]", 2),
            ("a [[tack:cloud]]", 2),
            ("[[track:]]", 0),
            ("x [[track:cloud", 2),
        ] {
            assert_eq!(parsed(Lang::En, text).1, [format!("{at} invalid-value")], "{text}");
        }
        assert_eq!(html(Lang::En, r"a \[[not a reference\]]"), "<p>a [[not a reference]]</p>");
    }

    #[test]
    fn links_are_checked_by_their_scheme() {
        assert_eq!(
            html(Lang::En, "[a](https://a.example/?b=1&c=2)"),
            "<p>{https://a.example/?b=1&c=2}a{/}</p>"
        );
        assert_eq!(html(Lang::En, "[a](/en/timeline/) [b](#x)"), "<p>{/en/timeline/}a{/} {#x}b{/}</p>");
        for text in
            ["[a](javascript:alert(1))", "[a](data:text/html,x)", "[a](//host/x)", "[a](JaVaScRiPt:x)"]
        {
            assert_eq!(parsed(Lang::En, text).1, ["4 unsafe-link"], "{text}");
        }
        assert_eq!(parsed(Lang::En, "[a](other.md)").1, ["4 broken-link"]);
        assert_eq!(parsed(Lang::En, "![a](https://a.example/x.png)").1, ["5 unsafe-link"]);
    }

    #[test]
    fn raw_html_is_refused_but_for_a_few_elements() {
        assert_eq!(
            html(Lang::En, "1<sup>st</sup><br> <abbr title=\"World\">W</abbr> <!-- gone -->x"),
            "<p>1<sup>st</sup><br> <abbr title=\"World\">W</abbr> x</p>"
        );
        for (text, at) in [
            ("a <b>x</b>", 2),
            ("<div>x</div>", 0),
            ("a <sup onclick=\"x\">b</sup>", 2),
            ("a <script>alert(1)</script>", 2),
            ("a <sup>b", 2),
        ] {
            let (_, problems) = parsed(Lang::En, text);
            assert_eq!(problems.first(), Some(&format!("{at} raw-html")), "{text}");
        }
        assert_eq!(html(Lang::En, "<!-- a\n\nb -->\n\ntext"), "<p>text</p>");
    }

    #[test]
    fn ruby_shows_its_reading_and_headings_list_the_base() {
        let (body, _) = parse("## {総務省|そうむしょう}の役割\n\n{総務省|そうむしょう}は\n", Lang::Ja);
        assert_eq!(body.headings[0].text.as_ref(), "総務省の役割");
        let shown = "<ruby>総務省<rp>（</rp><rt>そうむしょう</rt><rp>）</rp></ruby>";
        assert_eq!(
            html(Lang::Ja, "## {総務省|そうむしょう}の役割\n\n{総務省|そうむしょう}は\n"),
            format!("<h2 id=\"s1\">{shown}の役割</h2>\n<p>{shown}は</p>")
        );
    }

    #[test]
    fn a_table_is_aligned_by_classes() {
        assert_eq!(
            html(Lang::En, "| A | B |\n|---|--:|\n| 1 | 2 |\n"),
            "<div><table><thead><tr><th>A</th><th class=\"right\">B</th></tr></thead><tbody>\n\
             <tr><td>1</td><td class=\"right\">2</td></tr>\n</tbody></table>\n</div>"
        );
    }

    #[test]
    fn footnotes_link_both_ways() {
        assert_eq!(
            html(Lang::En, "A[^x] B[^x]\n\n[^x]: Note.\n"),
            "<p>A{fnref-1} B{fnref-1-2}</p>\n{fn-1 fnref-1-2}\n<p>Note.</p>\n</div>"
        );
    }
}
