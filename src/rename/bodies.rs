//! References and links in the texts of notes become others. What is code, a comment or prose stays.

use std::ops::Range;

use super::{
    addresses::AddressChange,
    kind::RenameKind,
    renaming::{NameForm, Renaming},
};
use crate::{
    edit::{Edit, WorkFile},
    source::{Address, NoteDraft, NoteKind, PieceDraft, Placeholder, Reference},
};

/// The file of a note with every reference and link to the record as it is to be, with what was done; and what could not be
/// done, line by line. Nothing where the text names the record nowhere.
pub(super) fn renamed(
    file: &WorkFile,
    draft: &NoteDraft,
    renaming: &Renaming,
    base: Option<&str>,
) -> (Option<WorkFile>, Vec<String>) {
    let mut text =
        BodyNames { file, draft, addresses: renaming.addresses(base), edits: Vec::new(), missed: Vec::new() };
    for piece in &draft.body.pieces {
        match piece {
            PieceDraft::Placeholder(Placeholder::Open(it) | Placeholder::Title(it)) => {
                text.reference(it, renaming);
            }
            PieceDraft::Placeholder(Placeholder::Link(it)) => text.link(it),
            _ => {}
        }
    }
    draft.body.definitions.iter().for_each(|it| text.definition(it));
    let BodyNames { mut edits, missed, .. } = text;
    edits.sort_by_key(|edit| edit.span.start);
    // Links of one definition share its place.
    edits.dedup();
    if edits.is_empty() {
        return (None, missed);
    }
    let mut edited = file.edited(&edits);
    for edit in edits {
        let before = file.text.get(edit.span.clone()).unwrap_or_default();
        let line = file.line(edit.span.start);
        edited.lines.push(format!("{}:{line}: {before} -> {}", file.path, edit.text));
    }
    (Some(edited), missed)
}

/// The places of a text that name the record.
struct BodyNames<'a> {
    file: &'a WorkFile,
    draft: &'a NoteDraft,
    addresses: AddressChange<'a>,
    edits: Vec<Edit>,
    missed: Vec<String>,
}

impl BodyNames<'_> {
    fn reference(&mut self, reference: &Reference, renaming: &Renaming) {
        let form = match RenameKind::of_reference(reference.kind) {
            Some(RenameKind::Commitment) => NameForm::Commitment,
            Some(kind) => NameForm::Id(kind),
            None => return,
        };
        let Some(new) = renaming.renamed(form, &reference.id, None) else { return };
        let written = self.file.text.get(reference.span.clone()).unwrap_or_default();
        let colon = written.find(':').map_or(0, |at| at + 1);
        let found = written.get(colon..).and_then(|rest| rest.find(&reference.id));
        let Some(at) = found.map(|at| reference.span.start + colon + at) else {
            self.miss(&reference.span);
            return;
        };
        self.edits.push(Edit { span: at..at + reference.id.len(), text: new });
    }

    fn link(&mut self, link: &Address) {
        let Some(new) = self.changed(&link.address) else { return };
        let written = self.file.text.get(link.span.clone()).unwrap_or_default();
        if written == &*link.address {
            self.edits.push(Edit { span: link.span.clone(), text: new });
        } else if self.is_defined(&link.address) {
            // It names a definition, which is changed where it stands.
        } else if let Some(new) = self.changed_in_brackets(written) {
            // It is written with signs that stand for others.
            self.edits.push(Edit { span: link.span.clone(), text: new });
        } else {
            self.miss(&link.span);
        }
    }

    fn definition(&mut self, definition: &Address) {
        let Some(new) = self.changed(&definition.address) else { return };
        let written = self.file.text.get(definition.span.clone()).unwrap_or_default();
        let label = written.find("]:").map_or(0, |at| at + "]:".len());
        let found = written.get(label..).and_then(|rest| rest.find(&*definition.address));
        let Some(at) = found.map(|at| definition.span.start + label + at) else {
            self.miss(&definition.span);
            return;
        };
        self.edits.push(Edit { span: at..at + definition.address.len(), text: new });
    }

    /// What an address becomes that names the record.
    fn changed(&self, address: &str) -> Option<String> {
        let Some(anchor) = address.strip_prefix('#') else { return self.addresses.address(address) };
        let is_anchored = self.draft.kind() == NoteKind::Meeting
            && self.addresses.is_anchored_at(&self.draft.id)
            && !self.draft.body.has_anchor(anchor);
        is_anchored.then(|| self.addresses.anchor(anchor)).flatten().map(|new| format!("#{new}"))
    }

    /// The same of what stands between the brackets of a link.
    fn changed_in_brackets(&self, written: &str) -> Option<String> {
        let start = written.len() - written.trim_start_matches(['<', ' ']).len();
        let (before, address) = written.split_at(start);
        Some([before, &self.changed(address)?].concat())
    }

    fn is_defined(&self, address: &str) -> bool {
        self.draft.body.definitions.iter().any(|it| *it.address == *address)
    }

    fn miss(&mut self, span: &Range<usize>) {
        let line = self.file.line(span.start);
        self.missed.push(format!(
            "{}:{line}: this names the record in a way that cannot be changed; change it by hand",
            self.file.path
        ));
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;
    use crate::{
        diagnostic::{SourceFile, SourceId, Sources},
        lang::Lang,
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
        assert_eq!(missed, Vec::<String>::new());
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
