//! Diagnostics as annotations of a GitHub workflow: `::error file=…,line=…,col=…,title=…::message`.
//!
//! The form and its escaping are those of GitHub's "Workflow commands" documentation.

use std::io::{self, Write};

use super::{Diagnostic, Sources, positions::Positions, shown::shown};

/// Writes one annotation a line.
///
/// # Errors
///
/// Those of the writer.
pub fn write_github(out: &mut impl Write, diagnostics: &[Diagnostic], sources: &Sources) -> io::Result<()> {
    let positions = Positions::of(diagnostics, sources);
    for diagnostic in diagnostics {
        let (line, column) = positions.start(&diagnostic.place);
        writeln!(
            out,
            "::{} file={},line={line},col={column},title={}::{}",
            diagnostic.severity.name(),
            property(&shown(sources.path(diagnostic.place.source))),
            property(diagnostic.code.name()),
            data(&message(diagnostic, sources, &positions))
        )?;
    }
    Ok(())
}

/// The message with the suggestion and the other places, each on a line of its own.
fn message(diagnostic: &Diagnostic, sources: &Sources, positions: &Positions) -> String {
    let mut lines = vec![diagnostic.message.clone()];
    lines.extend(diagnostic.help.clone());
    for related in &diagnostic.related {
        let (line, column) = positions.start(&related.place);
        lines.push(format!(
            "{}: {}:{line}:{column}",
            related.message,
            shown(sources.path(related.place.source))
        ));
    }
    lines.join("\n")
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_part_is_escaped() {
        assert_eq!(data("100%\r\nb: c, d"), "100%25%0D%0Ab: c, d");
        assert_eq!(property("a:b,c%"), "a%3Ab%2Cc%25");
    }
}
