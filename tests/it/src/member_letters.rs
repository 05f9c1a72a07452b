//! Letters and the members whom they concern: the number of an appointment's letter is that
//! of the office's series, wherever it is shown; each seat's letter has its own first day.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::printing::{Document, Format};
use entaku_sheets::Fallback;
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

/// Members of the plenary: appointment and person.
fn members(app: &mut App) -> Vec<(Value, Value)> {
    let rows = call(app, "list_members", json!({ "body": "全体会", "on": "R8.10.1" }));
    let filled = list(&rows).iter().filter(|r| !r["appointment"].is_null());
    filled.map(|r| (r["appointment"].clone(), r["person"].clone())).collect()
}

fn details(app: &mut App, person: &Value) -> Value {
    call(app, "person_details", json!({ "person": person, "on": "R8.10.1" }))
}

fn line(app: &mut App, (appointment, person): &(Value, Value)) -> Value {
    let found = details(app, person);
    list(&found["appointments"]).iter().find(|a| a["id"] == *appointment).expect("the appointment").clone()
}

fn take(app: &mut App, kind: &str, to: &[&Value], first: u32) -> Value {
    let to: Vec<Value> = to.iter().map(|id| json!({ "appointment": id })).collect();
    let letters = json!({ "letter": kind, "to": to, "on": "R8.10.1" });
    call(app, "take_letter_numbers", json!({ "letters": letters, "number": first }))["output"].clone()
}

fn csv(app: &App, audience: &str) -> String {
    let columns = json!(["name", "letter_number"]);
    let ask = json!({ "kind": "roster", "body": "全体会", "on": "R8.10.1", "audience": audience, "columns": columns });
    let ask: Document = serde_json::from_value(ask).unwrap();
    let made = app.document(&ask).unwrap().export(Format::Csv, Fallback::Refuse).unwrap().unwrap();
    String::from_utf8(made.bytes).unwrap()
}

#[test]
fn a_letters_number_is_shown_where_the_member_is() {
    let app = &mut sample();
    let all = members(app);
    let typed = line(app, &all[0])["letter_number"].clone();
    let before = dump(app);
    let taken = take(app, "commission", &[&all[0].0, &all[1].0], 71);
    let number = taken["numbers"][0].clone();
    let found = line(app, &all[0]);
    assert_eq!((&found["letter_number"], &found["numbered_here"]), (&number, &json!(true)));
    assert_eq!(found["typed_number"], typed, "what was typed is not written over");
    let row = call(app, "list_members", json!({ "body": "全体会", "on": "R8.10.1" }));
    assert!(list(&row).iter().any(|r| r["appointment"] == all[0].0 && r["letter_number"] == number));
    let text = number.as_str().unwrap();
    assert!(csv(app, "internal").contains(text), "the roster's column");
    assert!(!csv(app, "public").contains(text), "for the secretariat alone");
    let letters = details(app, &all[0].1)["letters"].clone();
    assert_eq!(
        (&letters[0]["label"], &letters[0]["number"], &letters[0]["on"]),
        (&json!("委嘱状"), &number, &json!("2026-10-01"))
    );
    // It is printed again with its number, alone, though it was taken with another's.
    let ask = json!({ "kind": "letters", "letters": { "letter": "commission", "to": [{ "appointment": all[0].0 }],
        "on": "R8.10.1", "numbered": true, "numbers": letters[0]["batch"] } });
    let ask: Document = serde_json::from_value(ask).unwrap();
    assert!(app.document(&ask).unwrap().words().contains(text));
    // A letter of thanks is about them, too, and no letter of appointment.
    take(app, "thanks", &[&all[0].0], 90);
    assert_eq!(line(app, &all[0])["letter_number"], number);
    assert_eq!(list(&details(app, &all[0].1)["letters"]).len(), 2);
    // Numbers stand aside: undo passes them by, and the number stays what it is.
    assert_ne!(before, dump(app));
    assert!(app.undo().is_err(), "the sample is final, and nothing else was done");
    let again = take(app, "commission", &[&all[0].0], 95)["numbers"][0].clone();
    assert_eq!(line(app, &all[0])["letter_number"], again, "issued again: the latest");
}

#[test]
fn a_number_taken_before_the_appointment_is_found_by_seat_and_person() {
    let app = &mut sample();
    let vacant = call(app, "vacant_seats", json!({ "on": "R8.10.1" }));
    let seat =
        list(&vacant).iter().find(|v| v["body"] == "zentaikai" && v["filler"] == "person").expect("a vacant seat");
    let person = call(
        app,
        "add_person",
        json!({ "family": "𠮷﨑", "given": "太郎", "family_kana": "よしざき", "given_kana": "たろう", "publication": "name" }),
    )["output"]
        .clone();
    let letters = json!({ "letter": "commission", "to": [{ "seat": seat["seat"], "person": person, "start": "R8.11.1" }], "on": "R8.10.20" });
    let shown = |app: &App, letters: &Value| {
        let ask: Document = serde_json::from_value(json!({ "kind": "letters", "letters": letters })).unwrap();
        app.document(&ask).unwrap().words()
    };
    assert!(shown(app, &letters).contains("11月1日から"), "the seat's own first day: {}", shown(app, &letters));
    let number =
        call(app, "take_letter_numbers", json!({ "letters": letters, "number": 80 }))["output"]["numbers"][0].clone();
    let ask = json!({ "body": "全体会", "person": person, "category": seat["category"], "seat": seat["seat"], "start": "R8.11.1" });
    let appointment = with_undo(app, |app| call(app, "appoint_member", ask))["output"]["id"].clone();
    assert_eq!(line(app, &(appointment, person))["letter_number"], number);
}

#[test]
fn the_reason_of_an_exception_is_given_and_mended_by_a_correction() {
    let app = &mut sample();
    let mut says = call(app, "body_page", json!({ "body": "全体会", "year": "R8" }))["says"].clone();
    says["most_reappointments"] = json!(0);
    call(app, "correct_body", json!({ "body": "全体会", "from_year": "R8", "says": says }));
    let again =
        members(app).into_iter().find(|one| !list(&line(app, one)["limits"]).is_empty()).expect("a reappointed one");
    let found = line(app, &again);
    assert_eq!((&found["has_limits"], &found["exception"]), (&json!(true), &Value::Null));
    let mend = |reason: &str| {
        json!({ "appointment": again.0, "start": found["start"], "decided_on": found["decided_on"],
        "letter_number": found["typed_number"], "exception": reason, "end": "", "reason": "", "reading": "", "ended_on": "", "ended_reason": "" })
    };
    for reason in ["余人をもって代え難いため", "専門の委員がほかにいないため"] {
        with_undo(app, |app| call(app, "update_appointment", mend(reason)));
        assert_eq!(line(app, &again)["exception"], reason);
    }
    assert!(line(app, &again)["limits"].to_string().contains("専門の委員がほかにいないため"));
    with_undo(app, |app| call(app, "update_appointment", mend("")));
    assert_eq!(line(app, &again)["exception"], Value::Null);
}
