//! The documentation keeps up with the program.

use crate::support::Archive;
use std::fs;
use taiwa::diagnostic::Code;

#[test]
fn every_code_has_its_section_in_the_order_of_the_codes() {
    let page = fs::read_to_string("docs/diagnostics.md").unwrap();
    let sections: Vec<_> = page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let codes: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
    // Examples hold headings too; those are no codes.
    let sections: Vec<_> = sections.into_iter().filter(|section| !section.contains(['{', ' '])).collect();
    assert_eq!(sections, codes);
}

#[test]
fn a_warning_is_said_to_be_one() {
    let page = fs::read_to_string("docs/diagnostics.md").unwrap();
    for code in Code::ALL {
        let heading = format!("\n## {}\n", code.name());
        let section = page.split(&heading).nth(1).unwrap();
        let is_said = section.trim_start().starts_with("A warning:");
        assert_eq!(is_said, code.severity() == taiwa::diagnostic::Severity::Warning, "{}", code.name());
    }
}

/// The README's format by example, written out as the files it names.
#[test]
fn the_example_of_the_readme_builds_without_a_word() {
    let page = fs::read_to_string("README.md").unwrap();
    let blocks: Vec<_> = page.split("```").skip(1).step_by(2).collect();
    let block = |language: &str, nth: usize| {
        let own = blocks.iter().filter_map(|block| block.strip_prefix(language)).nth(nth).unwrap();
        own.trim_start().to_owned()
    };
    let mut archive = Archive::empty().file("content/site.yaml", block("yaml\n", 0));
    for registry in block("yaml\n", 1).split("# ").skip(1) {
        let (name, text) = registry.split_once('\n').unwrap();
        let name = name.split(' ').next().unwrap();
        archive = archive.file(&format!("content/{name}"), text);
    }
    let archive = archive
        .file("content/meetings/2020-03-02-riverton.en.md", block("markdown\n", 0))
        .file("content/meetings/2020-03-02-riverton.ja.md", block("markdown\n", 1));
    let built = archive.build_with(&["--strict"]).ok();
    assert!(built.has("ja/commitments/2020-03-02-riverton/share-levels/"));
    assert_eq!(built.stderr, "");
}
