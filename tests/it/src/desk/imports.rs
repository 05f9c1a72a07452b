//! Rosters that are dropped into the window: taken in, looked at, written, forgotten.

use super::played::Played;
use entaku_desk::Event;
use serde_json::{Value, json};

const ROSTER: &str =
    "\u{feff}氏名,ふりがな,団体名\r\n試験　花子,しけん　はなこ,試験会\r\n試験　太郎,しけん　たろう,\r\n";

fn begin(played: &Played, bytes: &[u8]) -> Value {
    played.send("begin_import", json!({ "name": "名簿.csv" }), bytes)
}

fn step(taken: &Value, ask: Value) -> Value {
    json!({ "handle": taken["handle"], "job": "look", "ask": ask })
}

#[test]
fn a_roster_goes_its_way_and_back() {
    let played = Played::new();
    played.open();
    assert_eq!(played.ask("import_limits", json!({}))["bytes"], 50_000_000);
    let taken = begin(&played, ROSTER.as_bytes());
    assert_eq!((&taken["encoding"], &taken["doubt"]), (&json!("utf8"), &json!("")));
    let table = played.ask("import_table", step(&taken, json!({})));
    assert_eq!((&table["rows"], &table["columns"][2]["field"]), (&json!(2), &json!("organization")));
    let shown = played.ask("preview_import", step(&taken, json!({})));
    assert_eq!((&shown["counts"]["new"], &shown["ready"]), (&json!(2), &json!(true)));
    let told = |e: &Event| matches!(e, Event::Progress { job, total: 2, .. } if job == "look");
    assert!(played.window.events.lock().unwrap().iter().any(told));
    let before = played.ask("list_people", json!({}));
    let done = played.ask("write_import", step(&taken, json!({})));
    assert_eq!((&done["output"]["people"], &done["output"]["organizations"]), (&json!(2), &json!(1)));
    assert_eq!(played.ask("undoable", json!({}))["undo"], "名簿の取り込み");
    played.ask("undo", json!({}));
    assert_eq!(before, played.ask("list_people", json!({})));
    played.ask("end_import", json!({ "handle": taken["handle"] }));
    assert_eq!(played.refused("preview_import", step(&taken, json!({})), None), "unknown_record");
}

#[test]
fn the_user_chooses_how_characters_are_read() {
    let played = Played::new();
    played.open();
    let taken = begin(&played, b"name,\xC2\xB2\n");
    assert!(taken["encoding"].is_null() && taken["doubt"].as_str().unwrap().contains("Shift_JIS"), "{taken}");
    assert_eq!(taken["doubt_lines"][0], json!({ "line": 1, "utf8": "name,²", "windows31j": "name,ﾂｲ" }));
    assert_eq!(played.refused("import_table", step(&taken, json!({})), None), "unknown_record");
    let again = played.ask("encode_import", json!({ "handle": taken["handle"], "encoding": "windows31j" }));
    assert_eq!(again["encoding"], "windows31j");
    assert_eq!(played.refused("import_table", step(&taken, json!({})), None), "import_no_roster");
    let wrong = json!({ "handle": taken["handle"], "encoding": "euc" });
    assert_eq!(played.refused("encode_import", wrong, None), "bad_request");
    assert_eq!(played.refused("begin_import", json!({ "name": "空.xlsx" }), Some(b"")), "import_empty");
}

#[test]
fn another_council_knows_nothing_of_the_file() {
    let played = Played::new();
    played.open();
    let taken = begin(&played, ROSTER.as_bytes());
    played.ask("open_sample", json!({}));
    assert_eq!(played.refused("write_import", step(&taken, json!({})), None), "unknown_record");
}
