//! feed.xml: what the archive tells last, in each language, for the site and for every track (RFC 4287).
//!
//! Every time is the beginning of a day that a record tells of, and every id an address: the same records give the same
//! feed. The few elements are written with the XML writer that is here already.

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};
use std::{cmp::Reverse, io};

use super::{
    facts::{NEVER, commitment_updated, last_change, meeting_updated, title_among_all},
    xml::write_text,
};
use crate::{
    artifact::Artifact,
    html::allowed_in_xml,
    id::Id,
    lang::{Date, Lang, ruby},
    model::{Commitment, Meeting, Text, Track},
    plan::{
        self, ListKind, address, commitment_address,
        files::{feed_address, track_feed_address},
        meeting_address, published, record_address,
    },
    site::Site,
};

/// A feed as far as it is written.
type Xml = Writer<Vec<u8>>;

/// The most entries of a feed: those that changed last.
const LENGTH: usize = 50;

/// The feeds; none without a base address, as theirs are absolute.
pub(super) fn feeds(site: &Site) -> Vec<Artifact> {
    let Some(base) = site.config.base_url.as_deref() else { return Vec::new() };
    let feeds = site.config.languages.into_iter().flat_map(|lang| {
        let maker = FeedMaker { site, base, lang };
        let tracks = site.tracks.iter().map(move |(_, track)| maker.track(track));
        [maker.site()].into_iter().chain(tracks)
    });
    feeds.collect()
}

/// A text and the language it is in, which may be the other than the feed's.
struct FeedText {
    lang: Lang,
    text: String,
}

/// What a feed is.
struct Feed {
    address: String,
    /// The address of the page that shows the same.
    page: String,
    title: FeedText,
    subtitle: Option<FeedText>,
    entries: Vec<FeedEntry>,
}

/// A record in a feed.
struct FeedEntry {
    /// Its address in each language that has it, its own first.
    pages: Vec<(Lang, String)>,
    title: FeedText,
    summary: Option<FeedText>,
    published: Date,
    updated: Date,
    /// The tracks it belongs to.
    tracks: Vec<Id<Track>>,
}

#[derive(Clone, Copy)]
struct FeedMaker<'a> {
    site: &'a Site,
    base: &'a str,
    lang: Lang,
}

impl FeedMaker<'_> {
    fn site(&self) -> Artifact {
        let config = &self.site.config;
        let meetings = published(self.site).map(|id| &self.site.meetings[id]).filter(|it| it.has(self.lang));
        self.feed(Feed {
            address: feed_address(self.lang),
            page: address(self.lang, ""),
            title: self.words(&config.title),
            subtitle: config.description.as_ref().map(|it| self.words(it)),
            entries: meetings
                .flat_map(|it| {
                    // What is still to come is no news yet; the calendar has it.
                    let own = (!it.is_planned).then(|| self.of_meeting(it));
                    own.into_iter().chain(self.corrections(it))
                })
                .collect(),
        })
    }

    fn track(&self, track: &Track) -> Artifact {
        let commitments = track.commitments.iter().copied();
        let is_there = |id: &Id<Commitment>| {
            let commitment = &self.site.commitments[*id];
            let is_planned = self.site.meetings[commitment.meeting].is_planned;
            commitment.facts.text.get(self.lang).is_some() && !is_planned
        };
        self.feed(Feed {
            address: track_feed_address(track, self.lang),
            page: record_address(ListKind::Tracks, &track.id, self.lang),
            title: self.words(&track.title).with(" — ", &self.plain(&self.site.config.title)),
            subtitle: track.summary.as_ref().map(|it| self.words(it)),
            entries: commitments.filter(is_there).map(|id| self.of_commitment(id)).collect(),
        })
    }

    fn of_meeting(&self, meeting: &Meeting) -> FeedEntry {
        let mut tracks: Vec<_> = meeting
            .commitments
            .iter()
            .flat_map(|id| self.site.commitments[*id].facts.tracks.clone())
            .collect();
        tracks.sort_unstable();
        tracks.dedup();
        FeedEntry {
            pages: self.pages(|lang| meeting.has(lang).then(|| meeting_address(meeting, lang))),
            title: self.words(&title_among_all(self.site, meeting)),
            summary: meeting.facts.summary.as_ref().map(|it| self.words(it)),
            published: meeting.facts.date.first_day(),
            updated: meeting_updated(self.site, meeting),
            tracks,
        }
    }

    /// An entry for each day on which a meeting's record was corrected: what was corrected is news of its own.
    fn corrections<'m>(&'m self, meeting: &'m Meeting) -> impl Iterator<Item = FeedEntry> + 'm {
        let days = meeting.facts.corrections.chunk_by(|one, other| one.date == other.date);
        days.filter_map(move |day| {
            let first = day.first()?;
            let notes = day.iter().map(|it| self.words(&it.note));
            let notes = notes.reduce(|notes, note| FeedText {
                lang: self.of_both(&notes, &note),
                ..notes.with("\n", &note.text)
            });
            Some(FeedEntry {
                pages: self.pages(|lang| {
                    meeting
                        .has(lang)
                        .then(|| format!("{}#{}", meeting_address(meeting, lang), first.anchor()))
                }),
                title: self.words(&title_among_all(self.site, meeting)),
                summary: notes,
                published: first.date,
                updated: first.date,
                tracks: Vec::new(),
            })
        })
    }

    fn of_commitment(&self, id: Id<Commitment>) -> FeedEntry {
        let commitment = &self.site.commitments[id];
        let meeting = &self.site.meetings[commitment.meeting];
        let date = self.site.config.dates(self.lang).long(meeting.facts.date);
        let separator = self.lang.locale().separator;
        let address = |lang| commitment_address(self.site, id, lang);
        FeedEntry {
            pages: self.pages(|lang| commitment.facts.text.get(lang).map(|_| address(lang))),
            title: self.words(commitment.facts.name()),
            summary: Some(self.words(&title_among_all(self.site, meeting)).with(separator, &date)),
            published: meeting.facts.date.first_day(),
            updated: commitment_updated(self.site, id),
            tracks: commitment.facts.tracks.clone(),
        }
    }

    fn pages(&self, address: impl Fn(Lang) -> Option<String>) -> Vec<(Lang, String)> {
        let languages = [self.lang, self.lang.other()].into_iter();
        languages.filter_map(|lang| Some((lang, address(lang)?))).collect()
    }

    fn plain(&self, text: &Text) -> String {
        self.words(text).text
    }

    fn words(&self, text: &Text) -> FeedText {
        let nearest = text.nearest(self.lang).map(|(lang, text)| FeedText { lang, text: ruby::plain(text) });
        nearest.unwrap_or_else(|| FeedText { lang: self.lang, text: String::new() })
    }

    /// The language of two texts together: that of the feed, unless neither is in it.
    fn of_both(&self, one: &FeedText, other: &FeedText) -> Lang {
        if one.lang == other.lang { one.lang } else { self.lang }
    }

    /// Writes an element that holds a text, marked where that is in the other language.
    fn write_words(&self, xml: &mut Xml, name: &str, words: &FeedText) -> io::Result<()> {
        let element = xml.create_element(name);
        let is_own = words.lang == self.lang;
        let element = if is_own { element } else { element.with_attribute(("xml:lang", words.lang.code())) };
        element.write_text_content(BytesText::new(&allowed_in_xml(&words.text)))?;
        Ok(())
    }

    fn absolute(&self, address: &str) -> String {
        format!("{}{address}", self.base)
    }

    fn feed(&self, mut feed: Feed) -> Artifact {
        // Of those that changed on one day, the later meeting comes first.
        feed.entries.sort_by_key(|entry| Reverse((entry.updated, entry.published)));
        feed.entries.truncate(LENGTH);
        let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
        // Writing to memory cannot fail.
        let _ = self.write(&mut xml, &feed);
        let mut bytes = xml.into_inner();
        bytes.push(b'\n');
        Artifact { path: feed.address, content: bytes.into() }
    }

    fn write(&self, xml: &mut Xml, feed: &Feed) -> io::Result<()> {
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let attributes = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", self.lang.code())];
        xml.create_element("feed").with_attributes(attributes).write_inner_content(|xml| {
            self.write_head(xml, feed)?;
            feed.entries.iter().try_for_each(|entry| self.write_entry(xml, entry))
        })?;
        Ok(())
    }

    fn write_head(&self, xml: &mut Xml, feed: &Feed) -> io::Result<()> {
        let config = &self.site.config;
        let address = self.absolute(&feed.address);
        write_text(xml, "id", &address)?;
        self.write_words(xml, "title", &feed.title)?;
        if let Some(subtitle) = &feed.subtitle {
            self.write_words(xml, "subtitle", subtitle)?;
        }
        let kind = plan::media_type(&feed.address).map(|kind| ("type", kind));
        let own = [("rel", "self")].into_iter().chain(kind).chain([("href", address.as_str())]);
        xml.create_element("link").with_attributes(own).write_empty()?;
        self.write_page(xml, self.lang, &feed.page)?;
        match feed.entries.first().map(|entry| entry.updated).or_else(|| last_change(self.site)) {
            Some(day) => write_day(xml, "updated", &day.to_string())?,
            None => write_day(xml, "updated", NEVER)?,
        }
        xml.create_element("author").write_inner_content(|xml| {
            self.write_words(xml, "name", &self.words(config.publisher.as_ref().unwrap_or(&config.title)))
        })?;
        if let Some(license) = &config.license {
            self.write_words(xml, "rights", &self.words(&license.name))?;
        }
        write_text(xml, "generator", env!("CARGO_PKG_NAME"))
    }

    fn write_entry(&self, xml: &mut Xml, entry: &FeedEntry) -> io::Result<()> {
        xml.create_element("entry").write_inner_content(|xml| {
            if let Some((_, own)) = entry.pages.first() {
                write_text(xml, "id", &self.absolute(own))?;
            }
            self.write_words(xml, "title", &entry.title)?;
            entry.pages.iter().try_for_each(|(lang, page)| self.write_page(xml, *lang, page))?;
            write_day(xml, "published", &entry.published.to_string())?;
            write_day(xml, "updated", &entry.updated.to_string())?;
            if let Some(summary) = &entry.summary {
                self.write_words(xml, "summary", summary)?;
            }
            entry.tracks.iter().try_for_each(|id| {
                let track = &self.site.tracks[*id];
                let title = self.words(&track.title);
                let label = allowed_in_xml(&title.text);
                let attributes = [("term", track.id.as_str()), ("label", label.as_ref())];
                let lang = (title.lang != self.lang).then_some(("xml:lang", title.lang.code()));
                let attributes = attributes.into_iter().chain(lang);
                xml.create_element("category").with_attributes(attributes).write_empty()?;
                Ok(())
            })
        })?;
        Ok(())
    }

    fn write_page(&self, xml: &mut Xml, lang: Lang, address: &str) -> io::Result<()> {
        let href = self.absolute(address);
        let attributes =
            [("rel", "alternate"), ("type", "text/html"), ("hreflang", lang.code()), ("href", href.as_str())];
        xml.create_element("link").with_attributes(attributes).write_empty()?;
        Ok(())
    }
}

impl FeedText {
    /// The same with more behind it.
    fn with(self, separator: &str, more: &str) -> Self {
        Self { text: [&self.text, separator, more].concat(), ..self }
    }
}

fn write_day(xml: &mut Xml, name: &str, day: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&format!("{day}T00:00:00Z")))?;
    Ok(())
}
