//! Elections of officers by the commands of the window: candidates, rounds, lots, what is
//! kept open; after every write, undo restores the exact dump.

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

fn refused(app: &mut App, name: &str, args: Value) -> (String, Option<String>) {
    let before = dump(app);
    let wire = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, dump(app), "a refused command left something");
    (wire.message, wire.field)
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

/// A council whose plenary has seven members and no chair: a new term has begun, its first
/// meeting is the one of 24 June 2026.
pub(crate) struct Ground {
    pub(crate) app: App,
    pub(crate) meeting: String,
    pub(crate) people: Vec<String>,
}

/// The sample's plenary at its first meeting of 2026, after its officers were taken back.
pub(crate) fn ground() -> Ground {
    let mut app = sample();
    let meetings = call(&mut app, "list_meetings", json!({ "body": "全体会", "year": "R8" }));
    let meeting = list(&meetings)[0]["id"].as_str().unwrap().to_owned();
    let page = call(&mut app, "meeting_elections", json!({ "meeting": meeting }));
    for line in list(&page["elections"]) {
        for one in list(&line["elected"]) {
            call(&mut app, "remove_office", json!({ "office": one["office"] }));
        }
    }
    let page = call(&mut app, "meeting_elections", json!({ "meeting": meeting }));
    let people = list(&page["members"]).iter().map(|p| p["id"].as_str().unwrap().to_owned()).collect();
    Ground { app, meeting, people }
}

impl Ground {
    pub(crate) fn form(&self, title: &str, candidates: Value) -> Value {
        json!({
            "body": "全体会", "title": title, "meeting": self.meeting, "method": "mutual_election",
            "candidates": candidates,
        })
    }

    fn stands(&self, at: usize) -> Value {
        json!({ "person": self.people[at] })
    }

    fn elected(&self, at: usize) -> Value {
        json!({ "person": self.people[at], "elected": true })
    }

    fn page(&mut self) -> Value {
        let meeting = self.meeting.clone();
        call(&mut self.app, "meeting_elections", json!({ "meeting": meeting }))
    }

    /// Who is 副会長 on a day, in the order of the members.
    fn holders(&mut self, on: &str) -> Vec<String> {
        let members = call(&mut self.app, "list_members", json!({ "body": "全体会", "on": on }));
        let held = list(&members).iter().filter(|m| m["office"] == "副会長").map(|m| m["person"].as_str().unwrap());
        let held: Vec<&str> = held.collect();
        self.people.iter().filter(|p| held.contains(&p.as_str())).cloned().collect()
    }

    /// 髙橋委員, as the record speaks of them.
    fn spoken(&mut self, at: usize) -> String {
        let mut form = self.form("会長", json!([self.elected(at)]));
        form["acclaimed"] = json!(true);
        let preview = call(&mut self.app, "election_preview", form);
        let sentence = preview["sentences"][0].as_str().unwrap().to_owned();
        let name = sentence.strip_prefix("委員の互選により、異議なく、").expect("the sentence");
        name.strip_suffix("が会長に選出された。").expect("the sentence").to_owned()
    }
}

#[test]
fn v8_an_election_without_objection_is_one_sentence_and_gives_the_office() {
    let mut it = ground();
    let page = it.page();
    assert!(page["without_chair"].as_str().unwrap().contains("事務局が会議を進行"), "{page}");
    assert_eq!((&page["titles"][0]["title"], &page["titles"][0]["vacant"]), (&json!("会長"), &json!(true)));
    assert_eq!(page["titles"][0]["method"], "mutual_election");
    let mut form = it.form("会長", json!([it.elected(0)]));
    form["acclaimed"] = json!(true);
    let (app, name) = (&mut it.app, "hold_election");
    let done = write(app, name, form);
    assert_eq!(list(&done["output"]["offices"]).len(), 1);
    let page = it.page();
    let record: Vec<&str> = list(&page["record"]).iter().map(|s| s.as_str().unwrap()).collect();
    assert_eq!(record[0], "会長が選出されるまでの間、事務局が議事を進行した。");
    assert!(record[1].starts_with("委員の互選により、異議なく、") && record[1].ends_with("委員が会長に選出された。"));
    let known = call(&mut it.app, "meeting_record", json!({ "meeting": it.meeting }));
    let decision = list(&known["decisions"]).iter().find(|d| d["subject"] == "役員の選出").expect("the election");
    assert_eq!(decision["text"], json!(record.concat()));
    let history = call(&mut it.app, "officer_history", json!({ "body": "全体会" }));
    assert_eq!((&history[0]["title"], &history[0]["person"]), (&json!("会長"), &json!(it.people[0])));
    assert_eq!(history[0]["end"], "2028-03-31", "with the appointment");
    let again = it.form("会長", json!([it.elected(1)]));
    assert!(refused(&mut it.app, name, again).0.contains("選出がすでに記録されています"));
}

#[test]
fn v8_votes_a_tie_a_runoff_and_a_lot() {
    let mut it = ground();
    let [first, second] = [0, 1].map(|at| it.spoken(at));
    let members = it.people.len();
    let candidates = json!([
        { "person": it.people[0], "entry": "recommended", "proposer": "渡邉󠄂委員" },
        { "person": it.people[1], "entry": "volunteered" },
        { "person": it.people[2], "entry": "recommended", "declined": true },
    ]);
    let round = |runoff: bool, votes: Value, (blank, invalid): (u16, u16), voters: u16| json!({ "runoff": runoff, "voters": voters, "blank": blank, "invalid": invalid, "votes": votes });
    let mut form = it.form("会長", candidates);
    form["rounds"] = json!([round(false, json!([5, 5, null]), (1, 0), 11)]);
    let preview = call(&mut it.app, "election_preview", form.clone());
    assert_eq!((&preview["leaders"], &preview["problems"]), (&json!([0, 1]), &json!([])), "{members}: {preview}");
    form["candidates"][0]["elected"] = json!(true);
    let (said, field) = refused(&mut it.app, "hold_election", form.clone());
    assert!(said.contains("同数（5票）") && field.as_deref() == Some("lot"), "{said}");
    let mut wrong = form.clone();
    wrong["rounds"][0]["voters"] = json!(12);
    let preview = call(&mut it.app, "election_preview", wrong);
    assert_eq!(preview["problems"][0]["field"], "rounds", "{preview}");
    form["rounds"].as_array_mut().unwrap().push(round(true, json!([5, 5, null]), (0, 1), 11));
    form["by_lot"] = json!(true);
    form["lot_drawn_by"] = json!("障害福祉課長");
    write(&mut it.app, "hold_election", form);
    let record = it.page()["record"].clone();
    let record: Vec<&str> = list(&record).iter().map(|s| s.as_str().unwrap()).collect();
    assert_eq!(record[1], format!("渡邉󠄂委員から{first}が推薦された。"));
    assert_eq!(record[2], format!("{second}が立候補した。"));
    assert!(record[4].ends_with("は辞退した。"), "{record:?}");
    assert_eq!(record[5], format!("投票の結果は、{first}5票、{second}5票、白票1票であった（投票総数11票）。"));
    assert_eq!(record[6], format!("決選投票の結果は、{first}5票、{second}5票、無効1票であった（投票総数11票）。"));
    assert_eq!(record[7], "得票が同数のため、障害福祉課長が引いたくじにより決定した。");
    assert_eq!(record[8], format!("委員の互選により、{first}が会長に選出された。"));
}

#[test]
fn an_election_may_be_kept_open_and_go_on() {
    let mut it = ground();
    let form = it.form("会長", json!([it.stands(0), it.stands(1)]));
    let kept = write(&mut it.app, "hold_election", form.clone())["output"]["election"].clone();
    let page = it.page();
    let line = list(&page["elections"]).iter().find(|l| l["id"] == kept).expect("kept").clone();
    assert_eq!((&line["open"], &line["elected"]), (&json!(true), &json!([])));
    assert_eq!(line["sentences"], json!(["会長は選出に至らず、継続することとした。"]));
    assert_eq!(page["titles"][0]["vacant"], true, "the vacancy is still shown");
    let mut on = line["form"].clone();
    on["acclaimed"] = json!(true);
    on["candidates"][1]["elected"] = json!(true);
    write(&mut it.app, "hold_election", on.clone());
    let page = it.page();
    assert_eq!(list(&page["elections"]).len(), 1, "the same one went on: {page}");
    let office = page["elections"][0]["elected"][0]["office"].clone();
    assert!(refused(&mut it.app, "hold_election", on).0.contains("すでに決まっています"));
    assert!(refused(&mut it.app, "remove_election", json!({ "election": kept })).0.contains("すでに決まっています"));
    write(&mut it.app, "remove_office", json!({ "office": office }));
    assert_eq!(it.page()["elections"], json!([]), "taken back with its record");
    let kept = write(&mut it.app, "hold_election", form)["output"]["election"].clone();
    write(&mut it.app, "remove_election", json!({ "election": kept }));
    assert_eq!(it.page()["elections"], json!([]));
}

#[test]
fn named_by_the_chair_and_handed_on() {
    let mut it = ground();
    let (first, second) = (it.spoken(1), it.people[1].clone());
    let mut form = it.form("副会長", json!([{ "person": second, "elected": true }]));
    form["method"] = json!("nomination");
    form["named_by"] = json!("会長");
    let preview = call(&mut it.app, "election_preview", form.clone());
    assert_eq!(preview["sentences"], json!([format!("会長の指名により、{first}が副会長に選出された。")]));
    assert!(preview["problems"][0]["message"].as_str().unwrap().contains("互選によると定められています"), "{preview}");
    // Another council's rule: the chair names the vice-chair.
    let says = call(&mut it.app, "body_page", json!({ "body": "全体会", "year": "R8" }))["says"].clone();
    let mut says = says;
    says["officers"][1]["method"] = json!("会長の指名");
    write(&mut it.app, "correct_body", json!({ "body": "全体会", "from_year": "R8", "says": says }));
    let page = it.page();
    assert_eq!((&page["titles"][1]["method"], &page["titles"][1]["named_by"]), (&json!("nomination"), &json!("会長")));
    write(&mut it.app, "hold_election", form);
    let page = it.page();
    assert_eq!(page["elections"][0]["sentences"], json!([format!("会長の指名により、{first}が副会長に選出された。")]));
    assert_eq!(page["elections"][0]["open"], false);
}

/// Another council's rule: so many hold the second office.
fn two_seconds(it: &mut Ground) {
    let mut says = call(&mut it.app, "body_page", json!({ "body": "全体会", "year": "R8" }))["says"].clone();
    says["officers"][1]["count"] = json!(2);
    write(&mut it.app, "correct_body", json!({ "body": "全体会", "from_year": "R8", "says": says }));
}

#[test]
fn v8_a_tie_for_the_second_of_two_places_goes_to_a_runoff_of_these() {
    let mut it = ground();
    two_seconds(&mut it);
    let mut form = it.form("副会長", json!([it.stands(0), it.stands(1), it.stands(2)]));
    form["rounds"] = json!([{ "runoff": false, "voters": 8, "blank": 0, "invalid": 0, "votes": [4, 2, 2] }]);
    write(&mut it.app, "hold_election", form);
    let names: Vec<String> = (0..3).map(|at| it.page()["members"][at]["name"].as_str().unwrap().to_owned()).collect();
    let runoff = words(&it.app, json!({ "kind": "ballots", "meeting": it.meeting, "title": "副会長" }));
    assert!(runoff.contains("決選投票") && runoff.contains("委員１人の欄"), "{runoff}");
    assert!(!runoff.contains(&names[0]) && runoff.contains(&names[1]) && runoff.contains(&names[2]), "{runoff}");
    let mut done = it.page()["elections"][0]["form"].clone();
    done["candidates"][0]["elected"] = json!(true);
    done["candidates"][2]["elected"] = json!(true);
    assert_eq!(refused(&mut it.app, "hold_election", done.clone()).1.as_deref(), Some("lot"));
    done["by_lot"] = json!(true);
    let offices = write(&mut it.app, "hold_election", done)["output"]["offices"].clone();
    assert_eq!(list(&offices).len(), 2);
}

#[test]
fn v8_where_two_hold_the_office_the_predecessor_is_named() {
    let mut it = ground();
    two_seconds(&mut it);
    let mut form = it.form("副会長", json!([it.elected(0), it.elected(1)]));
    form["acclaimed"] = json!(true);
    call(&mut it.app, "hold_election", form);
    let ask = json!({ "body": "全体会", "date": "R8.7.29", "start": "10:00", "end": "12:00", "place": "市役所" });
    let next = call(&mut it.app, "add_meeting", ask)["output"].clone();
    let people = it.people.clone();
    let form = |elected: &[usize], named: Value| {
        let elected: Vec<Value> = elected.iter().map(|at| json!({ "person": people[*at], "elected": true })).collect();
        json!({
            "body": "全体会", "title": "副会長", "meeting": next, "method": "mutual_election", "acclaimed": true,
            "candidates": elected, "replaces": true, "predecessors": named,
        })
    };
    let open = form(&[2], json!([]));
    let preview = call(&mut it.app, "election_preview", open.clone());
    assert_eq!(preview["predecessors_needed"], 1);
    let offered: Vec<&Value> = list(&preview["predecessors"]).iter().map(|p| &p["value"]).collect();
    assert_eq!(offered, [&json!(it.people[0]), &json!(it.people[1])]);
    let (said, field) = refused(&mut it.app, "hold_election", open);
    assert!(said.contains("だれの後任か") && field.as_deref() == Some("predecessors"), "{said}");
    let stranger = form(&[2], json!([people[3]]));
    assert!(refused(&mut it.app, "hold_election", stranger).0.contains("在職者ではありません"));
    // The second is followed, although the first began with them.
    write(&mut it.app, "hold_election", form(&[2], json!([people[1]])));
    assert_eq!(it.holders("R8.8.1"), [it.people[0].clone(), it.people[2].clone()]);
    it.app.undo().expect("undo");
    // Who is elected again goes on; who is left hands on without a word.
    write(&mut it.app, "hold_election", form(&[1, 2], json!([])));
    assert_eq!(it.holders("R8.8.1"), [it.people[1].clone(), it.people[2].clone()]);
    it.app.undo().expect("undo");
    write(&mut it.app, "hold_election", form(&[1], json!([])));
    assert_eq!(it.holders("R8.8.1"), [it.people[0].clone(), it.people[1].clone()]);
}

#[test]
fn a_chair_who_hands_on_has_presided() {
    let mut it = ground();
    let mut form = it.form("会長", json!([it.elected(0)]));
    form["acclaimed"] = json!(true);
    call(&mut it.app, "hold_election", form);
    let ask = json!({ "body": "全体会", "date": "R8.7.29", "start": "10:00", "end": "12:00", "place": "市役所" });
    let next = call(&mut it.app, "add_meeting", ask)["output"].clone();
    let form = json!({
        "body": "全体会", "title": "会長", "meeting": next, "method": "mutual_election", "acclaimed": true,
        "candidates": [it.elected(1)], "replaces": true,
    });
    write(&mut it.app, "hold_election", form);
    let page = call(&mut it.app, "meeting_elections", json!({ "meeting": next }));
    let record: Vec<&str> = list(&page["record"]).iter().map(|s| s.as_str().unwrap()).collect();
    assert_eq!(record.len(), 1, "nobody but the chair presided: {record:?}");
}

#[test]
fn an_agenda_item_may_go_and_the_election_stays() {
    let mut it = ground();
    let items = it.page()["items"].clone();
    let item = match items.get(0) {
        Some(item) => item["value"].clone(),
        None => {
            let ask = json!({ "meeting": it.meeting, "kind": "election", "title": "会長の選出", "papers": [] });
            call(&mut it.app, "add_agenda_item", ask)["output"].clone()
        }
    };
    let mut form = it.form("会長", json!([it.stands(0)]));
    form["item"] = item.clone();
    write(&mut it.app, "hold_election", form);
    write(&mut it.app, "remove_agenda_item", json!({ "item": item }));
    assert_eq!(it.page()["elections"][0]["form"]["item"], Value::Null);
    let history = call(&mut it.app, "history", json!({ "limit": 20 }));
    let change = list(&history).iter().find(|r| r["action"] == "役員の選出の記録").expect("in the history");
    let details = call(&mut it.app, "change_details", json!({ "change": change["change"] }));
    assert!(details.to_string().contains("役員の候補者") && !details.to_string().contains("その他の項目"), "{details}");
}

#[test]
fn a_persons_erasure_reaches_elections() {
    let mut it = ground();
    let name = "仮議長　太郎";
    let id = call(
        &mut it.app,
        "add_person",
        json!({ "family": "仮議長", "given": "太郎", "family_kana": "かりぎちょう", "given_kana": "たろう", "publication": "name" }),
    )["output"]
        .clone();
    let mut form = it.form("会長", json!([it.stands(0)]));
    form["presided_by"] = json!(name);
    form["candidates"][0]["entry"] = json!("recommended");
    form["candidates"][0]["proposer"] = json!(name);
    call(&mut it.app, "hold_election", form);
    call(&mut it.app, "purge_person", json!({ "person": id, "confirmed": true }));
    assert!(!dump(&it.app).contains(name), "blanked in the election, too");
}

/// A stream of numbers that is the same every time (Numerical Recipes' generator).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % (n as u64)).unwrap()
    }
}

/// V8: whatever is recorded, handed on, laid down and taken back in whatever order, no day
/// has two holders of one office, nobody holds two offices of a body, and all undo.
#[test]
fn v8_no_two_holders_on_any_day_after_any_elections() {
    let mut it = ground();
    let start = dump(&it.app);
    let meetings: Vec<String> = ["R7", "R8"]
        .iter()
        .flat_map(|year| list(&call(&mut it.app, "list_meetings", json!({ "body": "全体会", "year": year }))).clone())
        .map(|m| m["id"].as_str().unwrap().to_owned())
        .collect();
    let (mut numbers, mut done) = (Numbers(20_260_624), 0);
    for _ in 0..160 {
        let (meeting, person) = (&meetings[numbers.below(meetings.len())], &it.people[numbers.below(it.people.len())]);
        let title = ["会長", "副会長"][numbers.below(2)];
        let form = json!({
            "body": "全体会", "title": title, "meeting": meeting, "method": "mutual_election", "acclaimed": true,
            "candidates": [{ "person": person, "elected": true }], "replaces": numbers.below(2) == 0,
        });
        let outcome = match numbers.below(4) {
            0 => some_office(&mut it.app, &mut numbers)
                .map(|office| dispatch(&mut it.app, "remove_office", json!({ "office": office })).ok()),
            1 => some_office(&mut it.app, &mut numbers)
                .map(|office| dispatch(&mut it.app, "end_office", json!({ "office": office, "on": "R8.9.1" })).ok()),
            _ => Some(dispatch(&mut it.app, "hold_election", form).ok()),
        };
        done += usize::from(outcome.flatten().is_some_and(|answer| !answer["change"].is_null()));
        holds(&it.app);
    }
    assert!(done > 20, "only {done} were allowed");
    for _ in 0..done {
        it.app.undo().expect("undo");
    }
    assert_eq!(start, dump(&it.app));
}

fn some_office(app: &mut App, numbers: &mut Numbers) -> Option<String> {
    let council = app.snapshot().unwrap();
    let plenary = council.body("全体会").unwrap().id;
    let offices: Vec<String> = council.offices.iter().filter(|o| o.body == plenary).map(|o| o.id.to_string()).collect();
    (!offices.is_empty()).then(|| offices[numbers.below(offices.len())].clone())
}

fn holds(app: &App) {
    let council = app.snapshot().unwrap();
    let plenary = council.body("全体会").unwrap().id;
    let mut days: Vec<entaku_domain::Day> = council.offices.iter().map(|o| o.start).collect();
    days.extend(council.offices.iter().filter_map(|o| o.end).filter_map(|d| d.succ_opt()));
    for day in days {
        let held: Vec<_> = council.offices_on(plenary, day).collect();
        for title in ["会長", "副会長"] {
            assert!(held.iter().filter(|o| o.title == title).count() <= 1, "two hold {title} on {day}");
        }
        let mut people: Vec<_> = held.iter().map(|o| o.person).collect();
        people.sort();
        people.dedup();
        assert_eq!(people.len(), held.len(), "one holds two offices on {day}");
    }
}

/// What a document says, before it is printed.
fn words(app: &App, ask: Value) -> String {
    app.document(&serde_json::from_value(ask).unwrap()).expect("a document").words()
}

#[test]
fn ballots_count_sheet_record_and_history_are_documents() {
    let mut it = ground();
    let blank = words(&it.app, json!({ "kind": "ballots", "meeting": it.meeting, "title": "会長" }));
    assert!(blank.contains("氏名を、１人だけ書いてください") && blank.contains("枚数："), "{blank}");
    let mut form = it.form("会長", json!([it.stands(0), it.stands(1), it.stands(2)]));
    form["candidates"][2]["declined"] = json!(true);
    call(&mut it.app, "hold_election", form.clone());
    let names: Vec<String> = (0..3).map(|at| it.page()["members"][at]["name"].as_str().unwrap().to_owned()).collect();
    let ballots = words(&it.app, json!({ "kind": "ballots", "meeting": it.meeting, "title": "会長" }));
    assert!(ballots.contains("○を付けてください") && ballots.contains(&names[0]) && !ballots.contains(&names[2]));
    let sheet = words(&it.app, json!({ "kind": "count_sheet", "meeting": it.meeting, "title": "会長" }));
    assert!(sheet.contains(&format!("{}：（　）票", names[1])) && sheet.contains("定数1人"), "{sheet}");
    let open = it.page()["elections"][0]["form"].clone();
    let mut voted = open;
    voted["rounds"] = json!([{ "runoff": false, "voters": 10, "blank": 0, "invalid": 0, "votes": [5, 5, null] }]);
    call(&mut it.app, "hold_election", voted);
    let runoff = words(&it.app, json!({ "kind": "ballots", "meeting": it.meeting, "title": "会長" }));
    assert!(runoff.contains("決選投票") && runoff.contains(&names[1]), "{runoff}");
    let mut done = it.page()["elections"][0]["form"].clone();
    done["by_lot"] = json!(true);
    done["candidates"][1]["elected"] = json!(true);
    call(&mut it.app, "hold_election", done);
    let record = words(&it.app, json!({ "kind": "election_record", "meeting": it.meeting }));
    assert!(record.contains("会長の選出") && record.contains("くじにより決定した。"), "{record}");
    assert!(record.contains(&format!("{}：5票", names[0])) && record.contains("投票総数：10票"), "{record}");
    let history = words(&it.app, json!({ "kind": "officer_history", "body": "全体会" }));
    assert!(history.contains("役員の変遷") && history.contains(&names[1]), "{history}");
}

#[test]
fn v8_a_deputy_who_becomes_chair_gives_the_deputys_office_up_in_the_same_change() {
    let mut app = sample();
    let form = json!({ "body": "全体会", "date": "R8.9.24", "start": "14:00", "end": "16:00", "place": "講堂" });
    let meeting = json!({ "id": call(&mut app, "add_meeting", form)["output"], "date": "2026-09-24" });
    let before = call(&mut app, "list_members", json!({ "body": "全体会", "on": meeting["date"] }));
    let deputy = list(&before).iter().find(|m| m["office"] == "副会長").unwrap();
    let ask = |ends_other: bool| {
        json!({
            "body": "全体会", "title": "会長", "meeting": meeting["id"], "method": "mutual_election", "acclaimed": true,
            "candidates": [{ "person": deputy["name"], "elected": true }], "replaces": true, "ends_other": ends_other,
        })
    };
    let seen = call(&mut app, "election_preview", ask(false));
    assert!(seen["other_offices"][0].as_str().unwrap().ends_with("（副会長）"), "{seen}");
    assert!(seen["problems"][0]["hint"].as_str().unwrap().contains("前日で退く"), "{seen}");
    assert!(refused(&mut app, "hold_election", ask(false)).0.contains("兼ねることはできません"));
    assert_eq!(call(&mut app, "election_preview", ask(true))["problems"], json!([]));
    write(&mut app, "hold_election", ask(true));
    let after = call(&mut app, "list_members", json!({ "body": "全体会", "on": meeting["date"] }));
    let office = |title: &str| list(&after).iter().find(|m| m["office"] == title).map(|m| m["name"].clone());
    assert_eq!((office("会長"), office("副会長")), (Some(deputy["name"].clone()), None));
    let one = json!({
        "body": "全体会", "title": "副会長", "person": deputy["name"], "meeting": meeting["id"],
        "method": "mutual_election", "replaces": false, "ends_other": true,
    });
    let said = refused(&mut app, "record_election", one).0;
    assert!(said.contains("兼ねることはできません"), "what began that day cannot end before it: {said}");
}
