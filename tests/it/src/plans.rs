//! Plans through the commands: items and the issues that touch them, hearings (V19), working
//! together, the council's own evaluation, figures for others; each with its papers.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::printing::{AudienceName, Document, Format, PlanPaperName};
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

fn refused(app: &mut App, name: &str, args: Value) -> (String, Option<String>) {
    let before = dump(app);
    let wire = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, dump(app), "a refused command left something");
    assert!(!wire.hint.is_empty());
    (wire.message, wire.field.map(|f| f.to_string()))
}

fn plan(app: &mut App, key: &str) -> Value {
    call(app, "plan_page", json!({ "plan": key }))
}

fn text(app: &App, paper: PlanPaperName, of: Option<&str>, audience: AudienceName) -> String {
    let of = of.map(str::to_owned);
    let ask = Document::PlanPaper { paper, of, on: None, audience, confirmed: Some(true) };
    let made = app.document(&ask).unwrap();
    for format in [Format::Docx, Format::Xlsx] {
        let file = made.export(format, Fallback::Refuse).unwrap().unwrap();
        assert!(file.bytes.starts_with(b"PK"), "{}", file.name);
    }
    String::from_utf8(made.export(Format::Txt, Fallback::Refuse).unwrap().unwrap().bytes).unwrap()
}

#[test]
fn the_sample_has_a_plan_before_and_after_with_a_hearing_done_and_one_that_lacks() {
    let app = &mut sample();
    let list = call(app, "plan_list", json!({}));
    let of = |name: &str| {
        let all = list["plans"].as_array().unwrap();
        all.iter().find(|p| p["name"].as_str().unwrap().starts_with(name)).unwrap().clone()
    };
    let (six, seven, eight) = (of("第6期"), of("第7期"), of("第8期"));
    assert_eq!((&seven["predecessor"], &seven["successor"]), (&six["id"], &eight["id"]));
    assert_eq!((six["running"].as_bool(), seven["running"].as_bool()), (Some(false), Some(true)));
    assert_eq!((seven["items"].as_u64(), seven["hearings"].as_u64()), (Some(5), Some(1)));
    // The plan was heard when it was made; its change opened the check again.
    let remarks = seven["remarks"].as_array().unwrap();
    assert_eq!(remarks.len(), 1, "{remarks:?}");
    let said = remarks[0]["text"].as_str().unwrap();
    assert!(remarks[0]["weight"] == "warning" && said.contains("障害者総合支援法第88条第９項"), "{said}");
    assert!(said.contains("努力義務") && said.contains("変更"), "{said}");
    assert_eq!(list["partners"].as_array().unwrap().len(), 2);
    assert_eq!(list["cooperations"].as_array().unwrap().len(), 3);
}

#[test]
fn v19_a_plan_decided_without_a_hearing_is_recorded_and_warned_of() {
    let app = &mut sample();
    let id = plan(app, "service_8")["plan"]["id"].clone();
    let law = plan(app, "service_8")["plan"]["laws"].clone();
    let form = json!({ "name": "第9期計画", "kind": "component", "parent": null, "predecessor": id,
        "from": "R12.4.1", "to": "R15.3.31", "laws": law });
    let nine = write(app, "save_plan", form)["output"].clone();
    let ask =
        |decided: Option<&str>| json!({ "plan": nine, "kind": "made", "due_on": "R12.3.20", "decided_on": decided });
    let made = write(app, "save_plan_revision", ask(None));
    assert!(made["notices"][0].as_str().unwrap().contains("まだ意見聴取の記録がありません"), "{made}");
    let revision = made["output"].clone();
    let mut decided = ask(Some("R12.3.20"));
    decided["revision"] = revision.clone();
    let done = write(app, "save_plan_revision", decided.clone());
    assert!(done["notices"][0].as_str().unwrap().contains("決定の前の意見聴取の記録がありません"), "{done}");
    let heard = |given: &str| json!({ "revision": revision, "asked_by": "鎌倉市長", "asked_on": "R12.1.10", "given_on": given });
    let hearing = write(app, "save_hearing", heard("R12.3.1"))["output"].clone();
    assert_eq!(plan(app, nine.as_str().unwrap())["plan"]["remarks"], json!([]));
    let opinion = json!({ "hearing": hearing, "text": "見込量を増やすこと。" });
    let opinion = write(app, "save_hearing_opinion", opinion)["output"].clone();
    let remarks = plan(app, nine.as_str().unwrap())["plan"]["remarks"].clone();
    assert!(remarks[0]["text"].as_str().unwrap().contains("意見1件に市の回答が記録されていません"), "{remarks}");
    let answered = json!({ "hearing": hearing, "opinion": opinion, "text": "見込量を増やすこと。", "answer": "増やします。", "treatment": "adopted" });
    write(app, "save_hearing_opinion", answered);
    assert_eq!(plan(app, nine.as_str().unwrap())["plan"]["remarks"], json!([]));
    // A change of the plan opens the check again.
    let change = json!({ "plan": nine, "kind": "changed", "text": "見込量の変更", "decided_on": "R13.3.20" });
    let changed = write(app, "save_plan_revision", change)["output"].clone();
    let page = plan(app, nine.as_str().unwrap());
    assert_eq!(page["plan"]["remarks"].as_array().unwrap().len(), 1);
    assert_eq!(page["revisions"][0]["id"], changed, "the latest first");
    write(app, "remove_plan_revision", json!({ "revision": changed }));
    let (message, _) = refused(app, "remove_plan_revision", json!({ "revision": revision }));
    assert!(message.contains("意見聴取の記録があります"), "{message}");
    write(app, "remove_hearing_opinion", json!({ "opinion": opinion }));
    write(app, "remove_hearing", json!({ "hearing": hearing }));
    write(app, "remove_plan_revision", json!({ "revision": revision }));
    write(app, "remove_plan", json!({ "plan": nine }));
}

#[test]
fn days_and_plans_that_cannot_be_are_refused_at_their_field() {
    let app = &mut sample();
    let page = plan(app, "service_8");
    let (id, revision) = (page["plan"]["id"].clone(), page["revisions"][0]["id"].clone());
    let heard = json!({ "revision": revision, "asked_by": "鎌倉市長", "asked_on": "R8.9.1", "given_on": "R8.8.1" });
    assert_eq!(refused(app, "save_hearing", heard).1.as_deref(), Some("given_on"));
    let nobody = json!({ "revision": revision, "asked_by": " " });
    assert_eq!(refused(app, "save_hearing", nobody).1.as_deref(), Some("asked_by"));
    let itself = json!({ "plan": id, "name": "第8期", "kind": "component", "parent": id });
    assert_eq!(refused(app, "save_plan", itself).1.as_deref(), Some("parent"));
    let seven = plan(app, "service_7")["plan"]["id"].clone();
    let circle = json!({ "plan": seven, "name": "第7期", "kind": "component", "predecessor": id });
    assert_eq!(refused(app, "save_plan", circle).1.as_deref(), Some("predecessor"));
    let half = json!({ "plan": id, "name": "第8期", "kind": "component", "from": "R9.4.1" });
    refused(app, "save_plan", half);
    let backwards = json!({ "plan": id, "title": "項目", "from_year": "R10", "to_year": "R9" });
    assert_eq!(refused(app, "save_plan_item", backwards).1.as_deref(), Some("to_year"));
    refused(app, "remove_plan", json!({ "plan": id }));
    let law = page["plan"]["laws"][0].clone();
    refused(app, "remove_law", json!({ "law": law }));
    let item = page["items"][0]["id"].clone();
    let (message, _) = refused(app, "remove_plan_item", json!({ "item": item }));
    assert!(message.contains("意見聴取の意見"), "{message}");
}

#[test]
fn laws_items_and_working_together_are_kept() {
    let app = &mut sample();
    let law = json!({ "citation": "障害者基本法第11条第6項", "text": "関係者の意見", "as_of": "R8.4.1" });
    let law = write(app, "save_law", law)["output"].clone();
    write(app, "remove_law", json!({ "law": law }));
    let id = plan(app, "service_8")["plan"]["id"].clone();
    let issues = plan(app, "service_8")["issues"].clone();
    let (one, two) = (issues[0]["value"].clone(), issues[1]["value"].clone());
    let form = json!({ "plan": id, "number": "4-(1)", "title": "意思疎通支援", "target": "年 200件", "issues": [one] });
    let item = write(app, "save_plan_item", form)["output"].clone();
    let touched = call(app, "issue_plan_items", json!({ "issue": one }));
    assert!(touched["touched"].as_array().unwrap().contains(&item), "{touched}");
    write(app, "set_issue_plan_items", json!({ "issue": two, "items": [item] }));
    let page = plan(app, "service_8");
    let found = page["items"].as_array().unwrap().iter().find(|i| i["id"] == item).unwrap().clone();
    assert_eq!(found["issues"].as_array().unwrap().len(), 2, "{found}");
    write(app, "set_issue_plan_items", json!({ "issue": two, "items": [] }));
    write(app, "remove_plan_item", json!({ "item": item }));
    let form = json!({ "on": "R8.9.9", "kind": "exchange", "body": "suishin_iinkai", "text": "素案について" });
    let kept = write(app, "save_cooperation", form)["output"].clone();
    let all = text(app, PlanPaperName::Cooperations, Some("R8"), AudienceName::Members);
    assert!(all.contains("素案について") && all.contains("鎌倉市障害者福祉計画推進委員会"), "{all}");
    write(app, "remove_cooperation", json!({ "cooperation": kept }));
    let nobody = json!({ "on": "R8.9.9", "kind": "study", "text": "調査" });
    assert_eq!(refused(app, "save_cooperation", nobody).1.as_deref(), Some("partner"));
}

#[test]
fn the_opinion_and_the_answers_are_printed() {
    let app = &mut sample();
    let page = plan(app, "service_7");
    let made = page["revisions"].as_array().unwrap().iter().find(|r| r["kind"] == "made").unwrap().clone();
    let hearing = made["hearings"][0]["id"].as_str().unwrap().to_owned();
    let opinions = text(app, PlanPaperName::Opinions, Some(&hearing), AudienceName::Public);
    for part in [
        "鎌倉市長　様",
        "児童福祉法第33条の20第9項、障害者総合支援法第88条第９項に基づき",
        "1-(1)　移動支援事業の見込量",
    ] {
        assert!(opinions.contains(part), "{part}\n{opinions}");
    }
    let answers = text(app, PlanPaperName::Answers, Some(&hearing), AudienceName::Members);
    assert!(answers.contains("取扱い：一部反映する") && answers.contains("内訳として示しました。"), "{answers}");
    let issue = call(app, "list_issues", json!({ "open": false, "overdue": false }));
    let first = issue
        .as_array()
        .unwrap()
        .iter()
        .find(|i| i["title"].as_str().unwrap().contains("外出の支援者"))
        .unwrap()
        .clone();
    let card = Document::IssueCards {
        issues: Some(vec![first["id"].as_str().unwrap().to_owned()]),
        on: None,
        audience: AudienceName::Members,
        confirmed: Some(true),
    };
    let card = app.document(&card).unwrap().export(Format::Txt, Fallback::Refuse).unwrap().unwrap();
    assert!(String::from_utf8(card.bytes).unwrap().contains("移動支援事業の見込量"));
}

#[test]
fn a_year_is_evaluated_beside_the_last_one() {
    let app = &mut sample();
    let page = call(app, "evaluation", json!({ "year": "R8" }));
    let field = |page: &Value, name: &str| {
        page["fields"].as_array().unwrap().iter().find(|f| f["field"] == name).unwrap().clone()
    };
    assert_eq!(page["fields"].as_array().unwrap().len(), 8);
    let meetings = field(&page, "meetings");
    assert_eq!(meetings["last_judgement"], "計画どおり");
    assert_eq!(meetings["last_measures"], "資料は会議の１週間前までに配る。");
    let plenary = meetings["figures"]
        .as_array()
        .unwrap()
        .iter()
        .find(|f| f["label"].as_str().unwrap().contains("全体会"))
        .unwrap();
    assert_eq!((plenary["value"].as_str(), plenary["last"].as_str()), (Some("1回（予定3回）"), Some("3回（予定3回）")));
    let own = field(&page, "subcommittees")["figures"].to_string();
    for part in ["会議2回", "地域生活支援部会：テーマ", "計画した活動", "5件（完了2件、遅れ1件）"]
    {
        assert!(own.contains(part), "{part} in {own}");
    }
    let said = json!({ "year": "R8", "field": "meetings", "judgement": "mostly", "good": "開いた", "change": "", "measures": "早く配る" });
    write(app, "set_evaluation", said);
    let now = call(app, "evaluation", json!({ "year": "R8" }));
    assert_eq!(field(&now, "meetings")["judgement_label"], "おおむね計画どおり");
    let silent = json!({ "year": "R8", "field": "meetings" });
    write(app, "set_evaluation", silent);
    let paper = text(app, PlanPaperName::Evaluation, Some("R7"), AudienceName::Public);
    assert!(paper.contains("令和7年度") && paper.contains("評価：計画どおり") && paper.contains("中央値"), "{paper}");
    refused(app, "evaluation", json!({ "year": "1990" }));
}

#[test]
fn figures_tell_what_is_not_known_and_hide_few_people_in_public() {
    let app = &mut sample();
    let page = call(app, "survey", json!({ "year": "R8" }));
    let row = |page: &Value, key: &str| -> Value {
        let sections = page["sections"].as_array().unwrap();
        let found = sections.iter().flat_map(|s| s["rows"].as_array().unwrap()).find(|r| r["key"] == key);
        found.unwrap_or_else(|| panic!("{key}")).clone()
    };
    let disabled = row(&page, "disabled");
    assert_eq!((disabled["value"].as_str(), disabled["small"].as_bool()), (Some("2人"), Some(true)));
    assert_eq!(row(&page, "family")["value"], "1人", "who did not allow it is not counted");
    assert_eq!(row(&page, "experience_silent")["value"], "1人");
    let members = page["members"].as_array().unwrap();
    let unknown = members.iter().filter(|m| m["standing"].is_null()).count();
    assert_eq!(row(&page, "experience_unknown")["value"], format!("{unknown}人"));
    assert!(unknown > 0);
    assert_eq!(row(&page, "計画相談支援を利用している人")["value"], "1,240人");
    let typed = json!({ "year": "R8", "key": "members", "value": "18人", "note": "県の様式による" });
    write(app, "set_survey_figure", typed);
    let again = call(app, "survey", json!({ "year": "R8" }));
    assert_eq!(
        (row(&again, "members")["value"].as_str(), row(&again, "members")["typed"].as_bool()),
        (Some("18人"), Some(true))
    );
    write(app, "set_survey_figure", json!({ "year": "R8", "key": "members", "value": "" }));
    let somebody = members.iter().find(|m| m["standing"].is_null()).unwrap()["person"].clone();
    let said = json!({ "person": somebody, "standing": "disabled", "kinds": ["visual"], "may_tell": true });
    write(app, "set_lived_experience", said);
    let own = call(app, "person_experience", json!({ "person": somebody }));
    assert_eq!((&own["row"]["standing"], &own["row"]["kinds"]), (&json!("disabled"), &json!(["visual"])));
    assert!(own["standings"].as_array().unwrap().len() == 4 && own["kinds"].as_array().unwrap().len() > 5, "{own}");
    assert_eq!(row(&call(app, "survey", json!({ "year": "R8" })), "disabled")["value"], "3人");
    write(app, "set_lived_experience", json!({ "person": somebody, "standing": null, "may_tell": false }));
    let inside = text(app, PlanPaperName::Survey, Some("R8"), AudienceName::Members);
    assert!(inside.contains("2人　※") && inside.contains("当事者の別の未登録"), "{inside}");
    let public = text(app, PlanPaperName::Survey, Some("R8"), AudienceName::Public);
    assert!(!public.contains("聴覚・言語障害　数・内容：1人") && public.contains("＊"), "{public}");
}

/// What a member said of being disabled leaves with them, and follows a merged record.
#[test]
fn what_a_member_said_is_erased_with_them() {
    let app = &mut sample();
    let page = call(app, "survey", json!({ "year": "R8" }));
    let said = page["members"].as_array().unwrap().iter().find(|m| m["standing"] == "disabled").unwrap().clone();
    assert!(dump(app).contains("physical"));
    call(app, "purge_person", json!({ "person": said["person"], "confirmed": true }));
    let now = call(app, "survey", json!({ "year": "R8" }));
    let gone = now["members"].as_array().unwrap().iter().find(|m| m["person"] == said["person"]).unwrap().clone();
    assert_eq!((gone["standing"].clone(), gone["kinds"].clone()), (Value::Null, json!([])));
}

#[test]
fn items_are_put_in_order_and_a_law_says_how_sure_it_is() {
    let app = &mut sample();
    let with_items = |app: &mut App| {
        let plans = call(app, "plan_list", json!({}))["plans"].clone();
        plans.as_array().unwrap().iter().find(|p| p["items"].as_u64() > Some(2)).unwrap()["id"].clone()
    };
    let key = with_items(app);
    let items = |app: &mut App| -> Vec<Value> {
        let page = call(app, "plan_page", json!({ "plan": key }));
        page["items"].as_array().unwrap().iter().map(|i| i["id"].clone()).collect()
    };
    let before = items(app);
    write(app, "move_plan_item", json!({ "item": before[2], "to": 0 }));
    let after = items(app);
    assert_eq!((&after[0], &after[1], after.len()), (&before[2], &before[0], before.len()));
    refused(app, "move_plan_item", json!({ "item": "nobody", "to": 0 }));

    let law =
        json!({ "law": null, "citation": "障害者基本法第11条", "text": "", "as_of": null, "certainty": "estimated" });
    write(app, "save_law", law);
    let laws = call(app, "plan_list", json!({}))["laws"].clone();
    let kept = laws.as_array().unwrap().iter().find(|l| l["citation"] == "障害者基本法第11条").unwrap().clone();
    assert_eq!((&kept["certainty"], &kept["certainty_label"]), (&json!("estimated"), &json!("推定")));
    refused(app, "save_law", json!({ "law": null, "citation": "法", "text": "", "as_of": null, "certainty": "x" }));
}

#[test]
fn plans_and_proposals_are_found_by_the_search() {
    let app = &mut sample();
    let mut found = |text: &str| call(app, "search", json!({ "text": text }))["groups"].to_string();
    assert!(found("第8期障害福祉").contains(r#""kind":"plan""#));
    assert!(found("移動支援事業の見込量").contains(r#""kind":"plan""#), "by its items");
    assert!(found("相談支援専門員の確保").contains(r#""kind":"proposal""#));
}
