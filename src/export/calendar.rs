//! calendar.ics: the meetings in each language as days of a calendar (RFC 5545); one of which the month alone is known
//! takes the whole of it.
//!
//! Nothing looks at the clock: the stamp of an event is the last day that its record tells of or, of a meeting that is still
//! to come, the last that the archive tells of.

use super::facts::{NEVER, last_change, meeting_updated, title_among_all};
use crate::{
    artifact::Artifact,
    lang::{Date, Lang, ruby},
    model::{Meeting, Text},
    plan::{files::calendar_address, meeting_address, published},
    site::Site,
};

/// The most bytes of a line, without its end.
const LINE_LENGTH: usize = 75;

/// What makes the ids of events unique in the world where the site has no address; no host has such a name.
const NO_HOST: &str = "taiwa.invalid";

/// The calendar of each language.
pub(super) fn calendars(site: &Site) -> Vec<Artifact> {
    site.config.languages.into_iter().map(|lang| calendar(site, lang)).collect()
}

fn calendar(site: &Site, lang: Lang) -> Artifact {
    let mut lines = Lines(String::new());
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//taiwa//taiwa//EN");
    lines.add("CALSCALE", "GREGORIAN");
    // The one is the standard's, the other what most programs read.
    lines.add_text("NAME", &site.config.title, lang);
    lines.add("X-WR-CALNAME", &escaped(&plain(&site.config.title, lang)));
    let latest = last_change(site);
    for id in published(site) {
        let meeting = &site.meetings[id];
        let stamp = if meeting.is_planned { latest } else { Some(meeting_updated(site, meeting)) };
        add_event(&mut lines, site, meeting, stamp, lang);
    }
    lines.add("END", "VCALENDAR");
    Artifact { path: calendar_address(lang), content: lines.0.into() }
}

fn add_event(lines: &mut Lines, site: &Site, meeting: &Meeting, stamp: Option<Date>, lang: Lang) {
    let day = |date: Date| date.to_string().replace('-', "");
    let stamp = stamp.map_or_else(|| NEVER.replace('-', ""), day);
    lines.add("BEGIN", "VEVENT");
    lines.add("UID", &format!("{}@{}", meeting.id, site.config.host().unwrap_or(NO_HOST)));
    lines.add("DTSTAMP", &format!("{stamp}T000000Z"));
    lines.add("DTSTART;VALUE=DATE", &day(meeting.facts.date.first_day()));
    // The day after the last; an event without it takes one day.
    if let Some(end) = meeting.facts.date.last_day().tomorrow() {
        lines.add("DTEND;VALUE=DATE", &day(end));
    }
    lines.add_text("SUMMARY", &title_among_all(site, meeting), lang);
    if let Some(summary) = &meeting.facts.summary {
        lines.add_text("DESCRIPTION", summary, lang);
    }
    if let Some(place) = &meeting.facts.place {
        lines.add_text("LOCATION", place, lang);
    }
    if let Some(url) = site.config.absolute(&meeting_address(meeting, lang)) {
        lines.add("URL", &url);
    }
    lines.add("TRANSP", "TRANSPARENT");
    lines.add("END", "VEVENT");
}

fn plain(text: &Text, lang: Lang) -> String {
    text.nearest(lang).map(|(_, text)| ruby::plain(text)).unwrap_or_default()
}

/// The lines of a calendar.
struct Lines(String);

impl Lines {
    /// Adds a line, folded where it is too long.
    fn add(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for c in format!("{name}:{value}").chars() {
            if length + c.len_utf8() > LINE_LENGTH {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Adds a text, in the other language where this one has none, with the language it is in.
    fn add_text(&mut self, name: &str, text: &Text, lang: Lang) {
        let Some((own, text)) = text.nearest(lang) else { return };
        self.add(&format!("{name};LANGUAGE={}", own.code()), &escaped(&ruby::plain(text)));
    }
}

fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    text.replace("\r\n", "\\n").replace(['\n', '\r'], "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_between_characters() {
        let mut lines = Lines(String::new());
        lines.add("SUMMARY", &"あ".repeat(40));
        let folded: Vec<&str> = lines.0.trim_end().split("\r\n").collect();
        assert!(folded.iter().all(|line| line.len() <= LINE_LENGTH), "{folded:?}");
        assert_eq!(folded.concat().replace(' ', ""), format!("SUMMARY:{}", "あ".repeat(40)));
    }

    #[test]
    fn what_has_a_meaning_in_a_line_is_escaped() {
        assert_eq!(escaped("a, b; c\\d\ne"), "a\\, b\\; c\\\\d\\ne");
    }
}
