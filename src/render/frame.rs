//! What a page says of itself: title, addresses, language versions, the way from home.

use std::borrow::Cow;

use super::{
    context::LanguageContext,
    text,
    view::{Html, view},
};
use crate::{
    lang::{Lang, ruby},
    model::{Meeting, Text},
    path,
    plan::{
        ListKind, PageKind, PlannedPage, feed_address, meeting_address, page_address, track_feed_address,
    },
    theme::Strings,
};

view! {
    /// What the page says of itself.
    struct FrameView<'a> {
        /// Its address.
        url: Cow<'a, str>,
        /// The way from the page to the site's root, such as `../../`: it goes before every address of the site.
        root: String,
        /// Its title without markup, for `<title>`.
        title: String,
        /// Its title, for `<h1>`.
        heading: Html,
        /// A sentence on what it shows.
        description: Option<String>,
        /// The `key` of the entry of `nav` it belongs to; an empty text where there is none.
        section: &'static str,
        /// Its canonical address, in full.
        canonical: Option<String>,
        /// The page in each language, where it is there in both.
        alternates: Vec<AlternateView>,
        /// The address for those who read neither language, in full; on the root and the home pages alone.
        x_default: Option<String>,
        /// Whether search engines are to leave it out.
        noindex: bool,
        /// Its language for Open Graph, `en_US` or `ja_JP`.
        og_locale: &'static str,
        /// The other language for Open Graph.
        og_locale_alternate: &'static str,
        /// What search engines are told of it, for a `script` of the type `application/ld+json`.
        structured: Option<Html>,
        /// Its address for Open Graph, in full.
        og_url: Option<String>,
        /// The same page in the other language.
        other: CounterpartView,
        /// The way from home down to the page, without the page itself.
        crumbs: Vec<CrumbView>,
        /// The feed that tells of what the page shows.
        feed: Option<FeedLinkView>,
        /// The parts of a list that is too long for one page.
        pager: Option<PagerView>,
    }
}

view! {
    /// A version of the page, for `<link rel="alternate">`.
    struct AlternateView {
        /// The code of its language.
        lang: &'static str,
        /// Its address, in full.
        href: String,
    }
}

view! {
    /// The page in the other language.
    struct CounterpartView {
        /// The code of the language.
        lang: &'static str,
        /// The language's own name.
        name: &'static str,
        /// Its address.
        url: String,
    }
}

view! {
    /// A page above the page.
    struct CrumbView {
        /// Its title.
        title: Html,
        /// Its address.
        url: String,
    }
}

view! {
    /// The parts of a long list.
    struct PagerView {
        /// The number of this part.
        page: usize,
        /// How many parts there are.
        pages: usize,
        /// The address of the part before.
        previous: Option<String>,
        /// The address of the part after.
        next: Option<String>,
        /// The first part, the last and those near this one.
        links: Vec<PagerLinkView>,
    }
}

view! {
    /// A part of a long list.
    struct PagerLinkView {
        /// Its number.
        n: usize,
        /// Its address.
        url: String,
        /// Whether it is this page.
        current: bool,
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

/// What a page shows, for its frame.
struct Subject {
    /// As HTML, for the heading.
    heading: Html,
    /// Without markup, for the title.
    title: String,
    /// For search engines.
    description: Option<String>,
    /// The navigation's entry that it belongs to.
    section: &'static str,
}

/// A step on the way from home to a page.
pub(super) struct Step<'a> {
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
    fn html(&self, lang: Lang, strings: &Strings) -> Html {
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
    /// The `page` of a template.
    pub(super) fn frame<'p>(&'p self, page: &'p PlannedPage) -> FrameView<'p> {
        let subject = self.subject(page);
        let config = &self.site.config;
        let has = |lang| page.has_version(self.site, lang);
        let is_pair = self.is_pair(page);
        let own =
            if has(page.lang) { page.address.clone() } else { in_lang(&page.address, page.lang.other()) };
        let alternates = if is_pair && Lang::ALL.into_iter().all(has) {
            let languages = config.languages.iter();
            let addresses = languages.filter_map(|lang| {
                let href = config.absolute(&in_lang(&page.address, *lang))?;
                Some(AlternateView { lang: lang.code(), href })
            });
            addresses.collect()
        } else {
            Vec::new()
        };
        let is_entrance = matches!(page.kind, PageKind::Root | PageKind::Home);
        let title = self.numbered(subject.title, page);
        let trail = self.trail(page);
        let crumbs = self.crumbs(&trail);
        let structured = self.structured(page, &title, &trail);
        let root = match page.kind {
            // A server shows it at any depth.
            PageKind::NotFound => config.base_path().to_owned(),
            _ => path::way_to_root(&page.address),
        };
        FrameView {
            url: path::encoded(&page.address),
            root,
            title,
            heading: subject.heading,
            description: subject.description,
            section: subject.section,
            canonical: if page.is_listed(self.site) { config.absolute(&own) } else { None },
            alternates,
            x_default: if is_entrance { config.absolute("") } else { None },
            noindex: !page.is_listed(self.site),
            og_locale: page.lang.og_locale(),
            og_locale_alternate: page.lang.other().og_locale(),
            structured,
            og_url: if page.is_listed(self.site) { config.absolute(&own) } else { None },
            other: self.counterpart(page),
            crumbs,
            feed: self.feed(page),
            pager: Self::pager(page),
        }
    }

    /// The feed that tells of what the page shows.
    fn feed(&self, page: &PlannedPage) -> Option<FeedLinkView> {
        self.site.config.base_url.as_ref()?;
        let (title, url) = match page.kind {
            PageKind::Home | PageKind::List(_) => {
                (self.strings.plain("feed-of-site").to_owned(), feed_address(self.lang))
            }
            PageKind::Track(id) => {
                let track = &self.site.tracks[id];
                let title = text::plain(&track.title, self.lang);
                let title = self.strings.get("feed-of-track", &[("title", title.into())]);
                (title, track_feed_address(track, self.lang))
            }
            _ => return None,
        };
        Some(FeedLinkView { title, url })
    }

    /// The switcher: the same page in the other language. An earlier address has none there; its record has.
    fn counterpart(&self, page: &PlannedPage) -> CounterpartView {
        let other = page.lang.other();
        let url = match page.kind {
            PageKind::Alias(index) => format!("{}/{}", other.code(), self.site.aliases[index].target),
            _ => in_lang(&page.address, other),
        };
        CounterpartView { lang: other.code(), name: other.locale().own_name, url }
    }

    fn meeting_of(&self, page: &PlannedPage) -> Option<&Meeting> {
        match page.kind {
            PageKind::Meeting(id) | PageKind::Parallel(id) | PageKind::TakenBack(id) => {
                Some(&self.site.meetings[id])
            }
            PageKind::Commitment(id) => Some(&self.site.meetings[self.site.commitments[id].meeting]),
            _ => None,
        }
    }

    /// Whether the page stands in both languages at the same address below them.
    fn is_pair(&self, page: &PlannedPage) -> bool {
        !matches!(page.kind, PageKind::Root | PageKind::NotFound | PageKind::Alias(_) | PageKind::Parallel(_))
            && !page.is_withdrawn(self.site)
    }

    fn subject(&self, page: &PlannedPage) -> Subject {
        let site = self.site;
        let config = &site.config;
        if let Some(meeting) = self.meeting_of(page).filter(|meeting| meeting.is_withdrawn()) {
            // Of a withdrawn record nothing is told but which it was.
            return self.of_text(&meeting.title, None, "meetings");
        }
        match page.kind {
            PageKind::Root | PageKind::Home => {
                let description = config.description.as_ref().map(|it| text::plain(it, self.lang));
                self.of_text(&config.title, description, "home")
            }
            PageKind::NotFound => self.of_string("title-not-found", None, ""),
            PageKind::List(list) => {
                let description = self.strings.plain(&format!("description-{}", list.name()));
                self.of_string(&format!("title-{}", list.name()), Some(description.to_owned()), list.name())
            }
            PageKind::Meeting(id) | PageKind::TakenBack(id) => {
                let meeting = &site.meetings[id];
                self.of_text(&meeting.title, self.description(meeting.summary.as_ref()), "meetings")
            }
            PageKind::Parallel(id) => {
                let title = text::plain(&site.meetings[id].title, self.lang);
                let title = self.strings.get("title-parallel", &[("title", title.into())]);
                let heading = self.strings.plain("parallel");
                let heading = Html::escaped(heading);
                Subject { heading, title, description: None, section: "meetings" }
            }
            PageKind::Commitment(id) => {
                let commitment = &site.commitments[id];
                let full = text::plain(&commitment.text, self.lang);
                Subject {
                    heading: text::html(&commitment.text, self.lang, self.strings),
                    title: text::shortened(&full, self.lang),
                    description: Some(full),
                    section: "commitments",
                }
            }
            PageKind::Track(id) => {
                let track = &site.tracks[id];
                self.of_text(&track.title, self.description(track.summary.as_ref()), "tracks")
            }
            PageKind::Delegation(id) => self.of_text(&site.delegations[id].name, None, "delegations"),
            PageKind::Organization(id) => self.of_text(&site.organizations[id].name, None, "organizations"),
            PageKind::Person(id) => self.of_text(&site.people[id].name, None, "people"),
            PageKind::Page(id) => {
                let page = &site.pages[id];
                self.of_text(&page.title, self.description(page.summary.as_ref()), "")
            }
            PageKind::Alias(index) => self.alias_subject(index),
        }
    }

    fn alias_subject(&self, index: usize) -> Subject {
        let title = self.alias_title(index);
        Subject { heading: Html::escaped(&title), title, description: None, section: "" }
    }

    fn description(&self, text: Option<&Text>) -> Option<String> {
        text.and_then(|text| text.get(self.lang)).map(ruby::plain)
    }

    fn of_text(&self, title: &Text, description: Option<String>, section: &'static str) -> Subject {
        Subject {
            heading: text::html(title, self.lang, self.strings),
            title: text::plain(title, self.lang),
            description,
            section,
        }
    }

    fn of_string(&self, key: &str, description: Option<String>, section: &'static str) -> Subject {
        let title = self.strings.plain(key);
        Subject { heading: Html::escaped(title), title: title.to_owned(), description, section }
    }

    /// The title of a part of a long list says which.
    fn numbered(&self, title: String, page: &PlannedPage) -> String {
        if page.number == 1 {
            return title;
        }
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).into();
        let args = [("title", title.into()), ("n", number(page.number)), ("of", number(page.of))];
        self.strings.get("title-page-n", &args)
    }

    fn crumbs(&self, trail: &[Step<'_>]) -> Vec<CrumbView> {
        let crumb = |step: &Step<'_>| CrumbView {
            title: step.title.html(self.lang, self.strings),
            url: step.url.clone(),
        };
        trail.iter().map(crumb).collect()
    }

    /// The way from home down to the page, without the page itself.
    fn trail(&self, page: &PlannedPage) -> Vec<Step<'_>> {
        let list = match page.kind {
            PageKind::Root | PageKind::NotFound | PageKind::Home | PageKind::Alias(_) => return Vec::new(),
            PageKind::List(_) | PageKind::Page(_) => None,
            PageKind::Meeting(_)
            | PageKind::Parallel(_)
            | PageKind::Commitment(_)
            | PageKind::TakenBack(_) => Some(ListKind::Meetings),
            PageKind::Track(_) => Some(ListKind::Tracks),
            PageKind::Delegation(_) => Some(ListKind::Delegations),
            PageKind::Organization(_) => Some(ListKind::Organizations),
            PageKind::Person(_) => Some(ListKind::People),
        };
        let code = self.lang.code();
        let said = |key: &str| Title::Said(self.strings.plain(key));
        let mut trail = vec![Step { title: said("nav-home"), url: format!("{code}/") }];
        if let Some(list) = list {
            let title = said(&format!("nav-{}", list.name()));
            trail.push(Step { title, url: format!("{code}/{}/", list.name()) });
        }
        let above = match page.kind {
            PageKind::Commitment(id) => Some(self.site.commitments[id].meeting),
            PageKind::Parallel(id) | PageKind::TakenBack(id) => Some(id),
            _ => None,
        };
        if let Some(meeting) = above {
            let meeting = &self.site.meetings[meeting];
            let title = Title::Of(&meeting.title);
            trail.push(Step { title, url: meeting_address(meeting, self.lang) });
        }
        trail
    }

    fn pager(page: &PlannedPage) -> Option<PagerView> {
        if page.of == 1 {
            return None;
        }
        let suffix = if page.number == 1 { String::new() } else { format!("page/{}/", page.number) };
        let base = page.address.strip_suffix(&suffix).unwrap_or(&page.address);
        // The first, the last and those near: a link to every part on every part would grow with the square.
        let near = page.number.saturating_sub(2)..=page.number + 2;
        let shown = (1..=page.of).filter(|n| *n == 1 || *n == page.of || near.contains(n));
        let link = |n| PagerLinkView { n, url: page_address(base, n), current: n == page.number };
        Some(PagerView {
            page: page.number,
            pages: page.of,
            previous: (page.number > 1).then(|| page_address(base, page.number - 1)),
            next: (page.number < page.of).then(|| page_address(base, page.number + 1)),
            links: shown.map(link).collect(),
        })
    }
}

/// The same address in a language. An address outside the languages leads to that language's home.
pub(super) fn in_lang(address: &str, lang: Lang) -> String {
    let code = lang.code();
    match address.split_once('/') {
        Some((first, rest)) if Lang::from_code(first).is_some() => [code, "/", rest].concat(),
        _ => format!("{code}/"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_its_twin() {
        assert_eq!(in_lang("en/meetings/a/", Lang::Ja), "ja/meetings/a/");
        assert_eq!(in_lang("ja/", Lang::En), "en/");
        assert_eq!(in_lang("", Lang::En), "en/");
    }
}
