//! Lists that are cut into several pages.

use crate::support::{
    Archive,
    page::{assert_holds, texts},
};

const BASE: &[&str] = &["--base-url", "https://x.example"];

/// An archive with 201 meetings of one commitment each, `m000` the oldest.
fn long() -> Archive {
    (0..201).fold(Archive::new(), |archive, n| {
        let date = format!("{}-{:02}-01", 2000 + n / 12, n % 12 + 1);
        archive.promise(&format!("m{n:03}"), &date, "")
    })
}

#[test]
fn long_lists_are_cut_at_200() {
    let archive = long();
    let built = archive.build_with(BASE).ok();
    for (list, items) in [
        ("meetings/", "main ol.meetings > li"),
        ("commitments/", "main ul.commitments > li"),
        ("matrix/", "main tbody tr"),
        ("kinds/undertaking/", "main ul.commitments > li"),
        ("tracks/cloud/", "main table.points tbody tr"),
        ("delegations/us/", "main ul.commitments > li"),
        ("delegations/us/", "main ol.meetings > li"),
    ] {
        let (first, second) = (built.page(&format!("en/{list}")), built.page(&format!("en/{list}page/2/")));
        assert_eq!((texts(&first, items).len(), texts(&second, items).len()), (200, 1), "{list}");
        assert!(!first.contains("/m000/") && second.contains("/m000/"), "{list}: the oldest is last");
        assert!(
            !built.has(&format!("en/{list}page/3/")) && !built.has(&format!("en/{list}page/1/")),
            "{list}"
        );
    }
}

#[test]
fn the_timeline_is_cut_with_the_newest_last() {
    let archive = long();
    let built = archive.build().ok();
    let last = built.page("ja/timeline/page/2/");
    assert!(last.contains("/m200/") && !last.contains("/m000/"));
}

#[test]
fn the_parts_of_a_long_list_lead_to_one_another() {
    let archive = long();
    let built = archive.build_with(BASE).ok();
    let first = built.resolved("en/meetings/");
    let second = built.resolved("en/meetings/page/2/");
    assert_holds(&first, r#"<a href="/en/meetings/page/2/" rel="next">"#);
    assert_holds(&second, r#"<a href="/en/meetings/" rel="prev">"#);
    assert_eq!(texts(&second, "title"), ["Meetings (page 2 of 2) — Test archive"]);
    assert_holds(&second, r#"<link rel="canonical" href="https://x.example/en/meetings/page/2/">"#);
    assert_holds(
        &second,
        r#"<link rel="alternate" hreflang="ja" href="https://x.example/ja/meetings/page/2/">"#,
    );
    assert_holds(&second, r#"<a href="/ja/meetings/page/2/" lang="ja" hreflang="ja">日本語</a>"#);
    assert!(!Archive::new().build().ok().page("en/meetings/").contains("page/2"));
}

#[test]
fn a_list_of_more_than_five_years_leads_to_each() {
    let archive = |years: i32| {
        (0..years).fold(Archive::new(), |archive, n| {
            archive.meeting(&format!("m{n}"), &format!("date: {}-04-01", 2010 + n))
        })
    };
    let (few, many) = (archive(5), archive(6));
    let (few, many) = (few.build().ok(), many.build().ok());
    for list in ["meetings/", "timeline/"] {
        assert_eq!(texts(&few.page(&format!("ja/{list}")), "main nav.narrowing a"), [""; 0]);
        let page = many.resolved(&format!("ja/{list}"));
        let mut years = texts(&page, "main nav.narrowing a");
        if list == "timeline/" {
            years.reverse();
        }
        let expected = [
            "2015年（平成27年）",
            "2014年（平成26年）",
            "2013年（平成25年）",
            "2012年（平成24年）",
            "2011年（平成23年）",
            "2010年（平成22年）",
        ];
        assert_eq!(years, expected, "{list}");
        assert!(page.contains(&format!("href=\"/ja/{list}#_y2012\"")) && page.contains("id=\"_y2012\""));
    }
}
