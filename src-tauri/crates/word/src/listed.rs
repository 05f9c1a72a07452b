//! A listing as `.docx`: headings that Word knows as such, running text, tables.

use crate::parts::{MM, gap, line};
use crate::{A3, A4, MARGIN, WordError};
use docx_rs::{
    AlignmentType, Docx, PageMargin, PageOrientationType, Paragraph, RunFonts, Shading, Table, TableCell,
    TableLayoutType, TableRow, VAlignType, WidthType,
};
use entaku_documents::listed::GOTHIC;
use entaku_documents::{Audience, ListedPaper, ListedTable, ProposalPaper};

/// A listing as the bytes of a `.docx`. The same listing gives the same bytes.
///
/// # Errors
/// [`WordError`] where the writer fails.
pub fn listed_docx(listing: &ListedPaper) -> Result<Vec<u8>, WordError> {
    let (document, room) = sheet(listing.landscape, listing.a3);
    let mut document = document
        .add_paragraph(line(&listing.council, 11, AlignmentType::Center))
        .add_paragraph(line(&listing.title, 16, AlignmentType::Center).outline_lvl(0));
    let edition = (listing.audience != Audience::Members).then(|| listing.audience.label().to_owned());
    for text in listing.lines.iter().cloned().chain(edition) {
        document = document.add_paragraph(line(&text, 10, AlignmentType::Right));
    }
    packed(with_parts(document, listing, room))
}

/// A proposal (提言書) as the bytes of a `.docx`: a face like a letter's, then its parts.
///
/// # Errors
/// [`WordError`] where the writer fails.
pub fn proposal_docx(paper: &ProposalPaper) -> Result<Vec<u8>, WordError> {
    let (mut document, room) = sheet(false, false);
    let edition = (paper.audience != Audience::Members).then(|| paper.audience.label().to_owned());
    for text in [&paper.number, &paper.date].into_iter().chain(&edition).filter(|t| !t.is_empty()) {
        document = document.add_paragraph(line(text, 11, AlignmentType::Right));
    }
    document = document.add_paragraph(gap(11));
    for text in &paper.to {
        document = document.add_paragraph(line(text, 12, AlignmentType::Left));
    }
    document = document.add_paragraph(gap(11));
    for text in &paper.from {
        document = document.add_paragraph(line(text, 11, AlignmentType::Right));
    }
    document = document
        .add_paragraph(gap(16))
        .add_paragraph(line(&paper.title, 16, AlignmentType::Center).outline_lvl(0))
        .add_paragraph(gap(8));
    for text in &paper.lead {
        document = document.add_paragraph(line(&format!("　{text}"), 11, AlignmentType::Both));
    }
    packed(with_parts(document, &paper.listing(), room))
}

/// An empty sheet, and the room between its margins.
fn sheet(landscape: bool, a3: bool) -> (Docx, usize) {
    let margin =
        PageMargin { top: MARGIN, left: MARGIN, bottom: MARGIN, right: MARGIN, header: 720, footer: 720, gutter: 0 };
    let fonts = RunFonts::new().ascii(GOTHIC).hi_ansi(GOTHIC).east_asia(GOTHIC).cs(GOTHIC);
    let size = if a3 { A3 } else { A4 };
    let (width, height) = if landscape { (size.1, size.0) } else { size };
    let mut document = Docx::new().page_size(width, height).page_margin(margin).default_fonts(fonts).default_size(21);
    if landscape {
        document = document.page_orient(PageOrientationType::Landscape);
    }
    let room = usize::try_from(width).unwrap_or_default().saturating_sub(2 * 25 * MM as usize);
    (document, room)
}

/// The parts of a listing, and the lines at its end.
fn with_parts(mut document: Docx, listing: &ListedPaper, room: usize) -> Docx {
    for part in &listing.parts {
        if !part.heading.is_empty() {
            let (size, level) = if part.rank > 1 { (11, 2) } else { (13, 1) };
            document = document
                .add_paragraph(gap(8))
                .add_paragraph(line(&part.heading, size, AlignmentType::Left).outline_lvl(level).keep_next(true));
        }
        for text in &part.paragraphs {
            document = document.add_paragraph(line(&format!("　{text}"), 11, AlignmentType::Both));
        }
        if let Some(table) = part.table.as_ref().filter(|t| !t.rows.is_empty()) {
            document = document.add_table(word_table(table, room)).add_paragraph(gap(4));
        }
        if !part.note.is_empty() {
            document = document.add_paragraph(line(&part.note, 9, AlignmentType::Left));
        }
    }
    for text in &listing.footers {
        document = document.add_paragraph(line(text, 9, AlignmentType::Left));
    }
    document
}

fn packed(document: Docx) -> Result<Vec<u8>, WordError> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    document.build().pack(&mut bytes).map_err(|e| WordError(e.to_string()))?;
    Ok(bytes.into_inner())
}

/// Columns without a share are as wide as a short text; the rest is shared.
fn widths(table: &ListedTable, room: usize) -> Vec<usize> {
    const SHORT: usize = 8;
    let shares: Vec<usize> =
        table.columns.iter().map(|c| if c.share == 0 { SHORT } else { usize::from(c.share) }).collect();
    let all = shares.iter().sum::<usize>().max(1);
    shares.iter().map(|share| room * share / all).collect()
}

fn word_table(table: &ListedTable, room: usize) -> Table {
    let widths = widths(table, room);
    let cell = |text: &str, width: usize, figures: bool| {
        let align = if figures { AlignmentType::Right } else { AlignmentType::Left };
        let lines = text.split('\n').map(|text| line(text, 9, align)).collect::<Vec<Paragraph>>();
        let empty = TableCell::new().width(width, WidthType::Dxa).vertical_align(VAlignType::Center);
        lines.into_iter().fold(empty, TableCell::add_paragraph)
    };
    let shaded = |cell: TableCell| cell.shading(Shading::new().fill("F0F2F5"));
    let head = table.columns.iter().zip(&widths).map(|(c, w)| shaded(cell(&c.name, *w, false))).collect();
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().zip(&table.columns).zip(&widths).map(|((text, c), w)| {
            let cell = cell(text, *w, c.figures);
            if row.total { shaded(cell) } else { cell }
        });
        TableRow::new(cells.collect()).cant_split()
    });
    let rows = std::iter::once(TableRow::new(head)).chain(rows).collect();
    Table::new(rows).set_grid(widths.clone()).layout(TableLayoutType::Fixed).width(room, WidthType::Dxa)
}
