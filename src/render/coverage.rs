//! What there is of each record in each language, and how it stands to the other.

use super::{
    LanguageContext, lacking,
    records::part,
    text,
    view::{PageData, page_data},
    views::{CoveragePage, CoverageRowView, StateTotalView, StateView},
};
use crate::{
    lang::Lang,
    model::{Meeting, Page, Text, TranslationState},
    plan::{self, PlannedPage, meeting_address, parallel_address, published},
};

/// The states of the page: those of texts, and that of a record of which other parts are there.
const STATES: [&str; 7] =
    ["current", "outdated", "unstamped", "partial", "missing", "summary", "not-translated"];

/// What the page says of a record.
struct Line<'a> {
    title: &'a Text,
    /// Of each language, as the keys of strings have it.
    states: [&'static str; 2],
    /// How many rows of its notes could not be paired, if they were set against each other.
    unpaired: Option<usize>,
    record: Listed<'a>,
}

/// A record of the page.
enum Listed<'a> {
    Meeting(&'a Meeting),
    Page(&'a Page),
}

impl LanguageContext<'_> {
    pub(super) fn coverage<'s>(&'s self, page: &'s PlannedPage) -> PageData {
        let lines = self.coverage_lines();
        let languages = self.site.config.languages;
        let totals = STATES.map(|name| {
            let counts =
                languages.map(|lang| lines.iter().filter(|line| line.states[lang.index()] == name).count());
            StateTotalView {
                id: name,
                name: self.strings.plain(&format!("state-{name}")),
                definition: self.strings.plain(&format!("state-{name}-definition")),
                counts: counts.to_vec(),
            }
        });
        let unpaired: usize = lines.iter().filter_map(|line| line.unpaired).sum();
        let names = languages.map(|lang| self.strings.plain(&format!("language-{}", lang.code())));
        let rows = part(&lines, page).iter().map(|line| self.coverage_row(line, languages));
        page_data(CoveragePage {
            languages: names.into(),
            totals: totals.into(),
            unpaired,
            rows: rows.collect(),
        })
    }

    /// The meetings, the newest first, and then the pages.
    fn coverage_lines(&self) -> Vec<Line<'_>> {
        let site = self.site;
        let meetings = published(site).rev().map(|id| {
            let meeting = &site.meetings[id];
            let unpaired = meeting.alignment.as_ref().map(|alignment| alignment.unpaired().count());
            Line {
                title: &meeting.title,
                states: states(&meeting.states, |lang| self.has_parts(meeting, lang)),
                unpaired,
                record: Listed::Meeting(meeting),
            }
        });
        let pages = site.published_pages().map(|page| Line {
            title: &page.title,
            states: states(&page.states, |lang| page.title.get(lang).is_some()),
            unpaired: None,
            record: Listed::Page(page),
        });
        meetings.chain(pages).collect()
    }

    /// Whether something of a meeting is there in a language, beside its text.
    fn has_parts(&self, meeting: &Meeting, lang: Lang) -> bool {
        let mut commitments = meeting.commitments.iter().map(|id| &self.site.commitments[*id]);
        meeting.title.get(lang).is_some() || commitments.any(|it| it.text.get(lang).is_some())
    }

    fn coverage_row(&self, line: &Line<'_>, languages: [Lang; 2]) -> CoverageRowView<'_> {
        let states = languages.map(|lang| {
            let name = line.states[lang.index()];
            let lacking = match line.record {
                Listed::Meeting(meeting) => lacking::of_meeting(self.site, meeting, lang),
                Listed::Page(page) => lacking::of_page(page, lang),
            };
            let lacking = lacking.into_iter().map(|part| self.strings.plain(&format!("lacking-{part}")));
            let words = self.strings.plain(&format!("state-{name}"));
            StateView { id: name, name: words, lacking: lacking.collect() }
        });
        let (url, parallel) = match line.record {
            Listed::Meeting(meeting) => {
                let unpaired = line.unpaired.filter(|_| meeting.has_parallel());
                let parallel = unpaired.map(|_| parallel_address(meeting, self.lang));
                (meeting_address(meeting, self.lang), parallel)
            }
            Listed::Page(page) => (plan::address(self.lang, &plan::plain_page_path(&page.id)), None),
        };
        CoverageRowView {
            title: text::html(line.title, self.lang, self.strings),
            url,
            states: states.into(),
            unpaired: line.unpaired,
            parallel,
        }
    }
}

/// The states of a record in each language, by what is there where the text is missing.
fn states(states: &[TranslationState; 2], has_parts: impl Fn(Lang) -> bool) -> [&'static str; 2] {
    Lang::ALL.map(|lang| match &states[lang.index()] {
        TranslationState::Missing if has_parts(lang) => "partial",
        state => state.name(),
    })
}
