//! Slips of the hand: what changes nothing is no change and offers no way back, what
//! would lose something is refused with a word at its field, and nothing overflows.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::printing::Document;
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

/// What a command is refused with: message and field.
fn refused(app: &mut App, name: &str, args: Value) -> (String, String) {
    let before = dump(app);
    let wire = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, dump(app), "a refused command left something");
    assert!(!wire.hint.is_empty());
    (wire.message, wire.field.unwrap_or_default())
}

/// Carries out a write that changes nothing.
fn idle(app: &mut App, name: &str, args: Value) {
    let state =
        |app: &mut App| (dump(app), call(app, "undoable", json!({})), call(app, "history", json!({ "limit": 3 })));
    let before = state(app);
    let answer = call(app, name, args);
    assert_eq!((&answer["change"], &answer["tags"]), (&Value::Null, &json!([])), "{name}");
    assert_eq!(state(app), before, "{name} left something");
}

fn meeting(app: &mut App, body: &str) -> Value {
    call(app, "list_meetings", json!({ "body": body, "year": "R8" }))[0]["id"].clone()
}

fn somebody(app: &mut App) -> Value {
    let ask = json!({ "family": "試験", "given": "花", "family_kana": "しけん", "given_kana": "はな", "publication": "name" });
    call(app, "add_person", ask)["output"].clone()
}

#[test]
fn what_changes_nothing_offers_no_undo() {
    let app = &mut sample();
    let person = somebody(app);
    let same = json!({ "person": person, "family": "試験" });
    idle(app, "update_person", same);
    let id = meeting(app, "全体会");
    let items = call(app, "list_agenda", json!({ "meeting": id }))["items"].clone();
    call(app, "move_agenda_item", json!({ "item": items[0]["id"], "place": 1 }));
    idle(app, "move_agenda_item", json!({ "item": items[0]["id"], "place": 1 }));
    idle(app, "set_attendance", json!({ "meeting": id, "rows": [] }));
    let left = json!({ "person": person, "organization": null, "post": null, "from": "R8.4.1" });
    idle(app, "set_affiliation", left);
    assert_eq!(call(app, "undo", json!({}))["output"], "次第の順の変更", "undo means what was done before");
}

#[test]
fn who_leaves_leaves_on_a_day() {
    let app = &mut sample();
    let person = somebody(app);
    let to = |post: Value, from: Value| json!({ "person": person, "organization": null, "post": post, "from": from });
    call(app, "set_affiliation", to(json!("相談員"), json!("R7.4.1")));
    let (message, field) = refused(app, "set_affiliation", to(json!(null), json!(null)));
    assert!(message.contains("離れた") && field == "from", "{message}");
    with_undo(app, |app| call(app, "set_affiliation", to(json!(null), json!("R8.9.1"))));
    let page = call(app, "person_details", json!({ "person": person, "on": "R8.10.1" }));
    assert_eq!(
        (&page["affiliations"][0]["post"], &page["affiliations"][0]["to"]),
        (&json!("相談員"), &json!("2026-08-31"))
    );
}

#[test]
fn an_agenda_is_filled_once() {
    let app = &mut sample();
    let id = meeting(app, "全体会");
    let (message, _) = refused(app, "fill_agenda", json!({ "meeting": id }));
    assert!(message.contains("次第"), "{message}");
}

#[test]
fn copies_have_a_limit() {
    let app = &mut sample();
    let id = meeting(app, "全体会");
    let copies = |press: u32| json!({ "meeting": id, "members": 18, "secretariat": 5, "audience": 5, "press": press, "spare": 2 });
    let (message, field) = refused(app, "set_copies", copies(u32::MAX));
    assert!(message.contains("9999部") && field == "press", "{message}");
    with_undo(app, |app| call(app, "set_copies", copies(9999)));
}

#[test]
fn a_number_of_a_paper_that_cannot_be_counted_up_stops_nothing() {
    let app = &mut sample();
    let id = meeting(app, "全体会");
    let number = format!("資料{}", u32::MAX);
    let ask = json!({ "meeting": id, "number": number, "title": "終わりの番号", "is": "text", "class": "sent" });
    call(app, "add_own_paper", ask);
    assert!(call(app, "list_papers", json!({ "meeting": id }))["next"].is_array());
}

#[test]
fn a_public_agenda_leaves_after_a_second_look() {
    let app = &mut sample();
    let id = meeting(app, "全体会");
    let item = call(app, "list_agenda", json!({ "meeting": id }))["items"][0]["id"].clone();
    let facts = json!({ "item": item, "kind": "report", "title": "富岡委員からの報告", "papers": [] });
    call(app, "update_agenda_item", facts);
    let mut ask = json!({ "kind": "agenda", "meeting": id, "audience": "public" });
    let made = |app: &App, ask: &Value| {
        let document: Document = serde_json::from_value(ask.clone()).unwrap();
        app.document(&document).map(drop).map_err(|e| e.to_wire().code)
    };
    assert_eq!(made(app, &ask), Err("personal_data".to_owned()));
    ask["confirmed"] = json!(true);
    assert_eq!(made(app, &ask), Ok(()));
}

#[test]
fn an_issue_is_received_before_anybody_is_told() {
    let app = &mut sample();
    let mut record = json!({
        "received_on": "R8.9.1", "number": null, "title": "駅の手すり", "gist": "", "background": "", "resources": "",
        "measures": "", "field": "移動", "level": "city", "inlet": "partner", "raised_by": null,
        "owner": "mieruka", "due_on": null
    });
    let id = call(app, "add_issue", record.clone())["output"].clone();
    call(app, "set_feedback", json!({ "issue": id, "on": "R8.9.10", "reason": null }));
    record["received_on"] = json!("R8.9.11");
    let (message, field) = refused(app, "update_issue", json!({ "issue": id, "record": record }));
    assert!(message.contains("フィードバック") && field == "received_on", "{message}");
    record["received_on"] = json!("R8.9.10");
    call(app, "update_issue", json!({ "issue": id, "record": record }));
}

#[test]
fn what_a_partner_brought_is_answered_though_nobody_is_named() {
    let app = &mut sample();
    let record = json!({
        "received_on": "R8.9.1", "number": null, "title": "匿名の課題", "gist": "", "background": "", "resources": "",
        "measures": "", "field": "移動", "level": "city", "inlet": "partner", "raised_by": null,
        "owner": "mieruka", "due_on": "R8.9.20"
    });
    call(app, "add_issue", record);
    let today = call(app, "today", json!({})).to_string();
    let at = today.find("匿名の課題").expect("it is due");
    assert!(today[at..].contains("フィードバックが要ります"), "{}", &today[at..]);
}
