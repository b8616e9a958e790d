//! The glossary page: pairs of terms, and the records that use them.

use crate::support::Archive;
use scraper::{ElementRef, Html, Selector};

const TERMS: &str = "- {en: radio wave, ja: 電波}\n- {en: cloud, ja: クラウド}\n- {en: never, ja: 皆無}\n";

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    let words = |element: ElementRef<'_>| element.text().collect::<String>().trim().to_owned();
    select(page, selector).into_iter().map(words).collect()
}

fn glossary(archive: &Archive, lang: &str) -> Html {
    Html::parse_document(&archive.build().published().resolved(&format!("{lang}/glossary/")))
}

fn archive() -> Archive {
    Archive::new()
        .file("content/glossary.yaml", TERMS)
        .promise("a", "2010-11-01", "")
        .promise("b", "2011-11-01", "")
        .edit("content/meetings/a.en.md", "Promise of a", "Use the cloud.")
        .edit("content/meetings/a.ja.md", "aの約束", "クラウドを用いる。")
        .append("content/meetings/b.en.md", "A cloud and a radio wave.\n")
        .append("content/meetings/b.ja.md", "クラウドと電波。\n")
}

#[test]
fn english_goes_by_name_and_japanese_as_the_file_does() {
    let archive = archive();
    assert_eq!(
        texts(&glossary(&archive, "en"), "dfn"),
        ["cloud", "クラウド", "never", "皆無", "radio wave", "電波"]
    );
    assert_eq!(
        texts(&glossary(&archive, "ja"), "dfn"),
        ["電波", "radio wave", "クラウド", "cloud", "皆無", "never"]
    );
}

#[test]
fn each_term_leads_to_the_records_that_use_it_the_newest_first() {
    let archive = archive();
    let page = glossary(&archive, "en");
    let summaries = ["Used in: 1 meeting, 1 point", "Used in: 1 meeting"];
    assert_eq!(texts(&page, ".glossary summary"), summaries);
    let rows = ["Nov 1, 2011 Meeting b", "Nov 1, 2010 Use the cloud.", "Nov 1, 2011 Meeting b"];
    assert_eq!(texts(&page, ".glossary ul > li"), rows);
    let links: Vec<_> = select(&page, ".glossary ul a").iter().map(|it| it.attr("href").unwrap()).collect();
    let [meeting, commitment] = ["/en/meetings/b/", "/en/commitments/a/promise/"];
    assert_eq!(links, [meeting, commitment, meeting]);
    let summaries = ["この用語を用いた記録：会合1回", "この用語を用いた記録：会合1回、事項1件"];
    assert_eq!(texts(&glossary(&archive, "ja"), ".glossary summary"), summaries);
}

#[test]
fn a_term_that_many_records_use_shows_their_number_and_the_newest() {
    let mut archive = Archive::new().file("content/glossary.yaml", TERMS);
    for day in 10..=21 {
        let id = format!("d{day}");
        archive = archive
            .meeting(&id, &format!("date: 2010-11-{day}"))
            .append(&format!("content/meetings/{id}.en.md"), "A cloud.\n")
            .append(&format!("content/meetings/{id}.ja.md"), "クラウド。\n");
    }
    let page = glossary(&archive, "en");
    assert_eq!(texts(&page, ".glossary summary"), ["Used in: 12 meetings"]);
    assert_eq!(texts(&page, ".glossary details > p"), ["The 10 newest:"]);
    let expected: Vec<_> = (12..=21).rev().map(|day| format!("Meeting d{day}")).collect();
    assert_eq!(texts(&page, ".glossary ul a"), expected);
    assert_eq!(texts(&glossary(&archive, "ja"), ".glossary details > p"), ["新しい順に10件を示す。"]);
}

#[test]
fn the_page_leads_to_the_pairs_of_texts_where_there_are_any() {
    let archive = archive();
    for lang in ["en", "ja"] {
        let page = glossary(&archive, lang);
        let link = select(&page, "#_corpus ~ p a");
        assert_eq!(link.len(), 1, "{lang}");
        assert_eq!(link[0].attr("href"), Some("/data/corpus.tmx"));
        assert_eq!(select(&page, "a[href$='glossary/#_corpus']").len(), 1, "{lang}");
    }
    let alone =
        Archive::new().note("a", "en", "title: A\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}", "");
    assert_eq!(select(&glossary(&alone, "en"), "[href*=corpus]").len(), 0);
}

#[test]
fn the_first_use_of_an_explained_term_leads_to_the_glossary() {
    let archive = Archive::new()
        .file(
            "content/glossary.yaml",
            "- {en: cloud service, ja: クラウドサービス}\n- {en: cloud, ja: クラウド, note: {en: A remark., ja: 備考。}}\n",
        )
        .meeting("a", "date: 2010-11-01")
        .append(
            "content/meetings/a.en.md",
            "## The cloud\n\nCloudy. A `cloud`, a [cloud](https://example.org/), cloud services.\n\n*Clouds* and a cloud.\n",
        )
        .append(
            "content/meetings/a.ja.md",
            "## クラウド\n\n「`クラウド`」、[クラウド](https://example.org/)、クラウドサービス。\n\n**クラウド**、クラウド。\n",
        );
    let published = archive.build().published();
    let links = |address: &str| {
        let page = Html::parse_document(&published.resolved(address));
        let links = select(&page, "a[href*='glossary/#']").into_iter();
        let link = |it: ElementRef<'_>| {
            let block = ElementRef::wrap(it.parent().unwrap()).unwrap().value().name().to_owned();
            (it.attr("href").unwrap().to_owned(), it.text().collect::<String>(), block)
        };
        links.map(link).collect::<Vec<_>>()
    };
    let link = |href: &str, text: &str, block: &str| (href.to_owned(), text.to_owned(), block.to_owned());
    let english = "/en/glossary/#term-2";
    let japanese = "/ja/glossary/#term-2";
    assert_eq!(links("en/meetings/a/"), [link(english, "Clouds", "em")]);
    assert_eq!(links("ja/meetings/a/"), [link(japanese, "クラウド", "strong")]);
    // Side by side, each text leads to the glossary of its own language.
    let both = [link(english, "Clouds", "em"), link(japanese, "クラウド", "strong")];
    assert_eq!(links("en/meetings/a/parallel/"), both);
}
