//! The earlier address of a record.

use crate::render::{
    cards::LinkView,
    context::LanguageContext,
    head::{PageContent, PageHead},
    text,
    view::{Html, Page, view},
};

view! {
    /// An earlier address of a record.
    struct AliasPage {
        /// The record.
        target: LinkView,
    }
}

impl Page for AliasPage {
    const TEMPLATE: &'static str = "alias.html";
}

impl LanguageContext<'_> {
    pub(super) fn alias(&self, index: usize) -> PageContent<'_> {
        let target = &self.site.aliases[index].target;
        let url = format!("{}/{target}", self.lang.code());
        let title = self.alias_title(index);
        let target = LinkView { url, title: Html::escaped(&title) };
        PageHead::new(&title, "").with(AliasPage { target })
    }

    /// The title of the record that an earlier address leads to.
    fn alias_title(&self, index: usize) -> String {
        let mut parts = self.site.aliases[index].target.split('/');
        let (kind, id) = (parts.next(), parts.next().unwrap_or_default());
        let meeting = self.site.meetings.find(id).filter(|_| kind == Some("meetings"));
        let page = self.site.pages.find(id).filter(|_| kind == Some("pages"));
        let title = meeting.map(|id| &self.site.meetings[id].title);
        let title = title.or_else(|| page.map(|id| &self.site.pages[id].title));
        title.map(|title| text::plain(title, self.lang)).unwrap_or_default()
    }
}
