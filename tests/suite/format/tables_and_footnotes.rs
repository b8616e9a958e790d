//! Tables and footnotes of which a part would be lost.

use crate::support::{Archive, said_of_notes};

fn said(text: &str) -> Vec<String> {
    said_of_notes(&Archive::notes(text).check().problems())
}

#[test]
fn a_cell_beyond_the_head_is_reported() {
    let message = "lost-text: this cell is lost: the row has more cells than the head of the table (give the head another \
                   column, or take the cell away; a bar that belongs to the text is `\\|`)";
    assert_eq!(
        said(
            "| a | b |\n|---|---|\n| 一 | 二 | lost |\n| 1 |\n| 1 | 2 | |\n1|2||lost\n> | a |\n> |---|\n> | 1 | lost |\n"
        ),
        [format!("3:11 {message}"), format!("6:6 {message}"), format!("9:9 {message}")]
    );
}

#[test]
fn a_bar_inside_of_ruby_or_code_is_reported() {
    let said = said(
        "| a | b |\n|---|---|\n| {漢|かん} | c |\n| `a|b` |\n| {漢\\|かん} | `a\\|b` |\n| {a} | {b} |\n",
    );
    assert_eq!(
        said,
        [
            "3:5 lost-text: this bar ends the cell, so that the ruby around it is cut in two (write `\\|`)",
            "4:5 lost-text: this bar ends the cell, so that the code around it is cut in two (write `\\|`)",
        ]
    );
}

#[test]
fn a_bar_inside_of_a_link_a_picture_or_emphasis_is_reported() {
    let message = |at: &str, what: &str| {
        format!(
            "{at} lost-text: this bar ends the cell, so that the {what} around it is cut in two (write `\\|`)"
        )
    };
    let head = "| a | b |\n|---|---|\n";
    for (row, at, what) in [
        ("| [x|y](/en/timeline/) |", "3:5", "link"),
        ("| [x|y|z](/en/timeline/) |", "3:5", "link"),
        ("| [x](/en/|timeline/) |", "3:11", "link"),
        ("| ![x|y](/a.png) |", "3:6", "picture"),
        ("| **甲|乙** |", "3:6", "emphasis"),
        ("| *a|b* |", "3:5", "emphasis"),
    ] {
        assert_eq!(said(&format!("{head}{row}\n")), [message(at, what)], "{row}");
    }
    for row in [
        "| [x](/en/timeline/) | [y](/en/timeline/) |",
        "| *a* | *b* |",
        "| 5* | 6* |",
        "| *1 | 2* |",
        "| a*b | c*d |",
        "| a_b | c_d |",
        "| [x\\|y](/en/timeline/) | **a\\|b** |",
        "| [x] | y |",
        "| `*a` | `b*` |",
    ] {
        assert_eq!(said(&format!("{head}{row}\n")), [""; 0], "{row}");
    }
}

#[test]
fn a_full_width_bar_in_a_row_is_reported() {
    let message = "full-width-syntax: a full-width `｜` does not part the cells of a table (write `|`)";
    let head = "| a | b |\n|---|---|\n";
    for (row, at) in [("｜ 1 ｜ 2 ｜", "3:1"), ("| 1 ｜ 2 |", "3:5"), ("| 1 | 2 |\n｜ 1 ｜ 2 ｜", "4:1")]
    {
        assert_eq!(said(&format!("{head}{row}\n")), [format!("{at} {message}")], "{row}");
    }
    for row in ["| 1｜2 | 3 |", "| `1｜2` |", "| 1 |"] {
        assert_eq!(said(&format!("{head}{row}\n")), [""; 0], "{row}");
    }
}

#[test]
fn a_bar_inside_of_a_reference_in_a_cell_is_reported_once() {
    assert_eq!(
        said("| a | b |\n|---|---|\n| [[track:cloud|words]] | c |\n| [[track:cloud\\|words]] | c |\n"),
        [
            "3:3 invalid-value: this reference is not whole (in a table, write [[kind:id]] or [[kind:id\\|text]], with a \
             backslash before the bar)"
        ]
    );
}

#[test]
fn a_head_that_does_not_match_the_line_below_it_is_reported() {
    let said = said("| {漢|かん} | b |\n|---|---|\n| 1 | 2 |\n");
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with(
        "2:1 invalid-value: this makes no table: the head has 3 cells, and the line below it has 2 ("
    ));
}

#[test]
fn a_mark_without_a_footnote_is_reported() {
    let reported = said("One.[^missing] `[^code]` \\[^sign] Two[^n]\n\n- [^M]\n\n[^n]: Note.\n");
    let message = |label: &str| {
        format!(
            "missing-anchor: this text has no footnote `[^{label}]` (write it in a paragraph of its own: \
             `[^{label}]: …`; for the signs themselves, `\\[^`)"
        )
    };
    assert_eq!(reported, [format!("1:5 {}", message("missing")), format!("3:3 {}", message("M"))]);
}

#[test]
fn a_footnote_to_which_nothing_refers_is_a_warning() {
    let checked = Archive::notes("a[^a]\n\n[^unused]: Note.\n\n[^A]: Text.\n").check();
    assert_eq!(checked.reported(), ["meetings/a.en.md:8:1 lost-text"]);
    assert_eq!(checked.problems()[0]["help"], "write `[^unused]` where it belongs, or delete it");
    assert_eq!(checked.status, 0);
}

#[test]
fn a_mark_and_its_footnote_may_differ_in_case() {
    let page = Archive::notes("a[^A]\n\n[^a]: Text.\n").build().ok().page("en/meetings/a/");
    assert!(
        page.contains("id=\"fn-1\"") && page.contains("href=\"#fn-1\"") && !page.contains("fn-2"),
        "{page}"
    );
}

#[test]
fn a_mark_whose_name_has_a_blank_is_reported() {
    assert_eq!(
        said("A[^my note] and [^ or so].\n"),
        [
            "1:2 missing-anchor: this text has no footnote `[^my note]` (a name holds no blank: write `[^my-note]`, and \
             `[^my-note]: …` before its text; for the signs themselves, `\\[^`)"
        ]
    );
}

#[test]
fn footnotes_that_only_one_another_refer_to_are_reported() {
    let reported = |label: &str| {
        format!(
            "lost-text: only footnotes that nothing in the text refers to refer to this one (write `[^{label}]` where it \
             belongs, or delete it)"
        )
    };
    let text = "A[^c].\n\n[^a]: See [^b].\n\n[^b]: See [^a].\n\n[^c]: See [^d].\n\n[^d]: See [^c].\n\n[^e]: See [^E].\n";
    let expected =
        [("3:1", "a"), ("5:1", "b"), ("11:1", "e")].map(|(at, label)| format!("{at} {}", reported(label)));
    assert_eq!(said(text), expected);
}

#[test]
fn a_footnote_without_text_is_reported() {
    let message =
        "lost-text: this footnote has no text (write its text behind the colon, or delete it with its marks)";
    for text in ["A[^a].\n\n[^a]:\n", "A[^a].\n\n[^a]: <!-- b -->\n", "A[^a].\n\n[^a]:\n\nB.\n"] {
        assert_eq!(said(text), [format!("3:1 {message}")], "{text}");
    }
    for text in ["A[^a].\n\n[^a]:\n    B.\n", "A[^a].\n\n[^a]: `b`\n"] {
        assert_eq!(said(text), [""; 0], "{text}");
    }
}
