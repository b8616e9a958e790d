//! The sheet that explains the other one, in both languages.

use super::{
    column::SheetColumn,
    values::{judges, statuses},
};
use crate::{
    lang::{Lang, PerLang},
    site::Site,
    theme::Strings,
};

/// The guide.
#[derive(Debug)]
pub(super) struct SheetGuide {
    /// Its parts, one below the other.
    pub(super) parts: Vec<GuidePart>,
}

/// A part of the guide.
#[derive(Debug)]
pub(super) struct GuidePart {
    /// The column that may have one of its words, if they are a list.
    pub(super) list_of: Option<SheetColumn>,
    /// What it is about.
    pub(super) title: PerLang<String>,
    /// Its words, each with what it means; a sentence has none.
    pub(super) lines: Vec<(String, PerLang<String>)>,
}

/// The guide to the sheet of a site.
pub(super) fn guide(site: &Site, strings: PerLang<&Strings>) -> SheetGuide {
    let title = &site.config.title;
    let about = GuidePart {
        list_of: None,
        title: pair("How to fill in this sheet", "記入要領"),
        lines: [(String::new(), PerLang::of(|lang| title.get(lang).unwrap_or_default().to_owned()))]
            .into_iter()
            .chain(sentences(PURPOSE))
            .collect(),
    };
    let columns = COLUMNS.iter().map(|(column, en, ja)| (column.name().to_owned(), pair(en, ja)));
    let columns =
        GuidePart { list_of: None, title: pair("The columns", "列の説明"), lines: columns.collect() };
    let back = GuidePart {
        list_of: None,
        title: pair("How to send it back", "返送の方法"),
        lines: sentences(BACK).collect(),
    };
    let parts = vec![about, columns, back, status_words(strings), judge_words(site, strings), sources(site)];
    SheetGuide { parts }
}

const PURPOSE: &[(&str, &str)] = &[
    (
        "Each row of the sheet “Commitments” is something that a meeting set down and that can be carried out. Fill in the rows of \
         which a document says what became of them, and leave the others empty.",
        "シート「Commitments」の各行は、会合で定められ、実施の対象となる事項である。その後の状況を示す資料がある行に記入し、ほかの行は\
         空欄のままとする。",
    ),
    (
        "A row that is filled in needs status, date, by and source. To pass two judgements on one commitment, copy its row below the last.",
        "記入する行には、status、date、by、sourceのすべてが必要である。一つの事項について二つの評価を記入する場合は、その行を最終行の下に複写する。",
    ),
];

const BACK: &[(&str, &str)] = &[
    (
        "Save the file as an Excel workbook (.xlsx) or as CSV in UTF-8, and send it back to those who keep the archive.",
        "Excelブック（.xlsx）又はUTF-8のCSVとして保存し、アーカイブの担当者に返送する。",
    ),
    (
        "Rows may be sorted, hidden or deleted. Leave the headers and the grey cells as they are, and merge no cells.",
        "行の並べ替え、非表示、削除は差し支えない。見出しと灰色のセルは変更せず、セルを結合しない。",
    ),
];

const COLUMNS: &[(SheetColumn, &str, &str)] = &[
    (SheetColumn::Id, "The id of the commitment. Locked.", "事項の識別子。固定。"),
    (
        SheetColumn::Meeting,
        "The first day of the meeting, and its title. Locked.",
        "会合の初日及び名称。固定。",
    ),
    (SheetColumn::Track, "The policy track. Locked.", "政策分野。固定。"),
    (SheetColumn::TextEn, "The text in English. Locked.", "英語の文。固定。"),
    (SheetColumn::TextJa, "The text in Japanese. Locked.", "日本語の文。固定。"),
    (SheetColumn::Status, "One of the words below, from the list.", "下記の語を一覧から選ぶ。"),
    (
        SheetColumn::Date,
        "The day of the judgement: 2026-11-30, 2026/11/30 or 令和8年11月30日.",
        "評価の日。2026-11-30、2026/11/30、令和8年11月30日のいずれの形でもよい。",
    ),
    (
        SheetColumn::By,
        "Who judges: one of the words below, from the list.",
        "評価の主体。下記の語を一覧から選ぶ。",
    ),
    (
        SheetColumn::Source,
        "The document that says so, by its id below. One that is not in the list has to be added to the archive first.",
        "根拠となる資料。下記の識別子で記す。一覧にない資料は、先にアーカイブへの追加が必要である。",
    ),
    (
        SheetColumn::Note,
        "A remark, if there is one: in English, in Japanese, or in both on lines of their own.",
        "備考（任意）。英語、日本語のいずれか、又は行を分けて両方で記す。",
    ),
];

fn pair(en: &str, ja: &str) -> PerLang<String> {
    PerLang::of(|lang| match lang {
        Lang::En => en.to_owned(),
        Lang::Ja => ja.to_owned(),
    })
}

fn sentences(
    sentences: &'static [(&'static str, &'static str)],
) -> impl Iterator<Item = (String, PerLang<String>)> {
    sentences.iter().map(|(en, ja)| (String::new(), pair(en, ja)))
}

fn status_words(strings: PerLang<&Strings>) -> GuidePart {
    let lines = statuses().into_iter().map(|status| {
        let key = format!("outcome-{status}");
        let meaning = |lang: Lang| {
            let strings = strings[lang];
            let [name, definition] = [&key, &format!("{key}-definition")].map(|key| strings.plain(key));
            // As the title of a list and what stands below it.
            format!("{name}\n{definition}")
        };
        (status.to_owned(), PerLang::of(meaning))
    });
    GuidePart {
        list_of: Some(SheetColumn::Status),
        title: pair("The words for status", "statusの語"),
        lines: lines.collect(),
    }
}

fn judge_words(site: &Site, strings: PerLang<&Strings>) -> GuidePart {
    let lines = judges(site).into_iter().map(|judge| {
        let delegation = site.delegations.find(judge).map(|id| &site.delegations[id].name);
        let name = |lang| match delegation {
            Some(name) => name.get(lang).unwrap_or_default(),
            None => strings[lang].plain(&format!("party-{judge}")),
        };
        (judge.to_owned(), PerLang::of(|lang| name(lang).to_owned()))
    });
    GuidePart {
        list_of: Some(SheetColumn::By),
        title: pair("Who judges (by)", "評価の主体（by）"),
        lines: lines.collect(),
    }
}

fn sources(site: &Site) -> GuidePart {
    let lines = site.documents.iter().map(|(_, document)| {
        let date = document.date.map(|date| format!(" ({date})")).unwrap_or_default();
        let title = |lang| document.title.get(lang).map(|title| format!("{title}{date}")).unwrap_or_default();
        (document.id.clone(), PerLang::of(title))
    });
    GuidePart {
        list_of: Some(SheetColumn::Source),
        title: pair("The documents (source)", "資料（source）"),
        lines: lines.collect(),
    }
}
