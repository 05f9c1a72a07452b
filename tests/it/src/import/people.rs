//! Who rows are about and where they belong: what proves nothing is asked about, and
//! what is older takes nothing away.

use super::choices::add;
use super::{csv, file, for_body, nothing_more, preview, row, said, write};
use entaku_app::commands::dispatch;
use entaku_app::import::{CellState, ImportAsk, RowState, look};
use entaku_domain::Day;
use entaku_support::sample;
use serde_json::{Value, json};

fn today() -> Day {
    Day::from_ymd_opt(2026, 10, 1).unwrap()
}

fn place(app: &entaku_app::App, name: &str, on: Day) -> String {
    let council = app.snapshot().unwrap();
    let person = council.people().find(|p| p.name.full() == name).unwrap();
    council.affiliation_text(person.id, on)
}

#[test]
fn a_namesake_without_a_reading_is_asked_about() {
    let mut app = sample();
    add(&mut app, "試験", "治", ("", ""), Some("試験会"));
    let other = csv("氏名,ふりがな,所属\r\n試験　治,しけん　おさむ,よその会\r\n試験　治,しけん　おさむ,試験会\r\n");
    let shown = preview(&app, &other, &ImportAsk::default());
    assert_eq!(row(&shown, 2).state, RowState::Error);
    assert!(said(row(&shown, 2)).contains("所属（試験会）が違い"), "{}", said(row(&shown, 2)));
    assert_eq!(row(&shown, 3).state, RowState::Changed, "where they belong tells, and the reading is new");
}

#[test]
fn somebody_new_with_and_without_a_reading_is_registered_once() {
    let mut app = sample();
    let roster = csv(concat!(
        "区分,氏名,ふりがな,所属・職,委嘱日,任期満了日\r\n",
        "⑴,試験　一,,試験病院　院長,R4.4.1,R6.3.31\r\n",
        "⑴,試験　一,しけん　いち,試験病院　院長,R6.4.1,R8.3.31\r\n",
    ));
    let shown = preview(&app, &roster, &for_body("zentaikai"));
    assert!(row(&shown, 3).warning && said(row(&shown, 3)).contains("2行目と同じ氏名です"), "{}", said(row(&shown, 3)));
    let done = write(&mut app, &roster, &for_body("zentaikai"));
    assert_eq!((done.people, done.appointments), (1, 2));
    let council = app.snapshot().unwrap();
    let found = council.people().find(|p| p.name.full() == "試験　一").unwrap();
    assert_eq!(found.name.kana(), "しけん　いち");
}

#[test]
fn an_old_roster_leaves_where_people_belong_today() {
    let mut app = sample();
    add(&mut app, "試験", "治", ("しけん", "おさむ"), Some("試験会"));
    let roster = csv("氏名,ふりがな,所属\r\n試験　治,しけん　おさむ,前の会\r\n");
    let old = ImportAsk { on: Some("R6.4.1".into()), ..ImportAsk::default() };
    let shown = preview(&app, &roster, &old);
    assert_eq!((row(&shown, 2).state, row(&shown, 2).cells[2].state), (RowState::Same, CellState::Unused));
    assert!(said(row(&shown, 2)).contains("今の所属・職（試験会）は変えません"), "{}", said(row(&shown, 2)));
    assert!(said(row(&shown, 2)).contains("基準日を空けてください"), "the way out is said");
    nothing_more(&mut app, &roster, &old);
    assert_eq!(write(&mut app, &roster, &ImportAsk::default()).affiliations, 1, "today's roster changes it");
}

#[test]
fn a_former_name_of_the_organisation_is_the_same_place() {
    let mut app = sample();
    add(&mut app, "試験", "治", ("しけん", "おさむ"), Some("試験会"));
    let named = json!({ "organization": "試験会", "name": "試験連盟", "from": "R8.9.1" });
    let _: Value = dispatch(&mut app, "rename_organization", named).unwrap();
    for heading in ["所属", "団体名"] {
        let roster = csv(&format!("氏名,ふりがな,{heading}\r\n試験　治,しけん　おさむ,試験会\r\n"));
        nothing_more(&mut app, &roster, &ImportAsk::default());
    }
}

#[test]
fn the_later_term_says_where_somebody_belongs() {
    let lines = [
        "⑴,試験　一,しけん　いち,旧試験病院　医師,R4.4.1,R6.3.31",
        "⑴,試験　一,しけん　いち,新試験病院　院長,R6.4.1,R8.3.31",
    ];
    for (order, lost) in [([0, 1], 2), ([1, 0], 3)] {
        let mut app = sample();
        let text = order.map(|at: usize| lines[at]).join("\r\n");
        let roster = csv(&format!("区分,氏名,ふりがな,所属・職,委嘱日,任期満了日\r\n{text}\r\n"));
        let shown = preview(&app, &roster, &for_body("zentaikai"));
        let loses = row(&shown, lost);
        assert_eq!((loses.state, loses.cells[3].state), (RowState::New, CellState::Unused));
        assert!(said(loses).contains(&format!("D{lost} {}行目に、同じ人の後の任期", 5 - lost)), "{}", said(loses));
        let done = write(&mut app, &roster, &for_body("zentaikai"));
        assert_eq!((done.people, done.appointments, done.affiliations), (1, 2, 1));
        assert_eq!(place(&app, "試験　一", today()), "新試験病院　院長");
    }
}

#[test]
fn what_a_second_row_adds_to_somebody_is_written() {
    let mut app = sample();
    let roster = csv(concat!(
        "区分,氏名,ふりがな,情報保障,敬称,委嘱日,任期満了日\r\n",
        "⑴,試験　一,しけん　いち,手話,,R4.4.1,R6.3.31\r\n",
        "⑴,試験　一,しけん　いち,,先生,R6.4.1,R8.3.31\r\n",
    ));
    write(&mut app, &roster, &for_body("zentaikai"));
    let council = app.snapshot().unwrap();
    let found = council.people().find(|p| p.name.full() == "試験　一").unwrap();
    assert_eq!((found.needs.len(), found.letter_title.as_str()), (1, "先生"));
    nothing_more(&mut app, &roster, &for_body("zentaikai"));
}

#[test]
fn a_column_of_offices_with_members_is_no_column_of_posts() {
    let mut app = sample();
    let roster = csv(concat!(
        "区分,氏名,ふりがな,役職,委嘱日\r\n",
        "⑴,試験　一,しけん　いち,会長,R8.4.1\r\n",
        "⑴,試験　二,しけん　ふた,委員,R8.4.1\r\n",
        ",試験　三,しけん　さん,臨時委員,R8.4.1\r\n",
    ));
    assert_eq!(look(&app, &roster, &ImportAsk::default()).unwrap().columns[3].field, "office");
    let shown = preview(&app, &roster, &for_body("zentaikai"));
    assert!(said(row(&shown, 2)).contains("役職「会長」は取り込みません"));
    assert!(!said(row(&shown, 3)).contains("役職"), "{}", said(row(&shown, 3)));
    assert_eq!(row(&shown, 4).state, RowState::New, "{}", said(row(&shown, 4)));
    assert_eq!(write(&mut app, &roster, &for_body("zentaikai")).affiliations, 0);
}

#[test]
fn numbers_get_back_the_nought_that_the_spreadsheet_took() {
    let mut app = sample();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, text) in (0..).zip(["氏名", "ふりがな", "郵便番号", "住所", "電話"]) {
        sheet.write_string(0, column, text).unwrap();
    }
    for (column, text) in [(0, "試験　一"), (1, "しけん　いち"), (3, "札幌市中央区1-1")] {
        sheet.write_string(1, column, text).unwrap();
    }
    sheet.write_number(1, 2, 600_001.0).unwrap();
    sheet.write_number(1, 4, 9_012_345_678.0).unwrap();
    let roster = file(&book.save_to_buffer().unwrap());
    let shown = preview(&app, &roster, &ImportAsk::default());
    assert!(said(row(&shown, 2)).contains("E2 先頭の0が落ちているため、「09012345678」"), "{}", said(row(&shown, 2)));
    write(&mut app, &roster, &ImportAsk::default());
    let council = app.snapshot().unwrap();
    let found = council.people().find(|p| p.name.full() == "試験　一").unwrap();
    let address = &council.addresses_of_person(found.id)[0];
    assert_eq!((address.postal_code.as_str(), address.telephone.as_deref()), ("060-0001", Some("09012345678")));
    nothing_more(&mut app, &roster, &ImportAsk::default());
}
