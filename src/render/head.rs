//! What a page says of itself, as its kind knows it: its title, the way to it, and what it is to search engines.

use super::{
    context::LanguageContext,
    json_ld::Node,
    string_keys::{StringKeys, key, keys},
    text,
    view::{Html, PageData, PageTemplate, page_data, view},
};
use crate::{
    lang::{Lang, ruby},
    model::{Meeting, Text},
    plan::{self, ListKind, files::feed_address, meeting_address},
    theme::Strings,
};

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] = &[
    key("feed-of-site"),
    key("nav-home"),
    keys("nav-{}", ListKind::NAMES),
    keys("title-{}", ListKind::NAMES),
    keys("description-{}", ListKind::NAMES),
];

/// What a kind of page says of a page.
pub(super) struct PageHead<'a> {
    /// As HTML, for the heading.
    pub(super) heading: Html,
    /// Without markup, for the title.
    pub(super) title: String,
    /// For search engines.
    pub(super) description: Option<String>,
    /// The navigation's entry that it belongs to.
    pub(super) section: &'static str,
    /// The way from home down to the page, without the page itself.
    pub(super) trail: Vec<TrailStep<'a>>,
    /// The feed that tells of what the page shows.
    pub(super) feed: Option<FeedLinkView>,
    /// What the page is about, for search engines.
    pub(super) structured: Option<Node>,
}

/// A page as its kind makes it.
pub(super) struct PageContent<'a> {
    /// What it says of itself.
    pub(super) head: PageHead<'a>,
    /// What its template is given besides.
    pub(super) data: PageData,
}

/// How a page comes to be.
pub(super) enum PageForm<'a> {
    /// By a template.
    Templated(Box<PageContent<'a>>),
    /// As a text that its format lays down to the letter.
    Written(String),
}

impl<'a> PageHead<'a> {
    /// A page of this title, in plain text.
    pub(super) fn new(title: &str, section: &'static str) -> Self {
        Self::with_heading(Html::escaped(title), title.to_owned(), section)
    }

    fn with_heading(heading: Html, title: String, section: &'static str) -> Self {
        let (trail, feed) = (Vec::new(), None);
        Self { heading, title, description: None, section, trail, feed, structured: None }
    }

    /// The page with this head that shows this.
    pub(super) fn with(self, page: impl PageTemplate) -> PageContent<'a> {
        PageContent { head: self, data: page_data(page) }
    }
}

view! {
    /// A feed, for `<link rel="alternate">`.
    struct FeedLinkView {
        /// What it tells of, without markup.
        title: String,
        /// Its address.
        url: String,
    }
}

/// A step on the way from home to a page.
pub(super) struct TrailStep<'a> {
    pub(super) title: Title<'a>,
    /// Its address.
    pub(super) url: String,
}

/// The title of a step: of a list in the words of the interface, or of a record.
pub(super) enum Title<'a> {
    Said(&'a str),
    Of(&'a Text),
}

impl Title<'_> {
    /// As HTML in a language.
    pub(super) fn html(&self, lang: Lang, strings: &Strings) -> Html {
        match self {
            Self::Said(words) => Html::escaped(words),
            Self::Of(title) => text::html(title, lang, strings),
        }
    }

    /// Without markup.
    pub(super) fn plain(&self, lang: Lang) -> String {
        match self {
            Self::Said(words) => (*words).to_owned(),
            Self::Of(title) => text::plain(title, lang),
        }
    }
}

impl LanguageContext<'_> {
    /// The head of a page that a text gives its title.
    pub(super) fn head_of(&self, title: &Text, section: &'static str) -> PageHead<'_> {
        let heading = text::html(title, self.lang, self.strings);
        PageHead::with_heading(heading, text::plain(title, self.lang), section)
    }

    /// The head of the entrances.
    pub(super) fn head_of_site(&self) -> PageHead<'_> {
        let config = &self.site.config;
        let description = config.description.as_ref().map(|it| text::plain(it, self.lang));
        PageHead { description, ..self.head_of(&config.title, "home") }
    }

    /// The head of a list.
    pub(super) fn head_of_list(&self, list: ListKind) -> PageHead<'_> {
        let name = list.name();
        PageHead {
            description: Some(self.of_dialogues(&format!("description-{name}"))),
            trail: self.trail(None),
            feed: self.feed_of_site(),
            ..PageHead::new(self.strings.plain(&format!("title-{name}")), name)
        }
    }

    /// A description, which may say "the dialogue" only where there is one.
    pub(super) fn of_dialogues(&self, key: &str) -> String {
        let dialogues = u32::try_from(self.site.dialogues.len()).unwrap_or(u32::MAX).max(1);
        self.strings.get(key, &[("dialogues", dialogues.into())])
    }

    /// The head of a record of a list.
    pub(super) fn head_of_record(&self, title: &Text, list: ListKind) -> PageHead<'_> {
        PageHead { trail: self.trail(Some(list)), ..self.head_of(title, list.name()) }
    }

    /// A summary as a description, where there is one in the page's language.
    pub(super) fn description(&self, text: Option<&Text>) -> Option<String> {
        text.and_then(|text| text.get(self.lang)).map(ruby::plain)
    }

    /// The feed of everything; none without a base address.
    pub(super) fn feed_of_site(&self) -> Option<FeedLinkView> {
        self.site.config.base_url.as_ref()?;
        Some(FeedLinkView {
            title: self.strings.plain("feed-of-site").to_owned(),
            url: feed_address(self.lang),
        })
    }

    /// The way from home to a list and below it.
    pub(super) fn trail(&self, list: Option<ListKind>) -> Vec<TrailStep<'_>> {
        let said = |key: &str| Title::Said(self.strings.plain(key));
        let mut trail = vec![TrailStep { title: said("nav-home"), url: plan::address(self.lang, "") }];
        if let Some(list) = list {
            let title = said(&format!("nav-{}", list.name()));
            trail.push(TrailStep { title, url: plan::address(self.lang, &plan::list_path(list)) });
        }
        trail
    }

    /// The head of a meeting.
    pub(super) fn head_of_meeting(&self, meeting: &Meeting) -> PageHead<'_> {
        let head = self.head_of(&meeting.facts.title, ListKind::Meetings.name());
        PageHead { trail: self.trail_to(meeting), ..head }
    }

    /// The way from home to a meeting: by its dialogue, where there are several.
    fn trail_to(&self, meeting: &Meeting) -> Vec<TrailStep<'_>> {
        let id = meeting.facts.dialogue;
        let Some(url) = self.dialogue_url(id) else { return self.trail(Some(ListKind::Meetings)) };
        let dialogue = TrailStep { title: Title::Of(&self.site.dialogues[id].title), url };
        self.trail(None).into_iter().chain([dialogue]).collect()
    }

    /// The way from home to what lies below a meeting.
    pub(super) fn trail_below<'m>(&'m self, meeting: &'m Meeting) -> Vec<TrailStep<'m>> {
        let mut trail = self.trail_to(meeting);
        let title = Title::Of(&meeting.facts.title);
        trail.push(TrailStep { title, url: meeting_address(meeting, self.lang) });
        trail
    }
}
