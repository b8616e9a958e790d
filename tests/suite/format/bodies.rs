//! What the text of a note may hold: headings, pictures, links, HTML. Each mistake with its place, message and way out.

use crate::support::{Archive, said_of_notes};

fn said(text: &str) -> Vec<String> {
    let mut problems = Archive::notes(text).check().problems();
    // Notes of which nothing is shown are missing beside the summary.
    problems.retain(|problem| problem["code"] != "missing-translation");
    assert!(problems.iter().all(|problem| problem["path"] == "content/meetings/a.en.md"), "{problems:?}");
    said_of_notes(&problems)
}

/// What the notes become on the page, if nothing is wrong with them.
#[track_caller]
fn shown(text: &str) -> String {
    let page = Archive::notes(text).build().ok().page("en/meetings/a/");
    page.split("<div class=\"prose\">").nth(1).unwrap_or(&page).to_owned()
}

#[test]
fn a_heading_stands_one_rank_below_the_one_above_it() {
    assert_eq!(
        said("## One\n\n#### Four {#four}\n\n#### Four again\n\n## Two\n\n### Three\n\n###### Six\n"),
        [
            "3:1 invalid-value: this heading leaves a rank out: the one above it has `##` (write `###`)",
            "11:1 invalid-value: this heading leaves a rank out: the one above it has `###` (write `####`)",
        ]
    );
    assert_eq!(
        said("Text.\n\n### Three\n\n## Two\n"),
        ["3:1 invalid-value: the first heading of a text begins with `##` (write `##`)"]
    );
}

#[test]
fn the_title_of_a_page_is_no_heading_of_its_text() {
    let title = "a heading of the text begins with `##`: the title of the page is in the front matter";
    assert_eq!(
        said("# One\n\n## Two\n\nThree\n=====\n\n## Four\n"),
        [
            format!("1:1 invalid-value: {title} (write `##`)"),
            format!("5:1 invalid-value: {title} (write `##`)"),
        ]
    );
}

#[test]
fn a_picture_has_a_description() {
    let message = "this picture has no description, for those who do not see it";
    let help = "write it between the brackets: `![description](/picture.png)`";
    let archive = Archive::notes("![](/a.png)\n\nText ![ ](/a.png) ![A map](/a.png)\n\n![[/a.png]]\n")
        .file("content/static/a.png", "picture");
    let problems = archive.check().problems();
    let places: Vec<_> = problems.iter().map(|it| (it["line"].clone(), it["column"].clone())).collect();
    assert_eq!(places, [(6.into(), 1.into()), (8.into(), 6.into()), (10.into(), 1.into())]);
    for problem in problems {
        assert_eq!((&problem["code"], &problem["severity"]), (&"invalid-value".into(), &"error".into()));
        assert_eq!((&problem["message"], &problem["help"]), (&message.into(), &help.into()));
    }
    let archive = Archive::notes("![A \"map\" of *both*](/a.png)\n").file("content/static/a.png", "picture");
    let page = archive.build().ok().page("en/meetings/a/");
    assert!(page.contains("<img src=\"../../../a.png\" alt=\"A &quot;map&quot; of both\">"), "{page}");
}

#[test]
fn nothing_stands_inside_the_description_of_a_picture() {
    let inside_picture = "a link or picture cannot stand inside the description of a picture";
    let inside_link = "a reference cannot stand inside a link";
    for (inner, message) in [
        ("![b](/a.png)", inside_picture),
        ("[b](https://b.example)", inside_picture),
        ("[[track:cloud]]", inside_link),
        ("[[redacted: 1 line|hidden]]", inside_link),
    ] {
        let archive =
            Archive::notes(&format!("![a {inner} c](/a.png)\n")).file("content/static/a.png", "picture");
        let problems = archive.check().problems();
        assert_eq!(problems.len(), 1, "{inner}: {problems:?}");
        assert_eq!(
            (&problems[0]["column"], &problems[0]["message"]),
            (&5.into(), &message.into()),
            "{inner}"
        );
    }
}

#[test]
fn a_link_cannot_stand_inside_another() {
    assert_eq!(
        said("[a <https://b.example> c](https://d.example)\n"),
        ["1:5 invalid-value: a link cannot stand inside another ()"]
    );
    assert_eq!(
        said("[[track:cloud|a <https://b.example> c]]\n"),
        ["1:18 invalid-value: a link cannot stand inside another ()"]
    );
}

#[test]
fn what_is_redacted_stays_hidden_whatever_stands_in_it() {
    for inner in [
        "hidden",
        "a <https://hidden.example> hidden",
        "*hidden* `hidden` <sup>hidden</sup>",
        "hidden[^hidden] hidden",
    ] {
        let text = format!("Before [[redacted: 1 line|{inner}]] after.\n\n[^hidden]: Note.\n");
        let page = Archive::notes(&text).build().published().page("en/meetings/a/");
        let page = page.split("<div class=\"prose\">").nth(1).unwrap();
        assert!(page.contains("<p>Before <span class=\"redacted\">"), "{inner}: {page}");
        assert!(page.contains("</span> after.</p>"), "{inner}: {page}");
        assert!(!page.contains("hidden"), "{inner}: {page}");
    }
}

/// The help for an element, inline or as a block.
fn remedy(html: &str) -> String {
    let said = said(&format!("{html}\n"));
    assert_eq!(said.len(), 1, "{html}: {said:?}");
    let (place, rest) = said[0].split_once(' ').unwrap();
    assert!(place == "1:1" || place == "1:3", "{html}: {said:?}");
    rest.strip_prefix("raw-html: ").unwrap().to_owned()
}

#[test]
fn html_is_answered_with_the_form_to_write() {
    let last = "of HTML, only sup, sub, br, abbr, ruby, rt, rp are taken over; for the character itself, write `&lt;`";
    let allowed = format!("`<blink>` is not allowed ({last})");
    for (html, expected) in [
        (
            "a <a href=\"/x\">b</a>",
            "`<a href=\"/x\">` is not allowed (write `[text](address)`, or `[[kind:id]]` for a record of this site)",
        ),
        (
            "<img src=\"a.png\">",
            "`<img src=\"a.png\">` is not allowed (put the picture into static/ and write \
             `![description](/picture.png)`)",
        ),
        ("a <b>b</b>", "`<b>` is not allowed (write `**text**`)"),
        ("a <strong>b</strong>", "`<strong>` is not allowed (write `**text**`)"),
        ("a <EM>b</EM>", "`<EM>` is not allowed (write `*text*`)"),
        ("a <i>b</i>", "`<i>` is not allowed (write `*text*`)"),
        ("a <u>b</u>", "`<u>` is not allowed (write `*text*`: what is underlined looks like a link)"),
        (
            "a <del>b</del>",
            "`<del>` is not allowed (leave it out: what was changed after publication stands under `corrections` in \
             the front matter)",
        ),
        (
            "<table>\n<tr><td>1</td></tr>\n</table>",
            "`<table>` is not allowed (write each row as `| one | two |`, with `|---|---|` below the first)",
        ),
        (
            "<p>b</p>",
            "`<p>` is not allowed (leave it out: a blank line parts paragraphs, and `## Heading` begins a section)",
        ),
        (
            "<div class=\"x\">\nb\n</div>",
            "`<div class=\"x\">` is not allowed (leave it out: a blank line parts paragraphs, and `## Heading` begins \
             a section)",
        ),
        ("a <span>b</span>", "`<span>` is not allowed (leave it out: the theme decides how the pages look)"),
        (
            "<center>b</center>",
            "`<center>` is not allowed (leave it out: the theme decides how the pages look)",
        ),
        ("a <font>b</font>", "`<font>` is not allowed (leave it out: the theme decides how the pages look)"),
        (
            "<h1>b</h1>",
            "`<h1>` is not allowed (write `## Heading`: the title of the page is in the front matter)",
        ),
        ("<h3>b</h3>", "`<h3>` is not allowed (write `### Heading`)"),
        ("<ul>\n<li>b</li>\n</ul>", "`<ul>` is not allowed (write `- item`, each item in a line of its own)"),
        ("<ol><li>b</li></ol>", "`<ol>` is not allowed (write `1. item`, each item in a line of its own)"),
        ("<blockquote>b</blockquote>", "`<blockquote>` is not allowed (write `> ` before each line)"),
        ("a <code>b</code>", "`<code>` is not allowed (write `` `text` ``)"),
        (
            "<pre>\nb\n</pre>",
            "`<pre>` is not allowed (write a line ```` ``` ```` before the text and another after it)",
        ),
        ("<hr>", "`<hr>` is not allowed (write `---` between two blank lines)"),
        (
            "<details>b</details>",
            "`<details>` is not allowed (write it openly, under a heading of its own such as `### Heading`)",
        ),
        (
            "<iframe src=\"https://v.example\"></iframe>",
            "`<iframe src=\"https://v.example\">` is not allowed (put the file into static/ and link to it: \
             `[text](/file.mp4)`; or link to the page that shows it)",
        ),
        (
            "<script>\nalert(1)\n\n</script>",
            "`<script>` is not allowed (leave it out: the pages hold no programs and load nothing from elsewhere)",
        ),
        (
            "<style>\np {}\n</style>",
            "`<style>` is not allowed (leave it out: the theme decides how the pages look)",
        ),
        ("a <blink>b</blink>", allowed.as_str()),
        ("a <sup onclick=\"x\">", "`<sup>` takes no attribute here (write `<sup>`)"),
        ("a <abbr lang=\"ja\">", "`<abbr>` takes no attribute but a title (write `<abbr title=\"…\">`)"),
        ("a <SUB>", "`<SUB>` is not allowed (write `<sub>`, in lower case)"),
        ("a <rt>b", "`<rt>` stands outside of `<ruby>` (write `{漢字|かんじ}`)"),
        ("a </sup>", "`</sup>` closes nothing that is open (write `<sup>` before it)"),
        ("a </br>", "`</br>` closes nothing that is open (write `<br>`)"),
        ("a <sup>b", "`<sup>` is not closed in its paragraph (write `</sup>` where it ends)"),
    ] {
        assert_eq!(remedy(html), expected, "{html}");
    }
}

#[test]
fn html_begins_and_ends_on_one_side_of_emphasis() {
    assert_eq!(
        said("a **b<sup>c** d\n\ne <sup>f **g</sup>** h\n\n[i <sub>j](https://k.example)\n"),
        [
            "1:6 raw-html: `<sup>` is not closed in its emphasis or link (write `</sup>` where it ends)",
            "3:13 raw-html: `</sup>` stands across what began after `<sup>` (end first what began after `<sup>`)",
            "5:4 raw-html: `<sub>` is not closed in its emphasis or link (write `</sub>` where it ends)",
        ]
    );
    assert!(
        shown("a **b<sup>c</sup>** <sub>*d*</sub>\n")
            .contains("<p>a <strong>b<sup>c</sup></strong> <sub><em>d</em></sub></p>")
    );
}

#[test]
fn a_block_of_html_is_reported_once_and_comments_are_dropped() {
    assert_eq!(
        said("<!-- a\n\nb --> <!-- c -->\n\n<!-- d --> x\n\n<div>\n<b>e</b>\n</div>\n\n<br>\n"),
        [
            "5:12 raw-html: text in the line of a comment is left out with it (write it below a blank line)",
            "7:1 raw-html: `<div>` is not allowed (leave it out: a blank line parts paragraphs, and `## Heading` \
             begins a section)",
            "11:1 raw-html: `<br>` stands alone in its line (write it within a line of text, with a blank line around \
             the paragraph)",
        ]
    );
}

#[test]
fn a_comment_that_is_not_closed_is_reported_where_it_begins() {
    assert_eq!(
        said("a\n\n<!-- b\n\nc\n"),
        [
            "3:1 raw-html: this comment is not closed (write `-->` where it ends; all that follows is left out otherwise)"
        ]
    );
}

#[test]
fn unsafe_addresses_are_refused_in_every_disguise() {
    let own_scheme = |scheme: &str| {
        format!(
            "unsafe-link: links with `{scheme}:` are not allowed (links begin with http:, https: or mailto:)"
        )
    };
    let host = |address: &str| {
        format!(
            "unsafe-link: `{address}` leads to another host without a scheme (write https: before it, or a single / \
             for an address of this site)"
        )
    };
    let not_whole = |address: &str| {
        format!(
            "unsafe-link: `{address}` is not a whole address (an address begins with https://, http:// or mailto: and \
             has no blanks)"
        )
    };
    let cases = [
        ("[a](javascript:alert(1))", "5", own_scheme("javascript")),
        ("[a](JaVaScRiPt:alert(1))", "5", own_scheme("JaVaScRiPt")),
        ("[a](data:text/html,x)", "5", own_scheme("data")),
        ("[a](vbscript:x)", "5", own_scheme("vbscript")),
        ("[a](file:///etc/passwd)", "5", own_scheme("file")),
        ("[a](&#106;avascript:x)", "5", own_scheme("javascript")),
        ("[a](javascript&colon;x)", "5", own_scheme("javascript")),
        ("[a](<java&Tab;script:x>)", "5", own_scheme("java\\tscript")),
        ("[a](<java&NewLine;script:x>)", "5", own_scheme("java\\nscript")),
        ("[a](< javascript:x>)", "6", own_scheme("javascript")),
        (
            "[a](java\\script:x)",
            "5",
            "broken-link: `java\\script:x` is not an address from the site's root (write \
             [[kind:id]] for a record, and an address from the root (/…) for other pages and files)"
                .into(),
        ),
        ("<javascript:x>", "2", own_scheme("javascript")),
        ("[a](//host.example/x)", "5", host("//host.example/x")),
        ("[a](&#47;/host.example/x)", "5", host("//host.example/x")),
        ("[a](https:host.example)", "5", not_whole("https:host.example")),
        ("[a](https:///host.example)", "5", not_whole("https:///host.example")),
        ("[a](<https://a b.example>)", "6", not_whole("https://a b.example")),
        ("[a](mailto:)", "5", not_whole("mailto:")),
        ("[a]()", "5", "broken-link: this link has no address (write it between the brackets)".into()),
    ];
    let text: Vec<_> = cases.iter().map(|(text, ..)| format!("{text}\n\n")).collect();
    let expected = cases.iter().enumerate();
    let expected: Vec<_> =
        expected.map(|(at, (_, column, said))| format!("{}:{column} {said}", at * 2 + 1)).collect();
    assert_eq!(said(&text.concat()), expected);
}

#[test]
fn an_unsafe_address_in_a_definition_is_reported_at_the_link() {
    assert_eq!(
        said("See [a][b].\n\n[b]: javascript:x\n"),
        [
            "1:5 unsafe-link: links with `javascript:` are not allowed (links begin with http:, https: or mailto:)"
        ]
    );
}

#[test]
fn a_backslash_in_an_address_leads_to_no_other_host() {
    let reported = said("[a](/\\\\host.example)\n\n[b](/\\\\\\\\host.example)\n");
    assert_eq!(
        reported,
        [
            "1:5 broken-link: the site has no address /\\host.example ()",
            "3:5 broken-link: the site has no address /\\\\host.example ()",
        ]
    );
}

#[test]
fn safe_addresses_of_every_kind_are_taken_over() {
    let text = "[a](https://a.example/?b=1&c=2#d) [b](HTTP://b.example) [c](mailto:c@c.example) <d@d.example> \
         [e](/en/timeline/) [f](#s1)\n\n## One\n";
    let page = Archive::notes(text).build().ok().resolved("en/meetings/a/");
    for link in [
        "<a href=\"https://a.example/?b=1&amp;c=2#d\">a</a>",
        "<a href=\"HTTP://b.example\">b</a>",
        "<a href=\"mailto:c@c.example\">c</a>",
        "<a href=\"mailto:d@d.example\">d@d.example</a>",
        "<a href=\"/en/timeline/\">e</a>",
        "<a href=\"/en/meetings/a/#s1\">f</a>",
    ] {
        assert!(page.contains(link), "{link}: {page}");
    }
}

#[test]
fn a_footnote_that_stands_twice_is_reported_at_the_second() {
    assert_eq!(
        said("a[^n]\n\n[^n]: One.\n\n[^n]: Two.\n"),
        ["5:1 duplicate-id: the footnote `[^n]` stands twice in this text (give one of them another name)"]
    );
}

#[test]
fn a_heading_may_end_in_ruby() {
    let text = "## {総務省|そうむしょう}\n\n## 会合と {総務省|そうむしょう}\n\n### **次**の{漢|かん} ##\n\n\
                {甲|こう}\n---\n\n## {乙|おつ} {#b}\n\n[a](#s1) [b](#s2-1) [c](#s3) [d](#b)\n";
    assert_eq!(said(text), [""; 0]);
    let page = shown(text);
    let ruby =
        |base: &str, reading: &str| format!("<ruby>{base}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby>");
    let mic = ruby("総務省", "そうむしょう");
    for heading in [
        format!("<h2 id=\"s1\">{mic}"),
        format!("<h2 id=\"s2\">会合と {mic}"),
        format!("<h3 id=\"s2-1\"><strong>次</strong>の{}", ruby("漢", "かん")),
        format!("<h2 id=\"s3\">{}", ruby("甲", "こう")),
        format!("<h2 id=\"b\">{}", ruby("乙", "おつ")),
    ] {
        assert!(page.contains(&heading), "{heading}: {page}");
    }
    for (id, words) in [("s1", "総務省"), ("s2", "会合と 総務省"), ("s2-1", "次の漢"), ("s3", "甲")]
    {
        assert!(
            page.contains(&format!("<a href=\"#{id}\" aria-label=\"Link to “{words}”\">")),
            "{id}: {page}"
        );
    }
    assert_eq!(
        said("## A {総務省｜そうむしょう}\n"),
        ["1:10 full-width-syntax: a full-width `｜` makes no ruby (write `{総務省|そうむしょう}`)"]
    );
}

#[test]
fn what_stands_in_braces_at_the_end_of_a_heading_is_reported_unless_it_is_its_anchor() {
    let reported = |column: u32| {
        format!(
            "1:{column} invalid-value: a heading takes `{{#id}}` and nothing else (for braces that are part of the text, write \
             `\\{{`)"
        )
    };
    for other in [
        "## A {.b}\n",
        "## A {bc}\n",
        "## A {|b}\n",
        "## A {b}\n",
        "## A {}\n",
        "## A { }\n",
        "## A {#}\n",
        "## A {.}\n",
        "## A {a b}\n",
        "## A {#a b}\n",
        "## A {#a #b}\n",
        "## A {# b}\n",
        "## A {b=c}\n",
        "## A {注}\n",
        "## A {b}\r\n",
    ] {
        assert_eq!(said(other), [reported(6)], "{other:?}");
    }
    assert_eq!(said("A {b}\n---\n"), [reported(3)]);
    assert_eq!(said("## *A* `c` [d](#s1) {b}\n"), [reported(21)]);
    assert_eq!(said("## {b}\n"), ["1:1 invalid-value: this heading is empty ()".to_owned(), reported(4)]);
}

#[test]
fn braces_behind_a_backslash_are_words_of_a_heading() {
    for (written, id, words) in [
        ("## \\{漢|かん}", "s1", "{漢|かん}"),
        ("## A \\{漢|かん}", "s1", "A {漢|かん}"),
        ("## A \\{b}", "s1", "A {b}"),
        ("## A \\{b\\}", "s1", "A {b}"),
        ("## A \\{#b} ##", "s1", "A {#b}"),
        ("## *A*\\{.bc}", "s1", "<em>A</em>{.bc}"),
        ("A \\{}\n---", "s1", "A {}"),
        ("## A \\{b} {#c}", "c", "A {b}"),
        ("## A {b} c", "s1", "A {b} c"),
        ("## A `{b}`", "s1", "A <code>{b}</code>"),
    ] {
        let text = format!("{written}\n\nText.\n");
        assert_eq!(said(&text), [""; 0], "{written}");
        let page = shown(&text);
        assert!(page.contains(&format!("<h2 id=\"{id}\">{words}</h2>")), "{written}: {page}");
    }
    // A backslash before a backslash leaves the braces as they are.
    let page = shown("## A \\\\{漢|かん}\n\nA \\\\{漢|かん}\n");
    assert_eq!(page.matches("A \\<ruby>漢").count(), 2, "{page}");
}
