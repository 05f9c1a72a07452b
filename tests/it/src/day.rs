//! The day of a meeting through the commands: times, who left the room, the quorum, the
//! audience, the reception list; each with undo.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::printing::Document;
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

/// A write, undone and redone on the way.
fn write(app: &mut App, name: &str, args: Value) -> Value {
    with_undo(app, |app| call(app, name, args))
}

fn refused(app: &mut App, name: &str, args: Value) -> String {
    let before = dump(app);
    let wire = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, dump(app), "a refused command left something");
    assert!(!wire.hint.is_empty());
    wire.message
}

/// The first plenary of 令和8年度, which was held.
fn held(app: &mut App) -> Value {
    let all = call(app, "year_meetings", json!({ "body": "全体会", "year": "R8" }));
    all.as_array().unwrap().iter().find(|m| m["number"] == 1).unwrap()["id"].clone()
}

/// Everybody is there, as from the beginning.
fn everybody_present(app: &mut App, meeting: &Value) -> Vec<Value> {
    let list = call(app, "list_attendance", json!({ "meeting": meeting }));
    let rows: Vec<Value> = list["rows"].as_array().unwrap().iter().map(|r| r["appointment"].clone()).collect();
    let outs = |a: &Value| json!({ "meeting": meeting, "appointment": a, "outs": [] });
    for row in &rows {
        call(app, "set_step_outs", outs(row));
    }
    let present = |a: &Value| json!({ "appointment": a, "presence": "present", "proxy": null, "came": "", "left": "", "note": "" });
    call(app, "set_attendance", json!({ "meeting": meeting, "rows": rows.iter().map(present).collect::<Vec<_>>() }));
    rows
}

#[test]
fn v16_no_rule_no_sentence_and_a_rule_speaks() {
    let app = &mut sample();
    let meeting = held(app);
    let rows = everybody_present(app, &meeting);
    let page = call(app, "day_page", json!({ "meeting": meeting }));
    if page["quorum"]["rule"].is_null() {
        assert_eq!((&page["quorum"]["sentence"], &page["quorum"]["turns"]), (&Value::Null, &json!([])));
    }
    write(app, "set_quorum_rule", json!({ "body": "全体会", "share": "more_than_half", "online": true }));
    let quorum = &call(app, "day_page", json!({ "meeting": meeting }))["quorum"];
    let all = rows.len();
    let said =
        format!("委員{all}名のうち{all}名の出席をいただいており、定足数である過半数（{}名）に達して", all / 2 + 1);
    assert!(quorum["sentence"].as_str().unwrap().starts_with(&said), "{quorum}");
    assert_eq!(quorum["rule"]["label"], "過半数");
    let list = call(app, "list_attendance", json!({ "meeting": meeting }));
    assert_eq!((&list["quorum"]["met"], &list["quorum"]["needed"]), (&json!(true), &json!(all / 2 + 1)));
    for share in ["3/2", "0", "たくさん"] {
        assert!(
            refused(app, "set_quorum_rule", json!({ "body": "全体会", "share": share })).contains("読み取れません")
        );
    }
    write(app, "set_quorum_rule", json!({ "body": "全体会" }));
    assert_eq!(call(app, "day_page", json!({ "meeting": meeting }))["quorum"]["rule"], page["quorum"]["rule"]);
}

#[test]
fn v16_falling_short_is_told_with_when_and_through_whom() {
    let app = &mut sample();
    let meeting = held(app);
    let rows = everybody_present(app, &meeting);
    write(app, "set_quorum_rule", json!({ "body": "全体会", "share": rows.len().to_string(), "online": true }));
    let late = json!({ "appointment": rows[0], "presence": "late", "proxy": null, "came": "1410", "left": "15:20", "note": "通院のため" });
    write(app, "set_attendance", json!({ "meeting": meeting, "rows": [late] }));
    let quorum = call(app, "day_page", json!({ "meeting": meeting }))["quorum"].clone();
    let turns: Vec<_> =
        quorum["turns"].as_array().unwrap().iter().map(|t| (t["at"].clone(), t["met"] == true)).collect();
    assert_eq!(turns, [(Value::Null, false), (json!("14:10"), true), (json!("15:20"), false)]);
    let fall = quorum["falls"][0].as_str().unwrap();
    assert!(
        fall.starts_with("15時20分に") && fall.contains("委員が席を離れて") && fall.contains("下回りました"),
        "{fall}"
    );
    let list = call(app, "list_attendance", json!({ "meeting": meeting }));
    let row = list["rows"].as_array().unwrap().iter().find(|r| r["appointment"] == rows[0]).unwrap();
    assert_eq!((&row["came"], &row["left"], &row["note"]), (&json!("14:10"), &json!("15:20"), &json!("通院のため")));
    assert!(quorum["announced"].as_str().unwrap().contains("遅れて出席"), "{quorum}");

    let backwards =
        json!({ "appointment": rows[0], "presence": "late", "proxy": null, "came": "15:00", "left": "14:00" });
    assert!(refused(app, "set_attendance", json!({ "meeting": meeting, "rows": [backwards] })).contains("早く"));
    let unreadable = json!({ "appointment": rows[0], "presence": "late", "proxy": null, "came": "昼すぎ" });
    refused(app, "set_attendance", json!({ "meeting": meeting, "rows": [unreadable] }));
    let gone = json!({ "appointment": rows[0], "presence": null, "proxy": null });
    write(app, "set_attendance", json!({ "meeting": meeting, "rows": [gone] }));
}

#[test]
fn v16_who_is_recused_is_out_for_the_item() {
    let app = &mut sample();
    let meeting = held(app);
    let rows = everybody_present(app, &meeting);
    write(
        app,
        "set_quorum_rule",
        json!({ "body": "全体会", "share": "more_than_half", "online": true, "without_recused": true }),
    );
    let page = call(app, "day_page", json!({ "meeting": meeting }));
    let item = page["items"].as_array().unwrap().iter().find(|i| !i["from"].is_null()).unwrap().clone();
    let out = json!({ "item": item["id"], "kind": "recused", "reason": "委託先の役員のため" });
    write(app, "set_step_outs", json!({ "meeting": meeting, "appointment": rows[1], "outs": [out] }));
    let turns = call(app, "day_page", json!({ "meeting": meeting }))["quorum"]["turns"].clone();
    let during = turns.as_array().unwrap().iter().find(|t| t["at"] == item["from"]).unwrap();
    assert_eq!((&during["members"], &during["present"]), (&json!(rows.len() - 1), &json!(rows.len() - 1)));
    let list = call(app, "list_attendance", json!({ "meeting": meeting }));
    let row = list["rows"].as_array().unwrap().iter().find(|r| r["appointment"] == rows[1]).unwrap();
    assert!(row["outs"][0]["text"].as_str().unwrap().starts_with("除斥"), "{row}");
    let timeless = json!({ "kind": "left", "reason": "" });
    refused(app, "set_step_outs", json!({ "meeting": meeting, "appointment": rows[1], "outs": [timeless] }));
    let history = call(app, "history_of", json!({ "kind": "meeting", "id": meeting }));
    assert!(history.as_array().unwrap().iter().any(|c| c["action"] == "退席・除斥の記録"), "{history}");
}

#[test]
fn v15_others_and_the_audience_are_no_members() {
    let app = &mut sample();
    let meeting = held(app);
    let members = call(app, "list_attendance", json!({ "meeting": meeting }))["rows"].as_array().unwrap().len();
    let before = call(app, "day_page", json!({ "meeting": meeting }));
    let mut others: Vec<Value> = before["others"]
        .as_array()
        .unwrap()
        .iter()
        .map(|o| json!({ "id": o["id"], "kind": o["kind"], "name": o["name"], "affiliation": o["affiliation"] }))
        .collect();
    others.insert(0, json!({ "kind": "explainer", "name": "𠮷田　太郎", "affiliation": "地域共生課" }));
    others.insert(1, json!({ "kind": "sign", "name": "", "affiliation": "" }));
    write(app, "set_attendees", json!({ "meeting": meeting, "others": others }));
    let page = call(app, "day_page", json!({ "meeting": meeting }));
    assert_eq!(page["others"].as_array().unwrap().len(), others.len());
    assert_eq!(
        (&page["others"][0]["name"], &page["others"][1]["kind_label"]),
        (&json!("𠮷田　太郎"), &json!("手話通訳者"))
    );
    assert_eq!(call(app, "list_attendance", json!({ "meeting": meeting }))["rows"].as_array().unwrap().len(), members);
    let nobody = json!({ "meeting": meeting, "others": [{ "kind": "guest", "name": " ", "affiliation": "" }] });
    refused(app, "set_attendees", nobody);

    let day = json!({ "meeting": meeting, "opened": "1400", "closed": "16時5分", "admitted": 4, "left_early": 1, "press": 1 });
    write(app, "set_meeting_day", day);
    let facts = call(app, "day_page", json!({ "meeting": meeting }))["facts"].clone();
    assert_eq!((&facts["opened"], &facts["closed"]), (&json!("14:00"), &json!("16:05")));
    assert_eq!(facts["audience"], "傍聴者　4人（うち途中退場1人）　報道1人".replace("報道1人", "報道　1人"));
    refused(app, "set_meeting_day", json!({ "meeting": meeting, "admitted": 1, "left_early": 2 }));
    refused(app, "set_meeting_day", json!({ "meeting": meeting, "opened": "16:00", "closed": "14:00" }));

    let reception = json!({ "kind": "reception", "meeting": meeting, "large": true, "blank": 3 });
    let ask: Document = serde_json::from_value(reception).unwrap();
    let words = app.document(&ask).unwrap().words();
    assert!(words.contains("受付簿") && words.contains("𠮷田　太郎") && words.contains("手話通訳者"), "{words}");
}
