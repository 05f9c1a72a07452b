//! Plates and cards: whose names stand there, and how.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::printing::{Document, Format, Ready};
use entaku_sheets::Fallback;
use entaku_support::sample;
use serde_json::{Value, json};

const DAY: &str = "R8.10.14";

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

fn ready(app: &App, document: &Value) -> Ready {
    let ask: Document = serde_json::from_value(document.clone()).unwrap();
    app.document(&ask).unwrap_or_else(|e| panic!("{document}: {:?}", e.to_wire()))
}

/// The words for the ear.
fn text(app: &App, document: &Value) -> String {
    let made = ready(app, document).export(Format::Txt, Fallback::Refuse).unwrap().unwrap();
    String::from_utf8(made.bytes).unwrap()
}

fn refused(app: &App, document: &Value) -> (&'static str, Option<&'static str>) {
    let ask: Document = serde_json::from_value(document.clone()).unwrap();
    let error = app.document(&ask).expect_err("refused");
    (error.code(), error.field())
}

/// The second plenary of 2026.
fn october(app: &mut App) -> Value {
    let all = call(app, "list_meetings", json!({ "body": "zentaikai", "year": "R8" }));
    all[1]["id"].clone()
}

#[test]
fn everybody_of_a_body_has_a_plate_and_officers_come_first() {
    let app = &mut sample();
    let people = call(app, "card_people", json!({ "body": "全体会", "on": DAY }));
    let people = people.as_array().unwrap();
    let plates = text(app, &json!({ "kind": "name_plates", "who": { "body": "全体会", "on": DAY }, "kana": true }));
    assert_eq!(plates.lines().count(), people.len() + 2, "{plates}");
    assert!(people.len() > 10 && people[0]["office"] == "会長" && people[1]["office"] == "副会長", "{people:?}");
    for person in people {
        assert!(plates.contains(person["name"].as_str().unwrap()), "{person}");
    }
    assert!(plates.contains("（よしだ"), "with readings: {plates}");
    let bare = text(app, &json!({ "kind": "name_plates", "who": { "body": "全体会", "on": DAY } }));
    assert!(!bare.contains("（よしだ"), "{bare}");
}

#[test]
fn who_is_in_two_bodies_has_one_plate() {
    let app = &mut sample();
    let all = call(app, "card_people", json!({ "on": DAY }));
    let mut ids: Vec<&str> = all.as_array().unwrap().iter().map(|p| p["person"].as_str().unwrap()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
    let plenary = call(app, "card_people", json!({ "body": "zentaikai", "on": DAY }));
    assert!(count > plenary.as_array().unwrap().len());
}

#[test]
fn people_are_chosen_and_left_out() {
    let app = &mut sample();
    let people = call(app, "card_people", json!({ "body": "zentaikai", "on": DAY }));
    let (first, second) = (&people[0], &people[1]);
    let of = |who: Value| json!({ "kind": "table_cards", "who": who, "posts": true });
    let one = text(app, &of(json!({ "body": "zentaikai", "on": DAY, "people": [second["person"]] })));
    assert!(one.contains(second["name"].as_str().unwrap()) && !one.contains(first["name"].as_str().unwrap()), "{one}");
    let rest = text(app, &of(json!({ "body": "zentaikai", "on": DAY, "without": [second["person"]] })));
    assert!(!rest.contains(second["name"].as_str().unwrap()) && rest.contains(first["name"].as_str().unwrap()));
    let officers = json!({ "body": "zentaikai", "on": DAY, "filter": { "officers": true } });
    assert_eq!(call(app, "card_people", officers).as_array().unwrap().len(), 2);
    let category = json!({ "body": "zentaikai", "on": DAY, "filter": { "category": 6, "kind": "regular" } });
    let family = call(app, "card_people", category);
    assert!(
        !family.as_array().unwrap().is_empty() && family.as_array().unwrap().len() < people.as_array().unwrap().len()
    );
    assert_eq!(refused(app, &of(json!({ "body": "zentaikai", "people": [] }))), ("nobody", None));
    assert_eq!(refused(app, &of(json!({ "body": "ない会" }))), ("unknown_body", Some("body")));
    assert_eq!(refused(app, &of(json!({ "meeting": "x" }))), ("unknown_meeting", Some("meeting")));
    assert_eq!(refused(app, &of(json!({ "people": ["x"] }))), ("unknown_person", Some("person")));
    assert_eq!(refused(app, &of(json!({ "filter": { "ends_by": "いつか" } }))), ("bad_day", Some("ends_by")));
}

#[test]
fn a_meeting_has_cards_for_those_who_come() {
    let app = &mut sample();
    let meeting = october(app);
    let list = call(app, "list_attendance", json!({ "meeting": meeting }));
    let rows = list["rows"].as_array().unwrap();
    let (away, sent) = (&rows[3], &rows[4]);
    let set = json!([
        { "appointment": away["appointment"], "presence": "absent", "proxy": null },
        { "appointment": sent["appointment"], "presence": "proxy", "proxy": "﨑山　代子" },
    ]);
    call(app, "set_attendance", json!({ "meeting": meeting, "rows": set }));
    let ask = json!({ "kind": "table_cards", "who": { "meeting": meeting }, "posts": true, "secretariat": true });
    let cards = text(app, &ask);
    let name = |row: &Value| row["name"].as_str().unwrap().to_owned();
    assert!(!cards.contains(&name(away)) && !cards.contains(&name(sent)), "{cards}");
    assert!(cards.contains("代理　﨑山　代子") && cards.contains("事務局") && cards.contains("会長"), "{cards}");
    let without = json!({ "kind": "table_cards", "who": { "meeting": meeting }, "posts": false });
    assert!(!text(app, &without).contains("事務局"));
}

#[test]
fn a_card_may_say_the_family_name_with_the_office() {
    let app = &mut sample();
    let people = call(app, "card_people", json!({ "body": "zentaikai", "on": DAY }));
    let chair = people[0]["name"].as_str().unwrap().split('　').next().unwrap().to_owned();
    let ask = json!({ "kind": "table_cards", "who": { "body": "zentaikai", "on": DAY }, "spoken": true });
    let cards = text(app, &ask);
    assert!(cards.contains(&format!("{chair}　会長")) && cards.contains("　委員"), "{cards}");
}

/// V26: the audience sees what stands on the table.
#[test]
fn those_who_are_not_named_in_public_are_told() {
    let app = sample();
    let ask = json!({ "kind": "table_cards", "who": { "body": "zentaikai", "on": DAY } });
    let notices = ready(&app, &ask).notices;
    assert!(notices[0].contains("比良坂　ゆき") && notices[0].contains("富岡　隼人"), "{notices:?}");
    assert_eq!(ready(&app, &ask).audience(), Some(entaku_documents::Audience::Internal));
}

#[test]
fn who_comes_from_outside_has_a_card_at_the_meeting() {
    let app = &mut sample();
    let id = october(app);
    let guest =
        json!({ "meeting": id, "kind": "explainer", "organization": "市民健康課", "post": "課長", "name": "辻󠄀　健一" });
    call(app, "set_guest", guest);
    let refuses = json!({ "meeting": id, "kind": "observer", "organization": "来ない会", "post": "", "name": "", "comes": false });
    call(app, "set_guest", refuses);
    let cards = |app: &App, secretariat: bool| {
        text(app, &json!({ "kind": "table_cards", "who": { "meeting": id }, "secretariat": secretariat }))
    };
    let all = cards(app, true);
    assert!(all.contains("辻󠄀　健一") && all.contains("市民健康課　課長") && !all.contains("来ない会"), "{all}");
    assert!(!cards(app, false).contains("市民健康課"));
}
