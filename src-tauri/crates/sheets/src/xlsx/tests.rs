//! The workbook read back cell by cell, its parts as XML, and its limits.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};

use super::*;
use crate::test_sheet::{day, roster, texts};

fn read(sheet: &Sheet) -> Vec<Vec<Data>> {
    let mut book = Xlsx::new(Cursor::new(xlsx(sheet).unwrap())).unwrap();
    let range = book.worksheet_range(&sheet.name).unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

/// One part of the workbook's archive as text.
fn part(sheet: &Sheet, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(xlsx(sheet).unwrap())).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn date_of(data: &Data) -> NaiveDate {
    match data {
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            crate::test_sheet::day(year.into(), month.into(), day.into())
        }
        other => panic!("not a day: {other:?}"),
    }
}

#[test]
fn every_cell_comes_back_as_what_it_was() {
    for dates in [DateStyle::Slashed, DateStyle::Era] {
        let sheet = Sheet { dates, ..roster() };
        let rows = read(&sheet);
        let text = |t: &str| Data::String(t.into());
        assert_eq!(rows[0][0], text("委員名簿"));
        assert_eq!(rows[1][0], text("令和8年4月1日現在"));
        assert_eq!(rows[2], ["番号", "氏名", "委嘱日", "備考"].map(text));
        for (read, written) in rows[3..].iter().zip(&sheet.rows) {
            for (data, cell) in read.iter().zip(written) {
                match cell {
                    Cell::Text(t) => assert_eq!(data, &text(t)),
                    Cell::Date(d) => assert_eq!(date_of(data), *d),
                    Cell::Integer(n) => assert_eq!(data, &Data::Float(*n as f64)),
                    Cell::Empty => assert_eq!(data, &Data::Empty),
                }
            }
        }
        assert_eq!(rows.len(), 3 + sheet.rows.len());
    }
}

#[test]
fn text_that_looks_like_something_else_stays_text() {
    let hard = [
        "2-1",
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+81",
        "-",
        "@x",
        "0467",
        "1/2",
        "1E5",
        "TRUE",
        "https://example.com",
        "mailto:a@example.com",
        "'a",
        " a ",
        "a\nb",
        "_x0041_",
        "<b>&amp;",
        "ｱｲｳ",
        "か゚",
        "󠄀",
    ];
    let rows = read(&texts(&hard));
    for (row, text) in rows[3..].iter().zip(hard) {
        assert_eq!(row[0], Data::String(text.into()));
    }
}

#[test]
fn line_breaks_become_those_of_excel() {
    let rows = read(&texts(&["a\r\nb\rc"]));
    assert_eq!(rows[3][0], Data::String("a\nb\nc".into()));
}

#[test]
fn the_page_is_set_up() {
    let page = part(&roster(), "xl/worksheets/sheet1.xml");
    for expected in [
        r#"<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>"#,
        r#"<pageSetUpPr fitToPage="1"/>"#,
        r#"paperSize="9""#,
        r#"fitToHeight="0""#,
        r#"orientation="portrait""#,
        r#"<autoFilter ref="A3:D7"/>"#,
        "<oddFooter>&amp;L障害福祉課 &amp;&amp; 円卓&amp;C&amp;P / &amp;N</oddFooter>",
    ] {
        assert!(page.contains(expected), "{expected} not in {page}");
    }
    let book = part(&roster(), "xl/workbook.xml");
    assert!(book.contains("'委員名簿'!$3:$3") || book.contains("委員名簿!$3:$3"), "{book}");
    assert!(book.contains("$A$1:$D$7"), "{book}");
    let styles = part(&roster(), "xl/styles.xml");
    assert!(styles.contains("BIZ UDPGothic") && styles.contains("yyyy/m/d"), "{styles}");
}

#[test]
fn the_first_year_of_reiwa_is_gannen() {
    let styles = part(&Sheet { dates: DateStyle::Era, ..roster() }, "xl/styles.xml");
    assert!(styles.contains("ggg&quot;元年&quot;m"), "{styles}");
    // The pattern's bounds are Excel's numbers of these days.
    let number = |day: NaiveDate| excel_date(day).unwrap().to_excel();
    assert_eq!(number(day(2019, 5, 1)), 43586.0);
    assert_eq!(number(day(2020, 1, 1)), 43831.0);
}

#[test]
fn an_empty_table_is_a_table() {
    let sheet = Sheet { rows: Vec::new(), title: Vec::new(), ..roster() };
    assert_eq!(read(&sheet).len(), 1);
}

#[test]
fn the_same_sheet_is_the_same_file() {
    assert!(xlsx(&roster()).unwrap() == xlsx(&roster()).unwrap());
    let core = part(&roster(), "docProps/core.xml");
    assert!(core.contains("2026-04-01T00:00:00Z") && core.contains("自立支援協議会事務局"));
}

#[test]
fn names_of_sheets_follow_excels_rules() {
    let fault = |name: &str| match xlsx(&Sheet { name: name.into(), ..roster() }) {
        Err(SheetError::SheetName { fault, .. }) => Some(fault),
        Err(other) => panic!("{other}"),
        Ok(_) => None,
    };
    assert_eq!(fault(" "), Some(NameFault::Blank));
    assert_eq!(fault(&"名".repeat(32)), Some(NameFault::TooLong));
    assert_eq!(fault(&"𠮷".repeat(16)), Some(NameFault::TooLong));
    assert_eq!(fault(&"名".repeat(31)), None);
    assert_eq!(fault("4/1"), Some(NameFault::Character('/')));
    assert_eq!(fault("全体：名簿"), Some(NameFault::Character('：')));
    assert_eq!(fault("'a"), Some(NameFault::Apostrophe));
    assert_eq!(fault("History"), Some(NameFault::Reserved));
}

#[test]
fn limits_are_errors_with_their_place() {
    let place = |row| Place::Cell { row, column: "備考".into() };
    let long = "あ".repeat(CELL_LIMIT);
    assert!(xlsx(&texts(&[&long])).is_ok());
    let longer = format!("{long}あ");
    assert_eq!(
        xlsx(&texts(&["", &longer])),
        Err(SheetError::TextTooLong { place: place(1), found: CELL_LIMIT + 1, limit: CELL_LIMIT })
    );
    assert_eq!(xlsx(&texts(&["a\u{0}b"])), Err(SheetError::ControlCharacter { place: place(0), code_point: 0 }));
    let cell = |cell| Sheet { rows: vec![vec![cell]], ..texts(&[]) };
    let meiji = day(1868, 10, 23);
    assert_eq!(xlsx(&cell(Cell::Date(meiji))), Err(SheetError::DateOutOfRange { place: place(0), date: meiji }));
    assert_eq!(
        xlsx(&cell(Cell::Integer(i64::MAX))),
        Err(SheetError::IntegerOutOfRange { place: place(0), number: i64::MAX })
    );
    let ragged = Sheet { rows: vec![vec![]], ..roster() };
    assert_eq!(xlsx(&ragged), Err(SheetError::RaggedRow { row: 0, expected: 4, found: 0 }));
    let bare = Sheet { columns: vec![], rows: vec![], ..roster() };
    assert_eq!(xlsx(&bare), Err(SheetError::NoColumns));
    let footer = Sheet { footer: "あ".repeat(256), ..roster() };
    assert!(matches!(xlsx(&footer), Err(SheetError::TextTooLong { place: Place::Footer, .. })));
}
