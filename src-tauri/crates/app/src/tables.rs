//! Tables that leave as Excel or CSV: rosters, the table of issues, the ledger of
//! what was issued; each as it is shown, with the characters that CP932 would lose.

mod ledger;

use crate::council::App;
use crate::error::Result;
use crate::issues::{self, Ledger};
use crate::publication::Edition;
use crate::roster::{self, RosterChoice};
use crate::text::issued as words;
use entaku_documents::Audience;
use entaku_domain::roster::RosterOrder;
use entaku_domain::{Day, FiscalYear};
use entaku_sheets::{Cell, Fallback, Replacement, Sheet, SheetError, Unencodable};

/// A table that is asked for.
#[derive(Debug, Clone)]
pub enum TableAsk {
    /// 委員名簿 of a body on a day.
    Roster {
        /** Handle or name of the body. */
        body: String,
        /** As of this day. */
        on: Day,
        /** By category or by syllabary. */
        order: RosterOrder,
        /** For whom. */
        audience: Audience,
    },
    /// 課題整理表 on a day.
    Issues {
        /** As of this day. */
        on: Day,
        /** For whom, and whether somebody has looked twice (V21). */
        edition: Edition,
    },
    /// 出した文書の台帳: of a fiscal year, or all.
    Issued {
        /** The year. */
        year: Option<FiscalYear>,
    },
}

/// In which form a table leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFormat {
    /// Excel.
    Xlsx,
    /// CSV in UTF-8 with BOM.
    Csv,
    /// CSV in Shift_JIS (CP932); without leave to replace, a loss is an error.
    Cp932 {
        /** Whether what it lacks may be replaced. */
        replace: bool,
    },
}

/// A table made into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFile {
    /// Its kind, for the ledger.
    pub kind: &'static str,
    /// What it is.
    pub title: String,
    /// The file's name.
    pub name: String,
    /// For whom; none where it has no editions.
    pub audience: Option<Audience>,
    /// All that it says.
    pub words: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// A character that Shift_JIS cannot hold.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct LostCharacter {
    /// The row, 1 for the first; none for the headings.
    pub row: Option<u32>,
    /// The column's heading.
    pub column: String,
    /// The whole text of the cell.
    pub text: String,
    /// What cannot be held.
    pub item: String,
    /// U+20BB7.
    pub code_points: String,
    /// What would be written in its place; empty where it would be left out.
    pub replacement: String,
}

/// A table as it is shown before it leaves.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct TablePreview {
    /// Lines above the table.
    pub title: Vec<String>,
    /// Headings.
    pub columns: Vec<String>,
    /// Rows, as text; days as ISO.
    pub rows: Vec<Vec<String>>,
    /// The file's name, without its ending.
    pub name: String,
    /// What Shift_JIS would lose.
    pub lost: Vec<LostCharacter>,
}

/// A sheet with what the ledger must know of it.
struct Made {
    kind: &'static str,
    title: String,
    stem: String,
    audience: Option<Audience>,
    sheet: Sheet,
}

impl App {
    /// A table as it would leave, and what Shift_JIS would lose of it.
    ///
    /// # Errors
    /// An unknown body or year; what V21 finds in a public table of issues.
    pub fn table_preview(&self, ask: &TableAsk) -> Result<TablePreview> {
        let made = self.table(ask)?;
        Ok(TablePreview {
            title: made.sheet.title.clone(),
            columns: made.sheet.columns.iter().map(|c| c.name.clone()).collect(),
            rows: made.sheet.rows.iter().map(|row| row.iter().map(shown).collect()).collect(),
            name: made.stem,
            lost: lost(&made.sheet)?,
        })
    }

    /// A table as a file.
    ///
    /// # Errors
    /// As [`App::table_preview`]; [`SheetError::Unencodable`] where Shift_JIS would
    /// lose characters and may not replace them.
    pub fn table_file(&self, ask: &TableAsk, format: TableFormat) -> Result<TableFile> {
        let made = self.table(ask)?;
        let (ending, bytes) = match format {
            TableFormat::Xlsx => (".xlsx", entaku_sheets::xlsx(&made.sheet)?),
            TableFormat::Csv => (".csv", entaku_sheets::csv_utf8(&made.sheet)?),
            TableFormat::Cp932 { replace } => {
                let fallback = if replace { Fallback::Replace } else { Fallback::Refuse };
                ("_Shift_JIS.csv", entaku_sheets::csv_cp932(&made.sheet, fallback)?.bytes)
            }
        };
        let cells: Vec<String> = made.sheet.rows.iter().flatten().map(shown).collect();
        Ok(TableFile {
            kind: made.kind,
            title: made.title,
            name: crate::files::safe_name(&format!("{}{ending}", made.stem)),
            audience: made.audience,
            words: cells.join("\n"),
            bytes,
        })
    }

    fn table(&self, ask: &TableAsk) -> Result<Made> {
        let council = self.snapshot()?;
        match ask {
            TableAsk::Roster { body, on, order, audience } => {
                let body = council.body_on(body, *on)?;
                let name = council.body_name(body.id, FiscalYear::of(*on));
                let choice = RosterChoice { on: *on, order: *order, audience: *audience };
                Ok(Made {
                    kind: "roster",
                    title: crate::text::labels::roster_title(name),
                    stem: words::roster_file(name, *audience, *on, *order == RosterOrder::BySyllabary),
                    audience: Some(*audience),
                    sheet: roster::sheet(&council, body, choice),
                })
            }
            TableAsk::Issues { on, edition } => {
                let ledger = Ledger::load(&self.store)?;
                let sheet = issues::sheet(&council, &ledger, *on, *edition)?;
                Ok(Made {
                    kind: "issue_table",
                    title: sheet.name.clone(),
                    stem: words::issues_file(edition.audience, *on),
                    audience: Some(edition.audience),
                    sheet,
                })
            }
            TableAsk::Issued { year } => {
                let sheet = ledger::sheet(&council, &self.store.issued()?, *year, self.today());
                Ok(Made {
                    kind: "issued",
                    title: sheet.name.clone(),
                    stem: words::ledger_file(&council.council, *year, self.today()),
                    audience: None,
                    sheet,
                })
            }
        }
    }
}

/// A cell in words.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Date(day) => day.to_string(),
        Cell::Integer(n) => n.to_string(),
        Cell::Empty => String::new(),
    }
}

/// Everything that Shift_JIS cannot hold, but what only changes its code point.
fn lost(sheet: &Sheet) -> Result<Vec<LostCharacter>> {
    match entaku_sheets::csv_cp932(sheet, Fallback::Refuse) {
        Ok(_) => Ok(Vec::new()),
        Err(SheetError::Unencodable(items)) => {
            Ok(items.into_iter().filter(|i| i.nearness != Replacement::Same).map(lost_character).collect())
        }
        Err(other) => Err(other.into()),
    }
}

fn lost_character(item: Unencodable) -> LostCharacter {
    let points: Vec<String> = item.code_points.iter().map(|c| format!("U+{c:04X}")).collect();
    LostCharacter {
        row: item.row.map(|r| u32::try_from(r + 1).unwrap_or(u32::MAX)),
        column: item.column,
        text: item.text,
        item: item.item,
        code_points: points.join(" "),
        replacement: item.replacement,
    }
}
