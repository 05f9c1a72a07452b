//! What rests on what: offices on seats and elections, approvals on meetings, attendance
//! on terms, numbers on the way of counting. Nothing slips away unseen when the ground moves.

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

/// What a command is refused with: message and field.
fn refused(app: &mut App, name: &str, args: Value) -> (String, String) {
    let before = dump(app);
    let wire = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, dump(app), "a refused command left something");
    assert!(!wire.hint.is_empty());
    (wire.message, wire.field.unwrap_or_default())
}

fn rows(app: &mut App, body: &str, on: &str) -> Vec<Value> {
    call(app, "member_table", json!({ "body": body, "on": on }))["rows"].as_array().unwrap().clone()
}

fn holder(app: &mut App, body: &str, title: &str, on: &str) -> Option<Value> {
    rows(app, body, on).into_iter().find(|r| r["office"] == title)
}

fn plain(app: &mut App, body: &str, on: &str) -> Vec<Value> {
    rows(app, body, on).into_iter().filter(|r| r["office"].is_null() && !r["name"].is_null()).collect()
}

/// The offices of a person that are held on a day, by title, with their identifiers.
fn held(app: &mut App, person: &Value, on: &str) -> Vec<(String, Value)> {
    let page = call(app, "person_details", json!({ "person": person, "on": on }));
    let held = page["offices"].as_array().unwrap().iter().filter(|o| o["now"] == true);
    held.map(|o| (o["title"].as_str().unwrap().to_owned(), o["id"].clone())).collect()
}

fn titles(app: &mut App, person: &Value, on: &str) -> Vec<String> {
    held(app, person, on).into_iter().map(|(title, _)| title).collect()
}

fn office(app: &mut App, person: &Value, title: &str, on: &str) -> Value {
    held(app, person, on).into_iter().find(|(t, _)| t == title).unwrap_or_else(|| panic!("{title} on {on}")).1
}

fn meeting(app: &mut App, body: &str, date: &str) -> Value {
    let ask = json!({ "body": body, "date": date, "start": "10:00", "end": "12:00", "place": "市役所" });
    call(app, "add_meeting", ask)["output"].clone()
}

fn elect(app: &mut App, body: &str, title: &str, person: &Value, date: &str, replaces: bool) -> Value {
    let meeting = meeting(app, body, date);
    let method = if body == "unei" { "other" } else { "mutual_election" };
    let ask = json!({ "body": body, "title": title, "person": person, "meeting": meeting, "method": method, "replaces": replaces });
    write(app, "record_election", ask)["output"].clone()
}

/// The head of こども応援部会, who is made 副座長 of 運営会議 on 20 August 2026.
fn head_and_vice(app: &mut App) -> Value {
    let head = holder(app, "kodomo", "部会長", "R8.8.1").expect("a head")["person"].clone();
    elect(app, "unei", "副座長", &head, "R8.8.20", true);
    assert_eq!(titles(app, &head, "R8.9.1").len(), 2);
    head
}

#[test]
fn v9_an_office_in_a_derived_seat_ends_with_the_headship() {
    let app = &mut sample();
    let head = head_and_vice(app);
    let heads = office(app, &head, "部会長", "R8.9.1");
    let (message, _) = refused(app, "end_office", json!({ "office": heads, "on": "R8.8.10" }));
    assert!(message.contains("副座長"), "the election of 20 August would hang in the air: {message}");
    write(app, "end_office", json!({ "office": heads, "on": "R8.9.10" }));
    assert_eq!(titles(app, &head, "R8.9.10").len(), 2);
    assert_eq!(titles(app, &head, "R8.9.11"), Vec::<String>::new());
}

#[test]
fn v9_an_election_on_which_an_office_rests_is_not_taken_back() {
    let app = &mut sample();
    let before = head_and_vice(app);
    let next = plain(app, "kodomo", "R8.9.10")[0]["person"].clone();
    let heads = elect(app, "kodomo", "部会長", &next, "R8.9.10", true);
    assert!(titles(app, &before, "R8.9.10").is_empty());
    let vice = elect(app, "unei", "副座長", &next, "R8.9.17", false);
    let (message, _) = refused(app, "remove_office", json!({ "office": heads }));
    assert!(message.contains("副座長"), "{message}");
    write(app, "remove_office", json!({ "office": vice }));
    write(app, "remove_office", json!({ "office": heads }));
    assert_eq!(titles(app, &before, "R8.9.20").len(), 2, "what the election ended runs on");
}

#[test]
fn v8_an_officer_who_resigned_does_not_come_back() {
    let app = &mut sample();
    let head = holder(app, "kodomo", "部会長", "R8.8.1").expect("a head")["person"].clone();
    let heads = office(app, &head, "部会長", "R8.9.1");
    write(app, "end_office", json!({ "office": heads, "on": "R8.9.9" }));
    let next = plain(app, "kodomo", "R8.9.10")[0]["person"].clone();
    let wrong = elect(app, "kodomo", "部会長", &next, "R8.9.10", false);
    write(app, "remove_office", json!({ "office": wrong }));
    assert!(titles(app, &head, "R8.9.9").len() == 1 && titles(app, &head, "R8.9.11").is_empty());
}

#[test]
fn v17_an_approval_holds_the_day_of_its_meeting() {
    let app = &mut sample();
    let all = json!({ "year": null, "body": null, "field": null, "inlet": null, "open": true, "overdue": false, "text": null });
    let issue = call(app, "list_issues", all)[0]["id"].clone();
    let held = meeting(app, "全体会", "R8.9.24");
    let step = json!({ "issue": issue, "day": "R8.9.25", "stage": "approved", "body": null, "meeting": held, "text": "", "owner": null });
    write(app, "record_issue_step", step);
    let to = |day: &str| json!({ "meeting": held, "date": day });
    let (message, field) = refused(app, "update_meeting", to("R8.9.26"));
    assert!(message.contains("9月25日") && field == "date", "{message} {field}");
    write(app, "update_meeting", to("R8.9.25"));
    let (message, _) = refused(app, "set_meeting_state", json!({ "meeting": held, "state": "cancelled" }));
    assert!(message.contains("課題"), "{message}");
}

#[test]
fn v11_a_selection_holds_the_day_of_its_meeting() {
    let app = &mut sample();
    let held = meeting(app, "unei", "R8.9.3");
    let (who, seat) = (person(app), free_seat(app));
    let ask = json!({ "body": "kodomo", "person": who, "category": seat.1, "seat": seat.0, "start": "R8.9.10",
        "route": { "by": "steering_meeting", "meeting": held } });
    write(app, "appoint_member", ask);
    let (message, field) = refused(app, "update_meeting", json!({ "meeting": held, "date": "R8.9.11" }));
    assert!(message.contains("選任") && field == "date", "{message}");
    write(app, "update_meeting", json!({ "meeting": held, "date": "R8.9.10" }));
    let (message, _) = refused(app, "set_meeting_state", json!({ "meeting": held, "state": "cancelled" }));
    assert!(message.contains("選任"), "{message}");
}

fn person(app: &mut App) -> Value {
    let ask = json!({ "family": "試験", "given": "太郎", "family_kana": "しけん", "given_kana": "たろう", "publication": "name" });
    call(app, "add_person", ask)["output"].clone()
}

/// A new seat of こども応援部会, with its category.
fn free_seat(app: &mut App) -> (Value, Value) {
    let of_body = call(app, "body_choices", json!({ "body": "kodomo", "on": "R8.4.1" }));
    let category = of_body["seats"][0]["category"].clone();
    let new = json!({ "body": "kodomo", "category": category, "filler": "person", "from": "R8.4.1" });
    (call(app, "add_seat", new)["output"].clone(), category)
}

#[test]
fn v15_nobody_leaves_before_a_meeting_they_attended() {
    let app = &mut sample();
    let there = plain(app, "全体会", "R8.6.24");
    let (seat, appointment) = (there[0]["name"].clone(), there[0]["appointment"].clone());
    let ends = json!({ "appointment": appointment, "on": "R8.6.23", "reason": "resigned" });
    let (message, field) = refused(app, "end_appointment", ends);
    assert!(message.contains("出欠") && field == "on", "{seat}: {message} {field}");
    let chair = holder(app, "全体会", "会長", "R8.10.1").expect("a chair")["appointment"].clone();
    let ends = json!({ "appointment": chair, "on": "R8.6.1", "reason": "resigned" });
    let (message, field) = refused(app, "end_appointment", ends);
    assert!(message.contains("会長") && field == "on", "{message} {field}");
    let early = json!({ "appointment": appointment, "on": "R7.12.1", "reason": "resigned" });
    let (message, field) = refused(app, "end_appointment", early);
    assert!(message.contains("退任日") && field == "on", "{message} {field}");
}

#[test]
fn v14_another_way_of_counting_stops_no_correction() {
    let app = &mut sample();
    let done = write(app, "update_council", json!({ "numbering": "running" }));
    assert!(done["notices"].to_string().contains("回"), "numbers collide: {done}");
    let all = call(app, "year_meetings", json!({ "body": "全体会", "year": "R8" }));
    let of = |n: u64| all.as_array().unwrap().iter().find(|m| m["number"] == n).unwrap()["id"].clone();
    write(app, "update_meeting", json!({ "meeting": of(2), "place": "別の会場" }));
    let (message, field) = refused(app, "update_meeting", json!({ "meeting": of(2), "number": 1 }));
    assert!(field == "number" && message.contains("年度") && message.contains("日"), "which meeting has it: {message}");
    let done = write(app, "update_council", json!({ "numbering": "per_year" }));
    assert_eq!(done["notices"], json!([]));
}

#[test]
fn v9_the_head_of_a_body_that_is_gone_sits_nowhere() {
    let app = &mut sample();
    let head = holder(app, "kodomo", "部会長", "R8.10.1").expect("a head")["name"].clone();
    let sits = |app: &mut App, on: &str| rows(app, "unei", on).iter().any(|r| r["name"] == head);
    assert!(sits(app, "R9.4.10"));
    for part in ["kodomo_sagyo", "kodomo"] {
        write(app, "end_body", json!({ "body": part, "last_year": "R8" }));
    }
    assert!(sits(app, "R9.3.31") && !sits(app, "R9.4.10"));
}

#[test]
fn nobody_is_appointed_to_a_body_that_is_gone() {
    let app = &mut sample();
    let (who, seat) = (person(app), free_seat(app));
    for part in ["kodomo_sagyo", "kodomo"] {
        write(app, "end_body", json!({ "body": part, "last_year": "R8" }));
    }
    let ask =
        |start: &str| json!({ "body": "kodomo", "person": who, "category": seat.1, "seat": seat.0, "start": start });
    assert!(refused(app, "appoint_preview", ask("R9.5.1")).0.contains("2027年度"));
    assert!(refused(app, "appoint_member", ask("R9.5.1")).0.contains("2027年度"));
    let id = write(app, "appoint_member", ask("R9.3.1"))["output"]["id"].clone();
    let moved = json!({ "appointment": id, "start": "R9.5.1" });
    assert!(refused(app, "update_appointment", moved).0.contains("2027年度"));
    write(app, "update_appointment", json!({ "appointment": id, "start": "R9.3.1", "letter_number": "第1号" }));
}

#[test]
fn v9_a_seat_that_somebody_held_is_not_turned_into_a_derived_one() {
    let app = &mut sample();
    let change = |seat: &Value, filler: &str, head: Value| json!({ "seat": seat, "filler": filler, "head_of": head });
    let new = |filler: &str, head: Value| json!({ "body": "全体会", "category": null, "filler": filler, "head_of": head, "from": "R8.4.1" });
    let free = write(app, "add_seat", new("person", Value::Null))["output"].clone();
    write(app, "update_seat", change(&free, "derived", json!("kodomo")));
    let (message, field) = refused(app, "update_seat", change(&free, "person", Value::Null));
    assert!(field == "filler" && message.contains("新しい席"), "the head sits there: {message}");
    let taken = write(app, "add_seat", new("person", Value::Null))["output"].clone();
    let who = person(app);
    let ask = json!({ "body": "全体会", "person": who, "kind": "temporary", "category": null, "seat": taken, "start": "R8.9.1" });
    write(app, "appoint_member", ask);
    let (message, field) = refused(app, "update_seat", change(&taken, "derived", json!("kodomo")));
    assert!(field == "filler" && message.contains("新しい席"), "{message}");
}

#[test]
fn a_seats_first_day_is_mended_and_named_where_it_forbids() {
    let app = &mut sample();
    let (who, (seat, category)) = (person(app), free_seat(app));
    let ask = json!({ "body": "kodomo", "person": who, "category": category, "seat": seat, "start": "R8.9.1" });
    let id = write(app, "appoint_member", ask)["output"]["id"].clone();
    let early = json!({ "appointment": id, "start": "R8.3.1" });
    let (message, field) = refused(app, "update_appointment", early.clone());
    assert!(field == "start" && message.contains("席は令和8年（2026年）4月1日から"), "{message} {field}");
    let from = |day: &str| json!({ "seat": seat, "filler": "person", "from": day });
    let (message, field) = refused(app, "update_seat", from("R8.9.2"));
    assert!(field == "from" && message.contains("9月1日"), "{message} {field}");
    assert_eq!(refused(app, "update_seat", from("S60.4.1")).1, "from");
    write(app, "update_seat", from("R8.2.1"));
    write(app, "update_appointment", early);
    assert_eq!(call(app, "seat_details", json!({ "seat": seat }))["from"], "2026-02-01");
}

#[test]
fn a_title_that_is_corrected_stays_with_its_holder() {
    let app = &mut sample();
    let mut says = call(app, "body_page", json!({ "body": "zentaikai", "year": "R8" }))["says"].clone();
    let from = call(app, "body_page", json!({ "body": "zentaikai", "year": "R8" }))["version_year"].clone();
    let who = holder(app, "全体会", "会長", "R8.10.1").expect("a chair")["name"].clone();
    says["officers"][0]["title"] = json!("議長");
    let done = write(app, "correct_body", json!({ "body": "zentaikai", "from_year": from.to_string(), "says": says }));
    assert!(done["notices"].to_string().contains("議長"), "{done}");
    assert_eq!(holder(app, "全体会", "議長", "R8.10.1").expect("still the chair")["name"], who);
    let mut says = call(app, "body_page", json!({ "body": "zentaikai", "year": "R9" }))["says"].clone();
    says["officers"][0]["title"] = json!("会頭");
    let done = write(app, "revise_body", json!({ "body": "zentaikai", "from_year": "R9", "says": says }));
    assert!(done["notices"].to_string().contains("議長"), "who holds the old title: {done}");
}

#[test]
fn there_is_one_plenary() {
    let app = &mut sample();
    let new = json!({ "kind": "plenary", "parent": null, "name": "第二全体会", "note": null, "from_year": "R8" });
    let (message, field) = refused(app, "add_body", new);
    assert!(field == "kind" && message.contains("全体会"), "{message} {field}");
    let place = json!({ "body": "unei", "kind": "plenary", "parent": null, "from_year": "R4", "last_year": null });
    assert_eq!(refused(app, "place_body", place).1, "kind");
}
