//! What a reader sees of commitments that go on from one another: the thread, the words that changed, where one was
//! last mentioned, what a track's commitments became, and how a page is cited.

use scraper::{ElementRef, Html};

use crate::support::{
    Archive, Built,
    page::{select, words},
};

/// The text of everything that a selector finds on a page.
fn texts(page: &str, selector: &str) -> Vec<String> {
    Html::parse_document(page).select(&select(selector)).map(words).collect()
}

/// Each entry of a thread: its date, its text, what it says of its links, and whether it is the page's own.
fn entries(page: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let entry = |item: ElementRef<'_>| {
        let part = |selector: &str| item.select(&select(selector)).map(words).collect::<Vec<_>>().join(" ");
        let current = if item.attr("aria-current") == Some("true") { " *" } else { "" };
        format!("{}: {} [{}]{current}", part("time"), part("p.text"), part("p.meta > span:not([class])"))
    };
    page.select(&select("ol.thread > li")).map(entry).collect()
}

/// The value of a fact on a page.
fn fact(page: &str, label: &str) -> String {
    let page = Html::parse_document(page);
    let fact = page
        .select(&select("dl.facts > div"))
        .find(|fact| fact.select(&select("dt")).any(|term| words(term) == label))
        .unwrap();
    words(fact.select(&select("dd")).next().unwrap())
}

/// Four meetings: `two` and `three` go back to `one`, `four` to `three`.
fn archive() -> Archive {
    Archive::new()
        .promise("one", "2010-11-01", "")
        .promise("two", "2011-06-09", "continues: [one/promise]")
        .promise("three", "2012-03-22", "revises: [one/promise]")
        .promise("four", "2013-03-22", "fulfills: [three/promise]")
}

fn page(built: &Built, id: &str) -> String {
    built.page(&format!("en/commitments/{id}/promise/"))
}

#[test]
fn a_thread_has_everything_before_and_after_by_meeting() {
    let archive = archive();
    let built = archive.build().ok();
    let (one, two) =
        ("Nov 1, 2010: Promise of one []", "Jun 9, 2011: Promise of two [Continues: Nov 1, 2010]");
    let three = "Mar 22, 2012: Promise of three [Revises: Nov 1, 2010]";
    let four = "Mar 22, 2013: Promise of four [Fulfills: Mar 22, 2012]";
    assert_eq!(entries(&page(&built, "one")), [&format!("{one} *"), two, three, four]);
    assert_eq!(entries(&page(&built, "three")), [one, &format!("{three} *"), four]);
    // What another meeting made of the same beginning is not in the line of this one.
    assert_eq!(entries(&page(&built, "two")), [one, &format!("{two} *")]);
}

#[test]
fn a_thread_is_in_the_language_of_the_page() {
    let archive = archive();
    let built = archive.build().ok();
    let page = built.page("ja/commitments/two/promise/");
    let expected =
        ["2010年11月1日: oneの約束 []", "2011年6月9日: twoの約束 [引き継いだ事項：2010年11月1日] *"];
    assert_eq!(entries(&page), expected);
}

#[test]
fn a_commitment_without_links_has_no_thread_and_no_later_mention() {
    let archive = Archive::new().promise("one", "2010-11-01", "");
    let built = archive.build().ok();
    assert_eq!(entries(&page(&built, "one")), Vec::<String>::new());
    assert!(!page(&built, "one").contains("Last mentioned"));
}

#[test]
fn the_last_mention_is_the_latest_of_the_thread_of_links_and_of_notes() {
    let archive = archive().promise("five", "2014-03-22", "related: [two/promise]").note(
        "six",
        "en",
        "title: Meeting six\ndate: 2015-03-22\ndelegations: {us: {}, jp: {}}",
        "See [[commitment:three/promise]].",
    );
    let archive = archive.note("six", "ja", "title: 会合six", "[[commitment:three/promise]]を参照。");
    let built = archive.build().ok();
    let last = |id: &str| fact(&page(&built, id), "Last mentioned at");
    assert_eq!(last("one"), "Meeting six Mar 22, 2015");
    assert_eq!(last("two"), "Meeting five Mar 22, 2014");
    assert_eq!(last("three"), "Meeting six Mar 22, 2015");
    assert!(!page(&built, "four").contains("Last mentioned"));
    // A record that is only related is shown, and not in the thread.
    assert_eq!(entries(&page(&built, "five")), Vec::<String>::new());
    assert!(page(&built, "five").contains("<h3>Related to</h3>"));
}

#[test]
fn drafts_and_withdrawn_meetings_leave_no_trace_in_a_thread() {
    let hidden = |release: &str| {
        archive().edit(
            "content/meetings/two.en.md",
            "date: 2011-06-09",
            &format!("date: 2011-06-09\nrelease: {release}"),
        )
    };
    for release in ["draft", "withdrawn"] {
        let archive = hidden(release);
        let built = archive.build().ok();
        let entries = entries(&page(&built, "one"));
        assert_eq!(entries.len(), 3, "{release}: {entries:?}");
        assert!(!page(&built, "one").contains("Promise of two"), "{release}");
    }
}

/// Two commitments with these texts, the later continuing the earlier.
fn restated(en: [&str; 2], ja: [&str; 2]) -> Archive {
    let with = |archive: Archive, id: &str, n: usize| {
        let archive =
            archive.edit(&format!("content/meetings/{id}.en.md"), &format!("Promise of {id}"), en[n]);
        let archive = archive.edit(&format!("content/meetings/{id}.ja.md"), &format!("{id}の約束"), ja[n]);
        // Only words of governments are compared.
        ["en", "ja"].into_iter().fold(archive, |archive, lang| {
            let path = format!("content/meetings/{id}.{lang}.md");
            archive.edit(&path, "title: ", "version: {status: authentic}\ntitle: ")
        })
    };
    let archive = Archive::new().promise("one", "2010-11-01", "").promise(
        "two",
        "2011-06-09",
        "continues: [one/promise]",
    );
    with(with(archive, "one", 0), "two", 1)
}

/// The paragraphs that compare wordings, as HTML.
fn changes(page: &str) -> Vec<String> {
    Html::parse_document(page).select(&select("p.changes")).map(|found| found.inner_html()).collect()
}

#[test]
fn the_words_that_changed_between_restatements_are_marked() {
    let archive = restated(
        [
            "Both sides share good practice in cloud use.",
            "Both sides share good practice & data in cloud use.",
        ],
        [
            "双方は、クラウドの利用に関する優良事例を共有する。",
            "双方は、クラウドの活用に関する優良事例を共有する。",
        ],
    );
    let built = archive.build().ok();
    let en = "<span class=\"label\">Changed since Nov 1, 2010: </span>Both sides share good practice \
              <ins>&amp; data</ins> in cloud use.";
    let ja = "<span class=\"label\">2010年11月1日の本文との違い：</span>双方は、クラウドの\
              <del>利用</del><ins>活用</ins>に関する優良事例を共有する。";
    for id in ["one", "two"] {
        assert_eq!(changes(&page(&built, id)), [en]);
        assert_eq!(changes(&built.page(&format!("ja/commitments/{id}/promise/"))), [ja]);
        assert!(page(&built, id).contains("Words added since the earlier text are underlined"));
    }
}

#[test]
fn the_same_words_are_said_to_be_the_same_and_other_words_are_not_compared() {
    let archive = restated(
        ["Both sides share data.", "Both sides share data."],
        ["周波数の会合を開く。", "双方は、クラウドに関する優良事例を共有する。"],
    );
    let built = archive.build().ok();
    let same = "<span class=\"label\">The same words as on Nov 1, 2010</span>";
    assert_eq!(changes(&page(&built, "two")), [same]);
    assert!(!page(&built, "two").contains("Words added since the earlier text are underlined"));
    assert_eq!(changes(&built.page("ja/commitments/two/promise/")), Vec::<String>::new());
}

#[test]
fn texts_in_different_languages_are_not_compared() {
    let archive = Archive::new()
        .promise("one", "2010-11-01", "")
        .promise("two", "2011-06-09", "continues: [one/promise]")
        .edit("content/meetings/one.ja.md", "commitments: [{id: promise, text: oneの約束}]", "")
        .edit("content/meetings/two.ja.md", "twoの約束", "Promise of one");
    let built = archive.build().published();
    assert_eq!(changes(&built.page("ja/commitments/two/promise/")), Vec::<String>::new());
}

#[test]
fn a_long_thread_shows_what_is_near_and_says_that_there_is_more() {
    let mut archive = Archive::new().promise("m0", "2000-01-01", "");
    for n in 1..100 {
        let (date, before) = (format!("{}-01-01", 2000 + n), format!("continues: [m{}/promise]", n - 1));
        archive = archive.promise(&format!("m{n}"), &date, &before);
    }
    let built = archive.build_with(&["--as-of", "2200-01-01"]).ok();
    let entries = entries(&page(&built, "m50"));
    assert_eq!(entries.len(), 81);
    assert!(entries[0].starts_with("Jan 1, 2010") && entries[80].starts_with("Jan 1, 2090"));
    let more = texts(&page(&built, "m50"), "section p.more a");
    assert!(more.contains(&"More linked records are shown on the policy track page.".to_owned()));
    assert!(
        !page(&built, "m20").contains("thread-more") && page(&built, "m20").contains("More linked records")
    );
    assert_eq!(fact(&page(&built, "m0"), "Last mentioned at"), "Meeting m99 Jan 1, 2099");
}

#[test]
fn a_track_opens_with_its_points_their_later_mentions_and_outcomes() {
    let archive = archive().promise("five", "2014-03-22", "related: [two/promise]");
    let built = archive.build().ok();
    let track = built.page("en/tracks/cloud/");
    assert_eq!(
        texts(&track, "table.points tbody tr"),
        [
            "Promise of five Undertaking Mar 22, 2014 No record",
            "Promise of four Undertaking Mar 22, 2013 No record",
            "Promise of three Undertaking Mar 22, 2012 Mar 22, 2013 Carried out Mar 22, 2013",
            "Promise of two Undertaking Jun 9, 2011 Mar 22, 2014 No record",
            "Promise of one Undertaking Nov 1, 2010 Mar 22, 2014 Continued Jun 9, 2011 Revised Mar 22, 2012",
        ]
    );
    let sentence =
        "2 of 5 points were taken up again at a later meeting. The longest thread runs from 2010 to 2013.";
    assert!(track.contains(sentence), "{track}");
    let japanese =
        "5件のうち2件が後の会合で再び取り上げられた。最も長く続くものは2010年から2013年までである。";
    assert!(built.page("ja/tracks/cloud/").contains(japanese));
}

#[test]
fn a_track_shows_first_what_can_be_carried_out() {
    let archive = Archive::new()
        .promise("one", "2010-11-01", "")
        .promise("two", "2011-06-09", "")
        .promise("three", "2012-03-22", "")
        .edit("content/meetings/two.en.md", "kind: undertaking", "kind: next-meeting")
        .edit("content/meetings/three.en.md", "kind: undertaking", "kind: shared-view");
    let track = archive.build().ok().page("en/tracks/cloud/");
    let kinds = texts(&track, "table.points tbody td:nth-child(2)");
    assert_eq!(kinds, ["Undertaking", "Next meeting", "Shared view"]);
    let links = texts(&track, "dl.facts a[href^='#kind-']");
    assert_eq!(links, ["1 undertaking", "1 shared view", "1 next meeting"]);
    for kind in ["undertaking", "shared-view", "next-meeting"] {
        assert!(track.contains(&format!("<tr id=\"kind-{kind}\">")), "{kind}");
    }
}

#[test]
fn the_home_page_lists_what_was_taken_up_most_and_more_than_once() {
    let archive = archive()
        .promise("a", "2009-01-01", "")
        .promise("b", "2009-06-01", "continues: [a/promise]")
        .promise("c", "2009-08-01", "continues: [a/promise]")
        .promise("alone", "2009-07-01", "")
        .promise("once", "2008-01-01", "")
        .promise("again", "2008-06-01", "continues: [once/promise]");
    let built = archive.build().ok();
    let items = |lang: &str| texts(&built.page(&format!("{lang}/")), "#_continued ~ ul > li");
    assert_eq!(
        items("en"),
        [
            "Promise of one Carried forward at 3 later meetings Last mentioned at: Mar 22, 2013 Cloud computing",
            "Promise of a Carried forward at 2 later meetings Last mentioned at: Aug 1, 2009 Cloud computing",
        ]
    );
    assert_eq!(
        items("ja")[0],
        "oneの約束 その後3回の会合で取り上げ 直近で取り上げた会合：2013年3月22日 クラウド"
    );
}

/// A meeting whose English text is a summary of a document, and whose Japanese one is a translation of that.
fn sourced() -> Archive {
    let english = "title: Talks\ndate: {from: 2010-11-01, to: 2010-11-02}\ndelegations: {us: {}, jp: {}}\n\
        documents: [{id: paper, title: A paper, url: 'https://paper.example/a_b'}]\nversion: {status: summary, source: paper}";
    let japanese = "title: 協議\nversion: {status: archive-translation, from: en}";
    Archive::new().note("talks", "en", english, "").note("talks", "ja", japanese, "")
}

#[test]
fn a_citation_says_what_the_text_is_and_rests_on() {
    let archive = sourced();
    let built = archive.build().published();
    let citation =
        |lang: &str| texts(&built.page(&format!("{lang}/meetings/talks/")), "section.citation p").remove(0);
    assert_eq!(
        citation("en"),
        "“Talks”, Policy dialogue, November 1–2, 2010. Test archive. Text: Summary. Source: A paper, https://paper.example/a_b"
    );
    assert_eq!(
        citation("ja"),
        "政策対話「協議」2010年（平成22年）11月1日〜2日、『試験アーカイブ』 \
         本文の区分：本アーカイブによる翻訳。資料：A paper、https://paper.example/a_b"
    );
}

#[test]
fn between_two_sources_of_a_citation_an_address_ends() {
    let english = "title: Talks\ndate: 2010-11-01\ndelegations: {us: {}, jp: {}}\n\
        documents:\n  - {id: paper, title: A paper, url: 'https://paper.example/a'}\n  - {id: note, title: A note}\n\
        commitments: [{id: one, kind: undertaking, track: cloud, delegations: [us], text: One, sources: [paper, note]}]";
    let japanese = "title: 協議\ncommitments: [{id: one, text: 一}]";
    let archive = Archive::new().note("talks", "en", english, "").note("talks", "ja", japanese, "");
    let built = archive.build().ok();
    let citation = |lang: &str| {
        texts(&built.page(&format!("{lang}/commitments/talks/one/")), "section.citation p").remove(0)
    };
    let (en, ja) = (citation("en"), citation("ja"));
    assert!(en.ends_with("Source: A paper, https://paper.example/a Source: A note."), "{en}");
    assert!(ja.ends_with("資料：A paper、https://paper.example/a 資料：A note。"), "{ja}");
}

#[test]
fn a_citation_is_there_for_programs_too() {
    let promise = "delegations: {us: {}, jp: {}}\ncommitments: [{id: one, kind: undertaking, track: cloud, delegations: [us], text: One}]\n";
    let archive = sourced().edit("content/meetings/talks.en.md", "delegations: {us: {}, jp: {}}\n", promise);
    let built = archive.build_with(&["--base-url", "https://archive.example/x/"]).published();
    let page = built.resolved("ja/meetings/talks/");
    let links = |page: &str| -> Vec<String> {
        let page = Html::parse_document(page);
        let links = select("section.citation a[href*=\"cite.\"]");
        page.select(&links).map(|link| format!("{} {}", words(link), link.attr("href").unwrap())).collect()
    };
    let files = [
        "BibTeX /ja/meetings/talks/cite.bib",
        "RIS /ja/meetings/talks/cite.ris",
        "CSL-JSON /ja/meetings/talks/cite.json",
    ];
    assert_eq!(links(&page), files);
    // Those of a point are its meeting's.
    assert_eq!(links(&built.resolved("ja/commitments/talks/one/")), files);
    let [bibtex, ris, csl] =
        ["bib", "ris", "json"].map(|it| built.page(&format!("ja/meetings/talks/cite.{it}")));
    assert!(bibtex.starts_with("@misc{talks.ja,\n  title = {{政策対話 協議}},\n"), "{bibtex}");
    assert!(bibtex.contains("a\\_b}"), "{bibtex}");
    assert!(ris.contains("UR  - https://archive.example/x/ja/meetings/talks/\n"), "{ris}");
    let csl: serde_json::Value = serde_json::from_str(&csl).unwrap();
    assert_eq!(
        csl[0]["note"],
        "本文の区分：本アーカイブによる翻訳。資料：A paper、https://paper.example/a_b"
    );
    // The meeting comes first, and then its commitments in their order.
    let ids: Vec<_> = csl.as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["talks.ja", "talks.one.ja"]);
    for id in &ids {
        assert!(
            bibtex.contains(&format!("@misc{{{id},\n")) && ris.contains(&format!("\nID  - {id}\n")),
            "{id}"
        );
    }
    for reported in [
        "<meta name=\"citation_title\" content=\"政策対話 協議\">",
        "<meta name=\"citation_date\" content=\"2010-11-01\">",
        "<meta name=\"citation_public_url\" content=\"https://archive.example/x/ja/meetings/talks/\">",
        "<link rel=\"canonical\" href=\"https://archive.example/x/ja/meetings/talks/\">",
        "<link rel=\"describedby\" type=\"application/json\" href=\"/data/archive.json\">",
    ] {
        assert!(page.contains(reported), "{reported}");
    }
}

#[test]
fn a_page_says_how_it_is_cited() {
    let archive = Archive::new().promise("one", "2010-11-01", "");
    let with_address = archive.build_with(&["--base-url", "https://archive.example/x/"]).ok();
    let citation = |built: &Built, address: &str| texts(&built.page(address), "section.citation p").remove(0);
    assert_eq!(
        citation(&with_address, "en/meetings/one/"),
        "“Meeting one”, Policy dialogue, November 1, 2010. Test archive. https://archive.example/x/en/meetings/one/"
    );
    assert_eq!(
        citation(&with_address, "ja/meetings/one/"),
        "政策対話「会合one」2010年（平成22年）11月1日（月）、『試験アーカイブ』 https://archive.example/x/ja/meetings/one/"
    );
    let without = archive.build().ok();
    assert_eq!(
        citation(&without, "en/commitments/one/promise/"),
        "“Promise of one” (point one/promise), Meeting one, Policy dialogue, November 1, 2010. Test archive."
    );
    assert_eq!(
        citation(&without, "ja/commitments/one/promise/"),
        "政策対話「会合one」2010年（平成22年）11月1日（月）、事項「oneの約束」（one/promise）、『試験アーカイブ』"
    );
}
