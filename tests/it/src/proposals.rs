//! Proposals from the draft to what came of them, with their issues (V17, V20), and what is
//! told to those who raised issues (V18).

use entaku_app::commands::{LetterBatch, LetterOutside, LetterTo, dispatch};
use entaku_app::printing::{AudienceName, Document, Format};
use entaku_app::{App, WireError};
use entaku_sheets::Fallback;
use entaku_support::{dump, sample, with_undo};
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

fn all() -> Value {
    json!({ "year": null, "body": null, "field": null, "inlet": null, "open": false, "overdue": false, "text": null })
}

fn issue(app: &mut App, number: &str) -> Value {
    let list = read(app, "list_issues", all());
    list.as_array().unwrap().iter().find(|i| i["number"] == number).unwrap_or_else(|| panic!("no {number}")).clone()
}

fn stage(app: &mut App, id: &str) -> String {
    let page = read(app, "issue_page", json!({ "issue": id }));
    page["item"]["stage"].as_str().unwrap().to_owned()
}

fn meeting_on(app: &mut App, body: &str, date: &str) -> String {
    let all = read(app, "list_meetings", json!({ "body": body, "year": null }));
    let found = all.as_array().unwrap().iter().find(|m| m["date"] == date).unwrap().clone();
    found["id"].as_str().unwrap().to_owned()
}

fn proposal(app: &mut App, title: &str) -> Value {
    let list = read(app, "list_proposals", json!({}));
    list.as_array().unwrap().iter().find(|p| p["title"] == title).unwrap_or_else(|| panic!("no {title}")).clone()
}

fn form(title: &str, issues: &[String], expected: Option<&str>) -> Value {
    json!({
        "kind": "proposal", "title": title, "issues": issues, "expected": expected, "addressee": "市長",
        "parts": [{ "kind": "foreword", "text": "辻󠄀堂の方から。" }, { "kind": "proposal", "text": "#panic(\"x\")を求める。" }],
        "figures": [{ "label": "待機", "value": "12人", "source": "市の調べ" }],
    })
}

fn page(app: &mut App, id: &str) -> Value {
    read(app, "proposal_page", json!({ "proposal": id }))
}

/// A notice of a write, by a word in it.
fn notes(done: &Value, word: &str) -> bool {
    done["notices"].as_array().unwrap().iter().any(|n| n.as_str().unwrap().contains(word))
}

#[test]
fn v17_a_proposal_goes_its_way_and_takes_its_issues_along() {
    let app = &mut sample();
    let plenary = meeting_on(app, "zentaikai", "2026-06-24");
    let steering = meeting_on(app, "unei", "2026-05-27");
    let number = issue(app, "R8-8")["id"].as_str().unwrap().to_owned();
    let done = with_undo(app, |app| {
        read(app, "add_proposal", form("案内を一つにすることについて", std::slice::from_ref(&number), None))
    });
    let id = done["output"].as_str().unwrap().to_owned();
    let found = page(app, &id);
    assert_eq!((found["row"]["number"].as_str(), found["row"]["state"].as_str()), (Some("提案第3号"), Some("draft")));
    assert_eq!(refused(app, "deliver_proposal", json!({ "proposal": id, "on": "R8.7.1" })).code, "rule");
    let wrong = refused(app, "approve_proposal", json!({ "proposal": id, "meeting": steering }));
    assert_eq!(wrong.field.as_deref(), Some("meeting"));
    refused(app, "approve_proposal", json!({ "proposal": id, "on": "R8.6.24" }));
    with_undo(app, |app| read(app, "approve_proposal", json!({ "proposal": id, "meeting": plenary })));
    assert_eq!(stage(app, &number), "approved");
    refused(app, "answer_proposal", json!({ "proposal": id, "on": "R8.9.1", "answer": "" }));
    let deliver = json!({ "proposal": id, "on": "R8.7.10", "how": "hand", "answer_due": "R8.10.30" });
    with_undo(app, |app| read(app, "deliver_proposal", deliver.clone()));
    assert_eq!(stage(app, &number), "proposed");
    // A day that was mistyped is recorded anew: one step, not two.
    with_undo(app, |app| read(app, "deliver_proposal", json!({ "proposal": id, "on": "R8.7.13", "how": "post" })));
    let steps = read(app, "issue_page", json!({ "issue": number }))["steps"].clone();
    let proposed: Vec<&Value> = steps.as_array().unwrap().iter().filter(|s| s["stage"] == "proposed").collect();
    assert_eq!((proposed.len(), proposed[0]["on"].as_str()), (1, Some("2026-07-13")));
    refused(app, "approve_proposal", json!({ "proposal": id }));
    refused(app, "remove_proposal", json!({ "proposal": id }));
    with_undo(app, |app| {
        read(app, "answer_proposal", json!({ "proposal": id, "on": "R8.9.1", "answer": "検討する。" }))
    });
    assert_eq!(stage(app, &number), "answered");
    let settle = json!({
        "proposal": id, "on": "R8.9.30", "outcome": "reflected", "measure": "窓口に置いた",
        "plan_words": "相談支援", "budget_year": "R9", "budget_line": "案内作成費",
    });
    with_undo(app, |app| read(app, "settle_proposal", settle));
    assert_eq!(stage(app, &number), "reflected");
    let outcome = page(app, &id)["row"]["outcome"].as_str().unwrap().to_owned();
    assert!(outcome.contains("予算「案内作成費」"), "{outcome}");
    // Back again, one after the other.
    for (name, args) in [
        ("settle_proposal", json!({ "proposal": id })),
        ("answer_proposal", json!({ "proposal": id })),
        ("deliver_proposal", json!({ "proposal": id })),
        ("approve_proposal", json!({ "proposal": id })),
        ("remove_proposal", json!({ "proposal": id })),
    ] {
        with_undo(app, |app| read(app, name, args.clone()));
    }
    assert_eq!(stage(app, &number), "deliberating");
}

#[test]
fn a_proposal_ends_in_an_item_of_a_plan_which_is_then_kept() {
    let app = &mut sample();
    let id = proposal(app, "退院後の住まいの相談の流れについて")["id"].clone();
    let plan = read(app, "plan_list", json!({}))["plans"][0]["id"].clone();
    let form = json!({ "plan": plan, "number": "9-(9)", "title": "住まいの相談", "target": "" });
    let new = read(app, "save_plan_item", form)["output"].clone();
    let items = read(app, "proposal_words", json!({}))["items"].clone();
    let item = items.as_array().unwrap().iter().find(|i| i["item"] == new).unwrap().clone();
    let unknown = json!({ "proposal": id, "on": "R8.9.1", "outcome": "partly", "plan_item": id });
    assert_eq!(refused(app, "settle_proposal", unknown).code, "unknown_record");
    let settle = json!({ "proposal": id, "on": "R8.9.1", "outcome": "partly", "plan_item": item["item"] });
    with_undo(app, |app| read(app, "settle_proposal", settle.clone()));
    let found = page(app, id.as_str().unwrap());
    assert_eq!(found["ended_in"], item);
    assert!(found["row"]["outcome"].as_str().unwrap().contains(item["label"].as_str().unwrap()), "{found}");
    let kept = refused(app, "remove_plan_item", json!({ "item": item["item"] }));
    assert!(kept.message.contains("提案第"), "{}", kept.message);
    let paper =
        Document::Proposal { proposal: id.as_str().unwrap().into(), audience: AudienceName::Members, confirmed: None };
    let text = text_of(app, &paper);
    assert!(text.contains("提出後の経過") && text.contains(item["label"].as_str().unwrap()), "{text}");
    let issue = found["row"]["issues"][0]["id"].as_str().unwrap().to_owned();
    let card =
        Document::IssueCards { issues: Some(vec![issue]), on: None, audience: AudienceName::Members, confirmed: None };
    assert!(text_of(app, &card).contains(item["label"].as_str().unwrap()));
}

#[test]
fn a_proposal_is_withdrawn_for_a_reason_and_leaves_its_issues_where_they_are() {
    let app = &mut sample();
    let found = proposal(app, "相談支援専門員の確保について");
    let (id, number) = (found["id"].clone(), found["issues"][0]["id"].as_str().unwrap().to_owned());
    let before = stage(app, &number);
    let form = |on: Option<&str>, reason: &str| {
        json!({
            "proposal": id, "on": on, "outcome": "withdrawn", "measure": reason, "plan_words": "どこにもない",
            "budget_line": "ない",
        })
    };
    assert_eq!(refused(app, "settle_proposal", form(Some("R8.9.1"), " ")).field.as_deref(), Some("measure"));
    assert_eq!(refused(app, "settle_proposal", form(Some("R8.7.1"), "早い")).field.as_deref(), Some("on"));
    with_undo(app, |app| read(app, "settle_proposal", form(Some("R8.9.1"), "市が先に　始めたため")));
    let after = page(app, id.as_str().unwrap());
    assert_eq!(
        (after["row"]["state_label"].as_str(), after["row"]["overdue"].as_bool()),
        (Some("取下げ"), Some(false))
    );
    assert!(after["row"]["outcome"].as_str().unwrap().contains("市が先に"), "{after}");
    assert_eq!((after["plan_words"].as_str(), after["budget_line"].as_str()), (Some(""), Some("")));
    assert_eq!(stage(app, &number), before);
    let refusal = refused(app, "deliver_proposal", json!({ "proposal": id, "on": "R8.8.1" }));
    assert!(refusal.message.contains("取り下げ"), "{}", refusal.message);
    // What is only a draft is withdrawn too, since its number has been told.
    let draft = proposal(app, "こどもの支援の情報の届け方について")["id"].clone();
    let withdrawn = json!({ "proposal": draft, "on": "R8.9.1", "outcome": "withdrawn", "measure": "部会で見直す" });
    with_undo(app, |app| read(app, "settle_proposal", withdrawn));
    refused(app, "approve_proposal", json!({ "proposal": draft, "on": "R8.9.2" }));
    with_undo(app, |app| read(app, "settle_proposal", json!({ "proposal": draft })));
    assert_eq!(page(app, draft.as_str().unwrap())["row"]["state"], "draft");
}

#[test]
fn v20_what_misses_the_budget_is_said_while_it_is_drafted() {
    let app = &mut sample();
    let (second, third) = (meeting_on(app, "zentaikai", "2026-10-14"), meeting_on(app, "zentaikai", "2027-02-17"));
    let late = with_undo(app, |app| read(app, "add_proposal", form("遅い案", &[], Some(&third))));
    assert!(notes(&late, "令和9年度（2027年度）予算には間に合いません"), "{late}");
    assert!(notes(&late, "令和10年度（2028年度）予算"), "{late}");
    let in_time = read(app, "add_proposal", form("間に合う案", &[], Some(&second)));
    assert!(!notes(&in_time, "間に合いません"));
    let today = read(app, "today", json!({}));
    let tasks: Vec<&str> = today["tasks"].as_array().unwrap().iter().filter_map(|t| t["what"].as_str()).collect();
    assert!(tasks.iter().any(|t| t.contains("遅い案")), "{tasks:?}");
    assert!(!tasks.iter().any(|t| t.contains("間に合う案")));
    // A meeting on which a draft counts is not removed unseen.
    let refusal = refused(app, "remove_meeting", json!({ "meeting": third }));
    assert_eq!(refusal.code, "rule");
}

#[test]
fn numbers_and_texts_are_checked_at_their_fields() {
    let app = &mut sample();
    let taken = json!({ "kind": "proposal", "title": "題", "addressee": "市長", "number": 1, "year": "R8" });
    assert_eq!(refused(app, "add_proposal", taken).field.as_deref(), Some("number"));
    let empty = json!({ "kind": "proposal", "title": " ", "addressee": "市長" });
    assert_eq!(refused(app, "add_proposal", empty).field.as_deref(), Some("title"));
    let nobody = json!({ "kind": "proposal", "title": "題", "addressee": "" });
    assert_eq!(refused(app, "add_proposal", nobody).field.as_deref(), Some("addressee"));
    let unknown = json!({ "kind": "wish", "title": "題", "addressee": "市長" });
    refused(app, "add_proposal", unknown);
    let opinion = json!({ "kind": "opinion", "title": "題", "addressee": "市長", "year": "R8" });
    let id = read(app, "add_proposal", opinion)["output"].as_str().unwrap().to_owned();
    assert_eq!(page(app, &id)["row"]["number"], "意見第2号");
    let words = read(app, "proposal_words", json!({}));
    assert!(words["addressees"].as_array().unwrap().iter().any(|a| a == "市長"));
    let change = json!({ "proposal": id, "record": { "kind": "report", "title": "答申", "addressee": "市長" } });
    with_undo(app, |app| read(app, "update_proposal", change));
}

#[test]
fn v18_those_who_raised_issues_are_told_many_at_once() {
    let app = &mut sample();
    let list = read(app, "feedback_page", json!({}));
    let raised: u64 = list["organizations"].as_array().unwrap().iter().map(|o| o["raised"].as_u64().unwrap()).sum();
    let partners = read(app, "list_issues", json!({ "inlet": "partner", "open": false, "overdue": false }));
    assert_eq!(raised, partners.as_array().unwrap().len() as u64);
    let ids: Vec<&str> = partners.as_array().unwrap().iter().filter_map(|i| i["id"].as_str()).collect();
    assert_eq!(refused(app, "record_feedback", json!({ "issues": [], "on": "R8.9.30" })).field.as_deref(), Some("to"));
    assert_eq!(refused(app, "record_feedback", json!({ "issues": ids, "on": "R9.9.30" })).field.as_deref(), Some("on"));
    let done = with_undo(app, |app| read(app, "record_feedback", json!({ "issues": ids, "on": "R8.9.30" })));
    assert_eq!(done["output"], ids.len());
    let list = read(app, "feedback_page", json!({}));
    for one in list["organizations"].as_array().unwrap() {
        assert_eq!((one["owed"].as_u64(), &one["told"]), (Some(0), &one["raised"]), "{one}");
    }
    with_undo(app, |app| read(app, "set_feedback_days", json!({ "days": 14 })));
    assert_eq!(read(app, "feedback_page", json!({ "year": "R8" }))["days"], 14);
    refused(app, "set_feedback_days", json!({ "days": 999 }));
}

#[test]
fn v18_an_outcome_waits_for_the_feedback_and_goes_on_with_it() {
    let app = &mut sample();
    let plenary = meeting_on(app, "zentaikai", "2026-06-24");
    let organization = read(app, "list_organizations", json!({}))[0]["id"].as_str().unwrap().to_owned();
    let receipt = json!({
        "received_on": "R8.4.20", "title": "通院の付き添い", "field": "移動", "level": "city", "inlet": "partner",
        "raised_by": organization, "owner": "zentaikai",
    });
    let raised = read(app, "add_issue", receipt)["output"].as_str().unwrap().to_owned();
    let id = read(app, "add_proposal", form("通院の付き添いについて", std::slice::from_ref(&raised), None))["output"]
        .clone();
    read(app, "approve_proposal", json!({ "proposal": id, "meeting": plenary }));
    read(app, "deliver_proposal", json!({ "proposal": id, "on": "R8.7.1" }));
    read(app, "answer_proposal", json!({ "proposal": id, "on": "R8.8.1", "answer": "広げる。" }));
    let done = read(
        app,
        "settle_proposal",
        json!({ "proposal": id, "on": "R8.8.2", "outcome": "partly", "measure": "時間を延ばした" }),
    );
    assert!(notes(&done, "フィードバック"), "{done}");
    assert_eq!(stage(app, &raised), "answered");
    with_undo(app, |app| read(app, "record_feedback", json!({ "issues": [raised], "on": "R8.9.1" })));
    assert_eq!(stage(app, &raised), "reflected");
}

/// Two issues of two organisations, and the whole of both, which is reflected but for the feedback.
fn merged_and_settled(app: &mut App) -> [String; 3] {
    let plenary = meeting_on(app, "zentaikai", "2026-06-24");
    let organizations = read(app, "list_organizations", json!({}));
    let raise = |app: &mut App, at: usize| {
        let receipt = json!({
            "received_on": "R8.4.20", "title": format!("通院の付き添い{at}"), "field": "移動", "level": "city",
            "inlet": "partner", "raised_by": organizations[at]["id"], "owner": "zentaikai",
        });
        read(app, "add_issue", receipt)["output"].as_str().unwrap().to_owned()
    };
    let (one, two) = (raise(app, 0), raise(app, 1));
    let merge = json!({
        "issues": [one, two], "into": null, "new": { "title": "通院" }, "day": "R8.5.1", "meeting": null, "reason": "同じ",
    });
    let whole = read(app, "merge_issues", merge)["output"].as_str().unwrap().to_owned();
    let id = read(app, "add_proposal", form("通院について", std::slice::from_ref(&whole), None))["output"].clone();
    read(app, "approve_proposal", json!({ "proposal": id, "meeting": plenary }));
    read(app, "deliver_proposal", json!({ "proposal": id, "on": "R8.7.1" }));
    read(app, "answer_proposal", json!({ "proposal": id, "on": "R8.8.1", "answer": "広げる。" }));
    // The whole was raised by the first organisation; the second waits too.
    read(app, "set_feedback", json!({ "issue": one, "on": "R8.8.1", "reason": null }));
    read(app, "set_feedback", json!({ "issue": two, "on": null, "reason": null }));
    let settle = json!({ "proposal": id, "on": "R8.8.2", "outcome": "reflected", "measure": "時間を延ばした" });
    let done = read(app, "settle_proposal", settle);
    assert!(notes(&done, "フィードバック"), "{done}");
    assert_eq!(stage(app, &whole), "answered");
    [one, two, whole]
}

#[test]
fn v18_who_raised_a_part_is_told_with_the_whole_which_waits_for_them() {
    let app = &mut sample();
    let [one, two, whole] = merged_and_settled(app);
    with_undo(app, |app| read(app, "record_feedback", json!({ "issues": [whole], "on": "R8.9.1" })));
    assert_eq!(stage(app, &whole), "reflected");
    for part in [&one, &two] {
        let page = read(app, "issue_page", json!({ "issue": part }));
        assert_eq!(page["feedback_on"], "2026-09-01", "{page}");
    }
    let parts = read(app, "issue_page", json!({ "issue": whole }))["parts"].clone();
    assert_eq!(parts.as_array().unwrap().len(), 2, "{parts}");
    assert!(parts.as_array().unwrap().iter().all(|p| p["told_on"] == "2026-09-01"), "{parts}");
    // A day that was mistyped is mended at the parts too.
    with_undo(app, |app| read(app, "set_feedback", json!({ "issue": whole, "on": "R8.9.2", "reason": null })));
    assert_eq!(read(app, "issue_page", json!({ "issue": two }))["feedback_on"], "2026-09-02");
    let rows = app.store().feedback().unwrap();
    let told = |part: &str| rows.iter().filter(|f| f.issue.to_string() == part).count();
    assert_eq!((told(&one), told(&two)), (2, 1), "what was told earlier stays");
}

#[test]
fn v18_a_reason_ends_the_waiting_too_and_so_does_the_dialog_of_one_issue() {
    let app = &mut sample();
    let [_, two, whole] = merged_and_settled(app);
    let feedback =
        |id: &str, on: Option<&str>, reason: Option<&str>| json!({ "issue": id, "on": on, "reason": reason });
    with_undo(app, |app| read(app, "set_feedback", feedback(&whole, None, Some("団体が解散したため"))));
    assert_eq!(stage(app, &whole), "answered", "the second organisation still waits");
    with_undo(app, |app| read(app, "record_feedback", json!({ "issues": [two], "on": "R8.9.1" })));
    assert_eq!(stage(app, &whole), "reflected");
    for of_whole in [true, false] {
        let app = &mut sample();
        let [_, two, whole] = merged_and_settled(app);
        let (first, last) = if of_whole { (&two, &whole) } else { (&whole, &two) };
        let reason = feedback(first, None, Some("団体が解散したため"));
        with_undo(app, |app| read(app, "set_feedback", reason));
        assert_eq!(stage(app, &whole), "answered");
        with_undo(app, |app| read(app, "set_feedback", feedback(last, Some("R8.9.1"), None)));
        assert_eq!(stage(app, &whole), "reflected");
    }
}

fn text_of(app: &App, document: &Document) -> String {
    let ready = app.document(document).unwrap();
    let made = ready.export(Format::Txt, Fallback::Refuse).unwrap().unwrap();
    String::from_utf8(made.bytes).unwrap()
}

#[test]
fn the_paper_of_a_proposal_says_to_whom_by_whom_and_on_what_it_rests() {
    let app = &mut sample();
    let found = proposal(app, "相談支援専門員の確保について");
    let id = found["id"].as_str().unwrap().to_owned();
    let paper = Document::Proposal { proposal: id.clone(), audience: AudienceName::Members, confirmed: None };
    let text = text_of(app, &paper);
    for word in
        ["宛先：鎌倉市長　様", "会長", "6月24日", "はじめに", "根拠とする数値", "R7-6", "協議の経過", "委員名簿"]
    {
        assert!(text.contains(word), "{word} is missing:\n{text}");
    }
    let docx = app.document(&paper).unwrap().export(Format::Docx, Fallback::Refuse).unwrap().unwrap();
    assert!(docx.name.ends_with(".docx") && docx.bytes.starts_with(b"PK"));
    let letters = LetterBatch {
        letter: "proposal_delivery".into(),
        to: Vec::new(),
        on: None,
        start: None,
        end: None,
        due: None,
        date_style: None,
        numbered: Some(true),
        numbers: None,
        meeting: None,
        outside: Some(LetterOutside { proposal: Some(id.clone()), issues: Vec::new() }),
    };
    let text = text_of(app, &Document::Letters { letters });
    assert!(text.contains("提案第1号") && text.contains("鎌倉市長　様") && text.contains("（予定）"), "{text}");
    assert!(text.contains("確保について（提案）") && !text.contains("についてについて"), "{text}");
    let batch = json!({ "letters": { "letter": "proposal_delivery", "to": [], "outside": { "proposal": id } }, "number": null });
    let taken = read(app, "take_letter_numbers", batch);
    assert_eq!(taken["output"]["numbers"].as_array().unwrap().len(), 1);
}

#[test]
fn letters_of_feedback_go_to_each_organisation_with_what_it_raised() {
    let app = &mut sample();
    let list = read(app, "feedback_page", json!({}));
    let ids: Vec<String> =
        list["organizations"].as_array().unwrap().iter().filter_map(|o| Some(o["id"].as_str()?.to_owned())).collect();
    let letters = LetterBatch {
        letter: "feedback".into(),
        to: ids.iter().map(|id| LetterTo { organization: Some(id.clone()), ..LetterTo::default() }).collect(),
        on: None,
        start: None,
        end: None,
        due: None,
        date_style: None,
        numbered: None,
        numbers: None,
        meeting: None,
        outside: None,
    };
    let text = text_of(app, &Document::Letters { letters });
    for one in list["organizations"].as_array().unwrap().iter().filter(|o| o["id"].is_string()) {
        assert!(text.contains(one["name"].as_str().unwrap()), "{one}");
        assert!(text.contains(one["matters"][0]["title"].as_str().unwrap()), "{one}");
    }
    let overview =
        Document::FeedbackOverview { year: Some("R8".into()), audience: AudienceName::Members, confirmed: None };
    let text = text_of(app, &overview);
    assert!(text.contains("団体ごとの件数") && text.contains("報告待ち"), "{text}");
    let sheet = app.document(&overview).unwrap().export(Format::Xlsx, Fallback::Refuse).unwrap().unwrap();
    assert!(sheet.name.ends_with(".xlsx"));
    let wordings = read(app, "letter_wordings", json!({}));
    for kind in ["proposal_delivery", "feedback"] {
        let one = wordings.as_array().unwrap().iter().find(|w| w["letter"] == kind).unwrap();
        let wording = json!({ "letter": kind, "subject": one["subject"], "body": one["body"], "items": one["items"] });
        let wording = serde_json::from_value(wording).unwrap();
        assert!(!text_of(app, &Document::LetterSample { wording }).is_empty());
    }
}

#[test]
fn v21_what_may_point_at_a_person_stops_the_public_edition() {
    let app = &mut sample();
    let mut form = form("連絡先のある提案について", &[], None);
    form["parts"][0]["text"] = json!("電話 0467-00-1234 へ。");
    let done = read(app, "add_proposal", form);
    let id = done["output"].as_str().unwrap().to_owned();
    let paper = |audience, confirmed| Document::Proposal { proposal: id.clone(), audience, confirmed };
    assert!(notes(&done, "0467-00-1234"), "{done}");
    assert!(app.document(&paper(AudienceName::Members, None)).is_ok());
    assert_eq!(app.document(&paper(AudienceName::Public, None)).unwrap_err().to_wire().code, "personal_data");
    assert!(app.document(&paper(AudienceName::Public, Some(true))).is_ok());
}

#[test]
fn what_was_told_is_kept_and_a_mistyped_day_is_mended() {
    let app = &mut sample();
    let one = read(app, "list_issues", json!({ "inlet": "partner", "open": false, "overdue": false }))[0].clone();
    let id = one["id"].clone();
    let told =
        |app: &mut App| app.store().feedback().unwrap().iter().filter(|f| json!(f.issue.to_string()) == id).count();
    read(app, "set_feedback", json!({ "issue": id, "on": null, "reason": "確かめるため" }));
    let before = told(app);
    with_undo(app, |app| read(app, "set_feedback", json!({ "issue": id, "on": "R8.9.28" })));
    with_undo(app, |app| read(app, "set_feedback", json!({ "issue": id, "on": "R8.9.29" })));
    assert_eq!(told(app), before + 1);
    with_undo(app, |app| read(app, "record_feedback", json!({ "issues": [id], "on": "R8.9.30" })));
    assert_eq!(told(app), before + 2);
}
