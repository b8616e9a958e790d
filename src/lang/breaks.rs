//! Line breaks of the source that are not to show: Japanese is written without spaces between words.

use std::ops::Range;

use pulldown_cmark::{Event, TagEnd};

use super::chars::{is_unseen, is_wide};
use super::{Lang, locale::LineBreaks, ruby};

/// Whether a soft break between the two characters is kept, to show as a space.
///
/// In Japanese it is dropped where either neighbour is wide or full-width (Hangul is not counted); in English only where
/// both are. `None` is no character, as beside an image.
#[must_use]
pub fn soft_break(lang: Lang, before: Option<char>, after: Option<char>) -> bool {
    let (before, after) = (before.is_some_and(is_wide), after.is_some_and(is_wide));
    match lang.locale().line_breaks {
        LineBreaks::DroppedBesideWide => !(before || after),
        LineBreaks::DroppedBetweenWide => !(before && after),
    }
}

/// The events without the soft breaks that [`soft_break`] drops. Neighbours are looked for through inline markup, code
/// spans, ruby's base text and references to footnotes. Hard breaks stay.
#[must_use]
pub fn join_lines(events: Vec<(Event<'_>, Range<usize>)>, lang: Lang) -> Vec<(Event<'_>, Range<usize>)> {
    let mut before = None;
    let kept: Vec<bool> = events
        .iter()
        .enumerate()
        .map(|(at, (event, _))| {
            if matches!(event, Event::SoftBreak) {
                return soft_break(lang, before, first_seen(&events[at + 1..]));
            }
            match seen(event, End::Last) {
                Seen::Char(c) => before = Some(c),
                Seen::Through => {}
                Seen::Wall => before = None,
            }
            true
        })
        .collect();
    events.into_iter().zip(kept).filter_map(|(event, kept)| kept.then_some(event)).collect()
}

/// What an event shows at the end that faces a break.
enum Seen {
    Char(char),
    /// Nothing: look further.
    Through,
    /// Something that is no text: look no further.
    Wall,
}

/// One of the two ends of a text.
#[derive(Clone, Copy)]
pub(super) enum End {
    First,
    Last,
}

fn first_seen(events: &[(Event<'_>, Range<usize>)]) -> Option<char> {
    for (event, _) in events {
        match seen(event, End::First) {
            Seen::Char(c) => return Some(c),
            Seen::Through => {}
            Seen::Wall => return None,
        }
    }
    None
}

fn seen(event: &Event<'_>, end: End) -> Seen {
    match event {
        Event::Text(text) | Event::Code(text) | Event::InlineMath(text) => character(text, end),
        Event::InlineHtml(html) => ruby::base_of(html).map_or(Seen::Through, |base| character(&base, end)),
        Event::FootnoteReference(_) => Seen::Through,
        Event::Start(tag) => through(tag.to_end()),
        Event::End(tag) => through(*tag),
        _ => Seen::Wall,
    }
}

fn character(text: &str, end: End) -> Seen {
    end_of(text, end).map_or(Seen::Through, Seen::Char)
}

/// The character that is seen at an end of a text.
pub(super) fn end_of(text: &str, end: End) -> Option<char> {
    let mut chars = text.chars().filter(|c| !is_unseen(*c));
    match end {
        End::First => chars.next(),
        End::Last => chars.next_back(),
    }
}

fn through(tag: TagEnd) -> Seen {
    match tag {
        TagEnd::Emphasis
        | TagEnd::Strong
        | TagEnd::Strikethrough
        | TagEnd::Superscript
        | TagEnd::Subscript
        | TagEnd::Link => Seen::Through,
        _ => Seen::Wall,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang::{En, Ja};
    use pulldown_cmark::{Options, Parser, html};

    fn shown(lang: Lang, source: &str) -> String {
        let events = Parser::new_ext(source, Options::ENABLE_FOOTNOTES).into_offset_iter().collect();
        let mut out = String::new();
        html::push_html(&mut out, join_lines(events, lang).into_iter().map(|(event, _)| event));
        out.trim_end().trim_start_matches("<p>").trim_end_matches("</p>").to_owned()
    }

    #[test]
    fn japanese_lines_join_where_either_side_is_wide() {
        assert_eq!(shown(Ja, "日本語の\n改行"), "日本語の改行");
        assert_eq!(shown(Ja, "参加者は、\nICT分野"), "参加者は、ICT分野");
        assert_eq!(shown(Ja, "2010年\n11月"), "2010年11月");
    }

    #[test]
    fn markup_between_the_neighbours_is_looked_through() {
        assert_eq!(shown(Ja, "会議は\n**MIC**と"), "会議は<strong>MIC</strong>と");
        assert_eq!(shown(Ja, "**会議は**\n`MIC`と"), "<strong>会議は</strong><code>MIC</code>と");
        assert_eq!(shown(Ja, "[会議](a)\nMIC"), "<a href=\"a\">会議</a>MIC");
        assert_eq!(shown(En, "総務省\n**総務**"), "総務省<strong>総務</strong>");
    }

    #[test]
    fn breaks_between_other_characters_are_kept() {
        assert_eq!(shown(Ja, "Japan\nUS"), "Japan\nUS");
        assert_eq!(shown(En, "MIC\n総務省 note"), "MIC\n総務省 note");
        assert_eq!(shown(Ja, "한국\n어"), "한국\n어");
        assert_eq!(shown(En, "総務省\n![省](a)"), "総務省\n<img src=\"a\" alt=\"省\" />");
    }

    #[test]
    fn hard_breaks_stay() {
        assert_eq!(shown(Ja, "日本語の  \n改行"), "日本語の<br />\n改行");
        assert_eq!(shown(Ja, "日本語の\\\n改行"), "日本語の<br />\n改行");
    }

    #[test]
    fn a_variation_selector_belongs_to_its_character() {
        assert_eq!(shown(Ja, "葛\u{E0100}\nMIC"), "葛\u{E0100}MIC");
    }

    #[test]
    fn no_neighbour_is_not_wide() {
        assert!(soft_break(Ja, None, Some('a')) && soft_break(En, None, Some('日')));
        assert!(!soft_break(Ja, None, Some('日')));
    }
}
