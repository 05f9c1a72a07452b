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
