//! Bodies: HTML with its holes filled for the page that shows it.

use tera::Value;

use super::{Shelf, cards, text, values};
use crate::{
    lang::{Date, Lang},
    link::Site,
    model::{Body, FootnoteMark, Piece, Target},
    plan::commitment_path,
};

impl Shelf<'_> {
    /// The HTML of a body on a page of this language, `root` steps below the site's root. `body_lang` is the language
    /// that the body is in, `day` the one whose names count.
    pub(super) fn body(&self, body: &Body, body_lang: Lang, root: &str, day: Option<Date>) -> Value {
        let strings = self.both[body_lang.index()];
        let mut html = String::with_capacity(body.pieces.len() * 120);
        for piece in &body.pieces {
            match piece {
                Piece::Html(part) => html.push_str(part),
                Piece::Open(target) => html.extend(["<a href=\"", &self.href(target, root), "\">"]),
                Piece::Close => html.push_str("</a>"),
                Piece::Title(target) => {
                    let title = self.title(target, body_lang, day);
                    html.extend(["<a href=\"", &self.href(target, root), "\">", &title, "</a>"]);
                }
                Piece::Picture(address) => html.extend([root, &text::escape(address)]),
                Piece::Table => {
                    let label = text::escape(&strings.plain("table"));
                    html.push_str("<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
                    html.extend([" aria-label=\"", &label, "\">\n"]);
                }
                Piece::Anchor(id) => html.extend([" id=\"", id.as_ref(), "\""]),
                Piece::FootnoteMark(mark) => html.push_str(&footnote_mark(*mark)),
                Piece::Footnote(last) => html.push_str(&footnote(*last)),
                Piece::Redacted(what) => {
                    let said = strings.get("redacted", &[("what", what.as_ref().into())]);
                    html.extend(["<span class=\"redacted\">", &text::escape(&said), "</span>"]);
                }
            }
        }
        Value::safe_string(&html)
    }

    fn href(&self, target: &Target, root: &str) -> String {
        match target {
            Target::Outside(address) => text::escape(address),
            Target::Anchor(anchor) => format!("#{}", text::escape(anchor)),
            Target::Inside(address) => format!("{root}{}", text::escape(address)),
            record => format!("{root}{}", record_address(self.site, record, self.lang)),
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
fn footnote_mark(mark: FootnoteMark) -> String {
    let number = mark.number;
    let id = mark.id();
    format!("<sup class=\"footnote-reference\"><a href=\"#fn-{number}\" id=\"{id}\">{number}</a></sup>")
}

/// The beginning of a footnote, with the way back to its first mark.
fn footnote(last: FootnoteMark) -> String {
    let number = last.number;
    let back = match last.this {
        0 => number.to_string(),
        _ => format!("<a href=\"#fnref-{number}\">{number}</a>"),
    };
    format!("<div class=\"footnote\" id=\"fn-{number}\">{back}")
}
