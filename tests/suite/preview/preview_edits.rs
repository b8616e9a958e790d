//! What is made again after an edit: all that may show it, and nothing else.

use crate::support::{
    Archive,
    page::is_file_of_page,
    site,
    workspace::{built, options},
    write,
};
use std::{fs, path::Path};
use taiwa::{
    pipeline::{self, Workspace},
    source::Changes,
};

#[test]
fn an_edit_of_any_value_shows_on_every_page_that_rests_on_it() {
    let archive = Archive::from(&site("good/full"));
    let options = options(archive.root());
    let output = tempfile::tempdir().unwrap();
    let build = |output: &Path| {
        Some(built(&mut pipeline::check(&options).unwrap(), archive.root(), output, false)?.0)
    };
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
fn a_page_is_rendered_again_only_if_something_that_it_is_made_from_is_another() {
    let archive = Archive::from(&site("good/full"));
    let root = archive.root().to_owned();
    let mut workspace = Workspace::new(options(&root));
    let output = tempfile::tempdir().unwrap();
    let mut rendered = |changes: &Changes| {
        let mut checked = workspace.check(changes).unwrap();
        built(&mut checked, &root, output.path(), false).unwrap()
    };
    let (before, all) = rendered(&Changes::All);
    // The files of pages are made as these are.
    let is_page =
        |path: &str| Path::new(path).extension().is_some_and(|it| it == "html") || is_file_of_page(path);
    assert_eq!(before.keys().filter(|path| is_page(path)).count(), all);
    assert_eq!(rendered(&Changes::All).1, 0);
    let path = "content/meetings/2014/first.en.md";
    let archive = archive.edit(path, "The last word, quoted.", "The very last word, quoted.");
    let (after, few) = rendered(&Changes::Paths([path.to_owned()].into()));
    let changed = before.iter().filter(|(path, old)| is_page(path) && after[*path] != **old).count();
    // Six of them are the files of its citations, which say in which language the text is.
    assert!((1..=few).contains(&changed) && few < 10 + 6, "{changed} of {few}");
    let _archive = archive.append("content/site.yaml", "\n# nothing that is shown\n");
    let (same, rendered) = rendered(&Changes::Paths(["content/site.yaml".to_owned()].into()));
    assert!(rendered == all && same == after);
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
    built(&mut check(), archive.root(), output.path(), compress[0]).unwrap();
    change(archive.root(), output.path());
    let (again, rendered) = built(&mut check(), archive.root(), output.path(), compress[1]).unwrap();
    let fresh = tempfile::tempdir().unwrap();
    assert!(again == built(&mut check(), archive.root(), fresh.path(), compress[1]).unwrap().0);
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
    assert_eq!(after([false; 2], |folder| fs::remove_file(folder.join(PAGE)).unwrap()), 1);
    assert_eq!(after([false; 2], |folder| fs::remove_file(folder.join("data/archive.json")).unwrap()), 0);
    // Of a page of other times it is not known that nobody touched it.
    assert_eq!(
        after([false; 2], |folder| fs::write(folder.join(PAGE), fs::read(folder.join(PAGE)).unwrap())
            .unwrap()),
        1
    );
    assert_eq!(after([false; 2], |folder| fs::remove_dir_all(folder.join("data")).unwrap()), 0);
    assert_eq!(after([true; 2], |_| {}), 0);
    assert_eq!(after([true; 2], |folder| fs::remove_file(folder.join(format!("{PAGE}.br"))).unwrap()), 1);
    let all = after([false, true], |_| {});
    assert!(all > 100, "{all}");
    let of_archive = |change: &dyn Fn(&Path)| after_both([false; 2], |root, _| change(&root.join(".taiwa")));
    let appended = of_archive(&|kept| names(kept).iter().for_each(|name| append(kept, name)));
    assert_eq!(appended, all);
    assert_eq!(of_archive(&|kept| fs::remove_dir_all(kept).unwrap()), all);
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
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
        built(&mut checked, archive.root(), folder, true).unwrap().0
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
        let (files, _) = built(&mut checked, archive.root(), output.path(), false).unwrap();
        assert_eq!(files["a\nb.txt"], b"odd");
    }
}
