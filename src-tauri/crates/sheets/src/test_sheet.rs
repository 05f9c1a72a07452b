//! The small roster that the tests write and read back. The people are
//! invented.

use chrono::NaiveDate;

use crate::{Cell, Column, DateStyle, Kind, Page, Sheet};

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub(crate) fn column(name: &str, width: u16, kind: Kind) -> Column {
    Column { name: name.into(), width, kind }
}

/// A sheet with one text column that holds `texts`.
pub(crate) fn texts(texts: &[&str]) -> Sheet {
    Sheet {
        columns: vec![column("備考", 20, Kind::Text)],
        rows: texts.iter().map(|t| vec![Cell::Text((*t).into())]).collect(),
        ..roster()
    }
}

pub(crate) fn roster() -> Sheet {
    let row = |number: i64, name: &str, since: NaiveDate, note: Cell| {
        vec![Cell::Integer(number), name.into(), Cell::Date(since), note]
    };
    Sheet {
        name: "委員名簿".into(),
        title: vec!["委員名簿".into(), "令和8年4月1日現在".into()],
        columns: vec![
            column("番号", 6, Kind::Integer),
            column("氏名", 20, Kind::Text),
            column("委嘱日", 12, Kind::Date),
            column("備考", 24, Kind::Text),
        ],
        rows: vec![
            row(1, "髙橋 花子", day(2025, 4, 1), "2-1".into()),
            row(2, "𠮷田 太郎", day(2024, 10, 1), "=1+1".into()),
            row(3, "渡邉󠄂 次郎", day(1989, 1, 8), Cell::Empty),
            row(4, "辻󠄀 三郎", day(2026, 4, 1), "0467-23-3000".into()),
        ],
        page: Page::Portrait,
        footer: "障害福祉課 & 円卓".into(),
        dates: DateStyle::Slashed,
        author: "自立支援協議会事務局".into(),
        made_on: day(2026, 4, 1),
    }
}
