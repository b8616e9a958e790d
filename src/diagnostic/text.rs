//! Diagnostics for people, in the form of rustc's.

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use std::{
    io::{self, Write},
    ops::Range,
};

use super::{Diagnostic, Place, Severity, Sources, positions::Positions};

/// Writes each diagnostic with its excerpt, followed by a blank line.
///
/// # Errors
///
/// Those of the writer.
pub fn write_text(out: &mut impl Write, diagnostics: &[Diagnostic], sources: &Sources) -> io::Result<()> {
    let renderer = Renderer::styled();
    let positions = Positions::of(diagnostics, sources);
    for diagnostic in diagnostics {
        writeln!(out, "{}\n", renderer.render(&[group(diagnostic, sources, &positions)]))?;
    }
    Ok(())
}

fn group<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources, positions: &Positions) -> Group<'a> {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let (suggestion, advice) = match diagnostic.help.as_deref() {
        Some(help) if help.starts_with("did you mean") => (Some(help), None),
        help => (None, help),
    };
    let mut group = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.name())
        .elements(excerpt(&diagnostic.place, (sources, positions), AnnotationKind::Primary, suggestion));
    for related in &diagnostic.related {
        let label = Some(related.message.as_str());
        group = group.elements(excerpt(&related.place, (sources, positions), AnnotationKind::Context, label));
    }
    if let Some(advice) = advice {
        group = group.element(Level::HELP.message(advice));
    }
    group
}

/// The longest line that is shown, in bytes: each of its problems would show all of it.
const MAX_LINE: usize = 1 << 14;

/// The place with its line; of a file whose text was not read, its path alone.
fn excerpt<'a>(
    place: &Place,
    (sources, positions): (&'a Sources, &Positions),
    kind: AnnotationKind,
    label: Option<&'a str>,
) -> [Element<'a>; 1] {
    let file = sources.file(place.source);
    if file.text.is_empty() {
        return [Origin::path(file.path.as_str()).into()];
    }
    let lines = lines_around(&file.text, &place.span);
    let span = place.span.start.clamp(lines.start, lines.end) - lines.start
        ..place.span.end.clamp(lines.start, lines.end) - lines.start;
    let (line, column) = positions.start(place);
    if lines.len() > MAX_LINE {
        return [Origin::path(file.path.as_str()).line(line).char_column(column).into()];
    }
    let snippet = Snippet::source(&file.text[lines])
        .path(file.path.as_str())
        .line_start(line)
        .annotation(kind.span(span).label(label));
    [snippet.into()]
}

/// The whole line that a stretch begins in, without its line break. A stretch over several lines is shown by its first.
pub(super) fn lines_around(text: &str, span: &Range<usize>) -> Range<usize> {
    let mut at = span.start.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    let line = text[start..end].trim_end_matches('\r');
    let mark = line.len() - line.trim_start_matches('\u{feff}').len();
    start + mark..start + line.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, SourceFile};

    fn rendered(text: &str, needle: &str, help: &str) -> String {
        let mut sources = Sources::default();
        let source =
            sources.add(SourceFile { path: "content/a.ja.md".into(), text: text.into(), yaml: 0..0 });
        let start = text.find(needle).unwrap_or_default();
        let diagnostic = Diagnostic {
            code: Code::UnknownTrack,
            place: Place { source, span: start..start + needle.len() },
            message: "no track is called `clowd`".into(),
            help: Some(help.into()),
            related: Vec::new(),
        };
        let mut out = Vec::new();
        let positions = Positions::of(std::slice::from_ref(&diagnostic), &sources);
        let text = Renderer::plain().render(&[group(&diagnostic, &sources, &positions)]);
        let _ = writeln!(out, "{text}");
        String::from_utf8(out).unwrap_or_default()
    }

    #[test]
    fn a_suggestion_stands_at_the_caret() {
        assert_eq!(
            rendered("a: 1\n    track: clowd\n", "clowd", "did you mean `cloud`?"),
            "error[unknown-track]: no track is called `clowd`\n \
             --> content/a.ja.md:2:12\n  \
             |\n\
             2 |     track: clowd\n  \
             |            ^^^^^ did you mean `cloud`?\n"
        );
    }

    #[test]
    fn a_line_that_nobody_could_read_is_not_shown() {
        let text = format!("a\n{}clowd\n", "あ".repeat(MAX_LINE));
        assert_eq!(
            rendered(&text, "clowd", "write it so"),
            format!(
                "error[unknown-track]: no track is called `clowd`\n--> content/a.ja.md:2:{}\n = help: write it so\n",
                MAX_LINE + 1
            )
        );
    }

    #[test]
    fn carets_stand_right_under_japanese() {
        assert_eq!(
            rendered("題: {対話: 総務省}\n", "総務省", "write it so"),
            "error[unknown-track]: no track is called `clowd`\n \
             --> content/a.ja.md:1:9\n  \
             |\n\
             1 | 題: {対話: 総務省}\n  \
             |            ^^^^^^\n  \
             |\n  \
             = help: write it so\n"
        );
    }
}
