//! What an import shows: sheets and columns, then rows and cells with what becomes of them.

use entaku_sheets::{Doubt, Encoding};
use serde::Serialize;
use ts_rs::TS;

/// The sheets of a file, and the columns of one.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportTable {
    /// Its sheets that hold something.
    pub sheets: Vec<ImportSheet>,
    /// The one whose columns follow.
    pub sheet: String,
    /// Number of the first row of headings.
    pub header_first: u32,
    /// Number of the last row of headings.
    pub header: u32,
    /// Rows below them that hold something.
    pub rows: u32,
    /// The day that a line above the table names, ISO.
    pub as_of: Option<String>,
    /// Whether the council remembers what such columns hold.
    pub remembered: bool,
    /// The columns.
    pub columns: Vec<ImportColumn>,
    /// What a column may hold.
    pub fields: Vec<ImportFieldRow>,
}

/// Something that a column may hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportFieldRow {
    /// Its code.
    pub code: String,
    /// Its name.
    pub label: String,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportSheet {
    /// Its name; empty for a CSV file.
    pub name: String,
    /// Rows that hold something.
    pub rows: u32,
    /// Whether Excel does not show it.
    pub hidden: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportColumn {
    /// Its letter.
    pub letter: String,
    /// Its heading; empty where none.
    pub heading: String,
    /// What it holds, a field's code.
    pub field: String,
    /// A few of its values.
    pub samples: Vec<String>,
}

/// A line of a text file whose characters can be read in two ways.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportDoubtLine {
    /// Its number.
    pub line: u32,
    /// Read as UTF-8.
    pub utf8: String,
    /// Read as Windows-31J (Shift_JIS).
    pub windows31j: String,
}

/// The lines over which the user chooses how a text file is to be read.
#[must_use]
pub fn doubt_lines(doubt: &Doubt) -> Vec<ImportDoubtLine> {
    let line = |l: &entaku_sheets::DoubtLine| ImportDoubtLine {
        line: l.number,
        utf8: l.utf8.clone(),
        windows31j: l.windows31j.clone(),
    };
    doubt.lines.iter().map(line).collect()
}

/// The code of an encoding.
#[must_use]
pub const fn encoding_code(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "utf8",
        Encoding::Utf16 => "utf16",
        Encoding::Windows31j => "windows31j",
    }
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum RowState {
    /// The user has to decide or to mend the file first.
    Error,
    /// Somebody, or their term, is new.
    New,
    /// Something that is recorded changes.
    Changed,
    /// All of it is recorded already.
    Same,
    /// The user leaves it out.
    LeftOut,
    /// Nobody's row: a vacant seat, a subtitle, a remark under the table.
    Skipped,
}

/// What becomes of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum CellState {
    /// Written for the first time.
    New,
    /// Replaces what is recorded.
    Changed,
    /// Recorded already.
    Same,
    /// Nothing stands there, or it is not taken over.
    Unused,
}

/// How grave a remark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum Gravity {
    /// Worth knowing.
    Note,
    /// Somebody should look; it is written all the same.
    Warning,
    /// The row cannot be written so.
    Error,
}

/// All that an import would do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportPreview {
    /// The columns that are taken over, and those that are not.
    pub columns: Vec<ImportColumn>,
    /// The rows, from above.
    pub rows: Vec<ImportRow>,
    /// How many rows there are of each state.
    pub counts: ImportCounts,
    /// What holds for the file as a whole.
    pub notes: Vec<String>,
    /// Private-use characters, which other computers show as something else.
    pub private_use: Vec<ImportOdd>,
    /// What would be written, in a sentence.
    pub summary: String,
    /// Whether there is something to write and nothing left to decide.
    pub ready: bool,
}

/// How many rows there are of each state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
pub struct ImportCounts {
    /// To be decided or mended.
    pub error: u32,
    /// New.
    pub new: u32,
    /// Changed.
    pub changed: u32,
    /// Recorded already.
    pub same: u32,
    /// Left out.
    pub left_out: u32,
    /// Nobody's.
    pub skipped: u32,
    /// With a warning, of whatever state.
    pub warning: u32,
}

/// A row.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportRow {
    /// Its number.
    pub row: u32,
    /// Who it is about.
    pub name: String,
    /// What becomes of it.
    pub state: RowState,
    /// Whether a remark warns.
    pub warning: bool,
    /// Its cells, in the order of the columns.
    pub cells: Vec<ImportCell>,
    /// What is to be said about it.
    pub remarks: Vec<ImportRemark>,
    /// What the user can decide.
    pub choices: ImportChoices,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportCell {
    /// What becomes of it.
    pub state: CellState,
    /// How grave what is said about it is.
    pub gravity: Option<Gravity>,
    /// What would be written.
    pub text: String,
    /// What is recorded, where that differs.
    pub was: Option<String>,
}

/// Something to be said about a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportRemark {
    /// The cell, `B12`, or the row, `12`.
    pub address: String,
    /// How grave it is.
    pub gravity: Gravity,
    /// In words.
    pub text: String,
}

/// What the user can decide about a row.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct ImportChoices {
    /// People who are registered and may be meant.
    pub people: Vec<ImportPerson>,
    /// Whether it has to be said who is meant.
    pub undecided: bool,
    /// The name with the glyphs that are registered, where the file has others.
    pub registered_name: Option<String>,
    /// Where a name without a space may divide: the surnames that there are.
    pub families: Vec<String>,
}

/// Somebody who is registered and may be meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportPerson {
    /// Their identifier.
    pub id: String,
    /// Name, reading and where they belong.
    pub label: String,
}

/// A cell with private-use characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportOdd {
    /// The cell.
    pub address: String,
    /// Its text.
    pub text: String,
    /// The characters, `U+E000`.
    pub code_points: Vec<String>,
}
