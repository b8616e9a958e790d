//! Bodies: HTML with its holes filled for the page that shows it.

use foldhash::HashSet;
use std::ops::Range;

use super::{
    Shelf,
    mentions::{Mentions, Name},
    text,
    view::Html,
    views::HeadingView,
};
use crate::{
    lang::{Date, Lang},
    link::Site,
    model::{Body, FootnoteMark, Heading, Piece, Target, Text},
    path,
    plan::{commitment_address, meeting_address},
};

/// How many bytes a link takes, about half of all pieces being one.
const LINK: usize = 60;

/// Where a body is shown.
#[derive(Clone, Copy)]
pub(super) struct Placement<'a> {
    /// The language that the body is in.
    pub(super) lang: Lang,
    /// The way from the page to the site's root.
    pub(super) root: &'a str,
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

/// What the HTML of a body is made from, wherever it is shown.
#[derive(Hash)]
pub(super) struct MadeFrom<'a> {
    pub(super) body: &'a Body,
    /// For each piece, the record that it names.
    records: Vec<Option<Named<'a>>>,
}

/// A record as a body names it: what it takes from the record.
#[derive(Hash)]
struct Named<'a> {
    /// The address of the record in the page's language, from the site's root.
    address: String,
    title: Title<'a>,
}

/// The title of a record.
#[derive(Clone, Copy, Hash)]
enum Title<'a> {
    Organization(Name<'a>),
    Other(Option<&'a Text>),
}

impl Shelf<'_> {
    /// What a body with the names of this day is made from.
    pub(super) fn made_from<'s>(&'s self, body: &'s Body, day: Option<Date>) -> MadeFrom<'s> {
        let records = body.pieces.iter().map(|piece| match piece {
            Piece::Open(target) | Piece::Title(target) => Some(self.named(target, day)),
            _ => None,
        });
        MadeFrom { body, records: records.collect() }
    }

    fn named(&self, target: &Target, day: Option<Date>) -> Named<'_> {
        let title = match target {
            Target::Organization(id) => Title::Organization(self.name_of(*id, day)),
            target => Title::Other(self.site.title(target, day)),
        };
        Named { address: record_address(self.site, target, self.lang), title }
    }

    /// The HTML of a body.
    pub(super) fn body(&self, made_from: &MadeFrom<'_>, place: &Placement<'_>) -> Html {
        let body = made_from.body;
        let mut html = String::with_capacity(body.html.len() + body.pieces.len() * LINK);
        self.push_pieces(&mut html, made_from, 0..body.pieces.len(), place);
        Html::new(html)
    }

    /// Adds the HTML of some pieces of a body.
    pub(super) fn push_pieces(
        &self,
        html: &mut String,
        made_from: &MadeFrom<'_>,
        pieces: Range<usize>,
        place: &Placement<'_>,
    ) {
        let MadeFrom { body, records } = made_from;
        let records = records.get(pieces.clone()).unwrap_or_default();
        let pieces = body.pieces.get(pieces).unwrap_or_default();
        let strings = self.both[place.lang.index()];
        let mut here = *place;
        let prefix =
            || if place.beside.is_some() { format!("{}-", place.lang.code()) } else { String::new() };
        for (at, (piece, named)) in pieces.iter().zip(records).enumerate() {
            match piece {
                Piece::Html(part) => html.push_str(part.of(&body.html)),
                Piece::Open(target) => {
                    if let (Some(named), Some(Piece::Html(words))) = (named, pieces.get(at + 1)) {
                        self.heed_own_words(named, words.of(&body.html), &here);
                    }
                    html.extend(["<a href=\"", &href(target, named.as_ref(), place), "\">"]);
                }
                Piece::Close => html.push_str("</a>"),
                Piece::Title(target) => {
                    let title = named.as_ref().map(|named| self.title(named, &here)).unwrap_or_default();
                    html.extend(["<a href=\"", &href(target, named.as_ref(), place), "\">", &title, "</a>"]);
                }
                Piece::Picture(address) => html.extend([here.root, &text::escape(&path::encoded(address))]),
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
        }
    }

    /// The end of a heading, with a link to it beside it: inside, those who go from heading to heading would hear it too.
    fn heading_end(&self, heading: &Heading, place: &Placement<'_>) -> String {
        let Heading { level, id, text, .. } = heading;
        if place.beside.is_some() {
            return format!("</h{level}>");
        }
        let title = text.as_ref().into();
        let label = text::escape(&self.both[place.lang.index()].get("heading-link", &[("title", title)]));
        format!("</h{level}>\n<a href=\"#{id}\" aria-label=\"{label}\">#</a>\n</div>")
    }

    /// A link whose own words are an organization's name in full is a first mention as well.
    fn heed_own_words(&self, named: &Named<'_>, words: &str, place: &Placement<'_>) {
        if let (Title::Organization(name), Some(mentions)) = (named.title, place.mentions) {
            self.heed(name, words, place.lang, mentions);
        }
    }

    /// The title of a record in the language of the text that names it.
    fn title(&self, named: &Named<'_>, place: &Placement<'_>) -> String {
        match (named.title, place.mentions) {
            (Title::Organization(name), Some(mentions)) => self.mention(name, place.lang, mentions),
            (Title::Organization(Name { full, .. }), None) => {
                text::markup(full, place.lang, self.both[place.lang.index()])
            }
            (Title::Other(title), _) => title
                .map(|title| text::markup(title, place.lang, self.both[place.lang.index()]))
                .unwrap_or_default(),
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

/// Where a link of a page leads.
fn href(target: &Target, named: Option<&Named<'_>>, place: &Placement<'_>) -> String {
    let root = place.root;
    match (target, place.beside) {
        (Target::Outside(address), _) => text::escape(address),
        (Target::Anchor(anchor), Some(beside)) if !beside.rows.contains(anchor.as_ref()) => {
            format!("{root}{}#{}", beside.elsewhere, text::escape(&path::encoded(anchor)))
        }
        (Target::Anchor(anchor), _) => format!("#{}", text::escape(&path::encoded(anchor))),
        (Target::Inside(address), _) => format!("{root}{}", text::escape(address)),
        _ => format!("{root}{}", named.map_or("", |named| &named.address)),
    }
}

/// The address of a record in a language, from the site's root.
fn record_address(site: &Site, target: &Target, lang: Lang) -> String {
    let code = lang.code();
    match target {
        Target::Meeting(id) => meeting_address(&site.meetings[*id], lang),
        Target::Commitment(id) => commitment_address(site, *id, lang),
        Target::Track(id) => format!("{code}/tracks/{}/", site.tracks[*id].id),
        Target::Delegation(id) => format!("{code}/delegations/{}/", site.delegations[*id].id),
        Target::Organization(id) => format!("{code}/organizations/{}/", site.organizations[*id].id),
        Target::Person(id) => format!("{code}/people/{}/", site.people[*id].id),
        Target::Document(id) => {
            let document = &site.documents[*id];
            format!("{}#document-{}", meeting_address(&site.meetings[document.meeting], lang), document.id)
        }
        Target::Inside(_) | Target::Anchor(_) | Target::Outside(_) => String::new(),
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
