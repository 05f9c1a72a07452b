//! Who leaves while a round is under way, and whose days and nominations stand or fall
//! with whom; after every write, undo restores the exact dump.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};

const END: &str = "R10.3.31";

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

fn write(app: &mut App, name: &str, args: Value) -> Value {
    with_undo(app, |app| call(app, name, args))
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

fn rows(app: &mut App, on: Value) -> Vec<Value> {
    list(&call(app, "round_list", json!({ "on": on, "bodies": [] }))["rows"]).clone()
}

fn row(app: &mut App, on: Value, seat: &Value) -> Option<Value> {
    rows(app, on).into_iter().find(|r| r["seat"] == *seat)
}

fn new_person(app: &mut App) -> Value {
    let person = json!({ "family": "辻󠄀", "given": "試子", "family_kana": "つじ", "given_kana": "ためこ", "publication": "name" });
    call(app, "add_person", person)["output"].clone()
}

/// A seat of the round whose member sits there now, and is no officer.
fn sitting(app: &mut App, way: &str) -> Value {
    let all = rows(app, json!(END));
    let found = all.iter().find(|r| r["way"] == way && r["present"].is_object() && r["present"]["office"].is_null());
    found.unwrap_or_else(|| panic!("{way}")).clone()
}

fn facts(row: &Value, person: &Value, done: &[(&str, &str)]) -> Value {
    let done: Vec<Value> = done.iter().map(|(step, day)| json!({ "step": step, "day": day })).collect();
    json!({ "on": END, "seat": row["seat"], "organization": row["organization"], "person": person, "start": null,
        "done": done, "dues": [], "note": null })
}

fn told(app: &mut App, appointment: &Value, on: &str) -> String {
    let ask = json!({ "appointment": appointment, "on": on, "reason": "died" });
    let told = call(app, "leave_outlook", ask);
    list(&told["consequences"]).iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n")
}

fn day(row: &Value, step: &str) -> Value {
    list(&row["steps"]).iter().find(|s| s["step"] == step).unwrap_or_else(|| panic!("{step} in {row}"))["done"].clone()
}

#[test]
fn a_next_term_that_is_recorded_already_is_told_and_hides_no_vacancy() {
    let app = &mut sample();
    let seat = sitting(app, "nominated");
    let (one, old) = (&seat["present"]["person"], &seat["present"]["appointment"]);
    let done = [("consent", "R8.9.1"), ("decide", "R8.9.10")];
    call(app, "set_round_row", facts(&seat, one, &done));
    let named = told(app, old, "R8.12.31");
    assert!(named.contains("令和10年3月31日満了の改選で、候補の人"), "{named}");
    call(app, "appoint_round", json!({ "on": END, "seats": [seat["seat"]], "start": null, "reading": null }));
    let later = told(app, old, "R8.12.31");
    assert!(later.contains("令和10年4月1日からの委嘱も記録") && later.contains("取り消して"), "{later}");
    assert!(!later.contains("候補の人"), "what led to an appointment is through: {later}");
    let leave = json!({ "appointment": old, "on": "R8.12.31", "reason": "died", "nominate": true });
    write(app, "end_appointment", leave);
    let open = row(app, Value::Null, &seat["seat"]).expect("the rest of the term is vacant");
    assert_eq!((&open["next"], &open["appointment"]), (&json!("ask"), &Value::Null), "{open:#}");
    // Asking does not make the next term the answer.
    let ask = json!({ "on": null, "seats": [seat["seat"]], "step": "ask", "day": "R8.10.1" });
    write(app, "set_round_step", ask);
    let asked = row(app, Value::Null, &seat["seat"]).expect("it is still vacant");
    assert_eq!(asked["next"], "reply", "{asked:#}");
    let today = call(app, "today", json!({}));
    let key = format!("nomination/{}", asked["nomination"].as_str().unwrap());
    assert!(list(&today["tasks"]).iter().any(|t| t["key"] == *key), "{key}");
}

#[test]
fn a_vacancy_that_is_filled_by_hand_ends_its_nomination() {
    let app = &mut sample();
    let seat = sitting(app, "nominated");
    let leave =
        json!({ "appointment": seat["present"]["appointment"], "on": "R8.12.31", "reason": "died", "nominate": true });
    call(app, "end_appointment", leave);
    let open = row(app, Value::Null, &seat["seat"]).unwrap();
    let key = format!("nomination/{}", open["nomination"].as_str().unwrap());
    let has_task = |app: &mut App| list(&call(app, "today", json!({}))["tasks"]).iter().any(|t| t["key"] == *key);
    assert!(has_task(app));
    let person = new_person(app);
    let ask = json!({ "body": "全体会", "person": person, "category": seat["category"], "seat": seat["seat"],
        "start": "R9.1.1", "reading": "remaining" });
    let new = write(app, "appoint_member", ask)["output"]["id"].clone();
    assert!(!has_task(app), "nothing is left to be asked");
    let now = row(app, Value::Null, &seat["seat"]).expect("letter and roster are to come");
    assert_eq!((&now["next"], &now["appointment"]), (&json!("letter"), &new), "{now:#}");
}

#[test]
fn a_seat_that_nobody_nominates_for_asks_for_no_nomination() {
    let app = &mut sample();
    let seat = sitting(app, "direct");
    let leave =
        json!({ "appointment": seat["present"]["appointment"], "on": "R8.12.31", "reason": "died", "nominate": true });
    call(app, "end_appointment", leave);
    let open = row(app, Value::Null, &seat["seat"]).unwrap();
    let key = format!("nomination/{}", open["nomination"].as_str().unwrap());
    let today = call(app, "today", json!({}));
    let task = list(&today["tasks"]).iter().find(|t| t["key"] == *key).expect("a task").clone();
    assert_eq!((&task["what"], &task["reason"]), (&open["next_text"], &open["why"]), "as the list of the round says");
    assert_eq!(task["what"], "候補の人を決める");
}

#[test]
fn what_one_person_consented_to_is_no_consent_of_another() {
    let app = &mut sample();
    let seat = sitting(app, "nominated");
    let other = new_person(app);
    let days = [("ask", "R8.8.1"), ("reply", "R8.9.1"), ("consent", "R8.9.10")];
    write(app, "set_round_row", facts(&seat, &other, &days));
    // 「再任とする」 for many seats leaves the one for which somebody else is named.
    let again = call(app, "name_again", json!({ "on": END, "seats": [seat["seat"]] }));
    assert_eq!(again["output"], json!({ "changed": 0, "skipped": 1 }));
    let kept = row(app, json!(END), &seat["seat"]).unwrap();
    assert_eq!((&kept["person"], day(&kept, "consent")), (&other, json!("2026-09-10")));
    let days = [("ask", "R8.8.1"), ("reply", "R8.9.20"), ("consent", "R8.9.10")];
    write(app, "set_round_row", facts(&seat, &seat["present"]["person"], &days));
    let now = row(app, json!(END), &seat["seat"]).unwrap();
    assert_eq!(day(&now, "ask"), "2026-08-01", "that the organisation was asked stays");
    assert_eq!((day(&now, "reply"), day(&now, "consent")), (json!("2026-09-20"), Value::Null));
}

#[test]
fn days_that_are_not_shown_are_not_lost() {
    let app = &mut sample();
    let seat = sitting(app, "nominated");
    let one = &seat["present"]["person"];
    write(app, "set_round_row", facts(&seat, one, &[("ask", "R8.8.3"), ("consent", "R8.9.10")]));
    // Without an organisation there is nobody to ask, and the dialog has no such day.
    let nobody = json!({ "organization": null, "seat": seat["seat"] });
    write(app, "set_round_row", facts(&nobody, one, &[("ask", "R8.8.3"), ("consent", "R8.9.10")]));
    write(app, "set_round_row", facts(&nobody, one, &[("consent", "R8.9.11")]));
    write(app, "set_round_row", facts(&seat, one, &[("consent", "R8.9.11")]));
    let now = row(app, json!(END), &seat["seat"]).unwrap();
    assert_eq!(day(&now, "ask"), "2026-08-03", "{now:#}");
    // A seat that is to be closed shows no steps at all.
    call(app, "end_seat", json!({ "seat": seat["seat"], "on": END }));
    let closed = row(app, json!(END), &seat["seat"]).unwrap();
    assert!(list(&closed["steps"]).is_empty(), "{closed:#}");
    let mut noted = facts(&seat, one, &[]);
    noted["note"] = json!("席を廃止するため依頼を取り下げ");
    write(app, "set_round_row", noted);
    let left = dump(app);
    assert!(left.contains("2026-08-03") && left.contains("2026-09-11"), "the days of a closed seat are lost");
}

#[test]
fn only_who_presides_leaves_the_meetings_to_the_secretariat() {
    let app = &mut sample();
    let table = call(app, "member_table", json!({ "body": "全体会", "on": "R8.10.1" }));
    let held = |title: &str| list(&table["rows"]).iter().find(|r| r["office"] == title).unwrap()["appointment"].clone();
    assert!(told(app, &held("会長"), "R8.12.31").contains("事務局が会議を開きます"));
    let deputy = told(app, &held("副会長"), "R8.12.31");
    assert!(deputy.contains("副会長も令和8年12月31日に終わり") && !deputy.contains("事務局が会議"), "{deputy}");
}

#[test]
fn what_was_received_from_who_left_is_shown_and_their_letters_are_offered() {
    let app = &mut sample();
    let seat = sitting(app, "nominated");
    let (person, old) = (&seat["present"]["person"], &seat["present"]["appointment"]);
    let leave = json!({ "appointment": old, "on": "R8.9.30", "reason": "resigned", "notice_on": "R8.9.1", "note": "転居のため" });
    call(app, "end_appointment", leave);
    let details = call(app, "person_details", json!({ "person": person, "on": null }));
    let line = list(&details["appointments"]).iter().find(|a| a["id"] == *old).unwrap();
    assert_eq!((&line["notice_on"], &line["leaving_note"]), (&json!("2026-09-01"), &json!("転居のため")));
    let offers = |app: &mut App, letter: &str, on: &str, named: &Value| {
        let ask = json!({ "letter": letter, "on": on, "appointment": named });
        list(&call(app, "letter_candidates", ask)).iter().any(|r| r["appointment"] == *old)
    };
    assert!(offers(app, "resignation", "R8.10.1", &Value::Null), "who has just left");
    for letter in ["resignation", "thanks", "release", "commission"] {
        assert!(!offers(app, letter, "R12.10.1", &Value::Null), "{letter}: long ago");
        assert!(offers(app, letter, "R12.10.1", old), "{letter}: whom a link names");
    }
}
