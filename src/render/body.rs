//! Bodies: HTML with its holes filled for the page that shows it.

use std::collections::HashSet;
use tera::Value;

use super::{Shelf, cards, text, values};
use crate::{
    lang::{Date, Lang},
    link::Site,
    model::{Body, FootnoteMark, Piece, Target},
    plan::commitment_path,
};

/// Where a body is shown.
pub(super) struct Placement<'a> {
    /// The language that the body is in.
    pub(super) lang: Lang,
    /// The way from the page to the site's root.
    pub(super) root: &'a str,
    /// The day whose names count.
    pub(super) day: Option<Date>,
    /// What takes the place of its own anchors, where it stands beside the body of the other language.
    pub(super) beside: Option<&'a Beside<'a>>,
}

/// The anchors of a page that shows two bodies side by side.
pub(super) struct Beside<'a> {
    /// Those of its rows.
    pub(super) rows: HashSet<&'a str>,
    /// The address of the page that has the others.
    pub(super) elsewhere: String,
}

impl Shelf<'_> {
    /// The HTML of a body.
    pub(super) fn body(&self, body: &Body, place: &Placement<'_>) -> Value {
        Value::safe_string(&self.pieces(&body.pieces, place))
    }

    /// The HTML of some pieces of a body.
    pub(super) fn pieces(&self, pieces: &[Piece], place: &Placement<'_>) -> String {
        let strings = self.both[place.lang.index()];
        let root = place.root;
        let prefix = if place.beside.is_some() { format!("{}-", place.lang.code()) } else { String::new() };
        let mut html = String::with_capacity(pieces.len() * 120);
        for piece in pieces {
            match piece {
                Piece::Html(part) => html.push_str(part),
                Piece::Open(target) => html.extend(["<a href=\"", &self.href(target, place), "\">"]),
                Piece::Close => html.push_str("</a>"),
                Piece::Title(target) => {
                    let title = self.title(target, place.lang, place.day);
                    html.extend(["<a href=\"", &self.href(target, place), "\">", &title, "</a>"]);
                }
                Piece::Picture(address) => html.extend([root, &text::escape(address)]),
                Piece::Table => {
                    let label = text::escape(&strings.plain("table"));
                    html.push_str("<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
                    html.extend([" aria-label=\"", &label, "\">\n"]);
                }
                Piece::Anchor(_) if place.beside.is_some() => {}
                Piece::Anchor(id) => html.extend([" id=\"", id.as_ref(), "\""]),
                Piece::FootnoteMark(mark) => html.push_str(&footnote_mark(*mark, &prefix)),
                Piece::Footnote(last) => html.push_str(&footnote(*last, &prefix)),
                Piece::Redacted(what) => {
                    let said = strings.get("redacted", &[("what", what.as_ref().into())]);
                    html.extend(["<span class=\"redacted\">", &text::escape(&said), "</span>"]);
                }
            }
        }
        html
    }

    fn href(&self, target: &Target, place: &Placement<'_>) -> String {
        let root = place.root;
        match (target, place.beside) {
            (Target::Outside(address), _) => text::escape(address),
            (Target::Anchor(anchor), Some(beside)) if !beside.rows.contains(anchor.as_ref()) => {
                format!("{root}{}#{}", beside.elsewhere, text::escape(anchor))
            }
            (Target::Anchor(anchor), _) => format!("#{}", text::escape(anchor)),
            (Target::Inside(address), _) => format!("{root}{}", text::escape(address)),
            (record, _) => format!("{root}{}", record_address(self.site, record, self.lang)),
        }
    }

    /// The title of a record in the language of the text that names it.
    fn title(&self, target: &Target, lang: Lang, day: Option<Date>) -> String {
        let site = self.site;
        let title = match target {
            Target::Meeting(id) => &site.meetings[*id].title,
            Target::Commitment(id) => &site.commitments[*id].text,
            Target::Track(id) => &site.tracks[*id].title,
            Target::Delegation(id) => &site.delegations[*id].name,
            Target::Organization(id) => {
                let organization = &site.organizations[*id];
                day.map_or(&organization.name, |day| organization.name_on(day))
            }
            Target::Person(id) => &site.people[*id].name,
            Target::Document(id) => &site.documents[*id].title,
            Target::Inside(_) | Target::Anchor(_) | Target::Outside(_) => return String::new(),
        };
        text::markup(title, lang)
    }

    /// The contents list of a body.
    pub(super) fn contents(body: &Body) -> Vec<Value> {
        let headings = body.headings.iter().map(|heading| {
            values! { level: u64::from(heading.level), id: heading.id.as_ref(), text: heading.text.as_ref() }.into()
        });
        headings.collect()
    }

    /// An organization under the name of a day, in full.
    pub(super) fn organization_on(&self, id: crate::id::Id<crate::model::Organization>, day: Date) -> Value {
        let organization = &self.site.organizations[id];
        let abbreviation = organization.abbreviation.as_deref();
        let name = organization.name_on(day);
        values! {
            id: organization.id.as_str(),
            url: format!("{}/organizations/{}/", self.lang.code(), organization.id),
            name: cards::full_name(name, abbreviation, self.lang, self.strings),
        }
        .into()
    }
}

/// The address of a record in a language, from the site's root.
fn record_address(site: &Site, target: &Target, lang: Lang) -> String {
    let code = lang.code();
    match target {
        Target::Meeting(id) => format!("{code}/meetings/{}/", site.meetings[*id].id),
        Target::Commitment(id) => format!("{code}/{}", commitment_path(site, *id)),
        Target::Track(id) => format!("{code}/tracks/{}/", site.tracks[*id].id),
        Target::Delegation(id) => format!("{code}/delegations/{}/", site.delegations[*id].id),
        Target::Organization(id) => format!("{code}/organizations/{}/", site.organizations[*id].id),
        Target::Person(id) => format!("{code}/people/{}/", site.people[*id].id),
        Target::Document(id) => {
            let document = &site.documents[*id];
            format!("{code}/meetings/{}/#document-{}", site.meetings[document.meeting].id, document.id)
        }
        Target::Inside(_) | Target::Anchor(_) | Target::Outside(_) => String::new(),
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
