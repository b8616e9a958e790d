//! The list of the delegations.

use crate::{
    plan::{ListKind, PlannedPage},
    render::{
        cards::DelegationCard,
        context::LanguageContext,
        groups::places,
        head::PageContent,
        view::{PageTemplate, view},
    },
};

view! {
    /// The delegations.
    struct DelegationsPage {
        /// The delegations.
        delegations: Vec<DelegationCard>,
    }
}

impl PageTemplate for DelegationsPage {
    const TEMPLATE: &'static str = "delegations.html";
}

impl LanguageContext<'_> {
    pub(super) fn delegations(&self, page: &PlannedPage) -> PageContent<'_> {
        self.head_of_list(ListKind::Delegations).with(DelegationsPage {
            delegations: self.cards.delegations.range(places(page)).cloned().collect(),
        })
    }
}
