//! The screen of the council: the chart as placed data, bodies by version,
//! arrows, pins, and how a year differs from the one before.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

/// A write, undone and redone on the way.
fn write(app: &mut App, name: &str, args: Value) -> Value {
    with_undo(app, |app| call(app, name, args))
}

/// A write that is refused, and changes nothing.
fn refused(app: &mut App, name: &str, args: Value) -> (String, Option<String>, String) {
    let before = dump(app);
    let error = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, dump(app), "{name} was refused and changed something");
    assert!(!error.message.is_empty() && !error.hint.is_empty());
    (error.code, error.field, error.message)
}

fn scene(app: &mut App, year: &str) -> Value {
    call(app, "chart_scene", json!({ "year": year, "a4": false, "detail": "standard" }))
}

fn a_box(scene: &Value, key: &str) -> Value {
    let boxes = scene["boxes"].as_array().unwrap();
    boxes.iter().find(|b| b["key"] == key).cloned().unwrap_or(Value::Null)
}

fn page(app: &mut App, body: &str, year: &str) -> Value {
    call(app, "body_page", json!({ "body": body, "year": year }))
}

fn says(app: &mut App, body: &str, year: &str) -> Value {
    page(app, body, year)["says"].clone()
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|t| t.as_str().unwrap()).collect()
}

#[test]
fn the_placed_chart_says_the_same_as_the_printed_one() {
    let app = &mut sample();
    let live = scene(app, "2022");
    let printed = call(app, "relationship_chart", json!({ "year": "2022", "a4": false, "detail": "standard" }));
    assert_eq!(live["text"], printed["text"]);
    let svg = printed["svg"].as_str().unwrap();
    let mut runs = 0;
    for it in live["boxes"].as_array().unwrap().iter().chain(live["arrows"].as_array().unwrap()) {
        for run in it["runs"].as_array().unwrap() {
            let text = run["text"].as_str().unwrap().replace('&', "&amp;");
            let (x, y) = (run["x"].as_f64().unwrap(), run["y"].as_f64().unwrap());
            assert!(svg.contains(&format!("<text x=\"{x}\" y=\"{y}\"")), "{text} at {x}, {y}");
            assert!(svg.contains(&format!(">{text}</text>")), "{text}");
            runs += 1;
        }
    }
    assert!(runs > 100, "{runs} lines of text");
    let plenary = a_box(&live, "zentaikai");
    assert_eq!((plenary["opens"].as_str(), plenary["inside"].as_str()), (Some("body"), Some("council")));
    assert_eq!(a_box(&live, "chiiki")["inside"], "senmon_bukai");
    assert!(live["boxes"].as_array().unwrap().iter().any(|b| b["opens"] == "plan" && b["inside"].is_null()));
    for arrow in live["arrows"].as_array().unwrap() {
        assert!(arrow["flow"].is_string(), "{arrow}");
        let (says, text) = (arrow["says"].as_str().unwrap(), live["text"].as_str().unwrap());
        assert!(text.contains(says), "{says}");
        for run in arrow["runs"].as_array().unwrap() {
            let word = run["text"].as_str().unwrap();
            assert!(says.contains(word), "{word} is not of {says}");
        }
    }
    let tree = call(app, "composition_scene", json!({ "on": "R8.10.14", "a4": false }));
    assert!(tree["boxes"].as_array().unwrap().len() >= 6 && tree["detail"].is_null());
}

#[test]
fn the_list_reads_as_the_chart() {
    let app = &mut sample();
    let list = call(app, "council_list", json!({ "year": "R8" }));
    let live = scene(app, "R8");
    let keys = |v: &Value| -> Vec<String> {
        v.as_array().unwrap().iter().map(|r| r["key"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(keys(&list), keys(&live["boxes"]));
    let rows = list.as_array().unwrap();
    let plenary = rows.iter().find(|r| r["key"] == "zentaikai").unwrap();
    assert!(plenary["seats"].as_u64().unwrap() > 10, "{plenary}");
    assert!(texts(&plenary["arrows"]).iter().any(|a| a.contains("協議依頼")), "{plenary}");
    assert_eq!(rows.iter().find(|r| r["key"] == "chiiki").unwrap()["depth"], 1);
    let choices = call(app, "council_choices", json!({ "year": "R8" }));
    for list in ["kinds", "verbs", "text_kinds", "fills", "term_rules", "flow_kinds", "directions", "certainties"] {
        assert!(choices[list].as_array().unwrap().len() >= 2, "{list}");
    }
    assert_eq!(choices["ends"].as_array().unwrap().len(), rows.len());
}

#[test]
fn a_page_tells_all_of_a_body() {
    let app = &mut sample();
    let plenary = page(app, "zentaikai", "R8");
    assert_eq!(plenary["says"]["name"], "全体会");
    assert_eq!(plenary["meetings"].as_array().unwrap().len(), 3);
    assert!(plenary["officers"][0]["holders"][0][1].is_string(), "{}", plenary["officers"]);
    assert!(plenary["term_reason"].as_str().unwrap().contains("翌年度"), "{}", plenary["term_reason"]);
    assert!(!plenary["flows"].as_array().unwrap().is_empty() && plenary["changes"][0]["action"].is_string());
    assert_eq!(
        plenary["seats"],
        plenary["members"].as_u64().unwrap() + plenary["vacant"].as_array().unwrap().len() as u64
    );
    let council = call(app, "box_page", json!({ "key": "council", "year": "R8" }));
    assert!(!council["lines"].as_array().unwrap().is_empty());
    let plan = call(app, "chart_scene", json!({ "year": "R8", "a4": false, "detail": "brief" }));
    let plan = plan["boxes"].as_array().unwrap().iter().find(|b| b["opens"] == "plan").unwrap()["key"].clone();
    assert!(call(app, "box_page", json!({ "key": plan, "year": "R8" }))["name"].is_string());
    assert_eq!(refused(app, "body_page", json!({ "body": "nowhere", "year": "R8" })).0, "unknown_body");
    assert_eq!(refused(app, "body_page", json!({ "body": "zentaikai", "year": "1990" })).0, "nothing_in_year");
    assert_eq!(refused(app, "box_page", json!({ "key": "nowhere", "year": "R8" })).0, "unknown_record");
}

#[test]
fn a_revision_leaves_the_years_before_alone() {
    let app = &mut sample();
    let mut new = says(app, "chiiki", "R9");
    let versions = page(app, "chiiki", "R9")["versions"].as_array().unwrap().len();
    new["name"] = json!("地域生活・居住支援部会");
    new["frequency"] = json!({ "text": "年4回開催予定", "per_year": 4, "certainty": "stated" });
    let before = page(app, "chiiki", "R8");
    write(app, "revise_body", json!({ "body": "chiiki", "from_year": "令和9年度", "says": new }));
    assert_eq!(page(app, "chiiki", "R8")["says"], before["says"]);
    let now = page(app, "chiiki", "R9");
    assert_eq!(now["says"], new);
    assert_eq!((now["version_year"].as_i64(), now["versions"].as_array().unwrap().len()), (Some(2027), versions + 1));
    let text = |app: &mut App, year| scene(app, year)["text"].as_str().unwrap().to_owned();
    assert!(text(app, "R9").contains("地域生活・居住支援部会") && !text(app, "R8").contains("地域生活・居住支援部会"));

    let found = call(app, "year_differences", json!({ "year": "R9" }));
    let row = found["rows"].as_array().unwrap().iter().find(|r| r["key"] == "chiiki").unwrap().clone();
    assert_eq!(row["what"], "changed");
    assert!(texts(&row["details"]).iter().any(|d| d.contains("地域生活支援部会 → 地域生活・居住支援部会")), "{row}");
    assert!(texts(&row["details"]).iter().any(|d| d.contains("年4回開催予定")), "{row}");

    let again = json!({ "body": "chiiki", "from_year": "R9", "says": new });
    assert_eq!(refused(app, "revise_body", again).1.as_deref(), Some("from_year"));
    let mut earlier = says(app, "chiiki", "R6");
    earlier["note"] = json!("試行");
    let done = write(app, "revise_body", json!({ "body": "chiiki", "from_year": "R6", "says": earlier }));
    assert!(texts(&done["notices"])[0].contains("別の版"), "{}", done["notices"]);
    assert_eq!(page(app, "chiiki", "R7")["says"]["note"], "試行");
    assert_eq!(page(app, "chiiki", "R8")["says"], before["says"]);
}

#[test]
fn a_correction_mends_the_version_that_holds() {
    let app = &mut sample();
    let mut new = says(app, "unei", "R8");
    let versions = page(app, "unei", "R8")["versions"].as_array().unwrap().len();
    new["officers"][0]["method"] = json!("座長は委員の互選");
    write(app, "correct_body", json!({ "body": "unei", "from_year": "R8", "says": new }));
    let now = page(app, "unei", "R8");
    assert_eq!((&now["says"], now["versions"].as_array().unwrap().len()), (&new, versions));
    assert!(now["changes"].as_array().unwrap().iter().any(|c| c["action"] == "会議体の記載の訂正"));
}

#[test]
fn words_that_are_wrong_are_refused() {
    let app = &mut sample();
    let good = says(app, "zentaikai", "R8");
    let with = |change: &dyn Fn(&mut Value)| {
        let mut says = good.clone();
        change(&mut says);
        json!({ "body": "zentaikai", "from_year": "R8", "says": says })
    };
    let cases: Vec<(&str, Option<&str>, Value)> = vec![
        ("text_empty", Some("name"), with(&|s| s["name"] = json!(" "))),
        ("text_control", Some("name"), with(&|s| s["name"] = json!("全\u{7}体会"))),
        ("text_empty", Some("texts"), with(&|s| s["texts"][0]["text"] = json!(""))),
        ("rule", Some("categories"), with(&|s| s["categories"][1]["number"] = json!(1))),
        ("rule", Some("categories"), with(&|s| drop(s["categories"].as_array_mut().unwrap().remove(0)))),
        ("rule", Some("officers"), with(&|s| s["officers"][1]["title"] = json!("会長"))),
        ("bad_request", None, with(&|s| s["verb"] = json!("no such"))),
        ("bad_request", None, with(&|s| s["term_rule"] = json!("years:99"))),
    ];
    for (code, field, args) in cases {
        let found = refused(app, "correct_body", args);
        assert_eq!((found.0.as_str(), found.1.as_deref()), (code, field), "{}", found.2);
    }
    let mut args = with(&|_| ());
    args["from_year"] = json!("1980");
    assert_eq!(refused(app, "revise_body", args).1.as_deref(), Some("from_year"));
}

#[test]
fn a_body_comes_and_goes() {
    let app = &mut sample();
    let new = json!({ "kind": "subcommittee", "parent": "senmon_bukai", "name": "就労支援部会", "note": null,
        "from_year": "R8" });
    let done = write(app, "add_body", new);
    let key = done["output"].as_str().unwrap().to_owned();
    assert!(texts(&done["notices"])[0].contains("全体会"), "V10: {}", done["notices"]);
    assert_eq!(a_box(&scene(app, "R8"), &key)["inside"], "senmon_bukai");
    assert!(a_box(&scene(app, "R7"), &key).is_null());
    let arrow = json!({ "from": key, "to": "zentaikai", "label": "報告", "kind": "consultation",
        "direction": "one_way", "certainty": "stated", "note": null });
    write(app, "add_flow", json!({ "from_year": "R8", "arrow": arrow }));
    write(app, "end_body", json!({ "body": key, "last_year": "R8" }));
    assert!(a_box(&scene(app, "R9"), &key).is_null() && !a_box(&scene(app, "R8"), &key).is_null());
    let flows = page(app, &key, "R8")["flows"].clone();
    assert!(flows[0]["years"].as_str().unwrap().ends_with("まで"), "the arrow ends with the body: {flows}");
    let rows = call(app, "year_differences", json!({ "year": "R9" }))["rows"].clone();
    assert!(rows.as_array().unwrap().iter().any(|r| r["what"] == "gone" && r["name"] == "就労支援部会"), "{rows}");
    write(app, "remove_body", json!({ "body": key }));
    assert_eq!(refused(app, "body_page", json!({ "body": key, "year": "R8" })).0, "unknown_body");

    let done = write(
        app,
        "place_body",
        json!({ "body": "chiiki_sagyo", "kind": "working_group", "parent": "kodomo",
        "from_year": "R4", "last_year": "R8" }),
    );
    assert!(texts(&done["notices"]).is_empty(), "{done}");
    let moved = page(app, "chiiki_sagyo", "R8");
    assert_eq!((moved["parent"].as_str(), moved["to_year"].as_i64()), (Some("kodomo"), Some(2026)));
    let done = write(app, "end_body", json!({ "body": "chiiki", "last_year": "R8" }));
    assert!(texts(&done["notices"])[0].contains("任期"), "members remain: {done}");
}

#[test]
fn the_councils_shape_is_guarded() {
    let app = &mut sample();
    let place = |body: &str, kind: &str, parent: Value, from: &str, last: Value| json!({ "body": body, "kind": kind, "parent": parent, "from_year": from, "last_year": last });
    let cases = [
        ("end_body", "rule", "last_year", json!({ "body": "zentaikai", "last_year": "R8" })),
        ("end_body", "rule", "last_year", json!({ "body": "senmon_bukai", "last_year": "R8" })),
        ("end_body", "rule", "last_year", json!({ "body": "jimukyoku", "last_year": "1950" })),
        ("end_body", "bad_year", "year", json!({ "body": "jimukyoku", "last_year": "いつか" })),
        ("place_body", "rule", "parent", place("chiiki", "subcommittee", json!("chiiki_sagyo"), "R4", Value::Null)),
        ("place_body", "rule", "parent", place("chiiki", "subcommittee", json!("jimukyoku"), "R4", Value::Null)),
        ("place_body", "rule", "last_year", place("chiiki", "subcommittee", json!("senmon_bukai"), "R8", json!("R7"))),
        ("place_body", "rule", "last_year", place("zentaikai", "steering", Value::Null, "R4", Value::Null)),
        (
            "add_body",
            "text_empty",
            "name",
            json!({ "kind": "partner", "parent": null, "name": "", "note": null,
            "from_year": "R8" }),
        ),
        (
            "add_body",
            "unknown_body",
            "body",
            json!({ "kind": "subcommittee", "parent": "nowhere", "name": "部会",
            "note": null, "from_year": "R8" }),
        ),
    ];
    for (command, code, field, args) in cases {
        let found = refused(app, command, args);
        assert_eq!((found.0.as_str(), found.1.as_deref()), (code, Some(field)), "{command}: {}", found.2);
    }
    assert_eq!(refused(app, "remove_body", json!({ "body": "unei" })).0, "broken_reference");
}

#[test]
fn arrows_change_from_a_year_on() {
    let app = &mut sample();
    let flows = page(app, "senmon_bukai", "R8")["flows"].clone();
    let guessed =
        flows.as_array().unwrap().iter().find(|f| f["estimated"] == true).expect("an estimated arrow").clone();
    write(app, "confirm_flow", json!({ "flow": guessed["id"], "note": "設置要綱第5条" }));
    let find = |app: &mut App, year: &str, label: &str| {
        let flows = page(app, "senmon_bukai", year)["flows"].clone();
        flows.as_array().unwrap().iter().find(|f| f["label"] == label).cloned()
    };
    let now = find(app, "R8", guessed["label"].as_str().unwrap()).unwrap();
    assert_eq!((&now["estimated"], &now["note"]), (&json!(false), &json!("設置要綱第5条")));

    let arrow = |label: &str, to: &str| {
        json!({ "from": "senmon_bukai", "to": to, "label": label, "kind": "consultation", "direction": "both",
            "certainty": "stated", "note": null })
    };
    let report = find(app, "R8", "報告").expect("専門部会 reports")["id"].clone();
    let change = json!({ "flow": report, "from_year": "R8", "arrow": arrow("報告・相談", "zentaikai") });
    write(app, "change_flow", change);
    assert!(find(app, "R7", "報告").is_some() && find(app, "R7", "報告・相談").is_none());
    let changed = find(app, "R8", "報告・相談").unwrap();
    assert!(find(app, "R8", "報告").is_none() && changed["both"] == true);
    let rows = call(app, "year_differences", json!({ "year": "R8" }))["rows"].clone();
    assert!(rows.as_array().unwrap().iter().any(|r| r["name"].as_str().unwrap().contains("報告・相談")), "{rows}");
    write(app, "remove_flow", json!({ "flow": changed["id"], "from_year": "R9" }));
    assert!(find(app, "R8", "報告・相談").is_some() && find(app, "R9", "報告・相談").is_none());
    write(app, "remove_flow", json!({ "flow": changed["id"], "from_year": null }));
    assert!(find(app, "R8", "報告・相談").is_none());

    let add = |arrow: Value, year: &str| json!({ "from_year": year, "arrow": arrow });
    let same = refused(app, "add_flow", add(arrow("相談", "senmon_bukai"), "R8"));
    assert_eq!((same.0.as_str(), same.1.as_deref()), ("rule", Some("to")));
    assert_eq!(refused(app, "add_flow", add(arrow("相談", "nowhere"), "R8")).0, "unknown_body");
    assert_eq!(refused(app, "add_flow", add(arrow("相\u{7}談", "zentaikai"), "R8")).0, "text_control");
    assert_eq!(refused(app, "add_flow", add(arrow("相談", "zentaikai"), "1950")).1.as_deref(), Some("from_year"));
    assert_eq!(refused(app, "confirm_flow", json!({ "flow": "x", "note": null })).0, "unknown_record");
}

#[test]
fn a_box_is_dropped_where_the_chart_can_still_be_drawn() {
    let app = &mut sample();
    let shown = json!({ "year": "R8", "a4": false, "detail": "standard" });
    let at = a_box(&scene(app, "R8"), "jimukyoku")["rect"].clone();
    let (x, y) = (at["x"].as_f64().unwrap() + 3.0, at["y"].as_f64().unwrap() - 4.0);
    write(app, "pin_box", json!({ "key": "jimukyoku", "x_mm": x, "y_mm": y, "shown": shown }));
    let fixed = a_box(&scene(app, "R8"), "jimukyoku");
    assert!((fixed["rect"]["x"].as_f64().unwrap() - x).abs() < 0.01 && fixed["pinned"] == true, "{fixed}");
    assert_eq!(page(app, "jimukyoku", "R8")["pinned"], json!(["a3"]));
    let off = json!({ "key": "jimukyoku", "x_mm": 900.0, "y_mm": 10.0, "shown": shown });
    assert_eq!(refused(app, "pin_box", off).0, "chart");
    let frame = json!({ "key": "council", "x_mm": 100.0, "y_mm": 40.0, "shown": shown });
    assert_eq!(refused(app, "pin_box", frame).0, "unknown_body");
    // Set without looking, as the command line does: the screen still has a chart, and says why.
    call(app, "pin_box", json!({ "key": "zentaikai", "x_mm": 410.0, "y_mm": 290.0 }));
    let live = scene(app, "R8");
    assert_eq!(live["notes"].as_array().unwrap().len(), 1);
    write(app, "unpin_all", json!({ "a4": false }));
    assert!(scene(app, "R8")["notes"].as_array().unwrap().is_empty());
    assert_eq!(refused(app, "unpin_all", json!({ "a4": false })).0, "unknown_record");
}

#[test]
fn v10_a_new_subcommittee_says_which_plenary_set_it_up() {
    let app = &mut sample();
    let ask = json!({ "kind": "subcommittee", "parent": "専門部会", "name": "就労支援部会", "note": null, "from_year": "R8" });
    let done = call(app, "add_body", ask);
    assert!(done["notices"][0].as_str().unwrap().contains("設置を決めた全体会が記録されていません"), "{done}");
    let body = done["output"].as_str().unwrap().to_owned();
    let shown = page(app, &body, "R8");
    assert!(shown["resolution_missing"].as_str().unwrap().contains("就労支援部会の設置を決めた全体会"), "{shown}");
    let gaps = call(app, "today", json!({}))["gaps"].clone();
    assert!(
        gaps.as_array().unwrap().iter().any(|g| g["kind"] == "resolution" && g["what"] == "就労支援部会"),
        "{gaps}"
    );
    assert_eq!(page(app, "kodomo", "R8")["resolution_missing"], Value::Null, "there from the beginning");

    let offered = shown["resolution_choices"].as_array().unwrap().clone();
    assert!(offered[0]["label"].as_str().unwrap().contains("令和8年度"), "latest first: {offered:?}");
    let meetings = call(app, "list_meetings", json!({ "body": "全体会", "year": "R8" }));
    let ids: Vec<&str> = meetings.as_array().unwrap().iter().map(|m| m["id"].as_str().unwrap()).collect();
    assert_eq!(offered[0]["value"], ids[0], "held ones only");
    let set = |meeting: Value, earlier: Value| json!({ "body": body, "meeting": meeting, "earlier": earlier });
    let (_, field, said) = refused(app, "set_resolution", set(json!(ids[1]), Value::Null));
    assert!(said.contains("まだ開かれていない") && field.as_deref() == Some("meeting"), "{said}");
    let steering = call(app, "list_meetings", json!({ "body": "運営会議", "year": "R8" }))[0]["id"].clone();
    assert!(refused(app, "set_resolution", set(steering, Value::Null)).2.contains("全体会の会議ではありません"));
    assert_eq!(refused(app, "set_resolution", set(Value::Null, json!(" "))).0, "text_empty");

    write(app, "set_resolution", set(json!(ids[0]), Value::Null));
    let shown = page(app, &body, "R8");
    assert_eq!((&shown["resolution"]["meeting"], &shown["resolution_missing"]), (&json!(ids[0]), &Value::Null));
    assert!(shown["changes"].to_string().contains("設置の議決の記録"), "{}", shown["changes"]);
    let history = call(app, "history", json!({ "limit": 20 }));
    let change = history.as_array().unwrap().iter().find(|r| r["action"] == "設置の議決の記録").unwrap();
    let details = call(app, "change_details", json!({ "change": change["change"] })).to_string();
    assert!(details.contains("設置を決めた全体会") && details.contains("第1回"), "{details}");

    let words = "平成30年度第2回全体会で設置を承認";
    write(app, "set_resolution", set(Value::Null, json!(words)));
    assert_eq!(page(app, &body, "R8")["resolution"]["note"], words);
    write(app, "set_resolution", set(Value::Null, Value::Null));
    assert_eq!(page(app, &body, "R8")["resolution"], Value::Null);
}
