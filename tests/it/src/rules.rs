//! The worked examples of V1 to V11 inside the program; the command line's test walks
//! them once more through `entaku call`.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_support::rules::walk;
use serde_json::json;

/// Noon in Japan on 1 December 2026, after every election of the examples.
const LATER: entaku_app::Clock = || entaku_support::moment(1_796_094_000);

#[test]
fn v1_to_v11_by_their_worked_examples() {
    let mut app = App::sample_in_memory(LATER).unwrap();
    walk(&mut |name, args| dispatch(&mut app, name, args).map_err(|e| e.to_wire().message));
}

/// Limits that the office has set: warned of with the derivation, never silent; an
/// exception is told with its reason.
#[test]
fn reappointments_are_counted_and_limits_are_warned_of() {
    let mut app = App::sample_in_memory(LATER).unwrap();
    let mut call = |name: &str, args: serde_json::Value| {
        dispatch(&mut app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
    };
    let mut says = call("body_page", json!({ "body": "全体会", "year": "R8" }))["says"].clone();
    says["most_reappointments"] = json!(2);
    says["most_years"] = json!(6);
    says["replacement"] = json!("remaining");
    call("correct_body", json!({ "body": "全体会", "from_year": "R8", "says": says }));
    let page = call("body_page", json!({ "body": "全体会", "year": "R8" }));
    assert_eq!(
        (&page["limits"], &page["replacement"]),
        (&json!("再任は2回まで、連続6年まで"), &json!("前任者の残任期間"))
    );
    let person = json!({ "family": "渡邉󠄂", "given": "試", "family_kana": "わたなべ", "given_kana": "こころみ", "publication": "name" });
    let person = call("add_person", person)["output"].clone();
    let seat = json!({ "body": "全体会", "category": 2, "filler": "person", "from": "R4.4.1" });
    let seat = call("add_seat", seat)["output"].clone();
    let ask = |start: &str, exception: &str| json!({ "body": "全体会", "person": person, "category": 2, "seat": seat, "start": start, "exception": exception });
    for (start, times) in [("R4.4.1", "新任"), ("R6.4.1", "再任1回目"), ("R8.4.1", "再任2回目")] {
        let preview = call("appoint_preview", ask(start, ""));
        assert!(preview["service"].as_str().unwrap().starts_with(times) && preview["beyond"] == false, "{preview}");
        assert_eq!(call("appoint_member", ask(start, ""))["notices"], json!([]), "{start}");
    }
    let preview = call("appoint_preview", ask("R10.4.1", ""));
    assert_eq!((&preview["beyond"], &preview["problems"]), (&json!(true), &json!([])), "{preview}");
    let said = preview["notices"].to_string();
    assert!(said.contains("再任は2回までの定めですが、再任3回目です（令和4年（2022年）4月1日から連続）。"), "{said}");
    assert!(
        said.contains("6年になる日は令和10年（2028年）3月31日です。満了日は令和12年（2030年）3月31日です。"),
        "{said}"
    );
    let done = call("appoint_member", ask("R10.4.1", "公募に応募がないため"));
    assert!(done["notices"].to_string().contains("例外とする理由：公募に応募がないため"), "{done}");
    let line = call("person_details", json!({ "person": person, "on": "R10.5.1" }))["appointments"][0].clone();
    assert_eq!((&line["reappointments"], &line["exception"]), (&json!(3), &json!("公募に応募がないため")));
    assert_eq!(line["limits"].as_array().unwrap().len(), 2, "{line}");
    let table = call("member_table", json!({ "body": "全体会", "on": "R10.5.1" }));
    let row = table["rows"].as_array().unwrap().iter().find(|r| r["person"] == person).unwrap();
    assert_eq!(row["reappointments"], 3);
}

/// Other councils' rules as data: years, fiscal years, the predecessor's end, the plenary's.
#[test]
fn terms_follow_the_rule_that_a_body_has() {
    let mut app = App::sample_in_memory(LATER).unwrap();
    let mut call = |name: &str, args: serde_json::Value| {
        dispatch(&mut app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
    };
    for (rule, end, word) in [
        ("years:3", json!("2029-09-14"), "から3年です"),
        ("fiscal_years:3", json!("2029-03-31"), "3年度目（令和10年度（2028年度））の末日"),
        ("as_plenary", json!("2028-03-31"), "全体会の委員と同じ"),
        ("predecessor", json!(null), "前任者がいないため"),
        ("none", json!(null), "任期の定めがありません"),
    ] {
        let mut says = call("body_page", json!({ "body": "kodomo", "year": "R8" }))["says"].clone();
        says["term_rule"] = json!(rule);
        call("correct_body", json!({ "body": "kodomo", "from_year": "R8", "says": says }));
        let term = call("term_end", json!({ "body": "kodomo", "on": "R8.9.15" }));
        assert_eq!(term["end"], end, "{rule}");
        assert!(term["derivation"].as_str().unwrap().contains(word), "{rule}: {term}");
    }
}
