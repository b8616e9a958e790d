//! What a page says of itself: title, addresses, language versions, the way from home.

use super::{
    LanguageContext, text,
    view::Html,
    views::{AlternateView, CounterpartView, CrumbView, FeedLinkView, FrameView, PagerLinkView, PagerView},
};
use crate::{
    lang::{Lang, Words, ruby},
    model::{Meeting, Text},
    path,
    plan::{
        self, ListKind, PageKind, PlannedPage, feed_address, meeting_address, page_address,
        track_feed_address,
    },
    theme::Strings,
};

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
        let has = |lang| self.has_version(page, lang);
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
            canonical: if self.is_listed(page) { config.absolute(&own) } else { None },
            alternates,
            x_default: if is_entrance { config.absolute("") } else { None },
            noindex: !self.is_listed(page),
            og_locale: page.lang.og_locale(),
            og_locale_alternate: page.lang.other().og_locale(),
            structured,
            og_url: if self.is_listed(page) { config.absolute(&own) } else { None },
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
            PageKind::Alias(index) => {
                plan::address(other, &plan::alias_path(self.site, &self.site.aliases[index]))
            }
            _ => in_lang(&page.address, other),
        };
        CounterpartView { lang: other.code(), name: other.locale().own_name, url }
    }

    /// Whether search engines are to keep the page.
    pub(super) fn is_listed(&self, page: &PlannedPage) -> bool {
        !matches!(page.kind, PageKind::NotFound | PageKind::Alias(_) | PageKind::Parallel(_))
            && !self.is_withdrawn(page)
    }

    fn is_withdrawn(&self, page: &PlannedPage) -> bool {
        match page.kind {
            PageKind::Page(id) => self.site.pages[id].is_withdrawn,
            _ => self.meeting_of(page).is_some_and(Meeting::is_withdrawn),
        }
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
            && !self.is_withdrawn(page)
    }

    /// Whether the page's text is there in a language, rather than fallen back to the other.
    fn has_version(&self, page: &PlannedPage, lang: Lang) -> bool {
        page.has_version(self.site, lang)
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
                    title: shortened(&full, self.lang),
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
        let said = |key: &str| Title::Said(self.strings.plain(key));
        let mut trail = vec![Step { title: said("nav-home"), url: plan::address(self.lang, "") }];
        if let Some(list) = list {
            let title = said(&format!("nav-{}", list.name()));
            trail.push(Step { title, url: plan::address(self.lang, &plan::list_path(list)) });
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
    match address.split_once('/') {
        Some((first, rest)) if Lang::from_code(first).is_some() => plan::address(lang, rest),
        _ => plan::address(lang, ""),
    }
}

/// A long text cut for a title, between words.
pub(super) fn shortened(text: &str, lang: Lang) -> String {
    cut(text, lang, lang.locale().title_length)
}

/// A text of more characters than these, cut between words.
pub(super) fn cut(text: &str, lang: Lang, length: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(length) else { return text.to_owned() };
    let short = &text[..cut];
    let end = match lang.locale().words {
        Words::Spaced { .. } => short.rfind(' ').unwrap_or(cut),
        Words::Joined => cut,
    };
    format!("{}…", short[..end].trim_end_matches([',', ';', ':', '、', '。']))
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

    #[test]
    fn a_long_text_is_cut_between_words() {
        let long =
            "Sharing good practice in the use of cloud services, in fields such as health care and education";
        assert_eq!(
            shortened(long, Lang::En),
            "Sharing good practice in the use of cloud services, in fields such as…"
        );
        assert_eq!(shortened("短い", Lang::Ja), "短い");
        assert_eq!(shortened(&"あ".repeat(40), Lang::Ja), format!("{}…", "あ".repeat(36)));
    }
}
