//! The workbook: a header that stays in view, text that stays text, days that
//! are days, and a print that fits A4 without a visit to the page setup.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook, Worksheet, XlsxError,
};

use crate::error::{NameFault, Place, SheetError};
use crate::sheet::{CELL_LIMIT, COLUMN_LIMIT, Cell, Column, DateStyle, Kind, Page, ROW_LIMIT, Sheet};

/// The font of every cell (BIZ UDPゴシック), by the name that Windows' copy and
/// Google's both answer to. It comes with Windows 10 and later; where it is
/// missing, the family and character set below make Excel take another
/// Japanese sans-serif.
const FONT: &str = "BIZ UDPGothic";
const FONT_FAMILY_SANS: u8 = 2;
const CHARSET_JAPANESE: u8 = 128;
const FONT_POINTS: f64 = 11.0;
/// Half a full-width character of 11 points at 96 dots per inch, in pixels.
const HALF_WIDTH_PIXELS: f64 = 22.0 / 3.0;
const PADDING_PIXELS: f64 = 10.0;
/// What a day needs in either style, in half-width characters: the digits of
/// this font are three quarters of a full-width character, and a day that does
/// not fit shows as `####`.
const SLASHED_WIDTH: u16 = 15;
const ERA_WIDTH: u16 = 19;
const INTEGER_WIDTH: u16 = 7;

/// The Japanese calendar of Excel. Its `e` writes 令和1年, so the days of that
/// year (43586 to 43830 in Excel's count) have a pattern of their own; the one
/// Excel has for it (`ja-JP-x-gannen`) is unknown to other programs.
const ERA_PATTERN: &str = concat!(
    r#"[<43586][$-411]ggge"年"m"月"d"日";"#,
    r#"[>=43831][$-411]ggge"年"m"月"d"日";"#,
    r#"[$-411]ggg"元年"m"月"d"日""#
);

const PAPER_A4: u8 = 9;
const FOOTER_LIMIT: usize = 255;
const NAME_LIMIT: usize = 31;
const EXACT_INTEGER: i64 = 1 << 53;

/// Writes `sheet` as a workbook (`.xlsx`). The same sheet gives the same bytes.
///
/// Line breaks inside a cell become Excel's own (LF).
///
/// # Errors
/// [`SheetError`] when the table is not well formed or exceeds what Excel
/// holds; never a shortened cell.
pub fn xlsx(sheet: &Sheet) -> Result<Vec<u8>, SheetError> {
    sheet.check()?;
    check_limits(sheet)?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(sheet)?);
    let page = workbook.add_worksheet();
    page.set_name(&sheet.name)?;
    write_columns(page, sheet)?;
    write_head(page, sheet)?;
    write_rows(page, sheet)?;
    set_up_view(page, sheet)?;
    set_up_print(page, sheet)?;
    Ok(workbook.save_to_buffer()?)
}

impl From<XlsxError> for SheetError {
    fn from(error: XlsxError) -> Self {
        Self::Library(error.to_string())
    }
}

fn check_limits(sheet: &Sheet) -> Result<(), SheetError> {
    check_name(&sheet.name)?;
    let rows = sheet.title.len() + 1 + sheet.rows.len();
    if rows > ROW_LIMIT {
        return Err(SheetError::TooManyRows { found: rows, limit: ROW_LIMIT });
    }
    if sheet.columns.len() > COLUMN_LIMIT {
        let found = sheet.columns.len();
        return Err(SheetError::TooManyColumns { found, limit: COLUMN_LIMIT });
    }
    let footer = print_footer(sheet);
    check_length(&footer, FOOTER_LIMIT, || Place::Footer)?;
    for (line, text) in sheet.title.iter().enumerate() {
        check_length(text, CELL_LIMIT, || Place::Title { line })?;
    }
    for column in &sheet.columns {
        check_length(&column.name, CELL_LIMIT, || Place::header(column))?;
    }
    for (row, cells) in sheet.rows.iter().enumerate() {
        for (cell, column) in cells.iter().zip(&sheet.columns) {
            check_cell(cell, || Place::cell(row, column))?;
        }
    }
    Ok(())
}

/// Excel's rules for a sheet's name. Its Japanese edition refuses the
/// full-width forms of the forbidden characters, too.
fn check_name(name: &str) -> Result<(), SheetError> {
    let forbidden = |c: &char| c.is_control() || ":\\/?*[]：＼￥／？＊［］".contains(*c);
    let fault = if name.trim().is_empty() {
        NameFault::Blank
    } else if name.encode_utf16().count() > NAME_LIMIT {
        NameFault::TooLong
    } else if let Some(c) = name.chars().find(forbidden) {
        NameFault::Character(c)
    } else if name.starts_with('\'') || name.ends_with('\'') {
        NameFault::Apostrophe
    } else if name.eq_ignore_ascii_case("history") {
        NameFault::Reserved
    } else {
        return Ok(());
    };
    let name = name.to_owned();
    Err(SheetError::SheetName { name, fault })
}

fn check_length(text: &str, limit: usize, place: impl Fn() -> Place) -> Result<(), SheetError> {
    // A UTF-16 unit takes at least one byte: most texts are cleared by this.
    if text.len() <= limit {
        return Ok(());
    }
    let found = text.encode_utf16().count();
    if found > limit {
        return Err(SheetError::TextTooLong { place: place(), found, limit });
    }
    Ok(())
}

fn check_cell(cell: &Cell, place: impl Fn() -> Place) -> Result<(), SheetError> {
    match cell {
        Cell::Text(text) => check_length(text, CELL_LIMIT, place),
        Cell::Date(date) if !(1900..=9999).contains(&date.year()) => {
            Err(SheetError::DateOutOfRange { place: place(), date: *date })
        }
        Cell::Integer(number) if !(-EXACT_INTEGER..=EXACT_INTEGER).contains(number) => {
            Err(SheetError::IntegerOutOfRange { place: place(), number: *number })
        }
        Cell::Date(_) | Cell::Integer(_) | Cell::Empty => Ok(()),
    }
}

fn properties(sheet: &Sheet) -> Result<DocProperties, SheetError> {
    Ok(DocProperties::new()
        .set_title(&sheet.name)
        .set_author(&sheet.author)
        .set_creation_datetime(&excel_date(sheet.made_on)?))
}

fn excel_date(date: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    // The years were checked; a day and a month always fit.
    let year = u16::try_from(date.year()).unwrap_or(u16::MAX);
    let [month, day] = [date.month(), date.day()].map(|n| u8::try_from(n).unwrap_or(u8::MAX));
    ExcelDateTime::from_ymd(year, month, day)
}

fn font() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_family(FONT_FAMILY_SANS)
        .set_font_charset(CHARSET_JAPANESE)
        .set_font_size(FONT_POINTS)
        .set_align(FormatAlign::VerticalCenter)
}

/// Format of text cells: `@` keeps `2-1` a text even when it is typed anew.
fn text_format(kind: Kind) -> Format {
    let format = font().set_num_format("@").set_text_wrap();
    match kind {
        Kind::Text | Kind::Integer => format,
        Kind::Mark | Kind::Date => format.set_align(FormatAlign::Center),
    }
}

fn date_format(style: DateStyle) -> Format {
    let pattern = match style {
        DateStyle::Slashed => "yyyy/m/d",
        DateStyle::Era => ERA_PATTERN,
    };
    font().set_num_format(pattern).set_align(FormatAlign::Center)
}

fn integer_format() -> Format {
    font().set_num_format("0").set_align(FormatAlign::Right)
}

fn column_format(kind: Kind, dates: DateStyle) -> Format {
    match kind {
        Kind::Text | Kind::Mark => text_format(kind),
        Kind::Date => date_format(dates),
        Kind::Integer => integer_format(),
    }
}

/// Widths, and the format of each column, so that a row the office adds by
/// hand looks and behaves like the rows above.
fn write_columns(page: &mut Worksheet, sheet: &Sheet) -> Result<(), SheetError> {
    for (number, column) in (0_u16..).zip(&sheet.columns) {
        page.set_column_width_pixels(number, pixels(column, sheet.dates))?;
        page.set_column_format(number, &column_format(column.kind, sheet.dates))?;
    }
    Ok(())
}

fn pixels(column: &Column, dates: DateStyle) -> u32 {
    let least = match (column.kind, dates) {
        (Kind::Text | Kind::Mark, _) => 1,
        (Kind::Date, DateStyle::Slashed) => SLASHED_WIDTH,
        (Kind::Date, DateStyle::Era) => ERA_WIDTH,
        (Kind::Integer, _) => INTEGER_WIDTH,
    };
    let width = f64::from(column.width.max(least));
    // Excel's own limit is 255 characters of its own measure, 1790 pixels.
    (width * HALF_WIDTH_PIXELS + PADDING_PIXELS).ceil().min(1790.0) as u32
}

fn header_row(sheet: &Sheet) -> u32 {
    u32::try_from(sheet.title.len()).unwrap_or(u32::MAX)
}

fn last_row(sheet: &Sheet) -> u32 {
    u32::try_from(sheet.title.len() + sheet.rows.len()).unwrap_or(u32::MAX)
}

fn last_column(sheet: &Sheet) -> u16 {
    u16::try_from(sheet.columns.len() - 1).unwrap_or(u16::MAX)
}

fn write_head(page: &mut Worksheet, sheet: &Sheet) -> Result<(), SheetError> {
    for (row, line) in (0_u32..).zip(&sheet.title) {
        let format = font().set_num_format("@");
        let format = if row == 0 { format.set_bold().set_font_size(14.0) } else { format };
        page.write_string_with_format(row, 0, line_breaks(line), &format)?;
    }
    let format = text_format(Kind::Mark).set_bold().set_background_color(0x00E3_EAF2).set_border(FormatBorder::Thin);
    for (number, column) in (0_u16..).zip(&sheet.columns) {
        let name = line_breaks(&column.name);
        page.write_string_with_format(header_row(sheet), number, name, &format)?;
    }
    Ok(())
}

fn write_rows(page: &mut Worksheet, sheet: &Sheet) -> Result<(), SheetError> {
    let ruled = |format: Format| format.set_border(FormatBorder::Thin);
    let date = ruled(date_format(sheet.dates));
    let integer = ruled(integer_format());
    let texts: Vec<_> = sheet.columns.iter().map(|c| ruled(text_format(c.kind))).collect();
    for (row, cells) in (header_row(sheet) + 1..).zip(&sheet.rows) {
        for ((column, cell), text) in (0_u16..).zip(cells).zip(&texts) {
            match cell {
                Cell::Text(t) => page.write_string_with_format(row, column, line_breaks(t), text)?,
                Cell::Date(day) => page.write_datetime_with_format(row, column, excel_date(*day)?, &date)?,
                Cell::Integer(n) => page.write_number_with_format(row, column, *n as f64, &integer)?,
                Cell::Empty => page.write_blank(row, column, text)?,
            };
        }
    }
    Ok(())
}

/// CR LF and a lone CR, which Excel would show as `_x000D_`, as LF.
fn line_breaks(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

fn set_up_view(page: &mut Worksheet, sheet: &Sheet) -> Result<(), SheetError> {
    let (header, last, column) = (header_row(sheet), last_row(sheet), last_column(sheet));
    page.set_freeze_panes(header + 1, 0)?;
    page.autofilter(header, 0, last, column)?;
    // Telephone numbers are meant as text: no green corner for them.
    page.ignore_error_range(header, 0, last, column, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

fn set_up_print(page: &mut Worksheet, sheet: &Sheet) -> Result<(), SheetError> {
    let header = header_row(sheet);
    page.set_paper_size(PAPER_A4);
    match sheet.page {
        Page::Landscape => page.set_landscape(),
        Page::Portrait => page.set_portrait(),
    };
    page.set_print_area(0, 0, last_row(sheet), last_column(sheet))?;
    page.set_repeat_rows(header, header)?;
    page.set_print_fit_to_pages(1, 0);
    page.set_print_center_horizontally(true);
    page.set_footer(print_footer(sheet));
    Ok(())
}

/// In a footer `&` begins a code; doubled, it is itself.
fn print_footer(sheet: &Sheet) -> String {
    let text = line_breaks(&sheet.footer).replace('&', "&&");
    if text.is_empty() { "&C&P / &N".to_owned() } else { format!("&L{text}&C&P / &N") }
}

#[cfg(test)]
mod tests;
