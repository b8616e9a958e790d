//! What there is of each record in each language, and how it stands to the other.

use tera::{Map, Value};

use super::{Shelf, records::part, text, values};
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
    pub(super) fn coverage(&self, page: &PlannedPage) -> Map {
        let lines = self.coverage_lines();
        let languages = self.site.config.languages;
        let totals = TranslationState::NAMES.map(|name| {
            let counts = languages
                .map(|lang| lines.iter().filter(|line| line.states[lang.index()].name() == name).count());
            let counts: Vec<Value> = counts.iter().map(|count| Value::from(*count)).collect();
            Value::from(values! {
                id: name,
                name: self.strings.plain(&format!("state-{name}")),
                definition: self.strings.plain(&format!("state-{name}-definition")),
                counts: counts,
            })
        });
        let unpaired: usize = lines.iter().filter_map(|line| line.unpaired.as_ref()).map(|(n, _)| n).sum();
        let names = languages.map(|lang| self.strings.plain(&format!("language-{}", lang.code())));
        let rows = part(&lines, page).iter().map(|line| self.coverage_row(line, languages));
        values! {
            languages: names.map(Value::from).to_vec(),
            totals: totals.to_vec(),
            unpaired: unpaired,
            rows: rows.collect::<Vec<_>>(),
        }
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
        let pages = site.pages.iter().map(|(_, page)| Line {
            title: &page.title,
            address: format!("{}/pages/{}/", self.lang.code(), page.id),
            states: &page.states,
            unpaired: None,
        });
        meetings.chain(pages).collect()
    }

    fn coverage_row(&self, line: &Line<'_>, languages: [Lang; 2]) -> Value {
        let states = languages.map(|lang| {
            let name = line.states[lang.index()].name();
            Value::from(values! { id: name, name: self.strings.plain(&format!("state-{name}")) })
        });
        values! {
            title: text::html(line.title, self.lang),
            url: line.address.as_str(),
            states: states.to_vec(),
            unpaired: line.unpaired.as_ref().map(|(count, _)| *count),
            parallel: line.unpaired.as_ref().map(|(_, address)| address.as_str()),
        }
        .into()
    }
}
