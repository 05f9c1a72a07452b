//! Text files of rows and columns: comma, tab or semicolon, with quoted fields that
//! may hold line breaks. Blank lines count, so that rows have the numbers Excel gives them.

use super::{CELL_COUNT_LIMIT, COLUMN_COUNT_LIMIT, RawCell, RawRow, RawValue, ReadError};
use crate::csv_text::unguarded;

/// Characters from the beginning by which the delimiter is told.
const LOOKED_AT: usize = 20_000;

/// The rows that hold something.
pub(super) fn rows(text: &str) -> Result<Vec<RawRow>, ReadError> {
    let mut splitter = Splitter::new(delimiter(text));
    for c in text.chars() {
        splitter.take(c)?;
    }
    splitter.finish()
}

/// Comma, tab or semicolon: whichever stands most often outside quotes; a comma where none does.
fn delimiter(text: &str) -> char {
    let mut quoted = false;
    let mut counts = [(',', 0_usize), ('\t', 0), (';', 0)];
    for c in text.chars().take(LOOKED_AT) {
        if c == '"' {
            quoted = !quoted;
        } else if let Some(count) = counts.iter_mut().find(|(mark, _)| *mark == c && !quoted) {
            count.1 += 1;
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(',', |(mark, _)| *mark)
}

/// Where in a field the splitter stands.
#[derive(PartialEq, Eq)]
enum At {
    Begin,
    Plain,
    Quoted,
    /// After a quotation mark within quotes: the end, or one of two that mean one.
    Quote,
}

struct Splitter {
    delimiter: char,
    at: At,
    field: String,
    cells: Vec<RawCell>,
    rows: Vec<RawRow>,
    number: u32,
    count: usize,
    after_return: bool,
}

impl Splitter {
    fn new(delimiter: char) -> Self {
        Self {
            delimiter,
            at: At::Begin,
            field: String::new(),
            cells: Vec::new(),
            rows: Vec::new(),
            number: 1,
            count: 0,
            after_return: false,
        }
    }

    fn take(&mut self, c: char) -> Result<(), ReadError> {
        let after_return = std::mem::replace(&mut self.after_return, c == '\r');
        if self.at == At::Quoted {
            if c == '"' {
                self.at = At::Quote;
            } else {
                self.field.push(c);
            }
            return Ok(());
        }
        match c {
            '"' if self.at == At::Begin => self.at = At::Quoted,
            '"' if self.at == At::Quote => {
                self.field.push('"');
                self.at = At::Quoted;
            }
            '\n' if after_return => {}
            '\r' | '\n' => self.end_row()?,
            c if c == self.delimiter => self.end_field()?,
            c => {
                self.field.push(c);
                self.at = At::Plain;
            }
        }
        Ok(())
    }

    fn end_field(&mut self) -> Result<(), ReadError> {
        let text = unguarded(&self.field);
        let value = if text.is_empty() { RawValue::Empty } else { RawValue::Text(text.to_owned()) };
        if !value.is_empty() {
            self.count += 1;
            if self.count > CELL_COUNT_LIMIT || self.cells.len() >= COLUMN_COUNT_LIMIT {
                return Err(ReadError::TooManyCells { cells: CELL_COUNT_LIMIT, columns: COLUMN_COUNT_LIMIT });
            }
        }
        // Empty fields far to the right say nothing.
        if self.cells.len() < COLUMN_COUNT_LIMIT {
            self.cells.push(RawCell { value, ..RawCell::default() });
        }
        self.field.clear();
        self.at = At::Begin;
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), ReadError> {
        self.end_field()?;
        let mut cells = std::mem::take(&mut self.cells);
        let filled = cells.iter().rposition(|cell| !cell.value.is_empty()).map_or(0, |last| last + 1);
        cells.truncate(filled);
        if !cells.is_empty() {
            self.rows.push(RawRow { number: self.number, cells });
        }
        self.number = self.number.saturating_add(1);
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<RawRow>, ReadError> {
        if self.at == At::Quoted {
            return Err(ReadError::OpenQuote { row: self.number });
        }
        self.end_row()?;
        Ok(self.rows)
    }
}
