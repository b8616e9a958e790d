//! As which region writes English: `locales` of site.yaml.

use crate::support::{Archive, assert_reported, help, page::assert_holds};

fn archive(locales: &str) -> Archive {
    Archive::new()
        .file("content/site.yaml", format!("title: {{en: Test archive, ja: 試験アーカイブ}}\n{locales}\n"))
        .promise("spring", "2019-04-30", "due: 2020-04-01")
        .meeting("turn", "date: {from: 2019-04-30, to: 2019-05-01}")
        .meeting("days", "date: {from: 2011-06-09, to: 2011-06-10}")
        .meeting("month", "date: 2012-10")
}

#[test]
fn dates_are_written_as_in_the_united_kingdom() {
    let archive = archive("locales: {en: en-GB}");
    let built = archive.build().ok();
    for (page, date) in [
        ("en/meetings/spring/", "<time datetime=\"2019-04-30\">30 April 2019</time>"),
        ("en/meetings/turn/", "<time datetime=\"2019-04-30\">30 April – 1 May 2019</time>"),
        ("en/meetings/days/", "<time datetime=\"2011-06-09\">9–10 June 2011</time>"),
        ("en/meetings/month/", "<time datetime=\"2012-10\">October 2012</time>"),
        ("en/meetings/", "<time datetime=\"2019-04-30\">30 Apr – 1 May 2019</time>"),
        ("en/meetings/", "<time datetime=\"2011-06-09\">9–10 Jun 2011</time>"),
        ("en/commitments/spring/promise/", "1 April 2020"),
        ("en/timeline/", "30 Apr 2019"),
        ("ja/meetings/spring/", "2019年（平成31年）4月30日（火）"),
    ] {
        assert_holds(&built.page(page), date);
    }
    let american = ["April 30", "Apr 30", "June 9", "Jun 9", "April 1,"];
    for (path, text) in built.pages() {
        assert!(!american.iter().any(|date| text.contains(date)), "{path}");
    }
    let texts = built.page("data/search/texts/en/0.json");
    assert!(texts.contains("30 Apr 2019") && !texts.contains("Apr 30"), "{texts}");
}

#[test]
fn pages_say_the_region_to_those_who_share_them_and_stay_english() {
    for (locales, region) in
        [("locales: {en: en-GB}", "en_GB"), ("locales: {en: en-US, ja: ja-JP}", "en_US"), ("", "en_US")]
    {
        let archive = archive(locales);
        let built = archive.build_with(&["--base-url", "https://x.example/talks/"]).ok();
        let (english, japanese) = (built.page("en/meetings/spring/"), built.page("ja/meetings/spring/"));
        assert_holds(&english, &format!("<meta property=\"og:locale\" content=\"{region}\">"));
        assert_holds(&japanese, "<meta property=\"og:locale\" content=\"ja_JP\">");
        assert_holds(&english, "<html lang=\"en\"");
        assert!(!english.contains("lang=\"en-GB\""));
    }
}

#[test]
fn without_a_locale_dates_are_written_as_in_the_united_states() {
    let [default, named] = ["", "locales: {en: en-US}"].map(archive);
    let built = default.build().ok();
    assert!(built.files() == named.build().ok().files());
    assert_holds(&built.page("en/meetings/turn/"), "April 30 – May 1, 2019");
}

#[test]
fn other_locales_are_invalid_values() {
    for (locales, place, way_out) in [
        ("{en: en-AU}", "2:15", "write `en-US` or `en-GB`"),
        ("{en: en_GB}", "2:15", "write `en-US` or `en-GB`"),
        ("{en: uk}", "2:15", "write `en-US` or `en-GB`"),
        ("{ja: ja-US}", "2:15", "write `ja-JP`"),
        ("en-GB", "2:10", "write `locales: {en: en-GB}`"),
    ] {
        let archive = archive(&format!("locales: {locales}"));
        assert_reported(&archive, &[&format!("site.yaml:{place} invalid-value")]);
        assert_eq!(help(&archive), way_out, "{locales}");
    }
    assert_reported(&archive("locales: {fr: fr-FR}"), &["site.yaml:2:11 unknown-key"]);
}
