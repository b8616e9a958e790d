//! The search page: what it can filter by, and the ways in without a script.

use tera::{Map, Value};

use super::{Shelf, text, values};
use crate::{
    lang::date_text,
    model::{Kind, Status, Text},
    plan::{self, ListKind, PlannedPage, page_address, published},
};

/// The types of records, by the names that the index has for them.
const TYPES: [&str; 8] =
    ["meeting", "commitment", "track", "delegation", "organization", "person", "term", "page"];

impl Shelf<'_> {
    pub(super) fn search(&self, page: &PlannedPage) -> Map {
        values! {
            index: plan::SEARCH,
            filters: self.filters(),
            tracks: self.cards.tracks.iter().take(plan::PAGE_LENGTH).cloned().collect::<Vec<_>>(),
            organizations: self.organizations(page),
            people: self.people(page),
            years: self.years_of_timeline(),
        }
    }

    fn filters(&self) -> Vec<Value> {
        let site = self.site;
        let said = |names: &[&str], prefix: &str| -> Vec<Value> {
            let label = |name: &&str| self.strings.plain(&format!("{prefix}-{name}"));
            names.iter().map(|name| values! { value: *name, label: label(name) }.into()).collect()
        };
        let titled = |id: &str, title: &Text| {
            let lang = text::foreign(title, self.lang);
            Value::from(values! { value: id, label: text::plain(title, self.lang), lang: lang })
        };
        let tracks = site.tracks.iter().map(|(_, track)| titled(&track.id, &track.title));
        let delegations = site.delegations.iter().map(|(_, it)| titled(&it.id, &it.name));
        let mut statuses = Status::ALL.map(Status::name).to_vec();
        statuses.push("superseded");
        let mut years: Vec<_> =
            published(site).rev().map(|id| site.meetings[id].date.start().year().to_string()).collect();
        years.dedup();
        let years = years.iter().map(|year| values! { value: year.as_str(), label: year.as_str() }.into());
        let filters = [
            ("type", said(&TYPES, "type")),
            ("track", tracks.collect()),
            ("delegation", delegations.collect()),
            ("kind", said(&Kind::ALL.map(Kind::name), "kind")),
            ("status", said(&statuses, "status")),
            ("year", years.collect()),
        ];
        let filters = filters.into_iter().map(|(name, options)| {
            let label = self.strings.plain(&format!("filter-{name}"));
            values! { name: name, label: label, options: options }.into()
        });
        filters.collect()
    }

    /// The years in which meetings were held, the newest first, each with its place on the timeline.
    fn years_of_timeline(&self) -> Vec<Value> {
        let list = format!("{}/{}/", self.lang.code(), ListKind::Timeline.name());
        let mut years: Vec<(i16, Value)> = Vec::new();
        for (n, id) in published(self.site).enumerate() {
            let day = self.site.meetings[id].date.start();
            if years.last().is_none_or(|(year, _)| *year != day.year()) {
                let url = format!("{}#_y{}", page_address(&list, n / plan::PAGE_LENGTH + 1), day.year());
                years.push((day.year(), values! { label: date_text::year(self.lang, day), url: url }.into()));
            }
        }
        years.into_iter().rev().map(|(_, year)| year).collect()
    }
}
