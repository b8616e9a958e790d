//! Who came to a meeting.

use super::{blocks::BriefBlock, records::BriefContext};
use crate::{
    id::Id,
    lang::Date,
    model::{Head, Meeting, Organization, Participation},
};

impl BriefContext<'_> {
    /// Who came, an item for each delegation; nothing where the sources name nobody.
    pub(super) fn attendance(&self, id: Id<Meeting>) -> Vec<BriefBlock> {
        let facts = &self.site.meetings[id].facts;
        let day = facts.date.first_day();
        facts.delegations.iter().map(|it| BriefBlock::Item(self.delegation(it, day))).collect()
    }

    fn delegation(&self, it: &Participation, day: Date) -> String {
        let name = self.plain(&self.site.delegations[it.delegation].name);
        let heads = it.heads.iter().map(|head| self.head(head));
        let bodies = it.organizations.iter().map(|id| self.body(*id, day));
        let people = it.people.iter().map(|id| self.plain(&self.site.people[*id].name));
        let others = it.others.then(|| self.strings.plain("and-others").to_owned());
        let named = self.joined(heads.chain(bodies).chain(people).chain(others));
        if named.is_empty() { name } else { [&name, self.strings.plain("colon"), &named].concat() }
    }

    fn head(&self, head: &Head) -> String {
        let name = self.plain(&self.site.people[head.person].name);
        let capacity = head.capacity.map(|it| self.strings.plain(&format!("capacity-{}", it.name())));
        let online = head.online.then(|| self.strings.plain("attended-online"));
        let office = head.office.as_ref().map(|office| self.plain(office));
        let more = capacity.into_iter().chain(online).map(str::to_owned);
        self.in_brackets(name, office.into_iter().chain(more))
    }

    /// A body by the name that it had on the day.
    fn body(&self, id: Id<Organization>, day: Date) -> String {
        let body = &self.site.organizations[id];
        self.in_brackets(self.plain(body.name_at(Some(day))), body.abbreviation.clone())
    }

    fn in_brackets(&self, name: String, more: impl IntoIterator<Item = String>) -> String {
        let more = self.joined(more);
        if more.is_empty() {
            return name;
        }
        let args = [("name", name.into()), ("abbreviation", more.into())];
        self.strings.get("abbreviation-after-name", &args)
    }
}
