//! A brief as a document of Word, with real headings and tables.

use docx_rs::{
    Docx, Footer, Header, LineSpacing, PageMargin, PageNum, Paragraph, Run, RunFonts, Shading, Style,
    StyleType, Table, TableCell, TableRow, WidthType,
};
use std::io::Cursor;

use super::blocks::{Brief, BriefBlock, BriefPart, Cell};
use crate::lang::width;

/// Fonts that Word has on every system: one for Latin, one for Japanese.
const LATIN: &str = "Calibri";
const JAPANESE: &str = "Yu Gothic";

/// How wide a page of A4 is between its margins, in twentieths of a point.
const TEXT_WIDTH: usize = 9638;

/// The style of what is no heading.
const TEXT: &str = "Normal";

const MARGIN: i32 = 1134;

/// A file says when it was made, and the same archive is to give the same file.
const MADE: &str = "2000-01-01T00:00:00Z";

pub(super) fn written(brief: &Brief) -> Option<Vec<u8>> {
    let mut docx = styled(Docx::new());
    let marks: Vec<_> = brief.parts.iter().filter_map(|part| part.mark).collect();
    if !marks.is_empty() {
        let mark = in_style(TEXT, Run::new().add_text(marks.join(" / ")).bold());
        docx = docx.header(Header::new().add_paragraph(mark));
    }
    docx =
        docx.footer(Footer::new().add_paragraph(Paragraph::new().style(TEXT).add_page_num(PageNum::new())));
    for (at, part) in brief.parts.iter().enumerate() {
        docx = with_part(docx, part, at > 0);
    }
    let mut bytes = Cursor::new(Vec::new());
    docx.build().pack(&mut bytes).ok()?;
    Some(bytes.into_inner())
}

fn styled(docx: Docx) -> Docx {
    let fonts = RunFonts::new().ascii(LATIN).hi_ansi(LATIN).east_asia(JAPANESE);
    let margin = PageMargin::new().top(MARGIN).bottom(MARGIN).left(MARGIN).right(MARGIN);
    let docx = docx.default_fonts(fonts).default_size(21).page_size(11906, 16838).page_margin(margin);
    let docx = docx.created_at(MADE).updated_at(MADE);
    // The library cannot say which style stands where none is named: each paragraph names its own.
    let docx = docx.add_style(Style::new(TEXT, StyleType::Paragraph).name(TEXT));
    // Half points.
    let sizes = [36, 28, 24, 22];
    (1..).zip(sizes).fold(docx, |docx, (level, size)| {
        let style = Style::new(style_of(level), StyleType::Paragraph)
            .name(format!("heading {level}"))
            .size(size)
            .bold()
            .color("12355B")
            .outline_lvl(level - 1)
            .line_spacing(LineSpacing::new().before(240).after(80));
        docx.add_style(style)
    })
}

fn style_of(level: usize) -> String {
    format!("Heading{level}")
}

fn with_part(docx: Docx, part: &BriefPart, is_later: bool) -> Docx {
    let title = in_style(&style_of(1), Run::new().add_text(&part.title));
    let docx = docx.add_paragraph(title.page_break_before(is_later));
    part.blocks.iter().fold(docx, |docx, block| match block {
        BriefBlock::Heading(level, title) => {
            docx.add_paragraph(in_style(&style_of(*level), Run::new().add_text(title)).keep_next(true))
        }
        BriefBlock::Paragraph(words) => docx.add_paragraph(paragraph(words)),
        BriefBlock::Item(words) => {
            docx.add_paragraph(paragraph(&format!("• {words}")).indent(Some(284), None, None, None))
        }
        BriefBlock::Table { head, rows } => docx.add_table(table(head, rows)),
    })
}

fn paragraph(words: &str) -> Paragraph {
    in_style(TEXT, Run::new().add_text(words)).line_spacing(LineSpacing::new().before(60).after(60))
}

fn in_style(style: &str, run: Run) -> Paragraph {
    Paragraph::new().style(style).add_run(run)
}

fn table(head: &[&str], rows: &[Vec<Cell>]) -> Table {
    let widths = widths(head, rows);
    let header = TableRow::new(
        head.iter()
            .zip(&widths)
            .map(|(name, width)| {
                TableCell::new()
                    .width(*width, WidthType::Dxa)
                    .shading(Shading::new().fill("E8EDF3"))
                    .add_paragraph(in_style(TEXT, Run::new().add_text(*name).bold()).keep_next(true))
            })
            .collect(),
    );
    let rows = rows.iter().map(|cells| {
        let cells = cells.iter().zip(&widths);
        TableRow::new(cells.map(|(it, width)| cell(it).width(*width, WidthType::Dxa)).collect()).cant_split()
    });
    let rows = [header].into_iter().chain(rows).collect();
    Table::new(rows).set_grid(widths).width(TEXT_WIDTH, WidthType::Dxa)
}

fn cell(cell: &Cell) -> TableCell {
    let lines = cell.text.split('\n');
    lines.fold(TableCell::new(), |table_cell, line| {
        table_cell.add_paragraph(in_style(TEXT, Run::new().add_text(line)))
    })
}

/// A column is as wide as its longest text asks for, within bounds.
fn widths(head: &[&str], rows: &[Vec<Cell>]) -> Vec<usize> {
    let longest = |at: usize| {
        let cells = rows.iter().filter_map(|cells| cells.get(at)).map(|cell| width(&cell.text));
        cells.chain(head.get(at).map(|name| width(name))).max().unwrap_or_default().clamp(16, 60)
    };
    let longest: Vec<_> = (0..head.len()).map(longest).collect();
    let whole: usize = longest.iter().sum();
    longest.into_iter().map(|it| TEXT_WIDTH * it / whole.max(1)).collect()
}
