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
    assert_eq!((done.people, done.appointments, done.seats), (1, 2, done.seats));
    nothing_more(&mut app, &two, &ask);
}

#[test]
fn three_thousand_rows_are_planned() {
    let app = sample();
    let file = entaku_app::import::ImportFile::read("大.csv", &super::rosters::large(3000), None).unwrap();
    let shown = preview(&app, &file, &for_body("zentaikai"));
    assert_eq!((shown.counts.new, shown.counts.error), (3000, 0), "{}", said(&shown.rows[0]));
}
