//! The vault of cases on the desk: opened, closed by itself, its words looked for in all
//! that leaves, and nothing of them anywhere else.

use super::played::Played;
use entaku_app::commands::dispatch;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};

pub(super) const PASS: &str = "mieruka-kaigi 2026";
const FILE: &str = "cases.vault";

/// Words that are in the case and must be nowhere else.
const PLANTED: [&str; 6] = ["鰐淵", "波留子", "わにぶち", "0467-99-8765", "1414999321", "夜間にひとりで外へ出て"];

pub(super) fn opened() -> Played {
    let played = Played::new();
    played.open();
    played.rested();
    begin(&played);
    played
}

fn begin(played: &Played) {
    let state = played.ask("begin_case_vault", json!({ "passphrase": PASS, "again": PASS }));
    assert_eq!((&state["state"], &state["writable"]), (&json!("open"), &json!(true)));
}

pub(super) fn case_form() -> Value {
    json!({
        "case": null, "received_on": "R8.9.1", "from": "基幹相談支援センター", "name": "鰐淵　波留子",
        "kana": "わにぶち　はるこ", "born_on": "S60.5.3", "phone": "0467-99-8765",
        "address": "見本市中央町三丁目12番7号", "certificate": "1414999321", "facilities": "ひなげし作業所",
        "related": "鰐淵　宗助", "situation": "夜間にひとりで外へ出てしまう。", "course": "", "view": "",
        "gist": "夜間の見守りの担い手が足りない。", "keep_until": ""
    })
}

pub(super) fn record(gist: &str) -> Value {
    json!({
        "received_on": "R8.9.2", "number": null, "title": "夜間の見守り", "gist": gist, "background": "",
        "resources": "", "measures": "", "field": "生活", "level": "city", "inlet": "case_review",
        "raised_by": null, "owner": "mieruka", "due_on": null
    })
}

pub(super) fn saved(played: &Played) -> String {
    played.ask("save_case", case_form()).as_str().unwrap().to_owned()
}

fn take(played: &Played, gist: &str, reasons: Value) -> Result<Value, entaku_app::WireError> {
    let args = json!({ "case": "R8-001", "record": record(gist), "reasons": reasons });
    played.desk.call("take_case_up", args, None).map(|answer| match answer {
        entaku_desk::Answer::Json(value) => value,
        entaku_desk::Answer::Bytes(_) => Value::Null,
    })
}

#[test]
fn the_vault_is_begun_opened_and_closed() {
    let played = Played::new();
    assert_eq!(played.refused("case_vault", json!({}), None), "no_council_open");
    played.open();
    assert_eq!(played.ask("case_vault", json!({}))["state"], "none");
    let begin_as = |a: &str, b: &str| json!({ "passphrase": a, "again": b });
    assert_eq!(played.refused("begin_case_vault", begin_as("short", "short"), None), "cases_short_passphrase");
    assert_eq!(played.refused("begin_case_vault", begin_as(PASS, "another one 123"), None), "cases_different");
    begin(&played);
    assert_eq!(played.refused("begin_case_vault", begin_as(PASS, PASS), None), "cases_in_use");
    assert_eq!(saved(&played), "R8-001");
    assert_eq!(played.ask("close_case_vault", json!({}))["state"], "closed");
    assert_eq!(played.refused("begin_case_vault", begin_as(PASS, PASS), None), "cases_exist");
    assert_eq!(played.refused("list_cases", json!({}), None), "cases_closed");
    assert_eq!(played.refused("use_case_vault", json!({}), None), "cases_closed");
    let wrong = json!({ "passphrase": "not this one at all" });
    assert_eq!(played.refused("open_case_vault", wrong, None), "cases_wrong_passphrase");
    assert_eq!(played.ask("open_case_vault", json!({ "passphrase": "ｍｉｅｒｕｋａ-kaigi 2026" }))["state"], "open");
    assert_eq!(played.ask("list_cases", json!({}))[0]["name"], "鰐淵　波留子");
    let rules = |minutes: u16, years: u16| json!({ "minutes": minutes, "years": years });
    assert_eq!(played.refused("set_case_rules", rules(0, 5), None), "out_of_range");
    assert_eq!(played.ask("set_case_rules", rules(20, 3))["minutes"], 20);
    let change = |old: &str| json!({ "old": old, "passphrase": "quite another one", "again": "quite another one" });
    assert_eq!(played.refused("change_case_passphrase", change("wrong one here"), None), "cases_wrong_passphrase");
    played.ask("change_case_passphrase", change(PASS));
    played.ask("close_council", json!({}));
    played.open();
    assert_eq!(played.ask("case_vault", json!({}))["state"], "closed", "it closes with the folder");
    assert_eq!(played.refused("open_case_vault", json!({ "passphrase": PASS }), None), "cases_wrong_passphrase");
    assert_eq!(played.ask("open_case_vault", json!({ "passphrase": "quite another one" }))["state"], "open");
}

#[test]
fn it_closes_by_itself_and_keeps_what_was_being_typed() {
    static NOW: AtomicI64 = AtomicI64::new(1_790_000_000);
    fn clock() -> entaku_store::Moment {
        entaku_store::Moment::from_timestamp(NOW.load(Ordering::SeqCst), 0).unwrap()
    }
    let played = Played::with_clock(clock);
    played.open();
    begin(&played);
    let mut typed = case_form();
    typed["situation"] = json!("書きかけ");
    played.ask("keep_case_draft", json!({ "form": typed }));
    NOW.fetch_add(9 * 60, Ordering::SeqCst);
    assert_eq!(played.ask("case_vault", json!({}))["closes_in"], 60);
    assert_eq!(played.ask("use_case_vault", json!({}))["closes_in"], 600);
    NOW.fetch_add(10 * 60, Ordering::SeqCst);
    assert_eq!(played.ask("case_vault", json!({}))["state"], "closed", "asking is no use of it");
    let told = played.window.events.lock().unwrap().iter().any(|e| matches!(e, entaku_desk::Event::CasesClosed {}));
    assert!(told);
    assert_eq!(played.ask("open_case_vault", json!({ "passphrase": PASS }))["draft"], true);
    assert_eq!(played.ask("case_draft", json!({}))["form"]["situation"], "書きかけ");
    saved(&played);
    played.ask("close_case_vault", json!({}));
    assert_eq!(played.ask("open_case_vault", json!({ "passphrase": PASS }))["draft"], false);
}

#[test]
fn a_gist_leaves_when_each_mark_is_gone_or_has_its_reason() {
    let played = opened();
    saved(&played);
    let text = "鰐淵さん（昭和60年5月3日生）は、ひなげし作業所に通う。電話０４６７９９８７６５";
    let marks = played.ask("check_gist", json!({ "case": "R8-001", "text": text }));
    let kinds: Vec<&str> = marks.as_array().unwrap().iter().map(|m| m["kind"].as_str().unwrap()).collect();
    for kind in ["name", "birth_date", "facility", "phone"] {
        assert!(kinds.contains(&kind), "{kind}: {marks}");
    }
    assert_eq!(take(&played, text, json!([])).unwrap_err().code, "case_words");
    let gist = "ひなげし作業所の送迎が夜間にない。";
    let refused = take(&played, gist, json!([{ "kind": "facility", "found": "ひなげし作業所", "reason": " " }]));
    assert!(refused.unwrap_err().message.contains("ひなげし作業所"));
    let reason = json!([{ "kind": "facility", "found": "ひなげし作業所", "reason": "市内に一つで、公表されている" }]);
    let done = take(&played, gist, reason).unwrap();
    let details = played.ask("case_details", json!({ "case": "R8-001" }));
    assert_eq!(details["row"]["issues"][0]["issue"], done["output"]);
    assert_eq!(details["confirmed"][0]["reason"], "市内に一つで、公表されている");
    let cases = played.ask("issue_cases", json!({ "issue": done["output"] }));
    assert_eq!(cases[0]["label"], "事例R8-001");
    played.ask("undo", json!({}));
    let details = played.ask("case_details", json!({ "case": "R8-001" }));
    assert_eq!(details["row"]["issues"], json!([]), "undo takes issue and number back");
}

#[test]
fn what_is_destroyed_leaves_its_number_in_the_history() {
    let played = opened();
    saved(&played);
    take(&played, "夜間の見守りの担い手が足りない。", json!([])).unwrap();
    let mut second = case_form();
    second["name"] = json!("𠮷﨑　太郎");
    assert_eq!(played.ask("save_case", second), "R8-002");
    played.ask("destroy_case", json!({ "case": "R8-001" }));
    assert_eq!(played.refused("destroy_case", json!({ "case": "R8-001" }), None), "cases_destroyed");
    assert_eq!(played.refused("destroy_case", json!({ "case": "R8-9" }), None), "cases_no_case");
    let rows = played.ask("list_cases", json!({}));
    assert_eq!((&rows[0]["name"], &rows[1]["name"]), (&json!(""), &json!("𠮷﨑　太郎")));
    assert!(rows[0]["destroyed_on"].is_string());
    assert_eq!(played.ask("destroyed_cases", json!({}))[0]["case"], "R8-001");
    let history = played.ask("history", json!({ "before": null, "limit": 5 })).to_string();
    assert!(history.contains("事例の廃棄") && history.contains("事例R8-001"), "{history}");
    assert!(!played.folder().join("cases.vault.bak").exists());
}

/// Every file of a folder, with its bytes.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    entries
        .flat_map(|path| match path.is_dir() {
            true => files(&path),
            false => vec![(path.display().to_string(), std::fs::read(&path).unwrap_or_default())],
        })
        .collect()
}

#[test]
fn nothing_of_a_case_is_anywhere_but_in_the_vault() {
    let played = opened();
    saved(&played);
    take(&played, "夜間の見守りの担い手が足りない。", json!([])).unwrap();
    played.ask("backup_now", json!({}));
    let found = played.ask("search", json!({ "text": "鰐淵" }));
    assert!(!found.to_string().contains("鰐淵　"), "{found}");
    played.ask("destroy_case", json!({ "case": "R8-001" }));
    let mut app =
        entaku_app::App::open(&played.folder(), entaku_store::Access::ReadOnly, entaku_support::CLOCK, "t").unwrap();
    let dump = entaku_support::dump(&app);
    let all = files(played.room());
    assert!(all.iter().any(|(name, _)| name.ends_with(FILE)) && all.len() > 4);
    for word in PLANTED {
        assert!(!dump.contains(word), "{word} in the dump");
        for (name, bytes) in &all {
            assert!(!bytes.windows(word.len()).any(|w| w == word.as_bytes()), "{word} in {name}");
        }
    }
    assert!(dispatch(&mut app, "list_cases", json!({})).is_err(), "the council's commands know nothing of cases");
}

#[test]
fn words_of_a_case_stop_what_leaves_and_a_reason_lets_it_go() {
    let played = opened();
    saved(&played);
    let names = json!({ "kind": "issue_table", "audience": "members" });
    assert_eq!(played.ask("prepare_document", json!({ "job": "a", "document": names }))["cases_unseen"], false);
    let mut bad = record("鰐淵波留子は夜間にひとりで外へ出る。");
    bad["case"] = json!("R8-001");
    played.ask("add_issue", bad);
    let refused = played.desk.call("prepare_document", json!({ "job": "a", "document": names }), None).unwrap_err();
    assert_eq!(refused.code, "case_words");
    assert!(
        refused.message.contains("課題整理表") && refused.message.contains("氏名「鰐淵　波留子」"),
        "{}",
        refused.message
    );
    let export = json!({ "document": names, "format": "xlsx" });
    assert_eq!(played.refused("export_document", export, None), "case_words");
    played.ask("prepare_document", json!({ "job": "a", "document": names, "reason": "本人が公表している" }));
    let releases = played.ask("case_releases", json!({}));
    assert_eq!((&releases[0]["count"], &releases[0]["reason"]), (&json!(1), &json!("本人が公表している")));
    let internal = json!({ "kind": "issue_table", "audience": "internal" });
    played.ask("prepare_document", json!({ "job": "a", "document": internal }));
    played.ask("close_case_vault", json!({}));
    let unseen = played.ask("prepare_document", json!({ "job": "a", "document": names }));
    assert_eq!(unseen["cases_unseen"], true, "closed, the words are not known, and the document says so");
}

/// The plenary's next meeting.
fn meeting(played: &Played) -> Value {
    played.ask("list_meetings", json!({ "body": "全体会", "year": "R8" }))[1]["id"].clone()
}

#[test]
fn planted_words_are_found_in_files_names_and_properties() {
    let played = opened();
    saved(&played);
    let file = |name: &str, title: &str| {
        json!({
            "meeting": meeting(&played), "name": name, "number": "資料9", "title": title, "class": "sent",
            "closed_reason": null, "changed_at": null, "job": null,
        })
    };
    let utf16 = |text: &str| -> String {
        let bytes: Vec<u8> = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        bytes.iter().map(|b| format!("{b:02x}")).collect()
    };
    let author = format!("%PDF-1.7 << /Author <{}> >>", utf16("鰐淵 波留子"));
    let xmp = "%PDF-1.7 <x:xmpmeta><dc:title><rdf:li>電話0467(99)8765</rdf:li></dc:title></x:xmpmeta>";
    for (name, title, bytes) in [
        ("鰐淵波留子.pdf", "記録", b"%PDF-1".as_slice()),
        ("記録.pdf", "ワニブチ氏の件", b"%PDF-1"),
        ("記録（中央町3-12-7）.pdf", "記録", b"%PDF-1"),
        ("1414-999321.pdf", "記録", b"%PDF-1"),
        ("S60.5.3.pdf", "記録", b"%PDF-1"),
        ("記録.pdf", "記録", author.as_bytes()),
        ("記録.pdf", "記録", xmp.as_bytes()),
    ] {
        assert_eq!(played.refused("add_paper_file", file(name, title), Some(bytes)), "case_words", "{name} {title}");
    }
    let ordinary = format!("%PDF-1.7 << /Author <{}> >>", utf16("障害福祉課"));
    let done = played.send("add_paper_file", file("記録.pdf", "記録"), ordinary.as_bytes());
    let replaced = json!({ "paper": done["output"]["paper"], "name": "鰐淵波留子.pdf", "revision": null });
    assert_eq!(played.refused("replace_paper_file", replaced, Some(b"%PDF-2")), "case_words");
    let mut with_reason = file("鰐淵波留子.pdf", "記録2");
    (with_reason["number"], with_reason["reason"]) = (json!("資料10"), json!("団体の名前の一部"));
    played.send("add_paper_file", with_reason, b"%PDF-1");
    let released = played.ask("case_releases", json!({}));
    assert!(!released.to_string().contains("鰐淵"), "what was let go is told without words of a case: {released}");
}

#[test]
fn a_vault_that_is_lost_damaged_or_of_another_council_is_told_and_nothing_else_suffers() {
    let played = opened();
    saved(&played);
    played.ask("close_case_vault", json!({}));
    let path = played.folder().join(FILE);
    let own = std::fs::read(&path).unwrap();
    let problem = |played: &Played| played.ask("case_vault", json!({}))["problem"]["code"].clone();
    assert_eq!(problem(&played), Value::Null);
    for (bytes, code) in [
        (own[..30].to_vec(), "cases_cut_off"),
        (own[..own.len() - 1].to_vec(), "cases_cut_off"),
        ([own.clone(), vec![0]].concat(), "cases_damaged"),
        (b"PK something else".to_vec(), "cases_no_vault"),
    ] {
        std::fs::write(&path, &bytes).unwrap();
        assert_eq!(problem(&played), code);
        assert_eq!(played.refused("open_case_vault", json!({ "passphrase": PASS }), None), code);
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "the file is as it was");
        assert!(!played.ask("list_people", json!({})).as_array().unwrap().is_empty());
    }
    let other = opened();
    std::fs::copy(other.folder().join(FILE), &path).unwrap();
    assert_eq!(played.refused("open_case_vault", json!({ "passphrase": PASS }), None), "cases_of_another");
    std::fs::remove_file(&path).unwrap();
    assert_eq!(problem(&played), "cases_missing");
    assert_eq!(played.refused("restore_case_vault", json!({ "copy": "../council.entaku" }), None), "cases_no_copy");
    let copies = played.ask("case_vault", json!({}))["copies"].clone();
    played.ask("restore_case_vault", json!({ "copy": copies[0]["copy"] }));
    assert_eq!(played.ask("open_case_vault", json!({ "passphrase": PASS }))["state"], "open");
    assert_eq!(played.ask("set_case_vault_aside", json!({}))["state"], "none");
    begin(&played);
    assert_eq!(played.ask("list_cases", json!({})), json!([]));
}

#[test]
fn a_vault_that_the_council_does_not_know_is_taken_on_demand() {
    let played = opened();
    saved(&played);
    played.ask("close_case_vault", json!({}));
    let target = Played::new();
    std::fs::copy(played.folder().join(FILE), target.folder().join(FILE)).unwrap();
    target.open();
    assert_eq!(target.ask("case_vault", json!({}))["unknown"], true);
    assert_eq!(target.refused("open_case_vault", json!({ "passphrase": PASS }), None), "cases_unknown");
    let adopted = target.ask("open_case_vault", json!({ "passphrase": PASS, "adopt": true }));
    assert_eq!((&adopted["state"], &adopted["unknown"]), (&json!("open"), &json!(false)));
}

#[test]
fn a_second_window_reads_and_the_sample_keeps_nothing() {
    let played = opened();
    saved(&played);
    let (second, _) = played.beside();
    let ask = |name: &str, args: Value| second.call(name, args, None);
    ask("open_folder", json!({ "folder": played.folder(), "read_only": true })).unwrap();
    let Ok(entaku_desk::Answer::Json(state)) = ask("open_case_vault", json!({ "passphrase": PASS })) else {
        panic!("open_case_vault")
    };
    assert_eq!((&state["state"], &state["writable"]), (&json!("open"), &json!(false)));
    assert_eq!(ask("save_case", case_form()).unwrap_err().code, "cases_read_only");
    assert_eq!(ask("destroy_case", json!({ "case": "R8-001" })).unwrap_err().code, "cases_read_only");
    played.ask("open_sample", json!({}));
    begin(&played);
    assert_eq!(played.ask("case_vault", json!({}))["in_memory"], true);
    saved(&played);
    played.ask("open_sample", json!({}));
    assert_eq!(played.ask("case_vault", json!({}))["state"], "none");
}
