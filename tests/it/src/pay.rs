//! What members are paid through the commands: rates by date, exceptions, travel, lists that
//! are closed once paid, later corrections, the tax hint (V27); and attendance in figures.

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
    with_undo(app, |app| call(app, name, args))["output"].clone()
}

fn refused(app: &mut App, name: &str, args: Value) -> String {
    let before = dump(app);
    let wire = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, dump(app), "a refused command left something");
    assert!(!wire.hint.is_empty());
    wire.message
}

/// A council that has set nothing of payment, with its plenary of 令和8年度 that was held.
fn bare() -> (App, Value, Value) {
    let mut app = sample();
    for list in call(&mut app, "pay_lists", json!({})).as_array().unwrap().clone() {
        if !list["closed_on"].is_null() {
            call(&mut app, "reopen_pay_list", json!({ "list": list["id"], "reason": "試験" }));
        }
        call(&mut app, "remove_pay_list", json!({ "list": list["id"] }));
    }
    let settings = call(&mut app, "pay_settings", json!({ "on": null }));
    for body in settings["bodies"].as_array().unwrap() {
        call(&mut app, "set_pay_rule", json!({ "body": body["key"], "kind": "none" }));
        for rate in body["rates"].as_array().unwrap() {
            call(&mut app, "remove_pay_rate", json!({ "rate": rate["id"] }));
        }
        for member in body["members"].as_array().unwrap() {
            let who = &member["appointment"];
            call(&mut app, "set_pay_exception", json!({ "appointment": who, "standing": null }));
            call(&mut app, "set_travel", json!({ "appointment": who, "amount": null }));
        }
    }
    for table in settings["tables"].as_array().unwrap() {
        call(&mut app, "remove_tax_table", json!({ "table": table["id"] }));
    }
    let all = call(&mut app, "year_meetings", json!({ "body": "全体会", "year": "R8" }));
    let held = all.as_array().unwrap().iter().find(|m| m["number"] == 1).unwrap().clone();
    (app, held["id"].clone(), held["date"].clone())
}

fn rate(body: &str, amount: u32, title: Option<&str>) -> Value {
    json!({ "body": body, "from": "2026-04-01", "title": title, "unit": "day", "amount": amount })
}

/// Pay of 9,000 yen a day, 11,000 for the chair, and a list of that day.
fn with_list(app: &mut App, on: &Value) -> Value {
    write(app, "set_pay_rule", json!({ "body": "全体会", "kind": "pay" }));
    write(app, "set_pay_rate", rate("全体会", 9_000, None));
    write(app, "set_pay_rate", rate("全体会", 11_000, Some("会長")));
    write(app, "add_pay_list", json!({ "from": on, "to": on, "body": "全体会" }))
}

fn page(app: &mut App, list: &Value) -> Value {
    call(app, "pay_list", json!({ "list": list }))
}

/// Who came themselves and is paid.
fn comers(app: &mut App, meeting: &Value) -> Vec<Value> {
    let rows = call(app, "list_attendance", json!({ "meeting": meeting }))["rows"].clone();
    let there = ["present", "online", "late", "left_early"];
    let came = |r: &&Value| r["presence"].as_str().is_some_and(|p| there.contains(&p));
    rows.as_array().unwrap().iter().filter(came).map(|r| r["appointment"].clone()).collect()
}

#[test]
fn nothing_is_paid_until_the_office_says_so() {
    let (app, _, on) = &mut bare();
    let list = write(app, "add_pay_list", json!({ "from": on, "to": on }));
    let shown = page(app, &list);
    assert_eq!((&shown["people"], &shown["net"]), (&json!([]), &json!(0)));
    refused(app, "close_pay_list", json!({ "list": list, "on": "2026-09-30" }));
    let ask: Document = serde_json::from_value(json!({ "kind": "pay_list", "list": list })).unwrap();
    let words = app.document(&ask).unwrap().words();
    assert!(words.contains("該当なし") && !words.lines().any(|l| l.starts_with("計")), "{words}");
    write(app, "set_pay_rule", json!({ "body": "全体会", "kind": "reward" }));
    let shown = page(app, &list);
    assert_eq!(shown["people"], json!([]), "no rate is entered");
    let reasons = shown["unpaid"].to_string();
    assert!(reasons.contains("単価が記録されていません"), "{reasons}");
}

#[test]
fn who_came_is_paid_by_their_office_and_officials_are_not() {
    let (app, meeting, on) = &mut bare();
    let list = with_list(app, on);
    let shown = page(app, &list);
    let (people, unpaid) = (shown["people"].as_array().unwrap(), shown["unpaid"].as_array().unwrap());
    assert_eq!(people.len() + unpaid.len(), comers(app, meeting).len(), "{unpaid:?}");
    let settings = call(app, "pay_settings", json!({ "on": null }))["bodies"].clone();
    let all: Vec<&Value> = settings.as_array().unwrap().iter().flat_map(|b| b["members"].as_array().unwrap()).collect();
    let officials = all.iter().filter(|m| m["standing"] == "official").count();
    assert!(officials > 0 && all.iter().all(|m| m["set"] == false), "officials are told by post and verb");
    let chairs: Vec<_> = people.iter().filter(|p| p["fee"] == 11_000).collect();
    assert_eq!(chairs.len(), 1);
    let expected = 11_000 + 9_000 * (people.len() - 1);
    assert_eq!(shown["fee"], json!(expected));
    assert!(
        people.iter().all(|p| p["hint"].as_str().unwrap().contains("表が記録されていない")),
        "V27: no table, no hint"
    );

    let who = people[1]["appointment"].clone();
    write(
        app,
        "set_pay_exception",
        json!({ "appointment": who, "standing": "declined", "note": "所属先の規程による" }),
    );
    write(app, "set_travel", json!({ "appointment": people[0]["appointment"], "amount": 640 }));
    let again = page(app, &list);
    assert_eq!((&again["travel"], again["people"].as_array().unwrap().len()), (&json!(640), people.len() - 1));
    assert!(again["unpaid"].to_string().contains("所属先の規程による"));
    let at = json!({ "appointment": people[0]["appointment"], "meeting": meeting, "amount": 1_200 });
    write(app, "set_travel", at);
    assert_eq!(page(app, &list)["travel"], json!(1_200), "what is entered for the meeting comes first");
    refused(app, "set_travel", json!({ "appointment": who, "amount": 999_999_999 }));
}

#[test]
fn rates_are_told_by_their_day_and_half_days_by_their_minutes() {
    let (app, meeting, on) = &mut bare();
    let list = with_list(app, on);
    assert!(refused(app, "set_pay_rate", rate("全体会", 8_000, None)).contains("すでに"));
    let half = json!({ "body": "全体会", "from": "2026-05-01", "unit": "day", "amount": 9_500, "half_amount": 4_700 });
    assert!(refused(app, "set_pay_rate", half).contains("両方"));
    let half = json!({ "body": "全体会", "from": "2026-05-01", "unit": "day", "amount": 9_500, "half_amount": 4_700, "half_minutes": 60 });
    write(app, "set_pay_rate", half);
    write(app, "set_meeting_day", json!({ "meeting": meeting, "opened": "14:00", "closed": "16:00" }));
    let who = page(app, &list)["people"][1]["appointment"].clone();
    let early = json!({ "appointment": who, "presence": "left_early", "proxy": null, "came": "", "left": "15:00" });
    write(app, "set_attendance", json!({ "meeting": meeting, "rows": [early] }));
    let lines = page(app, &list)["lines"].clone();
    let line = lines.as_array().unwrap().iter().find(|l| l["appointment"] == who).unwrap().clone();
    assert_eq!((&line["fee"], &line["basis"]), (&json!(4_700), &json!("半日　4,700円")));
    let hour = json!({ "body": "全体会", "from": "2026-06-01", "unit": "hour", "amount": 5_000 });
    let hour = write(app, "set_pay_rate", hour);
    let line = page(app, &list)["lines"].as_array().unwrap().iter().find(|l| l["appointment"] == who).unwrap().clone();
    assert_eq!(line["fee"], json!(5_000), "{line}");
    write(app, "remove_pay_rate", json!({ "rate": hour }));
}

#[test]
fn a_closed_list_stays_as_it_was_paid_and_the_next_one_says_the_difference() {
    let (app, meeting, on) = &mut bare();
    let list = with_list(app, on);
    assert!(refused(app, "close_pay_list", json!({ "list": list, "on": "2026-04-01" })).contains("前です"));
    let before = page(app, &list);
    write(app, "close_pay_list", json!({ "list": list, "on": "2026-07-10" }));
    assert!(refused(app, "close_pay_list", json!({ "list": list, "on": "2026-07-11" })).contains("締めています"));
    refused(app, "remove_pay_list", json!({ "list": list }));
    refused(
        app,
        "set_withheld",
        json!({ "list": list, "appointment": before["people"][1]["appointment"], "amount": 0 }),
    );

    let who = before["people"][1]["appointment"].clone();
    let absent = json!({ "appointment": who, "presence": "absent", "proxy": null });
    write(app, "set_attendance", json!({ "meeting": meeting, "rows": [absent] }));
    let frozen = page(app, &list);
    assert_eq!((&frozen["lines"], &frozen["fee"]), (&before["lines"], &before["fee"]), "frozen with what was paid");
    assert!(frozen["changed"][0].as_str().unwrap().contains("差額-9,000円"), "{}", frozen["changed"]);

    let next = write(app, "add_pay_list", json!({ "from": "2026-07-01", "to": "2026-09-30", "body": "全体会" }));
    let shown = page(app, &next);
    let lines = shown["lines"].as_array().unwrap();
    let own: Vec<_> = lines.iter().filter(|l| l["appointment"] == who && l["difference"] == true).collect();
    assert_eq!((own.len(), &own[0]["fee"]), (1, &json!(-9_000)));
    assert!(own[0]["basis"].as_str().unwrap().contains("支払済み9,000円"));
    assert_eq!(lines.iter().filter(|l| l["difference"] == true).count(), 1, "nobody else changed");
    write(app, "close_pay_list", json!({ "list": next, "on": "2026-10-01" }));
    assert_eq!(page(app, &list)["changed"], json!([]), "the difference is settled");

    assert!(refused(app, "reopen_pay_list", json!({ "list": list, "reason": " " })).contains("空"));
    write(app, "reopen_pay_list", json!({ "list": list, "reason": "単価の誤り" }));
    let open = page(app, &list);
    assert!(open["reopened"][0].as_str().unwrap().contains("単価の誤り"));
    assert_eq!(open["row"]["closed_on"], Value::Null);
    refused(app, "reopen_pay_list", json!({ "list": list, "reason": "もう一度" }));
    write(app, "remove_pay_list", json!({ "list": list }));
}

#[test]
fn two_open_lists_do_not_pay_the_same_day() {
    let (app, _, on) = &mut bare();
    write(app, "add_pay_list", json!({ "from": on, "to": on, "title": "6月分" }));
    assert!(refused(app, "add_pay_list", json!({ "from": "2026-04-01", "to": "2027-03-31" })).contains("重なる"));
    refused(app, "add_pay_list", json!({ "from": "2026-09-30", "to": "2026-09-01" }));
}

#[test]
fn v27_the_hint_follows_the_offices_own_table() {
    let (app, _, on) = &mut bare();
    let list = with_list(app, on);
    let table = json!({ "from": "2026-01-01", "source": "所得税基本通達28-7", "free": 10_000, "brackets": [] });
    let id = write(app, "set_tax_table", table.clone());
    assert!(refused(app, "set_tax_table", table).contains("すでに"));
    let people = page(app, &list)["people"].clone();
    let (chair, member) = (&people[0], &people[1]);
    assert_eq!((&member["taxed"], &member["withheld"]), (&json!(false), &json!(0)));
    assert!(member["hint"].as_str().unwrap().contains("所得税基本通達28-7により課税しなくて差し支えない"), "{member}");
    assert_eq!((&chair["taxed"], &chair["withheld"]), (&json!(true), &Value::Null), "11,000 yen: payroll enters it");
    assert!(chair["hint"].as_str().unwrap().contains("乙欄"));
    write(app, "set_withheld", json!({ "list": list, "appointment": chair["appointment"], "amount": 337 }));
    let entered = page(app, &list)["people"][0].clone();
    assert_eq!(
        (&entered["withheld"], &entered["net"], &entered["entered"]),
        (&json!(337), &json!(11_000 - 337), &json!(true))
    );
    write(app, "set_withheld", json!({ "list": list, "appointment": chair["appointment"], "amount": null }));
    let brackets = json!([{ "from": 0, "amount": 0, "share": 3_063 }]);
    write(
        app,
        "set_tax_table",
        json!({ "table": id, "from": "2026-01-01", "source": "税額表", "free": 10_000, "brackets": brackets }),
    );
    assert_eq!(page(app, &list)["people"][0]["withheld"], json!(336), "11,000 yen at 3.063%, cut off");
    let twice = json!([{ "from": 0, "amount": 0, "share": 1 }, { "from": 0, "amount": 0, "share": 2 }]);
    refused(
        app,
        "set_tax_table",
        json!({ "table": id, "from": "2026-01-01", "source": "税額表", "free": 0, "brackets": twice }),
    );
    write(app, "set_travel", json!({ "appointment": member["appointment"], "amount": 500 }));
    assert!(page(app, &list)["people"][1]["hint"].as_str().unwrap().contains("費用弁償を支払うため"));
    write(app, "remove_tax_table", json!({ "table": id }));
}

#[test]
fn a_list_leaves_as_a_table_without_accounts() {
    let (app, _, on) = &mut bare();
    let list = with_list(app, on);
    let ask: Document = serde_json::from_value(json!({ "kind": "pay_list", "list": list })).unwrap();
    let ready = app.document(&ask).unwrap();
    assert!(ready.words().contains("支払一覧") && ready.words().contains("口座と個人番号は"), "{}", ready.words());
    let made = ready.export(Format::Xlsx, Fallback::Refuse).unwrap().unwrap();
    assert!(made.bytes.starts_with(b"PK"));
}

#[test]
fn attendance_in_figures_is_of_members_on_the_day_with_excused_apart() {
    let app = &mut sample();
    let all = call(app, "turnout", json!({ "year": "R8" }));
    let bodies = all["bodies"].as_array().unwrap();
    let members = all["members"].as_array().unwrap();
    let sum = |rows: &[Value], key: &str| rows.iter().map(|r| r[key].as_u64().unwrap()).sum::<u64>();
    for key in ["meetings", "present", "excused", "absent", "proxy", "online"] {
        assert_eq!(sum(bodies, key), sum(members, key), "{key}");
        assert_eq!(sum(bodies, key), sum(all["organizations"].as_array().unwrap(), key), "{key}");
    }
    let held = all["held"].as_array().unwrap().iter().find(|h| h["body"] == "全体会").unwrap();
    assert_eq!((&held["planned"], &held["held"], &held["missing"]), (&json!(3), &json!(1), &json!(0)));

    let meeting = call(app, "year_meetings", json!({ "body": "全体会", "year": "R8" }))[0]["id"].clone();
    let who = call(app, "list_attendance", json!({ "meeting": meeting }))["rows"][0].clone();
    let excused = json!({ "appointment": who["appointment"], "presence": "excused", "proxy": null });
    call(app, "set_attendance", json!({ "meeting": meeting, "rows": [excused] }));
    let again = call(app, "turnout", json!({ "year": "R8", "body": "全体会" }));
    let row = again["members"].as_array().unwrap().iter().find(|m| m["person"] == who["person"]).unwrap();
    assert_eq!((&row["excused"], &row["rate"], &row["rate_unexcused"]), (&json!(1), &json!("0.0％"), &Value::Null));
    refused(app, "turnout", json!({ "body": "ない会議" }));
}

#[test]
fn attendance_is_counted_over_a_term_too() {
    let app = &mut sample();
    let terms = call(app, "turnout_terms", json!({ "body": "全体会" }));
    let term = terms.as_array().unwrap().iter().find(|t| t["to"] == "2028-03-31").unwrap_or_else(|| panic!("{terms}"));
    assert!(term["label"].as_str().unwrap().ends_with("令和10年3月31日"), "{term}");
    assert_eq!(terms, call(app, "turnout_terms", json!({ "body": null })), "the plenary's where none is named");
    let days = json!({ "from": term["from"], "to": term["to"], "body": "全体会" });
    let counted = call(app, "turnout", days.clone());
    assert!(counted["members"].as_array().unwrap().len() > 10 && counted["held"] == json!([]), "{counted}");
    let ask = json!({ "kind": "turnout", "days": days, "audience": "internal" });
    let ask: Document = serde_json::from_value(ask).unwrap();
    assert!(app.document(&ask).unwrap().words().contains("～令和10年"));
    refused(app, "turnout_terms", json!({ "body": "ない会議" }));
}

#[test]
fn v26_the_public_edition_of_attendance_names_bodies_alone() {
    let app = sample();
    let ask: Document =
        serde_json::from_value(json!({ "kind": "turnout", "days": { "year": "R8" }, "audience": "public" })).unwrap();
    let ready = app.document(&ask).unwrap();
    let words = ready.words();
    assert!(words.contains("全体会"), "{words}");
    let council = app.snapshot().unwrap();
    for person in council.people() {
        assert!(!words.contains(&person.name.full()), "{words}");
    }
    let csv = ready.export(Format::Csv, Fallback::Refuse).unwrap().unwrap();
    let csv = String::from_utf8(csv.bytes).unwrap();
    assert!(!csv.contains("委員別") && !csv.contains("団体別"), "{csv}");
}
