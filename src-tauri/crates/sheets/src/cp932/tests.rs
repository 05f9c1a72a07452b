//! What CP932 holds, what it does not, and that nothing is lost silently.
#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;

use super::*;
use crate::test_sheet::texts;

/// The lines below the header, decoded.
fn lines(csv: &Cp932Csv) -> Vec<String> {
    let (text, broken) = SHIFT_JIS.decode_without_bom_handling(&csv.bytes);
    assert!(!broken);
    text.split_terminator("\r\n").skip(1).map(str::to_owned).collect()
}

fn refused(text: &str) -> Vec<Unencodable> {
    match csv_cp932(&texts(&[text]), Fallback::Refuse) {
        Err(SheetError::Unencodable(items)) => items,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_worked_example_of_v22() {
    let text = "⑴医療関係者 髙﨑 𠮷田";
    let items = refused(text);
    let short: Vec<_> =
        items.iter().map(|i| (i.item.as_str(), i.code_points.as_slice(), i.replacement.as_str())).collect();
    assert_eq!(short, [("⑴", &[0x2474][..], "(1)"), ("𠮷", &[0x20BB7][..], "〓")]);
    for item in &items {
        assert_eq!((item.row, item.column.as_str(), item.text.as_str()), (Some(0), "備考", text));
    }
    let csv = csv_cp932(&texts(&[text]), Fallback::Replace).unwrap();
    assert_eq!(csv.replaced, items);
    assert_eq!(lines(&csv), ["(1)医療関係者 髙﨑 〓田"]);
}

#[test]
fn extension_characters_have_their_bytes() {
    let csv = csv_cp932(&texts(&["髙﨑Ⅰ①㈱德彅"]), Fallback::Refuse).unwrap();
    assert!(csv.replaced.is_empty());
    let line = csv.bytes.split(|b| *b == b'\n').nth(1).unwrap();
    assert_eq!(line[..8], [0xFB, 0xFC, 0xFA, 0xB1, 0x87, 0x54, 0x87, 0x40]);
}

#[test]
fn each_item_has_its_replacement() {
    use Replacement::{Geta, Near};
    let cases = [
        ("⑺", "(7)", Near),
        ("㋿", "令和", Near),
        ("邉\u{E0102}", "邉", Near),
        ("辻\u{E0100}", "辻", Near),
        ("𠮷\u{E0100}", "〓", Geta),
        ("か\u{3099}", "が", Near),
        ("é", "e", Near),
        ("ǵ", "g", Near),
        ("¥", "￥", Near),
        ("‾", "￣", Near),
        ("–", "－", Near),
        ("㉑", "(21)", Near),
        ("㊿", "(50)", Near),
        ("\u{200B}", "", Near),
        ("槗", "〓", Geta),
        ("\u{E000}", "〓", Geta),
        ("👨\u{200D}👩\u{200D}👧", "〓", Geta),
    ];
    for (item, replacement, nearness) in cases {
        let text = format!("前{item}後");
        let items = refused(&text);
        assert_eq!(items.len(), 1, "{item}");
        assert_eq!((items[0].item.as_str(), items[0].nearness), (item, nearness));
        assert_eq!(items[0].replacement, replacement);
        let csv = csv_cp932(&texts(&[&text]), Fallback::Replace).unwrap();
        assert_eq!(lines(&csv), [format!("前{replacement}後")]);
    }
}

#[test]
fn the_same_character_under_another_number_passes_but_is_told() {
    let text = "9時〜10時 −5 — ‖¢£¬";
    let csv = csv_cp932(&texts(&[text]), Fallback::Refuse).unwrap();
    assert_eq!(lines(&csv), ["9時～10時 －5 ― ∥￠￡￢"]);
    assert_eq!(csv.replaced.len(), 7);
    assert!(csv.replaced.iter().all(|item| item.nearness == Replacement::Same));
}

#[test]
fn headings_are_checked_and_formulas_guarded() {
    let mut sheet = texts(&["=1+1", "−A1"]);
    sheet.columns[0].name = "区分⑴".into();
    let Err(SheetError::Unencodable(items)) = csv_cp932(&sheet, Fallback::Refuse) else {
        panic!("not refused");
    };
    assert_eq!((items[0].row, items[0].item.as_str()), (None, "⑴"));
    let csv = csv_cp932(&sheet, Fallback::Replace).unwrap();
    assert_eq!(lines(&csv), ["'=1+1", "'－A1"]);
}

proptest! {
    /// Whatever the text: either it is in the file as it is, or each
    /// difference is in the list; and never a numeric reference.
    #[test]
    fn what_is_written_decodes_to_the_same_text(text in "[\\PC𠮷髙﨑⑴〜−あ-ん亜-腕\u{E0100}-\u{E0105}]{0,12}") {
        let csv = csv_cp932(&texts(&[&text]), Fallback::Replace).unwrap();
        let (decoded, broken) = SHIFT_JIS.decode_without_bom_handling(&csv.bytes);
        prop_assert!(!broken);
        let mut reader = csv::Reader::from_reader(decoded.as_bytes());
        let record = reader.records().next().unwrap().unwrap();
        let mut items = csv.replaced.iter();
        let mut expected = String::new();
        for item in text.graphemes(true) {
            if fits(item) {
                expected.push_str(item);
            } else {
                let noted = items.next().unwrap();
                prop_assert_eq!(&noted.item, item);
                expected.push_str(&noted.replacement);
            }
        }
        prop_assert!(items.next().is_none());
        prop_assert_eq!(crate::unguarded(&record[0]), expected.as_str());
        if csv.replaced.is_empty() {
            prop_assert_eq!(expected, text);
        }
    }
}
