//! "No evidence found" stands only where nothing tells what happened next.

use crate::support::Archive;

/// A meeting with a commitment of a kind, and a later one whose commitment says this of it.
fn page(kind: &str, relation: &str, release: &str) -> String {
    let archive = Archive::new()
        .promise("first", "2010-11-01", "")
        .promise("later", "2011-11-01", relation)
        .edit("content/meetings/first.en.md", "kind: undertaking", &format!("kind: {kind}"))
        .edit("content/meetings/later.en.md", "title: ", &format!("release: {release}\ntitle: "));
    archive.build().ok().page("en/commitments/first/promise/")
}

const WORDS: &str = "No evidence found";

#[test]
fn it_does_not_stand_beside_what_a_later_record_says() {
    for relation in ["fulfills", "continues", "revises", "supersedes", "reports-on", "responds-to"] {
        let said = format!("{relation}: [first/promise]");
        assert!(!page("undertaking", &said, "published").contains(WORDS), "{relation}");
        // What a withdrawn record or a draft said is not said.
        assert!(page("undertaking", &said, "withdrawn").contains(WORDS), "{relation}");
        assert!(page("undertaking", &said, "draft").contains(WORDS), "{relation}");
    }
    assert!(page("undertaking", "related: [first/promise]", "published").contains(WORDS));
}

#[test]
fn it_stands_only_at_kinds_that_can_be_carried_out() {
    for kind in ["undertaking", "continuation", "recommendation", "next-meeting"] {
        assert!(page(kind, "", "published").contains(WORDS), "{kind}");
    }
    for kind in ["shared-view", "welcome", "report"] {
        assert!(!page(kind, "", "published").contains(WORDS), "{kind}");
    }
}

#[test]
fn an_earlier_finding_of_nothing_gives_way_to_a_later_record() {
    let assessed = "assessments: [{status: no-evidence, date: 2010-12-01, by: archive, source: paper}]";
    let paper = "documents: [{id: paper, title: Paper, url: 'https://a.example/'}]";
    let archive = |relation: &str| {
        Archive::new()
            .promise("first", "2010-11-01", assessed)
            .edit(
                "content/meetings/first.en.md",
                "date: 2010-11-01\n",
                &format!("date: 2010-11-01\n{paper}\n"),
            )
            .edit(
                "content/meetings/first.ja.md",
                "commitments:",
                "documents: [{id: paper, title: 文書}]\ncommitments:",
            )
            .promise("later", "2011-11-01", relation)
    };
    let tag = "<span class=\"tag no-evidence\">";
    let head = |archive: &Archive| {
        let page = archive.build().ok().page("en/commitments/first/promise/");
        page.split_once("<dl").unwrap().0.to_owned()
    };
    assert!(head(&archive("")).contains(tag));
    assert!(!head(&archive("reports-on: [first/promise]")).contains(tag));
}
