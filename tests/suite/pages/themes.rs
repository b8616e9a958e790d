//! Themes: a file in the place of another, and mistakes of a theme reported in their place.

use crate::support::{self, Archive, assert_reported};

/// An archive with one meeting and a theme called `plain` of these files.
fn themed(files: &[(&str, &str)]) -> Archive {
    let archive = Archive::new().edit("content/site.yaml", "title:", "theme: plain\ntitle:").promise(
        "a",
        "2020-03-02",
        "",
    );
    files.iter().fold(archive, |archive, (path, text)| archive.file(&format!("themes/plain/{path}"), text))
}

#[test]
fn a_file_of_a_theme_takes_the_place_of_the_default_one() {
    let archive = themed(&[("static/style.css", "/* own */")]);
    let built = archive.build().ok();
    let page = built.page("en/");
    let style = page
        .split("href=\"")
        .find_map(|rest| rest.split('"').next().filter(|it| it.contains("style.")))
        .unwrap();
    let style = style.trim_start_matches("../");
    assert_eq!(std::fs::read_to_string(built.output.join(style)).unwrap(), "/* own */");
}

#[test]
fn other_files_in_the_folder_of_a_theme_are_none_of_its_business() {
    let archive = themed(&[("strings/en.ftl", "nav-meetings = Sessions\n")]);
    for path in ["preview.png", ".git/index", ".git/templates/base.html", "strings/notes.bin"] {
        support::write(&archive.root().join("themes/plain").join(path), b"\x89\xff\0");
    }
    let built = archive.build().ok();
    assert!(built.page("en/").contains(">Sessions</a>"));
}

#[test]
fn a_file_of_a_theme_that_is_too_large_is_named_and_no_other_is_read() {
    let archive = themed(&[("templates/x.html", ""), ("picture.psd", "")]);
    let grow = |path: &str| {
        let file = std::fs::File::options().write(true).open(archive.root().join("themes/plain").join(path));
        file.unwrap().set_len(3 << 30).unwrap();
    };
    grow("picture.psd");
    assert_eq!(archive.check().status, 0);
    grow("templates/x.html");
    let built = archive.build();
    assert_eq!(built.status, 3);
    assert!(
        built.stderr.contains("themes/plain/templates/x.html: the file is larger than 1 MiB"),
        "{}",
        built.stderr
    );
}

#[test]
fn a_theme_may_change_single_strings() {
    let archive = themed(&[("strings/en.ftl", "nav-meetings = Sessions\n")]);
    let built = archive.build().ok();
    assert!(built.page("en/").contains(">Sessions</a>"));
    assert!(built.page("en/").contains(">Points</a>"), "the others stay");
    assert!(!built.page("ja/").contains("Sessions"));
}

#[test]
fn a_template_that_does_not_parse_is_reported_in_its_place() {
    assert_reported(
        &themed(&[("templates/page.html", "<p>\n{% if %}\n")]),
        &["themes/plain/templates/page.html:2:7 template-error"],
    );
}

#[test]
fn a_template_that_cannot_be_rendered_stops_the_build() {
    let archive = themed(&[("templates/home.html", "<p>{{ nothing_of_this_name }}</p>")]);
    let built = archive.build();
    assert_eq!(built.status, 1);
    assert!(built.stderr.contains("error[template-error]"), "{}", built.stderr);
    assert!(built.stderr.contains("themes/plain/templates/home.html:1:7"), "{}", built.stderr);
    assert!(!built.output.join("index.html").exists());
}

#[test]
fn the_place_of_a_mistake_is_that_in_the_file_whatever_stands_before_it() {
    let home =
        "{{ s.menu }}{{ lang }}{{ page.root }}{{ assets[\"style.css\"] }}\n<p>{{ s.menu }} {{ nothing }}</p>";
    let built = themed(&[("templates/home.html", home)]).build();
    assert_eq!(built.status, 1);
    assert!(built.stderr.contains("themes/plain/templates/home.html:2:20"), "{}", built.stderr);
}

#[test]
fn a_name_that_a_template_gives_to_something_else_means_that() {
    let archive = themed(&[("templates/home.html", "{% set lang = \"mine\" %}{{ lang }} {{ s.menu }}")]);
    let built = archive.build().ok();
    assert_eq!(built.page("en/"), "mine Menu");
    assert!(built.page("ja/meetings/").contains("<html lang=\"ja\">"));
}

#[test]
fn what_stands_in_quotes_of_any_kind_is_no_code() {
    let home = "{{ page.title | replace(from='\"', to=`'`) }}<p data-key=\"abc\" title=\"{{ s.menu }}\">x</p>\
                <script>s.length</script>";
    let archive = themed(&[("templates/home.html", home)]);
    let built = archive.build().ok();
    assert!(built.page("en/").ends_with("<p data-key=\"abc\" title=\"Menu\">x</p><script>s.length</script>"));
}

#[test]
fn addresses_may_stand_beside_each_other() {
    let home = "{% for n in [1, 2] %}{{ page.root }}{% endfor %}en/";
    assert_eq!(themed(&[("templates/home.html", home)]).build().ok().page("en/"), ".././");
}

#[test]
fn a_field_that_is_not_there_is_reported_in_its_place_with_those_that_are() {
    let page = "{% extends \"base.html\" %}\n{% block content %}\n{% for track in tracks %}{{ track.colour }}{% endfor %}\n\
                {% endblock content %}\n";
    let built = themed(&[("templates/tracks.html", page)]).build();
    assert_eq!(built.status, 1);
    assert!(built.stderr.contains("themes/plain/templates/tracks.html:3:35"), "{}", built.stderr);
    assert!(built.stderr.contains("Field `colour` is not defined. Available fields: "), "{}", built.stderr);
    assert!(built.stderr.contains("title_plain"), "{}", built.stderr);
}

#[test]
fn a_template_may_build_on_the_one_it_takes_the_place_of() {
    let own = "{% extends \"default/page.html\" %}{% block content %}<p>Before.</p>{{ super() }}{% endblock content %}";
    let archive = themed(&[("templates/page.html", own)])
        .file("content/pages/about.en.md", "---\ntitle: About\n---\nWords.\n")
        .file("content/pages/about.ja.md", "---\ntitle: 概要\n---\n言葉。\n");
    let page = archive.build().ok().page("en/pages/about/");
    assert!(page.find("<p>Before.</p>").unwrap() < page.find("<p>Words.</p>").unwrap());
}

#[test]
fn a_template_that_builds_on_itself_is_reported() {
    let built = themed(&[("templates/base.html", "{% extends \"base.html\" %}")]).build();
    assert_eq!(built.status, 1);
    assert!(built.stderr.contains("error[template-error]"), "{}", built.stderr);
}

#[test]
fn html_is_not_escaped_and_text_is() {
    let page = "{% for track in tracks %}[{{ track.title }}|{{ track.title_plain }}]{% endfor %}";
    let archive = themed(&[("templates/tracks.html", page)])
        .file("content/tracks.yaml", "cloud: {title: {en: '{A|b} & C', ja: '{A|b} & C'}}\n");
    let built = archive.build().ok();
    let ruby = "<ruby>A<rp>（</rp><rt>b</rt><rp>）</rp></ruby> &amp; C";
    assert_eq!(built.page("en/tracks/"), format!("[{ruby}|A &amp; C]"));
}

#[test]
fn a_string_that_no_language_has_is_reported_for_each() {
    let theme = themed(&[("templates/page.html", "<p>{{ s.no_such_string }}</p>")]);
    let place = "themes/plain/templates/page.html:1:9 missing-string";
    assert_reported(&theme, &[place, place]);
}

#[test]
fn a_string_that_one_language_lacks_is_reported() {
    let theme = themed(&[("strings/en.ftl", "only-here = Here\n")]);
    assert_reported(&theme, &["themes/plain/strings/en.ftl:1:1 missing-string"]);
}

#[test]
fn a_theme_that_is_not_there_is_reported_where_it_is_named() {
    let archive = Archive::new().edit("content/site.yaml", "title:", "theme: plan\ntitle:");
    assert_reported(&archive, &["site.yaml:1:8 invalid-value"]);
}

#[test]
fn a_mistake_before_a_letter_of_several_bytes_is_reported_at_its_place() {
    for text in ["own-greeting = { $名 }\n", "own = 😀\n名 = a\n", "own = {\u{3042}\n"] {
        let reported = themed(&[("strings/ja.ftl", text)]).check().reported();
        assert!(reported.iter().any(|reported| reported.ends_with("template-error")), "{text}: {reported:?}");
    }
    let reported = themed(&[("strings/ja.ftl", "own-greeting 電波\n")]).check().reported();
    assert!(reported.contains(&"themes/plain/strings/ja.ftl:1:14 template-error".to_owned()), "{reported:?}");
}
