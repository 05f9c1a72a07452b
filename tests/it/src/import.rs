//! The import of rosters: what is shown before, what is written, and that one step
//! takes it back to the letter.

mod bad;
mod choices;
mod formats;
mod messy;
mod people;
mod rosters;
mod round;
mod terms;

use entaku_app::App;
use entaku_app::import::{ImportAsk, ImportDone, ImportFile, ImportPreview, ImportRow, RowState};
use entaku_support::{dump, with_undo};

pub(crate) fn file(bytes: &[u8]) -> ImportFile {
    ImportFile::read("名簿.xlsx", bytes, None).unwrap_or_else(|e| panic!("{:?}", e.to_wire()))
}

pub(crate) fn csv(text: &str) -> ImportFile {
    ImportFile::read("名簿.csv", format!("\u{feff}{text}").as_bytes(), None).unwrap()
}

pub(crate) fn for_body(body: &str) -> ImportAsk {
    ImportAsk { body: Some(body.to_owned()), ..ImportAsk::default() }
}

pub(crate) fn preview(app: &App, file: &ImportFile, ask: &ImportAsk) -> ImportPreview {
    let before = dump(app);
    let shown = app.preview_import(file, ask).unwrap_or_else(|e| panic!("{:?}", e.to_wire()));
    assert_eq!(before, dump(app), "a preview wrote something");
    shown
}

pub(crate) fn write(app: &mut App, file: &ImportFile, ask: &ImportAsk) -> ImportDone {
    with_undo(app, |app| app.write_import(file, ask).unwrap_or_else(|e| panic!("{:?}", e.to_wire())).output)
}

pub(crate) fn row(shown: &ImportPreview, number: u32) -> &ImportRow {
    shown.rows.iter().find(|r| r.row == number).unwrap_or_else(|| panic!("row {number}"))
}

pub(crate) fn states(shown: &ImportPreview) -> Vec<(u32, RowState)> {
    shown.rows.iter().map(|r| (r.row, r.state)).collect()
}

/// The remarks of a row, each with its address.
pub(crate) fn said(row: &ImportRow) -> String {
    row.remarks.iter().map(|r| format!("{} {}", r.address, r.text)).collect::<Vec<_>>().join("\n")
}

/// The same file once more changes nothing, and leaves no line in the history.
pub(crate) fn nothing_more(app: &mut App, file: &ImportFile, ask: &ImportAsk) {
    let shown = preview(app, file, ask);
    let idle = |s: RowState| matches!(s, RowState::Same | RowState::Skipped | RowState::LeftOut);
    if let Some(row) = shown.rows.iter().find(|r| !idle(r.state)) {
        panic!("row {} is {:?}: {}\n{:?}", row.row, row.state, said(row), row.cells);
    }
    assert!(!shown.ready, "nothing is left to write");
    let before = dump(app);
    let written = app.write_import(file, ask).unwrap();
    assert_eq!((written.change, before), (None, dump(app)));
}
