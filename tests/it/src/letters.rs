//! Letters: wordings that belong to the office, numbers that are taken once, and
//! what stands on each letter.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::printing::Document;
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn refused(app: &mut App, name: &str, args: Value) -> (String, String, Option<String>) {
    let before = dump(app);
    let wire = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, dump(app), "a refused command left something");
    (wire.code, wire.message, wire.field)
}

/// The words of letters.
fn text(app: &App, letters: Value) -> String {
    let ask: Document = serde_json::from_value(json!({ "kind": "letters", "letters": letters })).unwrap();
    app.document(&ask).unwrap().words()
}

/// Members of the plenary in their order: appointment, name.
fn members(app: &mut App) -> Vec<(Value, String)> {
    let rows = call(app, "list_members", json!({ "body": "全体会", "on": "R8.10.1" }));
    let filled = rows.as_array().unwrap().iter().filter(|r| !r["appointment"].is_null());
    filled.map(|r| (r["appointment"].clone(), r["name"].as_str().unwrap().to_owned())).collect()
}

fn to(appointments: &[(Value, String)]) -> Value {
    appointments.iter().map(|(id, _)| json!({ "appointment": id })).collect()
}

#[test]
fn a_wording_is_changed_taken_back_and_reset() {
    let app = &mut sample();
    let wording =
        |body: &str| json!({ "letter": "commission", "subject": "委嘱状", "body": body, "items": "期間：{任期}" });
    with_undo(app, |app| call(app, "set_wording", wording("あなたを{委嘱する職}に委嘱します")));
    let row = |app: &mut App| {
        let rows = call(app, "letter_wordings", json!({}));
        rows.as_array().unwrap().iter().find(|r| r["letter"] == "commission").unwrap().clone()
    };
    assert_eq!((row(app)["changed"].clone(), row(app)["items"].clone()), (json!(true), json!("期間：{任期}")));
    let one = &members(app)[..1];
    let shown = text(app, json!({ "letter": "commission", "to": to(one), "on": "R8.10.1" }));
    assert!(shown.contains("あなたを鎌倉市障害者支援協議会委員に委嘱します"), "{shown}");
    for (body, line, words) in [
        ("{氏名}\n{名前}", "body", "2行目の「{名前}」"),
        ("{氏名", "body", "波括弧"),
        ("委\u{7}嘱", "body", "制御文字"),
    ] {
        let (_, message, field) = refused(app, "set_wording", wording(body));
        assert!(message.contains(words), "{message}");
        assert_eq!(field.as_deref(), Some(line));
    }
    with_undo(app, |app| call(app, "reset_wording", json!({ "letter": "commission" })));
    assert_eq!(row(app)["changed"], false);
    let usual = row(app);
    let same =
        json!({ "letter": "commission", "subject": usual["subject"], "body": usual["body"], "items": usual["items"] });
    assert_eq!(call(app, "set_wording", same)["change"], Value::Null, "the usual words are no change");
}

#[test]
fn who_signs_and_how_letters_are_numbered() {
    let app = &mut sample();
    let ask = json!({ "sender": "鎌倉市長　見本　一郎", "pattern": "{年}鎌障第{番号}号", "contact": "障害福祉課\n電話 00-0000", "next": 123 });
    with_undo(app, |app| call(app, "update_letter_settings", ask));
    let settings = call(app, "letter_settings", json!({}));
    assert_eq!((&settings["example"], &settings["next"]), (&json!("8鎌障第123号"), &json!(123)));
    for (wrong, field) in [
        (json!({ "pattern": "鎌障第号" }), Some("pattern")),
        (json!({ "pattern": "{氏名}第{番号}号" }), Some("pattern")),
        (json!({ "sender": "市長\u{7}" }), Some("sender")),
        (json!({ "next": 0 }), None),
        (json!({ "batch": "x" }), None),
    ] {
        assert_eq!(refused(app, "update_letter_settings", wrong).2.as_deref(), field);
    }
}

#[test]
fn numbers_are_taken_once_and_undo_passes_them_by() {
    let app = &mut sample();
    call(app, "update_letter_settings", json!({ "pattern": "{年}鎌障第{番号}号", "next": 123 }));
    let three = &members(app)[..3];
    let batch = |more: Value| {
        let mut ask = json!({ "letter": "commission", "to": to(three), "on": "R8.10.1" });
        ask.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ask
    };
    let plan = call(app, "letter_plan", batch(json!({})));
    assert_eq!(
        plan,
        json!({ "letters": 3, "first": 123, "numbers": ["8鎌障第123号", "8鎌障第124号", "8鎌障第125号"], "taken": null, "notice": null })
    );
    assert!(text(app, batch(json!({ "numbered": true }))).contains("8鎌障第124号（予定）"));
    let taken = call(app, "take_letter_numbers", json!({ "letters": batch(json!({})) }));
    assert_eq!(taken["output"]["numbers"], plan["numbers"]);
    let shown = text(app, batch(json!({ "numbers": taken["output"]["batch"] })));
    assert!(shown.contains("8鎌障第125号\n") && !shown.contains("予定"), "{shown}");
    assert_eq!(call(app, "undo", json!({}))["output"], "差出人と文書番号の設定", "undo passes the numbers by");
    assert_eq!(call(app, "letter_numbers", json!({})).as_array().unwrap().len(), 3);
    call(app, "redo", json!({}));
    let later = call(app, "letter_plan", batch(json!({ "on": "R8.12.1", "date_style": "both" })));
    assert_eq!((&later["first"], &later["taken"]), (&json!(126), &taken["output"]), "taken numbers are offered again");
    let fewer = json!({ "letter": "commission", "to": to(&three[..2]), "on": "R8.10.1" });
    assert_eq!(call(app, "letter_plan", fewer)["taken"], Value::Null, "they belong to all three");
    let again = json!({ "letters": batch(json!({})), "number": 124 });
    assert_eq!(refused(app, "take_letter_numbers", again).2.as_deref(), Some("number"));
    assert_eq!(refused(app, "update_letter_settings", json!({ "next": 124 })).0, "rule");
    call(app, "update_letter_settings", json!({ "batch": "branch" }));
    let one_number = call(app, "take_letter_numbers", json!({ "letters": batch(json!({})), "number": 200 }));
    assert_eq!(one_number["output"]["numbers"], json!(["8鎌障第200号の1", "8鎌障第200号の2", "8鎌障第200号の3"]));
    let unnumbered = json!({ "letters": { "letter": "consent", "to": to(three) } });
    assert_eq!(refused(app, "take_letter_numbers", unnumbered).0, "bad_request");
}

#[test]
fn candidates_are_seats_members_or_those_who_leave() {
    let app = &mut sample();
    let list = |app: &mut App, letter: &str, on: &str| {
        call(app, "letter_candidates", json!({ "letter": letter, "on": on })).as_array().unwrap().clone()
    };
    let members = list(app, "commission", "R8.10.1");
    assert!(members.iter().all(|m| m["appointment"].is_string() && m["name"] != ""));
    let seats = list(app, "request", "R8.10.1");
    assert!(!seats.is_empty() && seats.iter().all(|s| s["appointment"].is_null() && s["organization"] != ""));
    let leaving = list(app, "thanks", "R10.3.31");
    assert!(!leaving.is_empty() && leaving.iter().all(|m| m["end"].is_string()));
    // Whose next term has begun has not left; one letter for each who has.
    let thanked = list(app, "thanks", "R8.10.1");
    assert!(!thanked.is_empty(), "those of the last term");
    for one in &thanked {
        let stays = members.iter().any(|m| m["person"] == one["person"] && m["body"] == one["body"]);
        assert!(!stays, "{} still sits there", one["name"]);
    }
    assert_eq!(refused(app, "letter_candidates", json!({ "letter": "x" })).0, "bad_request");
}

#[test]
fn organisations_get_one_letter_for_all_their_seats() {
    let app = &mut sample();
    let seats = call(app, "letter_candidates", json!({ "letter": "request", "on": "R8.10.1" }));
    let all: Value = seats.as_array().unwrap().iter().map(|s| json!({ "seat": s["seat"] })).collect();
    let count = all.as_array().unwrap().len();
    let ask = json!({ "letter": "request", "to": all, "on": "R10.2.1", "start": "R10.4.1", "due": "R10.2.28", "date_style": "era" });
    let plan = call(app, "letter_plan", ask.clone());
    assert!(plan["letters"].as_u64().unwrap() <= count as u64);
    let shown = text(app, ask);
    for words in [
        "御中",
        "任期　令和10年4月1日から令和12年3月31日まで",
        "回答期限　令和10年2月28日（月）",
        "推薦書",
        "人数　1人",
    ] {
        assert!(shown.contains(words), "{words} in {shown}");
    }
}

#[test]
fn v4_a_replacement_for_the_rest_of_a_term_is_written_out() {
    let app = &mut sample();
    let (id, name) = members(app)[0].clone();
    let end = json!({ "appointment": id, "on": "R8.10.31", "reason": "resigned" });
    call(app, "end_appointment", end);
    let person = json!({ "family": "辻󠄀", "given": "千晶", "family_kana": "つじ", "given_kana": "ちあき", "publication": "name" });
    let person = call(app, "add_person", person)["output"].clone();
    let rows = call(app, "letter_candidates", json!({ "letter": "thanks", "on": "R8.11.1" }));
    let left = rows.as_array().unwrap().iter().find(|r| r["name"] == json!(name)).unwrap().clone();
    let ask = json!({ "body": "全体会", "person": person, "category": left["category"], "seat": left["seat"], "start": "R8.11.1", "reading": "remaining" });
    let new = call(app, "appoint_member", ask)["output"]["id"].clone();
    let letter = |letter: &str, id: &Value| json!({ "letter": letter, "to": [{ "appointment": id }], "on": "R8.11.1", "date_style": "era" });
    let shown = text(app, letter("commission", &new));
    assert!(shown.contains("令和8年11月1日から令和10年3月31日まで（前任者の残任期間）"), "{shown}");
    assert!(shown.contains("辻󠄀　千晶　様"), "{shown}");
    assert!(text(app, letter("thanks", &id)).contains("令和8年10月31日まで"));
    let western =
        json!({ "letter": "commission", "to": [{ "appointment": new }], "on": "R8.11.1", "date_style": "both" });
    assert!(text(app, western).contains("令和8年（2026年）11月1日"));
}

#[test]
fn nobody_chosen_or_no_member_is_told() {
    let app = &mut sample();
    let ask = |letter: &str, to: Value| json!({ "letter": letter, "to": to, "on": "R8.10.1" });
    let (_, message, field) = refused(app, "letter_plan", ask("commission", json!([])));
    assert!(message.contains("選ばれていません") && field.as_deref() == Some("to"), "{message}");
    let vacant = call(app, "list_members", json!({ "body": "全体会", "on": "R8.10.1" }));
    if let Some(seat) = vacant.as_array().unwrap().iter().find(|r| r["appointment"].is_null()) {
        let wrong = ask("commission", json!([{ "seat": seat["seat"] }]));
        assert!(refused(app, "letter_plan", wrong).1.contains("委員のいない席"));
    }
    assert_eq!(refused(app, "letter_plan", ask("commission", json!([{}]))).0, "bad_request");
    assert_eq!(refused(app, "letter_plan", ask("x", json!([]))).0, "bad_request");
    let hostile = json!({ "family": "#panic(\"x\")", "given": "{氏名}", "family_kana": "ぱ", "given_kana": "に", "publication": "name" });
    let person = call(app, "add_person", hostile)["output"].clone();
    let seat = json!({ "body": "全体会", "category": 1, "filler": "person", "from": "R8.4.1" });
    let seat = call(app, "add_seat", seat)["output"].clone();
    let ask =
        json!({ "letter": "consent", "to": [{ "seat": seat, "person": person }], "on": "R8.10.1", "start": "R8.11.1" });
    let shown = text(app, ask);
    assert!(shown.contains("氏名　#panic(\"x\")　{氏名}"), "{shown}");
}

#[test]
fn a_wording_is_looked_at_with_somebody_made_up() {
    let app = sample();
    let look = |body: &str| {
        let wording = json!({ "letter": "thanks", "subject": "お礼", "body": body, "items": "" });
        let ask: Document = serde_json::from_value(json!({ "kind": "letter_sample", "wording": wording })).unwrap();
        app.document(&ask).map(|ready| ready.words())
    };
    assert!(look("{氏名}{敬称}へ").unwrap().contains("見本　花子様へ"));
    assert_eq!(look("{氏}").unwrap_err().to_wire().field.as_deref(), Some("body"));
}

#[test]
fn letters_leave_as_word_files_too() {
    use entaku_app::printing::Format;
    use entaku_sheets::Fallback;
    let app = &mut sample();
    let one = &members(app)[..1];
    let ask = json!({ "kind": "letters", "letters": { "letter": "commission", "to": to(one), "on": "R8.10.1" } });
    let ready = app.document(&serde_json::from_value(ask).unwrap()).unwrap();
    let word = ready.export(Format::Docx, Fallback::Refuse).unwrap().unwrap();
    assert!(word.name.starts_with("委嘱状_") && word.name.ends_with("_2026-10-01.docx"), "{}", word.name);
    assert!(word.bytes.starts_with(b"PK"));
    let roster: Document =
        serde_json::from_value(json!({ "kind": "roster", "body": "全体会", "audience": "members" })).unwrap();
    assert!(app.document(&roster).unwrap().export(Format::Docx, Fallback::Refuse).is_none(), "a roster is no letter");
}

/// A seat that anybody may take, and somebody of no organisation in it.
fn without_organization(app: &mut App) -> (Value, String) {
    let seat = json!({ "body": "全体会", "category": 1, "filler": "person", "from": "R8.4.1" });
    let seat = call(app, "add_seat", seat)["output"].clone();
    let person = json!({ "family": "﨑山", "given": "公子", "family_kana": "さきやま", "given_kana": "きみこ", "publication": "name" });
    let person = call(app, "add_person", person)["output"].clone();
    let ask = json!({ "body": "全体会", "person": person, "category": 1, "seat": seat, "start": "R8.10.1" });
    (call(app, "appoint_member", ask)["output"]["id"].clone(), "﨑山　公子".to_owned())
}

#[test]
fn whoever_has_no_organisation_keeps_nobody_from_the_notice() {
    let app = &mut sample();
    let (lost, name) = without_organization(app);
    let list = call(app, "letter_candidates", json!({ "letter": "notice", "on": "R8.10.1" }));
    let list = list.as_array().unwrap();
    assert!(!list.is_empty() && list.iter().all(|r| r["appointment"] != lost), "{list:?}");
    let notice = |to: Value| json!({ "letter": "notice", "to": to, "on": "R8.10.1" });
    let both = notice(json!([{ "appointment": lost }, { "appointment": list[0]["appointment"] }]));
    let plan = call(app, "letter_plan", both.clone());
    assert_eq!(plan["letters"], 1);
    assert!(plan["notice"].as_str().unwrap().contains(&name), "{plan}");
    let shown = text(app, both);
    assert!(shown.contains(list[0]["name"].as_str().unwrap()) && !shown.contains(&name), "{shown}");
    let (_, message, field) = refused(app, "letter_plan", notice(json!([{ "appointment": lost }])));
    assert!(message.contains(&name) && field.as_deref() == Some("to"), "{message}");
}

#[test]
fn a_notice_names_only_those_of_the_same_term() {
    let app = &mut sample();
    let list = call(app, "letter_candidates", json!({ "letter": "notice", "on": "R8.10.1" }));
    let first = list.as_array().unwrap()[0].clone();
    let seat = json!({ "body": first["body"], "category": first["category"], "filler": "person", "nominator": first["organization"], "from": "R8.4.1" });
    let seat = call(app, "add_seat", seat)["output"].clone();
    let person = json!({ "family": "辻󠄀", "given": "千晶", "family_kana": "つじ", "given_kana": "ちあき", "publication": "name" });
    let person = call(app, "add_person", person)["output"].clone();
    let ask = json!({ "body": first["body"], "person": person, "category": first["category"], "seat": seat, "start": "R9.5.1" });
    let new = call(app, "appoint_member", ask)["output"]["id"].clone();
    let both = json!([{ "appointment": first["appointment"] }, { "appointment": new }]);
    let ask = json!({ "letter": "notice", "to": both, "on": "R9.5.1", "date_style": "era" });
    assert_eq!(call(app, "letter_plan", ask.clone())["letters"], 2, "one for each term");
    assert!(text(app, ask).contains("令和9年5月1日から令和11年3月31日まで"));
}

/// A seat whose member leaves before the end of the term.
fn vacancy(app: &mut App) -> Value {
    let id = members(app)[0].0.clone();
    call(app, "end_appointment", json!({ "appointment": id, "on": "R8.10.31", "reason": "resigned" }));
    let left = call(app, "letter_candidates", json!({ "letter": "thanks", "on": "R8.11.1" }));
    left.as_array().unwrap().iter().find(|r| r["appointment"] == id).unwrap()["seat"].clone()
}

#[test]
fn v4_a_term_that_is_to_be_chosen_is_left_to_be_written() {
    let app = &mut sample();
    let seat = vacancy(app);
    let person = json!({ "family": "辻󠄀", "given": "千晶", "family_kana": "つじ", "given_kana": "ちあき", "publication": "name" });
    let person = call(app, "add_person", person)["output"].clone();
    let letter = |start: &str| json!({ "letter": "commission", "to": [{ "seat": seat, "person": person }], "on": "R8.11.1", "start": start, "date_style": "era" });
    // In the same year both readings give one day; in the next the office chooses.
    assert!(text(app, letter("R8.11.1")).contains("令和8年11月1日から令和10年3月31日まで"));
    let shown = text(app, letter("R9.5.1"));
    assert!(shown.contains("令和9年5月1日から令和　　年　　月　　日まで"), "{shown}");
    let mut chosen = letter("R9.5.1");
    chosen["end"] = json!("R10.3.31");
    assert!(text(app, chosen).contains("令和9年5月1日から令和10年3月31日まで"));
}
