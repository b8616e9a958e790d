//! A sheet as a workbook of Excel: the rows with drop-downs, what the archive fills in locked, and the guide.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Formula, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::{
    column::SheetColumn,
    guide::{GuidePart, SheetGuide},
    row::CommitmentRow,
};
use crate::lang::{Lang, PerLang, lines};

/// The names of the two sheets.
const SHEET: &str = "Commitments";
const GUIDE: &str = "Guide";

/// A font that Office has on every system, with Japanese.
const FONT: &str = "Yu Gothic";

/// The widths of the columns of the guide.
const GUIDE_WIDTHS: [f64; 3] = [28.0, 64.0, 64.0];

/// Rows below the last that have drop-downs too, for rows that are copied.
const SPARE_ROWS: u32 = 200;

/// What stands where a day is written: Excel shows what it takes for one so.
const DAY: &str = "yyyy-mm-dd";

/// The looks of cells.
struct Looks {
    locked_header: Format,
    open_header: Format,
    locked: Format,
    open: Format,
    day: Format,
    below: Format,
    title: Format,
    word: Format,
    text: Format,
}

impl Looks {
    fn new() -> Self {
        let base = || Format::new().set_font_name(FONT).set_font_size(10).set_align(FormatAlign::Top);
        let cell = || base().set_text_wrap().set_border(FormatBorder::Thin).set_border_color("#BFBFBF");
        let header = || cell().set_bold().set_align(FormatAlign::VerticalCenter);
        Self {
            locked_header: header().set_background_color("#D9D9D9"),
            open_header: header().set_background_color("#FFE699"),
            locked: cell().set_background_color("#F2F2F2"),
            // What is typed there is a text and never a formula.
            open: cell().set_unlocked().set_num_format("@"),
            day: cell().set_unlocked().set_num_format(DAY),
            below: base().set_text_wrap().set_unlocked(),
            title: base().set_bold().set_font_size(12),
            word: base().set_text_wrap().set_bold(),
            text: base().set_text_wrap(),
        }
    }

    fn of(&self, column: SheetColumn) -> &Format {
        match column {
            SheetColumn::Date => &self.day,
            column if column.is_fixed() => &self.locked,
            _ => &self.open,
        }
    }
}

/// The workbook, the same for the same rows.
pub(super) fn written(rows: &[CommitmentRow], guide: &SheetGuide) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let mut sheet = Worksheet::new();
    write_rows(&mut sheet, rows, &looks)?;
    let mut explanation = Worksheet::new();
    let lists = write_guide(&mut explanation, guide, &looks)?;
    add_lists(&mut sheet, rows.len(), &lists)?;
    let mut workbook = Workbook::new();
    // A file says when it was made, and the same rows are to give the same file.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    workbook.push_worksheet(sheet);
    workbook.push_worksheet(explanation);
    workbook.save_to_buffer()
}

fn write_rows(sheet: &mut Worksheet, rows: &[CommitmentRow], looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name(SHEET)?;
    for column in SheetColumn::ALL {
        let at = number(*column);
        sheet.set_column_width(at, width(*column))?;
        sheet.set_column_format(at, &looks.below)?;
        let header = if column.is_fixed() { &looks.locked_header } else { &looks.open_header };
        sheet.write_string_with_format(0, at, column.name(), header)?;
    }
    for (row, line) in (1..).zip(rows) {
        for column in SheetColumn::ALL {
            let look = looks.of(*column);
            match line.cells.get(column.index()) {
                Some(text) => sheet.write_string_with_format(row, number(*column), text, look)?,
                None => sheet.write_blank(row, number(*column), look)?,
            };
        }
        let heights = SheetColumn::ALL.iter().zip(&line.cells);
        sheet.set_row_height(row, height(heights.map(|(column, text)| (text.as_str(), width(*column)))))?;
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.autofilter(0, 0, last_row(rows.len()), number(SheetColumn::Note))?;
    sheet.set_selection(1, number(SheetColumn::Status), 1, number(SheetColumn::Status))?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    sheet.protect_with_options(&ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    });
    Ok(())
}

/// Where the words of a column are listed in the guide, by the numbers of their rows from 1.
type WordList = (SheetColumn, u32, u32);

fn write_guide(sheet: &mut Worksheet, guide: &SheetGuide, looks: &Looks) -> Result<Vec<WordList>, XlsxError> {
    sheet.set_name(GUIDE)?;
    for (column, width) in (0..).zip(GUIDE_WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let mut lists = Vec::new();
    let mut row = 0;
    for part in &guide.parts {
        write_line(sheet, row, "", &part.title, [&looks.title; 2])?;
        let first = row + 1;
        for (word, meaning) in &part.lines {
            row += 1;
            write_line(sheet, row, word, meaning, [&looks.word, &looks.text])?;
        }
        let GuidePart { list_of, lines, .. } = part;
        lists.extend(list_of.filter(|_| !lines.is_empty()).map(|column| (column, first + 1, row + 1)));
        row += 2;
    }
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.protect();
    Ok(lists)
}

fn write_line(
    sheet: &mut Worksheet,
    row: u32,
    word: &str,
    meaning: &PerLang<String>,
    [of_word, of_text]: [&Format; 2],
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, 0, word, of_word)?;
    sheet.write_string_with_format(row, 1, &meaning[Lang::En], of_text)?;
    sheet.write_string_with_format(row, 2, &meaning[Lang::Ja], of_text)?;
    let texts = [word, &meaning[Lang::En], &meaning[Lang::Ja]];
    sheet.set_row_height(row, height(texts.into_iter().zip(GUIDE_WIDTHS)))?;
    Ok(())
}

/// Adds the drop-downs, and what is shown beside a cell that is chosen.
fn add_lists(sheet: &mut Worksheet, rows: usize, lists: &[WordList]) -> Result<(), XlsxError> {
    let last = last_row(rows) + SPARE_ROWS;
    for (column, hint) in HINTS {
        let words = lists.iter().find(|(of, ..)| of == column);
        let mut validation = match words {
            Some((_, first, last)) => DataValidation::new()
                .allow_list_formula(Formula::new(format!("={GUIDE}!$A${first}:$A${last}"))),
            None => DataValidation::new().allow_any_value(),
        };
        validation = validation.set_input_title(column.name())?.set_input_message(*hint)?;
        validation = match column {
            // A document may have to be added to the archive first.
            SheetColumn::Source => {
                validation.set_error_style(DataValidationErrorStyle::Warning).set_error_message(
                    "No document of the archive has this id.\nこの識別子の資料は未収録である。",
                )?
            }
            _ => validation.set_error_message("Choose a word from the list.\n一覧から選ぶこと。")?,
        };
        sheet.add_data_validation(1, number(*column), last, number(*column), &validation)?;
    }
    Ok(())
}

const HINTS: &[(SheetColumn, &str)] = &[
    (SheetColumn::Status, "How it stands, from the list.\n状況を一覧から選ぶ。"),
    (SheetColumn::Date, "The day of the judgement, such as 2026-11-30.\n評価の日（例：2026-11-30）。"),
    (SheetColumn::By, "Who judges, from the list.\n評価の主体を一覧から選ぶ。"),
    (SheetColumn::Source, "The document that says so, from the list.\n根拠となる資料を一覧から選ぶ。"),
    (SheetColumn::Note, "A remark, if there is one.\n備考（任意）。"),
];

/// How high a row is that shows these texts whole, each in a column of a width: not every program finds that out itself.
fn height<'t>(cells: impl Iterator<Item = (&'t str, f64)>) -> f64 {
    let lines = cells.map(|(text, width)| {
        // A column is as wide as so many digits; some letters are wider.
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the widths are small numbers"
        )]
        let letters = (width * 0.9) as usize;
        text.lines().map(|line| lines(line, letters).len().max(1)).sum()
    });
    let lines = lines.max().unwrap_or(1).max(1);
    LINE * f64::from(u16::try_from(lines).unwrap_or(u16::MAX)).min(MAX_LINES) + 4.0
}

/// The height of a line, in points, and how many lines a row can have.
const LINE: f64 = 14.0;
const MAX_LINES: f64 = 28.0;

fn last_row(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX - SPARE_ROWS)
}

fn number(column: SheetColumn) -> u16 {
    u16::try_from(column.index()).unwrap_or_default()
}

fn width(column: SheetColumn) -> f64 {
    match column {
        SheetColumn::Id | SheetColumn::Meeting => 30.0,
        SheetColumn::Track => 20.0,
        SheetColumn::TextEn | SheetColumn::TextJa => 52.0,
        SheetColumn::Status => 16.0,
        SheetColumn::Date => 12.0,
        SheetColumn::By => 14.0,
        SheetColumn::Source => 26.0,
        SheetColumn::Note => 40.0,
    }
}
