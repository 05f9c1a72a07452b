//! The messy roster: what is recognised, what is shown, what is written.

use super::rosters::{LONG, messy};
use super::{file, for_body, nothing_more, preview, row, said, states, write};
use entaku_app::import::{CellState, Gravity, ImportAsk, ImportDecision, RowState, look};
use entaku_support::sample;

fn leave_out(rows: &[u32]) -> Vec<ImportDecision> {
    rows.iter().map(|row| ImportDecision { row: *row, leave_out: true, ..ImportDecision::default() }).collect()
}

#[test]
fn the_table_is_found_below_titles_and_merged_headings() {
    let table = look(&sample(), &file(&messy()), &ImportAsk::default()).unwrap();
    assert_eq!((table.sheet.as_str(), table.header_first, table.header), ("委員名簿", 4, 5));
    assert_eq!(table.as_of.as_deref(), Some("2026-10-01"));
    let columns: Vec<_> = table.columns.iter().map(|c| (c.letter.as_str(), c.field.as_str())).collect();
    assert_eq!(
        columns,
        [
            ("A", "number"),
            ("B", "category"),
            ("C", "name"),
            ("D", "kana"),
            ("E", "organization"),
            ("F", "post"),
            ("G", "start"),
            ("H", "end"),
            ("I", "phone"),
            ("J", "note"),
        ]
    );
    assert_eq!(table.columns[2].samples[0], "髙橋　一郎");
    assert_eq!(table.sheets.len(), 2);
}

#[test]
fn every_row_and_cell_is_shown_with_its_address() {
    let app = sample();
    let shown = preview(&app, &file(&messy()), &for_body("zentaikai"));
    use RowState::{Error, New, Skipped};
    assert_eq!(
        states(&shown),
        [
            (6, New),
            (7, New),
            (8, New),
            (9, New),
            (10, New),
            (11, New),
            (12, Error),
            (13, Skipped),
            (14, Error),
            (15, Error),
            (17, Skipped),
        ],
        "{:#?}",
        shown.rows.iter().map(said).collect::<Vec<_>>()
    );
    assert!(!shown.ready && shown.counts.error == 3);
    let name = |number| row(&shown, number).name.clone();
    assert_eq!(name(7), "﨑山　花子", "{}", said(row(&shown, 7)));
    assert_eq!((name(9), name(10)), ("渡邉\u{E0102}　さくら".to_owned(), "辻\u{E0100}　太郎".to_owned()));
    let first = row(&shown, 6);
    let texts: Vec<_> = first.cells.iter().map(|c| c.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "⑴",
            "髙橋　一郎",
            "ﾀｶﾊｼ ｲﾁﾛｳ",
            "見本中央病院",
            "院長",
            "令和8年4月1日",
            "令和10年3月31日",
            "0467-00-0001",
            "新任",
        ]
    );
    assert!(first.cells[..8].iter().all(|c| c.state == CellState::New), "{:?}", first.cells);
    assert!(said(row(&shown, 7)).contains("C7 ふりがなから「﨑山　花子」と分けました"));
    assert_eq!(row(&shown, 10).cells[5].text, "令和8年4月1日");
    assert!(said(row(&shown, 11)).contains("C11 外字（U+E000）") && row(&shown, 11).warning);
    assert!(said(row(&shown, 12)).contains("C12 6行目と同じ人です"));
    assert!(said(row(&shown, 14)).contains("G14 「令和8年」を日付として読めません"));
    assert!(said(row(&shown, 15)).contains("E15 セルがエラー（#N/A）"));
    assert_eq!(row(&shown, 14).cells[4].text, "会長");
    assert!(shown.notes.iter().any(|note| note.contains("式のセルが2個") || note.contains("F14")), "{:?}", shown.notes);
    assert_eq!(shown.private_use[0].address, "C11");
    assert!(row(&shown, 15).remarks.iter().any(|r| r.gravity == Gravity::Error));
}

#[test]
fn nothing_is_written_until_all_is_decided_and_one_step_takes_all_back() {
    let mut app = sample();
    let roster = file(&messy());
    let open = for_body("zentaikai");
    let before = entaku_support::dump(&app);
    let refused = app.write_import(&roster, &open).unwrap_err().to_wire();
    assert_eq!((refused.code.as_str(), before), ("import_undecided", entaku_support::dump(&app)));
    let ask = ImportAsk { decisions: leave_out(&[12, 14, 15]), ..open };
    let shown = preview(&app, &roster, &ask);
    assert!(shown.ready, "{}", shown.summary);
    assert!(shown.summary.starts_with("新しい人6人、住所・連絡先1件、所属・職5件、委嘱・選任6件"), "{}", shown.summary);
    let done = write(&mut app, &roster, &ask);
    assert_eq!((done.people, done.appointments, done.mended), (6, 6, 0));
    nothing_more(&mut app, &roster, &ask);
    let members = app.list_members("zentaikai", entaku_domain::Day::from_ymd_opt(2026, 10, 1).unwrap()).unwrap();
    let of = |name: &str| members.iter().find(|m| m.name.as_deref() == Some(name)).unwrap_or_else(|| panic!("{name}"));
    assert_eq!(of("﨑山　花子").affiliation, format!("{LONG}　代表"));
    assert_eq!(of("辻\u{E0100}　太郎").end.as_deref(), Some("2028-03-31"), "V1 gives the end that the file does not");
    assert_eq!(of("髙橋　一郎").category, Some(1));
    assert_eq!(LONG.chars().count(), 60);
}
