//! What can be wrong with a table. Data only; the words are the caller's.

use chrono::NaiveDate;

use crate::cp932::Unencodable;
use crate::sheet::Column;

/// Where in a sheet something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A line above the table, counted from 0.
    Title {
        /// Which line.
        line: usize,
    },
    /// The footer.
    Footer,
    /// A column's heading.
    Header {
        /// The heading itself.
        column: String,
    },
    /// A cell of the table.
    Cell {
        /// Index into `Sheet::rows`, from 0.
        row: usize,
        /// The column's heading.
        column: String,
    },
}

impl Place {
    pub(crate) fn header(column: &Column) -> Self {
        Self::Header { column: column.name.clone() }
    }

    pub(crate) fn cell(row: usize, column: &Column) -> Self {
        Self::Cell { row, column: column.name.clone() }
    }
}

/// What Excel does not accept in a sheet's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault {
    /// Nothing in it.
    Blank,
    /// More than 31 UTF-16 units.
    TooLong,
    /// One of `: \ / ? * [ ]`, their full-width forms, or a control character.
    Character(char),
    /// An apostrophe at the start or end.
    Apostrophe,
    /// The word `History`, which Excel keeps for itself.
    Reserved,
}

/// Why a sheet was not written. Nothing is written when this comes back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// A table without columns.
    #[error("the sheet has no columns")]
    NoColumns,
    /// A row with more or fewer cells than there are columns.
    #[error("row {row} has {found} cells instead of {expected}")]
    RaggedRow {
        /// Index into `Sheet::rows`.
        row: usize,
        /// Number of columns.
        expected: usize,
        /// Number of cells.
        found: usize,
    },
    /// More rows than Excel holds, titles and header included.
    #[error("{found} rows, at most {limit}")]
    TooManyRows {
        /// Rows needed.
        found: usize,
        /// Excel's limit.
        limit: usize,
    },
    /// More columns than Excel holds.
    #[error("{found} columns, at most {limit}")]
    TooManyColumns {
        /// Columns needed.
        found: usize,
        /// Excel's limit.
        limit: usize,
    },
    /// A text longer than Excel's cell or footer holds.
    #[error("{place:?} has {found} UTF-16 units, at most {limit}")]
    TextTooLong {
        /// Where.
        place: Place,
        /// Its length in UTF-16 units.
        found: usize,
        /// Excel's limit.
        limit: usize,
    },
    /// A character that no spreadsheet keeps.
    #[error("control character U+{code_point:04X} at {place:?}")]
    ControlCharacter {
        /// Where.
        place: Place,
        /// The character's code point.
        code_point: u32,
    },
    /// A day outside Excel's calendar (1900-01-01 to 9999-12-31).
    #[error("{date} at {place:?} is outside Excel's calendar")]
    DateOutOfRange {
        /// Where.
        place: Place,
        /// The day.
        date: NaiveDate,
    },
    /// A number that a spreadsheet would round (beyond 2^53).
    #[error("{number} at {place:?} cannot be held exactly")]
    IntegerOutOfRange {
        /// Where.
        place: Place,
        /// The number.
        number: i64,
    },
    /// A name that Excel refuses for a sheet.
    #[error("sheet name {name:?}: {fault:?}")]
    SheetName {
        /// The name.
        name: String,
        /// What is wrong with it.
        fault: NameFault,
    },
    /// Characters that CP932 cannot hold, all of them, with what could stand in
    /// their place.
    #[error("{} items cannot be written in CP932", .0.len())]
    Unencodable(Vec<Unencodable>),
    /// The writing library refused; the text is its own, in English.
    #[error("the table could not be written: {0}")]
    Library(String),
}
