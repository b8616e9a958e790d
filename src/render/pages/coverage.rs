//! What there is of each record in each language, and how it stands to the other.

use strum::{IntoStaticStr, VariantNames};

use crate::{
    lang::{Lang, PerLang},
    model::{self, Body, Due, Meeting, Text, TranslationState},
    plan::{self, ListKind, PlannedPage, meeting_address, parallel_address, published},
    render::{
        context::LanguageContext,
        groups::part,
        head::PageContent,
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

/// The states of the page: those of texts, and that of a record of which other parts are there.
const STATES: [&str; 7] =
    ["current", "outdated", "unstamped", "partial", "missing", "summary", "not-translated"];

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

/// What the page says of a record.
struct CoverageLine<'a> {
    title: &'a Text,
    /// Of each language, as the keys of strings have it.
    states: PerLang<&'static str>,
    /// How many rows of its notes could not be paired, if they were set against each other.
    unpaired: Option<usize>,
    record: Listed<'a>,
}

/// A record of the page.
enum Listed<'a> {
    Meeting(&'a Meeting),
    Page(&'a model::Page),
}

impl LanguageContext<'_> {
    pub(super) fn coverage(&self, page: &PlannedPage) -> PageContent<'_> {
        let lines = self.coverage_lines();
        let languages = self.site.config.languages;
        let totals = STATES.map(|name| {
            let counts = languages.map(|lang| lines.iter().filter(|line| line.states[lang] == name).count());
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
        self.head_of_list(ListKind::Coverage).with(CoveragePage {
            languages: names.into(),
            totals: totals.into(),
            unpaired,
            rows: rows.collect(),
        })
    }

    /// The meetings, the newest first, and then the pages.
    fn coverage_lines(&self) -> Vec<CoverageLine<'_>> {
        let site = self.site;
        let meetings = published(site).rev().map(|id| {
            let meeting = &site.meetings[id];
            let unpaired = meeting.alignment.as_ref().map(|alignment| alignment.unpaired().count());
            CoverageLine {
                title: &meeting.facts.title,
                states: states(&meeting.states, |lang| self.has_parts(meeting, lang)),
                unpaired,
                record: Listed::Meeting(meeting),
            }
        });
        let pages = site.published_pages().map(|page| CoverageLine {
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
        meeting.facts.title.get(lang).is_some() || commitments.any(|it| it.facts.text.get(lang).is_some())
    }

    fn coverage_row(&self, line: &CoverageLine<'_>, languages: [Lang; 2]) -> CoverageRowView<'_> {
        let states = languages.map(|lang| {
            let name = line.states[lang];
            let lacking = match line.record {
                Listed::Meeting(meeting) => lacking_of_meeting(self.site, meeting, lang),
                Listed::Page(page) => lacking_of_page(page, lang),
            };
            let lacking = lacking
                .into_iter()
                .map(|part| self.strings.plain(&format!("lacking-{}", <&str>::from(part))));
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
fn states(states: &PerLang<TranslationState>, has_parts: impl Fn(Lang) -> bool) -> PerLang<&'static str> {
    PerLang::of(|lang| match &states[lang] {
        TranslationState::Missing if has_parts(lang) => "partial",
        state => state.name(),
    })
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
