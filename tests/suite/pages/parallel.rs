//! Reading both languages at once, and what the pages say of translations.

use crate::support::{Archive, Built};
use scraper::{Html, Selector};

const EN: &str = "content/meetings/a.en.md";
const JA: &str = "content/meetings/a.ja.md";

const FRONT: &str = "title: Meeting\nsummary: A summary.\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}\n\
    commitments:\n  - {id: cloud, kind: undertaking, track: cloud, delegations: [us], text: Share.}";
const FRONT_JA: &str = "title: 会合\nsummary: 要約。\nversion: {status: archive-translation, from: en}\n\
    commitments: [{id: cloud, text: 共有する。}]";

fn archive(en: &str, ja: &str) -> Archive {
    Archive::new().note("a", "en", FRONT, en).note("a", "ja", FRONT_JA, ja)
}

/// Each row of a page: its anchor, its cells with their language and text, and whether it is reported to be no pair.
fn rows(page: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let select = |selector: &str| Selector::parse(selector).unwrap();
    let (row, prose, side) = (select("div.row[id]"), select("div.prose"), select(".heads p.side"));
    // The head of the page names the languages, once.
    let langs: Vec<_> = page.select(&side).map(|side| side.attr("lang").unwrap()).collect();
    let rows = page.select(&row).map(|row| {
        let cells = row.select(&prose).zip(&langs).map(|(cell, lang)| {
            let text: Vec<_> = cell.text().map(str::trim).filter(|text| !text.is_empty()).collect();
            // What is in the other language says so.
            assert_eq!(
                cell.attr("lang").unwrap_or("page"),
                if **lang == page_lang(&page) { "page" } else { lang }
            );
            format!("{lang}: {}", text.join("|"))
        });
        let cells: Vec<_> = cells.collect();
        let sign = if row.attr("class").unwrap().contains("unpaired") { " unpaired" } else { "" };
        format!("{}{sign} {}", row.attr("id").unwrap(), cells.join(" = "))
    });
    rows.collect()
}

fn page_lang(page: &Html) -> String {
    page.root_element().attr("lang").unwrap().to_owned()
}

#[test]
fn units_of_the_same_kinds_stand_side_by_side() {
    let en = "## Cloud {#cloud}\n\nA *paragraph*.\n\n- one\n- two\n";
    let ja = "## クラウド {#cloud}\n\n**段落**。\n\n- 一\n- 二\n";
    let archive = archive(en, ja);
    let built = archive.build().ok();
    assert_eq!(
        rows(&built.page("en/meetings/a/parallel/")),
        [
            "_title en: Meeting = ja: 会合",
            "_summary en: A summary. = ja: 要約。",
            "cloud en: Cloud = ja: クラウド",
            "cloud.1 en: A|paragraph|. = ja: 段落|。",
            "cloud.2 en: one = ja: 一",
            "cloud.3 en: two = ja: 二",
            "commitment-cloud en: Share. = ja: 共有する。",
        ]
    );
    let japanese = rows(&built.page("ja/meetings/a/parallel/"));
    assert_eq!(japanese[2], "cloud ja: クラウド = en: Cloud");
}

#[test]
fn what_does_not_match_stands_in_one_row() {
    let en = "## Cloud {#cloud}\n\nA paragraph.\n\n- one\n- two\n\n## Next {#sec}\n\nMore.\n";
    let ja = "## クラウド {#cloud}\n\n段落。\n\nもう一つ。\n\n- 一\n- 二\n\n## 次 {#sec}\n\n続き。\n";
    let archive = archive(en, ja);
    let built = archive.build();
    assert_eq!(built.status, 0);
    assert!(built.stderr.contains("warning[unpaired-block]"), "{}", built.stderr);
    assert_eq!(
        rows(&built.page("ja/meetings/a/parallel/"))[2..6],
        [
            "cloud ja: クラウド = en: Cloud",
            "cloud.1 unpaired ja: 段落。|もう一つ。|一|二 = en: A paragraph.|one|two",
            "sec ja: 次 = en: Next",
            "sec.1 ja: 続き。 = en: More.",
        ]
    );
    assert!(built.page("ja/coverage/").contains(">1</a></td>"));
}

#[test]
fn a_row_leads_to_itself_a_text_to_records_in_its_language_and_no_anchor_stands_twice() {
    let en = "## Cloud {#cloud}\n\nSee [above](#cloud), [the list](#commitment-cloud), [[track:cloud|the track]].[^1]\n\n> ### Quoted {#quoted}\n\n[^1]: Note.\n";
    let ja = "## クラウド {#cloud}\n\n[上](#cloud)、[一覧](#commitment-cloud)、[[track:cloud|分野]]を参照。[^1]\n\n> ### 引用 {#quoted}\n\n[^1]: 注。\n";
    let page = archive(en, ja).build().ok().resolved("ja/meetings/a/parallel/");
    let parsed = Html::parse_document(&page);
    let ids: Vec<_> =
        parsed.select(&Selector::parse("[id]").unwrap()).map(|it| it.attr("id").unwrap()).collect();
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "{ids:?}");
    for link in [
        "<a href=\"/ja/meetings/a/parallel/#cloud.1\" aria-label=\"この部分へのリンク\">#</a>",
        "<a href=\"/ja/tracks/cloud/\">分野</a>",
        "<a href=\"/en/tracks/cloud/\">the track</a>",
        "<a href=\"/ja/commitments/a/cloud/\">共有する。</a>",
        "<a href=\"/en/commitments/a/cloud/\">Share.</a>",
        "<a href=\"/ja/meetings/a/parallel/#cloud\">above</a>",
        "<a href=\"/en/meetings/a/#commitment-cloud\">the list</a>",
        "<a href=\"/ja/meetings/a/parallel/#en-fn-1\" id=\"en-fnref-1\">1</a>",
        "<a href=\"/ja/meetings/a/parallel/#ja-fnref-1\">1</a>",
    ] {
        assert!(page.contains(link), "{link}");
    }
}

#[test]
fn lists_keep_their_numbers() {
    let en = "3. three\n4. four\n   - inner\n\nT\n: D\n";
    let page =
        archive(en, "3. 三\n4. 四\n   - 中\n\n語\n: 説明\n").build().ok().page("en/meetings/a/parallel/");
    for part in [
        "<ol start=\"3\">\n<li>three</li>\n</ol>",
        "<ol start=\"4\">\n<li>four</li>\n</ol>",
        "<ul>\n<li>inner</li>\n</ul>",
        "<dl>\n<dt>T</dt>\n</dl>",
        "<dl>\n<dd>D</dd>\n</dl>",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
}

#[test]
fn the_page_is_for_readers_and_not_for_search_engines() {
    let archive = archive("One.\n", "一。\n");
    let built = archive.build_with(&["--base-url", "https://x.example"]).ok();
    let page = built.page("en/meetings/a/parallel/");
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!page.contains("rel=\"alternate\"") && !page.contains("rel=\"canonical\""));
    assert!(!built.page("sitemap.xml").contains("parallel"));
    assert!(built.resolved("en/meetings/a/").contains("<a href=\"/en/meetings/a/parallel/\">"));
}

#[test]
fn a_meeting_with_one_version_has_no_parallel_page() {
    let alone = Archive::new().note("a", "en", FRONT, "One.\n");
    let built = alone.build();
    assert!(!built.has("en/meetings/a/parallel/"));
    assert!(!built.page("en/meetings/a/").contains("parallel"));
    let withdrawn_archive = archive("One.\n", "一。\n").edit(EN, "summary: A summary.", "release: withdrawn");
    let withdrawn = withdrawn_archive.build();
    assert!(withdrawn.page("en/meetings/a/parallel/").contains("This record has been withdrawn."));
    assert_eq!(rows(&withdrawn.page("en/meetings/a/parallel/")), Vec::<String>::new());
}

#[test]
fn texts_that_are_no_translations_stand_beside_each_other_as_they_are() {
    let archive = archive("One.\n\nTwo.\n", "全体の要約。\n").edit(
        JA,
        "version: {status: archive-translation, from: en}",
        "version: {status: summary}",
    );
    let page = archive.build().ok().page("en/meetings/a/parallel/");
    assert!(page.contains("The two texts are not translations of each other."), "{page}");
    assert!(rows(&page).contains(&"_.1 unpaired en: One.|Two. = ja: 全体の要約。".to_owned()), "{page}");
}

/// The archive with a translation that was current before the English notes changed.
fn outdated() -> (Archive, Built) {
    let archive = archive("## Cloud {#cloud}\n\nOne.\n", "## クラウド {#cloud}\n\n一。\n");
    archive.run(&["stamp", JA]).ok();
    let archive =
        archive.edit(EN, "One.", "Two.").edit(EN, "A summary.", "Another.").edit(EN, "Share.", "Share all.");
    let built = archive.build();
    (archive, built)
}

#[test]
fn an_outdated_translation_says_so_and_names_what_changed() {
    let (archive, built) = outdated();
    assert!(built.stderr.contains("warning[outdated-translation]"), "{}", built.stderr);
    let page = built.resolved("ja/meetings/a/");
    assert!(page.contains("<p>この訳文は、英語版の改訂前の本文に基づく。</p>"), "{page}");
    for part in [
        "<li><a href=\"/en/meetings/a/\">概要</a></li>",
        "<li><a href=\"/en/meetings/a/#commitment-cloud\">共有する。</a></li>",
        "<li><a href=\"/en/meetings/a/#cloud\">クラウド</a></li>",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(built.page("ja/commitments/a/cloud/").contains("この訳文は、英語版の改訂前の本文に基づく。"));
    assert!(!built.page("en/meetings/a/").contains("earlier version"));
    archive.run(&["stamp", JA]).ok();
    assert!(!archive.build().ok().page("ja/meetings/a/").contains("改訂前"));
}

#[test]
fn the_notice_stands_in_english_too() {
    let archive = archive("One.\n", "一。\n")
        .edit(JA, "version: {status: archive-translation, from: en}\n", "")
        .edit(EN, "summary:", "version: {from: ja}\nsummary:");
    archive.run(&["stamp", EN]).ok();
    let archive = archive.edit(JA, "一。", "二。");
    let built = archive.build();
    let page = built.resolved("en/meetings/a/");
    assert!(page.contains("This translation is based on an earlier version of the Japanese text."), "{page}");
    assert!(page.contains("<li><a href=\"/ja/meetings/a/\">The beginning of the notes</a></li>"), "{page}");
}

#[test]
fn coverage_tells_the_state_of_every_record() {
    let states = |built: &Built, lang: &str| {
        let page = built.page(&format!("{lang}/coverage/"));
        let row = page.lines().find(|line| line.contains("/meetings/a/\"")).unwrap().to_owned();
        let next = page.lines().skip_while(|line| *line != row).nth(1).unwrap_or_default();
        let tags = Html::parse_fragment(&(row + next));
        let tags: Vec<_> =
            tags.select(&Selector::parse(".tag").unwrap()).map(|tag| tag.inner_html()).collect();
        tags.join(" ")
    };
    let (archive, built) = outdated();
    assert_eq!(states(&built, "ja"), "訳文以外 要更新");
    assert_eq!(states(&built, "en"), "Not a translation Outdated");
    archive.run(&["stamp", JA]).ok();
    assert_eq!(states(&archive.build().ok(), "ja"), "訳文以外 最新");
    let unstamped_archive = self::archive("One.\n", "一。\n");
    let unstamped = unstamped_archive.build().ok();
    assert_eq!(states(&unstamped, "ja"), "訳文以外 訳出元の記録なし");
    let neither =
        self::archive("One.\n", "一。\n").edit(JA, "version: {status: archive-translation, from: en}\n", "");
    assert_eq!(states(&neither.build().ok(), "ja"), "訳出元の記録なし 訳出元の記録なし");
    let missing_archive = Archive::new().note("a", "en", FRONT, "One.\n");
    let missing = missing_archive.build();
    assert_eq!(states(&missing, "ja"), "訳文以外 なし");
}

#[test]
fn notes_in_one_language_alone_are_shown_in_it_with_a_notice() {
    let archive = archive("Only here.\n", "");
    let built = archive.build().published();
    let page = built.page("ja/meetings/a/");
    assert!(page.contains("<p class=\"notice\">本文の日本語版はまだない。以下は英語である。</p>"), "{page}");
    assert!(page.contains("<div lang=\"en\" class=\"prose\"><p>Only here.</p>"), "{page}");
    assert!(page.contains("会合"), "the facts are in the page's language");
}
