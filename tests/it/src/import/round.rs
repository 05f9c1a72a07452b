//! The program's own rosters come back as they went.

use super::{for_body, nothing_more, preview, write};
use entaku_app::App;
use entaku_app::founding::{Beginning, Founding};
use entaku_app::import::{ImportAsk, ImportFile, RowState};
use entaku_app::roster::{RosterChoice, sheet};
use entaku_documents::Audience;
use entaku_domain::Day;
use entaku_domain::era::DateStyle;
use entaku_domain::roster::RosterOrder;
use entaku_sheets::{Fallback, csv_cp932, csv_utf8, xlsx};
use entaku_support::sample;

fn day() -> Day {
    Day::from_ymd_opt(2026, 10, 1).unwrap()
}

/// A body's internal roster in every form in which it can be saved.
fn exported(app: &App, body: &str) -> Vec<(&'static str, Vec<u8>)> {
    let council = app.snapshot().unwrap();
    let body = council.body(body).unwrap();
    let choice = RosterChoice::usual(day(), RosterOrder::ByCategory, Audience::Internal);
    let table = sheet(&council, body, &choice);
    let old = csv_cp932(&table, Fallback::Replace).unwrap().bytes;
    vec![("名簿.xlsx", xlsx(&table).unwrap()), ("名簿.csv", csv_utf8(&table).unwrap()), ("名簿_sjis.csv", old)]
}

#[test]
fn what_was_exported_changes_nothing_when_it_comes_back() {
    for body in ["zentaikai", "unei", "kodomo"] {
        let mut app = sample();
        let before = exported(&app, body);
        for (name, bytes) in &before[..2] {
            let file = ImportFile::read(name, bytes, None).unwrap();
            nothing_more(&mut app, &file, &for_body(body));
            nothing_more(&mut app, &file, &ImportAsk::default());
        }
        assert_eq!(before, exported(&app, body));
    }
}

/// A council that has bodies but nobody in them, whose first years are those of the sample.
fn empty() -> (tempfile::TempDir, App) {
    let folder = tempfile::tempdir().unwrap();
    let ask = Founding {
        beginning: Beginning::Seed,
        name: "鎌倉市障害者支援協議会".to_owned(),
        municipality: "鎌倉市".to_owned(),
        secretariat: None,
        date_style: DateStyle::Both,
        answers: Vec::new(),
    };
    let app = App::found(folder.path(), entaku_support::CLOCK, "test", &ask).unwrap();
    (folder, app)
}

#[test]
fn a_roster_goes_into_an_empty_council_and_comes_out_again() {
    let body = "zentaikai";
    let sent = &exported(&sample(), body)[0].1;
    let (_folder, mut app) = empty();
    let file = ImportFile::read("名簿.xlsx", sent, None).unwrap();
    let ask = for_body(body);
    let shown = preview(&app, &file, &ask);
    assert_eq!(shown.counts.error, 0, "{:?}", shown.rows.iter().map(super::said).collect::<Vec<_>>());
    write(&mut app, &file, &ask);
    nothing_more(&mut app, &file, &ask);
    let back = ImportFile::read("名簿.xlsx", &exported(&app, body)[0].1, None).unwrap();
    let again = preview(&app, &back, &ask);
    for line in shown.rows.iter().filter(|r| r.state != RowState::Skipped) {
        let texts_of = |r: &entaku_app::import::ImportRow| [r.cells[1].text.clone(), r.cells[2].text.clone()];
        let other = again.rows.iter().find(|r| texts_of(r) == texts_of(line));
        let other = other.unwrap_or_else(|| panic!("{}", line.name));
        // Offices come from elections, 再任 from earlier terms: neither is in one roster.
        let texts = |r: &entaku_app::import::ImportRow| r.cells[..4].iter().map(|c| c.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts(line), texts(other));
    }
}

#[test]
fn a_roster_in_shift_jis_is_read_without_a_question() {
    let app = sample();
    let bytes = &exported(&app, "zentaikai")[2].1;
    let file = ImportFile::read("名簿.csv", bytes, None).unwrap();
    let shown = preview(&app, &file, &for_body("zentaikai"));
    assert!(shown.notes.iter().any(|note| note.contains("Shift_JIS")), "{:?}", shown.notes);
    let known = shown.rows.iter().filter(|r| matches!(r.state, RowState::Same | RowState::Skipped)).count();
    assert!(known + 2 >= shown.rows.len(), "all but names that Shift_JIS lacks are known");
}
