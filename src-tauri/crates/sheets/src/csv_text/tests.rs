//! The CSV as bytes, read back, and the guard against formulas.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::test_sheet::{roster, texts};

fn fields(bytes: &[u8]) -> Vec<Vec<String>> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(bytes)
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn the_file_is_what_excel_and_rfc_4180_expect() {
    let bytes = csv_utf8(&roster()).unwrap();
    let expected = "\u{FEFF}番号,氏名,委嘱日,備考\r\n\
        1,髙橋 花子,2025-04-01,2-1\r\n\
        2,𠮷田 太郎,2024-10-01,'=1+1\r\n\
        3,渡邉󠄂 次郎,1989-01-08,\r\n\
        4,辻󠄀 三郎,2026-04-01,0467-23-3000\r\n";
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
}

#[test]
fn commas_quotes_and_line_breaks_are_quoted() {
    let bytes = csv_utf8(&texts(&["a,b", "a\"b", "a\nb", ""])).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(text, "\u{FEFF}備考\r\n\"a,b\"\r\n\"a\"\"b\"\r\n\"a\nb\"\r\n\"\"\r\n");
}

#[test]
fn only_what_could_run_is_guarded() {
    let run = [
        "=1+1",
        "=cmd|' /C calc'!A0",
        "@SUM(A1)",
        "+A1",
        "-A1",
        "-1+cmd|' /C calc'!A0",
        "\tx",
        "\rx",
        " =1",
        "　＝１",
        "＠x",
        "'=1",
        "''=1",
        "\n=1",
        "−調整中",
    ];
    for text in run {
        assert_eq!(guarded(text), format!("'{text}"));
    }
    let harmless = [
        "-",
        "－",
        "−",
        "--",
        "-5",
        "+81-467-23-3000",
        "+81 (0)467",
        "0467-23-3000",
        "2-1",
        "",
        "'",
        "'a",
        "a=1",
        "髙橋",
        "（１）",
    ];
    for text in harmless {
        assert_eq!(guarded(text), text);
    }
}

#[test]
fn guarded_cells_are_named() {
    let expected = Place::Cell { row: 1, column: "備考".into() };
    assert_eq!(guarded_cells(&roster()), [expected]);
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(texts_in in prop::collection::vec("[\\t\r\n'=+@,\" a-c0-9髙﨑𠮷ー－−-]{0,8}", 0..8)) {
        let texts_in: Vec<&str> = texts_in.iter().map(String::as_str).collect();
        let bytes = csv_utf8(&texts(&texts_in)).unwrap();
        let read = fields(&bytes[BYTE_ORDER_MARK.len()..]);
        prop_assert_eq!(read.len(), texts_in.len() + 1);
        for (row, text) in read[1..].iter().zip(texts_in) {
            prop_assert_eq!(unguarded(&row[0]), text);
        }
    }

    #[test]
    fn the_guard_loses_nothing(text in "\\PC{0,12}") {
        let written = guarded(&text);
        prop_assert_eq!(unguarded(&written), text.as_str());
    }
}
