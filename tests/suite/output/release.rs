//! What is not published is in no byte and no file name of the output.

use crate::support::{self, Archive, Built};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Read},
};

/// One word for each place of a hidden record that a reader could find it in.
const WORDS: [&str; 28] = [
    "hiddenid",
    "hiddentitle",
    "隠した題",
    "hiddensummary",
    "hiddenplace",
    "hiddenpromise",
    "hiddentext",
    "隠した約束",
    "hiddenverb",
    "hiddenforum",
    "hiddennote",
    "hiddenbody",
    "隠した本文",
    "hiddenpaper",
    "hiddenfile",
    "hiddenbytes",
    "hiddenalias",
    "hiddenrole",
    "hiddenpublisher",
    "hiddendue",
    "hiddenmaker",
    "hiddenurl",
    "hiddenarchived",
    "隠した注",
    "隠した期日",
    "隠した要約",
    "隠した場所",
    "隠した肩書",
];

/// An archive with a published meeting and a hidden one, which holds every word.
fn archive(release: &str) -> Archive {
    let english = format!(
        "title: hiddentitle\nsummary: hiddensummary\nplace: hiddenplace\ndate: 2010-12-01\n\
         delegations: {{us: {{heads: [{{person: jane-doe, as: hiddenrole}}]}}, jp: {{}}}}\nrelease: {release}\n\
         aliases: [/en/hiddenalias/]\ncorrections: [{{date: 2011-01-01, note: hiddennote}}]\n\
         version: {{by: hiddenmaker}}\n\
         documents: [{{id: hiddenpaper, title: hiddenpaper, file: papers/hiddenfile.txt, publisher: hiddenpublisher, \
         url: 'https://a.example/hiddenurl', archived: 'https://b.example/hiddenarchived'}}]\n\
         commitments:\n  - id: hiddenpromise\n    kind: undertaking\n    track: cloud\n    delegations: [us, jp]\n    \
         text: hiddentext\n    verb: hiddenverb\n    forums: [hiddenforum]\n    due: {{text: hiddendue, by: 2011-12-31}}\n    fulfills: [open/promise]\n    \
         organizations: [mic]\n    assessments: [{{status: fulfilled, date: 2011-01-01, by: us, source: hiddenpaper, \
         note: hiddennote}}]"
    );
    Archive::new()
        .promise("open", "2010-11-01", "")
        // She is named by what is published too.
        .file("content/pages/who.en.md", "---\ntitle: Who\n---\n[[person:jane-doe]]\n")
        .file("content/pages/who.ja.md", "---\ntitle: 人\n---\n[[person:jane-doe]]\n")
        .note("hiddenid", "en", &english, "## hiddenbody {#hiddenbody}\n\nSee [[commitment:open/promise]].\n")
        .note(
            "hiddenid",
            "ja",
            "title: 隠した題\nsummary: 隠した要約\nplace: 隠した場所\n\
             delegations: {us: {heads: [{person: jane-doe, as: 隠した肩書}]}}\n\
             corrections: [{date: 2011-01-01, note: 隠した注}]\ncommitments: [{id: hiddenpromise, text: 隠した約束, due: {text: 隠した期日}, \
             assessments: [{note: 隠した注}]}]",
            "## 隠した見出し {#hiddenbody}\n\n隠した本文\n",
        )
        .file("content/static/papers/hiddenfile.txt", "hiddenbytes")
}

/// The words that are anywhere in the output, its file names and what is compressed included.
fn found<'a>(built: &Built, words: &[&'a str]) -> Vec<&'a str> {
    // What the program keeps for itself lies in the output too.
    let mut files = support::files(&built.output);
    let pressed: Vec<_> = files.iter().filter_map(|(path, bytes)| whole(path, bytes)).collect();
    files.extend(pressed);
    let holds = |word: &str| {
        let in_bytes = |bytes: &[u8]| bytes.windows(word.len()).any(|part| part == word.as_bytes());
        files.iter().any(|(path, bytes)| path.contains(word) || in_bytes(bytes))
    };
    words.iter().copied().filter(|word| holds(word)).collect()
}

/// What a compressed file holds.
fn whole(path: &str, bytes: &[u8]) -> Option<(String, Vec<u8>)> {
    let mut whole = Vec::new();
    match path.rsplit_once('.')? {
        (_, "gz") => flate2::read::GzDecoder::new(bytes).read_to_end(&mut whole).unwrap(),
        (_, "br") => {
            let mut bytes = io::Cursor::new(bytes);
            brotli::BrotliDecompress(&mut bytes, &mut whole).unwrap();
            whole.len()
        }
        _ => return None,
    };
    Some((format!("{path} unpacked"), whole))
}

const NONE: [&str; 0] = [];
const EN: &str = "content/meetings/a.en.md";
/// The words of a document's file, which lies in static/.
const FILE: [&str; 2] = ["hiddenfile", "hiddenbytes"];

fn but_the_file() -> Vec<&'static str> {
    WORDS.into_iter().filter(|word| !FILE.contains(word)).collect()
}

#[test]
fn a_draft_is_in_no_byte_of_the_output() {
    let archive = archive("draft");
    let built = archive.build_with(&["--base-url", "https://x.example", "--compress"]).ok();
    assert_eq!(found(&built, &but_the_file()), NONE);
    let built = archive.build_with(&["--drafts"]).ok();
    assert_eq!(found(&built, &WORDS), WORDS);
}

#[test]
fn words_are_found_in_what_is_compressed_alone() {
    let archive = archive("published");
    let built = archive.build_with(&["--compress"]).ok();
    for (path, _) in built.files() {
        let is_compressed = [".gz", ".br"].iter().any(|ending| path.ends_with(ending));
        if !is_compressed {
            std::fs::remove_file(built.output.join(path)).unwrap();
        }
    }
    assert_eq!(found(&built, &["hiddenbody", "隠した本文"]), ["hiddenbody", "隠した本文"]);
}

/// However it is encoded, split, counted or summed up: not a byte of the output depends on it.
#[test]
fn the_output_is_the_same_with_a_hidden_record_as_without_it() {
    let options = ["--base-url", "https://x.example", "--compress", "--as-of", "2026-11-22"];
    let built = |archive: &Archive| archive.build_with(&options).ok().files();
    let shown = built(&archive("published"));
    for release in ["draft", "{embargoed-until: 2026-12-01}"] {
        let page = format!("---\ntitle: hiddentitle\nrelease: {release}\n---\nhiddenbody\n");
        let archive = archive(release)
            .file("content/pages/hiddenpage.en.md", page)
            .file("content/pages/hiddenpage.ja.md", "---\ntitle: 隠した題\n---\n隠した本文\n");
        let with = built(&archive);
        let archive = archive
            .without("content/meetings/hiddenid.en.md")
            .without("content/meetings/hiddenid.ja.md")
            .without("content/static/papers/hiddenfile.txt")
            .without("content/pages/hiddenpage.en.md")
            .without("content/pages/hiddenpage.ja.md");
        assert_eq!(differing(&with, &built(&archive)), NONE, "{release}");
        assert_ne!(differing(&with, &shown), NONE, "the same record is seen where it is published");
    }
}

#[test]
fn the_output_is_the_same_whatever_stands_in_a_redaction_or_a_comment() {
    let options = ["--base-url", "https://x.example", "--compress", "--as-of", "2026-11-22"];
    let built = |hidden: &str| {
        let text =
            format!("前[[redacted: 2行; 主催者|{hidden}]]後<!-- {hidden} -->\n\n<!--\n{hidden}\n-->\n");
        let english = format!("A [[redacted: 2 lines; host|{hidden}]] b\n");
        let front = format!("title: A # {hidden}\ndate: 2010-11-01\ndelegations: {{us: {{}}, jp: {{}}}}");
        let archive = Archive::new().note("a", "en", &front, &english).note("a", "ja", "title: 会合", &text);
        archive.build_with(&options).ok().files()
    };
    assert_eq!(differing(&built("hiddentext"), &built("other *words* 別の語")), NONE);
}

/// The files that two outputs do not have alike.
fn differing<'a>(one: &'a BTreeMap<String, Vec<u8>>, other: &'a BTreeMap<String, Vec<u8>>) -> Vec<&'a str> {
    let paths: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    paths.into_iter().filter(|path| one.get(*path) != other.get(*path)).map(String::as_str).collect()
}

#[test]
fn an_embargoed_record_is_in_no_byte_before_its_day() {
    let archive = archive("{embargoed-until: 2026-12-01}");
    let built = archive.build_with(&["--as-of", "2026-11-30"]).ok();
    assert_eq!(found(&built, &but_the_file()), NONE);
    let built = archive.build_with(&["--as-of", "2026-12-01"]).ok();
    assert_eq!(found(&built, &WORDS), WORDS);
}

#[test]
fn a_record_is_marked_as_a_draft_until_its_day_and_not_after() {
    let archive = archive("{embargoed-until: 2026-12-01}");
    let mark = "<span class=\"tag draft\">Draft</span>";
    let built = archive.build_with(&["--as-of", "2026-11-30", "--drafts"]).ok();
    assert!(built.page("en/meetings/hiddenid/").contains(mark));
    let built = archive.build_with(&["--as-of", "2026-12-01"]).ok();
    assert!(!built.page("en/meetings/hiddenid/").contains(mark));
}

#[test]
fn a_file_that_only_hidden_documents_name_is_not_copied() {
    let built = archive("draft");
    assert_eq!(found(&built.build().ok(), &FILE), NONE);
}

#[test]
fn a_file_that_a_published_document_names_too_is_copied() {
    let archive = archive("draft").edit(
        "content/meetings/open.en.md",
        "date: 2010-11-01",
        "date: 2010-11-01\ndocuments: [{id: shown, title: Shown, file: papers/hiddenfile.txt}]",
    );
    assert_eq!(found(&archive.build().ok(), &FILE), FILE);
}

#[test]
fn a_record_hidden_again_disappears_from_a_published_output() {
    let archive = archive("draft");
    assert_eq!(found(&archive.build_with(&["--drafts"]).ok(), &WORDS), WORDS);
    assert_eq!(found(&archive.build().ok(), &but_the_file()), NONE);
}

#[test]
fn hidden_records_are_not_counted_and_break_no_sequence() {
    let archive = archive("draft").promise("later", "2011-01-01", "");
    let built = archive.build().ok();
    assert!(built.page("en/tracks/cloud/").contains("2 undertakings"));
    assert!(built.page("en/people/jane-doe/").contains("Jane Doe"));
    assert!(
        !built.page("en/people/jane-doe/").contains("Meetings</h2>"),
        "she took part in the hidden meeting only"
    );
    let open = built.resolved("en/meetings/open/");
    assert!(open.contains("<a href=\"/en/meetings/later/\" rel=\"next\">"), "{open}");
    assert!(!built.page("en/commitments/open/promise/").contains("Links to other points"));
}

#[test]
fn a_reference_to_a_hidden_record_leaves_only_its_own_text() {
    let body = "A [[meeting:hiddenid|first]], [[commitment:hiddenid/hiddenpromise|second]] and \
                [[document:hiddenpaper|third]].\n";
    let front = "title: Open\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}\nversion: {source: hiddenpaper}\n\
                 commitments:\n  - {id: promise, kind: undertaking, track: cloud, delegations: [us], text: Promise, \
                 related: [hiddenid/hiddenpromise], assessments: [{status: fulfilled, date: 2011-01-01, by: us, \
                 source: hiddenpaper}]}";
    let archive =
        archive("draft").note("open", "en", front, body).append("content/meetings/open.ja.md", "本文。\n");
    let built = archive.build().ok();
    assert_eq!(found(&built, &but_the_file()), NONE);
    assert!(built.page("en/meetings/open/").contains("<p>A first, second and third.</p>"));
    let shown = archive.build_with(&["--drafts"]).ok().resolved("en/meetings/open/");
    assert!(shown.contains("<a href=\"/en/meetings/hiddenid/\">first</a>"), "{shown}");
}

#[test]
fn a_reference_that_needs_the_title_of_a_hidden_record_is_an_error() {
    let body = "See [[meeting:hiddenid]].\n";
    let archive = archive("draft")
        .append("content/meetings/open.ja.md", body)
        .append("content/meetings/open.en.md", "See.\n");
    let checked = archive.check();
    assert_eq!(checked.reported(), ["meetings/open.ja.md:5:5 unknown-meeting"]);
    assert_eq!(archive.run(&["check", "--drafts"]).status, 0);
}

#[test]
fn a_hidden_page_is_in_no_byte_of_the_output() {
    let front = "title: hiddentitle\nsummary: hiddensummary\nrelease: draft\naliases: [/en/hiddenalias/]";
    let archive = Archive::new()
        .file("content/pages/hiddenid.en.md", format!("---\n{front}\n---\nhiddenbody\n"))
        .file("content/pages/hiddenid.ja.md", "---\ntitle: 隠した題\nsummary: 隠した要約\n---\n隠した本文\n");
    let words =
        ["hiddenid", "hiddentitle", "hiddensummary", "hiddenalias", "hiddenbody", "隠した題", "隠した本文"];
    assert_eq!(found(&archive.build().ok(), &words), NONE);
    assert_eq!(found(&archive.build_with(&["--drafts"]).ok(), &words), words);
}

#[test]
fn a_release_that_cannot_be_read_lets_nothing_out() {
    let archive = archive("{embargoed-until: 2026-13-01}");
    assert_eq!(archive.build().status, 1);
    assert!(!archive.output().exists());
}

#[test]
fn redacted_text_is_a_visible_gap() {
    let archive = Archive::new().meeting("a", "date: 2010-11-01").append(EN, "Before.\n").file(
        "content/meetings/a.ja.md",
        "---\ntitle: 会合\n---\n前[[redacted: 2行; 主催者|hiddentext]]後\n",
    );
    let built = archive.build().ok();
    assert_eq!(found(&built, &WORDS), NONE);
    assert!(
        built
            .page("ja/meetings/a/")
            .contains("<p>前<span class=\"redacted\">非公開：2行; 主催者</span>後</p>")
    );
}

#[test]
fn comments_are_dropped() {
    let archive = Archive::new().meeting("a", "# hiddennote\ndate: 2010-11-01").append(EN, "Text.\n").file(
        "content/meetings/a.ja.md",
        "---\ntitle: 会合\n---\n<!-- hiddenbody\n\nhiddentext -->\n\n本文<!-- hiddentext -->\n",
    );
    assert_eq!(found(&archive.build().ok(), &WORDS), NONE);
}

#[test]
fn a_withdrawn_record_leaves_a_page_that_says_so_and_nothing_of_its_text() {
    let archive = archive("withdrawn");
    let built = archive.build_with(&["--base-url", "https://x.example"]).ok();
    for (lang, words) in [("en", "This record has been withdrawn."), ("ja", "この記録は取り下げられた。")]
    {
        for address in
            ["meetings/hiddenid/", "meetings/hiddenid/parallel/", "commitments/hiddenid/hiddenpromise/"]
        {
            let page = built.page(&format!("{lang}/{address}"));
            assert!(page.contains(words), "{lang}/{address}");
            assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{lang}/{address}");
        }
    }
    assert!(!built.page("sitemap.xml").contains("hiddenid"));
    let kept = [
        "hiddenid",
        "hiddentitle",
        "隠した題",
        "hiddenpromise",
        "hiddennote",
        "隠した注",
        "hiddenpaper",
        "hiddenalias",
    ];
    let gone: Vec<_> = WORDS.into_iter().filter(|word| !kept.contains(word)).collect();
    assert_eq!(gone.len(), WORDS.len() - kept.len());
    assert_eq!(found(&built, &gone), NONE);
}

#[test]
fn a_withdrawn_record_is_named_by_no_other_page() {
    let archive = archive("withdrawn").promise("later", "2011-01-01", "continues: [hiddenid/hiddenpromise]");
    let built = archive.build().ok();
    for (path, page) in built.pages().iter().filter(|(path, _)| !path.contains("hidden")) {
        assert!(!page.contains("hiddentext"), "{path}");
    }
    assert!(built.page("en/tracks/cloud/").contains("2 undertakings"));
    assert!(!built.page("en/meetings/").contains("hiddenid"));
}

#[test]
fn a_reference_to_a_withdrawn_record_shows_nothing_of_it() {
    let body = "The [[commitment:hiddenid/hiddenpromise|promise]] and [[document:hiddenpaper|paper]] of \
                [[meeting:hiddenid|that day]].\n";
    let archive = archive("withdrawn")
        .append("content/meetings/open.ja.md", body)
        .append("content/meetings/open.en.md", "See.\n");
    let page = archive.build().ok().page("ja/meetings/open/");
    assert!(!page.contains("hiddenpaper") && !page.contains("hiddentext"), "{page}");
    assert!(page.contains("promise") && page.contains("paper") && page.contains("that day"), "{page}");
}
