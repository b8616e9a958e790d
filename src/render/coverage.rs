//! What there is of each record in each language, and how it stands to the other.

use super::{
    Shelf,
    records::part,
    text,
    view::{Given, given},
    views::{CoveragePage, CoverageRowView, StateTotalView, StateView},
};
use crate::{
    lang::Lang,
    model::{Text, TranslationState},
    plan::{PlannedPage, meeting_address, parallel_address, published},
};

/// What the page says of a record.
struct Line<'a> {
    title: &'a Text,
    address: String,
    states: &'a [TranslationState; 2],
    /// How many rows of its notes could not be paired, and where they are shown.
    unpaired: Option<(usize, String)>,
}

impl Shelf<'_> {
    pub(super) fn coverage<'s>(&'s self, page: &'s PlannedPage) -> Given<'s> {
        let lines = self.coverage_lines();
        let languages = self.site.config.languages;
        let totals = TranslationState::NAMES.map(|name| {
            let counts = languages
                .map(|lang| lines.iter().filter(|line| line.states[lang.index()].name() == name).count());
            StateTotalView {
                id: name,
                name: self.strings.plain(&format!("state-{name}")),
                definition: self.strings.plain(&format!("state-{name}-definition")),
                counts: counts.to_vec(),
            }
        });
        let unpaired: usize = lines.iter().filter_map(|line| line.unpaired.as_ref()).map(|(n, _)| n).sum();
        let names = languages.map(|lang| self.strings.plain(&format!("language-{}", lang.code())));
        let rows = part(&lines, page).iter().map(|line| self.coverage_row(line, languages));
        given(CoveragePage { languages: names.into(), totals: totals.into(), unpaired, rows: rows.collect() })
    }

    /// The meetings, the newest first, and then the pages.
    fn coverage_lines(&self) -> Vec<Line<'_>> {
        let site = self.site;
        let meetings = published(site).rev().map(|id| {
            let meeting = &site.meetings[id];
            Line {
                title: &meeting.title,
                address: meeting_address(meeting, self.lang),
                states: &meeting.states,
                unpaired: meeting
                    .alignment
                    .as_ref()
                    .map(|alignment| (alignment.unpaired().count(), parallel_address(meeting, self.lang))),
            }
        });
        let pages = site.published_pages().map(|page| Line {
            title: &page.title,
            address: format!("{}/pages/{}/", self.lang.code(), page.id),
            states: &page.states,
            unpaired: None,
        });
        meetings.chain(pages).collect()
    }

    fn coverage_row(&self, line: &Line<'_>, languages: [Lang; 2]) -> CoverageRowView {
        let states = languages.map(|lang| {
            let name = line.states[lang.index()].name();
            StateView { id: name, name: self.strings.plain(&format!("state-{name}")) }
        });
        CoverageRowView {
            title: text::html(line.title, self.lang),
            url: line.address.clone(),
            states: states.into(),
            unpaired: line.unpaired.as_ref().map(|(count, _)| *count),
            parallel: line.unpaired.as_ref().map(|(_, address)| address.clone()),
        }
    }
}
