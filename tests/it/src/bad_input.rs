//! Bad input: a stable code, a sentence in Japanese with what to do, and nothing changed.

use entaku_app::commands::dispatch;
use entaku_support::{dump, sample};
use serde_json::json;

#[test]
fn each_fault_has_its_code_and_loses_nothing() {
    let app = &mut sample();
    let before = dump(app);
    let person = |family: &str| json!({ "family": family, "given": "", "family_kana": "", "given_kana": "", "publication": "name" });
    let meeting = |start: &str, place: &str| json!({ "body": "全体会", "date": "R9.3.24", "start": start, "end": null, "place": place });
    for (code, name, args) in [
        ("bad_request", "no_such_command", json!({})),
        ("bad_request", "list_bodies", json!({ "on": null, "onn": "R8.4.1" })),
        ("not_confirmed", "purge_person", json!({ "person": "誰か", "confirmed": false })),
        ("bad_request", "list_members", json!({ "body": 3 })),
        ("unknown_body", "list_members", json!({ "body": "存在しない会", "on": null })),
        ("bad_day", "list_members", json!({ "body": "全体会", "on": "R8.13.1" })),
        ("bad_day", "term_end", json!({ "body": "全体会", "on": "9999-01-01" })),
        ("bad_year", "list_meetings", json!({ "body": null, "year": "平成99年度" })),
        ("nothing_in_year", "relationship_chart", json!({ "year": "1999", "a4": false, "detail": "full" })),
        ("text_empty", "add_person", person("　")),
        ("text_control", "add_person", person("山\u{7}田")),
        ("text_too_long", "add_person", person(&"山".repeat(500))),
        ("bad_request", "add_person", json!({ "family": "山", "given": "", "family_kana": "", "given_kana": "" })),
        ("text_control", "add_person", extra("latin", json!("\u{1b}[31m"))),
        ("text_control", "add_person", extra("needs", json!(["\u{1b}[31m"]))),
        ("bad_time", "add_meeting", meeting("99:99\u{1b}[31m", "")),
        ("bad_time", "add_meeting", meeting("24:00", "")),
        ("text_control", "add_meeting", meeting("14:00", "\u{1b}[31m市役所")),
        ("unknown_organization", "set_affiliation", json!({ "person": somebody(), "organization": "ない会" })),
        ("unknown_meeting", "list_agenda", json!({ "meeting": "x" })),
        ("unknown_person", "appoint_member", appoint("誰も知らない人", "R8.4.1", None)),
        ("unknown_record", "end_appointment", json!({ "appointment": "x", "on": "R8.4.1", "reason": "resigned" })),
        ("unknown_meeting", "record_election", election("00000000-0000-0000-0000-000000000000")),
        ("unknown_body", "pin_box", json!({ "key": "nowhere", "x_mm": 1.0, "y_mm": 1.0 })),
        (
            "nothing_in_year",
            "add_meeting",
            json!({ "body": "全体会", "date": "1990-01-01", "start": null, "end": null, "place": "" }),
        ),
    ] {
        let wire = dispatch(app, name, args).expect_err(name).to_wire();
        assert_eq!(wire.code, code, "{name}: {}", wire.message);
        assert!(!wire.message.is_empty() && !wire.hint.is_empty());
        assert!(!wire.message.contains('\u{1b}'), "what was typed speaks to the terminal");
        assert!(wire.message.chars().any(|c| ('ぁ'..='ん').contains(&c)), "{}", wire.message);
    }
    assert_eq!(dump(app), before);
}

/// Somebody with one more field.
fn extra(field: &str, value: serde_json::Value) -> serde_json::Value {
    let mut person = json!({ "family": "山", "given": "", "family_kana": "", "given_kana": "", "publication": "name" });
    person[field] = value;
    person
}

fn somebody() -> String {
    let app = &mut sample();
    let members = dispatch(app, "list_members", json!({ "body": "全体会", "on": "2026-10-14" })).unwrap();
    members[0]["name"].as_str().unwrap().to_owned()
}

fn appoint(person: &str, start: &str, end: Option<&str>) -> serde_json::Value {
    json!({ "body": "全体会", "person": person, "category": 1, "start": start, "decided_on": null, "end": end, "reason": null, "reading": null })
}

fn election(meeting: &str) -> serde_json::Value {
    json!({ "body": "全体会", "title": "会長", "person": somebody(), "meeting": meeting, "method": "mutual_election", "replaces": false })
}

#[test]
fn a_panic_is_no_way_out_of_odd_numbers() {
    let app = &mut sample();
    for on in ["0001-01-01", "1900/4/1", "2200-12-31", "R200.4.1", "M1.1.25"] {
        // An answer or a clear error; never a panic.
        let _ = dispatch(app, "list_members", json!({ "body": "全体会", "on": on }));
        let _ = dispatch(app, "term_end", json!({ "body": "全体会", "on": on }));
    }
}
