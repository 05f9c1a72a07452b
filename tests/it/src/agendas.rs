//! Agendas that fill themselves, what returns by itself, the clock on the day, meetings
//! put off or held jointly, series of numbers, and the script.

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

/// What a command is refused with; nothing may have changed.
fn refused(app: &mut App, name: &str, args: Value) -> String {
    let before = dump(app);
    let wire = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, dump(app), "a refused command left something");
    assert!(!wire.hint.is_empty());
    wire.message
}

fn add(app: &mut App, body: &str, date: &str, agenda: Option<&str>) -> Value {
    let ask =
        json!({ "body": body, "date": date, "start": "14:00", "end": "16:00", "place": "市役所", "agenda": agenda });
    write(app, "add_meeting", ask)["output"].clone()
}

fn find(app: &mut App, body: &str, year: &str, number: u64) -> Value {
    let all = call(app, "year_meetings", json!({ "body": body, "year": year }));
    all.as_array().unwrap().iter().find(|m| m["number"] == number).unwrap()["id"].clone()
}

fn items(app: &mut App, meeting: &Value) -> Vec<Value> {
    call(app, "list_agenda", json!({ "meeting": meeting }))["items"].as_array().unwrap().clone()
}

fn titles(app: &mut App, meeting: &Value) -> Vec<String> {
    items(app, meeting).iter().map(|i| i["title"].as_str().unwrap().to_owned()).collect()
}

fn offers(app: &mut App, meeting: &Value) -> Vec<Value> {
    call(app, "agenda_offers", json!({ "meeting": meeting })).as_array().unwrap().clone()
}

fn page(app: &mut App, meeting: &Value) -> Value {
    call(app, "meeting_page", json!({ "meeting": meeting }))
}

#[test]
fn a_new_agenda_is_filled_by_the_template_that_fits() {
    let app = &mut sample();
    let preview = call(app, "new_agenda_preview", json!({ "body": "全体会", "date": "R9.3.24" }));
    assert_eq!(preview["used_for"], "ordinary", "a fourth one, after the year's last: {preview}");
    assert!(preview["items"].to_string().contains("前回（第3回全体会）会議録の確認"), "{preview}");
    let last = find(app, "全体会", "R8", 3);
    let preview = call(app, "agenda_preview", json!({ "meeting": last }));
    assert_eq!(preview["used_for"], "last_of_year");
    assert!(preview["items"].to_string().contains("こども応援部会の活動報告について"), "{preview}");
    // A term that begins: letters, introductions, election, and the secretariat leads.
    let first =
        call(app, "new_agenda_preview", json!({ "body": "全体会", "date": "R8.10.20", "template": "first_of_term" }));
    assert!(first["items"].to_string().contains("委嘱状の伝達"), "{first}");
    let id = add(app, "全体会", "R9.3.24", Some("fitting"));
    let rows = items(app, &id);
    assert_eq!(rows[0]["kind"], "opening");
    let minutes = rows.iter().find(|r| r["kind"] == "last_minutes").expect("the last minutes");
    assert_eq!(minutes["approves"]["meeting"], last, "linked, not only named");
    assert!(refused(app, "fill_agenda", json!({ "meeting": id })).contains("すでに項目があります"));
}

#[test]
fn an_office_s_own_template_takes_the_place_of_the_program_s() {
    let app = &mut sample();
    let line = |becomes: &str, kind: &str, title: &str| {
        json!({ "becomes": becomes, "kind": kind, "title": title, "presenter": null, "minutes": 5,
            "closed_reason": null, "level": 0, "mark": null })
    };
    let standing = json!({ "body": "kodomo", "used_for": "standing", "name": "毎回", "items": [line("plain", "report", "各機関の近況")] });
    write(app, "save_template", standing);
    let own = json!({ "body": "kodomo", "used_for": "ordinary", "name": "部会のひな形",
        "items": [line("plain", "opening", "開会"), line("standing", "other", "{}"), line("plain", "closing", "閉会")] });
    let id = write(app, "save_template", own.clone())["output"].clone();
    assert_eq!(call(app, "save_template", own)["output"], id, "saved again, it is the same");
    let meeting = add(app, "kodomo", "R9.3.3", Some("ordinary"));
    assert_eq!(titles(app, &meeting), ["開会", "各機関の近況", "閉会"]);
    write(app, "remove_template", json!({ "template": id }));
    let all = call(app, "list_templates", json!({ "body": "kodomo" }));
    assert!(
        all.as_array().unwrap().iter().any(|t| t["used_for"] == "ordinary" && t["id"].is_null()),
        "the program's again"
    );
    let wrong = json!({ "used_for": "other", "name": "", "items": [] });
    assert!(refused(app, "save_template", wrong).contains("空です"));
}

#[test]
fn an_agenda_is_copied_without_what_belongs_to_its_meeting() {
    let app = &mut sample();
    let from = find(app, "全体会", "R8", 2);
    let id = add(app, "全体会", "R9.3.24", None);
    write(app, "copy_agenda", json!({ "meeting": id, "from": from }));
    let (old, new) = (items(app, &from), items(app, &id));
    assert_eq!(new.len(), old.len());
    assert!(new.iter().all(|i| i["papers"].as_array().unwrap().is_empty()));
}

#[test]
fn what_is_left_over_returns_by_itself_until_it_is_dropped() {
    let app = &mut sample();
    let first = add(app, "kodomo", "R8.12.20", Some("ordinary"));
    let item = json!({ "meeting": first, "kind": "deliberation", "title": "通学の支援について", "presenter": "部会長",
        "minutes": 20, "closed_reason": null });
    let item = write(app, "add_agenda_item", item)["output"].clone();
    // The next agenda is there already: it goes onto it at once.
    let second = add(app, "kodomo", "R9.1.20", Some("ordinary"));
    write(app, "set_left_over", json!({ "item": item, "why": "out_of_time", "note": "資料を足して" }));
    let there = items(app, &second);
    let carried = there.iter().find(|i| i["title"] == "通学の支援について（継続）").expect("returned");
    assert_eq!(carried["carried"]["times"], 1);
    let left = items(app, &first).into_iter().find(|i| i["id"] == item).unwrap();
    assert_eq!(left["left"]["next"]["meeting"], second);
    // Left over again, and no agenda is there yet: it waits, and comes with the template.
    write(app, "set_left_over", json!({ "item": carried["id"], "why": "continued", "note": null }));
    let third = add(app, "kodomo", "R9.2.24", None);
    let waiting = offers(app, &third);
    assert!(
        waiting.iter().any(|o| o["what"] == "left_over" && o["reason"].as_str().unwrap().contains("継続協議")),
        "{waiting:?}"
    );
    write(app, "fill_agenda", json!({ "meeting": third }));
    let again = items(app, &third);
    let again = again.iter().find(|i| i["title"] == "通学の支援について（継続）").expect("returned again");
    assert_eq!(
        (again["carried"]["times"].as_u64(), again["carried"]["meetings"].as_array().unwrap().len()),
        (Some(2), 2)
    );
    // Taken back, it leaves the next agenda; dropped with a reason, it returns no more.
    write(app, "set_left_over", json!({ "item": carried["id"], "why": null }));
    assert!(!titles(app, &third).contains(&"通学の支援について（継続）".to_owned()));
    write(app, "set_left_over", json!({ "item": carried["id"], "why": "continued" }));
    assert!(titles(app, &third).contains(&"通学の支援について（継続）".to_owned()));
    assert!(refused(app, "drop_left_over", json!({ "item": carried["id"], "reason": " " })).contains("理由が空です"));
    write(app, "drop_left_over", json!({ "item": carried["id"], "reason": "市の事業として始まったため" }));
    assert!(!titles(app, &third).contains(&"通学の支援について（継続）".to_owned()));
    assert!(offers(app, &third).iter().all(|o| o["what"] != "left_over"));
    let opening = items(app, &first)[0]["id"].clone();
    assert!(refused(app, "set_left_over", json!({ "item": opening, "why": "continued" })).contains("持ち越せません"));
}

#[test]
fn minutes_and_issues_are_offered_until_they_are_on_the_agenda() {
    let app = &mut sample();
    let id = add(app, "全体会", "R9.3.24", None);
    let all = offers(app, &id);
    let minutes = all.iter().find(|o| o["what"] == "last_minutes").expect("minutes");
    write(app, "take_offer", json!({ "meeting": id, "what": "last_minutes", "id": minutes["id"] }));
    assert_eq!(items(app, &id)[0]["approves"]["meeting"], minutes["id"]);
    assert!(offers(app, &id).iter().all(|o| o["what"] != "last_minutes"));
    let bodies = ["chiiki", "seishin", "kodomo", "unei", "mieruka", "zentaikai"];
    let mut taken = 0;
    for body in bodies {
        let meeting = add(app, body, "R9.3.30", None);
        let offered = offers(app, &meeting);
        let Some(issue) = offered.iter().find(|o| o["what"] == "issue") else { continue };
        write(app, "take_offer", json!({ "meeting": meeting, "what": "issue", "id": issue["id"] }));
        assert_eq!(items(app, &meeting)[0]["issue"]["issue"], issue["id"]);
        assert!(offers(app, &meeting).iter().all(|o| o["id"] != issue["id"]));
        taken += 1;
    }
    assert!(taken > 0, "the sample has open issues");
    refused(app, "take_offer", json!({ "meeting": id, "what": "last_minutes", "id": minutes["id"] }));
}

#[test]
fn levels_and_marks_make_an_agenda_as_the_office_writes_it() {
    let app = &mut sample();
    let id = add(app, "kodomo", "R9.3.3", None);
    let mut put = |kind: &str, title: &str, level: u8, mark: Value| {
        let item = json!({ "meeting": id, "kind": kind, "title": title, "presenter": null, "minutes": null,
            "closed_reason": null, "level": level, "mark": mark });
        write(app, "add_agenda_item", item)["output"].clone()
    };
    put("opening", "開会", 0, Value::Null);
    let heading = put("heading", "議題", 0, Value::Null);
    put("report", "一", 1, Value::Null);
    put("report", "二", 1, Value::Null);
    put("report", "部会の報告", 2, json!("・"));
    put("other", "その他", 0, Value::Null);
    let numbers = |app: &mut App| -> Vec<String> {
        items(app, &id).iter().map(|i| i["number"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(numbers(app), ["1", "2", "(1)", "(2)", "・", "3"]);
    let rule = json!({ "body": "kodomo", "counting": null, "first": 1, "since": null, "years": 2, "title": null,
        "main": "dotted", "third": "circled", "papers": "each", "kinds": false, "presenters": false, "times": false });
    write(app, "set_meeting_rule", rule);
    assert_eq!(numbers(app), ["1.", "2.", "(1)", "(2)", "・", "3."]);
    // What is moved takes along what stands under it.
    write(app, "move_agenda_item", json!({ "item": heading, "place": 6 }));
    assert_eq!(titles(app, &id), ["開会", "その他", "議題", "一", "二", "部会の報告"]);
    write(app, "move_agenda_item", json!({ "item": heading, "place": 2 }));
    assert_eq!(titles(app, &id), ["開会", "議題", "一", "二", "部会の報告", "その他"]);
}

#[test]
fn the_clock_tells_what_runs_over() {
    let app = &mut sample();
    let id = add(app, "kodomo", "R9.1.20", Some("ordinary"));
    let rows = items(app, &id);
    let begin = |app: &mut App, at: usize, time: &str| {
        write(app, "begin_item", json!({ "meeting": id, "item": rows[at]["id"], "at": time }));
    };
    begin(app, 0, "14:02");
    begin(app, 1, "14:12");
    let clock = call(app, "agenda_clock", json!({ "meeting": id, "at": "14:30" }));
    let times = &clock["items"][0]["times"];
    assert_eq!((times["taken"].as_u64(), times["over_text"].as_str()), (Some(10), Some("＋5分（超過）")), "{times}");
    assert_eq!((&clock["running"], &clock["next"]), (&rows[1]["id"], &rows[2]["id"]));
    assert!(clock["behind_text"].as_str().unwrap().contains("遅れています"), "{clock}");
    write(app, "begin_item", json!({ "meeting": id, "item": null, "at": "14:31" }));
    write(app, "set_item_times", json!({ "item": rows[0]["id"], "started": "14:00", "ended": "14:05" }));
    assert_eq!(items(app, &id)[0]["times"]["over_text"], "予定どおり");
    refused(app, "set_item_times", json!({ "item": rows[0]["id"], "started": "14:10", "ended": "14:05" }));
    refused(app, "begin_item", json!({ "meeting": id, "item": null, "at": "25:00" }));
}

#[test]
fn a_meeting_is_put_off_and_keeps_its_old_day() {
    let app = &mut sample();
    let id = add(app, "kodomo", "R9.1.20", None);
    call(app, "set_meeting_state", json!({ "meeting": id, "state": "noticed" }));
    write(app, "postpone_meeting", json!({ "meeting": id, "to": null, "reason": "大雪のため" }));
    let off = page(app, &id);
    assert_eq!((&off["summary"]["state"], &off["summary"]["next"]), (&json!("postponed"), &json!(false)));
    assert_eq!(
        (&off["put_off"][0]["was_day"], &off["put_off"][0]["was_noticed"]),
        (&json!("2027-01-20"), &json!(true))
    );
    let plan = call(app, "year_plan", json!({ "year": "R8" }));
    assert!(plan.to_string().contains("延期（日程未定）"));
    write(
        app,
        "postpone_meeting",
        json!({ "meeting": id, "to": "R9.2.3", "start": "10:00", "end": "12:00", "reason": "" }),
    );
    let again = page(app, &id);
    assert_eq!((&again["summary"]["state"], &again["summary"]["date"]), (&json!("draft"), &json!("2027-02-03")));
    let line = &again["put_off"][0];
    assert_eq!((&line["to_day"], &line["reason"]), (&json!("2027-02-03"), &json!("大雪のため")));
    assert!(
        refused(app, "postpone_meeting", json!({ "meeting": id, "to": "R9.2.3", "reason": "" })).contains("同じ日")
    );
    write(app, "postpone_meeting", json!({ "meeting": id, "to": null, "reason": "" }));
    write(app, "set_meeting_state", json!({ "meeting": id, "state": "draft" }));
    assert_eq!(page(app, &id)["put_off"].as_array().unwrap().len(), 1, "taken back, the first stays");
    let held = find(app, "全体会", "R8", 1);
    refused(app, "postpone_meeting", json!({ "meeting": held, "to": "R9.2.3", "reason": "" }));
}

#[test]
fn v12_a_meeting_that_is_called_off_counts_as_the_office_says() {
    let app = &mut sample();
    let found = |app: &mut App| {
        let plan = call(app, "year_plan", json!({ "year": "R8" }));
        let bodies = plan["bodies"].as_array().unwrap().clone();
        bodies.iter().find(|b| b["key"] == "zentaikai").unwrap()["found"].as_u64()
    };
    let last = find(app, "全体会", "R8", 3);
    let done = write(app, "cancel_meeting", json!({ "meeting": last, "reason": "感染症のため", "counts": null }));
    assert!(done["notices"].to_string().contains("回数に数えるか"), "V12 asks: {done}");
    assert_eq!((page(app, &last)["count_open"].as_bool(), found(app)), (Some(true), Some(2)));
    write(app, "set_meeting_counts", json!({ "meeting": last, "counts": true }));
    assert_eq!((page(app, &last)["count_open"].as_bool(), found(app)), (Some(false), Some(3)));
    let next = call(app, "next_meeting", json!({ "body": "全体会", "date": "R9.3.24" }));
    assert_eq!(next["number"], 4, "one that counts keeps its number");
    write(app, "set_meeting_counts", json!({ "meeting": last, "counts": false }));
    assert_eq!(call(app, "next_meeting", json!({ "body": "全体会", "date": "R9.3.24" }))["number"], 3);
    write(app, "set_meeting_state", json!({ "meeting": last, "state": "draft" }));
    let page = page(app, &last);
    assert!(page["off_reason"].is_null() && page["counts"].is_null());
}

#[test]
fn v14_each_body_numbers_in_its_own_way() {
    let app = &mut sample();
    let rule = |counting: &str, first: u16, since: Option<&str>, title: Option<&str>| {
        json!({ "body": "mieruka", "counting": counting, "first": first, "since": since, "years": 2, "title": title,
            "main": "plain", "third": "circled", "papers": "joined", "kinds": true, "presenters": true, "times": true })
    };
    assert!(refused(app, "set_meeting_rule", rule("per_term", 1, None, None)).contains("年度が入っていません"));
    let done = write(app, "set_meeting_rule", rule("running", 15, None, Some("定例会")));
    assert!(done["notices"].to_string().contains("ほかの会議と同じ"), "V14 warns: {done}");
    let example = call(app, "meeting_rule", json!({ "body": "mieruka" }));
    assert!(example["example"].as_str().unwrap().ends_with("定例会"), "{example}");
    write(app, "set_meeting_rule", rule("per_term", 1, Some("R8"), None));
    assert_eq!(
        call(app, "next_meeting", json!({ "body": "mieruka", "date": "R10.3.1" }))["number"],
        5,
        "the term goes on"
    );
    assert_eq!(
        call(app, "next_meeting", json!({ "body": "mieruka", "date": "R10.4.1" }))["number"],
        1,
        "the next begins anew"
    );
}

#[test]
fn a_joint_meeting_is_listed_with_each_body() {
    let app = &mut sample();
    let ask = json!({ "body": "全体会", "date": "R9.3.24", "start": "14:00", "end": "16:00", "place": "市役所",
        "joint": [{ "body": "運営会議", "numbered": true }, { "body": "こども応援部会", "numbered": false }] });
    let id = write(app, "add_meeting", ask)["output"].clone();
    let title = page(app, &id)["summary"]["title"].as_str().unwrap().to_owned();
    assert!(title.contains("第4回全体会・第4回運営会議・こども応援部会（合同開催）"), "{title}");
    for body in ["unei", "kodomo", "zentaikai"] {
        let all = call(app, "year_meetings", json!({ "body": body, "year": "R8" }));
        assert!(all.as_array().unwrap().iter().any(|m| m["id"] == id), "{body}");
    }
    let people = call(app, "list_attendance", json!({ "meeting": id }));
    let names: Vec<&str> = people["rows"].as_array().unwrap().iter().map(|r| r["person"].as_str().unwrap()).collect();
    let mut once = names.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), names.len(), "who sits in two bodies comes once");
    assert_eq!(call(app, "next_meeting", json!({ "body": "運営会議", "date": "R9.3.30" }))["number"], 5);
    let twice = json!({ "meeting": id, "bodies": [{ "body": "全体会", "numbered": true }] });
    assert!(refused(app, "set_joint_bodies", twice).contains("すでに入っています"));
    write(app, "set_joint_bodies", json!({ "meeting": id, "bodies": [] }));
    assert!(!page(app, &id)["summary"]["title"].as_str().unwrap().contains("合同"));
}

fn script(app: &mut App, meeting: &Value) -> String {
    let ask = Document::Scenario { meeting: meeting.as_str().unwrap().to_owned(), large: None };
    let made = app.document(&ask).unwrap().export(Format::Txt, Fallback::Refuse).unwrap().unwrap();
    String::from_utf8(made.bytes).unwrap()
}

#[test]
fn the_script_says_nothing_of_a_quorum_without_a_rule() {
    let app = &mut sample();
    let id = find(app, "全体会", "R8", 2);
    let none = json!({ "question": "quorum", "is": "not_in_rules", "text": null });
    call(app, "set_answer", none);
    assert!(!script(app, &id).contains("定足数"), "V16");
    call(app, "set_answer", json!({ "question": "quorum", "is": "decided", "text": "委員の過半数の出席で開く" }));
    assert!(script(app, &id).contains("定足数は、委員の過半数である"), "{}", script(app, &id));
}

#[test]
fn the_script_follows_the_agenda_and_the_office_s_wording() {
    let app = &mut sample();
    let id = find(app, "全体会", "R8", 2);
    let text = script(app, &id);
    for said in ["資料を確認いたします", "【会長】", "次回の会議は、", "非公開とします", "ここからは、公開とします"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains('{') && !text.contains('}'), "every field is filled in");
    write(
        app,
        "set_scenario_wording",
        json!({ "part": "access", "text": "【事務局】{会場}では、マイクを使ってください。" }),
    );
    assert!(script(app, &id).contains("では、マイクを使ってください。"));
    let wrong = json!({ "part": "access", "text": "【事務局】{会場名}" });
    assert!(refused(app, "set_scenario_wording", wrong).contains("会場名"));
    let all = call(app, "scenario_wordings", json!({}));
    let own = all["parts"].as_array().unwrap().iter().filter(|p| p["own"] == true).count();
    assert_eq!((own, all["fields"].to_string().contains("会長氏名")), (1, true));
    write(app, "reset_scenario_wording", json!({ "part": "access" }));
    assert_eq!(script(app, &id), text);
    let ask = Document::Scenario { meeting: id.as_str().unwrap().to_owned(), large: Some(true) };
    let docx = app.document(&ask).unwrap().export(Format::Docx, Fallback::Refuse).unwrap().unwrap();
    assert!(docx.bytes.starts_with(b"PK"));
}

#[test]
fn an_item_gets_its_issue_by_hand() {
    let app = &mut sample();
    let meetings = call(app, "list_meetings", json!({ "body": "zentaikai", "year": "R8" }));
    let meeting = meetings.as_array().unwrap().iter().find(|m| m["date"] == "2027-02-17").unwrap()["id"].clone();
    let issue = call(app, "list_issues", json!({ "open": true, "overdue": false }))[0].clone();
    let new = json!({ "meeting": meeting, "kind": "deliberation", "title": "移動の支援", "issue": issue["id"] });
    let item = write(app, "add_agenda_item", new)["output"].clone();
    let row = |app: &mut App| {
        let list = call(app, "list_agenda", json!({ "meeting": meeting }));
        list["items"].as_array().unwrap().iter().find(|i| i["id"] == item).unwrap().clone()
    };
    assert_eq!(row(app)["issue"]["number"], issue["number"]);
    let facts =
        |issue: Value| json!({ "item": item, "kind": "deliberation", "title": "移動", "papers": [], "issue": issue });
    write(app, "update_agenda_item", facts(Value::Null));
    assert_eq!(row(app)["issue"]["number"], issue["number"], "what is not said stays");
    let nobody = dispatch(app, "update_agenda_item", facts(meeting.clone())).expect_err("no issue").to_wire();
    assert_eq!(nobody.code, "unknown_record");
    write(app, "update_agenda_item", facts(json!("")));
    assert_eq!(row(app)["issue"], Value::Null);
}
