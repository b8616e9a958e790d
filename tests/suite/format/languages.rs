//! The languages of a site: what site.yaml may name, and what is told of anything else.

use crate::support::{Archive, assert_reported, help};

const BOTH: &str = "write [en, ja] or [ja, en]; both are built, and the first is shown first";

fn with(languages: &str) -> Archive {
    Archive::new().edit("content/site.yaml", "title:", &format!("languages: {languages}\ntitle:"))
}

/// Asserts that one problem is reported, at this column of the line, with this message and way out.
#[track_caller]
fn assert_problem(archive: &Archive, column: usize, message: &str, way_out: &str) {
    assert_reported(archive, &[&format!("site.yaml:1:{column} invalid-value")]);
    assert_eq!(archive.check().problems()[0]["message"], message);
    assert_eq!(help(archive), way_out);
}

#[test]
fn either_order_is_taken() {
    for languages in ["[en, ja]", "[ja, en]"] {
        assert_reported(&with(languages), &[]);
    }
}

#[test]
fn a_language_without_strings_is_reported_with_the_file_that_is_looked_for() {
    assert_problem(
        &with("[en, ko]"),
        17,
        "there is no strings file for `ko`",
        "it would be themes/default/strings/ko.ftl; there are en.ftl, ja.ftl; write [en, ja] or [ja, en]",
    );
    let own = with("[ko, ja]").append("content/site.yaml", "theme: plain\n");
    assert_problem(
        &own.file("themes/plain/strings/ja.ftl", "nav-meetings = 会議\n"),
        13,
        "there is no strings file for `ko`",
        "it would be themes/plain/strings/ko.ftl; there are en.ftl, ja.ftl; write [en, ja] or [ja, en]",
    );
}

#[test]
fn strings_alone_make_no_language() {
    let archive = with("[en, ko]").append("content/site.yaml", "theme: plain\n");
    assert_problem(
        &archive.file("themes/plain/strings/ko.ftl", "nav-meetings = 회의\n"),
        17,
        "taiwa knows no rules for `ko`",
        "themes/plain/strings/ko.ftl is there, but how dates, names and lists are written in `ko` stands in the \
         program, which a programmer has to extend; for now, write [en, ja] or [ja, en]",
    );
}

#[test]
fn a_site_has_two_languages() {
    assert_problem(&with("[en]"), 12, "a site has two languages, not one", BOTH);
    assert_problem(&with("[]"), 12, "a site has two languages, not none", BOTH);
    assert_problem(&with("[en, en]"), 17, "`en` stands here twice", BOTH);
    let three = "a site has two languages, and `ko` is one too many";
    assert_problem(&with("[en, ja, ko]"), 21, three, BOTH);
}

#[test]
fn another_writing_of_a_known_language_is_recognized() {
    let message = "`EN` is not how the language is written here";
    assert_problem(&with("[EN, ja]"), 13, message, "did you mean `en`?");
    let message = "`jp` is not how the language is written here";
    assert_problem(&with("[en, jp]"), 17, message, "did you mean `ja`?");
    let message = "`日本語` is not how the language is written here";
    assert_problem(&with("[日本語, en]"), 13, message, "did you mean `ja`?");
    assert_problem(
        &with("[en, Korean]"),
        17,
        "`Korean` is not the code of a language",
        "write [en, ja] or [ja, en]",
    );
}

#[test]
fn every_mistake_is_reported() {
    assert_reported(
        &with("[EN, ko, ja]"),
        &["site.yaml:1:13 invalid-value", "site.yaml:1:17 invalid-value", "site.yaml:1:21 invalid-value"],
    );
}
