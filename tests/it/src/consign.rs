//! Clerical work that somebody else does (V28): what leaves, what never does, and what comes
//! back, taken over in one change.

use entaku_app::commands::dispatch;
use entaku_app::{App, PackageFault};
use entaku_support::{dump, moment, sample, with_undo};
use serde_json::{Value, json};
use std::io::Read;
use std::path::{Path, PathBuf};

fn now() -> entaku_store::Moment {
    // 1 October 2026.
    moment(1_790_812_800)
}

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

fn refused(app: &mut App, name: &str, args: Value) -> String {
    let before = dump(app);
    let wire = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, dump(app));
    assert!(!wire.message.is_empty() && !wire.hint.is_empty());
    wire.code
}

fn out(app: &mut App, folder: &Path) -> PathBuf {
    let made = app.consign_out("社会福祉法人 架空会", "半年分", folder).unwrap().output;
    assert_eq!(made.sha256.len(), 64);
    assert!(made.counts.len() > 10);
    PathBuf::from(made.path)
}

fn copy(package: &Path, folder: &Path) -> App {
    App::consign_unpack(package, folder, now, "受託者").unwrap_or_else(|e| panic!("{:?}", e.to_wire()))
}

fn back(app: &mut App, folder: &Path) -> String {
    call(app, "consign_back", json!({ "folder": folder }))["path"].as_str().unwrap().to_owned()
}

fn preview(app: &mut App, path: &str) -> Vec<Value> {
    call(app, "consign_preview", json!({ "path": path }))["rows"].as_array().unwrap().clone()
}

fn person(app: &mut App, family: &str) -> Value {
    let all = call(app, "list_people", json!({}));
    all.as_array().unwrap().iter().find(|p| p["name"].as_str().unwrap().starts_with(family)).unwrap()["id"].clone()
}

fn meeting(app: &mut App, number: u64) -> Value {
    let all = call(app, "year_meetings", json!({ "body": "全体会", "year": "R8" }));
    all.as_array().unwrap().iter().find(|m| m["number"] == number).unwrap()["id"].clone()
}

/// Everything in a package, unpacked.
fn unpacked(path: &Path) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut all = Vec::new();
    for at in 0..zip.len() {
        zip.by_index(at).unwrap().read_to_end(&mut all).unwrap();
    }
    all
}

#[test]
fn what_must_not_leave_is_not_in_the_bytes() {
    let (app, folder) = (&mut sample(), tempfile::tempdir().unwrap());
    let new = json!({ "family": "外部", "given": "花子", "family_kana": "がいぶ", "given_kana": "はなこ",
        "publication": "name", "needs": ["植込秘密配慮"], "contact": "植込秘密連絡", "gender": null });
    let who = call(app, "add_person", new)["output"].clone();
    let home = json!({ "person": who, "kind": "home", "lines": ["植込秘密自宅"], "telephone": "0467-99-8888",
        "for_letters": true });
    call(app, "set_address", home);
    let work = json!({ "person": who, "kind": "work", "lines": ["架空市表町1"], "for_letters": false });
    call(app, "set_address", work);
    let item = json!({ "meeting": meeting(app, 2), "kind": "deliberation", "title": "植込秘密議題",
        "closed_reason": "個人の事情のため", "papers": [] });
    call(app, "add_agenda_item", item);
    let path = out(app, folder.path());
    let bytes = unpacked(&path);
    let holds = |word: &str| bytes.windows(word.len()).any(|w| w == word.as_bytes());
    assert!(holds("外部") && holds("架空市表町1"), "the roster leaves with its business contact");
    for secret in ["植込秘密", "0467-99-8888", "add_person"] {
        assert!(!holds(secret), "{secret} has left");
    }
    let ledger = call(app, "list_issued", json!({}));
    assert!(ledger.as_array().unwrap().iter().any(|l| l["kind_label"] == "庶務の委託のデータ"));
    let page = call(app, "consign_page", json!({}));
    assert_eq!((&page["is_copy"], &page["given"][0]["given_to"]), (&json!(false), &json!("社会福祉法人 架空会")));
}

#[test]
fn what_comes_back_is_shown_and_taken_in_one_change() {
    let (app, folder) = (&mut sample(), tempfile::tempdir().unwrap());
    let package = out(app, folder.path());
    let theirs = &mut copy(&package, &folder.path().join("受託"));
    assert_eq!(call(theirs, "consign_page", json!({}))["is_copy"], true);

    // There: a kana is mended, a meeting's place changes, a plan's goal too, a step comes in.
    let who = person(theirs, "髙橋");
    call(theirs, "update_person", json!({ "person": who, "given_kana": "みさきこ" }));
    let (second, third) = (meeting(theirs, 2), meeting(theirs, 3));
    call(theirs, "update_meeting", json!({ "meeting": third, "place": "受託先の講堂" }));
    call(theirs, "update_meeting", json!({ "meeting": second, "place": "受託先の会議室" }));
    let step = json!({ "body": "kodomo", "year": "R8", "activity": "受託者の加えた予定" });
    call(theirs, "save_plan_step", step);
    // Here: the same meeting's place, and what is never carried.
    call(app, "update_meeting", json!({ "meeting": second, "place": "市役所 講堂" }));
    let needs = json!({ "person": person(app, "髙橋"), "needs": ["手話通訳"] });
    call(app, "update_person", needs);

    let path = back(theirs, folder.path());
    let rows = preview(app, &path);
    assert_eq!(rows.len(), 4, "{rows:#?}");
    let conflicts: Vec<&Value> = rows.iter().filter(|r| r["conflict"] == true).collect();
    assert_eq!(conflicts.len(), 1);
    assert!(conflicts[0]["record"]["fields"].to_string().contains("市役所 講堂"));
    let keys = conflicts[0]["key"].clone();

    let taken = with_undo(app, |app| call(app, "consign_take", json!({ "path": path })))["output"].clone();
    assert_eq!(taken, 3, "where both changed the same, what is here stays");
    let place = |app: &mut App, id: &Value| {
        let all = call(app, "year_meetings", json!({ "body": "全体会", "year": "R8" }));
        all.as_array().unwrap().iter().find(|m| m["id"] == *id).unwrap()["place"].clone()
    };
    assert_eq!((place(app, &second), place(app, &third)), (json!("市役所 講堂"), json!("受託先の講堂")));
    let kept = app.store().people().unwrap();
    let kept = kept.iter().find(|p| p.id.to_string() == who.as_str().unwrap()).unwrap();
    assert_eq!((kept.needs.as_slice(), kept.name.given_kana.as_str()), (&["手話通訳".to_owned()][..], "みさきこ"));
    assert_eq!(refused(app, "consign_take", json!({ "path": path })), "package_taken");

    call(app, "undo", json!({}));
    let with = json!({ "path": path, "theirs": [keys], "leave": [] });
    assert_eq!(call(app, "consign_take", with)["output"], 4);
    assert_eq!(place(app, &second), "受託先の会議室");
    assert_eq!(app.store().integrity_check().unwrap(), []);
}

#[test]
fn rows_that_are_left_stay_and_nothing_is_said_to_be_nothing() {
    let (app, folder) = (&mut sample(), tempfile::tempdir().unwrap());
    let package = out(app, folder.path());
    let theirs = &mut copy(&package, &folder.path().join("受託"));
    let path = back(theirs, folder.path());
    assert_eq!(preview(app, &path).len(), 0, "nothing was changed there");
    assert_eq!(refused(app, "consign_take", json!({ "path": path })), PackageFault::Nothing.code());
    let third = meeting(theirs, 3);
    call(theirs, "update_meeting", json!({ "meeting": third, "place": "受託先の講堂" }));
    let path = back(theirs, folder.path());
    let keys: Vec<Value> = preview(app, &path).iter().map(|r| r["key"].clone()).collect();
    assert_eq!(refused(app, "consign_take", json!({ "path": path, "leave": keys })), "package_nothing");
}

#[test]
fn damaged_foreign_and_wrong_packages_are_told_apart() {
    let (app, folder) = (&mut sample(), tempfile::tempdir().unwrap());
    let package = out(app, folder.path());
    let given = package.display().to_string();
    assert_eq!(refused(app, "consign_preview", json!({ "path": given })), "package_not_returned");
    assert_eq!(refused(app, "consign_back", json!({ "folder": folder.path() })), "package_not_consigned");
    let before = dump(app);
    let nowhere = app.consign_out("法人", "", Path::new("/ありません")).unwrap_err().to_wire();
    assert_eq!((nowhere.code.as_str(), dump(app)), ("package_no_folder", before));
    let theirs = &mut copy(&package, &folder.path().join("受託"));
    let path = back(theirs, folder.path());
    let mut other = sample();
    assert_eq!(refused(&mut other, "consign_preview", json!({ "path": path })), "package_foreign");
    let bytes = std::fs::read(&path).unwrap();
    for cut in [0, 10, bytes.len() / 2, bytes.len() - 1] {
        let broken = folder.path().join("broken.entakupkg");
        std::fs::write(&broken, &bytes[..cut]).unwrap();
        assert_eq!(refused(app, "consign_preview", json!({ "path": broken })), "package_damaged", "{cut}");
    }
    let unpack = App::consign_unpack(Path::new(&path), &folder.path().join("x"), now, "受託者");
    assert_eq!(unpack.expect_err("a return").code(), "package_returned");
}

#[test]
fn what_cannot_stand_beside_what_is_here_is_said_and_left() {
    let (app, folder) = (&mut sample(), tempfile::tempdir().unwrap());
    let package = out(app, folder.path());
    let theirs = &mut copy(&package, &folder.path().join("受託"));
    let new = |title: &str| {
        json!({ "received_on": "R8.9.1", "number": null, "title": title, "gist": "", "background": "", "resources": "",
            "measures": "", "field": "移動", "level": "city", "inlet": "case_review", "raised_by": null,
            "owner": "mieruka", "due_on": null })
    };
    let (here, there) = (call(app, "add_issue", new("ここで受けた")), call(theirs, "add_issue", new("あちらで受けた")));
    assert_ne!(here["output"], there["output"]);
    let step = json!({ "body": "kodomo", "year": "R8", "activity": "受託者の加えた予定" });
    call(theirs, "save_plan_step", step);
    let path = back(theirs, folder.path());
    let rows = preview(app, &path);
    assert!(rows.iter().all(|r| r["conflict"] == false), "{rows:#?}");
    with_undo(app, |app| call(app, "consign_take", json!({ "path": path })));
    let all = call(app, "list_issues", json!({ "open": false, "overdue": false }));
    let numbers: Vec<&Value> = all.as_array().unwrap().iter().map(|i| &i["number"]).collect();
    let mut once: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), numbers.len(), "no number is given twice");
    assert_eq!(app.store().integrity_check().unwrap(), []);
}

#[test]
fn what_is_taken_away_there_and_used_here_stays() {
    let (app, folder) = (&mut sample(), tempfile::tempdir().unwrap());
    let new = json!({ "meeting": meeting(app, 3), "kind": "deliberation", "title": "予備の議題", "papers": [] });
    let item = call(app, "add_agenda_item", new)["output"].clone();
    let package = out(app, folder.path());
    let theirs = &mut copy(&package, &folder.path().join("受託"));
    call(theirs, "remove_agenda_item", json!({ "item": item }));
    let renamed = json!({ "item": item, "kind": "deliberation", "title": "ここで名を変えた議題", "papers": [] });
    call(app, "update_agenda_item", renamed);
    let path = back(theirs, folder.path());
    let rows = preview(app, &path);
    let clashing: Vec<&Value> = rows.iter().filter(|r| r["conflict"] == true).collect();
    assert_eq!((clashing.len(), &clashing[0]["record"]["what"]), (1, &json!("removed")));
    let keys = [clashing[0]["key"].clone()];
    with_undo(app, |app| call(app, "consign_take", json!({ "path": path, "theirs": keys })));
    assert!(!dump(app).lines().any(|l| l.starts_with("agenda_item") && l.contains("ここで名を変えた議題")));
}

#[test]
fn who_is_erased_here_does_not_come_back() {
    let (app, folder) = (&mut sample(), tempfile::tempdir().unwrap());
    let package = out(app, folder.path());
    let theirs = &mut copy(&package, &folder.path().join("受託"));
    let who = person(app, "髙橋");
    call(theirs, "update_person", json!({ "person": who, "given_kana": "みさきこ" }));
    let third = meeting(theirs, 3);
    call(theirs, "update_meeting", json!({ "meeting": third, "place": "受託先の講堂" }));
    let left = call(app, "purge_person", json!({ "person": who, "confirmed": true }));
    assert_eq!(left["output"]["consigned"], json!(["社会福祉法人 架空会（令和8年10月1日）"]));
    let path = back(theirs, folder.path());
    let rows = preview(app, &path);
    assert_eq!(rows.len(), 1, "{rows:#?}");
    assert_eq!(call(app, "consign_take", json!({ "path": path }))["output"], 1);
    assert!(!dump(app).contains("髙橋美咲子") && !dump(app).contains("みさきこ"));
}
