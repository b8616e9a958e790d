//! A workspace after any edits makes the same site, and tells the same problems, as one that reads everything anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail by panicking")]

mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use support::{Archive, site, write};
use taiwa::{
    config::Options,
    diagnostic::write_json,
    lang::Date,
    pipeline::{self, Built, Checked, Preview, Workspace},
    source::Changes,
};

/// How many edits each of two tests makes.
const STEPS: usize = 150;

/// A small generator of numbers (xorshift, Marsaglia 2003): the same edits each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

fn options(root: &Path) -> Options {
    Options {
        root: root.to_owned(),
        output: root.join("output"),
        base_url: None,
        theme: None,
        drafts: true,
        as_of: Date::parse("2026-11-22").unwrap().into(),
        strict: false,
        force: false,
    }
}

fn told(checked: &Checked) -> String {
    let mut told = Vec::new();
    write_json(&mut told, &checked.diagnostics, &checked.sources).unwrap();
    String::from_utf8(told).unwrap()
}

/// Builds a checked archive into a folder. The files there, but for what builds keep for themselves, and how many pages were
/// rendered; nothing, where the archive must not be published.
fn built(checked: &mut Checked, output: &Path, compress: bool) -> Option<(BTreeMap<String, Vec<u8>>, usize)> {
    let options = Options { output: output.to_owned(), ..options(output) };
    let Built { rendered, .. } = pipeline::build(checked, &options, compress).unwrap()?;
    let mut files = support::files(output);
    files.retain(|path, _| !path.starts_with(".taiwa/"));
    Some((files, rendered))
}

/// Does something to the content; the paths that may be others now.
fn edit(root: &Path, numbers: &mut Numbers) -> BTreeSet<String> {
    let files =
        support::files(root).into_keys().filter(|path| !path.contains("expected")).collect::<Vec<_>>();
    let path = numbers.pick(&files).clone();
    let file = root.join(&path);
    let text = fs::read_to_string(&file).unwrap();
    let mut changed = BTreeSet::from([path.clone()]);
    match numbers.below(12) {
        // A word here and there: mistakes come and go with it.
        0..5 => {
            let words: Vec<&str> = text.split(' ').collect();
            let (at, word) = (numbers.below(words.len()), *numbers.pick(&words));
            let mut words: Vec<&str> = words.clone();
            words[at] = word;
            fs::write(&file, words.join(" ")).unwrap();
        }
        5 => fs::write(&file, format!("{text}\nOne more line, 一行。\n")).unwrap(),
        6 => {
            let lines: Vec<&str> = text.lines().collect();
            let kept = numbers.below(lines.len() + 1);
            fs::write(&file, lines[..kept].join("\n")).unwrap();
        }
        7 => fs::remove_file(&file).unwrap(),
        8 => {
            let (stem, ending) = path.split_once('.').unwrap_or((&path, ""));
            let other = format!("{stem}-{}.{ending}", numbers.below(9));
            fs::rename(&file, root.join(&other)).unwrap();
            changed.insert(other);
        }
        9 => {
            let folder = Path::new(&path).parent().unwrap().to_str().unwrap().to_owned();
            let name = format!("content/meetings/moved-{}", numbers.below(3));
            if folder.starts_with("content/meetings/") && !root.join(&name).exists() {
                fs::rename(root.join(&folder), root.join(&name)).unwrap();
                changed = BTreeSet::from([folder, name]);
            }
        }
        _ => changed.extend(restore(root, |_| numbers.below(3) > 0)),
    }
    changed
}

/// Puts files back as they were at first, as a checkout does; the paths that may be others now.
fn restore(root: &Path, mut is_wanted: impl FnMut(&str) -> bool) -> BTreeSet<String> {
    let first = support::files(&site("good/full")).into_iter();
    let first: BTreeMap<_, _> = first.filter(|(path, _)| !path.starts_with("expected")).collect();
    let mut changed = BTreeSet::new();
    for path in support::files(root).into_keys().filter(|path| !first.contains_key(path)) {
        if is_wanted(&path) {
            fs::remove_file(root.join(&path)).unwrap();
            changed.insert(path);
        }
    }
    for (path, bytes) in first {
        let is_there = fs::read(root.join(&path)).is_ok_and(|there| there == bytes);
        if !is_there && is_wanted(&path) {
            write(&root.join(&path), &bytes);
            changed.insert(path);
        }
    }
    changed
}

#[test]
fn after_any_edits_the_site_is_that_of_a_fresh_build() {
    compare(0x5DEE_CE66_D1CE_4E5B);
}

#[test]
fn after_any_other_edits_it_is_so_too() {
    compare(0x2545_F491_4F6C_DD1D);
}

/// Edits an archive step by step, and compares what a workspace makes of it with what a fresh build does.
fn compare(seed: u64) {
    let archive = Archive::from(&site("good/full"));
    let _ = fs::remove_dir_all(archive.root().join("expected"));
    let options = options(archive.root());
    let mut workspace = Workspace::new(options.clone());
    let output = tempfile::tempdir().unwrap();
    let mut numbers = Numbers(seed);
    let mut changes = Changes::All;
    let mut published = 0;
    let mut standing = workspace.check(&changes).ok().and_then(|checked| Preview::new(checked, false).ok());
    for step in 0..STEPS {
        let mut fresh = pipeline::check(&options).unwrap();
        let mut checked = workspace.check(&changes).unwrap();
        assert_eq!(told(&checked), told(&fresh), "step {step}, {changes:?}");
        let again = built(&mut checked, output.path(), false).map(|(files, _)| files);
        let anew = tempfile::tempdir().unwrap();
        let anew = built(&mut fresh, anew.path(), false).map(|(files, _)| files);
        assert!(again == anew, "step {step}, {changes:?}");
        let is_sound = anew.is_some();
        published += usize::from(is_sound);
        // As the server does: page by page, each with what was kept of it.
        let is_tried = step % 10 == 0;
        if let (true, Ok(preview), Some(anew)) = (is_tried, Preview::new(checked, false), anew) {
            for (path, bytes) in anew {
                let Some(page) = preview.page(&path) else { continue };
                let before = standing.as_ref().and_then(|it| it.render(it.page(&path)?, None).ok());
                let now = preview.render(page, before.as_ref()).ok().unwrap();
                assert!(*now.bytes == *bytes, "step {step}, {path}, {changes:?}");
            }
            standing = Some(preview);
        }
        // Mistakes stay for some steps, and then everything is good again.
        let is_enough = !is_sound && numbers.below(3) == 0;
        let root = archive.root();
        let paths = if is_enough { restore(root, |_| true) } else { edit(root, &mut numbers) };
        changes = Changes::Paths(paths);
    }
    // The edits leave enough sound sites for the comparison to mean something.
    assert!(published > STEPS / 5, "{published} of {STEPS}");
}

#[test]
fn an_edit_of_any_value_shows_on_every_page_that_rests_on_it() {
    let archive = Archive::from(&site("good/full"));
    let options = options(archive.root());
    let output = tempfile::tempdir().unwrap();
    let build = |output: &Path| Some(built(&mut pipeline::check(&options).unwrap(), output, false)?.0);
    build(output.path()).unwrap();
    let mut published = 0;
    for path in
        ["organizations.yaml", "people.yaml", "tracks.yaml", "delegations.yaml", "meetings/2015/second.en.md"]
    {
        let file = archive.root().join("content").join(path);
        let text = fs::read_to_string(&file).unwrap();
        for (at, _) in text.match_indices(": ") {
            let (before, value) = text.split_at(at + 2);
            if !value.starts_with(char::is_alphanumeric) {
                continue;
            }
            fs::write(&file, format!("{before}Z{value}")).unwrap();
            let Some(again) = build(output.path()) else { continue };
            let fresh = tempfile::tempdir().unwrap();
            assert!(again == build(fresh.path()).unwrap(), "{path}, {at}");
            published += 1;
        }
        fs::write(&file, text).unwrap();
    }
    assert!(published > 50, "{published}");
}

#[test]
fn a_page_is_rendered_again_only_if_it_shows_something_else() {
    let archive = Archive::from(&site("good/full"));
    let mut workspace = Workspace::new(options(archive.root()));
    let output = tempfile::tempdir().unwrap();
    let mut rendered = |changes: &Changes| {
        let mut checked = workspace.check(changes).unwrap();
        built(&mut checked, output.path(), false).unwrap()
    };
    let (before, all) = rendered(&Changes::All);
    let is_page = |path: &str| Path::new(path).extension().is_some_and(|it| it == "html");
    assert_eq!(before.keys().filter(|path| is_page(path)).count(), all);
    assert_eq!(rendered(&Changes::All).1, 0);
    let path = "content/meetings/2014/first.en.md";
    let archive = archive.append(path, "\nA paragraph that few pages show.\n");
    let (after, few) = rendered(&Changes::Paths([path.to_owned()].into()));
    let changed = before.iter().filter(|(path, old)| is_page(path) && after[*path] != **old).count();
    assert!((1..10).contains(&changed), "{changed}");
    assert_eq!(few, changed);
    let _archive = archive.append("content/site.yaml", "\n# nothing that is shown\n");
    assert_eq!(rendered(&Changes::Paths(["content/site.yaml".to_owned()].into())).1, 0);
}

/// Builds anew over a built site of which something was done to a file: how many pages are rendered. The site must be whole.
fn after(compress: [bool; 2], change: impl FnOnce(&Path)) -> usize {
    after_both(compress, |_, output| change(output))
}

/// The same where something may be done to the archive too.
fn after_both(compress: [bool; 2], change: impl FnOnce(&Path, &Path)) -> usize {
    let archive = Archive::from(&site("good/full"));
    let output = tempfile::tempdir().unwrap();
    let check = || pipeline::check(&options(archive.root())).unwrap();
    built(&mut check(), output.path(), compress[0]).unwrap();
    change(archive.root(), output.path());
    let (again, rendered) = built(&mut check(), output.path(), compress[1]).unwrap();
    let fresh = tempfile::tempdir().unwrap();
    assert!(again == built(&mut check(), fresh.path(), compress[1]).unwrap().0);
    rendered
}

#[test]
fn a_build_over_a_site_makes_only_what_is_not_there_as_it_was_written() {
    const PAGE: &str = "en/meetings/first/index.html";
    let append = |folder: &Path, path: &str| {
        let mut bytes = fs::read(folder.join(path)).unwrap();
        bytes.push(b'\n');
        fs::write(folder.join(path), bytes).unwrap();
    };
    assert_eq!(after([false; 2], |_| {}), 0);
    assert_eq!(after([false; 2], |folder| append(folder, PAGE)), 1);
    assert_eq!(after([false; 2], |folder| fs::remove_file(folder.join(PAGE)).unwrap()), 1);
    assert_eq!(after([false; 2], |folder| append(folder, "data/archive.json")), 0);
    assert_eq!(after([false; 2], |folder| fs::remove_dir_all(folder.join("data")).unwrap()), 0);
    assert_eq!(after([true; 2], |_| {}), 0);
    assert_eq!(after([true; 2], |folder| fs::remove_file(folder.join(format!("{PAGE}.br"))).unwrap()), 1);
    let all = after([false, true], |_| {});
    assert!(all > 100, "{all}");
    assert_eq!(after([false; 2], |folder| append(folder, ".taiwa/made")), all);
    assert_eq!(after([false; 2], |folder| fs::remove_file(folder.join(".taiwa/made")).unwrap()), all);
}

#[test]
fn the_glossary_is_made_again_where_a_word_of_a_note_is_a_term() {
    let rendered = after_both([false; 2], |root, _| {
        let note = root.join("content/meetings/2014/first.en.md");
        let text = fs::read_to_string(&note).unwrap();
        fs::write(&note, text.replace("The last word, quoted.", "The last radio wave, quoted.")).unwrap();
    });
    assert!((4..20).contains(&rendered), "{rendered}");
}

#[test]
fn a_static_file_takes_and_leaves_the_place_of_a_smaller_copy() {
    const COPY: &str = "en/meetings/first/index.html.gz";
    after_both([true; 2], |root, _| write(&root.join("content/static").join(COPY), b"an author's own"));
    let archive = Archive::from(&site("good/full"));
    let own = archive.root().join("content/static").join(COPY);
    write(&own, b"an author's own");
    let output = tempfile::tempdir().unwrap();
    let built = |folder: &Path| {
        let mut checked = pipeline::check(&options(archive.root())).unwrap();
        built(&mut checked, folder, true).unwrap().0
    };
    built(output.path());
    fs::remove_file(&own).unwrap();
    assert!(built(output.path()) == built(tempfile::tempdir().unwrap().path()));
}

#[test]
fn a_file_with_a_line_break_in_its_name_stays() {
    let archive = Archive::from(&site("good/full"));
    write(&archive.root().join("content/static/a\nb.txt"), b"odd");
    let output = tempfile::tempdir().unwrap();
    for _ in 0..2 {
        let mut checked = pipeline::check(&options(archive.root())).unwrap();
        let (files, _) = built(&mut checked, output.path(), false).unwrap();
        assert_eq!(files["a\nb.txt"], b"odd");
    }
}
