//! The tags of a template: where its code stands among its text.

use std::ops::Range;

/// The bytes of each tag, `{{ … }}` or `{% … %}`, with its braces. What stands in comments and in raw blocks is no code; one that
/// is not closed ends with the text.
pub(super) fn tags(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text.get(at..)?.find('{')?;
            let close = match text.as_bytes().get(start + 1) {
                Some(b'{') => "}}",
                Some(b'%') => "%}",
                Some(b'#') => {
                    at = end_of(text, start + 2, "#}");
                    continue;
                }
                _ => {
                    at = start + 1;
                    continue;
                }
            };
            let end = end_of_code(text, start + 2, close);
            at = if is_named(&text[start..end], "raw") { end_of_raw(text, end) } else { end };
            return Some(start..end);
        }
    })
}

/// Where a tag ends whose code begins here. A text in quotes of any kind may hold what would end it.
fn end_of_code(text: &str, start: usize, close: &str) -> usize {
    let (bytes, close) = (text.as_bytes(), close.as_bytes());
    let (mut quote, mut is_escaped) = (None, false);
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        match (quote, byte) {
            _ if is_escaped => is_escaped = false,
            (Some(_), b'\\') => is_escaped = true,
            (Some(open), byte) if open == byte => quote = None,
            (None, b'"' | b'\'' | b'`') => quote = Some(byte),
            (None, _) if bytes[at..].starts_with(close) => return at + close.len(),
            _ => {}
        }
    }
    text.len()
}

fn end_of(text: &str, start: usize, close: &str) -> usize {
    text[start..].find(close).map_or(text.len(), |at| start + at + close.len())
}

/// Whether it is the tag of a block of this name, without more.
fn is_named(tag: &str, name: &str) -> bool {
    let code = tag.strip_prefix("{%").and_then(|code| code.strip_suffix("%}"));
    code.is_some_and(|code| {
        let code = code.strip_prefix('-').unwrap_or(code);
        code.strip_suffix('-').unwrap_or(code).trim_ascii() == name
    })
}

/// Where the text of a raw block ends that begins here.
fn end_of_raw(text: &str, start: usize) -> usize {
    let ends = text[start..].match_indices("{%").map(|(at, _)| start + at);
    let mut ends = ends.filter(|at| is_named(&text[*at..end_of(text, *at, "%}")], "endraw"));
    ends.next().unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        tags(text).map(|tag| &text[tag]).collect()
    }

    #[test]
    fn each_tag_is_found_whole() {
        assert_eq!(found("a{{ b }}c{%- if d -%}e{ f }{{{ g }}"), ["{{ b }}", "{%- if d -%}", "{{{ g }}"]);
        assert_eq!(found("{{ t(key=\"}} \\\" %}\") }}x{{ y"), ["{{ t(key=\"}} \\\" %}\") }}", "{{ y"]);
        assert_eq!(found("{"), Vec::<&str>::new());
        assert_eq!(found("{{ \"open"), ["{{ \"open"]);
        assert_eq!(found("{{ x(a='\"', b=`}}`) }}y{{ z }}"), ["{{ x(a='\"', b=`}}`) }}", "{{ z }}"]);
    }

    #[test]
    fn comments_and_raw_blocks_hold_no_code() {
        assert_eq!(found("{# {{ a }} #}{{ b }}{# open"), ["{{ b }}"]);
        let text = "{%- raw -%} {{ a }} {% b %} {% endraw %}{{ c }}";
        assert_eq!(found(text), ["{%- raw -%}", "{% endraw %}", "{{ c }}"]);
        assert_eq!(
            found("{%\nraw\t%}{{ a }}{%\nendraw %}{{ b }}"),
            ["{%\nraw\t%}", "{%\nendraw %}", "{{ b }}"]
        );
        assert_eq!(found("{% raw %}{{ a }}"), ["{% raw %}"]);
        assert_eq!(found("{{ raw }}{{ a }}{% raw x %}{{ b }}").len(), 4);
    }
}
