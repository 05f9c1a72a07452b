//! Written opinions on their way: at the item that they concern, into the minutes; and what
//! else minutes take from other records: who listened, namesakes, decisions of the report.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::printing::Document;
use entaku_support::{sample, with_undo};
use serde_json::{Value, json};

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

fn write(app: &mut App, name: &str, args: Value) -> Value {
    with_undo(app, |app| call(app, name, args))
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

/// A meeting that was held, and on which no minutes are written; with its first matter.
fn held(app: &mut App) -> (String, Value) {
    let all = call(app, "list_meetings", json!({ "body": "地域事例みえるか会議", "year": "R8" }));
    let id = list(&all).iter().find(|m| m["number"] == 3).unwrap()["id"].as_str().unwrap().to_owned();
    let item = page(app, &id)["items"][0]["id"].clone();
    (id, item)
}

fn page(app: &mut App, meeting: &str) -> Value {
    call(app, "minutes_page", json!({ "meeting": meeting }))
}

fn words(app: &App, ask: Value) -> String {
    let document: Document = serde_json::from_value(ask).unwrap();
    app.document(&document).unwrap_or_else(|e| panic!("{:?}", e.to_wire())).words()
}

#[test]
fn an_opinion_stands_at_its_item_and_is_written_into_the_minutes_once() {
    let app = &mut sample();
    let (meeting, item) = held(app);
    let rows = call(app, "meeting_replies", json!({ "meeting": meeting }))["rows"].clone();
    let by = |at: usize| (rows[at]["appointment"].clone(), rows[at]["name"].clone());
    let opinion = |who: &Value, item: &Value, text: &str| json!({ "meeting": meeting, "appointment": who, "item": item, "text": text });
    let ((first, name), (second, _)) = (by(0), by(1));
    call(app, "set_opinion", opinion(&first, &item, "朝の便を\n増やしてください。"));
    call(app, "set_opinion", opinion(&second, &Value::Null, "よい会議に。"));
    let agenda = call(app, "list_agenda", json!({ "meeting": meeting }))["items"].clone();
    let own = &list(&agenda).iter().find(|i| i["id"] == item).unwrap()["opinions"];
    assert_eq!((list(own).len(), &own[0]["name"]), (1, &name));

    let decision =
        json!({ "id": "0198c7d2-0000-7000-8000-000000000001", "item": item, "kind": "decision", "text": "検討する。" });
    call(app, "write_minutes", json!({ "meeting": meeting, "entries": [decision] }));
    let offered = page(app, &meeting)["opinions"].clone();
    assert_eq!((list(&offered).len(), &offered[0]["taken"], &offered[0]["name"]), (2, &json!(false), &name));
    let ask = json!({ "meeting": meeting, "opinions": [offered[0]["id"]] });
    assert_eq!(write(app, "take_opinions", ask)["output"], 1);
    let shown = page(app, &meeting);
    let entry = list(&shown["entries"]).iter().find(|e| e["item"] == item).unwrap();
    assert_eq!(entry["text"], "（意見書）朝の便を\n増やしてください。", "before what is decided");
    assert_eq!((&entry["kind"], &entry["role"]), (&json!("speech"), &json!("member")));
    assert_eq!(shown["opinions"][0]["taken"], true);

    assert_eq!(write(app, "take_opinions", json!({ "meeting": meeting }))["output"], 1, "what is missing");
    assert_eq!(call(app, "take_opinions", json!({ "meeting": meeting }))["output"], 0, "nothing twice");
    let strange = json!({ "meeting": meeting, "opinions": ["0198c7d2-0000-7000-8000-0000000000ff"] });
    assert_eq!(dispatch(app, "take_opinions", strange).unwrap_err().to_wire().code, "unknown_record");
}

#[test]
fn who_listened_is_taken_from_the_day_or_from_the_gallery_until_it_is_typed() {
    let app = &mut sample();
    let (meeting, item) = held(app);
    let counted = |app: &mut App| page(app, &meeting)["observers_counted"].clone();
    let printed = |app: &mut App| words(app, json!({ "kind": "minutes", "meeting": meeting, "audience": "members" }));
    assert_eq!(counted(app), Value::Null);
    for name in ["傍聴　一", "傍聴　二"] {
        let one = json!({ "meeting": meeting, "name": name, "state": "admitted", "came": true });
        call(app, "set_applicant", one);
    }
    assert_eq!(counted(app), "傍聴の受付から2人");
    assert_eq!(call(app, "day_page", json!({ "meeting": meeting }))["facts"]["gallery"], 2);
    assert!(printed(app).contains("傍聴者：2人"));
    call(app, "set_meeting_day", json!({ "meeting": meeting, "admitted": 3 }));
    assert_eq!(counted(app), "当日の記録から3人");
    call(app, "update_minutes", json!({ "meeting": meeting, "observers": "5" }));
    assert!(printed(app).contains("傍聴者：5人"), "what is typed is what counts");
    call(app, "update_minutes", json!({ "meeting": meeting, "observers": "" }));
    assert!(printed(app).contains("傍聴者：3人"));

    // Final minutes keep the number, whatever becomes of the record that it came from.
    let said =
        json!({ "id": "0198c7d2-0000-7000-8000-000000000002", "item": item, "kind": "note", "text": "話し合った。" });
    call(app, "write_minutes", json!({ "meeting": meeting, "entries": [said] }));
    write(app, "approve_minutes", json!({ "meeting": meeting, "way": "chair" }));
    call(app, "set_meeting_day", json!({ "meeting": meeting }));
    assert!(printed(app).contains("傍聴者：3人"), "{}", printed(app));
}

#[test]
fn namesakes_are_told_apart_in_the_minutes() {
    let app = &mut sample();
    let all = call(app, "list_meetings", json!({ "body": "全体会", "year": "R8" }));
    let first = list(&all).iter().find(|m| m["number"] == 1).unwrap().clone();
    let meeting = first["id"].as_str().unwrap().to_owned();
    let shown = page(app, &meeting);
    // The sample has two of this name and reading, from two organisations.
    let twins = list(&shown["speakers"])
        .iter()
        .filter(|s| s["role"] == "member" && s["full"].as_str().unwrap().starts_with("鈴木　一郎（"));
    let labels: Vec<&str> = twins.map(|s| s["label"].as_str().unwrap()).collect();
    assert_eq!(labels.len(), 2);
    assert!(labels[0] != labels[1] && labels.iter().all(|l| l.starts_with("鈴木（")), "{labels:?}");
    let printed = words(app, json!({ "kind": "minutes", "meeting": meeting, "audience": "members" }));
    let listed: Vec<&str> = printed.split('、').filter(|part| part.contains("鈴木　一郎（")).collect();
    assert!(listed.len() == 2 && listed[0] != listed[1], "{listed:?}");
}

#[test]
fn what_was_said_in_closed_parts_is_found_but_not_told_in_the_list() {
    let app = &mut sample();
    let (meeting, item) = held(app);
    let said = json!({ "id": "0198c7d2-0000-7000-8000-000000000003", "item": item, "kind": "note", "text": "鎌倉山の坂の話。", "closed_reason": "個別事例のため" });
    call(app, "write_minutes", json!({ "meeting": meeting, "entries": [said] }));
    let found = call(app, "search", json!({ "text": "鎌倉山の坂" }));
    let group = list(&found["groups"]).iter().find(|g| g["kind"] == "minutes").expect("found");
    assert!(!group.to_string().contains("坂の話"), "{group}");
    assert_eq!(group["hits"][0]["title"], "非公開の部分に該当する記載があります");
    assert_eq!(group["hits"][0]["target"]["tab"], "minutes");
}

#[test]
fn the_yearly_report_tells_what_the_minutes_say_was_decided() {
    let app = &sample();
    let report = words(app, json!({ "kind": "activity_report", "year": "R8", "audience": "members" }));
    for said in ["移動と外出を考える作業部会を設置し、委員を選任する。", "承認（全会一致）"]
    {
        assert!(report.contains(said), "{said}: {report}");
    }
}
