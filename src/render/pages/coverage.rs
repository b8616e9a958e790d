//! What there is of each record in each language, and how it stands to the other.

use strum::{IntoStaticStr, VariantNames};

use crate::{
    lang::{Lang, PerLang},
    model::{self, Body, Due, Meeting, Text},
    plan::{self, ListKind, PlannedPage, meeting_address, parallel_address},
    render::{
        context::LanguageContext,
        groups::part,
        head::PageContent,
        lists::{Coverage, CoverageLine, CoveredRecord, STATES},
        string_keys::{StringKeys, keys},
        text,
        view::{Html, PageTemplate, view},
    },
    site::Site,
};

view! {
    /// What there is in each language.
    struct CoveragePage<'a> {
        /// The names of the languages.
        languages: Vec<&'a str>,
        /// How many records are in which state.
        totals: Vec<StateTotalView<'a>>,
        /// How many rows of notes could not be paired.
        unpaired: usize,
        /// The records.
        rows: Vec<CoverageRowView<'a>>,
    }
}

impl PageTemplate for CoveragePage<'_> {
    const TEMPLATE: &'static str = "coverage.html";
    const STRINGS: &'static [StringKeys] = &[
        keys("state-{}", &STATES),
        keys("state-{}-definition", &STATES),
        keys("lacking-{}", LackingPart::VARIANTS),
        keys("language-{}", &Lang::CODES),
    ];
}

view! {
    /// How many records are in a state.
    struct StateTotalView<'a> {
        /// The id of the state, such as `current`.
        id: &'static str,
        /// The same in words.
        name: &'a str,
        /// What it means.
        definition: &'a str,
        /// How many, for every language.
        counts: Vec<usize>,
    }
}

view! {
    /// A record with what there is of it.
    struct CoverageRowView<'a> {
        /// Its title.
        title: Html,
        /// The address of its page.
        url: String,
        /// Its state in every language.
        states: Vec<StateView<'a>>,
        /// How many rows of its notes could not be paired, where they were set against each other.
        unpaired: Option<usize>,
        /// The address of its parallel page, where it has one.
        parallel: Option<String>,
    }
}

view! {
    /// The state of a record in a language.
    struct StateView<'a> {
        /// Its id, such as `current`.
        id: &'static str,
        /// The same in words.
        name: &'a str,
        /// The parts that are missing in the language, in words; none where it has no file.
        lacking: Vec<&'a str>,
    }
}

/// The parts that a language may lack.
#[derive(Clone, Copy, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
enum LackingPart {
    Title,
    Summary,
    Place,
    Roles,
    Commitments,
    Due,
    Assessments,
    Corrections,
    Text,
}

impl LanguageContext<'_> {
    pub(super) fn coverage(&self, page: &PlannedPage) -> PageContent<'_> {
        let Coverage { lines, totals, unpaired } = &*self.lists.coverage;
        let languages = self.site.config.languages;
        let totals = STATES.iter().zip(totals).map(|(name, total)| StateTotalView {
            id: name,
            name: self.strings.plain(&format!("state-{name}")),
            definition: self.strings.plain(&format!("state-{name}-definition")),
            counts: languages.map(|lang| total[lang]).to_vec(),
        });
        let names = languages.map(|lang| self.strings.plain(&format!("language-{}", lang.code())));
        let rows = part(lines, page).iter().map(|line| self.coverage_row(line, languages));
        self.head_of_list(ListKind::Coverage).with(CoveragePage {
            languages: names.into(),
            totals: totals.collect(),
            unpaired: *unpaired,
            rows: rows.collect(),
        })
    }

    fn coverage_row(&self, line: &CoverageLine, languages: [Lang; 2]) -> CoverageRowView<'_> {
        let site = self.site;
        let states = languages.map(|lang| {
            let name = line.states[lang];
            let lacking = match line.record {
                CoveredRecord::Meeting(id) => lacking_of_meeting(site, &site.meetings[id], lang),
                CoveredRecord::Page(id) => lacking_of_page(&site.pages[id], lang),
            };
            let lacking = lacking
                .into_iter()
                .map(|part| self.strings.plain(&format!("lacking-{}", <&str>::from(part))));
            let words = self.strings.plain(&format!("state-{name}"));
            StateView { id: name, name: words, lacking: lacking.collect() }
        });
        let (title, url, parallel) = match line.record {
            CoveredRecord::Meeting(id) => {
                let meeting = &site.meetings[id];
                let unpaired = line.unpaired.filter(|_| meeting.has_parallel());
                let parallel = unpaired.map(|_| parallel_address(meeting, self.lang));
                (&meeting.facts.title, meeting_address(meeting, self.lang), parallel)
            }
            CoveredRecord::Page(id) => {
                let page = &site.pages[id];
                (&page.title, plan::address(self.lang, &plan::plain_page_path(&page.id)), None)
            }
        };
        CoverageRowView {
            title: text::html(title, self.lang, self.strings),
            url,
            states: states.into(),
            unpaired: line.unpaired,
            parallel,
        }
    }
}

/// The parts that a language lacks; of a meeting without a file in the language, none.
fn lacking_of_meeting(site: &Site, meeting: &Meeting, lang: Lang) -> Vec<LackingPart> {
    let lacks = |text: Option<&Text>| text.is_some_and(|text| !text.is_empty() && text.get(lang).is_none());
    let heads = || meeting.facts.delegations.iter().flat_map(|it| &it.heads);
    let commitments = || meeting.commitments.iter().map(|id| &site.commitments[*id]);
    let due = |text: &Option<Due>| lacks(text.as_ref().and_then(|due| due.text.as_ref()));
    let parts = [
        (LackingPart::Title, lacks(Some(&meeting.facts.title))),
        (LackingPart::Summary, lacks(meeting.facts.summary.as_ref())),
        (LackingPart::Place, lacks(meeting.facts.place.as_ref())),
        (LackingPart::Roles, heads().any(|head| lacks(head.office.as_ref()))),
        (
            LackingPart::Commitments,
            commitments().any(|it| lacks(Some(&it.facts.text)) || lacks(it.facts.title.as_ref())),
        ),
        (LackingPart::Due, commitments().any(|it| due(&it.facts.due))),
        (
            LackingPart::Assessments,
            commitments().flat_map(|it| &it.assessments).any(|it| lacks(it.note.as_ref())),
        ),
        (LackingPart::Corrections, meeting.facts.corrections.iter().any(|it| lacks(Some(&it.note)))),
    ];
    lacking(&meeting.bodies, lang, &parts)
}

/// The same of a page.
fn lacking_of_page(page: &model::Page, lang: Lang) -> Vec<LackingPart> {
    let lacks = |text: Option<&Text>| text.is_some_and(|text| !text.is_empty() && text.get(lang).is_none());
    let parts = [
        (LackingPart::Title, lacks(Some(&page.title))),
        (LackingPart::Summary, lacks(page.summary.as_ref())),
    ];
    lacking(&page.bodies, lang, &parts)
}

fn lacking(bodies: &PerLang<Option<Body>>, lang: Lang, parts: &[(LackingPart, bool)]) -> Vec<LackingPart> {
    let [Some(own), Some(other)] = [lang, lang.other()].map(|lang| bodies[lang].as_ref()) else {
        return Vec::new();
    };
    let lacks_text = own.units.is_empty() && !other.units.is_empty();
    let missing = parts.iter().filter(|(_, is_missing)| *is_missing).map(|(part, _)| *part);
    missing.chain(lacks_text.then_some(LackingPart::Text)).collect()
}
