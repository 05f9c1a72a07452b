//! The way of issues: how one comes in, requests and tasks, splitting, merging, carrying on, and
//! what leads from minutes and agendas to issues and back.

use entaku_app::commands::dispatch;
use entaku_app::{App, WireError};
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};

const ENTRY: &str = "0198c7d2-0000-7000-8000-0000000000a1";
const OTHER: &str = "0198c7d2-0000-7000-8000-0000000000a2";

fn read(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {}", e.to_wire().message))
}

/// A write that undo takes back to the letter; what it answers.
fn write(app: &mut App, name: &str, args: Value) -> Value {
    with_undo(app, |app| read(app, name, args))
}

fn refused(app: &mut App, name: &str, args: Value) -> WireError {
    let before = dump(app);
    let error = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(dump(app), before, "a refusal changes nothing");
    assert!(!error.message.is_empty() && !error.hint.is_empty());
    error
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

fn page(app: &mut App, issue: &str) -> Value {
    read(app, "issue_page", json!({ "issue": issue }))
}

fn meeting(app: &mut App, body: &str, date: &str) -> String {
    let all = read(app, "list_meetings", json!({ "body": body, "year": null }));
    let found = list(&all).iter().find(|m| m["date"] == date).unwrap_or_else(|| panic!("{body} {date}: {all}")).clone();
    found["id"].as_str().unwrap().to_owned()
}

fn form(title: &str, inlet: &str) -> Value {
    json!({ "received_on": "R8.5.1", "number": null, "title": title, "gist": "通院の足がない。", "background": "担い手の高齢化",
        "resources": "", "measures": "", "field": "移動", "level": "city", "inlet": inlet, "raised_by": null,
        "owner": "mieruka", "due_on": null })
}

/// A new issue of the sample council.
fn issue(app: &mut App, title: &str, inlet: &str) -> String {
    read(app, "add_issue", form(title, inlet))["output"].as_str().unwrap().to_owned()
}

fn step(issue: &str, day: &str, stage: &str) -> Value {
    json!({ "issue": issue, "day": day, "stage": stage, "body": null, "meeting": null, "text": "", "owner": null })
}

/// The council's plenary of June.
fn plenary(app: &mut App) -> String {
    meeting(app, "zentaikai", "2026-06-24")
}

/// An issue that the plenary has approved.
fn approved(app: &mut App, title: &str) -> String {
    let id = issue(app, title, "case_review");
    let at = plenary(app);
    for stage in ["reported", "approved"] {
        let mut ask = step(&id, "R8.6.24", stage);
        ask["meeting"] = json!(at);
        read(app, "record_issue_step", ask);
    }
    id
}

#[test]
fn how_an_issue_came_in_is_kept() {
    let app = &mut sample();
    let at = plenary(app);
    let agenda = read(app, "list_agenda", json!({ "meeting": at }));
    let item = agenda["items"][0]["id"].clone();
    let mut ask = form("駅の手すり", "plenary");
    ask["source"] =
        json!({ "raised_on": "R8.4.20", "brought_by": "相談員　髙橋", "item": item, "paper_text": "要望書" });
    let id = write(app, "add_issue", ask.clone())["output"].as_str().unwrap().to_owned();
    let source = page(app, &id)["source"].clone();
    assert_eq!((&source["raised_on"], &source["paper_title"]), (&json!("2026-04-20"), &json!("要望書")));
    assert_eq!(source["meeting"], json!(at), "an item brings its meeting with it");
    assert_eq!(source["item_title"], agenda["items"][0]["title"]);

    ask["source"]["raised_on"] = json!("R8.5.2");
    assert_eq!(refused(app, "add_issue", ask.clone()).field.as_deref(), Some("raised_on"));
    ask["source"] = json!({ "item": item, "meeting": meeting(app, "chiiki", "2026-07-22") });
    assert_eq!(refused(app, "add_issue", ask.clone()).field.as_deref(), Some("item"));
    ask["source"] = json!({ "paper": ENTRY });
    assert_eq!(refused(app, "add_issue", ask).field.as_deref(), Some("paper"));

    // What goes from an agenda goes from the issue with it, and undo brings both back.
    write(app, "remove_agenda_item", json!({ "item": item }));
    assert_eq!(page(app, &id)["source"]["item"], Value::Null);
}

#[test]
fn requests_are_steps_with_whom_and_by_when() {
    let app = &mut sample();
    let id = issue(app, "通院の足", "case_review");
    let mut ask = step(&id, "R8.9.1", "theme");
    ask["kind"] = json!("deliberation_request");
    assert_eq!(refused(app, "record_issue_step", ask.clone()).field.as_deref(), Some("owner"));
    ask["owner"] = json!("chiiki");
    ask["due_on"] = json!("R8.8.31");
    assert_eq!(refused(app, "record_issue_step", ask.clone()).field.as_deref(), Some("due_on"));
    ask["due_on"] = json!("R8.10.5");
    write(app, "record_issue_step", ask);
    let shown = page(app, &id);
    assert_eq!((&shown["item"]["stage"], &shown["item"]["owner"]), (&json!("deliberating"), &json!("chiiki")));
    let last = list(&shown["steps"]).last().unwrap().clone();
    assert_eq!((&last["kind_label"], &last["due_on"]), (&json!("協議依頼"), &json!("2026-10-05")));
    let due = |app: &mut App| {
        let today = read(app, "today", json!({}));
        list(&today["tasks"]).iter().any(|t| t["what"] == "協議依頼への回答を確かめる：通院の足")
    };
    assert!(due(app));
    let last = last["id"].clone();
    write(app, "remove_issue_step", json!({ "step": last }));
    assert_eq!(page(app, &id)["item"]["owner"], "mieruka", "the issue is back with who had it before");
    assert!(!due(app));
}

#[test]
fn a_step_leaves_tasks_that_are_done_one_by_one() {
    let app = &mut sample();
    let id = issue(app, "通院の足", "case_review");
    let mut ask = step(&id, "R8.9.1", "sorting");
    let task = |text: &str, due: &str| json!({ "text": text, "owner": "body", "body": "運営会議", "due_on": due });
    ask["tasks"] = json!([task("実態を調べる。", "R8.8.1")]);
    assert_eq!(refused(app, "record_issue_step", ask.clone()).field.as_deref(), Some("task_due_on"));
    ask["tasks"] = json!([task("", "R8.9.30")]);
    assert_eq!(refused(app, "record_issue_step", ask.clone()).field.as_deref(), Some("task"));
    ask["tasks"] = json!([task("実態を調べる。", "R8.9.30"), task("資料を集める。", "R8.10.9")]);
    write(app, "record_issue_step", ask);
    let tasks = list(&page(app, &id)["tasks"]).clone();
    assert_eq!((tasks.len(), &tasks[0]["late"], &tasks[0]["facts"]["who"]), (2, &json!(true), &json!("運営会議")));
    let open = read(app, "list_issue_tasks", json!({}));
    assert!(list(&open).iter().any(|t| t["issue"] == json!(id) && t["text"] == "資料を集める。"));
    let today = read(app, "today", json!({}));
    assert!(list(&today["tasks"]).iter().any(|t| t["what"] == "実態を調べる。" && t["urgency"] == "overdue"));

    let first = tasks[0]["id"].clone();
    let late = json!({ "task": first, "on": "R8.10.2", "outcome": "" });
    assert_eq!(refused(app, "finish_issue_task", late).field.as_deref(), Some("on"));
    write(app, "finish_issue_task", json!({ "task": first, "outcome": "10件を調べた。" }));
    let done = list(&page(app, &id)["tasks"]).iter().find(|t| t["id"] == first).cloned().unwrap();
    assert_eq!((&done["facts"]["done_on"], &done["late"]), (&json!("2026-10-01"), &json!(false)));
    write(app, "finish_issue_task", json!({ "task": first, "on": "" }));
    let record = json!({ "text": "実態を調べ直す。", "owner": "other", "name": "専門家" });
    write(app, "set_issue_task", json!({ "issue": id, "task": first, "record": record }));
    write(app, "set_issue_task", json!({ "issue": id, "record": { "text": "会場を取る。", "owner": "secretariat" } }));
    assert_eq!(list(&page(app, &id)["tasks"]).len(), 3);
    write(app, "remove_issue_task", json!({ "task": first }));
    let step = list(&page(app, &id)["steps"]).last().unwrap()["id"].clone();
    write(app, "remove_issue_step", json!({ "step": step }));
    assert_eq!(list(&page(app, &id)["tasks"]).len(), 1, "what a step left goes with it");
}

#[test]
fn v17_a_finished_issue_is_opened_again_for_a_reason() {
    let app = &mut sample();
    let id = issue(app, "通院の足", "case_review");
    read(app, "record_issue_step", step(&id, "R8.9.1", "closed"));
    let on = refused(app, "record_issue_step", step(&id, "R8.9.2", "deliberating"));
    assert_eq!((on.field.as_deref(), on.message.contains("再開")), (Some("stage"), true));
    let mut again = step(&id, "R8.9.2", "deliberating");
    again["kind"] = json!("reopened");
    assert_eq!(refused(app, "record_issue_step", again.clone()).field.as_deref(), Some("text"));
    again["text"] = json!("同じ声が続いたため。");
    write(app, "record_issue_step", again.clone());
    assert_eq!(page(app, &id)["item"]["stage"], "deliberating");
    assert_eq!(refused(app, "record_issue_step", again).field.as_deref(), Some("stage"));
    assert_eq!(refused(app, "record_issue_step", step(&id, "R8.9.3", "answered")).field.as_deref(), Some("stage"));
    assert_eq!(refused(app, "record_issue_step", step(&id, "R8.9.3", "received")).field.as_deref(), Some("stage"));
}

#[test]
fn an_issue_is_split_in_one_change() {
    let app = &mut sample();
    let whole = approved(app, "外出の支援");
    let split = |parts: Value, reason: &str| json!({ "issue": whole, "day": "R8.9.1", "reason": reason, "close": true, "parts": parts });
    let parts =
        json!([{ "title": "通院の足" }, { "title": "余暇の外出", "gist": "余暇に出られない。", "owner": "chiiki" }]);
    assert_eq!(
        refused(app, "split_issue", split(json!([{ "title": "一つ" }]), "分ける")).field.as_deref(),
        Some("parts")
    );
    assert_eq!(refused(app, "split_issue", split(parts.clone(), "")).field.as_deref(), Some("reason"));
    assert_eq!(
        refused(app, "split_issue", split(json!([{ "title": "" }, { "title": "二" }]), "分ける")).code,
        "text_empty"
    );
    let mut early = split(parts.clone(), "分ける");
    early["day"] = json!("R8.6.1");
    assert_eq!(refused(app, "split_issue", early).field.as_deref(), Some("day"));
    let done = write(app, "split_issue", split(parts, "対応が違うため"));
    let ids: Vec<String> = list(&done["output"]).iter().map(|i| i.as_str().unwrap().to_owned()).collect();
    let (first, second) = (page(app, &ids[0]), page(app, &ids[1]));
    assert_eq!((&first["gist"], &first["background"]), (&json!("通院の足がない。"), &json!("担い手の高齢化")));
    assert_eq!((&second["gist"], &second["item"]["owner"]), (&json!("余暇に出られない。"), &json!("chiiki")));
    assert_eq!(first["item"]["stage"], "approved", "what the plenary approved stays approved");
    assert_eq!(first["ancestors"][0]["issue"], json!(whole));
    let old = page(app, &whole);
    assert_eq!((&old["item"]["stage"], &old["passed_on"]), (&json!("closed"), &json!(true)));
    assert_eq!(list(&old["descendants"]).len(), 2);
    assert!(list(&old["links"]).iter().all(|l| l["reason"] == "対応が違うため"));
    // The plenary's approval carries a proposal of the part, too.
    write(app, "record_issue_step", step(&ids[0], "R8.9.2", "proposed"));
    assert!(list(&page(app, &ids[0])["remarks"]).iter().all(|r| r["weight"] != "error"));
}

#[test]
fn v18_issues_are_merged_and_who_raised_them_is_still_owed_an_answer() {
    let app = &mut sample();
    let organizations = read(app, "list_organizations", json!({}));
    let raised = |app: &mut App, title: &str, at: usize| {
        let mut ask = form(title, "partner");
        ask["raised_by"] = list(&organizations)[at]["id"].clone();
        read(app, "add_issue", ask)["output"].as_str().unwrap().to_owned()
    };
    let (one, two) = (raised(app, "通院の足", 0), raised(app, "通学の足", 1));
    let third = issue(app, "買物の足", "case_review");
    let turn = |issues: Value, into: Value| json!({ "issues": issues, "into": into, "new": { "title": "移動の支援" }, "day": "R8.9.1", "reason": "同じ担い手の話のため" });
    assert_eq!(refused(app, "merge_issues", turn(json!([one]), Value::Null)).field.as_deref(), Some("parts"));
    assert_eq!(refused(app, "merge_issues", turn(json!([one, one]), Value::Null)).field.as_deref(), Some("parts"));
    let done = write(app, "merge_issues", turn(json!([one, two]), Value::Null));
    let whole = done["output"].as_str().unwrap().to_owned();
    assert_eq!(page(app, &one)["item"]["stage"], "closed", "no answer is asked for where it passes on");
    let shown = page(app, &whole);
    assert_eq!((&shown["item"]["stage"], list(&shown["ancestors"]).len()), (&json!("received"), 2));
    // The organisation that raised the first is answered with the whole, the other by itself.
    assert_eq!(list(&shown["parts_to_tell"]).len(), 1);
    write(app, "merge_issues", turn(json!([third]), json!(whole)));
    assert_eq!(list(&page(app, &whole)["ancestors"]).len(), 3);
    let circle = json!({ "from": whole, "to": third, "kind": "follows", "reason": "輪" });
    assert_eq!(refused(app, "link_issues", circle).field.as_deref(), Some("to"));

    let close = step(&whole, "R8.9.2", "closed");
    let owed = refused(app, "record_issue_step", close.clone());
    assert!(owed.message.contains("統合した"), "{}", owed.message);
    // Who raised a part is told with the whole: recorded once, seen on each part.
    write(app, "set_feedback", json!({ "issue": whole, "on": "R8.9.2", "reason": null }));
    assert_eq!(page(app, &two)["feedback_on"], "2026-09-02");
    write(app, "set_feedback", json!({ "issue": whole, "on": null, "reason": null }));
    assert_eq!(page(app, &two)["feedback_on"], Value::Null);
    // Or by itself: then only the whole is left to be told.
    write(app, "set_feedback", json!({ "issue": two, "on": "R8.9.2", "reason": null }));
    assert!(list(&page(app, &whole)["parts_to_tell"]).is_empty());
    refused(app, "record_issue_step", close.clone());
    write(app, "set_feedback", json!({ "issue": whole, "on": "R8.9.2", "reason": null }));
    write(app, "record_issue_step", close);
    // What is closed does not lose what its parts were told with it.
    let reason = json!({ "issue": whole, "on": null, "reason": "団体が解散したため" });
    let owed = refused(app, "set_feedback", reason.clone());
    assert!(owed.message.contains("統合した"), "{}", owed.message);
    write(app, "set_feedback", json!({ "issue": two, "on": "R8.9.1", "reason": null }));
    write(app, "set_feedback", reason);
}

#[test]
fn an_issue_is_carried_on_by_a_new_one() {
    let app = &mut sample();
    let old = issue(app, "通院の足", "case_review");
    read(app, "record_issue_step", step(&old, "R8.9.1", "deliberating"));
    let ask = |close: bool| json!({ "issue": old, "day": "R8.9.30", "reason": "次の年度も続けるため", "close": close, "new": { "title": "通院の足（２年目）" } });
    let new = write(app, "follow_issue", ask(false))["output"].as_str().unwrap().to_owned();
    assert_eq!(page(app, &old)["item"]["stage"], "deliberating");
    let shown = page(app, &new);
    assert_eq!((&shown["item"]["stage"], &shown["links"][0]["kind"]), (&json!("deliberating"), &json!("follows")));
    assert_eq!(shown["item"]["received_on"], "2026-09-30");
    write(app, "follow_issue", ask(true));
    assert_eq!(page(app, &old)["item"]["stage"], "closed");
    write(app, "follow_issue", ask(true));
    assert_eq!(list(&page(app, &old)["descendants"]).len(), 3, "what is finished is carried on, too");
}

/// Minutes of a meeting with a decision under its first item, which is on an issue.
fn decided(app: &mut App, at: &str, issue: &str) -> Value {
    let item = read(app, "take_offer", json!({ "meeting": at, "what": "issue", "id": issue }))["output"].clone();
    let entry = |id: &str, kind: &str, text: &str| {
        json!({ "id": id, "base": null, "item": item, "after": null, "kind": kind, "speaker": null, "text": text,
            "closed_reason": null, "at": null })
    };
    let entries = json!([
        entry(ENTRY, "decision", "整理の対象とする。"),
        entry(OTHER, "speech", "通学でも同じ声がある。続けて聞きたい。")
    ]);
    read(app, "write_minutes", json!({ "meeting": at, "entries": entries }));
    item
}

#[test]
fn minutes_lead_to_issues_and_decisions_to_steps() {
    let app = &mut sample();
    let id = issue(app, "通院の足", "case_review");
    let all = read(app, "list_meetings", json!({ "body": "mieruka", "year": null }));
    let at = list(&all).iter().rfind(|m| m["date"].as_str() < Some("2026-10-01")).unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let item = decided(app, &at, &id);

    let draft = read(app, "issue_draft", json!({ "entry": OTHER }));
    assert_eq!((&draft["inlet"], &draft["title"]), (&json!("case_review"), &json!("通学でも同じ声がある")));
    assert_eq!((&draft["meeting"], &draft["item"]), (&json!(at), &item));
    let mut ask = form("通学の足", "case_review");
    ask["received_on"] = draft["received_on"].clone();
    ask["source"] = json!({ "entry": OTHER });
    let new = write(app, "add_issue", ask)["output"].clone();
    assert_eq!(read(app, "step_draft", json!({ "entry": OTHER })), Value::Null, "no decision");

    read(app, "set_decision", json!({ "entry": ENTRY, "kind": "approved" }));
    let draft = read(app, "step_draft", json!({ "entry": ENTRY }));
    assert_eq!(
        (&draft["issue"], &draft["stage"], &draft["text"]),
        (&json!(id), &json!("sorting"), &json!("整理の対象とする。"))
    );
    let mut ask = step(&id, "R8.10.1", "sorting");
    ask["entry"] = json!(ENTRY);
    write(app, "record_issue_step", ask);
    let last = list(&page(app, &id)["steps"]).last().unwrap().clone();
    assert_eq!((&last["meeting"], &last["item"], &last["entry"]), (&json!(at), &item, &json!(ENTRY)));

    let found = read(app, "meeting_issues", json!({ "meeting": at }));
    let how = |how: &str, issue: &Value| list(&found).iter().any(|r| r["how"] == how && r["issue"] == *issue);
    assert!(how("raised", &new) && how("step", &json!(id)) && how("item", &json!(id)), "{found}");
    // Without its item and its minutes, the step stays; undo brings all of it back.
    write(app, "remove_agenda_item", json!({ "item": item }));
    write(app, "remove_minutes", json!({ "meeting": at }));
    let last = list(&page(app, &id)["steps"]).last().unwrap().clone();
    assert_eq!((&last["meeting"], &last["entry"]), (&json!(at), &Value::Null));
}

#[test]
fn an_open_issue_comes_back_in_the_next_agenda() {
    let app = &mut sample();
    let id = issue(app, "通院の足", "case_review");
    let add = |app: &mut App, day: &str| {
        let ask = json!({ "body": "chiiki", "date": day, "start": "14:00", "end": "16:00", "place": "会議室" });
        read(app, "add_meeting", ask)["output"].as_str().unwrap().to_owned()
    };
    let mut ask = step(&id, "R8.9.30", "theme");
    ask["kind"] = json!("deliberation_request");
    ask["owner"] = json!("chiiki");
    read(app, "record_issue_step", ask);
    let next = add(app, "R9.3.29");
    let offers = read(app, "agenda_offers", json!({ "meeting": next }));
    let offer = list(&offers).iter().find(|o| o["id"] == json!(id)).expect("it is offered");
    assert!(offer["reason"].as_str().unwrap().contains("協議の議題"), "{offer}");
    write(app, "fill_agenda", json!({ "meeting": next }));
    let items = read(app, "list_agenda", json!({ "meeting": next }))["items"].clone();
    let item = list(&items).iter().find(|i| i["issue"]["issue"] == json!(id)).expect("it comes by itself").clone();
    assert_eq!((&item["title"], &item["kind"]), (&json!("通院の足について"), &json!("deliberation")));

    // Still open after that meeting, it comes again; what is finished does not.
    let third = add(app, "R9.3.30");
    let back = |app: &mut App| {
        let planned = read(app, "agenda_preview", json!({ "meeting": third }));
        list(&planned["items"]).iter().any(|i| i["title"] == "通院の足について")
    };
    assert!(back(app));
    read(app, "record_issue_step", step(&id, "R8.10.1", "closed"));
    assert!(!back(app));
}

/// However an issue is led, split and merged by what the rules allow, its stage is that of its
/// last step, and undo goes back to the first letter.
#[test]
fn v17_any_way_that_the_rules_allow_is_undone_to_the_letter() {
    let app = &mut sample();
    let at = plenary(app);
    let before = dump(app);
    let mut ids = vec![issue(app, "一", "case_review"), issue(app, "二", "steering")];
    let stages =
        ["sorting", "theme", "deliberating", "reported", "approved", "continued", "returned", "proposed", "closed"];
    let (mut seed, mut changes) = (7_usize, 2);
    let mut roll = |of: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % of
    };
    for _ in 0..60 {
        let id = ids[roll(ids.len())].clone();
        let ask = match roll(10) {
            0 => (
                "split_issue",
                json!({ "issue": id, "day": "R8.6.24", "reason": "分ける", "close": roll(2) == 0,
                "parts": [{ "title": "甲" }, { "title": "乙" }] }),
            ),
            1 => (
                "merge_issues",
                json!({ "issues": [id, ids[roll(ids.len())]], "new": { "title": "丙" },
                "day": "R8.6.24", "reason": "まとめる" }),
            ),
            2 => (
                "follow_issue",
                json!({ "issue": id, "day": "R8.6.24", "reason": "続ける", "close": roll(2) == 0, "new": { "title": "丁" } }),
            ),
            kind => {
                let mut ask = step(&id, "R8.6.24", stages[roll(stages.len())]);
                ask["meeting"] = json!(at);
                ask["owner"] = json!("chiiki");
                ask["text"] = json!("記録");
                let kinds = ["ordinary", "sorting_request", "deliberation_request", "reopened"];
                ask["kind"] = json!(kinds[if kind > 5 { 0 } else { kind - 2 }]);
                ("record_issue_step", ask)
            }
        };
        let Ok(done) = dispatch(app, ask.0, ask.1) else { continue };
        changes += 1;
        match &done["output"] {
            Value::Array(new) => ids.extend(new.iter().map(|i| i.as_str().unwrap().to_owned())),
            Value::String(new) => ids.push(new.clone()),
            _ => {}
        }
        for id in &ids {
            let shown = page(app, id);
            let last = list(&shown["steps"]).last().unwrap().clone();
            assert_eq!(shown["item"]["stage"], last["stage"]);
        }
    }
    assert!(changes > 20, "most of what is asked is allowed: {changes}");
    for _ in 0..changes {
        app.undo().unwrap();
    }
    assert_eq!(dump(app), before);
}

#[test]
fn what_is_wrong_with_one_of_several_parts_says_with_which() {
    let app = &mut sample();
    let issue = read(app, "list_issues", json!({ "open": true, "overdue": false }))[0]["id"].clone();
    let form = json!({
        "issue": issue, "day": "R8.9.30", "meeting": null, "reason": "分ける", "close": false,
        "parts": [{ "title": "一つ目" }, { "title": "二\u{7}つ目" }],
    });
    let found = refused(app, "split_issue", form);
    assert_eq!(found.field.as_deref(), Some("part2_title"));
    assert!(found.message.starts_with("2番目の課題："), "{}", found.message);
    assert_eq!(found.code, "text_control");
}
