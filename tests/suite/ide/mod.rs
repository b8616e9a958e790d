//! What an editor is answered while somebody writes: on the fixture site, with a text of which one place is another.

mod any_text;
mod definitions;
mod hover;
mod in_bodies;
mod in_front_matter;
mod references;
mod symbols;

use crate::support::{site, workspace::options};
use std::{collections::BTreeMap, ops::Range};
use taiwa::{
    ide::{
        Completion, Hover, KnownArchive, NamedRecord, OpenDocument, TextPlace, completions, definitions,
        hover, named_at, references,
    },
    lang::Lang,
    pipeline::{self, Checked},
};

const FIRST_EN: &str = "content/meetings/2014/first.en.md";
const FIRST_JA: &str = "content/meetings/2014/first.ja.md";
const SECOND_EN: &str = "content/meetings/2015/second.en.md";
const SECOND_JA: &str = "content/meetings/2015/second.ja.md";
const ABOUT_EN: &str = "content/pages/about.en.md";

/// The fixture site, as it was checked last.
struct Editor {
    checked: Checked,
}

/// A text in an editor, with the cursor.
struct Typed {
    path: String,
    text: String,
    cursor: usize,
}

impl Editor {
    fn new() -> Self {
        Self { checked: pipeline::check(&options(&site("good/full"))).unwrap() }
    }

    fn archive(&self) -> KnownArchive<'_> {
        let checked = &self.checked;
        KnownArchive { site: checked.site(), sources: &checked.sources, plan: checked.plan() }
    }

    fn text(&self, path: &str) -> &str {
        let sources = &self.checked.sources;
        &sources.file(sources.find(path).unwrap()).text
    }

    /// A file in which one place is another, with the cursor at `‸`.
    #[track_caller]
    fn typed(&self, path: &str, from: &str, to: &str) -> Typed {
        let text = self.text(path);
        assert_eq!(text.matches(from).count(), 1, "`{from}` in {path}");
        let marked = text.replace(from, to);
        Typed::new(path, &marked)
    }

    /// A file with the cursor in it.
    #[track_caller]
    fn at(&self, path: &str, marked: &str) -> Typed {
        self.typed(path, &marked.replace('‸', ""), marked)
    }

    fn completions(&self, typed: &Typed) -> Vec<Completion> {
        completions(&self.archive(), typed.document(), typed.cursor)
    }

    /// Each completion with its detail.
    #[track_caller]
    fn offered(&self, path: &str, from: &str, to: &str) -> Vec<String> {
        let offered = self.completions(&self.typed(path, from, to)).into_iter();
        offered
            .map(|it| it.detail.map_or(it.label.clone(), |detail| format!("{} ({detail})", it.label)))
            .collect()
    }

    /// The line of the cursor with the first completion in it.
    #[track_caller]
    fn completed(&self, path: &str, from: &str, to: &str) -> String {
        let typed = self.typed(path, from, to);
        let first = self.completions(&typed).into_iter().next().unwrap();
        typed.with(&first)
    }

    fn definitions(&self, typed: &Typed) -> Vec<String> {
        let found = definitions(&self.archive(), typed.document(), typed.cursor);
        found.iter().map(|place| self.shown(place, typed)).collect()
    }

    fn references(&self, typed: &Typed, with_definition: bool) -> Vec<String> {
        let found = references(&self.archive(), typed.document(), typed.cursor, with_definition);
        found.iter().map(|place| self.shown(place, typed)).collect()
    }

    fn hover(&self, typed: &Typed) -> Option<(String, String)> {
        self.hover_in(Lang::En, typed)
    }

    fn hover_in(&self, lang: Lang, typed: &Typed) -> Option<(String, String)> {
        let Hover { range, markdown } = hover(&self.archive(), typed.document(), typed.cursor, lang)?;
        Some((typed.text[range].to_owned(), markdown))
    }

    fn named(&self, typed: &Typed) -> Option<String> {
        let NamedRecord { kind, id, range } = named_at(&self.archive(), typed.document(), typed.cursor)?;
        Some(format!("{} {id} `{}`", kind.word(), &typed.text[range]))
    }

    /// A place as its file's name, its line and what is written there.
    fn shown(&self, place: &TextPlace, typed: &Typed) -> String {
        let name = place.path.rsplit('/').next().unwrap();
        let text = if place.path == typed.path { &typed.text } else { self.text(&place.path) };
        let line = text[..place.range.start].matches('\n').count() + 1;
        format!("{name}:{line} {}", &text[place.range.clone()]).trim_end().to_owned()
    }
}

impl Typed {
    fn new(path: &str, marked: &str) -> Self {
        let cursor = marked.find('‸').unwrap();
        Self { path: path.to_owned(), text: marked.replace('‸', ""), cursor }
    }

    fn document(&self) -> OpenDocument<'_> {
        OpenDocument { path: &self.path, text: &self.text }
    }

    /// The line of the cursor after a completion.
    fn with(&self, completion: &Completion) -> String {
        let Range { start, end } = completion.replaced.clone();
        let text = [&self.text[..start], &completion.inserted, &self.text[end..]].concat();
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        text[line_start..].lines().next().unwrap_or_default().to_owned()
    }
}

/// Texts by their paths.
fn texts(editor: &Editor) -> BTreeMap<String, String> {
    let files = editor.checked.sources.files().iter().filter(|file| !file.text.is_empty());
    files.map(|file| (file.path.clone(), file.text.to_string())).collect()
}
