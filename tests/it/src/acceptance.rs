//! The use cases by their commands, on the sample council; after every write,
//! undo restores the exact dump.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_support::{sample, with_undo};
use serde_json::{Value, json};

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

/// A write, undone and redone on the way.
fn write(app: &mut App, name: &str, args: Value) -> Value {
    with_undo(app, |app| call(app, name, args))
}

#[test]
fn lists_of_a_day() {
    let app = &mut sample();
    let bodies = call(app, "list_bodies", json!({ "on": "R8.10.14" }));
    let names: Vec<&str> = bodies.as_array().unwrap().iter().map(|b| b["name"].as_str().unwrap()).collect();
    for name in ["全体会", "運営会議", "地域生活支援部会", "精神保健福祉部会", "こども応援部会", "地域事例みえるか会議"]
    {
        assert!(names.contains(&name), "{name} in {names:?}");
    }
    let meetings = call(app, "list_meetings", json!({ "body": "全体会", "year": "令和8年度" }));
    let dates: Vec<&str> = meetings.as_array().unwrap().iter().map(|m| m["date"].as_str().unwrap()).collect();
    assert_eq!(dates, ["2026-06-24", "2026-10-14", "2027-02-17"]);
    let members = call(app, "list_members", json!({ "body": "全体会", "on": "2026-10-14" }));
    assert!(members.as_array().unwrap().iter().any(|m| m["office"] == "会長"));
    assert!(call(app, "body_notices", json!({ "body": "運営会議", "on": "2026-10-14" })).is_array());
}

#[test]
fn a_term_ends_with_its_reason() {
    let end = call(&mut sample(), "term_end", json!({ "body": "全体会", "on": "2027-03-01" }));
    assert_eq!(end["end"], "2028-03-31");
    let why = end["derivation"].as_str().unwrap();
    assert!(
        why.contains("令和8年度") && why.contains("令和10年（2028年）3月31日") || why.contains("令和10年3月31日"),
        "{why}"
    );
}

#[test]
fn the_chart_is_drawn_from_data() {
    let chart = call(&mut sample(), "relationship_chart", json!({ "year": "2022", "a4": false, "detail": "full" }));
    let (svg, text) = (chart["svg"].as_str().unwrap(), chart["text"].as_str().unwrap());
    for words in ["地域事例みえるか会議", "課題整理依頼", "かながわ障がい者計画"] {
        assert!(text.contains(words), "{words}");
    }
    assert!(svg.starts_with("<svg") || svg.starts_with("<?xml"));
}

#[test]
fn a_box_stays_where_it_is_put() {
    let app = &mut sample();
    write(app, "pin_box", json!({ "key": "jimukyoku", "x_mm": 250.0, "y_mm": 230.0 }));
    assert_eq!(app.pins().unwrap().len(), 1);
    write(app, "unpin_box", json!({ "key": "jimukyoku" }));
    assert!(app.pins().unwrap().is_empty());
}

#[test]
fn a_member_is_appointed_and_leaves() {
    let app = &mut sample();
    write(
        app,
        "add_person",
        json!({ "family": "渡邉󠄂", "given": "試子", "family_kana": "わたなべ", "given_kana": "ためこ" }),
    );
    let vacant = vacant_category(app);
    let ask = json!({ "body": "全体会", "person": "渡邉󠄂試子", "category": vacant, "start": "R9.3.1", "decided_on": "R9.2.20",
        "end": null, "reason": null, "reading": "by_rule" });
    let done = write(app, "appoint_member", ask);
    assert_eq!(done["output"]["end"], "2028-03-31");
    assert!(done["tags"].as_array().unwrap().iter().any(|t| t.as_str().unwrap().contains("appointment")), "{done}");
    let id = done["output"]["id"].as_str().unwrap().to_owned();
    write(app, "end_appointment", json!({ "appointment": id, "on": "R9.12.31", "reason": "resigned" }));
    let then = call(app, "list_members", json!({ "body": "全体会", "on": "2027-04-01" }));
    let later = call(app, "list_members", json!({ "body": "全体会", "on": "2028-01-01" }));
    let has = |list: &Value| list.as_array().unwrap().iter().any(|m| m["name"] == "渡邉󠄂　試子");
    assert!(has(&then) && !has(&later), "what was, stays; what ended, ended");
}

/// The category of a seat of 全体会 that is vacant on 1 March 2027.
fn vacant_category(app: &mut App) -> Value {
    let members = call(app, "list_members", json!({ "body": "全体会", "on": "2027-03-01" }));
    members.as_array().unwrap().iter().find(|m| m["name"].is_null()).expect("a vacant seat")["category"].clone()
}

#[test]
fn an_election_opens_the_derived_seat() {
    let app = &mut sample();
    let added = write(
        app,
        "add_meeting",
        json!({ "body": "kodomo", "date": "R8.11.5", "start": "10:00", "end": "12:00", "place": "市役所" }),
    );
    let meeting = added["output"].clone();
    let members = call(app, "list_members", json!({ "body": "kodomo", "on": "2026-11-05" }));
    let new =
        members.as_array().unwrap().iter().find(|m| m["office"].is_null() && !m["name"].is_null()).unwrap()["name"]
            .clone();
    let ask = json!({ "body": "kodomo", "title": "部会長", "person": new, "meeting": meeting, "method": "mutual_election", "replaces": true });
    let before = steering(app, "2026-11-04");
    write(app, "record_election", ask);
    assert_eq!(steering(app, "2026-11-04"), before, "the day before, the old head still sits");
    assert!(steering(app, "2026-11-05").contains(&new), "the new head sits from the day of the election (V9)");
}

fn steering(app: &mut App, on: &str) -> Vec<Value> {
    let members = call(app, "list_members", json!({ "body": "運営会議", "on": on }));
    members.as_array().unwrap().iter().map(|m| m["name"].clone()).collect()
}

#[test]
fn undo_redo_and_history_speak_of_the_change() {
    let app = &mut sample();
    let ask = json!({ "body": "全体会", "date": "2027-03-24", "start": null, "end": null, "place": "" });
    call(app, "add_meeting", ask);
    let undone = call(app, "undo", json!({}));
    assert_eq!(undone["output"], "会議の追加");
    assert_eq!(call(app, "redo", json!({}))["output"], "会議の追加");
    let history = call(app, "history", json!({ "limit": 3 }));
    assert_eq!(history.as_array().unwrap().len(), 3);
    assert!(history[2]["action"] == "会議の追加", "{history}");
}

#[test]
fn erasing_a_person_is_final_and_leaves_no_name() {
    let app = &mut sample();
    call(
        app,
        "add_person",
        json!({ "family": "消去", "given": "試子", "family_kana": "しょうきょ", "given_kana": "ためこ" }),
    );
    call(app, "purge_person", json!({ "person": "消去　試子" }));
    assert!(!entaku_support::dump(app).contains("消去"));
    let history = call(app, "history", json!({ "limit": 5 })).to_string();
    assert!(history.contains("個人情報の抹消") && !history.contains("消去"), "{history}");
    assert_eq!(dispatch(app, "undo", json!({})).unwrap_err().code(), "nothing_to_undo");
}
