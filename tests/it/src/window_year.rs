//! The year's plan by its commands: milestones, the office's days, lead times, a year that
//! is laid out, a meeting that is moved. Every write is undone and redone on the way.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::printing::Format;
use entaku_sheets::Fallback;
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

fn write(app: &mut App, name: &str, args: Value) -> Value {
    with_undo(app, |app| call(app, name, args))
}

/// What a command is refused with; nothing may have changed.
fn refused(app: &mut App, name: &str, args: Value) -> (String, String, Value) {
    let before = dump(app);
    let wire = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, dump(app), "a refused command left something");
    assert!(!wire.hint.is_empty());
    (wire.code, wire.message, json!(wire.field))
}

fn meeting(app: &mut App, body: &str, number: u16) -> Value {
    let all = call(app, "year_meetings", json!({ "body": body, "year": "R8" }));
    all.as_array().unwrap().iter().find(|m| m["number"] == number).unwrap()["id"].clone()
}

fn rows<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap()
}

fn due(app: &mut App, meeting: &Value, task: &str) -> Option<(String, String)> {
    let page = call(app, "meeting_page", json!({ "meeting": meeting }));
    let row = rows(&page, "dues").iter().find(|d| d["task"] == task)?.clone();
    Some((row["on"].as_str()?.to_owned(), row["reason"].as_str()?.to_owned()))
}

#[test]
fn v24_the_worked_example_with_its_derivation() {
    let app = &mut sample();
    let plenary = meeting(app, "全体会", 2);
    for (task, on, said) in [
        ("interpreters", "2026-09-14", "会議の30日前"),
        ("notice", "2026-09-30", "会議の14日前"),
        ("papers", "2026-10-07", "会議の7日前"),
        ("summary", "2026-10-16", "会議の2日後"),
        ("minutes", "2026-11-27", "土曜日のため、前の開庁日"),
    ] {
        let (found, reason) = due(app, &plenary, task).unwrap();
        assert_eq!(found, on, "{task}");
        assert!(reason.contains(said), "{task}: {reason}");
    }
    let all = call(app, "year_tasks", json!({ "year": "R8" }));
    let all = all.as_array().unwrap();
    let days: Vec<&str> = all.iter().map(|t| t["on"].as_str().unwrap()).collect();
    assert!(days.is_sorted() && all.len() > 30, "{}", all.len());
    assert!(all.iter().any(|t| t["about"] == "第2回全体会" && t["task"] == "minutes" && t["on"] == "2026-11-27"));
}

#[test]
fn v24_lead_times_are_the_offices_own() {
    let app = &mut sample();
    let (plenary, group) = (meeting(app, "全体会", 3), meeting(app, "kodomo", 3));
    let council = json!({ "leads": [{ "task": "notice", "days": 21 }, { "task": "summary", "days": 0 }] });
    write(app, "set_lead_times", council);
    let own =
        json!({ "body": "kodomo", "leads": [{ "task": "notice", "days": 7 }, { "task": "minutes", "days": null }] });
    write(app, "set_lead_times", own);
    assert_eq!(due(app, &plenary, "notice").unwrap().0, "2027-01-27");
    assert!(due(app, &plenary, "summary").unwrap().1.contains("会議の当日"));
    assert!(due(app, &group, "notice").unwrap().1.contains("会議の7日前"));
    assert_eq!(due(app, &group, "minutes"), None, "not done at all");
    let table = call(app, "lead_times", json!({}));
    assert_eq!(rows(&table, "tasks").len(), 6);
    let of_group = rows(&table, "bodies").iter().find(|b| b["body"] == "kodomo").unwrap();
    let notice = rows(of_group, "cells").iter().find(|c| c["task"] == "notice").unwrap();
    assert_eq!((notice["own"].as_bool(), notice["shown"].as_str()), (Some(true), Some("7日前")));
    let minutes = rows(of_group, "cells").iter().find(|c| c["task"] == "minutes").unwrap();
    assert_eq!(minutes["shown"], "行わない");
    write(
        app,
        "set_lead_times",
        json!({ "body": "kodomo", "leads": [{ "task": "notice", "days": null, "follow": true }] }),
    );
    assert!(due(app, &group, "notice").unwrap().1.contains("会議の21日前"), "follows the council again");
    let wrong = json!({ "leads": [{ "task": "notice", "days": 1000 }] });
    let (code, message, field) = refused(app, "set_lead_times", wrong);
    assert_eq!((code.as_str(), field), ("rule", json!("days")), "{message}");
    assert_eq!(refused(app, "set_lead_times", json!({ "leads": [{ "task": "tea", "days": 1 }] })).0, "bad_request");
}

#[test]
fn the_office_corrects_its_days() {
    let app = &mut sample();
    let page = call(app, "office_calendar", json!({ "year": "R8" }));
    assert!(page["source"].as_str().unwrap().contains("内閣府"), "{page}");
    assert_eq!(page["last_year"], 2027);
    let name = |page: &Value, date: &str| {
        rows(page, "days").iter().find(|d| d["date"] == date).map(|d| d["name"].as_str().unwrap().to_owned())
    };
    assert_eq!(name(&page, "2026-09-22").as_deref(), Some("国民の休日"));
    assert_eq!(name(&page, "2026-12-29").as_deref(), Some("年末年始"));
    assert_eq!(name(&page, "2026-05-03").as_deref(), Some("憲法記念日"), "on a Sunday, too");
    assert!(rows(&page, "unsure").is_empty());
    let plenary = meeting(app, "全体会", 2);
    assert_eq!(due(app, &plenary, "papers").unwrap().0, "2026-10-07");
    let founding = json!({ "kind": "closed", "from": "R8.10.7", "yearly": true, "name": "市制記念日" });
    let id = write(app, "save_day_rule", founding)["output"].clone();
    let (on, reason) = due(app, &plenary, "papers").unwrap();
    assert!(on == "2026-10-06" && reason.contains("閉庁日（市制記念日）のため"), "{on}: {reason}");
    let changed = json!({ "rule": id, "kind": "closed", "from": "R8.10.8", "yearly": false, "name": "市制記念日" });
    write(app, "save_day_rule", changed);
    assert_eq!(due(app, &plenary, "papers").unwrap().0, "2026-10-07");
    write(app, "remove_day_rule", json!({ "rule": id }));
    assert_eq!(refused(app, "remove_day_rule", json!({ "rule": id })).0, "unknown_record");
    write(app, "save_day_rule", json!({ "kind": "no_holiday", "from": "R8.9.22", "yearly": false, "name": "" }));
    write(app, "save_day_rule", json!({ "kind": "holiday", "from": "R9.2.1", "yearly": false, "name": "特別の休日" }));
    let page = call(app, "office_calendar", json!({ "year": "R8" }));
    assert_eq!((name(&page, "2026-09-22"), name(&page, "2027-02-01").as_deref()), (None, Some("特別の休日")));
    for (wrong, code, field) in [
        (json!({ "kind": "holiday", "from": "R9.2.1", "yearly": false, "name": " " }), "text_empty", json!(null)),
        (
            json!({ "kind": "closed", "from": "R9.2.1", "to": "R9.1.31", "yearly": false, "name": "" }),
            "rule",
            json!("end"),
        ),
        (
            json!({ "kind": "closed", "from": "R9.2.1", "to": "R12.1.31", "yearly": true, "name": "" }),
            "rule",
            json!("to"),
        ),
        (json!({ "kind": "closed", "from": "きのう", "yearly": true, "name": "" }), "bad_day", json!("from")),
    ] {
        let found = refused(app, "save_day_rule", wrong.clone());
        assert_eq!(found.0, code, "{wrong}");
        assert!(field.is_null() || found.2 == field, "{wrong}: {found:?}");
    }
}

#[test]
fn what_is_not_announced_is_said() {
    let app = &mut sample();
    let page = call(app, "office_calendar", json!({ "year": "R9" }));
    assert!(page["unsure"].to_string().contains("2028年の祝日は、法律による見込み"), "{page}");
    assert!(rows(&page, "days").iter().any(|d| d["date"] == "2028-02-11" && d["estimated"] == true));
    let later = call(app, "office_calendar", json!({ "year": "2050" }));
    assert!(later["unsure"].to_string().contains("分からない"), "{later}");
    let holidays = rows(&later, "days").iter().filter(|d| d["why"] == "holiday").count();
    assert_eq!(holidays, 0, "nothing is guessed");
    let plan = call(app, "year_plan", json!({ "year": "R9" }));
    assert!(plan["notices"].to_string().contains("2028年の祝日は、まだ公表された表にありません"));
}

#[test]
fn v20_the_budgets_day_has_one_source() {
    let app = &mut sample();
    let budget = |app: &mut App, year: &str| {
        let plan = call(app, "year_plan", json!({ "year": year }));
        let of: Vec<Value> = rows(&plan, "events").iter().filter(|e| e["kind"] == "budget").cloned().collect();
        assert!(of.len() < 2, "never twice: {of:?}");
        of.first().map(|e| e["date"].as_str().unwrap().to_owned())
    };
    let listed = call(app, "list_milestones", json!({ "year": "R9" }));
    assert!(listed.as_array().unwrap().iter().all(|m| m["kind"] != "budget_request"));
    assert_eq!(budget(app, "R9").as_deref(), Some("2027-10-30"), "the answer holds every year");
    let own = json!({ "kind": "budget_request", "title": "", "from": "R9.10.12", "to": "R9.11.5", "internal": true });
    let id = write(app, "save_milestone", own)["output"].clone();
    assert_eq!(budget(app, "R9").as_deref(), Some("2027-10-12"));
    let plenary = json!({ "body": "全体会", "date": "R9.11.4", "start": null, "end": null, "place": "" });
    write(app, "add_meeting", plenary);
    let notices = |app: &mut App| call(app, "year_plan", json!({ "year": "R9" }))["notices"].to_string();
    assert!(!notices(app).contains("間に合いません"), "before the milestone's last day");
    write(
        app,
        "save_milestone",
        json!({ "milestone": id, "kind": "budget_request", "title": "予算要求", "from": "R9.10.29", "internal": true }),
    );
    assert!(notices(app).contains("間に合いません"), "V20");
    write(app, "remove_milestone", json!({ "milestone": id }));
    assert_eq!(budget(app, "R9").as_deref(), Some("2027-10-30"));
}

#[test]
fn milestones_are_recorded_changed_and_removed() {
    let app = &mut sample();
    let form = json!({ "kind": "public_comment", "title": "計画案のパブリックコメント（𠮷田町分）", "from": "R8.12.7",
        "to": "R9.1.6", "body": "全体会", "internal": false, "note": "広報12月号" });
    let id = write(app, "save_milestone", form)["output"].clone();
    let plan = call(app, "year_plan", json!({ "year": "R8" }));
    let event = rows(&plan, "events").iter().find(|e| e["milestone"] == id).unwrap();
    assert_eq!((event["date"].as_str(), event["end"].as_str()), (Some("2026-12-07"), Some("2027-01-06")));
    assert!(event["title"].as_str().unwrap().contains("𠮷田町"));
    let one_day = json!({ "milestone": id, "kind": "other", "title": "説明会", "from": "R8.12.7", "to": "R8.12.7", "internal": false });
    write(app, "save_milestone", one_day);
    let listed = call(app, "list_milestones", json!({ "year": "R8" }));
    let row = listed.as_array().unwrap().iter().find(|m| m["id"] == id).unwrap().clone();
    assert_eq!((row["title"].as_str(), row["to"].is_null(), row["body"].is_null()), (Some("説明会"), true, true));
    for (wrong, code) in [
        (json!({ "kind": "other", "title": "x", "from": "R8.12.7", "to": "R8.12.1", "internal": false }), "rule"),
        (json!({ "kind": "other", "title": "x\u{7}", "from": "R8.12.7", "internal": false }), "text_control"),
        (json!({ "kind": "party", "title": "x", "from": "R8.12.7", "internal": false }), "bad_request"),
        (
            json!({ "kind": "other", "title": "x", "from": "R8.12.7", "internal": false, "body": "ない会" }),
            "unknown_body",
        ),
        (
            json!({ "milestone": "0", "kind": "other", "title": "x", "from": "R8.12.7", "internal": false }),
            "unknown_record",
        ),
    ] {
        assert_eq!(refused(app, "save_milestone", wrong.clone()).0, code, "{wrong}");
    }
    write(app, "remove_milestone", json!({ "milestone": id }));
    assert_eq!(refused(app, "remove_milestone", json!({ "milestone": id })).0, "unknown_record");
}

#[test]
fn a_year_is_laid_out_as_the_year_before() {
    let app = &mut sample();
    let draft = call(app, "propose_year", json!({ "year": "R9", "pattern": "last_year" }));
    let of = |draft: &Value, body: &str| -> Vec<String> {
        let mine = rows(draft, "rows").iter().filter(|r| r["body"] == body);
        mine.map(|r| r["date"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(of(&draft, "zentaikai"), ["2027-06-23", "2027-10-13", "2028-02-16"], "{draft}");
    assert_eq!(of(&draft, "unei"), ["2027-05-26", "2027-09-15", "2028-01-19"]);
    assert!(draft["rows"][0]["reason"].as_str().unwrap().contains("令和8年度の会議"), "{draft}");
    assert!(rows(&draft, "rows").iter().all(|r| r["take"] == true && r["refused"].is_null()));
    let last = rows(&draft, "rows").iter().rfind(|r| r["body"] == "zentaikai").unwrap();
    assert!(last["notices"].to_string().contains("間に合いません"), "V20: {last}");
    let chosen: Vec<Value> = rows(&draft, "rows").iter().map(|r| row(r, None)).collect();
    let before = dump(app);
    let done = write(app, "lay_out_year", json!({ "year": "R9", "rows": chosen }));
    assert_eq!(done["output"], rows(&draft, "rows").len());
    let meetings = call(app, "year_meetings", json!({ "body": "全体会", "year": "R9" }));
    let numbers: Vec<u64> = meetings.as_array().unwrap().iter().map(|m| m["number"].as_u64().unwrap()).collect();
    assert_eq!(numbers, [1, 2, 3], "V14");
    let again = call(app, "propose_year", json!({ "year": "R9", "pattern": "last_year" }));
    assert!(rows(&again, "rows").iter().all(|r| r["take"] == false), "nothing is entered twice");
    assert!(again["rows"][0]["reason"].as_str().unwrap().contains("すでに"));
    call(app, "undo", json!({}));
    assert_eq!(dump(app), before, "one change, one undo");
}

/// A row as a form sends it back.
fn row(r: &Value, date: Option<&str>) -> Value {
    json!({ "body": r["body"], "date": date.map_or(r["date"].clone(), |d| json!(d)), "start": r["start"], "end": r["end"],
        "place": r["place"], "reason": r["reason"], "take": r["take"] })
}

#[test]
fn a_corrected_year_is_looked_at_before_it_is_entered() {
    let app = &mut sample();
    let draft = call(app, "propose_year", json!({ "year": "R9", "pattern": "rules" }));
    let rows_of = rows(&draft, "rows").clone();
    let body = |r: &Value, key: &str| r["body"] == key;
    assert_eq!(rows_of.iter().filter(|r| body(r, "zentaikai")).count(), 3, "V12: {draft}");
    // The steering meetings are left out, and the first plenary falls on a holiday.
    let mut wrong: Vec<Value> = rows_of.iter().filter(|r| !body(r, "unei")).map(|r| row(r, None)).collect();
    let first = wrong.iter_mut().find(|r| body(r, "zentaikai")).unwrap();
    first["date"] = json!("R9.7.19");
    let seen = call(app, "look_at_year", json!({ "year": "R9", "rows": wrong.clone() }));
    let plenary = rows(&seen, "rows").iter().find(|r| body(r, "zentaikai") && r["date"] == "2027-07-19").unwrap();
    let said = plenary["notices"].to_string();
    assert!(said.contains("閉庁日です（祝日（海の日））") && said.contains("運営会議がありません"), "{said}");
    assert!(seen["notices"].to_string().contains("運営会議は年3回の予定ですが"), "V12: {}", seen["notices"]);
    wrong[0]["date"] = json!("R10.4.5");
    let seen = call(app, "look_at_year", json!({ "year": "R9", "rows": wrong.clone() }));
    assert!(rows(&seen, "rows").iter().any(|r| r["refused"].as_str().is_some_and(|t| t.contains("令和9年度"))));
    assert_eq!(refused(app, "lay_out_year", json!({ "year": "R9", "rows": wrong })).0, "rows_refused");
    let (code, message, _) = refused(app, "lay_out_year", json!({ "year": "R9", "rows": [] }));
    assert!(code == "rule" && message.contains("選ばれていません"), "{message}");
}

#[test]
fn a_meeting_is_moved_with_what_comes_of_it() {
    let app = &mut sample();
    let (plenary, steering) = (meeting(app, "全体会", 3), meeting(app, "unei", 3));
    let outlook = call(app, "move_outlook", json!({ "meeting": steering, "date": "R9.2.20" }));
    let said = outlook["notices"].to_string();
    assert!(said.contains("運営会議がありません") && said.contains("閉庁日です（土曜日）"), "V13: {said}");
    assert_eq!((outlook["asks"].is_null(), outlook["refused"].is_null()), (true, true));
    let dues = rows(&outlook, "dues");
    assert!(dues.iter().any(|d| d["task"] == "notice" && d["on"] == "2027-02-05"), "a Saturday: {outlook}");
    let done = write(app, "move_meeting", json!({ "meeting": plenary, "date": "R9.2.24" }));
    assert!(done["notices"].to_string().contains("間に合いません"), "V20: {done}");
    let held = meeting(app, "全体会", 1);
    let (_, message, field) = refused(app, "move_meeting", json!({ "meeting": held, "date": "R8.6.25" }));
    assert!(message.contains("開催済み・中止") && field == "date", "{message}");
    let outlook = call(app, "move_outlook", json!({ "meeting": held, "date": "R8.6.25" }));
    assert!(outlook["refused"].as_str().unwrap().contains("開催済み"));
}

#[test]
fn v24_a_meeting_whose_notice_is_out_asks_first() {
    let app = &mut sample();
    let plenary = meeting(app, "全体会", 2);
    let outlook = call(app, "move_outlook", json!({ "meeting": plenary, "date": "R8.10.21" }));
    assert!(outlook["asks"].as_str().unwrap().contains("通知済み"), "{outlook}");
    let (code, message, _) = refused(app, "move_meeting", json!({ "meeting": plenary, "date": "R8.10.21" }));
    assert!(code == "rule" && message.contains("委員への連絡"), "{message}");
    write(app, "move_meeting", json!({ "meeting": plenary, "date": "R8.10.21", "confirmed": true }));
    let page = call(app, "meeting_page", json!({ "meeting": plenary }));
    assert_eq!(
        (page["summary"]["date"].as_str(), page["summary"]["state"].as_str()),
        (Some("2026-10-21"), Some("noticed"))
    );
}

fn ready(app: &App, ask: Value) -> entaku_app::printing::Ready {
    app.document(&serde_json::from_value(ask).unwrap()).unwrap_or_else(|e| panic!("{:?}", e.to_wire()))
}

fn file(app: &App, ask: Value, format: Format) -> String {
    let made = ready(app, ask).export(format, Fallback::Refuse).expect("a form without printing").unwrap();
    String::from_utf8(made.bytes).unwrap()
}

fn ics(app: &App, audience: &str, tasks: bool) -> Vec<String> {
    let text =
        file(app, json!({ "kind": "year_plan", "year": "R8", "audience": audience, "tasks": tasks }), Format::Ics);
    assert!(text.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "RFC 5545, 3.1");
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

/// The properties of the entry with an identifier.
fn entry(lines: &[String], uid: &str) -> Vec<String> {
    let at = lines.iter().position(|l| *l == format!("UID:{uid}@entaku")).unwrap_or_else(|| panic!("no {uid}"));
    lines[at..].iter().take_while(|l| *l != "END:VEVENT").cloned().collect()
}

#[test]
fn calendar_programs_hear_of_moved_and_cancelled_meetings() {
    let app = &mut sample();
    let plenary = meeting(app, "全体会", 3);
    let id = plenary.as_str().unwrap().to_owned();
    let has = |lines: &[String], line: &str| lines.iter().any(|l| l == line);
    let before = entry(&ics(app, "members", false), &id);
    assert!(has(&before, "SEQUENCE:0") && has(&before, "STATUS:TENTATIVE"), "{before:#?}");
    assert!(before.iter().any(|l| l.starts_with("DTSTART;TZID=Asia/Tokyo:20270217T")), "{before:#?}");
    call(app, "move_meeting", json!({ "meeting": plenary, "date": "R9.2.24" }));
    call(app, "set_meeting_state", json!({ "meeting": plenary, "state": "cancelled" }));
    let after = entry(&ics(app, "members", false), &id);
    assert!(has(&after, "SEQUENCE:2") && has(&after, "STATUS:CANCELLED"), "{after:#?}");
    assert!(after.iter().any(|l| l.starts_with("SUMMARY:【中止】第3回全体会")), "{after:#?}");
    call(app, "undo", json!({}));
    assert!(has(&entry(&ics(app, "members", false), &id), "SEQUENCE:3"), "undo is a change, too: it never goes back");
}

#[test]
fn calendar_programs_hear_of_meetings_that_were_removed() {
    let app = &mut sample();
    let add = |app: &mut App| {
        let ask = json!({ "body": "kodomo", "date": "R9.2.3", "start": "10:00", "end": "12:00", "place": "会議室" });
        call(app, "add_meeting", ask)["output"].as_str().unwrap().to_owned()
    };
    let id = add(app);
    call(app, "move_meeting", json!({ "meeting": id, "date": "R9.2.10" }));
    call(app, "remove_meeting", json!({ "meeting": id }));
    let gone = entry(&ics(app, "members", false), &id);
    let has = |line: &str| gone.iter().any(|l| l == line);
    assert!(
        has("STATUS:CANCELLED") && has("SEQUENCE:2") && has("DTSTART;TZID=Asia/Tokyo:20270210T100000"),
        "{gone:#?}"
    );
    assert!(gone.iter().any(|l| l.starts_with("SUMMARY:【中止】")), "{gone:#?}");
    call(app, "undo", json!({}));
    let back = entry(&ics(app, "members", false), &id);
    assert!(back.contains(&"SEQUENCE:3".to_owned()) && back.contains(&"STATUS:TENTATIVE".to_owned()), "{back:#?}");
    let slip = add(app);
    call(app, "undo", json!({}));
    assert!(!ics(app, "members", false).join("\n").contains(&slip), "what undo took back at once never was");
}

#[test]
fn what_is_internal_leaves_for_the_secretariat_alone() {
    let app = &mut sample();
    for (audience, tasks, budget, due) in [
        ("members", false, false, false),
        ("public", false, false, false),
        ("members", true, false, false),
        ("internal", false, true, false),
        ("internal", true, true, true),
    ] {
        let ask = json!({ "kind": "year_plan", "year": "R8", "audience": audience, "tasks": tasks });
        let lines = ics(app, audience, tasks).join("\n");
        let words = file(app, ask.clone(), Format::Txt);
        let table = file(app, ask, Format::Csv);
        for (text, where_) in [(&lines, "ics"), (&words, "txt"), (&table, "csv")] {
            assert!(text.contains("第2回全体会") && text.contains("市議会12月定例会"), "{audience} {where_}");
            assert_eq!(text.contains("予算要求締切"), budget, "{audience} {where_}");
        }
        assert_eq!(lines.contains("開催通知の送付（第"), due, "{audience} {tasks}");
        assert_eq!(table.contains("開催通知の送付（第"), due, "{audience} {tasks}");
        assert!(!words.contains("開催通知"), "no task on paper");
        assert_eq!(words.contains("任期満了"), audience == "internal");
    }
}

#[test]
fn the_year_is_read_month_by_month() {
    let app = &mut sample();
    let words = file(app, json!({ "kind": "year_plan", "year": "R8", "audience": "public" }), Format::Txt);
    let months: Vec<&str> = words.lines().filter(|l| l.ends_with('月') && !l.starts_with('　')).collect();
    assert_eq!(months.len(), 12, "{words}");
    assert_eq!((months[0], months[11]), ("4月", "3月"));
    assert!(words.contains("　10月14日（水）　第2回全体会　14:00～16:25"), "{words}");
    assert!(words.contains("　12月7日（月）から1月6日（水）まで　次期計画案のパブリックコメント"), "{words}");
    assert!(words.contains("（非公開）"), "{words}");
    let empty = file(app, json!({ "kind": "year_plan", "year": "R12", "audience": "members" }), Format::Txt);
    assert_eq!(empty.matches("予定はありません").count(), 12, "{empty}");
}
