//! Terms, categories and seats: V1 to V7 over a roster, and what is past.

use super::{csv, for_body, nothing_more, preview, row, said, write};
use entaku_app::import::{ImportAsk, RowState};
use entaku_support::sample;

const HEAD: &str = "区分,氏名,ふりがな,所属・職,委嘱日,任期満了日\r\n";

fn roster(lines: &[&str]) -> entaku_app::import::ImportFile {
    csv(&format!("{HEAD}{}", lines.join("\r\n")))
}

#[test]
fn the_rule_gives_the_end_and_objects_to_others() {
    let app = sample();
    let file = roster(&[
        "⑴,試験　一,しけん　いち,試験病院　院長,R8.7.15,",
        "⑴,試験　二,しけん　ふた,試験病院　医師,R8.7.15,R10.7.31",
        "⑴,試験　三,しけん　さん,試験病院　医師,R8.4.1,R9.3.31",
        "⑴,試験　四,しけん　よん,試験病院　医師,R8.4.1,R8.3.31",
        "⑼,試験　五,しけん　ご,試験病院　医師,R8.4.1,",
        ",試験　六,しけん　ろく,試験病院　医師,R8.4.1,",
        "⑴,試験　七,しけん　なな,試験病院　医師,,",
        "⑴,試験　八,しけん　はち,試験病院　医師,S50.4.1,",
    ]);
    let shown = preview(&app, &file, &for_body("zentaikai"));
    assert_eq!(row(&shown, 2).state, RowState::New);
    assert!(
        said(row(&shown, 3)).contains("F3 ") && row(&shown, 3).state == RowState::Error,
        "V2 {}",
        said(row(&shown, 3))
    );
    assert!(row(&shown, 4).state == RowState::New && row(&shown, 4).warning, "V3 {}", said(row(&shown, 4)));
    assert_eq!(row(&shown, 5).state, RowState::Error, "{}", said(row(&shown, 5)));
    assert!(said(row(&shown, 6)).contains("A6 「⑼」に当たる区分がありません"));
    assert!(said(row(&shown, 7)).contains("A7 区分がありません"));
    assert!(said(row(&shown, 8)).contains("E8 委嘱日がありません"));
    assert!(said(row(&shown, 9)).contains("1975年度には登録されていません"), "{}", said(row(&shown, 9)));
    let given = ImportAsk { start: Some("R8.10.1".into()), fill_down: true, ..for_body("zentaikai") };
    let shown = preview(&app, &file, &given);
    assert_eq!(row(&shown, 8).state, RowState::New, "{}", said(row(&shown, 8)));
}

#[test]
fn what_is_past_may_break_the_rules() {
    let mut app = sample();
    let file = roster(&["⑴,試験　一,しけん　いち,試験病院　院長,R4.7.15,R6.7.31"]);
    let ask = for_body("zentaikai");
    let shown = preview(&app, &file, &ask);
    assert!(row(&shown, 2).state == RowState::New && row(&shown, 2).warning, "{}", said(row(&shown, 2)));
    write(&mut app, &file, &ask);
    nothing_more(&mut app, &file, &ask);
}

#[test]
fn somebody_who_sits_already_is_not_appointed_twice() {
    let app = sample();
    let on = entaku_domain::Day::from_ymd_opt(2026, 10, 1).unwrap();
    let members = app.list_members("zentaikai", on).unwrap();
    let someone = members.iter().find(|m| m.name.is_some() && m.category == Some(1)).unwrap();
    let name = someone.name.clone().unwrap();
    let file = roster(&[&format!("⑴,{name},,,R8.10.1,"), &format!("⑵,{name},,,{},", someone.start.clone().unwrap())]);
    let shown = preview(&app, &file, &for_body("zentaikai"));
    assert!(row(&shown, 2).state == RowState::Error, "V7 {}", said(row(&shown, 2)));
    assert!(row(&shown, 3).state == RowState::Error, "V6 {}", said(row(&shown, 3)));
    let same = roster(&[&format!("⑴,{name},,,{},", someone.start.clone().unwrap())]);
    let shown = preview(&app, &same, &for_body("zentaikai"));
    assert_eq!(row(&shown, 2).state, RowState::Same, "{}", said(row(&shown, 2)));
}

#[test]
fn two_terms_of_one_person_are_two_rows() {
    let mut app = sample();
    let file = roster(&[
        "⑴,試験　一,しけん　いち,試験病院　院長,R4.4.1,R6.3.31",
        "⑴,試験　一,しけん　いち,試験病院　院長,R6.4.1,R8.3.31",
        "⑴,試験　一,しけん　いち,試験病院　院長,R6.4.1,R8.3.31",
    ]);
    let ask = for_body("zentaikai");
    let shown = preview(&app, &file, &ask);
    assert_eq!((row(&shown, 2).state, row(&shown, 3).state), (RowState::New, RowState::New));
    assert!(said(row(&shown, 4)).contains("3行目と同じ人です"), "{}", said(row(&shown, 4)));
    let two = roster(&[
        "⑴,試験　一,しけん　いち,試験病院　院長,R4.4.1,R6.3.31",
        "⑴,試験　一,しけん　いち,試験病院　院長,R6.4.1,R8.3.31",
    ]);
    let done = write(&mut app, &two, &ask);
    assert_eq!((done.people, done.appointments, done.seats), (1, 2, 1));
    nothing_more(&mut app, &two, &ask);
}

/// How many seats of 全体会 are vacant today.
fn vacant(app: &entaku_app::App) -> usize {
    let on = entaku_domain::Day::from_ymd_opt(2026, 10, 1).unwrap();
    app.list_members("zentaikai", on).unwrap().iter().filter(|m| m.name.is_none()).count()
}

#[test]
fn seats_of_past_terms_are_not_vacant_today() {
    let mut app = sample();
    let before = vacant(&app);
    let past = roster(&[
        "⑴,試験　一,しけん　いち,試験病院　院長,R4.4.1,R6.3.31",
        "⑴,試験　二,しけん　ふた,試験病院　医師,R4.4.1,R6.3.31",
    ]);
    let done = write(&mut app, &past, &for_body("zentaikai"));
    assert_eq!((done.appointments, done.seats, vacant(&app)), (2, 2, before));
    let council = app.snapshot().unwrap();
    let last = entaku_domain::Day::from_ymd_opt(2024, 3, 31);
    assert_eq!(council.seats.iter().filter(|s| s.to == last).count(), 2, "they end with the last who took them");
}

#[test]
fn a_past_term_is_not_recorded_a_second_time() {
    let mut app = sample();
    let past = roster(&["⑴,試験　一,しけん　いち,試験病院　院長,R4.4.1,R6.3.31"]);
    write(&mut app, &past, &for_body("zentaikai"));
    let other = roster(&["⑴,試験　一,しけん　いち,試験病院　院長,R4.7.1,R6.3.31"]);
    let shown = preview(&app, &other, &for_body("zentaikai"));
    assert_eq!(row(&shown, 2).state, RowState::Error, "V7 {}", said(row(&shown, 2)));
}

#[test]
fn the_category_above_goes_on_below_vacant_seats_and_subtitles() {
    let app = sample();
    let file = roster(&[
        "⑴,試験　一,しけん　いち,試験病院　院長,R8.4.1,",
        ",欠員,,,,",
        ",試験　二,しけん　ふた,試験病院　医師,R8.4.1,",
        "⑵,,,,,",
        ",試験　三,しけん　さん,試験病院　医師,R8.4.1,",
        "区分,氏名,ふりがな,所属・職,委嘱日,任期満了日",
        ",試験　四,しけん　よん,試験病院　医師,R8.4.1,",
    ]);
    let ask = ImportAsk { fill_down: true, ..for_body("zentaikai") };
    let mut app = app;
    let done = write(&mut app, &file, &ask);
    assert_eq!(done.appointments, 4);
    let on = entaku_domain::Day::from_ymd_opt(2026, 10, 1).unwrap();
    let members = app.list_members("zentaikai", on).unwrap();
    let of = |name: &str| members.iter().find(|m| m.name.as_deref() == Some(name)).and_then(|m| m.category);
    assert_eq!(["試験　二", "試験　三", "試験　四"].map(of), [Some(1), Some(2), Some(2)]);
}

#[test]
fn a_seat_for_a_post_is_taken_by_who_has_the_post() {
    let mut app = sample();
    let council = app.snapshot().unwrap();
    let body = council.body("unei").unwrap().id;
    let version = council.version(body, entaku_domain::FiscalYear::new(2026).unwrap()).unwrap();
    let category = version.categories.iter().find(|c| c.fill == entaku_domain::body::Fill::Post).unwrap().number;
    let mut add = |post: &str| -> String {
        let seat = serde_json::json!({ "body": "unei", "category": category, "filler": "post", "post": post, "from": "R8.4.1" });
        let done: serde_json::Value = entaku_app::commands::dispatch(&mut app, "add_seat", seat).unwrap();
        done["output"].as_str().unwrap().to_owned()
    };
    let (_, wanted) = (add("試験福祉課長"), add("障害試験課長"));
    let file = roster(&[&format!("({category}),試験　一,しけん　いち,試験市　障害試験課長,R8.4.1,")]);
    let shown = preview(&app, &file, &for_body("unei"));
    assert_eq!(row(&shown, 2).state, RowState::New, "{}", said(row(&shown, 2)));
    let done = write(&mut app, &file, &for_body("unei"));
    assert_eq!((done.seats, done.appointments), (0, 1));
    let council = app.snapshot().unwrap();
    let found = council.people().find(|p| p.name.full() == "試験　一").unwrap();
    assert_eq!(council.appointments_of(found.id).next().unwrap().seat.to_string(), wanted);
}

#[test]
fn three_thousand_rows_are_planned() {
    let app = sample();
    let file = entaku_app::import::ImportFile::read("大.csv", &super::rosters::large(3000), None).unwrap();
    let shown = preview(&app, &file, &for_body("zentaikai"));
    assert_eq!((shown.counts.new, shown.counts.error), (3000, 0), "{}", said(&shown.rows[0]));
}
