//! Papers of the way of issues: letters that go with a proposal and back to those who raised
//! issues, what subcommittees report, the council's own evaluation, figures for others.

use crate::{golden, tools};
use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::printing::Document;
use entaku_documents::go_on;
use entaku_press::Press;
use entaku_support::sample;
use serde_json::{Value, json};

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// Words, text, tag tree and first page of a document, and its claim to be accessible.
fn check(app: &App, name: &str, ask: Value) -> Vec<u8> {
    let ask: Document = serde_json::from_value(ask).unwrap_or_else(|e| panic!("{name}: {e}"));
    let made = app.document(&ask).unwrap_or_else(|e| panic!("{name}: {e}")).print(&Press, &mut go_on).unwrap();
    let pdf = made.printed.pdf;
    golden::text(&format!("{name}_words.txt"), &made.text);
    golden::text(&format!("{name}.txt"), &tools::text(&pdf, None));
    golden::text(&format!("{name}.tags"), &tools::tags(&pdf));
    golden::picture(&format!("{name}.png"), &tools::picture(&pdf, 1, 36));
    assert!(String::from_utf8_lossy(&pdf).contains("pdfuaid"), "{name} does not claim PDF/UA");
    pdf
}

fn letters(kind: &str, to: Vec<Value>, proposal: Value) -> Value {
    json!({ "kind": "letters", "letters": {
        "letter": kind, "to": to, "on": "R8.10.1", "due": null, "date_style": "era", "numbered": true,
        "outside": { "proposal": proposal, "issues": [] },
    } })
}

/// The sample council, with an office that signs its letters.
fn council() -> App {
    let mut app = sample();
    let office = json!({ "sender": "鎌倉市長　見本　一郎", "contact": "鎌倉市健康福祉部障害福祉課\n電話　0000-00-0000（直通）", "pattern": "{年}鎌障第{番号}号", "next": 123 });
    call(&mut app, "update_letter_settings", office);
    app
}

#[test]
fn letters_with_a_proposal_and_back_to_those_who_raised_issues() {
    let mut app = council();
    let proposals = call(&mut app, "list_proposals", json!({}));
    let named = |title: &str| proposals.as_array().unwrap().iter().find(|p| p["title"] == title).unwrap()["id"].clone();
    check(
        &app,
        "letter_proposal_delivery",
        letters("proposal_delivery", vec![], named("相談支援専門員の確保について")),
    );
    let told = call(&mut app, "feedback_page", json!({}));
    let most = told["organizations"].as_array().unwrap().iter().filter(|o| o["id"].is_string());
    let most = most.max_by_key(|o| o["raised"].as_u64()).unwrap().clone();
    check(&app, "letter_feedback", letters("feedback", vec![json!({ "organization": most["id"] })], Value::Null));
    // To an organisation with a long name, of an issue with the names that are hard to set.
    let long = "社会福祉法人鎌倉しおさい福祉会地域生活支援総合センターかもめの家指定特定相談支援事業所みなと並びに就労継続支援Ｂ型事業所";
    let to = call(&mut app, "add_organization", json!({ "name": long }))["output"].clone();
    let receipt = json!({
        "received_on": "R8.4.20", "title": "髙橋・﨑山・𠮷田・渡邉󠄂・辻󠄀地区の #panic(\"x\") {氏名}", "field": "移動",
        "level": "city", "inlet": "partner", "raised_by": to, "owner": "zentaikai",
    });
    call(&mut app, "add_issue", receipt);
    check(&app, "letter_feedback_hard", letters("feedback", vec![json!({ "organization": to })], Value::Null));
}

#[test]
fn a_proposal_of_the_sample_with_what_came_of_it() {
    let mut app = council();
    let proposals = call(&mut app, "list_proposals", json!({}));
    for (name, title) in [
        ("proposal_sent", "相談支援専門員の確保について"),
        ("proposal_settled", "短い時間から働ける職場づくりについて"),
    ] {
        let id = proposals.as_array().unwrap().iter().find(|p| p["title"] == title).unwrap()["id"].clone();
        let pdf =
            check(&app, name, json!({ "kind": "proposal", "proposal": id, "audience": "public", "confirmed": true }));
        golden::picture(&format!("{name}_2.png"), &tools::picture(&pdf, 2, 36));
    }
}

/// A short one, one that others came out of, one into which others were merged, the longest.
#[test]
fn history_sheets() {
    let mut app = council();
    let all = call(&mut app, "list_issues", json!({ "open": false, "overdue": false }));
    let mut longest = (0, Value::Null);
    for issue in all.as_array().unwrap() {
        let steps = call(&mut app, "issue_page", json!({ "issue": issue["id"] }))["steps"].as_array().unwrap().len();
        if steps > longest.0 {
            longest = (steps, issue["number"].clone());
        }
    }
    let numbers =
        [("short", json!("R8-17")), ("proposed", json!("R7-6")), ("split", json!("R8-24")), ("longest", longest.1)];
    for (name, number) in numbers {
        let issue = all.as_array().unwrap().iter().find(|i| i["number"] == number).unwrap()["id"].clone();
        let ask = json!({ "kind": "issue_cards", "issues": [issue], "on": "R8.10.14", "audience": "members" });
        let pdf = check(&app, &format!("history_{name}"), ask);
        assert!(tools::facts(&pdf).contains("Pages:           1"), "{name}: {}", tools::facts(&pdf));
    }
}

#[test]
fn what_subcommittees_report() {
    let app = sample();
    for (name, a3) in [("progress_sheet", false), ("progress_sheet_a3", true)] {
        let ask = json!({ "kind": "progress_sheet", "year": "R8", "on": "R8.10.1", "a3": a3, "audience": "members" });
        check(&app, name, ask);
    }
    for (name, report) in
        [("sub_activity", "activity"), ("sub_next_plan", "next_plan"), ("sub_evaluation", "evaluation")]
    {
        let body = "seishin";
        check(
            &app,
            name,
            json!({ "kind": "sub_report", "body": body, "year": "R8", "report": report, "audience": "members" }),
        );
    }
    check(
        &app,
        "sub_activity_all",
        json!({ "kind": "sub_report", "year": "R8", "report": "activity", "audience": "members" }),
    );
}

#[test]
fn the_councils_own_evaluation_and_figures_for_others() {
    let app = sample();
    check(
        &app,
        "evaluation",
        json!({ "kind": "plan_paper", "paper": "evaluation", "of": "R7", "audience": "members" }),
    );
    for audience in ["members", "public"] {
        let ask = json!({ "kind": "plan_paper", "paper": "survey", "of": "R8", "on": "R8.10.1", "audience": audience });
        check(&app, &format!("survey_{audience}"), ask);
    }
}

/// Issues of two organisations that became one: who brought them, what is to be done, who was
/// told of it, and a proposal that was withdrawn.
#[test]
fn the_history_sheet_of_a_merged_issue() {
    let mut app = council();
    let organizations = call(&mut app, "list_organizations", json!({}));
    let raise = |app: &mut App, at: usize, title: &str| {
        let receipt = json!({
            "received_on": "R8.5.20", "title": title, "gist": "通院に付き添う人が見つからない。", "field": "移動",
            "level": "city", "inlet": "partner", "raised_by": organizations[at]["id"], "owner": "chiiki",
            "source": { "raised_on": "R8.5.1", "brought_by": "辻󠄀　千晶", "paper_text": "要望書" },
        });
        call(app, "add_issue", receipt)["output"].clone()
    };
    let parts = [raise(&mut app, 0, "通院の付き添い"), raise(&mut app, 1, "夜間の通院と 渡邉󠄂・髙橋地区の送迎")];
    let merge = json!({
        "issues": parts, "into": null, "new": { "title": "通院の支援" }, "day": "R8.6.10", "meeting": null,
        "reason": "同じ担い手の課題であるため",
    });
    let whole = call(&mut app, "merge_issues", merge)["output"].clone();
    let task = json!({ "text": "事業所への聞き取り", "owner": "secretariat", "due_on": "R8.7.10" });
    let task = call(&mut app, "set_issue_task", json!({ "issue": whole, "record": task }))["output"].clone();
    call(&mut app, "finish_issue_task", json!({ "task": task, "on": "R8.7.8", "outcome": "３か所に聞いた" }));
    let next = json!({ "text": "試行の案をまとめる", "owner": "body", "body": "chiiki", "due_on": "R8.12.10" });
    call(&mut app, "set_issue_task", json!({ "issue": whole, "record": next }));
    let proposal = json!({ "kind": "proposal", "title": "通院の支援について", "issues": [whole], "addressee": "市長" });
    let proposal = call(&mut app, "add_proposal", proposal)["output"].clone();
    let withdrawn =
        json!({ "proposal": proposal, "on": "R8.9.1", "outcome": "withdrawn", "measure": "市が事業を始めたため" });
    call(&mut app, "settle_proposal", withdrawn);
    call(&mut app, "set_feedback", json!({ "issue": whole, "on": "R8.9.10", "reason": null }));
    for audience in ["internal", "public"] {
        let ask = json!({ "kind": "issue_cards", "issues": [whole], "on": "R8.10.1", "audience": audience, "confirmed": true });
        check(&app, &format!("history_merged_{audience}"), ask);
    }
}
