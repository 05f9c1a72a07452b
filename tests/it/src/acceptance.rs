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
        json!({ "family": "渡邉󠄂", "given": "試子", "family_kana": "わたなべ", "given_kana": "ためこ",
            "latin": "Watanabe Tameko", "publication": "organization", "needs": ["手話通訳（2人）"] }),
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
        json!({ "body": "kodomo", "date": "R8.9.10", "start": "10:00", "end": "12:00", "place": "市役所" }),
    );
    let meeting = added["output"].clone();
    let members = call(app, "list_members", json!({ "body": "kodomo", "on": "2026-09-10" }));
    let new =
        members.as_array().unwrap().iter().find(|m| m["office"].is_null() && !m["name"].is_null()).unwrap()["name"]
            .clone();
    let ask = json!({ "body": "kodomo", "title": "部会長", "person": new, "meeting": meeting, "method": "mutual_election", "replaces": true });
    let before = steering(app, "2026-09-09");
    write(app, "record_election", ask);
    assert_eq!(steering(app, "2026-09-09"), before, "the day before, the old head still sits");
    assert!(steering(app, "2026-09-10").contains(&new), "the new head sits from the day of the election (V9)");
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
    let nothing = dispatch(app, "redo", json!({})).unwrap_err().to_wire();
    assert_eq!((nothing.code.as_str(), nothing.message.as_str()), ("nothing_to_redo", "やり直せる操作はありません。"));
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
        json!({ "family": "消去", "given": "試子", "family_kana": "しょうきょ", "given_kana": "ためこ", "publication": "name" }),
    );
    call(app, "purge_person", json!({ "person": "消去　試子", "confirmed": true }));
    assert!(!entaku_support::dump(app).contains("消去"));
    let history = call(app, "history", json!({ "limit": 5 })).to_string();
    assert!(history.contains("個人情報の抹消") && !history.contains("消去"), "{history}");
    assert_eq!(dispatch(app, "undo", json!({})).unwrap_err().code(), "nothing_to_undo");
}

/// Registers somebody who appears by name, and answers the identifier.
fn person(app: &mut App, family: &str) -> Value {
    let ask = json!({ "family": family, "given": "試子", "family_kana": "しけん", "given_kana": "ためこ", "publication": "name" });
    write(app, "add_person", ask)["output"].clone()
}

fn people(app: &mut App) -> Vec<Value> {
    call(app, "list_people", json!({})).as_array().unwrap().clone()
}

/// What a command is refused with.
fn refused(app: &mut App, name: &str, args: Value) -> (String, String) {
    let before = entaku_support::dump(app);
    let wire = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, entaku_support::dump(app), "a refused command left something");
    (wire.code, wire.message)
}

#[test]
fn a_record_of_a_person_is_mended_and_namesakes_are_told_apart() {
    let app = &mut sample();
    let (first, second) = (person(app, "試験"), person(app, "試験"));
    let by_name = json!({ "person": "試験　試子", "publication": "hidden" });
    assert_eq!(refused(app, "update_person", by_name).0, "ambiguous_person");
    write(
        app,
        "update_person",
        json!({ "person": second, "publication": "hidden", "latin": "Shiken", "needs": ["点字"] }),
    );
    let of = |list: &[Value], id: &Value| list.iter().find(|p| p["id"] == *id).unwrap()["publication"].clone();
    let list = people(app);
    assert_eq!((of(&list, &first), of(&list, &second)), (json!("name"), json!("hidden")));
    call(app, "purge_person", json!({ "person": first, "confirmed": true }));
    assert_eq!(of(&people(app), &second), "hidden", "the other one is still there");
}

#[test]
fn people_move_between_organisations() {
    let app = &mut sample();
    let id = person(app, "所属");
    write(app, "add_organization", json!({ "name": "試験福祉会" }));
    assert_eq!(refused(app, "add_organization", json!({ "name": "試験 福祉会" })).0, "rule");
    let organizations = call(app, "list_organizations", json!({}));
    assert!(organizations.as_array().unwrap().iter().any(|o| o["name"] == "試験福祉会"));
    let belongs = |app: &mut App| people(app).iter().find(|p| p["id"] == id).unwrap()["affiliation"].clone();
    let to = |organization: Value, post: Value, from: Value| json!({ "person": id, "organization": organization, "post": post, "from": from });
    write(app, "set_affiliation", to(json!("試験福祉会"), json!("理事"), json!("R7.4.1")));
    assert_eq!(belongs(app), "試験福祉会　理事");
    write(app, "set_affiliation", to(json!("試験福祉会"), json!("理事長"), json!("R8.4.1")));
    assert_eq!(belongs(app), "試験福祉会　理事長");
    write(app, "set_affiliation", to(json!("試験福祉会"), json!("会長"), json!(null)));
    assert_eq!(belongs(app), "試験福祉会　会長", "without a day, today's record is mended");
    write(app, "set_affiliation", to(json!(null), json!(null), json!("R8.9.1")));
    assert_eq!(belongs(app), "");
    assert_eq!(
        refused(app, "set_affiliation", to(json!("ない会"), json!(null), json!(null))).0,
        "unknown_organization"
    );
}

#[test]
fn a_new_seat_is_filled_by_a_temporary_member_with_a_letter() {
    let app = &mut sample();
    let id = person(app, "臨時");
    let seat = json!({ "body": "全体会", "category": null, "filler": "person", "from": "R8.4.1" });
    let seat = write(app, "add_seat", seat)["output"].clone();
    let ask = json!({ "body": "全体会", "person": id, "kind": "temporary", "seat": seat, "start": "R8.10.1", "letter_number": "鎌障福第12号" });
    let done = write(app, "appoint_member", ask);
    assert_eq!(done["output"]["end"], "2028-03-31");
    for (filler, category) in [("organization", 1), ("person", 9)] {
        let wrong = json!({ "body": "全体会", "category": category, "filler": filler, "organization": "ない会", "from": "R8.4.1" });
        assert!(dispatch(app, "add_seat", wrong).is_err());
    }
}

/// A new seat of 全体会 ⑴, and two people who might take it.
fn one_free_seat(app: &mut App) -> (Value, Value, Value) {
    let seat = json!({ "body": "全体会", "category": 1, "filler": "person", "from": "R8.4.1" });
    let seat = write(app, "add_seat", seat)["output"].clone();
    (seat, person(app, "試験一"), person(app, "試験二"))
}

#[test]
fn a_seat_has_one_member_at_a_time_however_late_it_is_recorded() {
    let app = &mut sample();
    let (seat, first, second) = one_free_seat(app);
    let ask = |person: &Value, start: &str, end: Value| json!({ "body": "全体会", "person": person, "category": 1, "seat": seat, "start": start, "end": end, "reason": null });
    write(app, "appoint_member", ask(&first, "2027-01-01", json!(null)));
    let (code, message) = refused(app, "appoint_member", ask(&second, "2026-11-01", json!(null)));
    assert!(code == "rule" && message.contains("1月1日"), "{message}");
    let done = write(app, "appoint_member", ask(&second, "2026-11-01", json!("2026-12-31")));
    assert!(done["notices"].to_string().contains("理由がありません"), "V3 warns: {done}");
    assert!(!done["output"]["derivation"].as_str().unwrap().contains("理由"), "{done}");
}

#[test]
fn a_term_says_no_more_than_the_office_did() {
    let app = &mut sample();
    let (seat, first, _) = one_free_seat(app);
    let ask = |end: Value, reason: Value, category: Value| json!({ "body": "全体会", "person": first, "category": category, "seat": seat, "start": "2026-11-01", "end": end, "reason": reason });
    for (end, reason, category, words) in [
        (json!(null), json!("resigned"), json!(1), "満了日が指定されていません"),
        (json!("2028-10-31"), json!("resigned"), json!(1), "より後です"),
        (json!(null), json!(null), json!(null), "区分が選ばれていません"),
        (json!(null), json!(null), json!(2), "選ばれた区分と違います"),
    ] {
        let (code, message) = refused(app, "appoint_member", ask(end, reason, category));
        assert!(code == "rule" && message.contains(words), "{message}");
    }
    let done = write(app, "appoint_member", ask(json!("2027-03-31"), json!("remaining_term"), json!(1)));
    assert!(done["output"]["derivation"].as_str().unwrap().contains("（理由：残任期間）"), "{done}");
    let end = |on: &str| json!({ "appointment": done["output"]["id"], "on": on, "reason": "resigned" });
    assert!(refused(app, "end_appointment", end("2027-04-01")).1.contains("満了日"));
    write(app, "end_appointment", end("2027-01-31"));
    assert!(refused(app, "end_appointment", end("2026-12-31")).1.contains("すでに"));
}

#[test]
fn a_subcommittee_member_has_a_route_and_an_end_set_by_hand() {
    let app = &mut sample();
    let id = person(app, "部会");
    write(app, "add_seat", json!({ "body": "kodomo", "category": 1, "filler": "person", "from": "R8.4.1" }));
    let steering = call(app, "list_meetings", json!({ "body": "運営会議", "year": "R8" }))[0]["id"].clone();
    let plenary = call(app, "list_meetings", json!({ "body": "全体会", "year": "R8" }))[0]["id"].clone();
    let ask = |route: Value| json!({ "body": "kodomo", "person": id, "start": "R8.10.1", "end": "2028-03-31", "route": route });
    let wrong = ask(json!({ "by": "steering_meeting", "meeting": plenary }));
    assert!(refused(app, "appoint_member", wrong).1.contains("運営会議ではありません"));
    let done = write(app, "appoint_member", ask(json!({ "by": "steering_meeting", "meeting": steering })));
    let why = done["output"]["derivation"].as_str().unwrap();
    assert!(why.starts_with("任期の定めはありませんが、") && why.ends_with("までとしています。"), "{why}");
    assert_eq!(done["notices"], json!([]), "{done}");
    call(app, "undo", json!({}));
    let head = call(app, "list_members", json!({ "body": "kodomo", "on": "R8.9.30" }));
    let head = head.as_array().unwrap().iter().find(|m| m["office"] == "部会長").unwrap()["person"].clone();
    let by_head = write(app, "appoint_member", ask(json!({ "by": "head", "name": head, "on": "R8.9.30" })));
    assert_eq!(by_head["notices"], json!([]), "{by_head}");
}

#[test]
fn a_paper_gets_onto_the_agenda() {
    let app = &mut sample();
    let meeting = call(app, "list_meetings", json!({ "body": "全体会", "year": "R8" }))[1]["id"].clone();
    let list = call(app, "list_agenda", json!({ "meeting": meeting }));
    let number = list["papers"][0]["number"].as_str().unwrap().to_owned();
    let wide: String = number.chars().map(|c| if c == '-' { '－' } else { c }).collect();
    let item = |papers: Value| json!({ "meeting": meeting, "kind": "report", "title": "試験の報告", "presenter": "事務局", "minutes": 5, "papers": papers });
    assert!(refused(app, "add_agenda_item", item(json!(["資料99"]))).1.contains("資料99"));
    let id = write(app, "add_agenda_item", item(json!([wide])))["output"].clone();
    let items = call(app, "list_agenda", json!({ "meeting": meeting }))["items"].as_array().unwrap().clone();
    let at = items.iter().position(|i| i["id"] == id).unwrap();
    assert_eq!(items[at]["papers"], json!([number]));
    assert!(items.last().unwrap()["kind"] != "closing" || at + 2 == items.len(), "before the closing: {items:?}");
    write(app, "set_item_papers", json!({ "item": id, "papers": [] }));
    let closed =
        json!({ "meeting": meeting, "kind": "report", "title": "個別事例", "closed_reason": "", "papers": [] });
    assert_eq!(refused(app, "add_agenda_item", closed).0, "text_empty", "closed without a reason is a slip");
}

#[test]
fn an_election_is_one_of_a_meeting_that_was_held() {
    let app = &mut sample();
    let meetings = call(app, "list_meetings", json!({ "body": "全体会", "year": "R8" }));
    let members = call(app, "list_members", json!({ "body": "全体会", "on": "2026-06-24" }));
    let member =
        members.as_array().unwrap().iter().find(|m| m["office"].is_null() && !m["name"].is_null()).unwrap()["person"]
            .clone();
    let ask = |meeting: &Value, method: &str| json!({ "body": "全体会", "title": "会長", "person": member, "meeting": meeting["id"], "method": method, "replaces": true });
    let (_, message) = refused(app, "record_election", ask(&meetings[1], "mutual_election"));
    assert!(message.contains("まだ開かれていない"), "{message}");
    let other = call(app, "list_meetings", json!({ "body": "運営会議", "year": "R8" }))[1].clone();
    let (_, message) = refused(app, "record_election", ask(&other, "unknown"));
    assert!(
        message.contains("委員の互選によると定められています") && message.contains("その会議体の会議"),
        "{message}"
    );
}

#[test]
fn a_head_of_a_subcommittee_may_chair_the_steering_meeting() {
    let app = &mut sample();
    let meetings = call(app, "list_meetings", json!({ "body": "運営会議", "year": "R8" }));
    let held = &meetings.as_array().unwrap().iter().rfind(|m| m["date"].as_str().unwrap() < "2026-10-01").unwrap();
    let heads = call(app, "list_members", json!({ "body": "kodomo", "on": held["date"] }));
    let head = heads.as_array().unwrap().iter().find(|m| m["office"] == "部会長").unwrap()["person"].clone();
    let ask = json!({ "body": "運営会議", "title": "座長", "person": head, "meeting": held["id"], "method": "other", "replaces": true });
    write(app, "record_election", ask);
    let now = call(app, "list_members", json!({ "body": "運営会議", "on": held["date"] }));
    assert!(now.as_array().unwrap().iter().any(|m| m["office"] == "座長" && m["person"] == head), "{now}");
    let added = call(
        app,
        "add_meeting",
        json!({ "body": "kodomo", "date": "R8.9.25", "start": null, "end": null, "place": "" }),
    );
    let heads = heads.as_array().unwrap();
    let next = heads.iter().find(|m| m["office"].is_null() && !m["person"].is_null()).unwrap()["person"].clone();
    let ask = json!({ "body": "kodomo", "title": "部会長", "person": next, "meeting": added["output"], "method": "mutual_election", "replaces": true });
    write(app, "record_election", ask);
    let later = call(app, "list_members", json!({ "body": "運営会議", "on": "2026-09-25" }));
    assert!(!later.to_string().contains("\"座長\""), "who leaves the derived seat leaves its office: {later}");
}
