//! Finds `_…_` beside Japanese: it looks like emphasis, stays literal, and deserves a warning.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::chars::is_cjk;

/// The byte ranges in the source, ascending, of `_…_`, `__…__` and `___…___` that stayed literal beside a CJK
/// character. Code, links' destinations and escaped underscores have none.
///
/// `events` are those of the source, with byte ranges in it.
#[must_use]
pub fn ambiguous(source: &str, events: &[(Event<'_>, Range<usize>)]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !source.contains('_') {
        return found;
    }
    let mut block = Vec::new();
    let mut verbatim = false;
    for (event, range) in events {
        match event {
            Event::Text(text) if verbatim => block.extend(text.chars().map(TextCharacter::dead)),
            Event::Text(text) => block.extend(glyphs(source, text, range)),
            Event::Code(text) => block.extend(text.chars().map(TextCharacter::dead)),
            Event::SoftBreak | Event::HardBreak => block.push(TextCharacter::dead(' ')),
            Event::Start(
                Tag::CodeBlock(_) | Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. },
            ) => {
                verbatim = true;
            }
            Event::End(TagEnd::Link) => verbatim = false,
            Event::End(end) if !is_inline(*end) => {
                verbatim = false;
                literal_pairs(&block, &mut found);
                block.clear();
            }
            Event::Start(tag) if !is_inline(tag.to_end()) => {
                literal_pairs(&block, &mut found);
                block.clear();
            }
            _ => {}
        }
    }
    found
}

/// A character of a block's text, and where in the source it is an underscore that could be a delimiter.
struct TextCharacter {
    c: char,
    delimiter: Option<usize>,
}

impl TextCharacter {
    fn dead(c: char) -> Self {
        Self { c, delimiter: None }
    }
}

/// The characters of a text event; those of an entity or behind a backslash are no delimiters.
fn glyphs(source: &str, text: &str, range: &Range<usize>) -> impl Iterator<Item = TextCharacter> {
    let verbatim = source.get(range.clone()) == Some(text);
    let escaped = source[..range.start].ends_with('\\');
    let start = range.start;
    text.char_indices().map(move |(at, c)| {
        let live = c == '_' && verbatim && !(at == 0 && escaped);
        TextCharacter { c, delimiter: live.then_some(start + at) }
    })
}

/// A run of underscores: its place in the block, its length, its offset in the source, and what it could do.
struct UnderscoreRun {
    place: Range<usize>,
    start: usize,
    opens: bool,
    closes: bool,
    beside_cjk: bool,
}

fn literal_pairs(block: &[TextCharacter], found: &mut Vec<Range<usize>>) {
    let runs = runs(block);
    let mut next = 0;
    let mut hopeless = [false; 4];
    while let Some(opener) = runs.get(next) {
        next += 1;
        let length = opener.place.len();
        if !opener.opens || hopeless[length] {
            continue;
        }
        let closer = runs[next..].iter().position(|run| run.closes && run.place.len() == length);
        let Some(closer) = closer.map(|distance| next + distance) else {
            hopeless[length] = true;
            continue;
        };
        if opener.beside_cjk || runs[closer].beside_cjk {
            found.push(opener.start..runs[closer].start + length);
        }
        next = closer + 1;
    }
}

/// The runs of one to three underscores that a reader could take for emphasis: not inside a Latin word.
fn runs(block: &[TextCharacter]) -> Vec<UnderscoreRun> {
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(offset) = block[at..].iter().position(|glyph| glyph.delimiter.is_some()) {
        let first = at + offset;
        let length = block[first..].iter().take_while(|glyph| glyph.delimiter.is_some()).count();
        at = first + length;
        let before = first.checked_sub(1).map(|place| block[place].c);
        let after = block.get(at).map(|glyph| glyph.c);
        if let (1..=3, Some(start)) = (length, block[first].delimiter) {
            runs.push(UnderscoreRun {
                place: first..at,
                start,
                opens: is_text(after) && !is_latin(before),
                closes: is_text(before) && !is_latin(after),
                beside_cjk: before.is_some_and(is_cjk) || after.is_some_and(is_cjk),
            });
        }
    }
    runs
}

fn is_text(neighbour: Option<char>) -> bool {
    neighbour.is_some_and(|c| !c.is_whitespace())
}

fn is_latin(neighbour: Option<char>) -> bool {
    neighbour.is_some_and(|c| c.is_alphanumeric() && !is_cjk(c))
}

fn is_inline(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::emphasis::remedy;
    use proptest::prelude::*;
    use pulldown_cmark::Options;

    fn found(source: &str) -> Vec<&str> {
        let remedied = remedy(source);
        let ranges = ambiguous(source, &remedied.events(Options::all()));
        ranges.into_iter().map(|range| &source[range]).collect()
    }

    #[test]
    fn literal_underscores_beside_japanese_are_found() {
        assert_eq!(found("_「強調」_の"), ["_「強調」_"]);
        assert_eq!(found("前__強い__後と変数_foo_を"), ["__強い__", "_foo_"]);
        assert_eq!(found("- 一\n- 前_二_後\n\n前_三\n四_後"), ["_二_", "_三\n四_"]);
        assert_eq!(found("| a |\n|---|\n| 前_二_後 |"), ["_二_"]);
        assert_eq!(found("前**_「x」_**後"), ["_「x」_"]);
        assert_eq!(found("한국어_강조_는"), ["_강조_"]);
    }

    #[test]
    fn real_emphasis_and_latin_names_are_not() {
        for source in [
            "_強調_ です",
            "a _b_ c",
            "snake_case_name",
            "前snake_case_name後",
            "前 _ 中 _ 後",
            "一_二",
            "a_b_",
        ] {
            assert_eq!(found(source), [""; 0], "{source}");
        }
    }

    #[test]
    fn code_addresses_and_escapes_are_not() {
        let sources = [
            "`前_二_後`",
            "    前_二_後",
            "```\n前_二_後\n```",
            "[a](http://x/前_二_後)",
            "<http://x/前_二_後>",
            "前\\_二\\_後",
            "前&#95;二&#95;後",
            "[a]: /前_二_後\n",
        ];
        for source in sources {
            assert_eq!(found(source), [""; 0], "{source}");
        }
    }

    proptest! {
        #[test]
        fn every_range_is_between_underscores(source in "[_*日「」a `\\\\\n|&#;<>()\\[\\]-]{0,30}") {
            for slice in found(&source) {
                prop_assert!(slice.len() > 2 && slice.starts_with('_') && slice.ends_with('_'));
            }
        }
    }
}
