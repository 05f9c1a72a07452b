//! Rosters as offices send them, made by the library that writes workbooks.

use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

/// An organisation's name of 60 characters.
pub(crate) const LONG: &str = "特定非営利活動法人鎌倉市障害のある人もない人も共に暮らす地域づくりを進める市民と事業者と家族の会連絡協議会合同事務局支部";

fn put(sheet: &mut Worksheet, row: u32, cells: &[&str]) {
    for (column, text) in (0_u16..).zip(cells).filter(|(_, text)| !text.is_empty()) {
        sheet.write_string(row, column, *text).unwrap();
    }
}

/// A roster with all that is hard: titles above, headings over two rows with merged
/// cells, days in every form, half-width kana, a private-use character, a formula, an
/// error, a double row, a vacant seat and a remark below.
pub(crate) fn messy() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("表紙").unwrap().write_string(0, 0, "委員名簿について").unwrap();
    let sheet = book.add_worksheet().set_name("委員名簿").unwrap();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 9, "鎌倉市障害者支援協議会　委員名簿", &plain).unwrap();
    sheet.write_string(1, 0, "（令和8年10月1日現在）").unwrap();
    for (column, heading) in [(0, "Ｎｏ．"), (1, "区　分"), (2, "氏　　名"), (3, "ﾌﾘｶﾞﾅ"), (8, "電話"), (9, "備考")]
    {
        sheet.merge_range(3, column, 4, column, heading, &plain).unwrap();
    }
    sheet.merge_range(3, 4, 3, 5, "所属", &plain).unwrap();
    sheet.merge_range(3, 6, 3, 7, "任期", &plain).unwrap();
    put(sheet, 4, &["", "", "", "", "団体名", "職名", "自", "至"]);
    put(
        sheet,
        5,
        &["1", "⑴", "髙橋　一郎", "ﾀｶﾊｼ ｲﾁﾛｳ", "見本中央病院", "院長", "R8.4.1", "R10.3.31", "0467-00-0001", "新任"],
    );
    put(sheet, 6, &["2", "(2)", "﨑山花子", "サキヤマ　ハナコ", LONG, "代表", "令和8年4月1日", "令和10年3月31日"]);
    put(sheet, 7, &["3", "３号", "𠮷田 健", "よしだ けん", "見本作業所", "", "2026/4/1", "2028/3/31"]);
    put(sheet, 8, &["4", "4", "渡邉\u{E0102}　さくら", "わたなべ　さくら", "見本大学", "教授", "2026-04-01", ""]);
    put(sheet, 9, &["5", "⑹ 障害者等及びその家族", "辻\u{E0100} 太郎", "つじ たろう", "", "", "", ""]);
    sheet.write_number_with_format(9, 6, 46113.0, &Format::new().set_num_format("yyyy/m/d")).unwrap();
    put(sheet, 10, &["6", "⑴", "山\u{E000}　次郎", "やまもと じろう", "見本診療所", "", "令8.4.1", ""]);
    put(sheet, 11, &["7", "⑵", "髙橋　一郎", "たかはし いちろう", "見本中央病院", "院長", "R8.4.1", ""]);
    put(sheet, 12, &["8", "⑺", "欠員"]);
    put(sheet, 13, &["9", "⑺", "佐藤 三郎", "さとう さぶろう", "見本町内会", "", "令和8年", ""]);
    sheet.write_formula(13, 5, Formula::new("\"会\"&\"長\"").set_result("会長")).unwrap();
    put(sheet, 14, &["10", "⑵", "田中 良子", "たなか よしこ", "", "", "R8.4.1"]);
    sheet.write_formula(14, 4, Formula::new("VLOOKUP(1,A1:B2,2)").set_result("#N/A")).unwrap();
    put(sheet, 16, &["※敬称略"]);
    let made = rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 10, 1).unwrap();
    book.set_properties(&rust_xlsxwriter::DocProperties::new().set_creation_datetime(&made));
    book.save_to_buffer().unwrap()
}

/// The tests in the browser and in the window take the messy roster as a file.
#[test]
fn the_messy_roster_lies_in_the_fixtures() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/rosters/messy.xlsx");
    let made = messy();
    if std::fs::read(&path).ok().as_deref() != Some(&made) {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, made).unwrap();
        panic!("{} was stale; it has been rewritten, commit it", path.display());
    }
}

/// A roster of so many people, with readings, organisations and terms.
pub(crate) fn large(people: usize) -> Vec<u8> {
    let mut text = String::from("\u{feff}区分,氏名,ふりがな,所属,職,委嘱日,満了日\r\n");
    for n in 0..people {
        let (family, given) = (spelled(n / 60), spelled(n % 60 + 7));
        text.push_str(&format!(
            "{},見本{family}　{given},みほん{family} {given},団体{}号,職員,R8.4.1,R10.3.31\r\n",
            [1, 2, 3, 4, 6, 7][n % 6],
            n / 10
        ));
    }
    text.into_bytes()
}

/// A number in hiragana, each with another.
fn spelled(mut n: usize) -> String {
    let kana: Vec<char> = "あいうえおかきくけこ".chars().collect();
    let mut out = String::new();
    loop {
        out.push(kana[n % 10]);
        n /= 10;
        if n == 0 {
            return out;
        }
    }
}
