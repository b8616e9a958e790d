//! Diagnostics for people, in the form of rustc's.

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use std::io::{self, Write};

use crate::lang::{Lang, say};

use super::{
    Diagnostic, Place, Severity, Sources,
    positions::Positions,
    shown::{ShownLine, shown},
};

/// Writes each diagnostic with its excerpt, followed by a blank line.
///
/// # Errors
///
/// Those of the writer.
pub fn write_text(
    out: &mut impl Write,
    diagnostics: &[Diagnostic],
    sources: &Sources,
    lang: Lang,
) -> io::Result<()> {
    let renderer = Renderer::styled();
    let positions = Positions::of(diagnostics, sources);
    for diagnostic in diagnostics {
        writeln!(out, "{}\n", rendered(&renderer, diagnostic, (sources, &positions), lang))?;
    }
    Ok(())
}

fn rendered(
    renderer: &Renderer,
    diagnostic: &Diagnostic,
    (sources, positions): (&Sources, &Positions),
    lang: Lang,
) -> String {
    let words = LevelWords { severity: diagnostic.severity.word().text(lang), help: say!("help").text(lang) };
    let mut text = renderer.render(&[group(diagnostic, sources, positions, &words)]);
    for place in diagnostic.places() {
        // The renderer counts columns in the line as it is shown.
        let file = sources.file(place.source);
        let line = ShownLine::of(&file.text, &place.span);
        if !line.begins_as_written {
            let (row, column) = positions.start(place);
            let at = |column: usize| format!("{}:{row}:{column}", shown(&file.path));
            text = text.replacen(&at(line.before.chars().count() + 1), &at(column), 1);
        }
    }
    text
}

/// The words before what is said.
struct LevelWords {
    severity: String,
    help: String,
}

fn group<'a>(
    diagnostic: &'a Diagnostic,
    sources: &'a Sources,
    positions: &Positions,
    words: &'a LevelWords,
) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let level = level.with_name(words.severity.as_str());
    // A suggestion stands at the caret; a file whose text was not read shows none.
    let has_caret = !sources.file(diagnostic.place.source).text.is_empty();
    let (suggestion, advice) = match diagnostic.help.as_deref() {
        Some(help) if has_caret && diagnostic.is_suggestion => (Some(help), None),
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
        group = group.element(Level::HELP.with_name(words.help.as_str()).message(advice));
    }
    group
}

/// The place with its line; of a file whose text was not read, its path alone.
fn excerpt<'a>(
    place: &Place,
    (sources, positions): (&'a Sources, &Positions),
    kind: AnnotationKind,
    label: Option<&'a str>,
) -> [Element<'a>; 1] {
    let file = sources.file(place.source);
    let path = shown(&file.path);
    if file.text.is_empty() {
        return [Origin::path(path).into()];
    }
    let (row, _) = positions.start(place);
    let ShownLine { before, marked, after, .. } = ShownLine::of(&file.text, &place.span);
    let span = before.len()..before.len() + marked.len();
    let snippet = Snippet::source([before, marked, after].concat())
        .path(path)
        .line_start(row)
        .annotation(kind.span(span).label(label));
    [snippet.into()]
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
            severity: Code::UnknownTrack.severity(),
            code: Code::UnknownTrack,
            place: Place { source, span: start..start + needle.len() },
            message: "no track is called `clowd`".into(),
            help: Some(help.into()),
            is_suggestion: help.starts_with("did you mean"),
            related: Vec::new(),
            fixes: Vec::new(),
        };
        let mut out = Vec::new();
        let positions = Positions::of(std::slice::from_ref(&diagnostic), &sources);
        let text = super::rendered(&Renderer::plain(), &diagnostic, (&sources, &positions), Lang::En);
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
    fn of_a_line_that_nobody_could_read_a_part_is_shown() {
        let text = format!("a\n{}clowd{}\n", "a".repeat(1000), "b".repeat(1000));
        let reported = rendered(&text, "clowd", "write it so");
        let lines: Vec<_> = reported.lines().collect();
        assert_eq!(lines[0], "error[unknown-track]: no track is called `clowd`");
        assert_eq!(lines[1].trim(), "--> content/a.ja.md:2:1001");
        assert!(
            reported.contains("clowd") && reported.contains("^^^^^") && reported.len() < 1000,
            "{reported}"
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
