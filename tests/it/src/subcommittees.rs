//! Subcommittees through the commands: plans, progress, reports that fill themselves, the sheet
//! of progress, and all of them as papers of a meeting.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::printing::{Document, Format};
use entaku_sheets::Fallback;
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};

const BODY: &str = "地域生活支援部会";

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

/// A write, undone and redone on the way.
fn write(app: &mut App, name: &str, args: Value) -> Value {
    with_undo(app, |app| call(app, name, args))["output"].clone()
}

fn refused(app: &mut App, name: &str, args: Value) -> (String, Option<String>) {
    let before = dump(app);
    let wire = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, dump(app), "a refused command left something");
    assert!(!wire.hint.is_empty());
    (wire.message, wire.field.map(|f| f.to_string()))
}

fn plan(app: &mut App, year: &str) -> Value {
    call(app, "work_plan", json!({ "body": BODY, "year": year }))
}

fn meeting(app: &mut App, body: &str, number: u64) -> Value {
    let all = call(app, "year_meetings", json!({ "body": body, "year": "R8" }));
    all.as_array().unwrap().iter().find(|m| m["number"] == number).unwrap()["id"].clone()
}

fn words(app: &App, document: Value) -> String {
    let ask: Document = serde_json::from_value(document).unwrap();
    app.document(&ask).unwrap_or_else(|e| panic!("{:?}", e.to_wire())).words()
}

#[test]
fn a_plan_is_written_step_by_step() {
    let app = &mut sample();
    let year = "R9";
    let of = |more: Value| {
        let mut form = json!({ "body": BODY, "year": year });
        form.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        form
    };
    assert_eq!(plan(app, year)["steps"], json!([]));
    write(app, "set_work_plan", of(json!({ "goal": "外出をあきらめない", "policy": "短い依頼をまとめる" })));
    let issue = plan(app, year)["issues"][0]["id"].clone();
    let theme = write(app, "save_theme", of(json!({ "title": "移動", "issues": [issue, issue] })));
    write(app, "save_theme", of(json!({ "theme": theme, "title": "移動と外出", "issues": [issue] })));
    let first = write(app, "save_plan_step", of(json!({ "activity": "聞き取り", "time": "6月", "due_on": "R9.6.30" })));
    let second = write(app, "save_plan_step", of(json!({ "activity": "案のとりまとめ", "who": "部会長" })));
    write(app, "move_plan_step", json!({ "step": second, "to": 0 }));
    let said = of(json!({ "step": first, "day": "R9.6.10", "state": "done", "text": "３か所で聞いた" }));
    let said = write(app, "save_progress", said);
    write(app, "save_progress", of(json!({ "day": "R9.6.12", "state": "on_time", "text": "順調" })));
    let days = json!([{ "day": "R9.5.12", "place": "講堂", "outcome": "" }, { "day": "R9.7.1" }]);
    let group = of(json!({ "kind": "working_group", "name": "聞き取り作業部会", "days": days }));
    let group = write(app, "save_gathering", group);

    let page = plan(app, year);
    assert_eq!(page["goal"], "外出をあきらめない");
    assert_eq!(page["themes"][0]["title"], "移動と外出");
    assert_eq!(page["themes"][0]["issues"].as_array().unwrap().len(), 1, "an issue is named once");
    assert_eq!(page["steps"][0]["activity"], "案のとりまとめ");
    assert_eq!(page["steps"][1]["progress"][0]["text"], "３か所で聞いた");
    assert_eq!(page["progress"][0]["text"], "順調");
    assert_eq!(page["gatherings"][0]["days"].as_array().unwrap().len(), 2);

    write(app, "remove_progress", json!({ "progress": said }));
    write(app, "remove_gathering", json!({ "gathering": group }));
    write(app, "remove_plan_step", json!({ "step": first }));
    write(app, "remove_theme", json!({ "theme": theme }));
    let page = plan(app, year);
    assert_eq!((&page["themes"], &page["gatherings"]), (&json!([]), &json!([])));
    assert_eq!(page["steps"].as_array().unwrap().len(), 1);
}

#[test]
fn what_cannot_be_is_said_and_leaves_nothing() {
    let app = &mut sample();
    let (message, field) = refused(app, "work_plan", json!({ "body": "全体会", "year": "R8" }));
    assert!(message.contains("専門部会"), "{message}");
    assert_eq!(field.as_deref(), Some("body"));
    let form = json!({ "body": BODY, "year": "R8", "activity": "", "due_on": null });
    assert_eq!(refused(app, "save_plan_step", form).1.as_deref(), Some("activity"));
    let form = json!({ "body": BODY, "year": "R8", "activity": "聞き取り", "due_on": "R10.1.1" });
    assert_eq!(refused(app, "save_plan_step", form).1.as_deref(), Some("due_on"));
    let other = call(app, "work_plan", json!({ "body": "kodomo", "year": "R8" }))["steps"][0]["id"].clone();
    let form = json!({ "body": BODY, "year": "R8", "step": other, "day": "R8.9.1", "state": "late" });
    assert_eq!(refused(app, "save_progress", form).1.as_deref(), Some("step"));
    let plenary = meeting(app, "全体会", 2);
    let form = json!({ "body": BODY, "year": "R8", "kind": "activity", "submitted_at": plenary, "reported_at": null });
    assert_eq!(refused(app, "set_sub_report_state", form).1.as_deref(), Some("submitted_at"));
    let form = json!({ "body": BODY, "year": "R8", "kind": "activity", "submitted_at": null, "reported_at": plenary });
    assert_eq!(refused(app, "set_sub_report_state", form).1.as_deref(), Some("reported_at"));
    refused(app, "take_over_plan", json!({ "body": BODY, "year": "R8" }));
    refused(app, "take_over_plan", json!({ "body": BODY, "year": "R4" }));
}

#[test]
fn a_year_goes_on_with_what_the_one_before_left() {
    let app = &mut sample();
    assert_eq!(plan(app, "R9")["may_take_over"], true);
    write(app, "take_over_plan", json!({ "body": BODY, "year": "R9" }));
    let (old, new) = (plan(app, "R8"), plan(app, "R9"));
    assert_eq!(old["goal"], new["goal"]);
    let steps: Vec<&Value> = new["steps"].as_array().unwrap().iter().map(|s| &s["activity"]).collect();
    assert!(!steps.contains(&&json!("今年度のテーマの決定")), "what is done stays behind");
    assert!(steps.contains(&&json!("緊急時の登録票の様式の決定")));
    assert_eq!(new["may_take_over"], false);
}

#[test]
fn reports_fill_themselves_until_the_office_writes_and_stay_once_handed_in() {
    let app = &mut sample();
    let which = json!({ "body": "seishin", "year": "R8", "kind": "activity" });
    let part = |page: &Value, code: &str| {
        page["parts"].as_array().unwrap().iter().find(|p| p["part"] == code).unwrap().clone()
    };
    let page = call(app, "sub_report", which.clone());
    assert_eq!(page["title"], "令和8年度（2026年度）　精神保健福祉部会　活動報告");
    assert!(part(&page, "held")["text"].as_str().unwrap().contains("（委員"), "attendance is counted");
    assert!(part(&page, "results")["text"].as_str().unwrap().contains("手引きの柱の協議"));
    assert!(part(&page, "remaining")["text"].as_str().unwrap().contains("謝礼の考え方"));

    let text = |text: &str| json!([{ "part": "results", "text": text }]);
    let form = |parts: Value| json!({ "body": "seishin", "year": "R8", "kind": "activity", "parts": parts });
    write(app, "write_sub_report", form(text("三つの柱を決めた。")));
    let page = call(app, "sub_report", which.clone());
    assert_eq!(
        (part(&page, "results")["own"].clone(), part(&page, "held")["own"].clone()),
        (json!(true), json!(false))
    );
    let drawn = part(&page, "results")["drawn"].as_str().unwrap().to_owned();
    write(app, "write_sub_report", form(text(&drawn)));
    assert_eq!(part(&call(app, "sub_report", which.clone()), "results")["own"], false, "the records' words again");

    let (steering, plenary) = (meeting(app, "運営会議", 2), meeting(app, "全体会", 2));
    let state = |submitted: &Value, reported: Value| json!({ "body": "seishin", "year": "R8", "kind": "activity", "submitted_at": submitted, "reported_at": reported });
    write(app, "set_sub_report_state", state(&steering, Value::Null));
    let handed = part(&call(app, "sub_report", which.clone()), "remaining")["text"].clone();
    let step = call(app, "work_plan", json!({ "body": "seishin", "year": "R8" }))["steps"][1]["id"].clone();
    let form_of = json!({ "body": "seishin", "year": "R8", "step": step, "day": "R8.9.30", "state": "done" });
    write(app, "save_progress", form_of);
    assert_eq!(part(&call(app, "sub_report", which.clone()), "remaining")["text"], handed);
    let (message, _) = refused(app, "write_sub_report", form(text("書き直し")));
    assert!(message.contains("提出した報告"), "{message}");

    let tasks = call(app, "today", json!({}))["tasks"].clone();
    let waits = |tasks: &Value| {
        let all = tasks.as_array().unwrap().iter();
        all.filter(|t| t["kind"] == "subcommittee" && t["what"].as_str().unwrap().contains("全体会に報告")).count()
    };
    assert_eq!(waits(&tasks), 1);
    write(app, "set_sub_report_state", state(&steering, plenary.clone()));
    let (named, _) = refused(app, "remove_meeting", json!({ "meeting": plenary }));
    assert!(named.contains("報告") && named.contains("削除できません"), "{named}");
    let tasks = call(app, "today", json!({}))["tasks"].clone();
    assert_eq!(waits(&tasks), 0);
}

#[test]
fn the_sheet_rolls_up_all_subcommittees_and_marks_what_is_late() {
    let app = &mut sample();
    let year = call(app, "work_plan_year", json!({ "year": "R8" }));
    assert_eq!(year["rows"].as_array().unwrap().len(), 3);
    assert_eq!(year["rows"][1]["late"], 1);
    let sheet = words(app, json!({ "kind": "progress_sheet", "year": "R8", "audience": "members" }));
    for told in ["進捗管理表", "移動と外出", "［遅れ］", "緊急時の登録票の様式の決定", "遅れている活動", "第3回"]
    {
        assert!(sheet.contains(told), "{told}\n{sheet}");
    }
    let joint = json!({ "kind": "sub_report", "year": "R8", "report": "activity", "audience": "members" });
    let joint = words(app, joint);
    for told in ["専門部会　活動報告", "■ 地域生活支援部会", "■ こども応援部会", "作業部会・研修会等", "（下書き）"]
    {
        assert!(joint.contains(told), "{told}\n{joint}");
    }
    for report in ["next_plan", "evaluation"] {
        let ask = json!({ "kind": "sub_report", "body": BODY, "report": report, "audience": "members" });
        assert!(words(app, ask).contains("令和9年度"));
    }
    let ask = json!({ "kind": "sub_report", "body": BODY, "report": "activity", "audience": "members" });
    let ask: Document = serde_json::from_value(ask).unwrap();
    let ready = app.document(&ask).unwrap();
    for format in [Format::Docx, Format::Txt] {
        assert!(!ready.export(format, Fallback::Refuse).unwrap().unwrap().bytes.is_empty());
    }
}

#[test]
fn reports_and_sheet_become_papers_in_one_step() {
    let app = &mut sample();
    let steering = meeting(app, "運営会議", 3);
    let before = call(app, "list_papers", json!({ "meeting": steering }))["rows"].as_array().unwrap().len();
    let form = json!({ "meeting": steering, "year": "R8", "sheet": true, "kind": "activity" });
    let made = write(app, "add_sub_papers", form.clone());
    assert_eq!(made.as_array().unwrap().len(), 4);
    refused(app, "add_sub_papers", form);
    write(app, "add_sub_papers", json!({ "meeting": steering, "year": "R8", "kind": "activity", "joint": true }));
    let rows = call(app, "list_papers", json!({ "meeting": steering }))["rows"].clone();
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), before + 5);
    assert!(rows.iter().any(|p| p["title"] == "令和8年度（2026年度）　専門部会　進捗管理表"));
    let numbers: std::collections::BTreeSet<&str> = rows.iter().filter_map(|p| p["number"].as_str()).collect();
    assert_eq!(numbers.len(), rows.len(), "each has its own number");
    let packet = json!({ "kind": "packet", "meeting": steering, "audience": "members", "odd": false });
    let ask: Document = serde_json::from_value(packet).unwrap();
    app.document(&ask).unwrap();
}
