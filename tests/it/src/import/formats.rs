//! Rosters as another program writes them (LibreOffice Calc): the same table in each
//! of its formats is the same roster, and a locked one says so.

use super::{for_body, nothing_more, preview, row, said, states, write};
use entaku_app::import::{CellState, ImportAsk, ImportFile, ImportPreview, RowState, look};
use entaku_support::sample;

const FORMATS: [&str; 3] = ["xlsx", "xls", "ods"];

fn bytes(name: &str) -> Vec<u8> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/rosters");
    std::fs::read(folder.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn read(format: &str) -> ImportFile {
    let name = format!("calc.{format}");
    ImportFile::read(&name, &bytes(&name), None).unwrap_or_else(|e| panic!("{:?}", e.to_wire()))
}

/// What is shown, without what names the file.
fn told(shown: &ImportPreview) -> String {
    format!("{:#?}\n{:#?}\n{:#?}\n{}", shown.columns, shown.rows, shown.notes, shown.summary)
}

#[test]
fn each_format_of_another_program_shows_the_same() {
    let app = sample();
    let shown: Vec<ImportPreview> =
        FORMATS.iter().map(|format| preview(&app, &read(format), &for_body("zentaikai"))).collect();
    for (format, other) in FORMATS.iter().zip(&shown) {
        assert_eq!(told(other), told(&shown[0]), "{format}");
        let table = look(&app, &read(format), &ImportAsk::default()).unwrap();
        assert_eq!((table.header_first, table.header, table.as_of.as_deref()), (4, 5, Some("2026-10-01")), "{format}");
        let hidden: Vec<_> = table.sheets.iter().map(|s| (s.name.as_str(), s.hidden)).collect();
        assert_eq!(hidden, [("表紙", false), ("委員名簿", false), ("作業用", true)], "{format}");
    }
}

#[test]
fn merged_cells_formulas_and_days_are_read_out_of_each_format() {
    use RowState::{New, Skipped};
    let app = sample();
    for format in FORMATS {
        let shown = preview(&app, &read(format), &for_body("zentaikai"));
        let all = [(6, New), (7, New), (8, New), (9, New), (10, New), (11, New), (12, Skipped), (14, Skipped)];
        assert_eq!(states(&shown), all, "{format}: {}", shown.rows.iter().map(said).collect::<String>());
        assert!(shown.ready, "{format}: {}", shown.summary);
        let name = |number| row(&shown, number).name.clone();
        let names =
            ["髙橋　一郎", "﨑山　花子", "𠮷田　健", "渡邉\u{E0102}　さくら", "辻\u{E0100}　太郎", "佐藤　太郎"];
        assert_eq!([name(6), name(7), name(8), name(9), name(10), name(11)], names, "{format}");
        let cells = |number: u32| row(&shown, number).cells.iter().map(|c| c.text.clone()).collect::<Vec<_>>();
        // A day formatted as 和暦 is a day; one computed from it, too; text in any form.
        for number in 6..=11 {
            assert_eq!(cells(number)[5], "令和8年4月1日", "{format} {number}");
        }
        for number in [6, 7, 8, 10] {
            assert_eq!(cells(number)[6], "令和10年3月31日", "{format} {number}");
        }
        assert_eq!(cells(8)[4], "所長", "{format}: the result of a formula");
        assert_eq!((cells(10)[0].as_str(), cells(11)[0].as_str()), ("⑹", "⑹"), "{format}: merged downwards");
        assert_eq!(cells(10)[7], "0467000005", "{format}");
        assert!(row(&shown, 6).cells[..7].iter().all(|c| c.state == CellState::New), "{format}");
    }
}

#[test]
fn what_one_format_has_written_another_finds_the_same() {
    let mut app = sample();
    let ask = for_body("zentaikai");
    let done = write(&mut app, &read("ods"), &ask);
    assert_eq!((done.people, done.appointments), (6, 6));
    for format in FORMATS {
        nothing_more(&mut app, &read(format), &ask);
    }
}

#[test]
fn a_locked_workbook_is_called_so() {
    let refused = ImportFile::read("鍵.xlsx", &bytes("locked.xlsx"), None).unwrap_err().to_wire();
    assert_eq!(refused.code, "import_encrypted");
    assert!(refused.message.contains("パスワード") && refused.hint.contains("外した"), "{refused:?}");
}

/// Saved as text, the headings over two columns stand over the first of them alone.
#[test]
fn a_text_file_of_merged_headings_keeps_both_days() {
    let app = sample();
    let text = "区分,氏名,ふりがな,所属,,任期,,備考\r\n,,,団体名,職名,自,至,\r\n\
        ⑴,髙橋　一郎,たかはし　いちろう,見本中央病院,院長,R8.4.1,R10.3.31,\r\n";
    let shown = preview(&app, &super::csv(text), &for_body("zentaikai"));
    let cells: Vec<_> = row(&shown, 3).cells.iter().map(|c| c.text.as_str()).collect();
    assert_eq!(
        cells[..7],
        ["⑴", "髙橋　一郎", "たかはし　いちろう", "見本中央病院", "院長", "令和8年4月1日", "令和10年3月31日"]
    );
}
