//! What is offered in the text of a note.

use super::{ABOUT_EN, Editor, FIRST_EN, FIRST_JA, SECOND_JA};

/// Each place: the file, what stands there, what is typed instead, what is offered, and the line with the first of it.
const PLACES: &[(&str, &str, &str, &[&str], &str)] = &[
    (
        FIRST_JA,
        "[[track:cloud]]と[[organization:bureau|当局]]",
        "[[通信‸と[[organization:bureau|当局]]",
        &[
            "organization:ministry (通信省 · Ministry of Networks)",
            "event:fair (2026-12-01 · 通信見本市 · Fair of networks)",
        ],
        "[[organization:ministry]]と[[organization:bureau|当局]]、[[organization:bureau]]。",
    ),
    (
        FIRST_JA,
        "[[organization:bureau|当局]]",
        "[[organization:‸|当局]]",
        &[
            "ministry (通信省 · Ministry of Networks)",
            "bureau (雲局 · Bureau of Clouds)",
            "office (網庁 · Office of the Net)",
            "association (アソシエーション · R&D Association)",
        ],
        "[[track:cloud]]と[[organization:ministry|当局]]、[[organization:bureau]]。",
    ),
    (
        FIRST_EN,
        "[[track:cloud]] and",
        "[[track:電‸ and",
        &["waves (電波 · Radio waves)"],
        "They spoke of [[track:waves]] and the [[organization:bureau|Bureau]], and [[organization:bureau]].",
    ),
    (
        FIRST_EN,
        "[[document:survey]]",
        "[[document:sur‸vey]]",
        &["survey (A survey)"],
        "- See [[commitment:first/share]], [[commitment:first/view|the view]] and [[document:survey]].",
    ),
    (
        FIRST_EN,
        "[[commitment:first/share]], ",
        "[[commitment:second/a‸]], ",
        &["second/answer (2015-05-01 · 扉を開く。 · Open the doors.)"],
        "- See [[commitment:second/answer]], [[commitment:first/view|the view]] and [[document:survey]].",
    ),
    (
        SECOND_JA,
        "[[event:summit|首脳会合]]",
        "[[event:首‸]]",
        &["summit (2015-05-01 · 南北首脳会合 · Summit of North and South)"],
        "[[meeting:first|第1回]]に続く会合。[[event:summit]]と同じ日に開かれた。[[document:summit-sheet]]を参照。",
    ),
    (
        FIRST_EN,
        "[up](#clouds)",
        "[up](#cl‸)",
        &["clouds (Clouds)"],
        "Go [up](#clouds), to the [timeline](/en/timeline/), to the [text](/statements/first.txt) or [out](https://example.org/?a=1&b=2).",
    ),
    (FIRST_JA, "[上](#clouds)", "[上](#数‸)", &["s2 (数字)"], "[上](#s2)へ。"),
    (
        ABOUT_EN,
        "(/en/meetings/first/#clouds)",
        "(/ja/meetings/first/#クラ‸)",
        &["clouds (クラウド)"],
        "An archive. See [the first meeting](/en/meetings/first/) and [its clouds](/ja/meetings/first/#clouds).",
    ),
    (
        FIRST_EN,
        "(/en/timeline/)",
        "(/en/tim‸)",
        &["/en/timeline/"],
        "Go [up](#clouds), to the [timeline](/en/timeline/), to the [text](/statements/first.txt) or [out](https://example.org/?a=1&b=2).",
    ),
    (
        FIRST_EN,
        "[text](/statements/first.txt)",
        "[text](/statem‸)",
        &["/statements/first.txt"],
        "Go [up](#clouds), to the [timeline](/en/timeline/), to the [text](/statements/first.txt) or [out](https://example.org/?a=1&b=2).",
    ),
    (
        FIRST_JA,
        "![波](/pictures/wave.svg)",
        "![波](‸)",
        &["/favicon.svg", "/pictures/wave.svg"],
        "![波](/favicon.svg)",
    ),
    (FIRST_JA, "## クラウド {#clouds}", "## クラウド {#‸}", &["clouds (Clouds)"], "## クラウド {#clouds}"),
    (
        FIRST_JA,
        "会合は\n",
        "会合はクラウドコン‸\n",
        &["クラウドコンピューティング (クラウドコンピューティング · cloud computing)"],
        "会合はクラウドコンピューティング",
    ),
    (FIRST_JA, "会合は\n", "会合はradio‸\n", &["電波 (電波 · radio wave)"], "会合は電波"),
    (
        FIRST_EN,
        "The sides met",
        "電波‸ The sides met",
        &["radio wave (電波 · radio wave)"],
        "radio wave The sides met *twice*. MIC",
    ),
];

#[test]
fn references_links_and_anchors_are_completed() {
    let editor = Editor::new();
    for (path, from, to, offered, completed) in PLACES.iter().copied() {
        assert_eq!(editor.offered(path, from, to), offered, "{to}");
        assert_eq!(editor.completed(path, from, to), completed, "{to}");
    }
}

#[test]
fn kinds_of_records_come_before_the_colon() {
    let editor = Editor::new();
    let all = editor.offered(FIRST_EN, "[[track:cloud]] and", "[[‸ and");
    assert_eq!(
        all,
        ["meeting", "commitment", "track", "delegation", "organization", "person", "document", "event"]
    );
    assert_eq!(
        editor.completed(FIRST_EN, "[[track:cloud]] and", "[[tr‸ and"),
        "They spoke of [[track: and the [[organization:bureau|Bureau]], and [[organization:bureau]]."
    );
}

#[test]
fn the_front_matter_need_not_be_readable() {
    let editor = Editor::new();
    let text = "---\ntitle: \"\ncommitments: [{\n---\n## 電波 {#waves}\n\n[上](#w‸)\n";
    let offered = editor.completions(&super::Typed::new("content/meetings/new.ja.md", text));
    let offered: Vec<_> = offered.into_iter().map(|it| it.label).collect();
    assert_eq!(offered, ["waves"]);
}
