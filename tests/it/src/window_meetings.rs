//! The screens 会議 and 年間予定 by their commands: facts and states of meetings, agenda,
//! attendance, papers, and the plan of a year.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::papers::{AddPaper, TakenFile};
use entaku_documents::{FileFacts, FileKind, PageSize, SourceFile};
use entaku_domain::id::{MeetingId, PaperId};
use entaku_domain::paper::PaperClass;
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

/// A write, undone and redone on the way.
fn write(app: &mut App, name: &str, args: Value) -> Value {
    with_undo(app, |app| call(app, name, args))
}

/// What a command is refused with; nothing may have changed.
fn refused(app: &mut App, name: &str, args: Value) -> (String, String) {
    let before = dump(app);
    let wire = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, dump(app), "a refused command left something");
    assert!(!wire.hint.is_empty());
    (wire.code, wire.message)
}

/// A meeting of 全体会 in 令和8年度, by its number.
fn plenary(app: &mut App, number: u16) -> Value {
    let all = call(app, "year_meetings", json!({ "body": "全体会", "year": "R8" }));
    all.as_array().unwrap().iter().find(|m| m["number"] == number).unwrap()["id"].clone()
}

fn new_meeting(app: &mut App, body: &str, date: &str) -> Value {
    let ask = json!({ "body": body, "date": date, "start": "10:00", "end": "12:00", "place": "市役所" });
    write(app, "add_meeting", ask)["output"].clone()
}

fn rows<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap()
}

#[test]
fn the_years_meetings_say_how_far_each_has_come() {
    let app = &mut sample();
    let all = call(app, "year_meetings", json!({ "body": null, "year": "令和8年度" }));
    let all = all.as_array().unwrap();
    assert!(all.len() >= 15, "{}", all.len());
    let next: Vec<&Value> = all.iter().filter(|m| m["next"] == true).collect();
    assert_eq!(next.len(), 1);
    assert_eq!(next[0]["date"], "2026-10-14");
    assert!(next[0]["items"].as_u64().unwrap() > 5 && next[0]["papers"].as_u64().unwrap() > 10);
    let held = all.iter().find(|m| m["state"] == "approved").unwrap();
    assert!(held["recorded"].as_u64() > Some(0) && held["present"].as_u64() > Some(0), "{held}");
}

#[test]
fn a_new_meeting_gets_its_number_and_hears_of_its_place_in_the_year() {
    let app = &mut sample();
    let next = call(app, "next_meeting", json!({ "body": "全体会", "date": "R8.12.16" }));
    assert_eq!(next["number"], 4);
    assert!(next["notices"].to_string().contains("運営会議がありません"), "V13: {next}");
    assert!(next["place"].as_str().unwrap().contains("市役所"), "where the body met last");
    let next = call(app, "next_meeting", json!({ "body": "全体会", "date": "R9.4.1" }));
    assert_eq!(next["number"], 1, "V14");
    let ask = json!({ "body": "全体会", "date": "R9.3.24", "start": "10:00", "end": "11:30", "place": "庁舎",
        "number": 4, "mode": "written", "closed_reason": "委員の選考を行うため" });
    let id = write(app, "add_meeting", ask)["output"].clone();
    let page = call(app, "meeting_page", json!({ "meeting": id }));
    assert_eq!(
        (page["mode"].as_str(), page["closed_reason"].as_str()),
        (Some("written"), Some("委員の選考を行うため"))
    );
    assert_eq!(page["removable"], true);
    let ask = json!({ "body": "全体会", "date": "R9.3.25", "start": null, "end": null, "place": "", "number": 4 });
    assert_eq!(refused(app, "add_meeting", ask).0, "rule", "the number is taken (V14)");
}

#[test]
fn a_meeting_is_mended_moved_and_taken_away() {
    let app = &mut sample();
    let id = new_meeting(app, "kodomo", "R9.1.13");
    let facts = json!({ "meeting": id, "date": "R9.1.20", "start": "9:30", "place": "福祉センター", "mode": "hybrid",
        "closed_reason": "個別事例を扱うため", "layout": "horseshoe", "secretariat": ["係長　試験　太郎", " "] });
    write(app, "update_meeting", facts);
    let page = call(app, "meeting_page", json!({ "meeting": id }));
    assert_eq!(
        (page["summary"]["date"].as_str(), page["summary"]["start"].as_str()),
        (Some("2027-01-20"), Some("09:30"))
    );
    assert_eq!((page["layout"].as_str(), rows(&page, "secretariat").len()), (Some("horseshoe"), 1));
    write(app, "update_meeting", json!({ "meeting": id, "date": "R9.4.14", "closed_reason": "" }));
    let page = call(app, "meeting_page", json!({ "meeting": id }));
    assert_eq!((page["summary"]["number"].as_u64(), page["closed_reason"].is_null()), (Some(1), true), "V14");
    for (wrong, code) in [
        (json!({ "meeting": id, "end": "25:00" }), "bad_time"),
        (json!({ "meeting": id, "end": "8:00" }), "rule"),
        (json!({ "meeting": id, "date": "R9.2.30" }), "bad_day"),
        (json!({ "meeting": id, "date": "1950-04-01" }), "nothing_in_year"),
        (json!({ "meeting": id, "place": "市\u{7}役所" }), "text_control"),
        (json!({ "meeting": id, "mode": "telepathy" }), "bad_request"),
        (json!({ "meeting": "x", "place": "" }), "unknown_meeting"),
    ] {
        assert_eq!(refused(app, "update_meeting", wrong.clone()).0, code, "{wrong}");
    }
    write(app, "remove_meeting", json!({ "meeting": id }));
    assert_eq!(refused(app, "meeting_page", json!({ "meeting": id })).0, "unknown_meeting");
    let full = plenary(app, 2);
    assert!(refused(app, "remove_meeting", json!({ "meeting": full })).1.contains("削除できません"));
}

#[test]
fn what_rests_on_a_meeting_holds_its_day() {
    let app = &mut sample();
    let first = plenary(app, 1);
    let (code, message) = refused(app, "update_meeting", json!({ "meeting": first, "date": "R8.12.1" }));
    assert!(code == "rule" && message.contains("まだ来ていない"), "{message}");
    let offices = call(app, "meeting_record", json!({ "meeting": first }));
    let elected = rows(&offices, "decisions").iter().any(|d| d["subject"] == "役員の選出");
    if elected {
        let (_, message) = refused(app, "update_meeting", json!({ "meeting": first, "date": "R8.6.23" }));
        assert!(message.contains("選出が記録されています"), "{message}");
    }
}

#[test]
fn a_meeting_goes_from_state_to_state() {
    let app = &mut sample();
    let id = new_meeting(app, "kodomo", "R8.10.5");
    let to = |state: &str| json!({ "meeting": id, "state": state });
    let (_, message) = refused(app, "set_meeting_state", to("approved"));
    assert!(message.contains("「準備中」の会議を「会議録確定」にする"), "{message}");
    let done = write(app, "set_meeting_state", to("noticed"));
    assert!(done["notices"].to_string().contains("14日前"), "V24: {done}");
    assert!(refused(app, "set_meeting_state", to("held")).1.contains("まだ来ていない"));
    write(app, "set_meeting_state", to("draft"));
    write(app, "update_meeting", json!({ "meeting": id, "date": "R8.9.10", "place": "" }));
    let done = write(app, "set_meeting_state", to("noticed"));
    assert!(done["notices"].to_string().contains("会場"), "{done}");
    let done = write(app, "set_meeting_state", to("held"));
    assert!(done["notices"].to_string().contains("出欠の記録がない"), "{done}");
    for state in ["minutes_out", "approved", "minutes_out", "held", "noticed"] {
        write(app, "set_meeting_state", to(state));
    }
    let page = call(app, "meeting_page", json!({ "meeting": id }));
    let ways: Vec<&str> = rows(&page, "moves").iter().map(|m| m["way"].as_str().unwrap()).collect();
    assert_eq!(ways, ["on", "back", "off", "off"]);
    write(app, "set_meeting_state", to("cancelled"));
    let row = json!({ "appointment": member(app, "kodomo", "2026-09-10"), "presence": "present", "proxy": null });
    let (_, message) = refused(app, "set_attendance", json!({ "meeting": id, "rows": [row] }));
    assert!(message.contains("中止又は延期した会議"), "{message}");
    write(app, "set_meeting_state", to("draft"));
    assert_eq!(refused(app, "set_meeting_state", json!({ "meeting": id, "state": "over" })).0, "bad_request");
}

/// Somebody who sits on a body on a day.
fn member(app: &mut App, body: &str, on: &str) -> Value {
    let list = call(app, "list_members", json!({ "body": body, "on": on }));
    list.as_array().unwrap().iter().find(|m| !m["name"].is_null()).unwrap()["appointment"].clone()
}

#[test]
fn tasks_are_counted_from_the_meeting() {
    let app = &mut sample();
    let id = plenary(app, 2);
    let page = call(app, "meeting_page", json!({ "meeting": id }));
    let due = |task: &str| rows(&page, "dues").iter().find(|d| d["task"] == task).unwrap().clone();
    assert_eq!((due("notice")["on"].as_str(), due("notice")["state"].as_str()), (Some("2026-09-30"), Some("done")));
    assert_eq!(due("minutes")["on"], "2026-11-27");
    assert!(due("minutes")["reason"].as_str().unwrap().contains("土曜日"), "{page}");
    assert_eq!(due("interpreters")["on"], "2026-09-14", "a member needs one");
    write(
        app,
        "set_copies",
        json!({ "meeting": id, "members": 18, "secretariat": 7, "audience": 5, "press": 0, "spare": 3 }),
    );
    let page = call(app, "meeting_page", json!({ "meeting": id }));
    assert_eq!((page["copies"]["members"].as_u64(), page["copies"]["press"].as_u64()), (Some(18), Some(0)));
}

#[test]
fn an_agenda_is_filled_ordered_and_mended() {
    let app = &mut sample();
    let id = new_meeting(app, "kodomo", "R9.1.13");
    write(app, "fill_agenda", json!({ "meeting": id }));
    let list = call(app, "list_agenda", json!({ "meeting": id }));
    let items = rows(&list, "items");
    assert_eq!(items.first().unwrap()["kind"], "opening");
    assert_eq!(items.last().unwrap()["kind"], "closing");
    assert!(items.iter().any(|i| i["title"].as_str().unwrap().contains("会議録の確認")), "{list}");
    assert_eq!((items[0]["clock"].as_str(), items[1]["clock"].as_str()), (Some("10:00"), Some("10:05")));
    assert_eq!(refused(app, "fill_agenda", json!({ "meeting": id })).0, "rule");
    let second = items[1]["id"].clone();
    write(app, "move_agenda_item", json!({ "item": second, "place": 1 }));
    let list = call(app, "list_agenda", json!({ "meeting": id }));
    assert_eq!(list["items"][0]["id"], second);
    let facts = json!({ "item": second, "kind": "deliberation", "title": "長い議題", "presenter": "部会長",
        "minutes": 150, "closed_reason": "個別事例の内容を含むため", "papers": [] });
    write(app, "update_agenda_item", facts.clone());
    let list = call(app, "list_agenda", json!({ "meeting": id }));
    assert!(list["notices"].to_string().contains("超えています"), "{list}");
    assert_eq!((list["available"].as_u64(), list["items"][0]["late"].as_bool()), (Some(120), Some(true)));
    for (key, value) in [("title", json!("")), ("closed_reason", json!(" ")), ("papers", json!(["資料99"]))] {
        let mut wrong = facts.clone();
        wrong[key] = value;
        assert!(["text_empty", "rule"].contains(&refused(app, "update_agenda_item", wrong).0.as_str()));
    }
    write(app, "remove_agenda_item", json!({ "item": second }));
    assert_eq!(refused(app, "remove_agenda_item", json!({ "item": second })).0, "unknown_record");
    assert_eq!(refused(app, "move_agenda_item", json!({ "item": "x", "place": 1 })).0, "unknown_record");
}

#[test]
fn attendance_is_of_those_who_sit_that_day() {
    let app = &mut sample();
    let id = new_meeting(app, "全体会", "R8.9.25");
    let list = call(app, "list_attendance", json!({ "meeting": id }));
    assert_eq!(rows(&list, "rows")[0]["office"], "会長", "officers first");
    assert!(list["quorum"].is_null(), "the office has set no rule (V16)");
    let members: Vec<Value> = rows(&list, "rows").iter().map(|r| r["appointment"].clone()).collect();
    let presence = |at: usize| match at {
        0 => json!({ "appointment": members[0], "presence": "proxy", "proxy": "試験　代理" }),
        1 => json!({ "appointment": members[1], "presence": "proxy", "proxy": "" }),
        2 => json!({ "appointment": members[2], "presence": "absent", "proxy": "消える名前" }),
        _ => json!({ "appointment": members[at], "presence": "present", "proxy": null }),
    };
    let all: Vec<Value> = (0..members.len()).map(presence).collect();
    let done = write(app, "set_attendance", json!({ "meeting": id, "rows": all }));
    assert!(done["notices"].to_string().contains("代理の人の氏名"), "{done}");
    let list = call(app, "list_attendance", json!({ "meeting": id }));
    assert_eq!(list["missing"], 0);
    assert!(list["summary"].as_str().unwrap().contains("代理出席2人"), "{}", list["summary"]);
    assert!(rows(&list, "rows").iter().all(|r| r["proxy"] != "消える名前"), "only a proxy has a name");
    let none = json!({ "appointment": members[0], "presence": null, "proxy": null });
    write(app, "set_attendance", json!({ "meeting": id, "rows": [none] }));
    let stranger = member(app, "mieruka", "2026-09-25");
    let sits = members.contains(&stranger);
    let wrong = json!({ "meeting": id, "rows": [{ "appointment": stranger, "presence": "present", "proxy": null }] });
    assert!(sits || refused(app, "set_attendance", wrong).1.contains("委員ではありません"), "V15");
    let record = call(app, "meeting_record", json!({ "meeting": id }));
    assert_eq!(rows(&record, "absent").len(), 2);
    let history = call(app, "meeting_history", json!({ "meeting": id }));
    assert!(history.to_string().contains("出欠の記録"), "{history}");
}

#[test]
fn before_anybody_sits_it_says_who_starts_when() {
    let app = &mut sample();
    let id = new_meeting(app, "こども応援部会", "R8.4.2");
    let list = call(app, "list_attendance", json!({ "meeting": id }));
    assert!(rows(&list, "rows").is_empty());
    assert!(list["starting"].as_str().unwrap().contains("から就任予定の委員が"), "{list}");
    let id = plenary(app, 2);
    assert!(call(app, "list_attendance", json!({ "meeting": id }))["starting"].is_null(), "somebody sits");
}

#[test]
fn the_record_has_the_papers_in_the_order_of_their_list() {
    let app = &mut sample();
    let id = plenary(app, 2);
    let list = call(app, "list_papers", json!({ "meeting": id }));
    let named = |p: &Value| json!(format!("{}　{}", p["number"].as_str().unwrap(), p["title"].as_str().unwrap()));
    let listed: Vec<Value> = rows(&list, "rows").iter().map(named).collect();
    assert_eq!(rows(&call(app, "meeting_record", json!({ "meeting": id })), "papers"), &listed);
}

#[test]
fn papers_are_added_mended_numbered_and_taken_out() {
    let app = &mut sample();
    let id = new_meeting(app, "全体会", "R9.3.24");
    let list = call(app, "list_papers", json!({ "meeting": id }));
    assert_eq!(list["next"][0]["number"], "資料1");
    let own = |number: &str, is: &str| json!({ "meeting": id, "number": number, "title": format!("{is}の資料"), "class": "sent", "closed_reason": null, "is": is });
    let mut ids = Vec::new();
    for (number, is) in [("資料1", "roster"), ("資料2", "issue_table"), ("資料3", "chart"), ("資料5", "text")] {
        ids.push(write(app, "add_own_paper", own(number, is))["output"].clone());
    }
    let list = call(app, "list_papers", json!({ "meeting": id }));
    assert!(list["notices"].to_string().contains("「資料3」から「資料5」"), "V25: {}", list["notices"]);
    assert_eq!(list["next"][0]["number"], "資料6");
    assert!(refused(app, "add_own_paper", own("資料２", "tree")).1.contains("２つあります"), "V25, whatever the width");
    assert_eq!(refused(app, "add_own_paper", own("資料9", "poem")).0, "bad_request");
    let numbers = json!({ "meeting": id, "numbers": [
        { "paper": ids[0], "number": "資料2" }, { "paper": ids[1], "number": "資料1" }, { "paper": ids[3], "number": "資料4" }] });
    write(app, "renumber_papers", numbers);
    let twice = json!({ "meeting": id, "numbers": [{ "paper": ids[0], "number": "資料1" }] });
    assert_eq!(refused(app, "renumber_papers", twice).0, "rule");
    let facts = json!({ "paper": ids[3], "number": "資料4", "title": "本文", "class": "on_the_day", "revision": "修正版",
        "closed_reason": "個別事例のため", "markdown": "# 見出し" });
    write(app, "update_paper", facts);
    let list = call(app, "list_papers", json!({ "meeting": id }));
    let text = rows(&list, "rows").iter().find(|p| p["id"] == ids[3]).unwrap();
    assert_eq!((text["revision"].as_str(), text["markdown"].as_str()), (Some("修正版"), Some("# 見出し")));
    call(app, "fill_agenda", json!({ "meeting": id }));
    let agenda = call(app, "list_agenda", json!({ "meeting": id }));
    let items: Vec<Value> = rows(&agenda, "items").iter().take(2).map(|i| i["id"].clone()).collect();
    write(app, "set_paper_items", json!({ "paper": ids[3], "items": items }));
    let unknown = plenary(app, 2);
    assert_eq!(refused(app, "set_paper_items", json!({ "paper": ids[3], "items": [unknown] })).0, "unknown_record");
    write(app, "remove_paper", json!({ "paper": ids[3] }));
    let agenda = call(app, "list_agenda", json!({ "meeting": id })).to_string();
    assert!(!agenda.contains("資料4"), "off the agenda too");
    assert_eq!(refused(app, "remove_paper", json!({ "paper": ids[3] })).0, "unknown_record");
}

#[test]
fn a_file_becomes_a_paper_and_another_takes_its_place() {
    let app = &mut sample();
    let id = new_meeting(app, "全体会", "R9.3.24");
    let meeting = MeetingId::parse(id.as_str().unwrap()).unwrap();
    let ask = AddPaper {
        meeting,
        number: "資料1".to_owned(),
        title: "外からの資料".to_owned(),
        class: PaperClass::Sent,
        closed_reason: None,
    };
    let pages = vec![PageSize { width_pt: 595.0, height_pt: 842.0 }; 3];
    let facts = FileFacts { kind: FileKind::Pdf, pages, repaired: false };
    let file = |text: &str| TakenFile {
        source: SourceFile { name: format!("{text}.pdf"), bytes: text.as_bytes().to_vec() },
        facts: facts.clone(),
        changed_at: None,
        original: None,
        note: None,
    };
    let noted = TakenFile { note: Some("3ページの表".to_owned()), ..file("二") };
    let added = with_undo(app, |app| app.keep_paper(&ask, &file("一")).unwrap().output);
    assert_eq!(added.pages, 3);
    with_undo(app, |app| app.keep_replacement(added.id, Some("修正版"), &noted).unwrap().output);
    let list = call(app, "list_papers", json!({ "meeting": id }));
    let row = &list["rows"][0];
    assert_eq!((row["file"].as_str(), row["revision"].as_str()), (Some("二.pdf"), Some("修正版")));
    assert_eq!(row["handling"]["revision_note"], "3ページの表");
    let before = dump(app);
    assert!(app.keep_paper(&ask, &file("三")).is_err(), "the number is taken");
    assert!(app.keep_replacement(PaperId::from_key("x"), None, &file("三")).is_err());
    assert_eq!(before, dump(app));
}

#[test]
fn the_years_plan_shows_what_the_rules_notice() {
    let app = &mut sample();
    let plan = call(app, "year_plan", json!({ "year": "R8" }));
    let body = |plan: &Value, key: &str| rows(plan, "bodies").iter().find(|b| b["key"] == key).unwrap().clone();
    let (plenaries, steering) = (body(&plan, "zentaikai"), body(&plan, "unei"));
    assert_eq!((plenaries["planned"].as_u64(), plenaries["found"].as_u64()), (Some(3), Some(3)));
    assert_eq!(plan["now"], 6, "October is the seventh month");
    assert!(!plan["notices"].to_string().contains("運営会議がありません"), "V13 holds in the sample");
    let late = rows(&plan, "notices").iter().find(|n| n["rule"] == "V20").expect("February misses the budget");
    assert!(late["text"].as_str().unwrap().contains("第3回全体会"), "{late}");
    let kinds: Vec<&str> = rows(&plan, "events").iter().map(|e| e["kind"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"budget"), "{kinds:?}");
    let second = steering["meetings"][1]["id"].clone();
    let ask = json!({ "meeting": second, "state": "held" });
    call(app, "set_meeting_state", ask);
    let move_on = json!({ "meeting": steering["meetings"][2]["id"], "date": "R9.2.20" });
    write(app, "update_meeting", move_on);
    let plan = call(app, "year_plan", json!({ "year": "R8" }));
    let warned = rows(&plan, "notices").iter().find(|n| n["rule"] == "V13").expect("V13");
    assert_eq!(warned["severity"], "warning");
    let noticed = body(&plan, "zentaikai")["meetings"][2]["noticed"].clone();
    assert_eq!(noticed, true);
    assert_eq!(refused(app, "year_plan", json!({ "year": "昔" })).0, "bad_year");
    assert_eq!(call(app, "year_plan", json!({ "year": "2030" }))["now"], Value::Null);
}
