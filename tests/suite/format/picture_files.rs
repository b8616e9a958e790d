//! The pictures as files of their own: well-formed, complete by themselves, and the same as on their pages.

use crate::support::Archive;
use quick_xml::{Reader, events::Event};
use scraper::{Html, Selector};

/// A track whose commitments go on from one another, and places, with names that are hostile to XML.
fn archive() -> Archive {
    let hostile = "\"]]> <script>alert(1)</script> & 'more' --> \"";
    let quoted = format!("\"{}\"", hostile.trim_matches('"').replace('"', "\\\""));
    let mut archive = Archive::new();
    for (id, date, links) in [
        ("one", "2010-11-01", ""),
        ("two", "2011-06-09", ", continues: [one/promise]"),
        ("three", "2012-03-22", ", revises: [one/promise]"),
    ] {
        let front = format!(
            "title: {quoted}\ndate: {date}\nplace: {quoted}\ndelegations: {{us: {{}}, jp: {{}}}}\ncommitments:\n  - {{id: promise, \
             kind: undertaking, track: cloud, delegations: [us], title: {quoted}, text: Text.{links}}}"
        );
        let japanese = format!(
            "title: {quoted}\nplace: {quoted}\ncommitments:\n  - {{id: promise, title: {quoted}, text: 文。}}"
        );
        archive = archive.note(id, "en", &front, "").note(id, "ja", &japanese, "");
    }
    archive
}

/// The names of the elements of an XML text, which has to be well-formed, and all its texts.
fn read_xml(text: &str) -> (Vec<String>, String) {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let (mut names, mut texts, mut depth) = (Vec::new(), String::new(), 0);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => {
                depth += 1;
                element.attributes().for_each(|attribute| drop(attribute.unwrap()));
                names.push(element.name().as_ref().to_owned());
            }
            Event::Empty(element) => {
                element.attributes().for_each(|attribute| drop(attribute.unwrap()));
                names.push(element.name().as_ref().to_owned());
            }
            Event::End(_) => depth -= 1,
            Event::Text(text) => texts.push_str(&text),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "every element has its end");
    (names, texts)
}

const FILES: [&str; 4] = [
    "en/timeline/timeline.svg",
    "ja/timeline/timeline.svg",
    "en/tracks/cloud/lineage.svg",
    "ja/tracks/cloud/lineage.svg",
];

#[test]
fn each_picture_is_a_well_formed_file_without_scripts_or_anything_from_outside() {
    let archive = archive().append("content/site.yaml", "base_url: https://archive.example/talks\n");
    let built = archive.build().ok();
    for file in FILES {
        let text = built.page(file);
        let (names, texts) = read_xml(&text);
        let known = ["svg", "title", "style", "rect", "text", "tspan", "g", "line", "path", "a"];
        assert!(names.iter().all(|name| known.contains(&name.as_str())), "{file}: {names:?}");
        let page = file.rsplit_once('/').unwrap().0;
        assert!(texts.contains(&format!("https://archive.example/talks/{page}/")), "{file}: {texts}");
        assert!(!text.contains("url(") && !text.contains("@import"), "{file}");
        // Saved, it leads where it led on the site.
        for href in text.split(" href=\"").skip(1) {
            assert!(href.starts_with("https://archive.example/talks/"), "{file}: {href}");
        }
        assert!(built.page("SHA256SUMS").contains(file), "{file}");
    }
}

#[test]
fn a_file_shows_what_the_page_shows_which_offers_it() {
    let archive = archive();
    let built = archive.build().ok();
    for (page, name) in [("en/timeline/", "timeline.svg"), ("en/tracks/cloud/", "lineage.svg")] {
        let html = Html::parse_document(&built.resolved(page));
        let select = |selector: &str| Selector::parse(selector).unwrap();
        let link = html.select(&select("a[download]")).next().unwrap();
        assert_eq!(link.attr("href"), Some(&*format!("/{page}{name}")));
        assert_eq!(link.text().collect::<String>(), "Save this picture (SVG)");
        let drawn: Vec<_> =
            html.select(&select(".picture svg path")).filter_map(|path| path.attr("d")).collect();
        let file = built.page(&format!("{page}{name}"));
        assert!(drawn.len() >= 3 && drawn.iter().all(|d| file.contains(&format!("d=\"{d}\""))), "{page}");
        // The sentence above the picture is in the file, where it is in lines.
        let sentence = html.select(&select("section:has(.picture) p.measure")).next().unwrap();
        let words = sentence.text().collect::<String>();
        let (_, texts) = read_xml(&file);
        assert!(words.split(' ').all(|word| texts.contains(word)), "{page}: {words}");
    }
}

#[test]
fn what_has_no_picture_has_no_file() {
    let archive = Archive::new().promise("one", "2010-11-01", "");
    let built = archive.build().ok();
    let files = built.files();
    assert!(
        !files.keys().any(|file| file.contains(".svg") && !file.starts_with("assets/")),
        "{:?}",
        files.keys()
    );
}
