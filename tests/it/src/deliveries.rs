//! Who got what of a meeting: recorded for many at once, by each member's wish; after every
//! write, undo restores the exact dump.

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

/// The plenary's next meeting, 14 October 2026.
pub(crate) fn next_plenary(app: &mut App) -> String {
    let meetings = call(app, "list_meetings", json!({ "body": "全体会", "year": "R8" }));
    meetings[1]["id"].as_str().unwrap().to_owned()
}

fn page(app: &mut App, meeting: &str) -> Value {
    call(app, "list_deliveries", json!({ "meeting": meeting }))
}

fn lacking(page: &Value, what: &str) -> u64 {
    let items = page["items"].as_array().unwrap();
    items.iter().find(|i| i["what"] == what).unwrap()["lacking"].as_u64().unwrap()
}

#[test]
fn all_members_at_once_by_the_way_they_wish() {
    let mut app = sample();
    let meeting = next_plenary(&mut app);
    let before = page(&mut app, &meeting);
    let members = before["members"].as_array().unwrap().clone();
    assert_eq!(lacking(&before, "papers"), members.len() as u64);
    let done = write(&mut app, "record_delivery", json!({ "meeting": meeting, "what": "papers", "on": "R8.10.1" }));
    assert_eq!(done["output"]["recorded"], members.len());
    let after = page(&mut app, &meeting);
    assert_eq!((lacking(&after, "papers"), lacking(&after, "notice")), (0, lacking(&before, "notice")));
    for (row, member) in after["rows"].as_array().unwrap().iter().zip(&members) {
        assert_eq!(row["on"], "2026-10-01");
        let of = members.iter().find(|m| m["person"] == row["person"]).unwrap();
        assert_eq!(row["way"], of["way"], "{member}");
    }
    let ways: std::collections::BTreeSet<&str> = members.iter().filter_map(|m| m["way"].as_str()).collect();
    assert!(ways.len() > 1, "the sample's members wish more than one way: {ways:?}");
}

#[test]
fn who_has_it_is_passed_by_and_others_are_named() {
    let mut app = sample();
    let meeting = next_plenary(&mut app);
    let members = page(&mut app, &meeting)["members"].as_array().unwrap().clone();
    let one = &members[0]["person"];
    let form = json!({ "meeting": meeting, "what": "papers", "people": [one], "way": "hand", "note": "窓口で" });
    write(&mut app, "record_delivery", form.clone());
    let before = dump(&app);
    let again = call(&mut app, "record_delivery", form);
    assert_eq!((&again["output"]["recorded"], before), (&json!(0), dump(&app)), "the same is not recorded twice");
    assert_eq!(again["notices"], json!(["1件は、同じ記録がすでにあるため、加えませんでした。"]));
    let rest = write(&mut app, "record_delivery", json!({ "meeting": meeting, "what": "papers" }));
    assert_eq!(rest["output"]["recorded"], members.len() - 1);
    let press = json!({ "recipient": "press", "name": "市政記者クラブ", "copies": 3 });
    write(&mut app, "record_delivery", json!({ "meeting": meeting, "what": "papers", "others": [press] }));
    let rows = page(&mut app, &meeting)["rows"].as_array().unwrap().clone();
    assert!(rows.iter().any(|r| r["name"] == "市政記者クラブ" && r["copies"] == 3 && r["way"] == "hand"));
}

#[test]
fn a_record_is_mended_and_taken_out() {
    let mut app = sample();
    let meeting = next_plenary(&mut app);
    let done = write(&mut app, "record_delivery", json!({ "meeting": meeting, "what": "notice" }));
    let ids = done["output"]["deliveries"].clone();
    let change = json!({ "delivery": ids[0], "way": "email", "on": "R8.9.30", "note": "再送" });
    write(&mut app, "update_delivery", change);
    let rows = page(&mut app, &meeting)["rows"].clone();
    assert_eq!((&rows[0]["way"], &rows[0]["note"]), (&json!("email"), &json!("再送")));
    let gone = write(&mut app, "remove_deliveries", json!({ "deliveries": ids }));
    assert_eq!(gone["output"], ids.as_array().unwrap().len());
    assert_eq!(page(&mut app, &meeting)["rows"], json!([]));
}

#[test]
fn what_cannot_be_is_refused_and_leaves_nothing() {
    let mut app = sample();
    let meeting = next_plenary(&mut app);
    let before = dump(&app);
    for (form, code, field) in [
        (json!({ "meeting": meeting, "what": "papers", "on": "R8.10.2" }), "rule", Some("on")),
        (json!({ "meeting": meeting, "what": "papers", "people": [] }), "nobody", None),
        (json!({ "meeting": meeting, "what": "papers", "note": "\u{7}" }), "text_control", Some("note")),
        (
            json!({ "meeting": meeting, "what": "papers", "others": [{ "recipient": "press", "copies": 0 }] }),
            "out_of_range",
            Some("copies"),
        ),
    ] {
        let wire = dispatch(&mut app, "record_delivery", form.clone()).expect_err(&form.to_string()).to_wire();
        assert_eq!((wire.code.as_str(), wire.field.as_deref()), (code, field), "{form}");
    }
    assert_eq!(before, dump(&app));
}

#[test]
fn a_name_with_a_rare_form_is_found_and_the_erased_keep_no_note() {
    let mut app = sample();
    let meeting = next_plenary(&mut app);
    let members = page(&mut app, &meeting)["members"].as_array().unwrap().clone();
    let form =
        json!({ "meeting": meeting, "what": "papers", "people": [members[1]["name"]], "note": "自宅の郵便受け" });
    write(&mut app, "record_delivery", form);
    call(&mut app, "purge_person", json!({ "person": members[1]["person"], "confirmed": true }));
    assert!(!dump(&app).contains("自宅の郵便受け"));
}

#[test]
fn today_says_who_has_not_got_the_papers() {
    let mut app = sample();
    let meeting = next_plenary(&mut app);
    let task = |app: &mut App| {
        let today = call(app, "today", json!({}));
        let all = today["tasks"].as_array().unwrap().clone();
        all.into_iter().find(|t| t["kind"] == "delivery" && t["target"]["id"] == meeting)
    };
    let found = task(&mut app).expect("the papers are there, and nobody has them");
    assert_eq!((&found["due"], &found["target"]["tab"]), (&json!("2026-10-07"), &json!("delivery")), "{found}");
    assert!(found["what"].as_str().unwrap().contains("未送付"), "{found}");
    call(&mut app, "record_delivery", json!({ "meeting": meeting, "what": "papers" }));
    assert!(task(&mut app).is_none());
}
