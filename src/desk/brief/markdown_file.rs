//! A brief in Markdown.

use super::blocks::{Brief, BriefBlock, BriefPart, Cell};

pub(super) fn written(brief: &Brief) -> String {
    brief.parts.iter().map(part).collect::<Vec<_>>().join("\n")
}

fn part(part: &BriefPart) -> String {
    let mut text = format!("# {}\n", escaped(&part.title));
    if let Some(mark) = part.mark {
        text.extend(["\n**", mark, "**\n"]);
    }
    let mut is_list = false;
    for block in &part.blocks {
        let is_item = matches!(block, BriefBlock::Item(_));
        if !(is_item && is_list) {
            text.push('\n');
        }
        is_list = is_item;
        match block {
            BriefBlock::Heading(level, title) => {
                text.extend([&"#".repeat(*level), " ", &escaped(title), "\n"]);
            }
            BriefBlock::Paragraph(words) => text.extend([&escaped(words), "\n"]),
            BriefBlock::Item(words) => text.extend(["- ", &escaped(words), "\n"]),
            BriefBlock::Table { head, rows } => {
                text.push_str(&row(head.iter().map(|name| escaped(name))));
                text.push_str(&row(head.iter().map(|_| "---".to_owned())));
                text.extend(rows.iter().map(|cells| row(cells.iter().map(cell))));
            }
        }
    }
    text
}

fn row(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

fn cell(cell: &Cell) -> String {
    escaped(&cell.text).replace('\n', "<br>")
}

/// A text in which no sign means anything.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
