//! References and links in the texts of notes become others. What is code, a comment or prose stays.

use super::{
    addresses::AddressChange,
    body_names::{NameInBody, names_in_body},
    renaming::{NameForm, Renaming},
};
use crate::{
    edit::{Edit, WorkFile},
    lang::{Message, say},
    source::{NoteDraft, NoteKind},
};

/// The file of a note with every reference and link to the record as it is to be, with what was done; and what could not be
/// done, line by line. Nothing where the text names the record nowhere.
pub(super) fn renamed(
    file: &WorkFile,
    draft: &NoteDraft,
    renaming: &Renaming,
    base: Option<&str>,
) -> (Option<WorkFile>, Vec<Message>) {
    let change = BodyChange { draft, renaming, addresses: renaming.addresses(base) };
    let (mut edits, mut missed) = (Vec::new(), Vec::new());
    for name in names_in_body(&file.text, draft) {
        if change.changed(&name, &name.value).is_none() {
            continue;
        }
        let written = file.text.get(name.span.clone()).unwrap_or_default();
        // It may be written with signs that stand for others.
        match change.changed(&name, written) {
            Some(text) => edits.push(Edit { span: name.span, text }),
            None => missed.push(say!("name-missed", path = file.path, line = file.line(name.span.start))),
        }
    }
    edits.sort_by_key(|edit| edit.span.start);
    // Links of one definition share its place.
    edits.dedup();
    if edits.is_empty() {
        return (None, missed);
    }
    let mut edited = file.edited(&edits);
    for edit in edits {
        let before = file.text.get(edit.span.clone()).unwrap_or_default();
        let (path, line) = (&file.path, file.line(edit.span.start));
        edited.lines.push(say!("name-changed", path, line, old = before, new = edit.text));
    }
    (Some(edited), missed)
}

/// What the names of a text become.
struct BodyChange<'a> {
    draft: &'a NoteDraft,
    renaming: &'a Renaming,
    addresses: AddressChange<'a>,
}

impl BodyChange<'_> {
    /// What a name becomes that is written so, if it names the record.
    fn changed(&self, name: &NameInBody<'_>, written: &str) -> Option<String> {
        if name.form != NameForm::Web {
            return self.renaming.renamed(name.form, written, None);
        }
        let Some(anchor) = written.strip_prefix('#') else { return self.addresses.address(written) };
        let is_anchored = self.draft.kind() == NoteKind::Meeting
            && self.addresses.is_anchored_at(&self.draft.id)
            && !self.draft.body.has_anchor(anchor);
        is_anchored.then(|| self.addresses.anchor(anchor)).flatten().map(|new| format!("#{new}"))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;
    use crate::{
        diagnostic::{SourceFile, SourceId, Sources},
        lang::Lang,
        rename::kind::RenameKind,
        source::{NoteSource, parse_note},
    };

    fn changed(body: &str, renaming: &Renaming) -> String {
        let text = format!("---\ntitle: old\n---\n{body}");
        let file = SourceFile { path: "a.en.md".into(), text: text.as_str().into(), yaml: 4..15 };
        let mut sources = Sources::default();
        let source: SourceId = sources.add(file.clone());
        let note = NoteSource {
            source,
            kind: NoteKind::Meeting,
            id: "a".into(),
            lang: Lang::En,
            body_start: text.len() - body.len(),
        };
        let draft = parse_note(&note, &sources).0.unwrap();
        let (edited, missed) = renamed(&WorkFile::new(&file), &draft, renaming, Some("https://x.example/"));
        assert_eq!(missed, Vec::new());
        edited.map_or(body.to_owned(), |file| file.text[text.len() - body.len()..].to_owned())
    }

    #[track_caller]
    fn assert_changed(kind: RenameKind, old: &str, cases: &[(&str, &str)]) {
        let renaming = Renaming::new(kind, old, "new").unwrap();
        for (before, after) in cases {
            assert_eq!(changed(before, &renaming), *after);
        }
    }

    #[test]
    fn references_are_changed_and_code_is_not() {
        assert_changed(
            RenameKind::Person,
            "old",
            &[
                (
                    "old [[person:old]] and [[ person : old |old]].\n",
                    "old [[person:new]] and [[ person : new |old]].\n",
                ),
                (
                    "`[[person:old]]` [[track:old]] [[person:older]]\n",
                    "`[[person:old]]` [[track:old]] [[person:older]]\n",
                ),
                ("```\n[[person:old]]\n```\n[[person:old]]\n", "```\n[[person:old]]\n```\n[[person:new]]\n"),
                ("\n| A |\n|---|\n| [[person:old\\|b]] |\n", "\n| A |\n|---|\n| [[person:new\\|b]] |\n"),
                (
                    "あ <!-- [[person:old]] --> **「あ」**[[person:old]]\n",
                    "あ <!-- [[person:old]] --> **「あ」**[[person:new]]\n",
                ),
                (
                    "## A [[person:old|old]] {#old}\n\n[up](#old)\n",
                    "## A [[person:new|old]] {#old}\n\n[up](#old)\n",
                ),
            ],
        );
        assert_changed(
            RenameKind::Meeting,
            "old",
            &[("[[commitment:old/old]] [[meeting:old]]\r\n", "[[commitment:new/old]] [[meeting:new]]\r\n")],
        );
    }

    #[test]
    fn links_to_addresses_of_the_site_are_changed() {
        assert_changed(
            RenameKind::Track,
            "old",
            &[
                ("[/en/tracks/old/](/en/tracks/old/)\n", "[/en/tracks/old/](/en/tracks/new/)\n"),
                ("[a](</en/tracks/old/> \"old\")\n", "[a](</en/tracks/new/> \"old\")\n"),
                ("[a](/en/tracks/old/?a=1&amp;b=2)\n", "[a](/en/tracks/new/?a=1&amp;b=2)\n"),
                ("<https://x.example/en/tracks/old/>\n", "<https://x.example/en/tracks/new/>\n"),
                (
                    "https://x.example/en/tracks/old/ is prose\n",
                    "https://x.example/en/tracks/old/ is prose\n",
                ),
                (
                    "[a][t], [t]\n\n[t]: /ja/tracks/old/ 'old'\n[u]: </en/tracks/old/>\n",
                    "[a][t], [t]\n\n[t]: /ja/tracks/new/ 'old'\n[u]: </en/tracks/new/>\n",
                ),
                (
                    "[a](/en/meetings/b/#track-old) [b](#track-old)\n",
                    "[a](/en/meetings/b/#track-new) [b](#track-new)\n",
                ),
                ("## A {#track-old}\n\n[b](#track-old)\n", "## A {#track-old}\n\n[b](#track-old)\n"),
            ],
        );
        assert_changed(
            RenameKind::Commitment,
            "a/old",
            &[(
                "[a](#commitment-old) [b](/ja/commitments/a/old/) [c](/en/meetings/a/#commitment-old)\n",
                "[a](#commitment-new) [b](/ja/commitments/a/new/) [c](/en/meetings/a/#commitment-new)\n",
            )],
        );
    }
}
