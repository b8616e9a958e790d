//! The earlier address of a record.

use crate::{
    plan,
    render::{
        cards::LinkView,
        context::LanguageContext,
        head::{PageContent, PageHead},
        text,
        view::{Html, PageTemplate, view},
    },
    site::AliasTarget,
};

view! {
    /// An earlier address of a record.
    struct AliasPage {
        /// The record.
        target: LinkView,
    }
}

impl PageTemplate for AliasPage {
    const TEMPLATE: &'static str = "alias.html";
}

impl LanguageContext<'_> {
    pub(super) fn alias(&self, index: usize) -> PageContent<'_> {
        let url = plan::address(self.lang, &plan::alias_path(self.site, &self.site.aliases[index]));
        let title = self.alias_title(index);
        let target = LinkView { url, title: Html::escaped(&title) };
        PageHead::new(&title, "").with(AliasPage { target })
    }

    /// The title of the record that an earlier address leads to.
    fn alias_title(&self, index: usize) -> String {
        let title = match self.site.aliases[index].target {
            AliasTarget::Commitment(id) => self.site.commitments[id].facts.name(),
            AliasTarget::Meeting(id) | AliasTarget::WithdrawnCommitment(id, _) => {
                &self.site.meetings[id].facts.title
            }
            AliasTarget::Dialogue(id) => &self.site.dialogues[id].title,
            AliasTarget::Track(id) => &self.site.tracks[id].title,
            AliasTarget::Delegation(id) => &self.site.delegations[id].name,
            AliasTarget::Organization(id) => &self.site.organizations[id].name,
            AliasTarget::Person(id) => &self.site.people[id].name,
            AliasTarget::Event(id) => &self.site.events[id].title,
            AliasTarget::Page(id) => &self.site.pages[id].title,
        };
        text::plain(title, self.lang)
    }
}
