//! Cases behind issues: the council's own data know their numbers and nothing else.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_domain::case::CaseNumber;
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};

fn read(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {}", e.to_wire().message))
}

fn refused(app: &mut App, name: &str, args: Value) -> String {
    let before = dump(app);
    let error = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(dump(app), before, "a refusal changes nothing");
    assert!(!error.message.is_empty() && !error.hint.is_empty());
    error.code
}

fn some_issue(app: &App) -> String {
    app.store().issues().unwrap()[0].id.to_string()
}

#[test]
fn an_issue_is_told_the_number_of_its_case() {
    let app = &mut sample();
    let issue = some_issue(app);
    let joined = |case: &str| json!({ "issue": issue, "case": case });
    assert_eq!(refused(app, "link_case", joined("佐藤さん")), "bad_case_number");
    with_undo(app, |app| read(app, "link_case", joined("Ｒ８－１")));
    let rows = read(app, "issue_cases", json!({ "issue": issue }));
    assert_eq!(rows, json!([{ "case": "R8-001", "label": "事例R8-001", "destroyed": null }]));
    assert_eq!(refused(app, "unlink_case", joined("R8-2")), "unknown_record");
    with_undo(app, |app| read(app, "unlink_case", joined("R8-1")));
    assert_eq!(read(app, "issue_cases", json!({ "issue": issue })), json!([]));
}

#[test]
fn a_case_that_was_destroyed_leaves_its_number() {
    let app = &mut sample();
    let issue = some_issue(app);
    read(app, "link_case", json!({ "issue": issue, "case": "R8-1" }));
    let case = CaseNumber::parse("R8-1").unwrap();
    app.record_destroyed_case(case).unwrap();
    assert_eq!(read(app, "destroyed_cases", json!({}))[0]["case"], "R8-001");
    let rows = read(app, "issue_cases", json!({ "issue": issue }));
    assert!(rows[0]["destroyed"].as_str().is_some_and(|on| on.starts_with("令和")), "{rows}");
    let undone = read(app, "undo", json!({}));
    assert!(undone.to_string().contains("基になった事例の記録"), "the destruction is passed by: {undone}");
    assert_eq!(read(app, "destroyed_cases", json!({})).as_array().unwrap().len(), 1);
}

#[test]
fn an_issue_taken_up_from_a_case_is_one_change() {
    let app = &mut sample();
    let form = json!({
        "received_on": "R8.9.1", "number": null, "title": "夜間の移動", "gist": "", "background": "", "resources": "",
        "measures": "", "field": "移動", "level": "city", "inlet": "case_review", "raised_by": null,
        "owner": "mieruka", "due_on": null, "case": "R8-3"
    });
    let done = with_undo(app, |app| read(app, "add_issue", form));
    let rows = read(app, "issue_cases", json!({ "issue": done["output"] }));
    assert_eq!(rows[0]["case"], "R8-003");
}
