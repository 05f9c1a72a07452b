//! The plan as it is shown.

use super::ImportFile;
use super::cells::{Incoming, Said};
use super::plan::{Looked, Plan};
use super::remark::Remark;
use super::table::{Column, Table};
use super::view::{
    CellState, Gravity, ImportCell, ImportChoices, ImportColumn, ImportCounts, ImportOdd, ImportPerson, ImportPreview,
    ImportRemark, ImportRow, RowState,
};
use crate::text::import as words;
use entaku_domain::import::ImportField;
use entaku_domain::text::private_use;
use entaku_sheets::{address, column_letters};

/// Addresses that are named in a sentence.
const NAMED: usize = 10;

impl Plan<'_> {
    pub(super) fn view(&self, file: &ImportFile, table: &Table<'_>) -> ImportPreview {
        let taken: Vec<usize> = (0..table.columns.len()).filter(|at| is_shown(&table.columns[*at])).collect();
        let rows: Vec<ImportRow> = self.rows.iter().map(|row| self.row(row, table, &taken)).collect();
        let counts = counts(&rows);
        ImportPreview {
            columns: taken.iter().map(|at| head(&table.columns[*at])).collect(),
            counts,
            notes: self.notes(file, table),
            private_use: odd(table),
            summary: words::summary(&self.totals(), &counts),
            ready: counts.error == 0 && !self.is_empty(),
            rows,
        }
    }

    fn row(&self, row: &Looked<'_>, table: &Table<'_>, taken: &[usize]) -> ImportRow {
        let incoming = &row.incoming;
        let left_out = row.state == RowState::LeftOut;
        let gravest = |at: usize| {
            let said = incoming.remarks.iter().filter(|said| said.column == Some(at) && !left_out);
            said.map(|said| said.remark.gravity()).max()
        };
        let cell = |at: &usize| {
            let seen = &incoming.cells[*at];
            let state = if left_out || row.state == RowState::Error { CellState::Unused } else { seen.state };
            ImportCell { state, gravity: gravest(*at), text: seen.text.clone(), was: seen.was.clone() }
        };
        let remarks = incoming.remarks.iter().filter(|_| !left_out);
        ImportRow {
            row: incoming.row,
            name: incoming.name.full(),
            state: row.state,
            warning: remarks.clone().any(|said| said.remark.gravity() == Gravity::Warning),
            cells: taken.iter().map(cell).collect(),
            remarks: remarks.map(|said| self.remark(said, incoming, table)).collect(),
            choices: self.choices(row),
        }
    }

    fn remark(&self, said: &Said, row: &Incoming, table: &Table<'_>) -> ImportRemark {
        let address = match said.column {
            Some(at) => address(row.row, table.columns[at].at),
            None => row.row.to_string(),
        };
        let text = words::remark(self.council.council.date_style, &said.remark);
        ImportRemark { address, gravity: said.remark.gravity(), text }
    }

    fn choices(&self, row: &Looked<'_>) -> ImportChoices {
        let incoming = &row.incoming;
        let person = |p: &&entaku_domain::person::Person| ImportPerson {
            id: p.id.to_string(),
            label: words::person(&p.name.full(), &p.name.kana(), &self.council.affiliation_text(p.id, self.terms.on)),
        };
        let kept = incoming.remarks.iter().find_map(|said| match &said.remark {
            Remark::GlyphKept(name) => Some(name.clone()),
            _ => None,
        });
        ImportChoices {
            people: row.people.iter().map(person).collect(),
            undecided: incoming.remarks.iter().any(|said| said.remark.asks_who()),
            registered_name: kept,
            families: incoming.families.clone(),
        }
    }

    /// What holds for the file as a whole.
    fn notes(&self, file: &ImportFile, table: &Table<'_>) -> Vec<String> {
        let mut notes = Vec::new();
        let formulas = addresses(table, |column, cell| is_taken(column) && cell.formula && !cell.value.is_empty());
        if !formulas.is_empty() {
            notes.push(words::formulas(formulas.len(), &formulas[..formulas.len().min(NAMED)]));
        }
        let unknown: Vec<String> = table
            .columns
            .iter()
            .filter(|c| c.field == ImportField::Nothing && !c.heading.is_empty())
            .map(|c| words::column(&column_letters(c.at), &c.heading))
            .collect();
        if !unknown.is_empty() {
            notes.push(words::unread_columns(&unknown));
        }
        if self.without_route {
            notes.push(words::without_route());
        }
        if file.book.encoding.is_some_and(|e| e == entaku_sheets::Encoding::Windows31j) {
            notes.push(words::READ_AS_WINDOWS31J.to_owned());
        }
        notes
    }

    fn totals(&self) -> words::Totals {
        let w = &self.writes;
        words::Totals {
            people: w.people.len(),
            changed: w.changed.len(),
            moves: w.moves.len(),
            addresses: w.addresses.len(),
            seats: w.seats.len(),
            appointments: w.appointments.len(),
            mended: w.mended.len(),
        }
    }
}

fn is_taken(column: &Column) -> bool {
    column.field != ImportField::Nothing
}

fn is_shown(column: &Column) -> bool {
    is_taken(column) && column.field != ImportField::Number
}

fn head(column: &Column) -> ImportColumn {
    ImportColumn {
        letter: column_letters(column.at),
        heading: if column.heading.is_empty() { column.field.label().to_owned() } else { column.heading.clone() },
        field: column.field.code().to_owned(),
        samples: Vec::new(),
    }
}

fn counts(rows: &[ImportRow]) -> ImportCounts {
    let mut counts = ImportCounts::default();
    for row in rows {
        let one = match row.state {
            RowState::Error => &mut counts.error,
            RowState::New => &mut counts.new,
            RowState::Changed => &mut counts.changed,
            RowState::Same => &mut counts.same,
            RowState::LeftOut => &mut counts.left_out,
            RowState::Skipped => &mut counts.skipped,
        };
        *one += 1;
        counts.warning += u32::from(row.warning);
    }
    counts
}

/// The addresses of the cells that `wanted` chooses, in the columns of the table.
fn addresses(table: &Table<'_>, wanted: impl Fn(&Column, &entaku_sheets::RawCell) -> bool) -> Vec<String> {
    let cells = table.rows().iter().flat_map(|row| {
        table.columns.iter().filter_map(move |column| Some((row.number, column, row.cells.get(column.at)?)))
    });
    cells.filter(|(_, column, cell)| wanted(column, cell)).map(|(row, column, _)| address(row, column.at)).collect()
}

/// Private-use characters, in columns that are not taken over, too, and in the headings.
fn odd(table: &Table<'_>) -> Vec<ImportOdd> {
    let mut found = Vec::new();
    for row in &table.sheet.rows {
        for (at, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.merged) {
            let text = cell.value.text();
            let odd = private_use(&text);
            if !odd.is_empty() {
                let code_points = odd.into_iter().map(|c| format!("U+{:04X}", u32::from(c))).collect();
                found.push(ImportOdd { address: address(row.number, at), text, code_points });
            }
        }
    }
    found
}
