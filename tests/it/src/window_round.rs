//! The reappointment round (改選) and leaving (退任) by their commands; after every
//! write, undo restores the exact dump.

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

fn refused(app: &mut App, name: &str, args: Value) -> (String, String) {
    let before = dump(app);
    let wire = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, dump(app), "a refused command left something");
    (wire.code, wire.message)
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

fn round(app: &mut App) -> Value {
    call(app, "round_list", json!({ "on": END, "bodies": ["全体会"] }))
}

fn vacancies(app: &mut App) -> Vec<Value> {
    list(&call(app, "round_list", json!({ "on": null, "bodies": [] }))["rows"]).clone()
}

fn seats(rows: &[Value]) -> Vec<&Value> {
    rows.iter().map(|r| &r["seat"]).collect()
}

fn count<'a>(round: &'a Value, step: &str) -> &'a Value {
    list(&round["steps"]).iter().find(|s| s["step"] == step).expect("the step")
}

#[test]
fn who_expires_is_listed_by_cohort_and_category() {
    let app = &mut sample();
    let choices = call(app, "rounds", json!({}));
    let end = list(&choices).iter().find(|c| c["on"] == "2028-03-31").expect("the end of 令和9年度");
    assert_eq!((&end["count"], &end["bodies"][0]["name"]), (&json!(17), &json!("全体会")));
    let vacant = list(&choices).iter().find(|c| c["on"].is_null()).expect("vacancies");
    assert_eq!(vacant["count"], vacancies(app).len());
    let found = round(app);
    let rows = list(&found["rows"]);
    assert_eq!(rows.len(), 19, "17 that expire and 2 that are vacant: {found:#}");
    assert_eq!(found["start"], "2028-04-01");
    let expiring: u64 = list(&found["cohorts"]).iter().map(|c| c["count"].as_u64().unwrap()).sum();
    assert_eq!(expiring, 17);
    assert!(list(&found["cohorts"])[0]["categories"].as_str().unwrap().starts_with('⑴'), "{}", found["cohorts"]);
    assert!(rows.iter().all(|r| r["late_days"] == 0 && r["start"] == "2028-04-01"));
    let first = &rows[0];
    assert_eq!((&first["next"], &first["due"]), (&json!("ask"), &json!("2027-12-28")), "{first:#}");
    assert_eq!(first["present"]["terms"].as_u64(), Some(3), "{first:#}");
    let bodies = list(&call(app, "round_list", json!({ "on": END, "bodies": [] }))["bodies"]).len();
    assert_eq!(bodies, 1, "only the plenary's terms end then");
    let none = call(app, "round_list", json!({ "on": "R10.3.30", "bodies": [] }));
    assert!(list(&none["rows"]).is_empty());
}

#[test]
fn a_round_is_taken_from_the_first_request_to_the_new_terms() {
    let app = &mut sample();
    let first = round(app);
    let all: Vec<Value> = list(&first["rows"]).clone();
    let asked: Vec<&Value> = all.iter().filter(|r| r["way"] == "nominated").map(|r| &r["seat"]).collect();
    let step = |name: &str, seats: &[&Value], day: &str| json!({ "on": END, "seats": seats, "step": name, "day": day });
    let touched = write(app, "set_round_step", step("ask", &seats(&all), "R9.12.20"));
    assert_eq!(touched["output"], json!({ "changed": asked.len(), "skipped": all.len() - asked.len() }));
    write(app, "set_round_due", step("reply", &asked, "R10.1.25"));
    let rows = list(&round(app)["rows"]).clone();
    let row = rows.iter().find(|r| r["seat"] == *asked[0]).unwrap();
    assert_eq!((&row["next"], &row["due"]), (&json!("reply"), &json!("2028-01-25")));
    assert!(row["why"].as_str().unwrap().contains("推薦依頼"), "{row}");

    // The same people again, one new: the vacant seats are passed over.
    let again = write(app, "name_again", json!({ "on": END, "seats": seats(&all) }));
    assert_eq!(again["output"], json!({ "changed": 17, "skipped": 2 }));
    write(app, "set_round_step", step("reply", &asked, "R10.1.20"));
    write(app, "set_round_step", step("consent", &seats(&all), "R10.2.10"));
    write(app, "set_round_step", step("decide", &seats(&all), "R10.3.10"));
    let outlook =
        call(app, "round_outlook", json!({ "on": END, "seats": seats(&all), "start": null, "reading": null }));
    assert_eq!(outlook["ready"], 17, "{outlook:#}");
    let stuck: Vec<&Value> = list(&outlook["rows"]).iter().filter(|r| !list(&r["problems"]).is_empty()).collect();
    assert!(stuck.iter().all(|r| r["problems"][0].as_str().unwrap().contains("候補")), "{stuck:#?}");
    let (code, message) =
        refused(app, "appoint_round", json!({ "on": END, "seats": seats(&all), "start": null, "reading": null }));
    assert_eq!((code.as_str(), message.lines().count()), ("rows_refused", 2), "{message}");

    let ready: Vec<&Value> = all.iter().filter(|r| !r["present"].is_null()).map(|r| &r["seat"]).collect();
    let done = write(app, "appoint_round", json!({ "on": END, "seats": ready, "start": null, "reading": null }));
    assert_eq!(done["output"]["count"], 17);
    let table = call(app, "member_table", json!({ "body": "全体会", "on": "R10.4.1" }));
    let new: Vec<&Value> = list(&table["rows"]).iter().filter(|r| r["name"].is_string()).collect();
    assert_eq!(new.len(), 17);
    // V1: 委嘱日 2028-04-01 is in 令和10年度.
    assert!(new.iter().all(|r| r["start"] == "2028-04-01" && r["end"] == "2030-03-31"), "{new:#?}");
    assert!(new.iter().all(|r| r["office"].is_null()), "V8: nobody is 会長 until elected again");
    let before = call(app, "member_table", json!({ "body": "全体会", "on": "R10.3.31" }));
    assert!(list(&before["rows"]).iter().any(|r| r["office"] == "会長"), "the roster of the day before is as it was");

    let after = round(app);
    assert_eq!(count(&after, "letter")["next"], 17);
    write(app, "set_round_step", step("letter", &ready, "R10.4.1"));
    write(app, "set_round_step", step("roster", &ready, "R10.4.5"));
    assert_eq!(count(&round(app), "roster")["done"], 17);
    let through = list(&round(app)["rows"]).iter().filter(|r| r["next"] == "done").count();
    assert_eq!(through, 17);
    let wrong = json!({ "on": END, "seat": ready[0], "organization": null, "person": null, "start": null,
        "done": [], "dues": [], "note": null });
    assert!(refused(app, "set_round_row", wrong).1.contains("すでに記録"));
}

#[test]
fn one_person_is_not_appointed_twice_in_one_go() {
    let app = &mut sample();
    let rows = list(&round(app)["rows"]).clone();
    let (a, b) = (&rows[0], &rows[1]);
    for row in [a, b] {
        let facts = json!({ "on": END, "seat": row["seat"], "organization": row["organization"],
            "person": a["present"]["person"], "start": null, "note": "同じ人",
            "done": [{ "step": "consent", "day": "R10.2.1" }, { "step": "decide", "day": "R10.3.1" }],
            "dues": [{ "step": "ask", "day": "R9.12.1" }] });
        write(app, "set_round_row", facts);
    }
    let row = list(&round(app)["rows"])[1].clone();
    assert_eq!((&row["again"], &row["leaves"], &row["note"]), (&json!(false), &json!(true), &json!("同じ人")));
    assert_eq!((&row["steps"][0]["due"], &row["steps"][0]["set"]), (&json!("2027-12-01"), &json!(true)));
    let (_, message) = refused(
        app,
        "appoint_round",
        json!({ "on": END, "seats": [a["seat"], b["seat"]], "start": null, "reading": null }),
    );
    assert!(message.contains("全体会") && message.lines().count() == 1, "{message}");
}

#[test]
fn bad_input_is_refused_at_its_field_and_changes_nothing() {
    let app = &mut sample();
    let seat = list(&round(app)["rows"])[0]["seat"].clone();
    let step = |day: &str, step: &str| json!({ "on": END, "seats": [seat], "step": step, "day": day });
    assert_eq!(refused(app, "set_round_step", step("2月30日", "ask")).0, "bad_day");
    assert_eq!(refused(app, "set_round_step", step("R9.12.1", "dance")).0, "bad_request");
    assert_eq!(
        refused(app, "set_round_step", json!({ "on": END, "seats": [], "step": "ask", "day": "R9.12.1" })).0,
        "bad_request"
    );
    let other = json!({ "on": "R10.3.30", "seats": [seat], "step": "ask", "day": "R9.12.1" });
    assert!(refused(app, "set_round_step", other).1.contains("3月30日"));
    let wrong = json!({ "on": END, "seat": seat, "organization": null, "person": null, "start": null,
        "done": [{ "step": "consent", "day": "あした" }], "dues": [], "note": null });
    let wire = dispatch(app, "set_round_row", wrong).expect_err("a day").to_wire();
    assert_eq!((wire.code.as_str(), wire.field.as_deref()), ("bad_day", Some("done_consent")));
    let table = call(app, "member_table", json!({ "body": null, "on": null }));
    let derived = list(&table["rows"]).iter().find(|r| r["derived"] == true).unwrap()["seat"].clone();
    assert!(refused(app, "open_nominations", json!({ "on": null, "seats": [derived] })).1.contains("役職による席"));
}

#[test]
fn what_is_late_is_said_in_words_and_stands_on_the_list_of_today() {
    // Half a year before the end: nothing presses yet; late steps are told once their day is past.
    let app = &mut sample();
    let rows = list(&round(app)["rows"]).clone();
    write(app, "set_round_due", json!({ "on": END, "seats": [rows[0]["seat"]], "step": "ask", "day": "R8.9.1" }));
    let row = list(&round(app)["rows"])[0].clone();
    assert_eq!(row["late_days"], 30, "{row:#}");
    assert_eq!(row["late"][0], "推薦依頼の期限（令和8年9月1日）を30日過ぎています");
    let tasks = call(app, "today", json!({}));
    let task = list(&tasks["tasks"]).iter().find(|t| t["key"].as_str().unwrap().starts_with("round/")).expect("a task");
    assert_eq!((&task["urgency"], &task["days"]), (&json!("overdue"), &json!(-30)), "{task}");
    assert_eq!((&task["target"]["id"], &task["target"]["record"]), (&json!("round"), &json!("2028-03-31")));
    write(app, "remove_nominations", json!({ "on": END, "seats": [rows[0]["seat"]] }));
    assert_eq!(list(&round(app)["rows"])[0]["late_days"], 0);
}

#[test]
fn a_vacancy_in_mid_term_goes_the_same_way() {
    let app = &mut sample();
    let rows = vacancies(app);
    let seat = rows.iter().find(|r| r["next"] == "reply").expect("⑹").clone();
    assert_eq!((&seat["next"], seat["nomination"].is_string()), (&json!("reply"), true), "{seat:#}");
    assert_eq!(seat["note"], "前回の推薦者が辞退したため改めて依頼");
    let person = call(
        app,
        "add_person",
        json!({ "family": "辻󠄀", "given": "試子", "family_kana": "つじ",
        "given_kana": "ためこ", "publication": "name" }),
    )["output"]
        .clone();
    let facts = json!({ "on": null, "seat": seat["seat"], "organization": seat["organization"], "person": person,
        "start": "R8.11.1", "note": null, "dues": [],
        "done": [{ "step": "ask", "day": "R8.9.1" }, { "step": "reply", "day": "R8.10.1" },
            { "step": "consent", "day": "R8.10.5" }, { "step": "decide", "day": "R8.10.20" }] });
    write(app, "set_round_row", facts);
    let ask = json!({ "on": null, "seats": [seat["seat"]], "start": null, "reading": null });
    assert_eq!(call(app, "round_outlook", ask.clone())["ready"], 1);
    let done = write(app, "appoint_round", ask.clone());
    let appointment = done["output"]["appointments"][0].clone();
    assert!(refused(app, "appoint_round", ask).1.contains("すでに記録"));
    let now = vacancies(app).into_iter().find(|r| r["seat"] == seat["seat"]).expect("letter and roster are to come");
    assert_eq!((&now["next"], &now["appointment"]), (&json!("letter"), &appointment));
    // An appointment that never was leaves the nomination open again.
    write(app, "remove_appointment", json!({ "appointment": appointment }));
    let open = vacancies(app).into_iter().find(|r| r["seat"] == seat["seat"]).unwrap();
    assert_eq!((&open["next"], &open["appointment"]), (&json!("appoint"), &Value::Null));
}

fn member(app: &mut App, body: &str, is: impl Fn(&Value) -> bool) -> Value {
    let table = call(app, "member_table", json!({ "body": body, "on": "R8.10.1" }));
    list(&table["rows"]).iter().find(|r| r["name"].is_string() && is(r)).expect("a member").clone()
}

#[test]
fn what_follows_from_leaving_is_told_before() {
    let app = &mut sample();
    let chair = member(app, "全体会", |r| r["office"] == "会長");
    let ask = json!({ "appointment": chair["appointment"], "on": "R9.6.30", "reason": "resigned" });
    let told = call(app, "leave_outlook", ask);
    let words: String = list(&told["consequences"]).iter().filter_map(Value::as_str).collect();
    for part in ["会長も令和9年6月30日", "令和9年7月1日", "令和11年3月31日", "令和10年3月31日", "これまでの名簿"]
    {
        assert!(words.contains(part), "{part} in {words}");
    }
    assert_eq!(list(&told["readings"]).len(), 2, "V4");
    let kinds: Vec<&Value> = list(&told["papers"]).iter().map(|p| &p["kind"]).collect();
    assert_eq!(kinds, ["resignation", "release", "thanks"]);
    assert_eq!((&told["can_nominate"], &told["successor_of"]), (&json!(true), &Value::Null));
    let head = member(app, "地域生活支援部会", |r| r["office"] == "部会長");
    let told =
        call(app, "leave_outlook", json!({ "appointment": head["appointment"], "on": "R8.12.31", "reason": null }));
    assert!(list(&told["consequences"]).iter().any(|c| c.as_str().unwrap().contains("運営会議")), "V9: {told:#}");
    assert!(list(&told["papers"]).is_empty(), "no reason, no papers yet");
    let late =
        call(app, "leave_outlook", json!({ "appointment": chair["appointment"], "on": "R20.1.1", "reason": "died" }));
    assert!(!list(&late["problems"]).is_empty());
}

#[test]
fn leaving_keeps_what_was() {
    let app = &mut sample();
    let chair = member(app, "全体会", |r| r["office"] == "会長");
    let meetings = call(app, "list_meetings", json!({ "year": "R8" }));
    let held = list(&meetings).iter().find(|m| m["body"] == "zentaikai" && m["date"].as_str() < Some("2026-10-01"));
    let held = held.unwrap_or_else(|| panic!("{meetings:#}")).clone();
    // The planned end is no fact of the past: it becomes the last day.
    let roster = |app: &mut App| {
        let rows = call(app, "list_members", json!({ "body": "全体会", "on": "R8.7.1" }));
        list(&rows)
            .iter()
            .map(|r| format!("{} {} {} {}", r["name"], r["affiliation"], r["office"], r["start"]))
            .collect::<Vec<_>>()
    };
    let attendance = |app: &mut App| call(app, "list_attendance", json!({ "meeting": held["id"] }));
    let (before, attended) = (roster(app), attendance(app));
    let ask = json!({ "appointment": chair["appointment"], "on": "R8.12.31", "reason": "resigned",
        "notice_on": "R8.12.1", "note": "転居のため", "nominate": true });
    write(app, "end_appointment", ask);
    assert_eq!(before, roster(app), "the roster of an earlier day is as it was");
    assert_eq!(attended, attendance(app), "the attendance of an earlier meeting is as it was");
    let after = call(app, "list_members", json!({ "body": "全体会", "on": "R9.1.1" }));
    assert!(list(&after).iter().all(|r| r["name"] != chair["name"]), "and of a later day they are gone");
    let open = vacancies(app).into_iter().find(|r| r["seat"] == chair["seat"]).expect("the nomination is opened");
    assert_eq!((&open["next"], open["nomination"].is_string()), (&json!("ask"), true));
    assert_eq!(open["vacant_since"], "2027-01-01");
    let history = call(app, "history", json!({ "limit": 1 }));
    assert_eq!(list(&history)[0]["action"], "やり直し：委員の退任", "{history}");
    // Who did not leave after all gave no notice.
    let details = call(app, "person_details", json!({ "person": chair["person"], "on": null }));
    let line = list(&details["appointments"]).iter().find(|a| a["id"] == chair["appointment"]).unwrap().clone();
    assert_eq!(line["ended_on"], "2026-12-31");
    let stays = json!({ "appointment": chair["appointment"], "start": line["start"], "decided_on": line["decided_on"],
        "letter_number": line["letter_number"] });
    write(app, "update_appointment", stays);
}

#[test]
fn the_next_holder_of_a_post_takes_the_seat_at_once() {
    let app = &mut sample();
    let post = member(app, "運営会議", |r| r["filler"] == "post");
    let person = call(
        app,
        "add_person",
        json!({ "family": "𠮷田", "given": "試子", "family_kana": "よしだ",
        "given_kana": "ためこ", "publication": "name" }),
    )["output"]
        .clone();
    let ask = json!({ "appointment": post["appointment"], "on": "R9.3.31", "reason": "transferred" });
    let told = call(app, "leave_outlook", ask);
    assert!(told["successor_of"].as_str().unwrap().contains("課長"), "{told:#}");
    assert_eq!(told["can_nominate"], false);
    let done = write(
        app,
        "end_appointment",
        json!({ "appointment": post["appointment"], "on": "R9.3.31",
        "reason": "transferred", "successor": person }),
    );
    assert!(done["output"].is_string());
    let table = call(app, "member_table", json!({ "body": "運営会議", "on": "R9.4.1" }));
    let seat = list(&table["rows"]).iter().find(|r| r["seat"] == post["seat"]).unwrap();
    assert_eq!((&seat["name"], &seat["start"]), (&json!("𠮷田　試子"), &json!("2027-04-01")));
}

#[test]
fn an_erasure_takes_the_notes_of_a_leaving_too() {
    let app = &mut sample();
    let one = member(app, "全体会", |r| r["office"].is_null());
    call(
        app,
        "end_appointment",
        json!({ "appointment": one["appointment"], "on": "R8.12.31", "reason": "resigned",
        "notice_on": "R8.12.1", "note": "秘密の事情" }),
    );
    let seat = one["seat"].clone();
    let named = json!({ "on": null, "seat": seat, "organization": null, "person": one["person"], "start": null,
        "done": [], "dues": [], "note": "秘密の相談" });
    call(app, "set_round_row", named);
    call(app, "purge_person", json!({ "person": one["person"], "confirmed": true }));
    let left = dump(app);
    assert!(!left.contains("秘密の"), "a note is left");
    let history = call(app, "history", json!({ "limit": 50 }));
    assert!(!history.to_string().contains("秘密の"));
    assert!(left.contains("2026-12-01"), "that a letter was received stays, as a fact");
}
