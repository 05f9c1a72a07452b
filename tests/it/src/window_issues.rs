//! Issues, proposals and the ledger of issued documents, as their screens use them.

use entaku_app::commands::dispatch;
use entaku_app::issued::Leaving;
use entaku_app::printing::Format;
use entaku_app::{App, WireError};
use entaku_documents::Audience;
use entaku_domain::issued::Way;
use entaku_support::{CLOCK, dump, sample, with_undo};
use serde_json::{Value, json};

fn read(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {}", e.to_wire().message))
}

fn refused(app: &mut App, name: &str, args: Value) -> WireError {
    let before = dump(app);
    let error = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(dump(app), before, "a refusal changes nothing");
    assert!(!error.message.is_empty() && !error.hint.is_empty());
    error
}

fn all(overdue: bool) -> Value {
    json!({ "year": null, "body": null, "field": null, "inlet": null, "open": false, "overdue": overdue, "text": null })
}

/// The sample's issue with a number.
fn issue(app: &mut App, number: &str) -> Value {
    let list = read(app, "list_issues", all(false));
    list.as_array().unwrap().iter().find(|i| i["number"] == number).unwrap_or_else(|| panic!("no {number}")).clone()
}

fn id_of(app: &mut App, number: &str) -> String {
    issue(app, number)["id"].as_str().unwrap().to_owned()
}

fn form(title: &str, received_on: &str) -> Value {
    json!({
        "received_on": received_on, "number": null, "title": title, "gist": "", "background": "", "resources": "",
        "measures": "", "field": "移動", "level": "city", "inlet": "case_review", "raised_by": null,
        "owner": "mieruka", "due_on": null
    })
}

fn step(issue: &str, day: &str, stage: &str, meeting: Option<&str>) -> Value {
    json!({ "issue": issue, "day": day, "stage": stage, "body": null, "meeting": meeting, "text": "", "owner": null })
}

fn meeting_on(app: &mut App, body: &str, date: &str) -> String {
    let all = read(app, "list_meetings", json!({ "body": body, "year": null }));
    let found = all.as_array().unwrap().iter().find(|m| m["date"] == date).unwrap().clone();
    found["id"].as_str().unwrap().to_owned()
}

#[test]
fn the_list_is_filtered_and_found_however_it_is_typed() {
    let app = &mut sample();
    let list = read(app, "list_issues", all(false));
    let list = list.as_array().unwrap();
    assert_eq!(list.len(), 42);
    assert_eq!(list[0]["year"], 2026, "the latest year comes first");
    let narrowed = |app: &mut App, field: &str, value: Value| {
        let mut args = all(false);
        args[field] = value;
        read(app, "list_issues", args).as_array().unwrap().clone()
    };
    let open = narrowed(app, "open", json!(true));
    assert!(open.len() < 42 && open.iter().all(|i| i["stage"] != "closed" && i["stage"] != "reflected"));
    assert!(narrowed(app, "year", json!("R7")).iter().all(|i| i["year"] == 2025));
    assert!(narrowed(app, "inlet", json!("partner")).iter().all(|i| i["origin"].as_str().unwrap().contains('（')));
    assert!(narrowed(app, "body", json!("kodomo")).iter().all(|i| i["owner"] == "kodomo"));
    assert!(narrowed(app, "field", json!("移動")).iter().all(|i| i["field"] == "移動"));
    let found = narrowed(app, "text", json!("ｒ８－１"));
    assert!(found.iter().any(|i| i["number"] == "R8-1"), "by its number");
    assert!(!narrowed(app, "text", json!("ピアサポーター")).is_empty());
    assert!(narrowed(app, "text", json!("どこにもない言葉")).is_empty());
    let late = read(app, "list_issues", all(true));
    let late = late.as_array().unwrap();
    assert!(!late.is_empty() && late.iter().all(|i| i["due_on"].as_str().unwrap() < "2026-10-01"));
    let words = read(app, "issue_words", json!({}));
    assert_eq!(words["stages"].as_array().unwrap().len(), 12);
    assert_eq!(words["years"], json!([2026, 2025, 2024]));
}

#[test]
fn an_issue_is_taken_up_with_the_next_number() {
    let app = &mut sample();
    let next = read(app, "next_issue_number", json!({ "received_on": "R8.10.1" }));
    assert_eq!((next["label"].as_str(), next["year"].as_i64()), (Some("R8-25"), Some(2026)));
    let id = with_undo(app, |app| read(app, "add_issue", form("駅の手すり", "R8.10.1"))["output"].clone());
    let page = read(app, "issue_page", json!({ "issue": id }));
    assert_eq!((page["item"]["number"].as_str(), page["item"]["stage"].as_str()), (Some("R8-25"), Some("received")));
    assert_eq!(page["steps"].as_array().unwrap().len(), 1);
    assert_eq!(page["next"][0]["code"], "sorting");

    let mut again = form("駅の手すり", "R8.10.1");
    again["number"] = json!(25);
    assert_eq!(refused(app, "add_issue", again).field.as_deref(), Some("number"));
    assert_eq!(refused(app, "add_issue", form("", "R8.10.1")).code, "text_empty");
    assert_eq!(refused(app, "add_issue", form("来月のこと", "R8.11.1")).field.as_deref(), Some("received_on"));
    assert_eq!(refused(app, "add_issue", form("日付なし", "いつか")).code, "bad_day");
    let mut due = form("期限が先", "R8.10.1");
    due["due_on"] = json!("R8.9.30");
    assert_eq!(refused(app, "add_issue", due).field.as_deref(), Some("due_on"));
}

#[test]
fn a_record_is_mended_and_the_receipt_follows() {
    let app = &mut sample();
    let id = id_of(app, "R8-24");
    let mut record = form("通学の支援の説明", "R8.4.20");
    record["inlet"] = json!("partner");
    record["owner"] = json!("kodomo");
    with_undo(app, |app| read(app, "update_issue", json!({ "issue": id, "record": record })));
    let page = read(app, "issue_page", json!({ "issue": id }));
    assert_eq!(page["item"]["title"], "通学の支援の説明");
    assert_eq!(page["item"]["stage"], "deliberating", "the stage is the steps'");
    assert_eq!(page["steps"][0]["on"], "2026-04-20");
    let late = json!({ "issue": id, "record": form("遅い受付", "R8.6.1") });
    assert_eq!(refused(app, "update_issue", late).field.as_deref(), Some("received_on"));
    let nobody = json!({ "issue": "x", "record": form("ない課題", "R8.4.1") });
    assert_eq!(refused(app, "update_issue", nobody).code, "unknown_record");
}

#[test]
fn v17_steps_follow_the_way_and_a_proposal_needs_approval() {
    let app = &mut sample();
    let id = id_of(app, "R8-1");
    let early = refused(app, "record_issue_step", step(&id, "R8.9.30", "proposed", None));
    assert!(early.message.contains("承認"), "{}", early.message);
    assert_eq!((early.code.as_str(), early.field.as_deref()), ("rule", Some("stage")));
    let subcommittee = meeting_on(app, "chiiki", "2026-07-22");
    let wrong = refused(app, "record_issue_step", step(&id, "R8.9.30", "approved", Some(&subcommittee)));
    assert!(wrong.message.contains("全体会"), "{}", wrong.message);
    let unnamed = refused(app, "record_issue_step", step(&id, "R8.9.30", "approved", None));
    assert_eq!(unnamed.field.as_deref(), Some("meeting"));
    let future = refused(app, "record_issue_step", step(&id, "R8.10.2", "reported", None));
    assert_eq!(future.field.as_deref(), Some("day"));

    let plenary = meeting_on(app, "zentaikai", "2026-06-24");
    let skipped =
        with_undo(app, |app| read(app, "record_issue_step", step(&id, "R8.6.24", "approved", Some(&plenary))));
    assert!(skipped["notices"][0].as_str().unwrap().contains("ふつう進みません"), "{skipped}");
    assert_eq!(skipped["tags"], json!(["issue"]));
    assert_eq!(issue(app, "R8-1")["stage"], "approved", "of one day, the one recorded later counts");
    with_undo(app, |app| read(app, "record_issue_step", step(&id, "R8.9.30", "proposed", None)));
    let page = read(app, "issue_page", json!({ "issue": id }));
    let steps = page["steps"].as_array().unwrap();
    assert_eq!(steps.last().unwrap()["removable"], true);
    assert_eq!(steps.iter().filter(|s| s["removable"] == true).count(), 1);
}

#[test]
fn only_the_latest_step_is_taken_out() {
    let app = &mut sample();
    let id = id_of(app, "R8-1");
    let steps = read(app, "issue_page", json!({ "issue": id }))["steps"].as_array().unwrap().clone();
    let of = |at: usize| json!({ "step": steps[at]["id"] });
    refused(app, "remove_issue_step", of(0));
    refused(app, "remove_issue_step", of(1));
    assert_eq!(refused(app, "remove_issue_step", json!({ "step": "x" })).code, "unknown_record");
    with_undo(app, |app| read(app, "remove_issue_step", of(steps.len() - 1)));
    assert_eq!(issue(app, "R8-1")["stage"], steps[steps.len() - 2]["stage"]);
}

#[test]
fn v18_a_partner_is_told_before_its_issue_is_closed() {
    let app = &mut sample();
    let id = id_of(app, "R8-2");
    let close = || step(&id, "R8.9.30", "closed", None);
    let silent = refused(app, "record_issue_step", close());
    assert!(silent.message.contains("フィードバック"), "{}", silent.message);
    let feedback = |on: Option<&str>, reason: Option<&str>| json!({ "issue": id, "on": on, "reason": reason });
    assert_eq!(refused(app, "set_feedback", feedback(Some("R8.10.2"), None)).field.as_deref(), Some("on"));
    refused(app, "set_feedback", feedback(Some("R8.4.1"), None));
    with_undo(app, |app| read(app, "set_feedback", feedback(None, Some("団体から取下げの申出があったため"))));
    let done = with_undo(app, |app| read(app, "record_issue_step", close()));
    assert!(done["notices"][0].as_str().unwrap().contains("取下げ"), "the reason is told: {done}");
    refused(app, "set_feedback", feedback(None, None));
    with_undo(app, |app| read(app, "set_feedback", feedback(Some("R8.9.30"), None)));
    let page = read(app, "issue_page", json!({ "issue": id }));
    assert_eq!((page["feedback_on"].as_str(), page["no_feedback"].as_str()), (Some("2026-09-30"), None));
}

#[test]
fn issues_are_joined_with_a_reason() {
    let app = &mut sample();
    let (one, two) = (id_of(app, "R8-17"), id_of(app, "R8-8"));
    let join =
        |from: &str, to: &str, reason: &str| json!({ "from": from, "to": to, "kind": "merged", "reason": reason });
    assert_eq!(refused(app, "link_issues", join(&one, &two, "")).code, "text_empty");
    assert_eq!(refused(app, "link_issues", join(&one, &one, "同じ")).field.as_deref(), Some("to"));
    let done = with_undo(app, |app| read(app, "link_issues", join(&one, &two, "同じ家族の支援として扱う")));
    assert!(done["notices"][0].as_str().unwrap().contains("終結していません"), "{done}");
    refused(app, "link_issues", join(&one, &two, "もう一度"));
    let page = read(app, "issue_page", json!({ "issue": one }));
    assert_eq!(page["links"][0]["relation"], "統合先の課題");
    let other = read(app, "issue_page", json!({ "issue": two }));
    assert_eq!(other["links"][0]["relation"], "この課題に統合した課題");
    with_undo(app, |app| read(app, "unlink_issues", join(&one, &two, "")));
    assert_eq!(refused(app, "unlink_issues", join(&one, &two, "")).code, "unknown_record");
}

#[test]
fn v21_what_points_at_a_person_is_noticed_while_it_is_typed_and_when_it_is_saved() {
    let app = &mut sample();
    let look =
        |app: &mut App, text: &str| read(app, "look_at_text", json!({ "text": text })).as_array().unwrap().clone();
    assert!(look(app, "移動支援の担い手が足りない。").is_empty());
    let found = look(app, "佐藤さん（平成12年4月5日生）の通院、0467-00-0000");
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found.iter().all(|f| f["rule"] == "V21" && !f["hint"].as_str().unwrap().is_empty()));
    let mut record = form("通院の足", "R8.10.1");
    record["gist"] = json!("佐藤さんの通院");
    let done = with_undo(app, |app| read(app, "add_issue", record));
    assert!(done["notices"][0].as_str().unwrap().contains("課題の要旨"), "{done}");
    let page = read(app, "issue_page", json!({ "issue": done["output"] }));
    assert!(page["remarks"].as_array().unwrap().iter().any(|r| r["rule"] == "V21"));
}

#[test]
fn the_sample_keeps_its_own_rules() {
    let app = &mut sample();
    let list = read(app, "list_issues", all(false));
    for row in list.as_array().unwrap() {
        let page = read(app, "issue_page", json!({ "issue": row["id"] }));
        let wrong = page["remarks"].as_array().unwrap().iter().find(|r| r["weight"] == "error");
        assert_eq!(wrong, None, "{}", row["number"]);
        let last = page["steps"].as_array().unwrap().last().unwrap()["stage"].clone();
        assert_eq!(last, row["stage"], "{}", row["number"]);
    }
    let proposals = read(app, "list_proposals", json!({}));
    let proposals = proposals.as_array().unwrap();
    assert_eq!(proposals.len(), 7);
    assert_eq!((proposals[0]["state"].as_str(), &proposals[0]["delivered_on"]), (Some("draft"), &Value::Null));
    assert!(proposals.iter().filter(|p| p["delivered_on"].is_string()).all(|p| p["approved"] == true));
}

const PDF: &[u8] = b"%PDF-1.7 a roster";

fn leaving(words: &str) -> Leaving<'_> {
    Leaving {
        kind: "roster",
        title: "全体会　委員名簿",
        name: "名簿.pdf",
        audience: Some(Audience::Public),
        way: Way::Printed,
        place: None,
        pages: Some(2),
        words,
        again: None,
        set: None,
        bytes: PDF,
    }
}

fn ledger(app: &mut App) -> Vec<Value> {
    let every = json!({ "year": null, "kind": null, "readers": null, "text": null });
    read(app, "list_issued", every).as_array().unwrap().clone()
}

/// Somebody of the plenary, by identifier and name.
fn somebody(app: &mut App) -> (String, String) {
    let members = read(app, "list_members", json!({ "body": "全体会", "on": "2026-10-14" }));
    let member = &members.as_array().unwrap()[0];
    (member["person"].as_str().unwrap().to_owned(), member["name"].as_str().unwrap().to_owned())
}

#[test]
fn what_left_stands_in_the_ledger_and_not_in_the_way_of_undo() {
    let app = &mut sample();
    read(app, "add_organization", json!({ "name": "円卓の会" }));
    let before = read(app, "list_organizations", json!({})).as_array().unwrap().len();
    let written = app.record_issued(&leaving("")).unwrap().unwrap();
    assert_eq!(written.tags, ["issued"]);
    app.record_issued(&Leaving { way: Way::Saved, place: Some("名簿/名簿.pdf".as_ref()), ..leaving("") }).unwrap();
    let lines = ledger(app);
    assert_eq!(lines.len(), 2);
    assert_eq!((lines[0]["time"].as_u64(), lines[1]["time"].as_u64()), (Some(2), Some(1)));
    assert_eq!((&lines[0]["way_label"], &lines[0]["readers_label"]), (&json!("保存"), &json!("公表用")));
    assert_eq!(lines[0]["pages"], 2);
    assert_eq!(app.issued_file(written.output).unwrap().bytes, PDF, "a reprint is the same");
    app.undo().unwrap();
    let left = read(app, "list_organizations", json!({})).as_array().unwrap().len();
    assert_eq!(left, before - 1, "Ctrl+Z takes back the organisation, not the document");
    assert_eq!(ledger(app).len(), 2);
    app.redo().unwrap();
    let of = |kind: &str| json!({ "year": "R8", "kind": kind, "readers": "public", "text": "めいぼ" });
    assert!(read(app, "list_issued", of("roster")).as_array().unwrap().is_empty(), "kanji is not read as kana");
    let text = json!({ "year": "R8", "kind": null, "readers": null, "text": "名簿" });
    assert_eq!(read(app, "list_issued", text).as_array().unwrap().len(), 2);
    let none = json!({ "year": "R7", "kind": null, "readers": null, "text": null });
    assert!(read(app, "list_issued", none).as_array().unwrap().is_empty());
}

#[test]
fn an_erasure_answers_what_is_kept_and_the_office_may_take_it_away() {
    let app = &mut sample();
    let (person, name) = somebody(app);
    app.record_issued(&leaving(&format!("1 {}", name.replace('　', " ")))).unwrap();
    app.record_issued(&Leaving { bytes: b"other", ..leaving("nobody") }).unwrap();
    let naming = read(app, "issued_naming", json!({ "person": person }));
    assert_eq!(naming.as_array().unwrap().len(), 1);
    let erased = read(app, "purge_person", json!({ "person": person, "confirmed": true }));
    assert_eq!(erased["output"]["issued"].as_array().unwrap().len(), 1, "{erased}");
    let line = naming[0]["id"].as_str().unwrap();
    let ask = |confirmed: bool| json!({ "documents": [line], "confirmed": confirmed });
    assert_eq!(refused(app, "drop_issued", ask(false)).code, "not_confirmed");
    assert_eq!(read(app, "drop_issued", ask(true))["output"], 1);
    let lines = ledger(app);
    assert_eq!(lines.len(), 2, "the lines stay");
    assert_eq!(lines.iter().filter(|l| l["kept"] == true).count(), 1);
    let gone = entaku_app::commands::issued(line).unwrap();
    assert_eq!(app.issued_file(gone).unwrap_err().code(), "unknown_record");
    assert!(read(app, "issued_naming", json!({ "person": person })).as_array().unwrap().is_empty());
    let unknown = json!({ "documents": ["x"], "confirmed": true });
    assert_eq!(refused(app, "drop_issued", unknown).code, "unknown_record");
}

#[test]
fn where_nothing_may_be_written_a_document_leaves_without_a_line() {
    let folder = tempfile::tempdir().unwrap();
    drop(App::create_sample(folder.path(), CLOCK, "事務局").unwrap());
    let mut app = App::open(folder.path(), entaku_store::Access::ReadOnly, CLOCK, "事務局").unwrap();
    assert!(app.record_issued(&leaving("")).unwrap().is_none());
    assert!(ledger(&mut app).is_empty());
}

#[test]
fn what_shift_jis_would_lose_is_told_before() {
    let app = &mut sample();
    let roster = json!({ "kind": "roster", "body": "全体会", "on": "R8.10.14", "audience": "internal" });
    let lost = read(app, "lost_characters", roster);
    let lost = lost.as_array().unwrap();
    assert!(lost.iter().any(|l| l["code_points"] == "U+20BB7" && l["replacement"] == "〓"), "{lost:?}");
    assert!(lost.iter().all(|l| l["item"] != "⑴"), "(1) says the same: nobody is asked, {lost:?}");
    let table = json!({ "kind": "issue_table", "audience": "public" });
    read(app, "lost_characters", table);
    assert_eq!(refused(app, "lost_characters", json!({ "kind": "letters" })).code, "bad_request");
}

#[test]
fn the_ledger_and_the_table_of_issues_leave_as_tables() {
    let app = &mut sample();
    app.record_issued(&leaving("")).unwrap();
    let export = |app: &App, ask: Value, format| {
        let ready = app.document(&serde_json::from_value(ask).unwrap()).unwrap();
        let made = ready.export(format, entaku_sheets::Fallback::Refuse).unwrap().unwrap();
        (made.name, String::from_utf8(made.bytes).unwrap())
    };
    let (name, csv) = export(app, json!({ "kind": "issued_ledger", "year": "R8" }), Format::Csv);
    assert_eq!(name, "出した文書の台帳_令和8年度_2026-10-01.csv");
    let line = csv.lines().nth(1).unwrap();
    assert!(line.starts_with("1,2026-10-01,12:00,"), "{line}");
    assert!(line.contains("委員名簿") && line.contains("公表用") && line.contains("印刷"), "{line}");
    assert_eq!(csv.lines().count(), 2);
    let (_, none) = export(app, json!({ "kind": "issued_ledger", "year": "R7" }), Format::Csv);
    assert_eq!(none.lines().count(), 1);
    let (name, csv) = export(app, json!({ "kind": "issue_table", "audience": "members", "a4": true }), Format::Csv);
    assert_eq!(name, "課題整理表_委員用_2026-10-01.csv");
    assert!(csv.starts_with("\u{feff}番号,発生元,受付日"), "{}", &csv[..60]);
}
