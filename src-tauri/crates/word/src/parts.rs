//! Lines and tables of a letter.

use docx_rs::{
    AlignmentType, HeightRule, LineSpacing, Paragraph, Run, RunFonts, Shading, SpecialIndentType, Table,
    TableAlignmentType, TableCell, TableLayoutType, TableRow, VAlignType, WidthType,
};
use entaku_documents::LetterLine;
use entaku_documents::letter::{GOTHIC, SEAL};

/// A millimetre, in twentieths of a point.
pub(crate) const MM: i32 = 57;
/// The width between the margins, in the same.
const WIDTH: usize = 160 * MM as usize;

/// A paragraph or a table.
pub(crate) enum Piece {
    Line(Box<Paragraph>),
    Table(Box<Table>),
}

/// What XML may not hold is left out.
pub(crate) fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !matches!(*c, '\u{fffe}' | '\u{ffff}')).collect()
}

fn run(text: &str, points: usize) -> Run {
    Run::new().add_text(clean(text)).size(points * 2)
}

/// A line in a type of so many points.
pub(crate) fn line(text: &str, points: usize, align: AlignmentType) -> Paragraph {
    Paragraph::new().align(align).add_run(run(text, points))
}

/// The same in the face of large print.
pub(crate) fn plain_line(text: &str, points: usize, align: AlignmentType) -> Paragraph {
    let fonts = RunFonts::new().ascii(GOTHIC).hi_ansi(GOTHIC).east_asia(GOTHIC).cs(GOTHIC);
    Paragraph::new().align(align).add_run(run(text, points).fonts(fonts))
}

/// An empty line of so many points.
pub(crate) fn gap(points: usize) -> Paragraph {
    let spacing = LineSpacing::new().before(0).after(0);
    Paragraph::new().line_spacing(spacing).add_run(Run::new().size(points * 2)).size(points * 2)
}

/// A heading with its characters apart.
pub(crate) fn spread(text: &str, points: usize) -> Paragraph {
    let apart = i32::try_from(points * 20 / 2).unwrap_or_default();
    Paragraph::new().align(AlignmentType::Center).outline_lvl(0).add_run(run(text, points).character_spacing(apart))
}

/// A line in a type so large that it fits the width, of 12 points at least.
pub(crate) fn large(text: &str, points: usize) -> Paragraph {
    let room = WIDTH / 20;
    let fits = room / text.chars().count().max(1);
    line(text, points.min(fits).max(12), AlignmentType::Left)
}

/// Who signs, at the right, with the place of the seal.
pub(crate) fn sealed(text: &str, points: usize, seal: bool) -> Paragraph {
    let paragraph = line(text, points, AlignmentType::Right);
    if seal { paragraph.add_run(seal_mark()) } else { paragraph }
}

fn seal_mark() -> Run {
    run(&format!("　　（{SEAL}）"), 9)
}

/// The numbered lines of a record: number, label, what it says.
pub(crate) fn record(items: &[LetterLine]) -> Table {
    let label = items.iter().map(|i| i.label.chars().count()).max().unwrap_or(0).clamp(2, 14);
    let widths = [400, (label + 1) * 220, WIDTH - 400 - (label + 1) * 220];
    let rows = items.iter().enumerate().map(|(at, item)| {
        let number = (at + 1).to_string();
        let texts = [vec![number], vec![item.label.clone()], item.text.split('\n').map(str::to_owned).collect()];
        TableRow::new(texts.into_iter().zip(widths).map(|(lines, width)| cell(&lines, width, 11)).collect())
    });
    Table::without_borders(rows.collect())
        .set_grid(widths.to_vec())
        .layout(TableLayoutType::Fixed)
        .width(WIDTH, WidthType::Dxa)
}

/// A table to be filled in.
pub(crate) fn blanks(lines: &[LetterLine]) -> Table {
    let widths = [WIDTH * 38 / 100, WIDTH - WIDTH * 38 / 100];
    let row = |line: &LetterLine| {
        let label = cell(std::slice::from_ref(&line.label), widths[0], 11).shading(Shading::new().fill("F0F2F5"));
        let text: Vec<String> = line.text.split('\n').map(str::to_owned).collect();
        let height = if line.text.is_empty() { 12.0 } else { 9.0 } * MM as f32;
        TableRow::new(vec![label, cell(&text, widths[1], 11)]).row_height(height).height_rule(HeightRule::AtLeast)
    };
    let rows = lines.iter().map(row).collect();
    Table::new(rows).set_grid(widths.to_vec()).layout(TableLayoutType::Fixed).width(WIDTH, WidthType::Dxa)
}

/// A head of facts: label and what it says, in frames.
pub(crate) fn facts(lines: &[LetterLine]) -> Table {
    let widths = [WIDTH * 24 / 100, WIDTH - WIDTH * 24 / 100];
    let row = |line: &LetterLine| {
        let label = cell(std::slice::from_ref(&line.label), widths[0], 10).shading(Shading::new().fill("F0F2F5"));
        let text: Vec<String> = line.text.split('\n').map(str::to_owned).collect();
        TableRow::new(vec![label, cell(&text, widths[1], 10)])
    };
    framed(lines.iter().map(row).collect(), widths.to_vec())
}

/// A table with a row of headings; the columns' widths in hundredths.
pub(crate) fn grid(headings: &[&str], shares: &[usize], rows: Vec<Vec<String>>) -> Table {
    let widths: Vec<usize> = shares.iter().map(|share| WIDTH * share / 100).collect();
    let cells = |texts: Vec<String>, fill: Option<&str>| {
        let each = texts.into_iter().zip(&widths).map(|(text, width)| {
            let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
            let cell = cell(&lines, *width, 10);
            fill.map_or_else(|| cell.clone(), |fill| cell.clone().shading(Shading::new().fill(fill)))
        });
        TableRow::new(each.collect())
    };
    let head = cells(headings.iter().map(|h| (*h).to_owned()).collect(), Some("F0F2F5"));
    let all = std::iter::once(head).chain(rows.into_iter().map(|row| cells(row, None))).collect();
    framed(all, widths.clone())
}

fn framed(rows: Vec<TableRow>, widths: Vec<usize>) -> Table {
    Table::new(rows).set_grid(widths).layout(TableLayoutType::Fixed).width(WIDTH, WidthType::Dxa)
}

/// An empty frame over the whole width, to be written in.
pub(crate) fn room() -> Table {
    let row = TableRow::new(vec![cell(&[String::new()], WIDTH, 20)]);
    let row = row.row_height(30.0 * MM as f32).height_rule(HeightRule::AtLeast);
    Table::new(vec![row]).set_grid(vec![WIDTH]).layout(TableLayoutType::Fixed).width(WIDTH, WidthType::Dxa)
}

/// A few lines in a frame at the right, under their heading.
pub(crate) fn boxed(heading: &str, lines: &[String]) -> Table {
    let width = WIDTH * 6 / 10;
    let texts: Vec<String> = std::iter::once(heading.to_owned()).chain(lines.iter().cloned()).collect();
    let row = TableRow::new(vec![cell(&texts, width, 10)]).cant_split();
    Table::new(vec![row])
        .set_grid(vec![width])
        .align(TableAlignmentType::Right)
        .layout(TableLayoutType::Fixed)
        .width(width, WidthType::Dxa)
}

/// Who fills a form in, over a rule.
pub(crate) fn signer(who: &LetterLine, seal: bool) -> Paragraph {
    let blank = "　".repeat(15usize.saturating_sub(who.text.chars().count()));
    let left = i32::try_from(WIDTH * 22 / 100).unwrap_or_default();
    let paragraph = Paragraph::new()
        .indent(Some(left), Some(SpecialIndentType::FirstLine(0)), None, None)
        .line_spacing(LineSpacing::new().before(200))
        .add_run(run(&format!("{}　", who.label), 11))
        .add_run(run(&format!("{}{blank}", who.text), 12).underline("single"));
    if seal { paragraph.add_run(seal_mark()) } else { paragraph }
}

fn cell(lines: &[String], width: usize, points: usize) -> TableCell {
    let cell = TableCell::new().width(width, WidthType::Dxa).vertical_align(VAlignType::Center);
    lines.iter().fold(cell, |cell, text| cell.add_paragraph(line(text, points, AlignmentType::Left)))
}
