//! Files that are no rosters: clear words, and nothing written.

use super::{csv, for_body};
use entaku_app::import::{ImportAsk, ImportFile, bytes_of, look};
use entaku_support::{dump, sample};
use rust_xlsxwriter::Workbook;

/// Code and words of a refusal to read a file.
fn refused(name: &str, bytes: &[u8]) -> (String, String) {
    let error = ImportFile::read(name, bytes, None).expect_err(name).to_wire();
    assert!(!error.hint.is_empty() && error.message.contains(name), "{error:?}");
    (error.code, error.message)
}

fn book(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, text) in (0_u16..).zip(*cells) {
            sheet.write_string(row, column, *text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// A file of Microsoft's compound kind that holds a stream of that name.
fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

#[test]
fn each_file_that_is_no_table_is_called_by_its_name() {
    let whole = book(&[&["氏名"], &["髙橋　一郎"]]);
    for (name, bytes, code, word) in [
        ("空.xlsx", Vec::new(), "import_empty", "空"),
        ("web.xlsx", b"<html><body><table></table></body></html>".to_vec(), "import_html", "HTML"),
        ("鍵.xlsx", compound("EncryptedPackage"), "import_encrypted", "パスワード"),
        ("文書.doc", compound("WordDocument"), "import_kind", "Excel"),
        ("切れた.xlsx", whole[..whole.len() * 2 / 3].to_vec(), "import_damaged", "途中で切れている"),
        ("古い.xls", compound("Workbook"), "import_damaged", "壊れている"),
        ("紙.pdf", b"%PDF-1.7".to_vec(), "import_kind", "Excel"),
        ("屑.csv", (0..=255).collect(), "import_kind", "Excel"),
        ("引用符.csv", "氏名\n\"髙橋".as_bytes().to_vec(), "import_open_quote", "2行目"),
    ] {
        let (found, message) = refused(name, &bytes);
        assert_eq!(found, code, "{name}: {message}");
        assert!(message.contains(word), "{message}");
    }
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("大きい.csv");
    // 300 MB that take no room on the disk.
    std::fs::File::create(&path).unwrap().set_len(300_000_000).unwrap();
    let error = bytes_of(&path).unwrap_err().to_wire();
    assert_eq!(error.code, "file_too_large");
    assert!(error.message.contains("300MB") && error.message.contains("50MBまで"), "{}", error.message);
    assert_eq!(bytes_of(folder.path()).unwrap_err().to_wire().code, "read_file");
    assert!(bytes_of(folder.path()).unwrap_err().to_wire().message.contains("フォルダーです"));
    assert_eq!(bytes_of(&folder.path().join("ない.csv")).unwrap_err().to_wire().code, "read_file");
}

#[test]
fn a_file_that_unpacks_to_gigabytes_is_called_so() {
    // What is measured there is in the tests of `entaku-sheets`: packing so much takes a minute.
    let error = Box::new(entaku_sheets::ReadError::Unpacked { limit: 200_000_000 });
    let told = entaku_app::AppError::Import { name: "爆弾.xlsx".to_owned(), error }.to_wire();
    assert_eq!(told.code, "import_unpacked");
    assert!(told.message.contains("200MB") && !told.hint.is_empty(), "{}", told.message);
}

#[test]
fn a_million_empty_rows_cost_nothing() {
    let mut made = Workbook::new();
    let sheet = made.add_worksheet();
    for (column, heading) in (0_u16..).zip(["氏名", "ふりがな"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    sheet.write_string(1, 0, "髙橋　一郎").unwrap();
    sheet.write_string(1, 1, "たかはし　いちろう").unwrap();
    // The very last cell of a sheet: 17 thousand million cells lie between.
    sheet.write_blank(1_048_575, 16_383, &rust_xlsxwriter::Format::new().set_bold()).unwrap();
    let read = ImportFile::read("名簿.xlsx", &made.save_to_buffer().unwrap(), None).unwrap();
    let table = look(&sample(), &read, &ImportAsk::default()).unwrap();
    assert_eq!(table.rows, 1);
    let far = {
        let mut made = Workbook::new();
        made.add_worksheet().write_string(1_048_575, 16_383, "ここ").unwrap();
        made.save_to_buffer().unwrap()
    };
    assert_eq!(refused("遠い.xlsx", &far).0, "import_too_many_cells");
}

#[test]
fn a_table_without_names_is_no_roster_and_nothing_is_written() {
    let mut app = sample();
    let before = dump(&app);
    for file in [csv("品名,数量\r\n鉛筆,3\r\n"), csv("　\r\n"), csv("髙橋　一郎\r\n")] {
        let refused = app.write_import(&file, &for_body("zentaikai")).unwrap_err().to_wire();
        assert_eq!((refused.code.as_str(), refused.hint.is_empty()), ("import_no_roster", false));
    }
    let roster = csv("氏名,ふりがな\r\n髙橋　一郎,たかはし　いちろう\r\n");
    for (ask, code) in [
        (for_body("ない会"), "unknown_body"),
        (ImportAsk { on: Some("いつか".into()), ..ImportAsk::default() }, "bad_day"),
        (ImportAsk { sheet: Some("ない".into()), ..ImportAsk::default() }, "import_no_roster"),
        (ImportAsk { columns: [("A".into(), "何か".into())].into(), ..ImportAsk::default() }, "bad_request"),
        (ImportAsk { publication: Some("秘密".into()), ..ImportAsk::default() }, "bad_request"),
    ] {
        assert_eq!(app.write_import(&roster, &ask).unwrap_err().to_wire().code, code);
    }
    assert_eq!(before, dump(&app));
}

#[test]
fn encodings_in_doubt_are_shown_not_guessed() {
    let mut mixed = "氏名\n髙橋\n".as_bytes().to_vec();
    mixed.extend(encoding_rs::SHIFT_JIS.encode("﨑山\n").0.iter());
    let (code, message) = refused("混ざった.csv", &mixed);
    assert_eq!(code, "import_encoding");
    assert!(message.contains("読めない文字"), "{message}");
    let app = sample();
    let read = ImportFile::read("混ざった.csv", &mixed, Some(entaku_sheets::Encoding::Utf8)).unwrap();
    let shown = app.preview_import(&read, &ImportAsk::default()).unwrap();
    assert!(super::said(super::row(&shown, 3)).contains("A3 読めない文字があります"), "never skipped, never written");
    assert!(!shown.ready);
    let windows = encoding_rs::SHIFT_JIS.encode("氏名,所属\n髙橋　一郎,①の会\n﨑山　花子,\n").0.into_owned();
    let read = ImportFile::read("窓.csv", &windows, None).unwrap();
    let shown = app.preview_import(&read, &ImportAsk::default()).unwrap();
    assert_eq!(
        (super::row(&shown, 2).name.as_str(), super::row(&shown, 3).name.as_str()),
        ("髙橋　一郎", "﨑山　花子")
    );
}
