//! Tables as files an office can open: `.xlsx` and CSV.
//!
//! A [`Sheet`] is a plain table; what stands in it and in which order is the
//! caller's business. [`xlsx`] writes the workbook (the first choice: it keeps
//! every character and every `2-1`), [`csv_utf8`] the CSV that Excel opens
//! without garbling, [`csv_cp932`] the CSV for older systems, which never loses
//! a character without saying so.
//!
//! [`read`] goes the other way: a workbook or a CSV file that came from outside
//! becomes plain cells with their addresses ([`RawBook`]), or a refusal that says
//! what the file is instead ([`ReadError`]).

mod cp932;
mod csv_text;
mod error;
mod properties;
mod read;
mod sheet;
mod xlsx;

pub use cp932::{Cp932Csv, Fallback, Replacement, Unencodable, csv_cp932};
pub use csv_text::{csv_utf8, guarded_cells, unguarded};
pub use error::{NameFault, Place, SheetError};
pub use properties::{of_xml, properties, words};
pub use read::{
    Doubt, DoubtLine, Encoding, FILE_LIMIT, RawBook, RawCell, RawRow, RawSheet, RawValue, ReadError, Wish, address,
    column_letters, plain_text, read,
};
pub use sheet::{Cell, Column, DateStyle, Kind, Page, Sheet, display_width};
pub use xlsx::xlsx;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod test_sheet;
