//! Seats for temporary members and observers, and terms that follow another body.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_support::{dump, sample, with_undo};
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

fn person(app: &mut App, family: &str) -> Value {
    let ask = json!({ "family": family, "given": "円", "family_kana": "みほん", "given_kana": "まどか", "publication": "name" });
    call(app, "add_person", ask)["output"].clone()
}

/// Seats and vacant ones of 全体会 as the list of bodies counts them.
fn counted(app: &mut App) -> (Value, Value) {
    let rows = call(app, "list_bodies", json!({ "on": "R8.10.1" }));
    let row = list(&rows).iter().find(|b| b["key"] == "zentaikai").unwrap().clone();
    (row["seats"].clone(), row["vacant"].clone())
}

#[test]
fn a_seat_of_an_observer_lacks_nobody() {
    let app = &mut sample();
    let (before, vacant) = (counted(app), list(&call(app, "vacant_seats", json!({ "on": "R8.10.1" }))).len());
    let gaps = call(app, "today", json!({}))["gaps"].clone();
    let seat =
        |kind: Value| json!({ "body": "全体会", "category": null, "filler": "person", "from": "R8.4.1", "kind": kind });
    let observer = write(app, "add_seat", seat(json!("observer")))["output"].clone();
    let temporary = write(app, "add_seat", seat(Value::Null))["output"].clone();
    let kind = |app: &mut App, seat: &Value| call(app, "seat_details", json!({ "seat": seat }))["kind"].clone();
    assert_eq!(
        (kind(app, &observer), kind(app, &temporary)),
        (json!("observer"), json!("temporary")),
        "outside the categories"
    );
    assert_eq!(counted(app), before, "neither is counted while it is free");
    assert_eq!(list(&call(app, "vacant_seats", json!({ "on": "R8.10.1" }))).len(), vacant);
    assert_eq!(call(app, "today", json!({}))["gaps"], gaps);
    let page = call(app, "body_page", json!({ "body": "全体会", "year": "R8" }));
    assert_eq!((&page["seats"], &json!(list(&page["vacant"]).len())), (&before.0, &before.1));
    let round = call(app, "round_list", json!({ "on": "R10.3.31", "bodies": ["全体会"] }));
    assert!(list(&round["rows"]).iter().all(|r| r["seat"] != observer), "nobody is looked for");
    let ask = json!({ "kind": "roster", "body": "全体会", "on": "R8.10.1", "audience": "internal", "columns": ["name", "kind"] });
    let ask: entaku_app::printing::Document = serde_json::from_value(ask).unwrap();
    let vacancies = app.document(&ask).unwrap().words().matches("（欠員）").count();
    assert_eq!(json!(vacancies), before.1, "the roster shows no vacancy for it");

    // Who sits there is an observer without a word; another kind is noticed.
    let who = person(app, "見守");
    let appoint = |seat: &Value, kind: Value| json!({ "body": "全体会", "person": who, "seat": seat, "kind": kind, "category": null, "start": "R8.9.1" });
    let preview = call(app, "appoint_preview", appoint(&observer, json!("temporary")));
    assert!(preview["notices"].to_string().contains("オブザーバーの席に、臨時委員として就く"), "{preview}");
    let done = write(app, "appoint_member", appoint(&observer, Value::Null));
    assert!(!done["notices"].to_string().contains("の席に、"), "{done}");
    let details = call(app, "person_details", json!({ "person": who, "on": "R8.10.1" }));
    assert_eq!(details["appointments"][0]["kind"], "オブザーバー");
    let (seats, vacant) = counted(app);
    assert_eq!((seats.as_u64(), vacant), (before.0.as_u64().map(|n| n + 1), before.1), "somebody sits there now");
    // Neither a vote nor an office.
    let meetings = call(app, "list_meetings", json!({ "body": "全体会", "year": "R8" }));
    let late = list(&meetings).iter().rfind(|m| m["date"].as_str().unwrap() >= "2026-09-01").unwrap()["id"].clone();
    let elections = call(app, "meeting_elections", json!({ "meeting": late }));
    assert!(!elections["members"].to_string().contains("見守"), "{}", elections["members"]);
    // V15, V16: out of the quorum.
    let attendance = call(app, "list_attendance", json!({ "meeting": late })).to_string();
    assert!(attendance.contains("見守"));

    let change = json!({ "seat": observer, "filler": "person", "kind": "regular" });
    let done = write(app, "update_seat", change);
    assert!(done["notices"].to_string().contains("委員の席に、オブザーバーとして"), "{done}");
    assert_eq!(kind(app, &observer), "regular");
    let change = json!({ "seat": observer, "filler": "person", "from": "R8.4.2" });
    write(app, "update_seat", change);
    assert_eq!(kind(app, &observer), "regular", "stays as it was");
}

#[test]
fn the_sample_has_an_observer() {
    let app = &mut sample();
    let table = call(app, "member_table", json!({ "body": "mieruka", "on": "R8.10.1" }));
    let kinds: Vec<&Value> = list(&table["rows"]).iter().map(|r| &r["kind"]).collect();
    assert!(kinds.contains(&&json!("オブザーバー")) && kinds.contains(&&json!("臨時委員")), "{kinds:?}");
}

#[test]
fn a_term_may_follow_any_body() {
    let app = &mut sample();
    let says =
        |app: &mut App, body: &str| call(app, "body_page", json!({ "body": body, "year": "R8" }))["says"].clone();
    let mut case = says(app, "kodomo");
    case["term_rule"] = json!("as_body:kodomo");
    let before = dump(app);
    let wire = dispatch(app, "correct_body", json!({ "body": "kodomo", "from_year": "R8", "says": case }))
        .unwrap_err()
        .to_wire();
    assert_eq!((wire.code.as_str(), wire.field.as_deref(), before), ("rule", Some("term_rule"), dump(app)));
    // 全体会 by its handle, as any other body.
    case["term_rule"] = json!("as_body:全体会");
    write(app, "correct_body", json!({ "body": "kodomo", "from_year": "R8", "says": case }));
    let page = call(app, "body_page", json!({ "body": "kodomo", "year": "R8" }));
    assert_eq!(
        (&page["says"]["term_rule"], &page["term_rule"]),
        (&json!("as_body:zentaikai"), &json!("全体会の委員の任期に合わせる"))
    );
    let end = call(app, "term_end", json!({ "body": "kodomo", "on": "R8.10.1" }));
    assert_eq!(end["end"], "2028-03-31");
    assert!(end["derivation"].as_str().unwrap().contains("全体会の委員と同じ"), "{end}");
    // A body whose members have no term gives none.
    let mut case = says(app, "kodomo");
    case["term_rule"] = json!("as_body:seishin");
    write(app, "correct_body", json!({ "body": "kodomo", "from_year": "R8", "says": case }));
    let end = call(app, "term_end", json!({ "body": "kodomo", "on": "R8.10.1" }));
    assert_eq!(end["end"], Value::Null);
    assert!(end["derivation"].as_str().unwrap().contains("精神保健福祉部会の委員に合わせる"), "{end}");
    let choices = call(app, "council_choices", json!({ "year": "R8" }));
    assert!(list(&choices["term_rules"]).iter().any(|c| c["value"] == "as_body"));
}
