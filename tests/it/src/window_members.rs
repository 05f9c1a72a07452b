//! The screen of members by its commands: tables, a person's page, previews, and
//! corrections; after every write, undo restores the exact dump.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

fn write(app: &mut App, name: &str, args: Value) -> Value {
    with_undo(app, |app| call(app, name, args))
}

/// What a command is refused with: code, message and field.
fn refused(app: &mut App, name: &str, args: Value) -> (String, String, Option<String>) {
    let before = dump(app);
    let wire = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, dump(app), "a refused command left something");
    (wire.code, wire.message, wire.field)
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

/// The row of somebody, by full name, in a body on a day.
fn row(app: &mut App, body: &str, on: &str, name: &str) -> Value {
    let table = call(app, "member_table", json!({ "body": body, "on": on }));
    list(&table["rows"]).iter().find(|r| r["name"] == name).unwrap_or_else(|| panic!("{name} in {table}")).clone()
}

/// The vacant seat of 全体会 whose member resigned on 30 June 2026.
fn vacant(app: &mut App) -> Value {
    let seats = call(app, "vacant_seats", json!({ "on": "R8.10.1" }));
    list(&seats).iter().find(|s| s["body"] == "zentaikai" && s["since"] == "2026-07-01").expect("the seat").clone()
}

fn person(app: &mut App, family: &str) -> Value {
    let ask = json!({ "family": family, "given": "試子", "family_kana": "しけん", "given_kana": "ためこ", "publication": "name" });
    write(app, "add_person", ask)["output"].clone()
}

#[test]
fn one_table_shows_who_sits_where_on_a_day() {
    let app = &mut sample();
    let table = call(app, "member_table", json!({ "body": null, "on": "R8.10.1" }));
    let rows = list(&table["rows"]);
    assert_eq!(table["on"], "2026-10-01");
    assert!(list(&table["bodies"]).len() >= 5, "{}", table["bodies"]);
    let bodies: std::collections::BTreeSet<_> = rows.iter().map(|r| r["body"].to_string()).collect();
    assert_eq!(bodies.len(), list(&table["bodies"]).len());
    let head = rows.iter().find(|r| r["office"] == "会長").expect("a chair");
    assert_eq!((&head["end"], &head["days_left"], &head["near"]), (&json!("2028-03-31"), &json!(547), &json!(false)));
    assert!(head["category_text"].as_str().unwrap().starts_with(['⑴', '⑵', '⑶', '⑷', '⑸', '⑹', '⑺']), "{head}");
    assert!(rows.iter().any(|r| r["derived"] == true && !r["name"].is_null()), "部会長 sit in 運営会議");
    let one = call(app, "member_table", json!({ "body": "全体会", "on": "2028-01-10" }));
    assert!(list(&one["rows"]).iter().all(|r| r["body"] == "zentaikai"));
    assert!(list(&one["rows"]).iter().any(|r| r["near"] == true), "the term ends in March 2028");
    assert_eq!(refused(app, "member_table", json!({ "body": "ない会", "on": null })).0, "unknown_body");
}

#[test]
fn a_search_folds_what_is_typed() {
    let app = &mut sample();
    let words = call(app, "search_words", json!({ "text": " 髙橋　ﾀｶﾊｼ " }));
    assert_eq!(words, json!(["高橋", "たかはし"]));
    let table = call(app, "member_table", json!({ "body": null, "on": "R8.10.1" }));
    let found = |word: &str| {
        let words = call(&mut sample(), "search_words", json!({ "text": word }));
        let hit = |r: &&Value| list(&words).iter().all(|w| r["search"].as_str().unwrap().contains(w.as_str().unwrap()));
        list(&table["rows"]).iter().filter(hit).count()
    };
    assert!(found("高橋") > 0 && found("高橋") == found("髙橋") && found("タカハシ") >= found("高橋"));
}

#[test]
fn everybody_is_listed_with_where_they_sit() {
    let app = &mut sample();
    let id = person(app, "未委嘱");
    let people = call(app, "people_table", json!({ "on": "R8.10.1" }));
    let of = |id: &Value| list(&people).iter().find(|p| p["id"] == *id).expect("listed").clone();
    assert_eq!((of(&id)["ever"].clone(), of(&id)["sits"].clone()), (json!(false), json!([])));
    assert!(list(&people).iter().any(|p| p["sits"][0].as_str().is_some_and(|s| s.starts_with("全体会（会長"))));
    assert!(list(&people).iter().any(|p| p["namesake"] == true), "the sample has namesakes");
}

#[test]
fn a_persons_page_tells_where_each_last_day_comes_from() {
    let app = &mut sample();
    let id = row(app, "全体会", "2025-10-01", "髙橋　美咲子").get("person").cloned();
    let id = id.expect("a person");
    let page = call(app, "person_details", json!({ "person": id, "on": "R8.10.1" }));
    let all = list(&page["appointments"]);
    let filled_in = all.iter().find(|a| a["end_rule"] == "remaining").expect("a replacement");
    assert!(filled_in["derivation"].as_str().unwrap().contains("残任期間"), "{filled_in}");
    assert!(filled_in["replaces"].is_string() && filled_in["state"] == "ended");
    let now = all.iter().find(|a| a["state"] == "open").expect("still a member");
    assert!(now["derivation"].as_str().unwrap().contains("翌年度の末日"), "{now}");
    assert!(!list(&page["affiliations"]).is_empty() && page["kana"].as_str().unwrap().contains("たかはし"));
    assert!(!list(&page["attendance"]).is_empty(), "they attended");
    assert_eq!(refused(app, "person_details", json!({ "person": "誰でもない", "on": null })).0, "unknown_person");
}

#[test]
fn a_vacant_seat_says_since_when_and_who_nominates() {
    let app = &mut sample();
    let seat = vacant(app);
    assert_eq!((&seat["last_reason"], &seat["filler"]), (&json!("辞任"), &json!("person")));
    assert!(!seat["nominator"].as_str().unwrap().is_empty() && seat["last"].is_string(), "{seat}");
    let seats = call(app, "vacant_seats", json!({ "on": "R8.11.2" }));
    assert!(list(&seats).iter().any(|s| s["nomination"] == "推薦依頼中" && s["overdue"] == true), "{seats}");
}

fn ask(seat: &Value, person: &Value, start: &str) -> Value {
    json!({ "body": "全体会", "person": person, "category": seat["category"], "seat": seat["seat"], "start": start })
}

/// The same, with the reading of a replacement's term that the office chose.
fn by_rule(mut ask: Value) -> Value {
    ask["reading"] = json!("by_rule");
    ask
}

#[test]
fn a_preview_shows_the_end_before_anything_is_saved() {
    let app = &mut sample();
    let seat = vacant(app);
    let before = dump(app);
    let plain = call(app, "appoint_preview", ask(&seat, &json!(""), "R9.3.1"));
    assert_eq!((&plain["end"], list(&plain["readings"]).len()), (&json!("2028-03-31"), 0), "{plain}");
    assert!(plain["derivation"].as_str().unwrap().contains("令和8年度") && plain["problems"] == json!([]));
    let choice = call(app, "appoint_preview", ask(&seat, &json!(""), "R9.7.1"));
    let ends: Vec<&Value> = list(&choice["readings"]).iter().map(|r| &r["end"]).collect();
    assert_eq!(ends, [&json!("2029-03-31"), &json!("2028-03-31")], "V4: {choice}");
    assert!(choice["end"].is_null() && choice["derivation"] == "");
    let mut chosen = ask(&seat, &json!(""), "R9.7.1");
    chosen["reading"] = json!("remaining");
    let chosen = call(app, "appoint_preview", chosen);
    assert_eq!((&chosen["end"], list(&chosen["readings"]).len()), (&json!("2028-03-31"), 2), "{chosen}");
    let mut late = ask(&seat, &json!(""), "R9.3.1");
    late["end"] = json!("R12.3.31");
    let late = call(app, "appoint_preview", late);
    assert_eq!(late["problems"][0]["field"], "end", "{late}");
    let mut back = ask(&seat, &json!(""), "R9.3.1");
    back["decided_on"] = json!("R9.4.2");
    let back = call(app, "appoint_preview", back);
    assert!(back["notices"].to_string().contains("決裁日"), "V5: {back}");
    assert_eq!(refused(app, "appoint_preview", ask(&seat, &json!(""), "R9.13.1")).0, "bad_day");
    assert_eq!(before, dump(app), "a preview writes nothing");
}

#[test]
fn a_body_says_what_there_is_to_choose_from() {
    let app = &mut sample();
    let plenary = call(app, "body_choices", json!({ "body": "全体会", "on": "R8.10.1" }));
    assert!(plenary["seats"][0]["taken_by"].is_null(), "vacant seats come first");
    assert_eq!(plenary["officers"][0]["title"], "会長");
    assert!(plenary["needs_route"] == false && plenary["term_rule"].as_str().unwrap().contains("翌年度末日"));
    let part = call(app, "body_choices", json!({ "body": "kodomo", "on": "R8.10.1" }));
    assert!(part["needs_route"] == true && part["head"]["name"].is_string(), "{part}");
    assert!(!list(&part["steering"]).is_empty() && !list(&part["meetings"]).is_empty());
    assert!(list(&part["meetings"]).iter().all(|m| m["date"].as_str().unwrap() <= "2026-10-01"));
}

#[test]
fn a_wrong_start_is_mended_and_the_end_follows() {
    let app = &mut sample();
    let (seat, who) = (vacant(app), person(app, "訂正"));
    let id = write(app, "appoint_member", by_rule(ask(&seat, &who, "R9.4.1")))["output"]["id"].clone();
    let change = |start: &str, ended: Value, reason: Value| json!({ "appointment": id, "start": start, "decided_on": "R9.3.20", "letter_number": "障福第9号", "ended_on": ended, "ended_reason": reason });
    let done = write(app, "update_appointment", change("R9.3.1", json!(""), json!("")));
    assert!(done["notices"].to_string().contains("満了日が１年早くなります") || done["notices"] == json!([]), "{done}");
    let line = |app: &mut App| {
        call(app, "person_details", json!({ "person": who, "on": "R9.5.1" }))["appointments"][0].clone()
    };
    assert_eq!(
        (line(app)["end"].clone(), line(app)["letter_number"].clone()),
        (json!("2028-03-31"), json!("障福第9号"))
    );
    write(app, "update_appointment", change("R9.3.1", json!("R9.6.30"), json!("resigned")));
    assert_eq!(line(app)["end_reason_label"], "辞任");
    write(app, "update_appointment", change("R9.3.1", json!("R9.7.31"), json!("died")));
    write(app, "update_appointment", change("R9.3.1", json!(null), json!(null)));
    assert!(line(app)["ended_on"].is_null() && line(app)["end_reason"].is_null());
    let (code, _, field) = refused(app, "update_appointment", change("R9.3.1", json!("R10.4.1"), json!("resigned")));
    assert_eq!((code.as_str(), field.as_deref()), ("rule", Some("on")));
    assert_eq!(refused(app, "update_appointment", change("R9.3.1", json!("R9.6.30"), json!(null))).0, "bad_request");
    assert_eq!(
        refused(app, "update_appointment", change("R8.6.1", json!(null), json!(null))).0,
        "rule",
        "the seat was taken then"
    );
    write(app, "remove_appointment", json!({ "appointment": id }));
    assert_eq!(call(app, "person_details", json!({ "person": who, "on": null }))["appointments"], json!([]));
}

#[test]
fn what_rests_on_an_appointment_holds_it() {
    let app = &mut sample();
    let chair = call(app, "member_table", json!({ "body": "全体会", "on": "R8.10.1" }));
    let chair = list(&chair["rows"]).iter().find(|r| r["office"] == "会長").expect("a chair").clone();
    let (code, message, _) = refused(app, "remove_appointment", json!({ "appointment": chair["appointment"] }));
    assert!(code == "rule" && message.contains("会長") && message.contains("出欠"), "{message}");
    let moved = json!({ "appointment": chair["appointment"], "start": "R8.9.1" });
    let (code, message, field) = refused(app, "update_appointment", moved);
    assert!(code == "rule" && message.contains("会長") && field.as_deref() == Some("start"), "{message}");
}

#[test]
fn an_office_is_laid_down_or_taken_back() {
    let app = &mut sample();
    let chair = call(app, "member_table", json!({ "body": "全体会", "on": "R8.10.1" }));
    let chair = list(&chair["rows"]).iter().find(|r| r["office"] == "会長").expect("a chair").clone();
    let page = |app: &mut App| call(app, "person_details", json!({ "person": chair["person"], "on": "R8.10.1" }));
    let office = list(&page(app)["offices"]).iter().find(|o| o["now"] == true).expect("held").clone();
    let early = json!({ "office": office["id"], "on": "R8.4.1" });
    assert_eq!(refused(app, "end_office", early).2.as_deref(), Some("on"));
    write(app, "end_office", json!({ "office": office["id"], "on": "R8.9.30" }));
    assert!(list(&page(app)["offices"]).iter().all(|o| o["now"] == false));
    write(app, "remove_office", json!({ "office": office["id"] }));
    assert!(list(&page(app)["offices"]).iter().all(|o| o["id"] != office["id"]));
    assert_eq!(refused(app, "remove_office", json!({ "office": "x" })).0, "unknown_record");
}

/// A meeting of こども応援部会 at which a new head is elected.
fn elected(app: &mut App, date: &str, who: &Value, replaces: bool) -> Result<Value, entaku_app::AppError> {
    let ask = json!({ "body": "kodomo", "date": date, "start": "10:00", "end": "12:00", "place": "市役所" });
    let meeting = call(app, "add_meeting", ask)["output"].clone();
    let ask = json!({ "body": "kodomo", "title": "部会長", "person": who, "meeting": meeting, "method": "mutual_election", "replaces": replaces });
    dispatch(app, "record_election", ask)
}

#[test]
fn a_head_elected_by_mistake_gives_the_office_back() {
    let app = &mut sample();
    let table = call(app, "member_table", json!({ "body": "kodomo", "on": "R8.9.10" }));
    let plain: Vec<Value> =
        list(&table["rows"]).iter().filter(|r| r["office"].is_null() && !r["name"].is_null()).cloned().collect();
    let before = list(&table["rows"]).iter().find(|r| r["office"] == "部会長").expect("a head")["name"].clone();
    let office = elected(app, "R8.9.10", &plain[0]["person"], true).expect("elected")["output"].clone();
    let again = elected(app, "R8.9.10", &plain[1]["person"], true).expect_err("on the same day").to_wire();
    assert!(again.message.contains("就任した日に交代することはできません"), "{}", again.message);
    assert_eq!(again.field.as_deref(), Some("meeting"));
    write(app, "remove_office", json!({ "office": office }));
    let now = call(app, "member_table", json!({ "body": null, "on": "R8.9.10" }));
    let heads = |body: &str| list(&now["rows"]).iter().any(|r| r["body"] == body && r["name"] == before);
    assert!(heads("kodomo") && heads("unei"), "the former head sits in both again");
}

#[test]
fn a_seat_changes_what_it_expects_and_ends() {
    let app = &mut sample();
    write(app, "add_organization", json!({ "name": "試験の会" }));
    let seat = vacant(app)["seat"].clone();
    write(app, "update_seat", json!({ "seat": seat, "filler": "person", "nominator": "試験の会" }));
    assert_eq!(vacant(app)["nominator"], "試験の会");
    let other = json!({ "seat": seat, "filler": "organization", "organization": "試験の会" });
    assert_eq!(refused(app, "update_seat", other).2.as_deref(), Some("category"));
    let details = call(app, "seat_details", json!({ "seat": seat }));
    assert!(!list(&details["members"]).is_empty() && details["filler"] == "person", "{details}");
    write(app, "end_seat", json!({ "seat": seat, "on": "R8.9.30" }));
    let there =
        |app: &mut App| list(&call(app, "vacant_seats", json!({ "on": "R8.10.1" }))).iter().any(|s| s["seat"] == seat);
    assert!(!there(app));
    write(app, "end_seat", json!({ "seat": seat, "on": null }));
    assert!(there(app), "it runs on after all");
    let taken = row(app, "全体会", "R8.10.1", "髙橋　美咲子")["seat"].clone();
    let (_, message, field) = refused(app, "end_seat", json!({ "seat": taken, "on": "R8.12.31" }));
    assert!(message.contains("令和10年") && field.as_deref() == Some("on"), "{message}");
    assert_eq!(refused(app, "end_seat", json!({ "seat": taken, "on": "R3.12.31" })).2.as_deref(), Some("on"));
    assert!(list(&call(app, "list_posts", json!({}))).iter().any(|p| p["name"].as_str().unwrap().ends_with("課長")));
}

#[test]
fn a_namesake_is_warned_of_and_registered_all_the_same() {
    let app = &mut sample();
    let first = person(app, "同姓");
    let ask = json!({ "family": "同姓", "given": "試子", "family_kana": "シケン", "given_kana": "ためこ" });
    let same = call(app, "same_name", ask);
    assert_eq!(same[0]["id"], first);
    let ask = json!({ "family": "同姓", "given": "試子", "family_kana": "しけん", "given_kana": "ためこ", "publication": "name",
        "contact": "0467-00-0000", "glyph_note": "「辻」は一点しんにょう", "organization": null, "post": "民生委員", "from": "R8.4.1" });
    let done = write(app, "add_person", ask);
    assert!(done["notices"].to_string().contains("同じ名前"), "{done}");
    let page = call(app, "person_details", json!({ "person": done["output"], "on": null }));
    assert_eq!((&page["contact"], &page["affiliation"]), (&json!("0467-00-0000"), &json!("民生委員")));
    assert_eq!(page["namesakes"][0]["id"], first);
    write(app, "update_person", json!({ "person": done["output"], "contact": "", "letter_title": "先生" }));
    let page = call(app, "person_details", json!({ "person": done["output"], "on": null }));
    assert_eq!((&page["contact"], &page["letter_title"]), (&json!(null), &json!("先生")));
    assert_eq!(page["glyph_note"], "「辻」は一点しんにょう", "what is not named stays");
    let odd = json!({ "person": done["output"], "family": "山\u{e000}" });
    assert!(write(app, "update_person", odd)["notices"].to_string().contains("外字"), "V22");
}

#[test]
fn a_new_organisation_comes_with_the_person_or_not_at_all() {
    let app = &mut sample();
    let ask = |publication: &str, organization: &str| {
        json!({ "family": "新井", "given": "団", "family_kana": "あらい", "given_kana": "だん", "publication": publication,
            "new_organization": organization, "post": "会長" })
    };
    let organizations = |app: &mut App| list(&call(app, "list_organizations", json!({}))).len();
    let before = organizations(app);
    refused(app, "add_person", ask("whatever", "新しく加わる会"));
    assert_eq!(refused(app, "add_person", ask("name", "改\n行")).2.as_deref(), Some("organization"));
    assert_eq!(organizations(app), before, "nothing without the person");
    let done = write(app, "add_person", ask("name", "新しく加わる会"));
    assert_eq!(organizations(app), before + 1);
    let again = write(app, "add_person", ask("name", "新しく加わる会"));
    assert_eq!(organizations(app), before + 1, "one of that name is there already");
    for person in [&done, &again] {
        let page = call(app, "person_details", json!({ "person": person["output"], "on": null }));
        assert_eq!(page["affiliation"], "新しく加わる会　会長");
    }
    call(app, "undo", json!({}));
    call(app, "undo", json!({}));
    assert_eq!(organizations(app), before, "one step takes both back");
}

#[test]
fn an_organisation_keeps_its_former_name() {
    let app = &mut sample();
    write(app, "add_organization", json!({ "name": "前の名の会" }));
    write(
        app,
        "add_person",
        json!({ "family": "会員", "given": "", "family_kana": "", "given_kana": "", "publication": "name", "organization": "前の名の会" }),
    );
    write(
        app,
        "rename_organization",
        json!({ "organization": "前の名の会", "name": "新しい名の会", "from": "R8.9.1" }),
    );
    let details =
        |app: &mut App, on: &str| call(app, "organization_details", json!({ "organization": "前の名の会", "on": on }));
    assert_eq!(details(app, "R8.8.31")["name"], "前の名の会");
    let now = details(app, "R8.9.1");
    assert_eq!(
        (&now["name"], &now["people"][0]["name"], &now["names"][1]["to"]),
        (&json!("新しい名の会"), &json!("会員"), &json!("2026-08-31"))
    );
    let again = |name: &str, from: Value| json!({ "organization": "新しい名の会", "name": name, "from": from });
    assert_eq!(refused(app, "rename_organization", again("別の会", json!("R8.9.1"))).2.as_deref(), Some("from"));
    assert_eq!(refused(app, "rename_organization", again("", json!(null))).0, "text_empty");
    write(app, "rename_organization", again("新しい名前の会", json!(null)));
    assert_eq!(details(app, "R8.9.1")["names"].as_array().map(Vec::len), Some(2), "a name was mended");
    let all = call(app, "list_organizations", json!({}));
    let line = list(&all).iter().find(|o| o["name"] == "新しい名前の会").expect("listed").clone();
    assert_eq!((&line["former"], &line["people"]), (&json!(["前の名の会"]), &json!(1)));
    let city = list(&all).iter().filter(|o| o["seats"].as_u64() > Some(0)).count();
    assert!(city > 3, "organisations have seats");
}

#[test]
fn who_is_appointed_for_a_day_to_come_stands_at_the_seat() {
    let app = &mut sample();
    let (seat, who) = (vacant(app), person(app, "予定"));
    let mut ask = ask(&seat, &who, "R9.3.1");
    write(app, "appoint_member", ask.clone());
    let table = call(app, "member_table", json!({ "body": "zentaikai", "on": "R8.10.1" }));
    let row = list(&table["rows"]).iter().find(|r| r["seat"] == seat["seat"]).expect("the seat").clone();
    assert!(row["name"].is_null(), "{row}");
    assert_eq!((&row["next_name"], &row["next_from"]), (&json!("予定　試子"), &json!("2027-03-01")));
    let found = vacant(app);
    assert_eq!((&found["next"], &found["taken_from"]), (&json!("予定　試子"), &json!("2027-03-01")));
    let choices = |app: &mut App, on: &str| call(app, "body_choices", json!({ "body": "全体会", "on": on }));
    let of = |all: Value| list(&all["seats"]).iter().find(|s| s["seat"] == seat["seat"]).expect("the seat").clone();
    let (now, then) = (of(choices(app, "R8.10.1")), of(choices(app, "R9.3.1")));
    assert_eq!((&now["taken_by"], &now["next_name"]), (&Value::Null, &json!("予定　試子")));
    assert_eq!((&then["taken_by"], &then["next_name"]), (&json!("予定　試子"), &Value::Null));
    ask["start"] = json!("R8.11.1");
    ask["person"] = json!("");
    let early = call(app, "appoint_preview", ask);
    assert_eq!(early["problems"][0]["field"], "seat", "{early}");
}

#[test]
fn a_body_names_its_meeting_to_come_and_a_second_head_is_refused_at_the_person() {
    let app = &mut sample();
    let ask = json!({ "body": "kodomo", "date": "R9.3.24", "start": "10:00", "end": "12:00", "place": "市役所" });
    let meeting = write(app, "add_meeting", ask)["output"].clone();
    let all = call(app, "body_choices", json!({ "body": "kodomo", "on": "R8.10.1" }));
    let coming = &all["coming"];
    assert!(coming["date"].as_str().is_some_and(|date| ("2026-10-02"..="2027-03-24").contains(&date)), "{coming}");
    assert!(list(&all["meetings"]).iter().all(|m| m["id"] != meeting));
    let table = call(app, "member_table", json!({ "body": "kodomo", "on": "R8.9.10" }));
    let plain = list(&table["rows"]).iter().find(|r| r["office"].is_null() && !r["name"].is_null()).expect("a member");
    let second = elected(app, "R8.9.10", &plain["person"], false).expect_err("a second head").to_wire();
    assert_eq!(second.field.as_deref(), Some("person"), "{}", second.message);
}
