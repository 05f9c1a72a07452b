//! Table tests of V23 and of the dates that people type.
#![allow(clippy::unwrap_used)]
use super::*;

fn d(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn v23_eras_are_a_table() {
    for (day, era, both) in [
        ("2019-04-30", "平成31年4月30日", "平成31年（2019年）4月30日"),
        ("2019-05-01", "令和元年5月1日", "令和元年（2019年）5月1日"),
        ("2026-10-14", "令和8年10月14日", "令和8年（2026年）10月14日"),
        ("1989-01-07", "昭和64年1月7日", "昭和64年（1989年）1月7日"),
        ("1989-01-08", "平成元年1月8日", "平成元年（1989年）1月8日"),
        ("1926-12-24", "大正15年12月24日", "大正15年（1926年）12月24日"),
    ] {
        assert_eq!(DateStyle::Era.day(d(day)), era);
        assert_eq!(DateStyle::Both.day(d(day)), both);
    }
    for (year, era) in
        [(2018, "平成30年度"), (2019, "令和元年度"), (2026, "令和8年度"), (1988, "昭和63年度"), (1989, "平成元年度")]
    {
        assert_eq!(DateStyle::Era.fiscal_year(FiscalYear::new(year).unwrap()), era);
    }
    assert_eq!(DateStyle::Western.fiscal_year(FiscalYear::new(2022).unwrap()), "2022年度");
    assert_eq!(DateStyle::Both.fiscal_year(FiscalYear::new(2026).unwrap()), "令和8年度（2026年度）");
}

#[test]
fn days_as_people_type_them() {
    for text in [
        "R8.4.1",
        "r8.4.1",
        "令和8年4月1日",
        "令8.4.1",
        "2026/4/1",
        "2026-04-01",
        "2026年4月1日",
        "20260401",
        "Ｒ８．４．１",
        "２０２６／４／１",
        " R8.4.1 ",
        "令和8年4月1日（水）",
        "R8.4.1 (水)",
        "2026/4/1（水曜日）",
    ] {
        assert_eq!(parse_day(text), Some(d("2026-04-01")), "{text}");
    }
    assert_eq!(parse_day("令和元年5月1日"), Some(d("2019-05-01")));
    assert_eq!(parse_day("令和8年4月5日（日）"), Some(d("2026-04-05")));
    assert_eq!(parse_day("令和8年4月5日（日曜日）"), Some(d("2026-04-05")));
    assert_eq!(parse_day("H31.4.30"), Some(d("2019-04-30")));
    for bad in [
        "",
        "R8",
        "R8.4",
        "R8.13.1",
        "2026/2/30",
        "令和元年4月30日",
        "H31.5.1",
        "abc",
        "1/2/3",
        "R0.1.1",
        "8.4.1",
        "9999-01-01",
        "令和8年4月1日（木）",
        "令和8年4月1日（水）（水）",
        "令和8年4月1日（）",
        "（水）",
    ] {
        assert_eq!(parse_day(bad), None, "{bad}");
    }
}

#[test]
fn fiscal_years_as_people_type_them() {
    for (text, year) in [
        ("R8", 2026),
        ("令和8年度", 2026),
        ("令和元年度", 2019),
        ("2026", 2026),
        ("2022年度", 2022),
        ("平成31年度", 2019),
        ("Ｈ３０", 2018),
    ] {
        assert_eq!(parse_fiscal_year(text), FiscalYear::new(year), "{text}");
    }
    for bad in ["", "8", "R0", "平成40年度", "年度", "x"] {
        assert_eq!(parse_fiscal_year(bad), None, "{bad}");
    }
}
