//! Letters and minutes as `.docx`, to be edited in Word: the same structs as the printed ones,
//! with A4 pages, Japanese faces named for Japanese text, and tables where the
//! printed letter has them. What people typed is text, never markup.

mod large;
mod listed;
mod minutes;
mod parts;
mod scenario;

use docx_rs::{AlignmentType, Docx, PageMargin, Paragraph, RunFonts, Table};
use entaku_documents::letter::{ADDRESSED, CONTACT, END, MINCHO, RECORD};
use entaku_documents::{Letter, LetterLook, Letters};
pub use listed::{listed_docx, proposal_docx};
use parts::{MM, Piece, blanks, boxed, gap, large, line, record, signer, spread};
pub use scenario::scenario;

pub use minutes::minutes;

/// The file could not be made: an error of the program, not of the input.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("docx: {0}")]
pub struct WordError(String);

/// A4 upright, in twentieths of a point.
pub(crate) const A4: (u32, u32) = (11_906, 16_838);
/// A3, likewise.
pub(crate) const A3: (u32, u32) = (16_838, 23_811);
/// The margin at each side.
pub(crate) const MARGIN: i32 = 25 * MM;

/// The letters as the bytes of a `.docx`, each beginning on a new page. The same
/// letters give the same bytes.
///
/// # Errors
/// [`WordError`] where the writer fails.
pub fn docx(letters: &Letters) -> Result<Vec<u8>, WordError> {
    let mut document = page();
    for (at, letter) in letters.letters.iter().enumerate() {
        let mut pieces = pieces(letter).into_iter();
        if let Some(Piece::Line(first)) = pieces.next() {
            document = document.add_paragraph(first.page_break_before(at > 0));
        }
        for piece in pieces {
            document = add(document, piece);
        }
    }
    pack(document)
}

/// An empty document: A4 upright, a Japanese face named for Japanese text.
fn page() -> Docx {
    let margin =
        PageMargin { top: MARGIN, left: MARGIN, bottom: MARGIN, right: MARGIN, header: 720, footer: 720, gutter: 0 };
    let fonts = RunFonts::new().ascii(MINCHO).hi_ansi(MINCHO).east_asia(MINCHO).cs(MINCHO);
    Docx::new().page_size(A4.0, A4.1).page_margin(margin).default_fonts(fonts).default_size(22)
}

/// The document's bytes.
fn pack(document: Docx) -> Result<Vec<u8>, WordError> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    document.build().pack(&mut bytes).map_err(|e| WordError(e.to_string()))?;
    Ok(bytes.into_inner())
}

fn add(document: Docx, piece: Piece) -> Docx {
    match piece {
        Piece::Line(paragraph) => document.add_paragraph(*paragraph),
        // Two tables that follow each other would grow together.
        Piece::Table(table) => document.add_table(*table).add_paragraph(gap(2)),
    }
}

/// A letter's paragraphs and tables, a paragraph first.
fn pieces(letter: &Letter) -> Vec<Piece> {
    let mut pieces = match letter.look {
        _ if letter.large => large::pieces(letter),
        LetterLook::Official => official(letter),
        LetterLook::Certificate => certificate(letter),
        LetterLook::Form => form(letter),
        LetterLook::Rules => rules(letter),
    };
    if !letter.note.is_empty() {
        pieces.push(line(&letter.note, 8, AlignmentType::Left).into());
    }
    pieces
}

fn official(letter: &Letter) -> Vec<Piece> {
    let right = |text: &str| line(text, 11, AlignmentType::Right);
    let mut pieces: Vec<Piece> = vec![right(&letter.number).into(), right(&letter.date).into(), gap(11).into()];
    pieces.extend(letter.to.iter().map(|to| line(to, 11, AlignmentType::Left).into()));
    pieces.extend([line(&letter.name, 12, AlignmentType::Left).into(), gap(11).into()]);
    pieces.extend(signed(letter, 11));
    pieces.extend([gap(11).into(), heading(&letter.subject, 13).into(), gap(11).into()]);
    pieces.extend(letter.body.iter().map(|text| running(text).into()));
    if !letter.items.is_empty() {
        let centred = |text: &str| line(text, 11, AlignmentType::Center);
        pieces.extend([gap(11).into(), centred(RECORD).into(), gap(6).into(), record(&letter.items).into()]);
        pieces.push(right(END).into());
    }
    if !letter.contact.is_empty() {
        pieces.extend([gap(11).into(), boxed(CONTACT, &letter.contact).into()]);
    }
    pieces
}

fn certificate(letter: &Letter) -> Vec<Piece> {
    let left = |text: &str, size| line(text, size, AlignmentType::Left);
    let mut pieces: Vec<Piece> = vec![line(&letter.number, 11, AlignmentType::Right).into(), gap(48).into()];
    pieces.extend([spread(&letter.subject, 36).into(), gap(48).into()]);
    pieces.extend(letter.to.iter().map(|to| left(to, 14).into()));
    pieces.extend([gap(10).into(), large(&letter.name, 28).into(), gap(60).into()]);
    pieces.extend(letter.body.iter().map(|text| large(text, 20).into()));
    pieces.push(gap(14).into());
    for item in &letter.items {
        pieces.push(left(&format!("{}　{}", item.label, item.text.replace('\n', "　")), 14).into());
    }
    pieces.extend([gap(90).into(), left(&letter.date, 15).into(), gap(20).into()]);
    pieces.extend(signed(letter, 18));
    pieces
}

fn form(letter: &Letter) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = vec![heading(&letter.subject, 18).into(), gap(14).into()];
    pieces.extend([line(&letter.date, 11, AlignmentType::Right).into(), gap(11).into()]);
    pieces.extend(letter.to.iter().map(|to| line(&format!("{ADDRESSED}{to}"), 11, AlignmentType::Left).into()));
    pieces.push(gap(11).into());
    pieces.extend(letter.body.iter().map(|text| running(text).into()));
    pieces.push(gap(11).into());
    if !letter.blanks.is_empty() {
        pieces.extend([Piece::from(blanks(&letter.blanks)), gap(14).into()]);
    }
    let last = letter.from.len().saturating_sub(1);
    pieces.extend(letter.from.iter().enumerate().map(|(at, who)| signer(who, letter.seal && at == last).into()));
    pieces
}

/// Rules to be read, numbered.
fn rules(letter: &Letter) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = vec![heading(&letter.subject, 20).into(), gap(14).into()];
    pieces.extend(letter.body.iter().map(|text| running(text).into()));
    pieces.push(gap(8).into());
    let numbered = letter.items.iter().zip(1..).map(|(item, number)| {
        let said = if item.label.is_empty() { item.text.clone() } else { format!("{}　{}", item.label, item.text) };
        line(&format!("{number}　{said}"), 12, AlignmentType::Left).into()
    });
    pieces.extend(numbered);
    pieces.push(gap(14).into());
    pieces.extend(letter.from.iter().map(|from| line(&from.text, 12, AlignmentType::Right).into()));
    pieces
}

fn signed(letter: &Letter, size: usize) -> impl Iterator<Item = Piece> {
    let last = letter.from.len().saturating_sub(1);
    letter
        .from
        .iter()
        .enumerate()
        .map(move |(at, from)| parts::sealed(&from.text, size, letter.seal && at == last).into())
}

fn heading(text: &str, size: usize) -> Paragraph {
    line(text, size, AlignmentType::Center).outline_lvl(0)
}

/// A paragraph of running text. Its first line is indented by a character, which
/// looks the same in every program.
fn running(text: &str) -> Paragraph {
    line(&format!("　{text}"), 11, AlignmentType::Both)
}

impl From<Paragraph> for Piece {
    fn from(paragraph: Paragraph) -> Self {
        Self::Line(Box::new(paragraph))
    }
}

impl From<Table> for Piece {
    fn from(table: Table) -> Self {
        Self::Table(Box::new(table))
    }
}

#[cfg(test)]
mod tests;
