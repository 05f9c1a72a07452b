//! What is read, and what is refused with which words.
#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use encoding_rs::SHIFT_JIS;
use rust_xlsxwriter::{Format, Formula, Workbook};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

fn texts(book: &RawBook) -> Vec<Vec<String>> {
    let cells = |row: &RawRow| row.cells.iter().map(|cell| cell.value.text()).collect();
    book.sheets[0].rows.iter().map(cells).collect()
}

fn csv(text: &str) -> RawBook {
    read(text.as_bytes(), Wish { encoding: Some(Encoding::Utf8) }).unwrap()
}

fn windows(text: &str) -> Vec<u8> {
    let (bytes, _, lossy) = SHIFT_JIS.encode(text);
    assert!(!lossy, "{text}");
    bytes.into_owned()
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn rows_keep_the_numbers_that_excel_shows() {
    let book = csv("氏名,所属\r\n\r\n\"髙橋\n一郎\",\"\"\"市\"\"\"\r\n,,\n𠮷田,'=1+1\n");
    let rows: Vec<u32> = book.sheets[0].rows.iter().map(|row| row.number).collect();
    assert_eq!(rows, [1, 3, 5]);
    assert_eq!(texts(&book), [["氏名", "所属"], ["髙橋\n一郎", "\"市\""], ["𠮷田", "=1+1"]]);
    assert_eq!(book.sheets[0].cell(5, 1).unwrap().value.text(), "=1+1");
    assert!(book.sheets[0].cell(2, 0).is_none());
}

#[test]
fn the_delimiter_is_whichever_there_is() {
    for text in ["a,b\nc,d", "a\tb\nc\td", "a;b\nc;d", "\"x,y,z\"\tb\nc\td"] {
        assert_eq!(csv(text).sheets[0].rows[1].cells.len(), 2, "{text}");
    }
    assert_eq!(texts(&csv("髙橋")), [["髙橋"]]);
}

#[test]
fn encodings_are_told_apart() {
    let text = "氏名\n髙橋\n﨑山\n①番\n";
    let mut marked = b"\xEF\xBB\xBF".to_vec();
    marked.extend(text.as_bytes());
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for (bytes, encoding) in [
        (marked, Encoding::Utf8),
        (text.as_bytes().to_vec(), Encoding::Utf8),
        (windows(text), Encoding::Windows31j),
        (utf16, Encoding::Utf16),
        (b"a,b\n".to_vec(), Encoding::Utf8),
    ] {
        let book = read(&bytes, Wish::default()).unwrap();
        assert_eq!(book.encoding, Some(encoding));
        assert!(bytes.is_ascii() || texts(&book) == [["氏名"], ["髙橋"], ["﨑山"], ["①番"]]);
    }
}

#[test]
fn two_possible_readings_are_asked_about() {
    // 「ﾂｲ」 in Windows-31J are the bytes of 「²」 in UTF-8.
    let bytes = b"name\n\xC2\xB2\n";
    let Err(ReadError::Encoding(doubt)) = read(bytes, Wish::default()) else { panic!("not asked") };
    assert!(doubt.utf8_clean && doubt.windows31j_clean && doubt.count == 1);
    assert_eq!(doubt.lines, [DoubtLine { number: 2, utf8: "²".into(), windows31j: "ﾂｲ".into() }]);
    let book = read(bytes, Wish { encoding: Some(Encoding::Windows31j) }).unwrap();
    assert_eq!(texts(&book)[1], ["ﾂｲ"]);
}

#[test]
fn bytes_of_no_reading_are_never_skipped() {
    let mut bytes = "髙橋\n".as_bytes().to_vec();
    bytes.extend(windows("髙橋\n"));
    bytes.push(0xFF);
    let Err(ReadError::Encoding(doubt)) = read(&bytes, Wish::default()) else { panic!("not asked") };
    assert!(!doubt.utf8_clean && !doubt.windows31j_clean);
    let book = read(&bytes, Wish { encoding: Some(Encoding::Utf8) }).unwrap();
    assert!(texts(&book)[1][0].contains('\u{FFFD}'), "what has no character is seen");
}

#[test]
fn a_workbook_gives_values_formulas_merged_cells_and_errors() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("[$-411]ggge\"年\"m\"月\"d\"日\"");
    sheet.merge_range(0, 0, 0, 2, "委員名簿", &Format::new()).unwrap();
    sheet.write(2, 0, "髙橋").unwrap();
    sheet.write_with_format(2, 1, 46113, &day).unwrap();
    sheet.write_formula(2, 2, Formula::new("1+1").set_result("2")).unwrap();
    sheet.write_formula(3, 2, Formula::new("NA()").set_result("#N/A")).unwrap();
    sheet.merge_range(2, 3, 3, 3, "⑴", &Format::new()).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let found = read(&bytes, Wish::default()).unwrap();
    let cell = |row, column| found.sheets[0].cell(row, column).unwrap().clone();
    assert!(cell(1, 2).merged && cell(1, 2).value == cell(1, 0).value);
    assert_eq!(cell(3, 1).value, RawValue::Day(NaiveDate::from_ymd_opt(2026, 4, 1).unwrap()));
    assert!(cell(3, 2).formula && cell(3, 2).value.text() == "2");
    assert_eq!(cell(4, 2).value, RawValue::Error("#N/A".to_owned()));
    assert!(cell(4, 3).merged && cell(4, 3).value.text() == "⑴");
}

#[test]
fn cells_that_a_far_column_or_a_merge_makes_are_counted() {
    let rows = u32::try_from(CELL_COUNT_LIMIT / COLUMN_COUNT_LIMIT).unwrap() + 1;
    let last = u16::try_from(COLUMN_COUNT_LIMIT).unwrap() - 1;
    let (mut far, mut wide) = (Workbook::new(), Workbook::new());
    let (far_sheet, wide_sheet) = (far.add_worksheet(), wide.add_worksheet());
    wide_sheet.merge_range(0, 0, rows, last, "委員名簿", &Format::new()).unwrap();
    for row in 0..=rows {
        far_sheet.write(row, last, "〇").unwrap();
        wide_sheet.write(row, 0, "〇").unwrap();
    }
    for mut book in [far, wide] {
        let found = read(&book.save_to_buffer().unwrap(), Wish::default());
        assert!(matches!(found, Err(ReadError::TooManyCells { .. })));
    }
}

#[test]
fn what_is_no_table_is_called_by_its_name() {
    let html = b"\xEF\xBB\xBF\n<html><table><tr><td>a</td></tr></table></html>".to_vec();
    let mut locked = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let mut word = locked[..8].to_vec();
    word.extend("WordDocument".encode_utf16().flat_map(u16::to_le_bytes));
    let mut old = locked[..8].to_vec();
    old.extend("Workbook".encode_utf16().flat_map(u16::to_le_bytes));
    let whole = Workbook::new().add_worksheet().write(0, 0, "氏名").map(|_| ()).is_ok();
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "氏名").unwrap();
    let truncated = book.save_to_buffer().unwrap();
    let truncated = truncated[..truncated.len() / 2].to_vec();
    assert!(whole);
    let refused = |bytes: &[u8]| read(bytes, Wish::default()).unwrap_err();
    assert_eq!(refused(b""), ReadError::Empty);
    assert_eq!(refused(&html), ReadError::Html);
    assert_eq!(refused(&locked), ReadError::Encrypted);
    assert_eq!(refused(&word), ReadError::UnknownKind);
    assert!(matches!(refused(&old), ReadError::Damaged(_)));
    assert!(matches!(refused(&truncated), ReadError::Damaged(_)));
    assert_eq!(refused(&archive(&[("word/document.xml", b"<w/>")])), ReadError::UnknownKind);
    assert_eq!(refused(b"\x7fELF\x00\x01\x02"), ReadError::UnknownKind);
    assert_eq!(refused(b"a,\"b\nc"), ReadError::OpenQuote { row: 1 });
    let large = vec![b'a'; usize::try_from(FILE_LIMIT).unwrap() + 1];
    assert!(matches!(refused(&large), ReadError::TooLarge { .. }));
}

#[test]
fn a_file_that_unpacks_to_too_much_is_left_packed() {
    let zeros = vec![b' '; usize::try_from(UNPACKED_LIMIT).unwrap() / 2 + 1];
    let bomb = archive(&[("xl/workbook.xml", b"<workbook/>"), ("xl/a.xml", &zeros), ("xl/b.xml", &zeros)]);
    assert_eq!(read(&bomb, Wish::default()), Err(ReadError::Unpacked { limit: UNPACKED_LIMIT }));
}

#[test]
fn cells_have_addresses() {
    for (column, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
        assert_eq!(column_letters(column), letters);
    }
    assert_eq!(address(12, 1), "B12");
}
