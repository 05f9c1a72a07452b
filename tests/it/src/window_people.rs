//! People and organisations: names over time, addresses, who signs, who stands in,
//! and two records that become one; after every write, undo restores the exact dump.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::publication::appearance;
use entaku_documents::Audience;
use entaku_domain::Day;
use entaku_domain::id::PersonId;
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

fn write(app: &mut App, name: &str, args: Value) -> Value {
    with_undo(app, |app| call(app, name, args))
}

/// What a command is refused with: message and field.
fn refused(app: &mut App, name: &str, args: Value) -> (String, Option<String>) {
    let before = dump(app);
    let wire = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, dump(app), "a refused command left something");
    assert!(["rule", "text_control", "text_empty"].contains(&wire.code.as_str()), "{}", wire.code);
    (wire.message, wire.field)
}

fn details(app: &mut App, person: &str, on: &str) -> Value {
    call(app, "person_details", json!({ "person": person, "on": on }))
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().map(|v| v.as_str().expect("a text")).collect()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn renamed(from: &str) -> Value {
    json!({ "person": "辻󠄀千晶", "family": "𠮷﨑", "given": "千晶", "family_kana": "よしざき", "given_kana": "ちあき", "from": from })
}

#[test]
fn a_new_name_leaves_the_old_one_to_earlier_days() {
    let app = &mut sample();
    let roster = |app: &mut App, on: &str| {
        let table = call(app, "member_table", json!({ "body": "全体会", "on": on }));
        let rows = table["rows"].as_array().unwrap().clone();
        rows.iter().filter_map(|r| r["name"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    write(app, "change_name", renamed("R8.10.1"));
    assert!(roster(app, "R8.9.30").contains(&"辻󠄀　千晶".to_owned()));
    assert!(roster(app, "R8.10.1").contains(&"𠮷﨑　千晶".to_owned()));
    assert!(!roster(app, "R8.10.1").contains(&"辻󠄀　千晶".to_owned()));
    let then = details(app, "𠮷﨑千晶", "R8.9.30");
    assert_eq!((&then["name"], &then["present_name"]), (&json!("辻󠄀　千晶"), &json!("𠮷﨑　千晶")));
    let now = details(app, "辻千晶", "R8.10.1");
    assert_eq!(
        (&now["name"], &now["present_name"], &now["former_names"][0]["to"]),
        (&json!("𠮷﨑　千晶"), &json!(null), &json!("2026-09-30"))
    );
    let hits = call(app, "search", json!({ "text": "辻千晶" }));
    assert!(hits.to_string().contains("𠮷﨑"), "found under the former name: {hits}");
    let council = app.snapshot().unwrap();
    let id = PersonId::parse(now["id"].as_str().unwrap()).unwrap();
    let shown = |on: &str| appearance(&council, council.person(id).unwrap(), day(on), Audience::Public).name;
    assert_eq!((shown("2026-09-30"), shown("2026-10-01")), ("辻󠄀　千晶".to_owned(), "𠮷﨑　千晶".to_owned()));
}

#[test]
fn a_name_changes_to_another_one_and_later_than_before() {
    let app = &mut sample();
    let same = json!({ "person": "辻千晶", "family": "辻󠄀", "given": "千晶", "family_kana": "つじ", "given_kana": "ちあき", "from": "R8.10.1" });
    assert_eq!(refused(app, "change_name", same).1.as_deref(), Some("family"));
    write(app, "change_name", renamed("R8.10.1"));
    let again = json!({ "person": "𠮷﨑千晶", "family": "德山", "given": "千晶", "family_kana": "とくやま", "given_kana": "ちあき", "from": "R8.9.1" });
    let (message, field) = refused(app, "change_name", again);
    assert!(message.contains("令和8年（2026年）9月30日"), "{message}");
    assert_eq!(field.as_deref(), Some("from"));
    let empty = json!({ "person": "𠮷﨑千晶", "family": "", "given": "", "family_kana": "", "given_kana": "", "from": "R8.11.1" });
    assert_eq!(refused(app, "change_name", empty).1.as_deref(), Some("family"));
}

#[test]
fn former_names_are_set_down_as_they_were() {
    let app = &mut sample();
    let name = |family: &str, to: &str| json!({ "family": family, "given": "美咲子", "family_kana": "", "given_kana": "", "to": to });
    let set = |names: Vec<Value>| json!({ "person": "髙橋美咲子", "names": names });
    write(app, "set_former_names", set(vec![name("辻󠄀", "R5.3.31"), name("渡邉󠄂", "H30.3.31")]));
    let all = details(app, "髙橋美咲子", "R8.10.1");
    assert_eq!(all["former_names"][0]["name"], "辻󠄀　美咲子");
    assert_eq!(details(app, "髙橋美咲子", "H30.3.31")["name"], "渡邉󠄂　美咲子");
    let twice = refused(app, "set_former_names", set(vec![name("甲", "R5.3.31"), name("乙", "R5.3.31")]));
    assert_eq!(twice.1.as_deref(), Some("to"));
    let latin = json!({ "person": "髙橋美咲子", "family": "𠮷﨑", "given": "美咲子", "family_kana": "", "given_kana": "", "from": "R8.9.1" });
    let at = json!({ "person": "髙橋美咲子", "family": "髙橋", "given": "美咲子", "family_kana": "たかはし", "given_kana": "みさこ",
        "latin": "Takahashi Misako", "publication": "name", "needs": [] });
    call(app, "update_person", at);
    call(app, "change_name", latin);
    let mended = json!({ "person": "𠮷﨑美咲子", "names": [name("高橋", "R8.8.31"), name("辻󠄀", "R5.3.31")] });
    write(app, "set_former_names", mended);
    assert!(dump(app).contains("Takahashi Misako"), "mending a name loses its Latin letters");
    write(app, "set_former_names", json!({ "person": "𠮷﨑美咲子", "names": [] }));
    let back = json!({ "person": "𠮷﨑美咲子", "family": "髙橋", "given": "美咲子", "family_kana": "たかはし", "given_kana": "みさこ",
        "latin": "", "publication": "name", "needs": [] });
    call(app, "update_person", back);
    assert_eq!(details(app, "髙橋美咲子", "H30.3.31")["name"], "髙橋　美咲子");
}

fn address(more: Value) -> Value {
    let mut all = json!({ "person": "柏木理一", "kind": "home", "postal_code": "〒２４８００１２", "lines": ["架空市円町1-2-3", ""], "for_letters": true });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    all
}

#[test]
fn letters_go_to_one_address() {
    let app = &mut sample();
    let first = write(app, "set_address", address(json!({})))["output"].clone();
    let home = details(app, "柏木理一", "R8.10.1");
    assert_eq!(texts(&home["envelope"]), ["〒248-0012", "架空市円町1-2-3", "柏木　理一　様"]);
    write(app, "set_address", address(json!({ "kind": "work", "lines": ["架空市学園町9", "研究棟501"] })));
    let work = details(app, "柏木理一", "R8.10.1");
    let expected = ["〒248-0012", "架空市学園町9", "研究棟501", "円卓大学 福祉学部", "教授", "柏木　理一　様"];
    assert_eq!(texts(&work["envelope"]), expected);
    let marked = |of: &Value| of["addresses"].as_array().unwrap().iter().filter(|a| a["for_letters"] == true).count();
    assert_eq!(marked(&work), 1, "the other one is no longer for letters");
    write(app, "set_address", address(json!({ "address": first, "from": "R9.1.1", "lines": ["架空市新町1"] })));
    assert_eq!(details(app, "柏木理一", "R9.1.1")["envelope"][1], "架空市新町1");
    write(app, "remove_address", json!({ "address": first }));
    let title = json!({ "person": "柏木理一", "letter_title": "先生", "gender": "male", "delivery": "hand" });
    write(app, "update_person", title);
    let done = details(app, "柏木理一", "R8.10.1");
    assert_eq!(done["envelope"].as_array().unwrap().last().unwrap(), "柏木　理一　先生");
    assert_eq!((&done["gender_label"], &done["delivery_label"]), (&json!("男性"), &json!("手渡し")));
}

#[test]
fn an_address_that_cannot_be_is_refused_at_its_field() {
    let app = &mut sample();
    for (more, field) in [
        (json!({ "postal_code": "248-001" }), "postal_code"),
        (json!({ "email": "どこか" }), "email"),
        (json!({ "lines": [], "for_letters": false }), "lines"),
        (json!({ "lines": [], "telephone": "0467-00-0000" }), "for_letters"),
        (json!({ "lines": ["1", "2", "3", "4", "5"] }), "lines"),
        (json!({ "from": "R8.4.1", "to": "R8.3.31" }), "to"),
        (json!({ "lines": ["a\u{0007}"] }), "lines"),
    ] {
        assert_eq!(refused(app, "set_address", address(more.clone())).1.as_deref(), Some(field), "{more}");
    }
}

#[test]
fn without_an_own_address_letters_go_to_where_one_belongs() {
    let app = &mut sample();
    let found = details(app, "葉室直人", "R8.10.1");
    let envelope = texts(&found["envelope"]);
    assert_eq!(envelope[envelope.len() - 3..], ["鎌倉市健康福祉部障害福祉課", "障害福祉課長", "葉室　直人　様"]);
    assert_eq!(found["delivery_label"], "庁内便（逓送）");
}

#[test]
fn an_organisation_is_addressed_by_who_signs_for_it() {
    let app = &mut sample();
    let office = "円卓法律事務所";
    let last = |app: &mut App, on: &str| {
        let found = call(app, "organization_details", json!({ "organization": office, "on": on }));
        let lines = found["envelope"].as_array().unwrap().clone();
        lines[lines.len() - 2..].iter().map(|l| l.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let today = "R8.10.1";
    let signs = |all: Value| json!({ "organization": office, "representatives": all });
    write(app, "set_representatives", signs(json!([])));
    assert_eq!(last(app, today)[1], "円卓法律事務所　御中");
    write(app, "set_representatives", signs(json!([{ "post": "所長" }])));
    assert_eq!(last(app, today), ["円卓法律事務所", "所長　様"]);
    // The next one signs from a day on; a letter of an earlier day names who signed then.
    let known = call(app, "organization_details", json!({ "organization": office, "on": today }));
    let first = known["representatives"][0]["id"].clone();
    let next = json!({ "post": "所長", "name": "﨑山　円", "title": "先生", "from": "R8.7.1" });
    write(app, "set_representatives", signs(json!([{ "id": first, "post": "所長", "name": "辻󠄀　渡" }, next])));
    assert_eq!(last(app, "R8.7.1"), ["所長", "﨑山　円　先生"]);
    assert_eq!(last(app, "R8.6.30"), ["所長", "辻󠄀　渡　様"]);
    assert_eq!(last(app, "R1.5.1"), ["所長", "辻󠄀　渡　様"], "from the beginning");
    let known =
        call(app, "organization_details", json!({ "organization": office, "on": today }))["representatives"].clone();
    assert_eq!((&known[1]["id"], &known[1]["to"]), (&first, &json!("2026-06-30")), "ends the day before");
    assert_eq!((&known[0]["now"], &known[1]["now"]), (&json!(true), &json!(false)));
    for (all, words, field) in [
        (json!([{ "post": "所長" }, { "post": "副所長" }]), "いつからかが分かりません", "representatives"),
        (json!([{ "post": "甲", "to": "R8.7.1" }, { "post": "乙", "from": "R8.7.1" }]), "２人いる", "representatives"),
        (json!([{ "post": "甲", "from": "R8.7.1", "to": "R8.6.1" }]), "始まりの日より前", "to"),
        (json!([{ "post": " ", "name": "" }]), "代表者の氏名が空です", "representative_name"),
    ] {
        let (said, at) = refused(app, "set_representatives", signs(all.clone()));
        assert!(said.contains(words) && at.as_deref() == Some(field), "{all}: {said}");
    }
    write(
        app,
        "update_organization",
        json!({ "organization": office, "kana": "えんたくほうりつじむしょ", "delivery": "post" }),
    );
    let hits = call(app, "search", json!({ "text": "ほうりつじむ" }));
    assert!(hits.to_string().contains("円卓法律事務所"), "found by its reading");
    let known =
        json!({ "organization": "円卓法律事務所", "kind": "office", "lines": ["架空市1"], "for_letters": true });
    write(app, "set_address", known);
}

/// The seat of somebody in 全体会.
fn seat(app: &mut App, name: &str) -> Value {
    let table = call(app, "member_table", json!({ "body": "全体会", "on": "R8.10.14" }));
    let rows = table["rows"].as_array().unwrap();
    rows.iter().find(|r| r["name"] == name).unwrap_or_else(|| panic!("{name}")).clone()
}

#[test]
fn a_substitute_is_offered_at_the_meeting() {
    let app = &mut sample();
    let row = seat(app, "辻󠄀　千晶");
    let new = json!({ "seat": row["seat"], "member": "辻千晶", "person": "久世博之", "from": "R8.10.1", "to": null });
    let id = write(app, "add_substitute", new.clone())["output"].clone();
    assert_eq!(texts(&seat(app, "辻󠄀　千晶")["substitutes"]), ["久世　博之"]);
    let meetings = call(app, "list_meetings", json!({ "body": "全体会", "year": "R8" }));
    let october = meetings.as_array().unwrap().iter().find(|m| m["date"] == "2026-10-14").unwrap()["id"].clone();
    let list = call(app, "list_attendance", json!({ "meeting": october }));
    let own = list["rows"].as_array().unwrap().iter().find(|r| r["name"] == "辻󠄀　千晶").unwrap().clone();
    assert_eq!(texts(&own["substitutes"]), ["久世　博之"]);
    assert_eq!(refused(app, "add_substitute", new).1.as_deref(), Some("person"));
    let member = details(app, "辻千晶", "R8.10.14");
    assert_eq!(member["substitutes"][0]["name"], "久世　博之");
    let other = details(app, "久世博之", "R8.10.14");
    assert_eq!(other["stands_in"][0]["member_name"], "辻󠄀　千晶");
    write(app, "update_substitute", json!({ "substitute": id, "from": "R8.10.1", "to": "R8.10.10" }));
    assert!(texts(&seat(app, "辻󠄀　千晶")["substitutes"]).is_empty());
    write(app, "remove_substitute", json!({ "substitute": id }));
}

#[test]
fn nobody_stands_in_for_themselves_or_for_a_fellow_member() {
    let app = &mut sample();
    let row = seat(app, "辻󠄀　千晶");
    for person in ["辻千晶", "柏木理一"] {
        let new = json!({ "seat": row["seat"], "member": "辻千晶", "person": person });
        assert_eq!(refused(app, "add_substitute", new).1.as_deref(), Some("person"), "{person}");
    }
    let backwards = json!({ "seat": row["seat"], "person": "久世博之", "from": "R8.10.1", "to": "R8.9.1" });
    assert_eq!(refused(app, "add_substitute", backwards).1.as_deref(), Some("to"));
}

fn twin(app: &mut App) -> String {
    let twin = json!({ "family": "高橋", "given": "美咲子", "family_kana": "たかはし", "given_kana": "みさこ",
        "publication": "hidden", "needs": ["要約筆記"], "gender": "female", "organization": "円卓法律事務所" });
    call(app, "add_person", twin)["output"].as_str().unwrap().to_owned()
}

#[test]
fn two_records_of_one_person_become_one() {
    let app = &mut sample();
    let keep = details(app, "髙橋美咲子", "R8.10.1");
    let other = twin(app);
    let known = keep["appointments"].as_array().unwrap().len();
    let keep = keep["id"].as_str().unwrap().to_owned();
    let pairs = call(app, "duplicate_people", json!({}));
    let found = pairs.as_array().unwrap().iter().any(|p| {
        let ids = [p["one"]["id"].as_str().unwrap(), p["other"]["id"].as_str().unwrap()];
        ids.contains(&keep.as_str()) && ids.contains(&other.as_str()) && p["same_name"] == true
    });
    assert!(found, "{pairs}");
    call(
        app,
        "appoint_member",
        json!({ "body": "地域事例みえるか会議", "person": other, "kind": "temporary", "start": "R8.11.1" }),
    );
    call(app, "set_address", json!({ "person": other, "kind": "home", "lines": ["架空市9"], "for_letters": true }));
    let both = json!({ "keep": keep, "other": other });
    let preview = call(app, "merge_preview", both.clone());
    assert!(preview["problems"].as_array().unwrap().is_empty(), "{preview}");
    assert!(texts(&preview["moves"]).contains(&"委嘱・選任（出欠とも） 1件"), "{preview}");
    let fields: Vec<&str> =
        preview["fields"].as_array().unwrap().iter().map(|f| f["field"].as_str().unwrap()).collect();
    assert!(fields.contains(&"name") && fields.contains(&"needs") && !fields.contains(&"kana"), "{preview}");
    write(app, "merge_people", json!({ "keep": keep, "other": other, "take": ["needs", "publication"] }));
    let one = details(app, &keep, "R8.11.1");
    assert_eq!(
        (&one["name"], &one["publication"], &one["needs"][0]),
        (&json!("髙橋　美咲子"), &json!("hidden"), &json!("要約筆記"))
    );
    assert_eq!(one["appointments"].as_array().unwrap().len(), known + 1);
    assert_eq!(one["addresses"].as_array().unwrap().iter().filter(|a| a["for_letters"] == true).count(), 1);
    assert!(dispatch(app, "person_details", json!({ "person": other, "on": null })).is_err(), "the other one is gone");
    assert!(!dump(app).contains(&other), "nothing refers to the other one any more");
}

/// The envelope is the same; what else is known there must not be lost.
#[test]
fn a_telephone_outlives_its_record() {
    let app = &mut sample();
    let keep = details(app, "髙橋美咲子", "R8.10.1")["id"].as_str().unwrap().to_owned();
    let other = twin(app);
    let at = |person: &str, more: Value| {
        let mut all = address(more);
        all["person"] = json!(person);
        all
    };
    call(app, "set_address", at(&keep, json!({ "telephone": "0467-00-0001", "for_letters": false })));
    call(app, "set_address", at(&other, json!({ "for_letters": false })));
    let mobile =
        json!({ "telephone": "090-0000-0002", "email": "m@example.invalid", "note": "夜間", "for_letters": false });
    call(app, "set_address", at(&other, mobile));
    let known = details(app, &keep, "R8.10.1")["addresses"].as_array().unwrap().len();
    write(app, "merge_people", json!({ "keep": keep, "other": other }));
    let one = details(app, &keep, "R8.10.1")["addresses"].clone();
    assert_eq!(one.as_array().unwrap().len(), known + 1, "what says no more is not there twice: {one}");
    for text in ["0467-00-0001", "090-0000-0002", "m@example.invalid", "夜間"] {
        assert!(one.to_string().contains(text), "{text} is lost: {one}");
    }
}

#[test]
fn a_merged_record_is_erased_with_the_person() {
    let app = &mut sample();
    let keep = details(app, "髙橋美咲子", "R8.10.1")["id"].as_str().unwrap().to_owned();
    let twin = json!({ "family": "旧川", "given": "杏子", "family_kana": "きゅうかわ", "given_kana": "きょうこ",
        "publication": "name", "needs": ["秘密の配慮"] });
    let other = call(app, "add_person", twin.clone())["output"].clone();
    write(app, "merge_people", json!({ "keep": keep, "other": other }));
    let mistaken = call(app, "add_person", twin)["output"].clone();
    app.undo().unwrap();
    let told = |app: &mut App| {
        let history = call(app, "history", json!({ "limit": 9 }));
        let changes = history.as_array().unwrap().clone();
        let each = changes.iter().map(|c| call(app, "change_details", json!({ "change": c["change"] })).to_string());
        let all: String = each.chain([history.to_string()]).collect();
        all.contains("旧川") || all.contains("秘密の配慮")
    };
    assert!(told(app));
    call(app, "purge_person", json!({ "person": keep, "confirmed": true }));
    assert!(told(app), "the one that was entered by mistake is another person");
    call(app, "purge_person", json!({ "person": mistaken, "confirmed": true }));
    assert!(!told(app), "the log still tells");
    let nobody = json!({ "person": "00000000-0000-7000-8000-000000000000", "confirmed": true });
    assert_eq!(dispatch(app, "purge_person", nobody).unwrap_err().to_wire().code, "unknown_person");
}

#[test]
fn v7_records_that_sit_in_one_body_at_once_stay_two() {
    let app = &mut sample();
    let both = json!({ "keep": "辻千晶", "other": "柏木理一" });
    let preview = call(app, "merge_preview", both.clone());
    assert!(texts(&preview["problems"]).iter().any(|p| p.contains("全体会")), "{preview}");
    let (message, _) = refused(app, "merge_people", both);
    assert!(message.contains("重なっています"), "{message}");
    assert_eq!(
        refused(app, "merge_people", json!({ "keep": "辻千晶", "other": "辻千晶" })).1.as_deref(),
        Some("other")
    );
}

#[test]
fn an_erased_person_has_no_address_and_no_former_name_left() {
    let app = &mut sample();
    call(app, "change_name", renamed("R8.10.1"));
    call(
        app,
        "set_address",
        json!({ "person": "𠮷﨑千晶", "kind": "home", "lines": ["秘密の町1-2-3"], "email": "himitsu@example.invalid" }),
    );
    let id = details(app, "𠮷﨑千晶", "R8.10.1")["id"].clone();
    call(app, "purge_person", json!({ "person": id, "confirmed": true }));
    let left = dump(app);
    assert!(!left.contains("秘密の町1-2-3") && !left.contains("himitsu"), "an address is left");
    for change in call(app, "history", json!({ "limit": 5 })).as_array().unwrap().iter().take(5) {
        let told = call(app, "change_details", json!({ "change": change["change"] })).to_string();
        assert!(!told.contains("秘密の町") && !told.contains("𠮷﨑"), "{told}");
    }
}
