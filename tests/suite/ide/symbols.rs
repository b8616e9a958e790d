//! What a file holds, and the records of the whole archive.

use super::{Editor, FIRST_JA};
use taiwa::ide::{OpenDocument, Symbol, document_symbols, workspace_symbols};

/// Each symbol on a line, indented by its level: its name, its detail, and what its selection holds.
fn outline(text: &str, symbols: &[Symbol], depth: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for symbol in symbols {
        let detail = symbol.detail.as_deref().unwrap_or("-");
        lines.push(format!(
            "{}{} | {detail} | {}",
            "  ".repeat(depth),
            symbol.name,
            &text[symbol.selection.clone()]
        ));
        assert!(symbol.range.start <= symbol.selection.start && symbol.selection.end <= symbol.range.end);
        lines.extend(outline(text, &symbol.children, depth + 1));
    }
    lines
}

#[test]
fn a_note_holds_commitments_documents_and_headings() {
    let editor = Editor::new();
    let text = editor.text(FIRST_JA);
    let symbols = document_symbols(OpenDocument { path: FIRST_JA, text });
    assert_eq!(
        outline(text, &symbols, 0),
        [
            "好事例 | share | share",
            "試験を続ける。 | go-on | go-on",
            "電波は重要である。 | view | view",
            "新法を歓迎する。 | welcome | welcome",
            "試験について報告する。 | told | told",
            "開かれた扉を求める。 | asked | asked",
            "再び会合を開く。 | meet-again | meet-again",
            "電波に関する覚書 | accord | accord",
            "共同声明 | statement | statement",
            "クラウド | #clouds | ## クラウド {#clouds}",
            "  その一 | - | ### その一",
            "  その二 | - | ### その二",
            "数字 | - | ## 数字",
        ]
    );
}

#[test]
fn a_registry_holds_its_entries() {
    let editor = Editor::new();
    for (path, expected) in [
        (
            "content/tracks.yaml",
            &[
                "Clouds · クラウド | cloud | cloud",
                "Radio waves · 電波 | waves | waves",
                "A track without commitments · 成果のない分野 | quiet | quiet",
            ][..],
        ),
        (
            "content/glossary.yaml",
            &[
                "radio wave · 電波 | - | radio wave",
                "cloud computing · クラウドコンピューティング | - | cloud computing",
            ],
        ),
        (
            "content/delegations.yaml",
            &[
                "North · 北国 | north | north",
                "South · 南国 | south | south",
                "Industry of the North · 北国産業界 | north-industry | north-industry",
            ],
        ),
    ] {
        let text = editor.text(path);
        assert_eq!(outline(text, &document_symbols(OpenDocument { path, text }), 0), expected);
    }
    let half = "cloud:\n  title: {en: Clouds\nwaves:\n  ti";
    let symbols = document_symbols(OpenDocument { path: "content/tracks.yaml", text: half });
    assert_eq!(outline(half, &symbols, 0), ["Clouds | cloud | cloud", "waves | - | waves"]);
}

#[test]
fn records_are_found_by_id_and_by_title_in_both_languages() {
    let editor = Editor::new();
    let found = |query: &str| {
        let symbols = workspace_symbols(&editor.archive(), query);
        symbols
            .into_iter()
            .map(|(symbol, path)| format!("{} | {} | {path}", symbol.name, symbol.detail.unwrap()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        found("ｸﾗｳﾄﾞ"),
        [
            "クラウド · Clouds | cloud | content/tracks.yaml",
            "クラウドコンピューティング · cloud computing | クラウドコンピューティング | content/glossary.yaml"
        ]
    );
    assert_eq!(found("ministry"), ["通信省 · Ministry of Networks | ministry | content/organizations.yaml"]);
    assert_eq!(found("みなみ"), ["南花子 · Hanako Minami | hanako-minami | content/people.yaml"]);
    assert_eq!(
        found("first/vi"),
        ["電波は重要である。 · Waves matter. | first/view | content/meetings/2014/first.en.md"]
    );
    assert_eq!(found("about"), ["このアーカイブについて · About | about | content/pages/about.ja.md"]);
    assert!(found("").len() > 30);
    assert_eq!(found("zzz"), Vec::<String>::new());
}
