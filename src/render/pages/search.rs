//! The search page: what it can filter by, and the ways in without a script.

use crate::{
    model::{Kind, Outcome, Text},
    plan::{self, ListKind, PlannedPage},
    render::{
        cards::{LinkView, TrackCard},
        context::LanguageContext,
        head::PageContent,
        pages::{organizations::OrganizationSectionView, people::PeopleSectionView},
        string_keys::{StringKeys, keys},
        text,
        view::{PageTemplate, view},
        years::{YearLinkView, year_heading},
    },
};

view! {
    /// The search page: what its script needs, and the ways in without one.
    struct SearchPage {
        /// The folder of the index, from the site's root.
        index: &'static str,
        /// What results can be narrowed down by.
        filters: Vec<FilterView>,
        /// The dialogues, where there are several.
        dialogues: Vec<LinkView>,
        /// The tracks, up to 200.
        tracks: Vec<TrackCard>,
        /// The first 200 organizations, under the rows of the syllabary in Japanese.
        organizations: Vec<OrganizationSectionView>,
        /// The first 200 people, likewise.
        people: Vec<PeopleSectionView>,
        /// The years of meetings and events, the newest first.
        years: Vec<YearLinkView>,
    }
}

impl PageTemplate for SearchPage {
    const TEMPLATE: &'static str = "search.html";
    const STRINGS: &'static [StringKeys] = &[
        keys("filter-{}", &FILTERS),
        keys("type-{}", &TYPES),
        keys("kind-{}", Kind::NAMES),
        keys("outcome-{}", &Outcome::SIGNS),
    ];
}

view! {
    /// Something that results can be narrowed down by.
    struct FilterView {
        /// Its name in the address of a search.
        name: &'static str,
        /// What it is called.
        label: String,
        /// The choices.
        options: Vec<OptionView>,
    }
}

view! {
    /// A choice of a filter.
    struct OptionView {
        /// Its value in the address of a search.
        value: String,
        /// What it is called.
        label: String,
        /// The code of the label's language, where it is not the page's.
        lang: Option<&'static str>,
    }
}

/// The types of records, by the names that the index has for them.
const TYPES: [&str; 9] =
    ["meeting", "commitment", "event", "track", "delegation", "organization", "person", "term", "page"];

/// What results can be narrowed down by, by the names that addresses have for it.
const FILTERS: [&str; 7] = ["type", "dialogue", "track", "delegation", "kind", "outcome", "year"];

impl LanguageContext<'_> {
    pub(super) fn search(&self, page: &PlannedPage) -> PageContent<'_> {
        self.head_of_list(ListKind::Search).with(SearchPage {
            index: plan::files::SEARCH,
            filters: self.filters(),
            dialogues: self.dialogue_links().into_iter().take(plan::PAGE_LENGTH).collect(),
            tracks: self.cards.tracks.range(0..plan::PAGE_LENGTH).cloned().collect(),
            organizations: self.organization_sections(page),
            people: self.people_sections(page),
            years: self.years_of_timeline(),
        })
    }

    fn filters(&self) -> Vec<FilterView> {
        let site = self.site;
        let dialogues = site.dialogues.iter().filter(|_| site.has_several_dialogues());
        let dialogues = dialogues.map(|(_, it)| self.titled(&it.id, &it.title));
        let tracks = site.tracks.iter().map(|(_, track)| self.titled(&track.id, &track.title));
        let delegations = site.delegations.iter().map(|(_, it)| self.titled(&it.id, &it.name));
        let years = self.lists.timeline.years.iter().rev().map(|start| {
            let year = start.day.year().to_string();
            OptionView { label: year.clone(), value: year, lang: None }
        });
        let types = TYPES.into_iter().filter(|name| *name != "event" || ListKind::Events.is_in(site));
        let filters: [(&str, Vec<OptionView>); 7] = [
            ("type", types.map(|name| self.choice("type", name)).collect()),
            ("dialogue", dialogues.collect()),
            ("track", tracks.collect()),
            ("delegation", delegations.collect()),
            ("kind", Kind::NAMES.iter().map(|name| self.choice("kind", name)).collect()),
            ("outcome", Outcome::SIGNS.iter().map(|name| self.choice("outcome", name)).collect()),
            ("year", years.collect()),
        ];
        let filters = filters.into_iter().map(|(name, options)| {
            let label = self.strings.plain(&format!("filter-{name}")).to_owned();
            FilterView { name, label, options }
        });
        filters.collect()
    }

    /// A choice that the strings have a word for.
    fn choice(&self, prefix: &str, name: &str) -> OptionView {
        let label = self.strings.plain(&format!("{prefix}-{name}")).to_owned();
        OptionView { value: name.to_owned(), label, lang: None }
    }

    /// A choice that a record gives its title.
    fn titled(&self, id: &str, title: &Text) -> OptionView {
        let lang = text::foreign(title, self.lang);
        OptionView { value: id.to_owned(), label: text::plain(title, self.lang), lang }
    }

    /// The years of meetings and events, the newest first, each with its place on the timeline.
    fn years_of_timeline(&self) -> Vec<YearLinkView> {
        let list = plan::address(self.lang, &plan::list_path(ListKind::Timeline));
        let mut years = self.year_links(&self.lists.timeline.years, &list, year_heading);
        years.reverse();
        years
    }
}
