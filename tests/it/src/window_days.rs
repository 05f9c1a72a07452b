//! What the screens' fields for a day ask.

use entaku_app::commands::dispatch;
use entaku_support::sample;
use serde_json::{Value, json};

#[test]
fn a_day_is_read_as_it_is_typed() {
    let mut app = sample();
    let mut read = |text: &str| dispatch(&mut app, "read_day", json!({ "text": text })).unwrap();
    let first = json!({ "iso": "2026-04-01", "shown": "令和8年（2026年）4月1日（水）" });
    for typed in ["R8.4.1", "令和8年4月1日", "2026/4/1", "2026-04-01", "Ｒ８．４．１", " 20260401 "] {
        assert_eq!(read(typed), first, "{typed}");
    }
    for typed in ["", "R8", "R8.2.30", "昨日", "H40.1.1"] {
        assert_eq!(read(typed), Value::Null, "{typed}");
    }
}

#[test]
fn a_day_that_its_month_lacks_is_named() {
    let mut app = sample();
    let mut said = |text: &str| dispatch(&mut app, "list_bodies", json!({ "on": text })).unwrap_err().to_wire().message;
    for (typed, lacking) in [("R9.2.29", "2月29日はありません"), ("令和8年４月31日", "4月31日はありません")]
    {
        assert!(said(typed).contains(lacking), "{typed}: {}", said(typed));
    }
    for typed in ["昨日", "R8.13.1", "昭和64年1月8日", "20260229", "R8.4.40", "日"] {
        assert!(!said(typed).contains("はありません"), "{typed}: {}", said(typed));
    }
}
