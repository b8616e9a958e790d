//! What the reader of YAML takes is in proportion to the file: what is refused below 200 MiB and ten seconds of a release
//! build, what is sound below 600 MiB.

use crate::support::{Archive, limits};

/// All but the last bytes of the 8 MiB that a file may have.
const LARGE: usize = (8 << 20) - 100;

fn people(text: &str) -> Archive {
    Archive::new().file("content/people.yaml", text)
}

#[test]
fn a_registry_of_millions_of_values_is_too_large_at_the_one_that_goes_too_far() {
    let flow = format!("a: {{name: A, roles: [{}]}}\n", "a,".repeat(LARGE / 2));
    limits::assert_refused(&people(&flow), &["people.yaml:1:800004 too-large"]);
    for (text, place) in [
        ("a: 1\n".repeat(LARGE / 5), "people.yaml:199999:1 too-large"),
        ("- a\n".repeat(LARGE / 4), "people.yaml:399998:3 too-large"),
        (format!("{{{}}}", "a,".repeat(LARGE / 2)), "people.yaml:1:399997 too-large"),
    ] {
        let reported = limits::refused(&people(&text)).reported();
        assert!(reported.len() == 1 && reported[0].ends_with("too-large"), "{reported:?}, not {place}");
    }
}

#[test]
fn a_registry_nested_without_end_or_of_comments_alone_takes_little() {
    for open in ["[", "{", "- ", "? ", ": "] {
        let reported = limits::refused(&people(&open.repeat(LARGE / open.len()))).reported();
        assert!(reported.len() == 1 && reported[0].ends_with("too-large"), "{open}: {reported:?}");
    }
    for nothing in ["# a\n", "#\n", "\n", " "] {
        assert_eq!(limits::refused(&people(&nothing.repeat(LARGE / nothing.len()))).reported(), [""; 0]);
    }
}

#[test]
fn a_value_of_eight_million_bytes_is_not_repeated_in_what_is_reported() {
    let checked = limits::refused(&people(&format!("a: {}\n", "x ".repeat(LARGE / 2))));
    assert_eq!(checked.reported(), ["people.yaml:1:4 invalid-value"]);
    assert!(checked.stdout.len() < 5000, "{}", checked.stdout.len());
}

#[test]
fn fifty_thousand_people_are_read() {
    let lines: Vec<_> = (0..50_000).map(|it| format!("p-{it}: {{name: A {}}}\n", "x".repeat(130))).collect();
    let text = lines.concat();
    assert!(text.len() > 7 << 20);
    assert_eq!(limits::sound(&people(&text)).reported(), [""; 0]);
}

#[test]
fn mistakes_on_one_long_line_cost_no_more_than_on_many() {
    let body = "[[track:flodds]] ".repeat(50_000);
    let archive = Archive::new().meeting("a", "date: 2010-11-01").append("content/meetings/a.en.md", &body);
    let reported = limits::sound(&archive).reported();
    assert_eq!(reported.iter().filter(|it| it.ends_with("unknown-track")).count(), 50_000);
}

#[test]
fn of_a_million_lines_that_are_no_address_or_no_stamp_fifty_thousand_are_reported() {
    for (name, line) in [("ledger.txt", "a\n"), ("ledger.txt", "/a/\n"), ("stamps.txt", "a\n")] {
        let archive =
            Archive::two_meetings().file(&format!("content/{name}"), line.repeat(LARGE / line.len()));
        let checked = limits::refused(&archive);
        let reported = checked.reported();
        assert_eq!(reported.len(), 50_001, "{name} {line}: {}", checked.stderr);
        assert_eq!(reported.last().unwrap(), &format!("{name}:50001:1 invalid-value"));
    }
}
