//! The notes of a meeting in both languages side by side.

use foldhash::HashSet;
use std::borrow::Cow;

use crate::{
    id::Id,
    lang::{Lang, PerLang, ruby},
    model::{Body, Commitment, Meeting, Text, UnitKind},
    plan::{PlannedPage, commitment_address, commitment_anchor, commitment_title_anchor, meeting_address},
    render::{
        body::{Beside, Placement},
        cards::MeetingCard,
        context::LanguageContext,
        head::{PageContent, PageHead},
        mentions::Mentions,
        root::ROOT,
        string_keys::{StringKeys, key},
        text,
        versions::VersionView,
        view::{Html, PageTemplate, view},
    },
};

view! {
    /// A meeting in both languages side by side.
    struct ParallelPage<'a> {
        /// The meeting.
        meeting: MeetingCard,
        /// The languages, the page's own first.
        sides: Vec<SideView<'a>>,
        /// The row of the title.
        title: RowView<'a>,
        /// The row of the summary.
        summary: Option<RowView<'a>>,
        /// The rows of the notes.
        notes: Vec<RowView<'a>>,
        /// Whether the notes are no translations of each other, and so stand side by side as they are.
        unaligned: bool,
        /// The rows of the commitments.
        commitments: Vec<RowView<'a>>,
    }
}

impl PageTemplate for ParallelPage<'_> {
    const TEMPLATE: &'static str = "parallel.html";
    const STRINGS: &'static [StringKeys] =
        &[key("title-parallel"), key("parallel"), key("language-own-name"), key("state-missing")];
}

view! {
    /// A language of a parallel page.
    struct SideView<'a> {
        /// Its code.
        lang: &'static str,
        /// Its own name.
        name: &'a str,
        /// What kind of text its text is.
        version: VersionView<'a>,
    }
}

view! {
    /// A row: what says the same in both languages.
    struct RowView<'a> {
        /// Its id, to link to.
        anchor: Cow<'a, str>,
        /// The languages, the page's own first.
        cells: Vec<CellView>,
        /// Whether one block stands beside one block.
        paired: bool,
    }
}

view! {
    /// One language of a row.
    struct CellView {
        /// Its code.
        lang: &'static str,
        /// The text; empty where this language has none.
        html: Html,
    }
}

impl LanguageContext<'_> {
    pub(super) fn parallel(&self, id: Id<Meeting>, page: &PlannedPage) -> PageContent<'_> {
        let meeting = &self.site.meetings[id];
        if meeting.is_withdrawn() {
            return self.withdrawn(id, page);
        }
        let row = |anchor: &'static str, text: &Text| self.text_row(anchor.into(), text, None);
        let commitments = meeting.commitments.iter().flat_map(|at| {
            let Commitment { id, facts, .. } = &self.site.commitments[*at];
            let title = facts.title.as_ref();
            let title = title.map(|it| self.text_row(commitment_title_anchor(id).into(), it, None));
            let url = PerLang::of(|lang| format!("{ROOT}{}", commitment_address(self.site, *at, lang)));
            let text = self.text_row(commitment_anchor(id).into(), &facts.text, Some(&url));
            title.into_iter().chain([text])
        });
        let sides = self.page_order().map(|lang| {
            let version = self.version(&meeting.versions[lang]);
            let name = self.both[lang].plain("language-own-name");
            SideView { lang: lang.code(), name, version }
        });
        self.parallel_head(meeting).with(ParallelPage {
            meeting: self.cards.meetings[id.index()].clone(),
            sides: sides.into(),
            title: row("_title", &meeting.facts.title),
            summary: meeting.facts.summary.as_ref().map(|text| row("_summary", text)),
            notes: self.note_rows(meeting),
            unaligned: !meeting.is_aligned,
            commitments: commitments.collect(),
        })
    }

    fn parallel_head<'m>(&'m self, meeting: &'m Meeting) -> PageHead<'m> {
        let title = text::plain(&meeting.facts.title, self.lang);
        PageHead {
            title: self.strings.get("title-parallel", &[("title", title.into())]),
            trail: self.trail_below(meeting),
            ..PageHead::new(self.strings.plain("parallel"), "meetings")
        }
    }

    /// The page's language first.
    fn page_order(&self) -> [Lang; 2] {
        [self.lang, self.lang.other()]
    }

    /// A row of a text of the facts, which leads to these addresses, if to any.
    fn text_row<'r>(
        &'r self,
        anchor: Cow<'r, str>,
        text: &Text,
        url: Option<&PerLang<String>>,
    ) -> RowView<'r> {
        let cells = self.page_order().map(|lang| {
            let html = match (text.get(lang), url) {
                (Some(text), Some(url)) => {
                    format!("<p><a href=\"{}\">{}</a></p>", url[lang], ruby::html(text))
                }
                (Some(text), None) => format!("<p>{}</p>", ruby::html(text)),
                (None, _) => format!("<p class=\"quiet\">{}</p>", self.both[lang].plain("state-missing")),
            };
            cell(lang, html)
        });
        RowView { anchor, cells: cells.into(), paired: true }
    }

    /// The rows of the notes.
    fn note_rows<'r>(&'r self, meeting: &'r Meeting) -> Vec<RowView<'r>> {
        let Some(alignment) = &meeting.alignment else { return Vec::new() };
        let day = Some(meeting.facts.date.first_day());
        let rows: HashSet<&str> = alignment.rows.iter().map(|row| row.anchor.as_str()).collect();
        let beside = PerLang::of(|lang| Beside { rows: &rows, elsewhere: meeting_address(meeting, lang) });
        let mentions = Mentions::default();
        let rows = alignment.rows.iter().map(|aligned| {
            let cells = self.page_order().map(|lang| {
                let beside = Some(&beside[lang]);
                let place = Placement { lang, day, mentions: Some(&mentions), beside };
                let body = meeting.bodies[lang].as_ref();
                let html = body.map(|body| self.units(body, aligned.units[lang].clone(), &place));
                cell(lang, html.unwrap_or_default())
            });
            RowView { anchor: aligned.anchor.as_str().into(), cells: cells.into(), paired: aligned.is_pair }
        });
        rows.collect()
    }

    /// The HTML of units that follow one another, items and definitions in lists of their own.
    fn units(&self, body: &Body, units: std::ops::Range<usize>, place: &Placement<'_>) -> String {
        let mut html = String::new();
        let mut open = "";
        for unit in body.units.get(units).unwrap_or_default() {
            let list = list_of(unit.kind);
            if list != open {
                close(&mut html, open);
                match (list, unit.kind) {
                    ("ol", UnitKind::Item(Some(first))) if first != 1 => {
                        html.extend(["<ol start=\"", &first.to_string(), "\">\n"]);
                    }
                    ("", _) => {}
                    (list, _) => html.extend(["<", list, ">\n"]),
                }
                open = list;
            }
            let mentions = place.mentions.filter(|_| !matches!(unit.kind, UnitKind::Heading(_)));
            let place = Placement { mentions, ..*place };
            push_unit(&mut html, body, unit.kind, |html| {
                self.push_pieces(html, body, unit.pieces.clone(), &place);
            });
        }
        close(&mut html, open);
        html
    }
}

fn cell(lang: Lang, html: String) -> CellView {
    CellView { lang: lang.code(), html: Html::new(html) }
}

fn push_unit(html: &mut String, body: &Body, kind: UnitKind, push_inner: impl FnOnce(&mut String)) {
    if let UnitKind::Heading(at) = kind {
        let level = body.headings.get(at).map_or(2, |heading| heading.level);
        let level = level.to_string();
        html.extend(["<h", &level, ">"]);
        push_inner(html);
        return html.extend(["</h", &level, ">\n"]);
    }
    let start = html.len();
    push_inner(html);
    let inner = html.get(start..).unwrap_or_default();
    match kind {
        // An item ends early where it holds a list.
        UnitKind::Item(_) if !inner.trim_end().ends_with("</li>") => html.push_str("</li>\n"),
        UnitKind::Paragraph if !inner.starts_with("<p>") && !inner.starts_with("<p ") => {
            html.insert_str(start, "<div>");
            html.push_str("</div>\n");
        }
        _ => {}
    }
}

/// The list that an item or a definition stands in.
fn list_of(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Item(None) => "ul",
        UnitKind::Item(Some(_)) => "ol",
        UnitKind::Term | UnitKind::Definition => "dl",
        _ => "",
    }
}

fn close(html: &mut String, list: &str) {
    if !list.is_empty() {
        html.extend(["</", list, ">\n"]);
    }
}
