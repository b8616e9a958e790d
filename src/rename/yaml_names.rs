//! Names in front matter and registries become others: the value alone is changed, in the way it is written.

use super::{
    places::{NameInYaml, NamingFile},
    renaming::{NameForm, Renaming},
};
use crate::{
    edit::{Edit, WorkFile, leaves},
    lang::{Message, MessageList, say},
    yaml::is_word,
};

/// What is looked through.
#[derive(Clone, Copy)]
pub(super) enum YamlKind<'a> {
    /// The front matter of the meeting with this id.
    Meeting(&'a str),
    /// A registry.
    Registry,
}

/// The file with every name of the record in its YAML as it is to be; nothing where there is none. An error where YAML would
/// not read it so.
pub(super) fn renamed(
    file: &WorkFile,
    kind: YamlKind<'_>,
    renaming: &Renaming,
    base: Option<&str>,
) -> Result<Option<WorkFile>, Message> {
    let Some(tree) = file.tree() else { return Ok(None) };
    let (names, own) = match kind {
        YamlKind::Meeting(id) => (NamingFile::Meeting.names(&tree), Some(id)),
        YamlKind::Registry => (NamingFile::Registry(&file.path).names(&tree), None),
    };
    let addresses = renaming.addresses(base);
    let mut edits = Vec::new();
    let mut values = Vec::new();
    let mut lines = Vec::new();
    for name in names {
        let new = match name.form {
            NameForm::Web => addresses.address(name.value),
            form => renaming.renamed(form, name.value, own),
        };
        let Some(new) = new else { continue };
        let written = file.text.get(name.span.clone()).unwrap_or_default();
        edits.push(Edit { span: name.span.clone(), text: written_as(written, &name, &new) });
        let (path, line) = (&file.path, file.line(name.span.start));
        lines.push((name.span.start, line, say!("name-changed", path, line, old = name.value, new)));
        values.push((name.span.start, new));
    }
    if edits.is_empty() {
        return Ok(None);
    }
    let mut edited = file.edited(&edits);
    let expected = leaves(&tree, &values, Some("aliases"));
    if edited.tree().is_none_or(|tree| leaves(&tree, &[], Some("aliases")) != expected) {
        let lines = lines.iter().map(|(_, line, _)| Message::verbatim(line));
        let lines = MessageList(lines.collect());
        return Err(say!("names-unchangeable", path = file.path, lines));
    }
    lines.sort_by_key(|(at, ..)| *at);
    edited.lines.extend(lines.into_iter().map(|(.., changed)| changed));
    Ok(Some(edited))
}

/// A value as it is written, with another in its place: what stands around it stays, such as quotes.
fn written_as(written: &str, name: &NameInYaml<'_>, new: &str) -> String {
    if written == name.value && name.is_plain && !is_word(new) {
        return format!("'{new}'");
    }
    match written.find(name.value) {
        Some(at) => {
            let rest = written.get(at + name.value.len()..).unwrap_or_default();
            [written.get(..at).unwrap_or_default(), new, rest].concat()
        }
        // It is written with escapes.
        None => format!("\"{new}\""),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;
    use crate::{diagnostic::SourceFile, lang::Lang, rename::kind::RenameKind};

    fn file(path: &str, text: &str) -> WorkFile {
        WorkFile::new(&SourceFile { path: path.into(), text: text.into(), yaml: 0..text.len() })
    }

    fn meeting(text: &str, renaming: &Renaming) -> String {
        let base = Some("https://a.example/");
        let renamed = renamed(&file("m", text), YamlKind::Meeting("m"), renaming, base).unwrap();
        renamed.map_or_else(|| text.to_owned(), |file| file.text)
    }

    #[test]
    fn a_value_is_changed_in_the_way_it_is_written() {
        let renaming = Renaming::new(RenameKind::Track, "old", "new").unwrap();
        for (before, after) in [
            ("discussed: [old, older] # old\r\n", "discussed: [new, older] # old\r\n"),
            ("discussed:\n  - 'old'\n  - \"old\"\n", "discussed:\n  - 'new'\n  - \"new\"\n"),
            ("discussed: [\"\\x6fld\"]\n", "discussed: [\"new\"]\n"),
            (
                "discussed:\n  - >-\n    old\n  - |\n    old\n",
                "discussed:\n  - >-\n    new\n  - |\n    new\n",
            ),
            ("discussed: [&x old, *x]\n", "discussed: [&x new, *x]\n"),
            ("discussed: [!!str old]\n", "discussed: [!!str new]\n"),
            ("discussed: [old]\ntitle: old\nhost: old\n", "discussed: [new]\ntitle: old\nhost: old\n"),
            (
                "commitments: [{id: old, track: old, text: old}]\n",
                "commitments: [{id: old, track: new, text: old}]\n",
            ),
            ("commitments:\n- track: [ old ,b]\n", "commitments:\n- track: [ new ,b]\n"),
        ] {
            assert_eq!(meeting(before, &renaming), after);
        }
    }

    #[test]
    fn a_new_value_that_yaml_would_not_read_as_a_text_gets_quotes() {
        let renaming = Renaming::new(RenameKind::Track, "old", "null").unwrap();
        assert_eq!(meeting("discussed: [old, 'old']\n", &renaming), "discussed: ['null', 'null']\n");
        let renaming = Renaming::new(RenameKind::Track, "2024", "2025").unwrap();
        assert_eq!(meeting("discussed: [2024]\n", &renaming), "discussed: [2025]\n");
        let registry = renamed(
            &file("content/tracks.yaml", "'2024': {title: a}\n2024-a: {title: b}\n"),
            YamlKind::Registry,
            &Renaming::new(RenameKind::Track, "2024", "1e3").unwrap(),
            None,
        );
        assert_eq!(registry.unwrap().unwrap().text, "'1e3': {title: a}\n2024-a: {title: b}\n");
    }

    #[test]
    fn names_of_commitments_and_addresses_are_changed_in_part() {
        let renaming = Renaming::new(RenameKind::Meeting, "old", "new").unwrap();
        let before = "commitments:\n  - {id: a, fulfills: [old/a, 'old/b', older/c]}\n\
                      documents: [{url: 'https://a.example/en/meetings/old/#x', archived: https://b.example/old/}]\n";
        let after = before.replace("old/a", "new/a").replace("old/b", "new/b").replace("old/#x", "new/#x");
        assert_eq!(meeting(before, &renaming), after);
    }

    #[test]
    fn what_was_done_is_said_by_line() {
        let renaming = Renaming::new(RenameKind::Track, "old", "new").unwrap();
        let text = "discussed:\n  - a\n  - old\n";
        let file = renamed(&file("m.md", text), YamlKind::Meeting("m"), &renaming, None).unwrap().unwrap();
        let lines: Vec<_> = file.lines.iter().map(|line| line.text(Lang::Ja)).collect();
        assert_eq!(lines, ["m.md:3: old -> new"]);
    }
}
