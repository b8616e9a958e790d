//! Values in another shape than the format has are answered with the right one written out: every key in the shapes that
//! people write it in, each with all that is reported of it, in `wrong_shapes.txt`.
//!
//! `UPDATE_EXPECT=1 cargo test --test suite wrong_shapes` writes what is reported; read it before you keep it.

use crate::support::{Archive, read};
use std::{env, fmt::Write as _, fs};

const TABLE: &str = "tests/suite/messages/wrong_shapes.txt";

/// A meeting with these lines behind its title.
fn meeting(facts: &str, japanese: &str) -> Archive {
    let front = format!("title: Meeting\n{facts}");
    Archive::new().note("m", "en", &front, "").note("m", "ja", &format!("title: 会合\n{japanese}"), "")
}

const DATED: &str = "date: 2020-03-02\ndelegations: {us: {}, jp: {}}";

/// A commitment in which this line stands for one of the same key, or beside the others.
fn commitment(line: &str) -> Archive {
    let key = line.split(':').next().unwrap().trim_end_matches('s');
    let facts = ["kind: undertaking", "track: cloud", "delegations: [us]", "text: Share it."];
    let others = facts.into_iter().filter(|fact| !fact.starts_with(key));
    let facts: Vec<_> = others.chain([line]).map(|fact| format!("\n    {fact}")).collect();
    meeting(
        &format!("{DATED}\ncommitments:\n  - id: a{}", facts.concat()),
        "commitments: [{id: a, text: 共有する。}]",
    )
}

fn document(line: &str) -> Archive {
    let facts = format!("{DATED}\ndocuments:\n  - id: d\n    title: Paper\n    {line}");
    meeting(&facts, "documents: [{id: d, title: 文書}]")
}

/// An event in which this line stands for one of the same key, or beside the others.
fn event(line: &str) -> Archive {
    let key = line.split(':').next().unwrap();
    let facts = ["title: Summit", "date: 2010-05-01"].into_iter().filter(|fact| !fact.starts_with(key));
    let facts: Vec<_> = facts.chain([line]).map(|fact| format!("  {fact}\n")).collect();
    Archive::new().file("content/events.yaml", format!("summit:\n{}", facts.concat()))
}

/// The archive in which a line of a part of the table stands.
fn archive(part: &str, line: &str) -> Archive {
    match part {
        "commitment" => commitment(line),
        "document" => document(line),
        "head" => {
            meeting(&format!("date: 2020-03-02\ndelegations: {{us: {{heads: [{line}]}}, jp: {{}}}}"), "")
        }
        "participation" => {
            meeting(&format!("date: 2020-03-02\ndelegations:\n  us:\n    {line}\n  jp: {{}}"), "")
        }
        "delegations" => meeting(&format!("date: 2020-03-02\n{line}"), ""),
        "date" => meeting(&format!("delegations: {{us: {{}}, jp: {{}}}}\n{line}"), ""),
        "meeting" => meeting(&format!("{DATED}\n{line}"), ""),
        "delegation" => {
            let third = format!("third: {{name: {{en: Third, ja: 第三}}, {line}}}\n");
            Archive::new().append("content/delegations.yaml", &third)
        }
        "event" => event(line),
        "events" => Archive::new().file("content/events.yaml", format!("{line}\n")),
        "site" => Archive::new().append("content/site.yaml", &format!("{line}\n")),
        _ => panic!("no part is called {part}"),
    }
}

/// What is reported of an archive: place, code, message and help, each on a line.
fn reported(archive: &Archive) -> String {
    let mut reported = String::new();
    for problem in archive.check().problems() {
        let word = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
        let path = word("path").replace("content/", "").replace("meetings/m.", "");
        let (line, column) = (&problem["line"], &problem["column"]);
        writeln!(reported, "    {path}:{line}:{column} {}: {}", word("code"), word("message")).unwrap();
        if !word("help").is_empty() {
            writeln!(reported, "        {}", word("help")).unwrap();
        }
    }
    reported
}

/// The table as it is to be, made of its lines and of what is reported now.
fn checked(table: &str) -> String {
    let mut part = "";
    let mut checked = String::new();
    for line in table.lines().filter(|line| !line.starts_with(' ')) {
        writeln!(checked, "{line}").unwrap();
        match line.strip_prefix("## ") {
            Some(name) => part = name,
            None if line.is_empty() || line.starts_with("# ") => {}
            None => checked.push_str(&reported(&archive(part, line))),
        }
    }
    checked
}

#[test]
fn each_wrong_shape_is_answered_with_the_right_one() {
    let mut table = read(TABLE);
    let checked = checked(&table);
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(TABLE, &checked).unwrap();
        table.clone_from(&checked);
    }
    for (line, (expected, found)) in table.lines().zip(checked.lines()).enumerate() {
        assert_eq!(found, expected, "{TABLE}:{}", line + 1);
    }
    assert_eq!(table.lines().count(), checked.lines().count());
    // Whatever is refused has a way out.
    let mut lines = checked.lines().peekable();
    while let Some(line) = lines.next() {
        let is_refused = line.contains(" invalid-value: ") || line.contains(" unknown-key: ");
        let has_help = lines.peek().is_some_and(|next| next.starts_with("        "));
        assert!(!is_refused || has_help, "{line}");
    }
}
