//! What every page keeps to: addresses, language marks, names, dates and order.

use crate::support::{
    Archive, Built,
    page::{assert_holds, texts},
    site,
};
use scraper::{Html, Selector};

const BASE: &[&str] = &["--base-url", "https://x.example"];

fn one_meeting() -> Archive {
    Archive::new().meeting("a", "date: 2010-11-01")
}

#[track_caller]
fn assert_lacks(page: &str, part: &str) {
    assert!(!page.contains(part), "`{part}` is in:\n{page}");
}

#[test]
fn a_meeting_in_both_languages_names_both_versions_and_itself() {
    let archive = one_meeting();
    let built = archive.build_with(BASE).ok();
    for lang in ["en", "ja"] {
        let page = built.page(&format!("{lang}/meetings/a/"));
        assert_holds(
            &page,
            r#"<link rel="alternate" hreflang="en" href="https://x.example/en/meetings/a/">"#,
        );
        assert_holds(
            &page,
            r#"<link rel="alternate" hreflang="ja" href="https://x.example/ja/meetings/a/">"#,
        );
        assert_eq!(page.matches(r#"rel="alternate""#).count(), 2);
        let canonical = format!(r#"<link rel="canonical" href="https://x.example/{lang}/meetings/a/">"#);
        assert_holds(&page, &canonical);
        assert_lacks(&page, "x-default");
    }
}

#[test]
fn x_default_stands_on_the_entrances_alone() {
    let archive = one_meeting();
    let built = archive.build_with(BASE).ok();
    let with: Vec<_> = built.pages().into_iter().filter(|(_, page)| page.contains("x-default")).collect();
    let names: Vec<_> = with.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(names, ["en/index.html", "index.html", "ja/index.html"]);
    for (_, page) in &with {
        assert_holds(page, r#"<link rel="alternate" hreflang="x-default" href="https://x.example/">"#);
    }
}

#[test]
fn the_switcher_leads_to_the_same_page_in_the_other_language() {
    let archive = one_meeting();
    let built = archive.build().ok();
    assert_holds(
        &built.resolved("en/meetings/a/"),
        r#"<a href="/ja/meetings/a/" lang="ja" hreflang="ja">日本語</a>"#,
    );
    assert_holds(
        &built.resolved("ja/meetings/a/"),
        r#"<a href="/en/meetings/a/" lang="en" hreflang="en">English</a>"#,
    );
    assert_holds(
        &built.resolved("ja/timeline/"),
        r#"<a href="/en/timeline/" lang="en" hreflang="en">English</a>"#,
    );
}

#[test]
fn the_root_offers_both_languages_and_leads_nowhere_by_itself() {
    let archive = one_meeting();
    let page = archive.build().ok().page("");
    assert_holds(&page, r#"<a href="en/" lang="en" hreflang="en">English</a>"#);
    assert_holds(&page, r#"<a href="ja/" lang="ja" hreflang="ja">日本語</a>"#);
    assert_lacks(&page, "refresh");
}

#[test]
fn every_page_says_its_language_and_its_locale() {
    let archive = one_meeting();
    let built = archive.build_with(BASE).ok();
    for (lang, own) in [("en", "en_US"), ("ja", "ja_JP")] {
        let pages = built.pages();
        for (path, page) in pages.iter().filter(|(path, _)| path.starts_with(&format!("{lang}/"))) {
            assert!(page.contains(&format!("<html lang=\"{lang}\">")), "{path}");
            assert!(page.contains(&format!(r#"<meta property="og:locale" content="{own}">"#)), "{path}");
        }
    }
}

fn english_only() -> Archive {
    let front = "title: Meeting a\ndelegations: {us: {}, jp: {}}\ndate: 2010-11-01\ncommitments:\n  \
                 - {id: promise, kind: report, track: cloud, delegations: [us], text: Promise}";
    Archive::new().note("a", "en", front, "## A heading\n\nEnglish words.\n\n[[redacted: 2 lines]]\n")
}

#[test]
fn a_meeting_in_english_alone_has_a_japanese_page_that_says_so() {
    let archive = english_only();
    let built = archive.build_with(BASE).published();
    let page = built.page("ja/meetings/a/");
    assert_holds(&page, "<html lang=\"ja\">");
    assert_holds(&page, "2010年（平成22年）11月1日（月）");
    assert_holds(&page, "日本語版はまだない。以下は英語である。");
    let body = texts(&page, "div[lang=en] p");
    assert_eq!(body[0], "English words.");
    assert_holds(&page, r#"<link rel="canonical" href="https://x.example/en/meetings/a/">"#);
    assert_holds(
        &built.page("en/meetings/a/"),
        r#"<link rel="canonical" href="https://x.example/en/meetings/a/">"#,
    );
    assert_lacks(&built.page("en/meetings/a/"), "まだありません");
}

#[test]
fn a_meeting_in_english_alone_is_no_pair() {
    let archive = english_only();
    let built = archive.build_with(BASE).published();
    for address in ["meetings/a/", "commitments/a/promise/"] {
        for lang in ["en", "ja"] {
            assert_lacks(&built.page(&format!("{lang}/{address}")), r#"rel="alternate""#);
        }
        let sitemap = built.page("sitemap.xml");
        let english = format!("<url><loc>https://x.example/en/{address}</loc></url>");
        assert_holds(&sitemap, &english);
        assert_lacks(&sitemap, &format!("ja/{address}"));
    }
}

#[test]
fn the_sitemap_has_just_the_pages_that_call_their_own_address_canonical() {
    let gone = "---\ntitle: Gone\nrelease: withdrawn\n---\nWords.\n";
    let archive = Archive::from(&site("good/full"));
    let archive = archive.file("content/pages/gone.en.md", gone).file("content/pages/gone.ja.md", gone);
    let built = archive.build_with(&[BASE, &["--as-of", "2026-11-22"]].concat()).published();
    let sitemap = built.page("sitemap.xml");
    for (path, page) in built.pages() {
        let address = format!("https://x.example/{}", path.trim_end_matches("index.html"));
        let is_canonical = page.contains(&format!(r#"<link rel="canonical" href="{address}">"#));
        let is_entry = sitemap.contains(&format!("<loc>{address}</loc>"));
        assert_eq!(is_entry, is_canonical, "{path}");
        assert!(!is_entry || !page.contains("noindex"), "{path}");
    }
}

#[test]
fn a_meeting_in_japanese_alone_has_an_english_page_that_says_so() {
    let front = "title: 会合\ndelegations: {us: {}, jp: {}}\ndate: 2010-11-01";
    let archive = Archive::new().note("a", "ja", front, "日本語。\n");
    let built = archive.build_with(BASE).published();
    let page = built.page("en/meetings/a/");
    assert_holds(&page, "<html lang=\"en\">");
    assert_eq!(texts(&page, "div[lang=ja] p"), ["日本語。"]);
    assert_holds(&page, r#"<link rel="canonical" href="https://x.example/ja/meetings/a/">"#);
    assert_lacks(&built.page("sitemap.xml"), "/en/meetings/a/");
}

#[test]
fn every_piece_in_the_other_language_is_marked() {
    let archive = english_only();
    let page = archive.build().published().page("ja/meetings/a/");
    let document = Html::parse_document(&page);
    let links = Selector::parse("nav.contents a[href='#s1']").unwrap();
    let link = document.select(&links).next().unwrap();
    let is_marked = |element: scraper::ElementRef<'_>| element.value().attr("lang") == Some("en");
    let inside = link.descendants().filter_map(scraper::ElementRef::wrap).any(is_marked);
    let around = link.ancestors().filter_map(scraper::ElementRef::wrap).any(is_marked);
    assert!(inside || around, "an English heading stands in the Japanese contents list unmarked");
    assert_lacks(&texts(&page, "div[lang=en]").join(" "), "非公開");
}

#[test]
fn headings_have_the_same_anchors_in_both_languages() {
    let english = "## Cloud {#cloud}\n\n## Security\n\n### One\n\n### Two\n";
    let japanese = "## クラウド技術 {#cloud}\n\n## 安全\n\n### 一\n\n### 二\n";
    let front = "title: Meeting a\ndelegations: {us: {}, jp: {}}\ndate: 2010-11-01";
    let archive = Archive::new().note("a", "en", front, english).note("a", "ja", "title: 会合", japanese);
    let built = archive.build().ok();
    for (lang, first, last) in [("en", "Cloud", "Two"), ("ja", "クラウド技術", "二")] {
        let page = built.page(&format!("{lang}/meetings/a/"));
        assert_holds(&page, &format!("<h2 id=\"cloud\">{first}</h2>"));
        assert_holds(&page, &format!("<h3 id=\"s2-2\">{last}</h3>"));
        assert_eq!(texts(&page, "nav.contents a[href='#cloud']"), [first]);
    }
}

#[test]
fn without_ids_a_section_is_named_by_its_place() {
    let text = "## A\n\n### B\n\n### C\n";
    let front = "title: Meeting a\ndelegations: {us: {}, jp: {}}\ndate: 2010-11-01";
    let archive = Archive::new().note("a", "en", front, text).note("a", "ja", "title: 会合", text);
    let built = archive.build().ok();
    for lang in ["en", "ja"] {
        assert_holds(&built.page(&format!("{lang}/meetings/a/")), "<h3 id=\"s1-2\">C</h3>");
    }
}

#[test]
fn dates_read_as_each_language_writes_them() {
    for (date, english, japanese) in [
        ("2010-11-01", "November 1, 2010", "2010年（平成22年）11月1日（月）"),
        ("1872-12-31", "December 31, 1872", "1872年12月31日（火）"),
        ("{from: 2011-06-09, to: 2011-06-10}", "June 9–10, 2011", "2011年（平成23年）6月9日〜10日"),
        ("{from: 2011-06-09, to: 2011-06-09}", "June 9, 2011", "2011年（平成23年）6月9日（木）"),
        (
            "{from: 2019-04-30, to: 2019-05-01}",
            "April 30 – May 1, 2019",
            "2019年（平成31年）4月30日〜2019年（令和元年）5月1日",
        ),
        (
            "{from: 2019-12-31, to: 2020-01-01}",
            "December 31, 2019 – January 1, 2020",
            "2019年（令和元年）12月31日〜2020年（令和2年）1月1日",
        ),
    ] {
        let archive = Archive::new().meeting("a", &format!("date: {date}"));
        let built = archive.build().ok();
        assert_eq!(texts(&built.page("en/meetings/a/"), "dl.facts time"), [english]);
        assert_eq!(texts(&built.page("ja/meetings/a/"), "dl.facts time"), [japanese]);
    }
}

#[test]
fn japanese_lists_of_organizations_stand_by_reading_under_their_rows() {
    let mut registry = String::new();
    for (id, name, reading) in [
        ("mic", "総務省", "そうむしょう"),
        ("cao", "内閣府", "ないかくふ"),
        ("mlit", "国土交通省", "こくどこうつうしょう"),
        ("mofa", "外務省", "がいむしょう"),
        ("digital", "デジタル庁", "でじたるちょう"),
        ("meti", "経済産業省", "けいざいさんぎょうしょう"),
    ] {
        let name = format!("{{en: {id}, ja: {name}}}");
        let line = format!("{id}: {{delegation: jp, name: {name}, reading: {reading}}}\n");
        registry.push_str(&line);
    }
    let archive = Archive::new().file("content/organizations.yaml", registry);
    let page = archive.build().ok().page("ja/organizations/");
    let found = texts(&page, "main h2, main li a");
    let expected =
        ["か", "外務省", "経済産業省", "国土交通省", "さ", "総務省", "た", "デジタル庁", "な", "内閣府"];
    assert_eq!(found, expected);
}

#[test]
fn people_are_listed_family_name_first() {
    let front = "title: A\ndelegations: {us: {}, jp: {people: [taro-yamada]}}\ndate: 2010-11-01";
    let archive = Archive::new().note("a", "en", front, "Taro Yamada spoke.\n").note(
        "a",
        "ja",
        "title: 会合",
        "山田太郎が話した。\n",
    );
    let built = archive.build().ok();
    assert_eq!(texts(&built.page("en/people/"), "main li a"), ["DOE Jane", "YAMADA Taro"]);
    assert_eq!(texts(&built.page("ja/people/"), "main li a"), ["ジェーン・ドウ", "山田太郎"]);
    assert_holds(&built.page("en/meetings/a/"), "<p>Taro Yamada spoke.</p>");
}

#[test]
fn counts_read_as_each_language_writes_them() {
    let archive = Archive::new().promise("a", "2010-11-01", "");
    let built = archive.build().ok();
    assert_eq!(texts(&built.page("en/tracks/cloud/"), "dl.facts dd"), ["1 undertaking", "1 meeting"]);
    assert_eq!(texts(&built.page("ja/tracks/cloud/"), "dl.facts dd"), ["実施事項1件", "1回"]);
    let archive = archive.promise("b", "2011-11-01", "");
    let built = archive.build().ok();
    assert_eq!(texts(&built.page("en/tracks/cloud/"), "dl.facts dd"), ["2 undertakings", "2 meetings"]);
    assert_eq!(texts(&built.page("ja/tracks/cloud/"), "dl.facts dd"), ["実施事項2件", "2回"]);
    for (path, page) in built.pages() {
        assert!(!page.contains(['\u{2068}', '\u{2069}']), "{path}");
    }
}

#[test]
fn japanese_notes_join_lines_and_make_emphasis_beside_brackets() {
    let text = "これは**「クラウド」**の\n定義です。会議は\n**MIC**と\n\nJapan\nUS\n\n一行目  \n二行目\n";
    let front = "title: A\ndelegations: {us: {}, jp: {}}\ndate: 2010-11-01";
    let archive = Archive::new().note("a", "en", front, "MIC\n総務省 note\n\nJapan\n\nLine\n").note(
        "a",
        "ja",
        "title: 会合",
        text,
    );
    let built = archive.build().ok();
    let page = built.page("ja/meetings/a/");
    assert_holds(
        &page,
        "<p>これは<strong>「クラウド」</strong>の定義です。会議は<strong>MIC</strong>と</p>\n<p>Japan\nUS</p>\n<p>一行目<br />\n二行目</p>",
    );
    assert_holds(&built.page("en/meetings/a/"), "<p>MIC\n総務省 note</p>");
}

#[test]
fn front_matter_is_plain_text() {
    let archive = Archive::new()
        .meeting("a", "date: 2010-11-01\nsummary: '<i>x</i> & *y*'\nplace: <b>P</b>\nversion: {by: <b>Q</b>}")
        .edit("content/meetings/a.en.md", "title: Meeting a", "title: '<u>T</u> **t**'");
    let built = archive.build().published();
    for (path, page) in built.pages() {
        for element in ["<u>", "<i>x", "<b>", "<em>y", "<strong>t"] {
            assert!(!page.contains(element), "{element} in {path}");
        }
    }
    let page = built.page("en/meetings/a/");
    for text in [
        "&lt;u&gt;T&lt;/u&gt; **t**",
        "&lt;i&gt;x&lt;/i&gt; &amp; *y*",
        "&lt;b&gt;P&lt;/b&gt;",
        "&lt;b&gt;Q&lt;/b&gt;",
    ] {
        assert_holds(&page, text);
    }
}

fn aligned() -> Archive {
    let table = "| a | b |\n|--:|:-:|\n| 1 | 2 |\n";
    let front = "title: A\ndelegations: {us: {}, jp: {}}\ndate: 2010-11-01";
    Archive::new().note("a", "en", front, table).note("a", "ja", "title: 会合", table)
}

#[test]
fn no_page_holds_a_style_or_script_of_its_own() {
    let full = Archive::from(&site("good/full"));
    let aligned = aligned();
    for built in [full.build(), aligned.build()] {
        for (path, page) in built.published().pages() {
            for forbidden in [" style=", "<style", "http-equiv", " onclick=", "javascript:"] {
                assert!(!page.to_lowercase().contains(forbidden), "{forbidden} in {path}");
            }
            assert_only_the_sites_scripts(&path, &page);
        }
    }
}

/// A page loads scripts from the site's own assets, and holds at most one block of data, which no browser runs.
#[track_caller]
fn assert_only_the_sites_scripts(path: &str, page: &str) {
    let document = Html::parse_document(page);
    let scripts: Vec<_> = document.select(&Selector::parse("script").unwrap()).collect();
    assert_eq!(page.to_lowercase().matches("<script").count(), scripts.len(), "{path}");
    let (data, code): (Vec<_>, Vec<_>) = scripts.into_iter().partition(|it| it.attr("type").is_some());
    for script in code {
        let attributes: Vec<_> = script.value().attrs().filter(|it| *it != ("defer", "")).collect();
        let [("src", address)] = attributes[..] else { panic!("{attributes:?} in {path}") };
        let folder = address.rsplit_once('/').map_or("", |(folder, _)| folder);
        let is_own = folder.ends_with("assets") && !address.contains("//") && !address.contains(':');
        assert!(is_own, "{address} in {path}");
        assert_eq!(script.inner_html(), "", "{path}");
    }
    assert!(data.len() <= 1, "{path}");
    for script in data {
        let attributes: Vec<_> = script.value().attrs().collect();
        assert_eq!(attributes, [("type", "application/ld+json")], "{path}");
    }
}

#[test]
fn nothing_is_loaded_from_another_host() {
    let archive = Archive::from(&site("good/full"));
    for (path, page) in archive.build().published().pages() {
        let document = Html::parse_document(&page);
        let selector = Selector::parse("[src], link[rel=stylesheet], link[rel=icon]").unwrap();
        for element in document.select(&selector) {
            let value = element.value();
            let address = value.attr("src").or(value.attr("href")).unwrap();
            assert!(!address.contains("//"), "{address} in {path}");
        }
    }
}

#[test]
fn the_page_for_what_is_not_there_works_at_any_depth() {
    let archive = one_meeting();
    let page = archive.build_with(&["--base-url", "https://x.example/a/b"]).ok().page("404.html");
    assert_holds(&page, "href=\"/a/b/assets/style.");
    assert_holds(&page, "<a href=\"/a/b/en/\"");
    assert_holds(&page, "<a href=\"/a/b/ja/\"");
    assert_lacks(&page, "href=\"../");
    for words in ["Page not found", "ページが見つからない"] {
        assert_holds(&page, words);
    }
    let page = archive.build().ok().page("404.html");
    assert_holds(&page, "href=\"/assets/style.");
    assert_holds(&page, "<a href=\"/en/\"");
}

#[test]
fn without_a_base_address_nothing_is_absolute_and_the_build_says_so_once() {
    let archive = one_meeting();
    let built = archive.build().ok();
    // What a file for programs is by some standard, it says with the standard's own address.
    let standards = [
        "https://json-schema.org/draft/2020-12/schema",
        "https://datapackage.org/profiles/2.0/datapackage.json",
    ];
    for (path, bytes) in built.files() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let text = standards.iter().fold(text, |text, standard| text.replace(standard, ""));
        // The name of a vocabulary is no address of the site.
        let text = text.replace("\"@context\":\"https://schema.org\"", "");
        let text = text.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        let text = text.replace("xmlns='http://www.w3.org/2000/svg'", "");
        assert!(!text.contains("http://") && !text.contains("https://"), "{path}");
        assert!(!text.contains("property=\"og:"), "{path}");
    }
    assert!(!built.has("sitemap.xml"));
    assert_lacks(&built.page("robots.txt"), "Sitemap");
    assert_eq!(built.stdout.matches("base_url").count(), 1, "{}", built.stdout);
    assert_lacks(&archive.build_with(BASE).ok().stdout, "base_url");
}

#[test]
fn a_base_address_stands_in_the_settings_or_on_the_command_line() {
    let archive =
        one_meeting().edit("content/site.yaml", "title:", "base_url: https://own.example/x/\ntitle:");
    let canonical = |built: Built| texts_of_attribute(&built.page("en/"), "link[rel=canonical]", "href");
    assert_eq!(canonical(archive.build().ok()), ["https://own.example/x/en/"]);
    assert_eq!(canonical(archive.build_with(BASE).ok()), ["https://x.example/en/"]);
    assert_holds(&archive.build().ok().page("robots.txt"), "Sitemap: https://own.example/x/sitemap.xml\n");
}

fn texts_of_attribute(page: &str, selector: &str, attribute: &str) -> Vec<String> {
    let found = Html::parse_document(page);
    let selector = Selector::parse(selector).unwrap();
    found.select(&selector).map(|element| element.value().attr(attribute).unwrap().to_owned()).collect()
}

#[test]
fn every_link_inside_the_site_is_relative() {
    let archive = Archive::from(&site("good/full"));
    for (path, page) in archive.build().published().pages().into_iter().filter(|(path, _)| path != "404.html")
    {
        for address in texts_of_attribute(&page, "a[href], link[rel=stylesheet]", "href") {
            assert!(!address.starts_with('/'), "{address} in {path}");
            assert!(!address.starts_with("https://archive.example"), "{address} in {path}");
        }
    }
}

#[test]
fn an_organization_goes_by_the_name_of_the_day() {
    let archive = Archive::new()
        .edit(
            "content/organizations.yaml",
            "abbreviation: MIC",
            "names: [{until: 2010-11-01, name: {en: Old, ja: 旧}}]",
        )
        .meeting("a", "date: 2010-11-01")
        .meeting("b", "date: 2010-11-02");
    let present = |archive: Archive, id: &str| {
        archive.edit(&format!("content/meetings/{id}.en.md"), "jp: {}", "jp: {organizations: [mic]}")
    };
    let archive = present(present(archive, "a"), "b");
    let built = archive.build().ok();
    let shown = |address: &str| texts(&built.page(address), "main .sides a[href*='/mic/']");
    assert_eq!(shown("en/meetings/a/"), ["Old"]);
    assert_eq!(shown("ja/meetings/a/"), ["旧"]);
    assert_eq!(shown("ja/meetings/b/"), ["総務省"]);
}

#[test]
fn a_document_with_an_address_and_a_file_is_linked_to_both() {
    let documents = "date: 2010-11-01\ndocuments: [{id: paper, title: Paper, url: 'https://out.example/p', file: papers/p.pdf}]";
    let archive = Archive::new().meeting("a", documents).file("content/static/papers/p.pdf", "paper");
    let page = archive.build().ok().page("en/meetings/a/");
    assert_holds(&page, r#"href="https://out.example/p" rel="external">Paper</a>"#);
    assert_holds(&page, r#"<a href="../../../papers/p.pdf""#);
    assert_holds(&page, "Copy in this archive</a>");
}
