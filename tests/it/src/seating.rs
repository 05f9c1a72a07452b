//! Who sits where through the commands: places are pinned, taken over, closed up or kept;
//! what members need is not drawn in public. And the yearly report.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::printing::{Document, Format};
use entaku_sheets::Fallback;
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

fn words(app: &App, ask: Value) -> String {
    app.document(&serde_json::from_value::<Document>(ask).unwrap()).unwrap().words()
}

/// The plenaries of 令和8年度, by number.
fn plenary(app: &mut App, number: u16) -> Value {
    let all = call(app, "year_meetings", json!({ "body": "全体会", "year": "R8" }));
    all.as_array().unwrap().iter().find(|m| m["number"] == number).unwrap()["id"].clone()
}

fn seats(page: &Value) -> Vec<Value> {
    let plain = |s: &Value| json!({ "who": s["who"], "side": s["side"], "wheelchair": s["wheelchair"] });
    page["seats"].as_array().unwrap().iter().map(plain).collect()
}

fn room(meeting: &Value, seats: &[Value], keep: bool) -> Value {
    json!({ "meeting": meeting, "seats": seats, "fixtures": [], "keep_absent": keep })
}

#[test]
fn everybody_has_a_place_and_a_seat_is_moved() {
    let app = &mut sample();
    let meeting = plenary(app, 2);
    let page = call(app, "seating_page", json!({ "meeting": meeting }));
    assert_eq!((&page["stored"], &page["last"]), (&json!(false), &Value::Null));
    let mut all = seats(&page);
    let sides = |all: &[Value], side: &str| all.iter().filter(|s| s["side"] == side).count();
    assert!(sides(&all, "head") >= 1 && sides(&all, "left") >= sides(&all, "right") && sides(&all, "foot") >= 1);
    let first = all.iter().position(|s| s["side"] == "left").unwrap();
    let mut taken = all.remove(first);
    taken["side"] = json!("right");
    taken["wheelchair"] = json!(true);
    let at = all.iter().position(|s| s["side"] == "right").unwrap();
    all.insert(at, taken.clone());
    write(app, "set_room", room(&meeting, &all, false));
    let again = call(app, "seating_page", json!({ "meeting": meeting }));
    assert_eq!((seats(&again), &again["stored"]), (all.clone(), &json!(true)));
    let seating = |audience: &str| json!({ "kind": "seating", "meeting": meeting, "audience": audience });
    assert!(words(app, seating("members")).contains("右側1　委員（車椅子）"), "{}", words(app, seating("members")));
    assert!(!words(app, seating("public")).contains("車椅子"), "what somebody needs is nobody's business outside");

    let twice = [all.clone(), vec![taken]].concat();
    refused(app, "set_room", room(&meeting, &twice, false));
    let stranger = json!({ "who": "mnobody", "side": "left", "wheelchair": false });
    refused(app, "set_room", room(&meeting, &[stranger], false));
    let outside = json!({ "kind": "door", "x": 999, "y": 0 });
    refused(app, "set_room", json!({ "meeting": meeting, "seats": all, "fixtures": [outside], "keep_absent": false }));
    write(app, "reset_room", json!({ "meeting": meeting, "last": false }));
    assert_eq!(call(app, "seating_page", json!({ "meeting": meeting }))["stored"], false);
}

#[test]
fn who_stays_away_is_closed_up_or_kept_and_the_next_meeting_takes_over() {
    let app = &mut sample();
    let (meeting, later) = (plenary(app, 2), plenary(app, 3));
    refused(app, "reset_room", json!({ "meeting": later, "last": true }));
    let all = seats(&call(app, "seating_page", json!({ "meeting": meeting })));
    let mut turned = all.clone();
    let left: Vec<usize> = (0..all.len()).filter(|at| all[*at]["side"] == "left").collect();
    turned.swap(left[0], left[1]);
    turned.push(json!({ "who": "-", "side": "foot", "wheelchair": false }));
    write(app, "set_room", room(&meeting, &turned, false));
    let who = turned[left[0]]["who"].as_str().unwrap()[1..].to_owned();
    let excused = json!({ "appointment": who, "presence": "excused", "proxy": null });
    call(app, "set_attendance", json!({ "meeting": meeting, "rows": [excused] }));
    let has = |page: &Value| seats(page).iter().any(|s| s["who"] == format!("m{who}"));
    assert!(!has(&call(app, "seating_page", json!({ "meeting": meeting }))), "closed up");
    write(app, "set_room", room(&meeting, &turned, true));
    let kept = call(app, "seating_page", json!({ "meeting": meeting }));
    assert!(has(&kept));
    let text = words(app, json!({ "kind": "seating", "meeting": meeting, "audience": "members" }));
    assert!(text.contains("（欠席）") && text.contains("空席"), "{text}");

    let page = call(app, "seating_page", json!({ "meeting": later }));
    assert!(page["last"].as_str().unwrap().contains("第2回"), "{page}");
    write(app, "reset_room", json!({ "meeting": later, "last": true }));
    let over = seats(&call(app, "seating_page", json!({ "meeting": later })));
    let order =
        |all: &[Value]| all.iter().filter(|s| s["side"] == "left").map(|s| s["who"].clone()).collect::<Vec<_>>();
    assert_eq!(order(&over)[..2], order(&turned)[..2], "the places of the last meeting");
}

#[test]
fn interpreters_stand_where_they_are_seen_and_are_not_drawn_in_public() {
    let app = &mut sample();
    let meeting = plenary(app, 2);
    let all = seats(&call(app, "seating_page", json!({ "meeting": meeting })));
    let things = json!([{ "kind": "door", "x": 250, "y": 140 }, { "kind": "interpreter", "x": 60, "y": 8 }]);
    write(app, "set_room", json!({ "meeting": meeting, "seats": all, "fixtures": things, "keep_absent": false }));
    let seating = |audience: &str| json!({ "kind": "seating", "meeting": meeting, "audience": audience });
    let (members, public) = (words(app, seating("members")), words(app, seating("public")));
    assert!(members.contains("会場　出入口") && members.contains("会場　手話通訳者の位置"), "{members}");
    assert!(public.contains("会場　出入口") && !public.contains("通訳"), "{public}");
}

#[test]
fn the_yearly_report_tells_the_year_and_what_the_office_adds() {
    let app = &mut sample();
    let places = call(app, "report_texts", json!({ "year": "R8" }));
    assert_eq!(places.as_array().unwrap().len(), 9);
    let own = "障害のある人の暮らしを支えるため、\n３つの部会で協議を進めました。";
    write(app, "set_report_text", json!({ "year": "R8", "place": "foreword", "text": own }));
    refused(app, "set_report_text", json!({ "year": "R8", "place": "nowhere", "text": "x" }));
    refused(app, "set_report_text", json!({ "year": "R8", "place": "foreword", "text": "\u{7}" }));
    let ask = |audience: &str, confirmed: bool| json!({ "kind": "activity_report", "year": "R8", "audience": audience, "confirmed": confirmed });
    let text = words(app, ask("members", false));
    for said in ["令和8年度", "活動報告書", "３つの部会で", "会議の開催", "第1回", "委員", "地域の課題", "提案と回答"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    let ready = app.document(&serde_json::from_value::<Document>(ask("members", false)).unwrap()).unwrap();
    let docx = ready.export(Format::Docx, Fallback::Refuse).unwrap().unwrap();
    assert!(docx.bytes.starts_with(b"PK") && docx.name.ends_with(".docx"));

    let public = words(app, ask("public", true));
    let council = app.snapshot().unwrap();
    for person in council.people().filter(|p| p.publication != entaku_domain::person::Publication::Name) {
        assert!(!public.contains(&person.name.full()), "{}", person.name.full());
    }
    let secret = council.people().find(|p| p.publication != entaku_domain::person::Publication::Name).unwrap();
    let named = format!("{}さんの発表", secret.name.full());
    call(app, "set_report_text", json!({ "year": "R8", "place": "afterword", "text": named }));
    let refused = app.document(&serde_json::from_value::<Document>(ask("public", false)).unwrap());
    assert!(refused.is_err(), "V26: a name that is withheld stops the public edition");
    write(app, "set_report_text", json!({ "year": "R8", "place": "afterword", "text": "" }));
    dispatch(app, "report_texts", json!({ "year": "いつか" })).unwrap_err();
}
