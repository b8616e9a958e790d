//! Characters that cannot be seen: refused or warned of in content, and escaped in every diagnostic.

use crate::support::{Archive, assert_reported};

const EN: &str = "content/meetings/a.en.md";

fn archive() -> Archive {
    Archive::new().promise("a", "2010-11-01", "")
}

const INVISIBLE: [char; 6] = ['\u{200b}', '\u{200e}', '\u{200f}', '\u{61c}', '\u{2028}', '\u{2029}'];

#[test]
fn tags_and_overrides_are_refused_where_they_stand() {
    for odd in ['\u{202a}', '\u{2069}', '\u{e0000}', '\u{e0041}', '\u{e007f}', '\u{7}', '\u{85}'] {
        let title = archive().edit(EN, "text: Promise of a", &format!("text: 'Prom{odd}ise'"));
        assert_eq!(title.check().reported()[0], "meetings/a.en.md:10:16 invalid-value", "{odd:?}");
        let body = archive().append(EN, &format!("A text{odd}.\n"));
        assert_eq!(body.check().reported()[0], "meetings/a.en.md:12:7 invalid-value");
    }
    let registry = Archive::new().edit("content/tracks.yaml", "Open Internet", "Open \"\u{e0041}Internet");
    assert_reported(&registry, &["tracks.yaml:2:35 invalid-value"]);
    let by_number = archive().append(EN, "A text&#xE0041;.\n").check().reported();
    assert!(by_number.contains(&"meetings/a.en.md:12:7 invalid-value".to_owned()), "{by_number:?}");
}

#[test]
fn what_is_not_seen_stays_with_a_warning() {
    for odd in INVISIBLE {
        let title = archive().edit(EN, "Promise of a", &format!("Prom{odd}ise of a"));
        assert_reported(&title, &["meetings/a.en.md:10:15 invisible-character"]);
        let page = title.build_with(&["--base-url", "https://a.example/"]).published().page("en/meetings/a/");
        assert!(page.contains(&format!("Prom{odd}ise of a")), "{odd:?}");
        let comment = archive().edit(EN, "\ndate:", &format!("\n# a{odd} comment\ndate:"));
        assert_reported(&comment, &["meetings/a.en.md:4:4 invisible-character"]);
        let escape = format!("text: \"Prom\\u{:04x}ise\"", u32::from(odd));
        let escaped = archive().edit(EN, "text: Promise of a", &escape);
        assert_reported(&escaped, &["meetings/a.en.md:10:11 invisible-character"]);
    }
    // A joiner, the variation of a kanji and a blank that does not break are text.
    for sound in ['\u{200d}', '\u{e0100}', '\u{a0}', '\u{fe0f}'] {
        assert_reported(&archive().edit(EN, "Promise of a", &format!("Prom{sound}ise of a")), &[]);
    }
}

/// What each format says of an archive, in text without colours.
fn outputs(archive: &Archive) -> [String; 4] {
    ["text", "json", "github", "sarif"].map(|format| {
        let checked = archive.run(&["check", "--color", "never", "--format", format]);
        checked.stdout + &checked.stderr
    })
}

#[track_caller]
fn assert_escaped(archive: &Archive, escape: &str) {
    for output in outputs(archive) {
        assert!(output.replace(r"\\", r"\").contains(escape), "{escape} in {output}");
        let is_hidden = |c: char| {
            (c.is_control() && c != '\n')
                || INVISIBLE.contains(&c)
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{e0000}'..='\u{e007f}')
        };
        assert!(!output.contains(is_hidden), "{output:?}");
        assert!(!output.lines().any(|line| line.trim_start().starts_with("::stop")), "{output}");
    }
}

#[test]
fn values_are_shown_escaped_in_every_format() {
    for (written, escape) in [
        (r"x\n::stop-commands::t", r"x\n::stop"),
        (r"x\r::stop-commands::t", r"x\r::stop"),
        (r"x\e[31my", r"x\u{1b}[31my"),
        (r"x\u202ey", r"x\u{202e}y"),
        (r"x\U000E0041y", r"x\u{e0041}y"),
        (r"x\u200by", r"x\u{200b}y"),
        (r"x\Ly", r"x\u{2028}y"),
    ] {
        assert_escaped(&archive().edit(EN, "track: cloud", &format!("track: \"{written}\"")), escape);
    }
    // As it stands, in the line that is shown and in keys.
    for odd in ['\u{202e}', '\u{e0041}', '\u{200b}', '\u{1b}'] {
        let archive = Archive::new()
            .meeting("a", "date: 2010-11-01")
            .append(EN, &format!("[[track:clo{odd}wd]] <b{odd}>\n"));
        assert_escaped(&archive, "");
        let archive = Archive::new().append("content/tracks.yaml", &format!("\"c{odd}\": {{titel: x}}\n"));
        assert_escaped(&archive, "");
    }
}

#[cfg(unix)]
#[test]
fn names_of_files_are_shown_escaped_in_every_format() {
    for (name, escape) in
        [("a\n::stop-commands::x", "a"), ("a\u{202e}", "a"), ("a\u{1b}[31m", "a"), ("a\u{200b}b", "a")]
    {
        let archive = Archive::new().file(&format!("content/meetings/{name}.en.md"), "---\ntitle: A\n---\n");
        assert_escaped(&archive, escape);
    }
}

#[test]
fn a_column_is_that_of_the_file_where_a_line_is_shown_escaped() {
    let archive = archive().append(EN, "a\u{200b}b [[track:clowd]]\n");
    let text = archive.run(&["check", "--color", "never"]).stderr;
    assert!(text.contains("content/meetings/a.en.md:12:5\n"), "{text}");
    assert!(text.contains(r"a\u{200b}b [[track:clowd]]"), "{text}");
}
