//! Bodies: HTML with its holes filled for the page that shows it.

use foldhash::HashSet;
use std::ops::Range;

use super::{
    context::LanguageContext,
    mentions::Mentions,
    root::ROOT,
    string_keys::{StringKeys, key, keys},
    text,
    view::{Html, view},
};
use crate::{
    lang::{Date, Lang, PerLang},
    model::{Body, FootnoteMark, Heading, Piece, Target, UnitKind},
    path,
    plan::target_address,
};

view! {
    /// A heading of a text.
    struct HeadingView<'a> {
        /// Its level, from 2.
        level: u64,
        /// Its id, to link to.
        id: &'a str,
        /// What it says.
        text: &'a str,
    }
}

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] = &[
    key("table"),
    key("redacted"),
    key("heading-link"),
    key("fallback-notice"),
    keys("fallback-{}-notice", &["text", "commitment"]),
];

/// How many bytes a link takes, about half of all pieces being one.
const LINK: usize = 60;

/// Where a body is shown.
#[derive(Clone, Copy)]
pub(super) struct Placement<'a> {
    /// The language that the body is in.
    pub(super) lang: Lang,
    /// The day whose names records have in it; without one, they have today's.
    pub(super) day: Option<Date>,
    /// The organizations that the page has named before; in a heading, which is no mention, none.
    pub(super) mentions: Option<&'a Mentions>,
    /// What takes the place of its own anchors, where it stands beside the body of the other language.
    pub(super) beside: Option<&'a Beside<'a>>,
}

/// The anchors of a page that shows two bodies side by side.
pub(super) struct Beside<'a> {
    /// Those of its rows.
    pub(super) rows: &'a HashSet<&'a str>,
    /// The address of the page that has the others.
    pub(super) elsewhere: String,
}

impl LanguageContext<'_> {
    /// The body to show: in this language or, where there is none or nothing in it, in the other.
    pub(super) fn shown<'b>(&self, bodies: &'b PerLang<Option<Body>>) -> Option<(Lang, &'b Body)> {
        let there = || {
            let langs = [self.lang, self.lang.other()].into_iter();
            langs.filter_map(|lang| Some((lang, bodies[lang].as_ref()?)))
        };
        there().find(|(_, body)| !body.pieces.is_empty()).or_else(|| there().next())
    }

    /// What a page says where the other language stands in: for all of a record, or for a part of it.
    pub(super) fn fallback_notice(
        &self,
        bodies: &PerLang<Option<Body>>,
        shown: Lang,
        part: &str,
    ) -> Option<&str> {
        if bodies[self.lang].is_none() {
            return Some(self.strings.plain("fallback-notice"));
        }
        (shown != self.lang).then(|| self.strings.plain(&format!("fallback-{part}-notice")))
    }

    /// The HTML of a body on a page that has named these organizations.
    pub(super) fn body_of(&self, lang: Lang, body: &Body, day: Option<Date>, mentions: &Mentions) -> Html {
        self.body(body, &Placement { lang, day, mentions: Some(mentions), beside: None })
    }

    /// The HTML of a body.
    pub(super) fn body(&self, body: &Body, place: &Placement<'_>) -> Html {
        let mut html = String::with_capacity(body.html.len() + body.pieces.len() * LINK);
        self.push_pieces(&mut html, body, 0..body.pieces.len(), place);
        Html::new(html)
    }

    /// Adds the HTML of some pieces of a body.
    pub(super) fn push_pieces(
        &self,
        html: &mut String,
        body: &Body,
        pieces: Range<usize>,
        place: &Placement<'_>,
    ) {
        let first = pieces.start;
        let pieces = body.pieces.get(pieces).unwrap_or_default();
        let strings = self.both[place.lang];
        let mut here = *place;
        let prefix =
            || if place.beside.is_some() { format!("{}-", place.lang.code()) } else { String::new() };
        for (at, piece) in pieces.iter().enumerate() {
            let begin = html.len();
            match piece {
                Piece::Html(part) => html.push_str(part.of(&body.html)),
                Piece::Open(target) => {
                    if let Some(Piece::Html(words)) = pieces.get(at + 1) {
                        self.heed_own_words(target, words.of(&body.html), &here);
                    }
                    html.extend(["<a href=\"", &self.href(target, place), "\">"]);
                }
                Piece::Close => html.push_str("</a>"),
                Piece::Title(target) => {
                    let title = self.title(target, &here);
                    html.extend(["<a href=\"", &self.href(target, place), "\">", &title, "</a>"]);
                }
                Piece::Picture(address) => html.extend([ROOT, &text::escape(&path::encoded(address))]),
                Piece::Table => {
                    let label = text::escape(strings.plain("table"));
                    html.push_str("<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
                    html.extend([" aria-label=\"", &label, "\">\n"]);
                }
                Piece::Heading(at) => {
                    here.mentions = None;
                    html.extend(body.headings.get(*at).map(|heading| heading_start(heading, place)));
                }
                Piece::HeadingEnd(at) => {
                    here.mentions = place.mentions;
                    html.extend(body.headings.get(*at).map(|heading| self.heading_end(heading, place)));
                }
                Piece::FootnoteMark(mark) => html.push_str(&footnote_mark(*mark, &prefix())),
                Piece::Footnote(last) => html.push_str(&footnote(*last, &prefix())),
                Piece::Redacted(what) => {
                    let said = strings.get("redacted", &[("what", what.as_ref().into())]);
                    html.extend(["<span class=\"redacted\">", &text::escape(&said), "</span>"]);
                }
            }
            if self.marks_units {
                mark_unit(html, begin, body, first + at, place.lang);
            }
        }
    }

    /// The end of a heading, with a link to it beside it: inside, those who go from heading to heading would hear it too.
    fn heading_end(&self, heading: &Heading, place: &Placement<'_>) -> String {
        let Heading { level, id, text, .. } = heading;
        if place.beside.is_some() {
            return format!("</h{level}>");
        }
        let title = text.as_ref().into();
        let label = text::escape(&self.both[place.lang].get("heading-link", &[("title", title)]));
        format!("</h{level}>\n<a href=\"#{id}\" aria-label=\"{label}\">#</a>\n</div>")
    }

    /// A link whose own words are an organization's name in full is a first mention as well.
    fn heed_own_words(&self, target: &Target, words: &str, place: &Placement<'_>) {
        if let (Target::Organization(id), Some(mentions)) = (target, place.mentions) {
            self.heed(self.name_of(*id, place.day), words, place.lang, mentions);
        }
    }

    /// The title of a record in the language of the text that names it.
    fn title(&self, target: &Target, place: &Placement<'_>) -> String {
        let markup = |title| text::markup(title, place.lang, self.both[place.lang]);
        match (target, place.mentions) {
            (Target::Organization(id), Some(mentions)) => {
                self.mention(self.name_of(*id, place.day), place.lang, mentions)
            }
            (Target::Organization(id), None) => markup(self.site.organizations[*id].name_at(place.day)),
            (target, _) => self.site.title(target, place.day).map(markup).unwrap_or_default(),
        }
    }

    /// Where a link of a page leads.
    fn href(&self, target: &Target, place: &Placement<'_>) -> String {
        match (target, place.beside) {
            (Target::Outside(address), _) => text::escape(address),
            (Target::Anchor(anchor), Some(beside)) if !beside.rows.contains(anchor.as_ref()) => {
                format!("{ROOT}{}#{}", beside.elsewhere, text::escape(&path::encoded(anchor)))
            }
            (Target::Anchor(anchor), _) => format!("#{}", text::escape(&path::encoded(anchor))),
            (Target::Inside(address), _) => format!("{ROOT}{}", text::escape(address)),
            // Beside the other language, a text leads to records in its own.
            _ => {
                let lang = place.beside.map_or(self.lang, |_| place.lang);
                match target {
                    Target::Term(at) => format!("{ROOT}{}/{}", lang.code(), self.term_paths[lang][*at]),
                    _ => format!("{ROOT}{}", target_address(self.site, target, lang)),
                }
            }
        }
    }

    /// The contents list of a body.
    pub(super) fn contents(body: &Body) -> Vec<HeadingView<'_>> {
        let headings = body.headings.iter().map(|heading| HeadingView {
            level: u64::from(heading.level),
            id: heading.id.as_ref(),
            text: heading.text.as_ref(),
        });
        headings.collect()
    }
}

/// Marks the element that begins at a place of the HTML, if it is that of the unit which begins with this piece. A heading
/// has an id.
fn mark_unit(html: &mut String, begin: usize, body: &Body, piece: usize, lang: Lang) {
    let number = body.units.partition_point(|unit| unit.pieces.start < piece);
    let unit = body.units.get(number).filter(|unit| unit.pieces.start == piece);
    if unit.is_none_or(|unit| matches!(unit.kind, UnitKind::Heading(_))) {
        return;
    }
    let element = html.get(begin..).and_then(|html| html.strip_prefix('<')).unwrap_or_default();
    let name = element.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if name > 0 {
        html.insert_str(begin + 1 + name, &format!(" data-unit=\"{}-{number}\"", lang.code()));
    }
}

/// The beginning of a heading; of one beside another text, without its anchor.
fn heading_start(heading: &Heading, place: &Placement<'_>) -> String {
    let Heading { level, id, .. } = heading;
    match place.beside {
        Some(_) => format!("<h{level}>"),
        None => format!("<div class=\"heading\">\n<h{level} id=\"{id}\">"),
    }
}

/// A mark that refers to a footnote.
fn footnote_mark(mark: FootnoteMark, prefix: &str) -> String {
    let number = mark.number;
    let id = mark.id();
    let link = format!("<a href=\"#{prefix}fn-{number}\" id=\"{prefix}{id}\">{number}</a>");
    format!("<sup class=\"footnote-reference\">{link}</sup>")
}

/// The beginning of a footnote, with the way back to its first mark.
fn footnote(last: FootnoteMark, prefix: &str) -> String {
    let number = last.number;
    let back = match last.this {
        0 => number.to_string(),
        _ => format!("<a href=\"#{prefix}fnref-{number}\">{number}</a>"),
    };
    format!("<div class=\"footnote\" id=\"{prefix}fn-{number}\">{back}")
}
