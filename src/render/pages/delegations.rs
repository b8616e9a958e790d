//! The list of the delegations.

use crate::{
    plan::PlannedPage,
    render::{
        cards::DelegationCard,
        context::LanguageContext,
        groups::part,
        view::{Page, PageData, page_data, view},
    },
};

view! {
    /// The delegations.
    struct DelegationsPage {
        /// The delegations.
        delegations: Vec<DelegationCard>,
    }
}

impl Page for DelegationsPage {
    const TEMPLATE: &'static str = "delegations.html";
}

impl LanguageContext<'_> {
    pub(in crate::render) fn delegations(&self, page: &PlannedPage) -> PageData {
        page_data(DelegationsPage { delegations: part(&self.cards.delegations.all(), page).to_vec() })
    }
}
