//! A brief as a page that stands alone: it names no other file, and no address.

use super::blocks::{Brief, BriefBlock, BriefPart, Cell};
use crate::{html::escape, lang::Lang};

/// The looks of the page, on a screen and on paper.
const STYLE: &str = "\
body{max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b2430;font:1rem/1.6 'Segoe UI',Arial,sans-serif}
:lang(ja){font-family:'Hiragino Sans','Yu Gothic','Noto Sans CJK JP',Meiryo,sans-serif;line-height:1.75}
h1,h2{color:#12355b}h2{margin-top:2.5rem;border-bottom:1px solid #d5dbe3}
table{width:100%;border-collapse:collapse;margin:1rem 0}
th,td{padding:.4rem .6rem;border:1px solid #b6c0cc;text-align:start;vertical-align:top}
th{background:#f5f7fa}td:first-child{min-width:9em}
article+article{margin-top:4rem;break-before:page}
.mark{padding:.4rem .6rem;color:#6b4a00;background:#fff3cd;font-weight:700}
@media print{.mark{position:fixed;top:0;right:0;margin:0}tr{break-inside:avoid}h2,h3,h4{break-after:avoid}}
";

pub(super) fn written(brief: &Brief) -> String {
    let lang = brief.parts.first().map_or(Lang::En, |part| part.lang);
    let titles: Vec<_> = brief.parts.iter().map(|part| escape(&part.title)).collect();
    let parts: String = brief.parts.iter().map(part).collect();
    let (code, title) = (lang.code(), titles.join(" / "));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{parts}</main>\n</body>\n</html>\n"
    )
}

fn part(part: &BriefPart) -> String {
    let mut html = format!("<article lang=\"{}\">\n<h1>{}</h1>\n", part.lang.code(), escape(&part.title));
    if let Some(mark) = part.mark {
        html.extend(["<p class=\"mark\">", &escape(mark), "</p>\n"]);
    }
    let mut is_list = false;
    for block in &part.blocks {
        let is_item = matches!(block, BriefBlock::Item(_));
        match (is_list, is_item) {
            (false, true) => html.push_str("<ul>\n"),
            (true, false) => html.push_str("</ul>\n"),
            _ => {}
        }
        is_list = is_item;
        html.push_str(&block_html(block, part.lang));
    }
    if is_list {
        html.push_str("</ul>\n");
    }
    html + "</article>\n"
}

fn block_html(block: &BriefBlock, lang: Lang) -> String {
    match block {
        BriefBlock::Heading(level, title) => format!("<h{level}>{}</h{level}>\n", escape(title)),
        BriefBlock::Paragraph(words) => format!("<p>{}</p>\n", escape(words)),
        BriefBlock::Item(words) => format!("<li>{}</li>\n", escape(words)),
        BriefBlock::Table { head, rows } => table(head, rows, lang),
    }
}

fn table(head: &[&str], rows: &[Vec<Cell>], lang: Lang) -> String {
    let mut html = "<table>\n<thead><tr>".to_owned();
    for name in head {
        html.extend(["<th scope=\"col\">", &escape(name), "</th>"]);
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    for cells in rows {
        html.push_str("<tr>");
        html.extend(cells.iter().map(|it| cell(it, lang)));
        html.push_str("</tr>\n");
    }
    html + "</tbody>\n</table>\n"
}

fn cell(cell: &Cell, lang: Lang) -> String {
    let text = escape(&cell.text).replace('\n', "<br>");
    if cell.lang == lang {
        format!("<td>{text}</td>")
    } else {
        format!("<td lang=\"{}\">{text}</td>", cell.lang.code())
    }
}
